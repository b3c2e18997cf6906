"""What growth is compared with, told as a month, a quarter or last year, and several periods of one subject."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing, Document, Paragraph, Section, Turn
from briefing_tui.quantity import Change, Period
from briefing_tui.verify import verify

TEXT = (
    "In September, steel output was 8.2 million tonnes, up 3.0 percent year on year. From January to September, steel"
    " output was 69.4 million tonnes, up 2.0 percent year on year. Coal imports were 3.3 million tonnes."
    " Cement output fell 1.4 percent month on month. Glass output rose 4.2 percent, 0.3 percentage points faster."
)
SEPTEMBER, NINE_MONTHS = Period.read("2031-09"), Period.read("2031-01/2031-09")


def briefing() -> Briefing:
    """Steel of a month and of nine months, coal, and cement against the month before."""
    steel = [
        Indicator(
            f"steel-{number}",
            "Steel output",
            "yards",
            "level",
            Decimal(value),
            (Mention("s/1", f"{value} million tonnes", 1),),
            "million",
            "t",
            change=Change(Decimal(change), "%", "year on year"),
            period=period,
        )
        for number, (value, change, period) in enumerate((("8.2", "3.0", SEPTEMBER), ("69.4", "2.0", NINE_MONTHS)))
    ]
    coal = Indicator(
        "coal", "Coal imports", "yards", "level", Decimal("3.3"), (Mention("s/1", "3.3 million", 1),), "million", "t"
    )
    cement = Indicator(
        "cement",
        "Cement output",
        "yards",
        "growth",
        Decimal("-1.4"),
        (Mention("s/1", "1.4 percent", 1),),
        None,
        "%",
        basis="month on month",
        period=SEPTEMBER,
    )
    glass = Indicator(
        "glass",
        "Glass output",
        "yards",
        "growth",
        Decimal("4.2"),
        (Mention("s/1", "4.2 percent", 1),),
        None,
        "%",
        basis="year on year",
        change=Change(Decimal("0.3"), "percentage points", "year on year"),
        period=SEPTEMBER,
    )
    section = Section("s", "t", "opening", "Opening", (Turn("statement", (Paragraph(1, TEXT, (1,)),)),))
    documents = (Document("t", "transcript", "T", ("s",)),)
    day = datetime.date(2031, 10, 14)
    return Briefing("b", "B", "O", day, documents, (), (), (section,), (*steel, coal, cement, glass))


@pytest.mark.parametrize(
    "text",
    [
        "Steel output was up 3 percent in September and up 2 percent in the first nine months.",
        "Steel output rose 3 percent in September and 2 percent in the first nine months.",
        "Coal: 3.3 million t",
        "Coal imports came to 3.3 mln tons.",
        "Steel output rose 3 percent from September last year.",
        "In September, steel output rose 3 percent compared with September 2030.",
        "Steel output was 3 percent above last year's.",
        "Steel output exceeded last year's by 3 percent.",
        "Cement output fell 1.4 percent from August.",
        "Cement output was 1.4 percent below that of last month.",
        "Steel output was up 2 percent from January to September.",
        "Glass output rose 4.2 percent year on year, 0.3 percentage points faster than in August.",
    ],
)
def test_the_same_in_other_words_is_the_same(text: str) -> None:
    assert {(each.outcome, each.reason) for each in verify(briefing(), text)} == {("same", "")}


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Steel output rose 3 percent from August.", "year on year"),
        ("Steel output rose 3 percent from last month.", "year on year"),
        ("Steel output rose 3 percent on the month before.", "year on year"),
        ("Steel output, at 8.2 million tonnes, was 3 percent above that of August.", "year on year"),
        ("Steel output was 3 percent higher than in the second quarter.", "year on year"),
        ("Steel output rose 3 percent from August last year.", "year on year"),
        ("Cement output fell 1.4 percent from September last year.", "month on month"),
        ("Cement output fell 1.4 percent from May.", "month on month"),
    ],
)
def test_another_month_or_quarter_compared_with_is_told(text: str, basis: str) -> None:
    wrong = [each for each in verify(briefing(), text) if each.outcome == "different"]
    assert [each.reason for each in wrong] == [f"basis: {basis}"]


def test_a_figure_of_the_other_period_is_different() -> None:
    text = "Steel output was up 2 percent in September and up 3 percent in the first nine months."
    assert [each.reason for each in verify(briefing(), text)] == ["period: Q1–Q3 2031", "period: Sep 2031"]
