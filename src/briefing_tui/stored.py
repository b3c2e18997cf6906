"""The index of a large library: parts in files, brought up to date by what changed, asked while that goes on.

A small library has its index in memory, made at once. Where nothing can be kept, the parts are in memory too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from threading import Event, Thread
from time import monotonic

from briefing_tui.index_folder import IndexFolder, Part
from briefing_tui.memory_folder import MemoryFolder
from briefing_tui.patience import Patience
from briefing_tui.records import Damaged
from briefing_tui.search import Index, Results, Tell
from briefing_tui.shard import Filling, Held, OnDisk, Shard
from briefing_tui.sources import Source

FULL = 45_000_000  # characters of stems in a part: about 100,000 paragraphs
MOST_DEAD = 64  # briefings that left a part before it is made anew
FIRST_HITS = 8
FIRST_ANSWER = 0.003  # seconds of looking for a first answer while a query is typed; telling it takes as long again
FRESH = 1.0  # seconds


class StoredIndex(Index):
    """Everything that can be found in a library, as far as it is indexed."""

    def __init__(
        self, folder: IndexFolder | MemoryFolder, sources: Iterable[Source], fresh: float = FRESH, warning: str = ""
    ) -> None:
        """`fresh` is how many seconds a folder that was looked at counts as unchanged."""
        self._folder, self._fresh = folder, fresh
        self._sources = {source.id: source for source in sources}
        self._stamps: dict[str, tuple[str, float]] = {}
        self._bad: set[str] = set()
        self._searching = 0
        self._quiet = Event()
        self._quiet.set()
        self.stop = Event()
        self.behind = True
        self._checked = False
        self._thread: Thread | None = None
        self._progress: tuple[int, int] | None = None
        self._warning = warning
        self.shards = ()
        self._attach()

    def close(self) -> None:
        """Stop at once whatever goes on; nothing is asked any more."""
        self.halt()
        if self._thread is not None:
            self._thread.join()
        super().close()
        self._folder.close()

    @property
    def busy(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    @property
    def progress(self) -> tuple[int, int] | None:
        return self._progress

    @property
    def warning(self) -> str:
        return self._warning

    def go_on(self) -> None:
        if not self.busy:
            self.stop.clear()
            self.behind = True
            # Nobody waits for it when the program is left: what has no name yet is swept away the next time.
            self._thread = Thread(target=self._go_on, daemon=True)
            self._thread.start()

    def _go_on(self) -> None:
        try:
            while self.behind and not self.stop.is_set():
                self.refresh()
                if not self._checked and not self.stop.is_set():
                    self._checked = True
                    self.check()
        finally:
            self._progress = None

    def halt(self) -> None:
        self.stop.set()

    def first(self, text: str) -> Results:
        results = self.search(text, FIRST_HITS, typing=True, patience=Patience(FIRST_ANSWER, hurry=True))
        return replace(results, complete=results.complete and results.total <= FIRST_HITS)

    def search(self, text: str, limit: int = 50, typing: bool = False, patience: Patience | None = None) -> Results:
        self._quiet.clear()  # whoever fills a part waits, so that the answer does not
        try:
            return super().search(text, limit, typing, patience)
        finally:
            self._quiet.set()

    def current(self, briefing: Held) -> bool:
        """Whether the folder is what it was when it was indexed; what is not is no hit, and is to be indexed again."""
        source = self._sources.get(briefing.id)
        same = source is not None and self._stamp(source) == briefing.stamp
        self.behind = self.behind or not same
        return same

    def _stamp(self, source: Source) -> str:
        stamp, seen = self._stamps.get(source.id, ("", 0.0))
        if not seen or monotonic() - seen > self._fresh:
            stamp, seen = source.stamp(), monotonic()
            self._stamps[source.id] = stamp, seen
        return stamp

    def damaged(self, shards: tuple[Shard, ...]) -> None:
        """These parts are asked no more, and made again."""
        self._bad |= {shard.name for shard in shards}
        self.shards = tuple(shard for shard in self.shards if shard.name not in self._bad)
        self.behind = True

    def refresh(self, tell: Tell | None = None) -> None:
        """Index what is not, or has changed; `tell` hears how many briefings of how many.

        What is done stays done when it is stopped. Where it cannot be kept, what was kept before is asked; where that
        is nothing, it is made in memory.
        """
        try:
            self._bring_up_to_date(tell)
        except (OSError, sqlite3.Error) as error:
            self.behind = False
            self._warning = f"the search index cannot be kept: {getattr(error, 'strerror', None) or error}"
            if not self.shards and not isinstance(self._folder, MemoryFolder):
                self._folder = MemoryFolder()
                self._bring_up_to_date(tell)

    def _bring_up_to_date(self, tell: Tell | None) -> None:
        def told(done: int, of: int) -> None:
            self._progress = done, of
            if tell:
                tell(done, of)

        with self._folder.alone(self.stop) as alone:
            self.behind = False
            parts = self._attach()
            if alone:
                self._folder.tidy(parts)
            wanted = self._wanted(parts)
            self._index(wanted, told)
            if alone and wanted:
                self._folder.make_room()
            if alone:
                self._folder.tidy(self._folder.parts())
            self.behind = self.behind or self.stop.is_set()

    def check(self) -> bool:
        """Read every byte of the parts once; those that are not what was written are given up. True where all are."""
        open_ = {shard.name: shard for shard in self.shards}
        parts = self._folder.parts()
        for part in parts:
            if part.name in open_ and not self._folder.sound(part, self.stop):
                self.damaged((open_[part.name],))
        return not self._bad and open_.keys() >= {part.name for part in parts}

    def _attach(self) -> tuple[Part, ...]:
        """Open the parts that there are; the list of those that could be opened."""
        for _ in range(3):
            open_ = {(shard.name, shard.dead): shard for shard in self.shards}
            found: list[tuple[Part, Shard]] = []
            gone = False
            for part in self._folder.parts():
                if part.name in self._bad:
                    continue
                try:
                    shard = open_.get((part.name, frozenset(part.dead))) or self._folder.open(part)
                    found.append((part, shard))
                except FileNotFoundError:
                    gone = True
                except (OSError, Damaged):
                    continue
            self.shards = tuple(shard for _, shard in found)
            if not gone:  # else another builder has put a new list in its place meanwhile
                break
        return tuple(part for part, _ in found)

    def _wanted(self, parts: Sequence[Part]) -> list[Source]:
        """What is to be indexed, the newest first: what no part holds as it is now, and what too small parts hold."""
        stamps = {}
        for source in self._sources.values():
            if self.stop.is_set():
                return []
            self._quiet.wait(1)
            stamps[source.id] = source.stamp()
        self._stamps.clear()
        outdated = {each.id for shard in self.shards for each in shard.live if stamps.get(each.id) != each.stamp}
        held = {each.id for shard in self.shards for each in shard.live} - outdated
        wanted = stamps.keys() - held
        for shard in sorted(self.shards, key=lambda shard: len(shard.live)):
            live = {each.id for each in shard.live} - outdated
            small = len(live) <= 2 * len(wanted) and shard.characters < FULL / 2
            if live and (small or len(shard.dead) > MOST_DEAD):
                wanted |= live
        if outdated:
            self._publish([], parts, outdated)
        return [source for source in self._sources.values() if source.id in wanted]

    def _publish(self, new: Sequence[Part], parts: Sequence[Part], dead: Iterable[str]) -> None:
        """The new parts first, then the old ones without what is dead in them."""
        gone = frozenset(dead)
        kept = []
        open_ = {shard.name: shard for shard in self.shards}
        for part in parts:
            ids = {each.id for each in open_[part.name].live}
            if ids - gone:
                kept.append(Part(part.name, part.digest, part.file, tuple(sorted({*part.dead, *(ids & gone)}))))
        self._folder.publish((*new, *kept))
        self._attach()

    def _index(self, wanted: Sequence[Source], tell: Tell) -> None:
        """Part by part; each is asked as soon as it is full."""
        done = 0
        made: list[Part] = []
        while done < len(wanted) and not self.stop.is_set():
            parts = [part for part in self._folder.parts() if part.name in {shard.name for shard in self.shards}]
            name, database = self._folder.begin()
            try:
                filling = Filling(database, OnDisk(database), in_file=True, pause=lambda: self._quiet.wait(1))
                first = done
                while done < len(wanted) and filling.characters < FULL and not self.stop.is_set():
                    source = wanted[done]
                    stamp = source.stamp()
                    filling.add(source.id, stamp, source.read())
                    done += 1
                    tell(done, len(wanted))
                filling.finish()
                part = self._folder.finish(name, database)
            except BaseException:
                self._folder.abandon(name, database)
                raise
            before = [each for each in parts if each.name in {one.name for one in made}]
            behind = [each for each in parts if each.name not in {one.name for one in made}]
            self._publish([*before, part], behind, (source.id for source in wanted[first:done]))
            made.append(part)
