"""How English prints and speaks a number: digits, fractions and words, scales, money, percentages, "more than"."""

from __future__ import annotations

import re

from briefing_tui.numerals import AND_PART, BEGINS, GROWN, OF_ONE, PART, WORDS
from briefing_tui.quantity import Comparator


def spoken(pattern: str) -> str:
    """A pattern in which a blank stands for any white space, so that it reads like the words it finds."""
    return pattern.replace(" ", r"\s+")


_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_DIGITS = r"(?:(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?[¼½¾⅛⅜⅝⅞]?|[¼½¾⅛⅜⅝⅞])"
_NUMBER = rf"(?:{_DIGITS}{AND_PART}|(?=[A-Za-z])(?i:\b(?:{OF_ONE}|{WORDS}{AND_PART})))"
_SCALE = r"(?:[\s-](?:hundred|thousand|million|billion|trillion)\b|[\s-]?(?:bn|mn|tn)\b)"
_LETTER = r"(?(money)\s?[kKmMbB]\b|(?!))"  # `$5m`; whether `5m` is meters is told by what follows
_MONEY = r"(?:US\$|HK\$|A\$|C\$|[$€£¥]|\b(?:RMB|CNY|USD|EUR)\s?)"
_PERCENT = r"(?:\s?%|[\s-]per\s?cent\b(?!age)|\s+percentage[\s-]points?\b|[\s-]basis[\s-]points?\b)"
_RANK = spoken(
    rf"\b(?:[Tt]op|[Rr]ank(?:s|ed|ing)? (?:No\.|number)) (?P<place>\d{{1,3}}|(?:{_TEENS}|{_ONES})\b)"
    r"(?![\d%.]|\s*percent)"
)
_SHARE = rf"(?i:\b(?:{PART}|half\b(?=\s+(?:of|the)\b)|(?<=\bby\s)half\b(?=\s*(?:[,.;:!?)]|$))))"
_PLAIN = (
    rf"(?P<sign>(?<!\w)[−-](?=\d))?(?P<money>{_MONEY})?"
    rf"(?P<low>{_NUMBER})(?P<lowscale>{_SCALE}|{_LETTER})?(?P<lowpercent>{_PERCENT})?"
    rf"(?:(?P<glue>\s?[-–—]\s?|\s+to\s+|\s+and\s+)(?:{_MONEY})?(?P<high>{_NUMBER}))?"
    rf"(?P<scale>{_SCALE}|{_LETTER})?(?P<percent>{_PERCENT})?"
)
# Begins with a sign, a digit or one of few words: said first, that spares most of the way.
FIGURE = re.compile(
    rf"(?:(?=[^A-Za-z\s,.;])|(?i:(?={BEGINS}))|\b(?=[TtRr](?:op|ank)|RMB|[CE]|US|HK|A\$))"
    rf"(?:(?=[A-Za-z])(?:(?P<rank>{_RANK})|(?P<part>(?!(?i:{OF_ONE})){_SHARE})"
    rf"|(?P<grown>\b(?:{'|'.join(GROWN)})\b))|{_PLAIN})"
)
# What a number shares with one that follows in its list: `25 or 50 basis points`, `$400 and $450 billion`.
_LATER = rf"-?(?:,\s+{_DIGITS})*,?\s+(?:and|or|to)\s+(?:even\s+)?"
LATER_PERCENT = re.compile(rf"{_LATER}{_DIGITS}(?P<percent>{_PERCENT})(?P<scale>)?")
LATER_MEASURE = re.compile(rf"{_LATER}{_DIGITS}(?P<scale>{_SCALE})?")
LATER_SCALE = re.compile(rf"{_LATER}{_MONEY}{_DIGITS}(?P<scale>{_SCALE})(?P<percent>)?")

LATER_COUNT = re.compile(rf"\s+or\s+(?:even\s+)?{_DIGITS}")

_COMPARATORS: dict[Comparator, str] = {
    "≥": "at least|not? (?:less|fewer|lower) than|a minimum of",
    "≤": "up to|at most|not? (?:more|higher|greater) than|a maximum of",
    "<": "(?:less|fewer|lower) than|under|below",
    ">": "(?:more|greater|higher) than|over|above|in excess of|upwards? of|beyond|topp(?:ed|ing)"
    "|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?",
    "≈": "nearly|about|around|approximately|roughly|close to|almost|some|an? estimated|estimated at|as many as"
    "|approach(?:es|ed|ing)?|just (?:above|under|over)",
}
SIGNS = tuple(_COMPARATORS)
_ANY = "|".join(f"(?P<c{index}>{words})" for index, words in enumerate(_COMPARATORS.values()))
BEFORE = re.compile(spoken(rf"\b(?:{_ANY}) (?:an?\s+|the\s+)?$"), re.IGNORECASE)
AFTER = re.compile(
    spoken(
        r" (?:or more\b|and (?:above|over|more)(?=[^\w\s]|$)|or (?:above|higher)\b)|-plus\b|\+(?!\d)"
        r"|(?P<about> or so\b)"
    )
)
# `4.5m homes` are million, `4.5 m high` meters.
LETTER = re.compile(r"(?P<blank>\s)?(?P<letter>[km])\b")
LENGTH = re.compile(r"[\s-]+(?:long|high|deep|wide|tall|thick|away|apart|above|below)\b")
TO_LETTER = re.compile(r"\d\s?[km]\s*(?:[-–—]|to|and|or)\s*$")
# A number and letters that are no unit, `64GB phones`, say something else than the number.
GLUED = re.compile(r"[^\W\d_]")
# `11 more than last winter`; a time that is masked is a sign that no text holds.
MORE_THAN = re.compile(
    spoken(r" (?:(?P<up>more|higher)|(?P<down>fewer|less|lower)) than (?=last |a year |before\b|\x02)"), re.IGNORECASE
)
OF_THEM = re.compile(spoken(r" (?:out )?of (?:(?:them|these|those|the|its|our|their|all)\b|\d{2})"))
# `So far, 160 have signed.`
NAMED = re.compile(r"(?:(?<=[a-z,] )[A-Z]\w*|\b(?:at|by|in|on))\s$")
DOES = re.compile(r"\s+(?:have|had|were|are|will|remain(?:ed)?)\b")
LONG = re.compile(spoken(r" consecutive (years|quarters|months|weeks|days)\b"), re.IGNORECASE)

# A bare number is a figure only where such words lead up to it.
_MOVED = r"(?:rose|grew|increased|fell|dropped|went|expanded) (?:[\w%.]+\s+)?(?:to|from)"
_SUMMED = r"(?:number|total|count|tally|figure)\b[^.;]*\b(?:to|at|was|is|were|of)"
CUE = re.compile(
    spoken(rf"(?:reach\w*|total\w*|exceed\w*|stood at|number(?:s|ed|ing)?|amount\w* to|hit|{_SUMMED}|{_MOVED}) $"),
    re.IGNORECASE,
)
# `Of 19 participants, 12 see cuts` counts some of those.
OF_SOME = re.compile(r"\bof\s+(?:(?:the|our|their|its|all)\s+)?\d[\d,]*\s+[^.,;:]{3,40},\s+$", re.IGNORECASE)
POINTING = re.compile(
    r"\b(?:these|those|our|their|both|his|her|your|other|any|last|next|big|or|part)\s+$", re.IGNORECASE
)
