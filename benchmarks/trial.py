"""One trial of the benchmarks: how often, how large, where what is made stays, and the rounds that keep it fair."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from benchmarks.library import Making, library

FOLDER = Path(__file__).parent
MADE = FOLDER / ".made"
# What takes longer than this in seconds is so far from its goal that repeating it would tell nothing more.
_ONCE = 30.0

T = TypeVar("T")


@dataclass(frozen=True)
class Trial:
    """`say` tells progress; `sizes` are how many briefings the libraries hold, the first being 1."""

    runs: int
    sizes: tuple[int, ...]
    say: Callable[[str], None] = field(default=print)
    making: Making = field(default_factory=Making)
    home: Path = MADE / "home"

    @property
    def environment(self) -> dict[str, str]:
        """The same for all programs: a home of its own, so that nobody's settings are measured."""
        kept = {name: os.environ[name] for name in ("PATH", "USER", "TMPDIR") if name in os.environ}
        kinds = ("CONFIG", "DATA", "CACHE", "STATE")
        places = {f"XDG_{kind}_HOME": str(self.home / kind.lower()) for kind in kinds}
        shown = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        return kept | places | shown | {"HOME": str(self.home)}

    def rounds(self, measures: Mapping[str, Callable[[], T]]) -> dict[str, list[T]]:
        """Each measure so many times, in turns that begin with another each round; the first round is not kept."""
        taken: dict[str, list[T]] = {name: [] for name in measures}
        slow: set[str] = set()
        names = list(measures)
        for number in range(self.runs + 1):
            turn = number % len(names)
            for name in names[turn:] + names[:turn]:
                if name in slow:
                    continue
                begun = time.monotonic()
                value = measures[name]()
                if time.monotonic() - begun > _ONCE:
                    slow.add(name)
                if number or name in slow:
                    taken[name].append(value)
            self.say(f"  round {number} of {self.runs}: {', '.join(each for each in names if each not in slow)}")
            if len(slow) == len(names):
                break
        return taken


def median(values: Iterable[float | None]) -> float | None:
    """The middle one of those that there are."""
    there = [each for each in values if each is not None]
    return statistics.median(there) if there else None


def p95(values: Sequence[float]) -> float | None:
    """The value that 19 of 20 do not exceed."""
    return sorted(values)[max(-(-len(values) * 95 // 100) - 1, 0)] if values else None


def ratio(one: float | None, other: float | None) -> float | None:
    return one / other if one is not None and other else None


def made(trial: Trial, size: int) -> Path:
    """The library of a size, made when it is first wanted."""
    return library(MADE / f"library-{size}", size, trial.making, trial.say)
