"""One indicator over all briefings on the screen: lines by period, drawn, opened, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_strangers import harmless
from yards import CREW, SHIPS, lay, month, yards

from briefing_tui.content import load
from briefing_tui.library import FEW
from briefing_tui.series import series
from briefing_tui.ui import series as screen
from briefing_tui.ui.drawing import drawing
from window import LARGE, USUAL, Size, Window, at_all_sizes, at_two_sizes, library_of, place, window


def rows(seen: Window) -> list[str]:
    """What the rows of the series say, blanks aside."""
    return [" ".join(row.strip("│ ▸").split()) for row in seen.part("points")[1:-1] if row.strip("│ ")]


@at_all_sizes
async def test_a_series_stands_by_period_with_gap_revision_and_change(size: Size, tmp_path: Path) -> None:
    async with window(size, "yards-2024-05-10#q1/2", yards(tmp_path)) as seen:
        await seen.press("4", "V")
        assert seen.title("points") == "Series · Ships built · 3 periods from 4 briefings"
        found = rows(seen)
        assert found[1] == "month, level, ships ▁▂·█"
        assert found[2].startswith("Jan 2024 120 ships 2024-02-10")
        assert found[3].startswith("Feb 2024 125 ships ▲ +5 (+4.2 %) 2024-03-20")
        assert found[4].startswith("126 ships revised since 2024-03-10")
        assert found[5] == "Mar 2024: not given"
        assert found[6].startswith("Apr 2024 150 ships ▲ +25 (+20.0 %) 2024-05-10")
        assert len(found) == 7
        assert "computed against 125 ships, Feb 2024" in seen.words
        assert "“There were 150 ships.”" in seen.words
        assert "yards-2024-05-10#q1/2 Yards on 2024-05-10" in seen.words
        assert harmless(seen)


@at_two_sizes
async def test_units_and_kinds_of_period_stand_apart(size: Size, tmp_path: Path) -> None:
    lay(tmp_path, "2024-02-10", (SHIPS, "120", month(1)))
    lay(tmp_path, "2024-03-10", (SHIPS, "126", month(2)))
    lay(tmp_path, "2024-04-10", (SHIPS, "371", 'period = "2024-01/2024-02"'))
    lay(tmp_path, "2024-05-10", (("ships-built", "Ships built", "tonnes"), "9", month(2)))
    async with window(size, "yards-2024-02-10", library_of(tmp_path)) as seen:
        await seen.press("4", "V")
        headings = [row for row in rows(seen) if "level" in row]
        assert headings == ["month, level, ships ▁█", "year to date, level, ships", "month, level, tonnes"]
        await seen.press("G", "k")
        assert seen.cursor("points").startswith("Q1 2024") or "371 ships" in seen.cursor("points")


@at_all_sizes
async def test_organisers_stand_apart_and_nothing_is_computed_or_drawn_between_them(size: Size, tmp_path: Path) -> None:
    lay(tmp_path, "2024-02-10", (SHIPS, "120", month(1)))
    lay(tmp_path, "2024-03-10", (SHIPS, "126", month(2)), name="roads", organiser="Roads [/nope]")
    async with window(size, "yards-2024-02-10", library_of(tmp_path)) as seen:
        await seen.press("4", "V")
        found = rows(seen)
        assert found[1] == "month, level, ships Yard Office"
        assert found[2].startswith("Jan 2024 120 ships")
        assert found[3] == "month, level, ships Roads [/nope]"
        assert found[4].startswith("Feb 2024 126 ships")
        assert found[5] == "Organisers are not set against each other."
        await seen.press("G")
        assert "roads-2024-03-10#q1/2" in seen.words
        assert "computed against" not in seen.words
        assert not {"▲", "▁", "█"} & set(seen.text)
        assert seen.part("drawing") == []


@at_all_sizes
@pytest.mark.parametrize("key", ["escape", "[", "v", "V"])
async def test_leaving_comes_back_to_exactly_where_the_reader_was(size: Size, key: str, tmp_path: Path) -> None:
    async with window(size, "yards-2024-02-10", yards(tmp_path)) as seen:
        await seen.press("j", "l", "l")
        before = seen.text
        assert seen.reversed == ["900 people"]
        await seen.press("V")
        assert seen.title("points").startswith("Series · People employed")
        await seen.press("k", key)
        assert seen.text == before


@at_all_sizes
async def test_enter_opens_the_sentence_in_its_briefing_and_back_returns(size: Size, tmp_path: Path) -> None:
    async with window(size, "yards-2024-05-10#q1/2", yards(tmp_path)) as seen:
        await seen.press("V", "g")
        assert seen.cursor("points").startswith("Jan 2024")
        await seen.press("enter")
        assert seen.explorer.entry.id == "yards-2024-02-10"
        assert (seen.pane, seen.paragraph, seen.reversed) == ("reader", 2, ["120 ships"])
        await seen.press("[")
        assert seen.explorer.entry.id == "yards-2024-05-10"
        assert (seen.pane, seen.paragraph, seen.reversed) == ("reader", 2, ["150 ships"])
        await seen.press("]")
        assert seen.explorer.entry.id == "yards-2024-02-10"
        assert seen.reversed == ["120 ships"]


@at_all_sizes
async def test_v_goes_round_table_bars_and_series(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("4", "j")
        row = seen.cursor("indicators")
        await seen.press("v")
        assert "bars" in seen.title("indicators")
        await seen.press("v")
        assert seen.title("points").startswith("Series · Vehicle production · 1 period from 1 briefing")
        await seen.press("v")
        assert "bars" not in seen.title("indicators")
        assert seen.cursor("indicators") == row


@at_all_sizes
async def test_a_single_briefing_says_what_would_make_a_series(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("4", "V")
        assert "No other briefing here has a figure of this id." in seen.words
        assert "an indicator with the id " in seen.words


@at_two_sizes
async def test_a_candidate_is_in_no_series_and_says_so(size: Size, tmp_path: Path) -> None:
    lay(tmp_path, "2024-05-10", (CREW, "950", "candidate = true"))
    async with window(size, "yards-2024-05-10", library_of(tmp_path)) as seen:
        await seen.press("4", "V")
        assert "It is a candidate, and joins the series when it is accepted." in seen.words
        assert "enter sentence" not in seen.rows[-1]
        await seen.press("enter", "escape")
        assert seen.pane == "indicators"


async def test_without_a_figure_there_is_no_series(tmp_path: Path) -> None:
    lay(tmp_path, "2024-05-10")
    async with window(LARGE, "yards-2024-05-10", library_of(tmp_path)) as seen:
        before = seen.text
        await seen.press("V")
        assert seen.text == before


async def test_the_line_is_drawn_where_there_is_room_with_the_figure_under_the_cursor_marked(tmp_path: Path) -> None:
    async with window(LARGE, "yards-2024-05-10", yards(tmp_path)) as seen:
        await seen.press("4", "V")
        drawn = seen.part("drawing")
        assert drawn[0].split() == ["150", "ships", "███████"]
        assert drawn[5].split() == ["120", "ships", "▁▁▁▁▁▁▁", "███████", "·······", "███████"]
        assert drawn[7].split() == ["Jan", "2024", "Apr", "2024", "not", "from", "zero"]
        last = drawn[6].index("▔")
        assert drawn[0][last] == "█"
        await seen.press("g")
        assert seen.part("drawing")[6].index("▔") == drawn[5].index("▁")
        await seen.resize(USUAL)
        assert seen.part("drawing") == []


def test_a_line_with_more_points_than_columns_is_not_drawn(tmp_path: Path) -> None:
    for number in range(1, 13):
        lay(tmp_path, f"2024-{number:02}-20", (SHIPS, str(100 + number), month(number)))
    briefings = [found for path in sorted(tmp_path.iterdir()) if (found := load(path).briefing)]
    (line,) = series(briefings, "ships-built")
    assert drawing(line, 0, 20, 8) == ()
    painted = drawing(line, 11, 23, 8)
    assert len(painted) == 8
    assert all(each.width <= 23 + 20 for each in painted)
    assert painted[6].text.rstrip()[-1] == "▔"


@pytest.mark.parametrize("keys", [["escape"], []])
async def test_a_large_library_is_read_without_holding_the_keys_up(
    keys: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "AT_ONCE", -1.0)
    async with window(LARGE, "yards-2024-05-10", yards(tmp_path)) as seen:
        await seen.press("4", "V", *keys)
        if keys:
            assert seen.pane == "indicators"
        else:
            await seen.until(lambda: "3 periods from 4 briefings" in seen.title("points"))


async def test_of_a_large_library_only_what_gives_the_figure_is_read_and_none_is_held(tmp_path: Path) -> None:
    yards(tmp_path)
    for number in range(1, FEW + 2):
        lay(tmp_path, f"2023-{number % 12 + 1:02}-{number:02}", (CREW, str(number), ""), name="bank")
    library = library_of(tmp_path)
    async with window(LARGE, "yards-2024-05-10#q1/2", library) as seen:
        await seen.press("4", "V")
        await seen.until(lambda: "3 periods from 4 briefings" in seen.title("points"))
        assert rows(seen)[1] == "month, level, ships ▁▂·█"
        assert "“There were 150 ships.”" in seen.words
        held = [entry.id for entry in library.entries if entry._known is not None]
        assert held == ["yards-2024-05-10", "broken-2024"]
        await seen.press("g", "enter")
        assert (seen.explorer.entry.id, seen.reversed) == ("yards-2024-02-10", ["120 ships"])
