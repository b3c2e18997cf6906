"""The driver in surroundings of every kind: what passes it by, poor terminals, stalled lines, large pastes."""

from __future__ import annotations

import base64
import fcntl
import os
import re
import signal
import struct
import sys
import termios
import threading
import time
from typing import ClassVar

import pytest

pytest.importorskip("pty", reason="needs a pseudo-terminal")

from answering_terminal import Answering, Small, answering
from real_terminal import LIMIT

from briefing_tui.ui.pace import ANSWER

FILLED = 3500  # bytes that a terminal which nobody reads takes, at least


def surrounded(*settings: str) -> type[Answering]:
    """The program in other surroundings, given as `env` takes them."""

    class Elsewhere(Answering):
        program: ClassVar[list[str]] = ["env", *settings, sys.executable, "-m", "briefing_tui"]

    return Elsewhere


def test_what_is_not_cells_passes_unharmed_and_in_order() -> None:
    with answering(kind=Small) as seen:
        seen.wait_for("ready")
        seen.press("a")
        seen.wait_for("typed a")
        seen.press("y")
        seen.wait_for("typed ay")
        copied = f"\x1b]52;c;{base64.b64encode('copied: ü'.encode()).decode()}\x07".encode()
        assert seen.written.count(copied) == 1
        bells = seen.written.count(b"\x07")
        seen.press("m")
        seen.wait_for("typed aym")
        assert seen.written.count(b"\x07") == bells + 1


@pytest.mark.parametrize("term", ["", "nonsense", "linux", "vt100", "screen"])
def test_any_terminal_shows_the_screen(term: str) -> None:
    with answering("scio-2024-10-23#q2", kind=surrounded("-u", "COLORTERM", f"TERM={term}")) as seen:
        seen.wait_for("? keys")
        seen.still()
        assert "Cover News asks" in seen.text
        assert b"\x1b[38;2;" not in seen.written


def test_without_colour_only_grey_is_sent() -> None:
    with answering(kind=surrounded("NO_COLOR=1", "COLORTERM=truecolor")) as seen:
        seen.wait_for("? keys")
        seen.still()
        colours = re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", seen.written)
        assert colours
        assert all(red == green == blue for red, green, blue in colours)


def test_characters_arrive_whatever_the_locale_says() -> None:
    with answering(kind=surrounded("LC_ALL=POSIX", "PYTHONCOERCECLOCALE=0", "PYTHONUTF8=0")) as seen:
        seen.wait_for("? keys")
        seen.still()
        assert "╭─ 1 Speakers ──" in seen.text
        assert "\\u" not in seen.text


def test_a_large_paste_is_taken_and_keys_go_on() -> None:
    words, times = "many words\x1b[A and ü ", 60_000
    paste = f"a\x1b[200~{(words[:9] + chr(0) + ANSWER + words[9:]) * times}\x1b[201~cd"
    with answering(kind=Small) as seen:
        seen.wait_for("ready")
        threading.Thread(target=_type, args=(seen.ours, paste.encode()), daemon=True).start()
        seen.wait_for(f"typed a[{len(words) * times}]cd")


def _type(ours: int, keys: bytes) -> None:
    while keys:
        keys = keys[os.write(ours, keys) :]


def test_a_reader_that_stalls_and_returns_finds_the_last_state() -> None:
    with answering("scio-2024-10-23#intro") as seen:
        _stall(seen)
        os.write(seen.ours, b"4jj")
        seen.wait_for("? keys")
        seen.press("?")
        seen.wait_for("Keys for this place")


def test_a_reader_that_stalls_and_goes_ends_the_program() -> None:
    with answering("scio-2024-10-23#intro") as seen:
        _stall(seen)
        os.close(seen.ours)
        os.close(seen.theirs)
        assert seen.process.wait(LIMIT) == 128 + signal.SIGHUP
        seen.ours, seen.theirs = os.pipe()


def _stall(seen: Answering) -> None:
    """Do not read until no more is taken."""
    until = time.monotonic() + LIMIT
    while struct.unpack("i", fcntl.ioctl(seen.ours, termios.FIONREAD, b"\0" * 4))[0] < FILLED:
        assert time.monotonic() < until, "the first screen did not come"
        assert seen.process.poll() is None
