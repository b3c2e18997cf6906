"""Words of the command line to a command, streams, exit numbers. What commands do stands in `commands`.

Exit: 0 well, 1 nothing found or problems found, 2 wrong use or no terminal, 3 a fault of ours, 4 could not
save, 128+n a signal.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, TextIO

from briefing_tui import __version__, picture
from briefing_tui.commands import COMMANDS
from briefing_tui.commands.command import Command, Refusal, Streams
from briefing_tui.plain import one_line

WRONG_USE = 2
FAULT = 3
UNSAVED = 4
INTERRUPTED = 128 + 2
BROKEN_PIPE = 128 + 13


def main(argv: Sequence[str], stdout: TextIO | None = None, stderr: TextIO | None = None) -> int:
    """Run one command line; the process's own streams unless others are given. Gives the exit number."""
    streams = Streams(stdout or sys.stdout, stderr or sys.stderr)
    try:
        if streams.out is None:
            raise Refusal("standard output is closed", UNSAVED)
        status = _run(argv, streams)
        streams.flush()
    except Refusal as refusal:
        picture.take_back()
        streams.say(f"briefing-tui: {refusal}")
        return refusal.status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return BROKEN_PIPE
    except Exception as fault:
        import traceback

        at = traceback.extract_tb(fault.__traceback__)[-1]
        streams.say(f"briefing-tui: a fault of ours: {type(fault).__name__}: {fault} ({at.filename}:{at.lineno})")
        return FAULT
    return status


def _run(argv: Sequence[str], streams: Streams) -> int:
    command, words = _command(["--help" if word == "-h" else word for word in argv])
    try:
        with contextlib.redirect_stdout(streams.out), contextlib.redirect_stderr(streams.err):
            options = _options(parser_of(command, "--help" in words), command, words)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else WRONG_USE
    if command.name:
        gc.enable()
    return command.run(options, streams)


def _command(words: list[str]) -> tuple[Command, list[str]]:
    """The command that the first word names, and the other words; without one, the explorer and all words."""
    at = 0
    while at < len(words) and words[at].startswith("--library"):
        at += 1 if "=" in words[at] else 2
    if at < len(words) and words[at] in COMMANDS:
        return COMMANDS[words[at]], words[:at] + words[at + 1 :]
    from briefing_tui.commands.explore import EXPLORE

    return EXPLORE, words


def _options(parser: argparse.ArgumentParser, command: Command, words: list[str]) -> argparse.Namespace:
    options, unknown = parser.parse_known_args(words)
    stray = [word for word in unknown if word.startswith("--") or not command.minus_words]
    if stray:
        like = "" if command.name else _slip(words)
        parser.error(f"unrecognized arguments: {' '.join(stray)}{like}")
    if command.minus_words:
        options.words += unknown
    return options


def _slip(words: list[str]) -> str:
    from briefing_tui.commands.explore import command_like

    like = command_like(words[0]).strip()
    return f" ({like[0].lower()}{like[1:]})" if like else ""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USE, f"{self.prog}: {one_line(message)}. See {self.prog} --help\n")


def parser_of(command: Command, helping: bool = False) -> argparse.ArgumentParser:
    """What takes a command's words apart; `helping` where the list of all commands is wanted behind it."""
    epilog = f"example:\n  {command.example}"
    if helping and not command.name:
        epilog = _all_commands()  # loads them all
    parser = _Parser(
        prog=f"briefing-tui {command.name}".strip(),
        usage=None if command.name else "briefing-tui [PLACE] [--theme NAME] | briefing-tui COMMAND …",
        description=command.help,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    parser.add_argument("--help", action="help", help="show this and leave")
    parser.add_argument(
        "--library",
        metavar="DIR",
        type=_folder,
        action="append",
        default=[],
        help="a folder of briefings, or one briefing, laid over the shipped ones; repeatable",
    )
    if not command.name:
        parser.add_argument("--version", action="version", version=f"briefing-tui {__version__}")
    command.arguments(parser)
    return parser


def _all_commands() -> str:
    width = max(map(len, COMMANDS)) + 2
    lines = [f"  {command.name:<{width}}{command.help}" for command in COMMANDS.values()]
    examples = [f"  {command.example}" for command in (_command([])[0], *COMMANDS.values())]
    return "\n".join(["commands (each has --help):", *lines, "", "examples:", *examples])


def _folder(text: str) -> Path:
    path = Path(text)
    try:
        found = path.is_dir()
    except OSError as error:
        raise argparse.ArgumentTypeError(f"'{one_line(text)}' may not be read: {error.strerror}") from error
    if not found:
        raise argparse.ArgumentTypeError(f"there is no folder '{one_line(text)}'")
    return path
