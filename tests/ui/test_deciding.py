"""Candidates on the screen: marked as such, accepted, dismissed, taken back; and the content read anew where it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.content import load
from briefing_tui.library import shipped
from made_briefing import figure, folder_of, header, section
from window import LARGE, USUAL, Size, at_all_sizes, at_two_sizes, library_of, window


def told(name: str, value: str, quote: str, kind: str = "count", **more: object) -> str:
    place, title = ("report/1", quote, 1), name.title()
    return f"\n# a note on {name}" + figure(name, value, place, name=title, topic="not sorted", kind=kind, **more)


@pytest.fixture
def reef(tmp_path: Path) -> Path:
    counted = "We counted 70 reefs, 12 boats and 9 divers,\nand cover grew by 4.5%."
    figures = (
        told("reefs", "70", "70 reefs", candidate=True),
        told("boats", "12", "12 boats"),
        told("divers", "9", "9 divers", candidate=True),
        told("cover", "4.5", "4.5%", kind="growth", unit="%", candidate=True),
    )
    office = "Reef Office"
    folder = folder_of(
        tmp_path / "reef-2031",
        briefing=header("Reef survey", office, "2031-05-04", "report", "closing", who="Ada Holm", office=office),
        report=section("report", "Report", counted, who="Ada Holm") + "".join(figures),
        closing=section("closing", "Closing", "Thank you.", who="Ada Holm", source=2),
    )
    assert load(folder).problems == ()
    return folder


@at_all_sizes
async def test_candidates_are_marked_and_counted(reef: Path, size: Size) -> None:
    async with window(size, "reef-2031", library_of(reef)) as seen:
        await seen.press("4")
        assert "4 of 4" in seen.title("indicators")
        assert "3 candidates ?" in seen.title("indicators")
        assert "? Reefs" in seen.row("Reefs")
        assert "?" not in seen.row("Boats")
        assert "? Cover" in seen.row("Cover")
        assert "candidate" in seen.words


@at_all_sizes
async def test_the_search_marks_candidates_too(reef: Path, size: Size) -> None:
    async with window(size, "reef-2031", library_of(reef)) as seen:
        await seen.press("s", *"reefs")
        assert seen.cursor("hits").startswith("? Reefs 70")
        await seen.press("escape", "4", "a", "s", *"reefs")
        assert seen.cursor("hits").startswith("Reefs 70")
        await seen.press(*" kind:candidate")
        assert "Reefs 70" not in seen.text


@at_two_sizes
async def test_one_key_accepts_and_it_is_written(reef: Path, size: Size) -> None:
    before = (reef / "report.toml").read_text(encoding="utf-8")
    async with window(size, "reef-2031", library_of(reef)) as seen:
        await seen.press("4", "a")
        assert "Accepted: Reefs" in seen.text
        assert seen.cursor("indicators").startswith("Reefs")
        assert "2 candidates ?" in seen.title("indicators")
    after = (reef / "report.toml").read_text(encoding="utf-8")
    assert after == before.replace("candidate = true", "candidate = false", 1)


@at_two_sizes
async def test_one_key_dismisses_and_the_next_row_takes_its_place(reef: Path, size: Size) -> None:
    async with window(size, "reef-2031", library_of(reef)) as seen:
        await seen.press("4", "d")
        assert "Dismissed: Reefs" in seen.text
        assert seen.cursor("indicators").startswith("Boats")
        assert "3 of 3" in seen.title("indicators")
        assert "70 reefs" not in seen.underlined
    briefing = load(reef).briefing
    assert briefing is not None
    assert [each.id for each in briefing.dismissed] == ["reefs"]


async def test_decisions_are_taken_back_one_after_another(reef: Path) -> None:
    before = (reef / "report.toml").read_bytes()
    async with window(USUAL, "reef-2031", library_of(reef)) as seen:
        await seen.press("4", "d", "j", "a")
        assert load(reef) != load(shipped() / "scio-2024-10-23")
        assert "1 candidate ?" in seen.title("indicators")
        await seen.press("u")
        assert "2 candidates ?" in seen.title("indicators")
        await seen.press("u")
        assert "4 of 4" in seen.title("indicators")
        assert "Taken back" in seen.text
        await seen.press("u")
        assert "4 of 4" in seen.title("indicators")
    assert (reef / "report.toml").read_bytes() == before


async def test_a_candidate_is_decided_in_the_text_too(reef: Path) -> None:
    async with window(USUAL, "reef-2031#report/1", library_of(reef)) as seen:
        await seen.press("d")
        assert "Dismissed: Reefs" in seen.text
        assert seen.pane == "reader"
        assert "70 reefs" not in seen.underlined


async def test_what_a_person_wrote_is_not_decided_upon(reef: Path) -> None:
    before = (reef / "report.toml").read_bytes()
    async with window(USUAL, "reef-2031", library_of(reef)) as seen:
        await seen.press("4", "j", "a", "d", "u")
        assert seen.cursor("indicators").startswith("Boats")
        assert "accept" not in seen.rows[-1]
    assert (reef / "report.toml").read_bytes() == before


async def test_where_nothing_can_be_written_it_says_so(reef: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing_tui import content_editor

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(content_editor, "replace_file", full)
    async with window(USUAL, "reef-2031", library_of(reef)) as seen:
        await seen.press("4", "a")
        assert "cannot be written: No space left on device" in seen.words
        assert "3 candidates ?" in seen.title("indicators")


async def test_an_edit_of_the_file_meanwhile_is_kept(reef: Path) -> None:
    path = reef / "report.toml"
    async with window(USUAL, "reef-2031", library_of(reef)) as seen:
        path.write_text("# mine\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
        await seen.press("4", "a")
        assert "Accepted: Reefs" in seen.text
    assert path.read_text(encoding="utf-8").startswith("# mine\n")
    assert "candidate = false" in path.read_text(encoding="utf-8")


@at_two_sizes
async def test_content_edited_meanwhile_is_read_anew_where_the_reader_is(reef: Path, size: Size) -> None:
    path = reef / "report.toml"
    async with window(size, "reef-2031", library_of(reef)) as seen:
        await seen.press("4", "j")
        text = path.read_text(encoding="utf-8").replace("12 boats", "13 boats").replace("value = 12", "value = 13")
        path.write_text(text, encoding="utf-8")
        await seen.press("R")
        assert "Read anew." in seen.text
        assert seen.cursor("indicators").startswith("Boats")
        assert "13" in seen.cursor("indicators")
        assert "13 boats" in seen.underlined
        await seen.press("R")
        assert "nothing changed" in seen.text


async def test_content_broken_meanwhile_leaves_the_old_one_in_place(reef: Path) -> None:
    async with window(USUAL, "reef-2031", library_of(reef)) as seen:
        (reef / "briefing.toml").write_text("title = ", encoding="utf-8")
        await seen.press("R")
        assert "the old one stays" in seen.words
        assert "70 reefs" in seen.text


async def test_a_section_gone_meanwhile_leads_to_one_that_is_there(reef: Path) -> None:
    async with window(USUAL, "reef-2031#closing", library_of(reef)) as seen:
        head = (reef / "briefing.toml").read_text(encoding="utf-8")
        (reef / "briefing.toml").write_text(head.replace('"closing",', ""), encoding="utf-8")
        (reef / "closing.toml").unlink()
        await seen.press("R")
        assert "70 reefs" in seen.text
        assert "Thank you" not in seen.text


async def test_reading_anew_after_a_decision_reads_the_disk(reef: Path) -> None:
    path = reef / "report.toml"
    async with window(USUAL, "reef-2031", library_of(reef)) as seen:
        await seen.press("4", "a", "d")
        text = path.read_text(encoding="utf-8").replace("12 boats", "13 boats").replace("value = 12", "value = 13")
        path.write_text(text, encoding="utf-8")
        await seen.press("R")
        assert "Read anew." in seen.text
        assert "13 boats" in seen.underlined
        (reef / "briefing.toml").write_text("title = ", encoding="utf-8")
        await seen.press("R")
        assert "the old one stays" in seen.words


@at_all_sizes
async def test_the_foot_tells_both_keys_that_decide(reef: Path, size: Size) -> None:
    async with window(size, "reef-2031", library_of(reef)) as seen:
        await seen.press("4")
        assert "a accept" in seen.rows[-1]
        assert "d dismiss" in seen.rows[-1]
        await seen.press("3", "l")
        assert "a accept" in seen.rows[-1]
        assert "d dismiss" in seen.rows[-1]


@at_two_sizes
async def test_what_is_decided_in_the_text_is_what_the_lines_below_the_table_tell(reef: Path, size: Size) -> None:
    async with window(size, "reef-2031#report/1", library_of(reef)) as seen:
        await seen.press("l", "l")
        assert seen.reversed == ["9 divers"]
        assert seen.cursor("indicators").startswith("? Divers")
        assert "Divers" in seen.part("detail")[0]
        await seen.press("d")
        assert "Dismissed: Divers" in seen.text
        assert "Divers" not in seen.part("detail")[0]


async def test_the_row_chosen_in_the_table_gives_way_to_the_figure_in_the_text(reef: Path) -> None:
    async with window(USUAL, "reef-2031#report/1", library_of(reef)) as seen:
        await seen.press("4", "G")
        assert "Cover" in seen.part("detail")[0]
        await seen.press("tab")
        assert seen.pane == "speakers"
        assert seen.cursor("indicators").startswith("? Reefs")
        await seen.press("a")
        assert "Accepted: Reefs" in seen.text


async def test_a_figure_that_the_filter_hides_is_told_below_all_the_same(reef: Path) -> None:
    async with window(USUAL, "reef-2031#report/1", library_of(reef)) as seen:
        await seen.press("&")
        await seen.write("cover")
        await seen.press("enter", "3", "l")
        assert seen.reversed == ["12 boats"]
        assert "Boats" in seen.part("detail")[0]
        assert seen.cursor("indicators").startswith("? Cover")


@at_all_sizes
async def test_the_foot_tells_three_keys_or_none_whatever_was_said(reef: Path, size: Size) -> None:
    path = reef / "report.toml"
    name = "Divers of all the reefs, boats and harbours that were surveyed this year"
    path.write_text(path.read_text(encoding="utf-8").replace('"Divers"', f'"{name}"'), encoding="utf-8")
    async with window(size, "reef-2031#report/1", library_of(reef)) as seen:
        await seen.press("l", "l", "d")
        assert seen.rows[-1].startswith(" Dismissed: Div")
        assert "u take back" in seen.rows[-1]
        await seen.press("h")
        for key in ("a accept", "d dismiss", "u take back", "? keys"):
            assert key in seen.rows[-1]
        assert "Dismissed" not in seen.rows[-1]


async def test_a_transcript_kept_nowhere_offers_no_decision_and_says_why(reef: Path, tmp_path: Path) -> None:
    from briefing_tui.library import Entry, Library

    loaded = load(reef)
    kept_nowhere = Entry("reef-2031", tmp_path / "a-file-in-a-folder.txt", lambda: loaded)
    async with window((60, 20), "reef-2031#report/1", Library([kept_nowhere])) as seen:
        assert seen.reversed == ["70 reefs"]
        assert "a accept" not in seen.rows[-1]
        assert "d dismiss" not in seen.rows[-1]
        await seen.press("a")
        assert "A transcript opened by its path is not kept" in seen.rows[-1]
        await seen.press("h", "u")
        assert "Nothing to take back." in seen.rows[-1]


@at_all_sizes
async def test_what_was_accepted_is_offered_again_after_a_restart(reef: Path, size: Size) -> None:
    before = (reef / "report.toml").read_bytes()
    async with window(size, "reef-2031", library_of(reef)) as seen:
        await seen.press("4", "a")
    async with window(size, "reef-2031", library_of(reef)) as seen:
        await seen.press("4", "u")
        assert "Taken back:" in seen.text
        assert seen.cursor("indicators").startswith("? Reefs")
        assert "3 candidates ?" in seen.title("indicators")
    assert (reef / "report.toml").read_bytes() == before


@at_all_sizes
async def test_an_imported_figure_tells_at_the_foot_that_it_can_be_offered_again(reef: Path, size: Size) -> None:
    path = reef / "briefing.toml"
    text = path.read_text(encoding="utf-8").replace("[[document]]\n", f'[[document]]\nsha256 = "{"0" * 64}"\n', 1)
    path.write_text(text, encoding="utf-8")
    async with window(size, "reef-2031", library_of(reef)) as seen:
        await seen.press("4")
        assert "u take back" not in seen.rows[-1]
        await seen.press("j")
        assert "u take back" in seen.rows[-1]
        await seen.press("d")
        assert "No candidate, nothing to dismiss; u offers it again: Boats"[: size[0] - 10] in seen.rows[-1]


@at_all_sizes
async def test_with_nothing_to_take_back_it_says_where_the_dismissed_ones_are(reef: Path, size: Size) -> None:
    async with window(size, "reef-2031", library_of(reef)) as seen:
        await seen.press("4", "j", "u")
        assert "Nothing to take back." in seen.rows[-1]
        await seen.press("k", "d", "j", "d")
    async with window(size, "reef-2031", library_of(reef)) as seen:
        await seen.press("4", "u")
        assert "2 dismissed in report.toml (dismissed = true)" in seen.rows[-1]
        await seen.press("2")
        assert "dismissed" not in seen.rows[-1]


async def test_a_dismissed_figure_comes_back_where_it_stood_with_the_cursor_on_it(reef: Path) -> None:
    async with window(LARGE, "reef-2031#report/1", library_of(reef)) as seen:
        await seen.press("4", "j", "j", "d", "u")
        assert seen.cursor("indicators").startswith("? Divers")
        rows = [each.id for each in seen.explorer.briefing.indicators]
        assert rows == ["reefs", "boats", "divers", "cover"]
        await seen.press("3", "l", "l", "d", "u")
        assert seen.reversed == ["9 divers"]


async def test_on_a_figure_accepted_earlier_that_one_is_taken_back(reef: Path) -> None:
    async with window(USUAL, "reef-2031", library_of(reef)) as seen:
        await seen.press("4", "a", "G", "a", "g", "u")
        assert "Taken back:" in seen.text
        await seen.press("u")
        assert "Taken back: Cover" in seen.text
        assert "3 candidates ?" in seen.title("indicators")
        await seen.press("u")
        assert "Nothing to take back." in seen.text


@at_all_sizes
@pytest.mark.parametrize(("key", "does"), [("a", "accept"), ("d", "dismiss")])
async def test_a_key_that_has_nothing_to_decide_says_so(reef: Path, size: Size, key: str, does: str) -> None:
    async with window(size, "reef-2031", library_of(reef)) as seen:
        await seen.press("4", "j", key)
        assert f"No candidate, nothing to {does}: Boats" in seen.rows[-1]
        await seen.press("2", "G", "3", key)
        assert f"No figure is under the cursor: nothing to {does}." in seen.rows[-1]


@at_all_sizes
@pytest.mark.parametrize(
    ("keys", "old", "new", "told"),
    [
        ("a", "70", "75", "Not written, R reads it anew: report.toml has 75"),
        ("d", '"Reefs"', '"Boats"', "Not written, R reads it anew: report.toml tells it"),
        ("a", "candidate = true", "dismissed = true", "Not written, R reads it anew: it was decided elsewhere"),
        ("au", "70", "75", "Not written, R reads it anew: report.toml has 75"),
        ("adu", "70", "75", "Not written, R reads it anew: report.toml has 75"),
    ],
)
async def test_what_the_file_tells_otherwise_by_now_is_not_decided(
    reef: Path, size: Size, keys: str, old: str, new: str, told: str
) -> None:
    path = reef / "report.toml"
    async with window(size, "reef-2031", library_of(reef)) as seen:
        await seen.press("4", *keys[:-1])
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new, 1 if old.startswith("cand") else -1), encoding="utf-8")
        before = path.read_bytes()
        await seen.press(keys[-1])
        assert told in seen.text
        assert path.read_bytes() == before
        await seen.press("R")
        assert "Read anew." in seen.text


async def test_what_was_accepted_earlier_and_is_otherwise_by_now_is_not_taken_back(reef: Path) -> None:
    path = reef / "report.toml"
    async with window(USUAL, "reef-2031", library_of(reef)) as seen:
        await seen.press("4", "a")
    async with window(USUAL, "reef-2031", library_of(reef)) as seen:
        path.write_text(path.read_text(encoding="utf-8").replace("70", "75"), encoding="utf-8")
        before = path.read_bytes()
        await seen.press("4", "u")
        assert "Not written, R reads it anew: report.toml has 75" in seen.text
    assert path.read_bytes() == before
