"""Search over a large library on the screen: never waited for, told how far it is, stopped by a key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

import pytest

from briefing_tui.library import read_folders
from briefing_tui.model import Briefing
from briefing_tui.open_index import FEW
from briefing_tui.patience import Patience
from briefing_tui.search import Results
from briefing_tui.sources import Source
from briefing_tui.stored import StoredIndex
from library_on_disk import edit_file, folders
from window import LARGE, USUAL, Size, Window, window

COUNT = FEW + 10
both_sizes = pytest.mark.parametrize("size", [LARGE, USUAL])


def index_of(seen: Window) -> StoredIndex:
    index = seen.app.index()
    assert isinstance(index, StoredIndex)
    return index


@both_sizes
async def test_what_is_indexed_meanwhile_comes_into_sight(tmp_path: Path, size: Size) -> None:
    folders(tmp_path, COUNT)
    async with window(size, library=read_folders([tmp_path])) as seen:
        await seen.press("s")
        await seen.write("hopes")
        await seen.until(lambda: f"the best 50 of {COUNT}" in seen.text)
        assert "indexing" not in seen.text
        await seen.write(" plant 7")
        await seen.until(lambda: "Results · 1 " in seen.text)
        await seen.press("enter")
        await seen.until(lambda: seen.explorer.entry.id == "b7")


async def test_it_says_how_far_it_is_and_a_key_stops_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders(tmp_path, COUNT)
    go = Event()
    async with window(library=read_folders([tmp_path])) as seen:
        index = index_of(seen)
        sources = {name: Source(name, each.stamp, _held_back(each, go)) for name, each in index._sources.items()}
        monkeypatch.setattr(index, "_sources", sources)
        await seen.press("s")
        await seen.until(lambda: f"indexing 20 of {COUNT}" in seen.text)
        await seen.until(lambda: "f8 stop indexing" in seen.text)
        await seen.write("hopes")
        await seen.press("f8")
        go.set()
        await seen.until(lambda: "indexing" not in seen.text)
        await seen.until(lambda: "Results · 21" in seen.text)
        await seen.press("escape", "s")
        await seen.write("hopes")
        await seen.until(lambda: f"of {COUNT}" in seen.text)


def _held_back(source: Source, go: Event) -> Callable[[], Briefing | None]:
    def read() -> Briefing | None:
        if source.id == "b20":
            assert go.wait(30)
        return source.read()

    return read


async def test_a_newer_key_stops_the_older_search_and_what_comes_late_is_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders(tmp_path, COUNT)
    stopped = Event()
    whole = StoredIndex.search

    def search(
        index: StoredIndex, text: str, limit: int = 50, typing: bool = False, patience: Patience | None = None
    ) -> Results:
        if text == "hop" and patience is not None and not patience.hurry:
            while not patience.over:
                stopped.wait(0.001)
            stopped.set()
        return whole(index, text, limit, typing, patience)

    async with window(library=read_folders([tmp_path])) as seen:
        index = index_of(seen)
        index.refresh()
        monkeypatch.setattr(StoredIndex, "search", search)
        monkeypatch.setattr("briefing_tui.stored.FIRST_ANSWER", 0.0)
        monkeypatch.setattr("briefing_tui.ui.finder.LONGEST", 60.0)
        await seen.press("s")
        await seen.write("hop")
        await seen.write("es plant 7")
        await seen.until(stopped.is_set)
        await seen.until(lambda: "Results · 1 " in seen.text)


async def test_an_edit_on_the_way_is_indexed_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.open_index.StoredIndex", partial(StoredIndex, fresh=0))
    folders(tmp_path, COUNT)
    async with window(library=read_folders([tmp_path])) as seen:
        await seen.press("s")
        await seen.write("n7")
        await seen.until(lambda: "Results · 1" in seen.text and not seen.app.index().busy)
        edit_file(tmp_path / "b7", "of many", "of zebras")
        await seen.press("backspace")
        await seen.write("7 zebras")
        await seen.until(lambda: "of zebras" in seen.text)
