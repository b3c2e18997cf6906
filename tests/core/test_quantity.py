"""Values, scales, changes and periods: exact, readable, refused where they make no sense."""

from decimal import Decimal

import pytest

from briefing_tui.indicator import Indicator, Mention
from briefing_tui.quantity import Change, Period, Scale, digits, plain, scaled, unit_words

MENTIONS = (Mention(at="q1/1", quote="5.8%", source=1),)


@pytest.mark.parametrize(
    ("value", "scale", "number"),
    [
        ("8.316", "million", "8316000"),
        ("1.0018", "trillion", "1001800000000"),
        ("504000", None, "504000"),
        ("0.5", "hundred", "50"),
        ("0.12345", "thousand", "123.45"),
        ("-2.1", "billion", "-2100000000"),
        ("999999999999999", "trillion", "999999999999999000000000000"),
        ("1E+2", "million", "100000000"),
        ("12345678901234567890123", "million", "12345678901234567890123000000"),
        ("12345678901234567890123456789.1", "hundred", "1234567890123456789012345678910"),
        ("1E-40", "million", "0.0000000000000000000000000000000001"),
    ],
)
def test_a_scaled_number_is_exact_and_has_no_exponent(value: str, scale: Scale | None, number: str) -> None:
    assert plain(scaled(Decimal(value), scale)) == number


def test_digits_keep_what_was_said() -> None:
    assert digits(Decimal("504000")) == "504,000"
    assert digits(Decimal("7.50")) == "7.50"
    assert digits(Decimal("-2.1")) == "−2.1"
    assert digits(Decimal("1E+3")) == "1,000"


def test_units_stand_behind_a_blank_and_long_ones_are_short() -> None:
    assert unit_words("CNY/mu") == " CNY/mu"
    assert unit_words("percentage points") == " pp"
    assert unit_words(None) == ""


def test_a_change_needs_no_colour_to_be_read() -> None:
    assert Change(Decimal("27.3"), "%", "year on year").words == "▲ +27.3 %"
    assert Change(Decimal("-2.1"), "%").words == "▼ −2.1 %"
    assert Change(Decimal("0"), "%").words == "= ±0 %"
    assert Change(Decimal("7"), "percentage points").words == "▲ +7 pp"


@pytest.mark.parametrize(
    ("iso", "words", "start", "end"),
    [
        ("2024-01/2024-09", "Q1–Q3 2024", "2024-01", "2024-09"),
        ("2024-07/2024-09", "Q3 2024", "2024-07", "2024-09"),
        ("2024-01/2024-08", "Jan–Aug 2024", "2024-01", "2024-08"),
        ("2024-01/2024-12", "2024", "2024-01", "2024-12"),
        ("2024-08", "Aug 2024", "2024-08", "2024-08"),
        ("2024", "2024", "2024", "2024"),
        ("2024-09-30", "as of 30 Sep 2024", "2024-09-30", "2024-09-30"),
        ("2023-11/2024-02", "Nov 2023–Feb 2024", "2023-11", "2024-02"),
        ("2024-01/..", "since Jan 2024", "2024-01", None),
        ("P3M", "past 3 months", None, None),
        ("P1Y", "past 1 year", None, None),
        ("2024-02-29", "as of 29 Feb 2024", "2024-02-29", "2024-02-29"),
    ],
)
def test_a_period_is_read_and_worded(iso: str, words: str, start: str | None, end: str | None) -> None:
    period = Period.read(iso)
    assert (period.words, period.start, period.end, period.iso) == (words, start, end, iso)


@pytest.mark.parametrize(
    "iso",
    [
        *("", "2024-13", "2023-02-29", "2024-02-30", "0000", "2024-09/2024-01", "2024/2024-09", "2024-01/"),
        *("../2024", "September 2024", "２０２４", "P0M", "P3", "2024-01/2024-03/2024-05", "24-01"),
    ],
)
def test_a_period_that_makes_no_sense_is_refused_by_name(iso: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date|ends before it starts"):
        Period.read(iso)


def test_a_period_is_text() -> None:
    with pytest.raises(ValueError, match="a period is text"):
        Period.read(2024)


def test_periods_sort_by_their_end_and_those_without_dates_come_last() -> None:
    isos = ["P3M", "2024-01/..", "2024-09", "2024-01/2024-09", "2024-08"]
    ordered = sorted(isos, key=lambda iso: Period.read(iso).order)
    assert ordered == ["2024-08", "2024-01/2024-09", "2024-09", "2024-01/..", "P3M"]


def test_an_indicator_words_its_figure() -> None:
    vehicles = Indicator("a", "A", "t", "level", Decimal("8.316"), MENTIONS, scale="million", unit="vehicles")
    screens = Indicator("b", "B", "t", "level", Decimal(75), MENTIONS, unit="inches", value_max=Decimal(100))
    spraying = Indicator("c", "C", "t", "limit", Decimal(10), MENTIONS, unit="CNY/mu", comparator="<")
    assert vehicles.figure == "8.316 million vehicles"
    assert vehicles.number == 8_316_000
    assert screens.figure == "75–100 inches"
    assert spraying.figure == "< 10 CNY/mu"


def test_a_growth_rate_is_its_own_change_and_a_level_has_none_unless_said() -> None:
    growth = Indicator("a", "A", "t", "growth", Decimal("5.8"), MENTIONS, unit="%", basis="year on year")
    level = Indicator("b", "B", "t", "level", Decimal(3), MENTIONS)
    assert growth.growth == Change(Decimal("5.8"), "%", "year on year")
    assert level.growth is None


def test_an_inferred_period_stands_in_brackets() -> None:
    period = Period.read("2024-08")
    said = Indicator("a", "A", "t", "level", Decimal(3), MENTIONS, period=period)
    inferred = Indicator("b", "B", "t", "level", Decimal(3), MENTIONS, period=period, period_inferred=True)
    unsaid = Indicator("c", "C", "t", "level", Decimal(3), MENTIONS)
    assert [each.period_words for each in (said, inferred, unsaid)] == ["Aug 2024", "(Aug 2024)", ""]


def test_a_range_ends_above_where_it_starts() -> None:
    with pytest.raises(ValueError, match="value_max is larger"):
        Indicator("a", "A", "t", "level", Decimal(100), MENTIONS, value_max=Decimal(75))


def test_a_growth_between_two_rates_tells_both() -> None:
    from briefing_tui.indicator import Indicator, Mention

    growth = Indicator(
        "growth",
        "Growth",
        "all",
        "growth",
        Decimal(3),
        (Mention("q1/1", "3% to 5%", 1),),
        unit="%",
        value_max=Decimal(5),
    )
    assert growth.growth_words == "▲ +3–5 %"
