"""The briefings that give an indicator, found without reading the others; of each, only the files that say it.

What is read is checked as always, and gives the figure that reading all of the briefing would give.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.glance import HEADER, file_bytes
from briefing_tui.glancing import seen
from briefing_tui.listing import Ids, Listing
from briefing_tui.stamps import all_files

if TYPE_CHECKING:
    from briefing_tui.library import Entry
    from briefing_tui.model import Briefing, Loaded


class Givers:
    """Which briefings of a large folder may give an indicator: as is kept of those whose files did not change."""

    def __init__(self, listing: Listing) -> None:
        self._listing = listing
        self._ids: Ids | None = None
        self._news = False

    def ids(self, name: str) -> tuple[str, ...] | None:
        """The ids that a briefing may give; None where only reading it tells."""
        if self._ids is None:
            self._ids = self._listing.ids()
        place = f"{self._listing.folder}/{name}"
        if self._ids.get(name, ("",))[0] != all_files(place):
            stamp, found = seen(place)
            self._ids[name] = stamp, found[1] if found else None
            self._news = True
        return self._ids[name][1]

    def briefing(self, location: str, identifier: str, read: Callable[[], Loaded]) -> Briefing | None:
        """As much of a briefing as says an indicator; None where it does not give it."""
        ids = self.ids(os.path.basename(location))  # noqa: PTH119  ten thousand times
        if ids is not None:
            return part(Path(location), identifier) if identifier in ids else None
        briefing = read().briefing
        return briefing if briefing and briefing.indicator(identifier) else None

    def rest(self) -> None:
        """Keep what was found out, and hold it no more."""
        if self._news and self._ids is not None:
            self._listing.keep_ids(self._ids)
        self._ids, self._news = None, False


def giving(entries: Sequence[Entry], identifier: str) -> Generator[Briefing | None, None, None]:
    """For each entry as much of it as says an indicator, or None: one by one, so that it may be stopped."""
    try:
        for entry in entries:
            yield entry.giving(identifier)
    finally:
        _rest(entries)


def all_ids(entries: Sequence[Entry]) -> set[str]:
    """Every id that an indicator of these has, or may have."""
    try:
        return {each for entry in entries for each in entry.ids()}
    finally:
        _rest(entries)


def _rest(entries: Iterable[Entry]) -> None:
    for each in {entry.givers for entry in entries if entry.givers}:
        each.rest()


def part(folder: Path, identifier: str) -> Briefing | None:
    """A briefing with as much of it as says an indicator; None where it does not give it.

    An indicator holds where its quotes stand, and where no other one has taken the same words: so every file is read
    that has the id, or is quoted by it, or quotes the same section.
    """
    from briefing_tui.content import read_header, with_sections
    from briefing_tui.proof import prove
    from briefing_tui.toml_file import read_toml

    header, _ = read_toml(folder / HEADER)
    briefing = read_header(header, folder, []) if header else None
    if header is None or briefing is None:
        return None
    wanted = _files(folder, dict.fromkeys(name for each in briefing.documents for name in each.sections), identifier)
    documents = tuple(
        replace(each, sections=tuple(name for name in each.sections if name in wanted)) for each in briefing.documents
    )
    whole, origins = with_sections(replace(briefing, documents=documents), folder, header, [])
    proven, _ = prove(whole, origins)
    indicator = proven.indicator(identifier)
    return replace(proven, documents=briefing.documents, indicators=(indicator,)) if indicator else None


def _files(folder: Path, names: Iterable[str], identifier: str) -> set[str]:
    """The sections that have a word in what an indicator is."""
    raw = dict(_raw(folder, names))
    having = {name for name, text in raw.items() if _said(f'{identifier}"', text)}
    quoted = {name for name in raw if any(_said(f"{name}/", raw[each]) for each in having)}
    quoting = {each for each, text in raw.items() if any(_said(f"{name}/", text) for name in quoted)}
    return having | quoted | quoting


def _said(beginning: str, text: bytes) -> bool:
    """Whether a value in quotes of either kind begins so."""
    words = f'"{beginning}'
    return words.encode() in text or words.replace('"', "'").encode() in text


def _raw(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    for name in names:
        try:
            yield name, file_bytes(os.path.join(folder, f"{name}.toml"))  # noqa: PTH118
        except (OSError, ValueError):
            continue
