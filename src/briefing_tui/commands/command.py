"""What a command is, the streams it speaks to, and how it refuses."""

from __future__ import annotations

import os
import shutil
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TextIO

from briefing_tui.plain import one_line, visible


class Refusal(Exception):  # noqa: N818  a command declines; nothing went wrong in it
    """Why a command cannot do what was asked, with the exit number that says so."""

    def __init__(self, message: str, status: int = 2) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Streams:
    """stdout is data, stderr is talk; nothing that a terminal would obey passes, but for our own bold."""

    out: TextIO
    err: TextIO

    def write(self, text: str, bold: bool = False) -> None:
        """Data, bold only where a person looks at it. Refusal 4 where it cannot be written."""
        text = visible(text)
        self._out(f"\x1b[1m{text}\x1b[22m" if bold and self.styled else text)

    def write_json(self, shape: Any) -> None:
        """One JSON document."""
        import json

        self.write(json.dumps(shape, ensure_ascii=False, indent=2) + "\n")

    def say(self, text: str) -> None:
        """One line of talk; where nobody listens any more, none."""
        with suppress(OSError, ValueError, AttributeError):
            self.err.write(one_line(text) + "\n")

    def flush(self) -> None:
        self._out("")

    @property
    def styled(self) -> bool:
        return self.out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    @property
    def width(self) -> int:
        """The terminal's columns; in a pipe as many as a row may need, so that each stays on one line."""
        return max(60, shutil.get_terminal_size().columns) if self.out.isatty() else 400

    def _out(self, text: str) -> None:
        try:
            self.out.write(text)
            if not text:
                self.out.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise Refusal(f"cannot write: {error.strerror}", 4) from error


@dataclass(frozen=True, slots=True)
class Command:
    """One declaration: name, what it does, example, arguments, and the doing, which gives the exit number."""

    name: str
    help: str
    example: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Streams], int]
    # Whether `-word` is a word of its own and no option.
    minus_words: bool = False
