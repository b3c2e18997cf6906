"""`briefing-tui import`: transcripts become draft briefings, every figure in them a candidate."""

from __future__ import annotations

import datetime
import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.commands.command import Command, Refusal, Streams
from briefing_tui.commands.standard_input import standard_input
from briefing_tui.settings import own_library

if TYPE_CHECKING:
    from briefing_tui.commands.importing import Outcome, Source
    from briefing_tui.intake import Intake

SUFFIXES = {".txt", ".md", ".markdown", ".html", ".htm", ".pdf"}
INTERRUPTED = 130
# Those of transcripts.layouts, which a Tab in the shell need not wait for; a test holds them together.
LAYOUTS = (
    "timed",
    "alone",
    "capitals",
    "full-stop",
    "letters",
    "inline",
    "own-line",
    "bold",
    "bold-questions",
    "unlabelled",
)


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help="a transcript, a folder of them, or - for standard input"
    )
    parser.add_argument("--into", metavar="DIR", type=Path, help="where the briefings go; your own library unless told")
    parser.add_argument(
        "--layout",
        metavar="NAME",
        choices=LAYOUTS,
        help=f"how the transcript is laid out, where it is recognised wrongly: {', '.join(LAYOUTS)}",
    )
    parser.add_argument("--date", metavar="DAY", type=_day, help="such as 2024-10-23, where a transcript tells none")
    parser.add_argument("--force", action="store_true", help="replace a briefing that differs; the old one is kept")
    parser.add_argument("--guesses", action="store_true", help="tell each guess, with its line")
    parser.add_argument("--changes", action="store_true", help="tell each figure of a changed file, not the first five")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"'{text}' is no day such as 2024-10-23") from error


def _run(options: Namespace, streams: Streams) -> int:
    from briefing_tui.intake import opened

    into = options.into or own_library()
    sources = _told_apart([each for text in options.files for each in _sources(text)])
    try:
        with opened(into) as intake:
            return _imported(sources, intake, options, streams)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Refusal(f"cannot write to {into}: {error.strerror or error}", 4) from error


def _imported(sources: list[Source], intake: Intake, options: Namespace, streams: Streams) -> int:
    from briefing_tui.commands.import_summary import shape, tell, told
    from briefing_tui.commands.importing import imported
    from briefing_tui.commands.progress import Progress

    outcomes: list[Outcome] = []
    stopped = False
    with Progress([each.size for each in sources], streams) as progress:
        try:
            for source in sources:
                outcome = imported(source, intake, options)
                outcomes.append(outcome)
                if not (progress.on_terminal or options.json):
                    tell(outcome, options.guesses, streams, alone=len(sources) == 1)
                progress.step(worked=outcome.what != "unchanged")
        except KeyboardInterrupt:
            stopped = True
    if options.json:
        streams.write_json(shape(outcomes, len(sources), stopped))
    elif progress.on_terminal:
        for outcome in outcomes:
            if outcome.changes or options.guesses:
                tell(outcome, options.guesses, streams)
    if len(sources) > 1 or stopped:
        for line in told(outcomes, len(sources), stopped, progress.seconds):
            streams.say(line)
    if stopped:
        return INTERRUPTED
    return 1 if any(each.what in {"failed", "differs"} for each in outcomes) else 0


def _sources(text: str) -> list[Source]:
    """The transcripts that a word of the command line names."""
    from briefing_tui.commands.importing import Source

    if text == "-":
        standard_input()  # told before anything is written
        return [Source("standard input", None)]
    path = Path(text)
    try:
        return _found(path)
    except PermissionError as error:
        raise Refusal(f"'{text}' cannot be read: {error.strerror}") from error


def _found(path: Path) -> list[Source]:
    from briefing_tui.commands.importing import Source

    if path.is_dir():
        with os.scandir(path):  # a folder that may not be read is told, not passed over
            pass
        found = [each for each in sorted(path.rglob("*")) if each.suffix.lower() in SUFFIXES and each.is_file()]
        shown = [each for each in found if not any(part[0] == "." for part in each.relative_to(path).parts)]
        if not shown:
            raise Refusal(f"there are no transcripts in '{path}': {', '.join(sorted(SUFFIXES))} are read", 1)
        return [Source(each.relative_to(path).as_posix(), each) for each in shown]
    if not path.is_file():
        raise Refusal(f"there is no file '{path}'")
    return [Source(path.name, path)]


def _told_apart(sources: list[Source]) -> list[Source]:
    """Files of one name, out of several folders of the command line, go by the folders as well."""
    times = Counter(each.name for each in sources)
    return [
        replace(each, name="/".join(part for part in each.path.parts if part.strip("./\\")))
        if each.path and times[each.name] > 1
        else each
        for each in sources
    ]


IMPORT = Command(
    "import",
    "A transcript becomes a draft briefing; every figure in it a candidate.",
    "briefing-tui import transcript.txt --into drafts",
    _arguments,
    _run,
)
