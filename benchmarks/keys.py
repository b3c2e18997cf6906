"""Keys: the bytes that each kind costs, and how long until the screen is still."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import fmean

from benchmarks.measures import Key, key, leaving, shown
from benchmarks.peers import APP, LESS, SHIPPED, VISIDATA, Program, less
from benchmarks.rows import Row, amount
from benchmarks.trial import Trial, median, p95


@dataclass(frozen=True)
class Kind:
    """Keys of one kind: `before`, typed at once, brings the program to where they are pressed, `after` undoes each."""

    id: str
    what: str
    goal: float | None
    keys: str
    before: str = ""
    times: int = 8
    after: str = ""


OURS = (
    Kind("line", "line down", 400, "j", "3g"),
    Kind("line-scrolled", "line down where the text scrolls", 400, "j", "3g" + 30 * "j", 20),
    Kind("page", "page of text down", 2500, " ", "3g", 5),
    Kind("row", "row of the table down", 400, "j", "4pg"),
    Kind("row-scrolled", "row of the table down where it scrolls", 400, "j", 30 * "j", 20),
    Kind("rows", "page of the table down", 1500, " ", "4g"),
    Kind("pane", "change of pane", 3000, "\t"),
    Kind("palette", "palette opened", 4000, ":", times=4, after="\x1b"),
    Kind("search", "search opened", None, "s", times=4, after="\x1b"),
    Kind("letter", "letter typed in the search", None, "exports", "s"),
)
VISIDATAS = (Kind("row", "", None, "j"), Kind("rows", "", None, "\x06", times=3, after="\x02"))
LESSES = (Kind("line", "", None, "j"), Kind("page", "", None, " "))
_PROGRAMS: tuple[tuple[Program, tuple[Kind, ...]], ...] = ((APP, OURS), (VISIDATA, VISIDATAS), (LESS, LESSES))

Taken = dict[str, list[Key]]


def rows(trial: Trial) -> Iterator[Row]:
    there = [(program, kinds) for program, kinds in _PROGRAMS if program is not LESS or less()]
    measures: dict[str, Callable[[], Taken]] = {
        program.name: partial(_session, trial, program, kinds) for program, kinds in there
    }
    taken = {name: _joined(runs) for name, runs in trial.rounds(measures).items()}
    mine = taken.pop(APP.name)
    for kind in OURS:
        pressed = [each for each in mine[kind.id] if each.written]
        times = _times(pressed)
        others = [
            f"{name} {amount(median(each.written for each in keys[kind.id]), 'bytes')} {_times(keys[kind.id])}"
            for name, keys in taken.items()
            if keys.get(kind.id)
        ]
        mean = fmean(each.written for each in pressed)
        beside = "; ".join((f"{amount(mean, 'bytes')} on average, still after {times}", *others))
        yield Row(f"keys.{kind.id}", kind.what, median(each.written for each in pressed), kind.goal, "bytes", beside)
    still = [each.still for keys in mine.values() for each in keys if each.written]
    count = f"{len(still)} keys of all these kinds"
    yield Row("keys.median", "time until still after a key, median", median(still), 16, "ms", count)
    yield Row("keys.p95", "time until still after a key, p95", p95(still), 33, "ms", count)


def _session(trial: Trial, program: Program, kinds: Sequence[Kind]) -> Taken:
    """All kinds of keys in one program. A key that changes nothing, as at an end, writes nothing and is not counted."""
    taken: Taken = {}
    where = program.at(f"{SHIPPED}#q4") if program is APP else program
    with shown(where, trial.environment) as (terminal, _):
        for kind in kinds:
            key(terminal, kind.before)
            taken[kind.id] = []
            for letter in kind.keys if len(kind.keys) > 1 else kind.keys * kind.times:
                taken[kind.id].append(key(terminal, letter))
                if kind.after:
                    key(terminal, kind.after)
        leaving(terminal, f"\x1b{program.leave}" if program is APP else program.leave)
    return taken


def _joined(runs: Sequence[Taken]) -> Taken:
    return {kind: [each for run in runs for each in run[kind]] for kind in runs[0]}


def _times(keys: Sequence[Key]) -> str:
    still = [each.still for each in keys if each.written]
    return f"{amount(median(still), 'ms')} (p95 {amount(p95(still), 'ms')})"
