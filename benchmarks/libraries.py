"""Large libraries: starting with one, listing it, moving in its list; and how all this grows when it doubles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import processes
from benchmarks.measures import LIMIT, NotShown, key, leaving, live, shown, whole
from benchmarks.peers import APP, command
from benchmarks.rows import Row, amount
from benchmarks.trial import Trial, made, median, ratio

_GOALS = {1_000: 1.2, 10_000: 1.5}
_LAST = 1.5  # for sizes that have no goal of their own
_OPENED = 33
_LIST = r"Title +Date +Organiser"
_FIRST = 900  # seconds
# What grows with the library doubles exactly: a twentieth is left to the noise of the machine.
DOUBLE = 2.1


@dataclass(frozen=True)
class Visit:
    """A start with a library, and its list: ms until a key is answered, MiB, ms until the list is there, and until
    still after a key in it."""

    answered: float
    memory: float
    opened: float | None
    moved: float | None


def rows(trial: Trial) -> Iterator[Row]:
    # The first start reads what later ones find kept; a library that cannot even be opened once is left out.
    first = {size: _visit(trial, made(trial, size), _FIRST) for size in trial.sizes}
    opening = [size for size, once in first.items() if once]
    measures: dict[str, Callable[[], Visit | None]] = {
        str(size): partial(_visit, trial, made(trial, size)) for size in opening
    }
    taken = trial.rounds(measures)
    visits = {size: [each for each in taken.get(str(size), ()) if each] for size in trial.sizes}
    answered = {size: median(each.answered for each in runs) for size, runs in visits.items()}
    memory = {size: median(each.memory for each in runs) for size, runs in visits.items()}
    opened = {size: median(each.opened for each in runs) for size, runs in visits.items()}
    moved = {size: median(each.moved for each in runs) for size, runs in visits.items()}
    listed = _listed(trial, opening)
    for size in trial.sizes[1:]:
        name = f"{size:,} briefings"
        beside = f"{amount(answered[size], 'ms')}, with one {amount(answered[1], 'ms')}; {amount(memory[size], 'MiB')}"
        once = first[size]
        beside += f"; the first time {amount(once.answered if once else None, 'ms')}"
        goal = _GOALS.get(size, _LAST)
        yield Row(
            f"library.start.{size}",
            f"start with {name}, a key answered",
            ratio(answered[size], answered[1]),
            goal,
            "×",
            beside,
        )
        walked = f"then `j` {amount(moved[size], 'ms')}; with one {amount(opened[1], 'ms')}"
        yield Row(
            f"library.list.{size}", f"`L` with {name}: the list is there after", opened[size], _OPENED, "ms", walked
        )
    grown = {"start": answered, "memory": memory, "`L`": opened, "`j` in the list": moved, "`list`": listed}
    for what, figures in grown.items():
        unit = "MiB" if what == "memory" else "ms"
        yield from growth(f"library.growth.{what.strip('`').split()[0]}", what, figures, unit)


def growth(identifier: str, what: str, figures: dict[int, float | None], unit: str) -> Iterator[Row]:
    """A row for each two sizes of which one is double the other."""
    for size, mine in figures.items():
        if 2 * size in figures:
            double = figures[2 * size]
            beside = f"{amount(mine, unit)}, then {amount(double, unit)}"
            words = f"{what}, from {size:,} to {2 * size:,} briefings"
            yield Row(f"{identifier}.{size}", words, ratio(double, mine), DOUBLE, "×", beside)


def _visit(trial: Trial, library: Path, most: float = LIMIT) -> Visit | None:
    """None where the first screen does not come in so many seconds."""
    program = APP.at("--library", str(library))
    try:
        answered = live(program, trial.environment, most)
        with shown(program, trial.environment, most) as (terminal, _):
            memory = processes.memory(terminal.processes)[0]
            # A large list may come a while after the key is answered.
            opened = key(terminal, "L", lambda screen: re.search(_LIST, screen) is not None, limit=30).shown
            moved = median(key(terminal, "j").still for _ in range(5))
            key(terminal, "\x1b")
            leaving(terminal, APP.leave)
            return Visit(answered, memory, opened, moved)
    except NotShown:
        return None


def _listed(trial: Trial, sizes: Sequence[int]) -> dict[int, float | None]:
    """ms that the command `list` takes."""
    measures = {
        str(size): partial(whole, command("list", "--library", str(made(trial, size))), trial.environment)
        for size in sizes
    }
    return {int(size): median(runs) for size, runs in trial.rounds(measures).items()}
