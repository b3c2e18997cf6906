"""Ids of drafted figures that share a name: alike in every briefing, so that series and changes line up."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

from briefing_tui.changes import changes, unchanged
from briefing_tui.model import Briefing
from briefing_tui.series import series
from briefing_tui.transcripts import read
from briefing_tui.transcripts.drafting import briefing_of
from made_briefing import HARBOUR


def drafted(said: str, day: date = date(2031, 9, 12)) -> Briefing:
    title = "Harbour Office holds a press conference"
    words = HARBOUR.format(title=title, said=said).replace("July 4, 2023", f"{day:%B} {day.day}, {day.year}")
    return briefing_of(read(words, "talk.txt"), f"talk-{day}")


def taken(briefing: Briefing) -> Briefing:
    """As after a person accepted all of it."""
    return replace(briefing, indicators=tuple(replace(each, candidate=False) for each in briefing.indicators))


def ids(briefing: Briefing) -> list[str]:
    return [each.id for each in briefing.indicators]


MONTHS = (
    (("In August steel output was 8.0 million tons, up 3.1 percent; from January to August 61.2 million tons, up 2.5 "
     "percent. Steel exports grew 4.1 percent in August and 3.0 percent from January to August."), date(2031, 9, 12)),
    (("In September steel output was 8.2 million tons, up 3.3 percent; from January to September 69.4 million tons, up "
     "2.6 percent. Steel exports grew 4.4 percent in September and 3.2 percent from January to September."),
     date(2031, 10, 12)),
    (("In October steel output was 7.9 million tons, down 1 percent; from January to October 77.3 million tons, up "
     "2.2 percent. Steel exports grew 4.0 percent in October and 3.3 percent from January to October."),
     date(2031, 11, 12)),
)  # fmt: skip


def test_a_month_and_its_year_to_date_line_up_over_three_months() -> None:
    briefings = [taken(drafted(*each)) for each in MONTHS]
    names = ["steel-output", "steel-output-year-to-date", "steel-exports-growth", "steel-exports-growth-year-to-date"]
    assert [ids(each) for each in briefings] == [names] * 3
    for name, span in zip(names, ("month", "year to date") * 2, strict=True):
        (line,) = series(briefings, name)
        assert (line.span, len(line.points)) == (span, 3)
    for old, new in itertools.pairwise(briefings):
        assert [(each.id, each.happened) for each in changes(old, new)] == [(name, "changed") for name in names]
        assert unchanged(old, old) == 4


def test_the_shortest_time_is_the_bare_one() -> None:
    half = drafted("Exports reached 33 million tons in the second quarter, and 64 million tons in the first half.")
    assert ids(half) == ["exports", "exports-year-to-date"]
    assert ids(drafted("Exports reached 31 million tons in the first quarter.")) == ["exports"]
    turned = drafted("Exports reached 64 million tons in the first half, and 33 million tons in the second quarter.")
    assert ids(turned) == ["exports-year-to-date", "exports"]


def test_january_to_march_beside_march_is_the_year_to_date() -> None:
    said = "Exports reached 12 million tons in March, and 31 million tons from January to March."
    assert ids(drafted(said, date(2031, 4, 4))) == ["exports", "exports-year-to-date"]


def test_a_standing_and_a_unit_tell_figures_of_one_time_apart() -> None:
    said = "Exports reached 12 million tons in August. Exports are expected to reach 150 million tons in 2031."
    assert ids(drafted(said)) == ["exports", "exports-year-expected"]
    said = "Exports reached 33 million tons in August, worth 3.1 billion dollars."
    assert ids(drafted(said)) == ["exports-t", "exports-usd"]


def test_a_figure_told_again_keeps_its_id_once() -> None:
    said = "Steel output was 8.0 million tons in August. Steel output was 8.0 million tons in August, up 3.1 percent."
    again, first = sorted(drafted(said).indicators, key=lambda each: each.id == "steel-output")
    assert (first.id, first.change and str(first.change.value)) == ("steel-output", "3.1")
    assert again.id == "steel-output-2031-09-12-opening-1"


def test_what_may_be_of_something_else_stays_dated() -> None:
    for said in (
        "In August 2031, 580 million phones were exported. And 1.2 billion phones were produced.",
        "In August 2031, 580 million phones were exported. In August 2031, 1.2 billion phones were produced.",
    ):
        assert ids(drafted(said)) == ["phones-2031-09-12-opening-1", "phones-2031-09-12-opening-1-2"]
