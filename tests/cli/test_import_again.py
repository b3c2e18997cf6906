"""A second import: the same bytes change nothing, others show what changes and keep what people decided."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from command_line import Said, run
from test_import import TRANSCRIPT

from briefing_tui.content import load
from briefing_tui.content_editor import decide
from briefing_tui.model import Briefing

ID = "harbour-2023-07-04"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in" / f"{ID}.txt"
    path.parent.mkdir()
    path.write_text(TRANSCRIPT, encoding="utf-8")
    return path


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


def imported(*words: str | Path, into: Path) -> Said:
    return run("import", *map(str, words), "--into", str(into))


def read(folder: Path) -> Briefing:
    loaded = load(folder)
    assert loaded.problems == ()
    assert loaded.briefing is not None
    return loaded.briefing


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file below a folder with its bytes and when it was written."""
    files = (each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): (each.read_bytes(), each.stat().st_mtime_ns) for each in files}


def accept_and_dismiss(folder: Path) -> tuple[str, str]:
    """Accept the pier's cost and dismiss the ships; gives their ids."""
    indicators = read(folder).indicators
    pier = next(each.id for each in indicators if str(each.value) == "120")
    ships = next(each.id for each in indicators if str(each.value) == "300")
    decide(folder, pier, "accepted")
    decide(folder, ships, "dismissed")
    return pier, ships


def test_the_same_bytes_change_nothing_and_are_not_read_again(
    source: Path, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(source, into=drafts)
    before = state(drafts)
    monkeypatch.setattr("briefing_tui.commands.importing.read", pytest.fail)
    said = imported(source, into=drafts)
    assert (said.status, said.err) == (0, "")
    assert "unchanged" in said.out
    assert state(drafts) == before


def test_with_force_the_same_bytes_are_read_again_and_decisions_leave_it_unchanged(source: Path, drafts: Path) -> None:
    imported(source, into=drafts)
    accept_and_dismiss(drafts / ID)
    before = state(drafts)
    assert "unchanged" in imported(source, "--force", into=drafts).out
    assert state(drafts) == before


def test_a_changed_file_shows_what_changes_and_writes_nothing(source: Path, drafts: Path) -> None:
    imported(source, into=drafts)
    before = state(drafts)
    source.write_text(TRANSCRIPT.replace("4.2 million", "4.3 million"), encoding="utf-8")
    said = imported(source, into=drafts)
    assert (said.status, said.out) == (1, "")
    assert "--force replaces it and keeps a copy" in said.err
    assert "sections 1 changed; turns 1 changed; words 1 added, 1 removed" in said.err
    assert "4.2 million containers → 4.3 million containers" in said.err
    assert state(drafts) == before


def test_with_force_decisions_are_kept_and_the_old_folder_too(source: Path, drafts: Path) -> None:
    imported(source, into=drafts)
    pier, ships = accept_and_dismiss(drafts / ID)
    old = state(drafts / ID)
    text = TRANSCRIPT.replace("4.2 million", "4.3 million").replace("Good morning", "It is late. Good morning")
    source.write_text(text, encoding="utf-8")
    said = imported(source, "--force", into=drafts)
    assert said.status == 0
    assert f"replaced, the old one kept as .{ID}.1" in said.out
    assert "kept: 1 accepted, 0 edited, 1 dismissed" in said.out
    assert state(drafts / f".{ID}.1") == old
    briefing = read(drafts / ID)
    kept = briefing.indicator(pier)
    assert kept is not None
    assert not kept.candidate
    assert [each.id for each in briefing.dismissed] == [ships]
    assert {str(each.value) for each in briefing.indicators if each.candidate} >= {"4.3", "12"}
    assert "unchanged" in imported(source, into=drafts).out


def test_an_untouched_draft_has_nothing_to_keep(source: Path, drafts: Path) -> None:
    text = TRANSCRIPT.replace("handles 12%", "is expected to handle 12%")
    source.write_text(text, encoding="utf-8")
    imported(source, into=drafts)
    assert {each.status for each in read(drafts / ID).indicators} > {"actual"}
    source.write_text(text.replace("Good morning", "It is late. Good morning"), encoding="utf-8")
    said = imported(source, "--force", into=drafts)
    assert "replaced" in said.out
    assert "kept" not in said.out.partition("replaced, the old one kept as")[2]


def rewritten(folder: Path, before: str, after: str) -> None:
    """Change words in the TOML of a briefing, as a person does."""
    (path,) = (each for each in folder.glob("*.toml") if before in each.read_text(encoding="utf-8"))
    path.write_text(path.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")


def test_a_candidate_edited_by_hand_keeps_its_fields_also_the_third_time(source: Path, drafts: Path) -> None:
    imported(source, into=drafts)
    name = next(each.name for each in read(drafts / ID).indicators if str(each.value) == "120")
    rewritten(drafts / ID, f'name = "{name}"', 'name = "Price of the pier"')
    for number, words in enumerate(("It is late. Good morning", "It is early. Good morning"), 1):
        source.write_text(TRANSCRIPT.replace("Good morning", words), encoding="utf-8")
        said = imported(source, "--force", into=drafts)
        assert f"kept as .{ID}.{number}," in said.out
        assert "kept: 0 accepted, 1 edited, 0 dismissed" in said.out
        pier = next(each for each in read(drafts / ID).indicators if str(each.value) == "120")
        assert (pier.name, pier.candidate) == ("Price of the pier", True)
    source.write_text(TRANSCRIPT.replace("cost 120 million dollars and", "is open and"), encoding="utf-8")
    assert "edited, and no longer in the text: Price of the pier (120 million" in imported(source, into=drafts).err


def test_a_figure_edited_and_accepted_is_counted_as_both(source: Path, drafts: Path) -> None:
    imported(source, into=drafts)
    pier, _ = accept_and_dismiss(drafts / ID)
    name = next(each.name for each in read(drafts / ID).indicators if each.id == pier)
    rewritten(drafts / ID, f'name = "{name}"', 'name = "Price of the pier"')
    source.write_text(TRANSCRIPT.replace("Good morning", "It is late. Good morning"), encoding="utf-8")
    assert "kept: 1 accepted, 1 edited, 1 dismissed" in imported(source, "--force", into=drafts).out


def test_a_mention_that_is_no_longer_in_the_text_is_told(source: Path, drafts: Path) -> None:
    text = TRANSCRIPT.replace("Good morning", "Good morning. They paid 120 million dollars")
    source.write_text(text, encoding="utf-8")
    imported(source, into=drafts)
    opening, q1 = drafts / ID / "opening.toml", drafts / ID / "q1.toml"
    opening.write_text(opening.read_text(encoding="utf-8").partition("\n[[indicator]]")[0], encoding="utf-8")
    said = '{ at = "opening/1", quote = "120 million dollars", source = 8 },'
    told = q1.read_text(encoding="utf-8").replace("mentions = [\n", f"mentions = [\n  {said}\n", 1)
    q1.write_text(told, encoding="utf-8")
    pier = next(each for each in read(drafts / ID).indicators if str(each.value) == "120")
    assert len(pier.mentions) == 2
    decide(drafts / ID, pier.id, "accepted")
    source.write_text(text.replace("paid 120", "paid 121"), encoding="utf-8")
    lost = f"{pier.name} (120 million USD), “120 million dollars”"
    assert f"one mention no longer in the text: {lost}" in imported(source, into=drafts).err


def test_a_draft_that_does_not_tell_what_was_drafted_keeps_what_differs_and_says_so(source: Path, drafts: Path) -> None:
    imported(source, into=drafts)
    (drafts / ID / ".drafted.json").unlink()
    name = next(each.name for each in read(drafts / ID).indicators if str(each.value) == "120")
    rewritten(drafts / ID, f'name = "{name}"', 'name = "Price of the pier"')
    source.write_text(TRANSCRIPT.replace("Good morning", "It is late. Good morning"), encoding="utf-8")
    said = imported(source, "--force", into=drafts)
    assert "kept as before: 1 candidate that differs; what was drafted then is not known" in said.out
    assert "Price of the pier" in {each.name for each in read(drafts / ID).indicators}


def test_what_was_accepted_and_is_gone_is_said_by_name(source: Path, drafts: Path) -> None:
    imported(source, into=drafts)
    pier, _ = accept_and_dismiss(drafts / ID)
    name = next(each.name for each in read(drafts / ID).indicators if each.id == pier)
    source.write_text(TRANSCRIPT.replace("cost 120 million dollars and", "is open and"), encoding="utf-8")
    said = imported(source, into=drafts)
    assert f"accepted, and no longer in the text: {name} (120 million" in said.err


def test_what_was_written_by_hand_and_is_lost_is_told(source: Path, drafts: Path) -> None:
    imported(source, into=drafts)
    header = drafts / ID / "briefing.toml"
    text = header.read_text(encoding="utf-8")
    title = read(drafts / ID).title
    header.write_text(text.replace(title, "The harbour, half a year", 1), encoding="utf-8")
    (drafts / ID / "omissions.toml").write_text("# mine\n", encoding="utf-8")
    source.write_text(TRANSCRIPT.replace("4.2 million", "4.3 million"), encoding="utf-8")
    told = imported(source, into=drafts).err
    assert "written on by hand since the import" in told
    assert "title: 'The harbour, half a year' →" in told
    imported(source, "--force", into=drafts)
    assert "The harbour, half a year" in (drafts / f".{ID}.1" / "briefing.toml").read_text(encoding="utf-8")
    assert (drafts / ID / "omissions.toml").read_text(encoding="utf-8") == "# mine\n"


def test_a_folder_that_cannot_be_read_is_kept_as_a_copy_too(source: Path, drafts: Path) -> None:
    imported(source, into=drafts)
    (drafts / ID / "briefing.toml").write_text("title = ", encoding="utf-8")
    said = imported(source, into=drafts)
    assert said.status == 1
    assert "cannot be read" in said.err
    assert imported(source, "--force", into=drafts).status == 0
    read(drafts / ID)


def test_files_of_one_name_have_briefings_of_their_own_that_stay_theirs(source: Path, drafts: Path) -> None:
    folder = source.parent
    for place in ("a", "b"):
        (folder / place).mkdir()
        (folder / place / "press.txt").write_text(TRANSCRIPT.replace("Portville", f"Port {place}"), encoding="utf-8")
    source.with_suffix(".md").write_text(TRANSCRIPT.replace("Portville", "Markdown"), encoding="utf-8")
    assert imported(folder, into=drafts).status == 0
    names = {each.name: read(each).documents[0].file for each in drafts.iterdir()}
    assert names == {ID: f"{ID}.md", f"{ID}-2": f"{ID}.txt", "press": "a/press.txt", "press-2": "b/press.txt"}
    before = state(drafts)
    assert ": 0 made, 4 unchanged, 0 replaced, 0 differs, 0 failed" in imported(folder, into=drafts).err
    assert "unchanged" in imported(folder / "b" / "press.txt", into=drafts).out
    assert "2 unchanged" in imported(folder / "b", folder / "a", into=drafts).err
    (folder / "b" / "press.txt").write_text(TRANSCRIPT.replace("Portville", "Port c"), encoding="utf-8")
    assert str(drafts / "press-2") in imported(folder / "b" / "press.txt", into=drafts).err
    assert state(drafts) == before


def test_two_files_of_one_name_on_the_command_line_are_told_apart(
    source: Path, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(source.parent)
    for place in ("a", "b"):
        Path(place).mkdir()
        Path(place, "press.txt").write_text(TRANSCRIPT.replace("Portville", f"Port {place}"), encoding="utf-8")
    for _ in range(2):
        assert imported("a/press.txt", "b/press.txt", into=drafts).status == 0
    assert {each.name for each in drafts.iterdir()} == {"press", "press-2"}


def test_a_file_name_that_a_terminal_would_obey_is_stored_harmlessly(source: Path, drafts: Path) -> None:
    hostile = source.with_name("\x1b[31mred\udcff.txt") if os.name == "posix" else source
    source.rename(hostile)
    assert imported(hostile, into=drafts).status == 0
    assert "unchanged" in imported(hostile, into=drafts).out
    assert len(list(drafts.iterdir())) == 1


def test_standard_input_is_known_again_by_what_it_tells(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for what in ("made", "unchanged"):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TRANSCRIPT.encode())))
        assert f"standard input: {what} " in imported("-", into=drafts).out
    assert len(list(drafts.iterdir())) == 1
    (folder,) = drafts.iterdir()
    assert read(folder).documents[0].file is None


def test_the_same_bytes_are_one_document_whatever_they_are_called(
    source: Path, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def typed() -> Said:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TRANSCRIPT.encode())))
        return imported("-", into=drafts)

    assert "made" in imported(source, into=drafts).out
    before = state(drafts)
    assert f"standard input: already there as {ID}, unchanged" in typed().out
    other = source.with_name("press.txt")
    other.write_bytes(source.read_bytes())
    said = imported(other, into=drafts)
    assert (said.status, f"already there as {ID}" in said.out) == (0, True)
    assert "2 unchanged" in imported(source.parent, into=drafts).err
    assert state(drafts) == before


def test_two_copies_in_one_folder_make_one_briefing(source: Path, drafts: Path) -> None:
    source.with_name("press.txt").write_bytes(source.read_bytes())
    assert ": 1 made, 1 unchanged" in imported(source.parent, into=drafts).err
    assert [each.name for each in drafts.iterdir()] == [ID]


def test_a_file_after_standard_input_is_there_already(
    source: Path, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TRANSCRIPT.encode())))
    assert "made" in imported("-", into=drafts).out
    (folder,) = drafts.iterdir()
    assert f"already there as {folder.name}" in imported(source, into=drafts).out
    assert [each.name for each in drafts.iterdir()] == [folder.name]
    source.write_text(TRANSCRIPT.replace("Portville", "Elsewhere"), encoding="utf-8")
    assert "made" in imported(source, into=drafts).out
