"""Which way a figure of a text moved, in the words that articles use."""

from __future__ import annotations

import pytest
from shipped_briefing import briefing

from briefing_tui.claims import claims
from briefing_tui.verify import verify

FELL = (
    "Exports plunged 27.3%.",
    "Exports were 27.3% fewer than a year earlier.",
    "Exports slipped by 27.3%.",
    "Exports lost 27.3%.",
    "Exports came to 4.3 million, 27.3% under the year before.",
    "Exports, at 4.3 million, were 27.3% smaller than a year earlier.",
    "Exports had negative growth of 27.3%.",
    "Exports did not grow 27.3%.",
    "Exports tumbled, dipped, sank and dwindled by 27.3%.",
    "Exports weakened by 27.3%.",
    "Exports retreated 27.3%.",
    "Exports were cut by 27.3%.",
    "The ministry cut exports by 27.3%.",
    "Exports eased 27.3%.",
    "Exports gave up 27.3%.",
    "Exports: −27.3%.",
    "Exports ended 27.3% short of a year earlier.",
    "Exports grew 7 percentage points slower than industry as a whole.",
    "Exports are 7 percentage points behind industry.",
    "The decline eased to 2.1%.",
    "Exports fell by more than 2.1%.",
    "Exports halved, or fell as much as 50%.",
    "Makers lowered output by 2.1%.",
    "Exports receded 2.1%.",
    "Exports grew slower than in July by 0.3 percentage points.",
)
ROSE = (
    "Exports: +2.1%.",
    "Exports were 2.1% more than a year earlier.",
    "Exports advanced 2.1%.",
    "Exports recovered a further 2.1%.",
    "Exports improved by 2.1%.",
    "Exports brought in 3 billion, a 2.1% improvement.",
    "Exports were 2.1% larger than a year earlier.",
    "Exports strengthened by 2.1%.",
    "Exports swelled 2.1%.",
    "Exports exceeded last year's by 2.1%.",
    "The less developed provinces grew by 2.1%.",
    "Exports grew by less than 2.1%.",
    "Growth fell to 2.1%.",
    "Growth was lower at 2.1%.",
    "Under the plan and under pressure, growth was 2.1%.",
    "Exports did not only grow 2.1%.",
    "Exports, helped by rain, added 2.1%.",
    "Exports outgrew industry by 7 percentage points.",
)
# What also stands where nothing falls or rises says nothing away from the figure.
NEITHER = (
    "In provinces under pressure and for lost orders the rate was 2.1%.",
    "The cut flowers make 2.1% of sales, more or less.",
    "For advanced machines it is 2.1%.",
    "It is 2.1% under the five-year plan.",
)


@pytest.mark.parametrize(
    ("text", "way"),
    [*((each, -1) for each in FELL), *((each, 1) for each in ROSE), *((each, 0) for each in NEITHER)],
)
def test_a_figure_moved_as_the_words_at_it_say(text: str, way: int) -> None:
    assert claims(text)[-1].direction == way


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Vehicle exports were 27.3% fewer than a year earlier.", "27.3%"),
        ("Electronic information manufacturing grew 12.8%, 7 percentage points slower than industry.", "7 percentage"),
        ("Emerging telecom revenue was 325.2 billion yuan, 9.4% short of a year earlier.", "9.4%"),
    ],
)
def test_a_rise_told_as_a_fall_is_different(text: str, wrong: str) -> None:
    checked = verify(briefing(), text)
    assert [each.words.startswith(wrong) for each in checked if each.outcome == "different"] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Emerging telecom businesses brought in 325.2 billion yuan, a 9.4% improvement on a year earlier.",
        "Investment in equipment swelled by 16.4% in the first three quarters.",
        "In eastern provinces under pressure, telecom business volume still rose 10.7%.",
        "The cost of plant-protection drones was cut to less than 10 yuan per mu.",
    ],
)
def test_a_rise_told_as_one_is_the_same(text: str) -> None:
    assert {each.outcome for each in verify(briefing(), text)} == {"same"}
