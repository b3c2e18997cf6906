"""The places a reader marked, kept in the user's own data folder; SQLite keeps them whole whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.place import Place

if TYPE_CHECKING:
    import sqlite3


class Marks:
    """Marked places, oldest first. OSError where they cannot be read or kept."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def all(self) -> tuple[Place, ...]:
        if not self.path.exists():
            return ()
        with self._opened() as database:
            return tuple(Place.read(place) for (place,) in database.execute("SELECT place FROM mark ORDER BY rowid"))

    def toggle(self, place: Place) -> bool:
        """Mark a place, or take its mark away; True when it is marked now."""
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._opened() as database, database:
            removed = database.execute("DELETE FROM mark WHERE place = ?", (str(place),)).rowcount
            if not removed:
                database.execute("INSERT INTO mark (place) VALUES (?)", (str(place),))
            return not removed

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        import sqlite3

        try:
            with closing(sqlite3.connect(self.path)) as database:
                database.execute("CREATE TABLE IF NOT EXISTS mark (place TEXT PRIMARY KEY)")
                yield database
        except sqlite3.Error as error:
            raise OSError(f"{self.path}: {error}") from error


def marks_file() -> Path:
    """Where the marks of this user are kept."""
    import platformdirs

    return platformdirs.user_data_path("briefing-tui") / "marks.sqlite"
