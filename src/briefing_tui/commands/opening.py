"""What most commands begin with: the library, and the places that words of the command line mean in it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.addresses import UnknownPlace, resolve
from briefing_tui.commands.command import Refusal, Streams
from briefing_tui.library import Entry, Library, briefing_folders, open_library
from briefing_tui.listing import Tell
from briefing_tui.place import Place

if TYPE_CHECKING:
    from briefing_tui.model import Briefing

SLOW = 200  # briefings whose reading takes long enough to be told
LARGEST = 20_000_000  # bytes of a transcript


def opened(options: Namespace, streams: Streams, texts: Sequence[str] = ()) -> tuple[Library, list[Place]]:
    """The library with what lies at paths among the texts laid over it, and the place of each; else a Refusal."""
    folders = [folder for text in texts if (folder := _folder(text))]
    library = open_library((*options.library, *folders), progress(streams))
    try:
        for path in filter(_is_transcript, texts):
            library = library.joined(draft_entry(Path(path)))
        places = [resolve(library, text) for text in texts]
    except UnknownPlace as unknown:
        raise Refusal(str(unknown)) from unknown
    asked = {place.briefing for place in places}
    wrong = [(entry, entry.problem_count) for entry in library.entries if entry.problem_count and entry.opens]
    for entry, count in wrong:
        if not asked or entry.id in asked:
            left_out = "1 problem" if count == 1 else f"{count} problems"
            streams.say(f"{entry.id}: {left_out}; what they touch is left out. See: briefing-tui check {entry.path}")
    return library, places


def progress(
    streams: Streams, doing: str = "reading", after: str = ", once; Ctrl-C stops, the next time goes on"
) -> Tell:
    """Tells how far the reading of a large library is, in whole tenths."""
    told = 0

    def tell(done: int, of: int) -> None:
        nonlocal told
        if of > SLOW and done * 10 // of > told:
            told = done * 10 // of
            streams.say(f"{doing} {done:,} of {of:,} briefings{after}")

    return tell


def briefing_of(library: Library, place: Place) -> Briefing:
    """The briefing of a place that `opened` gave."""
    entry = library.entry(place.briefing)
    assert entry is not None
    assert entry.briefing is not None
    return entry.briefing


def draft_entry(path: Path) -> Entry:
    """A transcript's file as a briefing that is kept nowhere; a Refusal where it is none."""
    from briefing_tui.model import Loaded
    from briefing_tui.transcripts import read
    from briefing_tui.transcripts.drafting import briefing_of, slug
    from briefing_tui.transcripts.pdf import is_pdf, text_of

    try:
        if path.stat().st_size > LARGEST:
            raise Refusal(f"{path} is larger than 20 MB")
        raw = path.read_bytes()
        briefing = briefing_of(read(text_of(raw) if is_pdf(raw) else raw, path.name), slug(path.stem, 50))
    except (OSError, ValueError) as error:
        raise Refusal(f"{path} is no transcript: {getattr(error, 'strerror', None) or error}") from error
    return Entry(briefing.id, path, lambda: Loaded(briefing, ()))


def _folder(text: str) -> Path | None:
    """The folder of briefings that a text names, or that the TOML file it names stands in."""
    try:
        path = Path(text)
        if path.suffix == ".toml" and path.is_file():
            path = path.resolve().parent
        return path if text and path.is_dir() and briefing_folders(path) else None
    except (OSError, ValueError):
        return None


def _is_transcript(text: str) -> bool:
    try:
        return bool(text) and Path(text).suffix != ".toml" and Path(text).is_file()
    except (OSError, ValueError):
        return False
