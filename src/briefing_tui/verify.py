"""Every figure of a text against the indicators of a briefing: same, rounded, different, not found.

Reads nothing and prints nothing; deterministic. Mentions in articles are no evidence where there is a transcript.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from briefing_tui.cite import sentence
from briefing_tui.claims import Claim, claims, measure
from briefing_tui.compare import Figure, said_at, verdict_on
from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing
from briefing_tui.plain import one_line
from briefing_tui.words import Words

Outcome = Literal["same", "rounded", "different", "not found"]

_ABOVE, _BELOW = frozenset({">", "≥"}), frozenset({"<", "≤"})
_EMPTY = frozenset(
    "a about above after all also an and are as at be been by for from had has have in into is it its more no of on or"
    " other our over than that the their them there these they this to up was we were which while will with year % $".split()
)
# Words cut to six letters meet: industry and industrial, exported and exports.
_CUT = 6
_ALIKE = {"output": "produc", "sold": "sale", "sell": "sale", "percen": "%"}

# Weights and marks, tried on the shipped article, its transcript and texts with planted errors.
_NAME, _WORDING, _FOLLOWS = 0.6, 0.4, 0.3
_LIKELY = 0.3
_RELATED = 0.1
_ELSEWHERE, _FARTHER = 0.75, 0.35


@dataclass(frozen=True, slots=True)
class Checked:
    """A figure of the text, what became of it, and the indicator that it was held against.

    `told` is the figure there, `there` the digest's sentence that holds it; both empty where nothing was found.
    """

    outcome: Outcome
    words: str
    start: int
    end: int
    line: int
    sentence: str
    indicator: Indicator | None = None
    mention: Mention | None = None
    told: str = ""
    there: str = ""


@dataclass(frozen=True)
class _Fact:
    """A level or a change that the briefing tells, ready to be held against a claim."""

    indicator: Indicator
    mention: Mention
    figure: Figure
    measure: str
    sign: int
    told: str
    there: str
    is_change: bool = False

    @cached_property
    def name(self) -> frozenset[str]:
        return frozenset(_stems(self.indicator.name))

    @cached_property
    def words(self) -> frozenset[str]:
        return self.name | frozenset(_stems(f"{self.indicator.scope or ''} {self.there}"))


def verify(briefing: Briefing, text: str) -> tuple[Checked, ...]:
    """The figures of a text in its order, each held against what the briefing tells."""
    facts = tuple(_facts(briefing))
    rarity = _rarity(facts)
    checked: list[Checked] = []
    before: _Fact | None = None
    for claim in claims(text):
        weights = _weights(claim)
        scores = [_score(fact, claim, weights, rarity, before) for fact in facts]
        outcome, fact = _decided(claim, facts, scores)
        checked.append(_told(claim, text, outcome, fact))
        before = fact
    return tuple(checked)


def _facts(briefing: Briefing) -> Iterator[_Fact]:
    transcripts = {document.id for document in briefing.documents if document.kind == "transcript"}
    for indicator in briefing.indicators:
        change = indicator.change
        for mention in indicator.mentions:
            paragraph = briefing.paragraph(mention)
            if paragraph is None or (transcripts and briefing.document_of(mention) not in transcripts):
                continue
            there = one_line(sentence(paragraph.text, mention.quote))
            figure, unit = Figure.of(indicator, mention), measure(indicator.unit)
            sign = (figure.value > 0) - (figure.value < 0) if indicator.kind == "growth" else 0
            yield _Fact(indicator, mention, _unsigned(figure), unit, sign, said_at(indicator, mention), there)
            if change and mention.value is None:
                figure, sign = Figure(change.value, None, "=", None), (change.value > 0) - (change.value < 0)
                unit, told = measure(change.unit), f"{change.words} {change.basis or ''}".strip()
                yield _Fact(indicator, mention, _unsigned(figure), unit, sign, told, there, is_change=True)


def _unsigned(figure: Figure) -> Figure:
    return figure if figure.value >= 0 else Figure(-figure.value, figure.scale, figure.comparator, figure.value_max)


def _stems(text: str) -> Iterator[str]:
    for each in Words(text).stems:
        if each not in _EMPTY and not each.replace(".", "").isdigit():
            yield _ALIKE.get(each[:_CUT], each[:_CUT])


def _rarity(facts: tuple[_Fact, ...]) -> Mapping[str, float]:
    """How telling a word is: the fewer facts have it, the more."""
    held = Counter(word for words in {fact.indicator.id: fact.words for fact in facts}.values() for word in words)
    many = len({fact.indicator.id for fact in facts})
    return {word: math.log((many + 1) / count) for word, count in held.items()}


def _weights(claim: Claim) -> Mapping[str, float]:
    """The words around a claim: its own clause first, then the sentence, a little of the sentence before."""
    weights: dict[str, float] = {}
    parts = (claim.before, claim.sentence, claim.lead, claim.clause, claim.after)
    for weight, part in zip((0.25, 0.4, 0.6, 0.8, 1.0), parts, strict=True):
        weights |= dict.fromkeys(_stems(part), weight)
    return weights


def _score(
    fact: _Fact, claim: Claim, weights: Mapping[str, float], rarity: Mapping[str, float], before: _Fact | None
) -> float:
    named = sum(rarity[word] for word in fact.name)
    name = sum(rarity[word] * weights.get(word, 0) for word in fact.name) / named if named else 0
    near = {word for word, weight in weights.items() if weight >= 0.8 and word in rarity}
    nearby = sum(rarity[word] for word in near)
    wording = sum(rarity[word] for word in near & fact.words) / nearby if nearby else 0
    follows = before is not None and fact.is_change and claim.change and before.indicator is fact.indicator
    return _NAME * name + _WORDING * wording + _FOLLOWS * follows


def _decided(claim: Claim, facts: tuple[_Fact, ...], scores: list[float]) -> tuple[Outcome, _Fact | None]:
    """The likeliest fact with the figure, unless the words speak much more clearly for one without it."""
    fitting: list[tuple[bool, float, int]] = []
    others: list[tuple[float, int]] = []
    for index, (fact, score) in enumerate(zip(facts, scores, strict=True)):
        outcome = _outcome(fact, claim)
        if outcome != "different" and score >= _needed(fact, claim):
            fitting.append((score, outcome == "same", -index))
        elif fact.measure == claim.measure or fact.figure.number == claim.figure.number:
            others.append((score, -index))
    score, _, at = max(fitting, default=(-1.0, False, 0))
    other, instead = max(others, default=(-1.0, 0))
    if fitting and not (other >= _ELSEWHERE and other - score >= _FARTHER):
        return _outcome(facts[-at], claim), facts[-at]
    return ("different", facts[-instead]) if other >= _LIKELY else ("not found", None)


def _needed(fact: _Fact, claim: Claim) -> float:
    """How much the words must say: a long number speaks for itself, a short one or a distant bound does not."""
    figure = claim.figure
    if len(figure.value.normalize().as_tuple().digits) >= 3:
        return 0
    return _RELATED


def _outcome(fact: _Fact, claim: Claim) -> Outcome:
    """What the claim makes of the fact: it may say it less exactly, never more."""
    told, said = fact.figure, claim.figure
    if fact.measure != claim.measure or fact.sign * claim.direction < 0 or (fact.is_change and not claim.change):
        return "different"
    if verdict_on(told, said) == "same":
        return "same"
    signs = {told.comparator, said.comparator}
    if (told.value_max is None) != (said.value_max is None) or (said.value_max is not None):
        ends = {told.number, *([told.value_max] if told.value_max else [])}
        return "rounded" if said.value_max is None and said.number in ends else "different"
    if told.number == said.number:
        return "different" if signs & _ABOVE and signs & _BELOW else "rounded"
    if told.comparator in _ABOVE:
        return "rounded" if said.comparator in _ABOVE and said.number < told.number else "different"
    if told.comparator in _BELOW:
        return "rounded" if said.comparator in _BELOW and said.number > told.number else "different"
    looser = said.comparator in _ABOVE | _BELOW or said.step > told.step
    return "rounded" if looser and verdict_on(told, said) == "rounded" else "different"


def _told(claim: Claim, text: str, outcome: Outcome, fact: _Fact | None) -> Checked:
    line = text.count("\n", 0, claim.start) + 1
    words, around = one_line(text[claim.start : claim.end]), one_line(claim.sentence)
    if fact is None:
        return Checked(outcome, words, claim.start, claim.end, line, around)
    found = (fact.indicator, fact.mention, fact.told, fact.there)
    return Checked(outcome, words, claim.start, claim.end, line, around, *found)
