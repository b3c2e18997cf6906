"""Rows of the table of results: a figure beside its goal, and how they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_HEADINGS = ("what", "measured", "goal", "reached", "beside it", "remarks")


@dataclass(frozen=True)
class Row:
    """One thing that was measured. Without a figure it could not be; without a goal it is only told.

    `id` is the key of its remark in remarks.toml and so stays for ever; `at_least` turns the goal around.
    """

    id: str
    what: str
    figure: float | None
    goal: float | None
    unit: str
    beside: str = ""
    at_least: bool = False

    @property
    def reached(self) -> bool | None:
        """None where there is no goal. What could not be measured is not reached."""
        if self.goal is None:
            return None
        if self.figure is None:
            return False
        return self.figure >= self.goal if self.at_least else self.figure <= self.goal

    @property
    def cells(self) -> tuple[str, str, str, str]:
        measured = "–" if self.figure is None else amount(self.figure, self.unit)
        sign = "≥" if self.at_least else "≤"
        goal = "" if self.goal is None else f"{sign} {amount(self.goal, self.unit)}"
        return self.what, measured, goal, {True: "yes", False: "**no**", None: ""}[self.reached]


def amount(value: float | None, unit: str) -> str:
    """A figure with as many digits as it deserves: `1.31 ×`, `13,663 bytes`, `0.42 ms`."""
    if value is None:
        return "–"
    if value == int(value) or abs(value) >= 100:
        return f"{value:,.0f} {unit}"
    return f"{value:.{1 if abs(value) >= 10 else 2}f} {unit}"


def markdown(rows: Iterable[Row], remarks: Mapping[str, str]) -> str:
    """The table for RESULTS.md."""
    lines = [_HEADINGS, ("---",) * len(_HEADINGS)]
    lines += ((*row.cells, row.beside, remarks.get(row.id, "")) for row in rows)
    return "\n".join(f"| {' | '.join(' '.join(cell.split()).replace('|', '/') for cell in each)} |" for each in lines)


def plain(rows: Sequence[Row]) -> str:
    """The table for the terminal that `make bench` runs in."""
    cells = [_HEADINGS[:5], *((*row.cells, row.beside) for row in rows)]
    widths = [max(len(each[column]) for each in cells) for column in range(4)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(each, [*widths, 0], strict=True)).rstrip() for each in cells
    )
