"""Bytes on their way to a terminal: a slow or stalled one never holds up the program."""

from __future__ import annotations

import os
import select
import time
from asyncio import AbstractEventLoop
from collections.abc import Callable

# Everything a screen program may have switched on, off again; begins by ending whatever sequence was cut short.
RESTORED = (
    b"\x1b\\\x1b[?2026l\x1b[m\x1b]8;;\x1b\\\x1b[?69l\x1b[r"
    b"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?1004l\x1b[?2004l\x1b[?2048l"
    b"\x1b[<u\x1b[?7h\x1b[?1049l\x1b[?25h"
)


def opened_anew(fileno: int, access: int = os.O_WRONLY) -> int:
    """The same terminal without waiting, which the other programs on it do not notice; its own number is given."""
    try:
        return os.open(os.ttyname(fileno), access | os.O_NOCTTY | os.O_NONBLOCK)
    except OSError:
        return os.dup(fileno)


def drained(fileno: int, rest: bytes, patience: float) -> None:
    """Write before leaving, for so many seconds at most."""
    until = time.monotonic() + patience
    writable = select.poll()
    writable.register(fileno, select.POLLOUT)
    try:
        while rest and (left := until - time.monotonic()) > 0 and writable.poll(left * 1000):
            rest = rest[os.write(fileno, rest) :]
    except OSError:
        return  # nobody is there to see it


class Wire:
    """One terminal's way out. `done` is called when all has been taken, `lost` when the terminal is gone."""

    def __init__(
        self, fileno: int, loop: AbstractEventLoop, done: Callable[[], None], lost: Callable[[], None]
    ) -> None:
        self.fileno = opened_anew(fileno)
        self._loop, self._done, self._lost = loop, done, lost
        self._rest = b""
        self._open = True

    @property
    def busy(self) -> bool:
        """Whether bytes wait that the terminal has not taken yet."""
        return bool(self._rest)

    def send(self, some: bytes) -> None:
        if self._open:
            waiting = self.busy
            self._rest += some
            if not waiting:
                self._push()

    def hush(self) -> None:
        """Send nothing more, whoever still wants to."""
        self._open = False

    def end(self, last: bytes, patience: float) -> None:
        """Send what waits and the last bytes, as far as the terminal takes them in time, and let go of it."""
        if self._open:
            self._open = False
            self._loop.remove_writer(self.fileno)
            drained(self.fileno, self._rest + last, patience)
            os.close(self.fileno)

    def _push(self) -> None:
        was_watched = len(self._rest)
        try:
            self._rest = self._rest[os.write(self.fileno, self._rest) :] if self._open else b""
        except BlockingIOError:
            pass
        except OSError:
            self._open, self._rest = False, b""
            self._loop.remove_writer(self.fileno)
            self._lost()
            return
        if self._rest:
            self._loop.add_writer(self.fileno, self._push)
        elif was_watched:
            self._loop.remove_writer(self.fileno)
            self._loop.call_soon(self._done)
