"""A candidate is accepted, dismissed, or offered again: one line of its TOML changes, nothing else of the file.

A library that rewrites TOML would move comments; the map of keys to lines says which line it is.
"""

from __future__ import annotations

import fcntl
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

from briefing_tui.content import OMISSIONS
from briefing_tui.glance import HEADER
from briefing_tui.toml_file import read_toml
from briefing_tui.whole_file import replace_file

Decision = Literal["candidate", "accepted", "dismissed"]

_FLAG = re.compile(rb"^(\s*)(?:candidate|dismissed)(\s*=\s*)(?:true|false)\b")
_WRITTEN: dict[Decision, bytes] = {
    "candidate": rb"\1candidate\2true",
    "accepted": rb"\1candidate\2false",
    "dismissed": rb"\1dismissed\2true",
}


class NotCandidate(ValueError):  # noqa: N818  it is the indicator that is none
    """The content has no such candidate; the message says what it has."""


def decide(folder: Path, identifier: str, decision: Decision) -> None:
    """Write what a person decided on a candidate. NotCandidate where none is there; OSError as the disk gives it."""
    with _alone(folder):
        _decide(folder, identifier, decision)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Two sessions that decide at once take turns: each must read what the other wrote."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a file system without locks still takes one reader at a time
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _decide(folder: Path, identifier: str, decision: Decision) -> None:
    for path in sorted(folder.glob("*.toml")):
        if path.name in {HEADER, OMISSIONS} or identifier.encode() not in path.read_bytes():
            continue
        file, _ = read_toml(path)
        tables = file.tables.get("indicator", ()) if file else ()
        for index, table in enumerate(tables if isinstance(tables, tuple) else ()):
            if file and isinstance(table, dict) and table.get("id") == identifier:
                keys = [("indicator", index, key) for key in ("candidate", "dismissed")]
                line = next((file.lines[key] for key in keys if key in file.lines), None)
                if line is None:
                    raise NotCandidate(f"'{identifier}' in {path.name} is no candidate")
                _rewrite(path, line, decision)
                return
    raise NotCandidate(f"no file of {folder.name} holds '{identifier}'")


def _rewrite(path: Path, line: int, decision: Decision) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    changed, count = _FLAG.subn(_WRITTEN[decision], lines[line - 1])
    if not count:
        raise NotCandidate(f"{path.name}:{line} does not hold the flag alone on its line")
    lines[line - 1] = changed
    replace_file(path, b"".join(lines), stat.S_IMODE(path.stat().st_mode))
