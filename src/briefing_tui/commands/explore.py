"""`briefing-tui [PLACE or PATH]`: the explorer, the one command that loads the screen."""

from __future__ import annotations

import io
import os
import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from difflib import get_close_matches

from briefing_tui.commands.command import Command, Refusal, Streams


def _arguments(parser: ArgumentParser) -> None:
    place = "BRIEFING, BRIEFING#SECTION, BRIEFING#SECTION/PARAGRAPH, or a folder"
    parser.add_argument("place", metavar="PLACE", nargs="?", help=place)
    parser.add_argument("--theme", metavar="NAME", help="the colours of the screen")


def _run(options: Namespace, streams: Streams) -> int:
    from briefing_tui import picture
    from briefing_tui.commands.opening import opened

    if options.theme:
        _check_theme(options.theme)
    if options.place == "-":
        raise Refusal("keys are read from standard input here; 'briefing-tui import -' takes a transcript from it")
    # While the last first screen stands on the terminal, a line of talk would be written across it.
    hushed = streams if picture.on_screen is None else replace(streams, err=io.StringIO())
    try:
        library, places = opened(options, hushed, [options.place] if options.place is not None else [])
    except Refusal as refusal:
        raise Refusal(f"{refusal}{command_like(options.place)}") from refusal
    if not (sys.stdin and sys.stdin.isatty() and streams.err.isatty()):
        raise Refusal("the explorer needs a terminal; briefing-tui --help lists the commands that need none")
    if os.environ.get("TERM") == "dumb":
        raise Refusal("a terminal that says TERM=dumb cannot show the explorer; briefing-tui show prints a briefing")
    from briefing_tui.ui.app import run

    return run(library, places[0] if places else None, options.theme)


def _check_theme(name: str) -> None:
    from briefing_tui.ui.themes import THEMES

    names = [each.name for each in THEMES]
    if name not in names:
        raise Refusal(f"there is no theme '{name}'. There are: {', '.join(names)}")


def command_like(word: str | None) -> str:
    """The command that a word may be a slip of, as a question."""
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
