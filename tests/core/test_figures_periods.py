"""When a figure holds: by its own clause, by its sentence, or by an earlier one, and then marked so."""

import datetime
from dataclasses import replace

import pytest

from briefing_tui.quantity import Period
from briefing_tui.transcripts import read
from briefing_tui.transcripts.drafting import briefing_of
from briefing_tui.transcripts.figures import candidates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("In the first three quarters, output rose 5%.", "2023-01/2023-09"),
        ("In the first eight months output rose 5%.", "2023-01/2023-08"),
        ("Output rose 5% from January to September.", "2023-01/2023-09"),
        ("Output rose 5% in the second half of last year.", "2022-07/2022-12"),
        ("Output rose 5% in the third quarter.", "2023-07/2023-09"),
        ("By the end of August, 504 mills had opened.", "2023-08-31"),
        ("As of the end of February 2024, 504 mills had opened.", "2024-02-29"),
        ("As of June 15, 504 mills had opened.", "2023-06-15"),
        ("In August, output rose 5%.", "2023-08"),
        ("Data from August shows output rose 5%.", "2023-08"),
        ("Since the beginning of this year, 290 billion yuan has been raised.", "2023-01/.."),
        ("This year, output is projected to approach 1 trillion yuan.", "2023"),
        ("In the past three months, sales rose 5%.", "P3M"),
        ("Sales rose 5% in 2021.", "2021"),
        ("Since March, prices have doubled.", "2023-03/.."),
        ("Output rose 5%, the fastest since 2009.", None),
        ("Stocks are 5% higher than at the end of 2022.", None),
        ("Output rose 5%.", None),
    ],
)
def test_the_period_of_a_figure(text: str, iso: str | None) -> None:
    (found,) = candidates(text, None, 2023)
    assert (found.period.iso if found.period else None, found.period_inferred) == (iso, False)


def test_without_the_year_of_the_briefing_only_periods_told_in_full_are_known() -> None:
    first, second = candidates("Output rose 5% in August. It fell 3% in August 2021.")
    assert (first.period, second.period) == (None, Period.read("2021-08"))


def test_the_period_right_behind_a_figure_is_its_own() -> None:
    volume, revenue = candidates(
        "As of the end of September, traffic rose by 10.7%, "
        "with revenues reaching 1.17 billion yuan from January to August.",
        None,
        2023,
    )
    assert (volume.period, revenue.period) == (Period.read("2023-09-30"), Period.read("2023-01/2023-08"))


def test_a_period_carried_from_an_earlier_sentence_is_marked() -> None:
    first, second, third = candidates(
        "In the first half of the year, output rose 5%. Investment rose 7%. There are 31 provinces.", None, 2023
    )
    assert (first.period, first.period_inferred) == (Period.read("2023-01/2023-06"), False)
    assert (second.period, second.period_inferred) == (Period.read("2023-01/2023-06"), True)
    assert (third.period, third.period_inferred) == (None, False)


def test_a_period_is_carried_from_the_paragraph_before() -> None:
    (found,) = candidates("Investment rose 7%.", Period.read("2023-01/2023-06"))
    assert (found.period, found.period_inferred) == (Period.read("2023-01/2023-06"), True)


def test_what_is_said_of_this_moment_or_of_the_future_carries_nothing() -> None:
    (found,) = candidates("The rate is now expected to exceed 94%.", Period.read("2023-01/2023-06"))
    assert found.period is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Output rose 5% last month.", "2023-01"),
        ("Output rose 5% this month.", "2023-02"),
        ("Output rose 5% last quarter.", "2022-10/2022-12"),
        ("Output will rise 5% next quarter.", "2023-04/2023-06"),
        ("Output rose 5% last week.", None),
        ("Output rose 5% last year.", "2022"),
    ],
)
def test_last_month_has_a_period_where_the_month_of_the_briefing_is_known(text: str, iso: str | None) -> None:
    (found,) = candidates(text, None, 2023, 2)
    assert (found.period.iso if found.period else None) == iso
    assert "month" not in text or candidates(text, None, 2023)[0].period is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("GDP grew by 5 percent in the fourth quarter.", None),
        ("Output grew by 5 percent last month.", "2023-02"),
        ("Output will grow by 5 percent next month.", "2023-04"),
        ("Output was 5 percent in January.", "2023-01"),
    ],
)
def test_the_month_of_the_briefing_is_known_to_its_draft(text: str, iso: str | None) -> None:
    draft = read(f"MS. FOO: {text}\n\nQ Is that so?\n\nMS. FOO: It is.\n\nQ Well?\n\nMS. FOO: Yes.\n", "x.txt")
    (found,) = briefing_of(replace(draft, date=datetime.date(2023, 3, 4)), "case").indicators
    assert (found.period.iso if found.period else None) == iso


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In June 8.5 billion yuan was spent.", [("8.5", "2030-06")]),
        ("In May 12 million cars were sold.", [("12", "2030-05")]),
        ("In August 2,300 ships called.", [("2300", "2030-08")]),
        ("By September 30 percent of them had left.", [("30", None)]),
        ("By September 30, 40 percent of them had left.", [("40", "2030-09-30")]),
        ("In March 45 ships left and in May 12 came.", [("45", "2030-03"), ("12", "2030-05")]),
        ("We sold 12 cars in April and 14 in May.", [("12", "2030-04"), ("14", "2030-05")]),
        ("On May 12 we opened 3 schools.", [("3", None)]),
        (
            "In the third quarter, after storms had damaged two ports, imports fell 1%. Exports rose 5%.",
            [("2", "2030-07/2030-09"), ("-1", "2030-07/2030-09"), ("5", "2030-07/2030-09")],
        ),
        ("In 2030 and 2031 we built 300 and 400 schools.", [("300", None), ("400", None)]),
        (
            "In May, output was 8 million tons, 3 percent above last year's level. Coal output rose 2 percent.",
            [("8", "2030-05"), ("2", "2030-05")],
        ),
        ("It had risen 5 percent last year. Exports rose 4 percent.", [("5", "2029"), ("4", None)]),
        (
            "Revenue was 12.5 million (2022: 11.8 million), profit 3 million.",
            [("12.5", None), ("11.8", "2022"), ("3", None)],
        ),
    ],
)
def test_a_figure_behind_a_time_has_that_time(text: str, told: list[tuple[str, str | None]]) -> None:
    found = candidates(text, None, 2030)
    assert [(str(each.value), each.period and each.period.iso) for each in found] == told
