"""The one search engine, behind the screen and the command: an index of briefings, asked with plain words.

Reading what was typed is left to `query.py`, matching to `words.py`, what there is to find to `findable.py`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from briefing_tui.findable import HitKind, Passage, Row, rows
from briefing_tui.model import Briefing
from briefing_tui.place import Place
from briefing_tui.plain import one_line
from briefing_tui.query import MOST_CHARACTERS, Query, Term, lights, read
from briefing_tui.vocabulary import Vocabulary
from briefing_tui.words import Span, Words

__all__ = ["Hit", "Index", "Results", "lights"]

SNIPPET = 160
# A sign that is never a word, so that no phrase runs from one text into the next.
_END = " ¶ "
# SQLite gets the words folded and stemmed, with blanks between them, and has only to tell them apart.
_TABLE = """
create virtual table rows using fts5(title, said, beside, content='', tokenize="ascii tokenchars '.%+#$'")"""
_MATCH = """
select rowid, -bm25(rows, 10.0, 4.0, 1.0) as score from rows where rows match ? order by score desc, rowid"""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found; `lit` and `title_lit` are the spans that matched. A larger score is better."""

    place: Place
    kind: HitKind
    title: str
    snippet: str
    lit: tuple[Span, ...]
    title_lit: tuple[Span, ...]
    score: float
    indicator: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """The best hits, and how many there are in all. `corrected` found them where the query found none."""

    query: str
    hits: tuple[Hit, ...]
    total: int
    corrected: str | None = None
    suggestions: tuple[tuple[str, str], ...] = ()


class Index:
    """Everything that can be found in some briefings."""

    def __init__(self, briefings: Iterable[Briefing]) -> None:
        self._rows = tuple(row for briefing in briefings for row in rows(briefing))
        texts = {id(words): words for row in self._rows for column in row.columns for words in column}
        self._vocabulary = Vocabulary(texts.values())
        # A screen may build it in one thread and ask in another; nothing is written after this.
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.execute(_TABLE)
        self._database.executemany(
            "insert into rows(rowid, title, said, beside) values (?, ?, ?, ?)",
            ((number, *map(_column, row.columns)) for number, row in enumerate(self._rows)),
        )

    def close(self) -> None:
        self._database.close()

    def search(self, text: str, limit: int = 50, typing: bool = False) -> Results:
        """What a query finds, best first; with `typing` its last word matches as a beginning."""
        query = self._vocabulary.widened(read(text, typing))
        found = self._found(query)
        corrected: str | None = None
        suggestions: tuple[tuple[str, str], ...] = ()
        if not found and query.wanted:
            better, suggestions = self._vocabulary.corrected(query)
            if better is not None:
                mended = self._vocabulary.widened(read(better, typing))
                found = self._found(mended)
                query, corrected = (mended, one_line(better)) if found else (query, None)
        hits = tuple(_hit(row, score, query) for row, score in found[: max(limit, 0)])
        return Results(one_line(text[:MOST_CHARACTERS]), hits, len(found), corrected, suggestions)

    def _found(self, query: Query) -> list[tuple[Row, float]]:
        """All rows that a query selects."""
        if query.wanted:
            ranked = self._database.execute(_MATCH, (_expression(query),))
            candidates = [(self._rows[number], score) for number, score in ranked]
        elif query.filters:
            candidates = [(row, 0.0) for row in self._rows]
        else:
            return []
        wanted = [term for term in query.wanted if term.phrase is not None]
        # SQLite has excluded the others, unless there was nothing to match.
        unwanted = [term for term in query.unwanted if term.phrase is not None or not query.wanted]
        return [
            (row, score)
            for row, score in candidates
            if all(each.passes(row.facts) for each in query.filters)
            and all(_holds(row, term) for term in wanted)
            and not any(_holds(row, term) for term in unwanted)
        ]


def _column(texts: tuple[Words, ...]) -> str:
    return _END.join(" ".join(words.stems) for words in texts)


def _expression(query: Query) -> str:
    """The query in the language of FTS5; every word is quoted, so none is an operator."""
    wanted = " AND ".join(f"({_ways(term)})" for term in query.wanted)
    unwanted = " OR ".join(_ways(term) for term in query.unwanted if term.phrase is None)
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def _ways(term: Term) -> str:
    return " OR ".join(f'"{" ".join(way.stems)}"{" *" if way.prefix else ""}' for way in term.ways)


def _holds(row: Row, term: Term) -> bool:
    return any(term.stands_in(words) for column in row.columns for words in column)


def _hit(row: Row, score: float, query: Query) -> Hit:
    passage = _best(row, query) if row.kind == "section" else _asked_for(row, query)
    snippet, lit = _snippet(passage.text, query, passage.quote)
    return Hit(
        place=passage.place,
        kind=row.kind,
        title=row.title.text,
        snippet=snippet,
        lit=lit,
        title_lit=query.spans(row.title),
        score=score,
        indicator=row.indicator,
        speaker=row.speaker,
    )


def _asked_for(row: Row, query: Query) -> Passage:
    """The first passage that the filters let through, else the first."""
    for passage in row.passages:
        if all(each.passes(passage.facts) for each in query.filters if each.field in passage.facts):
            return passage
    return row.passages[0]


def _best(row: Row, query: Query) -> Passage:
    """The passage that holds most of what is wanted; the beginning of the whole where none holds anything."""
    best, most = None, (0, 0)
    for passage in row.passages:
        said = sum(term.stands_in(passage.text) for term in query.wanted)
        near = (passage.text, *passage.beside)
        held = sum(any(map(term.stands_in, near)) for term in query.wanted)
        if (held, said) > most:
            best, most = passage, (held, said)
    return best or Passage(row.place, row.passages[0].text if row.passages else row.title)


def _snippet(words: Words, query: Query, quote: str) -> tuple[str, tuple[Span, ...]]:
    """The part of a text around the matches, or around the quote that it must show, and the matches in it."""
    text, spans = words.text, query.spans(words)
    if len(text) <= SNIPPET:
        return text, spans
    at = text.find(quote) if quote else -1
    centre = (at, at + min(len(quote), SNIPPET)) if at >= 0 else _densest(spans)
    start = min(max(0, (centre[0] + centre[1] - SNIPPET) // 2), centre[0], len(text) - SNIPPET)
    start, end = _at_word(text, max(start, 0), centre[0]), start + SNIPPET
    if end < len(text):
        blank = text.rfind(" ", max(centre[1], end - 20), end + 1)
        end = blank if blank > start else end
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = len(before) - start
    lit = tuple((max(a, start) + shift, min(b, end) + shift) for a, b in spans if a < end and b > start)
    return before + text[start:end] + after, lit


def _at_word(text: str, start: int, latest: int) -> int:
    """The next start of a word, where one is near; scripts without blanks are cut anywhere."""
    if start == 0 or text[start - 1] == " ":
        return start
    blank = text.find(" ", start, min(start + 20, latest))
    return blank + 1 if blank >= 0 else start


def _densest(spans: tuple[Span, ...]) -> Span:
    """From the first to the last of as many matches as one snippet can show."""
    best, most, last = (0, 0), 0, 0
    for first, (start, end) in enumerate(spans):
        last = max(last, first)
        while last + 1 < len(spans) and spans[last + 1][1] <= start + SNIPPET:
            last += 1
        if last - first + 1 > most:
            best, most = (start, min(max(end, spans[last][1]), start + SNIPPET)), last - first + 1
    return best
