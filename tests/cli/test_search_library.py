"""`briefing-tui search` over a library too large to be indexed each time."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import run

import briefing_tui.commands.search
import briefing_tui.open_index
from briefing_tui.open_index import FEW
from library_on_disk import edit_file, folders

COUNT = FEW + 10


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folders(tmp_path / "library", COUNT)
    return tmp_path / "library"


def test_a_large_library_is_searched_from_an_index_that_is_kept(library: Path, empty_home: Path) -> None:
    said = run("search", "--library", str(library), "--json", "number", "n7")
    shape = json.loads(said.out)
    assert (said.status, shape["total"], shape["complete"]) == (0, 1, True)
    assert shape["hits"][0]["place"] == "b7#s1/1"
    kept = {path: path.stat().st_mtime_ns for path in empty_home.rglob("*.part")}
    assert kept
    told = run("search", "--library", str(library), "hopes").err
    assert told.endswith(f"50 of {COUNT} found; --limit N shows more\n")
    assert {path: path.stat().st_mtime_ns for path in empty_home.rglob("*.part")} == kept


def test_a_small_library_is_kept_for_the_next_search_and_answers_as_from_memory(
    tmp_path: Path, empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (small,) = folders(tmp_path / "small", 1)
    words = ("hopes", "growth -auto", '"low-altitude"', "exprots", "the")
    first = [run("search", "--library", str(small), "--json", "--limit", "500", *each.split()) for each in words]
    assert list(empty_home.rglob("*.part"))
    with monkeypatch.context() as without:
        without.setattr(briefing_tui.open_index, "cache_folder", lambda: None)
        memory = [run("search", "--library", str(small), "--json", "--limit", "500", *each.split()) for each in words]
    assert first == memory
    edit_file(small, "n0", "zebra")
    assert run("search", "--library", str(small), "zebra").status == 0
    assert run("search", "--library", str(small), "n0").status == 1


def test_an_edit_is_found_and_what_it_took_away_is_not(library: Path) -> None:
    run("search", "--library", str(library), "n7")
    edit_file(library / "b7", "n7", "zebra")
    assert run("search", "--library", str(library), "zebra").status == 0
    assert run("search", "--library", str(library), "n7").status == 1


def test_indexing_tells_how_far_it_is(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(briefing_tui.commands.search, "SLOW", 10)
    told = run("search", "--library", str(library), "n7").err
    assert f"of {COUNT + 1} briefings, once" in told
    assert "once" not in run("search", "--library", str(library), "n7").err


def test_i01_a_cache_that_cannot_be_written_is_told_once_and_does_without(library: Path, empty_home: Path) -> None:
    empty_home.mkdir()
    (empty_home / "xdg_cache_home").write_text("")
    said = run("search", "--library", str(library), "n7")
    assert said.status == 0
    assert said.err.count("cannot be kept") == 1


def test_ctrl_c_stops_the_indexing_and_the_next_time_goes_on(library: Path) -> None:
    code = """
import sys
import briefing_tui.commands.search as search
search.SLOW = 10
from briefing_tui.cli import main
sys.exit(main(sys.argv[1:]))
"""
    argv = [sys.executable, "-c", code, "search", "--library", str(library), "n7"]
    child = subprocess.Popen(argv, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=dict(os.environ))
    assert child.stderr is not None
    assert "indexing" in child.stderr.readline()
    child.send_signal(signal.SIGINT)
    child.communicate(timeout=60)
    assert child.returncode in {130, 0}  # 0 where it was done before the signal came
    assert run("search", "--library", str(library), "n7").status == 0
