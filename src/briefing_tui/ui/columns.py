"""Indicators in columns: numbers lined up on the decimal point, growth rates as bars.

Every width is taken from what is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, cached_property

from briefing_tui.indicator import Indicator
from briefing_tui.model import Briefing
from briefing_tui.ui.paint import Line, Look, line

GAP = 2
LEAST_NAME = 20
GOOD_NAME = 32  # as wide as names should be before another column is shown
CODE = 4  # letters of a unit that are not cut
STATUS: dict[str, Look] = dict.fromkeys(("expected", "projected", "target", "intended"), "caution")


@dataclass(frozen=True)
class Column:
    """A heading and a cell for each row."""

    heading: str
    cells: tuple[Line, ...]
    widest: int = 100

    @cached_property
    def empty(self) -> bool:
        return not any(cell.text for cell in self.cells)

    @cached_property
    def width(self) -> int:
        return min(max(len(self.heading), *(cell.width for cell in self.cells)), self.widest)


def table(briefing: Briefing, indicators: tuple[Indicator, ...], width: int) -> tuple[Line, tuple[Line, ...]]:
    """A heading line and a line for each indicator; columns that do not fit are left to the line below the table."""
    columns = _columns(briefing, indicators, width)
    room = width - _taken(columns)
    marked = any(each.candidate for each in indicators)
    heading = line("    " if marked else "  ", "Indicator").padded(room)
    for each in columns:
        heading += _head(each)
    rows = []
    for index, indicator in enumerate(indicators):
        row = _name(indicator, marked).padded(room)
        for each in columns:
            row += line(" " * GAP) + each.cells[index].padded(each.width)
        rows.append(row)
    return Line(heading.text, ((0, len(heading.text), "muted"),)), tuple(rows)


def _columns(briefing: Briefing, indicators: tuple[Indicator, ...], width: int) -> list[Column]:
    """The columns there is room for; where changes find none, a growth told alone stands among the values."""
    others = [
        Column("Change", _on_the_point([_change(each) for each in indicators])),
        Column("Period", tuple(_period(each) for each in indicators)),
        Column("Said by", tuple(line((_speaker(briefing, each), "muted")) for each in indicators)),
    ]
    others = [each for each in others if not each.empty]
    longest = max(_name(each, True).width for each in indicators)
    least = min(longest, GOOD_NAME if width >= 72 else LEAST_NAME)
    widest = _value_width(indicators, width)

    @cache
    def value(growths: bool) -> Column:
        shown = [_change(each) if growths and each.kind == "growth" else _figure(each) for each in indicators]
        return Column("Value", _on_the_point(shown), widest)

    while True:
        growths = not any(each.heading == "Change" for each in others)
        columns = [each for each in (value(growths), *others) if not each.empty]
        spare = width - _taken(columns) - longest
        if spare > 0:
            columns[:1] = [replace(columns[0], widest=columns[0].widest + spare)]
        if not others or _taken(columns) <= width - least:
            return columns
        others.pop()


def bars(indicators: tuple[Indicator, ...], width: int) -> tuple[Line, ...]:
    """A bar for each growth rate, from a common zero; only changes in per cent can be drawn together."""
    drawn = [(each, each.growth) for each in indicators if each.growth is not None]
    if not drawn:
        return ()
    words = _on_the_point([_change(each) for each, _ in drawn])
    name_width = min(max(len(each.name) for each, _ in drawn) + 2, max(width * 2 // 5, LEAST_NAME))
    numbers = max(each.width for each in words)
    room = max(width - name_width - numbers - 2 * GAP, 8)
    values = [change.value for _, change in drawn]
    low, high = min(*values, Decimal(0)), max(*values, Decimal(0))
    rows = []
    marked = any(each.candidate for each, _ in drawn)
    for (each, change), word in zip(drawn, words, strict=True):
        start, stop = sorted(_halves(value, low, high, room) for value in (Decimal(0), change.value))
        look: Look = "rise" if change.value >= 0 else "fall"
        bar = line((_bar(start, stop), look))
        gap = line(" " * GAP)
        rows.append(_name(each, marked).padded(name_width) + gap + word.padded(numbers) + gap + bar)
    return tuple(rows)


def _name(indicator: Indicator, marked: bool) -> Line:
    """The name; where there are candidates among the rows, they have a mark."""
    mark = line(("? ", "caution")) if indicator.candidate else line("  " if marked else "")
    return line("  ") + mark + line(indicator.name)


def _value_width(indicators: tuple[Indicator, ...], width: int) -> int:
    """A long unit may be cut, since the line below tells it; a number, its scale and a code such as CNY never."""
    uncut = [each.figure if len(each.unit or "") <= CODE else each.number_words + "…" for each in indicators]
    return max(width * 2 // 7, 18, *(each.width for each in lined_up(uncut)))


def _taken(columns: list[Column]) -> int:
    return sum(each.width + GAP for each in columns)


def _head(column: Column) -> Line:
    return line(" " * GAP, column.heading).padded(column.width + GAP)


def _halves(value: Decimal, low: Decimal, high: Decimal, room: int) -> int:
    """Where a value lies between low and high, in halves of a cell."""
    return round((value - low) / ((high - low) or Decimal(1)) * room * 2)


def _bar(start: int, stop: int) -> str:
    """A bar between two places in halves of a cell; at least one half, so that a small growth is seen."""
    whole, rest = divmod(max(stop - start, 1), 2)
    return " " * (start // 2) + "━" * whole + "╸" * rest


def _on_the_point(cells: list[tuple[Line, Line]]) -> tuple[Line, ...]:
    """Cells given as what stands before the decimal point and what follows, lined up on the point."""
    left = max((before.width for before, _ in cells), default=0)
    return tuple(before.padded(left, right=True) + after if before.text else Line() for before, after in cells)


def lined_up(figures: Sequence[str]) -> tuple[Line, ...]:
    """Figures in words, lined up on the decimal point."""
    halves = [_at_point(each) for each in figures]
    return _on_the_point([(line(before), line(after)) for before, after in halves])


def _figure(indicator: Indicator) -> tuple[Line, Line]:
    """A figure cut at its decimal point. A growth rate stands in the column of changes."""
    if indicator.kind == "growth":
        return Line(), Line()
    before, after = _at_point(indicator.number_words)
    unit = indicator.figure[len(indicator.number_words) :]
    return line((before, "strong")), line((after, "strong"), unit) + _status(indicator)


def _status(indicator: Indicator) -> Line:
    look = STATUS.get(indicator.status)
    return line(" ", (indicator.status, look)) if look else Line()


def _change(indicator: Indicator) -> tuple[Line, Line]:
    change = indicator.growth
    if change is None:
        return Line(), Line()
    look: Look = "rise" if change.value >= 0 else "fall"
    before, after = _at_point(indicator.growth_words)
    status = _status(indicator) if indicator.kind == "growth" else Line()
    return line((before, look)), line((after, look)) + status


def _at_point(words: str) -> tuple[str, str]:
    """Cut behind the digits before the decimal point: `< 10` ` million`, `8` `.316 million`, `▲ +27` `.3 %`."""
    digits = next((index for index, each in enumerate(words) if each.isdigit()), len(words))
    end = digits
    while end < len(words) and (words[end].isdigit() or words[end] == ","):
        end += 1
    return words[:end], words[end:]


def _period(indicator: Indicator) -> Line:
    words = indicator.period_words.replace("as of ", "")
    return line((words, "muted")) if indicator.period_inferred else line(words)


def _speaker(briefing: Briefing, indicator: Indicator) -> str:
    return briefing.name(briefing.speaker_of(indicator.mentions[0]))
