"""Times told in English prose: which period each phrase means, and where it stands.

A phrase whose year nobody tells is found all the same, so that its numbers are no figures, but has no period.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass

from briefing_tui.quantity import MONTHS, Period

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_COUNTS = {
    word: count
    for count, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
} | {str(count): count for count in range(1, 100)}
_COUNT = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
# The year of a phrase: told, `last year`, or left to whoever knows the date of the briefing.
_YEAR = r"(?:,?\s+(?:(?:of|in)\s+)?(?:(?P<year>(?:19|20)\d\d)\b|(?P<last>last\s+year)|(?:this|the)\s+(?:same\s+)?year))?"


@dataclass(frozen=True, slots=True)
class Told:
    """A time phrase: its period where the year is known, and where it stands. A basis is what is compared with."""

    period: Period | None
    start: int
    end: int
    basis: bool = False

    @property
    def carries(self) -> bool:
        """Whether later sentences may go on speaking of it: a span or a day, not `this year`, not `past months`."""
        return not self.basis and self.period is not None and self.period.end is not None


_Match = re.Match[str]


def _year(match: _Match, year: int | None) -> int | None:
    if match["year"]:
        return int(match["year"])
    if match["last"]:
        return year - 1 if year else None
    return year


def _month(name: str) -> int:
    return MONTHS.index(name[:3]) + 1


def _months(year: int, first: int, last: int) -> Period:
    return Period.read(f"{year}-{first:02}" if first == last else f"{year}-{first:02}/{year}-{last:02}")


def _part(match: _Match, year: int | None) -> Period | None:
    year = _year(match, year)
    if year is None:
        return None
    if match["quarters"]:
        return _months(year, 1, 3 * _COUNTS[match["quarters"].lower()])
    if match["months"]:
        count = _COUNTS[match["months"].lower()]
        return _months(year, 1, count) if count <= 12 else None
    if match["half"]:
        return _months(year, 1, 6) if match["half"].lower() == "first" else _months(year, 7, 12)
    quarter = int(match["q"]) if match["q"] else _QUARTERS[match["quarter"].lower()]
    return _months(year, 3 * quarter - 2, 3 * quarter)


def _span(match: _Match, year: int | None) -> Period | None:
    year = _year(match, year)
    first, last = _month(match["from"]), _month(match["to"])
    return _months(year, first, last) if year and first <= last else None


def _end(match: _Match, year: int | None) -> Period | None:
    year = _year(match, year) if not match["whole"] else int(match["whole"])
    if year is None or match["lasting"]:
        return Period.read(f"{year - 1}-12-31") if year and match["lasting"] else None
    if match["quarter"]:
        month = 3 * _QUARTERS[match["quarter"].lower()]
    else:
        month = _month(match["month"]) if match["month"] else 12
    return Period.read(f"{year}-{month:02}-{monthrange(year, month)[1]}")


def _day(match: _Match, year: int | None) -> Period | None:
    year = _year(match, year)
    month, day = _month(match["month"]), int(match["day"])
    return Period.read(f"{year}-{month:02}-{day:02}") if year and 1 <= day <= monthrange(year, month)[1] else None


def _in_month(match: _Match, year: int | None) -> Period | None:
    year = _year(match, year)
    if year is None:
        return None
    month = f"{year}-{_month(match['month']):02}"
    return Period.read(f"{month}/.." if match["how"].lower() == "since" else month)


def _past(match: _Match, _: int | None) -> Period | None:
    return Period.read(f"P{_COUNTS[match['count'].lower()]}{match['unit'][0].upper()}")


def _so_far(_: _Match, year: int | None) -> Period | None:
    return Period.read(f"{year}-01/..") if year else None


def _years(match: _Match, year: int | None) -> Period | None:
    told = _year(match, year)
    if match["how"] and match["how"].lower() == "since" and told:
        return Period.read(f"{told}/..")
    return Period.read(str(told)) if told else None


_PART = (
    rf"(?:first\s+(?P<quarters>two|three|2|3)\s+quarters|first\s+(?P<months>{_COUNT})\s+months|(?P<half>first|second)\s+half"
    r"|(?P<quarter>first|second|third|fourth)[ -]quarter|Q(?P<q>[1-4])\b)"
)
_PHRASES: tuple[tuple[re.Pattern[str], Callable[[_Match, int | None], Period | None]], ...] = tuple(
    (re.compile(pattern, flags), meaning)
    for pattern, flags, meaning in (
        (
            r"\b(?:(?:by|as\s+of|at|until|till|before|from|since|over|with|to)\s+)?(?:the\s+)?\bend(?:-|\s+(?:of\s+)?)(?:the\s+)?"
            rf"(?:(?P<month>{MONTH})|(?P<quarter>first|second|third|fourth)\s+quarter|(?P<whole>(?:19|20)\d\d)"
            rf"|(?P<lasting>last\s+year|previous\s+year)|(?:this\s+)?year){_YEAR}",
            0,
            _end,
        ),
        (rf"\b{_PART}{_YEAR}", re.IGNORECASE, _part),
        (rf"\b(?P<from>{MONTH})\s*(?:to|through|and|-|–|—)\s*(?P<to>{MONTH}){_YEAR}", 0, _span),
        (
            rf"\b(?:as\s+of|by|until|As\s+of|By)\s+(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b{_YEAR}",
            0,
            _day,
        ),
        (rf"\b(?P<how>[Ii]n|[Ff]rom|[Ff]or|of|[Dd]uring|[Ss]ince)\s+(?P<month>{MONTH})(?!\s+\d{{1,2}}\b){_YEAR}", 0, _in_month),
        (
            rf"\b(?:past|last|previous)\s+(?P<count>{_COUNT})\s+(?P<unit>year|month|week|day)s?\b",
            re.IGNORECASE,
            _past,
        ),
        (
            r"\bsince\s+(?:the\s+)?(?:beginning|start)\s+of\s+(?:this|the)\s+year\b|\bthis\s+year\b(?!['’])",
            re.IGNORECASE,
            _so_far,
        ),
        (
            r"(?:\b(?P<how>in|during|for|by|since|of|from)\s+)?(?:\b(?P<year>(?:19|20)\d\d)\b"
            r"(?![%\w]|,\d{3}|\.\d|[-–]\d|\s*(?:per\s?cent|[mbtr]\w+illion|yuan|dollars|tons|k[mWg]|units)\b)|\b(?P<last>last\s+year)\b)",
            re.IGNORECASE,
            _years,
        ),
    )
)
_TRIGGER = re.compile(
    rf"\b{MONTH}|\byear|\bquarter|\bhalf\b|\bmonth|\bweek|\bdays?\b|\bQ[1-4]\b|(?:19|20)\d\d", re.IGNORECASE
)
_COMPARED = re.compile(
    r"(?:compared\s+(?:to|with)|than|from|over|against|versus|same\s+(?:period|time|month|quarter)(?:\s+of)?)"
    r"\s+(?:(?:that|those|the\s+level)\s+)?(?:(?:in|of|at)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_COMPARING = {_end: re.compile(r"(?:from|since|over|with|to)\s"), _years: re.compile(r"from\s")}
_COUNTED = re.compile(
    r"(?:over|than|nearly|about|around|some|total\s+of|approximately|almost|exceed\w*|reach\w*|least)\s+$", re.IGNORECASE
)


def periods(text: str, year: int | None) -> tuple[Told, ...]:
    """All time phrases of a text in order, never two over one another; `year` is that of the briefing."""
    if not _TRIGGER.search(text):
        return ()
    found: list[Told] = []
    for pattern, meaning in _PHRASES:
        for match in pattern.finditer(text):
            if any(match.start() < each.end and each.start < match.end() for each in found):
                continue
            before = text[max(0, match.start() - 50) : match.start()]
            if match[0][0].isdigit() and _COUNTED.search(before) and not _COMPARED.search(before):
                continue
            comparing = _COMPARING.get(meaning)
            basis = (comparing is not None and bool(comparing.match(match[0]))) or bool(_COMPARED.search(before))
            found.append(Told(meaning(match, year), match.start(), match.end(), basis))
    return tuple(sorted(found, key=lambda told: told.start))
