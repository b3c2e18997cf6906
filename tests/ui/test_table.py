"""The table: order, pin, bars, zoom; and the article against the transcript."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from briefing_tui.indicator import Indicator
from window import LARGE, SMALL, Size, Window, at_all_sizes, at_two_sizes, place, window

ORDERS = ["as said", "name", "value", "change", "period", "speaker", "topic"]


async def _sorted(seen: Window, order: str) -> list[Indicator]:
    """Choose an order by its keys, and read the whole table from top to bottom."""
    await seen.press("4", "o", "g", *("j" * ORDERS.index(order)), "enter", "g")
    met = []
    while seen.explorer.indicator not in met:
        assert seen.explorer.indicator is not None
        met.append(seen.explorer.indicator)
        await seen.press("j")
    return met


@at_all_sizes
@pytest.mark.parametrize("order", ORDERS)
async def test_the_table_sorts_by_each_column(size: Size, order: str) -> None:
    async with window(size, place("q2")) as seen:
        briefing = seen.explorer.briefing
        rows = await _sorted(seen, order)
        as_said = list(dict.fromkeys(each for each, _ in briefing.mentions_in("q2")))
        assert sorted(each.id for each in rows) == sorted(each.id for each in as_said)
        assert (f"by {order}" in seen.title("indicators")) == (order != "as said")
        match order:
            case "as said":
                assert rows == as_said
            case "name":
                assert rows == sorted(rows, key=lambda each: each.name.lower())
            case "topic":
                assert [each.topic for each in rows] == sorted(each.topic for each in rows)
            case "value":
                levels = [(each.unit or "", each.number) for each in rows if each.kind != "growth"]
                assert all(a[0] < b[0] or (a[0] == b[0] and a[1] >= b[1]) for a, b in pairwise(levels))
            case "change":
                changes = [each.growth.value for each in rows if each.growth and each.growth.unit == "%"]
                assert changes == sorted(changes, reverse=True)
                assert len(set(changes)) > 3
            case "speaker":
                names = [briefing.name(briefing.speaker_of(each.mentions[0])) for each in rows]
                assert names == sorted(names)


@at_two_sizes
async def test_values_are_sorted_by_size_whatever_the_scale_said(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        rows = await _sorted(seen, "value")
        vehicles = [each for each in rows if each.unit == "vehicles"]
        assert "million" in vehicles[0].figure
        assert vehicles[-1].figure.startswith("928,000")
        assert Decimal(928_000) == vehicles[-1].number


@at_two_sizes
async def test_periods_are_sorted_by_time(size: Size) -> None:
    async with window(size, place("intro")) as seen:
        rows = await _sorted(seen, "period")
        told = [each.period is not None for each in rows]
        assert told == sorted(told, reverse=True), "rows without a period come last"
        periods = [each.period.iso for each in rows if each.period]
        ends = [iso.rpartition("/")[2] for iso in periods]
        assert len(set(ends)) > 1
        assert seen.explorer.selection.order == "period"


@at_all_sizes
async def test_esc_in_the_order_list_changes_nothing(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        before = seen.text
        await seen.press("o")
        assert "Sort by" in seen.text
        assert all(order in seen.text for order in ORDERS)
        await seen.press("j", "j", "escape")
        assert seen.text == before


@at_all_sizes
async def test_p_pins_the_table_to_the_whole_briefing(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        total = len(seen.explorer.briefing.indicators)
        await seen.press("4", "p")
        whole = f"4 Indicators · all · {total} of {total}"
        assert seen.title("indicators") == whole
        await seen.press("}", "4")
        assert seen.section == "q3"
        assert seen.title("indicators") == whole
        await seen.press("p")
        assert seen.title("indicators") == f"4 Indicators · q3 · 1 of {total}"


@at_all_sizes
async def test_v_draws_bars_and_goes_by_the_series_back_to_the_table(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("4", "v")
        assert "bars" in seen.title("indicators")
        exports = next(row for row in seen.part("indicators") if "Vehicle exports" in row)
        production = next(row for row in seen.part("indicators") if "Vehicle production" in row)
        assert exports.count("━") > production.count("━") > 0
        assert "▲ +27.3 %" in exports
        await seen.press("v")
        assert seen.title("points").startswith("Series · Value added in the automobile industry")
        await seen.press("v")
        assert "━━" not in "".join(seen.part("indicators")[1:-1])
        assert "Indicator" in "".join(seen.part("indicators")[1])


@at_all_sizes
async def test_where_no_rate_is_said_the_bars_say_so(size: Size) -> None:
    async with window(size, place("q3")) as seen:
        await seen.press("4", "v")
        assert "No growth rate is said here." in "\n".join(seen.part("indicators"))
        assert "v goes back to the table" in "\n".join(seen.part("indicators"))


@at_all_sizes
async def test_a_section_without_figures_says_so(size: Size) -> None:
    async with window(size, place("closing")) as seen:
        await seen.press("4")
        table = "\n".join(seen.part("indicators"))
        assert "No figure is said here." in table
        assert "p shows the whole briefing" in table
        await seen.press("enter", "i", "y")
        assert seen.section == "closing"


@at_all_sizes
async def test_z_gives_the_screen_to_one_pane_and_esc_takes_it_back(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        before = seen.text
        await seen.press("z")
        if size != SMALL:
            assert "4 Indicators" not in seen.text
        assert seen.title("reader").startswith("3 q2")
        await seen.press("4")
        assert seen.title("indicators").startswith("4 Indicators")
        assert "3 q2" not in seen.text
        await seen.press("3", "z")
        assert seen.text == before
        await seen.press("z", "escape")
        assert seen.text == before


@at_all_sizes
async def test_numbers_stand_with_sign_arrow_and_period(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("4", "j", "j", "j")
        assert "Vehicle exports" in seen.cursor("indicators")
        assert "▲ +27.3 %" in seen.words
        if size == LARGE:
            assert "4.312 million" in "\n".join(seen.part("indicators"))
            assert "Q1–Q3 2024" in seen.text


@at_all_sizes
async def test_x_sets_the_article_against_the_transcript(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("x")
        assert "Article against transcript" in seen.text
        assert " same" in seen.text
        assert seen.cursor("verdicts").startswith("Industrial value")
        assert "Transcript" in seen.words
        assert "source paragraph" in seen.words
        await seen.press("enter")
        assert (seen.section, seen.paragraph, seen.pane) == ("intro", 3, "reader")
        assert "5.8%" in " ".join(seen.reversed)
        await seen.press("[", "[")
        assert seen.section == "q2"


@at_all_sizes
async def test_a_opens_the_articles_sentence(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("x", "a")
        assert seen.section.startswith("article-")
        assert "5.8%" in " ".join(seen.reversed)


@at_all_sizes
@pytest.mark.parametrize("key", ["enter", "a"])
async def test_the_way_back_from_a_sentence_is_the_row_of_the_comparison(size: Size, key: str) -> None:
    async with window(size, place("q2")) as seen:
        before = seen.text
        await seen.press("x", "j", "j", "j")
        row, comparison = seen.cursor("verdicts"), seen.text
        await seen.press(key, "[")
        assert seen.cursor("verdicts") == row
        assert seen.text == comparison
        await seen.press("[")
        assert seen.section == "q2"
        assert seen.rows[:-1] == before.splitlines()[:-1]
        await seen.press("]")
        assert seen.section != "q2"
        await seen.press("x")
        assert seen.cursor("verdicts") == row


@at_two_sizes
@pytest.mark.parametrize("key", ["escape", "x", "["])
async def test_the_comparison_closes_without_a_change(size: Size, key: str) -> None:
    async with window(size, place("q2")) as seen:
        before = seen.text
        await seen.press("x", "j", "j", key)
        assert seen.text == before
