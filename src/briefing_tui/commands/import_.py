"""`briefing-tui import`: a transcript becomes a draft briefing, every figure in it a candidate."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from briefing_tui.commands.command import Command, Refusal, Streams

if TYPE_CHECKING:
    from briefing_tui.model import Briefing
    from briefing_tui.transcripts import Draft

SUFFIXES = {".txt", ".md", ".markdown", ".html", ".htm"}
LARGEST = 20_000_000


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help="a transcript, a folder of them, or - for standard input"
    )
    parser.add_argument("--into", metavar="DIR", type=Path, help="where the briefings go; your own library unless told")
    parser.add_argument(
        "--layout", metavar="NAME", help="how the transcript is laid out, where it is recognised wrongly"
    )
    parser.add_argument("--force", action="store_true", help="replace a briefing that differs; the old one is kept")
    parser.add_argument("--guesses", action="store_true", help="tell each guess, with its line")


def _run(options: Namespace, streams: Streams) -> int:
    into = options.into or _own_library()
    files = [each for text in options.files for each in _files(text)]
    failed = 0
    begun = monotonic()
    for number, file in enumerate(files, 1):
        try:
            for told in _imported(file, into, options):
                streams.write(f"{told}\n")
        except (OSError, ValueError) as error:
            failed += 1
            streams.say(f"{file}: {getattr(error, 'strerror', None) or error}")
        if len(files) > 1 and (number % 20 == 0 or number == len(files)):
            rate = number / max(monotonic() - begun, 0.001)
            left = (len(files) - number) / rate
            streams.say(
                f"{number} of {len(files)}, {rate:.0f} a second, {left:.0f} s left; Ctrl-C stops, again goes on"
            )
    if len(files) > 1:
        streams.say(f"{len(files) - failed} imported or unchanged, {failed} failed")
    return 1 if failed else 0


def _own_library() -> Path:
    import platformdirs

    return platformdirs.user_data_path("briefing-tui") / "library"


def _files(text: str) -> list[Path | None]:
    """The transcripts that a word names; None is standard input."""
    if text == "-":
        return [None]
    path = Path(text)
    if path.is_dir():
        return [*sorted(each for each in path.rglob("*") if each.suffix.lower() in SUFFIXES and each.is_file())]
    if not path.is_file():
        raise Refusal(f"there is no file '{text}'")
    return [path]


def _imported(file: Path | None, into: Path, options: Namespace) -> Iterator[str]:
    """Make one briefing and tell what came of it. ValueError and OSError say why none was made."""
    from briefing_tui.transcripts import read
    from briefing_tui.transcripts.drafting import briefing_of, slug

    if file is not None and file.stat().st_size > LARGEST:
        raise ValueError("is larger than 20 MB")
    raw = sys.stdin.buffer.read(LARGEST) if file is None else file.read_bytes()
    name = file.name if file else "standard input"
    draft = read(raw, name, options.layout)
    if not draft.words_kept:
        raise ValueError(f"words would be lost: {', '.join(draft.lost[:5])}")
    stem = slug(file.stem, 50) if file else slug(f"{draft.organiser} {draft.date}", 50)
    briefing = briefing_of(draft, stem)
    outcome = _kept(briefing, into / briefing.id, options.force)
    yield f"{name}: {outcome} {into / briefing.id}"
    yield f"  {_counts(draft, briefing)}"
    if options.guesses:
        yield from (f"  {guess}" for guess in draft.guesses)


def _counts(draft: Draft, briefing: Briefing) -> str:
    people, outlets = len(draft.speakers), len(draft.outlets)
    return (
        f"layout {draft.layout}, {people} speakers, {outlets} who ask, {len(draft.exchanges)} exchanges, "
        f"{len(briefing.indicators)} candidate figures, {draft.attributed:.0%} of the words attributed, "
        f"{len(draft.narration)} lines of narration, {len(draft.guesses)} guesses"
    )


def _kept(briefing: Briefing, folder: Path, force: bool) -> str:
    """Write a briefing where it is new; leave the same one; replace another only by force, keeping a copy."""
    from briefing_tui.content import load
    from briefing_tui.content_writer import write

    if not folder.exists():
        write(briefing, folder)
        return "made"
    if load(folder).briefing == briefing:
        return "unchanged"
    if not force:
        raise ValueError(f"{folder} differs from it already: --force replaces it and keeps a copy")
    copies = (folder.with_name(f".{folder.name}.{number}") for number in range(1, 1000))
    copy = next(each for each in copies if not each.exists())
    folder.rename(copy)
    write(briefing, folder)
    return f"replaced, the old one kept as {copy.name},"


IMPORT = Command(
    "import",
    "A transcript becomes a draft briefing; every figure in it a candidate.",
    "briefing-tui import transcript.txt --into drafts",
    _arguments,
    _run,
)
