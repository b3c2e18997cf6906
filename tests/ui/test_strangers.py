"""Content made by strangers: markup and control characters show literally and do nothing, wherever they stand."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing_tui.library import Entry, Library
from briefing_tui.model import Briefing, Loaded, Speaker
from made_briefing import figure, folder_of, section, table
from window import LARGE, SMALL, Size, Window, at_all_sizes, library_of, window

BRIEFING = (
    table(
        title="[/nope] [sic] title",
        short_title="[b]Short[/b] [/nope]",
        organiser="[@click=app.quit]Office[/]",
        place="[red]Town",
        date=date(2024, 10, 23),
    )
    + table("document", id="transcript", kind="transcript", title="[/]", sections=["q1"])
    + table("document", id="article", kind="article", title="[/]", sections=["a1"])
    + table(
        "speaker",
        id="zhao",
        name="Zhao [/nope]",
        role="panel",
        organisation="[u]Ministry",
        organisation_short="[M]",
        posts=["[link=x]post[/link]"],
    )
    + table("outlet", id="cctv", name="[bold]CCTV")
)
OUTPUT = "Output [laughter] rose 5.8% [/nope], 70 ships [sic] 汽车出口 ｆｕｌｌ."
Q1 = (
    table(kind="exchange", title="Cars [sic] [/nope]", outlet="cctv", note="A note [/nope].")
    + table("turn", kind="question")
    + table("turn.paragraph", source=[3], text="What of [@click=app.quit]x[/] and [/nope]?")
    + table("turn", kind="answer", speaker="zhao")
    + table("turn.paragraph", heading="[i]Head", source=[4], text=OUTPUT)
    + figure(
        "output",
        "5.8",
        ("q1/2", "5.8% [/nope]", 4),
        ("a1/1", "5.8% [/nope]", 1),
        name="Output [/nope]",
        topic="[topic]",
        kind="growth",
        unit="%",
        scope="[scope]",
        note="[note] [/nope]",
    )
    + figure(
        "ships", "70", ("q1/2", "70 ships [sic]", 4), name="[@click=app.quit]Ships[/]", topic="[topic]", unit="ships"
    )
)
A1 = section("report", "[/nope] report", "It rose 5.8% [/nope] [red].", who="")


@pytest.fixture
def odd(tmp_path: Path) -> Library:
    """A briefing full of what Textual would take for markup."""
    library = library_of(folder_of(tmp_path / "odd-2024", briefing=BRIEFING, q1=Q1, a1=A1))
    assert not library.entries[0].problems, library.entries[0].problems
    return library


def harmless(seen: Window) -> bool:
    """Whether everything on the screen can be printed and nothing is a link or a click."""
    segments = [each for row in seen.segments for each in row]
    return all(unicodedata.category(sign)[0] not in {"C"} for each in segments for sign in each.text) and not any(
        each.style and (each.style.link or each.style.meta.get("@click")) for each in segments
    )


@at_all_sizes
async def test_markup_in_the_text_shows_literally(size: Size, odd: Library) -> None:
    async with window(size, library=odd) as seen:
        for words in ("What of [@click=app.quit]x[/] and [/nope]?", "[laughter]", "[/nope]", "[i]Head. "):
            assert words in seen.words
        assert "[bold]CCTV asks" in seen.words
        assert "Note. A note [/nope]." in seen.words
        assert "[b]Short[/b] [/nope]" in seen.rows[0]
        assert harmless(seen)


@at_all_sizes
async def test_markup_in_names_and_titles_shows_literally_in_every_pane(size: Size, odd: Library) -> None:
    async with window(size, library=odd) as seen:
        assert "Cars [sic]" in seen.title("reader")
        await seen.press("1")
        assert "Zhao [/nope]" in "\n".join(seen.part("speakers"))
        await seen.press("j", "2")
        assert "[bold]CCTV" in "\n".join(seen.part("sections"))
        await seen.press("4")
        assert "Output [/nope]" in "\n".join(seen.part("indicators"))
        assert "Zhao [/nope]" in seen.title("indicators")
        await seen.press("j")
        assert "[@click=app.quit]Ships[/]" in seen.words
        assert harmless(seen)


@at_all_sizes
@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["4", "i"], ["Output [/nope]", "[note] [/nope]", "[scope]"]),
        (["4", "Y"], ["citation"]),
        (["x"], ["Output [/nope]", "“5.8% [/nope]”"]),
        (["L"], ["[b]Short[/b] [/nope]"]),
        (["v", "4"], ["Output [/nope]"]),
        (["o"], ["as said"]),
    ],
)
async def test_markup_shows_literally_in_whatever_is_opened(
    size: Size, odd: Library, keys: list[str], words: list[str]
) -> None:
    async with window(size, library=odd) as seen:
        await seen.press(*keys)
        for each in words:
            assert each[:16] in seen.words
        assert harmless(seen)
        await seen.press("escape")
        assert not seen.app._exit


@at_all_sizes
async def test_markup_is_found_like_other_words(size: Size, odd: Library) -> None:
    async with window(size, library=odd) as seen:
        await seen.press("/")
        await seen.write("[/nope]")
        await seen.press("enter")
        assert set(seen.lit) == {"[/nope]"}
        await seen.press("escape", "&")
        await seen.write("[/nope]")
        await seen.press("enter")
        assert "“[/nope]”" in seen.title("indicators")
        await seen.press("s")
        await seen.write("ships")
        assert "[@click=app.quit]Ships[/]"[: size[0] - 8] in seen.words
        assert harmless(seen)
        await seen.press("enter", "y")
        assert "70 ships [sic]" in seen.app.clipboard


@at_all_sizes
async def test_marks_show_markup_literally(size: Size, odd: Library) -> None:
    async with window(size, library=odd) as seen:
        await seen.press("j", "m", "'")
        assert "[@click=app" in seen.words if size != SMALL else "odd-2024#q1/1" in seen.words
        assert harmless(seen)


def hostile(library: Library) -> Library:
    """The same briefing as if control characters, overrides and heaps of marks had got past the reading of it."""
    (entry,) = library.entries
    assert entry.briefing is not None
    evil = "\x1b[31m\x07\x9b2J\u202e\r\n\t" + "e" + "\u0301" * 40 + "\u200b\x00"

    def spoiled(briefing: Briefing) -> Briefing:
        (speaker,) = briefing.speakers
        sections = tuple(replace(each, title=evil + each.title, note=evil) for each in briefing.sections)
        indicators = tuple(replace(each, name=evil + each.name, note=evil, scope=evil) for each in briefing.indicators)
        outlets = tuple(replace(each, name=evil + each.name) for each in briefing.outlets)
        speakers: tuple[Speaker, ...] = (replace(speaker, name=evil + speaker.name),)
        return replace(
            briefing, title=evil, short_title=evil, organiser=evil, place=evil,
            sections=sections, indicators=indicators, outlets=outlets, speakers=speakers,
        )  # fmt: skip

    loaded = Loaded(spoiled(entry.briefing), ())
    return Library((Entry(entry.id, entry.path, lambda: loaded),))


@at_all_sizes
async def test_control_characters_are_shown_and_not_obeyed(size: Size, odd: Library) -> None:
    async with window(size, library=hostile(odd)) as seen:
        met = ""
        for keys in (
            ["3"],
            ["1"],
            ["2"],
            ["4"],
            ["i"],
            ["Y"],
            ["x"],
            ["L"],
            ["v"],
            ["s", *"ships"],
            ["enter", "m", "'"],
        ):
            await seen.press(*keys)
            assert harmless(seen), f"after {keys}:\n{seen.text!r}"
            met += seen.words
            if keys[0] in {"i", "Y", "x", "L"}:
                await seen.press("escape")
        assert "␛[31m" in met
        assert "«U+202E»" in met


async def test_control_characters_in_a_file_are_problems_told_harmlessly(odd: Library) -> None:
    (path,) = (entry.path for entry in odd.entries)
    text = Q1.replace("Cars [sic]", "Cars \\u001B[2J \\u202E [/nope]")
    (path / "q1.toml").write_text(text, encoding="utf-8")
    async with window(LARGE, library=library_of(path)) as seen:
        await seen.press("!")
        assert "q1.toml:3" in seen.words.replace(" ", "")  # the path before it may fill the line
        assert harmless(seen)
