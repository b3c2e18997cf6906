"""A section set as a page: paragraphs, figures and matches stand where their words stand, at every width."""

from __future__ import annotations

import pytest

from briefing_tui.model import Briefing
from briefing_tui.plain import spans_of
from briefing_tui.ui.page import GUTTER, Page, typeset
from window import shipped_library

WIDTHS = [20, 36, 56, 84]


def briefing() -> Briefing:
    (found,) = shipped_library().briefings
    return found


def words_at(page: Page, stretches: tuple[tuple[int, int, int], ...]) -> str:
    return " ".join(page.rows[row].line.text[start:end].strip() for row, start, end in stretches)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_figure_stands_where_its_words_stand(width: int) -> None:
    for section in briefing().sections:
        page = typeset(briefing(), section, width)
        mentions = briefing().mentions_in(section.id)
        assert len(page.figures) == len(mentions)
        for figure in page.figures:
            assert "".join(words_at(page, figure.stretches).split()) == "".join(figure.mention.quote.split())
            looks = [span for row, *_ in figure.stretches for span in page.rows[row].line.spans]
            assert all((start, end, "figure") in looks for _, start, end in figure.stretches)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_row_is_wider_than_the_page_and_no_word_is_lost(width: int) -> None:
    for section in briefing().sections:
        page = typeset(briefing(), section, width)
        assert all(row.line.width <= width for row in page.rows)
        for paragraph in section.paragraphs:
            rows = [row for row, number in page.paragraphs.items() if number == paragraph.number]
            text = "".join(page.rows[row].line.text[GUTTER:] for row in rows)
            lead = f"{paragraph.heading}. " if paragraph.heading else ""
            assert "".join(text.split()) == "".join((lead + paragraph.text).split())


def test_a_paragraph_begins_with_its_number_and_ends_with_a_blank_row() -> None:
    section = briefing().section("q3")
    assert section is not None
    page = typeset(briefing(), section, 80)
    for number in (1, 2, 3):
        rows = [row for row, each in page.paragraphs.items() if each == number]
        assert page.rows[rows[0]].line.text[:GUTTER].split()[0] == str(number)
        assert page.rows[rows[-1] + 1].line.text.strip() == ""
    assert page.rows[-1].line.text.strip()


def test_the_posts_of_a_speaker_stand_at_the_first_turn_alone() -> None:
    for section in briefing().sections:
        text = " ".join(row.line.text.strip() for row in typeset(briefing(), section, 80).rows)
        for speaker in briefing().speakers:
            assert text.count(f"· {speaker.post}"[:30]) <= 1


def test_a_question_has_a_bar_at_its_left() -> None:
    section = briefing().section("q2")
    assert section is not None
    page = typeset(briefing(), section, 60)
    for row, number in page.paragraphs.items():
        turn = section.turn_of(number)
        assert turn is not None
        assert ("▎" in page.rows[row].line.text[:GUTTER]) == (turn.kind == "question")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_match_is_lit_across_line_ends(width: int) -> None:
    section = briefing().section("q2")
    assert section is not None
    page = typeset(briefing(), section, width)
    wanted = section.paragraphs[0].text[10:50]
    lit = "".join(
        row.line.text[start:end]
        for index, row in enumerate(page.rows)
        for start, end in page.match_spans(index, row, lambda text: spans_of(wanted, text))
    )
    assert "".join(lit.split()) == "".join(wanted.split())
