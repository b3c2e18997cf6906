"""The bytes that turn the cells a terminal shows into others, each step the shortest there is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, Self

from briefing_tui.ui.cells import Cell, Cells, cell_width
from briefing_tui.ui.sgr import SEEN_ON_BLANKS, Style, pen_for, restyled
from briefing_tui.ui.strokes import Stroke, uncertain, writes_blank

UP = "\x1bM"


class Abilities(NamedTuple):
    """What a terminal can do beyond moving, writing and erasing."""

    erases_in_colour: bool = False
    repeats: bool = False
    margins: bool = False  # left and right ones
    feeds: bool = False  # a line feed reaches it as it is, and leads straight down

    @property
    def down(self) -> str:
        return "\n" if self.feeds else "\x1bD"


class Written(NamedTuple):
    """A stroke, its bytes, and what they leave: the cursor's column (None where that is not certain) and the pen."""

    stroke: Stroke
    sent: str
    x: int | None
    pen: Style


class Redraw:
    """Strokes being written, one behind the other. Of several ways to do so the one of the least `size` is sent."""

    def __init__(self, shown: Cells, wanted: Cells, can: Abilities, begun: str = "") -> None:
        self.shown, self.wanted, self.can, self.begun = shown, wanted, can, begun
        self.written: list[Written] = []
        self.x: int | None = shown.x
        self.y = shown.y
        self.pen = shown.style

    @property
    def size(self) -> int:
        return size(self.begun) + sum(size(each.sent) for each in self.written)

    def row_by_row(self, strokes: Iterable[Stroke]) -> Self:
        for stroke in strokes:
            self._write(stroke)
        return self

    def style_by_style(self, strokes: Iterable[Stroke]) -> Self:
        """All of one style before those of the next."""
        groups: dict[Style, list[Stroke]] = {}
        bare: list[Stroke] = []
        for stroke in strokes:
            (bare if stroke.bare else groups.setdefault(stroke.style, [])).append(stroke)
        for stroke in bare:
            pen = next((each for each in groups if writes_blank(each, stroke.style)), stroke.style)
            groups.setdefault(pen, []).append(stroke)
        while groups:
            style = min(groups, key=lambda each: len(restyled(self.pen, each)))
            self._nearest_first(sorted(groups.pop(style)))
        return self

    def sent(self, most: float) -> tuple[str, Cells]:
        """What to send, hardly more bytes than `most`, and what is shown then, with the cursor where it is wanted.

        Of a part the cursor stays where the part ends: the next one goes on from there.
        """
        out, now, left = [self.begun], self.shown.copy(), most - size(self.begun)
        x: int | None = now.x
        for stroke, sent, x_after, pen in self.written:
            if left <= 0 and x is not None:
                now.x = x
                return "".join(out), now
            out.append(sent)
            left -= size(sent)
            now.rows[stroke.y][stroke.x : stroke.end] = self.wanted.rows[stroke.y][stroke.x : stroke.end]
            x, now.y, now.style = x_after, stroke.y, pen
        if (x, now.y) != (self.wanted.x, self.wanted.y):
            out.append(moved(x, now.y, self.wanted.x, self.wanted.y, self.can.down))
        now.x, now.y = self.wanted.x, self.wanted.y
        return "".join(out), now

    def _nearest_first(self, group: list[Stroke]) -> None:
        rows = {y: list(strokes) for y, strokes in groupby(group, key=attrgetter("y"))}
        while rows:
            near = [rows[y] for y in (next(iter(rows)), self.y, self.y + 1) if y in rows]
            stroke = min((each for row in near for each in row), key=self._distance)
            rows[stroke.y].remove(stroke)
            if not rows[stroke.y]:
                del rows[stroke.y]
            self._write(stroke)

    def _distance(self, stroke: Stroke) -> int:
        return len(moved(self.x, self.y, stroke.x, stroke.y, self.can.down))

    def _write(self, stroke: Stroke) -> None:
        pen = pen_for(self.pen, stroke.style, stroke.bare)
        out = [moved(self.x, self.y, stroke.x, stroke.y, self.can.down), restyled(self.pen, pen)]
        row = self.wanted.rows[stroke.y]
        runs = [(cell, len(list(same))) for cell, same in groupby(row[stroke.x : stroke.end])]
        cell, times = runs[-1]
        self.x, self.y, self.pen = stroke.end, stroke.y, pen
        if erased := self._erased(cell, times, stroke.end):
            runs.pop()
            self.x -= times
        elif stroke.end == len(row) or any(uncertain(character) for (character, _), _ in runs[-2:]):
            self.x = None
        out += [self._run(*run) for run in runs]
        self.written.append(Written(stroke, "".join(out) + erased, self.x, pen))

    def _run(self, cell: Cell, times: int) -> str:
        """Some equal cells, with the cursor behind them."""
        character, _ = cell
        if uncertain(character):
            return "  \b\b" * (cell_width(character) == 2) + character
        ways = [character * times]
        if times > 3 and cell_width(character) == len(character) == 1:
            ways += [f"{character}\x1b[{times - 1}b"] * self.can.repeats
            ways += [f"\x1b[{times}X\x1b[{times}C"] * erasable(cell, self.can)
        return min(ways, key=size)

    def _erased(self, cell: Cell, times: int, end: int) -> str:
        """The last cells of a stroke, with the cursor before them; nothing where that is no shorter."""
        short = "\x1b[K" if end == self.wanted.width else f"\x1b[{times}X"
        return short if times > len(short) and erasable(cell, self.can) else ""


def erasable(cell: Cell, can: Abilities) -> bool:
    character, style = cell
    plain = not style.attributes & SEEN_ON_BLANKS and not style.link
    return character == " " and plain and (can.erases_in_colour or not style.bg)


def size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())


@lru_cache(8192)
def moved(x: int | None, y: int, to_x: int, to_y: int, down: str) -> str:
    """The shortest cursor movement; x is None where it is not known."""
    column = f";{to_x + 1}" if to_x else ""
    rows = to_y - y
    steps = down * rows if rows > 0 else UP * -rows
    vertical = min(steps, f"\x1b[{abs(rows)}{'B' if rows > 0 else 'A'}", key=len)
    ways = [f"\x1b[{to_y + 1 if to_y or to_x else ''}{column}H"]
    return min([*ways, *(vertical + each for each in _sideways(x, to_x))], key=len)


def _sideways(x: int | None, to_x: int) -> list[str]:
    if x == to_x:
        return [""]
    ways = [f"\x1b[{to_x + 1}G", f"\r\x1b[{_count(to_x)}C"] if to_x else ["\r"]
    if x is not None:
        steps = abs(to_x - x)
        ways += [f"\x1b[{_count(steps)}C"] if to_x > x else ["\b" * steps, f"\x1b[{_count(steps)}D"]
    return ways


def _count(number: int) -> str:
    return "" if number == 1 else str(number)
