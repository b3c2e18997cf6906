"""How much may be under way to the terminal: a question behind each piece, whose answer says that it has been drawn.

Nothing is known of the line at first: one frame at a time. From the answers it is learnt what the line carries, and
then as much is sent as keeps it busy, so that a frame never waits behind many others.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from math import inf
from typing import NamedTuple, Protocol

QUESTION = "\x1b[5n"  # "how are you?", which every terminal since the VT100 answers
ANSWER = "\x1b[0n"
FIRST_ANSWER = 0.5  # seconds; a terminal that has not answered by then is not waited for
LATER_ANSWER = 10.0  # a whole screen on a very slow line; an answer can be lost
PIECE = 256  # bytes; smaller ones are not worth a question, nor do they tell how fast the line is
MOST = 3072  # bytes; with so many under way nothing is added, whatever the line carried before
SHORTEST = 0.1  # seconds for which a line is kept busy, beyond its round trip
AT_ONCE = 0.25  # seconds of the line for what is sent at once
REMEMBERED = 3  # measurements of the line: the better one counts, since we are late at times
LATE = 0.05  # seconds; with an answer overdue by more, the line is no longer what it was


class Timer(Protocol):
    """What has been put off, as an event loop hands it out."""

    def cancel(self) -> None: ...


class Clock(Protocol):
    """What is used of an event loop."""

    def time(self) -> float: ...
    def call_soon(self, callback: Callable[[], object], /) -> object: ...
    def call_later(self, delay: float, callback: Callable[[], object], /) -> Timer: ...


class _Piece(NamedTuple):
    size: int
    sent: float
    alone: bool  # nothing else was under way


class Pace:
    """Counts pieces and their answers. `go` is called when more may be sent."""

    def __init__(self, loop: Clock, go: Callable[[], None]) -> None:
        self._loop, self._go = loop, go
        self._under_way: deque[_Piece] = deque()
        self._heard = 0  # answers not yet reckoned
        self._last = 0.0  # when the last answer came
        self._round_trips: deque[float] = deque(maxlen=REMEMBERED)
        self._rates: deque[float] = deque(maxlen=REMEMBERED)
        self._answers: bool | None = None  # whether the terminal answers at all
        self._timer: Timer | None = None

    @property
    def awaited(self) -> int:
        """How many answers will still come, to be read before somebody else gets them."""
        return max(len(self._under_way) - self._heard, 0) if self._answers else 0

    @property
    def room(self) -> float:
        """How many bytes may be sent now; 0 is none."""
        waiting = sum(each.size for each in self._under_way)
        if self._answers is False:
            return inf
        if not self._rates:
            return 0 if waiting >= PIECE else inf
        rate = max(self._rates)
        full = waiting > min(rate * (self._round_trip + SHORTEST), MOST)
        return 0 if full or self._overdue(waiting / rate) else rate * AT_ONCE

    def asking(self, piece: str) -> str:
        """A piece with what to send behind it; before it as well where that tells the round trip from the rate."""
        before = self._ask(0) if len(piece) >= PIECE and not self._under_way else ""
        return before + piece + self._ask(len(piece.encode()))

    def _ask(self, size: int) -> str:
        if self._answers is False:
            return ""
        self._under_way.append(_Piece(size, self._loop.time(), alone=not self._under_way))
        self._wait()
        return QUESTION

    def answered(self) -> None:
        """An answer came. All that come at once are reckoned as one."""
        self._heard += 1
        if self._heard == 1:
            self._loop.call_soon(self._reckon)

    def rest(self) -> None:
        """Forget what is under way: the terminal is given to others."""
        self._heard = 0
        self._under_way.clear()
        self._wait()

    def _reckon(self) -> None:
        now, heard, self._heard = self._loop.time(), self._heard, 0
        self._answers = True
        drawn = [self._under_way.popleft() for _ in range(min(heard, len(self._under_way)))]
        if drawn:
            self._learn(drawn, now)
        self._last = now
        self._wait()
        self._go()

    def _learn(self, drawn: list[_Piece], now: float) -> None:
        size, took = sum(each.size for each in drawn), now - drawn[-1].sent
        if not self._round_trips or (drawn[-1].alone and size < PIECE):
            self._round_trips.append(took)
        begun = max(self._last, drawn[0].sent + self._round_trip)  # the line was busy before, or empty
        if size >= PIECE:
            if self._rates and now > begun + size / max(self._rates) + LATE:
                self._rates.clear()  # it is no longer the line that was measured
            self._rates.append(size / max(now - begun, 0.001))

    @property
    def _round_trip(self) -> float:
        return min(self._round_trips, default=inf)

    def _overdue(self, drawing: float) -> bool:
        """Whether the next answer should have come, if the line took so many seconds for all that is under way.

        Counted from the last answer where one came since: until then the line was busy with what was sent before.
        """
        since = self._loop.time() - max(self._under_way[0].sent, self._last) if self._under_way else 0
        return since > self._round_trip + drawing + LATE

    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._under_way:
            self._timer = self._loop.call_later(LATER_ANSWER if self._answers else FIRST_ANSWER, self._in_vain)

    def _in_vain(self) -> None:
        self._timer = None
        if not self._answers:
            self._answers = False
        self._under_way.clear()
        self._go()
