"""A part of an index: one FTS5 table with the rows it finds, in memory or in a file that never changes.

Rows are numbered from 1, the newest briefing first. Asking several parts at once is `search.py`'s work.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock
from typing import Protocol

from briefing_tui import vocabulary
from briefing_tui.expression import NAMES, TEXTS, expression, names
from briefing_tui.findable import Row, rows
from briefing_tui.model import Briefing
from briefing_tui.patience import Patience
from briefing_tui.query import Query
from briefing_tui.records import Damaged, checksum, packed, stems_of, unpacked
from briefing_tui.vocabulary import Listing

INDEXED_BEGINNING = 3  # letters up to which a file finds the beginnings of words by themselves
_STEPS = 200  # of SQLite between two looks at the clock, some ten microseconds
_FOUND = """create virtual table found using fts5({columns}, content='', columnsize=0{more},
tokenize="ascii tokenchars '.%+#$'")"""
_BRIEFINGS = "create table briefings(number integer primary key, id text, stamp text, first integer, last integer)"
_SIZE = "create table size(characters integer)"
_RECORDS = "create table records(number integer primary key, stems text, record blob, checksum integer)"


@dataclass(frozen=True, slots=True)
class Held:
    """A briefing in a part: the rows from `first` to `last`; `stamp` is what its folder was like."""

    id: str
    stamp: str
    first: int
    last: int


class Kept(Protocol):
    """Where the rows of a part are."""

    def add(self, number: int, row: Row, stems: str) -> None: ...

    def stems(self, selecting: str, values: tuple[object, ...]) -> Iterator[tuple[int, str]]: ...

    def row(self, number: int, briefing: str) -> Row: ...


class InMemory:
    """Rows as they are."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._rows: list[tuple[Row, str]] = []

    def add(self, _number: int, row: Row, stems: str) -> None:
        self._rows.append((row, stems))

    def stems(self, selecting: str, values: tuple[object, ...]) -> Iterator[tuple[int, str]]:
        for (number,) in self._database.execute(f"select found.rowid {selecting}", values):
            yield number, self._rows[number - 1][1]

    def row(self, number: int, _briefing: str) -> Row:
        return self._rows[number - 1][0]


class OnDisk:
    """Rows packed into a table, each with a checksum."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def add(self, number: int, row: Row, stems: str) -> None:
        record = packed(row)
        values = (number, stems, record, checksum(number, stems, record))
        self._database.execute("insert into records values (?, ?, ?, ?)", values)

    def stems(self, selecting: str, values: tuple[object, ...]) -> Iterator[tuple[int, str]]:
        joined = selecting.replace("from found", "from found cross join records on number = found.rowid", 1)
        yield from self._database.execute(f"select number, stems {joined}", values)

    def row(self, number: int, briefing: str) -> Row:
        """The row; Damaged where it is not what was written."""
        found = self._database.execute("select stems, record, checksum from records where number = ?", (number,))
        stems, record, sum_ = found.fetchone() or ("", b"", None)
        if not isinstance(stems, str) or not isinstance(record, bytes) or checksum(number, stems, record) != sum_:
            raise Damaged(f"row {number}")
        return unpacked(briefing, stems, record)


class Filling:
    """A part while it is made."""

    def __init__(
        self, database: sqlite3.Connection, kept: Kept, in_file: bool, pause: Callable[[], object] | None = None
    ) -> None:
        self._database, self._kept = database, kept
        more = f", prefix='{' '.join(map(str, range(1, INDEXED_BEGINNING + 1)))}'" if in_file else ""
        database.execute(_FOUND.format(columns=", ".join((*TEXTS, *NAMES.values())), more=more))
        if in_file:
            database.execute("insert into found(found, rank) values ('hashsize', 33554432)")
            database.execute(_RECORDS)
        for each in (_BRIEFINGS, _SIZE, *vocabulary.TABLES.split(";")):
            database.execute(each)
        columns = ("rowid", *TEXTS, *NAMES.values())
        self._insert = f"insert into found({', '.join(columns)}) values ({', '.join('?' * len(columns))})"
        self._in_file, self._pause = in_file, pause
        self._listing = Listing()
        self._briefings = self.rows = self.characters = 0

    def add(self, identifier: str, stamp: str, briefing: Briefing | None) -> None:
        """All rows of a briefing; of one that cannot be read, that it is known."""
        first = self.rows + 1
        heard: set[int] = set()
        found = tuple(rows(briefing)) if briefing else ()
        for row in found:
            if self._pause:
                self._pause()
            self.rows += 1
            stems = stems_of(row)
            self.characters += len(stems)
            facts = (names(field, row.facts.get(field, ())) for field in NAMES)
            self._database.execute(self._insert, (self.rows, *stems.split("\n"), *facts))
            self._kept.add(self.rows, row, stems)
            for words in (words for texts in row.columns for words in texts):
                if id(words) not in heard:
                    heard.add(id(words))
                    self._listing.add(words)
        self._briefings += 1
        values = (self._briefings, identifier, stamp, first, self.rows)
        self._database.execute("insert into briefings values (?, ?, ?, ?, ?)", values)

    def finish(self) -> None:
        """Write what is known only now; the part is ready to be asked."""
        self._listing.write(self._database)
        self._database.execute("insert into size values (?)", (self.characters,))
        if self._in_file:
            self._database.execute("insert into found(found) values ('optimize')")
        self._database.commit()


class Shard:
    """A part that is ready to be asked, from any thread, one at a time. sqlite3.DatabaseError where it is damaged."""

    def __init__(
        self, database: sqlite3.Connection, kept: Kept, dead: frozenset[str] = frozenset(), name: str = ""
    ) -> None:
        self.database, self._kept, self.dead, self.name = database, kept, dead, name
        self.lock = RLock()
        in_file = isinstance(kept, OnDisk)
        self._shortest = INDEXED_BEGINNING + 1 if in_file else 1_000
        self.ranked = 100 if in_file else 2_000
        self._all, self.characters = _held(database)
        self._firsts = [each.first for each in self._all]
        self.live = tuple(each for each in self._all if each.id not in dead)
        gone = [(each.first, each.last) for each in self._all if each.id in dead and each.last >= each.first]
        self._alive = "".join(f" and found.rowid not between {int(first)} and {int(last)}" for first, last in gone)
        self.rows = self._all[-1].last if self._all else 0

    def expression(self, query: Query) -> str | None:
        return expression(query, lambda beginning: vocabulary.whole_words(self.database, beginning, self._shortest))

    def newest(self, selecting: str, most: int) -> Iterator[tuple[int, str]]:
        """The rows selected, the newest first: number and stems of each."""
        asked = f"from found where found match ?{self._alive} order by found.rowid limit ?"
        return self._kept.stems(asked, (selecting, most))

    def count(self, selecting: str) -> int:
        """How many rows are selected."""
        asked = f"select count(*) from found where found match ?{self._alive}"
        return int(self.database.execute(asked, (selecting,)).fetchone()[0])

    def row(self, number: int) -> Row:
        """A row; Damaged where it is not what was written."""
        return self._kept.row(number, self.held(number).id)

    def held(self, number: int) -> Held:
        """The briefing that a row belongs to."""
        return self._all[bisect_right(self._firsts, number) - 1]

    @contextmanager
    def until(self, patience: Patience) -> Iterator[None]:
        """While inside, what is asked ends with sqlite3.OperationalError when the patience is over."""
        self.database.set_progress_handler(lambda: patience.over, _STEPS)
        try:
            yield
        finally:
            self.database.set_progress_handler(None, 0)

    def close(self) -> None:
        with self.lock:
            self.database.close()


def _held(database: sqlite3.Connection) -> tuple[tuple[Held, ...], int]:
    """The briefings of a part in the order of their rows, and its size; Damaged where they cannot be that."""
    found = tuple(
        Held(*each) for each in database.execute("select id, stamp, first, last from briefings order by number")
    )
    size = database.execute("select characters from size").fetchone()
    kinds = {(type(each.id), type(each.stamp), type(each.first), type(each.last)) for each in found}
    if kinds - {(str, str, int, int)} or not size or type(size[0]) is not int:
        raise Damaged("the list of briefings")
    row = 0
    for each in found:
        if each.first != row + 1 or each.last < row:
            raise Damaged(each.id)
        row = each.last
    return found, size[0]


def shard_in_memory(briefings: Iterable[Briefing]) -> Shard:
    """A part that holds these briefings as they are."""
    database = sqlite3.connect(":memory:", check_same_thread=False)
    kept = InMemory(database)
    filling = Filling(database, kept, in_file=False)
    for briefing in briefings:
        filling.add(briefing.id, "", briefing)
    filling.finish()
    return Shard(database, kept)
