"""The original beside its digest, from a copy of the reader's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.model import Briefing
from briefing_tui.originals import Originals, originals_folder
from window import Size, at_all_sizes, at_two_sizes, place, shipped_library, window


def source_of(briefing: Briefing, document: str) -> str:
    """A text whose paragraphs hold the figures that the briefing takes from them, in words of this test's own."""
    last = max(each.source for one in briefing.indicators for each in one.mentions)
    lines = [f"Paragraph {number} of a stand-in for the source." for number in range(1, last + 10)]
    for indicator in briefing.indicators:
        for mention in indicator.mentions:
            if briefing.document_of(mention) == document:
                value = indicator.value if mention.value is None else mention.value
                told = [value, *([indicator.change.value] if indicator.change else []), indicator.value_max]
                figures = " and ".join(f"{each:,f}" for each in told if each is not None)
                lines[mention.source - 1] += f" It tells of {indicator.name}, at {figures}."
    return "\n".join(lines)


@at_two_sizes
async def test_without_a_copy_the_screen_says_how_to_attach_one(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("r")
        assert "briefing-tui attach scio-2024-10-23 transcript FILE" in seen.text
        await seen.press("escape")
        assert seen.pane == "reader"


@at_two_sizes
async def test_r_shows_the_original_with_the_figure_lit(size: Size) -> None:
    (briefing,) = shipped_library().briefings
    Originals(originals_folder()).attach(briefing, "transcript", source_of(briefing, "transcript"))
    async with window(size, place("q9")) as seen:
        await seen.press("l", "r")
        assert "Original of q9/" in seen.text
        assert "Original, paragraph 119" in seen.words
        assert "Paragraph 119 of a stand-in" in seen.words
        assert any(each in {"1", "1.0018"} for each in seen.reversed)


@at_all_sizes
async def test_the_figure_under_the_cursor_is_in_sight_in_a_long_original(size: Size) -> None:
    (briefing,) = shipped_library().briefings
    text = source_of(briefing, "transcript").split("\n")
    text = [each if "stand-in" not in each else f"{'It is as long as such words are. ' * 20}{each}" for each in text]
    Originals(originals_folder()).attach(briefing, "transcript", "\n".join(text))
    async with window(size, place("q9")) as seen:
        await seen.press("l", "r")
        assert "Original of q9/" in seen.text
        assert any(each in {"1", "1.0018"} for each in seen.reversed)
        await seen.press("g")
        assert "Digest, q9/" in seen.text


@at_all_sizes
async def test_a_copy_attached_to_another_text_of_the_id_is_shown_and_doubted(size: Size) -> None:
    (briefing,) = shipped_library().briefings
    text = source_of(briefing, "transcript")
    first, *others = briefing.sections
    other = replace(briefing, sections=(replace(first, turns=first.turns[1:]), *others))
    originals = Originals(originals_folder())
    for attached in (other, briefing):
        originals.attach(attached, "transcript", text, force=True)
        async with window(size, place("q9")) as seen:
            await seen.press("l", "r")
            assert ("perhaps of another text" in seen.words) == (attached is other)
            await seen.press("g")
            doubted = "This copy was attached to another text of this id, or before the text changed." in seen.words
            assert doubted == (attached is other)
            assert ("briefing-tui attach scio-2024-10-23 transcript FILE" in seen.words) == doubted


@pytest.mark.parametrize("key", ["r", "escape"])
async def test_the_original_closes_again(key: str) -> None:
    async with window(place=place("q2")) as seen:
        await seen.press("r", key if key == "escape" else "q")
        assert "Original of" not in seen.text
        assert seen.section == "q2"
