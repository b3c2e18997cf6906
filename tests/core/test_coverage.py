"""No figure of a source is forgotten, none is made up, and every exception is stated."""

import datetime
import os
from decimal import Decimal
from pathlib import Path

import pytest

from briefing_tui.content import load
from briefing_tui.coverage import Omission, read_omissions, source_paragraphs, uncovered, unfounded, unproven
from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing, Document, Paragraph, Section, Turn
from briefing_tui.quantity import Change

SHIPPED = Path(__file__).parents[2] / "content" / "scio-2024-10-23"


def briefing(*indicators: Indicator) -> Briefing:
    paragraph = Paragraph(1, "Anything.", (1, 2))
    section = Section("q1", "transcript", "opening", "Q", (Turn("statement", (paragraph,)),))
    document = Document("transcript", "transcript", "T", ("q1",))
    return Briefing(
        "b", "B", "O", datetime.date(2024, 1, 1), (document,), (), sections=(section,), indicators=indicators
    )


def level(value: str, *sources: int, identifier: str = "level", change: str | None = None) -> Indicator:
    mentions = tuple(Mention("q1/1", value, source) for source in sources)
    told = Change(Decimal(change), "%") if change else None
    return Indicator(identifier, "L", "t", "level", Decimal(value), mentions, change=told)


def words(found: tuple[object, ...]) -> list[str]:
    return [str(each) for each in found]


def test_a_number_without_an_indicator_is_told_with_its_words() -> None:
    found = uncovered(briefing(), (), "transcript", "\n\nIt rose.\n\nIt made 21.47 million cars.\n")
    assert words(found) == ["transcript 2: no indicator gives '21.47' in “It made 21.47 million cars.”"]


def test_value_range_and_change_of_a_mention_cover_numbers_of_its_paragraph_only() -> None:
    cars = level("21.47", 1, change="-1.9")
    assert uncovered(briefing(cars), (), "transcript", "21.47 million, down 1.9%") == ()
    assert len(uncovered(briefing(cars), (), "transcript", "Nothing here.\n21.47 million, down 1.9%")) == 2
    assert len(uncovered(briefing(cars), (), "article", "21.47 million, down 1.9%")) == 2


def test_two_equal_figures_need_two_mentions() -> None:
    text = "Sales rose 3% and profit rose 3%."
    assert len(uncovered(briefing(level("3", 1)), (), "transcript", text)) == 1
    both = briefing(level("3", 1), level("3", 1, identifier="profit"))
    assert uncovered(both, (), "transcript", text) == ()


def test_a_figure_in_words_is_covered_like_one_in_digits() -> None:
    assert len(uncovered(briefing(), (), "transcript", "Twenty-four platforms")) == 1
    assert uncovered(briefing(level("24", 1)), (), "transcript", "Twenty-four platforms") == ()


@pytest.mark.parametrize(
    "text",
    [
        "In the first three quarters, the past three months and the first 8 months",
        "the 20th congress on October 23rd, the third plenary session",
        "One last question; one of them; on the one hand",
        "the first half of the year",
    ],
)
def test_periods_ordinals_and_the_pronoun_are_never_figures(text: str) -> None:
    assert uncovered(briefing(), (), "transcript", text) == ()


def test_an_omission_covers_its_words_in_its_paragraphs_and_nothing_else() -> None:
    text = "5G in 15G, 5 cities\n5G"
    omission = Omission("transcript", (1,), "5G", "a name")
    found = uncovered(briefing(), (omission,), "transcript", text)
    assert [(each.paragraph, each.words) for each in found] == [(1, "15"), (1, "5"), (2, "5")]


def test_a_mention_whose_figure_is_not_in_the_source_is_told() -> None:
    cars = level("21.47", 1, 2, 7, change="1.9")
    found = unproven(briefing(cars), "transcript", "21.47 million, up 1.9%\n21.47 million")
    assert words(found) == [
        "transcript 2: does not hold 1.9 of 'level' in b#q1/1",
        "transcript 7: does not hold 21.47 of 'level' in b#q1/1",
        "transcript 7: does not hold 1.9 of 'level' in b#q1/1",
    ]


def test_an_omission_that_omits_nothing_is_told() -> None:
    omissions = (Omission("transcript", (1, 2), "6G", "a name"), Omission("transcript", (1,), "AI", "a name"))
    assert words(unfounded(omissions, "transcript", "6G and AI\n5G")) == [
        "transcript 2: the omission '6G' omits no number there",
        "transcript 1: the omission 'AI' omits no number there",
    ]
    assert unfounded(omissions, "article", "") == ()


def test_source_paragraphs_are_the_lines_that_are_not_empty() -> None:
    assert source_paragraphs("a\r\n\r\n  \n b  c \n\nd\x1b") == ("a", "b c", "d␛")


def test_omissions_are_read_with_their_problems_told_by_line(tmp_path: Path) -> None:
    (tmp_path / "omissions.toml").write_text(
        """other = 1
[[omission]]
document = "transcript"
source = [1]
text = "5G"
why = "a name"
[[omission]]
document = "transcript"
source = []
text = "6G"
why = "a name"
[[omission]]
document = "transcript"
source = [1]
txt = "6G"
why = "a name"
"""
    )
    omissions, problems = read_omissions(tmp_path)
    assert omissions == (Omission("transcript", (1,), "5G", "a name"),)
    assert [(problem.line, problem.field) for problem in problems] == [
        *((1, "other"), (7, "omission.2"), (12, "omission.3.text"), (15, "omission.3.txt"))
    ]


def test_no_omissions_file_is_no_problem_and_a_broken_one_is(tmp_path: Path) -> None:
    assert read_omissions(tmp_path) == ((), ())
    (tmp_path / "omissions.toml").write_text("[[omission]\n")
    omissions, problems = read_omissions(tmp_path)
    assert omissions == ()
    assert [problem.line for problem in problems] == [1]


@pytest.mark.parametrize(
    ("document", "name"),
    [("transcript", "004_7b00b6604da5925a.txt"), ("article", "000_523ae025e2e4056a.txt")],
)
def test_the_shipped_content_gives_every_figure_of_its_sources_and_no_other(document: str, name: str) -> None:
    folder = os.environ.get("BRIEFING_SOURCES")
    if not folder:
        pytest.skip("BRIEFING_SOURCES names no folder with the source documents")
    source = (Path(folder) / name).read_text(encoding="utf-8")
    shipped = load(SHIPPED).briefing
    omissions, problems = read_omissions(SHIPPED)
    assert shipped is not None
    assert problems == ()
    assert words(uncovered(shipped, omissions, document, source)) == []
    assert words(unproven(shipped, document, source)) == []
    assert words(unfounded(omissions, document, source)) == []


def test_the_shipped_omissions_are_well_formed() -> None:
    omissions, problems = read_omissions(SHIPPED)
    assert problems == ()
    assert {omission.document for omission in omissions} == {"transcript", "article"}
