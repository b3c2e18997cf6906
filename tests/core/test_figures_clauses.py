"""Figures whose unit or period stands in their own clause, and those of which no rule knows enough: left absent."""

import pytest

from briefing_tui.transcripts.figures import candidates


def told(text: str, year: int | None = 2023) -> list[str]:
    """Each figure in one line: `≥ 8 % | 2023`."""
    return [
        " ".join(
            str(each)
            for each in (
                *(() if one.comparator == "=" else (one.comparator,)),
                one.value,
                *(each for each in (one.scale, one.unit) if each),
                *(("|", one.period.iso) if one.period else ()),
            )
        )
        for one in candidates(text, None, year)
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Some 4.5m homes stand empty.", ["≈ 4.5 million homes"]),
        ("About 3m people and 12k visitors came.", ["≈ 3 million people", "12 thousand visitors"]),
        ("We built 3-4m homes.", ["3 million homes"]),
        ("The wall is 4.5 m long, 3m high and 2m wide.", ["4.5 m", "3 m", "2 m"]),
        ("A mast of 12 m fell.", ["12 m"]),
        ("It reached 4.5m.", []),
        ("The 4.5m-long boat sank.", []),
        ("Some 200 m sprints, and between 3m and 4m homes.", []),
        ("Sales of 64GB phones fell.", []),
        ("They cost £1.2bn, $5 m and $7m.", ["1.2 billion GBP", "5 million USD", "7 million USD"]),
        ("It weighs 12kg and is 5km long.", ["12 kg", "5 km"]),
    ],
)
def test_a_letter_behind_digits_is_a_scale_where_things_are_counted_and_meters_where_a_length_is_meant(
    text: str, figures: list[str]
) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It was $11.8 billion a year earlier.", ["11.8 billion USD"]),
        ("It cost 20 euros a month ago, 30 euros a month later.", ["20 EUR", "30 EUR"]),
        ("It costs $400,000 a year, or 30 euros each month.", ["400000 USD/year", "30 EUR/month"]),
        ("We added an average of 500,000 jobs per month since January.", ["500000 jobs/month | 2023-01/.."]),
        ("We hire 500 nurses per month, 900 people per day.", ["500 nurses/month", "900 people/day"]),
        ("They make 40 cars a week and 90 vans every day.", ["40 cars/week", "90 vans/day"]),
        ("They made 40 cars a week earlier.", ["40 cars"]),
        ("There are 5 deaths per 1,000 people.", ["5 deaths/1,000 people"]),
    ],
)
def test_what_a_unit_is_told_for_each_of(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Last month the mills added 11,000 posts, bringing the total in the fourth quarter of 2011 to 36,000.",
            ["11000 posts", "36000 posts | 2011-10/2011-12"],
        ),
        (
            "Since the yards emerged from bankruptcy in June of 2009, they added over 170,000 jobs. Exports rose 5%.",
            ["> 170000 jobs", "5 %"],
        ),
        ("Since June of 2009 they have added 170,000 jobs.", ["170000 jobs | 2009-06/.."]),
        ("Between 2019 and 2023 output rose 12%.", ["12 % | 2019/2023"]),
        ("Output rose 12% from May 2019 to June 2021.", ["12 % | 2019-05/2021-06"]),
        ("Output rose 12% from May 2019 to 2021.", ["12 %"]),
        ("Output by May 2019 was 12 tons.", ["12 t"]),
        ("Between March and June output rose 12%.", ["12 % | 2023-03/2023-06"]),
        ("Output rose 12% in March and June.", ["12 %"]),
        (
            "In 2012 it was $12 billion, up from $11 billion a year earlier.",
            ["12 billion USD | 2012", "11 billion USD"],
        ),
        ("In May output rose 5%. This week 300 mills opened. Exports rose 7%.", ["5 % | 2023-05", "300 mills", "7 %"]),
    ],
)
def test_a_period_belongs_to_its_clause_and_is_absent_where_nobody_tells_it(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("We had 8 percent-plus joblessness and 500-plus mills.", ["≥ 8 %", "≥ 500 mills"]),
        ("It takes 5 percent or more, in 20+ towns.", ["≥ 5 %", "≥ 20 towns"]),
        ("Inflation is 3% and above our hopes.", ["3 %"]),
        ("They impose a 30 to 40 to 60 and even 70 percent duty.", []),
        ("There were a million and a half soldiers.", []),
    ],
)
def test_bounds_said_behind_a_figure_and_rows_that_are_no_range(text: str, figures: list[str]) -> None:
    assert told(text) == figures


def test_what_something_is_down_by_is_a_fall_and_not_how_much_there_is() -> None:
    (found,) = candidates("We are still 8 million jobs down from last spring.")
    assert (found.kind, int(found.value), found.scale, found.unit) == ("growth", -8, "million", "jobs")
    (written,) = candidates("We wrote 8 million names down.")
    assert (written.kind, int(written.value)) == ("count", 8)


def test_a_quote_is_not_cut_within_makes_up() -> None:
    first, _ = candidates("It makes up 5 percent of the mills and 5 percent of the yards.")
    assert first.quote == "makes up 5 percent"
