"""A program in a terminal of its own, watched from outside: what it writes and when, and what it costs.

Reading never waits for drawing: bytes are kept with the moment they came, and drawn while the program is still.
"""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from benchmarks import processes
from benchmarks.emulator import Answers, Screen
from benchmarks.line import Line

COLUMNS, ROWS = 120, 40
_WORTH_DRAWING = 0.1
clock = time.perf_counter

Shows = Callable[[str], bool]


class Terminal:
    """One program, from its start to its end. All moments are seconds of `clock`."""

    def __init__(self, argv: Sequence[str], environment: Mapping[str, str]) -> None:
        self.screen = Screen(COLUMNS, ROWS)
        self.line = Line()
        self.written = 0
        self.last = 0.0  # when the last bytes reached the screen
        self.ended: float | None = None
        self._answers = Answers(COLUMNS, ROWS)
        self._undrawn: list[tuple[float, bytes]] = []
        self._ours, theirs = os.openpty()
        os.set_blocking(self._ours, False)
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.started = clock()
        self._process = subprocess.Popen(
            argv,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            start_new_session=True,
            preexec_fn=_own,  # noqa: PLW1509  no thread runs here
        )
        os.close(theirs)
        self._closed = False

    def press(self, keys: str) -> float:
        """Type keys; the moment they were typed."""
        now = clock()
        self.line.type(now, keys.encode())
        self._send(now)
        return now

    def read(self, until: float) -> None:
        """Take what the program writes, until a moment or until some came."""
        while not self._closed:
            now = clock()
            self._send(now)
            free, key = self.line.full_until(), self.line.next_key()
            ends = min(each for each in (until, key or until) if each)
            if free > now:
                time.sleep(max(min(free, ends) - now, 0))
            elif select.select([self._ours], [], [], max(ends - now, 0))[0]:
                self._take()
                return
            if clock() >= until:
                return
        time.sleep(max(min(until - clock(), 0.0005), 0))

    def still(self, seconds: float, limit: float, since: float = 0) -> bool:
        """Read until nothing has come for some seconds, counted from `since` at least; False at the limit."""
        since = since or clock()
        while not self._closed:
            now, quiet = clock(), max(since, self.last) + seconds
            if now >= min(quiet, limit):
                return now >= quiet
            self.read(min(quiet, limit))
        return True

    def seen(self, shows: Shows, limit: float) -> float | None:
        """The moment at which the screen first shows something; None where it does not by the limit."""
        while True:
            # What is written in one go is drawn after it, so that drawing takes no time from the program.
            self.still(_WORTH_DRAWING, limit)
            for at in self._drawn():
                if not self.screen.held and shows(self.screen.text):
                    return at
            if clock() >= limit or self._closed:
                return None

    def draw(self) -> str:
        """The screen as it is now."""
        for _ in self._drawn():
            pass
        return self.screen.text

    def end(self, limit: float) -> float | None:
        """Wait for the program to leave by itself; the moment it had."""
        watched = os.pidfd_open(self._process.pid)
        try:
            while clock() < limit:
                sources = [watched] if self._closed else [watched, self._ours]
                ready = select.select(sources, [], [], max(limit - clock(), 0))[0]
                if watched in ready:
                    return clock()
                if ready:
                    self._take()
        finally:
            os.close(watched)
        return None

    @property
    def processes(self) -> tuple[int, ...]:
        return processes.tree(self._process.pid)

    def close(self) -> None:
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        os.close(self._ours)

    def _drawn(self) -> Iterator[float]:
        while self._undrawn:
            at, some = self._undrawn.pop(0)
            self.screen.feed(some)
            yield at

    def _send(self, now: float) -> None:
        if keys := self.line.reached(now):
            os.write(self._ours, keys)

    def _take(self) -> None:
        try:
            some = os.read(self._ours, self.line.piece())
        except OSError:  # the program has closed its terminal
            some = b""
        if not some:
            self._closed = True
            return
        self.last = self.line.arrival(clock(), len(some))
        self.written += len(some)
        self._undrawn.append((self.last, some))
        if answers := self._answers.to(some):
            # The terminal answers when the question has reached it.
            self.line.type(self.last, answers)
            self._send(clock())


def _own() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@contextmanager
def running(argv: Sequence[str], environment: Mapping[str, str]) -> Iterator[Terminal]:
    """A program in a terminal, ended whatever happens."""
    terminal = Terminal(argv, environment)
    try:
        yield terminal
    finally:
        terminal.close()
