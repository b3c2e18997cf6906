"""Rows that stand elsewhere already: moved there by the terminal rather than written again."""

from __future__ import annotations

from collections import Counter

from briefing_tui.ui.cells import Cell, Cells
from briefing_tui.ui.redraw import UP, Abilities
from briefing_tui.ui.sgr import PLAIN

Rows = list[list[Cell]]
UNKNOWN: Cell = ("\0", PLAIN)  # equal to none that a program can write
RECOGNISED = 24  # cells of a row by which it is found again
FEWEST = 6  # rows worth moving


def scrolled(shown: Cells, wanted: Cells, can: Abilities) -> tuple[str, Cells] | None:
    """The bytes that move a block to where most of it is wanted, and the screen then; None where there is none."""
    found = _moves(shown.rows, wanted.rows)
    if not found:
        return None
    by = Counter(by for _, by in found).most_common(1)[0][0]
    rows = [each for y, each_by in found if each_by == by for each in (y, y + by)]
    top, bottom = min(rows), max(rows) + 1
    if len(rows) < FEWEST:
        return None
    left, right = _sides(shown, wanted, range(top, bottom)) if can.margins else (0, shown.width)
    now = shown.copy()
    for y in range(top, bottom):
        taken = shown.rows[y + by] if top <= y + by < bottom else [UNKNOWN] * shown.width
        now.rows[y][left:right] = taken[left:right]
    now.x = now.y = 0
    step = can.down * by if by > 0 else UP * -by
    edge = f"\x1b[{bottom if by > 0 else top + 1};{left + 1}H"
    if (left, right) == (0, shown.width):
        return f"\x1b[{top + 1};{bottom}r{edge}{step}\x1b[r\x1b[H", now
    return f"\x1b[?69h\x1b[{left + 1};{right}s\x1b[{top + 1};{bottom}r{edge}{step}\x1b[?69l\x1b[r\x1b[H", now


def _sides(shown: Cells, wanted: Cells, rows: range) -> tuple[int, int]:
    """Between which columns all that changes in some rows stands, so that no wide character is cut."""
    pairs = [(shown.rows[y], wanted.rows[y]) for y in rows]
    changed = [x for old, new in pairs for x, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    left, right = min(changed), max(changed) + 1
    cut = any(not row[x][0] for row, _ in pairs for x in (left, right) if x < shown.width)
    return (0, shown.width) if cut else (left, right)


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
