"""The driver in surroundings of every kind: what passes it by, poor terminals, stalled lines, large pastes."""

from __future__ import annotations

import base64
import fcntl
import os
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
        seen.press("c")
        seen.wait_for("typed ac")
        copied = f"\x1b]52;c;{base64.b64encode('copied: ü'.encode()).decode()}\x07".encode()
        assert seen.written.count(copied) == 1
        seen.press("l")
        seen.wait_for("typed acl")
        assert seen.written.replace(copied, b"").count(b"\x07") == 1
        assert seen.written.index(copied) < seen.written.rindex(b"\x07")


@pytest.mark.parametrize("term", ["dumb", "", "nonsense", "linux", "vt100", "screen"])
def test_any_terminal_shows_the_screen(term: str) -> None:
    with answering("scio-2024-10-23#q2", kind=surrounded("-u", "COLORTERM", f"TERM={term}")) as seen:
        seen.wait_for("q quit")
        seen.still()
        assert "Cover News asks" in seen.text
        assert b"\x1b[38;2;" not in seen.written


def test_without_colour_only_grey_is_sent() -> None:
    with answering(kind=surrounded("NO_COLOR=1", "COLORTERM=truecolor")) as seen:
        seen.wait_for("q quit")
        seen.still()
        colours = {each for part in seen.written.split(b"8;2;")[1:] for each in [part.split(b"m")[0].split(b";")[:3]]}
        assert colours
        assert all(len(set(each)) == 1 for each in colours)


def test_characters_arrive_whatever_the_locale_says() -> None:
    with answering(kind=surrounded("LC_ALL=POSIX", "PYTHONCOERCECLOCALE=0", "PYTHONUTF8=0")) as seen:
        seen.wait_for("q quit")
        seen.still()
        assert "╭─ 1 Speakers ──" in seen.text
        assert "\\u" not in seen.text


def test_a_large_paste_is_taken_and_keys_go_on() -> None:
    with answering(kind=Small) as seen:
        seen.wait_for("ready")
        paste = "\x1b[200~" + "many words \x00 \x1b[0n ü " * 50_000 + "\x1b[201~acd"
        typing = threading.Thread(target=_type, args=(seen.ours, paste.encode()), daemon=True)
        typing.start()
        seen.wait_for("typed acd")
        assert "pasted 1000000" in seen.text


def _type(ours: int, keys: bytes) -> None:
    while keys:
        keys = keys[os.write(ours, keys) :]


def test_a_reader_that_stalls_and_returns_finds_the_last_state() -> None:
    with answering("scio-2024-10-23#intro") as seen:
        until = time.monotonic() + LIMIT
        while _unread(seen) < FILLED:
            assert time.monotonic() < until, "the first screen did not come"
        os.write(seen.ours, b"4jj")
        spent = _seconds_spent(seen)
        until = time.monotonic() + 1
        while time.monotonic() < until:
            assert seen.process.poll() is None
        assert _seconds_spent(seen) - spent < 0.9
        seen.wait_for("▸ Industrial value added", gone=True)
        seen.press("?")
        seen.wait_for("Keys for this place")


def _unread(seen: Answering) -> int:
    return struct.unpack("i", fcntl.ioctl(seen.ours, termios.FIONREAD, b"\0" * 4))[0]  # type: ignore[no-any-return]


def _seconds_spent(seen: Answering) -> float:
    fields = open(f"/proc/{seen.process.pid}/stat").read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
