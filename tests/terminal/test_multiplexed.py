"""Suspended in a shell in tmux, and brought back: the shell's screen, then ours, then the shell's again."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="needs a pseudo-terminal")

from real_terminal import LIMIT


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_suspended_in_tmux_and_brought_back(tmp_path: Path) -> None:
    number, socket = tmp_path / "number", f"suspended-{os.getpid()}"
    settings = tmp_path / "settings"
    settings.write_text("PS1='prompt> '\n")
    program = f"sh -c 'echo $$ > {number}; exec {sys.executable} -m briefing_tui scio-2024-10-23#q2'"

    def tmux(*words: str) -> str:
        done = subprocess.run(
            ["tmux", "-L", socket, "-f", os.devnull, *words],
            capture_output=True,
            text=True,
            timeout=LIMIT,
            env={**os.environ, "TMUX_TMPDIR": str(tmp_path), "LC_ALL": "C.UTF-8"},
            check=False,
        )
        return done.stdout

    def until(shows: Callable[[str], bool]) -> None:
        end = time.monotonic() + LIMIT
        while not shows(shown := tmux("-u", "capture-pane", "-p")):
            assert time.monotonic() < end, shown

    tmux("-u", "new-session", "-d", "-x", "100", "-y", "30", f"ENV={settings} sh -i")
    try:
        until(lambda shown: "prompt>" in shown)
        tmux("send-keys", program, "Enter")
        until(lambda shown: "Cover News asks" in shown and "? keys" in shown)
        os.kill(int(number.read_text()), signal.SIGTSTP)
        until(lambda shown: "topped" in shown and "Cover News asks" not in shown)
        tmux("send-keys", "fg", "Enter")
        until(lambda shown: "Cover News asks" in shown and "4 Indicators" in shown and "? keys" in shown)
        tmux("send-keys", "q")
        until(lambda shown: shown.rstrip().endswith("prompt>") and "Cover News asks" not in shown)
    finally:
        tmux("kill-server")
