"""What a figure of a text speaks of: how well its words name each figure that a briefing tells.

Compares no numbers; that is left to `verify`. Candidates are no evidence, nor are mentions in articles where there is
a transcript.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from briefing_tui.cite import sentence
from briefing_tui.claims import Claim, measure
from briefing_tui.compare import Figure, said_at
from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing
from briefing_tui.movement import WAY
from briefing_tui.plain import one_line
from briefing_tui.respective import RESPECTIVELY
from briefing_tui.words import Words

_LITTLE = """
a about above after all also an and are as at be been by for from had has have in into is it its more no of on or other
our over than that the their them there these they this to up was we were which while will with year % $
"""
_EMPTY = frozenset(_LITTLE.split())
# Words of names that alone name nothing.
_VAGUE = "growth growing doubled rate share total month number"
# Words cut to six letters meet: industry and industrial, exported and exports.
_CUT = 6
_ALIKE = {
    "output": "produc", "made": "produc", "built": "produc", "sold": "sale", "sell": "sale", "percen": "%",
    "abroad": "export", "growin": "growth", "grew": "growth", "grow": "growth",
}  # fmt: skip
_SHORT = re.compile(r"((?:[\w-]+\s+){1,7})\(([A-Z]\w*[A-Z])s?\)")
_PART = re.compile(
    r"\b(?:contribut|account|share|proportion|ratio|ma[dk]e up|constitut|compris|represent)", re.IGNORECASE
)
_COUNT = re.compile(r"(?=\b\d[\d,.]*\s)")
_MARK = re.compile(r"[,;:]\s|[()—–]")
# Changes in a row belong to several levels.
_AND_BEFORE = re.compile(r"\d\s*%?(?:,|,? and) $")
_AND_BEHIND = re.compile(r"[\d.]+\s*%?(?:,|,? and) \d")

# Weights, tried on the shipped article, its transcript and texts with planted errors.
_NAME, _WORDING, _FOLLOWS, _STRAYS, _COUNTED = 0.6, 0.4, 0.3, 0.3, 0.2
_BEHIND, _CLAUSE, _UNIT, _LEAD, _SENTENCE, _BEFORE = 1.0, 0.8, 0.7, 0.65, 0.5, 0.25


@dataclass(frozen=True)
class Fact:
    """A level or a change that the briefing tells, ready to be held against a claim."""

    indicator: Indicator
    mention: Mention
    figure: Figure
    measure: str
    sign: int
    told: str
    there: str
    is_change: bool = False

    @property
    def clause(self) -> str:
        """The part of its sentence, between marks, that holds the figure."""
        before, quote, behind = self.there.partition(one_line(self.mention.quote))
        return f"{_MARK.split(before)[-1]}{quote}{_MARK.split(behind)[0]}"

    @property
    def basis(self) -> str | None:
        change = self.indicator.change
        return change.basis if self.is_change and change else self.indicator.basis

    @property
    def is_growth(self) -> bool:
        return self.is_change or self.indicator.kind == "growth"


@dataclass(frozen=True, slots=True)
class Named:
    """How well a claim names a fact: by all words, by its name alone, with which words of its subject, by its unit."""

    fact: Fact
    score: float
    name: float
    words: frozenset[str]
    unit: float

    def is_outdone(self, other: Named) -> bool:
        """Whether the subject holds the same words of the other's name and more."""
        return self.words < other.words and self.unit <= other.unit


class Subjects:
    """The facts of a briefing, and how well a claim names each of them."""

    def __init__(self, briefing: Briefing) -> None:
        self.facts = tuple(_facts(briefing))
        shorts = dict(_shorts(briefing)) or {"(?!)": ""}
        self._shorts, self._read = tuple(shorts.values()), dict[str, frozenset[str]]()
        self._full = re.compile("|".join(f"({full})" for full in shorts), re.IGNORECASE)
        self._names = [self.stems(fact.indicator.name) for fact in self.facts]
        self._words = [
            names | self.stems(f"{fact.indicator.scope or ''} {fact.there}")
            for names, fact in zip(self._names, self.facts, strict=True)
        ]
        self._units = [self.stems(fact.indicator.unit or "") for fact in self.facts]
        self._naming = frozenset[str]().union(*self._names) - self.stems(_VAGUE)
        self._counted = frozenset[str]().union(*self._units)
        told: dict[str, set[str]] = {}
        for fact, words in zip(self.facts, self._words, strict=True):
            told.setdefault(fact.indicator.id, set()).update(words)
        held = Counter(word for words in told.values() for word in words)
        self._rarity = {word: math.log((len(told) + 1) / count) for word, count in held.items()}

    def named(self, claim: Claim, before: Fact | None) -> list[Named]:
        """How well the words around a claim name each fact; `before` is the fact of the claim before."""
        strange = self._strange(claim)
        near, behind = self.stems(_clause(claim)) - strange, self.stems(claim.after)
        subject = self._subject(claim)
        weights = {word: weight for word, weight in self._weights(claim, subject).items() if word not in strange}
        found: list[Named] = []
        for fact, names, words, counted in zip(self.facts, self._names, self._words, self._units, strict=True):
            name = self._share(names, weights)
            score = _NAME * name + _WORDING * self._share(near, dict.fromkeys(words, 1.0))
            score += _FOLLOWS * (subject <= names and _follows(fact, claim, before)) - _STRAYS * _strays(fact, claim)
            unit = 0.0 if claim.measure or not counted else len(counted & behind) / len(counted)
            found.append(Named(fact, score + _COUNTED * unit, name, subject & names, unit))
        return found

    def _subject(self, claim: Claim) -> frozenset[str]:
        """The naming words of the nearest clause that has any; with `respectively` those of its place."""
        if RESPECTIVELY.search(claim.sentence):
            return self.stems(claim.subject or claim.sentence) & self._naming
        at = claim.at - claim.clause_at
        own = self._called(claim.clause[:at], claim.clause[at:], claim.measure)
        leads = (self._called(*_COUNT.split(lead, 1)) or self.stems(lead) & self._naming for lead in claim.leads)
        return own or next(filter(None, leads), frozenset())

    def _strange(self, claim: Claim) -> frozenset[str]:
        """The words of the figures beside it, which are no words of this one's."""
        return self.stems(claim.strangers) - self.stems(claim.subject)

    def _called(self, head: str, tail: str = "", measure: str = "") -> frozenset[str]:
        """The naming words before a figure and behind it; vehicles behind a number may be any vehicles."""
        behind = self.stems(tail)
        return (self.stems(head) | (behind if measure else behind - self._counted)) & self._naming

    def stems(self, text: str) -> frozenset[str]:
        """What the words of a text are found by, names in full cut to their letters."""
        if text not in self._read:
            short = self._full.sub(lambda match: self._shorts[(match.lastindex or 1) - 1], text)
            stems = (each for each in Words(short).stems if each not in _EMPTY and not each.replace(".", "").isdigit())
            self._read[text] = frozenset(_ALIKE.get(each[:_CUT], each[:_CUT]) for each in stems)
        return self._read[text]

    def _weights(self, claim: Claim, subject: frozenset[str]) -> Mapping[str, float]:
        """The words around a claim: its own clause first, its subject, the sentence, a little of the one before."""
        weights: dict[str, float] = {}
        around, own = map(self.stems, (claim.before, claim.sentence)), map(self.stems, (_clause(claim), claim.after))
        weighed = (_BEFORE, _SENTENCE, _LEAD, _CLAUSE, _BEHIND)
        for weight, words in zip(weighed, (*around, subject, *own), strict=True):
            weights |= dict.fromkeys(words, weight)
        # Vehicles behind a number may be any vehicles.
        return weights | dict.fromkeys(self.stems(claim.after) & self._counted, _UNIT)

    def _share(self, words: Collection[str], weights: Mapping[str, float]) -> float:
        """How much of some words is among others: the fewer figures have a word, the more it tells."""
        strange = math.log(len(self._rarity) + 1) / 3
        rarity = {word: self._rarity.get(word, strange) for word in words}
        total = sum(rarity.values())
        return sum(rarity[word] * weights.get(word, 0) for word in words) / total if total else 0


def _follows(fact: Fact, claim: Claim, before: Fact | None) -> bool:
    """Whether a change is told right behind its level: `580 million, up 3.5%`; not in a list of changes."""
    if (
        before is None
        or before.is_change
        or before.indicator is not fact.indicator
        or not (fact.is_change and claim.change)
    ):
        return False
    head, tail = claim.sentence[: claim.at], claim.sentence[claim.at :]
    return not _AND_BEFORE.search(head) and not _AND_BEHIND.match(tail)


def _clause(claim: Claim) -> str:
    """The clause, with the subject that is elsewhere and the word that a part of a whole is named by."""
    return f"{claim.clause} {claim.subject}{' share' if _is_part(claim) else ''}"


def _is_part(claim: Claim) -> bool:
    head = claim.sentence[claim.clause_at : claim.at]
    return claim.measure == "%" and (claim.after.lstrip().startswith("of ") or _PART.search(head) is not None)


def _strays(fact: Fact, claim: Claim) -> bool:
    """Whether the one tells a part of a whole, the other growth."""
    if claim.measure != "%" or fact.measure != "%":
        return False
    if _is_part(claim):
        return fact.is_growth
    head = claim.sentence[claim.clause_at : claim.at]
    return WAY.search(head) is not None and fact.indicator.kind == "share"


def _shorts(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """Names that the briefing gives letters to: `New energy vehicles (NEVs)`."""
    for section in briefing.sections:
        for paragraph in section.paragraphs:
            for match in _SHORT.finditer(paragraph.text):
                words, letters = re.findall(r"\w+", match[1]), match[2].lower()
                for count in range(len(letters), len(letters) + 3):
                    last = words[-count:]
                    if letters in {"".join(word[0] for word in each).lower() for each in (last, _telling(last))}:
                        yield r"[\s-]+".join(re.escape(word.removesuffix("s")) + "s?" for word in last), match[2]
                        break


def _telling(words: list[str]) -> list[str]:
    return [word for word in words if word.lower() not in _EMPTY]


def _facts(briefing: Briefing) -> Iterator[Fact]:
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
            yield Fact(indicator, mention, _unsigned(figure), unit, sign, said_at(indicator, mention), there)
            if change and mention.value is None:
                figure, sign = Figure(change.value, None, "=", None), (change.value > 0) - (change.value < 0)
                unit, told = measure(change.unit), f"{change.words} {change.basis or ''}".strip()
                yield Fact(indicator, mention, _unsigned(figure), unit, sign, told, there, is_change=True)


def _unsigned(figure: Figure) -> Figure:
    low, high = figure.value, figure.value_max
    if low >= 0:
        return figure
    return Figure(-low if high is None else -high, figure.scale, figure.comparator, None if high is None else -low)
