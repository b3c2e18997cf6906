"""The palette as a screen: found by letters, walked through, run, or left."""

from __future__ import annotations

from textual.binding import ActiveBinding

from briefing_tui.ui.palette import Palette
from window import LARGE, Size, Window, at_two_sizes, place, window

Chosen = list[ActiveBinding | None]


async def opened(seen: Window) -> Chosen:
    chosen: Chosen = []
    seen.app.push_screen(Palette(seen.app.screen.active_bindings.values()), chosen.append)
    await seen.pilot.pause()
    return chosen


@at_two_sizes
async def test_letters_find_an_action_by_its_words_and_enter_chooses_it(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        chosen = await opened(seen)
        await seen.write("nxt sec")
        assert "Open the next section." in seen.words
        await seen.press("enter")
        assert [each.binding.id for each in chosen if each] == ["section.next"]


async def test_an_action_is_offered_once_with_its_first_key_and_movement_comes_last() -> None:
    async with window(LARGE, place("q2")) as seen:
        await opened(seen)
        screen = seen.app.screen
        assert isinstance(screen, Palette)
        names = [each.binding.id or "" for each in screen.commands.actions]
        assert len(names) == len(set(names))
        last = [name.startswith("move.") for name in names]
        assert last == sorted(last)
        assert "history.back" not in names
        assert seen.row("Next pane").split()[-8:-5] == ["tab", "Go", "to"]


async def test_arrows_walk_through_the_list_while_letters_are_typed() -> None:
    async with window(LARGE, place("q2")) as seen:
        chosen = await opened(seen)
        await seen.write("pane")
        await seen.press("down", "down", "up")
        assert seen.cursor("commands").startswith("Previous pane")
        await seen.press("enter")
        assert [each.binding.id for each in chosen if each] == ["pane.previous"]


async def test_what_is_not_there_is_said_and_esc_chooses_nothing() -> None:
    async with window(LARGE, place("q2")) as seen:
        before = seen.text
        chosen = await opened(seen)
        await seen.write("zzzz")
        assert "No action is called so." in seen.text
        await seen.press("enter")
        assert isinstance(seen.app.screen, Palette)
        await seen.press("escape")
        assert (chosen, seen.text) == ([None], before)


@at_two_sizes
async def test_an_action_called_so_comes_before_one_whose_sentence_says_it(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("4")
        chosen = await opened(seen)
        await seen.write("series")
        assert seen.cursor("commands").startswith("Series")
        await seen.press("enter")
        assert [each.binding.id for each in chosen if each] == ["series.open"]
