"""The index of a library: a small one in memory, made at once; a large one in files of the user's cache folder."""

from __future__ import annotations

from briefing_tui.cache_folder import cache_folder
from briefing_tui.index_folder import IndexFolder
from briefing_tui.library import Library
from briefing_tui.memory_folder import MemoryFolder
from briefing_tui.search import Index
from briefing_tui.sources import sources
from briefing_tui.stored import StoredIndex

FEW = 50  # briefings that are indexed anew each time


def open_index(library: Library) -> Index:
    """What there is of the library's index; whoever opens it decides when it is brought up to date."""
    if len(library.entries) <= FEW:
        return Index(library.briefings)
    cache = cache_folder()
    parents = sorted({str(entry.path.absolute().parent) for entry in library.entries})
    try:
        folder: IndexFolder | MemoryFolder | None = IndexFolder(cache, "\0".join(parents)) if cache else None
    except OSError:
        folder = None
    warning = "" if folder else "the search index cannot be kept: the cache folder is not the user's alone to write"
    return StoredIndex(folder or MemoryFolder(), sources(library), warning=warning)
