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
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t|tember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_TO_TWELVE = "one two three four five six seven eight nine ten eleven twelve"
_COUNTS = {word: count for count, word in enumerate(_TO_TWELVE.split(), 1)} | {
    str(count): count for count in range(100)
}
_COUNT = rf"(?:[1-9]\d?|{_TO_TWELVE.replace(' ', '|')})"
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
# The year of a phrase: told, `last year`, or left to whoever knows the date of the briefing.
_YEAR = (
    r"(?:,?\s+(?:(?:of|in)\s+)?(?:(?P<year>(?:19|20)\d\d)\b|(?P<other>(?:last|next)\s+year)"
    r"|(?:this|the)\s+(?:same\s+)?year))?"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A time phrase: its period, if known, and where it stands. A basis is compared with, an aside not carried on."""

    period: Period | None
    start: int
    end: int
    basis: bool = False
    aside: bool = False

    @property
    def carries(self) -> bool:
        """Whether later sentences may go on speaking of it: a span or a day, not `this year`, not `past months`."""
        return not (self.basis or self.aside) and self.period is not None and self.period.end is not None


_Match = re.Match[str]


def _year(match: _Match, year: int | None) -> int | None:
    if match["year"]:
        return int(match["year"])
    if match["other"] and year:
        return year + (1 if match["other"][0] in "nN" else -1)
    return year


def _month(name: str) -> int:
    return MONTHS.index(name[:3]) + 1


def _months(year: int, first: int, last: int) -> Period:
    return Period.read(f"{year}-{first:02}" if first == last else f"{year}-{first:02}/{year}-{last:02}")


def _until(year: int, month: int, count: int) -> Period:
    """So many months up to one: `the three months to June`, `the June quarter`."""
    first = 12 * year + month - count
    start, end = f"{first // 12}-{first % 12 + 1:02}", f"{year}-{month:02}"
    return Period.read(end if count == 1 else f"{start}/{end}")


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
    if ending := match["ending"] or match["last"]:
        count = 3 if match["last"] else _COUNTS[(match["count"] or "twelve").lower()]
        return _until(year, _month(ending.capitalize()), count) if count <= 24 else None
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


def _two_years(match: _Match, _: int | None) -> Period | None:
    """From one year or month to another; of one month alone nobody knows."""
    ends = [
        (match[f"y{end}"] + (f"-{_month(match[f'm{end}']):02}" if match[f"m{end}"] else "")) for end in ("from", "to")
    ]
    return Period.read("/".join(ends)) if len(ends[0]) == len(ends[1]) and ends[0] < ends[1] else None


def _untold(_: _Match, __: int | None) -> Period | None:
    """A time that only the day of the briefing would tell: `last week`."""
    return None


def _near(match: _Match, year: int | None, month: int) -> Period | None:
    """`Last month`, `this quarter`, of a briefing whose month is known; of weeks and seasons nobody knows."""
    long = {"month": 1, "quarter": 3}.get((match["unit"] or "").lower(), 0)
    if year is None or not month or not long:
        return None
    step = {"last": -1, "next": 1}.get(match["which"].lower(), -1 if match["which"].lower().endswith("past") else 0)
    first = 12 * year + (month - 1) // long * long + step * long
    return _months(first // 12, first % 12 + 1, first % 12 + long)


def _so_far(_: _Match, year: int | None) -> Period | None:
    return Period.read(f"{year}-01/..") if year else None


def _years(match: _Match, year: int | None) -> Period | None:
    told = _year(match, year)
    if match["how"] and match["how"].lower() == "since" and told:
        return Period.read(f"{told}/..")
    return Period.read(str(told)) if told else None


_PART = (
    rf"(?:first (?P<quarters>two|three|2|3) quarters|first (?P<months>{_COUNT}) months|(?P<half>first|second) half"
    r"|(?P<quarter>first|second|third|fourth)[\s-]quarter|Q(?P<q>[1-4])\b"
    rf"|(?:(?P<count>{_COUNT}) months|year) (?:to|ended|ending|through) (?:the end of )?(?P<ending>{MONTH})"
    rf"|(?P<last>{MONTH}) quarter)"
)
_SCALED = r"(?![%\w]|,\d{3}|\.\d|[-–]\d|\s*(?:per\s?cent|[mbtr]\w+illion|yuan|dollars|tons|k[mWg]|units)\b)"
_END = (
    r"\b(?=[BbAaUutfSsowe])(?:(?:[Bb]y|[Aa]s of|[Aa]t|[Uu]ntil|till|before|from|[Ss]ince|over|with|to) )?(?:the )?\bend"
    rf"(?:-| (?:of )?)(?:the )?(?:(?P<month>{MONTH})|(?P<quarter>first|second|third|fourth) quarter"
    rf"|(?P<whole>(?:19|20)\d\d)|(?P<lasting>last year|previous year)|(?:this )?year){_YEAR}"
)
_DAY = rf"\b(?:[Aa]s of|[Bb]y|[Uu]ntil) (?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b{_YEAR}"
_MONTH = (
    r"\b(?P<how>[Ii]n|(?<=ata\s)from|(?<=ures\s)from|[Ff]or|of|[Dd]uring|[Ss]ince)"
    rf" (?P<month>{MONTH})(?! \d{{1,2}}\b){_YEAR}"
)
# `May was plus 3 percent`.
_MONTH_WAS = (
    rf"\b(?<!\b[Bb]y\s)(?<!\buntil\s)(?P<how>)(?P<month>{MONTH}){_YEAR}(?= (?:was|were|had|saw|brought|showed|came)\b)"
)
_IN_YEAR = (
    rf"\b(?=[idfbsoln12])(?:(?P<how>in|during|for|by|since|of|from) )?(?:\b(?P<year>(?:19|20)\d\d)\b{_SCALED}"
    r"|\b(?P<other>(?:last|next) year)\b)"
)
_TWO_YEARS = (
    rf"\b(?:[Bb]etween|[Ff]rom) (?:(?P<mfrom>{MONTH}),? )?(?P<yfrom>(?:19|20)\d\d),? (?:and|to|through|until|till)"
    rf" (?:(?P<mto>{MONTH}),? )?(?P<yto>(?:19|20)\d\d)\b{_SCALED}"
)
_NEAR = (
    r"\b(?P<which>last|this|next|the (?:past|current)) (?P<unit>month|week|quarter|weekend|fall|autumn|winter|spring"
    r"|summer)\b(?! (?:of|in) |['’])|\byesterday\b(?!['’])"
)
_Meaning = Callable[[_Match, int | None], Period | None]
# A word of which each phrase holds one: looked for first, that spares most of the way.
_HOLDS = {
    "years": ("between ", "from "),
    "near": ("last", "this", "next", "the past", "the current", "yesterday"),
    "end": (" end", "-end"),
    "part": ("quarter", "month", "half", "q1", "q2", "q3", "q4", "year to", "year end"),
    "month": MONTHS,
    "past": ("past", "last", "previous"),
    "so far": ("year",),
    "year": ("19", "20", "last year", "next year"),
}
_PAST = rf"\b(?:past|last|previous) (?P<count>{_COUNT}) (?P<unit>year|month|week|day)s?\b"
_SO_FAR = r"\bsince (?:the )?(?:beginning|start) of (?:this|the) year\b|\bthis year\b(?!['’])"
# In the order of trust: where two want the same words, the one said first has them.
_PHRASES: tuple[tuple[str, re.Pattern[str], _Meaning], ...] = tuple(
    (holds, re.compile(pattern.replace(" ", r"\s+"), flags), meaning)
    for holds, pattern, flags, meaning in (
        ("years", _TWO_YEARS, 0, _two_years),
        ("end", _END, 0, _end),
        ("part", rf"\b(?=[fstqoenjmady\d]){_PART}{_YEAR}", re.IGNORECASE, _part),
        ("month", rf"\b(?P<from>{MONTH})\s*(?:to|through|and|-|–|—)\s*(?P<to>{MONTH}){_YEAR}", 0, _span),
        ("month", _DAY, 0, _day),
        ("month", _MONTH, 0, _in_month),
        ("month", _MONTH_WAS, 0, _in_month),
        ("past", _PAST, re.IGNORECASE, _past),
        ("near", _NEAR, re.IGNORECASE, _untold),
        ("so far", _SO_FAR, re.IGNORECASE, _so_far),
        ("year", _IN_YEAR, re.IGNORECASE, _years),
    )
)
_COMPARED = re.compile(
    r"(?:compared\s+(?:to|with)|than|against|versus|the\s+same\s+as|this\s+time|same\s+(?:period|time|month|quarter)(?:\s+of)?|(?:up|down)\s+on"
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
    held = {kind for kind, several in _HOLDS.items() if any(map(words.__contains__, several))}
    for kind, pattern, meaning in _PHRASES:
        for match in pattern.finditer(text) if kind in held else ():
            if any(match.start() < each.end and each.start < match.end() for each in found):
                continue
            before = text[max(0, match.start() - 50) : match.start()]
            if match[0][0].isdigit() and _COUNTED.search(before) and not _COMPARED.search(before):
                continue
            basis = _compares(match[0], before, meaning)
            unsure = not basis and _unsure(match[0], text[max(0, match.start() - 150) : match.start()])
            meant = _near(match, year, month) if meaning is _untold else meaning(match, year)
            period = None if unsure else meant
            if kind == "year" and match[0][0].isdigit() and _NAMED.search(before) and not _FORMER.search(before):
                period, basis = None, True
            aside = period is not None and (_ahead(period, year, month) or _REFERENCE.search(before) is not None)
            found.append(Told(period, match.start(), match.end(), basis, aside))
    return tuple(sorted(found, key=lambda told: told.start))


def _ahead(period: Period, year: int | None, month: int) -> bool:
    """Whether a time begins after the month of the briefing."""
    start = period.start or ""
    return year is not None and start[:7] > f"{year}-{month or 12:02}"[: len(start[:7])]


def _unsure(words: str, before: str) -> bool:
    """Whether a time is only part of the one meant: `since it closed in June`, `May 2019`, one of two months."""
    if _SINCE.search(before) and words[:5].lower() != "since":
        return True
    if words[0].isdigit():
        return _A_MONTH.search(before) is not None
    return _TWO_MONTHS.match(words) is not None and not before.rstrip().endswith("etween")


def _compares(words: str, before: str, meaning: _Meaning) -> bool:
    """Whether a time is what a figure is compared with: `an increase of 4.4% from the end of 2023`."""
    if _COMPARED.search(before) or (words.lower().startswith("since") and _EXTREME.search(before)):
        return True
    if meaning is _end:
        return _FROM_THE_END.match(words) is not None
    if meaning is _years:
        return words.lower().startswith("from")
    return meaning is _part and _FROM.search(before) is not None
