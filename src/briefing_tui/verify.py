"""Every figure of a text against the indicators of a briefing: same, rounded, different, not found.

Reads nothing and prints nothing; deterministic. Candidates are no evidence, nor are mentions in articles where there is
a transcript.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from briefing_tui.cite import sentence
from briefing_tui.claims import Claim, claims, measure
from briefing_tui.compare import Figure, said_at, verdict_on
from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing
from briefing_tui.plain import one_line
from briefing_tui.quantity import scaled
from briefing_tui.words import Words

Outcome = Literal["same", "rounded", "different", "not found"]

_ABOVE, _BELOW = frozenset({">", "≥"}), frozenset({"<", "≤"})
_LITTLE = """
a about above after all also an and are as at be been by for from had has have in into is it its more no of on or other
our over than that the their them there these they this to up was we were which while will with year % $
"""
_EMPTY = frozenset(_LITTLE.split())
# Words cut to six letters meet: industry and industrial, exported and exports.
_CUT = 6
_ALIKE = {"output": "produc", "sold": "sale", "sell": "sale", "percen": "%"}

# Weights and marks, tried on the shipped article, its transcript and texts with planted errors.
_NAME, _WORDING, _FOLLOWS = 0.6, 0.4, 0.3
_LIKELY = 0.3
_RELATED, _UNNAMED, _SMALL = 0.1, 0.25, 32
_ELSEWHERE = {True: (0.75, 0.35), False: (0.4, 0.15)}
_EXACT = 0.2
# "More than 100" says nothing of 2,965.
_FAR = 2


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
    def counted(self) -> frozenset[str]:
        return self.name | frozenset(_stems(f"{self.indicator.unit or ''} {self.mention.quote}"))

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
        if indicator.candidate:
            continue
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
    words: dict[str, set[str]] = {}
    for fact in facts:
        words.setdefault(fact.indicator.id, set()).update(fact.words)
    held = Counter(word for each in words.values() for word in each)
    return {word: math.log((len(words) + 1) / count) for word, count in held.items()}


def _weights(claim: Claim) -> Mapping[str, float]:
    """The words around a claim: its own clause first, then the sentence, a little of the sentence before."""
    weights: dict[str, float] = {}
    parts = (claim.before, claim.sentence, claim.lead, claim.clause, claim.after)
    for weight, part in zip((0.25, 0.5, 0.65, 0.8, 1.0), parts, strict=True):
        weights |= dict.fromkeys(_stems(part), weight)
    return weights


def _score(
    fact: _Fact, claim: Claim, weights: Mapping[str, float], rarity: Mapping[str, float], before: _Fact | None
) -> float:
    named = sum(rarity[word] for word in fact.name)
    name = sum(rarity[word] * weights.get(word, 0) for word in fact.name) / named if named else 0
    near = {word for word, weight in weights.items() if weight >= 0.8}
    strange = math.log(len(rarity) + 1) / 3
    nearby = sum(rarity.get(word, strange) for word in near)
    wording = sum(rarity[word] for word in near & fact.words) / nearby if nearby else 0
    follows = before is not None and fact.is_change and claim.change and before.indicator is fact.indicator
    return _NAME * name + _WORDING * wording + _FOLLOWS * follows


def _decided(claim: Claim, facts: tuple[_Fact, ...], scores: list[float]) -> tuple[Outcome, _Fact | None]:
    """The likeliest fact with the figure, unless the words speak much more clearly for one without it."""
    if not facts:
        return "not found", None
    fitting: list[tuple[float, float, int]] = []
    others: list[tuple[float, int]] = []
    for index, (fact, score) in enumerate(zip(facts, scores, strict=True)):
        outcome = _outcome(fact, claim)
        if outcome != "different" and score >= _needed(fact, claim):
            fitting.append((score + _EXACT * (outcome == "same"), score, -index))
        elif fact.measure == claim.measure or fact.figure.number == claim.figure.number:
            others.append((score, -index))
    _, score, at = max(fitting, default=(0.0, 0.0, 0))
    other, instead = max(others, default=(0.0, 0))
    outcome = _outcome(facts[-at], claim)
    likely, farther = _ELSEWHERE[outcome == "same" or _is_long(claim) or not claim.measure]
    if fitting and not (other >= likely and other - score >= farther):
        return outcome, facts[-at]
    return ("different", facts[-instead]) if other >= _LIKELY else ("not found", None)


def _needed(fact: _Fact, claim: Claim) -> float:
    """How much the words must say: a long number speaks for itself, a short one or a distant bound does not."""
    if _is_long(claim):
        return 0
    if claim.measure or claim.figure.number >= _SMALL or fact.counted & frozenset(_stems(claim.after)):
        return _RELATED
    return _UNNAMED


def _is_long(claim: Claim) -> bool:
    """Whether hardly two figures would be alike by chance."""
    return len(claim.figure.value.normalize().as_tuple().digits) >= 3


def _outcome(fact: _Fact, claim: Claim) -> Outcome:
    """What the claim makes of the fact."""
    if fact.measure != claim.measure or fact.sign * claim.direction < 0 or (fact.is_change and not claim.change):
        return "different"
    if verdict_on(fact.figure, claim.figure) == "same":
        return "same"
    return "rounded" if _holds(claim.figure, fact.figure) else "different"


def _holds(said: Figure, told: Figure) -> bool:
    """Whether what is said holds for what was told: it may be less exact, never more."""
    signs = {told.comparator, said.comparator}
    if said.value_max is not None or told.value_max is not None:
        return said.value_max is None and said.number in {told.number, scaled(told.value_max or told.value, told.scale)}
    if told.number == said.number:
        return not (signs & _ABOVE and signs & _BELOW)
    if told.comparator in _ABOVE | _BELOW and not signs <= _ABOVE and not signs <= _BELOW:
        return False
    if said.comparator in _ABOVE | _BELOW:
        wider = said.number < told.number if said.comparator in _ABOVE else said.number > told.number
        return wider and max(told.number, said.number) < _FAR * min(told.number, said.number)
    return said.step > told.step and verdict_on(told, said) == "rounded"


def _told(claim: Claim, text: str, outcome: Outcome, fact: _Fact | None) -> Checked:
    line = text.count("\n", 0, claim.start) + 1
    words, around = one_line(text[claim.start : claim.end]), one_line(claim.sentence)
    if fact is None:
        return Checked(outcome, words, claim.start, claim.end, line, around)
    found = (fact.indicator, fact.mention, fact.told, fact.there)
    return Checked(outcome, words, claim.start, claim.end, line, around, *found)
