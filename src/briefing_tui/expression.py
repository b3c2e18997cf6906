"""A query in the language of FTS5: what SQLite is asked, every word quoted, so that none is an operator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from briefing_tui.place import ID
from briefing_tui.query import Filter, Query, Term
from briefing_tui.words import Way, Words, fold

# A sign that is never a word, so that no phrase runs from one text into the next.
END = "¶"
TEXTS = ("title", "said", "beside")
NAMES = {"speaker": "speaker", "outlet": "outlet", "topic": "topic", "unit": "unit", "kind": "kind", "in": "place"}
_ANYTHING = '{kind} : ("section" OR "indicator" OR "speaker")'

# The whole words that begin so, or None to have SQLite look for the beginning.
Beginning = Callable[[str], Sequence[str] | None]


def column(texts: Iterable[Words]) -> str:
    """The stems of some texts as one: a blank before and after each word."""
    return END.join(words.line for words in texts)


@lru_cache(maxsize=4096)
def names(field: str, facts: tuple[str, ...]) -> str:
    """What is known of a row under a filter's name, as words; a section's id is one word."""
    if field == "in":
        return " ".join(_id_word(each) for each in facts)
    return column(map(Words, facts))


def expression(query: Query, whole_words: Beginning) -> str | None:
    """What selects the query's rows, but for phrases, which stand in more rows than it says; None where nothing can."""
    parts = [_ways(term.ways, whole_words) for term in query.wanted]
    wanted = [f"{{{' '.join(TEXTS)}}} : ({' AND '.join(parts)})"] if parts else []
    unwanted = [_texts(term, whole_words) for term in query.unwanted if term.phrase is None]
    for each in query.filters:
        part = _filter(each)
        if part is None and not each.without:
            return None
        if part is not None:
            (unwanted if each.without else wanted).append(part)
    selected = " AND ".join(wanted) or _ANYTHING
    return f"({selected}) NOT ({' OR '.join(unwanted)})" if unwanted else selected


def _texts(term: Term, whole_words: Beginning) -> str:
    return f"{{{' '.join(TEXTS)}}} : {_ways(term.ways, whole_words)}"


def _filter(each: Filter) -> str | None:
    if each.field == "in":
        identifier = fold(each.value)
        return f'{{place}} : "{_id_word(identifier)}"' if ID.fullmatch(identifier) else None
    return f"{{{NAMES[each.field]}}} : {_ways(each.ways, lambda _: None)}" if each.ways else None


def _ways(ways: Iterable[Way], whole_words: Beginning) -> str:
    return f"({' OR '.join(phrase for way in ways for phrase in _phrases(way, whole_words))})"


def _phrases(way: Way, whole_words: Beginning) -> Iterable[str]:
    *firsts, last = way.stems
    lasts = whole_words(last) if way.prefix else (last,)
    if lasts is None:
        return (f'"{" ".join(way.stems)}" *',)
    return [f'"{" ".join((*firsts, each))}"' for each in lasts or (last,)]


def _id_word(identifier: str) -> str:
    return fold(identifier).replace("-", "+")
