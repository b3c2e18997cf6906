"""The program as it is installed, in a real terminal: it starts, and leaves the terminal as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="needs a pseudo-terminal")

from real_terminal import LIMIT, Terminal, terminal

ALTERNATE, CURSOR, PASTE = 1049, 25, 2004
MOUSE = (1000, 1002, 1003, 1015, 1006)


def restored(seen: Terminal) -> bool:
    """Whether line, screen, cursor, mouse and paste are as before the program."""
    assert seen.after() == seen.before
    assert seen.last_mode(CURSOR)
    assert not any(seen.last_mode(mode) for mode in (ALTERNATE, PASTE, *MOUSE))
    return True


def test_the_first_screen_appears() -> None:
    with terminal() as seen:
        seen.wait_for("? keys")
        assert "1 Speakers" in seen.text
        assert "3 Introduction" in seen.text
        assert seen.last_mode(ALTERNATE)


@pytest.mark.parametrize("keys", ["q", "\x03", "?\x1bq", "/a\x03"], ids=["q", "ctrl+c", "from a sheet", "while typing"])
def test_leaving_restores_the_terminal(keys: str) -> None:
    with terminal() as seen:
        seen.wait_for("1 Speakers")
        for key in keys:
            seen.press(key)
            if key == "?":
                seen.wait_for("Keys for this place")
            if key == "\x1b":
                seen.wait_for("Keys for this place", gone=True)
            if key == "/":
                seen.wait_for("Find in this pane")
        assert seen.wait_for_end() == 0
        assert restored(seen)
        assert b"Traceback" not in seen.written


def test_a_place_opens_and_keys_work() -> None:
    with terminal("scio-2024-10-23#q3", columns=80, rows=24) as seen:
        seen.wait_for("Phoenix TV asks")
        seen.press("}")
        seen.wait_for("21st Century Business Herald asks")
        seen.press("\t")
        seen.press("i")
        seen.wait_for("Figure · esc closes")


def test_wrong_use_leaves_the_terminal_untouched() -> None:
    with terminal("nowhere-at-all") as seen:
        assert seen.wait_for_end() == 2
        assert seen.after() == seen.before
        assert b"\x1b[?1049h" not in seen.written
        assert "briefing-tui: there is no" in seen.text


def test_a_dumb_terminal_is_told_so_in_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Terminal, "term", "dumb")
    with terminal() as seen:
        assert seen.wait_for_end() == 2
        assert b"\x1b" not in seen.written
        assert "TERM=dumb cannot show the explorer" in seen.text


@pytest.mark.parametrize("term", ["", "no-such-terminal", "linux"])
def test_a_terminal_of_any_other_name_works(term: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Terminal, "term", term)
    with terminal() as seen:
        seen.wait_for("? keys")
        seen.press("q")
        assert seen.wait_for_end() == 0


@pytest.mark.parametrize("argv", [[], ["scio-2024-10-23#q2"]])
def test_without_a_terminal_it_says_so_and_leaves_with_2(argv: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefing_tui", *argv],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )
    assert done.returncode == 2
    assert "the explorer needs a terminal" in done.stderr
    assert done.stdout == ""
    assert "\x1b" not in done.stderr


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_in_tmux_the_first_screen_is_seen(tmp_path: Path) -> None:
    socket = f"briefing-{os.getpid()}"
    command = [sys.executable, "-m", "briefing_tui", "scio-2024-10-23#q2"]

    def tmux(*words: str) -> str:
        done = subprocess.run(
            ["tmux", "-L", socket, "-f", os.devnull, *words],
            capture_output=True,
            text=True,
            timeout=LIMIT,
            env={**os.environ, "TMUX_TMPDIR": str(tmp_path), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"},
            check=False,
        )
        return done.stdout

    tmux("-u", "new-session", "-d", "-x", "100", "-y", "30", " ".join(f"'{word}'" for word in command))
    try:
        until = time.monotonic() + LIMIT
        shown = ""
        while not all(words in shown for words in ("1 Speakers", "Cover News asks", "4 Indicators")):
            assert time.monotonic() < until, f"the first screen did not come:\n{shown}"
            shown = tmux("-u", "capture-pane", "-p")
    finally:
        tmux("kill-server")
