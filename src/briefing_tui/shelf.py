"""What was read before, kept so that content checked once is not checked again while its digest holds.

A cache: whatever is wrong with it, content is read as if it were not there.
"""

from __future__ import annotations

import io
import os
import pickle
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from briefing_tui import __version__
from briefing_tui.glance import HEADER, glance
from briefing_tui.model import Loaded
from briefing_tui.summary import Summary
from briefing_tui.whole_file import replace_file

MOST_KEPT = 200  # checked briefings; the ones kept longest go first
MOST_BYTES = 5_000_000  # of a file; what is larger is refused by whoever reads it
SEAL = 16  # bytes
Tell = Callable[[int, int], None]

# What decides how content is read: when one of these changes, nothing kept holds any more.
_READERS = ("model", "indicator", "quantity", "place", "plain", "summary", "glance")
_CHECKERS = ("toml_file", "toml_lines", "checked", "proof", "content", "numerals")
# Only these are ever made from a kept file.
_KNOWN = {
    "briefing_tui.model": {"Briefing", "Document", "Speaker", "Outlet", "Section", "Turn", "Paragraph", "Loaded"},
    "briefing_tui.indicator": {"Indicator", "Mention"},
    "briefing_tui.quantity": {"Change", "Period"},
    "briefing_tui.problem": {"Problem"},
    "briefing_tui.summary": {"Summary"},
    "decimal": {"Decimal"},
    "datetime": {"date"},
}


class Shelf:
    """Briefings and summaries kept in a folder; without one, nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def load(self, path: Path) -> Loaded:
        """A briefing's folder as `content.load` reads it, from what is kept where not a byte of it changed."""
        key = _digest(path)
        kept = self._kept(f"{_name(path)}.checked", key) if key else None
        if isinstance(kept, Loaded):
            return kept
        from briefing_tui.content import load

        loaded = load(path)
        if key and key == _digest(path):
            self._keep(f"{_name(path)}.checked", key, loaded)
            self._tidy()
        return loaded

    def summaries(self, paths: Sequence[Path], tell: Tell | None = None) -> dict[Path, Summary]:
        """A summary of each folder that can be told at a glance; those of folders that did not change are kept.

        `tell` hears how many of the changed ones are read, of how many.
        """
        name = f"{_name(paths[0].parent)}.summaries" if paths else ""
        kept = self._kept(name, _salt())
        known = kept if isinstance(kept, dict) else {}
        stamps = {path: _stamp(path) for path in paths}
        found = {path.name: known[path.name] for path in paths if known.get(path.name, ("",))[0] == stamps[path]}
        missing = [path for path in paths if path.name not in found]
        try:
            for number, path in enumerate(missing, 1):
                summary = glance(path)
                if summary is not None:
                    found[path.name] = (stamps[path], summary)
                if tell and (number % 50 == 0 or number == len(missing)):
                    tell(number, len(missing))
        finally:
            if missing or len(known) != len(found):
                self._keep(name, _salt(), found)
        return {path: found[path.name][1] for path in paths if path.name in found}

    def _kept(self, name: str, key: bytes) -> Any:
        """What was kept under a name with a key; None where nothing is, or where it is not what was written."""
        if self.folder is None:
            return None
        try:
            raw = (self.folder / name).read_bytes()
            if raw[:SEAL] != _seal(raw[SEAL:]) or not raw.startswith(key, SEAL):
                return None
            return _Careful(io.BytesIO(raw[SEAL + len(key) :])).load()
        except (OSError, pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, TypeError):
            return None

    def _keep(self, name: str, key: bytes, value: Any) -> None:
        if self.folder is not None:
            body = key + pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
            with suppress(OSError):
                replace_file(self.folder / name, _seal(body) + body, durable=False)

    def _tidy(self) -> None:
        """Let go of what was kept longest ago."""
        if self.folder is None:
            return
        with suppress(OSError):
            kept = sorted(self.folder.glob("*.checked"), key=lambda each: each.stat().st_mtime_ns)
            for path in kept[:-MOST_KEPT]:
                path.unlink(missing_ok=True)


class _Careful(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if name not in _KNOWN.get(module, ()):
            raise pickle.UnpicklingError(f"{module}.{name} is never kept")
        return super().find_class(module, name)


@cache
def _salt() -> bytes:
    """The program as it reads content now."""
    found = blake2b(__version__.encode(), digest_size=SEAL)
    for name in (*_READERS, *_CHECKERS):
        with suppress(OSError):
            module = Path(__file__).with_name(f"{name}.py").stat()
            found.update(f"{name} {module.st_size} {module.st_mtime_ns}".encode())
    return found.digest()


def _digest(folder: Path) -> bytes | None:
    """A digest of every byte of a briefing's files and of the program that reads them; None where one is unreadable."""
    found = blake2b(_salt(), digest_size=SEAL)
    try:
        with os.scandir(folder) as listed:
            files = sorted((each.name, each) for each in listed if each.name.endswith(".toml") and each.is_file())
        for name, file in files:
            if file.stat().st_size > MOST_BYTES:
                return None
            content = Path(file.path).read_bytes()
            found.update(f"{name}\0{len(content)}\0".encode() + content)
    except (OSError, ValueError):
        return None
    return found.digest()


def _stamp(folder: Path) -> str:
    """What changes when files of the folder come, go or are replaced, or its header is edited."""
    try:
        whole, header = folder.stat(), (folder / HEADER).stat()
    except OSError:
        return ""
    return f"{whole.st_mtime_ns} {header.st_mtime_ns} {header.st_size} {header.st_ino}"


def _name(path: Path) -> str:
    # Problems name the file as it was asked for.
    return blake2b(os.fsencode(path) + b"\0" + os.fsencode(path.absolute()), digest_size=SEAL).hexdigest()


def _seal(body: bytes) -> bytes:
    return blake2b(body, digest_size=SEAL).digest()
