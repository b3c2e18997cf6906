"""A glance tells what a careful reading would, or leaves it to one."""

from __future__ import annotations

import os
from pathlib import Path
from subprocess import Popen

import pytest
from folders import HEADER, Q1, laid

from briefing_tui import glancing
from briefing_tui.content import load
from briefing_tui.glance import glance
from briefing_tui.glancing import all_seen, seen
from briefing_tui.library import shipped
from briefing_tui.summary import Summary
from library_on_disk import folders


def test_it_counts_what_checking_finds_and_knows_the_ids() -> None:
    path = shipped() / "scio-2024-10-23"
    briefing, found = load(path).briefing, glance(path)
    assert briefing is not None
    assert found is not None
    assert found.summary == Summary.of(briefing, 0)._replace(problems=None)
    assert set(found.ids or ()) == {each.id for each in briefing.indicators}


def test_what_is_broken_is_left_to_a_careful_reading(tmp_path: Path) -> None:
    assert glance(tmp_path) is None
    assert glance(laid(tmp_path, briefing=HEADER.replace("date = 2024-10-23", 'date = "soon"'))) is None


@pytest.mark.parametrize("name", ["../b-2024/q1", "q9", "Q1", "/etc/hosts"])
def test_only_sections_of_the_folder_itself_are_looked_at(tmp_path: Path, name: str) -> None:
    assert glance(laid(tmp_path, briefing=HEADER.replace('"q1"', f'"{name}"'))) is None


def test_what_is_no_file_is_never_waited_for(tmp_path: Path) -> None:
    folder = laid(tmp_path)
    (folder / "q1.toml").unlink()
    os.mkfifo(folder / "q1.toml")
    assert glance(folder) is None


@pytest.mark.parametrize(
    "written",
    ['id = "output"', "id='output'", '"id" = "output"', "'id'   =   'output'", 'id = "output" # so'],
)
def test_an_id_is_seen_however_it_is_written(tmp_path: Path, written: str) -> None:
    found = glance(laid(tmp_path, q1=Q1.replace('id = "output"', written)))
    assert found is not None
    assert found.ids is not None
    assert "output" in found.ids


@pytest.mark.parametrize(
    "written", ['id = "out\\u0070ut"', 'id = """output"""', '"i\\u0064" = "output"', 'id = "output"\nid = "output"']
)
def test_an_id_that_is_not_plain_to_see_is_not_guessed(tmp_path: Path, written: str) -> None:
    found = glance(laid(tmp_path, q1=Q1.replace('id = "output"', written)))
    assert found is not None
    assert found.ids is None


def test_an_id_given_twice_takes_a_careful_reading(tmp_path: Path) -> None:
    found = glance(laid(tmp_path, q1=Q1 + Q1.partition("[[indicator]]")[1] + Q1.partition("[[indicator]]")[2]))
    assert found is not None
    assert found.ids is None


@pytest.mark.parametrize("python", [None, "/nowhere/python", "/bin/false", "/bin/echo"])
def test_many_are_seen_by_other_processes_as_by_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, python: str | None
) -> None:
    monkeypatch.setattr(glancing, "MANY", 5)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    if python:  # a worker that does not start, ends at once, or tells nonsense
        monkeypatch.setattr("sys.executable", python)
    places = [*map(str, folders(tmp_path, 7)), str(tmp_path / "nowhere")]
    assert list(all_seen(places)) == [seen(each) for each in places]


def test_workers_end_with_who_listens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Popen[bytes]] = []
    begin = glancing._workers

    def watched(places: list[str]) -> list[Popen[bytes]]:
        started.extend(begin(places))
        return started

    monkeypatch.setattr(glancing, "MANY", 5)
    monkeypatch.setattr(glancing, "_workers", watched)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    sights = all_seen([str(each) for each in folders(tmp_path, 20)])
    next(sights)
    sights.close()
    assert len(started) == 2
    assert all(worker.returncode is not None for worker in started)
