"""Figures of an English paragraph one by one: value, scale, unit, comparator, and what sort of number it is.

What a figure means beside the others, a growth of a level or one of a list, is left to `figures_sentence`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, cast

from briefing_tui.numerals import value_of
from briefing_tui.quantity import Comparator, Scale, sayable
from briefing_tui.transcripts.figures_bare import CUE, FEW, idle, is_label, moves_points, one, one_alone, some_of, tells
from briefing_tui.transcripts.figures_patterns import (
    AFTER,
    BEFORE,
    DOES_TO,
    FIGURE,
    GLUED,
    LATER_COUNT,
    LATER_MEASURE,
    LATER_PERCENT,
    LATER_SCALE,
    LATER_SORT,
    LENGTH,
    LETTER,
    LONG,
    MORE,
    SIGNS,
    TO_LETTER,
)
from briefing_tui.transcripts.figures_units import CURRENCIES, counted, measure, per
from briefing_tui.transcripts.figures_words import NOT_COUNTED

Sort = Literal["percent", "points", "amount", "count", "rank", "part", "growth"]


@dataclass(slots=True)
class Figure:
    """A number with what stands right beside it; `number` is where its digits begin, `tail` where its noun ends."""

    sort: Sort
    value: Decimal
    comparator: Comparator
    scale: Scale | None
    unit: str | None
    start: int
    number: int
    end: int
    tail: int
    value_max: Decimal | None = None


# So many pages are no place in a book.
_FILED = 1000
_COMMA_AND = re.compile(r"-?,\s+(?:and|or|to)\b")
_LISTED_BEFORE = re.compile(r"\d,\s+[$€£¥]?$")
_MINUS = re.compile(r"(?<!plus or )\b(?:minus|negative)\s+$")
_BY = re.compile(r"\bby (?:\w+ )?$")
_RANGES = re.compile(r"(?:rang(?:e|es|ing)|anywhere|estimates(?:\s+\w+)?)\s+from $")
_PERCENT = re.compile(r"%|\bper\s?cent\b")
# `3-2`, of a match or a vote.
_SCORE = re.compile(r"\d\d?[-–]\d\d?")
_TIMES_WHAT = re.compile(
    r"\s+(?:the|as|more|higher|larger|bigger|what|its|our|their|that|over\w+"
    r"|an?\s+(?!(?:day|week|month|year|hour|minute|second|season|night|game|match|round)\b)[a-z]+)\b"
)
_SHORT = {"k": "thousand", "m": "million", "mn": "million", "b": "billion", "bn": "billion", "tn": "trillion"}


def figures(text: str) -> Iterator[Figure]:
    """The figures of a masked paragraph in order."""
    at = 0
    while match := FIGURE.search(text, at):
        figure, at = _figure(text, match)
        if figure is None or not sayable(figure.value) or not sayable(figure.value_max or 0):
            continue
        yield figure
        at = max(at, figure.end, figure.tail)


def _figure(text: str, match: re.Match[str]) -> tuple[Figure | None, int]:
    comparator, start = _comparator(text, match.start())
    number, end = match.start(), match.end()
    if match["ordinal"]:
        return Figure("rank", Decimal(match[0].rstrip("stndrh")), "=", None, None, number, number, end, end), end
    if match["rank"]:
        sign: Comparator = "≤" if match["rank"][:3].lower() == "top" else "="
        return Figure(
            "rank", value_of(match["ranked"] or match["place"]), sign, None, None, number, number, end, end
        ), end
    if match["part"] or match["ratio"]:
        value = value_of(match[0])
        # A third has no end in decimals: what stands for it is about it.
        said = "≈" if comparator == "=" and value % Decimal("0.5") else comparator
        return Figure("part", value, said, None, "%", start, number, end, end), end
    if match["grown"] and DOES_TO.match(text, end):
        return None, end
    if match["grown"]:
        value = -value_of(match[0]) if match[0] == "halved" else value_of(match[0])
        sign = "≥" if match[0].startswith("double-") else comparator
        return Figure("growth", value, sign, None, "%", start, number, end, end), end
    return _plain(text, match, comparator, start)


def _plain(text: str, match: re.Match[str], comparator: Comparator, start: int) -> tuple[Figure | None, int]:
    """A number in digits or words, alone or a range, with its scale and unit."""
    value, end = value_of(match["low"]), match.end()
    scale, percent, top = match["scale"] or match["lowscale"], match["percent"] or match["lowpercent"], None
    plain = match["high"] is not None and not (scale or percent or match["money"])
    if plain and _SCORE.fullmatch(match[0]) and value_of(match["high"]) <= value:
        return None, end
    if match["high"] is not None:
        top = value_of(match["high"])
        before = " ".join(text[max(0, match.start() - 20) : match.start()].lower().split(" "))
        percents = [("point" in each) for each in (match["lowpercent"], match["percent"]) if each]
        # `dropped by 12,500 to 98,300`: by how much, and to what.
        moved = match["glue"].strip() == "to" and _BY.search(before) and top > 2 * value
        together = percents[1:] != percents[:1] if match["lowpercent"] else match["lowscale"] and not match["scale"]
        between = _between(match["glue"].strip(), value, top, before)
        if (
            moved
            or together
            or top <= value
            or not between
            or (before.endswith("from ") and not _RANGES.search(before))
        ):
            end = max(match.end("low"), match.end("lowscale"), match.end("lowpercent"))
            scale, percent, top = match["lowscale"], match["lowpercent"], None
    minus = not percent and _MINUS.search(text, max(0, match.start() - 20), match.start())
    if minus or (match["sign"] or "+") != "+":
        value = -value
    if not (match["money"] or scale or percent):
        scale, end = _lettered(text, match.start(), end)
        if end < 0:
            return None, match.end()
    figure = Figure("amount", value, comparator, _scale(scale), None, start, match.start(), end, end, top)
    return _with_unit(text, match, figure, percent)


def _between(glue: str, low: Decimal, high: Decimal, before: str) -> bool:
    """Whether two numbers are the ends of a range: `4–5`, `4 to 5`, `between 4 and 9`, `four or five`."""
    if glue == "or":
        return high.as_tuple().exponent == low.as_tuple().exponent and (high - low).as_tuple().digits == (1,)
    return glue != "and" or before.endswith("between ")


def _lettered(text: str, start: int, end: int) -> tuple[str | None, int]:
    """The scale that a letter behind digits tells and where it ends; -1 where the letter may mean two things."""
    letter = LETTER.match(text, end)
    if letter is None:
        glued = GLUED.match(text, end) and text[end - 1].isdigit() and measure(text, end) is None
        return None, -1 if glued else end
    long, noun = LENGTH.match(text, letter.end()), counted(text, letter.end())
    if letter["letter"] == "m" and (long or (letter["blank"] and not noun)):
        return None, end if measure(text, end) else -1
    if letter["blank"] or not noun or TO_LETTER.search(text, max(0, start - 12), start):
        return None, -1
    return letter["letter"], letter.end()


def _listed(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """What a number shares with a later one of its list; `1,302, and 41 percent` is no list but two clauses."""
    shared = pattern.match(text, end)
    two = shared is not None and _COMMA_AND.match(shared[0]) is not None
    return None if two and not _LISTED_BEFORE.search(text, max(start - 30, 0), start) else shared


def _in_list(shared: re.Match[str], text: str, start: int) -> bool:
    """Whether a number is one of three or more: `92, 81 and 26 seats`."""
    return shared[0].count(", ") > 1 or _LISTED_BEFORE.search(text, max(start - 30, 0), start) is not None


def _with_unit(text: str, match: re.Match[str], figure: Figure, percent: str | None) -> tuple[Figure | None, int]:
    """The figure with the unit behind it; None for a bare number that nothing leads up to."""
    words = match["low"][0].isalpha()
    if not (percent or figure.scale or words):
        shared = _listed(LATER_SCALE if match["money"] else LATER_PERCENT, text, match.start(), figure.end)
        percent, figure.scale = (shared["percent"], _scale(shared["scale"])) if shared else (None, None)
    shared = None if percent or words or match["money"] else _listed(LATER_MEASURE, text, match.start(), figure.end)
    if shared and (unit := measure(text, shared.end())):
        figure.unit, figure.scale = unit[0], figure.scale or _scale(shared["scale"])
        return figure, figure.end
    noun = counted(text, shared.end()) if shared else None
    if shared and noun and not figure.scale and not shared["scale"] and _in_list(shared, text, match.start()):
        figure.sort, figure.unit = "count", noun[0]
        return figure, figure.end
    if shared and shared["scale"] and not figure.scale:
        figure.unit, figure.scale = noun[0] if noun else None, _scale(shared["scale"])
        return figure, figure.end
    if percent:
        figure.sort = "points" if "point" in percent or "bps" in percent else "percent"
        figure.unit = "basis points" if "b" in percent else "percentage points" if "point" in percent else "%"
    if after := AFTER.match(text, figure.end):
        figure.comparator, figure.end = "≈" if after["about"] else "≥", after.end()
    if percent:
        return figure, figure.end
    if match["money"] or figure.scale is not None:
        _named(text, match, figure)
    elif _is_label(text, match, figure) or not _counts(text, match, figure, words):
        return None, max(match.start() + 1, match.end("low"))
    figure.tail = max(figure.tail, figure.end)
    return figure, figure.end


def _is_label(text: str, match: re.Match[str], figure: Figure) -> bool:
    return figure.comparator == "=" and "," not in match["low"] and is_label(text, figure.start)


def _counts(text: str, match: re.Match[str], figure: Figure, words: bool) -> bool:
    """Whether a number without money, scale or percent counts or measures something; the figure then has what."""
    if of := some_of(text, figure.end):
        figure.sort, figure.unit = "count", of[0]
        return (of[1] or figure.value > FEW) and figure.value > 1
    if words and figure.value == 1:
        figure.sort, figure.unit = "count", one(text, figure.number, figure.end)
        return figure.unit is not None or one_alone(text, figure.number, figure.end)
    if _named(text, match, figure):
        return _counts_its_noun(text, figure, words)
    if each := per(text, figure.end):
        figure.sort, figure.tail = "count", each[1]
    spaced = text[figure.start - 1 : figure.start].isspace()
    led = "." in match["low"] or (spaced and CUE.search(text, max(0, figure.start - 60), figure.start))
    small = words and figure.value <= FEW
    told = not small and (led or figure.comparator != "=" or "," in match["low"] or figure.value < 0)
    figure.sort = figure.sort if led else "count"
    return tells(text, figure, words=words, told=bool(told or (each and each[0][0].isdigit())))


def _counts_its_noun(text: str, figure: Figure, words: bool) -> bool:
    """Whether a number with a noun counts: not pages, nor points that one makes."""
    noun = (figure.unit or "").lower()
    if noun == "points" and moves_points(text, figure.number, figure.end):
        percent = _PERCENT.search(text, max(0, figure.number - 150), figure.number + 150)
        figure.sort, figure.unit, figure.end = "points", "percentage points" if percent else noun, figure.tail
        return True
    few = words or figure.value <= FEW
    alone = figure.sort == "count" and few and idle(text, figure.number, figure.end, noun, figure.value)
    if (noun in NOT_COUNTED and figure.value < _FILED) or alone:
        return False
    if noun == "ones":
        figure.unit = None
    return figure.unit != "times" or not words or _TIMES_WHAT.match(text, figure.end) is not None


def _named(text: str, match: re.Match[str], figure: Figure) -> bool:
    """Whether money, a measure or a noun tells what the number counts; the figure then has it."""
    if match["money"]:
        figure.unit = CURRENCIES[match["money"].strip()]
        if each := per(text, figure.end):
            figure.unit, figure.end = f"{figure.unit}/{each[0]}", each[1]
    elif found := measure(text, figure.end):
        figure.unit, figure.end = found
    elif long := LONG.match(text, figure.end):
        figure.sort, figure.unit, figure.end = "count", long[1].lower(), long.end()
    elif noun := _counted(text, figure.end):
        figure.sort, figure.unit, figure.tail = "count", noun[0], max(noun[1], figure.end)
        if figure.tail > figure.end and (each := per(text, figure.tail)):
            figure.unit, figure.tail = f"{figure.unit}/{each[0]}", each[1]
    else:
        return False
    return True


def _counted(text: str, at: int) -> tuple[str, int] | None:
    """The noun that a number counts, also behind the other number of two: `15 or 20 ships`, `140 more trains`."""
    if more := MORE.match(text, at):
        return counted(text, more.end())
    other = LATER_COUNT.match(text, at) or LATER_SORT.match(text, at)
    if other is None:
        return counted(text, at)
    noun = counted(text, other.end())
    return (noun[0], at) if noun else None


def _comparator(text: str, at: int) -> tuple[Comparator, int]:
    window = max(0, at - 28)
    match = BEFORE.search(text[window:at]) if text[at - 1 : at].isspace() else None
    if match is None:
        return "=", at
    index = next(int(name[1:]) for name, words in match.groupdict().items() if words)
    return SIGNS[index], window + match.start()


def _scale(words: str | None) -> Scale | None:
    if words is None:
        return None
    short = words.strip(" -\n\t")
    return cast(Scale, _SHORT.get(short.lower(), short))
