"""Digits as they are printed: `1,557`, `4 500`, `2.345,67`."""

from __future__ import annotations

import re
from decimal import Decimal

# Commas belong to a number only where they part groups of three: "1,557", but "23, 2024" and "5,10".
# As the continent writes them where the text shows it: `2.345,67`, `1,5 million`, `12,5%`; `2,5` alone tells nothing.
CONTINENTAL = (
    r"(?:\d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d,.]*\d)"
    r"|\d{1,3},\d{1,2}(?=\s?(?:%|per\s?cent\b|[mbt]r?illion\b|[mbt]n\b|percentage\b)))"
)
_CONTINENTAL = re.compile(r"\d{1,3}(?:(?:\.\d{3})+,\d{1,2}|,\d{1,2})")
# Groups of three parted by blanks, as much of Europe prints them; behind a month stands its day.
_MONTHS = ("may", "ary", "rch", "ril", "une", "uly", "ust", "ber")
_SHORT = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
# Behind such words two numbers stand as well: `in week 12 300 cars`, `of the 20 300 left`.
_TWO = ("week", "class of", "at", "of the", "of every", "over the past", "age", "aged", "terminal", "flight")
_AFTER = (*_MONTHS, *_SHORT, *(rf"{month}\." for month in _SHORT), *(rf"\b{word}" for word in _TWO))
_ALONE = "".join(rf"(?<!{end}\s)" for end in _AFTER)
# With a common blank three digits lead only to thousands: `120 135 150` may be a row of a table.
GROUPED = (
    rf"(?=[1-9]\d{{0,2}}[ \u00a0\u2009\u202f]\d{{3}})(?<![\d.,\x01])(?<![\d\x01]\s){_ALONE}[1-9]"
    r"(?:\d{0,2}(?:[\u00a0\u2009\u202f]\d{3})+|\d?(?: \d{3})+|\d\d(?: \d{3})* 000)(?!\d|[,\s]\d)(?:\.\d+)?"
)
_GROUPED = re.compile(r"\d{1,3}(?:\s\d{3})+(?:\.\d+)?")
DIGITS = rf"(?:{CONTINENTAL}|{GROUPED}|(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+)(?:\.\d+)?)"


def printed_otherwise(words: str) -> Decimal | None:
    """The value of digits grouped as on the continent, `4 500`, `2.345,67`; None of all others."""
    if _GROUPED.fullmatch(words):
        return Decimal("".join(words.split()))
    return Decimal(words.replace(".", "").replace(",", ".")) if _CONTINENTAL.fullmatch(words) else None
