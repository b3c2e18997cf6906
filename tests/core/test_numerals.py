"""Figures in prose: every number is found whole, with where it stands."""

import time
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
        ("three quarters of them, one-fifth; a tenth of it, an eighth of ours", ["75", "20", "10", "12.5"]),
        ("a drop of a quarter. It fell by a third to 5, a fifth more than yours", ["25", "33.3", "5", "20"]),
        ("the first three quarters of 2024, a quarter of growth, a quarter of the year", ["3", "2024"]),
        ("by a third party, in the course of a quarter, a fifth round", []),
        ("half a percentage point, a quarter of 1 percent, half a million", ["0.5", "0.25", "0.5"]),
        ("a third of a percentage point", []),
        ("two hundred and fifty million, one hundred and twenty ships", ["250", "120"]),
        ("three thousand two hundred; ten thousand and six; a hundred million", ["3200", "10006", "100"]),
        ("two hundred ships, between one hundred and two hundred", ["2", "1", "2"]),
        ("one and a half billion, 2 and a half percent, three and three quarters", ["1.5", "2.5", "3.75"]),
        ("prices halved", ["50"]),
        ("三成，两成半，一半，四分之三，约三分之二", ["30", "25", "50", "75", "66.7"]),
        ("三成员国一成不变", []),
        ("double-digit growth; sales doubled, then tripled", ["10", "100", "200"]),
        ("ninety-nine and a dozen", ["99", "12"]),
        ("tri-fold, three-dimensional, first, third, tenth", []),
        ("someone weighed a ton", []),
        (
            "nine in ten, one out of seven, 1 in 20, one-in-five; one in three years",
            ["90", "14.3", "5", "20", "1", "3"],
        ),
        ("more than a third. Up a quarter; half have left, a fifth are here", ["33.3", "25", "50", "20"]),
        (
            "a quarter of an hour, two dozen, half a dozen, zero point five, three point two five",
            ["24", "6", "0.5", "3.25"],
        ),
        ("the third-largest port, the second biggest", ["3", "2"]),
        ("三家企业，十二座，两次；三个方面，一个，这两项，第三", ["3", "12", "2"]),
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


def test_letters_that_grow_when_they_become_small_shift_nothing() -> None:
    text = "İİİ has Two hundred and fifty İ, and 5"
    assert [text[number.start : number.end] for number in numbers(text)] == ["Two hundred and fifty", "5"]


@pytest.mark.parametrize("unit", ["one hundred and ", "a ", "7,777", "twenty ", "a quarter of ", "half a ", "5 and "])
def test_hostile_numbers_take_their_length_and_not_its_square(unit: str) -> None:
    def took(length: int) -> float:
        text = (unit * length)[:length]
        began = time.process_time()
        numbers(text)
        return time.process_time() - began

    assert took(80_000) < 8 * took(20_000) + 0.1


def test_a_part_of_a_whole_is_a_percentage_and_a_mixed_number_is_none() -> None:
    told = numbers("half, three quarters of it, doubled, 三成, two and a half, half a million, 5, twenty")
    assert [number.is_percentage for number in told] == [True, True, True, True, False, False, False, False]
