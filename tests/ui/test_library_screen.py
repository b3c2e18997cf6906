"""The library as a screen: listed, filtered, found, sorted, opened; ten thousand briefings as one."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from test_strangers import harmless
from yards import CREW, lay, yards

from briefing_tui.library import FEW, Entry, Library, Listed
from briefing_tui.model import Loaded
from briefing_tui.summary import Summary
from briefing_tui.ui import library as screen
from briefing_tui.ui.grid import Grid
from briefing_tui.ui.paint import Line
from window import LARGE, SMALL, USUAL, Size, at_all_sizes, at_two_sizes, library_of, shipped_library, window


def listed(rows: list[str]) -> list[str]:
    """The titles that a pane shows, top to bottom."""
    inside = [row.strip("│").strip(" ▸") for row in rows[2:-1]]
    return [row.split("  ")[0] for row in inside if row]


@at_all_sizes
async def test_briefings_stand_newest_first_with_the_one_that_is_open_marked(size: Size, tmp_path: Path) -> None:
    async with window(size, "yards-2024-03-20", yards(tmp_path)) as seen:
        await seen.press("L")
        assert seen.title("shelf") == "Library · 6 of 6"
        assert listed(seen.part("shelf"))[:3] == ["Yards on 2024-05-10", "Rates [b]kept[/b]", "Yards on 2024-03-20"]
        assert seen.cursor("shelf").startswith("Yards on 2024-03-20")
        assert "open" in seen.cursor("shelf")
        assert seen.text.count("  open  ") == 1
        assert "2024-03-20" in seen.cursor("shelf")
        assert "Yard Office, 20 Mar 2024 · 1 exchange, 1 section, 1 speaker, 1 figure" in seen.words
        assert "yards-2024-03-20 ·" in seen.words
        assert harmless(seen)


async def test_counts_stand_in_columns_where_there_is_room(tmp_path: Path) -> None:
    async with window(LARGE, "yards-2024-05-10", yards(tmp_path)) as seen:
        await seen.press("L")
        heads = "Title Date Organiser Sections Exchanges Figures Candidates Problems"
        assert " ".join(seen.part("shelf")[1].strip("│").split()) == heads
        assert seen.cursor("shelf").split()[-7:] == ["2024-05-10", "Yard", "Office", "1", "1", "2", "1"]
        await seen.resize(USUAL)
        assert " ".join(seen.part("shelf")[1].strip("│").split()) == "Title Date Organiser Figures Problems"
        await seen.resize(SMALL)
        assert " ".join(seen.part("shelf")[1].strip("│").split()) == "Title Date Problems"


@at_all_sizes
async def test_enter_opens_and_esc_and_shift_l_close(size: Size, tmp_path: Path) -> None:
    async with window(size, "yards-2024-03-20", yards(tmp_path)) as seen:
        for key in ("escape", "L", "["):
            await seen.press("L", "k", key)
            assert seen.explorer.entry.id == "yards-2024-03-20"
            assert seen.pane == "reader"
        await seen.press("L", "g", "enter")
        assert seen.explorer.entry.id == "yards-2024-05-10"
        await seen.press("[")
        assert seen.explorer.entry.id == "yards-2024-03-20"


@at_all_sizes
async def test_words_filter_by_title_organiser_id_and_date(size: Size, tmp_path: Path) -> None:
    async with window(size, "yards-2024-03-20", yards(tmp_path)) as seen:
        await seen.press("L", "&")
        for words, count in (
            ("yard office", 4), ("rates", 1), ("bank-", 1), ("2024-03", 2), ("10 mar", 1), ("broken", 1),
            ("OFFICE yards", 4),
        ):  # fmt: skip
            await seen.write(words)
            assert seen.title("shelf") == f"Library · {count} of 6 · “{words}”"
            assert f"{count} of 6" in seen.rows[-1]
            await seen.press(*(["backspace"] * len(words)))
        await seen.write("march of time")
        assert "No briefing holds “march of time”." in seen.words
        await seen.press("escape")
        assert seen.title("shelf") == "Library · 6 of 6"


@at_two_sizes
async def test_a_filter_is_kept_by_enter_and_taken_away_by_esc_before_the_library_closes(
    size: Size, tmp_path: Path
) -> None:
    async with window(size, "yards-2024-03-20", yards(tmp_path)) as seen:
        await seen.press("L", "&", *"bank", "enter")
        assert seen.title("shelf") == "Library · 1 of 6 · “bank”"
        await seen.press("escape")
        assert seen.title("shelf") == "Library · 6 of 6"
        await seen.press("&", *"bank", "enter", "enter")
        assert seen.explorer.entry.id == "bank-2024-04-01"


@at_two_sizes
async def test_words_are_found_lit_and_gone_through(size: Size, tmp_path: Path) -> None:
    async with window(size, "yards-2024-05-10", yards(tmp_path)) as seen:
        await seen.press("L", "/", *"on 2024-03", "enter")
        assert seen.lit == ["on 2024-03", "on 2024-03"]
        assert "1 of 2" in seen.rows[-1]
        assert seen.cursor("shelf").startswith("Yards on 2024-03-20")
        await seen.press("n")
        assert seen.cursor("shelf").startswith("Yards on 2024-03-10")
        await seen.press("n")
        assert seen.cursor("shelf").startswith("Yards on 2024-03-20")
        await seen.press("escape")
        assert seen.lit == []
        assert seen.title("shelf") == "Library · 6 of 6"


@at_two_sizes
async def test_the_order_is_chosen(size: Size, tmp_path: Path) -> None:
    async with window(size, "yards-2024-05-10", yards(tmp_path)) as seen:
        firsts = {}
        await seen.press("L")
        for steps, order in enumerate(("title", "organiser", "figures", "problems"), 1):
            await seen.press("o", "g", *(["j"] * steps), "enter")
            assert seen.title("shelf") == f"Library · 6 of 6 · by {order}"
            assert seen.cursor("shelf").startswith("Yards on 2024-05-10")
            firsts[order] = listed(seen.part("shelf"))[0]
        assert firsts == {
            "title": "Rates [b]kept[/b]",
            "organiser": "Rates [b]kept[/b]",
            "figures": "Yards on 2024-05-10",
            "problems": "broken-2024",
        }


@at_all_sizes
async def test_what_cannot_be_opened_is_listed_with_its_problem_and_shows_all_of_it(size: Size, tmp_path: Path) -> None:
    async with window(size, "yards-2024-05-10", yards(tmp_path)) as seen:
        await seen.press("L", "G")
        assert seen.cursor("shelf").startswith("broken-2024  cannot be opened")
        assert "1 problem" in seen.words
        assert "Mend the TOML there" in seen.words
        for key in ("enter", "!"):
            await seen.press(key)
            assert "broken-2024 cannot be opened" in seen.title("text")
            await seen.press("escape")
            assert seen.title("shelf") == "Library · 6 of 6"


def many(count: int) -> tuple[Library, list[str]]:
    """A library whose briefings tell when they are read."""
    read: list[str] = []
    (real,) = shipped_library().entries

    def entry(number: int) -> Entry:
        def reading() -> Loaded:
            read.append(str(number))
            return Loaded(real.briefing, ())

        day = datetime.date(2024, 10, 22) - datetime.timedelta(number)
        title, organiser = f"Briefing number {number}", "Office"
        summary = Summary(title, organiser, day.toordinal(), 3, 2, 1, number % 90, 0, 0, title, organiser)
        return Listed(f"b-{number}", f"/b-{number}", reading, summary)

    return Library((real, *(entry(number) for number in range(count)))), read


@at_all_sizes
async def test_what_is_not_checked_yet_is_told_as_such_and_checked_where_the_cursor_rests(
    size: Size, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(FEW + 1):
        lay(tmp_path, f"2024-01-{number + 1:02}", (CREW, "7", ""))
    path = tmp_path / "yards-2024-01-03" / "q1.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("value = 7", "value = 8"), encoding="utf-8")
    library = library_of(tmp_path)
    assert not library.entries[0].checked
    monkeypatch.setattr(screen, "REST", 3600)
    async with window(size, "yards-2024-01-10", library) as seen:
        await seen.press("L", "G", "k", "k")
        assert "… not checked yet" in seen.title("shelf")
        assert seen.cursor("shelf").endswith("…")
        assert "not checked yet" in " ".join(seen.part("detail"))
        monkeypatch.setattr(screen, "REST", 0.01)
        await seen.press("j", "k")
        await seen.until(lambda: seen.cursor("shelf").endswith(" 1"))
        assert "1 problem" in " ".join(seen.part("detail"))
        assert {each.id for each in library.entries if not each.checked} > {"yards-2024-01-12", "yards-2024-01-05"}
        assert len(library.briefings) == FEW + 1  # all are read
        await seen.press("escape", "L")
        assert "checked" not in seen.title("shelf")


@pytest.mark.parametrize("size", [LARGE, SMALL])
async def test_ten_thousand_are_listed_filtered_found_and_sorted_without_reading_one(
    size: Size, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, read = many(10_000)
    made: list[str] = []
    row = screen._row

    def counted(entry: Entry, grid: Grid, here: bool) -> Line:
        made.append(entry.id)
        return row(entry, grid, here)

    monkeypatch.setattr(screen, "_row", counted)
    async with window(size, "scio-2024-10-23", library) as seen:
        await seen.press("L")
        assert seen.title("shelf") == "Library · 10001 of 10001"
        await seen.press("G", "k", "space", "g")
        assert len(set(made)) < 200
        await seen.press("&", *"number 9999", "enter")
        assert seen.title("shelf") == "Library · 1 of 10001 · “number 9999”"
        await seen.press("escape", "/", *"number 42", "enter", "n")
        assert "2 of 111" in seen.rows[-1]
        await seen.press("escape", "o", "g", "j", "j", "j", "enter", "g", "j")
        assert seen.cursor("shelf").startswith("Briefing number")
        assert len(set(made)) < 500
        assert read == []


async def test_what_opening_has_to_tell_is_told_until_the_first_key(tmp_path: Path) -> None:
    library = yards(tmp_path)
    library.notice = "It was imported already."
    async with window(SMALL, "yards-2024-03-20", library) as seen:
        assert "It was imported already." in seen.rows[-1]
        await seen.press("j")
        assert "imported" not in seen.rows[-1]
        await seen.press("L", "g", "enter")
        assert "imported" not in seen.rows[-1]
