"""When a figure of a text is told for, and what its growth is compared with, against what a briefing says of it.

Only what the sentence itself names is held: the period of the clause, else the one before it.
"""

from __future__ import annotations

import re

from briefing_tui.claims import Claim
from briefing_tui.quantity import MONTHS, Period
from briefing_tui.subjects import Fact
from briefing_tui.transcripts.periods import Told, periods
from briefing_tui.transcripts.phrases import MONTH

_BASES = {
    "year on year": r"year[\s-](?:on|over)[\s-]year|\byoy\b|\by/y\b|(?:a|one)\s+year\s+(?:earlier|ago|before)"
    r"|same\s+(?:period|time|month|quarter)\s+(?:of\s+)?(?:last|the\s+previous)\s+year|annually",
    "quarter on quarter": r"quarter[\s-](?:on|over)[\s-]quarter|\bqoq\b|(?:previous|preceding)\s+quarter"
    r"|(?:a|the)\s+quarter\s+(?:earlier|ago|before)",
    "month on month": r"month[\s-](?:on|over)[\s-]month|\bmom\b|(?:previous|preceding)\s+month"
    r"|(?:a|the)\s+month\s+(?:earlier|ago|before)",
}
_BASIS = re.compile("|".join(f"({pattern})" for pattern in _BASES.values()), re.IGNORECASE)
_SINCE = re.compile(r"since end \d{4}")
# `3 percent up on August last year`, `above that of last month`; from January to September is no basis.
_COMPARED = re.compile(
    r"\b(?:than|from|over|on|above|below|under|against|versus|exceed\w*|surpass\w*|compared\s+(?:to|with))\s+"
    r"(?:(?:that|those|the\s+(?:level|figure|one)s?)\s+)?(?:(?:of|in|for|at)\s+)?(?:the\s+)?"
    rf"(?:(?P<month>{MONTH})(?!\s+(?:to|through|until|and|\d{{1,2}}\b)|\s*[–-])"
    r"|(?P<last>last)\s+(?:month|(?P<quarter>quarter)|(?P<last_year>year))(?:['’]s)?"
    r"|(?P<named>(?:first|second|third|fourth)\s+quarter|Q[1-4]))\b"
    r"(?:\s+(?:of\s+|in\s+)?(?:(?P<before>last\s+year|(?:a|one|the)\s+year\s+(?:earlier|ago|before))|(?P<year>\d{4})))?"
    r"(?!\s+(?:to|through|until)\b|\s*[–-]|\s+(?:last\s+year|\d{4})\b)",
)


def contradiction(claim: Claim, fact: Fact, year: int) -> str:
    """The period or basis of the briefing where the text names another: `period: Q1–Q3 2024`; empty where none is."""
    said, told = _period(claim, year), fact.indicator.period
    if said and told and not _agree(said, told):
        return f"period: {told.words}"
    basis = _basis(claim, fact, year) if fact.is_growth else ""
    known = _known(fact.basis or "")
    return f"basis: {fact.basis}" if basis and known and basis != known else ""


def remark(claim: Claim, fact: Fact, year: int) -> str:
    """What the text names and the briefing does not: `period: not told in the briefing`."""
    said = _period(claim, year)
    if said and said.end and fact.indicator.period is None:
        return "period: not told in the briefing"
    if fact.is_growth and _basis(claim, fact, year) and not _known(fact.basis or ""):
        return "basis: not told in the briefing"
    return ""


def _period(claim: Claim, year: int) -> Period | None:
    """The period that the clause names, else the last before the figure, else the only one of the sentence."""
    end = claim.clause_at + len(claim.clause)
    compared = [match.span() for match in _COMPARED.finditer(claim.sentence)]
    told = [
        each
        for each in periods(claim.sentence, year)
        if each.period and not each.basis and not any(one <= each.start < other for one, other in compared)
    ]
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


def _basis(claim: Claim, fact: Fact, year: int) -> str:
    if match := _BASIS.search(claim.clause):
        return tuple(_BASES)[(match.lastindex or 1) - 1]
    ends = [each.period.iso for each in periods(claim.clause, year) if each.basis and each.period]
    if since := next((f"since end {iso[:4]}" for iso in ends if iso.endswith("-12-31")), ""):
        return since
    # `0.3 points faster than in July` compares two growths, each with the basis that it has.
    match = None if claim.measure == "percentage points" else _COMPARED.search(claim.clause)
    return _since(match, fact, year) if match else ""


def _since(compared: re.Match[str], fact: Fact, year: int) -> str:
    """The basis that a month, a quarter or last year is, for a figure of that period; empty where it may be several."""
    month, period = compared["month"] or "", fact.indicator.period
    end = (period and period.end) or ""
    if _SINCE.fullmatch(fact.basis or "") and (compared["last_year"] or month[:3] == "Dec"):
        return ""
    if compared["last_year"]:
        return "year on year"
    if compared["before"] or (compared["year"] and int(compared["year"]) < int(end[:4] or year)):
        alike = not month or len(end) < 7 or MONTHS[int(end[5:7]) - 1] == month[:3]
        return "year on year" if alike else f"since {month}"
    if not month:
        return "quarter on quarter" if compared["quarter"] or compared["named"] else "month on month"
    # Of January this is December.
    return "month on month" if len(end) < 7 or MONTHS[int(end[5:7]) - 2] == month[:3] else f"since {month}"


def _known(basis: str) -> str:
    return basis if basis in _BASES or _SINCE.fullmatch(basis) else ""
