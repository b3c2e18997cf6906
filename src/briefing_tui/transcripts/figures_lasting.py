"""Lengths of time: which are figures, `a wait of 19 hours`, and which only tell when, `within two years`."""

from __future__ import annotations

import re

from briefing_tui.numerals import WORDS
from briefing_tui.transcripts.figures_patterns import spoken

_NUMBER = rf"(?:(?<![\d.,])\d[\d,]*(?:\.\d+)?|{WORDS})"
_MANY = rf"(?:{_NUMBER}|a few|several)(?:[\s-]plus)?"
# A length of time holds one of these.
UNITS = tuple(
    f" {unit}"
    for unit in (
        "year",
        "month",
        "week",
        "day",
        "hour",
        "minute",
        "seconds",
        "quarter",
        "decade",
        "centur",
        "night",
        "generation",
    )
)
_UNITS = "years?|months?|weeks?|days?|hours?|minutes?|seconds|quarters?|decades?|centuries|nights|generations?"
# Begins like a number, for a pattern of many; every blank stands for any white space.
LASTING = (
    rf"(?P<many>\b(?P<low>{_MANY})(?:(?:\s*[-–]\s*| (?:to|or|and) ){_MANY})?"
    r"(?: and (?:a half|a quarter|three quarters))?)"
    rf"(?P<more> (?:more|full|long|short|extra))? (?P<unit>{_UNITS})\b"
)
_ABOUT = (
    "more than|less than|fewer than|at least|at most|up to|nearly|about|around|roughly|almost|some|only|just|under|over"
    "|another|approximately|exactly|as (?:much|long|little) as"
)
# What tells when or how long, and not how much: `in the next ten days`, `for two nights`.
_WHEN = re.compile(
    spoken(
        r"\b(?:(?<!put\s)in|within|(?<!just\s)(?<!well\s)over|during|after|before|past|last|next|previous|prior|preceding|first|final|coming|these|those|the"
        rf"|any|since|until|through|throughout|following|(?P<every>every)"
        rf"|(?P<for>(?<!enough\s)for)) (?:(?:{_ABOUT}|the|a period of) )*$"
    ),
    re.IGNORECASE,
)
_WHEN_PAST = re.compile(
    spoken(rf"\b(?:past|last|next|previous|first|coming|within) (?:(?:{_ABOUT}) )*$"), re.IGNORECASE
)
_TALKS = re.compile(
    spoken(
        r"\b(?:duration|length|recording|running time):? $"
        rf"|\b(?:we|you|i|they)(?: (?:only|just|still|now)|['’]ve)? (?:have|got|need) (?:(?:{_ABOUT}) )*$"
    ),
    re.IGNORECASE,
)
_YEARS = re.compile(
    spoken(
        r"\b(?:is|was|were|are|to|takes?|took|lasts?|lasted|averages?|averaged|reached|by|that['’]s"
        r"|for at least|enough for|(?:expectancy|sentence|term"
        rf"|life|age|lifespan|maturity) of)(?: to)? (?:(?:now|currently|{_ABOUT}) )*$"
    ),
    re.IGNORECASE,
)
_AT = re.compile(
    spoken(r" (?:ago|later|earlier|before|old|of age|from now|in a row|running|prior|since|hence)\b|['’]"),
    re.IGNORECASE,
)
# `waited for more than five hours`
_LONG = re.compile(spoken(r"\b(?:more than|less than|at least|up to|nearly|almost) $"), re.IGNORECASE)
_STOCK = re.compile(
    r"\s+of\s+(?:supply|supplies|stocks?|reserves?|fuel|cover|storage|testing|training|work|sales|inventory)\b"
)
_AHEAD = re.compile(r"\s+ahead\b")
_EACH = re.compile(r"\s+(?:each|apiece|per)\b", re.IGNORECASE)
_NEVER = ("quarter", "decade", "centur", "night", "generation")
_NEAR = 40


def lasts(match: re.Match[str]) -> bool:
    """Whether a match of `LASTING` within a larger pattern is a figure."""
    low, unit = match["low"].lower(), (match["unit"] or "").lower()
    if unit == "quarters" and match["many"].lower().endswith("and three"):
        return True
    never = not unit or unit.startswith(_NEVER) or match["more"] or low in ("one", "1", "a few", "several")
    if unit == "nights" and "." in low:
        return True
    if never or _AT.match(match.string, match.end()):
        return False
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    parted = "." in low or " and " in " ".join(match["many"].lower().split())
    if parted or unit.startswith("year"):
        return (parted and not _WHEN_PAST.search(before)) or _YEARS.search(before) is not None
    return _tells_how_long(match, before, unit, digits=low[0].isdigit())


def _tells_how_long(match: re.Match[str], before: str, unit: str, *, digits: bool) -> bool:
    when = _WHEN.search(before)
    if when is None:
        return _TALKS.search(before) is None or _STOCK.match(match.string, match.end()) is not None
    if when["every"]:
        return digits and unit.startswith(("minute", "hour"))
    if when["for"] is None or _AHEAD.match(match.string, match.end()):
        return False
    return digits or _LONG.search(before) is not None or _EACH.match(match.string, match.end()) is not None
