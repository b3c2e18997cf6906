"""Values, scales, changes and periods: reading them, comparing them, putting them into words.

Decimals throughout, never binary floats. Knows nothing of briefings; `numerals` reads figures out of prose.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Any, Literal

Comparator = Literal["=", ">", "<", "≥", "≤", "≈"]
Scale = Literal["hundred", "thousand", "million", "billion", "trillion", "万", "亿"]

POWERS: dict[str, int] = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "万": 4, "亿": 8}
LARGEST = 10**15
MOST_DECIMALS = 12
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SHORT_UNITS = {"percentage points": "pp"}
MINUS = "−"


def sayable(number: int | Decimal) -> bool:
    """Whether a number is of a size that people say, which can be multiplied and printed without loss or delay."""
    if isinstance(number, int):
        return abs(number) < LARGEST
    if not number.is_finite():
        return False
    return abs(number) < LARGEST and int(number.as_tuple().exponent) >= -MOST_DECIMALS


def scaled(value: Decimal, scale: Scale | None) -> Decimal:
    """The number that is meant: 8.316 with scale `million` is 8316000, exactly."""
    if scale is None:
        return value
    power = POWERS[scale]
    exact = Context(prec=len(value.as_tuple().digits) + abs(value.adjusted()) + power)
    number = value.scaleb(power, exact)
    return number.quantize(Decimal(1), context=exact) if number == number.to_integral_value() else number


def digits(value: Decimal) -> str:
    """A decimal as people print it, every digit kept: 504,000 · 8.316 · −2.1."""
    return f"{value:,f}".replace("-", MINUS)


def ranged(value: Decimal, value_max: Decimal | None) -> str:
    """A number, or two that a range ends with, the nearer to nothing first: 3–5 · −3 to −5 · −1 to +2."""
    if value_max is None:
        return digits(value)
    if value >= 0:
        return f"{digits(value)}–{digits(value_max)}"
    return f"{digits(value)} to +{digits(value_max)}" if value_max > 0 else f"{digits(value_max)} to {digits(value)}"


def plain(value: Decimal) -> str:
    """A decimal as a program reads it: no grouping, no exponent."""
    return f"{value:f}"


def unit_words(unit: str | None) -> str:
    """The unit as it stands behind a number, with its blank: ` %`, ` CNY/mu`, or nothing."""
    return f" {SHORT_UNITS.get(unit, unit)}" if unit else ""


@dataclass(frozen=True, slots=True)
class Change:
    """A growth or fall told along with a level: 27.3 `%` `year on year`."""

    __pydantic_config__ = {"extra": "forbid"}

    value: Decimal
    unit: str
    basis: str | None = None

    @property
    def words(self) -> str:
        """Arrow, sign, number and unit, so that no colour is needed: `▲ +27.3 %`."""
        return self.worded("=")

    def worded(self, comparator: Comparator, value_max: Decimal | None = None, scale: Scale | None = None) -> str:
        """The words with a bound, an approximation, the end of a range or a scale in them.

        `▲ ≥ +10 %`, `▲ +3–5 %`, `▼ −3 to −5 %`, `▼ −8 million jobs`
        """
        arrow, sign = ("▲", "+") if self.value > 0 else ("▼", "") if self.value < 0 else ("=", "±")
        bound = "" if comparator == "=" else f"{comparator} "
        number = f"{bound}{sign}{ranged(self.value, value_max)}" + (f" {scale}" if scale else "")
        return f"{arrow} {number}{unit_words(self.unit)}"


_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_DURATION = re.compile(r"P([1-9]\d{0,3})([YMWD])", re.ASCII)
_DURATION_WORDS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def _date(text: str) -> tuple[int, ...]:
    """Year, month, day of an ISO date as far as they are given. ValueError where there is no such date."""
    match = _DATE.fullmatch(text)
    parts = tuple(int(part) for part in match.groups() if part) if match else ()
    year, month, day = (*parts, 1, 1, 1)[:3]
    if not parts or year == 0 or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        raise ValueError(f"'{text}' is not a date in ISO 8601 (2024, 2024-09 or 2024-09-30)")
    return parts


@dataclass(frozen=True, slots=True)
class Period:
    """A time in ISO 8601: `2024-08`, `2024-01/2024-09`, `2024-09-30` (as of), `2024-01/..` (since), `P3M`.

    `P3M` is the past three months. `start` and `end` are ISO dates; both are None for a duration, `end`
    for an open period.
    """

    iso: str
    start: str | None
    end: str | None

    @classmethod
    def read(cls, iso: object) -> Period:
        """Take an ISO text; ValueError says what is wrong with it."""
        if not isinstance(iso, str):
            raise ValueError("a period is text in ISO 8601, such as '2024-01/2024-09'")
        if _DURATION.fullmatch(iso):
            return cls(iso, None, None)
        start, slash, end = iso.partition("/")
        first, last = _date(start), _date(end) if slash and end != ".." else ()
        if last and (len(first) != len(last) or last < first):
            raise ValueError(f"'{iso}' ends before it starts, or mixes years, months and days")
        return cls(iso, start, None if end == ".." else end or start)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(cls.read)

    @property
    def words(self) -> str:
        """For people: `Q1–Q3 2024`, `Aug 2024`, `as of 30 Sep 2024`, `since Jan 2024`, `past 3 months`."""
        if match := _DURATION.fullmatch(self.iso):
            unit = _DURATION_WORDS[match[2]]
            return f"past {match[1]} {unit}{'s' if match[1] != '1' else ''}"
        assert self.start is not None
        if self.end is None:
            return f"since {_date_words(_date(self.start))}"
        first, last = _date(self.start), _date(self.end)
        if first == last:
            return ("as of " if len(first) == 3 else "") + _date_words(first)
        if len(first) == 2 and first[0] == last[0]:
            return _months_words(first[0], first[1], last[1])
        return f"{_date_words(first)}–{_date_words(last)}"

    @property
    def order(self) -> tuple[str, str]:
        """Sorts by when a period ends, then by when it starts; what has no date comes last."""
        return (self.end or "9999", self.start or "9999")


def _date_words(parts: tuple[int, ...]) -> str:
    year, *rest = parts
    words = [str(year)]
    if rest:
        words.insert(0, MONTHS[rest[0] - 1])
    if len(rest) == 2:
        words.insert(0, str(rest[1]))
    return " ".join(words)


def _months_words(year: int, first: int, last: int) -> str:
    if (first, last) == (1, 12):
        return str(year)
    if first % 3 == 1 and last % 3 == 0:
        quarters = (first + 2) // 3, last // 3
        last_words = f"–Q{quarters[1]}" if quarters[0] != quarters[1] else ""
        return f"Q{quarters[0]}{last_words} {year}"
    return f"{MONTHS[first - 1]}–{MONTHS[last - 1]} {year}"
