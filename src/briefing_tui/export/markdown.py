"""A place as Markdown: headings, paragraphs, a list of figures; what content writes never becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing_tui.model import Briefing, Section
from briefing_tui.place import Place
from briefing_tui.wording import document_words, figure_line, figures, section_title, sections, turn_heading

_MARKUP = re.compile(r"([\\`*_\[\]<>|~&])")
_LINE_START = re.compile(r"^(?=[-+=#:])|^(\d+)(?=[.)](?:\s|$))")


def escaped(text: str) -> str:
    """The text such that Markdown and its HTML show it as it stands."""
    marked = _MARKUP.sub(r"\\\1", text)
    return _LINE_START.sub(lambda match: f"{match[1]}\\" if match[1] else "\\", marked)


def markdown(briefing: Briefing, place: Place) -> str:
    """The place to read; a section is a heading of the second rank, in a whole briefing and alone."""
    blocks = [] if place.section else list(_front(briefing))
    for section in sections(briefing, place):
        blocks += _section(briefing, section, place.paragraph)
    return "\n\n".join(blocks) + "\n"


def _front(briefing: Briefing) -> Iterator[str]:
    yield f"# {escaped(briefing.title)}"
    where = (briefing.organiser, briefing.place, briefing.date.isoformat())
    yield escaped(", ".join(part for part in where if part))
    yield f"`{briefing.id}`"
    if briefing.note:
        yield _quoted(briefing.note)
    yield _listed("Documents", (document_words(each) for each in briefing.documents))
    if briefing.speakers:
        yield _listed("Speakers", (each.titled for each in briefing.speakers))
    if briefing.outlets:
        yield _listed("Outlets", (each.name for each in briefing.outlets))


def _listed(head: str, lines: Iterator[str]) -> str:
    return "\n".join([f"**{head}**", "", *(f"- {escaped(line)}" for line in lines)])


def _quoted(text: str) -> str:
    return f"> {escaped(text)}"


def _section(briefing: Briefing, section: Section, paragraph: int | None) -> Iterator[str]:
    yield f"## {escaped(section_title(briefing, section))}"
    yield f"`{Place(briefing.id, section.id, paragraph)}`"
    if section.note and paragraph is None:
        yield _quoted(section.note)
    for turn in section.turns:
        chosen = [each for each in turn.paragraphs if paragraph in (None, each.number)]
        if chosen and (head := turn_heading(briefing, section, turn)):
            yield f"### {escaped(head)}"
        for each in chosen:
            yield f"**{escaped(each.heading)}.** {escaped(each.text)}" if each.heading else escaped(each.text)
    if told := figures(briefing, section, paragraph):
        lines = (f"- {escaped(figure_line(*pair))} (`{briefing.place_of(pair[1])}`)" for pair in told)
        yield "\n".join(["### Figures", "", *lines])
