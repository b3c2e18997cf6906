"""What most commands begin with: the library, and the places that words of the command line mean in it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from itertools import islice
from os import scandir
from pathlib import Path
from shlex import quote
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
MOST_LOOKED_AT = 10_000  # files below a folder


def opened(options: Namespace, streams: Streams, texts: Sequence[str] = ()) -> tuple[Library, list[Place]]:
    """The library with what lies at paths among the texts laid over it, and the place of each; else a Refusal."""
    for given in (*map(str, options.library), *texts):
        if barred := _barred(given):
            raise Refusal(barred)
    folders = [folder for text in texts if (folder := _folder(text))]
    library = open_library((*options.library, *folders), progress(streams))
    try:
        places = []
        for text in texts:
            if _is_transcript(text) and (entry := _imported(Path(text), library)):
                library.notice = f"Imported already: {entry.id}"
                streams.say(library.notice)
                places.append(Place(entry.id))
                continue
            if _is_transcript(text):
                library = library.joined(draft_entry(Path(text)))
            places.append(resolve(library, text))
    except UnknownPlace as unknown:
        raise Refusal(_only_transcripts(text) or str(unknown)) from unknown
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


def _imported(path: Path, library: Library) -> Entry | None:
    """The briefing that was imported from the same bytes; one named like the file is looked at first."""
    from hashlib import sha256

    from briefing_tui.intake import digest_in

    try:
        if path.stat().st_size > LARGEST:
            return None
        digest = sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
    likely = sorted(library.readable, key=lambda each: not each.id.startswith(path.stem.lower()))
    return next((each for each in likely if digest_in(each.path) == digest and each.briefing), None)


def _barred(text: str) -> str:
    """Why a path may not be read, if it is a folder; else empty."""
    try:
        if text and Path(text).is_dir():
            scandir(text).close()
    except PermissionError as error:
        return f"'{text}' may not be read: {error.strerror}"
    except (OSError, ValueError):
        pass
    return ""


def _only_transcripts(text: str) -> str:
    """What is in a folder that holds no briefing but what could become some; empty where that is not so."""
    from briefing_tui.commands.import_ import SUFFIXES

    path = Path(text)
    if not text or not path.is_dir():
        return ""
    looked_at = islice(path.rglob("*"), MOST_LOOKED_AT)
    count = sum(each.suffix.lower() in SUFFIXES and each.is_file() for each in looked_at)
    found = "a file" if count == 1 else f"{count:,} files"
    what = f"'{text}' holds no briefing, but {found} that may be transcripts. They become briefings by:"
    return f"{what} briefing-tui import {quote(text)}" if count else ""


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
