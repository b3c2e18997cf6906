"""The screen that the same command line began with last time, shown before anything else is loaded.

It is shown only where all that it was made of is unchanged: terminal, size, words, version, files. Imports next to
nothing, since it must be faster than that. The live screen takes its place cell by cell.
"""

from __future__ import annotations

import os
import stat
import sys
import termios
import zlib

from briefing_tui import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any  # takes as long to load as all the rest

BEGIN = "\x1b[?1049h\x1b[?25l"
END = "\x1b[?1049l\x1b[?25h"
LARGEST = 200_000  # bytes
_TERMINAL = ("TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "BRIEFING_TUI_DRIVER", "TEXTUAL_COLOR_SYSTEM")


# What stands on the terminal, spelt out cell by cell; the window's size then; how the terminal was before.
on_screen: tuple[str, os.terminal_size, list[Any]] | None = None


def show(words: list[str]) -> None:
    """Show the picture of a command line, if there is one that is true."""
    global on_screen  # noqa: PLW0603  there is one terminal
    try:
        kept = _kept(words) if os.isatty(0) and os.isatty(2) else None
        if kept is not None:
            cells, frame = kept
            before = termios.tcgetattr(0)
            quiet = termios.tcgetattr(0)
            quiet[3] &= ~(termios.ECHO | termios.ICANON)  # what is typed now waits for the live screen
            termios.tcsetattr(0, termios.TCSANOW, quiet)
            on_screen = cells, os.get_terminal_size(2), before
            _write(BEGIN + frame)
    except (OSError, ValueError, termios.error):
        take_back()


def take_back() -> None:
    """Leave the terminal as it was, where no live screen came to do so."""
    global on_screen
    if on_screen is not None:
        (_, _, before), on_screen = on_screen, None
        termios.tcsetattr(0, termios.TCSANOW, before)
        _write(END)


def claim() -> tuple[str, list[Any]] | None:
    """Take over what is on the screen, and how the terminal was: from now on the caller restores it.

    The cells are unknown, and empty, where the window has another size by now.
    """
    global on_screen
    if on_screen is None:
        return None
    (cells, size, before), on_screen = on_screen, None
    return cells if os.get_terminal_size(2) == size else "", before


def keep(words: list[str], size: tuple[int, int], cells: str, frame: str, witnesses: list[str]) -> None:
    """Keep a first screen for the next time, cell by cell and as the frame that draws it.

    `witnesses` are the paths it depends on. OSError where it cannot be kept.
    """
    from briefing_tui.cache_folder import cache_folder
    from briefing_tui.whole_file import replace_file

    folder = cache_folder()
    if folder is None:
        return
    lines = [_key(words, size), *(f"{_trace(path)} {path}" for path in witnesses), ""]
    path = _path(str(folder), size)
    new = "\n".join((f"{zlib.crc32((cells + frame).encode())}", *lines, cells, frame)).encode()
    if _read(path) != new:
        from pathlib import Path

        replace_file(Path(path), new, durable=False)


def _kept(words: list[str]) -> tuple[str, str] | None:
    """Cells and frame kept for these words and this terminal, if nothing that they depend on changed since."""
    size = os.get_terminal_size(2)
    folder = _folder()
    found = os.lstat(folder)
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o022:
        return None
    raw = _read(_path(folder, size))
    head, blank, body = raw.decode().partition("\n\n") if raw else ("", "", "")
    cells, _, frame = body.partition("\n")
    seal, key, *witnesses = head.split("\n") if blank else ("", "")
    if key != _key(words, size) or seal != f"{zlib.crc32((cells + frame).encode())}":
        return None
    for witness in witnesses:
        trace, _, path = witness.partition(" ")
        if trace != _trace(path):
            return None
    return cells, frame


def _key(words: list[str], size: tuple[int, int]) -> str:
    terminal = [os.environ.get(name) for name in _TERMINAL]
    return repr((__version__, tuple(size), words, os.getcwd() if words else "", terminal))


def _trace(path: str) -> str:
    """What changes with a file or folder."""
    try:
        found = os.stat(path)
    except OSError:
        return "-"
    return f"{found.st_mtime_ns}-{found.st_size}-{found.st_ino}"


def _folder() -> str:
    """Where `cache_folder` is, told without loading anything."""
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches/briefing-tui")
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    return os.path.join(chosen if chosen.strip() else os.path.expanduser("~/.cache"), "briefing-tui")


def _path(folder: str, size: tuple[int, int]) -> str:
    return os.path.join(folder, f"picture-{size[0]}x{size[1]}")


def _read(path: str) -> bytes | None:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        found = os.fstat(descriptor)
        mine = stat.S_ISREG(found.st_mode) and found.st_uid == os.geteuid() and found.st_size <= LARGEST
        return os.read(descriptor, LARGEST) if mine else None
    finally:
        os.close(descriptor)


def _write(text: str) -> None:
    left = text.encode()
    while left:
        left = left[os.write(2, left) :]
