"""What people type into a search, read: words, exact phrases, exclusions, filters. Nothing is an error.

Knows nothing of what is searched; `search.py` asks it of an index, `lights` of any text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefing_tui.words import Span, Way, Words, fold, literal, merged, stem

MOST_CHARACTERS = 256
MOST_TERMS = 16

_TERM = re.compile(
    r"(?P<without>-?)(?:(?P<filter>speaker|outlet|topic|kind|in|unit):"
    r'(?:"(?P<quoted>[^"]*)"|(?P<value>\S*))|"(?P<phrase>[^"]*)"|(?P<words>\S+))',
    re.IGNORECASE,
)
_QUOTES = str.maketrans("“”„", '"""')
_FIGURE_AND_UNIT = re.compile(r"(\d+)([^\W\d_]{2,})")
_OPEN_GROUP = re.compile(r"(?<=\d),(?=\d*$)")


@dataclass(frozen=True, slots=True)
class Typed:
    """A word as it stands in the query, folded."""

    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for: any of its ways, or a phrase literally. `open` while its last word is typed."""

    typed: tuple[Typed, ...]
    ways: tuple[Way, ...]
    phrase: re.Pattern[str] | None = None
    open: bool = False

    def spans(self, words: Words) -> list[Span]:
        """Where a text holds it."""
        if self.phrase is not None:
            return words.find_literal(self.phrase)
        return [span for way in self.ways for span in words.find(way)]

    def stands_in(self, words: Words) -> bool:
        """Whether a text holds it."""
        if self.phrase is not None:
            return self.phrase.search(fold(words.text)) is not None
        line = words.line
        return any(way.needle in line for way in self.ways)


@dataclass(frozen=True, slots=True)
class Filter:
    """`speaker:tao`: the beginning of a word in a name or an id; `in:` is a section's id exactly."""

    field: str
    value: str
    without: bool = False

    @property
    def ways(self) -> tuple[Way, ...]:
        """How a name may begin a word of its own with the value; none where the value holds no word."""
        forms = Words(self.value).forms
        return _ways(forms, open_=True) if forms else ()

    def passes(self, facts: Mapping[str, tuple[str, ...]]) -> bool:
        """Whether what is known of a row, names by field, has one that fits."""
        return any(_fits(self.field, self.value, name) for name in facts.get(self.field, ())) is not self.without


@dataclass(frozen=True, slots=True)
class Query:
    """A query taken apart; `text` is what it was read from, cut to what is read."""

    text: str
    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...]
    filters: tuple[Filter, ...]

    def spans(self, words: Words) -> tuple[Span, ...]:
        """Where a text holds anything that is wanted."""
        return merged(span for term in self.wanted for span in term.spans(words))


@lru_cache(maxsize=64)
def read(text: str, typing: bool = False) -> Query:
    """Take a query apart; with `typing` its last word, unless a blank follows, may be a beginning."""
    text = text[:MOST_CHARACTERS].translate(_QUOTES)
    wanted: list[Term] = []
    unwanted: list[Term] = []
    filters: list[Filter] = []
    for match in list(_TERM.finditer(text))[:MOST_TERMS]:
        without = bool(match["without"])
        if match["filter"]:
            value = match["quoted"] or match["value"] or ""
            if value:
                filters.append(Filter(match["filter"].lower(), value, without))
            continue
        term = _term(match, typing and not without and match.end() == len(text))
        if term is not None:
            (unwanted if without else wanted).append(term)
    return Query(text, tuple(wanted), tuple(unwanted), tuple(filters))


def lights(query: str, text: str, typing: bool = False) -> tuple[Span, ...]:
    """Where the query's words stand in any text."""
    return read(query, typing).spans(Words(text))


def _term(match: re.Match[str], open_: bool) -> Term | None:
    group = "phrase" if match["phrase"] is not None else "words"
    words, start = Words(match[group]), match.start(group)
    if not words.forms:
        return None
    stands = zip(words.forms, words.spans, strict=True)
    typed = tuple(Typed(form, start + first, start + last) for form, (first, last) in stands)
    if group == "phrase":
        return Term(typed, (Way(words.stems),), literal(match[group]))
    forms = Words(_OPEN_GROUP.sub("", match[group])).forms if open_ else words.forms
    return Term(typed, _ways(forms, open_), open=open_)


def _ways(forms: tuple[str, ...], open_: bool) -> tuple[Way, ...]:
    """The stems side by side; `bio-manufacturing` also as one word, `18MW` also as two."""
    variants = [forms]
    if len(forms) > 1 and all(form.isalpha() and form.isascii() for form in forms):
        variants.append(("".join(forms),))
    if len(forms) == 1 and (split := _FIGURE_AND_UNIT.fullmatch(forms[0])):
        variants.append((split[1], split[2]))
    ways = []
    for *firsts, last in variants:
        before = tuple(map(stem, firsts))
        ways.append(Way((*before, stem(last))))
        if open_:
            ways.append(Way((*before, last.replace(",", "")), prefix=True))
    return tuple(ways)


@lru_cache(maxsize=4096)
def _fits(field: str, value: str, name: str) -> bool:
    """Whether a filter's value is a name or begins a word of it."""
    if field == "in":
        return fold(value) == fold(name)
    forms = Words(value).forms
    return bool(forms) and any(map(Words(name).holds, _ways(forms, open_=True)))
