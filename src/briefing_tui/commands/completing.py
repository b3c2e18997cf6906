"""What the shell offers behind the words typed so far: commands, options, briefings, figures, files.

The script that `briefing-tui completion` prints asks for it by an environment variable.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

_PLACES = ("BRIEFING", "PLACE")


def complete() -> None:
    """Answer the shell, on the stream that it reads, and end the process."""
    import argcomplete

    argcomplete.autocomplete(_parser(), always_complete_options="long")


def _parser() -> ArgumentParser:
    """The parser of the command that is typed, what stands for the command taken out of the line; else of all."""
    from briefing_tui.cli import parser_of
    from briefing_tui.commands import COMMANDS
    from briefing_tui.commands.explore import EXPLORE

    line, point = os.environ.get("COMP_LINE", ""), int(os.environ.get("COMP_POINT", "0"))
    words = line[:point].split(" ")
    name = words[1] if len(words) > 2 else ""
    if name in COMMANDS:
        start = len(words[0]) + 1
        os.environ["COMP_LINE"] = line[:start] + line[start + len(name) + 1 :]
        os.environ["COMP_POINT"] = str(point - len(name) - 1)
    parser = parser_of(COMMANDS.get(name, EXPLORE))
    for action in parser._actions:  # argparse has no other door to them
        if action.metavar in _PLACES:
            offered: Any = action
            offered.completer = _briefings if name else _first_words
        elif action.metavar == "ID":
            offered = action
            offered.completer = _indicators
    return parser


def _first_words(prefix: str, **_: object) -> Iterable[str]:
    from briefing_tui.commands import COMMANDS

    return [*(each for each in COMMANDS if each.startswith(prefix)), *_briefings(prefix)]


def _briefings(prefix: str, **_: object) -> Iterable[str]:
    from briefing_tui.library import open_library

    return [entry.id for entry in open_library(()).entries if entry.id.startswith(prefix)]


def _indicators(prefix: str, **_: object) -> Iterable[str]:
    from briefing_tui.giving import all_ids
    from briefing_tui.library import open_library

    return sorted(each for each in all_ids(open_library(()).entries) if each.startswith(prefix))
