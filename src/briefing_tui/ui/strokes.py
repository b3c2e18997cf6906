"""The pieces of a screen that have to be written: cells of one row that one pen can write without a stop.

A character of doubtful width is the last of its stroke.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefing_tui.ui.cells import Cell, Cells
from briefing_tui.ui.sgr import Style, pen_for

GAP = 4  # unchanged cells that are cheaper written again than jumped over


class Stroke(NamedTuple):
    """Cells of row `y` from `x` up to `end`, and the style to write them in; of a `bare` one only empty cells."""

    y: int
    x: int
    end: int
    style: Style
    bare: bool


def strokes(shown: Cells, wanted: Cells) -> list[Stroke]:
    """All that differs, in reading order."""
    rows = enumerate(zip(shown.rows, wanted.rows, strict=True))
    return [each for y, (old, new) in rows if old != new for each in _of_row(y, old, new)]


def _of_row(y: int, old: list[Cell], new: list[Cell]) -> Iterator[Stroke]:
    x, width = 0, len(new)
    while x < width:
        if old[x] == new[x]:
            x += 1
            continue
        stroke = _from(y, x - (not new[x][0]), old, new)
        yield stroke
        x = stroke.end


def _from(y: int, start: int, old: list[Cell], new: list[Cell]) -> Stroke:
    """The stroke that begins here. Empty cells join whatever is written beside them, where that looks the same."""
    pen, bare = new[start][1], new[start][0] == " "
    end, gap, last = start, 0, ""
    for x in range(start, len(new)):
        character, style = new[x]
        if character == " ":
            fits = writes_blank(pen, style)
        elif bare:
            fits = writes_blank(style, pen)
        else:
            fits = style == pen
        changed = old[x] != new[x]
        gap = 0 if changed else gap + (x == start or new[x] != new[x - 1])
        if not fits or gap > GAP or (character and uncertain(last)) or (not changed and uncertain(character)):
            break
        last = character or last
        if bare and character != " ":
            if not changed:
                break
            pen, bare = style, False
        if changed or (not character and end == x):
            end = x + 1
    return Stroke(y, start, end, pen, bare)


@lru_cache(4096)
def writes_blank(pen: Style, empty: Style) -> bool:
    """Whether a pen leaves an empty cell as it has to look."""
    return pen_for(pen, empty, True) == pen


@lru_cache(4096)
def uncertain(character: str) -> bool:
    """Whether terminals differ in how wide they draw this."""
    return len(character) > 1 and not all(map(unicodedata.combining, character[1:]))
