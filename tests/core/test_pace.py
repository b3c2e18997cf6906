"""One frame under way: questions and answers counted, and nobody waited for who does not answer."""

from __future__ import annotations

import asyncio

import pytest

from briefing_tui.ui import pace as timing
from briefing_tui.ui.pace import QUESTION, Pace


async def test_a_frame_is_under_way_until_its_answer() -> None:
    went: list[bool] = []
    pace = Pace(asyncio.get_running_loop(), lambda: went.append(True))
    assert pace.ask(frame=False) == QUESTION
    assert not pace.busy
    assert pace.ask() == QUESTION
    assert pace.busy
    pace.answered()
    assert pace.busy
    assert not went
    pace.answered()
    assert not pace.busy
    assert went
    assert not pace.awaited


async def test_a_terminal_that_never_answers_is_waited_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timing, "FIRST_ANSWER", 0.01)
    went = asyncio.Event()
    pace = Pace(asyncio.get_running_loop(), went.set)
    pace.ask()
    await asyncio.wait_for(went.wait(), 10)
    assert not pace.busy
    assert pace.ask() == ""
    assert not pace.busy
    assert not pace.awaited


async def test_a_lost_answer_costs_one_wait_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timing, "LATER_ANSWER", 0.01)
    went = asyncio.Event()
    pace = Pace(asyncio.get_running_loop(), went.set)
    pace.ask()
    pace.answered()
    went.clear()
    pace.ask()
    await asyncio.wait_for(went.wait(), 10)
    assert not pace.busy
    assert pace.ask() == QUESTION
    assert pace.busy
    pace.answered()
    assert not pace.busy
