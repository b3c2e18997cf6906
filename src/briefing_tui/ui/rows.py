"""Rows made when they are looked at, for lists much longer than a screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

from briefing_tui.ui.lines import Row


class LateRows(Sequence[Row]):
    """So many rows, each made by its number whenever it is asked for."""

    def __init__(self, amount: int, make: Callable[[int], Row]) -> None:
        self.amount = amount
        self.make = make

    def __len__(self) -> int:
        return self.amount

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return tuple(self.make(each) for each in range(self.amount)[index])
        return self.make(range(self.amount)[index])
