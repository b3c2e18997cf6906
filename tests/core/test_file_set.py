"""Files that belong together: whole or not at all, and nothing of others is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.file_set import Taken, write_files

FILES = {"a.csv": "1\n", "b.csv": "2\n"}


def test_they_are_written_once_and_the_same_again_changes_nothing(tmp_path: Path) -> None:
    paths = write_files(tmp_path / "new", FILES)
    assert [path.read_text(encoding="utf-8") for path in paths] == ["1\n", "2\n"]
    before = [path.stat().st_mtime_ns for path in paths]
    assert write_files(tmp_path / "new", FILES) == paths
    assert [path.stat().st_mtime_ns for path in paths] == before


def test_over_another_file_nothing_at_all_is_written(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("mine\n", encoding="utf-8")
    with pytest.raises(Taken) as taken:
        write_files(tmp_path, FILES)
    assert taken.value.paths == (tmp_path / "b.csv",)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.csv"]


def test_by_force_the_other_file_is_kept_beside_each_time(tmp_path: Path) -> None:
    for words in ("mine\n", "mine again\n"):
        (tmp_path / "b.csv").write_text(words, encoding="utf-8")
        write_files(tmp_path, FILES, force=True)
    assert (tmp_path / "b.csv").read_text(encoding="utf-8") == "2\n"
    kept = [(tmp_path / f"b.csv.{n}").read_text(encoding="utf-8") for n in (1, 2)]
    assert kept == ["mine\n", "mine again\n"]


def test_a_link_is_somebodys_file_and_what_it_leads_to_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_text("mine\n", encoding="utf-8")
    (tmp_path / "to").mkdir()
    (tmp_path / "to" / "a.csv").symlink_to(mine)
    with pytest.raises(Taken):
        write_files(tmp_path / "to", FILES)
    write_files(tmp_path / "to", FILES, force=True)
    assert mine.read_text(encoding="utf-8") == "mine\n"
    assert (tmp_path / "to" / "a.csv").read_text(encoding="utf-8") == "1\n"
