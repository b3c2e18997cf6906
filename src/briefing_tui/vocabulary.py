"""What a library's own words tell: which there are, which are near a misspelt one, which stand for others.

All of it comes from the content; there is no list of words made by hand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing_tui.query import Query, Term
from briefing_tui.words import Way, Words, fold, stem

_SHORT = re.compile(r"\(([A-Za-z][A-Za-z0-9-]{1,9})\)")
_COMPOUND = re.compile(r"(?<![\w-])([^\W\d_]+)-([^\W\d_]+)(?![\w-])")
_FARTHEST = 200
_SUGGESTIONS = 3


class Vocabulary:
    """All words of a library."""

    def __init__(self, texts: Iterable[Words]) -> None:
        self._forms: Counter[str] = Counter()
        self._longs: dict[str, set[tuple[str, ...]]] = {}
        for words in texts:
            self._forms.update(words.forms)
            for short, long in (*_abbreviations(words.text), *_compounds(words.text)):
                self._longs.setdefault(short, set()).add(long)
        self._stems = {stem(form) for form in self._forms}
        self._shorts = [
            (short, frozenset(long)) for short, longs in self._longs.items() for long in longs if short in self._stems
        ]
        self._letters = [(form, _letters(form)) for form in self._forms if len(form) > 2 and form.isalpha()]

    def widened(self, query: Query) -> Query:
        """The query with what its abbreviations stand for as further ways, and the other way round."""
        words = (term for term in query.wanted if term.phrase is None)
        all_stems = frozenset(each for term in words for each in term.ways[0].stems)
        return replace(
            query,
            wanted=tuple(self._widened(term, all_stems) for term in query.wanted),
            unwanted=tuple(self._widened(term, frozenset(term.ways[0].stems)) for term in query.unwanted),
        )

    def _widened(self, term: Term, all_stems: frozenset[str]) -> Term:
        if term.phrase is not None:
            return term
        own = term.ways[0].stems
        more = [Way(long) for long in sorted(self._longs.get(own[0], ()))] if len(own) == 1 else []
        more += [Way((short,)) for short, long in self._shorts if long <= all_stems and long.issuperset(own)]
        return replace(term, ways=(*term.ways, *more)) if more else term

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
        if stem(form) in self._stems:
            return True
        return open_ and any(each.startswith(form) for each in self._forms)

    def near(self, form: str, open_: bool = False) -> tuple[str, ...]:
        """The words nearest a misspelt one, best first; none for numbers and for words too short to tell."""
        if not form.isalpha() or len(form) < 5:
            return ()
        most = 2 if len(form) >= 8 else 1
        letters, found = _letters(form), []
        for word, held in self._letters:
            if (letters & ~held).bit_count() > most:
                continue
            if abs(len(word) - len(form)) > most and not (open_ and len(word) > len(form)):
                continue
            distance = _distance(form, word[: len(form) + most] if open_ else word, open_)
            if distance <= most:
                found.append((distance, word[0] != form[0], -self._forms[word], word))
        return tuple(word for *_, word in sorted(found)[:_SUGGESTIONS])


def _letters(word: str) -> int:
    """The letters of a word as bits, to pass over most words quickly."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
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
