"""Figures in prose: every number in a text, in digits or in words, with where it stands.

Used to prove that a quote holds its figure and that no figure of a source was forgotten.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_UNITS = (
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: Decimal(i) for i, word in enumerate(_UNITS)} | {
    word: Decimal(10 * i) for i, word in enumerate(_TENS, 2)
}
# Words that say a figure without a numeral. Shares are percentages, as in the content.
_SAID = {
    "half": Decimal(50),
    "one-third": Decimal("33.3"),
    "two-thirds": Decimal("66.7"),
    "double-digit": Decimal(10),
    "double-digits": Decimal(10),
    "doubled": Decimal(100),
    "tripled": Decimal(200),
    "dozen": Decimal(12),
}

# Commas belong to a number only where they part groups of three: "1,557", but "23, 2024" and "5,10".
_NUMBER = re.compile(
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?[¼½¾⅛⅜⅝⅞]?|[¼½¾⅛⅜⅝⅞]"
    r"|\b(?:[Aa]|[Oo]ne|[Tt]wo)\s+thirds?(?=\s+of\b)|[A-Za-z]+(?:-[A-Za-z]+)*"
)
# The eighths that one sign says: `2¼` is two of them and 2.
_EIGHTHS = {"⅛": 1, "¼": 2, "⅜": 3, "½": 4, "⅝": 5, "¾": 6, "⅞": 7}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text: its value, its words, and where they begin and end."""

    value: Decimal
    words: str
    start: int
    end: int


def numbers(text: str) -> tuple[Number, ...]:
    """All numbers of a text in order, digits and words ("Twenty-four", "half", "double-digit")."""
    found = []
    for match in _NUMBER.finditer(text):
        value = _value(match[0])
        if value is not None:
            found.append(Number(value, match[0], match.start(), match.end()))
    return tuple(found)


def _value(words: str) -> Decimal | None:
    if words[-1] in _EIGHTHS:
        whole = words[:-1].replace(",", "")
        return Decimal(whole or 0) + Decimal(_EIGHTHS[words[-1]]) / 8
    if words[0].isdigit():
        return Decimal(words.replace(",", ""))
    lower = "-".join(words.lower().split()).replace("a-third", "one-third")
    if lower in _SAID:
        return _SAID[lower]
    if lower in _WORDS:
        return _WORDS[lower]
    tens, _, ones = lower.partition("-")
    if tens in _TENS and ones in _WORDS:
        return _WORDS[tens] + _WORDS[ones]
    return None
