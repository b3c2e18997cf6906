"""Columns of given widths for a list: what has no room is left out, one column takes what is spare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing_tui.ui.paint import Line, line

GAP = 2
EDGE = 2  # where the cursor stands


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its heading and cells wide; the highest `rank` goes first where room is short, 0 never.

    One field of a grid `stretches`: its width is the least it takes. A width of 0 leaves the column out.
    """

    heading: str
    width: int
    rank: int = 0
    right: bool = False
    stretches: bool = False


class Grid:
    """The fields that a width holds."""

    def __init__(self, fields: Sequence[Field], width: int) -> None:
        kept = [replace(each, width=max(each.width, len(each.heading))) for each in fields if each.width]
        while _taken(kept) > width and any(each.rank for each in kept):
            kept.remove(max(kept, key=lambda each: each.rank))
        spare = max(width - _taken(kept), 0)
        self.fields = tuple(replace(each, width=each.width + spare * each.stretches) for each in kept)

    def __contains__(self, heading: str) -> bool:
        return any(each.heading == heading for each in self.fields)

    @property
    def head(self) -> Line:
        heading = self.row({each.heading: line(each.heading) for each in self.fields})
        return Line(heading.text, ((0, len(heading.text), "muted"),))

    def row(self, cells: Mapping[str, Line]) -> Line:
        """A line of cells, each under its heading; cells without a field are left out."""
        row = line(" " * EDGE)
        for number, each in enumerate(self.fields):
            row += line(" " * GAP if number else "") + cells.get(each.heading, Line()).padded(each.width, each.right)
        return row


def _taken(fields: Sequence[Field]) -> int:
    return EDGE + sum(each.width + GAP for each in fields) - GAP
