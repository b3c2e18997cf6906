"""What no single table can show: that ids exist, that quotes stand in the digest and hold their figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing, Document, Outlet, Paragraph, Section, Speaker
from briefing_tui.problem import Problem
from briefing_tui.quantity import digits
from briefing_tui.quoted import held, mentioned
from briefing_tui.toml_file import TomlFile
from briefing_tui.toml_lines import Path


@dataclass
class Origins:
    """Which file each thing came from, and which sections could not be read.

    What points at a section that could not be read is not told again.
    """

    header: TomlFile
    sections: dict[str, TomlFile] = field(default_factory=dict)
    indicators: dict[str, tuple[TomlFile, Path]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)


def prove(briefing: Briefing, origins: Origins) -> tuple[Briefing, tuple[Problem, ...]]:
    """The briefing without the mentions and indicators that do not hold, and a problem for each."""
    found = [*_ids(briefing, origins.header), *_references(briefing, origins)]
    kept: list[Indicator] = []
    quotes: dict[str, list[tuple[int, int, str]]] = {}
    for indicator in briefing.indicators:
        mentions: list[Mention] = []
        for index, mention in enumerate(indicator.mentions):
            file, path = origins.indicators[indicator.id]
            wrong = _mention(briefing, indicator, mention, origins.broken, quotes)
            if wrong is None:
                mentions.append(mention)
            elif wrong[1]:
                found.append(file.problem((*path, "mentions", index, wrong[0]), wrong[1], wrong[2]))
        if mentions:
            kept.append(replace(indicator, mentions=tuple(mentions)))
    return replace(briefing, indicators=tuple(kept)), tuple(found)


def _ids(briefing: Briefing, header: TomlFile) -> Iterator[Problem]:
    things: dict[str, tuple[Document | Speaker | Outlet, ...]] = {
        "document": briefing.documents,
        "speaker": briefing.speakers,
        "outlet": briefing.outlets,
    }
    for kind, values in things.items():
        seen: set[str] = set()
        for index, value in enumerate(values):
            if value.id in seen:
                yield header.problem((kind, index, "id"), f"the id '{value.id}' is used twice", "Rename one.")
            seen.add(value.id)
    listed: set[str] = set()
    for number, document in enumerate(briefing.documents):
        for index, name in enumerate(document.sections):
            if name in listed:
                path = ("document", number, "sections", index)
                yield header.problem(path, f"the section '{name}' is listed twice", "Take one out.")
            listed.add(name)


def _references(briefing: Briefing, origins: Origins) -> Iterator[Problem]:
    speakers = {speaker.id for speaker in briefing.speakers}
    outlets = {outlet.id for outlet in briefing.outlets}
    for section in briefing.sections:
        file = origins.sections[section.id]
        if section.outlet is not None and section.outlet not in outlets:
            yield file.problem(("outlet",), f"there is no outlet '{section.outlet}'", _choices(outlets))
        yield from _turns(section, file, speakers)


def _turns(section: Section, file: TomlFile, speakers: set[str]) -> Iterator[Problem]:
    for index, turn in enumerate(section.turns):
        if turn.speaker is not None and turn.speaker not in speakers:
            message = f"there is no speaker '{turn.speaker}'"
            yield file.problem(("turn", index, "speaker"), message, _choices(speakers))
        path: Path = ("turn", index, "speaker")
        if turn.kind == "question" and turn.speaker is not None:
            yield file.problem(path, "a question has no speaker", "The section's outlet asks.")
        if turn.kind in {"answer", "handover"} and turn.speaker is None:
            yield file.problem(path, f"a turn of kind {turn.kind} names its speaker", "Add speaker = …")


def _choices(names: set[str]) -> str:
    return f"Use one of: {', '.join(sorted(names))}."


def _mention(
    briefing: Briefing,
    indicator: Indicator,
    mention: Mention,
    broken: set[str],
    quotes: dict[str, list[tuple[int, int, str]]],
) -> tuple[str, str, str] | None:
    """None where the mention holds; else the key, what is wrong (empty: told already), and how to mend it."""
    section = briefing.section(mention.section)
    if section is None:
        what = "" if mention.section in broken else f"there is no section '{mention.section}'"
        return "at", what, "Use the id of a section that a document lists."
    paragraph = briefing.paragraph(mention)
    if paragraph is None:
        hint = f"{section.id} ends with {section.id}/{len(section.paragraphs)}."
        return "at", f"there is no paragraph '{mention.at}'", hint
    if mention.source not in paragraph.source:
        said = ", ".join(str(number) for number in paragraph.source) or "none"
        what = f"{mention.at} does not digest source paragraph {mention.source}"
        return "source", what, f"It digests {said}."
    wrong = _quote(section, paragraph, indicator, mention, quotes)
    return ("quote", *wrong) if wrong else None


def _quote(
    section: Section,
    paragraph: Paragraph,
    indicator: Indicator,
    mention: Mention,
    quotes: dict[str, list[tuple[int, int, str]]],
) -> tuple[str, str] | None:
    quote = mention.quote
    times = paragraph.text.count(quote) if quote else 0
    if times == 0:
        others = [each.number for each in section.paragraphs if quote and quote in each.text]
        hint = f"It stands in {section.id}/{others[0]}." if others else "Copy the words from the text above."
        return f"'{quote}' does not stand in {mention.at}", hint
    if times > 1:
        return f"'{quote}' stands {times} times in {mention.at}", "Quote a few words more."
    start = paragraph.text.index(quote)
    end = start + len(quote)
    if missing := _missing(indicator, mention, held(paragraph.text, start, end)):
        return f"'{quote}' does not hold {missing}", "Quote the words with the figure, or correct it."
    taken = quotes.setdefault(mention.at, [])
    for first, last, other in taken:
        if start < last and first < end:
            return f"'{quote}' overlaps the quote of '{other}'", "Quote fewer words in one of them."
    taken.append((start, end, indicator.id))
    return None


def _missing(indicator: Indicator, mention: Mention, found: set[Decimal]) -> str:
    """The first number that the mention's quote should hold and does not."""
    return next((digits(value) for value in mentioned(indicator, mention) if abs(value) not in found), "")
