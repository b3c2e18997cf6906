"""The cells of a terminal as a value: what a program wrote to it, read from the few sequences a frame is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import repeat

from rich.cells import split_graphemes

from briefing_tui.ui.sgr import PLAIN, Style, applied, blank, restyled

Cell = tuple[str, Style]  # the right half of a wide character is an empty string
EMPTY: Cell = (" ", PLAIN)
_FLAG_LETTERS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))  # two of them are one flag

_TOKEN = re.compile(
    r"([^\x00-\x1f\x7f-\x9f]+)"  # 1 text
    r"|\x1b\[([\d;:]*)m"  # 2 colours and attributes
    r"|\x1b\[(\d*);?(\d*)H"  # 3, 4 cursor
    r"|\x1b\]8;([^\x07\x1b]*)(?:\x07|\x1b\\)"  # 5 link
    r"|\x1b\[\?2026[hl]"  # whoever sends the cells decides how
    r"|([\r\n])"  # 6
    r"|(\x07|\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~]))"  # 7 anything else
    r"|[\x00-\x1f\x7f-\x9f]"
)


class Cells:
    """A screen of cells, the cursor, and the style in force. Whole characters only: half a wide one becomes a space."""

    def __init__(self, width: int, height: int, fill: Cell = EMPTY) -> None:
        self.width = width
        self.height = height
        self.rows: list[list[Cell]] = [[fill] * width for _ in range(height)]
        self.x = self.y = 0
        self.style = PLAIN
        self.touched = False  # whether anything was ever written

    def copy(self) -> Cells:
        same = Cells(self.width, 0)
        same.height = self.height
        same.rows = [row.copy() for row in self.rows]
        same.x, same.y, same.style = self.x, self.y, self.style
        return same

    def spelt(self) -> str:
        """All cells, as `take` reads them."""
        out, style = ["\x1b[m"], PLAIN
        for number, row in enumerate(self.rows, 1):
            out.append(f"\x1b[{number};1H")
            for character, look in row:
                if character:
                    out.append(restyled(style, look) + character)
                    style = look
        return "".join(out)

    def resize(self, width: int, height: int) -> None:
        """Keep what fits; new cells are empty."""
        rows = [row[:width] + [EMPTY] * (width - len(row)) for row in self.rows[:height]]
        for row in rows:
            _mend(row, width)
        self.rows = rows + [[EMPTY] * width for _ in range(height - len(rows))]
        self.width, self.height = width, height

    def take(self, written: str) -> Iterator[str]:
        """Apply what was written; gives back, in order, what is not about cells."""
        for token in _TOKEN.finditer(written):
            kind = token.lastindex
            if kind == 1:
                self._put(token[1])
            elif kind == 2:
                self.style = applied(self.style, token[2])
            elif kind in {3, 4}:
                self.y = min(int(token[3] or 1), self.height) - 1
                self.x = min(int(token[4] or 1), self.width) - 1
            elif kind == 5:
                self.style = self.style._replace(link=token[5] if token[5].strip(";") else "")
            elif kind == 6:
                self.x = 0
                self.y = min(self.y + (token[6] == "\n"), self.height - 1)
            elif kind == 7:
                yield token[7]

    def _put(self, text: str) -> None:
        """Write at the cursor; what does not fit into the row is lost, as with a terminal that does not wrap."""
        self.touched = True
        row, start = self.rows[self.y], self.x
        cells = _plain_cells(text, self.style) if text.isascii() else list(_wide_cells(text, self.style))
        if cells and not cells[0][0]:  # a mark without a letter joins the one before
            del cells[0]
            if start and row[start - 1][0]:
                row[start - 1] = (row[start - 1][0] + graphemes(text)[0][0], row[start - 1][1])
        cells = cells[: self.width - start]
        end = start + len(cells)
        if not cells:
            return
        row[start:end] = cells
        _mend(row, start)
        _mend(row, end)
        self.x = min(end, self.width - 1)


def _mend(row: list[Cell], edge: int) -> None:
    """Blank the halves of a wide character that was cut at this edge."""
    if edge > 0 and cell_width(row[edge - 1][0]) == 2 and (edge == len(row) or row[edge][0]):
        row[edge - 1] = (" ", blank(row[edge - 1][1]))
    if edge < len(row) and not row[edge][0] and (edge == 0 or cell_width(row[edge - 1][0]) != 2):
        row[edge] = (" ", blank(row[edge][1]))


def _plain_cells(text: str, style: Style) -> list[Cell]:
    if " " not in text:
        return list(zip(text, repeat(style)))
    space, seen = (" ", blank(style)), style
    return [space if each == " " else (each, seen) for each in text]


def _wide_cells(text: str, style: Style) -> Iterator[Cell]:
    for character, width in graphemes(text):
        yield (character if width else "", blank(style) if character == " " else style)
        if width == 2:
            yield ("", style)


@lru_cache(4096)
def graphemes(text: str) -> tuple[tuple[str, int], ...]:
    """The characters of a text as they are seen, each with the cells it takes."""
    found: list[tuple[str, int]] = []
    for start, end, width in split_graphemes(text)[0]:
        character = text[start:end]
        if found and _FLAG_LETTERS.issuperset((character, found[-1][0])):
            found[-1] = (found[-1][0] + character, found[-1][1] + width)
        else:
            found.append((character, width))
    return tuple(found)


@lru_cache(4096)
def cell_width(character: str) -> int:
    """How many cells one character takes; 0 for the right half of a wide one."""
    return sum(width for _, width in graphemes(character)) if character else 0
