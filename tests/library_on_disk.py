"""Small libraries to be indexed, as folders and as values."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from briefing_tui.content_writer import write
from briefing_tui.index_folder import IndexFolder
from briefing_tui.library import read_folders
from briefing_tui.model import Briefing, Document, Paragraph, Section, Speaker, Turn
from briefing_tui.sources import Source, sources
from briefing_tui.stored import StoredIndex

CHAIR = Speaker("chen", "Chen", "chair", "Office", ())


def briefing(number: int, words: str = "") -> Briefing:
    """A briefing of two sections; its number stands in its text."""
    texts = (
        f"Word number n{number} of many. {words}",
        f"Output of plant {number} rose 5.8% and low-altitude hopes rose.",
    )
    sections = tuple(
        Section(f"s{at}", "talk", "report", f"Part {at}", (Turn("statement", (Paragraph(1, text, (1,)),)),))
        for at, text in enumerate(texts, 1)
    )
    when = datetime.date(2024, 1, 1) - datetime.timedelta(number)
    talk = Document("talk", "transcript", "Talk", ("s1", "s2"))
    return Briefing(f"b{number}", f"B{number}", "Office", when, (talk,), (CHAIR,), (), sections)


class Library:
    """Briefings that can be edited: `stamps` tell it, `read` counts what was read."""

    def __init__(self, count: int) -> None:
        self.briefings = {f"b{number}": briefing(number) for number in range(count)}
        self.stamps = dict.fromkeys(self.briefings, "1")
        self.read: list[str] = []

    def edit(self, number: int, words: str) -> None:
        self.briefings[f"b{number}"] = briefing(number, words)
        self.stamps[f"b{number}"] += "1"

    def drop(self, number: int) -> None:
        del self.briefings[f"b{number}"], self.stamps[f"b{number}"]

    def sources(self) -> Iterable[Source]:
        def source(name: str) -> Source:
            def read() -> Briefing | None:
                self.read.append(name)
                return self.briefings.get(name)

            return Source(name, lambda: self.stamps.get(name, ""), read)

        return [source(name) for name in self.briefings]


def opened(cache: Path, library: Library, indexed: bool = True) -> StoredIndex:
    """The library's index in a folder, brought up to date."""
    index = StoredIndex(IndexFolder(cache, "library"), library.sources(), fresh=0)
    if indexed:
        index.refresh()
    return index


def found(index: StoredIndex, query: str) -> set[str]:
    """The ids of the briefings that a query finds."""
    return {hit.place.briefing for hit in index.search(query, limit=1000).hits}


def folders(root: Path, count: int) -> list[Path]:
    """So many briefings as folders; what `briefing` says of their words holds."""
    root.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        write(briefing(number), root / f"b{number}")
    return [root / f"b{number}" for number in range(count)]


def edit_file(folder: Path, old: str, new: str) -> None:
    """Put other words into the first section of a briefing's folder."""
    file = folder / "s1.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def index_of_folders(cache: Path, root: Path) -> StoredIndex:
    return StoredIndex(IndexFolder(cache, str(root)), sources(read_folders([root])), fresh=0)
