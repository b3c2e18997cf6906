"""However the program is left, it has saved, the terminal is as it was, and the number it leaves with says why."""

from __future__ import annotations

import ctypes
import os
import re
import select
import signal
import stat
import termios
import time
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="needs a pseudo-terminal")

from answering_terminal import Answering, Small, answering
from real_terminal import LIMIT

MODES = (1049, 1000, 1002, 1003, 1004, 1006, 1015, 1016, 2004, 2026, 2048)
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)


@pytest.fixture(autouse=True)
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAVED", str(tmp_path / "saved"))
    return tmp_path / "saved"


def restored(seen: Answering) -> bool:
    """Whether the line and every mode are as before the program."""
    assert seen.after() == seen.before
    assert not [mode for mode in MODES if seen.last_mode(mode)]
    assert seen.last_mode(25)
    assert seen.last_mode(7)
    assert seen.written.count(b"\x1b[<u") >= seen.written.count(b"\x1b[>25u")
    return True


@pytest.mark.parametrize("number", SIGNALS, ids=lambda each: each.name)
def test_a_signal_restores_the_terminal_and_leaves_with_its_number(number: signal.Signals) -> None:
    with answering() as seen:
        seen.wait_for("1 Speakers")
        seen.tell(number)
        assert seen.wait_for_end() == 128 + number
        assert restored(seen)


@pytest.mark.parametrize("number", SIGNALS, ids=lambda each: each.name)
def test_a_signal_is_obeyed_while_the_program_is_busy(number: signal.Signals, saved: Path) -> None:
    with answering(kind=Small) as seen:
        seen.wait_for("ready")
        seen.press("b")
        seen.wait_for("blocked")
        seen.tell(number)
        assert seen.wait_for_end() == 128 + number
        assert restored(seen)
        assert saved.exists()


def test_a_terminal_that_hangs_up_ends_the_program(saved: Path) -> None:
    with answering(kind=Small) as seen:
        seen.wait_for("ready")
        os.close(seen.ours)
        os.close(seen.theirs)
        assert seen.process.wait(LIMIT) == 128 + signal.SIGHUP
        assert saved.exists()
        seen.ours, seen.theirs = os.pipe()


@pytest.mark.parametrize(("key", "words"), [("h", "handler"), ("w", "worker"), ("t", "thread"), ("k", "task")])
def test_a_fault_is_one_line_and_a_report(key: str, words: str, saved: Path) -> None:
    with answering(kind=Small, columns=200) as seen:
        seen.wait_for("ready")
        seen.press(key)
        assert seen.wait_for_end() == 3
        assert restored(seen)
        assert saved.exists()
        said = seen.written.rpartition(b"\x1b[?25h")[2].decode()
        assert said.count("\n") == 1
        assert words in said
        report = Path(re.findall(r"report: (.*\.txt)", said)[0])
        assert stat.S_IMODE(report.stat().st_mode) == 0o600
        assert "Traceback" in report.read_text(encoding="utf-8")


def test_leaving_waits_for_answers_under_way() -> None:
    """What the terminal still answers would stand on the command line of whoever comes next."""
    with answering(kind=Small) as seen:
        seen.wait_for("ready")
        seen.still()
        seen.answers = False
        asked = seen.questions
        seen.press("x")
        seen.wait_for("typed x")
        assert seen.questions == asked + 1
        seen.press("q")
        while not seen.last_mode(25):
            if not seen._read(0.1) and not seen.answers:
                assert seen.process.poll() is None
                seen.answers = True
                seen.press("\x1b[0n")
        assert seen.wait_for_end() == 0
        assert restored(seen)


@pytest.mark.parametrize("answers", [1, 3])
@pytest.mark.parametrize("busy", [False, True], ids=["idle", "busy"])
def test_a_signal_waits_for_answers_under_way(monkeypatch: pytest.MonkeyPatch, answers: int, busy: bool) -> None:
    """And no longer than for these, whether the event loop hears them too, and also when they come at once."""
    monkeypatch.setenv("TO_HEAR", str(LIMIT))
    with answering(kind=Small) as seen:
        seen.wait_for("ready")
        seen.still()
        seen.answers = False
        for typed in range(1, answers + 1):
            seen.press("x")
            seen.wait_for("typed " + "x" * typed)
        assert seen.questions - seen.answered == answers
        if busy:
            seen.press("b")
            seen.wait_for("blocked")
            seen.still()
        seen.tell(signal.SIGTERM)
        while seen.last_mode(1049):
            seen._read(0.1)
        assert seen.process.poll() is None
        seen.answer_all()
        assert seen.wait_for_end() == 128 + signal.SIGTERM
        assert restored(seen)
        assert not _left_to_read(seen)


def _left_to_read(seen: Answering) -> bytes:
    """What the next program on the terminal would take for typing."""
    state = termios.tcgetattr(seen.theirs)
    state[3] &= ~termios.ICANON
    termios.tcsetattr(seen.theirs, termios.TCSANOW, state)
    return os.read(seen.theirs, 100) if select.select([seen.theirs], [], [], 0)[0] else b""


def test_suspended_and_back_the_screen_is_whole_and_the_line_cooked_at_the_end() -> None:
    with answering(kind=Small) as seen:
        seen.wait_for("ready")
        for _ in range(2):
            seen.press("z")
            _until_stopped(seen)
            seen.still()
            assert seen.after() == seen.before
            assert not seen.last_mode(1049)
            seen.screen.reset()
            seen.model.feed("\x1b[?7l")
            seen.tell(signal.SIGCONT)
            seen.wait_for("ready")
        for _ in range(3):
            seen.screen.reset()
            seen.tell(signal.SIGCONT)
            seen.wait_for("ready")
        seen.press("q")
        assert seen.wait_for_end() == 0
        assert restored(seen)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs the threads of a process told")
@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGCONT], ids=lambda each: each.name)
def test_a_signal_that_another_thread_gets_is_heard_at_once(number: signal.Signals) -> None:
    """As the kernel may do when the main thread has just been woken."""
    with answering("scio-2024-10-23#q2") as seen:
        seen.wait_for("? keys")
        seen.still()
        process = seen.process.pid
        threads = [int(each.name) for each in Path(f"/proc/{process}/task").iterdir() if int(each.name) != process]
        assert threads
        seen.screen.reset()
        assert ctypes.CDLL(None).tgkill(process, max(threads), number) == 0
        if number == signal.SIGTSTP:
            _until_stopped(seen)
            assert not seen.last_mode(1049)
            seen.tell(signal.SIGCONT)
        seen.wait_for("Cover News asks")
        seen.press("q")
        assert seen.wait_for_end() == 0


def _until_stopped(seen: Answering) -> None:
    end = time.monotonic() + LIMIT
    while not os.WIFSTOPPED(_state(seen)):
        assert time.monotonic() < end
        seen._read(0.05)


def _state(seen: Answering) -> int:
    return os.waitpid(seen.process.pid, os.WNOHANG | os.WUNTRACED)[1]
