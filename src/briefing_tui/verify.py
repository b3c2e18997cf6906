"""Every figure of a text against the indicators of a briefing: same, rounded, different, not found.

The subject is chosen by words first, then numbers, periods and bases are compared. Reads nothing and prints nothing;
deterministic.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing_tui.claims import Claim, claims
from briefing_tui.compare import Figure, verdict_on
from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing
from briefing_tui.opposites import is_opposed
from briefing_tui.plain import one_line
from briefing_tui.quantity import scaled
from briefing_tui.subjects import Fact, Named, Subjects
from briefing_tui.timing import contradiction, remark

Outcome = Literal["same", "rounded", "different", "not found"]

_ABOVE, _BELOW = frozenset({">", "≥"}), frozenset({"<", "≤"})
# How well words must name a subject: for a number that fits, for one that does not, where others are named too.
_RELATED, _COUNTED, _LIKELY, _NAMED = 0.15, 0.2, 0.4, 0.5
# What is named nearly as well as the best may be meant.
_TIE = 0.18
_FEW = 10
# "More than 100" says nothing of 2,965.
_FAR = 2


@dataclass(frozen=True, slots=True)
class Checked:
    """A figure of the text, what became of it, and the indicator that it was held against.

    `told` is the figure there, `there` the digest's sentence that holds it; both empty where nothing was found.
    `reason` says which subject, period or basis differs, or what the briefing does not tell; empty where the number
    decided.
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
    reason: str = ""


def verify(briefing: Briefing, text: str) -> tuple[Checked, ...]:
    """The figures of a text in its order, each held against what the briefing tells."""
    subjects, year = Subjects(briefing), briefing.date.year
    checked: list[Checked] = []
    before: Fact | None = None
    for claim in claims(text):
        outcome, fact = _decided(claim, subjects.named(claim, before), year)
        reason = ""
        if fact and outcome in {"same", "rounded"}:
            reason = _contradiction(claim, fact, year)
            outcome, reason = ("different", reason) if reason else (outcome, remark(claim, fact, year))
        checked.append(_told(claim, text, outcome, fact, reason))
        before = fact
    return tuple(checked)


def _decided(claim: Claim, named: list[Named], year: int) -> tuple[Outcome, Fact | None]:
    """The best-named subject; among those named nearly as well, one whose number, period and basis agree."""
    alike = [
        each for each in named if each.fact.measure == claim.measure or each.fact.figure.number == claim.figure.number
    ]
    if not alike:
        return "not found", None
    best = max(alike, key=lambda each: each.score)
    tied = [each for each in alike if each.score >= best.score - _TIE and not each.is_outdone(best)]
    # Two of one thing and two of another are one number.
    enough = _COUNTED if not claim.measure and claim.figure.number <= _FEW else _RELATED
    fitting = [each for each in tied if _outcome(each.fact, claim) != "different" and each.score >= enough]
    if fitting:
        fact = max(fitting, key=lambda each: _agreement(each, claim, year)).fact
        return _outcome(fact, claim), fact
    # Several subjects of which none is called by its name are no subject.
    alone = len({each.fact.indicator.id for each in tied}) == 1
    clear = best.score >= _LIKELY and (alone or best.name >= _NAMED)
    return ("different", best.fact) if clear else ("not found", None)


def _agreement(named: Named, claim: Claim, year: int) -> tuple[bool, bool, float]:
    agrees = not _contradiction(claim, named.fact, year)
    return agrees, _outcome(named.fact, claim) == "same", named.score


def _contradiction(claim: Claim, fact: Fact, year: int) -> str:
    """What of the briefing the words exclude though the number fits: its subject, its period, its basis."""
    if is_opposed(claim.naming, (fact.indicator.name, fact.clause)):
        return f"subject: {fact.indicator.name}"
    return contradiction(claim, fact, year)


def _outcome(fact: Fact, claim: Claim) -> Outcome:
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


def _told(claim: Claim, text: str, outcome: Outcome, fact: Fact | None, reason: str) -> Checked:
    line = text.count("\n", 0, claim.start) + 1
    words, around = one_line(text[claim.start : claim.end]), one_line(claim.sentence)
    if fact is None:
        return Checked(outcome, words, claim.start, claim.end, line, around)
    found = (fact.indicator, fact.mention, fact.told, fact.there, reason)
    return Checked(outcome, words, claim.start, claim.end, line, around, *found)
