"""When a figure of a text is told for, and what its growth is compared with, against what a briefing says of it.

Only what the sentence itself names is held: the period of the clause, else the one before it.
"""

from __future__ import annotations

import re

from briefing_tui.claims import Claim
from briefing_tui.quantity import Period
from briefing_tui.subjects import Fact
from briefing_tui.transcripts.periods import Told, periods

_BASES = {
    "year on year": r"year[\s-](?:on|over)[\s-]year|\byoy\b|\by/y\b|(?:a|one)\s+year\s+(?:earlier|ago|before)"
    r"|same\s+(?:period|time|month|quarter)\s+(?:of\s+)?(?:last|the\s+previous)\s+year|annually",
    "quarter on quarter": r"quarter[\s-](?:on|over)[\s-]quarter|\bqoq\b|(?:previous|preceding)\s+quarter",
    "month on month": r"month[\s-](?:on|over)[\s-]month|\bmom\b|(?:previous|preceding)\s+month"
    r"|a\s+month\s+(?:earlier|ago|before)",
}
_BASIS = re.compile("|".join(f"({pattern})" for pattern in _BASES.values()), re.IGNORECASE)
_SINCE = re.compile(r"since end \d{4}")


def contradiction(claim: Claim, fact: Fact, year: int) -> str:
    """The period or basis of the briefing where the text names another: `period: Q1–Q3 2024`; empty where none is."""
    said, told = _period(claim, year), fact.indicator.period
    if said and told and not _agree(said, told):
        return f"period: {told.words}"
    basis = _basis(claim, year) if fact.is_growth else ""
    known = _known(fact.basis or "")
    return f"basis: {fact.basis}" if basis and known and basis != known else ""


def remark(claim: Claim, fact: Fact, year: int) -> str:
    """What the text names and the briefing does not: `period: not told in the briefing`."""
    said = _period(claim, year)
    if said and said.end and fact.indicator.period is None:
        return "period: not told in the briefing"
    if fact.is_growth and _basis(claim, year) and not _known(fact.basis or ""):
        return "basis: not told in the briefing"
    return ""


def _period(claim: Claim, year: int) -> Period | None:
    """The period that the clause names, else the last before the figure, else the only one of the sentence."""
    end = claim.clause_at + len(claim.clause)
    told = [each for each in periods(claim.sentence, year) if each.period and not each.basis]
    within = [each for each in told if claim.clause_at <= each.start < end]
    before = [each for each in told if each.start < claim.at]
    chosen: list[Told] = within[:1] or before[-1:] or (told if len(told) == 1 else [])
    return chosen[0].period if chosen else None


def _agree(said: Period, told: Period) -> bool:
    """Whether the same time is meant; the year that holds it is less exact, not wrong."""
    if not told.start or not told.end or not said.start or not said.end:
        return True
    if len(said.iso) == 4:
        return told.end.startswith(said.iso)
    if said.end[:7] != told.end[:7]:
        return False
    # At the end of September is told what came together by then.
    return said.start[:7] == told.start[:7] or 10 in {len(said.iso), len(told.iso)}


def _basis(claim: Claim, year: int) -> str:
    if match := _BASIS.search(claim.clause):
        return tuple(_BASES)[(match.lastindex or 1) - 1]
    ends = [each.period.iso for each in periods(claim.clause, year) if each.basis and each.period]
    return next((f"since end {iso[:4]}" for iso in ends if iso.endswith("-12-31")), "")


def _known(basis: str) -> str:
    return basis if basis in _BASES or _SINCE.fullmatch(basis) else ""
