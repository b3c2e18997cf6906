"""A large library is listed without reading it, and what changed in it is seen."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from folders import HEADER, Q1

from briefing_tui import listing
from briefing_tui.glancing import Seen, all_seen
from briefing_tui.library import FEW, Library, read_folders
from briefing_tui.shelf import Shelf
from made_briefing import folder_of

COUNT = FEW + 3


@pytest.fixture
def glances(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the folders that were glanced at."""
    seen: list[str] = []

    def counted(places: Sequence[str]) -> Iterator[Seen]:
        seen.extend(Path(each).name for each in places)
        return all_seen(places)

    monkeypatch.setattr(listing, "all_seen", counted)
    return seen


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    for number in range(COUNT):
        text = HEADER.replace("2024-10-23", f"{2000 + number}-10-23").replace('"q1", "q2"', '"q1"')
        folder_of(folder / f"b-{2000 + number}", briefing=text, q1=Q1)
    return folder


def rename(folder: Path, title: str) -> None:
    header = folder / "briefing.toml"
    header.write_text(header.read_text(encoding="utf-8").replace("A briefing", title), encoding="utf-8")


def told(library: Library) -> list[tuple[str, object]]:
    return [(entry.id, entry.summary) for entry in library.entries]


def test_a_large_library_is_listed_without_reading_it(kept: Shelf, many: Path, checks: list[Path]) -> None:
    for _ in range(2):
        library = read_folders([many], kept)
        years = [entry.summary.date.year for entry in library.entries if entry.summary]
        assert years == list(range(1999 + COUNT, 1999, -1))
        assert checks == []
        assert library.problem_count == 0
    entry = library.entry("b-2003")
    assert entry is not None
    assert entry.briefing is not None
    assert checks == [many / "b-2003"]


def test_only_what_changed_is_glanced_at_again(kept: Shelf, many: Path, glances: list[str]) -> None:
    read_folders([many], kept)
    glances.clear()
    rename(many / "b-2003", "Steel")
    shutil.copytree(many / "b-2004", many / "b-2030")
    shutil.rmtree(many / "b-2005")
    library = read_folders([many], kept)
    assert sorted(glances) == ["b-2003", "b-2030"]
    assert [entry.id for entry in library.entries if entry.summary and entry.summary.title == "Steel"] == ["b-2003"]
    assert library.entry("b-2005") is None
    assert len(library.entries) == COUNT
    glances.clear()
    assert told(read_folders([many], kept)) == told(library)
    assert glances == []


def test_a_section_that_is_replaced_is_counted_again(kept: Shelf, many: Path) -> None:
    read_folders([many], kept)
    new = many / "b-2003" / ".new"
    new.write_text(Q1.replace('id = "output"', 'id = "output"\ncandidate = true'), encoding="utf-8")
    new.replace(many / "b-2003" / "q1.toml")
    entry = read_folders([many], kept).entry("b-2003")
    assert entry is not None
    assert entry.summary is not None
    assert entry.summary.candidates == 1


def test_reading_a_large_library_is_told_and_what_was_read_is_kept_when_stopped(
    kept: Shelf, many: Path, glances: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "EVERY", 5)

    def stop(done: int, of: int) -> None:
        assert (done, of) == (5, COUNT)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_folders([many], kept, stop)
    glances.clear()
    heard: list[int] = []
    library = read_folders([many], kept, lambda done, _: heard.append(done))
    assert (len(glances), heard) == (COUNT - 5, [5, COUNT - 5])
    assert len(library.readable) == COUNT


def test_a_broken_briefing_of_many_is_listed_with_its_problem(kept: Shelf, many: Path) -> None:
    (many / "b-2003" / "briefing.toml").write_text("title =", encoding="utf-8")
    (many / "b-2004" / "briefing.toml").unlink()
    (many / "b-2004" / "briefing.toml").symlink_to("nowhere")
    library = read_folders([many], kept)
    assert [entry.id for entry in library.entries[-2:]] == ["b-2003", "b-2004"]
    assert {entry.summary for entry in library.entries[-2:]} == {None}
    assert [entry.problem_count for entry in library.entries[-2:]] == [1, 1]
    assert library.problem_count == 2
    assert len(library.readable) == COUNT - 2


def test_a_library_is_read_anew(kept: Shelf, many: Path) -> None:
    library = read_folders([many], kept)
    rename(many / "b-2003", "Steel")
    entry = library.anew().entry("b-2003")
    assert entry is not None
    assert entry.briefing is not None
    assert entry.briefing.title == "Steel"


def test_a_damaged_list_never_tells_wrong(kept: Shelf, many: Path) -> None:
    right = told(read_folders([many], kept))
    assert kept.folder is not None
    (file,) = kept.folder.glob("*.list")
    whole = file.read_bytes()
    dice = random.Random(20241023)
    for _ in range(60):
        spoilt = bytearray(whole)
        spoilt[dice.randrange(len(spoilt))] ^= 1 << dice.randrange(8)
        file.write_bytes(bytes(spoilt[: dice.choice((None, dice.randrange(len(spoilt))))]))
        assert told(read_folders([many], kept)) == right


def test_lists_of_other_libraries_go_when_they_are_too_many(
    kept: Shelf, many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MOST_LISTS", 2)
    homes = [tmp_path / f"copy-{number}" for number in range(3)]
    assert kept.folder is not None
    for age, home in zip((1, 30, 20), homes, strict=True):
        shutil.copytree(many, home)
        before = set(kept.folder.glob("*.list"))
        read_folders([home], kept)
        for file in set(kept.folder.glob("*.list")) - before:
            os.utime(file, (file.stat().st_atime, file.stat().st_mtime - age * 86_400))
    held = {file.name: file.stat().st_mtime for file in kept.folder.glob("*.list")}
    assert len(held) == 2
    read_folders([homes[0]], kept)  # a look at it counts
    read_folders([many], kept)
    assert len(list(kept.folder.glob("*.list"))) == 2
    assert len(set(held) & {file.name for file in kept.folder.glob("*.list")}) == 1


def test_what_is_decided_in_a_large_library_is_seen_anew_from_the_disk(kept: Shelf, many: Path) -> None:
    library = read_folders([many], kept)
    entry = library.entry("b-2003")
    assert entry is not None
    for _ in range(3):
        library = library.joined(entry.anew())
    rename(many / "b-2003", "Steel")
    found = library.anew().entry("b-2003")
    assert found is not None
    assert found.summary is not None
    assert found.summary.title == "Steel"
    assert len(library.entries) == COUNT
