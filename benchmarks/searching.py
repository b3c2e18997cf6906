"""Asks the search engine letter by letter, in a process of its own: `python -m benchmarks.searching FOLDER`.

Prints one JSON document: seconds until it can be asked, MiB, and milliseconds for each key.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable
from os import getpid
from pathlib import Path
from time import perf_counter

from benchmarks import processes

# Common and rare words of the made libraries, two of them, a phrase, a figure, a filter, a word that is not there.
QUERIES = (
    "harbour",
    "steel output",
    "grain exports",
    "market policy",
    '"growth industry"',
    "battery investment river",
    "topic:steel output",
    "vegetable -fruit",
    "quarter review census",
    "zzyzx",
)


_MOST_MEMORY = 8 * 2**30


def engine(folder: Path) -> Callable[[str], object]:
    """The one place that knows how a library becomes something to ask as one types."""
    from briefing_tui.library import read_folders
    from briefing_tui.open_index import open_index
    from briefing_tui.stored import StoredIndex

    index = open_index(read_folders((folder,)))
    if isinstance(index, StoredIndex):
        index.refresh()
    return index.first


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    begun = perf_counter()
    ask = engine(Path(sys.argv[1]))
    ask("warm")
    ready = perf_counter() - begun
    times = []
    for query in QUERIES:
        for length in range(1, len(query) + 1):
            typed = perf_counter()
            ask(query[:length])
            times.append((perf_counter() - typed) * 1000)
    print(json.dumps({"ready": ready, "memory": processes.memory((getpid(),))[0], "keys": times}))


if __name__ == "__main__":
    main()
