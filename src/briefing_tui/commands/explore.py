"""`briefing-tui [PLACE or PATH]`: the explorer, the one command that loads the screen."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from difflib import get_close_matches

from briefing_tui.commands.command import Command, Refusal, Streams


def _arguments(parser: ArgumentParser) -> None:
    place = "BRIEFING, BRIEFING#SECTION, BRIEFING#SECTION/PARAGRAPH, or a folder"
    parser.add_argument("place", metavar="PLACE", nargs="?", help=place)
    parser.add_argument("--theme", metavar="NAME", help="the colours of the screen")


def _run(options: Namespace, streams: Streams) -> int:
    from briefing_tui.commands.opening import opened

    try:
        library, places = opened(options, streams, [options.place] if options.place is not None else [])
    except Refusal as refusal:
        raise Refusal(f"{refusal}{_command_like(options.place)}") from refusal
    if not (sys.stdin and sys.stdin.isatty() and streams.err.isatty()):
        raise Refusal("the explorer needs a terminal; briefing-tui --help lists the commands that need none")
    if os.environ.get("TERM") == "dumb":
        raise Refusal("a terminal that says TERM=dumb cannot show the explorer; briefing-tui show prints a briefing")
    from briefing_tui.ui.app import run

    return run(library, places[0] if places else None, options.theme)


def _command_like(word: str | None) -> str:
    from briefing_tui.commands import COMMANDS

    near = get_close_matches(word or "", COMMANDS, 1)
    return f" Or the command '{near[0]}'?" if near else ""


EXPLORE = Command(
    "",
    "Read press briefings in the terminal: every figure leads to the sentence that holds it, and back.",
    "briefing-tui scio-2024-10-23#q2",
    _arguments,
    _run,
)
