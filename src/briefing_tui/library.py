"""Folders laid over each other become what there is to open.

Reading a folder is content's work; showing what was found is left to the commands and the screen.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.cache_folder import cache_folder
from briefing_tui.glance import HEADER
from briefing_tui.listing import Listing, Tell, headers
from briefing_tui.place import ID
from briefing_tui.plain import one_line
from briefing_tui.settings import own_library
from briefing_tui.shelf import Shelf
from briefing_tui.summary import Summary, Told

if TYPE_CHECKING:
    from briefing_tui.giving import Givers
    from briefing_tui.model import Briefing, Loaded
    from briefing_tui.problem import Problem

FEW = 12  # briefings that are read and checked at once; of more, a list tells only what a glance shows


_PLAIN = ID.fullmatch
_DAY, _PROBLEMS = Summary._fields.index("day"), Summary._fields.index("problems")


class Entry:
    """One folder of the library, read when it is asked for.

    `briefing` is None where its header is broken, and `problems` say why; `summary` is what a list tells of it.
    """

    __slots__ = ("_known", "_read", "id", "location")
    givers: Givers | None = None

    def __init__(self, identifier: str, path: Path | str, read: Callable[[], Loaded]) -> None:
        self.id = identifier
        self.location = str(path)
        self._read = read
        self._known: Loaded | None = None

    def __repr__(self) -> str:
        return f"Entry({self.id!r}, {self.location!r})"

    @property
    def path(self) -> Path:
        return Path(self.location)

    def anew(self) -> Entry:
        """The same folder, to be read again."""
        return Entry(self.id, self.location, self._read)

    def now(self, loaded: Loaded) -> Entry:
        """The same folder, as it was changed by a person; read anew, it tells what stands on the disk."""
        entry = self.anew()
        entry._known = loaded
        return entry

    @property
    def _loaded(self) -> Loaded:
        if self._known is None:
            self._known = self._read()
        return self._known

    @property
    def briefing(self) -> Briefing | None:
        return self._loaded.briefing

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self._loaded.problems

    @property
    def summary(self) -> Summary | None:
        briefing = self.briefing
        return Summary.of(briefing, len(self.problems)) if briefing else None

    @property
    def opens(self) -> bool:
        """Whether it can be opened, as far as that is known."""
        return self.briefing is not None

    @property
    def problem_count(self) -> int:
        """How many problems are known."""
        return len(self.problems)

    @property
    def checked(self) -> bool:
        """Whether its problems are known; asking for them checks it."""
        return True

    @property
    def order(self) -> tuple[int, str]:
        """The newest first, what cannot be opened last."""
        summary = self.summary
        return -summary.day if summary else 1, self.id

    def giving(self, identifier: str) -> Briefing | None:
        """The briefing with as much of it as says an indicator; None where it does not give it."""
        return self.briefing if self.briefing and self.briefing.indicator(identifier) else None

    def ids(self) -> tuple[str, ...]:
        """The ids that its indicators have, candidates aside; of a listed one, those that they may have."""
        return tuple(each.id for each in self.briefing.indicators if not each.candidate) if self.briefing else ()


class Listed(Entry):
    """One that was told before: until it is opened, all that is asked is told by its summary, and little is held."""

    __slots__ = ("_told", "givers")

    def __init__(
        self,
        identifier: str,
        path: Path | str,
        read: Callable[[], Loaded],
        told: Told,
        givers: Givers | None = None,
    ) -> None:
        """`told` is a Summary as it is, or as a plain tuple."""
        self.id = identifier
        self.location = str(path)
        self._read = read
        self._known = None
        self._told, self.givers = told, givers

    @property
    def summary(self) -> Summary | None:
        return Summary._make(self._told) if self._known is None else super().summary

    @property
    def opens(self) -> bool:
        return self._known is None or super().opens

    @property
    def problem_count(self) -> int:
        return self._told[_PROBLEMS] or 0 if self._known is None else super().problem_count

    @property
    def checked(self) -> bool:
        return self._known is not None or self._told[_PROBLEMS] is not None

    @property
    def order(self) -> tuple[int, str]:
        return (-self._told[_DAY], self.id) if self._known is None else super().order

    def giving(self, identifier: str) -> Briefing | None:
        """As of any entry, but nothing is kept of it."""
        if self._known is not None or self.givers is None:
            return super().giving(identifier)
        return self.givers.briefing(self.location, identifier, self._read)

    def ids(self) -> tuple[str, ...]:
        told = None if self._known is not None or self.givers is None else self.givers.ids(Path(self.location).name)
        return super().ids() if told is None else told


class Library:
    """What there is to open, the newest first, broken folders last."""

    def __init__(
        self, entries: Iterable[Entry], again: Callable[[], Library] | None = None, added: Iterable[Entry] = ()
    ) -> None:
        """`again` reads it from the disk, but for the entries that were `added` to what is there."""
        self.entries = tuple(sorted(entries, key=attrgetter("order")))
        self._again = again
        self._added = tuple(added)
        self.notice = ""  # what whoever opened it has to tell the reader, once

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    @property
    def briefings(self) -> tuple[Briefing, ...]:
        """Every briefing that can be opened, all of them read."""
        return tuple(entry.briefing for entry in self.entries if entry.briefing)

    @cached_property
    def readable(self) -> tuple[Entry, ...]:
        """The entries that can be opened, as far as their summaries tell."""
        return tuple([entry for entry in self.entries if entry.opens])

    @property
    def problem_count(self) -> int:
        """How many problems are known in all of it."""
        return sum([entry.problem_count for entry in self.entries])

    def entry(self, identifier: str) -> Entry | None:
        return self._entries.get(identifier)

    def anew(self) -> Library:
        """The library as it is on the disk now."""
        again = self._again() if self._again else Library([entry.anew() for entry in self.entries])
        for entry in self._added:
            again = again.joined(entry.anew())
        return again

    def joined(self, entry: Entry) -> Library:
        """The library with one more entry, which hides another of its id."""
        hidden = self.entry(entry.id)
        others = [each for each in self.entries if each is not hidden]
        added = [each for each in self._added if each is not hidden]
        # What comes from the same folder is read from there when all is read anew.
        if hidden is None or hidden.location != entry.location or hidden in self._added:
            added.append(entry)
        return Library([*others, entry], self._again, added)


def shipped() -> Path:
    """The folder of the content that comes with the program: packed into the wheel, or the checkout's."""
    packed = Path(__file__).with_name("_content")
    return packed if packed.is_dir() else Path(__file__).parents[2] / "content"


def open_library(folders: Sequence[Path] = (), tell: Tell | None = None) -> Library:
    """The shipped content, the user's own folder and the given ones; a later id hides an earlier.

    `tell` hears how many briefings of a large library are read, of how many, where that takes time.
    """
    return read_folders((shipped(), own_library(), *folders), Shelf(cache_folder()), tell)


def read_folders(folders: Iterable[Path], shelf: Shelf | None = None, tell: Tell | None = None) -> Library:
    """These folders alone, each a briefing or a folder of briefings, laid over each other."""
    folders = tuple(folders)
    shelf = shelf or Shelf(None)
    entries = {entry.id: entry for folder in folders for entry in _entries(folder, shelf, tell)}
    return Library(entries.values(), lambda: read_folders(folders, shelf, tell))


def _entries(folder: Path, shelf: Shelf, tell: Tell | None) -> Iterator[Entry]:
    """What a folder is or holds; of many briefings only what a list tells is read."""
    if _holds(folder):
        yield read_folder(folder, shelf)
        return
    names = _names(folder)
    stamps = headers(str(folder), names) if len(names) > FEW else {}
    if len(stamps) <= FEW:
        yield from (read_folder(folder / name, shelf) for name in names if _holds(folder / name))
        return
    from briefing_tui.giving import Givers

    listing = Listing(str(folder), shelf.folder)
    told, givers = listing.told(stamps, tell), Givers(listing)
    beginning, load = os.path.join(folder, ""), shelf.load  # noqa: PTH118  ten thousand times
    for name, row in told.items():
        place = beginning + name
        identifier = name if _PLAIN(name) else one_line(name)
        yield Listed(identifier, place, partial(load, place), row, givers)
    yield from (read_folder(folder / name, shelf) for name in stamps if name not in told)


def read_folder(path: Path, shelf: Shelf | None = None) -> Entry:
    """One folder, whether it holds a briefing or not."""
    if path.name in {"", ".."}:
        path = path.resolve()
    shelf = shelf or Shelf(None)
    identifier, load, told = one_line(path.name), partial(shelf.load, path), shelf.told(path)
    return Listed(identifier, path, load, told) if told else Entry(identifier, path, load)


def briefing_folders(folder: Path) -> tuple[Path, ...]:
    """The folder itself where it holds a briefing, else the folders in it that do."""
    if _holds(folder):
        return (folder,)
    return tuple(folder / name for name in _names(folder) if _holds(folder / name))


def _names(folder: Path) -> list[str]:
    """The folders in a folder, but for hidden ones."""
    try:
        with os.scandir(folder) as listed:
            return sorted(each.name for each in listed if not each.name.startswith(".") and each.is_dir())
    except OSError:  # what may not be read holds nothing for this reader
        return []


def _holds(folder: Path) -> bool:
    try:
        return os.path.lexists(os.path.join(folder, HEADER))  # noqa: PTH118  a thousand times
    except (OSError, ValueError):
        return False
