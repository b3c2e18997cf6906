"""A driver for Textual that keeps the cells the terminal shows and sends only what changed, one frame at a time.

It knows nothing of the program: any application can take it as its `driver_class`. Input is read in the event loop,
so nothing wakes while nobody types.
"""

from __future__ import annotations

import os
import re
import signal
import termios
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from briefing_tui.ui.abilities import abilities
from briefing_tui.ui.cells import EMPTY, Cells
from briefing_tui.ui.frame import frame, whole
from briefing_tui.ui.hearing import Hearing
from briefing_tui.ui.pace import ANSWER, Pace
from briefing_tui.ui.sgr import PLAIN, restyled
from briefing_tui.ui.wire import RESTORED, Wire

if TYPE_CHECKING:
    from textual.app import App

ALTERNATE = "\x1b[?1049h"
LARGE = 256  # characters of a frame that is worth being shown at once
LARGEST = (1000, 500)  # cells; more is a mistake
REST = 0.06  # seconds without a newer frame after which the one under way is given up for the newest
PATIENCE = 1.0  # seconds for the terminal to take and answer what is under way when it is left
_ON_THE_SIDE = re.compile(r"\x07|\x1b(?:\[[?<>=]?[\d;]*\$?[hlpucnqt]|[\]PX^_].*|[=>])", re.S)
_OTHER_SCREEN = re.compile(r"\x1b\[\?(?:47|1047|1049)[hl]")
_MARGINS = "\x1b[?69$p"
_HAS_MARGINS = ("\x1b[?69;1$y", "\x1b[?69;2$y")
_MODE_ON = re.compile(r"\x1b\[(?:\?[\d;]+[hl]|>\d+u)")


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
        self._aim: Cells | None = None  # the frame under way, as far as the line had no room for it yet
        self._shown: Cells | None = None
        self._passing: list[str] = []
        self._modes: list[str] = []
        self._wire: Wire | None = None
        self._pace = Pace(self._loop, self._send)
        self._synchronised = self._sending = self._drawn = False
        self._tried_at: int | None = None  # the column from which a blank was repeated
        self._hearing: Hearing | None = None
        self._written = 0.0

    # What the application writes

    def write(self, data: str) -> None:
        if (self._wanted.width, self._wanted.height) != self._fits:
            self._wanted.resize(*self._fits)
            self._shown = self._aim = None
        for aside in self._wanted.take(data):
            self._pass_on(aside)
        self._drawn = self._drawn or self._wanted.touched
        self._written = self._loop.time()
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
        while not self.held and (some := self._frame()):
            out += some
        if out:
            self._wire.send(out.encode(errors="replace"))

    def _frame(self) -> str:
        """What the line has room for of the frame under way, or of the newest."""
        room = self._pace.room
        if self._drawn and room and (self._aim is None or self._loop.time() - self._written > REST):
            self._aim, self._drawn = self._wanted.copy(), False
        if self._aim is None or not room:
            return ""
        out, self._shown = frame(self._shown, self._aim, self._can, room)
        if self._shown.rows == self._aim.rows:
            self._aim = None
            if self._synchronised and len(out) > LARGE:
                out = f"\x1b[?2026h{out}\x1b[?2026l"
        return self._pace.asking(out) if out else ""

    # What comes from the terminal

    def process_message(self, message: Message) -> None:
        if isinstance(message, TerminalSupportsSynchronizedOutput):
            self._synchronised = True
            return
        if isinstance(message, events.CursorPosition) and self._tried_at is not None:
            self._can = self._can._replace(repeats=self._described.repeats and message.x == self._tried_at + 4)
            self._tried_at = None
            return
        if isinstance(message, events.Resize):
            self._fits = (message.size.width, message.size.height)
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
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._raw = self._unprocessed()
        self._can = self._described._replace(repeats=False, feeds=True)
        answers = {ANSWER: self._pace.answered, **dict.fromkeys(_HAS_MARGINS, self._use_margins)}
        tell = self.process_message
        self._hearing = Hearing(self.fileno, self._loop, answers, tell, self._lost, debug=self._debug)
        self._stand()
        self._passing.append(self._pace.asking(self._repeated() + _MARGINS))
        self._drawn = self._wanted.touched
        self._send()

    def _stand(self) -> None:
        """Begin with what stands on the screen already."""
        if self.standing is not None:
            drawn, self.attrs_before = self.standing
            self.standing = None
            shown = Cells(*self._fits)
            self._passing += [*shown.take(drawn), "\x1b[m\x1b[H"]
            shown.x, shown.y, shown.style = 0, 0, PLAIN
            self._shown = shown if drawn else None

    def _repeated(self) -> str:
        """Repeat is not what every terminal can that says so: repeat a blank among blanks, and ask where that led."""
        row = self._shown.rows[0] if self._shown else [EMPTY] * 4
        starts = (x for x in range(len(row) - 3) if row[x][0] == " " and row[x : x + 4] == [row[x]] * 4)
        self._tried_at = next(starts, None)
        if self._tried_at is None:
            return ""
        look = restyled(PLAIN, row[self._tried_at][1])
        return f"\x1b[1;{self._tried_at + 1}H{look} \x1b[3b\x1b[6n" + "\x1b[m\x1b[H" * bool(self._shown)

    def _unprocessed(self) -> list[Any]:
        """The state of the line, which from now on passes line feeds on as they are."""
        state = termios.tcgetattr(self.fileno)
        state[1] &= ~termios.OPOST
        termios.tcsetattr(self.fileno, termios.TCSANOW, state)
        return state

    def _use_margins(self) -> None:
        self._can = self._can._replace(margins=True)

    def _run_input_thread(self) -> None:
        """The event loop reads; the toolkit's thread has nothing to do."""

    def disable_input(self) -> None:
        hearing, self._hearing = self._hearing, None
        if hearing is not None:
            signal.signal(signal.SIGWINCH, signal.SIG_DFL)
            hearing.end(self._pace, PATIENCE)

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

    def hush(self) -> int:
        """Send nothing more, for whoever restores the terminal from outside the event loop; how many answers come."""
        if self._wire is not None:
            self._wire.hush()
        return self._pace.awaited

    def _lost(self) -> None:
        """The terminal is gone: nobody will read or type any more."""
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
        try:
            termios.tcsetattr(self.fileno, termios.TCSANOW, self._raw)
        except termios.error:  # whoever hangs up wakes the program too
            self._lost()
            return
        self._pace.rest()
        self._passing += ["\x1b[<u", *self._modes]  # the keyboard protocol is a stack
        self._shown = self._aim = None
        self._drawn = True
        size = Size(*self._get_terminal_size())
        self.send_message(events.Resize(size, size))
        self._soon()
