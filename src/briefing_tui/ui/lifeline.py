"""Leaving, whatever happens: signals, a terminal that is gone, a fault anywhere. Saved, restored, and away at once.

A thread of its own sleeps until one of these comes, so that a busy event loop holds nothing up.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import termios
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from briefing_tui.plain import one_line
from briefing_tui.ui.pace import ANSWER
from briefing_tui.ui.wire import RESTORED, drained, opened_anew

FAULT = 3
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)
TO_SAVE, TO_RESTORE, TO_HEAR = 2.0, 0.5, 0.1  # seconds after which leaving goes on without
TO_LOOK = 0.01  # seconds until it is asked again whether others have heard all


class Lifeline:
    """Watches from `with` on. What has to be saved is added to `saves`.

    `hush` stops whoever else writes, and says how many answers of the terminal are still under way.
    """

    def __init__(self, before: list[Any] | None = None) -> None:
        """`before` is how the terminal was, where it has been changed since."""
        self.saves: list[Callable[[], None]] = []
        self.hush: Callable[[], int] = lambda: 0
        self._leaving = threading.Lock()
        self._leaver: int | None = None
        self._terminal = sys.__stdin__.fileno() if sys.__stdin__ else 0
        self._screen = opened_anew(sys.__stderr__.fileno() if sys.__stderr__ else 2)
        self._before = before
        self._loop: asyncio.AbstractEventLoop | None = None

    def __enter__(self) -> Self:
        with suppress(termios.error):
            self._before = self._before or termios.tcgetattr(self._terminal)
        heard, told = os.pipe()
        os.set_blocking(told, False)
        for each in SIGNALS:
            if signal.getsignal(each) is not signal.SIG_IGN:  # what `nohup` ignores stays ignored
                signal.signal(each, lambda *_: None)
        signal.set_wakeup_fd(told, warn_on_full_buffer=False)
        threading.excepthook = lambda fault: self.fault(fault.exc_value)
        sys.excepthook = lambda _kind, fault, _trace: self.fault(fault)
        threading.Thread(target=self._watch, args=(heard,), name="lifeline", daemon=True).start()
        return self

    def __exit__(self, _kind: object, fault: BaseException | None, _trace: TracebackType | None) -> None:
        if fault is not None:
            self.fault(fault)
        self.leave(0)

    def loop(self) -> asyncio.AbstractEventLoop:
        """An event loop whose forgotten tasks are faults like any other."""
        loop = asyncio.new_event_loop()
        loop.set_exception_handler(lambda _, context: self.fault(context.get("exception")))
        self._loop = loop
        return loop

    def leave(self, status: int, words: str = "") -> None:
        """Save, restore the terminal, say some words on it, and end the process; only the first to call does.

        Others wait for it: a main thread that went on would end the process with a number of its own.
        """
        if not self._leaving.acquire(blocking=False):
            if self._leaver != threading.get_ident():
                self._leaving.acquire(timeout=TO_SAVE + 3 * TO_RESTORE)
            return
        self._leaver = threading.get_ident()
        self.hush()
        saving = threading.Thread(target=self._save, daemon=True)
        saving.start()
        saving.join(TO_SAVE)
        drained(self._screen, RESTORED, TO_RESTORE)
        self._hear_out()
        with suppress(termios.error):
            if self._before is not None:
                termios.tcflush(self._terminal, termios.TCIFLUSH)
                termios.tcsetattr(self._terminal, termios.TCSANOW, self._before)
        drained(self._screen, words.encode(errors="replace"), TO_RESTORE)
        os._exit(status)

    def fault(self, fault: BaseException | None) -> None:
        """Leave because of an exception, with one line that says which and where its report is."""
        if fault is None or isinstance(fault, SystemExit | asyncio.CancelledError):
            return
        inner = getattr(fault, "error", None)  # a worker's, which the toolkit wraps without its traceback
        fault = inner if isinstance(inner, BaseException) else fault
        said = one_line(f"{type(fault).__name__}: {fault}")
        report = _reported(fault)
        kept = f"; report: {report}" if report else ""
        self.leave(FAULT, f"briefing-tui: a fault of ours: {said}{kept}\n")

    def _hear_out(self) -> None:
        """Drop the answers under way: they would stand on the command line of whoever has the terminal next.

        The event loop, where it is not busy, reads as well: each answer reaches one of the two.
        """
        if not self.hush():
            return
        until, heard, terminal = time.monotonic() + TO_HEAR, b"", opened_anew(self._terminal, os.O_RDONLY)
        readable = select.poll()
        readable.register(terminal, select.POLLIN)
        while self.hush() > heard.count(ANSWER.encode()) and time.monotonic() < until:
            try:
                if readable.poll(TO_LOOK * 1000):
                    heard += os.read(terminal, 4096)
            except BlockingIOError:
                continue  # the event loop was first
            except OSError:
                return

    def _save(self) -> None:
        for save in self.saves:
            with suppress(Exception):  # nobody is left to tell, and the others still want to be saved
                save()

    def _watch(self, heard: int) -> None:
        watched = select.poll()
        watched.register(heard, select.POLLIN)
        watched.register(self._terminal, 0)  # only that it hung up
        while True:
            for fileno, _ in watched.poll():
                if fileno != heard:
                    self.leave(128 + signal.SIGHUP)
                    return
                for number in os.read(heard, 64):
                    if number in SIGNALS:
                        self.leave(128 + number)
                self._wake()

    def _wake(self) -> None:
        """Have the main thread look: the kernel may give a signal to another one, and then nothing else wakes it."""
        with suppress(RuntimeError):  # it has ended
            if self._loop is not None:
                self._loop.call_soon_threadsafe(lambda: None)


def _reported(fault: BaseException) -> Path | None:
    """A file of the user's own that holds the traceback; None where it cannot be kept."""
    import platformdirs

    text = "".join(traceback.format_exception(fault))
    folder = platformdirs.user_state_path("briefing-tui")
    report = folder / f"fault-{datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(report, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
    except OSError:
        return None
    return report
