"""The rows of a series: each line under its heading, a row for each figure given, gaps and revisions where they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing_tui.series import Gap, Given, Point
from briefing_tui.series import Line as Drawn
from briefing_tui.series_words import line_heads, missing_words, step_words
from briefing_tui.ui.columns import lined_up
from briefing_tui.ui.grid import Field, Grid
from briefing_tui.ui.lines import Row
from briefing_tui.ui.paint import Line, line
from briefing_tui.wording import figure_words


@dataclass(frozen=True, slots=True)
class Stop:
    """What a row stands for: a figure given for a point of a line; `number` counts gaps too."""

    drawn: Drawn
    number: int
    given: Given

    @property
    def point(self) -> Point:
        point = self.drawn.points[self.number]
        assert isinstance(point, Point)
        return point


@dataclass(frozen=True, slots=True)
class Cells:
    """A row of the table: a figure given for a period, how it differs from the one before, who gives it."""

    period: Line
    figure: Line
    step: Line
    briefing: Line


def stops(drawn: Drawn) -> Iterator[Stop]:
    """The newest figure of each point, then the earlier ones."""
    for number, point in enumerate(drawn.points):
        if isinstance(point, Point):
            yield from (Stop(drawn, number, given) for given in reversed(point.given))


def _cells(drawn: Drawn) -> Iterator[Cells]:
    """What `stops` gives, in words."""
    these = tuple(stops(drawn))
    figures = lined_up([figure_words(each.given.indicator) for each in these])
    for stop, figure in zip(these, figures, strict=True):
        last, given = stop.point.last, stop.given
        briefing = line((f"{given.briefing.date}  {given.briefing.short_title or given.briefing.title}", "muted"))
        if given is last:
            yield Cells(line(given.indicator.period_words or "–"), figure, step_line(stop.point), briefing)
        else:
            revised = figure_words(given.indicator) != figure_words(last.indicator)
            earlier = line(("revised since" if revised else "the same", "caution" if revised else "muted"))
            yield Cells(Line(), line((figure.text, "muted")), earlier, briefing)


def step_line(point: Point) -> Line:
    words = step_words(point.step)
    return line((words, "rise" if words.startswith("▲") else "fall" if words.startswith("▼") else "muted"))


def series_rows(drawn: tuple[Drawn, ...], width: int) -> tuple[Line, tuple[Row, ...]]:
    """The heading and the rows of some lines; a row's key is the number of its stop among those of all lines."""
    cells = tuple(cell for each in drawn for cell in _cells(each))
    grid = Grid(_fields(cells), width)
    return grid.head, tuple(_rows(drawn, cells, grid))


def _fields(cells: Sequence[Cells]) -> tuple[Field, ...]:
    def widest(column: Iterator[Line]) -> int:
        return max((each.width for each in column), default=0)

    return (
        Field("Period", widest(each.period for each in cells)),
        Field("Figure", widest(each.figure for each in cells)),
        Field("Against before", widest(each.step for each in cells), rank=1),
        Field("Given in", 10, rank=2, stretches=True),
    )


def _rows(drawn: tuple[Drawn, ...], cells: Sequence[Cells], grid: Grid) -> Iterator[Row]:
    """Each line under its own heading, gaps where they are."""
    number = 0
    for each, (words, blocks, whose) in zip(drawn, line_heads(drawn), strict=True):
        if number:
            yield Row(Line())
        yield Row(line((words, "strong"), f"  {blocks}" if blocks else "", (f"  {whose}" if whose else "", "muted")))
        for point in each.points:
            if isinstance(point, Gap):
                yield Row(line("  ", (f"{missing_words(point)}: not given", "muted")))
                continue
            for _ in point.given:
                cell = cells[number]
                row = {"Period": cell.period, "Figure": cell.figure, "Against before": cell.step}
                row |= {"Given in": cell.briefing}
                yield Row(grid.row(row), str(number), "  ".join(each.text for each in row.values()))
                number += 1
