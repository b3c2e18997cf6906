"""`briefing-tui export`: a briefing as files for other programs."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing_tui.commands.command import Command, Refusal, Streams

FORMS = ("datapackage", "markdown", "json")  # the table of them is loaded with what makes them


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("place", metavar="BRIEFING")
    parser.add_argument("--format", choices=FORMS, default=FORMS[0], help="datapackage (CSV tables) unless told")
    parser.add_argument("--into", metavar="DIR", type=Path, default=Path(), help="where the files go; here unless told")
    parser.add_argument("--force", action="store_true", help="replace other files there; the old ones are kept")
    parser.add_argument("--json", action="store_true", help="one JSON document that tells the files")


def _run(options: Namespace, streams: Streams) -> int:
    from briefing_tui import export
    from briefing_tui.commands.opening import briefing_of, opened
    from briefing_tui.file_set import Taken, write_files

    library, (place,) = opened(options, streams, [options.place])
    if place.section is not None:
        raise Refusal(f"a whole briefing is exported: {place.briefing}. For a part of it: briefing-tui show {place}")
    briefing = briefing_of(library, place)
    try:
        paths = write_files(options.into, export.files(briefing, options.format), options.force)
    except Taken as taken:
        raise Refusal(f"other files stand there: {taken}. --force keeps them beside and writes these.", 4) from taken
    except OSError as error:
        raise Refusal(f"cannot write to {options.into}: {error.strerror or error}", 4) from error
    if options.json:
        told = {"briefing": briefing.id, "format": options.format, "files": [str(path) for path in paths]}
        streams.write_json(told)
    else:
        streams.write("".join(f"{path}\n" for path in paths))
    if candidates := sum(each.candidate for each in briefing.indicators):
        streams.say(f"{candidates} of {len(briefing.indicators)} figures are candidates that nobody has accepted")
    return 0


EXPORT = Command(
    "export",
    "A briefing as files for other programs: CSV tables with their description, Markdown or JSON.",
    "briefing-tui export scio-2024-10-23 --format datapackage --into tables",
    _arguments,
    _run,
)
