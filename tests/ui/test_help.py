"""The palette, the keys of a place, the library, problems, and leaving."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefing_tui.library import shipped
from briefing_tui.ui.keys import APP_KEYS, EXPLORER_KEYS, FIND_KEYS
from window import LARGE, SMALL, Size, Window, at_all_sizes, at_two_sizes, library_of, place, window

ALWAYS = [each for each in (*FIND_KEYS, *EXPLORER_KEYS, *APP_KEYS) if each.id not in {
    "history.back", "history.forward", "find.next", "find.previous", "figure.full", "series.open", "library.problems",
    "candidate.accept", "candidate.dismiss", "candidate.undo",
}]  # fmt: skip


async def _palette(seen: Window, words: str) -> None:
    await seen.press(":")
    await seen.write(words)


@pytest.mark.parametrize("binding", ALWAYS, ids=lambda each: str(each.id))
async def test_the_palette_offers_every_action(binding: object) -> None:
    from textual.binding import Binding

    assert isinstance(binding, Binding)
    async with window(LARGE, place("q2")) as seen:
        await _palette(seen, binding.tooltip[:24])
        await seen.until(lambda: binding.tooltip in seen.words)


@at_all_sizes
async def test_the_palette_runs_an_action(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await _palette(seen, "next section")
        await seen.until(lambda: "Open the next section" in seen.words)
        await seen.press("enter")
        await seen.until(lambda: seen.section == "q3")


@at_two_sizes
async def test_esc_closes_the_palette(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        before = seen.text
        await seen.press("ctrl+p")
        await seen.until(lambda: seen.text != before)
        await seen.press("escape")
        await seen.until(lambda: seen.text == before)


@at_all_sizes
async def test_the_keys_of_a_place_are_those_that_do_something_there(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        in_text = await _keys(seen)
        await seen.press("4")
        in_table = await _keys(seen)
        assert "Go to the next figure in the text." in in_text
        assert "Go to the next figure in the text." not in in_table
        assert "Open the sentence that holds the figure" in in_table
        assert "Open the sentence that holds the figure" not in in_text
        assert "Go back to where you were." not in in_text
        assert "Find words in this pane." in in_text


async def _keys(seen: Window) -> str:
    """All that the sheet of keys says, read to its end."""
    await seen.press("?")
    assert "Keys for this place" in seen.text
    met: list[str] = []
    for _ in range(8):
        met += seen.part("text")
        await seen.press("space")
    await seen.press("escape")
    assert "Keys for this place" not in seen.text
    return " ".join(" ".join(met).replace("│", " ").split())


@at_all_sizes
async def test_shift_l_lists_the_library(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("L")
        assert "Library" in seen.text
        assert "2024-10-23" in seen.text
        if size != SMALL:
            assert f"{len(seen.explorer.briefing.indicators)} figures" in seen.words
        await seen.press("enter")
        assert seen.section == "q2"


def _sheet(seen: Window) -> str:
    """All that the sheet says, without its blanks: a path may be broken at the end of a row."""
    return "".join("".join(seen.part("text")).translate({ord(each): "" for each in "│ "}).split())


def broken(folder: Path) -> Path:
    """The shipped briefing with a section in which a field is misspelt."""
    copy = folder / "scio-2024-10-23"
    shutil.copytree(shipped() / "scio-2024-10-23", copy)
    section = copy / "q3.toml"
    text = section.read_text(encoding="utf-8")
    section.write_text(text.replace('topic = "low-altitude economy"', "topik = 3"), encoding="utf-8")
    return copy


@at_all_sizes
async def test_a_broken_part_is_told_with_file_and_line_and_the_rest_runs(size: Size, tmp_path: Path) -> None:
    library = library_of(broken(tmp_path))
    line = next(
        number
        for number, row in enumerate((tmp_path / "scio-2024-10-23" / "q3.toml").read_text().splitlines(), 1)
        if "topik" in row
    )
    async with window(size, place("q2"), library) as seen:
        assert "problem" in seen.rows[0]
        await seen.press("!")
        assert f"q3.toml:{line}" in _sheet(seen)
        await seen.press("escape", "l", "enter")
        assert seen.pane == "indicators"


@at_two_sizes
async def test_without_problems_the_key_does_nothing(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        before = seen.text
        await seen.press("!")
        assert seen.text == before
        assert "problem" not in seen.rows[0]


@at_two_sizes
async def test_a_briefing_that_cannot_be_opened_is_listed_and_the_others_open(size: Size, tmp_path: Path) -> None:
    folder = tmp_path / "broken-2024"
    folder.mkdir()
    (folder / "briefing.toml").write_text("title = \n")
    async with window(size, library=library_of(shipped(), folder)) as seen:
        assert seen.title("reader").startswith("3 Introduction")
        await seen.press("L")
        assert "broken-2024" in seen.text
        assert "cannot be opened" in seen.text
        await seen.press("G", "enter")
        assert "broken-2024 cannot be opened" in seen.text
        assert "briefing.toml:1" in _sheet(seen)
        await seen.press("escape", "escape")
        assert seen.title("reader").startswith("3 Introduction")


@at_all_sizes
async def test_where_nothing_can_be_read_the_problem_is_told(size: Size, tmp_path: Path) -> None:
    folder = tmp_path / "broken-2024"
    folder.mkdir()
    (folder / "briefing.toml").write_text("title = \n")
    async with window(size, library=library_of(folder)) as seen:
        assert "No briefing can be opened" in seen.text
        assert "briefing.toml:1" in _sheet(seen)
        await seen.press("escape")
        assert not seen.app.is_running or seen.app._exit


async def test_an_empty_library_says_so(tmp_path: Path) -> None:
    async with window(SMALL, library=library_of(tmp_path)) as seen:
        assert "The library holds no briefing." in seen.text


@at_two_sizes
@pytest.mark.parametrize("keys", [["q"], ["ctrl+c"], ["4", "q"], ["/", "ctrl+c"]])
async def test_q_leaves(size: Size, keys: list[str]) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press(*keys)
        assert seen.app._exit
        assert seen.app.return_code == 0


@at_all_sizes
async def test_esc_never_leaves(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        before = seen.text
        for opened in ("", "/", "&", "o", "s", "x", "?", "L", "t", "Y", "z", "1"):
            await seen.press(*opened, *(["escape"] * 3))
            assert not seen.app._exit
        await seen.press("3")
        assert seen.text == before
