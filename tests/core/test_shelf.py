"""What was checked once is not checked again while not a byte changed, and a damaged shelf is as good as none."""

from __future__ import annotations

import os
import pickle
import random
from pathlib import Path

import pytest
from folders import Q1, laid

from briefing_tui import sealed, shelf
from briefing_tui.cache_folder import private
from briefing_tui.content import load
from briefing_tui.library import read_folders, shipped
from briefing_tui.shelf import Shelf


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
    monkeypatch.setattr(sealed, "__version__", "9.9")
    sealed.salt.cache_clear()
    kept.load(folder)
    sealed.salt.cache_clear()
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
    assert kept.folder is not None
    sealed.keep_plain(kept.folder / f"{sealed.name_of(folder)}.checked", key, (None, pickle.dumps(Trap())))
    assert kept.load(folder) == load(folder)
    assert shelf.unpacked(pickle.dumps(Trap())) is None
    assert not (tmp_path / "sprung").exists()


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


def test_a_list_is_told_of_a_kept_briefing_without_unpacking_it(
    kept: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = laid(tmp_path, q1=Q1.replace("value = 5.8", 'value = "much"'))
    assert kept.told(folder) is None
    expected = read_folders([tmp_path], kept).entries[0]
    assert expected.problem_count == 1
    monkeypatch.setattr(shelf, "unpacked", lambda _: pytest.fail("unpacked"))
    entry = read_folders([tmp_path], kept).entries[0]
    assert (entry.summary, entry.problem_count, entry.opens) == (expected.summary, 1, True)
    (folder / "q1.toml").write_text(Q1, encoding="utf-8")
    assert kept.told(folder) is None
