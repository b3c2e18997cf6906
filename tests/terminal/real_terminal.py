"""The program in a real pseudo-terminal: what it writes is fed to a terminal emulator, keys go in."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

import pyte

LIMIT = 30.0


class Terminal:
    """One end of a pty: the screen as text, all bytes written, the state of the line."""

    program: ClassVar[list[str]] = [sys.executable, "-m", "briefing_tui"]
    term: ClassVar[str] = "xterm-256color"

    def __init__(self, columns: int, rows: int, *argv: str) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.ours, self.theirs = pty.openpty()
        fcntl.ioctl(self.theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before: list[Any] = termios.tcgetattr(self.theirs)
        environment = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "LINES", "TMUX"}}
        self.process = subprocess.Popen(
            [*self.program, *argv],
            stdin=self.theirs,
            stdout=self.theirs,
            stderr=self.theirs,
            env={**environment, "TERM": self.term},
            start_new_session=True,
            preexec_fn=_own_terminal,  # noqa: PLW1509  no thread runs here
        )

    @property
    def text(self) -> str:
        return "\n".join(row.rstrip() for row in self.screen.display)

    def press(self, keys: str) -> None:
        os.write(self.ours, keys.encode())

    def wait_for(self, words: str, gone: bool = False) -> None:
        """Read until words stand on the screen, or stand there no more."""
        until = time.monotonic() + LIMIT
        while (words in self.text) == gone:
            left = until - time.monotonic()
            assert left > 0, f"waited {LIMIT} s for {words!r} to {'go' if gone else 'come'}:\n{self.text}"
            self._read(left)

    def wait_for_bytes(self, some: bytes) -> None:
        """Read until something was written."""
        until = time.monotonic() + LIMIT
        while some not in self.written:
            left = until - time.monotonic()
            assert left > 0, f"waited {LIMIT} s for {some!r}"
            self._read(left)

    def wait_for_end(self) -> int:
        """Read until the program has left; its exit number."""
        until = time.monotonic() + LIMIT
        while self.process.poll() is None:
            assert time.monotonic() < until, f"it did not leave in {LIMIT} s:\n{self.text}"
            self._read(0.05)
        while self._read(0):
            pass
        return self.process.returncode

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self.ours], [], [], seconds)
        if not ready:
            return False
        some = os.read(self.ours, 65536)
        self.written += some
        self.stream.feed(some)
        return True

    def after(self) -> list[Any]:
        """The state of the line now."""
        return termios.tcgetattr(self.theirs)

    def last_mode(self, mode: int) -> bool:
        """Whether a private mode was left on."""
        on, off = self.written.rfind(f"\x1b[?{mode}h".encode()), self.written.rfind(f"\x1b[?{mode}l".encode())
        return on > off

    def close(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(LIMIT)
        os.close(self.ours)
        os.close(self.theirs)


def _own_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@contextmanager
def terminal(*argv: str, columns: int = 100, rows: int = 30) -> Iterator[Terminal]:
    """The program running in a terminal of its own, ended whatever happens."""
    running = Terminal(columns, rows, *argv)
    try:
        yield running
    finally:
        running.close()
