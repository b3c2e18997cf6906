"""A driver for Textual that keeps the cells the terminal shows and sends only what changed, one frame at a time.

It knows nothing of the program: any application can take it as its `driver_class`. Input is read in the event loop,
so nothing wakes while nobody types.
"""

from __future__ import annotations

import os
import re
import select
import signal
import termios
import time
from asyncio import TimerHandle
from codecs import getincrementaldecoder
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import events
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.keys import Keys
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from briefing_tui.ui.abilities import abilities
from briefing_tui.ui.cells import Cells
from briefing_tui.ui.frame import frame, whole
from briefing_tui.ui.pace import ANSWER, Pace
from briefing_tui.ui.wire import RESTORED, Wire

if TYPE_CHECKING:
    from textual.app import App

ALTERNATE = "\x1b[?1049h"
LARGE = 256  # characters of a frame that is worth being shown at once
LARGEST = (1000, 500)  # cells; more is a mistake
PATIENCE = 1.0  # seconds for the terminal to take and answer what is under way when it is left
_ON_THE_SIDE = re.compile(r"\x07|\x1b(?:\[[?<>=]?[\d;]*\$?[hlpucnqt]|[\]PX^_].*|[=>])", re.S)
_OTHER_SCREEN = re.compile(r"\x1b\[\?(?:47|1047|1049)[hl]")
# Repeat is not what every terminal can that says so by its name: write one blank, three more, and ask where that led.
_REPEATED = "\x1b[H \x1b[3b\x1b[6n"
_MODE_ON = re.compile(r"\x1b\[(?:\?[\d;]+[hl]|>\d+u)")


class _Keyboard(XTermParser):
    """The toolkit's parser of what comes in; answers to our question are counted and not passed on."""

    def __init__(self, debug: bool, pace: Pace) -> None:
        super().__init__(debug)
        self._pace = pace

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        if sequence == ANSWER:
            self._pace.answered()
            return (events.Key(Keys.Ignore, sequence),)
        return super()._sequence_to_key_events(sequence, alt)

    @property
    def due(self) -> float | None:
        """Seconds until what has come so far is taken for a key of its own."""
        return None if self._timeout_time is None else max(0.0, self._timeout_time - get_time())


class CellDriver(LinuxDriver):
    """Sends the least that turns the cells shown into the new ones.

    `standing` tells the cells that were drawn on the alternate screen before the program began (as `spelt`), and how
    the terminal was before that. With `held` nothing is drawn until `release`: the first frame is then a whole one.
    """

    standing: tuple[str, list[Any]] | None = None
    held = False

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._size = self._fits = size or self._get_terminal_size()
        self._described = abilities(os.environ.get("TERM", ""))
        self._can = self._described._replace(repeats=False)
        self._wanted = Cells(*self._fits)
        self._shown: Cells | None = None
        self._passing: list[str] = []
        self._modes: list[str] = []
        self._wire: Wire | None = None
        self._pace = Pace(self._loop, self._send)
        self._synchronised = self._sending = self._drawn = self._tried = False
        self._tick: TimerHandle | None = None

    # What the application writes

    def write(self, data: str) -> None:
        if (self._wanted.width, self._wanted.height) != self._fits:
            self._wanted.resize(*self._fits)
            self._shown = None
        for aside in self._wanted.take(data):
            self._pass_on(aside)
        self._drawn = self._drawn or self._wanted.touched
        self._soon()

    def _pass_on(self, aside: str) -> None:
        if aside == ALTERNATE and self.standing:  # asked for again, some terminals would clear it
            return
        self._passing.append(aside)
        if _OTHER_SCREEN.fullmatch(aside) or not _ON_THE_SIDE.fullmatch(aside):
            self._shown = None
        if _MODE_ON.fullmatch(aside):
            self._modes = [each for each in self._modes if each[:-1] != aside[:-1]] + [aside]

    def release(self) -> None:
        """Draw from now on."""
        self.held = False
        self._soon()

    @property
    def cells(self) -> str:
        """The screen as it is now, spelt out cell by cell."""
        return self._wanted.spelt()

    def picture(self) -> str:
        """The frame that draws the screen as it is now on any screen of this size."""
        return whole(self._wanted, self._described._replace(repeats=False))[0]

    def _soon(self) -> None:
        if not self._sending:
            self._sending = True
            self._loop.call_soon(self._send)

    def _send(self) -> None:
        self._sending = False
        if self._wire is None or self._wire.busy:
            return
        out = "".join(self._passing)
        self._passing.clear()
        if self._drawn and not self.held and not self._pace.busy:
            self._drawn = False
            out += self._frame()
        if out:
            self._wire.send(out.encode(errors="replace"))

    def _frame(self) -> str:
        out, self._shown = frame(self._shown, self._wanted, self._can)
        if self._synchronised and len(out) > LARGE:
            out = f"\x1b[?2026h{out}\x1b[?2026l"
        return out + self._pace.ask() if out else ""

    # What comes from the terminal

    def _read(self) -> None:
        try:
            some = os.read(self.fileno, 65536)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            some = b""
        if not some:
            self._lost()
        elif text := self._decoder.decode(some):
            self._take(self._keyboard.feed, text)

    def _ticked(self) -> None:
        self._tick = None
        self._take(self._keyboard.tick)

    def _take(self, parse: Any, *text: str) -> None:
        try:
            for message in parse(*text):
                self.process_message(message)
        except ValueError:  # numbers that no terminal sends; its generator has ended
            self._keyboard = _Keyboard(self._debug, self._pace)
        if self._tick is not None:
            self._tick.cancel()
        due = self._keyboard.due
        self._tick = None if due is None else self._loop.call_later(due, self._ticked)

    def process_message(self, message: Message) -> None:
        if isinstance(message, TerminalSupportsSynchronizedOutput):
            self._synchronised = True
            return
        if isinstance(message, events.CursorPosition) and not self._tried:
            self._tried = True
            self._can = self._described._replace(repeats=self._described.repeats and message.x > 1)
            return
        if isinstance(message, events.Resize):
            self._fits = (message.size.width, message.size.height)
        if isinstance(message, events.Paste) and ANSWER in message.text:
            self._pace.answered()
            message.text = message.text.replace(ANSWER, "")
        super().process_message(message)

    def send_message(self, message: Message) -> None:
        self._app.post_message(message)

    def _get_terminal_size(self) -> tuple[int, int]:
        try:
            width, height = os.get_terminal_size(self.fileno)
        except OSError:
            width, height = 0, 0
        self._fits = min(width or 80, LARGEST[0]), min(height or 24, LARGEST[1])
        return self._fits

    # Beginning, leaving, coming back

    def start_application_mode(self) -> None:
        assert self._file is not None
        self._wire = Wire(self._file.fileno(), self._loop, self._send, self._lost)
        self._shown = None
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._keyboard = _Keyboard(self._debug, self._pace)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._raw = termios.tcgetattr(self.fileno)
        self._loop.add_reader(self.fileno, self._read)
        self._tried = self.standing is not None  # what stands there is not to be written over
        self._passing.append(("" if self._tried else _REPEATED) + self._pace.ask(frame=False))
        self._stand()
        self._drawn = self._wanted.touched
        self._send()

    def _stand(self) -> None:
        """Begin with what stands on the screen already."""
        if self.standing is not None:
            drawn, self.attrs_before = self.standing
            self.standing = None
            shown = Cells(*self._fits)
            self._passing += shown.take(drawn)
            self._shown = shown if drawn else None

    def _run_input_thread(self) -> None:
        """The event loop reads; the toolkit's thread has nothing to do."""

    def disable_input(self) -> None:
        if self._loop.remove_reader(self.fileno):
            signal.signal(signal.SIGWINCH, signal.SIG_DFL)
            self._hear_out()
            if self._tick is not None:
                self._tick.cancel()
                self._tick = None
            with suppress(termios.error):
                termios.tcflush(self.fileno, termios.TCIFLUSH)

    def _hear_out(self) -> None:
        """Read the answers that are under way: whoever has the terminal next would take them for typing."""
        until = time.monotonic() + PATIENCE
        while self._pace.awaited and (left := until - time.monotonic()) > 0:
            if not select.select([self.fileno], [], [], left)[0]:
                break
            try:
                heard = os.read(self.fileno, 65536)
            except OSError:
                break
            for _ in range(heard.count(ANSWER.encode())):
                self._pace.answered()
        self._pace.rest()

    def stop_application_mode(self) -> None:
        wire, self._wire = self._wire, None
        if wire is None:
            return
        self.disable_input()
        wire.end("".join(self._passing).encode() + RESTORED, PATIENCE)
        self._passing.clear()
        self._modes.clear()
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)

    def hush(self) -> None:
        """Send nothing more; for whoever restores the terminal from outside the event loop."""
        if self._wire is not None:
            self._wire.hush()

    def _lost(self) -> None:
        """The terminal is gone: nobody will read or type any more."""
        self._loop.remove_reader(self.fileno)
        self._app.exit(return_code=128 + signal.SIGHUP)

    def _sigtstp_application(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._suspend)

    def _suspend(self) -> None:
        if self._auto_restart and self._wire is not None:
            self.suspend_application_mode()
            self._must_signal_resume = True
        os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._resume)

    def _resume(self) -> None:
        """Take the terminal again, also when it was never given back in order."""
        if self._wire is None:
            if self._auto_restart:
                self.resume_application_mode()
            return
        termios.tcsetattr(self.fileno, termios.TCSANOW, self._raw)
        self._pace.rest()
        self._passing += ["\x1b[<u", *self._modes]  # the keyboard protocol is a stack
        self._shown = None
        self._drawn = True
        size = Size(*self._get_terminal_size())
        self.send_message(events.Resize(size, size))
        self._soon()
