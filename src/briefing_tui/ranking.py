"""How well a row answers a query: BM25 over its stems, the title first, then what is said, then the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log

from briefing_tui.query import Term
from briefing_tui.words import Way

_TITLE, _SAID, _BESIDE = 10.0, 4.0, 1.0
COLUMNS = 3
_SATURATION, _LENGTH = 1.2, 0.75


@dataclass(frozen=True, slots=True)
class Ranking:
    """The stems to count, as they stand between blanks, with each term's weight; `mean` is a usual length."""

    terms: tuple[tuple[tuple[str, ...], float], ...]
    mean: float

    @classmethod
    def of(cls, terms: Sequence[Term], frequency: Callable[[Way], int], rows: int, characters: int) -> Ranking:
        """For so many rows of so many characters of stems; `frequency` tells how often a way is gone in them."""
        weighed = []
        for term in terms:
            often = min(sum(map(frequency, term.ways)), rows)
            weighed.append((tuple(way.needle for way in term.ways), log(1 + (rows - often + 0.5) / (often + 0.5))))
        return cls(tuple(weighed), characters / max(rows, 1) or 1.0)

    def score(self, stems: str) -> float | None:
        """How well a row's stems answer, more is better; None where a term is missing, or they are damaged."""
        columns = stems.split("\n")
        if len(columns) != COLUMNS:
            return None
        title, said, beside = columns
        damping = _SATURATION * (1 - _LENGTH + _LENGTH * len(stems) / self.mean)
        total = 0.0
        for needles, weight in self.terms:
            often = 0.0
            for needle in needles:
                often += _TITLE * title.count(needle) + _SAID * said.count(needle) + _BESIDE * beside.count(needle)
            if not often:
                return None
            total += weight * often * (_SATURATION + 1) / (often + damping)
        return total
