"""What may be under way: one frame at first, then what keeps the line busy; nobody waited for who does not answer."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from operator import attrgetter

import pytest

from briefing_tui.ui.pace import AT_ONCE, FIRST_ANSWER, LATER_ANSWER, MOST, PIECE, QUESTION, Pace

FRAME = 2000
A_FRAME = "-" * FRAME


class Put:
    """Something put off until a moment."""

    def __init__(self, clock: Clock, moment: float, call: Callable[[], object]) -> None:
        self.clock, self.moment, self.call = clock, moment, call

    def cancel(self) -> None:
        self.clock.due.remove(self)


class Clock:
    """An event loop whose time only passes as it is told."""

    def __init__(self) -> None:
        self.now = 0.0
        self.due: list[Put] = []

    def time(self) -> float:
        return self.now

    def call_soon(self, callback: Callable[[], object], /) -> Put:
        return self.call_later(0, callback)

    def call_later(self, delay: float, callback: Callable[[], object], /) -> Put:
        self.due.append(Put(self, self.now + delay, callback))
        return self.due[-1]

    def until(self, moment: float) -> None:
        while self.due and (first := min(self.due, key=attrgetter("moment"))).moment <= moment:
            self.due.remove(first)
            self.now = max(self.now, first.moment)
            first.call()
        self.now = moment


class Line:
    """A line of a certain rate and round trip, and, if `greedy`, a program that always has something to send."""

    def __init__(self, rate: float, round_trip: float, *, greedy: bool = True) -> None:
        self.greedy = greedy
        self.clock, self.rate, self.round_trip = Clock(), rate, round_trip
        self.pace = Pace(self.clock, self.go)
        self.free = self.carried = self.highest = 0.0
        self.waiting = 0

    def go(self) -> None:
        while self.greedy and (room := self.pace.room):
            self.send(FRAME if room >= FRAME else PIECE)

    def send(self, size: int) -> None:
        for _ in range(self.pace.asking("-" * size).count(QUESTION) - 1):
            self.clock.call_later(self.round_trip, lambda: self._answer(0))
        self.waiting += size
        self.highest = max(self.highest, self.waiting)
        self.free = max(self.free, self.clock.now) + size / self.rate
        self.clock.call_later(self.free + self.round_trip - self.clock.now, lambda: self._answer(size))

    def _answer(self, size: int) -> None:
        self.waiting -= size
        self.carried += size
        self.pace.answered()


@pytest.mark.parametrize("rate", [2_000, 20_000, 200_000])
@pytest.mark.parametrize("round_trip", [0.02, 0.15, 0.4])
def test_a_line_is_busy_and_nothing_waits_long(rate: float, round_trip: float) -> None:
    line = Line(rate, round_trip)
    line.send(20)
    line.send(FRAME)
    line.clock.until(3)
    begun, line.highest = line.carried, 0
    line.clock.until(13)
    assert line.carried - begun > 0.79 * min(rate, MOST / round_trip) * 10
    ahead = line.highest - rate * max(round_trip, 0.15)
    assert ahead <= PIECE or ahead <= rate * AT_ONCE


def test_a_line_that_becomes_slow_has_no_more_under_way_than_a_frame_beyond_the_most() -> None:
    line = Line(2_000_000, 0.15)
    line.send(20)
    line.send(FRAME)
    line.clock.until(3)
    line.rate = 2_000
    line.highest = 0
    line.clock.until(60)
    assert line.highest <= MOST + FRAME  # hands it all over at once; who types at times stops before
    line.highest = 0
    line.clock.until(90)
    assert line.highest <= 2_000 * 0.15 + 2 * PIECE


def test_a_line_that_became_slow_is_known_by_the_first_answer_that_is_late() -> None:
    line = Line(2_000_000, 0.15, greedy=False)
    line.send(20)
    line.send(FRAME)
    line.clock.until(1)
    line.rate = 2_000
    line.send(FRAME)
    line.clock.until(3)
    assert line.pace.room <= 2_000 * AT_ONCE * 1.3


def test_nothing_is_added_while_an_answer_is_overdue() -> None:
    line = Line(2_000_000, 0.001, greedy=False)
    line.send(20)
    line.send(FRAME)
    line.clock.until(1)
    line.rate, line.round_trip = 2_000, 0.15
    for _ in range(10):
        if line.pace.room:
            line.send(FRAME)
        line.clock.until(line.clock.now + 0.033)
    assert line.waiting == 2 * FRAME


def test_at_first_one_frame_is_under_way_until_its_answer() -> None:
    clock = Clock()
    pace = Pace(clock, lambda: None)
    assert pace.asking("") == QUESTION
    assert pace.room == inf
    assert pace.asking(A_FRAME) == A_FRAME + QUESTION
    assert pace.room == 0
    for _ in range(2):
        assert pace.room == 0
        pace.answered()
        clock.until(clock.now + 0.1)
    assert pace.room > 0
    assert not pace.awaited


def test_a_terminal_that_never_answers_is_waited_for_once() -> None:
    clock = Clock()
    pace = Pace(clock, lambda: None)
    pace.asking(A_FRAME)
    clock.until(FIRST_ANSWER)
    assert pace.room == inf
    assert pace.asking(A_FRAME) == A_FRAME
    assert pace.room == inf
    assert not pace.awaited


def test_a_lost_answer_costs_one_wait_and_no_more() -> None:
    clock = Clock()
    went: list[float] = []
    pace = Pace(clock, lambda: went.append(clock.now))
    pace.asking(A_FRAME)
    pace.answered()
    clock.until(0.1)
    pace.asking(A_FRAME)
    for _ in range(9):
        pace.asking(A_FRAME)
    assert pace.room == 0
    clock.until(0.1 + LATER_ANSWER)
    assert pace.room > 0
    assert pace.asking(A_FRAME) == QUESTION + A_FRAME + QUESTION  # alone: the first answer tells the round trip
    pace.answered()
    pace.answered()
    clock.until(20)
    assert not pace.awaited
    assert went[-1] < 20


def test_given_to_others_nothing_is_under_way() -> None:
    clock = Clock()
    pace = Pace(clock, lambda: None)
    pace.asking(A_FRAME)
    pace.answered()
    pace.rest()
    clock.until(1)
    pace.answered()
    clock.until(2)
    assert not pace.awaited
    assert not clock.due
