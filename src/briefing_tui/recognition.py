"""Which figures of a newer draft are those of an older one.

A figure stays with its sentence: place, surroundings and value first, then the value in the most similar sentence.
Ids and generated names are the weakest evidence. One old figure is at most one new one, the best pairs first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from briefing_tui.drafted import Told, told
from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing
from briefing_tui.quoted import mentioned
from briefing_tui.sentences import Sentence, Spot, Text, overlap, words_of

FACTS = ("value", "value_max", "scale", "unit", "comparator", "change", "basis", "period", "status", "kind")
_LIKE, _VERY_LIKE = 0.5, 0.8  # shares of a sentence's words; the second where the generated names differ
_SMALL = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with", "s"}
_NEAR = 20  # paragraphs
_TELLING = 6  # words of a sentence that hardly stands twice by chance
_SAME, _IN_PLACE = 0.15, 0.1  # what an equal value and an equal place count beside likeness


@dataclass(frozen=True, slots=True)
class Wanted:
    """A figure of the older draft, and what was drafted of it then; a `quoted` one is looked for by its quote too."""

    indicator: Indicator
    drafted: Told
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Where a mention stands now, and the newer draft's figure there, if any; `same` unless the figure is another."""

    spot: Spot
    same: bool
    figure: Indicator | None


@dataclass(frozen=True, slots=True, eq=False)
class _Said:
    """A mention in its sentence. `wanted` are its figure's and its own number; of the newer draft only for a quote."""

    spot: Spot
    sentence: Sentence
    drafted: Told
    mention: Mention
    figure: Indicator
    quoted: bool = False
    wanted: tuple[int, int] | None = None

    @property
    def facts(self) -> tuple[str | None, ...]:
        return tuple(self.drafted.get(name) for name in FACTS)

    @property
    def subject(self) -> set[str]:
        """The words of its name that stand in the sentence too."""
        return set(words_of(self.drafted.get("name", ""))) & set(self.sentence.said) - _SMALL


class _Way(NamedTuple):
    """What became of an old paragraph: itself, or those `among` which it may be now, and which it is by their order."""

    among: range
    here: int


class _Match(NamedTuple):
    """An old mention and a new place; the smallest is the best."""

    rank: int
    unlike: float
    away: int
    other_id: bool
    old: int
    new: int
    found: Found


def recognised(old: Briefing, new: Briefing, wanted: Sequence[Wanted]) -> dict[tuple[int, int], Found]:
    """Where the mentions of the wanted figures stand now, by the numbers of figure and mention."""
    return _Recognition(old, new, wanted).found


class _Recognition:
    def __init__(self, old: Briefing, new: Briefing, wanted: Sequence[Wanted]) -> None:
        self.text = Text(new)
        before = Text(old)
        self.ways = _ways(before, self.text)
        self.olds = list(_wanted(before, wanted))
        self.news = [*_figures(self.text, new)]
        self.news += _quotes(self.text, self.olds, self.news)
        self.found: dict[tuple[int, int], Found] = {}
        self._taken: dict[int, list[tuple[_Said, Spot]]] = {}
        self._by_words, self._by_value, self._by_place = _Many(), _Many(), _Many()
        for number, each in enumerate(self.news):
            self._by_words.add((each.sentence.before, each.sentence.after), number)
            self._by_value.add(each.drafted.get("value"), number)
            self._by_place.add(each.spot.at, number)
        self._take(match for number, each in enumerate(self.olds) for match in self._in_place(number, each))
        self._take(match for number, each in enumerate(self.olds) for match in self._elsewhere(number, each))

    def _take(self, matches: Iterator[_Match]) -> None:
        for match in sorted(matches, key=lambda each: each[:-1]):
            said, spot = self.olds[match.old], match.found.spot
            taken = self._taken.setdefault(spot.at, [])
            # Two of one place, as a dismissed figure and the one written instead of it, stay so.
            held = any(overlap(spot, other) and not overlap(said.spot, one.spot) for one, other in taken)
            if said.wanted is not None and said.wanted not in self.found and not held:
                self.found[said.wanted] = match.found
                taken.append((said, spot))

    def _in_place(self, number: int, said: _Said) -> Iterator[_Match]:
        """The same figure in the same surroundings where it was: most are found so, and quickly."""
        for at in self._by_words.of((said.sentence.before, said.sentence.after)):
            match = self._match(number, said, at)
            if match and match.rank == 0:
                yield match

    def _elsewhere(self, number: int, said: _Said) -> Iterator[_Match]:
        if said.wanted in self.found:
            return
        way = self.ways[said.spot.at]
        near = (self._by_place.of(at) for at in way.among if abs(at - way.here) <= _NEAR)
        words = self._by_words.of((said.sentence.before, said.sentence.after))
        for at in {*words, *self._by_value.of(said.drafted.get("value")), *(each for row in near for each in row)}:
            match = self._match(number, said, at)
            if match:
                yield match

    def _match(self, number: int, said: _Said, at: int) -> _Match | None:
        new = self.news[at]
        if new.wanted not in {None, said.wanted}:
            return None
        spot = self._placed(said, new)
        named = said.facts == new.facts and said.subject <= set(new.sentence.said)
        same = spot is not None and (named or said.sentence == new.sentence)
        alike = (said.sentence.before, said.sentence.after) == (new.sentence.before, new.sentence.after)
        way = self.ways[said.spot.at]
        there = new.spot.at in way.among
        rank = 3 if not alike else 0 if same and there else 1 if there else 2 if same else 3
        likeness = 1.0 if alike else _likeness(said.sentence, new.sentence)
        enough = _LIKE if said.drafted.get("name") == new.drafted.get("name") else _VERY_LIKE
        if likeness < enough or not (same or there or (alike and len(new.sentence.said) >= _TELLING)):
            return None
        score = likeness + _SAME * same + _IN_PLACE * there
        figure = None if new.wanted else new.figure
        found = Found(spot if same and spot else new.spot, same, figure)
        away = abs(new.spot.at - way.here)
        return _Match(rank, -score, away, said.drafted.get("id") != new.drafted.get("id"), number, at, found)

    def _placed(self, said: _Said, new: _Said) -> Spot | None:
        """Where the quote stands in the new words, or those themselves where they hold its numbers."""
        if not said.quoted:
            return new.spot
        quoted = self.text.quoted(new.spot.at, said.mention.quote)
        numbers = mentioned(said.figure, said.mention)
        spots = [each for each in (quoted, new.spot) if each and overlap(each, new.spot)]
        return next((each for each in spots if self.text.holds(each, numbers)), None)


class _Many:
    """Rows by what they have in common."""

    def __init__(self) -> None:
        self._rows: dict[object, list[int]] = {}

    def add(self, key: object, row: int) -> None:
        self._rows.setdefault(key, []).append(row)

    def of(self, key: object) -> Sequence[int]:
        return self._rows.get(key, ())


def _wanted(text: Text, wanted: Sequence[Wanted]) -> Iterator[_Said]:
    for number, each in enumerate(wanted):
        for place, mention in enumerate(each.indicator.mentions):
            spot = text.spot(mention)
            yield _Said(spot, text.sentence(spot), each.drafted, mention, each.indicator, each.quoted, (number, place))


def _figures(text: Text, briefing: Briefing) -> Iterator[_Said]:
    for each in (*briefing.indicators, *briefing.dismissed):
        for mention in each.mentions:
            spot = text.spot(mention)
            yield _Said(spot, text.sentence(spot), told(each), mention, each)


def _quotes(text: Text, olds: Sequence[_Said], news: Sequence[_Said]) -> Iterator[_Said]:
    """Where such quotes stand word for word, and the newer draft has no figure."""
    covered: dict[int, list[Spot]] = {}
    for each in news:
        covered.setdefault(each.spot.at, []).append(each.spot)
    for said in olds:
        for at in range(len(text.paragraphs)) if said.quoted else ():
            spot = text.quoted(at, said.mention.quote)
            if spot and not any(overlap(spot, each) for each in covered.get(at, ())):
                sentence = text.sentence(spot)
                yield _Said(spot, sentence, said.drafted, said.mention, said.figure, True, said.wanted)


def _ways(old: Text, new: Text) -> list[_Way]:
    before, after = ([each.text for each in text.paragraphs] for text in (old, new))
    ways: list[_Way] = []
    for what, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for at in range(first, first + end - start):
            among = range(at, at + 1) if what == "equal" else range(first, last)
            ways.append(_Way(among, min(at, max(last - 1, first))))
    return ways


def _likeness(one: Sentence, other: Sentence) -> float:
    """From 0 to 1: the mean of how many words both have, and how many in the same order around the figure."""
    count = len(one.before) + len(one.after) + len(other.before) + len(other.after)
    both = (Counter((*one.before, *one.after)) & Counter((*other.before, *other.after))).total()
    if 2 * both < _LIKE * count:
        return 0.0
    ordered = _ordered(one.before, other.before) + _ordered(one.after, other.after)
    return (both + ordered) / count


def _ordered(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(each.size for each in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
