"""What the sheets say: a figure in full, the keys of a place, the problems of a briefing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.binding import ActiveBinding

from briefing_tui.cite import sentence
from briefing_tui.indicator import Indicator
from briefing_tui.library import Entry
from briefing_tui.model import NOT_TOLD, Briefing, Section
from briefing_tui.problem import Problem
from briefing_tui.quantity import plain, unit_words
from briefing_tui.ui.bar import key_words
from briefing_tui.ui.paint import Line, line
from briefing_tui.wording import counted, figure_line, voice

if TYPE_CHECKING:
    from briefing_tui.originals import Passage

WIDTH = 12


def indicator_lines(briefing: Briefing, indicator: Indicator) -> tuple[Line, ...]:
    """All that is known of an indicator, and every sentence that says it."""
    change = indicator.growth
    facts = {
        "figure": "" if indicator.kind == "growth" else indicator.figure,
        "number": f"{plain(indicator.number)}{unit_words(indicator.unit)}" if indicator.scale else "",
        "change": f"{indicator.growth_words} {change.basis or ''}".strip() if change else "",
        "period": indicator.period_words + (" from an earlier sentence" if indicator.period_inferred else ""),
        "status": indicator.status if indicator.status != "actual" else "",
        "scope": indicator.scope or "",
        "kind": f"{indicator.kind}, {indicator.topic}",
        "note": indicator.note or "",
        "id": indicator.id,
    }
    if indicator.kind == "growth" and indicator.change:
        facts["beside"] = f"{indicator.change.words} {indicator.change.basis or ''}"
    lines = [line((indicator.name, "strong")), Line()]
    lines += (line((f"{name:<{WIDTH}}", "muted"), words) for name, words in facts.items() if words.strip())
    for mention in indicator.mentions:
        paragraph = briefing.paragraph(mention)
        document = briefing.document_of(mention)
        where = f"{mention.at} · {document}, source paragraph {mention.source}"
        words = sentence(paragraph.text, mention.quote) if paragraph else mention.quote
        first = words.find(mention.quote)
        said = line(words).lit([(first, first + len(mention.quote))], "figure") if first >= 0 else line(words)
        lines += [
            Line(),
            line((voice(briefing, mention) or f"The {document}", "strong"), (f"  {where}", "muted")),
            said,
        ]
    return tuple(lines)


def detail_lines(briefing: Briefing, indicator: Indicator) -> tuple[Line, ...]:
    """The row under the cursor in full, for the lines below the table."""
    name, _, figure = figure_line(indicator).partition(": ")
    said = ", ".join(mention.at for mention in indicator.mentions)
    voices = dict.fromkeys(voice(briefing, mention) for mention in indicator.mentions)
    parts = [indicator.scope or "", ", ".join(each for each in voices if each), f"said in {said}"]
    return (
        line((name, "strong"), f"  {figure}"),
        line((" · ".join(part for part in parts if part), "muted")),
        line((indicator.note or "", "muted")),
    )


def given_lines(briefing: Briefing, indicator: Indicator) -> tuple[Line, ...]:
    """A figure among those of other briefings: in full, the place and the briefing, the sentence that holds it."""
    name, _, figure = figure_line(indicator).partition(": ")
    mention = indicator.mentions[0]
    paragraph = briefing.paragraph(mention)
    words = sentence(paragraph.text, mention.quote) if paragraph else mention.quote
    where = f"{briefing.place_of(mention)}  {briefing.title}"
    return (line((name, "strong"), f"  {figure}"), line((where, "muted")), line(f"“{words}”"))


def original_lines(
    briefing: Briefing, section: Section, number: int, passages: tuple[Passage, ...], indicator: Indicator | None
) -> tuple[Line, ...]:
    """The digest's paragraph and the original's behind it, the figures lit; the one under the cursor most."""
    paragraph = next((each for each in section.paragraphs if each.number == number), None)
    quotes = [mention.quote for _, mention in briefing.mentions_in(section.id) if mention.paragraph == number]
    text = paragraph.text if paragraph else ""
    spans = [(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    lines = [line((f"Digest, {section.id}/{number}", "strong")), Line(text).lit(spans, "figure"), Line()]
    for passage in passages:
        here = [(lit.start, lit.end) for lit in passage.lit if indicator and lit.indicator == indicator.id]
        words = Line(passage.text).lit(passage.spans, "figure").lit(here, "here")
        lines += [line((f"Original, paragraph {passage.number}", "strong")), words, Line()]
    if not passages:
        lines.append(line(("The original has no such paragraph.", "muted")))
    return tuple(lines)


def attach_lines(briefing: str, document: str) -> tuple[Line, ...]:
    """How to have the original here."""
    return (
        line("The original is not part of this library: its text belongs to whoever published it."),
        Line(),
        line("With a copy of your own as a text file, one paragraph a line:"),
        Line(),
        line((f"  briefing-tui attach {briefing} {document} FILE", "accent")),
        Line(),
        line("It is kept for you alone, every figure is looked up in it, and this key shows it beside the digest."),
    )


def doubt_lines(briefing: str, document: str, doubt: str) -> tuple[Line, ...]:
    """That the original here may be of another text, and how to link it anew."""
    return (
        line((f"This copy was {doubt}.", "caution")),
        line("Link yours: ", (f"briefing-tui attach {briefing} {document} FILE", "accent")),
        Line(),
    )


def header_line(entry: Entry, entries: tuple[Entry, ...], width: int) -> Line:
    """What is open, which of the library it is, and whether anything is wrong in it."""
    briefing = entry.briefing
    assert briefing is not None
    organiser = briefing.organiser_short or briefing.organiser
    where = f"{briefing.place}, " if briefing.place else ""
    when = f"{where}{briefing.date.day} {briefing.date:%b %Y}"
    number = f"{entries.index(entry) + 1} of {len(entries)}" if entry in entries else ""
    problems = sum(each.problem_count for each in entries)
    warning = f"! {counted(problems, 'problem')}  " if problems else ""
    right = line((warning, "caution"), (number, "muted"))
    title = briefing.short_title or briefing.title
    known = briefing.organiser != NOT_TOLD
    whole = line((f"{organiser} briefing · " if known else "", "strong"), title, (f" · {when}", "muted"))
    short = line((f"{organiser} · " if known else "", "strong"), title)
    room = max(width - right.width - 1, 10)
    return (whole if whole.width < room else short).padded(room) + line(" ") + right


def key_lines(bindings: Iterable[ActiveBinding]) -> tuple[Line, ...]:
    """The keys that do something here: key, what it does, and a sentence on it."""
    lines: list[Line] = []
    keys: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    for active in bindings:
        binding = active.binding
        if binding.tooltip and active.enabled:
            keys.setdefault(binding.id or binding.action, []).append(key_words(binding.key))
            words.setdefault(binding.id or binding.action, binding.tooltip)
    for identifier, tooltip in words.items():
        lines.append(line((f"{'  '.join(keys[identifier]):<16}", "accent"), tooltip))
    return tuple(lines)


def problem_lines(problems: Iterable[Problem]) -> tuple[Line, ...]:
    """Each problem with its place, and how to mend it."""
    lines: list[Line] = []
    for problem in problems:
        where = f"{problem.file}:{problem.line}" if problem.line else problem.file
        what = f"{problem.field}: {problem.message}." if problem.field else f"{problem.message}."
        lines += [line((where, "strong")), line(what, " ", (problem.hint, "muted")), Line()]
    return tuple(lines[:-1])
