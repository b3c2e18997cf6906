"""What a reader takes along or leaves behind: copies, marks, the look."""

from __future__ import annotations

from pathlib import Path

import pytest

from window import LARGE, Size, at_all_sizes, at_two_sizes, place, window


@at_all_sizes
async def test_y_copies_the_sentence_as_a_citation(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("l", "l", "y")
        copied = seen.app.clipboard
        assert "21.47 million vehicles" in copied
        assert "Zhao Zhiguo, spokesperson, chief engineer" in copied
        assert "State Council Information Office, press conference “Industry and information technology" in copied
        assert "Beijing, 23 Oct" in copied
        assert "scio-2024-10-23#q2/3" in copied
        assert "source paragraph 46" in copied
        assert "Copied the citation." in seen.rows[-1]
        await seen.press("j")


@at_all_sizes
async def test_y_in_the_table_cites_the_figure_of_the_row(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("4", "j", "j", "j", "y")
        assert "4.312 million vehicles" in seen.app.clipboard
        assert "scio-2024-10-23#q2/3" in seen.app.clipboard


@at_all_sizes
async def test_shift_y_chooses_what_to_copy(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("4", "j", "j", "j", "Y")
        assert all(f"{name}  " in seen.text for name in ("citation", "figure", "row, for a spreadsheet", "place"))
        await seen.press("j", "enter")
        assert seen.app.clipboard.startswith("Vehicle exports: 4.312 million vehicles, ▲ +27.3 %")
        await seen.press("Y", "j", "j", "enter")
        assert seen.app.clipboard.split("\t")[:2] == ["Vehicle exports", "4.312 million vehicles"]
        await seen.press("Y", "G", "enter")
        assert seen.app.clipboard == "scio-2024-10-23#q2/3"


@at_two_sizes
async def test_esc_copies_nothing(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("Y", "escape")
        assert seen.app.clipboard == ""


@at_all_sizes
async def test_m_marks_a_place_and_the_apostrophe_comes_back_to_it(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("l", "m")
        assert "Marked q2/3: ' lists the marks." in seen.rows[-1]
        await seen.press("}", "}", "'")
        assert "Marks" in seen.text
        assert "scio-2024-10-23#q2/3" in seen.text
        await seen.press("enter")
        assert (seen.section, seen.paragraph) == ("q2", 3)
        await seen.press("[")
        assert seen.section == "q4"


@at_two_sizes
async def test_marks_last_and_are_taken_away_by_m(size: Size) -> None:
    async with window(size, place("q2")) as seen:
        await seen.press("l", "m")
    async with window(size, place("intro")) as seen:
        await seen.press("'", "enter")
        assert (seen.section, seen.paragraph) == ("q2", 3)
        await seen.press("m")
        assert "Took the mark of q2/3 away." in seen.rows[-1]
        await seen.press("'")
        assert "No place is marked yet: m marks one." in seen.rows[-1]


@at_all_sizes
@pytest.mark.parametrize(("keys", "theme"), [("j", "light"), ("jj", "terminal"), ("", "dark")])
async def test_t_changes_the_look_and_the_next_start_keeps_it(size: Size, keys: str, theme: str) -> None:
    async with window(size, place("q2")) as seen:
        assert seen.app.theme == "dark"
        await seen.press("t")
        assert all(name in seen.text for name in ("dark", "light", "terminal"))
        await seen.press(*keys, "enter")
        assert seen.app.theme == theme
    async with window(size, place("q2")) as seen:
        assert seen.app.theme == theme


async def test_the_terminals_theme_uses_its_own_sixteen_colours_alone() -> None:
    async with window(LARGE, place("q2"), theme="terminal") as seen:
        await seen.press("l")
        colours = {
            colour
            for row in seen.segments
            for each in row
            if each.style
            for colour in (each.style.color, each.style.bgcolor)
            if colour
        }
        assert colours
        assert all(colour.is_default or (colour.number is not None and colour.number < 16) for colour in colours)


async def test_esc_keeps_the_look() -> None:
    async with window(LARGE, place("q2")) as seen:
        await seen.press("t", "j", "escape")
        assert seen.app.theme == "dark"


async def test_a_theme_can_be_asked_for_at_the_start() -> None:
    async with window(LARGE, place("q2"), theme="light") as seen:
        assert seen.app.theme == "light"
    async with window(LARGE, place("q2"), theme="no such look") as seen:
        assert seen.app.theme == "dark"


@at_all_sizes
async def test_e_writes_the_briefing_for_other_programs_and_asks_before_it_writes_over_anything(
    size: Size, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "scio-2024-10-23"
    async with window(size) as seen:
        await seen.press("e")
        assert "CSV tables" in seen.text
        await seen.press("enter")
        assert "Wrote 8 files into scio-2024-10-23/" in seen.rows[-1]
        (folder / "speakers.csv").write_text("mine", encoding="utf-8")
        await seen.press("e", "enter")
        assert "Other files stand there" in seen.text
        await seen.press("enter")
        assert (folder / "speakers.csv").read_text(encoding="utf-8") == "mine"
        await seen.press("e", "enter", "j", "enter")
        assert "Wrote 8 files" in seen.rows[-1]
    assert (folder / "speakers.csv.1").read_text(encoding="utf-8") == "mine"
    assert (folder / "speakers.csv").read_text(encoding="utf-8").startswith("id,name")


@at_two_sizes
async def test_where_nothing_can_be_written_e_says_why(
    size: Size, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "scio-2024-10-23").write_text("a file", encoding="utf-8")
    async with window(size) as seen:
        await seen.press("e", "j", "enter")
        assert "Cannot write here" in seen.rows[-1]
