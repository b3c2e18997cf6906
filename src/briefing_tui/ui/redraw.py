"""The bytes that turn the cells a terminal shows into others, in reading order, each step the shortest there is."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from briefing_tui.ui.cells import Cell, Cells, cell_width
from briefing_tui.ui.sgr import SEEN_ON_BLANKS, Style, pen_for, restyled

Rows = list[list[Cell]]
GAP = 12  # unchanged cells that may be cheaper written again than jumped over


class Abilities(NamedTuple):
    """What a terminal can do beyond moving, writing and erasing."""

    erases_in_colour: bool = False
    repeats: bool = False


class Redraw:
    """Bytes being written: where the cursor is (x is None where that is not certain) and the style in force."""

    def __init__(self, shown: Cells, can: Abilities) -> None:
        self.can = can
        self.out: list[str] = []
        self.x: int | None = shown.x
        self.y: int | None = shown.y
        self.style = shown.style

    def rows(self, old: Rows, new: Rows) -> None:
        for y, (before, after) in enumerate(zip(old, new, strict=True)):
            if before != after:
                self._row(y, before, after)

    def move(self, x: int, y: int) -> None:
        self.out.append(moved(self.x, self.y, x, y))
        self.x, self.y = x, y

    def restyle(self, style: Style, empty: bool = False) -> None:
        wanted = pen_for(self.style, style, empty)
        self.out.append(restyled(self.style, wanted))
        self.style = wanted

    def _row(self, y: int, old: list[Cell], new: list[Cell]) -> None:
        tail = self._tail(new)
        erased = tail < len(new) and sum(a != b for a, b in zip(old[tail:], new[tail:], strict=True)) > 3
        end = tail if erased else len(new)
        x = 0
        while x < end:
            if old[x] == new[x]:
                x += 1
                continue
            x -= not new[x][0]
            self._reach(x, y, new)
            x = self._write(x, min(self._until(x, end, old, new), end), new)
        if erased:
            self._reach(tail, y, new)
            self.restyle(new[tail][1], empty=True)
            self.out.append("\x1b[K")

    def _tail(self, new: list[Cell]) -> int:
        """Where the empty rest of a row begins that can be erased at once."""
        last = new[-1]
        if not erasable(last, self.can):
            return len(new)
        x = len(new) - 1
        while x and new[x - 1] == last:
            x -= 1
        return x

    def _until(self, x: int, end: int, old: list[Cell], new: list[Cell]) -> int:
        """The end of the changed cells that begin here."""
        while x < end and (old[x] != new[x] or not new[x][0]):
            x += 1
        return x

    def _reach(self, x: int, y: int, new: list[Cell]) -> None:
        """Get to a cell: by moving, or by writing again what stands between."""
        jump = moved(self.x, self.y, x, y)
        if self.y == y and self.x is not None and 0 < x - self.x <= GAP and new[self.x][0]:
            again, style = self._again(new[self.x : x])
            target, empty = new[x][1], new[x][0] == " "
            direct = len(jump) + len(restyled(self.style, pen_for(self.style, target, empty)))
            if again and size(again) + len(restyled(style, pen_for(style, target, empty))) <= direct:
                self.out.append(again)
                self.x, self.style = x, style
                return
        self.out.append(jump)
        self.x, self.y = x, y

    def _again(self, cells: list[Cell]) -> tuple[str, Style]:
        out, style = [], self.style
        for character, wanted in cells:
            if uncertain(character):
                return "", style
            pen = pen_for(style, wanted, character == " ") if character else style
            out.append(restyled(style, pen) + character)
            style = pen
        return "".join(out), style

    def _write(self, x: int, end: int, new: list[Cell]) -> int:
        """Write cells; gives where they end."""
        width = len(new)
        while x < end:
            character, style = cell = new[x]
            self.restyle(style, character == " ")
            following = x + 1
            while following < width and new[following] == cell:
                following += 1
            same = min(following, max(end, x + 1)) - x
            if uncertain(character):
                self.out.append("  \b\b" * (cell_width(character) == 2) + character)
                self.x = None
                x += cell_width(character)
                if x < end:
                    self.move(x, self.y or 0)
                continue
            self.out.append(self._repeated(character, same))
            x += same
            while x < width and not new[x][0]:
                x += 1
            self.x = x if x < width else None
        return x

    def _repeated(self, character: str, times: int) -> str:
        plain = character * times
        if not self.can.repeats or times < 3 or len(character) != 1 or cell_width(character) != 1:
            return plain
        short = f"{character}\x1b[{times - 1}b"
        return short if size(short) < size(plain) else plain


def redrawn(shown: Cells, wanted: Cells, can: Abilities, stages: Sequence[Rows] = ()) -> tuple[str, Cells]:
    """What to send so that a terminal shows other cells of the same size, cursor and all; and what it shows then."""
    redraw = Redraw(shown, can)
    for old, new in pairwise([shown.rows, *(stages or [wanted.rows])]):
        redraw.rows(old, new)
    if (redraw.x, redraw.y) != (wanted.x, wanted.y):
        redraw.move(wanted.x, wanted.y)
    now = wanted.copy()
    now.style = redraw.style
    return "".join(redraw.out), now


def erasable(cell: Cell, can: Abilities) -> bool:
    character, style = cell
    plain = not style.attributes & SEEN_ON_BLANKS and not style.link
    return character == " " and plain and (can.erases_in_colour or not style.bg)


@lru_cache(4096)
def uncertain(character: str) -> bool:
    """Whether terminals differ in how wide they draw this."""
    return len(character) > 1 and not all(map(unicodedata.combining, character[1:]))


def size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())


@lru_cache(8192)
def moved(x: int | None, y: int | None, to_x: int, to_y: int) -> str:
    """The shortest cursor movement; x and y are None where they are not known."""
    column = f";{to_x + 1}" if to_x else ""
    ways = [f"\x1b[{to_y + 1 if to_y or to_x else ''}{column}H"]
    if y is not None:
        down = to_y - y
        vertical = f"\x1b[{_count(abs(down))}{'B' if down > 0 else 'A'}" if down else ""
        ways += [vertical + each for each in _sideways(x, to_x)]
    return min(ways, key=len)


def _sideways(x: int | None, to_x: int) -> list[str]:
    if x == to_x:
        return [""]
    ways = [f"\x1b[{_count(to_x + 1)}G"] if to_x else ["\r"]
    if x is not None:
        steps = abs(to_x - x)
        ways += [f"\x1b[{_count(steps)}C"] if to_x > x else ["\b" * steps, f"\x1b[{_count(steps)}D"]
    return ways


def _count(number: int) -> str:
    return "" if number == 1 else str(number)
