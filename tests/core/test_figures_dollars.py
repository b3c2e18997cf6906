"""`$` is the money of the one dollar country that the header names, else American; told ones stay what they are."""

import pytest

from briefing_tui.transcripts import read
from briefing_tui.transcripts.drafting import briefing_of
from briefing_tui.transcripts.figures_dollars import dollars_of, in_dollars


@pytest.mark.parametrize(
    ("header", "code"),
    [
        (("Reserve Bank of Australia", ""), "AUD"),
        (("Media briefing", "Suva, Fiji"), "FJD"),
        (("Statistics Canada",), "CAD"),
        (("Australia and New Zealand meet",), "USD"),
        (("White House: the President and the Prime Minister of Canada",), "USD"),
        (("Budget briefing",), "USD"),
    ],
)
def test_whose_dollars_a_header_leads_one_to_expect(header: tuple[str, ...], code: str) -> None:
    assert dollars_of(header) == code


@pytest.mark.parametrize(
    ("unit", "quote", "text", "want"),
    [
        ("USD", "$5 million", "It cost $5 million.", "AUD"),
        ("USD/day", "5 dollars a day", "It costs 5 dollars a day.", "AUD/day"),
        ("USD", "US$5 million", "It cost US$5 million.", "USD"),
        ("USD", "6 million", "It cost US$5 million, then 6 million.", "USD"),
        ("USD", "6 million", "It cost $5 million, then 6 million.", "AUD"),
        ("EUR", "5 euros", "It cost 5 euros.", "EUR"),
        (None, "5", "5", None),
    ],
)
def test_told_dollars_stay(unit: str | None, quote: str, text: str, want: str | None) -> None:
    assert in_dollars(unit, quote, text, "AUD") == want


def test_the_figures_of_a_briefing_have_the_money_of_its_country() -> None:
    text = """Press conference of the Reserve Bank of New Zealand
Wellington, 4 July 2030

Jane Roe:
Reserves are $3 billion.

Radio North:
Why?

Jane Roe:
They were US$2 billion.
"""
    units = [each.unit for each in briefing_of(read(text.encode(), "a.txt"), "a").indicators]
    assert units == ["NZD", "USD"]
