"""The line in which words are typed: its keys, what comes in one piece, and what does not fit."""

from __future__ import annotations

import pytest
from textual import events

from briefing_tui.ui.field import Field, edit
from window import LARGE, SMALL, window


@pytest.mark.parametrize(
    ("key", "cursor", "expected"),
    [
        ("left", 4, ("two words", 3)), ("left", 0, ("two words", 0)),
        ("right", 4, ("two words", 5)), ("right", 9, ("two words", 9)),
        ("home", 4, ("two words", 0)), ("end", 4, ("two words", 9)), ("ctrl+e", 4, ("two words", 9)),
        ("backspace", 4, ("twowords", 3)), ("backspace", 0, ("two words", 0)),
        ("delete", 3, ("twowords", 3)), ("delete", 9, ("two words", 9)), ("ctrl+d", 3, ("twowords", 3)),
        ("ctrl+w", 9, ("two ", 4)), ("ctrl+w", 4, ("words", 0)), ("ctrl+w", 0, ("two words", 0)),
        ("ctrl+u", 4, ("words", 0)), ("ctrl+k", 4, ("two ", 4)),
        ("f5", 4, None), ("down", 4, None),
    ],
)  # fmt: skip
def test_a_key_edits(key: str, cursor: int, expected: tuple[str, int] | None) -> None:
    assert edit("two words", cursor, key) == expected


async def test_words_are_typed_and_mended_in_the_middle() -> None:
    async with window() as seen:
        await seen.press("s")
        await seen.write("NEV xport")
        await seen.press(*["left"] * 5, "e", "end", "s")
        assert "NEV exports" in seen.rows[1]
        await seen.press("ctrl+w")
        assert "exports" not in seen.rows[1]


async def test_what_is_pasted_stands_on_one_line_and_does_no_harm() -> None:
    async with window() as seen:
        await seen.press("s")
        seen.app.post_message(events.Paste("NEV\nexports\x1b[31m"))
        await seen.pilot.pause()
        await seen.app.typed_out()
        assert "NEV exports␛[31m" in seen.rows[1]


@pytest.mark.parametrize("words", ["m" * 200, "新" * 90, "e\u0301" * 90])
async def test_the_cursor_stays_in_sight(words: str) -> None:
    async with window(SMALL) as seen:
        await seen.press("/")
        field = seen.app.screen.query_one("#prompt", Field)
        field.put(f"{words}.")
        await seen.pilot.pause()
        assert "." in seen.rows[-1]
        await seen.press("home")
        assert words[:3] in seen.rows[-1].replace(" ", "")


async def test_where_nothing_is_typed_it_says_what_may_be() -> None:
    async with window(LARGE) as seen:
        await seen.press("s")
        assert "speaker:tao" in seen.rows[1]
        await seen.press("e")
        assert "speaker:tao" not in seen.rows[1]
