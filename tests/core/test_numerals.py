"""Figures in prose: every number is found whole, with where it stands."""

from decimal import Decimal

import pytest

from briefing_tui.numerals import numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("rose 5.8% year on year", ["5.8"]),
        ("1,557 specialists and 504,000 enterprises", ["1557", "504000"]),
        ("12,345,678.9", ["12345678.9"]),
        ("on Oct. 23, 2024", ["23", "2024"]),
        ("5,10 and 1,2345", ["5", "10", "1", "2345"]),
        ("from 2024-2027, 10%-20%", ["2024", "2027", "10", "20"]),
        ("RMB1.5 trillion, $10 billion, US$2.75", ["1.5", "10", "2.75"]),
        ("fell −2.1% or -3%", ["2.1", "3"]),
        ("C919, 5G-A, GPT-4", ["919", "5", "4"]),
        ("It ended at 3.", ["3"]),
        ("版本 2024年增长5.8%", ["2024", "5.8"]),
    ],
)
def test_digits(text: str, values: list[str]) -> None:
    assert [number.value for number in numbers(text)] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Twenty-four platforms", ["24"]),
        ("eight consecutive months in nineteen cities", ["8", "19"]),
        ("nearly half, one-third, two-thirds", ["50", "33.3", "66.7"]),
        ("double-digit growth; sales doubled, then tripled", ["10", "100", "200"]),
        ("ninety-nine and a dozen", ["99", "12"]),
        ("tri-fold, three-dimensional, first, third, tenth", []),
        ("someone weighed a ton", []),
    ],
)
def test_words(text: str, values: list[str]) -> None:
    assert [number.value for number in numbers(text)] == [Decimal(value) for value in values]


def test_every_number_says_where_it_stands() -> None:
    text = "Twenty-four platforms exceed $10,000.5 (2024), half of them."
    assert [text[number.start : number.end] for number in numbers(text)] == [
        *("Twenty-four", "10,000.5", "2024", "half")
    ]
    assert all(number.words == text[number.start : number.end] for number in numbers(text))
