"""The parts of an index where no file can be kept: the same parts, in memory."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Event

from briefing_tui.index_folder import Part
from briefing_tui.shard import OnDisk, Shard


class MemoryFolder:
    """As an IndexFolder, gone with the program."""

    def __init__(self) -> None:
        self._parts: tuple[Part, ...] = ()
        self._databases: dict[str, sqlite3.Connection] = {}

    @contextmanager
    def alone(self, _stop: Event) -> Iterator[bool]:
        yield True

    def parts(self) -> tuple[Part, ...]:
        return self._parts

    def publish(self, parts: Iterable[Part]) -> None:
        self._parts = tuple(parts)
        named = {part.name for part in self._parts}
        self._databases = {name: each for name, each in self._databases.items() if name in named}

    def open(self, part: Part) -> Shard:
        database = self._databases[part.name]
        return Shard(database, OnDisk(database), frozenset(part.dead), part.name)

    def sound(self, _part: Part, _stop: Event) -> bool:
        return True

    def begin(self) -> tuple[str, sqlite3.Connection]:
        return os.urandom(8).hex(), sqlite3.connect(":memory:", check_same_thread=False)

    def finish(self, name: str, database: sqlite3.Connection) -> Part:
        self._databases[name] = database
        return Part(name, "", ())

    def abandon(self, _name: str, database: sqlite3.Connection) -> None:
        database.close()

    def close(self) -> None:
        """It goes with the last who asks."""

    def make_room(self) -> None:
        """It takes none on the disk."""

    def tidy(self, _parts: Iterable[Part]) -> None:
        """Nothing is ever left over."""
