"""A place as plain text at 80 columns: paragraph numbers in the margin, figures after each section."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_tui.export.layout import cells, filled
from briefing_tui.model import Briefing, Section
from briefing_tui.place import Place
from briefing_tui.wording import document_words, figure_line, figures, section_title, sections, turn_heading

WIDTH = 80
MARGIN = " " * 5


def prose(briefing: Briefing, place: Place) -> str:
    """The place to read; blocks are parted by a blank line."""
    blocks = [] if place.section else list(_front(briefing))
    for section in sections(briefing, place):
        blocks += _section(briefing, section, place.paragraph)
    return "\n\n".join(blocks) + "\n"


def _front(briefing: Briefing) -> Iterator[str]:
    yield _ruled(briefing.title, "=")
    where = ", ".join(part for part in (briefing.place, briefing.date.isoformat()) if part)
    yield "\n".join([filled(briefing.organiser, WIDTH), where, briefing.id])
    if briefing.note:
        yield filled(briefing.note, WIDTH, MARGIN, MARGIN)
    yield _listed("Documents", (document_words(each) for each in briefing.documents))
    if briefing.speakers:
        yield _listed("Speakers", (each.titled for each in briefing.speakers))
    if briefing.outlets:
        yield _listed("Outlets", (each.name for each in briefing.outlets))


def _listed(head: str, lines: Iterator[str]) -> str:
    return "\n".join([head, *(filled(line, WIDTH, "  ", "    ") for line in lines)])


def _section(briefing: Briefing, section: Section, paragraph: int | None) -> Iterator[str]:
    place = Place(briefing.id, section.id, paragraph)
    yield _ruled(section_title(briefing, section), "-") + f"\n{place}"
    if section.note and paragraph is None:
        yield filled(f"Note: {section.note}", WIDTH, MARGIN, MARGIN)
    for turn in section.turns:
        chosen = [each for each in turn.paragraphs if paragraph in (None, each.number)]
        if chosen and (head := turn_heading(briefing, section, turn)):
            yield filled(head, WIDTH)
        for each in chosen:
            text = f"{each.heading}. {each.text}" if each.heading else each.text
            yield filled(text, WIDTH, f"{each.number:>3}  ", MARGIN)
    if told := figures(briefing, section, paragraph):
        lines = (filled(figure_line(*pair), WIDTH, f"{pair[1].paragraph:>3}  ", MARGIN + "  ") for pair in told)
        yield "\n".join(["Figures", *lines])


def _ruled(text: str, rule: str) -> str:
    lines = filled(text, WIDTH)
    return f"{lines}\n{rule * max(cells(line) for line in lines.splitlines())}"
