"""Times told in English prose: where each phrase stands, and what it is to the figures around it.

A phrase whose year nobody tells is found all the same, so that its numbers are no figures, but has no period.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing_tui.quantity import MONTHS, Period
from briefing_tui.transcripts.phrases import HOLDS, MONTH, PHRASES, Meaning, end, near, part, untold, years


@dataclass(frozen=True, slots=True)
class Told:
    """A time phrase: its period, if known, and where it stands. A basis is compared with, an aside not carried on.

    Behind `(2022:` only what stands before `until`, the end of the brackets, is of that time.
    """

    period: Period | None
    start: int
    end: int
    basis: bool = False
    aside: bool = False
    until: int = 0

    def speaks_of(self, at: int) -> bool:
        """Whether it may be the time of a figure there."""
        return not self.until or self.end <= at < self.until

    @property
    def carries(self) -> bool:
        """Whether later sentences may go on speaking of it: a span or a day, not `this year`, not `past months`."""
        return not (self.basis or self.aside) and self.period is not None and self.period.end is not None


_COMPARED = re.compile(
    r"(?:compared\s+(?:to|with)|than|against|versus|the\s+same\s+as|this\s+time|same\s+(?:period|time|month|quarter)(?:\s+of)?|(?:up|down)\s+on|above|below|ahead\s+of"
    r"|(?:what|where|as|that)\s+(?:it|they|we|that)\s+(?:was|were|had)"
    r"|(?:times|twice|double|triple|half|above|below|over|exceed\w*|surpass\w*)"
    r"(?=\s+(?:that|those|the\s+(?:level|figure|number|volume|amount|rate)s?)\s))"
    r"\s+(?:(?:that|those|the\s+(?:level|figure|number|volume|amount|rate)s?)\s+)?(?:(?:in|of|at)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
# `up from 3 percent in 2019`: a time of what is held against, and not of what is spoken of.
_REFERENCE = re.compile(
    r"\b(?:from|than|compared\s+(?:to|with)|versus|against|after|unlike|times|twice|as\s+in|back)\b[^,;.]*$",
    re.IGNORECASE,
)
# `since` and what happened, up to the time when it did.
_SINCE = re.compile(r"\b[Ss]ince\s[^,;:.]*$")
_A_MONTH = re.compile(rf"\b{MONTH},?\s+$")
# A year that is part of a name: `Horizon 2032`.
_NAMED = re.compile(r"(?:(?<=[a-z,;] )|(?<=[a-z,;]\n))(?!Q[1-4])[A-Z][a-z]{2,}\s$")
_FORMER = re.compile(rf"\b(?:{MONTH}|In|By|Since|For|During|From|Of|Until|And|But|Spring|Summer|Autumn|Fall|Winter)\s$")
# `In 2030 and 2031 we built 300 and 400`: which is of which year is for people to say.
_A_YEAR_AND = re.compile(r"\b(?:19|20)\d\d\s+and\s+(?:in\s+)?$")
_AND_A_YEAR = re.compile(r"\s+and\s+(?:in\s+)?(?:19|20)\d\d\b(?![%,]|\s[a-z]*s\b)")
_TWO_MONTHS = re.compile(rf"{MONTH}\s+and\s")
_FROM = re.compile(r"(?:\bfrom|(?:%|\bper\s?cent|\bpoints?|\bmore|\bless)\s+on)\s+(?:the\s+)?$")
_EXTREME = re.compile(r"(?:\w+est|\bfirst|\btime|\bhigh|\blow|\blevels?|\bpace)\s+$")
_FROM_THE_END = re.compile(r"(?:from|since|over|with|to)\s")
_COUNTED = re.compile(
    r"(?:over|than|nearly|about|around|some|total\s+of|approximately|almost|exceed\w*|reach\w*|least)\s+$",
    re.IGNORECASE,
)


def periods(text: str, year: int | None, month: int = 0) -> tuple[Told, ...]:
    """All time phrases of a text in order, never two over one another.

    `year` and `month` are those of the briefing, None and 0 where nobody knows them.
    """
    found: list[Told] = []
    words = f" {' '.join(text.split())}"
    words = f"{words.lower()} {' '.join(month for month in MONTHS if month in words)}"
    held = {kind for kind, several in HOLDS.items() if any(map(words.__contains__, several))}
    for kind, pattern, meaning in PHRASES:
        for match in pattern.finditer(text) if kind in held else ():
            if any(match.start() < each.end and each.start < match.end() for each in found):
                continue
            before = text[max(0, match.start() - 50) : match.start()]
            if match[0][0].isdigit() and _COUNTED.search(before) and not _COMPARED.search(before):
                continue
            basis = _compares(match[0], before, meaning)
            unsure = not basis and _unsure(match[0], text[max(0, match.start() - 150) : match.start()])
            unsure = unsure or (kind == "year" and _AND_A_YEAR.match(text, match.end()) is not None)
            meant = near(match, year, month) if meaning is untold else meaning(match, year)
            period = None if unsure else meant
            if kind == "year" and match[0][0].isdigit() and _NAMED.search(before) and not _FORMER.search(before):
                period, basis = None, True
            aside = period is not None and (_ahead(period, year, month) or _REFERENCE.search(before) is not None)
            found.append(Told(period, match.start(), match.end(), basis, aside, _bracketed(text, *match.span())))
    return tuple(sorted(found, key=lambda told: told.start))


def _bracketed(text: str, start: int, end: int) -> int:
    """Where the brackets close that a time opens, `12.5 million (2022: 11.8 million)`; 0 where it opens none."""
    if not text[:start].rstrip().endswith("(") or not text[end:].lstrip().startswith(":"):
        return 0
    return text.find(")", end) + 1 or len(text)


def _ahead(period: Period, year: int | None, month: int) -> bool:
    """Whether a time begins after the month of the briefing."""
    start = period.start or ""
    return year is not None and start[:7] > f"{year}-{month or 12:02}"[: len(start[:7])]


def _unsure(words: str, before: str) -> bool:
    """Whether a time is only part of the one meant: `since it closed in June`, `May 2019`, one of two months."""
    if _SINCE.search(before) and words[:5].lower() != "since":
        return True
    if words[0].isdigit():
        return _A_MONTH.search(before) is not None or _A_YEAR_AND.search(before) is not None
    return _TWO_MONTHS.match(words) is not None and not before.rstrip().endswith("etween")


def _compares(words: str, before: str, meaning: Meaning) -> bool:
    """Whether a time is what a figure is compared with: `an increase of 4.4% from the end of 2023`."""
    if _COMPARED.search(before) or (words.lower().startswith("since") and _EXTREME.search(before)):
        return True
    if meaning is end:
        return _FROM_THE_END.match(words) is not None
    if meaning is years:
        return words.lower().startswith("from")
    return meaning is part and _FROM.search(before) is not None
