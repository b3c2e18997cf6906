"""Windows of all sizes: too small, changed while reading, one pane at a time."""

from __future__ import annotations

import pytest

from briefing_tui.ui.lines import Lines
from window import LARGE, SMALL, USUAL, Size, place, window


@pytest.mark.parametrize("size", [(39, 24), (80, 9), (20, 5), (39, 9)])
async def test_too_small_a_window_asks_for_room(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        assert "larger window" in seen.words
        assert "40 × 10" in seen.words
        await seen.resize(USUAL)
        assert "larger window" not in seen.text
        assert seen.title("reader").startswith("3 q2")


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (3, 40), (200, 3)])
async def test_the_smallest_windows_do_no_harm(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("j", "space", "tab", "s", "a", "escape", "?", "escape")
        await seen.resize(LARGE)
        assert seen.section in {"q2", "q3"}
        assert "2 Sections" in seen.text


@pytest.mark.parametrize("size", [(40, 10), (69, 30), (120, 19), (60, 20)])
async def test_in_a_small_window_one_pane_shows_at_a_time(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        for key, other in (("1", "2 Sections"), ("2", "1 Speakers"), ("3", "4 Indicators"), ("4", "3 q2")):
            await seen.press(key)
            assert other not in seen.text
            assert seen.title(seen.pane).startswith(key)


@pytest.mark.parametrize("size", [LARGE, USUAL, (70, 20), (200, 60), (100, 30)])
async def test_in_a_larger_window_all_panes_show(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        for title in ("1 Speakers", "2 Sections", "3 q2", "4 Indicators"):
            assert title in seen.text


async def test_another_size_and_back_keeps_the_place() -> None:
    async with window(LARGE, place("intro")) as seen:
        await seen.press("space", "j", "j", "l", "l")
        figure, paragraph, line = seen.reversed, seen.paragraph, seen.cursor("reader")
        for size in (SMALL, USUAL, (39, 9), LARGE):
            await seen.resize(size)
            if size != (39, 9):
                assert seen.paragraph == paragraph
                assert " ".join(seen.reversed) == " ".join(figure)
        assert seen.cursor("reader") == line


async def test_a_line_without_a_figure_keeps_its_words_through_other_sizes() -> None:
    async with window(LARGE, place("q3")) as seen:
        await seen.press(*("j" * 9))
        line, paragraph = seen.cursor("reader"), seen.paragraph
        await seen.resize(SMALL)
        assert seen.paragraph == paragraph
        shown = seen.cursor("reader").split(maxsplit=1)[-1].split()[:2]
        assert " ".join(shown) in line or seen.paragraph == paragraph
        await seen.resize(LARGE)
        assert seen.paragraph == paragraph


async def test_the_table_keeps_its_row_through_other_sizes() -> None:
    async with window(LARGE, place("q2")) as seen:
        await seen.press("4", "j", "j", "j")
        for size in (SMALL, USUAL, LARGE):
            await seen.resize(size)
            assert seen.cursor("indicators").startswith("Vehicle exports")


@pytest.mark.parametrize("opened", ["s", "x", "?", "o", "L", "t", "!", "Y", "i"])
async def test_whatever_is_open_survives_other_sizes(opened: str) -> None:
    async with window(LARGE, place("q2")) as seen:
        await seen.press("l", opened)
        for size in (SMALL, (10, 3), USUAL, LARGE):
            await seen.resize(size)
        await seen.press("escape")
        assert seen.title("reader").startswith("3 q2")


@pytest.mark.parametrize("opened", ["i", "?", ":", "o", "Y"])
async def test_a_window_is_as_high_as_another_size_allows_and_shows_its_last_line(opened: str) -> None:
    async with window(LARGE, place("q2")) as seen:
        await seen.press("l", opened)
        await seen.resize(SMALL)
        await seen.press(*["pagedown"] * 20)
        shown = seen.rows
        pane = seen.app.screen.query_one("Dialog Lines", Lines)
        assert pane.region.bottom <= SMALL[1]
        assert shown[pane.region.bottom - 1].count("╰") == 1
        assert pane.rows[-1].line.text.strip() in shown[pane.region.bottom - 2]
        await seen.press("escape")
        assert "╰" + "─" * 58 + "╯" in seen.rows[-2]


async def test_a_window_opened_small_grows_with_the_screen() -> None:
    async with window(SMALL, place("q2")) as seen:
        await seen.press("?")
        await seen.resize(LARGE)
        region = seen.app.screen.query_one("Dialog").region
        assert region.height == 30
        assert "╰" + "─" * 82 + "╯" in seen.rows[region.bottom - 1]
