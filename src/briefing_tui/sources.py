"""What an index is made from: each briefing's id, a stamp that changes when its folder does, and how to read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from briefing_tui.library import Entry, Library
from briefing_tui.stamps import all_files

if TYPE_CHECKING:
    from briefing_tui.model import Briefing


@dataclass(frozen=True, slots=True)
class Source:
    """A briefing that need not be in memory; `read` gives None where it cannot be read."""

    id: str
    stamp: Callable[[], str]
    read: Callable[[], Briefing | None]


def sources(library: Library) -> tuple[Source, ...]:
    """Every briefing of a library, the newest first; none is read yet, and none is kept when it is."""
    return tuple(
        Source(entry.id, partial(all_files, entry.location), partial(_read, entry)) for entry in library.entries
    )


def _read(entry: Entry) -> Briefing | None:
    if entry.path.is_dir():
        from briefing_tui.content import load

        return load(entry.path).briefing
    return entry.anew().briefing
