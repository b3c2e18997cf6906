"""Hands the process's words over to cli, and its exit number back."""

from __future__ import annotations

import gc
import io
import os
import sys

from briefing_tui import __version__


def run() -> None:
    """The program."""
    if sys.argv[1:] == ["--version"]:  # asked by scripts, often: nothing is loaded for it
        sys.stdout.write(f"briefing-tui {__version__}\n")
        return
    if "_ARGCOMPLETE" in os.environ:
        from briefing_tui.commands.completing import complete

        complete()
        return
    from briefing_tui import picture

    # What loads now stays for good: looking through it for garbage would take a fifth of the start.
    gc.disable()
    picture.show(sys.argv[1:])
    try:
        status = _status()
    finally:
        picture.take_back()
    sys.exit(status)


def _status() -> int:
    from briefing_tui.cli import BROKEN_PIPE, UNSAVED, main

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal without Unicode gets every figure; what it cannot print, as an escape.
            stream.reconfigure(errors="backslashreplace")
    status = main(sys.argv[1:])
    if status in {BROKEN_PIPE, UNSAVED} and sys.stdout is not None:
        # What is still buffered has nowhere to go, and Python would complain about it while leaving.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


if __name__ == "__main__":
    run()
