"""What was checked once is not checked again while not a byte changed, and a damaged shelf is as good as none."""

from __future__ import annotations

import os
import pickle
import random
from io import BytesIO
from pathlib import Path

import pytest
from folders import HEADER, Q1, laid

from briefing_tui import content, shelf
from briefing_tui.cache_folder import private
from briefing_tui.content import load
from briefing_tui.glance import glance
from briefing_tui.library import FEW, read_folders, shipped
from briefing_tui.shelf import Shelf
from briefing_tui.summary import Summary


@pytest.fixture
def kept(tmp_path: Path) -> Shelf:
    folder = private(tmp_path / "shelf")
    assert folder is not None
    return Shelf(folder)


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were checked."""
    seen: list[Path] = []

    def counted(path: Path) -> object:
        seen.append(path)
        return load(path)

    monkeypatch.setattr(content, "load", counted)
    return seen


def test_the_shipped_briefing_is_checked_once_and_then_the_same(kept: Shelf, checks: list[Path]) -> None:
    path = shipped() / "scio-2024-10-23"
    first, second = kept.load(path), kept.load(path)
    assert first == second == load(path)
    assert first.briefing is not second.briefing
    assert checks == [path]


def test_problems_are_kept_too(kept: Shelf, tmp_path: Path) -> None:
    folder = laid(tmp_path, q1=Q1.replace("value = 5.8", 'value = "much"'))
    assert len(load(folder).problems) == 1
    assert kept.load(folder) == kept.load(folder) == load(folder)


@pytest.mark.parametrize("change", ["edit", "same size and time", "more", "less", "moved"])
def test_any_change_has_it_checked_again(kept: Shelf, tmp_path: Path, checks: list[Path], change: str) -> None:
    folder = laid(tmp_path)
    kept.load(folder)
    path = folder / "q1.toml"
    match change:
        case "edit":
            path.write_text(Q1.replace("Output rose", "Sales rose"), encoding="utf-8")
        case "same size and time":
            times = path.stat()
            path.write_text(Q1.replace("Output rose 5.8%", "Output fell 5.8%"), encoding="utf-8")
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        case "more":
            (folder / "q3.toml").write_text(Q1, encoding="utf-8")
        case "less":
            path.unlink()
        case "moved":
            folder = folder.rename(tmp_path / "c-2024")
    assert kept.load(folder) == load(folder)
    assert len(checks) == 2


def test_another_program_reads_anew(
    kept: Shelf, tmp_path: Path, checks: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = laid(tmp_path)
    kept.load(folder)
    monkeypatch.setattr(shelf, "__version__", "9.9")
    shelf._salt.cache_clear()
    kept.load(folder)
    shelf._salt.cache_clear()
    assert len(checks) == 2


def test_a_damaged_shelf_never_answers_wrong(kept: Shelf, tmp_path: Path) -> None:
    folder = laid(tmp_path)
    right = kept.load(folder)
    assert kept.folder is not None
    (file,) = kept.folder.glob("*.checked")
    whole = file.read_bytes()
    dice = random.Random(20241023)
    for _ in range(400):
        spoilt = bytearray(whole)
        spoilt[dice.randrange(len(spoilt))] ^= 1 << dice.randrange(8)
        file.write_bytes(bytes(spoilt))
        assert kept.load(folder) == right
    for end in range(0, len(whole), 97):
        file.write_bytes(whole[:end])
        assert kept.load(folder) == right


def test_what_the_shelf_does_not_know_is_never_made(kept: Shelf, tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "sprung"),)

    folder = laid(tmp_path)
    key = shelf._digest(folder)
    assert key is not None
    kept._keep(f"{shelf._name(folder)}.checked", key, Trap())
    assert kept.load(folder) == load(folder)
    assert not (tmp_path / "sprung").exists()
    with pytest.raises(pickle.UnpicklingError):
        shelf._Careful(BytesIO(pickle.dumps(Trap()))).load()


def test_without_a_folder_nothing_is_kept_and_all_is_read(tmp_path: Path, checks: list[Path]) -> None:
    folder = laid(tmp_path)
    none = Shelf(None)
    assert none.load(folder) == none.load(folder)
    assert len(checks) == 2


def test_a_folder_that_others_may_write_to_is_not_used(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    assert private(mine) == mine
    assert mine.stat().st_mode & 0o777 == 0o700
    mine.chmod(0o770)
    assert private(mine) is None
    (tmp_path / "link").symlink_to(tmp_path)
    assert private(tmp_path / "link") is None


def test_what_is_kept_is_for_its_owner_alone(kept: Shelf, tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        kept.load(laid(tmp_path))
    finally:
        os.umask(old)
    assert kept.folder is not None
    assert [path.stat().st_mode & 0o777 for path in kept.folder.iterdir()] == [0o600]


def test_a_glance_counts_what_checking_finds() -> None:
    path = shipped() / "scio-2024-10-23"
    briefing = load(path).briefing
    assert briefing is not None
    assert glance(path) == Summary.of(briefing, 0)._replace(problems=None)


def test_a_glance_leaves_what_is_broken_to_a_careful_reading(tmp_path: Path) -> None:
    assert glance(tmp_path) is None
    assert glance(laid(tmp_path, briefing=HEADER.replace("date = 2024-10-23", 'date = "soon"'))) is None


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    for number in range(FEW + 3):
        year = folder / f"b-{2000 + number}"
        year.mkdir(parents=True)
        text = HEADER.replace("2024-10-23", f"{2000 + number}-10-23").replace('"q1", "q2"', '"q1"')
        (year / "briefing.toml").write_text(text, encoding="utf-8")
        (year / "q1.toml").write_text(Q1, encoding="utf-8")
    return folder


def test_a_large_library_is_listed_without_reading_it(kept: Shelf, many: Path, checks: list[Path]) -> None:
    library = read_folders([many], kept)
    assert [entry.summary.date.year for entry in library.entries if entry.summary] == list(range(2014, 1999, -1))
    assert checks == []
    assert library.problem_count == 0
    entry = library.entry("b-2003")
    assert entry is not None
    assert entry.briefing is not None
    assert checks == [many / "b-2003"]


def test_only_what_changed_is_glanced_at_again(kept: Shelf, many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_folders([many], kept)
    seen: list[Path] = []

    def counted(path: Path) -> Summary | None:
        seen.append(path)
        return glance(path)

    monkeypatch.setattr(shelf, "glance", counted)
    header = many / "b-2003" / "briefing.toml"
    header.write_text(header.read_text(encoding="utf-8").replace("A briefing", "Steel"), encoding="utf-8")
    library = read_folders([many], kept)
    assert seen == [many / "b-2003"]
    assert [entry.id for entry in library.entries if entry.summary and entry.summary.title == "Steel"] == ["b-2003"]


def test_reading_a_large_library_is_told_and_what_was_read_is_kept_when_stopped(kept: Shelf, many: Path) -> None:
    def stop(done: int, of: int) -> None:
        assert (done, of) == (FEW + 3, FEW + 3)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_folders([many], kept, stop)
    told: list[int] = []
    read_folders([many], kept, lambda done, _: told.append(done))
    assert told == []


def test_a_broken_briefing_of_many_is_listed_with_its_problem(kept: Shelf, many: Path) -> None:
    (many / "b-2003" / "briefing.toml").write_text("title =", encoding="utf-8")
    library = read_folders([many], kept)
    assert library.entries[-1].id == "b-2003"
    assert library.entries[-1].summary is None
    assert library.problem_count == library.entries[-1].problem_count == 1
    assert len(library.readable) == FEW + 2


def test_a_library_is_read_anew(kept: Shelf, many: Path) -> None:
    library = read_folders([many], kept)
    header = many / "b-2003" / "briefing.toml"
    header.write_text(header.read_text(encoding="utf-8").replace("A briefing", "Steel"), encoding="utf-8")
    entry = library.anew().entry("b-2003")
    assert entry is not None
    assert entry.briefing is not None
    assert entry.briefing.title == "Steel"
