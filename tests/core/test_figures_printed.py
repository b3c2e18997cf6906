"""Figures as they are printed, what only looks like one, and what is told of a move: how far and since when."""

import pytest
from figures_said import said

from briefing_tui.transcripts.figures import candidates


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "The plant has 4 500 people and 12 300 cars worth €1 250 million.",
            ["4500 people", "12300 cars", "1250 million EUR"],
        ),
        ("Over 1 000 000 visitors came; we need 30 000 to 40 000 tons.", ["> 1000000 visitors", "30000–40000 t"]),
        ("On 12 May 300 people came; in 2023 120 did.", ["300 people", "120"]),
        ("Call 0800 123 456 or +43 1 234 567; rooms 101 to 103 are closed.", []),
        ("It cost 1234567890123456789 million dollars, 5 dollars each.", ["5 USD"]),
        ("GDP growth slowed from 3.1 percent to 2.9 percent.", ["3.1 %", "2.9 %"]),
        ("Prices fell for the first time since 2019, by 0.3 percent.", ["-0.3 %"]),
        ("Exports had negative growth of 27.3%.", ["-27.3 %"]),
        ("Exports: +3.2 %, imports: -0.8 %.", ["3.2 %", "-0.8 %"]),
        ("Trains run at 350 km/h, with gusts of 70 kilometres per hour.", ["350 km/h", "70 km/h"]),
        ("We protect the 64 state and local departments.", ["64 departments"]),
        ("Each has 412 seats and uses a fifth less power than its predecessor.", ["412 seats", "-20 %"]),
        ("Expect temperatures between minus 3 and minus 6 degrees.", ["-3 degrees", "-6 degrees"]),
        ("The file has 62,000 pages; see page 4 of 12 pages.", ["62000 pages"]),
        ("Seventeen today, down from 23 in June.", ["17", "23"]),
        ("If you are 65 or older, or 18, call on Monday at 1400, extension 2204, or go to pad 40.", []),
        ("Records go back to 1871; fewer than one in 100,000; 2 euros 10 a day.", []),
        ("Coverage fell by 3 percent, but the rate has gone from 34 to 41 percent.", ["-3 %", "34 %", "41 %"]),
    ],
)
def test_numbers_as_they_are_printed_and_what_is_no_figure(text: str, figures: list[str]) -> None:
    assert said(text) == figures


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vehicle production was 215,000 units.", ["Vehicle production"]),
        ("There were 300 people.", ["People"]),
        ("Sales rose 3.9% from a year earlier; in May they came to 633.2 billion crowns.", ["Sales", "Sales"]),
        ("Crude steel output totalled 8 million tonnes.", ["Crude steel output"]),
        ("Vehicle exports plunged 5 percent.", ["Vehicle exports"]),
    ],
)
def test_a_figure_is_named_by_what_is_measured(text: str, names: list[str]) -> None:
    assert [each.name for each in candidates(text)] == names


def test_a_growth_has_no_basis_that_is_said_of_another() -> None:
    (steel,) = candidates("Steel output rose 4.2% year on year, 0.3 percentage points faster than in July.")
    assert (steel.basis, steel.change and steel.change.basis) == ("year on year", None)
    *_, fallen = candidates("Sales grew 6 percent quarter on quarter; in the first half, they had fallen by 2 percent.")
    assert (str(fallen.value), fallen.basis) == ("-2", None)


def test_a_number_may_be_the_name_of_what_stands_before_it() -> None:
    assert said("It was settled on matchday 34 by rule 6.3 of the league, bill 214, at gate 12.") == []
    assert said("The hotline is 12328, and drivers waited for more than five hours.") == ["> 5 hours"]


def test_a_scale_goes_over_only_where_both_are_money() -> None:
    text = "We teach 1.2 million children. Class sizes dropped to 34.2 and 43.5 pupils, respectively."
    assert said(text)[1].startswith("34.2")
    assert "million" not in said(text)[1]
    assert said("It cost $2.4 billion, and the market thinks it is more like 2.8.")[1] == "2.8 billion USD"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Exports 120 135 150 tons; seats: 300 450 600.", []),
        ("Of the 20 300 left early. In week 12 300 cars came.", []),
        ("At 10 200 people gathered.", []),
        ("We have 120 000 tons and 1\u202f250 boats, 123\u00a0456 nets.", ["120000 t", "1250 boats", "123456 nets"]),
        ("It cost 300 dollars 20 years ago; production stood at 1230 tons.", ["300 USD", "1230 t"]),
        ("Lighthouse factories now number 172.", ["172 factories"]),
    ],
)
def test_two_numbers_are_never_read_as_one(text: str, figures: list[str]) -> None:
    joined = {"120135", "135150", "300450", "20300", "10200", "12300"}
    told = said(text)
    assert not [each for each in told if each.split()[0] in joined]
    assert [each for each in figures if each not in told] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Job vacancies dropped by 12,500 to 98,300.", [("Job vacancies", "98300", "-12500 vacancies")]),
        ("Revenue rose by $3 million to $40 million.", [("Revenue", "3", ""), ("Revenue", "40", "")]),
        ("Wages rose by 2 to 3 percent.", [("Wages", "2", "")]),
        (
            "The surplus was 0.4 billion euros, compared with 1.5 billion in March.",
            [("Surplus", "0.4", ""), ("Surplus, before", "1.5", "")],
        ),
        (
            "Inflation fell to 2.3 percent in February, from 2.7 percent in January.",
            [("Inflation", "2.3", ""), ("Inflation, before", "2.7", "")],
        ),
        ("We leave the key rate unchanged at 3.5 percent.", [("Key rate", "3.5", "")]),
    ],
)
def test_what_was_before_is_named_so_and_how_far_it_moved_is_no_range(text: str, told: list[tuple[str, ...]]) -> None:
    found = candidates(text, None, 2030)
    changes = [f"{each.change.value} {each.change.unit}" if each.change else "" for each in found]
    assert [(each.name, str(each.value), change) for each, change in zip(found, changes, strict=True)] == told


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("Sales grew 12% year over year and 3% sequentially.", ["year on year", "quarter on quarter"]),
        (
            "GDP grew 2.1% from the previous quarter and 7.4% from a year earlier.",
            ["quarter on quarter", "year on year"],
        ),
        ("Prices rose 5% year on year, or 2% compared with August.", ["year on year", None]),
        ("Output rose 1.8% month on month, 3.3% higher than a year ago.", ["month on month", "year on year"]),
        ("GDP grew by 1.1% quarter on quarter and 3.0% over the year.", ["quarter on quarter", "year on year"]),
        ("Output and sales rose 1.1% and 3.0% year on year.", ["year on year", "year on year"]),
    ],
)
def test_two_growths_of_a_sentence_have_each_its_own_basis(text: str, bases: list[str | None]) -> None:
    assert [each.basis for each in candidates(text)] == bases


def test_a_price_is_told_for_each_of_something_and_the_third_is_no_fourth_quarter() -> None:
    assert said("Power costs 0.84 crowns per kWh and 41.5 crowns per MWh.") == ["0.84 crowns/kWh", "41.5 crowns/MWh"]
    _, third = candidates("Wages rose by 3.8% in the fourth quarter, after 4.4% in the third.", None, 2030)
    assert third.period is None
