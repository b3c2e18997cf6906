"""What a reader takes along: citations and copies of a place or a figure, as text."""

from __future__ import annotations

import re

from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing, Paragraph
from briefing_tui.place import Place
from briefing_tui.wording import figure_line


def citation(briefing: Briefing, place: Place, indicator: Indicator | None = None) -> str:
    """The sentence that holds a figure (or a whole paragraph), who said it, where and when.

    The words of a digest are not the speaker's, and the citation says so before all else; an imported transcript is
    quoted.
    """
    paragraph = _paragraph(briefing, place)
    if paragraph is None:
        return f"{_source(briefing)} ({place})"
    mention = _mention(indicator, place)
    words = sentence(paragraph.text, mention.quote) if mention else paragraph.text
    sources = (mention.source,) if mention else paragraph.source
    section = briefing.section(place.section or "")
    turn = section.turn_of(paragraph.number) if section else None
    speaker = briefing.speaker(turn.speaker if turn else None)
    outlet = briefing.name(section.outlet) if section else ""
    who = speaker.titled if speaker else outlet
    document = next((each for each in briefing.documents if section and each.id == section.document), None)
    kind = document.kind if document else ""
    where = f"{kind}, source paragraph {', '.join(str(number) for number in sources)}; {place}"
    said = f": “{words}”" if document and document.file else f" (paraphrased): {words}"
    return f"According to {who or f'the {kind}'}{said} — {_source(briefing)} ({where})"


def copies(briefing: Briefing, place: Place, indicator: Indicator | None = None) -> dict[str, str]:
    """Everything that can be copied at a place: what it is called, and its text."""
    found = {"citation": citation(briefing, place, indicator)}
    if indicator is not None:
        found["figure"] = f"{figure_line(indicator)} ({place})"
        found["row, for a spreadsheet"] = "\t".join(_cells(indicator))
    paragraph = _paragraph(briefing, place)
    if paragraph is not None:
        found["paragraph"] = paragraph.text
    found["place"] = str(place)
    return found


def sentence(text: str, quote: str) -> str:
    """The sentence of a text around some words; all sentences that the words reach into."""
    start = text.find(quote)
    if start < 0:
        return text
    edges = [0, *(match.end() for match in re.finditer(r"[.!?]['\")]*\s+(?=[A-Z0-9\"'(])", text)), len(text)]
    first = max(edge for edge in edges if edge <= start)
    last = min(edge for edge in edges if edge >= start + len(quote))
    return text[first:last].strip()


def _mention(indicator: Indicator | None, place: Place) -> Mention | None:
    at = f"{place.section}/{place.paragraph}"
    return next((each for each in indicator.mentions if each.at == at), None) if indicator else None


def _paragraph(briefing: Briefing, place: Place) -> Paragraph | None:
    section = briefing.section(place.section or "")
    found = section.paragraphs if section else ()
    return next((each for each in found if each.number == place.paragraph), None)


def _source(briefing: Briefing) -> str:
    day = f"{briefing.date.day} {briefing.date:%B %Y}"
    place = f"{briefing.place}, " if briefing.place else ""
    return f"{briefing.organiser}, press conference “{briefing.title}”, {place}{day}"


def _cells(indicator: Indicator) -> tuple[str, ...]:
    """Name, figure, change, period, place of the first mention."""
    figure = "" if indicator.kind == "growth" else indicator.figure
    return (indicator.name, figure, indicator.growth_words, indicator.period_words, indicator.mentions[0].at)
