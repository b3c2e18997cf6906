"""A terminal as a model: what was written to it becomes cells that can be compared with those of another."""

from __future__ import annotations

from typing import Any

import pyte
from pyte.screens import Char

Seen = tuple[object, ...]


class _Screen(pyte.Screen):
    """pyte's screen, which may also repeat characters and may erase without colours."""

    erases_in_colour = True

    def draw(self, data: str) -> None:
        super().draw(data)
        self.last = data[-1]

    def repeat(self, count: int = 1, **_: Any) -> None:
        self.draw(self.last * count)

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        with_colours = self._without()
        super().erase_in_line(how, private)
        self.cursor.attrs = with_colours

    def erase_in_display(self, how: int = 0, *_: Any, **__: Any) -> None:
        assert how == 2, "only the whole screen is ever erased"
        fill = self.cursor.attrs if self.erases_in_colour else self.default_char
        for y in range(self.lines):
            self.buffer[y].update(dict.fromkeys(range(self.columns), fill))

    def _without(self) -> Char:
        attrs = self.cursor.attrs
        if not self.erases_in_colour:
            self.cursor.attrs = self.default_char
        return attrs


class _Stream(pyte.ByteStream):
    csi = {**pyte.Stream.csi, "b": "repeat"}
    events = pyte.Stream.events | {"repeat"}


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
