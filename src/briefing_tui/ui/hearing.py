"""What comes from the terminal, read in the event loop: keys and events for the toolkit, answers for us."""

from __future__ import annotations

import os
import re
import select
import termios
import time
from asyncio import AbstractEventLoop, TimerHandle
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from textual import events
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.keys import Keys
from textual.message import Message

from briefing_tui.ui.pace import ANSWER, Pace

PASTE, PASTED = "\x1b[200~", "\x1b[201~"
_CUT = re.compile(r"\x1b\[20{0,2}\Z")
Answers = dict[str, Callable[[], None]]


class _Parser(XTermParser):
    """The toolkit's; answers to our questions are not passed on."""

    def __init__(self, debug: bool, answers: Answers) -> None:
        super().__init__(debug)
        self._answers = answers

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        if answered := self._answers.get(sequence):
            answered()
            return (events.Key(Keys.Ignore, sequence),)
        return super()._sequence_to_key_events(sequence, alt)

    @property
    def due(self) -> float | None:
        """Seconds until what has come so far is taken for a key of its own."""
        return None if self._timeout_time is None else max(0.0, self._timeout_time - get_time())


class Hearing:
    """Listens from the beginning until `end`. `told` gets each message, `lost` is called when nobody types any more."""

    def __init__(
        self,
        fileno: int,
        loop: AbstractEventLoop,
        answers: Answers,
        told: Callable[[Message], None],
        lost: Callable[[], None],
        *,
        debug: bool = False,
    ) -> None:
        self._fileno, self._loop, self._answers, self._debug = fileno, loop, answers, debug
        self._told, self._lost = told, lost
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._parser = _Parser(debug, answers)
        self._tick: TimerHandle | None = None
        self._rest = ""  # what may be the begin of a paste
        self._paste: str | None = None  # what has come of one
        loop.add_reader(fileno, self._read)

    def end(self, pace: Pace, patience: float) -> None:
        """Listen no more. Answers under way are waited for: whoever listens next would take them for typing."""
        self._loop.remove_reader(self._fileno)
        until = time.monotonic() + patience
        while pace.awaited and (left := until - time.monotonic()) > 0:
            if not select.select([self._fileno], [], [], left)[0]:
                break
            try:
                heard = os.read(self._fileno, 65536)
            except OSError:
                break
            for _ in range(heard.count(ANSWER.encode())):
                pace.answered()
        pace.rest()
        if self._tick is not None:
            self._tick.cancel()
        with suppress(termios.error):
            termios.tcflush(self._fileno, termios.TCIFLUSH)

    def _read(self) -> None:
        try:
            some = os.read(self._fileno, 65536)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            some = b""
        if not some:
            self._loop.remove_reader(self._fileno)
            self._lost()
        elif text := self._decoder.decode(some):
            self._hear(text)

    def _hear(self, text: str) -> None:
        """Pastes are read here: within one the toolkit takes what begins with an escape for keys."""
        text, self._rest = self._rest + text, ""
        while text:
            if self._paste is None:
                typed, begun, text = text.partition(PASTE)
                if not begun and (cut := _CUT.search(typed)):
                    typed, self._rest = typed[: cut.start()], cut[0]
                self._take(self._parser.feed, typed)
                self._paste = "" if begun else None
            else:
                pasted, ended, text = (self._paste + text).partition(PASTED)
                self._paste = None if ended else pasted
                if ended:
                    self._told(events.Paste(self._without_answers(pasted).replace("\0", "")))

    def _ticked(self) -> None:
        self._tick = None
        self._take(self._parser.tick)

    def _take(self, parse: Any, *text: str) -> None:
        try:
            for message in parse(*text):
                self._told(message)
        except ValueError:  # numbers that no terminal sends; its generator has ended
            self._parser = _Parser(self._debug, self._answers)
        if self._tick is not None:
            self._tick.cancel()
        due = self._parser.due
        self._tick = None if due is None else self._loop.call_later(due, self._ticked)

    def _without_answers(self, text: str) -> str:
        for answer, answered in self._answers.items():
            for _ in range(text.count(answer)):
                answered()
            text = text.replace(answer, "")
        return text
