"""One frame under way at a time: a question behind each frame, whose answer says that the terminal has drawn it."""

from __future__ import annotations

from asyncio import AbstractEventLoop, TimerHandle
from collections.abc import Callable

QUESTION = "\x1b[5n"  # "how are you?", which every terminal since the VT100 answers
ANSWER = "\x1b[0n"
FIRST_ANSWER = 0.5  # seconds; a terminal that has not answered by then is not waited for
LATER_ANSWER = 10.0  # a whole screen on a very slow line; an answer can be lost


class Pace:
    """Counts questions and answers. `go` is called when the next frame may be sent."""

    def __init__(self, loop: AbstractEventLoop, go: Callable[[], None]) -> None:
        self._loop, self._go = loop, go
        self._asked = self._answered = self._frame = 0
        self._answers: bool | None = None  # whether the terminal answers at all
        self._timer: TimerHandle | None = None

    @property
    def busy(self) -> bool:
        """Whether a frame is under way."""
        return self._answers is not False and self._answered < self._frame

    @property
    def awaited(self) -> bool:
        """Whether an answer will still come, to be read before somebody else gets it."""
        return bool(self._answers) and self._answered < self._asked

    def ask(self, frame: bool = True) -> str:
        """What to send behind a frame, or at the beginning, to know whether there are answers."""
        if self._answers is False:
            return ""
        self._asked += 1
        if frame:
            self._frame = self._asked
        self._wait()
        return QUESTION

    def answered(self) -> None:
        self._answers = True
        self._answered = min(self._answered + 1, self._asked)
        self._wait()
        if not self.busy:
            self._go()

    def rest(self) -> None:
        """Forget what is under way: the terminal is given to others."""
        self._answered = self._asked
        self._wait()

    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._answered < self._asked:
            self._timer = self._loop.call_later(LATER_ANSWER if self._answers else FIRST_ANSWER, self._in_vain)

    def _in_vain(self) -> None:
        self._timer = None
        if not self._answers:
            self._answers = False
        self._answered = self._asked
        self._go()
