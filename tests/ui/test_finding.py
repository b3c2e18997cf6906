"""Find in a pane, filter the table, search the library."""

from __future__ import annotations

from pathlib import Path

import pytest
from yards import yards

from window import USUAL, Size, at_all_sizes, at_two_sizes, place, window


@at_all_sizes
async def test_find_counts_while_typing_and_lights_what_it_finds(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("/")
        assert "Find in this pane:" in seen.rows[-1]
        await seen.write("e")
        many = _count(seen.rows[-1])
        await seen.write("xport")
        assert "export" in seen.rows[-1]
        assert 2 <= _count(seen.rows[-1]) < many
        assert set(seen.lit) == {"export"}
        await seen.press("enter")
        assert seen.pane == "reader"
        assert "“export” 1 of " in seen.rows[-1]
        assert "export" in seen.cursor("reader")


@at_all_sizes
async def test_n_goes_round_the_end_and_shift_n_back(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("/")
        await seen.write("export")
        count = _count(seen.rows[-1])
        await seen.press("enter")
        met = [seen.cursor("reader")]
        for number in range(2, count + 1):
            await seen.press("n")
            assert f"{number} of {count}" in seen.rows[-1]
            met.append(seen.cursor("reader"))
        assert all("export" in row for row in met)
        assert len(set(met)) == count
        await seen.press("n")
        assert f"1 of {count}" in seen.rows[-1]
        assert seen.cursor("reader") == met[0]
        await seen.press("N", "N")
        assert seen.cursor("reader") == met[-2]


@at_all_sizes
async def test_esc_puts_the_lights_out(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("/")
        await seen.write("export")
        await seen.press("escape")
        assert (seen.lit, seen.pane) == ([], "reader")
        assert "Find in" not in seen.text
        await seen.press("/")
        await seen.write("export")
        await seen.press("enter", "escape")
        assert seen.lit == []


@at_all_sizes
async def test_esc_while_typing_comes_back_to_where_the_reader_was(size: Size) -> None:
    async with window(size, place("intro")) as seen:
        await seen.press("space", "j", "j")
        before = seen.part("reader")
        await seen.press("/")
        await seen.write("gigabit")
        assert seen.part("reader") != before
        await seen.press("escape")
        assert seen.part("reader") == before


@at_all_sizes
@pytest.mark.parametrize("words", ["zebra", "[/nope]", "(((", "\\"])
async def test_what_is_not_there_is_said_to_be_not_there(size: Size, words: str) -> None:
    async with window(size, place("q2")) as seen:
        cursor = seen.cursor("reader")
        await seen.press("/")
        await seen.write(words)
        assert "0 of 0" in seen.rows[-1]
        await seen.press("enter")
        assert f"“{words}” not in this pane" in seen.rows[-1]
        assert seen.cursor("reader") == cursor


@at_all_sizes
@pytest.mark.parametrize(
    ("pane", "words", "there"), [("2", "phoenix", "q3"), ("4", "export", "Vehicle exports"), ("1", "tao", "Tao Qing")]
)
async def test_find_works_in_every_pane(size: Size, pane: str, words: str, there: str) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press(pane, "/")
        await seen.write(words)
        await seen.press("enter")
        assert there in seen.cursor(seen.pane)


@at_two_sizes
async def test_find_ignores_case_and_crosses_line_ends(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("/")
        await seen.write("operating INCOME grew")
        await seen.press("enter")
        assert " ".join(seen.lit) == "operating income grew"


@at_two_sizes
async def test_tab_out_of_the_line_closes_it(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("/", "e", "tab")
        assert "Find in this pane" not in seen.text
        assert seen.pane == "indicators"


@at_all_sizes
async def test_the_filter_keeps_the_rows_that_hold_the_words_and_counts_them(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("&")
        assert "Rows that hold:" in seen.rows[-1]
        await seen.write("exports")
        total = len(seen.explorer.briefing.indicators)
        assert f"2 of {total}" in seen.rows[-1]
        assert f"“exports” · 2 of {total}" in seen.title("indicators")
        await seen.press("enter")
        table = "\n".join(seen.part("indicators"))
        assert ("Vehicle exports" in table, "NEV exports" in table, "Vehicle sales" in table) == (True, True, False)
        await seen.press("escape")
        assert "Vehicle sales" in "\n".join(seen.part("indicators"))
        assert f"4 Indicators · q2 · 10 of {total}" == seen.title("indicators")


@at_all_sizes
async def test_a_filter_that_nothing_passes_says_why_and_what_to_press(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("&")
        await seen.write("zebra [b]")
        await seen.press("enter")
        table = "\n".join(seen.part("indicators"))
        assert "No row holds “zebra [b]”." in table
        assert "esc takes the filter away" in table
        assert "0 of " in seen.title("indicators")
        await seen.press("escape")
        assert "Vehicle sales" in seen.text


@at_two_sizes
async def test_esc_while_typing_takes_the_filter_away(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("&", "z", "z", "escape")
        assert "10 of " in seen.title("indicators")
        await seen.press("&")
        await seen.write("exports")
        await seen.press("enter", "&")
        assert "exports" in seen.rows[-1]


@at_all_sizes
async def test_search_finds_as_one_types_in_groups_with_words_lit(size: Size) -> None:
    async with window(size, place("intro")) as seen:
        await seen.press("s")
        assert "Search the whole library" in seen.text
        assert "Type words" in seen.text
        await seen.write("exp")
        assert "Indicators" in seen.text
        await seen.write("orts")
        assert "Results · " in seen.text
        assert "Vehicle exports" in seen.text or "NEV exports" in seen.text
        assert "exports" in seen.lit
        assert "│ Indicators  " in seen.text


@at_two_sizes
async def test_search_shows_groups_and_moves_over_titles(size: Size) -> None:
    async with window(size, place("intro")) as seen:
        await seen.press("s")
        await seen.write("tao")
        met = [seen.cursor("hits")]
        for _ in range(12):
            await seen.press("down")
            met.append(seen.cursor("hits"))
        groups = ("Indicators", "Sections", "Speakers")
        assert not any(each.startswith(groups) for each in met)
        assert any(each.startswith("Tao Qing") for each in met)
        await seen.press("up")
        assert seen.cursor("hits") == met[-2] or met[-1] == met[-2]


@at_all_sizes
async def test_enter_opens_the_place_with_every_match_lit(size: Size) -> None:
    async with window(size, place("intro")) as seen:
        await seen.press("s")
        await seen.write("drone kind:section")
        await seen.press("enter")
        assert seen.pane == "reader"
        assert seen.section == "q3"
        assert seen.lit
        assert all("drone" in each.lower() for each in seen.lit)
        assert " lit" in seen.rows[-1]
        first = seen.cursor("reader")
        await seen.press("n")
        assert seen.cursor("reader") != first
        await seen.press("[")
        assert seen.section == "intro"


@at_all_sizes
async def test_enter_on_a_figure_found_stands_on_it(size: Size) -> None:
    async with window(size, place("intro")) as seen:
        await seen.press("s")
        await seen.write("vehicle exports kind:indicator")
        await seen.press("enter")
        assert (seen.section, seen.paragraph) == ("q2", 3)
        assert "4.312 million vehicles" in " ".join(seen.reversed)


@at_all_sizes
async def test_a_misspelt_word_finds_the_nearest(size: Size) -> None:
    async with window(size, place("intro")) as seen:
        await seen.press("s")
        await seen.write("infrastucture")
        assert "nothing for “infrastucture”" in seen.text
        await seen.press("enter")
        assert any("infrastructure" in each.lower() for each in seen.lit)


@at_two_sizes
@pytest.mark.parametrize("words", ['"unbalanced', "c++", "[/nope]", "*", "xyzzyxyzzy"])
async def test_odd_words_are_words(size: Size, words: str) -> None:
    async with window(size, place("intro")) as seen:
        await seen.press("s")
        await seen.write(words)
        assert words in seen.text
        await seen.press("enter", "escape")
        assert "Search the whole library" not in seen.text


@at_two_sizes
async def test_esc_leaves_the_search_and_the_words_are_there_the_next_time(size: Size) -> None:
    async with window(size, place("intro")) as seen:
        before = seen.text
        await seen.press("s")
        await seen.write("drone")
        await seen.press("escape")
        assert seen.text == before
        await seen.press("s")
        await seen.write("drone")
        await seen.press("enter", "s")
        assert "drone" in seen.rows[1]


def _count(row: str) -> int:
    """How many the line at the foot says there are."""
    return int(row.rpartition(" of ")[2])


@at_all_sizes
async def test_results_say_which_briefing_is_the_one_on_the_screen(size: Size, tmp_path: Path) -> None:
    async with window(size, "yards-2024-03-20", yards(tmp_path)) as seen:
        await seen.press("s")
        await seen.write("ships")
        rows = [row.strip("│ ") for row in seen.part("hits")]
        assert sum(row.startswith("here  q1") for row in rows) == 2
        assert any(row.startswith(("yards-2024-02-10  q1", "yards-2024-05-10  q1")) for row in rows)
        assert not any(row.startswith("yards-2024-03-20") for row in rows)
        await seen.press("escape", "s")
        await seen.write("lin kind:speaker")
        assert "Lin here" in seen.words


async def test_where_there_is_one_briefing_none_is_named() -> None:
    async with window(USUAL, place("q2")) as seen:
        await seen.press("s")
        await seen.write("exports")
        assert "here" not in seen.words


@at_all_sizes
async def test_the_nearest_words_are_one_list(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("s")
        await seen.write("infrastucture vehcle semicondctor")
        await seen.until(lambda: "nearest" in seen.text)
        assert seen.text.count("The nearest words:") == 1
        assert "infrastucture → infrastructure, vehcle → vehicle" in seen.words
