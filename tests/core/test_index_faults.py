"""What goes wrong with an index on disk: it is told, made anew, and never a wrong answer."""

from __future__ import annotations

import os
import random
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import briefing_tui.index_folder
from briefing_tui.index_folder import IndexFolder, Part
from briefing_tui.library import read_folders
from briefing_tui.open_index import FEW, open_index
from briefing_tui.stored import StoredIndex
from library_on_disk import Library, folders, found, opened

COUNT = 30
ROOT = Path(__file__).parents[1]
BUILD = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
import briefing_tui.stored
from library_on_disk import Library, opened
briefing_tui.stored.FULL = 2_000
print("begun", flush=True)
index = opened(Path(sys.argv[1]), Library({COUNT}))
print(index.search("hopes").total, flush=True)
"""


def part(cache: Path) -> Path:
    """The only file of an index that has one part."""
    [path] = cache.glob("*/*.part")
    return path


def whole(index: StoredIndex) -> bool:
    """Whether it answers as it should."""
    every = {f"b{number}" for number in range(COUNT)}
    return found(index, "hopes") == every and all(found(index, f"n{number}") == {f"b{number}"} for number in (0, 7, 29))


def _fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _words(path: Path) -> None:
    path.write_text("words", encoding="utf-8")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


@pytest.mark.parametrize("name", ["*.part", "parts.json"])
@pytest.mark.parametrize("spoil", [_fifo, _folder, _link, _empty, _words, _cut, Path.unlink])
def test_i03_what_is_no_index_is_made_anew(tmp_path: Path, name: str, spoil: Callable[[Path], None]) -> None:
    opened(tmp_path, Library(COUNT)).close()
    [path] = tmp_path.glob(f"*/{name}")
    spoil(path)
    assert found(opened(tmp_path, Library(COUNT), indexed=False), "n7") <= {"b7"}
    assert whole(opened(tmp_path, Library(COUNT)))
    assert not path.is_symlink()


def test_i04_one_wrong_bit_is_noticed_before_the_first_answer(tmp_path: Path) -> None:
    opened(tmp_path, Library(COUNT)).close()
    path = part(tmp_path)
    good = path.read_bytes()
    dice = random.Random(4)
    for _ in range(60):
        at, bit = dice.randrange(len(good)), dice.randrange(8)
        path.write_bytes(good[:at] + bytes([good[at] ^ 1 << bit]) + good[at + 1 :])
        assert opened(tmp_path, Library(COUNT), indexed=False).shards == ()
    assert whole(opened(tmp_path, Library(COUNT)))


def test_i04_rot_that_the_file_system_does_not_know_of_gives_no_wrong_hit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(tmp_path, Library(COUNT)).close()
    path = part(tmp_path)
    good = path.read_bytes()
    [listed] = IndexFolder(tmp_path, "library").parts()
    monkeypatch.setattr(briefing_tui.index_folder, "_known_by", lambda _path: listed.file)
    dice = random.Random(5)
    right = opened(tmp_path, Library(COUNT), indexed=False).search("n7").hits
    assert len(right) == 1
    for _ in range(150):
        at, bit = dice.randrange(len(good)), dice.randrange(8)
        path.write_bytes(good[:at] + bytes([good[at] ^ 1 << bit]) + good[at + 1 :])
        index = opened(tmp_path, Library(COUNT), indexed=False)
        seen = {(hit.place, hit.snippet) for hit in index.search("n7").hits}
        assert seen <= {(hit.place, hit.snippet) for hit in right}
        for query in ("hopes", "alt* 5.8%", "kind:section", "plnat"):
            assert {hit.kind for hit in index.search(query).hits} <= {"section"}
        assert not index.check()
        assert index.shards == ()
        assert index.behind


def test_i05_killed_while_building_the_next_start_is_right(tmp_path: Path) -> None:
    for number in range(12):
        child = subprocess.Popen([sys.executable, "-c", BUILD, str(tmp_path)], stdout=subprocess.PIPE)
        assert child.stdout is not None
        assert child.stdout.readline() == b"begun\n"
        try:
            child.wait(0.004 * number)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
        child.wait(60)
        child.stdout.close()
        assert found(opened(tmp_path, Library(COUNT), indexed=False), "n7") <= {"b7"}
        if number % 4 == 3:
            library = Library(COUNT)
            library.edit(number, "edited")
            opened(tmp_path, library).close()
    index = opened(tmp_path, Library(COUNT))
    assert whole(index)
    assert not list(tmp_path.glob("*/*.new"))
    assert len(list(tmp_path.glob("*/*.part"))) == len(index.shards)


def test_i06_four_builders_at_once_all_succeed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", BUILD, str(tmp_path)]
    children = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(4)]
    assert [child.communicate(timeout=120)[0].split() for child in children] == [[b"begun", b"30"]] * 4
    assert whole(opened(tmp_path, Library(COUNT)))


def test_i06_builders_in_one_program_too(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        indexes = list(pool.map(lambda _: opened(tmp_path, Library(COUNT)), range(4)))
    assert all(map(whole, indexes))


def test_a_reader_goes_on_while_another_builds_anew(tmp_path: Path) -> None:
    reader = opened(tmp_path, Library(COUNT))
    library = Library(COUNT)
    for number in range(COUNT):
        library.edit(number, "edited")
    assert len(found(opened(tmp_path, library), "edited")) == COUNT
    assert whole(reader)


def test_i07_another_schema_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(briefing_tui.index_folder, "SCHEMA", 99)
    opened(tmp_path, Library(COUNT)).close()
    newer = {path: path.read_bytes() for path in tmp_path.glob("*/*.*")}
    monkeypatch.undo()
    assert opened(tmp_path, Library(COUNT), indexed=False).shards == ()
    assert whole(opened(tmp_path, Library(COUNT)))
    assert {path: path.read_bytes() for path in newer} == newer


def test_i08_without_locks_it_is_built_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(_descriptor: int, _how: int) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    assert whole(opened(tmp_path, Library(COUNT)))


def test_i09_a_changed_database_is_refused(tmp_path: Path) -> None:
    import sqlite3

    opened(tmp_path, Library(COUNT)).close()
    database = sqlite3.connect(part(tmp_path))
    database.execute("alter table briefings rename to hidden")
    database.execute(
        """create view briefings as with recursive n(x) as (select 1 union all select x + 1 from n)
        select x as number, 'b' as id, '1' as stamp, x as first, x as last from n"""
    )
    database.commit()
    database.close()
    assert opened(tmp_path, Library(COUNT), indexed=False).shards == ()
    assert whole(opened(tmp_path, Library(COUNT)))


@pytest.mark.parametrize("name", ["fsync", "rename", "begin", "publish"])
def test_i02_i11_where_nothing_can_be_written_what_was_there_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def full(*_all: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    opened(tmp_path, Library(COUNT)).close()
    library = Library(COUNT)
    library.edit(7, "zebra")
    match name:
        case "fsync":
            monkeypatch.setattr(os, "fsync", full)
        case "rename":
            monkeypatch.setattr(Path, "rename", full)
        case _:
            monkeypatch.setattr(IndexFolder, name, full)
    index = opened(tmp_path, library)
    assert "No space left" in index.warning
    assert len(found(index, "hopes")) >= COUNT - 1
    assert found(index, "n8") == {"b8"}
    monkeypatch.undo()
    index = opened(tmp_path, library)
    assert (found(index, "zebra"), index.warning) == ({"b7"}, "")
    assert not list(tmp_path.glob("*/*.new"))


def test_where_nothing_was_kept_and_nothing_can_be_it_is_made_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(IndexFolder, "finish", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left")))
    index = opened(tmp_path, Library(COUNT))
    assert whole(index)
    assert index.warning


@pytest.mark.parametrize("spoil", ["file", "writable", "link", "inner link"])
def test_u03_a_cache_that_others_may_write_is_not_used(tmp_path: Path, empty_home: Path, spoil: str) -> None:
    folders(tmp_path / "library", FEW + 1)
    cache = empty_home / "xdg_cache_home" / "briefing-tui"
    cache.parent.mkdir(parents=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    match spoil:
        case "file":
            cache.write_text("")
        case "writable":
            cache.mkdir()
            cache.chmod(0o777)
        case "link":
            cache.symlink_to(elsewhere)
        case _:
            open_index(read_folders([tmp_path / "library"])).close()
            [folder] = cache.iterdir()
            shutil.rmtree(folder)
            folder.symlink_to(elsewhere)
    index = open_index(read_folders([tmp_path / "library"]))
    assert "cannot be kept" in index.warning
    index.refresh()
    assert index.search("n7").total == 1
    assert not list(elsewhere.iterdir())


def test_u04_nobody_else_can_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        opened(tmp_path, Library(COUNT)).close()
    finally:
        os.umask(before)
    for path in tmp_path.rglob("*"):
        expected = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == expected, path


def test_a_part_named_in_the_list_but_gone_is_made_anew(tmp_path: Path) -> None:
    opened(tmp_path, Library(COUNT)).close()
    folder = IndexFolder(tmp_path, "library")
    folder.publish([*folder.parts(), Part("gone", "", (1, 2, 3, 4))])
    assert whole(opened(tmp_path, Library(COUNT)))
