"""The figures that a text claims: number, scale, unit, bound, direction, and the words around.

Names, dates and numbering are passed over. What the figures are held against is left to `verify`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, pairwise

from briefing_tui.compare import Figure
from briefing_tui.movement import direction
from briefing_tui.numerals import Number, numbers
from briefing_tui.quantity import Comparator, Scale
from briefing_tui.respective import RESPECTIVELY, by_place
from briefing_tui.transcripts.figures_masked import masked

# Numbers that only an article speaks of, besides what no text means as a figure: counts of one's own points, models.
_COUNT = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_TALK = re.compile(
    rf"\b{_COUNT}\s+(?:(?!percentage|basis)[a-z-]+\s+){{0,2}}(?:aspects|highlights|characteristics|features|points"
    r"|respects|ways|questions|reasons|things|tasks|measures|steps|priorities|fronts|takeaways)\b"
    r"|\band\s+a\s+half\b|\bor\s+two\b|\b(?:one|two)\s+(?:of|hand|another|more|by)\b"
    r"|\b(?:this|that|the|which|each|every|no|any|some|new|old)\s+one\b"
    r"|\b(?:iphone|mate|kirin)\s+\d+\b|\b[48]k\b",
    re.IGNORECASE,
)
_TIME = ("decade", "year", "quarter", "month", "week", "day", "hour", "minute", "second")
_UNITS = {
    "percentage points": r"percentage[\s-]points?|pp\b|ppts?\b",
    "basis points": r"basis[\s-]points?|bps?\b",
    "%": r"%|％|per[\s-]?cent\b|pct\b",
    "CNY": r"(?:chinese\s+)?yuan|rmb\b|renminbi|cny\b",
    "HKD": r"hong\s+kong\s+dollars|hkd\b|hk\$",
    "USD": r"(?:u\.?s\.?\s+)?dollars?|usd\b|(?:us)?\$",
    "EUR": r"euros?\b|eur\b|€",
    "GBP": r"pounds?\s+sterling|gbp\b|£",
    "JPY": r"(?:japanese\s+)?yen\b|jpy\b",
    "GW": r"gigawatts?\b|gw\b",
    "MW": r"megawatts?\b|mw\b",
    "kWh": r"kilowatt[\s-]hours?|kwh\b",
    "kW": r"kilowatts?\b|kw\b",
    "EFLOPS": r"eflops\b|exaflops\b",
    "ms": r"milliseconds?\b|ms\b",
    "inches": r"inch(?:es)?\b",
    "t": r"(?:metric\s+)?ton(?:ne)?s?\b|t\b",
    "km": r"kilomet(?:er|re)s?\b|km\b",
    **{f"{time}s": rf"(?:(?:consecutive|straight|successive|full|more)\s+)?{time}s?\b" for time in _TIME},
}
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_SCALES: dict[str, Scale] = {
    "mn": "million",
    "m": "million",
    "bn": "billion",
    "b": "billion",
    "tn": "trillion",
    "mln": "million",
    "bln": "billion",
}
_SCALE = re.compile(
    r"[\s-]*(?:(hundred)\s+)?(hundred|thousand|million|billion|trillion|trn|mln|bln|mn|bn|tn)s?\b", re.IGNORECASE
)
_SHORT_SCALE = re.compile(r"(m|b)\b")
_UNIT = re.compile(
    r"[\s-]*\(?(?:" + "|".join(f"({pattern})" for pattern in _UNITS.values()) + ")",
    re.IGNORECASE,
)
_MONEY = re.compile(r"(?:(hk\$)|((?:us)?\$|usd)|(¥|rmb|cny)|(€|eur)|(£|gbp))\s?$", re.IGNORECASE)
_MONEYS = ("HKD", "USD", "CNY", "EUR", "GBP")
_RANGE = re.compile(rf"\s*(?:to|and|-|–|—)\s*[$€£¥]?({_NUMBER})")
_LISTED = re.compile(rf"(?:(?:\s*,|\s+and|\s+or|\s*,\s*and)\s+{_NUMBER})+(?=[\s-]*(?:[a-z%％]))", re.IGNORECASE)
_BOUNDS: tuple[tuple[Comparator, str], ...] = (
    ("≤", r"no\s+more\s+than|not\s+more\s+than|at\s+most|up\s+to|a\s+maximum\s+of|top"),
    ("≥", r"no\s+(?:less|fewer)\s+than|not\s+less\s+than|at\s+least|a\s+minimum\s+of"),
    (
        ">",
        r"(?:more|greater)\s+than|over|above|beyond|upwards?\s+of|(?:exceed|surpass)(?:e?s|ed|ing)?|tops|topp(?:ed|ing)",
    ),
    ("<", r"(?:less|fewer|lower)\s+than|below|under"),
    (
        "≈",
        r"about|around|roughly|approximately|nearly|almost|close\s+to|some|approach(?:es|ed|ing)?|an?\s+estimated|approx\.",
    ),
)
_BOUND = re.compile(
    r"(?:^|[^\w-])(?:"
    + "|".join(f"({words})" for _, words in _BOUNDS)
    + r")\s+(?:(?:a|an|the|as\s+much\s+as)\s+)?(?:hk\$|us\$|[$€£¥]|rmb|usd|cny|eur)?\s?$",
    re.IGNORECASE,
)
_EDGE = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bNo)(?<!\bvs)(?<!\bSt)(?<!\b[A-Z])(?<!\bJan)(?<!\bFeb)(?<!\bMar)(?<!\bApr)"
    r"(?<!\bAug)(?<!\bSep)(?<!\bSept)(?<!\bOct)(?<!\bNov)(?<!\bDec)[.!?][\"'”’)\]]*\s+(?=[A-Z0-9\"'“‘(\[$€£¥])|\n"
)
_CLAUSE = re.compile(r"[,;:]\s|\s[–—-]\s|—|[()]|\b(?:while|whereas|but)\b")
# What parts two figures at the latest: `rose 9.8% and exports 3.5%`, `a 9.8% rise in output outpaced a 2.5% rise`.
_JOINT = re.compile(rf"{_CLAUSE.pattern}|\b(?:and|with)\b|\b(?=an?\s*$)")
_BEHIND = re.compile(r"(?:[ \t\n\"“'‘-]*(?!and\b|while\b)[^\W\d][\w'’-]*|[ \t\n]+\dG){0,6}")
_SOFT = re.compile(
    r"(?<=[^\s.!?:;\"”])[ \t]*\r?\n(?=[ \t]*[^\s\-*•#>|\d(])|(?<=[a-z,])[ \t]*\r?\n(?=[ \t]*\d)(?![ \t]*\d{1,3}[.)]\s)"
)


# How far a sentence without an end is read on either side of a figure.
_REACH = 600


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure as a text says it; `change` where it is told as growth or fall, `direction` −1, 0 or 1.

    `after` are the words behind it, `clause` the clause that holds it, `leads` those before, the nearest first,
    `before` the sentence before; `at` and `clause_at` are where it and its clause stand in the sentence. Under
    `respectively`, `subject` is what it is of by its place, `strangers` what the figures beside it are of.
    """

    figure: Figure
    measure: str
    change: bool
    direction: int
    start: int
    end: int
    after: str
    clause: str
    leads: tuple[str, ...]
    sentence: str
    before: str
    at: int
    clause_at: int
    subject: str = ""
    strangers: str = ""

    @property
    def naming(self) -> tuple[str, ...]:
        """The texts that may name what it is of, the nearest first; with `respectively` what its place says."""
        if RESPECTIVELY.search(self.sentence):
            return (self.subject,)
        return (self.clause, *self.leads)


def measure(unit: str | None) -> str:
    """The unit as figures are told apart by it: `CNY/mu` → `CNY`; empty for what is counted."""
    head = (unit or "").partition("/")[0]
    return head if head in _UNITS else ""


def claims(text: str) -> tuple[Claim, ...]:
    """The figures of a text, in order; positions are those of the text."""
    flat = _SOFT.sub(lambda match: " " * len(match[0]), text)
    edges = [0, *(match.end() for match in _EDGE.finditer(flat)), len(flat)]
    read = "".join(masked(piece, None)[0] for piece in _pieces(flat, edges))
    talk = [match.span() for match in _TALK.finditer(flat)]
    starts = [start for start, _ in talk]
    told = [each for each in numbers(read) if not _within(each.start, starts, talk)]
    joints = [_JOINT.search(flat, one.end, other.start) for one, other in pairwise(told)]
    joined = [joint.end() for joint in joints if joint]
    found: list[Claim] = []
    for number in told:
        if not found or number.start >= found[-1].end:
            found += _claim(flat, number, edges, joined)
    return tuple(paired for _, told in groupby(found, key=lambda each: each.sentence) for paired in _paired([*told]))


def _paired(told: list[Claim]) -> Iterator[Claim]:
    """The claims of a sentence, under `respectively` each with its own subject."""
    places = by_place(told[0].sentence, [(each.at, each.at + each.end - each.start) for each in told])
    for at, each in enumerate(told):
        subject, strangers = places.get(at, ("", ""))
        yield replace(each, subject=subject, strangers=strangers) if subject else each


def _pieces(flat: str, edges: list[int]) -> Iterator[str]:
    """The lines of a text, long ones cut where sentences end: masking takes the square of what it is given."""
    first = 0
    for edge in edges[1:]:
        if edge - first > _REACH or edge == len(flat) or flat[edge - 1] == "\n":
            yield flat[first:edge]
            first = edge


def _within(at: int, starts: list[int], spans: list[tuple[int, int]]) -> bool:
    before = bisect_right(starts, at) - 1
    return before >= 0 and at < spans[before][1]


def _claim(flat: str, number: Number, edges: list[int], joined: list[int]) -> Iterator[Claim]:
    """The claim that a number makes; none for `one` and `zero` as pronouns."""
    at = bisect_right(edges, number.start) - 1
    first = max(edges[at], number.start - _REACH)
    last = min(edges[min(at + 1, len(edges) - 1)], number.end + _REACH)
    head = flat[max(first, number.start - 40) : number.start]
    figure, unit, end = _figure(number, head, flat[number.end : last])
    if number.words.lower() in {"one", "zero"} and not figure.scale and (not unit or unit[:-1] in _TIME):
        return
    end += number.end
    money = _MONEY.search(head)
    start = number.start - (len(money[0]) if money else 0)
    ends = [match.end() for match in _CLAUSE.finditer(flat, first, last)]
    wide = max((each for each in ends if each <= number.start), default=first)
    cuts = sorted({first, *ends, *joined[bisect_right(joined, first) : bisect_left(joined, last)], last})
    here = bisect_right(cuts, number.start) - 1
    clause = flat[cuts[here] : (until := cuts[bisect_left(cuts, end)])]
    leads = [flat[one:other] for one, other in pairwise(cuts[: here + 1])][::-1]
    behind = flat[end : min(end + 40, until)].partition(",")[0]
    heads = (flat[first : number.start] for first in (cuts[here], wide))
    way = next(filter(None, (direction(each, behind, number.words) for each in heads)), 0)
    change = unit in {"%", "percentage points", "basis points"}
    before = flat[max(edges[at - 1], first - _REACH) : first] if at else ""
    after = _BEHIND.match(flat, end, until)
    words = (after[0] if after else "", clause, tuple(leads), flat[first:last], before)
    yield Claim(figure, unit, change, way, start, end, *words, number.start - first, cuts[here] - first)


def _figure(number: Number, head: str, tail: str) -> tuple[Figure, str, int]:
    """The figure, its measure, and how far it reaches into the words behind its number."""
    value, top, at = number.value, None, 0
    lower = number.words.lower()
    money = _MONEY.search(head)
    if lower == "half" and _SCALE.match(tail.removeprefix(" a")):
        value, at = Decimal("0.5"), 2 if tail.startswith(" a") else 0
    elif number.is_percentage:
        return Figure(value, None, _comparator(number, head, ""), None), "%", 0
    if (match := _RANGE.match(tail)) and _is_range(match, value, head):
        top, at = Decimal(match[1].replace(",", "")), match.end()
    scale, unit, end = _scale_and_unit(tail, at, money)
    if not scale and not unit and (listed := _LISTED.match(tail)):
        scale, unit, _ = _scale_and_unit(tail, listed.end(), money)
        end = at
    composed = _SCALE.match(tail, at)
    if composed and composed[1]:
        value *= 100
    comparator = _comparator(number, head, tail[end : end + 12])
    # Users top 300 million; a company is in the top 30.
    if scale and head.rstrip().lower().endswith(" top"):
        comparator = ">"
    return Figure(value, scale, comparator, top), unit, end


def _is_range(match: re.Match[str], value: Decimal, head: str) -> bool:
    lead = head.lower().rstrip(" $€£¥")
    joined = match[0].strip().lower()
    if joined.startswith("and") and not lead.endswith("between"):
        return False
    if joined.startswith("to") and lead.endswith("from") and not lead.endswith("ranging from"):
        return False
    return Decimal(match[1].replace(",", "")) > value


def _scale_and_unit(tail: str, at: int, money: re.Match[str] | None) -> tuple[Scale | None, str, int]:
    scale: Scale | None = None
    match = _SCALE.match(tail, at) or _SHORT_SCALE.match(tail, at)
    if match:
        word = match[match.lastindex or 0].lower()
        scale, at = _SCALES.get(word) or _scale(word), match.end()
    if money:
        return scale, _MONEYS[(money.lastindex or 1) - 1], at
    if found := _UNIT.match(tail, at):
        return scale, tuple(_UNITS)[(found.lastindex or 1) - 1], found.end()
    return scale, "", at


def _scale(word: str) -> Scale | None:
    scales: tuple[Scale, ...] = ("hundred", "thousand", "million", "billion", "trillion")
    return next((scale for scale in scales if scale.startswith(word)), "trillion" if word == "trn" else None)


def _comparator(number: Number, head: str, tail: str) -> Comparator:
    if match := _BOUND.search(head):
        return _BOUNDS[(match.lastindex or 1) - 1][0]
    if re.match(r"\+|-plus|\s+plus\b", tail):
        return ">"
    if re.match(r"\s+or\s+(?:more|above)\b", tail) or number.words.lower().startswith("double-"):
        return "≥"
    if number.words.lower().endswith(("third", "thirds")):
        return "≈"
    return "≤" if re.match(r"\s+or\s+(?:less|fewer|below)\b", tail) else "="
