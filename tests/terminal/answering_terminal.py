"""A real pty whose other end answers questions as terminals do: its state, where the cursor is, what it supports."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from real_terminal import Terminal

from terminal_model import Model

STILL = 0.3  # seconds without a byte after which nothing more is on its way
_QUESTION = re.compile(rb"\x1b\[5n|\x1b\[6n|\x1b\[\?(?:2026|69)\$p")


class Answering(Terminal):
    """Answers like xterm, while `answers` holds; counts what it was asked."""

    margins: ClassVar[bool] = False  # whether it has left and right ones
    repeats: ClassVar[bool] = True

    def __init__(self, columns: int, rows: int, *argv: str) -> None:
        super().__init__(columns, rows, *argv)
        self.model = Model(columns, rows)
        self.screen, self.stream = self.model.screen, self.model.stream
        self.answers = True
        self.questions = self.answered = 0

    def _read(self, seconds: float) -> bool:
        before = len(self.written)
        some = super()._read(seconds)
        for question in _QUESTION.finditer(self.written[before:]):
            self.questions += question[0] == b"\x1b[5n"
            if self.answers:
                self._answer(question[0])
        return some

    def _answer(self, question: bytes) -> None:
        x, y = self.model.cursor
        known = {
            b"\x1b[5n": "\x1b[0n",
            b"\x1b[6n": f"\x1b[{y + 1};{x + 1 if self.repeats else 1}R",
            b"\x1b[?2026$p": "\x1b[?2026;2$y",
            b"\x1b[?69$p": f"\x1b[?69;{2 if self.margins else 0}$y",
        }
        self.press(known[question])
        self.answered += question == b"\x1b[5n"

    def still(self) -> None:
        """Read until nothing comes any more."""
        while self._read(STILL):
            pass

    def bytes_for(self, keys: str) -> int:
        """How many bytes come for keys, pressed on a screen that is still."""
        before = len(self.written)
        self.press(keys)
        self.still()
        return len(self.written) - before

    def answer_all(self) -> None:
        """Give the answers that are still due, and all later ones."""
        self.answers = True
        self.press("\x1b[0n" * (self.questions - self.answered))
        self.answered = self.questions

    def tell(self, number: signal.Signals) -> None:
        self.process.send_signal(number)


class Plain(Answering):
    """A terminal that does nothing but what all do."""

    repeats = False


class WithMargins(Answering):
    """A terminal that can scroll between two columns."""

    margins = True


class Small(Answering):
    """A small program with faults of its own instead of ours: one line, and a key for each way to go wrong."""

    program: ClassVar[list[str]] = [sys.executable, str(Path(__file__).with_name("faulty_program.py"))]


@contextmanager
def answering(*argv: str, columns: int = 120, rows: int = 40, kind: type[Answering] = Answering) -> Iterator[Answering]:
    """A program running in a terminal that answers, ended whatever happens."""
    running = kind(columns, rows, *argv)
    try:
        yield running
    finally:
        running.close()
