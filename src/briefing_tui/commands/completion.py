"""`briefing-tui completion`: the lines that make a shell complete commands, options, briefings and figures."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from briefing_tui.commands.command import Command, Streams


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("shell", choices=("bash", "zsh", "fish"))


def _run(options: Namespace, streams: Streams) -> int:
    from argcomplete.shell_integration import shellcode

    streams.write(shellcode(["briefing-tui"], shell=options.shell))
    return 0


COMPLETION = Command(
    "completion",
    "What makes your shell complete the words of a command line.",
    "briefing-tui completion bash >> ~/.bashrc",
    _arguments,
    _run,
)
