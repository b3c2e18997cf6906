"""The paragraphs of a briefing in one row, and the sentence around each figure in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from briefing_tui.indicator import Mention
from briefing_tui.model import Briefing, Paragraph
from briefing_tui.numerals import numbers
from briefing_tui.plain import folded

_WORD = re.compile(r"\d[\d.,]*|[\u3400-\u9fff]|[^\W\d\u3400-\u9fff]+")
_DIGIT = re.compile(r"\d")
_END = re.compile(r"(?<=[.!?])[”\"’')\]]*\s+|(?<=[。！？；])")


class Spot(NamedTuple):
    """Words of a briefing: the paragraph, counted through all sections, and where in it they stand."""

    at: int
    start: int
    end: int


class Sentence(NamedTuple):
    """The words of a sentence; those before a figure and those from it on, every number as `#`."""

    said: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


class Text:
    """What a briefing says, paragraph by paragraph."""

    def __init__(self, briefing: Briefing) -> None:
        rows = list(_rows(briefing))
        self.paragraphs = [paragraph for _, paragraph in rows]
        self.addresses = [address for address, _ in rows]
        self._index = {address: at for at, address in enumerate(self.addresses)}
        self._ends: dict[int, tuple[list[int], list[int]]] = {}
        self._numbers: dict[int, list[tuple[int, int, Decimal]]] = {}

    def spot(self, mention: Mention) -> Spot:
        at = self._index[mention.at]
        start = max(self.paragraphs[at].text.find(mention.quote), 0)
        return Spot(at, start, start + len(mention.quote))

    def quoted(self, at: int, quote: str) -> Spot | None:
        """Where the quote stands in a paragraph; None unless it stands there once."""
        text = self.paragraphs[at].text
        start = text.find(quote)
        once = start >= 0 and text.find(quote, start + 1) < 0
        return Spot(at, start, start + len(quote)) if once else None

    def words(self, spot: Spot) -> str:
        return self.paragraphs[spot.at].text[spot.start : spot.end]

    def sentence(self, spot: Spot) -> Sentence:
        """The sentence that a figure stands in; it is divided where the quote's first digit stands."""
        text = self.paragraphs[spot.at].text
        if spot.at not in self._ends:
            ends = list(_END.finditer(text))
            self._ends[spot.at] = [0, *(each.end() for each in ends)], [*(each.start() for each in ends), len(text)]
        starts, stops = self._ends[spot.at]
        start = starts[bisect_right(starts, spot.start) - 1]
        end = stops[min(bisect_left(stops, spot.end), len(stops) - 1)]
        digit = _DIGIT.search(text, spot.start, spot.end)
        divide = digit.start() if digit else spot.start
        before, after = words_of(text[start:divide]), words_of(text[divide:end])
        return Sentence((*before, *after), _masked(before), _masked(after))

    def holds(self, spot: Spot, values: tuple[Decimal, ...]) -> bool:
        """Whether the words hold the whole numbers: `5.8%` within `15.8%` does not."""
        if spot.at not in self._numbers:
            found = numbers(self.paragraphs[spot.at].text)
            self._numbers[spot.at] = [(each.start, each.end, each.value) for each in found]
        held = {value for start, end, value in self._numbers[spot.at] if spot.start <= start and end <= spot.end}
        return all(abs(value) in held for value in values)


def overlap(one: Spot, other: Spot) -> bool:
    return one.at == other.at and one.start < other.end and other.start < one.end


def _rows(briefing: Briefing) -> Iterator[tuple[str, Paragraph]]:
    for section in briefing.sections:
        for paragraph in section.paragraphs:
            yield f"{section.id}/{paragraph.number}", paragraph


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared; Chinese ones sign by sign."""
    return tuple(_WORD.findall(folded(text)))


def _masked(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("#" if each[0].isdigit() else each for each in words)
