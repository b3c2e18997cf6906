"""The one search engine, behind the screen and the command: an index of briefings, asked with plain words.

Reading what was typed is left to `query.py`, what there is to find to `findable.py`, asking to `asking.py`,
what is shown of a hit to `snippets.py`, a library on disk to `stored.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from sqlite3 import DatabaseError

from briefing_tui.asking import Found, find, held, intact, interrupted, limited, readable
from briefing_tui.model import Briefing
from briefing_tui.patience import LONGEST, Patience
from briefing_tui.plain import one_line
from briefing_tui.query import MOST_CHARACTERS, Query, lights, read
from briefing_tui.shard import Held, Shard, shard_in_memory
from briefing_tui.snippets import Hit, hit
from briefing_tui.vocabulary import Vocabulary

__all__ = ["Hit", "Index", "Results", "lights"]

Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Results:
    """The best hits, and how many there are in all; `corrected` found them where the query found none.

    Unless the search was `complete`, there are at least `total`.
    """

    query: str
    hits: tuple[Hit, ...]
    total: int
    corrected: str | None = None
    suggestions: tuple[tuple[str, str], ...] = ()
    complete: bool = True


class Index:
    """Everything that can be found in some briefings, the newest of them first; in memory."""

    def __init__(self, briefings: Iterable[Briefing]) -> None:
        self.shards: tuple[Shard, ...] = (shard_in_memory(briefings),)

    behind = False  # whether something is known not to be indexed as it is now

    @property
    def busy(self) -> bool:
        """Whether the index is being brought up to date."""
        return False

    @property
    def progress(self) -> tuple[int, int] | None:
        """How many briefings of how many are indexed, while that goes on."""
        return None

    @property
    def warning(self) -> str:
        """What the user is to know of how the index is kept; empty where all is well."""
        return ""

    def refresh(self, tell: Tell | None = None) -> None:
        """Index what is not, or has changed; `tell` hears how many briefings of how many."""

    def go_on(self) -> None:
        """Index what is not indexed yet, behind all else."""

    def halt(self) -> None:
        """Stop indexing soon; what was done stays done."""

    def close(self) -> None:
        for shard in self.shards:
            shard.close()

    def first(self, text: str) -> Results:
        """What a query that is being typed finds, at once; what is not `complete` is a first answer."""
        return self.search(text, typing=True)

    def search(self, text: str, limit: int = 50, typing: bool = False, patience: Patience | None = None) -> Results:
        """What a query finds, best first; with `typing` its last word matches as a beginning.

        The newest rows are ranked, all of them where they are few. When the patience is over, half a second where none
        is given, it tells what it has.
        """
        shards, patience = self.shards, patience or Patience(LONGEST)
        words = Vocabulary(shard.database for shard in shards)
        query, found = read(text, typing), Found()
        corrected: str | None = None
        suggestions: tuple[tuple[str, str], ...] = ()
        with held(shards):
            try:
                with limited(shards, patience):
                    query = words.widened(query)
                    found = find(shards, query, words, patience.hurry)
                    if query.wanted and found.complete and not found.total:
                        better, suggestions = words.corrected(query)
                        if better is not None:
                            mended = words.widened(read(better, typing))
                            found = find(shards, mended, words, patience.hurry)
                            query, corrected = (mended, one_line(better)) if found.total else (query, None)
            except DatabaseError as error:
                found.complete = False
                if not interrupted(error):
                    self.damaged(tuple(shard for shard in shards if not readable(shard)))
            hits = self._hits(shards, found, query, max(limit, 0))
        return Results(one_line(text[:MOST_CHARACTERS]), hits, found.total, corrected, suggestions, found.complete)

    def _hits(self, shards: tuple[Shard, ...], found: Found, query: Query, limit: int) -> tuple[Hit, ...]:
        """The best of the rows found that are what was written, and still are what they were."""
        hits: list[Hit] = []
        for minus, at, number in sorted(found.ranked):
            if len(hits) == limit:
                break
            row = intact(shards[at], number)
            if row is None:
                self.damaged(shards[at : at + 1])
            elif self.current(shards[at].held(number)) and all(each.passes(row.facts) for each in query.filters):
                hits.append(hit(row, -minus, query))
                continue
            found.total -= 1
        return tuple(hits)

    def current(self, _briefing: Held) -> bool:
        """Whether a briefing is still what it was when the index was made."""
        return True

    def damaged(self, _shards: tuple[Shard, ...]) -> None:
        """Told when something in these parts is not what was written."""
