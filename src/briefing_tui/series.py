"""One indicator over all briefings: lines of points by period, with gaps, revisions and changes.

Organisers, units and kinds of period are never mixed: each combination is a line of its own. Showing them is left
to others.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from itertools import pairwise

from briefing_tui.changes import whose
from briefing_tui.indicator import Indicator, IndicatorKind, Status
from briefing_tui.model import Briefing
from briefing_tui.place import Place
from briefing_tui.quantity import MONTHS, Period, scaled
from briefing_tui.spans import Span, extent, length, span_of

BLOCKS = "▁▂▃▄▅▆▇█"
GAP_BLOCK = "·"
# From 1e-12 to 999999999999999 trillion a figure has 39 digits, and the per cent between two as many.
EXACT = Context(prec=99)
_UNDATED = {"open", "duration", "none"}  # they mean another time in every briefing
_PERCENT = {"%", "percentage points"}
_MONTH = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Given:
    """What one briefing gives for a period."""

    briefing: Briefing
    indicator: Indicator

    @property
    def place(self) -> Place:
        return self.briefing.place_of(self.indicator.mentions[0])


@dataclass(frozen=True, slots=True)
class Step:
    """From the figure of `before` to a later one: the difference, and per cent of it rounded to one decimal.

    `unit` is that of the difference. `per_cent` is None for percentages, ranks, and where nothing can be divided by.
    """

    before: Given
    difference: Decimal
    unit: str | None
    per_cent: Decimal | None


@dataclass(frozen=True, slots=True)
class Point:
    """A period and what the briefings give for it, the oldest first; the last one counts."""

    given: tuple[Given, ...]
    step: Step | None = None

    @property
    def last(self) -> Given:
        return self.given[-1]

    @property
    def period(self) -> Period | None:
        return self.last.indicator.period

    @property
    def revised(self) -> bool:
        """Whether briefings give different figures for the period."""
        return len({_figure(each.indicator) for each in self.given}) > 1


@dataclass(frozen=True, slots=True)
class Gap:
    """Periods of a regular line that no briefing gives, from the first that is missing to the last."""

    first: str
    last: str
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """Figures that may be compared: one organiser, one unit, one kind of period, one kind of figure, one standing.

    `length` tells the periods' length or start where their kind does not: `9 months`, `since Jan 2021`.
    """

    unit: str | None
    span: Span
    length: str
    kind: IndicatorKind
    status: Status
    points: tuple[Point | Gap, ...]

    @property
    def newest(self) -> Briefing:
        """The last briefing that gives a figure of it."""
        given = [each for point in self.points if isinstance(point, Point) for each in point.given]
        return max((each.briefing for each in given), key=lambda each: (each.date, each.id))

    @property
    def blocks(self) -> str:
        """The line drawn in blocks from its lowest to its highest figure, `·` for a gap; empty for one point."""
        return "".join(GAP_BLOCK if height is None else BLOCKS[height - 1] for height in self.heights(len(BLOCKS)))

    def heights(self, steps: int) -> tuple[int | None, ...]:
        """How high each point stands: 1 the lowest figure, `steps` the highest, None a gap; nothing for one point."""
        numbers = [None if isinstance(each, Gap) else each.last.indicator.number for each in self.points]
        given = [number for number in numbers if number is not None]
        if len(given) < 2:
            return ()
        low, high = min(given), max(given)
        return tuple(None if number is None else _height(number, low, high, steps) for number in numbers)


def series(briefings: Iterable[Briefing], identifier: str) -> tuple[Line, ...]:
    """The lines of an indicator, the longest first; none where no briefing has it. Candidates are left out."""
    organisers: dict[object, list[Given]] = {}
    for each in sorted(briefings, key=lambda each: (each.date, each.id)):
        indicator = each.indicator(identifier)
        if indicator and not indicator.candidate:
            organisers.setdefault(whose(each.id, each.organiser), []).append(Given(each, indicator))
    found = [line for given in organisers.values() for line in _lines(given)]
    return tuple(sorted(found, key=lambda line: -sum(isinstance(each, Point) for each in line.points)))


def several_organisers(lines: Iterable[Line]) -> bool:
    """Whether they are not all of one organiser, as far as that is told."""
    return len({whose(each.newest.id, each.newest.organiser) for each in lines}) > 1


def _lines(given: Sequence[Given]) -> Iterator[Line]:
    """The lines of what one organiser gave."""
    lines: dict[tuple[str | None, Span, str, IndicatorKind, Status], list[Given]] = {}
    cumulative = _cumulative(given)
    for each in given:
        indicator = each.indicator
        span = span_of(indicator.period)
        span = "year to date" if cumulative and span == "quarter" else span
        key = (indicator.unit, span, length(indicator.period), indicator.kind, indicator.status)
        lines.setdefault(key, []).append(each)
    return (Line(*key, _points(key[1], given)) for key, given in lines.items())


def _cumulative(given: Sequence[Given]) -> bool:
    """Whether January to March begins a year to date here, as no other quarter is told."""
    periods = [period for each in given if (period := each.indicator.period)]
    quarters = {period.end for period in periods if span_of(period) == "quarter"}
    told = any(span_of(period) == "year to date" for period in periods)
    return told and all(end is not None and end.endswith("-03") for end in quarters)


def _points(span: Span, given: Sequence[Given]) -> tuple[Point | Gap, ...]:
    """The points in order, each with its step, and the gaps between them."""
    points: dict[object, list[Given]] = {}
    for number, each in enumerate(given):
        points.setdefault(number if span in _UNDATED else _extent(each), []).append(each)
    told = [tuple(each) for each in points.values()]
    if span not in _UNDATED:
        told.sort(key=lambda each: _extent(each[-1]))
    stepped = [Point(each, _step(span, told[:index], each[-1])) for index, each in enumerate(told)]
    return _with_gaps(span, stepped)


def _extent(given: Given) -> tuple[str, str]:
    return extent(given.indicator.period)


def _step(span: Span, before: Sequence[tuple[Given, ...]], given: Given) -> Step | None:
    """The change against the point before; of an amount that grows over the year, against the same months earlier."""
    if span == "none":
        return None  # nobody said that they are of times that can be compared
    earlier = [each[-1] for each in before]
    if span == "year to date" and given.indicator.kind in {"level", "count"}:
        earlier = [each for each in earlier if _extent(each)[0][5:] == _extent(given)[0][5:]]
    return step(earlier[-1], given) if earlier else None


def step(before: Given, given: Given) -> Step | None:
    """The change between two figures of one unit; None where one is a bound or a range."""
    one, other = before.indicator, given.indicator
    if one.unit != other.unit or not {one.comparator, other.comparator} <= {"=", "≈"}:
        return None
    if one.value_max is not None or other.value_max is not None:
        return None
    difference = EXACT.subtract(other.number, one.number)
    if one.unit in _PERCENT:
        return Step(before, difference, "percentage points", None)
    if one.kind == "rank" or one.number <= 0:
        return Step(before, difference, one.unit, None)
    per_cent = EXACT.divide(EXACT.multiply(difference, 100), one.number).quantize(Decimal("0.1"), ROUND_HALF_UP, EXACT)
    return Step(before, difference, one.unit, per_cent)


def _with_gaps(span: Span, points: Sequence[Point]) -> tuple[Point | Gap, ...]:
    months = [_month(_extent(each.last)[0]) if span not in _UNDATED | {"other"} else None for each in points]
    distances = [
        later - earlier if earlier is not None and later is not None else 0 for earlier, later in pairwise(months)
    ]
    regular = _regular(distances)
    found: list[Point | Gap] = list(points[:1])
    for distance, earlier, point in zip(distances, months, points[1:], strict=False):
        if regular and earlier is not None and distance > regular:
            first, last = earlier + regular, earlier + distance - regular
            found.append(Gap(_name(span, first), _name(span, last), distance // regular - 1))
        found.append(point)
    return tuple(found)


def _regular(distances: Sequence[int]) -> int:
    """The months between points where the shortest distance is half of all and measures the others; else 0."""
    shortest = min(distances, default=0)
    if len(distances) < 2 or shortest <= 0 or any(each % shortest for each in distances):
        return 0
    return shortest if distances.count(shortest) * 2 >= len(distances) else 0


def _month(end: str) -> int | None:
    """Months since the year 0; None for a day that closes no month."""
    match = _MONTH.fullmatch(end)
    if match is None:
        return None
    year, month = int(match[1]), int(match[2])
    if match[3] and int(match[3]) != monthrange(year, month)[1]:
        return None
    return year * 12 + month - 1


def _name(span: Span, months: int) -> str:
    """A missing period for people."""
    year, month = divmod(months, 12)
    match span:
        case "year":
            return str(year)
        case "quarter":
            return f"Q{month // 3 + 1} {year}"
        case "year to date":
            return Period.read(f"{year:04}-01/{year:04}-{month + 1:02}").words
        case "as of":
            return f"end of {MONTHS[month]} {year}"
        case _:
            return f"{MONTHS[month]} {year}"


def _height(number: Decimal, low: Decimal, high: Decimal, steps: int) -> int:
    if low == high:
        return max(steps // 2, 1)
    return 1 + int((number - low) * (steps - 1) / (high - low) + Decimal("0.5"))


def _figure(indicator: Indicator) -> tuple[object, ...]:
    top = None if indicator.value_max is None else scaled(indicator.value_max, indicator.scale)
    return (indicator.number, indicator.comparator, top)
