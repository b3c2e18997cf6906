"""Folders laid over each other become what there is to open, and a word from outside becomes a place in it.

Reading a folder is content's work; showing what was found is left to the commands and the screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from briefing_tui.content import HEADER, load
from briefing_tui.model import Briefing
from briefing_tui.place import Place
from briefing_tui.plain import one_line
from briefing_tui.problem import Problem

_NUMBERED = re.compile(r"(.*?)(\d{1,6})")


class UnknownPlace(ValueError):  # noqa: N818  it is the place that is unknown
    """An address that the library does not have; the message names the nearest that it has."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list tells of a briefing; the numbers are counts."""

    title: str
    organiser: str
    date: date
    sections: int
    exchanges: int
    speakers: int
    indicators: int
    candidates: int

    @classmethod
    def of(cls, briefing: Briefing) -> Summary:
        return cls(
            briefing.short_title or briefing.title,
            briefing.organiser_short or briefing.organiser,
            briefing.date,
            len(briefing.sections),
            sum(section.kind == "exchange" for section in briefing.sections),
            len(briefing.speakers),
            len(briefing.indicators),
            sum(indicator.candidate for indicator in briefing.indicators),
        )


@dataclass(frozen=True)
class Entry:
    """One folder of the library; `briefing` is None where its header is broken, and `problems` say why."""

    id: str
    path: Path
    briefing: Briefing | None
    problems: tuple[Problem, ...]

    @property
    def summary(self) -> Summary | None:
        """What a list tells of it; None where its header is broken."""
        return Summary.of(self.briefing) if self.briefing else None


@dataclass(frozen=True, slots=True)
class Library:
    """What there is to open, the newest first, broken folders last."""

    entries: tuple[Entry, ...]

    @property
    def briefings(self) -> tuple[Briefing, ...]:
        return tuple(entry.briefing for entry in self.entries if entry.briefing)

    def entry(self, identifier: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.id == identifier), None)


def shipped() -> Path:
    """The folder of the content that comes with the program: packed into the wheel, or the checkout's."""
    packed = Path(__file__).with_name("_content")
    return packed if packed.is_dir() else Path(__file__).parents[2] / "content"


def open_library(folders: Sequence[Path] = ()) -> Library:
    """The shipped content, the user's own folder and the given ones; a later id hides an earlier."""
    import platformdirs

    own = platformdirs.user_data_path("briefing-tui") / "library"
    return read_folders((shipped(), own, *folders))


def read_folders(folders: Iterable[Path]) -> Library:
    """These folders alone, each a briefing or a folder of briefings, laid over each other."""
    paths = {path.name: path for folder in folders for path in briefing_folders(folder)}
    entries = sorted((read_folder(path) for path in paths.values()), key=lambda entry: entry.id)
    return Library(tuple(sorted(entries, key=_age)))


def briefing_folders(folder: Path) -> tuple[Path, ...]:
    """The folder itself where it holds a briefing, else the folders in it that do."""
    # A glob passes over what it may not read.
    if folder.name in {"", ".."}:
        folder = folder.resolve()
    if any(folder.glob(HEADER)):
        return (folder,)
    return tuple(sorted(path.parent for path in folder.glob(f"[!.]*/{HEADER}")))


def resolve(library: Library, text: str) -> Place:
    """What a word means: a place, a section where there is only one briefing, the path of a folder."""
    if place := _folder(library, text):
        return place
    briefings = library.briefings
    readings = [text.lower()]
    if len(briefings) == 1:
        readings.append(f"{briefings[0].id}#{text.lower().removeprefix('#')}")
    places = [place for reading in readings if (place := _read(reading))]
    for place in places:
        if _exists(library, place):
            return place
    raise UnknownPlace(_told(library, one_line(text), places))


def _folder(library: Library, text: str) -> Place | None:
    """The newest briefing at a path, if the text is one."""
    if not text:
        return None
    try:
        folder = Path(text).resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        return None
    paths = {entry.id: entry.path.resolve() for entry in library.entries if entry.briefing}
    found = (key for key, path in paths.items() if folder in (path, path.parent))
    return next((Place(key) for key in found), None)


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
    names = [briefing.id for briefing in library.briefings]
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return ", ".join(names[:5]) + more if names else "no briefings"


def _nearest(library: Library, place: Place) -> Place | None:
    """The existing place that someone who wrote this one most likely meant."""
    ids = [briefing.id for briefing in library.briefings]
    entry = library.entry(place.briefing)
    if entry is None or entry.briefing is None:
        held = next((each.id for each in library.briefings if each.section(place.briefing)), None)
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
    return next(iter(get_close_matches(name, names, 1)), None)


def _age(entry: Entry) -> int:
    return -entry.briefing.date.toordinal() if entry.briefing else 1


def read_folder(path: Path) -> Entry:
    """One folder, whether it holds a briefing or not."""
    loaded = load(path)
    return Entry(one_line(path.name), path, loaded.briefing, loaded.problems)
