"""A word from outside becomes a place in the library, or is told what it could have meant."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from briefing_tui.library import FEW, Entry, Library
from briefing_tui.place import ID, Place
from briefing_tui.plain import one_line

_NUMBERED = re.compile(r"(.*?)(\d{1,6})")


class UnknownPlace(ValueError):  # noqa: N818  it is the place that is unknown
    """An address that the library does not have; the message names the nearest that it has."""


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
    if folder.is_file():
        given = _at(library, folder)
        if given and given.path.is_file():
            return Place(given.id)
        folder, section = folder.parent, folder.stem
    entry = _at(library, folder)
    if entry is None:
        return None
    place = Place(entry.id, section if section and ID.fullmatch(section) else None)
    return place if _exists(library, place) else Place(entry.id)


def _at(library: Library, path: Path) -> Entry | None:
    """The newest briefing at a path, or in it."""
    real = cache(os.path.realpath)
    wanted = str(path)
    for entry in library.readable:
        parent, name = os.path.split(entry.location)
        if wanted in (parent := real(parent), os.path.join(parent, name)):  # noqa: PTH118  ten thousand times
            return entry
    links = (entry for entry in library.readable if os.path.islink(entry.location))  # noqa: PTH114
    return next((entry for entry in links if entry.path.resolve() in {path, path / entry.path.name}), None)


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
