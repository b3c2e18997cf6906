"""A command line, run in this process with streams of its own."""

from __future__ import annotations

import io
from dataclasses import dataclass

from briefing_tui.cli import main


@dataclass(frozen=True)
class Said:
    """How a command left, and what it wrote to which stream."""

    status: int
    out: str
    err: str


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


def run(*argv: str, terminal: bool = False) -> Said:
    """Run one command line."""
    out, err = Terminal() if terminal else io.StringIO(), io.StringIO()
    return Said(main(argv, out, err), out.getvalue(), err.getvalue())
