"""The briefings of one large folder as a list tells them, kept in one file: only what changed is looked at again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from briefing_tui.glance import HEADER
from briefing_tui.glancing import all_seen
from briefing_tui.sealed import keep_plain, kept_plain, name_of, salt, tidy
from briefing_tui.summary import Summary, Told

MOST_LISTS = 20  # of libraries; the ones not looked at longest go first
EVERY = 50  # briefings read between two words on how many

Tell = Callable[[int, int], None]
Stamp = tuple[int, ...]
# Of each briefing by name: what its files are like, and the ids it may give, None where only a reading tells.
Ids = dict[str, tuple[str, tuple[str, ...] | None]]
READERS = ("listing", "glancing", "glance", "summary", "stamps", "plain", "place")
_DAY = Summary._fields.index("day")


def headers(folder: str, names: Iterable[str]) -> dict[str, Stamp]:
    """What changes when files of a briefing come, go or are replaced, or its header is edited; of all that have one."""
    found: dict[str, Stamp] = {}
    stat = os.stat
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)  # short paths are looked up faster
    try:
        for name in names:
            try:
                header, whole = stat(f"{name}/{HEADER}", dir_fd=descriptor), stat(name, dir_fd=descriptor)
            except OSError:
                if os.path.lexists(f"{folder}/{name}/{HEADER}"):  # broken, but there
                    found[name] = ()
            else:
                found[name] = (whole.st_mtime_ns, header.st_mtime_ns, header.st_size, header.st_ino)
    finally:
        os.close(descriptor)
    return found


class Listing:
    """What is kept of a folder of briefings in a cache folder; without one, nothing is."""

    def __init__(self, folder: str, cache: Path | None) -> None:
        self.folder = folder
        self._cache = cache

    def told(self, stamps: dict[str, Stamp], tell: Tell | None = None) -> dict[str, Told]:
        """A summary of each briefing that can be told at a glance, the newest first.

        `tell` hears how many of the changed ones are read, of how many. What is done stays done when it is stopped.
        """
        known: dict[str, Stamp]
        told: dict[str, Told]
        known, told = self._kept("list") or ({}, {})
        if known == stamps:
            return told
        found = {name: told[name] for name, stamp in known.items() if stamp and stamps.get(name) == stamp}
        missing = [name for name in stamps if name not in found]
        ids: Ids = {}
        try:
            with closing(all_seen([f"{self.folder}/{name}" for name in missing])) as sights:
                for number, (name, (stamp, sight)) in enumerate(zip(missing, sights, strict=True), 1):
                    if sight:
                        found[name], ids[name] = sight[0], (stamp, sight[1])
                    if tell and (number % EVERY == 0 or number == len(missing)):
                        tell(number, len(missing))
        finally:
            found = dict(sorted(found.items(), key=lambda each: (-each[1][_DAY], each[0])))
            if ids or len(found) != len(told):
                self._keep("list", ({name: stamps[name] for name in found}, found))
            if len(ids) > EVERY:
                self._keep("ids", self.ids() | ids)
        return found

    def ids(self) -> Ids:
        """Of each briefing the stamp of its files and the ids it may give, as far as that is kept."""
        return self._kept("ids") or {}

    def keep_ids(self, ids: Ids) -> None:
        self._keep("ids", ids)

    def _kept(self, kind: str) -> Any:
        return self._cache and kept_plain(self._cache / f"{name_of(self.folder)}.{kind}", salt(READERS))

    def _keep(self, kind: str, value: Any) -> None:
        if self._cache is not None:
            keep_plain(self._cache / f"{name_of(self.folder)}.{kind}", salt(READERS), value)
            tidy(self._cache, f"*.{kind}", MOST_LISTS)
