"""Folders laid over each other become what there is to open, and a word from outside becomes a place in it.

Reading a folder is content's work; showing what was found is left to the commands and the screen.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path

from briefing_tui.cache_folder import cache_folder
from briefing_tui.glance import HEADER
from briefing_tui.model import Briefing, Loaded
from briefing_tui.place import ID, Place
from briefing_tui.plain import one_line
from briefing_tui.problem import Problem
from briefing_tui.shelf import Shelf, Tell
from briefing_tui.summary import Summary

FEW = 12  # briefings that are read and checked at once; of more, a list tells only what a glance shows

_NUMBERED = re.compile(r"(.*?)(\d{1,6})")


class UnknownPlace(ValueError):  # noqa: N818  it is the place that is unknown
    """An address that the library does not have; the message names the nearest that it has."""


class Entry:
    """One folder of the library, read when it is asked for.

    `briefing` is None where its header is broken, and `problems` say why; `summary` is what a list tells of it,
    without reading it where it was told before.
    """

    def __init__(self, identifier: str, path: Path, read: Callable[[], Loaded], summary: Summary | None = None) -> None:
        self.id = identifier
        self.path = path
        self._read = read
        self._summary = summary

    def __repr__(self) -> str:
        return f"Entry({self.id!r}, {str(self.path)!r})"

    def anew(self) -> Entry:
        """The same folder, to be read again."""
        return Entry(self.id, self.path, self._read)

    @cached_property
    def _loaded(self) -> Loaded:
        return self._read()

    @property
    def briefing(self) -> Briefing | None:
        return self._loaded.briefing

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self._loaded.problems

    @property
    def summary(self) -> Summary | None:
        if "_loaded" in self.__dict__ or self._summary is None:
            briefing = self.briefing
            return Summary.of(briefing, len(self.problems)) if briefing else None
        return self._summary

    @property
    def problem_count(self) -> int:
        """How many problems are known; a folder of a large library that nobody opened yet counts none."""
        summary = self.summary
        return len(self.problems) if summary is None else summary.problems or 0


class Library:
    """What there is to open, the newest first, broken folders last."""

    def __init__(self, entries: Iterable[Entry], again: Callable[[], Library] | None = None) -> None:
        self.entries = tuple(sorted(entries, key=lambda entry: (_age(entry), entry.id)))
        self._again = again
        self._entries = {entry.id: entry for entry in self.entries}

    @property
    def briefings(self) -> tuple[Briefing, ...]:
        """Every briefing that can be opened, all of them read."""
        return tuple(entry.briefing for entry in self.entries if entry.briefing)

    @cached_property
    def readable(self) -> tuple[Entry, ...]:
        """The entries that can be opened, as far as their summaries tell."""
        return tuple(entry for entry in self.entries if entry.summary)

    @property
    def problem_count(self) -> int:
        """How many problems are known in all of it."""
        return sum(entry.problem_count for entry in self.entries)

    def entry(self, identifier: str) -> Entry | None:
        return self._entries.get(identifier)

    def anew(self) -> Library:
        """The library as it is on the disk now."""
        return self._again() if self._again else Library([entry.anew() for entry in self.entries])

    def joined(self, entry: Entry) -> Library:
        """The library with one more entry, which hides another of its id."""
        others = (each for each in self.entries if each.id != entry.id)
        return Library((*others, entry), lambda: self.anew().joined(entry.anew()))


def shipped() -> Path:
    """The folder of the content that comes with the program: packed into the wheel, or the checkout's."""
    packed = Path(__file__).with_name("_content")
    return packed if packed.is_dir() else Path(__file__).parents[2] / "content"


def open_library(folders: Sequence[Path] = (), tell: Tell | None = None) -> Library:
    """The shipped content, the user's own folder and the given ones; a later id hides an earlier.

    `tell` hears how many briefings of a large library are read, of how many, where that takes time.
    """
    import platformdirs

    own = platformdirs.user_data_path("briefing-tui") / "library"
    return read_folders((shipped(), own, *folders), Shelf(cache_folder()), tell)


def read_folders(folders: Iterable[Path], shelf: Shelf | None = None, tell: Tell | None = None) -> Library:
    """These folders alone, each a briefing or a folder of briefings, laid over each other."""
    folders = tuple(folders)
    shelf = shelf or Shelf(None)
    entries: dict[str, Entry] = {}
    for folder in folders:
        paths = briefing_folders(folder)
        summaries = shelf.summaries(paths, tell) if len(paths) > FEW else {}
        for path in paths:
            entries[path.name] = _entry(path, shelf.load, summaries.get(path))
    return Library(entries.values(), lambda: read_folders(folders, shelf, tell))


def _entry(path: Path, load: Callable[[Path], Loaded], summary: Summary | None = None) -> Entry:
    return Entry(one_line(path.name), path, partial(load, path), summary)


def briefing_folders(folder: Path) -> tuple[Path, ...]:
    """The folder itself where it holds a briefing, else the folders in it that do."""
    if folder.name in {"", ".."}:
        folder = folder.resolve()
    if _holds(folder):
        return (folder,)
    try:
        with os.scandir(folder) as listed:
            names = sorted(each.name for each in listed if not each.name.startswith(".") and each.is_dir())
    except OSError:  # what may not be read holds nothing for this reader
        return ()
    return tuple(folder / name for name in names if _holds(folder / name))


def _holds(folder: Path) -> bool:
    try:
        return os.path.lexists(os.path.join(folder, HEADER))  # noqa: PTH118  a thousand times
    except (OSError, ValueError):
        return False


def resolve(library: Library, text: str) -> Place:
    """What a word means: a place, a section where there is only one briefing, the path of a folder."""
    if place := _folder(library, text):
        return place
    readings = [text.lower()]
    if len(library.readable) == 1:
        readings.append(f"{library.readable[0].id}#{text.lower().removeprefix('#')}")
    places = [place for reading in readings if (place := _read(reading))]
    for place in places:
        if _exists(library, place):
            return place
    raise UnknownPlace(_told(library, one_line(text), places))


def _folder(library: Library, text: str) -> Place | None:
    """The newest briefing at the path of a folder or of a file in it, if the text is one."""
    if not text:
        return None
    try:
        folder, section = Path(text).resolve(strict=True), None
    except (OSError, ValueError, RuntimeError):
        return None
    given = next((each for each in library.readable if each.path.is_file() and each.path.resolve() == folder), None)
    if given:
        return Place(given.id)
    if folder.is_file():
        folder, section = folder.parent, folder.stem
    found = (each for each in library.readable if folder in (path := each.path.resolve(), path.parent))
    entry = next(found, None)
    if entry is None:
        return None
    place = Place(entry.id, section if section and ID.fullmatch(section) else None)
    return place if _exists(library, place) else Place(entry.id)


def _read(text: str) -> Place | None:
    try:
        return Place.read(text)
    except ValueError:
        return None


def _exists(library: Library, place: Place) -> bool:
    entry = library.entry(place.briefing)
    if entry is None or entry.briefing is None:
        return False
    if place.section is None:
        return True
    section = entry.briefing.section(place.section)
    return section is not None and (place.paragraph is None or place.paragraph <= len(section.paragraphs))


def _told(library: Library, text: str, places: Sequence[Place]) -> str:
    for place in places:
        entry = library.entry(place.briefing)
        if entry and entry.briefing is None:
            return f"the briefing '{entry.id}' cannot be opened: {entry.problems[0]}"
    near = next((found for place in places if (found := _nearest(library, place))), None)
    hint = f"Did you mean {near}?" if near else f"There are: {_names(library)}."
    return f"there is no '{text}'. {hint}"


def _names(library: Library) -> str:
    names = [entry.id for entry in library.readable]
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return ", ".join(names[:5]) + more if names else "no briefings"


def _nearest(library: Library, place: Place) -> Place | None:
    """The existing place that someone who wrote this one most likely meant."""
    ids = [each.id for each in library.readable]
    entry = library.entry(place.briefing)
    if entry is None or entry.briefing is None:
        few = library.briefings if len(library.readable) <= FEW else ()
        held = next((each.id for each in few if each.section(place.briefing)), None)
        if held:
            return Place(held, place.briefing)
        near = _nearest_name(place.briefing, ids)
        if near is None:
            return None
        other = Place(near, place.section, place.paragraph)
        return other if _exists(library, other) else _nearest(library, other)
    section = entry.briefing.section(place.section or "")
    if section is None:
        name = _nearest_name(place.section or "", [each.id for each in entry.briefing.sections])
        return Place(entry.id, name) if name else None
    return Place(entry.id, section.id, len(section.paragraphs) or None)


def _nearest_name(name: str, names: Sequence[str]) -> str | None:
    """The nearest number of the same series (`q12` → `q10`), else the name spelt most alike."""
    if match := _NUMBERED.fullmatch(name):
        series = [
            (int(each[2]), each[0]) for other in names if (each := _NUMBERED.fullmatch(other)) and each[1] == match[1]
        ]
        if series:
            return min(series, key=lambda pair: abs(pair[0] - int(match[2])))[1]
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, names, 1)), None)


def _age(entry: Entry) -> int:
    return -entry.summary.date.toordinal() if entry.summary else 1


def read_folder(path: Path) -> Entry:
    """One folder, whether it holds a briefing or not."""
    return _entry(path, Shelf(None).load)
