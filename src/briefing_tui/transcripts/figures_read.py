"""Figures of an English paragraph one by one: value, scale, unit, comparator, and what sort of number it is.

What a figure means beside the others, a growth of a level or one of a list, is left to `figures_told`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, cast

from briefing_tui.numerals import numbers
from briefing_tui.quantity import Comparator, Scale
from briefing_tui.transcripts.figures_patterns import (
    AFTER,
    BEFORE,
    CUE,
    FIGURE,
    LATER_MEASURE,
    LATER_PERCENT,
    LATER_SCALE,
    LONG,
    OF_THEM,
    POINTING,
    SIGNS,
)
from briefing_tui.transcripts.figures_units import CURRENCIES, counted, measure, per
from briefing_tui.transcripts.figures_words import TALK

Sort = Literal["percent", "points", "amount", "count", "rank", "half", "growth"]


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


_SHORT = {"k": "thousand", "m": "million", "mn": "million", "b": "billion", "bn": "billion", "tn": "trillion"}


def figures(text: str) -> Iterator[Figure]:
    """The figures of a masked paragraph in order."""
    at = 0
    while match := FIGURE.search(text, at):
        figure, at = _figure(text, match)
        if figure is None:
            continue
        yield figure
        at = max(at, figure.end)


def _figure(text: str, match: re.Match[str]) -> tuple[Figure | None, int]:
    comparator, start = _comparator(text, match.start())
    number, end = match.start(), match.end()
    if match["rank"]:
        sign: Comparator = "≤" if match["rank"][:3].lower() == "top" else "="
        return Figure("rank", _read(match["place"]), sign, None, None, number, number, end, end), end
    if match["half"]:
        value = Decimal(50) if match["half"] == "half" else Decimal("66.7" if "two" in match["half"] else "33.3")
        said = comparator if comparator != "=" or value == 50 else "≈"
        return Figure("half", value, said, None, "%", start, number, end, end), end
    if match["times"] or match["double"]:
        value = Decimal({"doubled": 100, "tripled": 200}.get(match[0], 10))
        sign = "≥" if match["double"] else comparator
        return Figure("growth", value, sign, None, "%", start, number, end, end), end
    return _plain(text, match, comparator, start)


def _plain(text: str, match: re.Match[str], comparator: Comparator, start: int) -> tuple[Figure | None, int]:
    """A number in digits or words, alone or a range, with its scale and unit."""
    value, end = _read(match["low"]), match.end()
    scale, percent, top = match["scale"] or match["lowscale"], match["percent"] or match["lowpercent"], None
    if match["high"] is not None:
        top = _read(match["high"])
        before = text[max(0, match.start() - 10) : match.start()].lower()
        together = (match["lowpercent"] and not match["percent"]) or (match["lowscale"] and not match["scale"])
        between = match["glue"].strip() != "and" or before.endswith("between ")
        if together or top <= value or not between or (before.endswith("from ") and not before.endswith("ging from ")):
            end = max(match.end("low"), match.end("lowscale"), match.end("lowpercent"))
            scale, percent, top = match["lowscale"], match["lowpercent"], None
    if match["sign"]:
        value = -value
    figure = Figure("amount", value, comparator, _scale(scale), None, start, match.start(), end, end, top)
    return _with_unit(text, match, figure, percent)


def _with_unit(text: str, match: re.Match[str], figure: Figure, percent: str | None) -> tuple[Figure | None, int]:
    """The figure with the unit behind it; None for a bare number that nothing leads up to."""
    words = match["low"][0].isalpha()
    if not (percent or figure.scale or words):
        shared = (LATER_SCALE if match["money"] else LATER_PERCENT).match(text, figure.end)
        percent, figure.scale = (shared["percent"], _scale(shared["scale"])) if shared else (None, None)
    shared = None if percent or words or match["money"] else LATER_MEASURE.match(text, figure.end)
    if shared and (unit := measure(text, shared.end())):
        figure.unit, figure.scale = unit[0], figure.scale or _scale(shared["scale"])
        return figure, figure.end
    if percent:
        figure.sort = "points" if "point" in percent else "percent"
        figure.unit = "basis points" if "basis" in percent else "percentage points" if "point" in percent else "%"
        return figure, figure.end
    if after := AFTER.match(text, figure.end):
        figure.comparator, figure.end = "≈" if after["about"] else "≥", after.end()
    known = match["money"] is not None or figure.scale is not None
    if not _named(text, match, figure, words and not known) and not known:
        leads = text[max(0, figure.start - 60) : figure.number]
        if words or not ("." in match["low"] or CUE.search(leads)):
            if words or not (figure.comparator != "=" or "," in match["low"] or OF_THEM.match(text, figure.end)):
                return None, max(match.start() + 1, match.end("low"))
            figure.sort = "count"
    figure.tail = max(figure.tail, figure.end)
    return figure, figure.end


def _named(text: str, match: re.Match[str], figure: Figure, small: bool) -> bool:
    """Whether money, a measure or a noun tells what the number counts; the figure then has it."""
    if match["money"]:
        figure.unit = CURRENCIES[match["money"].strip()]
        if each := per(text, figure.end):
            figure.unit, figure.end = f"{figure.unit}/{each[0]}", each[1]
    elif found := measure(text, figure.end):
        figure.unit, figure.end = found
    elif long := LONG.match(text, figure.end):
        figure.sort, figure.unit, figure.end = "count", long[1].lower(), long.end()
    elif (noun := counted(text, figure.end)) and not (small and _idle(text, figure, noun[0])):
        figure.sort, figure.unit, figure.tail = "count", noun[0], noun[1]
    else:
        return False
    return True


def _idle(text: str, figure: Figure, noun: str) -> bool:
    """A small number in words that only talks: `two questions`, `these three`, `the Big Three`."""
    word = text[figure.number : figure.end]
    before = text[max(0, figure.number - 12) : figure.number]
    capital = word[0].isupper() and before.strip()[-1:] not in ("", ".", "!", "?", "“", '"')
    return (
        figure.value <= 1 or noun.lower().rsplit(" ", 1)[-1] in TALK or capital or POINTING.search(before) is not None
    )


def _comparator(text: str, at: int) -> tuple[Comparator, int]:
    window = max(0, at - 28)
    match = BEFORE.search(text[window:at])
    if match is None:
        return "=", at
    index = next(int(name[1:]) for name, words in match.groupdict().items() if words)
    return SIGNS[index], window + match.start()


def _scale(words: str | None) -> Scale | None:
    if words is None:
        return None
    short = words.strip(" -\n\t")
    return cast(Scale, _SHORT.get(short.lower(), short))


def _read(words: str) -> Decimal:
    return numbers(words)[0].value
