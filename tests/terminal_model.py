"""A terminal as a model: what was written to it becomes cells that can be compared with those of another."""

from __future__ import annotations

from typing import Any

import pyte
from pyte.screens import Char

Seen = tuple[object, ...]
SIDES = 69  # the mode in which left and right margins hold


class _Screen(pyte.Screen):
    """pyte's screen, which may also repeat characters, erase without colours, and scroll between two columns."""

    erases_in_colour = True
    sides: tuple[int, int] | None = None

    def draw(self, data: str) -> None:
        super().draw(data)
        self.last = data[-1]

    def repeat(self, count: int = 1, **_: Any) -> None:
        self.draw(self.last * count)

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        with_colours = self._without()
        super().erase_in_line(how, private)
        self.cursor.attrs = with_colours

    def erase_characters(self, count: int | None = None) -> None:
        with_colours = self._without()
        super().erase_characters(count)
        self.cursor.attrs = with_colours

    def erase_in_display(self, how: int = 0, *_: Any, **__: Any) -> None:
        assert how == 2, "only the whole screen is ever erased"
        fill = self.cursor.attrs if self.erases_in_colour else self.default_char
        for y in range(self.lines):
            self.buffer[y].update(dict.fromkeys(range(self.columns), fill))

    def set_sides(self, left: int = 1, right: int = 0, **_: Any) -> None:
        assert SIDES << 5 in self.mode, "margins hold in their mode only"
        self.sides = (left - 1, right)

    def reset_mode(self, *modes: int, **how: Any) -> None:
        super().reset_mode(*modes, **how)
        if SIDES in modes:
            self.sides = None

    def index(self) -> None:
        top, bottom = self.margins or (0, self.lines - 1)
        if self.sides and self.cursor.y == bottom:
            self._shift(range(top, bottom), 1)
        else:
            super().index()

    def reverse_index(self) -> None:
        top, bottom = self.margins or (0, self.lines - 1)
        if self.sides and self.cursor.y == top:
            self._shift(range(bottom, top, -1), -1)
        else:
            super().reverse_index()

    def _shift(self, rows: range, by: int) -> None:
        assert self.sides
        left, right = self.sides
        assert left <= self.cursor.x < right, "only a cursor between the margins scrolls"
        for y in rows:
            for x in range(left, right):
                self.buffer[y][x] = self.buffer[y + by][x]
        for x in range(left, right):
            self.buffer[rows.stop][x] = self.default_char

    def _without(self) -> Char:
        attrs = self.cursor.attrs
        if not self.erases_in_colour:
            self.cursor.attrs = self.default_char
        return attrs


class _Stream(pyte.ByteStream):
    csi = {**pyte.Stream.csi, "b": "repeat", "s": "set_sides"}
    events = pyte.Stream.events | {"repeat", "set_sides"}


class Model:
    """One terminal that does not wrap lines."""

    def __init__(self, width: int, height: int, erases_in_colour: bool = True) -> None:
        self.screen = _Screen(width, height)
        self.screen.erases_in_colour = erases_in_colour
        self.stream = _Stream(self.screen)
        self.feed("\x1b[?7l\x1b[?25l")

    def feed(self, written: str) -> None:
        self.stream.feed(written.encode())

    def resize(self, width: int, height: int) -> None:
        self.screen.resize(height, width)

    @property
    def cells(self) -> list[list[Seen]]:
        """What is seen of each cell, row by row; of an empty one, neither the colour nor the weight of its letter."""
        screen = self.screen
        return [[_seen(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)]

    def differences(self, other: Model) -> list[object]:
        """The first cells that differ from those of another, as (x, y, ours, theirs), and the cursors if they do."""
        rows = enumerate(zip(self.cells, other.cells, strict=True))
        pairs = [
            (x, y, a, b) for y, (one, two) in rows for x, (a, b) in enumerate(zip(one, two, strict=True)) if a != b
        ]
        cursors = [] if self.cursor == other.cursor else [("cursor", self.cursor, other.cursor)]
        return [*pairs[:3], *cursors]

    @property
    def cursor(self) -> tuple[int, int]:
        return min(self.screen.cursor.x, self.screen.columns - 1), self.screen.cursor.y

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)


def _seen(cell: Char) -> Seen:
    if cell.data == " " and not (cell.underscore or cell.strikethrough or cell.reverse):
        return (" ", cell.bg)
    return tuple(cell)
