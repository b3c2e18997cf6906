"""`briefing-tui show`: a briefing, a section or a paragraph, to read or to pipe."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from briefing_tui.commands.command import Command, Streams


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("place", metavar="PLACE", help="BRIEFING, BRIEFING#SECTION or BRIEFING#SECTION/PARAGRAPH")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="text unless told")
    parser.add_argument("--json", dest="format", action="store_const", const="json", help="the same as --format json")


def _run(options: Namespace, streams: Streams) -> int:
    from briefing_tui import export
    from briefing_tui.commands.opening import briefing_of, opened

    library, (place,) = opened(options, streams, [options.place])
    streams.write(export.show(briefing_of(library, place), place, options.format))
    return 0


SHOW = Command(
    "show",
    "A briefing, a section or a paragraph, to read or to pipe.",
    "briefing-tui show scio-2024-10-23#q3 --format markdown",
    _arguments,
    _run,
)
