"""Doing nothing, leaving, and memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from benchmarks import processes
from benchmarks.measures import Idle, idle, key, leaving, shown
from benchmarks.peers import APP, BARE, VISIDATA, Program
from benchmarks.rows import Row, amount
from benchmarks.trial import Trial, median, ratio


@dataclass(frozen=True)
class Sitting:
    """A program read in for a moment, left alone, and left."""

    resting: Idle
    memory: tuple[float, float]
    left: float | None


def rows(trial: Trial) -> Iterator[Row]:
    programs = (APP, BARE, VISIDATA)
    taken = trial.rounds({each.name: partial(_sitting, trial, each) for each in programs})
    mine = taken[APP.name]
    written, cpu, woken = (
        {name: median(getattr(each.resting, field) for each in runs) for name, runs in taken.items()}
        for field in ("written", "cpu", "wake_ups")
    )
    yield Row("idle.bytes", "idle for 5 s: bytes", written[APP.name], 0, "bytes", _others(written, "bytes"))
    yield Row("idle.cpu", "idle for 5 s: CPU", cpu[APP.name], 5, "ms", _others(cpu, "ms"))
    yield Row("idle.wake-ups", "idle for 5 s: wake-ups", woken[APP.name], 0, "times", _others(woken, "times"))
    left = {name: median(each.left for each in runs) for name, runs in taken.items()}
    yield Row("idle.leaving", "leaving, `q` to the prompt", left[APP.name], 30, "ms", _others(left, "ms"))
    rss = {name: median(each.memory[0] for each in runs) for name, runs in taken.items()}
    shared = median(each.memory[1] for each in mine)
    beside = f"{amount(rss[APP.name], 'MiB')} ({amount(shared, 'MiB')} with shared pages shared); {_others(rss, 'MiB')}"
    yield Row("memory", "memory, shipped briefing", ratio(rss[APP.name], rss[BARE.name]), 1.3, "×", beside)


def _sitting(trial: Trial, program: Program) -> Sitting:
    with shown(program, trial.environment) as (terminal, _):
        for letter in ("j", " ", "\t") if program is APP else ():
            key(terminal, letter)
        resting = idle(terminal)
        memory = processes.memory(terminal.processes)
        return Sitting(resting, memory, leaving(terminal, program.leave))


def _others(figures: dict[str, float | None], unit: str) -> str:
    return ", ".join(f"{name} {amount(figure, unit)}" for name, figure in figures.items() if name != APP.name)
