"""A row found becomes a hit: the passage to show, cut around what matched, with the matches lit."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_tui.findable import HitKind, Passage, Row
from briefing_tui.place import Place
from briefing_tui.query import Query
from briefing_tui.words import Span, Words

SNIPPET = 160


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found; `lit` and `title_lit` are the spans that matched. A larger score is better.

    `paragraphs` are those of a section that hold all that is wanted, in order.
    """

    place: Place
    kind: HitKind
    title: str
    snippet: str
    lit: tuple[Span, ...]
    title_lit: tuple[Span, ...]
    score: float
    indicator: str | None = None
    speaker: str | None = None
    candidate: bool = False
    paragraphs: tuple[Place, ...] = ()


def hit(row: Row, score: float, query: Query) -> Hit:
    """What is shown of a row that a query found."""
    passage, paragraphs = _best(row, query) if row.kind == "section" else (_asked_for(row, query), ())
    snippet, lit = _snippet(passage.text, query, passage.quote)
    return Hit(
        place=passage.place,
        kind=row.kind,
        title=row.title.text,
        snippet=snippet,
        lit=lit,
        title_lit=query.spans(row.title),
        score=score,
        indicator=row.indicator,
        speaker=row.speaker,
        candidate="candidate" in row.facts["kind"],
        paragraphs=paragraphs,
    )


def _asked_for(row: Row, query: Query) -> Passage:
    """The first passage that the filters let through, else the first."""
    for passage in row.passages:
        if all(each.passes(passage.facts) for each in query.filters if each.field in passage.facts):
            return passage
    return row.passages[0]


def _best(row: Row, query: Query) -> tuple[Passage, tuple[Place, ...]]:
    """The passage that holds most of what is wanted, and where all of it stands.

    The beginning of the whole where none holds anything.
    """
    best, most = None, (0, 0)
    whole = []
    for passage in row.passages:
        said = sum(term.stands_in(passage.text) for term in query.wanted)
        near = (passage.text, *passage.beside)
        held = sum(any(map(term.stands_in, near)) for term in query.wanted)
        if (held, said) > most:
            best, most = passage, (held, said)
        if said == len(query.wanted) > 0:
            whole.append(passage.place)
    return best or Passage(row.place, row.passages[0].text if row.passages else row.title), tuple(whole)


def _snippet(words: Words, query: Query, quote: str) -> tuple[str, tuple[Span, ...]]:
    """The part of a text around the matches, or around the quote that it must show, and the matches in it."""
    text, spans = words.text, query.spans(words)
    if len(text) <= SNIPPET:
        return text, spans
    at = text.find(quote) if quote else -1
    centre = (at, at + min(len(quote), SNIPPET)) if at >= 0 else _densest(spans)
    start = min(max(0, (centre[0] + centre[1] - SNIPPET) // 2), centre[0], len(text) - SNIPPET)
    start, end = _at_word(text, max(start, 0), centre[0]), start + SNIPPET
    if end < len(text):
        blank = text.rfind(" ", max(centre[1], end - 20), end + 1)
        end = blank if blank > start else end
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = len(before) - start
    lit = tuple((max(a, start) + shift, min(b, end) + shift) for a, b in spans if a < end and b > start)
    return before + text[start:end] + after, lit


def _at_word(text: str, start: int, latest: int) -> int:
    """The next start of a word, where one is near; scripts without blanks are cut anywhere."""
    if start == 0 or text[start - 1] == " ":
        return start
    blank = text.find(" ", start, min(start + 20, latest))
    return blank + 1 if blank >= 0 else start


def _densest(spans: tuple[Span, ...]) -> Span:
    """From the first to the last of as many matches as one snippet can show."""
    best, most, last = (0, 0), 0, 0
    for first, (start, end) in enumerate(spans):
        last = max(last, first)
        while last + 1 < len(spans) and spans[last + 1][1] <= start + SNIPPET:
            last += 1
        if last - first + 1 > most:
            best, most = (start, min(max(end, spans[last][1]), start + SNIPPET)), last - first + 1
    return best
