"""What changed since the last briefing: groups, both figures, going from change to change, opening."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_strangers import harmless
from yards import CREW, SHIPS, Told, lay, month, yards

from briefing_tui.library import Library
from briefing_tui.model import NOT_TOLD
from window import LARGE, SMALL, Size, Window, at_all_sizes, at_two_sizes, library_of, window

PORT: Told = (("port", "Calls [/nope] at port", "calls"), "40", "")
TUGS: Told = (("tugs", "Tugs in service", "tugs"), "11", "")
CRANES: Told = (("cranes", "Cranes", "cranes"), "6", "")


@pytest.fixture
def two(tmp_path: Path) -> Library:
    """One changed, one alike, two new, one dropped; a later and another office's briefing beside."""
    lay(tmp_path, "2024-02-10", CRANES, (SHIPS, "120", month(1)), (CREW, "900", ""))
    lay(tmp_path, "2024-03-10", PORT, (SHIPS, "126", month(2)), TUGS, (CREW, "900", ""))
    lay(tmp_path, "2024-04-10", (SHIPS, "1", month(3)))
    lay(tmp_path, "2024-03-01", (SHIPS, "2", ""), name="bank", organiser="Bank")
    return library_of(tmp_path)


def rows(seen: Window) -> list[str]:
    return [" ".join(row.strip("│ ▸").split()) for row in seen.part("differences")[1:-1] if row.strip("│ ")]


@at_all_sizes
async def test_new_changed_and_dropped_figures_are_told_in_groups_with_counts(size: Size, two: Library) -> None:
    async with window(size, "yards-2024-03-10", two) as seen:
        await seen.press("c")
        since = "Since" if size == SMALL else "Changes since"
        assert seen.title("differences") == f"{since} 10 Feb 2024 · 1 changed, 2 new, 1 dropped"
        assert rows(seen)[1] == "1 figure unchanged"
        names = [row for row in rows(seen)[2:] if not row.startswith(("Changed", "New", "Dropped"))]
        assert [name.split()[0] for name in names] == ["Ships", "Calls", "Tugs", "Cranes"]
        assert "2024-02-10 120 ships, Jan 2024 yards-2024-02-10#q1/2" in seen.words
        assert "2024-03-10 126 ships, Feb 2024 yards-2024-03-10#q1/2" in seen.words
        assert "value, period" in seen.words
        if size != SMALL:
            assert names[0].startswith("Ships built 120 ships, Jan 2024 126 ships, Feb 2024")
            assert names[3] == "Cranes 6 cranes –"
        await seen.press("n")
        assert "2024-02-10 does not give it" in seen.words
        assert harmless(seen)


@at_two_sizes
async def test_n_goes_from_change_to_change_round_the_end(size: Size, two: Library) -> None:
    async with window(size, "yards-2024-03-10", two) as seen:
        await seen.press("c")
        met = [seen.cursor("differences").split()[0]]
        for _ in range(4):
            await seen.press("n")
            met.append(seen.cursor("differences").split()[0])
        assert met == ["Ships", "Calls", "Tugs", "Cranes", "Ships"]
        await seen.press("N")
        assert seen.cursor("differences").startswith("Cranes")
        await seen.press("k")
        assert seen.cursor("differences").startswith("Tugs")


@at_all_sizes
async def test_enter_opens_the_sentence_and_c_goes_on_from_there(size: Size, two: Library) -> None:
    async with window(size, "yards-2024-03-10", two) as seen:
        await seen.press("c", "n", "n", "enter")
        assert seen.explorer.entry.id == "yards-2024-03-10"
        assert (seen.pane, seen.reversed) == ("reader", ["11 tugs"])
        await seen.press("c")
        assert seen.cursor("differences").startswith("Tugs")
        await seen.press("n", "enter")
        assert seen.explorer.entry.id == "yards-2024-02-10"
        assert seen.reversed == ["6 cranes"]
        await seen.press("[")
        assert seen.explorer.entry.id == "yards-2024-03-10"
        assert seen.reversed == ["11 tugs"]


@at_all_sizes
@pytest.mark.parametrize("key", ["escape", "c", "["])
async def test_leaving_changes_nothing(size: Size, key: str, two: Library) -> None:
    async with window(size, "yards-2024-03-10", two) as seen:
        before = seen.text
        await seen.press("c", "n", key)
        assert seen.text == before


@at_all_sizes
async def test_without_an_earlier_briefing_it_says_why(size: Size, tmp_path: Path) -> None:
    async with window(size, "bank-2024-04-01", yards(tmp_path)) as seen:
        await seen.press("c")
        assert "The library has no briefing of Bank [/nope] before 1 Apr 2024." in seen.words
        await seen.press("n", "enter", "escape")
        assert seen.pane == "reader"


@at_all_sizes
async def test_candidates_that_are_left_out_are_counted(size: Size, tmp_path: Path) -> None:
    lay(tmp_path, "2024-02-10", (CREW, "900", "candidate = true"), (SHIPS, "3", "candidate = true"))
    lay(tmp_path, "2024-03-10", (CREW, "901", ""), (SHIPS, "4", "candidate = true"))
    async with window(size, "yards-2024-03-10", library_of(tmp_path)) as seen:
        await seen.press("c")
        assert seen.title("differences").endswith("ince 10 Feb 2024 · 1 not reviewed yet")
        assert "2 candidates of 2024-02-10 not compared until accepted" in seen.words
        assert "1 candidate of 2024-03-10 not compared until accepted" in seen.words


@at_all_sizes
async def test_a_figure_that_waits_for_review_stands_in_a_group_of_its_own_and_enter_opens_it(
    size: Size, tmp_path: Path
) -> None:
    lay(tmp_path, "2024-02-10", (CREW, "900", ""), (SHIPS, "3", "candidate = true"), CRANES, PORT)
    lay(tmp_path, "2024-03-10", (CREW, "901", "candidate = true"), (SHIPS, "4", ""), PORT)
    async with window(size, "yards-2024-03-10", library_of(tmp_path)) as seen:
        await seen.press("c")
        assert seen.title("differences").endswith("ince 10 Feb 2024 · 1 dropped, 2 not reviewed yet")
        found = rows(seen)
        assert "1 figure unchanged" in found
        groups = [row.split()[0] for row in found[found.index("Dropped 1") :]]
        assert groups == ["Dropped", "Cranes", "Not", "People", "Ships"]
        assert "Not reviewed yet 2" in found
        await seen.press("n")
        assert "People employed not reviewed yet" in seen.words
        assert "2024-02-10 900 people yards-2024-02-10#q1/2" in seen.words
        assert "2024-03-10 901 people, candidate yards-2024-03-10#q1/2" in seen.words
        assert "does not give it" not in seen.words
        await seen.press("enter")
        assert (seen.explorer.entry.id, seen.reversed) == ("yards-2024-03-10", ["901 people"])
        await seen.press("c", "n", "enter")
        assert (seen.explorer.entry.id, seen.reversed) == ("yards-2024-02-10", ["3 ships"])


@at_all_sizes
async def test_a_briefing_without_an_organiser_says_how_to_name_one(size: Size, tmp_path: Path) -> None:
    for day in ("2024-02-10", "2024-03-10"):
        lay(tmp_path, day, PORT, organiser=NOT_TOLD)
    async with window(size, "yards-2024-03-10", library_of(tmp_path)) as seen:
        await seen.press("c")
        assert "The transcript names no organiser, so no briefing is known to be the one before." in seen.words
        assert "the field organiser in briefing.toml tells it; briefing-tui changes OLD NEW compares any" in seen.words
        assert NOT_TOLD not in seen.words


@at_two_sizes
async def test_where_nothing_changed_it_says_so(size: Size, tmp_path: Path) -> None:
    for day in ("2024-02-10", "2024-03-10"):
        lay(tmp_path, day, TUGS, (CREW, "900", "candidate = true" if day == "2024-03-10" else "status = 'actual'"))
    lay(tmp_path, "2024-04-10", TUGS, (CREW, "901", "candidate = true"))
    async with window(size, "yards-2024-04-10", library_of(tmp_path)) as seen:
        await seen.press("c")
        assert "Every figure is as it was on 10 Mar 2024." in seen.words
        assert "1 figure unchanged" in seen.words


async def test_of_all_briefings_only_the_one_before_is_read(two: Library) -> None:
    from briefing_tui.library import Entry, Listed

    read: list[str] = []

    def watched(entry: Entry) -> Entry:
        def reading() -> object:
            read.append(entry.id)
            return entry._loaded

        assert entry.summary is not None
        return Listed(entry.id, entry.path, reading, entry.summary)  # type: ignore[arg-type]

    library = Library([watched(entry) for entry in two.entries])
    async with window(LARGE, "yards-2024-03-10", library) as seen:
        read.clear()
        await seen.press("c")
        assert seen.title("differences").startswith("Changes since 10 Feb 2024")
        assert read == ["yards-2024-02-10"]


@at_all_sizes
async def test_where_all_figures_are_candidates_nothing_is_said_to_be_as_it_was(size: Size, tmp_path: Path) -> None:
    for day, value in (("2024-02-10", "120"), ("2024-03-10", "126")):
        lay(tmp_path, day, (SHIPS, value, "candidate = true"))
    async with window(size, "yards-2024-03-10", library_of(tmp_path)) as seen:
        await seen.press("c")
        assert "0 figures unchanged" in seen.words
        assert "1 candidate of 2024-02-10 not compared until accepted" in seen.words
        assert "1 candidate of 2024-03-10 not compared until accepted" in seen.words
        assert "No figure to compare yet: a accepts candidates." in seen.words
        assert "as it was" not in seen.words


@at_all_sizes
async def test_a_dropped_figure_whose_id_another_has_now_is_a_row_of_its_own(size: Size, tmp_path: Path) -> None:
    so_far = ("ships-built-year-to-date", "Ships built", "ships")
    lay(tmp_path, "2024-09-10", (SHIPS, "8", month(8)), (so_far, "61", 'period = "2024-01/2024-08"'))
    lay(tmp_path, "2024-10-10", (SHIPS, "69", 'period = "2024-01/2024-09"'))
    async with window(size, "yards-2024-10-10", library_of(tmp_path)) as seen:
        await seen.press("c")
        assert seen.title("differences").endswith("ince 10 Sep 2024 · 1 changed, 1 dropped")
        assert "2024-09-10 61 ships, Jan–Aug 2024 yards-2024-09-10#q1/2" in seen.words
        await seen.press("n")
        assert "2024-10-10 does not give it" in seen.words
        await seen.press("enter")
        assert (seen.explorer.entry.id, seen.reversed) == ("yards-2024-09-10", ["8 ships"])
