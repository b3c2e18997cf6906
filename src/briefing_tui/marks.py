"""The places a reader marked, kept in the user's own data folder; SQLite keeps them whole whatever happens."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from briefing_tui.place import Place


class Marks:
    """Marked places, oldest first. OSError or sqlite3.Error where they cannot be read or kept."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def all(self) -> tuple[Place, ...]:
        if not self.path.exists():
            return ()
        with closing(self._open()) as database:
            return tuple(Place.read(place) for (place,) in database.execute("SELECT place FROM mark ORDER BY rowid"))

    def toggle(self, place: Place) -> bool:
        """Mark a place, or take its mark away; True when it is marked now."""
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with closing(self._open()) as database, database:
            removed = database.execute("DELETE FROM mark WHERE place = ?", (str(place),)).rowcount
            if not removed:
                database.execute("INSERT INTO mark (place) VALUES (?)", (str(place),))
            return not removed

    def _open(self) -> sqlite3.Connection:
        database = sqlite3.connect(self.path)
        database.execute("CREATE TABLE IF NOT EXISTS mark (place TEXT PRIMARY KEY)")
        return database


def marks_file() -> Path:
    """Where the marks of this user are kept."""
    import platformdirs

    return platformdirs.user_data_path("briefing-tui") / "marks.sqlite"
