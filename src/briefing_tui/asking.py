"""A query asked of the parts of an index, the newest rows first, as far as the patience goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from sqlite3 import SQLITE_INTERRUPT, DatabaseError

from briefing_tui.findable import Row
from briefing_tui.patience import Patience
from briefing_tui.query import Query, Term
from briefing_tui.ranking import Ranking
from briefing_tui.records import Damaged
from briefing_tui.shard import Shard
from briefing_tui.vocabulary import Vocabulary


@dataclass(slots=True)
class Found:
    """Rows: the newest of them ranked, as (-score, part, number), and how many there are at least, or in all."""

    ranked: list[tuple[float, int, int]] = field(default_factory=list)
    total: int = 0
    complete: bool = True


@contextmanager
def held(shards: Sequence[Shard]) -> Iterator[None]:
    """While inside, nobody else asks these parts."""
    with ExitStack() as locks:
        for shard in shards:
            locks.enter_context(shard.lock)
        yield


@contextmanager
def limited(shards: Sequence[Shard], patience: Patience) -> Iterator[None]:
    """While inside, these parts answer until the patience is over."""
    with ExitStack() as limits:
        for shard in shards:
            limits.enter_context(shard.until(patience))
        yield


def find(shards: Sequence[Shard], query: Query, words: Vocabulary, hurry: bool = False) -> Found:
    """The rows that a query selects, in a `hurry` not counted; sqlite3.DatabaseError where a part is damaged."""
    found = Found()
    if not query.wanted and not query.filters:
        return found
    try:
        asked = [(at, shard, shard.expression(query)) for at, shard in enumerate(shards)]
        selections = [(at, shard, selecting) for at, shard, selecting in asked if selecting is not None]
        if any(term.phrase for term in (*query.wanted, *query.unwanted)):
            _find_literally(selections, query, _ranking(shards, query, words), found)
        else:
            _find_newest(selections, _ranking(shards, query, words), found)
            if selections and len(found.ranked) >= selections[0][1].ranked:
                found.complete = not hurry
                _count(() if hurry else selections, found)
    except DatabaseError as error:
        if not interrupted(error):
            raise
        found.complete = False
    return found


def interrupted(error: DatabaseError) -> bool:
    """Whether the patience was over, and nothing is wrong."""
    return getattr(error, "sqlite_errorcode", None) == SQLITE_INTERRUPT


_Selections = Sequence[tuple[int, Shard, str]]


def _find_newest(selections: _Selections, ranking: Ranking, found: Found) -> None:
    """As many rows as are ranked."""
    for at, shard, selecting in selections:
        most = shard.ranked - len(found.ranked)
        if most <= 0:
            break
        for number, stems in shard.newest(selecting, most):
            _rank(at, number, stems, ranking, found)


def _count(selections: _Selections, found: Found) -> None:
    """How many rows there are, ranked or not."""
    total = 0
    for _, shard, selecting in selections:
        total += shard.count(selecting)
        found.total = max(found.total, total)


def _find_literally(selections: _Selections, query: Query, ranking: Ranking, found: Found) -> None:
    """Every row that holds the phrases as they stand."""
    for at, shard, selecting in selections:
        for number, stems in shard.newest(selecting, -1):
            row = intact(shard, number)
            if row is None or not _as_it_stands(row, query):
                continue
            if len(found.ranked) < shard.ranked:
                _rank(at, number, stems, ranking, found)
            else:
                found.total += 1


def _rank(at: int, number: int, stems: str, ranking: Ranking, found: Found) -> None:
    score = ranking.score(stems)
    if score is not None:
        found.ranked.append((-score, at, number))
        found.total += 1


def _ranking(shards: Sequence[Shard], query: Query, words: Vocabulary) -> Ranking:
    rows = sum(shard.rows for shard in shards)
    return Ranking.of(query.wanted, words.frequency, rows, sum(shard.characters for shard in shards))


def intact(shard: Shard, number: int) -> Row | None:
    """A row, unless it is not what was written."""
    try:
        return shard.row(number)
    except Damaged:
        return None


def _as_it_stands(row: Row, query: Query) -> bool:
    wanted = (term for term in query.wanted if term.phrase is not None)
    unwanted = (term for term in query.unwanted if term.phrase is not None)
    return all(_holds(row, term) for term in wanted) and not any(_holds(row, term) for term in unwanted)


def _holds(row: Row, term: Term) -> bool:
    return any(term.stands_in(words) for column in row.columns for words in column)


def readable(shard: Shard) -> bool:
    """Whether SQLite can read a part at all."""
    try:
        for question in (
            "select count(*) from found where found match 'kind:indicator'",
            "select count(*), max(stem), max(count) from words",
            "select count(*), max(checksum) from records",
        ):
            shard.database.execute(question).fetchone()
    except DatabaseError:
        return False
    return True
