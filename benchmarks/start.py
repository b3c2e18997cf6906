"""Starts: the first picture, the first screen that answers, the bytes until then, and the commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from benchmarks import measures
from benchmarks.measures import LIMIT, Start, leaving, shown, whole
from benchmarks.peers import APP, BARE, FLOOR, SHIPPED, VISIDATA, Program, command, less
from benchmarks.rows import Row, amount
from benchmarks.terminal import clock, running
from benchmarks.trial import Trial, median, ratio

_COMMANDS = {
    "version": (command("--version"), 1.5),
    "list": (command("list"), 10),
    "search": (command("search", "exports"), 10),
    "show": (command("show", SHIPPED), 10),
}


def rows(trial: Trial) -> Iterator[Row]:
    yield from _screens(trial)
    yield from _commands(trial)


def _screens(trial: Trial) -> Iterator[Row]:
    programs = [each for each in (APP, BARE, VISIDATA, less()) if each]
    starts: dict[str, Callable[[], Start | float]] = {each.name: partial(start, trial, each) for each in programs}
    more: dict[str, Callable[[], Start | float]] = {
        "floor": partial(_floor, trial),
        "live": partial(measures.live, APP, trial.environment),
    }
    taken = trial.rounds(starts | more)
    began = {name: [each for each in taken[name] if isinstance(each, Start)] for name in starts}
    painted = {name: median(each.painted for each in began[name]) for name in starts}
    floor, live = (median(each for each in taken[name] if isinstance(each, float)) for name in ("floor", "live"))
    first, bare, visidata = painted[APP.name], painted[BARE.name], painted[VISIDATA.name]

    def beside(mine: float | None, name: str, theirs: float | None) -> str:
        return f"{amount(mine, 'ms')}, {name} {amount(theirs, 'ms')}"

    stored = "first content on the screen, warm"
    yield Row("start.first", stored, ratio(first, floor), 1.6, "×", beside(first, "python -c pass", floor))
    answered = "first live screen, a key answered"
    yield Row("start.live", answered, ratio(live, bare), 1.3, "×", beside(live, BARE.name, bare))
    ahead = "first live screen, ahead of VisiData"
    yield Row("start.ahead", ahead, ratio(live, visidata), 1, "×", beside(live, VISIDATA.name, visidata))
    written = {name: median(each.written for each in began[name]) for name in starts}
    others = ", ".join(f"{name} {amount(written[name], 'bytes')}" for name in starts if name != APP.name)
    yield Row("start.bytes", "bytes until the first live screen", written[APP.name], 9000, "bytes", others)
    cpu = {name: median(each.cpu for each in began[name]) for name in starts}
    others = ", ".join(f"{name} {amount(cpu[name], 'ms')}" for name in starts if name != APP.name)
    yield Row("start.cpu", "CPU until the screen is still", cpu[APP.name], None, "ms", others)


def _commands(trial: Trial) -> Iterator[Row]:
    measures = {name: partial(whole, words, trial.environment) for name, (words, _) in _COMMANDS.items()}
    taken = trial.rounds({**measures, "floor": partial(whole, FLOOR, trial.environment)})
    floor = median(taken["floor"])
    for name, (words, goal) in _COMMANDS.items():
        mine = median(taken[name])
        beside = f"{amount(mine, 'ms')}, python -c pass {amount(floor, 'ms')}"
        yield Row(f"start.{name}", f"`{' '.join(('briefing-tui', *words[1:]))}`", ratio(mine, floor), goal, "×", beside)


def start(trial: Trial, program: Program) -> Start:
    """Start a program and leave it as a user does, so that it keeps what it keeps for its next start."""
    with shown(program, trial.environment) as (terminal, begun):
        leaving(terminal, program.leave)
        return begun


def _floor(trial: Trial) -> float:
    with running(FLOOR, trial.environment) as terminal:
        return ((terminal.end(terminal.started + LIMIT) or clock()) - terminal.started) * 1000
