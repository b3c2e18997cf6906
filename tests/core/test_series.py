"""One indicator over many briefings: lines, gaps, revisions, changes."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from briefing_tui.indicator import Indicator, IndicatorKind, Mention, Status
from briefing_tui.model import NOT_TOLD, Briefing
from briefing_tui.quantity import Comparator, Period, Scale
from briefing_tui.series import Gap, Line, Point, series, several_organisers
from briefing_tui.series_words import apart_words, line_heads, line_words, step_words
from briefing_tui.spans import Span, span_of


def gave(
    day: str,
    value: str,
    period: str | None,
    *,
    unit: str | None = "ships",
    scale: Scale | None = None,
    kind: IndicatorKind = "level",
    status: Status = "actual",
    comparator: Comparator = "=",
    candidate: bool = False,
    organiser: str = "Office",
) -> Briefing:
    """A briefing of a day that gives one figure."""
    figure = Indicator(
        "ships",
        "Ships built",
        "yards",
        kind,
        Decimal(value),
        (Mention("q1/1", value, 1),),
        unit=unit,
        scale=scale,
        comparator=comparator,
        period=Period.read(period) if period else None,
        status=status,
        candidate=candidate,
    )
    return Briefing(f"b-{day}", "B", organiser, datetime.date.fromisoformat(day), (), (), indicators=(figure,))


def only(*briefings: Briefing) -> Line:
    (line,) = series(briefings, "ships")
    return line


def told(line: Line) -> list[str]:
    return [
        f"{each.first}..{each.last} {each.count}"
        if isinstance(each, Gap)
        else (each.period.words if each.period else "")
        for each in line.points
    ]


def point(line: Line, index: int = -1) -> Point:
    found = line.points[index]
    assert isinstance(found, Point)
    return found


@pytest.mark.parametrize(
    ("period", "span"),
    [
        (None, "none"),
        ("2024-08", "month"),
        ("2024-01", "month"),
        ("2024-04/2024-06", "quarter"),
        ("2024-01/2024-09", "year to date"),
        ("2024-01/2024-12", "year"),
        ("2024", "year"),
        ("2024-09-30", "as of"),
        ("2024-01/..", "open"),
        ("P3M", "duration"),
        ("2023-11/2024-02", "other"),
        ("2021/2025", "other"),
        ("2024-02/2024-04", "other"),
    ],
)
def test_kinds_of_period_are_told_apart(period: str | None, span: Span) -> None:
    assert span_of(Period.read(period) if period else None) == span


def test_points_stand_by_period_however_the_briefings_come() -> None:
    line = only(
        gave("2024-05-10", "12", "2024-04"), gave("2024-03-10", "10", "2024-02"), gave("2024-04-10", "11", "2024-03")
    )
    assert told(line) == ["Feb 2024", "Mar 2024", "Apr 2024"]
    assert line.blocks == "▁▅█"


def test_units_kinds_of_period_kinds_and_standing_never_mix() -> None:
    lines = series(
        (
            gave("2024-02-01", "10", "2024-01"),
            gave("2024-03-01", "21", "2024-01/2024-02"),
            gave("2024-03-02", "3", "2024-02", unit="t"),
            gave("2024-03-03", "5", "2024-02", unit="%", kind="growth"),
            gave("2024-03-04", "99", "2024-02", status="target"),
            gave("2024-04-01", "11", "2024-03"),
        ),
        "ships",
    )
    assert [(line.span, line.unit, line.kind, line.status, len(line.points)) for line in lines] == [
        ("month", "ships", "level", "actual", 2),
        ("year to date", "ships", "level", "actual", 1),
        ("month", "t", "level", "actual", 1),
        ("month", "%", "growth", "actual", 1),
        ("month", "ships", "level", "target", 1),
    ]
    assert series((), "ships") == ()


def test_organisers_never_mix_and_are_told_where_there_are_several() -> None:
    ports = gave("2031-03-10", "2.6", "2031-02"), gave("2031-05-10", "2.8", "2031-04", organiser="OFFICE")
    roads = gave("2031-04-05", "3.5", "2031-03", organiser="Ministry of Roads")
    lines = series((*ports, roads), "ships")
    assert [(each.newest.organiser, told(each), each.blocks) for each in lines] == [
        ("OFFICE", ["Feb 2031", "Apr 2031"], "▁█"),
        ("Ministry of Roads", ["Mar 2031"], ""),
    ]
    assert point(lines[1]).step is None
    step = point(lines[0]).step
    assert step is not None
    assert step.before.briefing is ports[0]
    words = "month, level, ships"
    assert line_heads(lines) == ((words, "▁█", "OFFICE"), (words, "", "Ministry of Roads"))
    assert list(apart_words(lines)) == ["organisers are not set against each other"]
    alone = series(ports, "ships")
    assert not several_organisers(alone)
    assert line_heads(alone) == ((words, "▁█", ""),)
    assert not list(apart_words(alone))


def test_a_revision_is_the_organisers_own() -> None:
    lines = series(
        (gave("2031-03-10", "10", "2031-02"), gave("2031-03-12", "12", "2031-02", organiser="Bank")), "ships"
    )
    assert [point(each).revised for each in lines] == [False, False]


def test_another_organisers_year_to_date_makes_no_quarter_one() -> None:
    lines = series(
        (
            gave("2031-04-10", "10", "2031-01/2031-03"),
            gave("2031-06-10", "9", "2031-01/2031-05", organiser="Bank"),
        ),
        "ships",
    )
    assert [each.span for each in lines] == ["quarter", "year to date"]


def test_briefings_whose_organiser_is_not_told_have_nothing_to_do_with_each_other() -> None:
    untold = [gave(f"2031-0{month}-10", "10", f"2031-0{month}", organiser=NOT_TOLD) for month in (3, 4)]
    lines = series(untold, "ships")
    assert [(told(each), point(each).step) for each in lines] == [(["Mar 2031"], None), (["Apr 2031"], None)]
    assert [whose for _, _, whose in line_heads(lines)] == ["organiser not told", "organiser not told"]
    assert list(apart_words(lines))[1] == "one not told yet: organiser in briefing.toml tells it"


def test_gaps_of_a_regular_line_are_told_and_drawn() -> None:
    monthly = [gave(f"2024-1{n}-01", f"1{n}", f"2024-0{month}") for n, month in enumerate((1, 2, 5))]
    line = only(*monthly)
    assert told(line) == ["Jan 2024", "Feb 2024", "Mar 2024..Apr 2024 2", "May 2024"]
    assert line.blocks == "▁▅·█"
    quarters = ("2023-04/2023-06", "2023-07/2023-09", "2024-01/2024-03")
    line = only(*(gave(f"2024-05-0{n}", str(n), period) for n, period in enumerate(quarters, 1)))
    assert told(line) == ["Q2 2023", "Q3 2023", "Q4 2023..Q4 2023 1", "Q1 2024"]


def test_a_line_stands_between_its_lowest_and_its_highest_figure() -> None:
    line = only(*(gave(f"2024-1{n}-01", value, f"2024-0{n + 1}") for n, value in enumerate(("10", "30", "20"))))
    assert line.heights(21) == (1, 21, 11)
    assert line.blocks == "▁█▅"
    flat = only(gave("2024-02-01", "7", "2024-01"), gave("2024-03-01", "7", "2024-02"))
    assert flat.heights(24) == (12, 12)
    assert only(gave("2024-02-01", "7", "2024-01")).heights(24) == ()


def test_candidates_are_left_out() -> None:
    taken, found = gave("2024-02-01", "10", "2024-01"), gave("2024-03-01", "11", "2024-02", candidate=True)
    assert told(only(taken, found)) == ["Jan 2024"]
    assert series((found,), "ships") == ()


def test_what_is_not_regular_has_no_gaps() -> None:
    days = ("2024-01-31", "2024-03-17", "2024-09-30")
    assert told(only(*(gave(day, "1", day) for day in days))) == [
        "as of 31 Jan 2024",
        "as of 17 Mar 2024",
        "as of 30 Sep 2024",
    ]
    assert len(only(gave("2020-03-01", "1", "2020"), gave("2024-03-01", "2", "2024")).points) == 2


def test_quarterly_days_are_regular() -> None:
    days = ("2023-12-31", "2024-03-31", "2024-09-30")
    line = only(*(gave(f"2024-11-0{n}", str(n), day) for n, day in enumerate(days, 1)))
    assert told(line)[2] == "end of Jun 2024..end of Jun 2024 1"


def test_another_figure_for_a_period_is_a_revision_and_the_newest_counts() -> None:
    first, again, later = (
        gave("2024-02-01", "10", "2024-01"),
        gave("2024-03-01", "12", "2024-01"),
        gave("2024-03-02", "15", "2024-02"),
    )
    line = only(later, again, first)
    revised = point(line, 0)
    assert revised.revised
    assert [each.briefing.id for each in revised.given] == ["b-2024-02-01", "b-2024-03-01"]
    assert (revised.last.indicator.value, str(revised.last.place)) == (Decimal(12), "b-2024-03-01#q1/1")
    step = point(line).step
    assert step is not None
    assert (step.difference, step.per_cent, step.before) == (Decimal(3), Decimal("25.0"), revised.last)


def test_the_same_figure_said_again_in_another_scale_is_no_revision() -> None:
    line = only(
        gave("2024-02-01", "8316", "2024", scale="thousand"),
        gave("2024-03-01", "8.316", "2024-01/2024-12", scale="million"),
    )
    assert len(line.points) == 1
    assert not point(line).revised
    assert line.blocks == ""


def test_changes_are_exact_but_for_the_per_cent() -> None:
    step = point(
        only(gave("2023-02-01", "3.1", "2022", scale="million"), gave("2024-02-01", "3.3", "2023", scale="million"))
    ).step
    assert step is not None
    assert (step.difference, step.unit, step.per_cent) == (Decimal(200_000), "ships", Decimal("6.5"))
    step = point(
        only(
            gave("2023-02-01", "5.8", "2022", unit="%", kind="growth"),
            gave("2024-02-01", "5.5", "2023", unit="%", kind="growth"),
        )
    ).step
    assert step is not None
    assert (step.difference, step.unit, step.per_cent) == (Decimal("-0.3"), "percentage points", None)
    step = point(only(gave("2023-02-01", "0", "2022"), gave("2024-02-01", "7", "2023"))).step
    assert step is not None
    assert (step.difference, step.per_cent) == (Decimal(7), None)


def test_a_bound_is_not_computed_with() -> None:
    assert point(only(gave("2023-02-01", "5", "2022", comparator=">"), gave("2024-02-01", "7", "2023"))).step is None


def test_an_amount_of_a_year_to_date_is_held_against_the_same_months() -> None:
    line = only(
        gave("2023-10-01", "100", "2023-01/2023-09"),
        gave("2024-04-01", "30", "2024-01/2024-03"),
        gave("2024-10-01", "110", "2024-01/2024-09"),
    )
    assert line.span == "year to date"
    assert [each.step.per_cent if each.step else None for each in line.points if isinstance(each, Point)] == [
        None,
        None,
        Decimal("10.0"),
    ]


def test_what_has_no_end_is_never_revised() -> None:
    line = only(gave("2024-05-01", "10", "2024-01/.."), gave("2024-09-01", "30", "2024-01/.."))
    assert (len(line.points), line.span) == (2, "open")
    assert not any(each.revised for each in line.points if isinstance(each, Point))


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("2021-01/..", "2024-01/..", ["since Jan 2021, level, ships", "since Jan 2024, level, ships"]),
        ("2023-04/2023-12", "2024-02/2024-05", ["9 months, level, ships", "4 months, level, ships"]),
        ("2020/2023", "2024-04/2024-09", ["48 months, level, ships", "6 months, level, ships"]),
        ("2024-03-01/2024-03-10", "2024-04-01/2024-04-30", ["10 days, level, ships", "30 days, level, ships"]),
        ("P3M", "P6M", ["past 3 months, level, ships", "past 6 months, level, ships"]),
    ],
)
def test_times_of_other_lengths_or_starts_stand_in_lines_of_their_own(one: str, other: str, words: list[str]) -> None:
    lines = series((gave("2024-03-01", "100", one), gave("2024-10-01", "30", other)), "ships")
    assert [line_words(each) for each in lines] == words
    assert [point(each).step for each in lines] == [None, None]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2021-01/..", "2021/.."),
        ("2023-02/2023-05", "2024-02/2024-05"),
        ("2019/2020", "2021-01/2022-12"),
        ("P3M", "P3M"),
    ],
)
def test_times_of_one_length_or_start_are_compared(one: str, other: str) -> None:
    line = only(gave("2024-03-01", "100", one), gave("2024-10-01", "130", other))
    assert step_words(point(line).step) == "▲ +30 (+30.0 %)"


def test_the_smallest_and_the_largest_figures_of_content_are_computed_exactly() -> None:
    small, large = gave("2023-02-01", "1e-12", "2022"), gave("2024-02-01", "999999999999999", "2023", scale="trillion")
    step = point(only(small, large)).step
    assert step is not None
    assert step.difference == Decimal("999999999999998999999999999.999999999999")
    assert step.per_cent == Decimal("99999999999999899999999999999999999999900.0")
    step = point(
        only(gave("2023-02-01", "999999999999999", "2022", scale="trillion"), gave("2024-02-01", "1e-12", "2023"))
    ).step
    assert step_words(step) == "▼ −999,999,999,999,998.999999999999999999999999 trillion ships (−100.0 %)"
