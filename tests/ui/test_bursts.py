"""Keys come in bursts over a network: what follows a key goes to what that key opened."""

from __future__ import annotations

from textual._xterm_parser import XTermParser

from window import Window, place, window


async def burst(seen: Window, typed: str) -> None:
    """All keys at once, as one read from a terminal brings them."""
    for event in XTermParser().feed(typed):
        seen.app.post_message(event)
    await seen.pilot.pause()
    await seen.app.typed_out()
    await seen.pilot.pause()


async def test_what_is_typed_behind_s_is_searched() -> None:
    async with window() as seen:
        await burst(seen, "sNEV exports")
        assert "NEV exports" in seen.rows[1]
        await burst(seen, "\r")
        assert seen.section == "q2"


async def test_a_search_and_its_result_in_one_burst() -> None:
    async with window() as seen:
        await burst(seen, "sNEV exports\r")
        assert (seen.section, seen.pane) == ("q2", "reader")
        assert "928,000" in seen.reversed[0]


async def test_what_is_typed_behind_the_filter_key_filters() -> None:
    async with window(place=place("q2")) as seen:
        await burst(seen, "&export\r\r")
        assert "“export” · 2 of" in seen.title("indicators")
        assert seen.pane == "reader"


async def test_find_and_next_in_one_burst() -> None:
    async with window() as seen:
        await burst(seen, "/5G\rn")
        assert "2 of 4" in seen.rows[-1]


async def test_a_pane_and_its_rows_in_one_burst() -> None:
    async with window(place=place("q1")) as seen:
        await burst(seen, "}4jjj\r")
        assert seen.section == "q2"
        assert "4.312 million" in " ".join(seen.reversed)


async def test_the_palette_in_one_burst() -> None:
    async with window(place=place("q2")) as seen:
        await burst(seen, ":bars")
        await seen.until(lambda: "Go round the views" in seen.text)
        await burst(seen, "\r")
        await seen.until(lambda: "bars" in seen.title("indicators"))
