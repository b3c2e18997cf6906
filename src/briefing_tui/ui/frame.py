"""The shortest way from the cells a terminal shows to the wanted ones: by rows or by styles, or after scrolling."""

from __future__ import annotations

from math import inf

from briefing_tui.ui.cells import EMPTY, Cell, Cells
from briefing_tui.ui.redraw import Abilities, Redraw, erasable
from briefing_tui.ui.scroll import scrolled
from briefing_tui.ui.sgr import PLAIN, restyled
from briefing_tui.ui.strokes import strokes

WORTH_A_SEARCH = 500  # bytes; below, the ways differ by less than the search takes
PART = 256  # bytes of one that is sent in parts
ERASED = "\x1b[K"


def frame(shown: Cells | None, wanted: Cells, can: Abilities, room: float = inf) -> tuple[str, Cells]:
    """What to send, and what the terminal shows then; `shown` is None where nothing is known of it but its size.

    Where that is more bytes than there is room for, it is the first part of it, and leads to a screen between the two.
    """
    if shown is None:
        return whole(wanted, can, room)
    best = _drawn(shown, wanted, can)
    if best.size > WORTH_A_SEARCH and (scroll := scrolled(shown, wanted, can)):
        begun, now = scroll
        best = min(best, _drawn(now, wanted, can, begun), key=_size)
    return best.sent(inf if best.size <= room else PART)


def whole(wanted: Cells, can: Abilities, room: float = inf) -> tuple[str, Cells]:
    """The same for a terminal of which nothing is known but its size."""
    fill = _commonest_blank(wanted, can)
    blanks = Cells(wanted.width, wanted.height, fill)
    blanks.style = fill[1]
    # Row by row: some emulators give the whole screen, erased at once, no colour.
    erased = can.down.join([ERASED] * wanted.height)
    drawn = _drawn(blanks, wanted, can, f"\x1b[m{restyled(PLAIN, fill[1])}\x1b[H{erased}\x1b[H")
    return drawn.sent(inf if drawn.size <= room else PART)


def _drawn(shown: Cells, wanted: Cells, can: Abilities, begun: str = "") -> Redraw:
    pieces = strokes(shown, wanted)
    ways = [
        Redraw(shown, wanted, can, begun).row_by_row(pieces),
        Redraw(shown, wanted, can, begun).style_by_style(pieces),
    ]
    return min(ways, key=_size)


def _size(way: Redraw) -> int:
    return way.size


def _commonest_blank(cells: Cells, can: Abilities) -> Cell:
    counts: dict[Cell, int] = {}
    for row in cells.rows:
        for cell in row:
            if cell[0] == " ":
                counts[cell] = counts.get(cell, 0) + 1
    usable = {cell: count for cell, count in counts.items() if erasable(cell, can)}
    return max(usable, key=lambda cell: usable[cell], default=EMPTY)
