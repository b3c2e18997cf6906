"""Find in the comparison, the changes and the series: words are typed into the line, gone through, and ended by esc."""

from __future__ import annotations

from pathlib import Path

import pytest
from yards import CREW, SHIPS, Told, lay, month, yards

from briefing_tui.library import Library
from window import LARGE, Size, at_all_sizes, library_of, place, window

TUGS: Told = (("tugs", "Tugs in service, seagoing and otherwise, of the three harbours", "tugs"), "11", "")
CRANES: Told = (("cranes", "Cranes", "cranes"), "6", "")


@pytest.fixture
def two(tmp_path: Path) -> Library:
    """One changed figure and three new ones, one with a name that is cut."""
    lay(tmp_path, "2024-02-10", (SHIPS, "120", month(1)))
    lay(tmp_path, "2024-03-10", TUGS, (SHIPS, "126", month(2)), CRANES, (CREW, "900", ""))
    return library_of(tmp_path)


@at_all_sizes
async def test_in_the_comparison_letters_are_words_and_n_goes_from_match_to_match(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("x", "/", *"platform")
        assert "Find in this pane:" in seen.rows[-1]
        assert "platform" in seen.rows[-1]
        assert seen.pane == "prompt"
        await seen.press("enter")
        assert "“platform” 1 of " in seen.rows[-1]
        assert "platform" in seen.lit[0].lower()
        first = seen.cursor("verdicts")
        await seen.press("n")
        assert "2 of " in seen.rows[-1]
        assert seen.cursor("verdicts") != first
        await seen.press("N")
        assert seen.cursor("verdicts") == first
        await seen.press("escape")
        assert (seen.lit, seen.pane) == ([], "verdicts")
        await seen.press("escape")
        assert seen.pane == "reader"


@at_all_sizes
@pytest.mark.parametrize("key", ["x", "["])
async def test_the_comparison_closes_at_once_by_its_own_keys(size: Size, key: str) -> None:
    async with window(size, place("q2")) as seen:
        before = seen.text
        await seen.press("x", "/", *"sales", "enter", key)
        assert seen.text == before


@at_all_sizes
async def test_in_the_changes_n_goes_to_matches_while_there_are_any_and_then_to_changes(
    size: Size, two: Library
) -> None:
    async with window(size, "yards-2024-03-10", two) as seen:
        await seen.press("c", "/", *"new")
        assert "0 of 0" in seen.rows[-1]  # a heading is no change
        await seen.press("escape")
        assert seen.cursor("differences").startswith("Ships")
        await seen.press("/", *"s", "enter")
        assert "“s” 1 of 3" in seen.rows[-1]
        met = []
        for _ in range(3):
            await seen.press("n")
            met.append(seen.cursor("differences").split()[0])
        assert met == ["Tugs", "Cranes", "Ships"]
        assert "1 of 3" in seen.rows[-1]
        await seen.press("N")
        assert seen.cursor("differences").startswith("Cranes")
        await seen.press("escape")
        assert (seen.lit, seen.pane) == ([], "differences")
        await seen.press("n")
        assert seen.cursor("differences").startswith("People")
        await seen.press("escape")
        assert seen.pane == "reader"


@at_all_sizes
async def test_what_a_row_has_no_room_for_is_found(size: Size, two: Library) -> None:
    async with window(size, "yards-2024-03-10", two) as seen:
        await seen.press("c", "/", *"of the three harbours", "enter")
        assert "“of the three harbours” 1 of 1" in seen.rows[-1]
        assert seen.cursor("differences").startswith("Tugs")


@at_all_sizes
async def test_in_a_series_words_are_found_and_esc_ends_the_finding_first(size: Size, tmp_path: Path) -> None:
    async with window(size, "yards-2024-05-10#q1/2", yards(tmp_path)) as seen:
        await seen.press("4", "V", "/", *"month", "enter")
        assert "“month” not in this pane" in seen.rows[-1]
        await seen.press("/", *"125 ships", "enter")
        assert seen.lit == ["125 ships"]
        assert seen.cursor("points").startswith("Feb 2024")
        await seen.press("/", *"yards on 2024-02-10", "enter")
        assert seen.cursor("points").startswith("Jan 2024")
        await seen.press("escape")
        assert (seen.lit, seen.pane) == ([], "points")
        await seen.press("escape")
        assert seen.pane == "indicators"


@pytest.mark.parametrize("key", ["x", "c"])
async def test_what_is_typed_runs_nothing(key: str, two: Library) -> None:
    async with window(LARGE, "yards-2024-03-10", two) as seen:
        await seen.press(key, "/", *"atq:?x[c")
        assert seen.pane == "prompt"
        await seen.press("escape", "escape")
        assert seen.pane == "reader"
