"""What a person decided on a draft goes over to a newer draft of the same transcript.

Figures are found again by the words of their quotes, the nearest first: ids and numbers of paragraphs may shift.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import SequenceMatcher
from typing import NamedTuple

from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing, Paragraph
from briefing_tui.numerals import numbers
from briefing_tui.plain import folded
from briefing_tui.proof import mentioned
from briefing_tui.transcripts.drafting import UNSORTED

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Merged:
    """The newer draft with what was decided: `kept` stands in it, `gone` has no place there any more."""

    briefing: Briefing
    kept: tuple[Indicator, ...]
    gone: tuple[Indicator, ...]


class _Spot(NamedTuple):
    """Words of the newer draft: the paragraph, counted through the briefing, and where in it they stand."""

    at: int
    start: int
    end: int


class _Match(NamedTuple):
    """A mention and a spot where it may stand now; the smallest is the best."""

    other_words: bool
    other_paragraph: bool
    other_id: bool
    away: int
    decided: int
    mention: int
    spot: _Spot


def decided(indicator: Indicator) -> bool:
    """Whether a person accepted it, dismissed it, or wrote on it."""
    written = indicator.topic != UNSORTED or indicator.note or indicator.scope or indicator.status != "actual"
    return bool(not indicator.candidate or indicator.dismissed or written)


def merged(old: Briefing, new: Briefing) -> Merged:
    """The newer draft, each decided indicator of the older one at its new place instead of the candidate there."""
    chosen = tuple(each for each in (*old.indicators, *old.dismissed) if decided(each))
    text = _Text(new)
    found = _found(chosen, old, text)
    kept = tuple(
        replace(each, mentions=tuple(text.moved(mention, spot) for mention, spot in found[index]))
        for index, each in enumerate(chosen)
        if index in found
    )
    covered = {spot for pairs in found.values() for _, spot in pairs}
    rest = [each for each in new.indicators if not any(_overlap(spot, text.spots[each.id]) for spot in covered)]
    shown = [*(each for each in kept if not each.dismissed), *_numbered(rest, {each.id for each in kept})]
    whole = replace(
        new,
        indicators=tuple(sorted(shown, key=text.order)),
        dismissed=tuple(sorted((each for each in kept if each.dismissed), key=text.order)),
    )
    gone = tuple(each for index, each in enumerate(chosen) if index not in found)
    return Merged(whole, kept, gone)


class _Text:
    """The paragraphs of the newer draft in one row, with its candidates and where they stand."""

    def __init__(self, briefing: Briefing) -> None:
        rows = list(_rows(briefing))
        self.paragraphs = [paragraph for _, paragraph in rows]
        self.addresses = [address for address, _ in rows]
        self.index = {address: at for at, address in enumerate(self.addresses)}
        self.candidates = briefing.indicators
        self.spots = {each.id: self.spot(each.mentions[0]) for each in briefing.indicators}

    def spot(self, mention: Mention) -> _Spot:
        at = self.index[mention.at]
        start = self.paragraphs[at].text.find(mention.quote)
        return _Spot(at, start, start + len(mention.quote))

    def order(self, indicator: Indicator) -> _Spot:
        return self.spot(indicator.mentions[0])

    def moved(self, mention: Mention, spot: _Spot) -> Mention:
        paragraph = self.paragraphs[spot.at]
        source = mention.source if mention.source in paragraph.source else paragraph.source[0]
        return replace(mention, at=self.addresses[spot.at], quote=paragraph.text[spot.start : spot.end], source=source)

    def holds(self, spot: _Spot, values: tuple[Decimal, ...]) -> bool:
        """Whether the words hold the whole numbers: `5.8%` within `15.8%` does not."""
        around = numbers(self.paragraphs[spot.at].text)
        held = {each.value for each in around if spot.start <= each.start and each.end <= spot.end}
        return all(abs(value) in held for value in values)


def _rows(briefing: Briefing) -> Iterator[tuple[str, Paragraph]]:
    for section in briefing.sections:
        for paragraph in section.paragraphs:
            yield f"{section.id}/{paragraph.number}", paragraph


def _found(chosen: tuple[Indicator, ...], old: Briefing, text: _Text) -> dict[int, list[tuple[Mention, _Spot]]]:
    """Where each mention stands now, by the index of its indicator; the best matches take their places first."""
    places = _places(old, text)
    found: dict[int, dict[int, _Spot]] = {}
    taken: dict[bool, list[_Spot]] = {False: [], True: []}
    for match in sorted(each for index in range(len(chosen)) for each in _matches(index, chosen[index], places, text)):
        spots = taken[chosen[match.decided].dismissed]
        mentions = found.setdefault(match.decided, {})
        if match.mention not in mentions and not any(_overlap(match.spot, spot) for spot in spots):
            mentions[match.mention] = match.spot
            spots.append(match.spot)
    return {
        index: [(chosen[index].mentions[number], spot) for number, spot in sorted(mentions.items())]
        for index, mentions in found.items()
        if mentions
    }


def _places(old: Briefing, text: _Text) -> dict[str, tuple[int, bool]]:
    """Each address of the older draft: where that paragraph would stand now, and whether it does, word for word."""
    rows = list(_rows(old))
    before, after = [each.text for _, each in rows], [each.text for each in text.paragraphs]
    places: dict[str, tuple[int, bool]] = {}
    for what, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for index in range(start, end):
            places[rows[index][0]] = min(first + index - start, last), what == "equal"
    return places


def _matches(index: int, indicator: Indicator, places: dict[str, tuple[int, bool]], text: _Text) -> Iterator[_Match]:
    own = text.spots.get(indicator.id)
    for number, mention in enumerate(indicator.mentions):
        here, whole = places.get(mention.at, (0, False))
        values = mentioned(indicator, mention)
        for other_words, spot in _spots(indicator, mention, text):
            if text.holds(spot, values):
                stays = whole and spot.at == here
                same_id = own is not None and _overlap(own, spot)
                yield _Match(other_words, not stays, not same_id, abs(spot.at - here), index, number, spot)


def _spots(indicator: Indicator, mention: Mention, text: _Text) -> Iterator[tuple[bool, _Spot]]:
    """Where the quote stands word for word, and candidates of the same figure with mostly the same words."""
    for at, paragraph in enumerate(text.paragraphs):
        if paragraph.text.count(mention.quote) == 1:
            start = paragraph.text.index(mention.quote)
            yield False, _Spot(at, start, start + len(mention.quote))
    said = _words(mention.quote)
    for candidate in text.candidates:
        if (candidate.number, candidate.unit) == (indicator.number, indicator.unit):
            words = _words(candidate.mentions[0].quote)
            if 2 * len(said & words) >= len(said | words):
                yield True, text.spots[candidate.id]


def _words(text: str) -> set[str]:
    return set(_WORD.findall(folded(text)))


def _overlap(one: _Spot, other: _Spot) -> bool:
    return one.at == other.at and one.start < other.end and other.start < one.end


def _numbered(candidates: list[Indicator], taken: set[str]) -> Iterator[Indicator]:
    """The candidates with ids of their own; those that a kept indicator has get a number."""
    used = taken | {each.id for each in candidates}
    for each in candidates:
        identifier, number = each.id, 2
        if identifier in taken:
            while identifier in used:
                identifier, number = f"{each.id}-{number}", number + 1
            used.add(identifier)
        yield each if identifier == each.id else replace(each, id=identifier)
