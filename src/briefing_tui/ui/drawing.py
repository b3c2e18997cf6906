"""A line of a series drawn in blocks, several rows high, with its highest and lowest figure and its periods."""

from __future__ import annotations

from briefing_tui.series import BLOCKS, GAP_BLOCK, Gap, Line, Point
from briefing_tui.ui.paint import Line as Painted
from briefing_tui.ui.paint import line
from briefing_tui.wording import figure_words

BELOW = 2  # rows for the mark of the cursor and for the periods
WIDEST = 8
NOTE = "not from zero"


def drawing(drawn: Line, number: int, width: int, height: int) -> tuple[Painted, ...]:
    """A line with one of its points marked; nothing for a single point, or where there is no room for all."""
    rows = height - BELOW
    heights = drawn.heights(rows * len(BLOCKS)) if rows > 0 else ()
    if not heights:
        return ()
    labels = _labels(drawn, heights, rows)
    edge = max(each.width for each in labels) + 2
    column = min((width - edge) // len(heights), WIDEST)
    if column < 1:
        return ()
    out = []
    for row, label in enumerate(labels):
        painted = label.padded(edge - 2, right=True) + line(("  ", "muted"))
        for index, each in enumerate(heights):
            cell = (_block(each, rows - 1 - row) * max(column - 1, 1)).ljust(column)
            painted += line((cell, "accent")) if index == number else line(cell)
        out.append(painted)
    mark = line(" " * (edge + number * column), ("▔" * max(column - 1, 1), "accent"))
    return (*out, mark, line(" " * edge) + _periods(drawn, len(heights) * column, width - edge))


def _block(height: int | None, floor: int) -> str:
    """What a point of a height, in eighths of rows from 1, shows in the row so many above the lowest."""
    if height is None:
        return GAP_BLOCK if floor == 0 else " "
    filled = min(height - floor * len(BLOCKS), len(BLOCKS))
    return BLOCKS[filled - 1] if filled > 0 else " "


def _labels(drawn: Line, heights: tuple[int | None, ...], rows: int) -> list[Painted]:
    """The highest figure beside the first row, the lowest beside the last."""
    given = [(each, point) for each, point in zip(heights, drawn.points, strict=True) if isinstance(point, Point)]
    labels = [Painted() for _ in range(rows)]
    for row, (_, point) in ((0, max(given, key=_height)), (rows - 1, min(given, key=_height))):
        labels[row] = line((figure_words(point.last.indicator), "muted"))
    return labels


def _height(pair: tuple[int | None, Point]) -> int:
    return pair[0] or 0


def _periods(drawn: Line, taken: int, room: int) -> Painted:
    """The first period at the left, the last at the right, the note behind or between, where it fits."""
    first, last = _period(drawn.points[0]), _period(drawn.points[-1])
    between = max(taken - first.width - last.width, 2)
    note = line((NOTE, "muted"))
    if first.width + between + last.width + len(NOTE) + 3 > room:
        return first + note.padded((between + len(NOTE)) // 2, right=True).padded(between) + last
    return first.padded(first.width + between) + last + line("   ") + note


def _period(point: Point | Gap) -> Painted:
    return line(((point.period.words if point.period else "–") if isinstance(point, Point) else point.first, "muted"))
