"""The shortest way from the cells a terminal shows to the wanted ones: row by row, after scrolling, or by style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing_tui.ui.cells import EMPTY, Cell, Cells
from briefing_tui.ui.redraw import Abilities, Rows, erasable, redrawn, size
from briefing_tui.ui.sgr import PLAIN, Style, pen_for, restyled

WORTH_A_SEARCH = 500  # characters; below, the ways differ by less than the search takes
ERASED_ROW = "\x1b[K\x1b[B"
UNKNOWN: Cell = ("\0", PLAIN)  # equal to none that a program can write
RECOGNISED = 24  # cells of a row by which it is found again


def frame(shown: Cells | None, wanted: Cells, can: Abilities) -> tuple[str, Cells]:
    """What to send, and what the terminal shows then; `shown` is None where nothing is known of it but its size."""
    if shown is None:
        return whole(wanted, can)
    ways = [redrawn(shown, wanted, can)]
    if len(ways[0][0]) > WORTH_A_SEARCH:
        begun = [("", shown)]
        if scroll := scrolled(shown, wanted):
            begun.append(scroll)
            ways.append(_after(*scroll, wanted, can))
        if _narrow(shown) and _narrow(wanted):
            ways += [_after(*each, wanted, can, list(_style_by_style(each[1].rows, wanted.rows))) for each in begun]
    return min(ways, key=lambda way: size(way[0]))


def scrolled(shown: Cells, wanted: Cells) -> tuple[str, Cells] | None:
    """The bytes that move a block of rows to where most of it is wanted, and the screen then."""
    moves = _moves(shown.rows, wanted.rows)
    if not moves:
        return None
    by = Counter(by for _, by in moves).most_common(1)[0][0]
    rows = [each for y, each_by in moves if each_by == by for each in (y, y + by)]
    top, bottom = min(rows), max(rows)
    if len(rows) < 6:
        return None
    now = shown.copy()
    fresh = [[UNKNOWN] * shown.width for _ in range(abs(by))]
    block = now.rows[top : bottom + 1]
    now.rows[top : bottom + 1] = block[by:] + fresh if by > 0 else fresh + block[:by]
    now.x = now.y = 0
    step = f"\x1b[{bottom + 1}H" + "\x1bD" * by if by > 0 else f"\x1b[{top + 1}H" + "\x1bM" * -by
    return f"\x1b[{top + 1};{bottom + 1}r{step}\x1b[r\x1b[H", now


def _moves(shown: Rows, wanted: Rows) -> list[tuple[int, int]]:
    """Rows that are wanted where others are shown, each with how far below it is shown now."""
    found = []
    for y, (old, new) in enumerate(zip(shown, wanted, strict=True)):
        if old == new:
            continue
        x = next(x for x, (a, b) in enumerate(zip(old, new, strict=True)) if a != b)
        piece = new[x : x + RECOGNISED]
        if any(character != " " for character, _ in piece):
            found += [(y, other - y) for other, row in enumerate(shown) if row[x : x + RECOGNISED] == piece]
    return found


def whole(wanted: Cells, can: Abilities) -> tuple[str, Cells]:
    """The same for a terminal of which nothing is known but its size: row by row, or style by style if shorter."""
    fill = _commonest_blank(wanted, can)
    blanks = Cells(wanted.width, wanted.height, fill)
    blanks.style = fill[1]
    stages = list(_style_by_style(blanks.rows, wanted.rows))
    ways = [redrawn(blanks, wanted, can), redrawn(blanks, wanted, can, stages)]
    drawn, now = min(ways, key=lambda way: size(way[0]))
    # Row by row: some emulators give the whole screen, erased at once, no colour.
    return f"\x1b[m{restyled(PLAIN, fill[1])}\x1b[H{ERASED_ROW * wanted.height}\x1b[H{drawn}", now


def _style_by_style(rows: Rows, wanted: Rows) -> Iterator[Rows]:
    """The screens in between when all cells of one style are written before those of the next."""
    owners = [_owners(row) for row in wanted]
    for style in dict.fromkeys(each for row in owners for each in row):
        rows = [
            [new if owner == style else old for old, new, owner in zip(before, after, owned, strict=True)]
            if style in owned
            else before
            for before, after, owned in zip(rows, wanted, owners, strict=True)
        ]
        yield rows


def _owners(row: list[Cell]) -> list[Style]:
    """With which style each cell is written: an empty one with that before it, where that is no different to see."""
    owners: list[Style] = []
    for character, style in row:
        last = owners[-1] if owners else style
        owners.append(last if character == " " and pen_for(last, style, True) == last else style)
    return owners


def _commonest_blank(cells: Cells, can: Abilities) -> Cell:
    counts: dict[Cell, int] = {}
    for row in cells.rows:
        for cell in row:
            if cell[0] == " ":
                counts[cell] = counts.get(cell, 0) + 1
    usable = {cell: count for cell, count in counts.items() if erasable(cell, can)}
    return max(usable, key=lambda cell: usable[cell], default=EMPTY)


def _narrow(cells: Cells) -> bool:
    """Whether no character takes two cells: of those, no half may be written alone."""
    return not any("" in map(_character, row) for row in cells.rows)


def _character(cell: Cell) -> str:
    return cell[0]


def _after(sent: str, shown: Cells, wanted: Cells, can: Abilities, stages: Sequence[Rows] = ()) -> tuple[str, Cells]:
    drawn, now = redrawn(shown, wanted, can, stages)
    return sent + drawn, now
