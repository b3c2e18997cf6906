"""The driver in a real pty: how many bytes a key costs, how many are under way, and every key arrives."""

from __future__ import annotations

import fcntl
import struct
import termios

import pytest

pytest.importorskip("pty", reason="needs a pseudo-terminal")

from answering_terminal import Answering, Plain, Small, WithMargins, answering

from briefing_tui.ui.pace import MOST

START = 6100  # bytes until the first live screen


@pytest.fixture(autouse=True)
def truecolor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")


# The most bytes for keys, one after another: a change that makes one heavier is seen here. First where a terminal
# does nothing but what all do, then where it repeats characters, then where it has left and right margins as well.
KINDS = (Plain, Answering, WithMargins)
MOST_FOR = [
    ("3", 0, 0, 0),
    ("j", 45, 45, 45),
    ("jjjjjjjjjjj", 300, 300, 300),
    *[("j", 1600, 1450, 700)] * 5,  # from here on the text scrolls, some lines at a time
    (" ", 1750, 1750, 1750),
    ("4", 1800, 950, 950),
    ("j", 490, 480, 480),
    ("j", 430, 430, 430),
    (" ", 1000, 1000, 1000),
    ("\t", 1250, 700, 700),
    (":", 2600, 1650, 1650),
    ("\x1b", 3550, 3100, 3100),
]


@pytest.mark.parametrize("kind", KINDS)
def test_a_key_costs_what_it_changes(kind: type[Answering]) -> None:
    with answering("scio-2024-10-23#intro", kind=kind) as seen:
        seen.wait_for("? keys")
        seen.still()
        assert len(seen.written) <= START
        for keys, *most in MOST_FOR:
            assert seen.bytes_for(keys) <= most[KINDS.index(kind)], keys
        assert seen.bytes_for("") == 0


@pytest.mark.parametrize(("kind", "most"), [(Plain, 500), (WithMargins, 370)])
def test_a_line_costs_little_on_the_whole(kind: type[Answering], most: int) -> None:
    with answering("scio-2024-10-23#intro", kind=kind) as seen:
        seen.wait_for("? keys")
        seen.still()
        assert sum(seen.bytes_for("j") for _ in range(40)) <= most * 40


def test_the_toolkits_own_driver_shows_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    seen_cells = []
    for choice in ("", "toolkit"):
        monkeypatch.setenv("BRIEFING_TUI_DRIVER", choice)
        with answering() as seen:
            seen.wait_for("? keys")
            for keys in ("jjj", " ", "\t", "jj", "4", "  ", ":"):
                seen.press(keys)
                seen.still()
            seen_cells.append((seen.model.cells, seen.model.cursor, len(seen.written)))
    ours, theirs = seen_cells
    assert ours[:2] == theirs[:2]
    assert ours[2] * 5 < theirs[2]


def test_little_is_under_way_and_the_last_state_is_shown() -> None:
    with answering("scio-2024-10-23#intro") as seen:
        seen.wait_for("? keys")
        seen.still()
        seen.answers = False
        before = len(seen.written)
        for key in "3" + " b" * 6 + " ":
            seen.press(key)
            seen.still()
        assert MOST / 4 < len(seen.written) - before < MOST + 2500
        seen.answer_all()
        seen.still()
        shown = seen.text
        seen.press("b ")
        seen.still()
        assert seen.text == shown


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
        seen.wait_for("? keys")
        for columns, rows in ((80, 24), (150, 50), (1, 1), (10, 5), (100, 30)):
            _resize(seen, columns, rows)
        seen.wait_for("? keys")
        assert "4 Indicators" in seen.text


def _resize(seen: Answering, columns: int, rows: int) -> None:
    seen.model.resize(columns, rows)
    fcntl.ioctl(seen.theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    seen.still()
