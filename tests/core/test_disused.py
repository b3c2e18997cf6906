"""Indexes that nobody opens any more go; those in use or used lately stay."""

from __future__ import annotations

import os
from pathlib import Path
from time import time

import pytest

from briefing_tui import disused
from briefing_tui.disused import FRESH, OLD, make_room
from briefing_tui.index_folder import IndexFolder
from library_on_disk import Library, found, opened


def index(cache: Path, name: str, days: float, size: int = 1_000) -> Path:
    folder = cache / f"search-1-{name}"
    folder.mkdir()
    (folder / "a.part").write_bytes(b"x" * size)
    when = time() - days * 86_400
    os.utime(folder, (when, when))
    return folder


def left(cache: Path) -> set[str]:
    return {each.name.removeprefix("search-1-") for each in cache.iterdir()}


def test_what_is_old_goes_and_what_is_too_much_the_longest_unused_first(tmp_path: Path) -> None:
    for name, days in {"today": 0.5, "week": 7, "month": 30, "spring": 60, "year": 365}.items():
        index(tmp_path, name, days)
    make_room(tmp_path, "search-*", 10_000)
    assert left(tmp_path) == {"today", "week", "month", "spring"}
    make_room(tmp_path, "search-*", 2_500)
    assert left(tmp_path) == {"today", "week"}
    make_room(tmp_path, "search-*", 0)
    assert left(tmp_path) == {"today"}
    assert FRESH < OLD


def test_what_a_session_has_open_stays(tmp_path: Path) -> None:
    index(tmp_path, "held", 0)
    descriptor = disused.opened(tmp_path / "search-1-held")
    assert descriptor is not None
    when = time() - 2 * OLD
    os.utime(tmp_path / "search-1-held", (when, when))
    make_room(tmp_path, "search-*", 0)
    assert left(tmp_path) == {"held"}
    os.close(descriptor)
    make_room(tmp_path, "search-*", 0)
    assert left(tmp_path) == set()


def test_opening_it_counts_as_use(tmp_path: Path) -> None:
    folder = index(tmp_path, "again", 365)
    descriptor = disused.opened(folder)
    assert descriptor is not None
    os.close(descriptor)
    make_room(tmp_path, "search-*", 10_000)
    assert left(tmp_path) == {"again"}


def test_what_was_half_taken_away_goes_and_links_are_left(tmp_path: Path) -> None:
    (tmp_path / ".gone-1").mkdir()
    (tmp_path / ".gone-1" / "a.part").write_text("")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "search-1-link").symlink_to(elsewhere)
    os.utime(elsewhere, (0, 0))
    make_room(tmp_path, "search-*", 0)
    assert left(tmp_path) == {"elsewhere", "link"}


def test_indexing_a_library_makes_room_and_a_session_whose_index_went_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(tmp_path, "year", 365)
    library = Library(5)
    mine = opened(tmp_path, library)
    assert not (tmp_path / "search-1-year").exists()
    monkeypatch.setattr(disused, "OLD", -1)
    make_room(tmp_path, "search-*", 0)
    assert found(mine, "n3") == {"b3"}
    for part in IndexFolder(tmp_path, "library").path.iterdir():
        part.unlink()  # as if it had gone all the same
    mine.refresh()
    assert found(mine, "n3") == {"b3"}
