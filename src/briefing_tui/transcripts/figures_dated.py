"""Figures beside the day of their briefing: which time cannot be meant, and what is not reached yet.

A figure without a time is better than one with a wrong time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from briefing_tui.indicator import Status
from briefing_tui.quantity import Period
from briefing_tui.transcripts.candidate import Candidate

_NEAR = 200
PRESENT = r"(?:now|currently|today|nowadays|at\s+present|at\s+the\s+moment)"
# A sentence that tells of another time than the one before it.
NOW = re.compile(
    rf"\b(?:{PRESENT}|will|going\s+to|must|should|plans?\s+to|as\s+of|by\s+\d{{4}})\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?。！？][\"”’)]*\s+(?=[A-Z\"“])|[。！？]")
# Of a time that is not over: only foreseen, where such a word is in the sentence.
_FORESEEN = re.compile(
    r"\b(?:revis(?:ed|ion)|project\w*|forecasts?|seen|outlook|baseline|scenario|expect\w*|estimate[sd]?|foresee\w*|envisag\w*"
    r"|predict\w*)\b"
)
# What happened did so in a time that was over.
_HAPPENED = re.compile(
    r"\b(?:was|were|had|did|(?:did|was|were|had)n['’]t|rose|fell|grew|came|went|saw|made|sold|built|spent|won|lost|took|got|held|met|[a-z]{2,}ed)\b"
)
# `In December 300 ships are needed`: what is told of now is not over.
_STILL = re.compile(
    r"\b(?:is|are|am|be|has|have|do|does|needs?|schedul\w+|agreed|due|goes?|starts?|begins?|opens?|comes?)\b|['’](?:s|re|ve)\b"
)
_TO_DO = re.compile(r"\b(?:will|would|must|should|plan|aim|to\s+be|going\s+to)\b|['’]ll\b")
_BY = re.compile(r"\b(?:by|until|till|before)\s+(?:the\s+)?(?:end\b|[A-Z][a-z]{2,8}\b)", re.IGNORECASE)
# What is named to compare with is not what is spoken of.
_REFERENCE = re.compile(
    r"\b(?:from|than|compared\s+(?:with|to)|versus|against|after|unlike|as\s+in|back\s+in|times|twice)\b[^,;.]{0,40}$",
    re.IGNORECASE,
)
_TO_COME = ("expected", "projected", "intended")


def dated(found: Iterable[Candidate], day: date, text: str) -> Iterator[Candidate]:
    """The figures of a paragraph; a time that cannot be meant is left out, and none is reached before its time.

    A month after the briefing whose year nobody tells is last year's where something happened in it, else it may be;
    a time that was over when something was still expected is that of another figure.
    """
    for each in found:
        before, behind = _around(text, each)
        period = _last_years(each, day, before + behind)
        period = period or (None if _wrong(each, day, text, before + behind) else each.period)
        made = each if period is each.period else replace(each, period=period, period_inferred=False)
        yield replace(made, status=_status(made, day, before + behind))


def speaks_on(text: str, found: Candidate, day: date) -> bool:
    """Whether later paragraphs may go on speaking of the time of a figure: one that was told, is over or runs."""
    if found.period is None or found.period.end is None or found.period.start is None:
        return False
    start = found.period.start
    over = start <= day.isoformat()[: len(start)]
    reference = _REFERENCE.search(text, max(0, found.start - _NEAR), found.start)
    return over and not reference and not NOW.search(text, found.end)


def _around(text: str, found: Candidate) -> tuple[str, str]:
    """The words of a figure's sentence before and behind it."""
    before = text[max(0, found.start - _NEAR) : found.start]
    begin = max((match.end() for match in _ENDS.finditer(before)), default=0)
    behind = text[found.end : found.end + _NEAR]
    end = _ENDS.search(behind)
    return before[begin:], behind[: end.start()] if end else behind


def _ahead(found: Candidate, day: date) -> bool:
    """Whether the time of a figure ends after the month of the briefing."""
    end = (found.period.end if found.period else None) or ""
    return bool(end) and end[:7] > day.isoformat()[: len(end[:7])]


def _happened(said: str) -> bool:
    return _HAPPENED.search(said) is not None and _TO_DO.search(said) is None


def _last_years(found: Candidate, day: date, said: str) -> Period | None:
    """The month or day a year before, of what happened in one that this year had not seen yet.

    Of a quarter nobody knows: that of a financial year may be meant.
    """
    if found.period is None or found.period_inferred or found.status != "actual":
        return None
    start, end = found.period.start or "", found.period.end or ""
    this, before = str(day.year), str(day.year - 1)
    told = start != end or len(start) == 4 or this in said or "next" in said or _BY.search(said)
    if told or not start.startswith(this) or start <= day.isoformat()[: len(start)]:
        return None
    if not _happened(said) or _STILL.search(said) or start.endswith("02-29"):
        return None
    return Period.read(found.period.iso.replace(this, before))


def _wrong(found: Candidate, day: date, text: str, said: str) -> bool:
    start = (found.period.start if found.period else None) or ""
    end = (found.period.end if found.period else None) or "9999"
    if found.status in _TO_COME and end < day.isoformat()[: len(end)]:
        return True
    named = start[:4] in text or "next" in text
    if named or start[:4] != str(day.year) or len(start) == 4:
        return False
    if start > day.isoformat()[: len(start)]:
        return not _BY.search(said) or _happened(said)
    return found.status == "actual" and _ahead(found, day) and _happened(said)


def _status(found: Candidate, day: date, said: str) -> Status:
    """The status of a figure; none is reached in a time that begins after the briefing, or runs and is foreseen."""
    if found.status != "actual" or found.period is None:
        return found.status
    start, end = found.period.start or "", found.period.end or ""
    today = day.isoformat()
    if end and end >= today[: len(end)] and (foreseen := _FORESEEN.search(said)):
        return "projected" if foreseen[0].startswith(("revis", "proj")) else "expected"
    ahead = start > today[: len(start)] or (len(end) > 4 and _ahead(found, day))
    return "expected" if ahead else "actual"
