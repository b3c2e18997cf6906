"""A candidate is accepted, dismissed, or offered again: its flags in the TOML change, nothing else of the file.

A library that rewrites TOML would move comments; the map of keys to lines says which lines they are.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, NamedTuple

import tomli

from briefing_tui.checked import checked, plural
from briefing_tui.content import OMISSIONS
from briefing_tui.folder_lock import alone
from briefing_tui.glance import HEADER
from briefing_tui.indicator import Indicator
from briefing_tui.toml_file import TomlFile, read_toml
from briefing_tui.whole_file import replace_file

Decision = Literal["candidate", "accepted", "dismissed"]

_FLAG = re.compile(rb"^(\s*)(?:candidate|dismissed)(\s*=\s*)(?:true|false)\b")
# One flag becomes the one that tells; where a person wrote both, both stay.
_ONE: dict[Decision, dict[str, bool]] = {
    "candidate": {"candidate": True},
    "accepted": {"candidate": False},
    "dismissed": {"dismissed": True},
}
_TWO: dict[Decision, dict[str, bool]] = {
    "candidate": {"candidate": True, "dismissed": False},
    "accepted": {"candidate": False, "dismissed": False},
    "dismissed": {"candidate": False, "dismissed": True},
}


class NotCandidate(ValueError):  # noqa: N818  it is the indicator that is none
    """The content has no such candidate; the message says what it has."""


class Otherwise(NotCandidate):
    """The content tells the indicator otherwise than it was shown; the message says how."""


class _Table(NamedTuple):
    """An `[[indicator]]` of a file."""

    path: Path
    file: TomlFile
    number: int

    @property
    def flags(self) -> dict[str, int]:
        """The flags that are written, with their lines."""
        keys = {key: ("indicator", self.number, key) for key in ("candidate", "dismissed")}
        return {key: self.file.lines[path] for key, path in keys.items() if path in self.file.lines}

    @property
    def indicator(self) -> Indicator | None:
        raw = self.file.tables["indicator"][self.number]
        return checked(Indicator, plural(raw), self.file, ("indicator", self.number), [])


def decide(folder: Path, identifier: str, decision: Decision, shown: Indicator | None = None) -> None:
    """Write what a person decided on a candidate; where it is told how it was `shown` to them, only on that.

    NotCandidate where none is there; OSError as the disk gives it.
    """
    wrong: NotCandidate | None = None
    with alone(folder):
        for table in _tables(folder, identifier):
            reason = _reason(table, shown)
            if reason is None:
                _rewrite(table, identifier, decision)
                return
            wrong = wrong or reason
    raise wrong or NotCandidate(f"no file of {folder.name} holds '{identifier}'")


def _tables(folder: Path, identifier: str) -> Iterator[_Table]:
    for path in sorted(folder.glob("*.toml")):
        if path.name in {HEADER, OMISSIONS} or identifier.encode() not in path.read_bytes():
            continue
        file, _ = read_toml(path)
        tables = file.tables.get("indicator", ()) if file else ()
        for index, table in enumerate(tables if isinstance(tables, tuple) else ()):
            if file and isinstance(table, dict) and table.get("id") == identifier:
                yield _Table(path, file, index)


def _reason(table: _Table, shown: Indicator | None) -> NotCandidate | None:
    """Why a table is not to be decided upon; None where it may be."""
    name = table.path.name
    if not table.flags:
        return NotCandidate(f"it is no candidate in {name}")
    if shown is None:
        return None
    now = table.indicator
    if now is None:
        return Otherwise(f"{name} tells it wrongly")
    # A mention that does not hold stands in the file and not on the screen.
    same = {*shown.mentions} <= {*now.mentions}
    now = replace(now, mentions=shown.mentions)
    if same and now == shown:
        return None
    if same and replace(now, candidate=shown.candidate, dismissed=shown.dismissed) == shown:
        return Otherwise("it was decided elsewhere")
    return Otherwise(f"{name} has {now.figure}" if now.figure != shown.figure else f"{name} tells it otherwise")


def _rewrite(table: _Table, identifier: str, decision: Decision) -> None:
    """Write the flags; NotCandidate where the file would not be read back as it was, but for them."""
    path, written = table.path, table.flags
    flags = (_TWO if len(written) == 2 else _ONE)[decision]
    raw = path.read_bytes()
    lines = raw.splitlines(keepends=True)
    try:
        for line, (key, value) in zip(written.values(), flags.items(), strict=True):
            lines[line - 1] = _FLAG.sub(rb"\1%b\2%b" % (key.encode(), str(value).lower().encode()), lines[line - 1])
        changed = b"".join(lines)
        meant, now = _plain(raw), _plain(changed)
        row = meant["indicator"][table.number]
        meant["indicator"][table.number] = {key: each for key, each in row.items() if key not in written} | flags
        as_meant = row["id"] == identifier and now == meant
    except (ValueError, LookupError):  # somebody else wrote on it just now
        as_meant = False
    if not as_meant:
        raise NotCandidate(f"{path.name}:{min(written.values())} does not hold the flag alone on its line")
    replace_file(path, changed, stat.S_IMODE(path.stat().st_mode))


def _plain(raw: bytes) -> dict[str, Any]:
    """The tables of a file, numbers as they are written."""
    return tomli.loads(raw.decode("utf-8-sig").replace("\r\n", "\n"), parse_float=str)
