"""What an index is made from: each briefing's id, a stamp that changes when its folder does, and how to read it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path

from briefing_tui.library import Entry, Library
from briefing_tui.model import Briefing


@dataclass(frozen=True, slots=True)
class Source:
    """A briefing that need not be in memory; `read` gives None where it cannot be read."""

    id: str
    stamp: Callable[[], str]
    read: Callable[[], Briefing | None]


def sources(library: Library) -> tuple[Source, ...]:
    """Every briefing of a library, the newest first; none is read yet, and none is kept when it is."""
    return tuple(Source(entry.id, partial(stamp, entry.path), partial(_read, entry)) for entry in library.entries)


def stamp(path: Path) -> str:
    """The names, sizes and times of a folder's files, and where it is, as a digest; empty where it is not there."""
    try:
        if path.is_file():
            files = [(path.name, path.stat())]
        else:
            with os.scandir(path) as listed:
                files = sorted((each.name, each.stat()) for each in listed if each.name.endswith(".toml"))
    except OSError:
        return ""
    told = "".join(f"{name}\0{found.st_size} {found.st_mtime_ns} {found.st_ino}\n" for name, found in files)
    return blake2b(os.fsencode(path.absolute()) + b"\0" + os.fsencode(told), digest_size=16).hexdigest()


def _read(entry: Entry) -> Briefing | None:
    if entry.path.is_dir():
        from briefing_tui.content import load

        return load(entry.path).briefing
    return entry.anew().briefing
