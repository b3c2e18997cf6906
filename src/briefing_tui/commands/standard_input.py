"""Standard input as bytes, for what a command reads in the place of a file."""

from __future__ import annotations

import sys
from typing import BinaryIO

from briefing_tui.commands.command import Refusal


def standard_input() -> BinaryIO:
    """The stream to read. Refusal where it is closed (`<&-`), so that there is none."""
    if sys.stdin is None:
        raise Refusal("standard input is closed: name a file, or pipe its text into this command")
    return sys.stdin.buffer
