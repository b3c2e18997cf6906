"""Figures in Chinese paragraphs: digits with 万, 亿 and 万亿, percentages, growth against the year before."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import cast

from briefing_tui.indicator import IndicatorKind, Status
from briefing_tui.numerals import value_of
from briefing_tui.quantity import Change, Comparator, Period, Scale
from briefing_tui.transcripts.candidate import Candidate
from briefing_tui.transcripts.figures_chinese_patterns import (
    APPOSED,
    BASIS,
    BY_HOW_MUCH,
    CLAUSE,
    CLOSE,
    COMES,
    COMPARATORS,
    DENIED,
    DURATIONS,
    EACH,
    FIGURE,
    FROM_THEN,
    HAN,
    HANDS,
    LEADING,
    MASKED,
    MOVE,
    MOVING,
    NAME,
    NEAR,
    ONLY_LEADS,
    OTHER_TIME,
    PERIODS,
    SCALES,
    UNITS,
    WHEN,
    WITHIN,
)


def is_chinese(text: str) -> bool:
    """Whether a paragraph is written in Chinese rather than only quoting a name."""
    return len(HAN.findall(text)) * 3 > len(text)


def candidates(text: str, carried: Period | None = None, year: int | None = None) -> tuple[Candidate, ...]:
    """The figures of a Chinese paragraph in order; a growth right behind its level becomes the level's change."""
    found: list[Candidate] = []
    for sentence in re.finditer(r"[^。！？\n]+", text):
        told = [(match.end(), _period(match, year)) for match in PERIODS.finditer(sentence[0])]
        begun = len(found)
        for each in _figures(text, sentence.start(), sentence.end()):
            before = [period for end, period in told if sentence.start() + end <= each.start and period]
            own = [] if FROM_THEN.search(text, max(sentence.start(), each.start - NEAR), each.start) else before
            period = own[-1] if own else carried if each.kind in {"growth", "share"} else None
            made = replace(each, period=period, period_inferred=not own and period is not None)
            if found and _changes(text, found[-1], made):
                found[-1] = _with_change(text, found[-1], made)
                if found[-1].period is None and carried:
                    found[-1] = replace(found[-1], period=carried, period_inferred=True)
            else:
                found.append(made)
        for each_ in EACH.finditer(sentence[0]):
            found[begun:] = _paired(found[begun:], each_, sentence.start())
        carried = next((period for _, period in reversed(told) if period), carried)
    return tuple(found)


def _figures(text: str, first: int, last: int) -> Iterator[Candidate]:
    hidden = MASKED.sub(lambda match: (NAME if match["name"] else "\x01") * len(match[0]), text[first:last])
    at = 0
    while match := _figure(hidden, at):
        at = match.end()
        if match["measure"] in DURATIONS and _tells_when(hidden, match):
            continue
        told = ("rank", "place", "hand", "part", "percent", "measure", "counter", "scale")
        if any(match[each] for each in told) and not DENIED.search(hidden, max(0, at - NEAR), match.start()):
            yield _candidate(text, hidden, first, match)


def _figure(hidden: str, at: int) -> re.Match[str] | None:
    """The next figure; what goes from one to another, `从5%到8%`, is no range, nor are two of different scales."""
    match = FIGURE.search(hidden, at)
    if match is None or match["high"] is None:
        return match
    scale = (match["percent"] if match["lowscale"] in ("%", "％") else match["scale"]) if match["lowscale"] else None
    moves = re.search("[从由][^，。；]{0,12}$", hidden[max(0, match.start() - 14) : match.start()])
    return (
        FIGURE.match(hidden, match.start(), match.start("high") - 1) if moves or scale != match["lowscale"] else match
    )


def _tells_when(hidden: str, match: re.Match[str]) -> bool:
    return (
        WHEN.search(hidden, max(0, match.start() - CLOSE), match.start()) is not None
        or WITHIN.match(hidden, match.end()) is not None
    )


def _candidate(text: str, hidden: str, first: int, match: re.Match[str]) -> Candidate:
    start, end = first + match.start(), first + match.end()
    before = hidden[max(0, match.start() - 16) : match.start()]
    move = MOVE.search(before)
    percent = match["percent"] or match["part"]
    value = value_of(match["rank"] or match["place"] or match["part"] or match["hand"] or match["low"])
    by = BY_HOW_MUCH.search(hidden[max(0, match.start() - 24) : match.start()])
    kind: IndicatorKind = "level" if match["measure"] else "count"
    if match["rank"] or match["place"]:
        kind = "rank"
    elif percent or by or move:
        kind = "growth" if by or move or percent == "个百分点" else "share"
    unit = (
        "percentage points"
        if percent == "个百分点"
        else "%"
        if percent
        else UNITS.get(match["measure"] or "", match["counter"])
    )
    high = Decimal(match["high"].replace(",", "")) if match["high"] else None
    falls = (move and move["down"]) or (by and by["less"])
    about: Comparator = "≈" if match["part"] and value % Decimal("0.5") else "="
    comparator = COMPARATORS.get(match["before"] or "", about)
    if match["over"] or match["more"] or match["above"]:
        comparator = "≥" if match["above"] else ">"
    return Candidate(
        name=_name(hidden, text[first : first + len(hidden)], match),
        kind=kind,
        value=-value if falls else value,
        scale=cast(Scale, SCALES[match["scale"]]) if match["scale"] else None,
        unit=unit,
        comparator=comparator,
        value_max=high if high is not None and high > value else None,
        change=None,
        basis=next((words for sign, words in BASIS if move and sign in before), None),
        period=None,
        period_inferred=False,
        quote=text[start:end],
        start=start,
        end=end,
        status=_status(hidden[max(0, match.start() - 60) : match.start()]),
    )


def _status(before: str) -> Status:
    """Whether the clauses that lead to a figure tell that it is still to come."""
    told = [match.lastgroup for match in COMES.finditer(before)]
    return cast(Status, told[0] if len(set(told)) == 1 else "expected") if told else "actual"


def _name(hidden: str, text: str, match: re.Match[str]) -> str:
    """The words of the nearest clause that leads to a figure; else those behind what is counted."""
    first = max(0, match.start() - 60)
    clauses = list(re.finditer(r"[^，。；：、,;！？\s]+", hidden[first : match.start()]))
    for clause in reversed(clauses):
        kept = clause[0].lstrip("\x01")
        words = LEADING.sub("", MOVING.split(kept)[0]).strip("\x01")
        if len(words) > 1 and not ONLY_LEADS.fullmatch(words):
            start = first + clause.end() - len(kept)
            return text[start : start + len(words)][-24:]
    behind = CLAUSE.split(hidden[match.end() : match.end() + 60])[0] if match["counter"] else ""
    return text[match.end() : match.end() + len(behind)][:24] or "数字"


def _changes(text: str, before: Candidate, growth: Candidate) -> bool:
    """Whether a growth is told of the level right before it: `7.5万亿元，增长4.2%`."""
    points = before.kind == "share" and growth.unit == "percentage points"
    if OTHER_TIME.search(text, max(0, before.start - 10), before.start):
        return False
    levels = (points or before.kind in {"level", "count"}) and before.change is None and growth.kind == "growth"
    levels = levels and growth.unit in {"%", "percentage points"}
    return levels and APPOSED.fullmatch(text, before.end, growth.start) is not None


def _paired(said: list[Candidate], each: re.Match[str], first: int) -> list[Candidate]:
    """The figures of a sentence; rates told one by one are the changes of as many levels before them, else growths."""
    span = range(first + each.start("rates"), first + each.end("rates"))
    rates = [
        replace(one, kind="growth", value=-abs(one.value) if each["down"] else one.value)
        for one in said
        if one.start in span
    ]
    levels = [one for one in said if one.end <= span.start and one.kind in {"level", "count"} and not one.change]
    others = [one for one in said if one.start not in span]
    if not rates or len(levels) < len(rates):
        named = (replace(rate, name=rates[0].name) for rate in rates)
        return sorted([*others, *named], key=lambda one: one.start)
    basis = rates[0].basis
    changes = {
        one.start: Change(rate.value, "%", basis) for one, rate in zip(levels[-len(rates) :], rates, strict=True)
    }
    return [replace(one, change=changes.get(one.start, one.change)) for one in others]


def _with_change(text: str, level: Candidate, growth: Candidate) -> Candidate:
    change = Change(growth.value, growth.unit or "%", growth.basis)
    return replace(level, change=change, quote=text[level.start : growth.end], end=growth.end)


def _period(match: re.Match[str], year: int | None) -> Period | None:
    told = match["year"] or match["whole"]
    year = int(told) if told else year
    if year is None:
        return None
    year += {"明": 1, "去": -1}.get(match["other"] or match["away"] or "", 0)
    if match["whole"] or match["away"] or match["full"]:
        return Period.read(str(year))
    first, last = 1, 12
    if match["half"]:
        first, last = (1, 6) if match["half"] == "上半年" else (7, 12)
    elif match["quarters"]:
        last = 3 * HANDS[match["quarters"]]
    elif match["quarter"]:
        first, last = 3 * HANDS[match["quarter"]] - 2, 3 * HANDS[match["quarter"]]
    elif match["months"]:
        last = HANDS.get(match["months"]) or int(match["months"])
    elif match["from"]:
        first, last = int(match["from"]), int(match["to"])
    else:
        first = last = int(match["end"] or match["month"])
    if not 1 <= first <= last <= 12:
        return None
    if match["end"]:
        return Period.read(f"{year}-{last:02}-{monthrange(year, last)[1]}")
    return Period.read(f"{year}-{first:02}" if first == last else f"{year}-{first:02}/{year}-{last:02}")
