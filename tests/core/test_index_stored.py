"""The index of a large library: the same answers from files as from memory, and only what changed made anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from test_analyst_queries import CONTENT, FOUND, TYPED

import briefing_tui.stored
from briefing_tui.content import load
from briefing_tui.index_folder import IndexFolder
from briefing_tui.library import read_folders
from briefing_tui.memory_folder import MemoryFolder
from briefing_tui.open_index import FEW, open_index
from briefing_tui.patience import Patience
from briefing_tui.search import Index
from briefing_tui.sources import Source
from briefing_tui.stamps import all_files
from briefing_tui.stored import StoredIndex
from library_on_disk import Library, briefing, edit_file, folders, found, index_of_folders, opened

MORE = (
    "kind:section", "kind:section -abroad", "speaker:tao kind:indicator", "-outlet:cctv kind:section",
    "unit:%", "in:q4", "in:nowhere", "topic:auto", 'outlet:"phoenix tv"', "-drone low-altitude", "the", "-the", "e",
    '-"lighthouse factories" factories', 'in:"q4 "', "speaker:!", "-speaker:! in:q1", "工业", '"Counted at the gate"',
    "5.8%", "c++", "kind:speaker", "speaker:t -topic:auto growth", "18MW -offshore",
)  # fmt: skip


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Index, StoredIndex]]:
    shipped = load(CONTENT).briefing
    assert shipped is not None
    memory = Index([shipped])
    source = Source(shipped.id, lambda: "1", lambda: shipped)
    stored = StoredIndex(IndexFolder(tmp_path_factory.mktemp("cache"), "x"), [source])
    stored.refresh()
    yield memory, stored
    memory.close()
    stored.close()


@pytest.mark.parametrize("query", [*FOUND, *MORE])
def test_files_and_memory_answer_alike(both: tuple[Index, StoredIndex], query: str) -> None:
    memory, stored = both
    patience = Patience(60)
    expected = memory.search(query, 60, patience=patience)
    answer = stored.search(query, 60, patience=patience)
    assert answer.total == expected.total
    assert (answer.corrected, answer.suggestions) == (expected.corrected, expected.suggestions)
    if expected.total <= 60:
        assert answer.hits == expected.hits


@pytest.mark.parametrize("words", TYPED)
def test_they_answer_alike_at_every_key(both: tuple[Index, StoredIndex], words: str) -> None:
    memory, stored = both
    for end in range(1, len(words) + 1):
        expected = memory.search(words[:end], 1000, typing=True, patience=Patience(60))
        answer = stored.search(words[:end], 1000, typing=True, patience=Patience(60))
        assert answer.total == expected.total, words[:end]
        if expected.total <= 100:
            assert answer.hits == expected.hits


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    library = Library(40)
    opened(tmp_path, library).close()
    assert len(library.read) == 40
    library.read.clear()
    opened(tmp_path, library).close()
    assert library.read == []
    library.edit(7, "zebra")
    index = opened(tmp_path, library)
    assert library.read == ["b7"]
    assert found(index, "zebra") == {"b7"}
    assert found(index, "n7") == {"b7"}
    assert index.search("hopes").total == 40
    library.drop(3)
    index = opened(tmp_path, library)
    assert (found(index, "n3"), index.search("hopes").total) == (set(), 39)


def test_many_edits_make_few_parts(tmp_path: Path) -> None:
    library = Library(60)
    opened(tmp_path, library).close()
    for number in range(30):
        library.edit(number, f"edit e{number}")
        index = opened(tmp_path, library)
        assert found(index, f"e{number}") == {f"b{number}"}
        assert index.search("hopes").total == 60
    assert len(index.shards) <= 7
    assert len(list(tmp_path.glob("*/*.part"))) == len(index.shards)


def test_parts_are_asked_newest_first_and_counted_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(briefing_tui.stored, "FULL", 2_000)
    library = Library(150)
    index = opened(tmp_path, library)
    assert len(index.shards) > 3
    results = index.search("hopes")
    assert (results.total, results.complete, len(results.hits)) == (150, True, 50)
    assert {hit.place.briefing for hit in results.hits} <= {f"b{number}" for number in range(100)}
    assert found(index, "n149") == {"b149"}
    assert index.search("n14", typing=True).total == 11
    assert index.search("altittude").corrected == "altitude"


def test_an_edited_briefing_gives_no_stale_hit(tmp_path: Path) -> None:
    library = Library(20)
    index = opened(tmp_path, library)
    assert found(index, "n5") == {"b5"}
    library.edit(5, "zebra")
    assert found(index, "n5 many") == set()
    assert len(found(index, "many")) == 19
    assert index.behind
    index.refresh()
    assert (found(index, "n5"), found(index, "zebra")) == ({"b5"}, {"b5"})


def test_an_edited_file_gives_no_stale_hit(tmp_path: Path) -> None:
    paths = folders(tmp_path / "library", 5)
    (tmp_path / "cache").mkdir()
    index = index_of_folders(tmp_path / "cache", tmp_path / "library")
    index.refresh()
    assert found(index, "n2") == {"b2"}
    before = all_files(paths[2])
    edit_file(paths[2], "n2", "zebra")
    assert all_files(paths[2]) != before
    assert found(index, "n2") == set()
    index = index_of_folders(tmp_path / "cache", tmp_path / "library")
    index.refresh()
    assert (found(index, "n2"), found(index, "zebra")) == (set(), {"b2"})


def test_a_broken_briefing_is_not_read_each_time(tmp_path: Path) -> None:
    library = Library(3)
    sources = [*library.sources(), Source("bad", lambda: "1", lambda: library.read.append("bad"))]
    for _ in range(2):
        index = StoredIndex(IndexFolder(tmp_path, "x"), sources)
        index.refresh()
    assert library.read.count("bad") == 1
    assert index.search("hopes").total == 3


def test_a_stopped_indexing_keeps_what_was_done_and_goes_on(tmp_path: Path) -> None:
    library = Library(30)
    index = opened(tmp_path, library, indexed=False)
    index.refresh(lambda done, _of: index.halt() if done == 10 else None)
    assert (index.behind, index.search("hopes").total) == (True, 10)
    library.read.clear()
    index = opened(tmp_path, library)
    assert index.search("hopes").total == 30
    assert not index.behind


def test_a_first_answer_says_what_it_does_not_know(tmp_path: Path) -> None:
    library = Library(150)
    index = opened(tmp_path, library)
    assert index.search("hopes", patience=Patience(0)).complete is False
    patience = Patience(60)
    patience.stop()
    assert index.search("hopes", patience=patience).complete is False
    hurried = index.search("hopes", patience=Patience(60, hurry=True))
    assert (hurried.total, hurried.complete, len(hurried.hits)) == (100, False, 50)
    assert index.search("n149", patience=Patience(60, hurry=True)).complete


def test_a_phrase_is_checked_and_counted_exactly(tmp_path: Path) -> None:
    index = opened(tmp_path, Library(120))
    assert index.search('"low-altitude hopes"').total == 120
    assert index.search('"low altitude"').total == 0
    assert index.search('hopes -"plant 7 rose"').total == 119


def test_without_a_folder_all_is_the_same_in_memory() -> None:
    library = Library(20)
    index = StoredIndex(MemoryFolder(), library.sources(), fresh=0)
    index.refresh()
    library.edit(4, "zebra")
    index.refresh()
    assert (found(index, "zebra"), index.search("hopes").total) == ({"b4"}, 20)


def test_the_library_decides_where_its_index_is(tmp_path: Path) -> None:
    folders(tmp_path, FEW + 1)
    few = open_index(read_folders([tmp_path / "b0"]))
    assert (type(few), few.search("n0").total) == (Index, 1)
    many = open_index(read_folders([tmp_path]))
    assert isinstance(many, StoredIndex)
    many.refresh()
    assert many.search("n7").total == 1
    assert open_index(read_folders([tmp_path])).search("n7").total == 1


def test_indexing_in_the_background_comes_to_an_end(tmp_path: Path) -> None:
    index = opened(tmp_path, Library(20), indexed=False)
    index.go_on()
    assert index._thread is not None
    index._thread.join(60)
    assert not index.busy
    assert (index.progress, index.search("hopes").total) == (None, 20)
    index.close()


def test_what_is_no_word_of_a_library_is_told_of_all_its_parts(tmp_path: Path) -> None:
    library = Library(10)
    opened(tmp_path, library).close()
    library.briefings["b99"] = briefing(99, "Harmonisation of the standards.")
    library.stamps["b99"] = "1"
    index = opened(tmp_path, library)
    assert index.search("harmonisatoin").corrected == "harmonisation"
    assert index.search("altitud").suggestions == (("altitud", "altitude"),)
