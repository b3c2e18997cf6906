"""What did not happen is no change: denied, asked, debated, supposed; and what a figure is held against is not its own.

Better no period, no direction and no figure than a wrong one.
"""

import datetime
from dataclasses import replace

import pytest

from briefing_tui.indicator import Indicator
from briefing_tui.transcripts import read
from briefing_tui.transcripts.drafting import briefing_of
from briefing_tui.transcripts.figures import candidates


def told(text: str) -> list[str]:
    """Each figure in one line: value, scale, unit, kind, status."""
    return [
        " ".join(str(part) for part in (each.value, each.scale, each.unit, each.kind, each.status) if part)
        for each in candidates(text, None, 2022, 4)
    ]


def drafted(text: str) -> tuple[Indicator, ...]:
    draft = read(f"MS. FOO: {text}\n\nQ Is that so?\n\nMS. FOO: It is.\n\nQ Well?\n\nMS. FOO: Yes.\n", "x.txt")
    return briefing_of(replace(draft, date=datetime.date(2022, 4, 15)), "case").indicators


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "There was a debate over whether to move by 25 or 50 basis points.",
            ["25 basis points level expected", "50 basis points level expected"],
        ),
        ("We discussed the pros and cons of the 50 basis point cut.", ["-50 basis points growth expected"]),
        ("Did they consider cutting by 50 basis points?", ["-50 basis points growth expected"]),
        ("Would a cut of 50 basis points help?", ["-50 basis points growth expected"]),
        ("If prices rise 5 percent, we act.", ["5 % growth expected"]),
        ("Suppose prices rise 5 percent.", ["5 % growth expected"]),
        ("The move was 25 basis points.", ["25 basis points level actual"]),
        ("We raised rates by 25 basis points.", ["25 basis points growth actual"]),
        ("The board decided on a 25 basis point cut.", ["-25 basis points growth actual"]),
        ("If you look at exports, they rose 5%.", ["5 % growth actual"]),
        ("Could you comment on the 5% growth?", ["5 % growth actual"]),
    ],
)
def test_what_is_only_asked_debated_or_supposed_did_not_happen(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Prices did not rise 5%.", []),
        ("Prices never rose by 5 percent, and wages no longer grow by 3 percent.", []),
        ("Output failed to grow by 3 percent.", []),
        ("We didn't spend $5 million.", []),
        ("价格没有上涨5%。", []),
        ("未来增长3%。", ["3 % growth actual"]),
        ("Not only did prices rise 5%, wages rose 6%.", ["5 % growth actual", "6 % growth actual"]),
        ("It has not rained for 58 days.", ["58 days level actual"]),
        ("No fewer than 500 ships came.", ["500 ships count actual"]),
    ],
)
def test_what_is_denied_is_no_figure(text: str, figures: list[str]) -> None:
    assert told(text) == figures


def test_what_is_not_more_is_at_most() -> None:
    (bridge,) = candidates("The bridge cannot carry more than 25 tonnes.")
    assert (bridge.comparator, str(bridge.value)) == ("≤", "25")


def test_higher_than_something_is_a_difference_and_not_year_on_year() -> None:
    (one,) = candidates("That was 7 percentage points higher than that of industry, year on year.")
    assert one.basis == "against that of industry"
    (two,) = candidates("It increased by 5.8%, 7 percentage points higher than the industrial growth rate.")
    assert two.change
    assert two.change.basis == "against industrial growth rate"
    (year,) = candidates("Exports grew 5%, 2 percentage points higher than the same period last year.")
    assert year.change
    assert year.change.basis == "year on year"
    assert candidates("Fares are 12 percent higher than five years ago.")[0].basis is None


@pytest.mark.parametrize(
    "text",
    [
        "Capacity is three times that of 2019. Exports rose 5%. Imports fell 3%.",
        "Emissions must be reduced by 30% by 2030. Output rose 5%.",
        "Output rose 5%, up from 3% in 2019. Exports rose 5%.",
        "In 2021, output rose 5%. Today unemployment is falling. The share of women is 40%.",
        "In 2021, output rose 5%. The share of women is 40%.",
    ],
)
def test_a_year_of_comparison_or_of_a_target_is_not_carried(text: str) -> None:
    assert not any(each.period_inferred for each in candidates(text, None, 2022, 4))


def test_nor_is_it_carried_to_the_next_paragraph() -> None:
    for text in ("Output rose by 3% from 5% in 2019.", "Output rose 5% in 2021. Today it is falling."):
        assert not any(each.period_inferred for each in drafted(f"{text}\n\nSales rose 2%."))
    assert [each.period_inferred for each in drafted("Output rose 5% in 2021.\n\nSales rose 2%.")] == [False, True]


def test_the_past_months_of_one_clause_are_not_those_of_the_next() -> None:
    share, cars = candidates(
        "In the past three months, sales accounted for more than 50%, a breakthrough, and 928,000 cars were exported."
    )
    assert (share.period and share.period.iso, cars.period) == ("P3M", None)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Growth was revised down to 3.7 per cent in 2022.", ("projected", "2022")),
        ("Growth is seen at 3.7 per cent in 2022.", ("expected", "2022")),
        ("Growth was revised down to 3.7 per cent in 2021.", ("actual", "2021")),
        ("In the first half of the year, we will open 12 schools.", ("expected", "2022-01/2022-06")),
        ("There are 12 new schools in the first half of the year.", ("expected", "2022-01/2022-06")),
        ("In the first half of the year, we opened 12 schools.", ("actual", None)),
        ("By the end of June, 30 bridges will be finished.", ("expected", "2022-06-30")),
        ("By the end of June, 30 bridges had opened.", ("actual", None)),
        ("In the first quarter, exports rose 5%.", ("actual", "2022-01/2022-03")),
    ],
)
def test_a_time_that_is_not_over_is_not_reached(text: str, known: tuple[str, str | None]) -> None:
    (one,) = drafted(text)
    assert (one.status, one.period and one.period.iso) == known


def test_a_change_is_shown_with_its_scale() -> None:
    assert [each.growth_words for each in drafted("Output rose by 3 million tons.")] == ["▲ +3 million t"]
    (one,) = drafted("There were 11 more than last year.")
    assert "%" not in one.growth_words + one.figure
    text = "5G基站总数达404.2万个，较上年末净增29.8万个。"
    total, more = candidates(text, None, 2025)
    assert (total.name, more.name, more.kind, more.scale) == ("5G基站总数", "5G基站总数", "growth", "万")
    draft = read(f"发言人：{text}\n\n记者：是吗？\n\n发言人：是的。\n\n记者：好吗？\n\n发言人：好。\n", "x.txt")
    figures = briefing_of(replace(draft, date=datetime.date(2025, 9, 9)), "case").indicators
    assert "▲ +29.8 万 个" in [each.growth_words for each in figures]
    assert [each.kind for each in candidates("出口量增加3万吨。", None, 2025)] == ["growth"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It costs 12.4 billion €, or 300 € or 5€ each.", ["12.4 billion EUR", "300 EUR", "5 EUR"]),
        ("We spent 1,5 million euros and 2.345,67 euros.", ["1.5 million EUR", "2345.67 EUR"]),
        ("That is 12,5% of it.", ["12.5 %"]),
        ("We had 1,500 people, 2,5 and 3,4 and 1.234.567 so far.", ["1500 people"]),
        ("We need 8 percent–plus growth.", ["8 %"]),
    ],
)
def test_money_behind_its_number_and_the_decimal_comma(text: str, figures: list[str]) -> None:
    assert [
        " ".join(str(part) for part in (each.value, each.scale, each.unit) if part) for each in candidates(text)
    ] == figures


def test_percent_plus_is_a_lower_bound() -> None:
    assert candidates("We need 8 percent–plus growth.")[0].comparator == "≥"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It got a certificate from the Office, while a 300 MW gas turbine was ignited.", ["Gas turbine"]),
        ("The country pledged $300 million in aid, up from $250 million.", ["Aid", "Aid, before"]),
        ("In March, unemployment fell from 5.1% to 4.9%.", ["Unemployment, before", "Unemployment"]),
    ],
)
def test_the_name_of_a_figure_is_that_of_its_thing(text: str, names: list[str]) -> None:
    found = candidates(text, None, 2022, 4)
    assert [each.name for each in found] == names
    assert not any(each.period for each in found if each.name.endswith("before"))
