"""What is measured of one program in one run: its start, a key, a key held down, doing nothing, leaving.

Times are milliseconds, memory MiB.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

from benchmarks import processes
from benchmarks.line import Line
from benchmarks.peers import Program
from benchmarks.terminal import Shows, Terminal, running

LIMIT = 120.0  # seconds that a program may take to show itself
_STILL = 0.1  # seconds without a byte after a key
_SETTLED = 0.3  # the same after the start


class NotShown(RuntimeError):  # noqa: N818  it is the content that is not shown
    """A program did not show what it should; the message has its screen."""


@dataclass(frozen=True)
class Start:
    """A start until the screen is still."""

    painted: float
    cpu: float
    written: int


@dataclass(frozen=True)
class Key:
    """A key until the screen is still: when the last byte came, how many came, and when something was shown."""

    still: float
    written: int
    shown: float | None = None


@dataclass(frozen=True)
class Held:
    """A key held down: seconds from its release until the screen has caught up, and bytes for each key."""

    behind: float
    written: float


@dataclass(frozen=True)
class Idle:
    """Some seconds without a key."""

    written: int
    cpu: float
    wake_ups: int


@contextmanager
def shown(program: Program, environment: Mapping[str, str], most: float = LIMIT) -> Iterator[tuple[Terminal, Start]]:
    """A program that shows its content, in `most` seconds at most, and is still."""
    with running(program.argv, environment) as terminal:
        limit = terminal.started + most
        painted = terminal.seen(program.shows, limit)
        terminal.still(_SETTLED, limit)
        if painted is None:
            raise NotShown(f"{program.name} does not show {program.content!r}:\n{terminal.draw()}")
        cpu = processes.cpu(terminal.processes)
        yield terminal, Start((painted - terminal.started) * 1000, cpu * 1000, terminal.written)


def live(program: Program, environment: Mapping[str, str], most: float = LIMIT) -> float:
    """ms until our program answers a key that was typed as soon as it wrote anything, be it a stored picture."""
    with running(program.argv, environment) as terminal:
        limit = terminal.started + most
        terminal.read(limit)
        terminal.press("/")
        answered = terminal.seen(lambda screen: "Find in this pane" in screen, limit)
        if answered is None:
            raise NotShown(f"a key is not answered:\n{terminal.draw()}")
        terminal.still(0.1, limit)
        terminal.press("\x1b")
        terminal.still(0.2, limit)
        leaving(terminal, program.leave)
        return (answered - terminal.started) * 1000


def key(terminal: Terminal, keys: str, shows: Shows | None = None, limit: float = 2) -> Key:
    """Type keys at once and wait; `limit` in seconds."""
    terminal.draw()
    before = terminal.written
    typed = terminal.press(keys)
    found = terminal.seen(shows, typed + limit) if shows else None
    quiet = _STILL + 2 * terminal.line.round_trip
    terminal.still(quiet, typed + limit + quiet, typed)
    last = terminal.last if terminal.written > before else typed
    return Key((last - typed) * 1000, terminal.written - before, (found - typed) * 1000 if found else None)


def held(terminal: Terminal, letter: str, line: Line, seconds: float = 2, rate: int = 30, limit: float = LIMIT) -> Held:
    """Hold a key down over a line, and see how far the screen is behind when it is released."""
    terminal.draw()
    terminal.line = line
    before, begun, count = terminal.written, perf_counter(), int(seconds * rate)
    released = begun
    for number in range(count):
        due = begun + number / rate
        while perf_counter() < due:
            terminal.read(due)
        released = terminal.press(letter)
    quiet = _SETTLED + 2 * line.round_trip
    terminal.still(quiet, released + limit, released)
    return Held(max(terminal.last - released, 0), (terminal.written - before) / count)


def idle(terminal: Terminal, seconds: float = 5) -> Idle:
    """Leave a program alone."""
    those, before = terminal.processes, terminal.written
    cpu, woken, begun = processes.cpu(those), processes.wake_ups(those), perf_counter()
    while perf_counter() < begun + seconds:
        terminal.read(begun + seconds)
    spent, slept = processes.cpu(those) - cpu, processes.wake_ups(those) - woken
    return Idle(terminal.written - before, spent * 1000, slept)


def leaving(terminal: Terminal, keys: str) -> float | None:
    """From the last key to the end of the process; None where it does not end."""
    typed = terminal.press(keys)
    ended = terminal.end(typed + 10)
    return (ended - typed) * 1000 if ended else None


def whole(argv: Sequence[str], environment: Mapping[str, str]) -> float:
    """A command from start to end, what it writes thrown away."""
    nothing = subprocess.DEVNULL
    begun = perf_counter()
    with subprocess.Popen(argv, env=environment, stdin=nothing, stdout=nothing, stderr=nothing) as process:
        if not processes.ends(process.pid, LIMIT):
            process.kill()
        took = perf_counter() - begun
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, argv)
    return took * 1000
