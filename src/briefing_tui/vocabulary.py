"""What a library's own words tell: which there are, which are near a misspelt one, which stand for others.

All of it comes from the content; there is no list of words made by hand. Each part of an index has tables of its own,
and `Vocabulary` asks them all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from sqlite3 import Connection

from briefing_tui.query import Query, Term
from briefing_tui.words import Way, Words, fold, stem

# `size` is 0 for what is no plain word; `least` and `greatest` are the first and the last of a long form's stems.
TABLES = """
create table words(form text primary key, stem text, count integer, size integer, letters integer) without rowid;
create table shorts(short text, long text, least text, greatest text, primary key (short, long)) without rowid
"""
INDEXES = """
create index words_by_stem on words(stem, count);
create index words_by_size on words(size, letters, form, count);
create index shorts_by_long on shorts(least, greatest, long, short)
"""

_SHORT = re.compile(r"\(([A-Za-z][A-Za-z0-9-]{1,9})\)")
_COMPOUND = re.compile(r"(?<![\w-])([^\W\d_]+)-([^\W\d_]+)(?![\w-])")
_FARTHEST = 200
_SUGGESTIONS = 3
_MOST_WHOLE_WORDS = 80
_BITS = 61  # SQLite's numbers have 63
_LAST = "\U0010ffff"
_NEAR = """
select form, cast(count as integer), (:letters & ~letters) as missing from words where size between :least and :most
and (missing & (missing - 1)) & ((missing & (missing - 1)) - 1) = 0"""


class Listing:
    """The words of texts, counted before they are written into a part of an index."""

    def __init__(self) -> None:
        self._forms: Counter[str] = Counter()
        self._longs: set[tuple[str, tuple[str, ...]]] = set()

    def add(self, words: Words) -> None:
        self._forms.update(words.forms)
        if "-" in words.text or "(" in words.text or not words.text.isascii():
            self._longs.update((*_abbreviations(words.text), *_compounds(words.text)))

    def write(self, database: Connection) -> None:
        """Into the tables of a new part, and their indexes."""
        database.executemany(
            "insert into words values (?, ?, ?, ?, ?)",
            (
                (form, stem(form), count, len(form), _letters(form))
                if len(form) > 2 and form.isalpha()
                else (form, stem(form), count, 0, 0)
                for form, count in sorted(self._forms.items())
            ),
        )
        database.executemany(
            "insert into shorts values (?, ?, ?, ?)",
            ((short, " ".join(long), min(long), max(long)) for short, long in sorted(self._longs)),
        )
        for each in INDEXES.split(";"):
            database.execute(each)


def whole_words(database: Connection, beginning: str, shortest: int) -> Sequence[str] | None:
    """The stems of a part that begin so; None where they are many, or the beginning is shorter than `shortest`."""
    if len(beginning) < shortest:
        return None
    found = database.execute(
        "select distinct stem from words where stem >= ? and stem < ? limit ?",
        (beginning, beginning + _LAST, _MOST_WHOLE_WORDS + 1),
    ).fetchall()
    return None if len(found) > _MOST_WHOLE_WORDS else [each for (each,) in found]


class Vocabulary:
    """All words of some parts of an index."""

    def __init__(self, databases: Iterable[Connection]) -> None:
        self._databases = tuple(databases)

    def _asked(self, question: str, values: Sequence[object] | Mapping[str, object]) -> Iterator[tuple[object, ...]]:
        for database in self._databases:
            yield from database.execute(question, values)

    def frequency(self, way: Way) -> int:
        """About how often a way is gone: as often as the rarest of its words."""
        *firsts, last = way.stems
        counts = [self._count("stem = ?", (each,)) for each in firsts]
        if not way.prefix:
            counts.append(self._count("stem = ?", (last,)))
        elif len(last) > 2:
            counts.append(self._count("stem >= ? and stem < ?", (last, last + _LAST)))
        return min(counts, default=1_000_000_000)

    def _count(self, condition: str, values: Sequence[str]) -> int:
        asked = self._asked(f"select cast(coalesce(sum(count), 0) as integer) from words where {condition}", values)
        return sum(int(str(count)) for (count,) in asked)

    def widened(self, query: Query) -> Query:
        """The query with what its abbreviations stand for as further ways, and the other way round."""
        words = (term for term in query.wanted if term.phrase is None)
        all_stems = frozenset(each for term in words for each in term.ways[0].stems)
        pairs = self._shorts(all_stems)
        return replace(
            query,
            wanted=tuple(self._widened(term, pairs) for term in query.wanted),
            unwanted=tuple(
                self._widened(term, () if term.phrase else self._shorts(frozenset(term.ways[0].stems)))
                for term in query.unwanted
            ),
        )

    def _shorts(self, stems: frozenset[str]) -> Sequence[tuple[str, frozenset[str]]]:
        """The abbreviations of what can be said with these stems, each with the stems it stands for."""
        asked = """select short, long from shorts where least = ? and greatest = ?
        and short in (select stem from words)"""
        found = {
            (str(short), frozenset(str(long).split()))
            for least in stems
            for greatest in stems
            if least <= greatest
            for short, long in self._asked(asked, (least, greatest))
        }
        return sorted((pair for pair in found if pair[1] <= stems), key=lambda pair: (pair[0], sorted(pair[1])))

    def _widened(self, term: Term, pairs: Sequence[tuple[str, frozenset[str]]]) -> Term:
        if term.phrase is not None:
            return term
        own = term.ways[0].stems
        more: list[Way] = []
        if len(own) == 1:
            longs = {str(long) for (long,) in self._asked("select long from shorts where short = ?", own)}
            more = [Way(tuple(long.split())) for long in sorted(longs)]
        more += [Way((short,)) for short, long in pairs if long.issuperset(own)]
        return replace(term, ways=(*term.ways, *dict.fromkeys(more))) if more else term

    def corrected(self, query: Query) -> tuple[str | None, tuple[tuple[str, str], ...]]:
        """The query with the nearest word for each unknown one, or None; and all words near those unknown."""
        text, end = "", 0
        suggestions: list[tuple[str, str]] = []
        hopeless = False
        for term in query.wanted:
            for typed in term.typed:
                open_ = term.open and typed is term.typed[-1]
                if self._knows(typed.form, open_):
                    continue
                near = self.near(typed.form, open_)
                suggestions += [(typed.form, each) for each in near]
                hopeless = hopeless or not near
                text, end = text + query.text[end : typed.start] + "".join(near[:1]), typed.end
        return (None if hopeless or not suggestions else text + query.text[end:]), tuple(suggestions)

    def _knows(self, form: str, open_: bool) -> bool:
        if any(self._asked("select 1 from words where stem = ? limit 1", (stem(form),))):
            return True
        begun = "select 1 from words where form >= ? and form < ? limit 1"
        return open_ and any(self._asked(begun, (form, form + _LAST)))

    def near(self, form: str, open_: bool = False) -> tuple[str, ...]:
        """The words nearest a misspelt one, best first; none for numbers and for words too short to tell."""
        if not form.isalpha() or len(form) < 5:
            return ()
        most = 2 if len(form) >= 8 else 1
        longest = 1_000 if open_ else len(form) + most
        wanted = {"letters": _letters(form), "least": len(form) - most, "most": longest}
        counts: Counter[str] = Counter()
        for word, count, _ in self._asked(_NEAR, wanted):
            counts[str(word)] += int(str(count))
        found = []
        for word, count in counts.items():
            distance = _distance(form, word[: len(form) + most] if open_ else word, open_)
            if distance <= most:
                found.append((distance, word[0] != form[0], -count, word))
        return tuple(word for *_, word in sorted(found)[:_SUGGESTIONS])


def _letters(word: str) -> int:
    """The letters of a word as bits, to pass over most words quickly."""
    bits = 0
    for code in word.encode() if word.isascii() else map(ord, word):
        bits |= 1 << code % _BITS
    return bits


def _distance(typed: str, word: str, open_: bool) -> int:
    """How many letters wrong, missing, too many or swapped; with `open_` the word may go on."""
    before: list[int] = []
    row = list(range(len(word) + 1))
    for i, letter in enumerate(typed, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(word, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == word[j - 2] and typed[i - 2] == other:
                least = min(least, older[j - 2] + 1)
            row.append(least)
    return min(row) if open_ else row[-1]


def _abbreviations(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """`new energy vehicles (NEVs)`: a bracket takes up letters of the words before (Schwartz and Hearst)."""
    for match in _SHORT.finditer(text):
        short = match[1].removesuffix("s")
        if short.islower() or len(short) < 2:
            continue
        near = text[max(0, match.start() - _FARTHEST) : match.start()].rstrip()
        before = near.split(" ")[-min(len(short) + 5, 2 * len(short)) :]
        long = _long_form(short.lower(), " ".join(before))
        if long and ". " not in long:
            yield stem(fold(short)), Words(long).stems


def _long_form(short: str, before: str) -> str:
    """The end of a text that has the letters in order, the first at the start of a word; or nothing."""
    at = len(before)
    for index in range(len(short) - 1, -1, -1):
        at -= 1
        while at >= 0 and (before[at].lower() != short[index] or (index == 0 and at > 0 and before[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return ""
    return before[at:]


def _compounds(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """`bio-manufacturing` is also `biomanufacturing`."""
    for match in _COMPOUND.finditer(fold(text)):
        yield stem(match[1] + match[2]), (stem(match[1]), stem(match[2]))
