"""What most commands begin with: the library, and the places that words of the command line mean in it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from briefing_tui.commands.command import Refusal, Streams
from briefing_tui.library import Library, UnknownPlace, briefing_folders, open_library, resolve
from briefing_tui.model import Briefing
from briefing_tui.place import Place


def opened(options: Namespace, streams: Streams, texts: Sequence[str] = ()) -> tuple[Library, list[Place]]:
    """The library with the folders among the texts laid over it, and the place of each; else a Refusal."""
    folders = [Path(text) for text in texts if _holds_briefings(text)]
    library = open_library((*options.library, *folders))
    try:
        places = [resolve(library, text) for text in texts]
    except UnknownPlace as unknown:
        raise Refusal(str(unknown)) from unknown
    ids = {place.briefing for place in places} or {briefing.id for briefing in library.briefings}
    for entry in library.entries:
        if entry.id in ids and entry.problems:
            left_out = "1 problem" if len(entry.problems) == 1 else f"{len(entry.problems)} problems"
            streams.say(f"{entry.id}: {left_out}; what they touch is left out. See: briefing-tui check {entry.path}")
    return library, places


def briefing_of(library: Library, place: Place) -> Briefing:
    """The briefing of a place that `opened` gave."""
    entry = library.entry(place.briefing)
    assert entry is not None
    assert entry.briefing is not None
    return entry.briefing


def _holds_briefings(text: str) -> bool:
    try:
        return bool(text) and Path(text).is_dir() and bool(briefing_folders(Path(text)))
    except (OSError, ValueError):
        return False
