"""A slow line: a key held down over it, and the things that readers do, beside less and VisiData."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from benchmarks.line import Line
from benchmarks.measures import Held, held, key, shown
from benchmarks.peers import APP, LESS, SHIPPED, VISIDATA, Program, less
from benchmarks.rows import Row, amount
from benchmarks.trial import Trial, median, ratio

_ROUND_TRIP = 0.15
_RATES = (200_000, 20_000, 2_000)
_SLOWEST = _RATES[-1]
_GOAL = 0.35


def rows(trial: Trial) -> Iterator[Row]:
    for rate in _RATES:
        yield _row(trial, rate)
    yield from _deeds(trial)


def _row(trial: Trial, rate: int) -> Row:
    programs = [each for each in (APP, less(), VISIDATA) if each]
    taken = trial.rounds({each.name: partial(_held, trial, each, rate) for each in programs})
    behind = {name: median(each.behind for each in runs) for name, runs in taken.items()}
    written = {name: median(each.written for each in runs) for name, runs in taken.items()}
    told = "; ".join(f"{name} {amount(behind[name], 's')}, {amount(written[name], 'bytes')} a key" for name in taken)
    identifier, what = f"held.{rate}", f"`j` held 2 s on {rate // 1000} kB/s: caught up after release"
    if rate == _SLOWEST and LESS.name in behind:
        return Row(identifier, f"{what}, against less", ratio(behind[APP.name], behind[LESS.name]), 1, "×", told)
    return Row(identifier, what, behind[APP.name], _GOAL, "s", told)


def _held(trial: Trial, program: Program, rate: int) -> Held:
    # The introduction has more lines than two seconds of keys can pass.
    where = program.at(f"{SHIPPED}#intro") if program is APP else program
    with shown(where, trial.environment) as (terminal, _):
        if program is APP:
            key(terminal, "3g")
        return held(terminal, "j", Line(rate, _ROUND_TRIP))


@dataclass(frozen=True)
class Deed:
    """Something that readers do, for each program that can: the keys, one after another when the screen is still."""

    id: str
    what: str
    keys: dict[str, tuple[str, ...]]


_DEEDS = (
    Deed("page", "a page down", {APP.name: (" ",), LESS.name: (" ",), VISIDATA.name: ("\x06",)}),
    Deed("search", "`exports` (7 letters) typed in a search", {APP.name: ("s", "exports")}),
    Deed("palette", "palette opened and closed", {APP.name: (":", "\x1b")}),
    Deed(
        "find", "a word searched and found", {LESS.name: ("/That is all for today\r",), VISIDATA.name: ("/row 140\r",)}
    ),
)


def _deeds(trial: Trial) -> Iterator[Row]:
    """Each deed on the slowest line: seconds until the screen is still. Told, without a goal."""
    for deed in _DEEDS:
        programs = [each for each in (APP, less(), VISIDATA) if each and each.name in deed.keys]
        measures: dict[str, Callable[[], float]] = {
            each.name: partial(_done, trial, each, deed.keys[each.name]) for each in programs
        }
        taken = {name: median(seconds) for name, seconds in trial.rounds(measures).items()}
        beside = ", ".join(f"{name} {amount(seconds, 's')}" for name, seconds in taken.items() if name != APP.name)
        what = f"{deed.what}, on {_SLOWEST // 1000} kB/s"
        yield Row(f"held.{deed.id}", what, taken.get(APP.name), None, "s", beside)


def _done(trial: Trial, program: Program, keys: tuple[str, ...]) -> float:
    with shown(program, trial.environment) as (terminal, _):
        terminal.line = Line(_SLOWEST, _ROUND_TRIP)
        return sum(key(terminal, each, limit=60).still for each in keys) / 1000
