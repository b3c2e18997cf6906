"""Folders laid over each other, and words that become places."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.addresses import UnknownPlace, resolve
from briefing_tui.library import FEW, Entry, open_library, read_folders, shipped
from briefing_tui.place import Place
from made_briefing import folder_of

HEADER = """
title = "{title}"
organiser = "Office"
date = {date}
document = [{{ id = "transcript", kind = "transcript", title = "Transcript", sections = ["opening", "q1"] }}]
speaker = [{{ id = "li", name = "Li", role = "panel", organisation = "Office", posts = [] }}]
outlet = [{{ id = "cctv", name = "CCTV" }}]
"""
OPENING = """
kind = "opening"
title = "Opening"
[[turn]]
kind = "statement"
speaker = "li"
paragraph = [{ source = [1], text = "Good morning." }, { source = [2], text = "We begin." }]
"""
EXCHANGE = """
kind = "exchange"
title = "Steel"
outlet = "cctv"
[[turn]]
kind = "question"
paragraph = [{ source = [3], text = "How is steel?" }]
"""


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "briefing-tui" / "library"


def briefing(folder: Path, title: str = "Steel", date: str = "2024-01-02") -> Path:
    return folder_of(folder, briefing=HEADER.format(title=title, date=date), opening=OPENING, q1=EXCHANGE)


def test_the_shipped_briefing_is_there_and_whole() -> None:
    library = open_library()
    entry = library.entry("scio-2024-10-23")
    assert entry is not None
    assert entry.path == shipped() / "scio-2024-10-23"
    assert entry.problems == ()
    assert [briefing.id for briefing in library.briefings] == ["scio-2024-10-23"]


def test_the_users_folder_is_read_and_not_made(own_folder: Path) -> None:
    assert len(open_library().entries) == 1
    assert not own_folder.exists()
    briefing(own_folder / "mine")
    assert open_library().entry("mine") is not None


def test_the_newest_comes_first_and_the_broken_last(tmp_path: Path) -> None:
    briefing(tmp_path / "lib" / "old", date="2020-01-01")
    briefing(tmp_path / "lib" / "new", date="2024-01-01")
    broken = briefing(tmp_path / "lib" / "broken")
    (broken / "briefing.toml").write_text("title =", encoding="utf-8")
    library = read_folders([tmp_path / "lib"])
    assert [entry.id for entry in library.entries] == ["new", "old", "broken"]
    assert library.entries[2].briefing is None
    assert library.entries[2].problems[0].line == 1
    assert [each.id for each in library.briefings] == ["new", "old"]


def test_a_later_folder_hides_an_earlier(tmp_path: Path) -> None:
    briefing(tmp_path / "a" / "same", title="First")
    briefing(tmp_path / "b" / "same", title="Second")
    (entry,) = read_folders([tmp_path / "a", tmp_path / "b"]).entries
    assert entry.briefing is not None
    assert entry.briefing.title == "Second"


def test_a_folder_may_itself_be_a_briefing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = briefing(tmp_path / "steel")
    assert [entry.id for entry in read_folders([folder]).entries] == ["steel"]
    monkeypatch.chdir(folder)
    assert [entry.id for entry in read_folders([Path()]).entries] == ["steel"]


def test_other_folders_and_missing_ones_hold_nothing(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    briefing(tmp_path / ".half-written")
    assert read_folders([tmp_path, tmp_path / "nowhere"]).entries == ()


def test_a_place_a_section_alone_and_a_path_are_resolved(tmp_path: Path) -> None:
    library = read_folders([briefing(tmp_path / "steel")])
    assert resolve(library, "steel#q1/1") == Place("steel", "q1", 1)
    assert resolve(library, "steel") == Place("steel")
    assert resolve(library, "q1") == Place("steel", "q1")
    assert resolve(library, "#Q1") == Place("steel", "q1")
    assert resolve(library, "opening/2") == Place("steel", "opening", 2)
    assert resolve(library, str(tmp_path / "steel")) == Place("steel")
    assert resolve(library, str(tmp_path)) == Place("steel")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("scio-2024-10-23#q12", "Did you mean scio-2024-10-23#q10?"),
        ("q12", "Did you mean scio-2024-10-23#q10?"),
        ("scio-2024-10-23#clsing", "Did you mean scio-2024-10-23#closing?"),
        ("scio-2024-10-22#q2", "Did you mean scio-2024-10-23#q2?"),
        ("scio-2024-10-23#closing/99", "Did you mean scio-2024-10-23#closing/1?"),
        ("elsewhere", "There are: scio-2024-10-23."),
        ("", "There are: scio-2024-10-23."),
        ("/etc", "There are: scio-2024-10-23."),
        ("q3/0", "There are: scio-2024-10-23."),
    ],
)
def test_an_unknown_place_names_the_nearest(text: str, told: str) -> None:
    with pytest.raises(UnknownPlace) as unknown:
        resolve(open_library(), text)
    assert str(unknown.value) == f"there is no '{text}'. {told}"


def test_a_section_alone_needs_a_briefing_where_there_are_several(tmp_path: Path) -> None:
    briefing(tmp_path / "one", date="2024-05-01")
    briefing(tmp_path / "two")
    with pytest.raises(UnknownPlace, match="Did you mean one#q1"):
        resolve(read_folders([tmp_path]), "q1")


def test_a_broken_briefing_says_why_it_cannot_be_opened(tmp_path: Path) -> None:
    (briefing(tmp_path / "steel") / "briefing.toml").write_text("title = 1\n", encoding="utf-8")
    with pytest.raises(UnknownPlace, match=r"'steel' cannot be opened: .*briefing.toml:1"):
        resolve(read_folders([tmp_path]), "steel#q1")


def test_what_a_terminal_would_obey_is_not_said_back() -> None:
    with pytest.raises(UnknownPlace) as unknown:
        resolve(open_library(), "\x1b[31mred\x00")
    assert "\x1b" not in str(unknown.value)
    assert "\x00" not in str(unknown.value)


def test_a_link_to_a_folder_of_the_library_and_a_file_in_it_are_resolved(tmp_path: Path) -> None:
    for number in range(FEW + 2):
        briefing(tmp_path / "lib" / f"b-{number:02}", date=f"2024-01-{number + 1:02}")
    (tmp_path / "lib" / "b-linked").symlink_to(briefing(tmp_path / "far" / "away"))
    (tmp_path / "way").symlink_to(tmp_path / "lib")
    library = read_folders([tmp_path / "way"])
    assert resolve(library, str(tmp_path / "lib" / "b-03")) == Place("b-03")
    assert resolve(library, str(tmp_path / "lib" / "b-03" / "q1.toml")) == Place("b-03", "q1")
    assert resolve(library, str(tmp_path / "way")) == Place(f"b-{FEW + 1}")
    assert resolve(library, str(tmp_path / "far" / "away")) == Place("b-linked")


def test_a_draft_that_joined_is_there_when_all_is_read_anew(tmp_path: Path) -> None:
    library = read_folders([briefing(tmp_path / "steel")])
    loaded = library.entries[0]._loaded
    draft = Entry("draft", tmp_path / "draft.txt", lambda: loaded)
    joined = library.joined(draft).joined(Entry("draft", tmp_path / "draft.txt", lambda: loaded))
    assert [entry.id for entry in joined.entries] == ["draft", "steel"]
    briefing(tmp_path / "lib" / "more")
    assert [entry.id for entry in joined.anew().entries] == ["draft", "steel"]
