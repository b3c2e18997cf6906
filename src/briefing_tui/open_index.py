"""The index of a library: a small one in memory, made at once; a large one in files of the user's cache folder."""

from __future__ import annotations

import os
from contextlib import suppress

from briefing_tui.cache_folder import cache_folder
from briefing_tui.index_folder import IndexFolder
from briefing_tui.library import Library
from briefing_tui.memory_folder import MemoryFolder
from briefing_tui.search import Index
from briefing_tui.sources import sources
from briefing_tui.stored import StoredIndex

FEW = 50  # briefings that are indexed anew each time
ALL = 2_000  # rows that are ranked of so few, as they are in memory


def open_index(library: Library, once: bool = False) -> Index:
    """What there is of the library's index; whoever opens it decides when it is brought up to date.

    For who asks but `once`, what was kept is quicker even of a small library.
    """
    few = len(library.entries) <= FEW
    cache = cache_folder() if once or not few else None
    folder: IndexFolder | MemoryFolder | None = None
    if cache:
        parents = sorted({os.path.dirname(os.path.abspath(entry.location)) for entry in library.entries})  # noqa: PTH100, PTH120
        with suppress(OSError):
            folder = IndexFolder(cache, "\0".join(parents), ALL if few else None)
    if folder is None and few:
        return Index(library.briefings)
    warning = "" if folder else "the search index cannot be kept: the cache folder is not the user's alone to write"
    return StoredIndex(folder or MemoryFolder(), sources(library), warning=warning)
