"""What screen and commands say alike: who speaks, which sections a place means, a figure in one line."""

from __future__ import annotations

import dataclasses

from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing, Document, Section, Turn
from briefing_tui.place import Place


def section_title(briefing: Briefing, section: Section) -> str:
    """`q3 Phoenix TV › Low-altitude economy`, `Opening`."""
    label, house = briefing.label(section), briefing.name(section.outlet)
    told = section.kind != "exchange" or section.title == house
    return label if told else f"{label} › {section.title.removesuffix(f', {house}')}"


def document_words(document: Document) -> str:
    """A document in one line: its title, what it is, its date."""
    date = f", {document.date}" if document.date else ""
    return f"{document.title} ({document.kind}{date})"


def voice(briefing: Briefing, mention: Mention) -> str:
    """Who says a figure there: the speaker or the house that asks; empty where the document itself tells it."""
    section = briefing.section(mention.section)
    return briefing.name(briefing.speaker_of(mention) or (section.outlet if section else None))


def turn_heading(briefing: Briefing, section: Section, turn: Turn) -> str:
    """`Phoenix TV asks`, `Zhao Zhiguo hands over to Tao Qing`; empty where nobody is named."""
    name = briefing.name(turn.speaker)
    match turn.kind:
        case "question":
            return f"{briefing.name(section.outlet)} asks" if section.outlet else "Question"
        case "handover":
            after = (each.speaker for each in section.turns[section.turns.index(turn) + 1 :])
            other = next((speaker for speaker in after if speaker not in {None, turn.speaker}), None)
            return f"{name} hands over" + (f" to {briefing.name(other)}" if other else "")
        case "answer":
            return f"{name} answers"
        case "statement":
            return name


def counted(number: int, noun: str) -> str:
    """`1 speaker`, `3 speakers`."""
    return f"{number:,} {noun}{'s' * (number != 1)}"


def figures(briefing: Briefing, section: Section, paragraph: int | None) -> list[tuple[Indicator, Mention]]:
    """What is said in a section or in one paragraph of it, in the order of the text."""
    pairs = briefing.mentions_in(section.id)
    return [(each, mention) for each, mention in pairs if paragraph in (None, mention.paragraph)]


def figure_line(indicator: Indicator, mention: Mention | None = None) -> str:
    """One figure in one line, as a mention says it where one is given: name, number, change, period, standing."""
    if mention is not None and mention.value is not None:
        parts = [figure_at(indicator, mention)]
    else:
        parts = [] if indicator.kind == "growth" else [indicator.figure]
        growth = indicator.growth
        parts += [_with_basis(indicator.growth_words, growth.basis)] if growth else []
        if indicator.kind == "growth" and indicator.change:
            parts.append(_with_basis(indicator.change.words, indicator.change.basis))
    parts += [standing(indicator)] if standing(indicator) else []
    return f"{indicator.name}: {', '.join(parts)}"


def figure_words(indicator: Indicator) -> str:
    """The figure alone: a level with its unit, a growth told alone as its rate."""
    return indicator.growth_words if indicator.kind == "growth" else indicator.figure


def figure_at(indicator: Indicator, mention: Mention) -> str:
    """The figure alone, as one place says it."""
    from briefing_tui.compare import Figure

    said_there = Figure.of(indicator, mention)
    fields = {each.name: getattr(said_there, each.name) for each in dataclasses.fields(said_there)}
    return figure_words(dataclasses.replace(indicator, **fields))


def told(indicator: Indicator | None) -> str:
    """What one briefing tells of a figure, to be held against another: figure, growth, standing; `–` for nothing."""
    if indicator is None:
        return "–"
    figure = "" if indicator.kind == "growth" else indicator.figure
    return ", ".join(part for part in (figure, indicator.growth_words, standing(indicator)) if part)


def _with_basis(words: str, basis: str | None) -> str:
    return f"{words} {basis}" if basis else words


def standing(indicator: Indicator) -> str:
    """When it holds, and whether it is expected, a target, a limit: `2024, target`; may be empty."""
    status = "" if indicator.status == "actual" else indicator.status
    kind = "limit" if indicator.kind == "limit" else ""
    candidate = "candidate" if indicator.candidate else ""
    return ", ".join(part for part in (indicator.period_words, status, kind, candidate) if part)


def sections(briefing: Briefing, place: Place) -> tuple[Section, ...]:
    """The sections of a place; all of them where it names a briefing alone."""
    if place.section is None:
        return briefing.sections
    section = briefing.section(place.section)
    return (section,) if section else ()
