"""The driver in a real pty: how many bytes a key costs, one frame under way, and every key arrives."""

from __future__ import annotations

import fcntl
import struct
import termios

import pytest

pytest.importorskip("pty", reason="needs a pseudo-terminal")

from answering_terminal import Answering, Small, answering

START = 9000


@pytest.fixture(autouse=True)
def truecolor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")


def test_a_key_costs_what_it_changes() -> None:
    with answering() as seen:
        seen.wait_for("q quit")
        seen.still()
        assert len(seen.written) <= START
        keys = {"line": "j", "page": " ", "palette": ":", "back": "\x1b", "pane": "\t", "row": "j", "rows": " "}
        most = {"line": 400, "page": 2500, "palette": 4000, "back": 4000, "pane": 3000, "row": 600, "rows": 1500}
        cost = {name: seen.bytes_for(key) for name, key in keys.items()}
        assert not {name: bytes_ for name, bytes_ in cost.items() if bytes_ > most[name]}
        assert seen.bytes_for("") == 0


def test_the_toolkits_own_driver_shows_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    seen_cells = []
    for choice in ("", "toolkit"):
        monkeypatch.setenv("BRIEFING_TUI_DRIVER", choice)
        with answering() as seen:
            seen.wait_for("q quit")
            for keys in ("jjj", " ", "\t", "jj", "4", "  ", ":"):
                seen.press(keys)
                seen.still()
            seen_cells.append((seen.model.cells, seen.model.cursor, len(seen.written)))
    ours, theirs = seen_cells
    assert ours[:2] == theirs[:2]
    assert ours[2] * 5 < theirs[2]


def test_one_frame_is_under_way_and_the_last_state_is_shown() -> None:
    with answering(kind=Small) as seen:
        seen.wait_for("ready")
        seen.still()
        seen.answers = False
        asked = seen.questions
        for key in "acdefg":
            seen.press(key)
        seen.still()
        assert seen.questions == asked + 1
        seen.answers = True
        seen.press("\x1b[0n")
        seen.wait_for("typed acdefg")


def test_every_key_arrives_in_order_among_answers_and_strange_bytes() -> None:
    with answering(kind=Small) as seen:
        seen.wait_for("ready")
        seen.press("a\x1b[0nc")
        seen.wait_for("typed ac")
        seen.press("\x1b[1:2;3u\x1b[99999999999u")
        seen.still()
        seen.press("d")
        seen.wait_for("d")
        assert seen.process.poll() is None


def test_resized_the_screen_is_whole() -> None:
    with answering() as seen:
        seen.wait_for("q quit")
        for columns, rows in ((80, 24), (150, 50), (1, 1), (10, 5), (100, 30)):
            _resize(seen, columns, rows)
        seen.wait_for("q quit")
        assert "4 Indicators" in seen.text


def _resize(seen: Answering, columns: int, rows: int) -> None:
    seen.model.resize(columns, rows)
    fcntl.ioctl(seen.theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    seen.still()
