"""Moving with the keys: lines, pages, ends, panes, sections."""

from __future__ import annotations

import pytest

from window import LARGE, SMALL, Size, Window, at_all_sizes, at_two_sizes, place, window


@at_all_sizes
async def test_j_and_k_move_a_line(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        first = seen.cursor("reader")
        await seen.press("j")
        assert "▎" in seen.cursor("reader")
        await seen.press("down")
        assert seen.cursor("reader") != first
        await seen.press("k", "up")
        assert seen.cursor("reader") == first == "Cover News asks"


@at_all_sizes
async def test_g_goes_to_the_top_and_shift_g_to_the_end(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        top = seen.part("reader")
        for to_end, to_top in (("G", "g"), ("end", "home")):
            await seen.press(to_end)
            end = seen.part("reader")
            assert seen.cursor("reader") == end[-2].strip("│ ›")
            await seen.press(to_top)
            assert seen.part("reader") == top


@at_all_sizes
async def test_space_and_b_go_through_a_section_without_leaving_a_line_out(size: Size) -> None:
    async with window(size, place("intro")) as seen:
        await seen.press("G")
        last = _page(seen)[-1]
        await seen.press("g")
        pages = [_page(seen)]
        while last not in pages[-1]:
            await seen.press("space")
            pages.append(_page(seen))
            assert set(pages[-1][:4]) & set(pages[-2]), "a page begins with what ended the one before"
            assert len(pages) < 30
        assert seen.section == "intro"
        await seen.press(*"b" * len(pages))
        assert _page(seen) == pages[0] or seen.section == "opening"


@at_all_sizes
@pytest.mark.parametrize(("down", "up"), [("pagedown", "pageup"), ("ctrl+d", "ctrl+u")])
async def test_other_keys_page_too(size: Size, down: str, up: str) -> None:
    async with window(size, place("intro")) as seen:
        top = seen.part("reader")
        await seen.press(down)
        assert seen.part("reader") != top
        await seen.press(up)
        assert [row.replace("›", " ") for row in seen.part("reader")] == [row.replace("›", " ") for row in top]


@at_two_sizes
async def test_half_a_page_is_less_than_a_page(size: Size) -> None:
    async with window(size, place("intro")) as seen:
        rows = seen.part("reader")[1:-1]
        await seen.press("ctrl+d")
        half = rows.index(seen.part("reader")[1])
        assert 0 < half <= len(rows) // 2 + 1


@at_all_sizes
async def test_space_at_the_end_goes_on_to_the_next_section_and_b_at_the_top_back(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("G")
        await seen.press("space")
        assert seen.section == "q3"
        assert "Phoenix TV" in seen.title("reader")
        assert seen.cursor("reader") == "Phoenix TV asks"
        await seen.press("b")
        assert seen.section == "q2"


@at_all_sizes
async def test_tab_goes_round_the_panes(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        met = []
        for _ in range(4):
            met.append(seen.pane)
            assert seen.part(seen.pane)
            await seen.press("tab")
        assert met == ["reader", "indicators", "speakers", "sections"]
        await seen.press("shift+tab")
        assert seen.pane == "sections"


@at_all_sizes
@pytest.mark.parametrize(
    ("key", "pane", "title"),
    [
        ("1", "speakers", "1 Speakers"),
        ("2", "sections", "2 Sections"),
        ("3", "reader", "3 q2"),
        ("4", "indicators", "4 Indicators"),
    ],
)
async def test_a_number_goes_to_its_pane(size: Size, key: str, pane: str, title: str) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press(key)
        assert seen.pane == pane
        assert seen.title(pane).startswith(title)
        assert ("4 Indicators" in seen.text) == (size != SMALL or key == "4")


@at_two_sizes
async def test_the_section_under_the_cursor_opens_and_narrows_the_table(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("2", "j")
        assert (seen.section, seen.pane) == ("q3", "sections")
        assert "Phoenix TV › Low-altitude economy" in seen.title("reader")
        assert seen.title("indicators").startswith("4 Indicators · q3 · 1 of ")
        assert "Operating cost" in seen.cursor("indicators")
        await seen.press("enter")
        assert seen.pane == "reader"


async def test_where_one_pane_shows_enter_leads_from_section_to_text() -> None:
    async with window(SMALL, place("q2")) as seen:
        await seen.press("2", "j", "j")
        assert "q4" in seen.cursor("sections")
        await seen.press("enter")
        assert seen.title("reader").startswith("3 q4 21st Century Business Herald")


@at_all_sizes
async def test_a_speaker_narrows_sections_and_table(size: Size) -> None:
    async with window(size, place("q4")) as seen:
        await seen.press("1", "j", "j")
        assert seen.cursor("speakers").startswith("Tao Qing")
        await seen.press("enter")
        assert seen.pane == "sections"
        assert seen.title("sections") in {"2 Sections · 4 of 16", "2 Sections 4/16"}
        shown = [
            each for each in ("q1 ", "q2 ", "q3 ", "q5 ", "q8 ", "q10") if each in "\n".join(seen.part("sections"))
        ]
        assert "q3 " in shown
        assert "q4 " not in "\n".join(seen.part("sections"))
        await seen.press("4")
        assert "Tao Qing" in seen.title("indicators")
        await seen.press("escape")
        assert "Tao Qing" not in seen.title("indicators")
        await seen.press("2")
        assert seen.title("sections") == "2 Sections"


@at_all_sizes
async def test_braces_open_the_next_and_the_previous_section(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("}")
        assert seen.title("reader").startswith("3 q3")
        await seen.press("{", "{")
        assert seen.title("reader").startswith("3 q1")
        await seen.press(*"{{{{")
        assert (seen.section, "Opening" in seen.title("reader")) == ("opening", True)


@at_two_sizes
async def test_braces_keep_to_the_sections_of_the_speaker(size: Size) -> None:
    async with window(size, place("opening")) as seen:
        await seen.press("1", "j", "j", "3", "}")
        first = seen.section
        await seen.press("}")
        briefing = seen.explorer.briefing
        sections = [briefing.section(each) for each in (first, seen.section)]
        assert first != seen.section
        assert all(each and "tao-qing" in each.speakers for each in sections)


async def test_the_first_screen_shows_a_section_that_holds_figures() -> None:
    async with window(LARGE) as seen:
        assert seen.title("reader") == "3 Introduction · 2/16"
        assert seen.underlined
        assert seen.pane == "reader"


def _page(seen: Window) -> list[str]:
    """The rows of the text in sight, without the cursor."""
    return [row.strip("│").replace("›", " ").rstrip() for row in seen.part("reader")[1:-1]]
