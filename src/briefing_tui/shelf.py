"""Checked briefings, kept so that content checked once is not checked again while its digest holds."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing_tui.digests import blake2b
from briefing_tui.sealed import SEAL, keep_plain, kept_plain, name_of, salt, tidy
from briefing_tui.summary import Summary, Told

if TYPE_CHECKING:
    from briefing_tui.model import Loaded

MOST_KEPT = 200  # checked briefings; the ones kept longest go first
MOST_BYTES = 5_000_000  # of a file; what is larger is refused by whoever reads it

# What decides how content is read: when one of these changes, nothing kept holds any more.
READERS = (
    "summary", "model", "indicator", "quantity", "place", "plain", "toml_file", "toml_lines", "checked", "proof",
    "content", "numerals", "problem",
)  # fmt: skip
# Only these are ever made from a kept file.
_KNOWN = {
    "briefing_tui.model": {"Briefing", "Document", "Speaker", "Outlet", "Section", "Turn", "Paragraph", "Loaded"},
    "briefing_tui.indicator": {"Indicator", "Mention"},
    "briefing_tui.quantity": {"Change", "Period"},
    "briefing_tui.problem": {"Problem"},
    "decimal": {"Decimal"},
    "datetime": {"date"},
}


class Shelf:
    """Briefings kept in a folder; without one, nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def load(self, folder: Path | str) -> Loaded:
        """A briefing's folder as `content.load` reads it, from what is kept where not a byte of it changed."""
        path = Path(folder)
        place, key, (_, raw) = self._kept(path)
        if (found := unpacked(raw)) is not None:
            return found
        loaded = _read(path)
        if place and key and key == _digest(path):
            told = tuple(Summary.of(loaded.briefing, len(loaded.problems))) if loaded.briefing else None
            keep_plain(place, key, (told, packed(loaded)))
            tidy(place.parent, "*.checked", MOST_KEPT)
        return loaded

    def told(self, folder: Path) -> Told | None:
        """What a list tells of a briefing that is kept; None of any other."""
        return self._kept(folder)[2][0]

    def _kept(self, path: Path) -> tuple[Path | None, bytes | None, tuple[Told | None, bytes | None]]:
        """Where a briefing is kept, by what, and what there is: its summary, and all of it packed."""
        key = _digest(path) if self.folder else None
        if self.folder is None or key is None:
            return None, None, (None, None)
        place = self.folder / f"{name_of(path)}.checked"
        return place, key, kept_plain(place, key) or (None, None)


def packed(loaded: Loaded) -> bytes:
    import pickle

    return pickle.dumps(loaded, protocol=pickle.HIGHEST_PROTOCOL)


def unpacked(raw: bytes | None) -> Loaded | None:
    """What `packed` made these bytes of, else None; nothing is ever made but what content is made of."""
    if raw is None:
        return None
    import io
    import pickle

    from briefing_tui.model import Loaded

    class Careful(pickle.Unpickler):
        def find_class(self, module: str, name: str) -> Any:
            if name not in _KNOWN.get(module, ()):
                raise pickle.UnpicklingError(f"{module}.{name} is never kept")
            return super().find_class(module, name)

    try:
        found = Careful(io.BytesIO(raw)).load()
    except (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, TypeError):
        return None
    return found if isinstance(found, Loaded) else None


def _read(path: Path) -> Loaded:
    from briefing_tui.content import load

    return load(path)


def _digest(folder: Path) -> bytes | None:
    """A digest of every byte of a briefing's files and of the program that reads them; None where one is unreadable."""
    found = blake2b(salt(READERS), digest_size=SEAL)
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
