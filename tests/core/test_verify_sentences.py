"""Sentences with several subjects: each figure is held against the subject of its own clause."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from shipped_briefing import briefing

from briefing_tui.cite import sentence
from briefing_tui.claims import claims
from briefing_tui.compare import Figure
from briefing_tui.movement import direction
from briefing_tui.verify import verify

RIGHT = (
    "NEV output rose 31.7% to 8.316 million, while NEV sales grew 32.5% to 8.32 million.",
    "Output rose 1.9%, while vehicle exports grew 27.3%.",
    "Microcomputer output rose 2.9%, mobile phone output rose 9.8% and color TV output rose 2.5%.",
    "Vehicle production grew 1.9%, vehicle sales 2.4% and vehicle exports 27.3%.",
    "NEV output rose 31.7% to 8.316 million, and sales 32.5% to 8.32 million.",
    "Exports of laptops rose 0.7% to 110 million, of TVs 8% to 81.29 million.",
    "Production of mobile phones grew 9.8% to 1.184 billion and that of color TVs 2.5% to 150 million.",
    "Output of mobile phones and color TVs grew by 9.8% and 2.5% respectively.",
    "Vehicle production and sales reached 21.47 million and 21.571 million, up 1.9% and 2.4%, respectively.",
    "Microcomputer, mobile phone and color TV output rose 2.9%, 9.8% and 2.5%, respectively.",
    "Operating income and total profit of the automobile industry rose by 3.2% and 3%, respectively.",
    "Exports of laptops and TVs rose to 110 million and 81.29 million, up 0.7% and 8% respectively.",
    "A 9.8% rise in mobile phone output and a 2.5% rise in color TV output lifted the sector.",
    "A 9.8% rise in mobile phone output outpaced a 2.5% rise in color TV output.",
    "Mobile phone production (up 9.8%) and exports of mobile phones (up 3.5%) drove the sector.",
    "While sales of new energy vehicles rose 32.5%, vehicle sales were up only 2.4%.",
    "Vehicle exports reached 4.312 million; it was a rise of 27.3%.",
    "Total profit of the automobile industry grew 3%; its operating income was up 3.2%.",
)
PLANTED = (
    ("Microcomputer output rose 2.9%, mobile phone output rose 8.9% and color TV output rose 2.5%.", ["8.9%"]),
    ("NEV output rose 31.7% to 8.361 million, while NEV sales grew 23.5% to 8.32 million.", ["8.361 million", "23.5%"]),
    ("NEV output rose 32.5% to 8.316 million, while NEV sales grew 31.7% to 8.32 million.", ["32.5%", "31.7%"]),
    ("NEV output rose 32.5% to 8.316 million, and sales 31.7% to 8.32 million.", ["32.5%", "31.7%"]),
    ("Vehicle production grew 2.4%, vehicle sales 1.9% and vehicle exports 27.3%.", ["2.4%", "1.9%"]),
    ("Exports of laptops rose 8% to 110 million, of TVs 0.7% to 81.29 million.", ["8%", "0.7%"]),
    ("A 2.5% rise in mobile phone output and a 9.8% rise in color TV output lifted the sector.", ["2.5%", "9.8%"]),
    ("A 9.8% rise in mobile phone output and a 2.5% fall in color TV output were seen.", ["2.5%"]),
    ("Mobile phone exports fell 3.5% and TV exports 8%.", ["3.5%", "8%"]),
    ("Output of mobile phones and color TVs grew by 9.3% and 2.5% respectively.", ["9.3%"]),
    ("Output of mobile phones and color TVs grew by 2.5% and 9.8% respectively.", ["2.5%", "9.8%"]),
    ("Microcomputer, mobile phone and color TV output rose 2.9%, 2.5% and 9.8%, respectively.", ["2.5%", "9.8%"]),
    (
        "Vehicle production and sales reached 21.571 million and 21.47 million, up 1.9% and 2.4%, respectively.",
        ["21.571 million", "21.47 million"],
    ),
    (
        "Vehicle production and sales reached 21.47 million and 21.571 million, up 2.4% and 1.9%, respectively.",
        ["2.4%", "1.9%"],
    ),
    (
        "The automobile industry's operating income and total profit rose by 3.1% and 3.2% respectively.",
        ["3.1%", "3.2%"],
    ),
    ("Vehicle exports reached 4.312 million; it was a rise of 23.7%.", ["23.7%"]),
    ("Vehicle exports declined 99 percent.", ["99 percent"]),
    ("Vehicle exports decreased 27.3% in the first three quarters.", ["27.3%"]),
    ("The number of vehicles exported marked 99 million.", ["99 million"]),
)


@pytest.mark.parametrize("text", RIGHT)
def test_each_figure_belongs_to_the_subject_of_its_own_clause(text: str) -> None:
    assert [each.outcome for each in verify(briefing(), text)] == ["same"] * len(verify(briefing(), text))


@pytest.mark.parametrize(("text", "planted"), PLANTED)
def test_the_number_of_the_clause_beside_is_no_excuse(text: str, planted: list[str]) -> None:
    assert [each.words for each in verify(briefing(), text) if each.outcome == "different"] == planted


def test_a_rate_and_the_level_beside_it_are_of_one_subject() -> None:
    checked = verify(briefing(), RIGHT[0])
    assert [each.indicator and each.indicator.id for each in checked] == [*["nev-production"] * 2, *["nev-sales"] * 2]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It rose 3.5 points with 1,200 measures.", ["3.5"]),
        ("Twenty-two more ships came, one hundred and two more boats.", ["22", "102"]),
        ("It cost eight and a half million euros and took two and a half hours.", ["8500000", "2.5"]),
        ("The firms now number 172, within the period number 504,000.", ["172", "504000"]),
        ("It cost 300 dollars 20 years ago; production stood at 1230.", ["300", "1230"]),
    ],
)
def test_no_figure_is_cut_by_what_only_talks(text: str, numbers: list[str]) -> None:
    found = {each.figure.number for each in claims(text)}
    assert [each for each in numbers if Decimal(each) not in found] == []


def test_every_figure_of_the_digest_is_a_claim_of_its_own_sentence() -> None:
    """What is passed over would be neither right nor wrong."""
    missed = []
    for indicator in briefing().indicators:
        for mention in indicator.mentions:
            paragraph = briefing().paragraph(mention)
            assert paragraph is not None
            said = {each.figure.number for each in claims(sentence(paragraph.text, mention.quote))}
            if abs(Figure.of(indicator, mention).number) not in said:
                missed.append((indicator.id, mention.quote))
    assert missed == []


def test_one_long_line_is_read_in_time_that_grows_with_it() -> None:
    line = "In May 2024 output rose 3 percent, and in June 2024 it fell by 12,000 tons. "
    short, long = (_seconds(line * count) for count in (500, 2000))
    assert long < 10 * short


def _seconds(text: str) -> float:
    begun = time.process_time()
    assert claims(text)
    return time.process_time() - begun


def test_words_of_a_rise_in_a_row_take_no_time() -> None:
    begun = time.process_time()
    assert direction("Output rose " + "nearly annually " * 100 + "foo ", "", "5%") in {-1, 0, 1}
    assert time.process_time() - begun < 1


def test_from_one_month_to_another_is_no_basis() -> None:
    text = "Industrial value added rose 5.8% from January 2024 to September 2024."
    assert [each.outcome for each in verify(briefing(), text)] == ["same"]
