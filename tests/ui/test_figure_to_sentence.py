"""Figure to sentence and back, and the way back to where one was."""

from __future__ import annotations

from window import LARGE, SMALL, Size, at_all_sizes, at_two_sizes, place, window


@at_all_sizes
async def test_enter_on_a_figure_lights_its_row(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("l", "l")
        assert "21.47 million" in seen.reversed[0]
        await seen.press("enter")
        assert seen.pane == "indicators"
        assert seen.cursor("indicators").startswith("Vehicle production")


@at_two_sizes
async def test_enter_beside_a_figure_says_how_to_come_to_one(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("g", "enter")
        assert seen.pane == "reader"
        assert "No figure is under the cursor: l leads to the next." in seen.rows[-1]


async def test_without_a_figure_under_the_cursor_i_shows_the_one_told_below_the_table() -> None:
    async with window(LARGE, place("q2")) as seen:
        await seen.press("g", "i")
        assert seen.explorer.indicator is None
        told = seen.explorer.told
        assert told is not None
        assert told.name in seen.text


@at_all_sizes
async def test_enter_on_a_row_opens_its_sentence_with_the_figure_lit(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("4", "j", "j", "j", "enter")
        assert seen.pane == "reader"
        assert (seen.section, seen.paragraph) == ("q2", 3)
        assert "4.312 million vehicles" in " ".join(seen.reversed)


@at_all_sizes
async def test_every_row_of_a_section_leads_to_the_words_it_was_said_in(size: Size) -> None:
    async with window(size, place("q7")) as seen:
        briefing = seen.explorer.briefing
        for indicator, mention in briefing.mentions_in("q7"):
            await seen.press("4", "g")
            while seen.explorer.indicator != indicator:
                await seen.press("j")
            await seen.press("enter")
            assert " ".join(seen.reversed) == mention.quote
            await seen.press("enter")
            assert seen.cursor("indicators")[:8] == indicator.name[:8]


@at_all_sizes
async def test_enter_again_opens_the_next_sentence_that_says_it_also_in_the_article(size: Size) -> None:
    async with window(size, place("intro")) as seen:
        met = []
        for _ in range(5):
            await seen.press("4", "g", "enter")
            met.append(f"{seen.section}/{seen.paragraph}")
            assert "5.8%" in " ".join(seen.reversed)
        assert met == ["intro/3", "q1/4", "article-1/2", "article-2/2", "intro/3"]


@at_all_sizes
async def test_back_comes_to_exactly_where_the_reader_was_and_forward_again(size: Size) -> None:
    async with window(size, place("intro")) as seen:
        await seen.press("space", "j", "j", "j", "l")
        before = seen.text
        await seen.press("enter")
        at_row = seen.text
        await seen.press("j", "j", "enter", "]")
        after = seen.text
        await seen.press("[")
        await seen.press("[")
        assert _places(seen.text) == _places(before)
        await seen.press("]")
        assert seen.pane == "indicators"
        await seen.press("]")
        assert _places(seen.text) == _places(after)
        assert at_row != before


@at_all_sizes
async def test_back_restores_filter_order_speaker_and_row(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("o", "j", "enter", "&")
        await seen.write("vehicle")
        await seen.press("enter", "j")
        title, row = seen.title("indicators"), seen.cursor("indicators")
        assert "“vehicle”" in title
        assert "by name" in title
        await seen.press("enter", "escape", "}")
        assert "vehicle" not in (seen.title("indicators") if size != SMALL else "")
        await seen.press("[", "[")
        assert (seen.pane, seen.title("indicators"), seen.cursor("indicators")) == ("indicators", title, row)


@at_two_sizes
async def test_back_restores_pin_and_view(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("p", "v", "4", "j")
        title = seen.title("indicators")
        await seen.press("enter", "p", "v", "v")
        assert seen.title("indicators") != title
        await seen.press("[")
        assert seen.title("indicators") == title


@at_all_sizes
async def test_reading_on_through_sections_is_one_step_back(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("j", "j", "j")
        line = seen.cursor("reader")
        await seen.press("2", "j", "j", "j", "j")
        assert seen.section == "q6"
        await seen.press("[", "3")
        assert (seen.section, seen.cursor("reader")) == ("q2", line)


@at_two_sizes
async def test_back_from_the_first_place_stays(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        before = seen.text
        await seen.press("[", "]")
        assert seen.text == before


@at_two_sizes
async def test_a_figure_that_the_filter_hides_is_shown_all_the_same(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("&")
        await seen.write("exports")
        await seen.press("enter", "3", "l", "l", "enter")
        assert seen.cursor("indicators").startswith("Vehicle production")
        assert "“exports”" not in seen.title("indicators")


@at_all_sizes
async def test_i_shows_a_figure_in_full(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("4", "j", "i")
        assert "Figure · esc closes" in seen.text
        for words in (
            "Vehicle production",
            "21.47 million vehicles",
            "▲ +1.9 % year on year",
            "Q1–Q3 2024",
            "Zhao Zhiguo",
        ):
            assert words in seen.words
        await seen.press("escape")
        assert seen.pane == "indicators"
        await seen.press("3", "l", "i")
        assert "Figure · esc closes" in seen.text


@at_all_sizes
async def test_h_and_l_step_through_the_figures(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        met = []
        for key in ("l", "right", "l", "h", "left"):
            await seen.press(key)
            met.append(" ".join(seen.reversed))
        wanted = ("7.9%", "21.47", "21.571", "21.47", "7.9%")
        assert all(figure in words for figure, words in zip(wanted, met, strict=True))


async def test_figures_are_underlined_in_the_text() -> None:
    async with window(LARGE, place("q2")) as seen:
        marked = " ".join(seen.underlined)
        assert all(words in marked for words in ("7.9%", "21.47 million vehicles", "4.312 million vehicles"))


def _places(text: str) -> list[str]:
    """The screen without the hints at its foot, which know whether there is a way on."""
    return text.splitlines()[:-1]
