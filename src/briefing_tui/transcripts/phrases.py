"""The phrases that tell a time in English prose, in the order of trust, and which period each means."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable

from briefing_tui.quantity import MONTHS, Period

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t|tember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
# Of a month; behind its name may stand a figure: `by September 30 percent had left`, `in May 8.5 billion`.
DAY = (
    r"(?:0?[1-9]|[12]\d|3[01])(?!\d|\.\d|,\d{3}(?!\d)"
    r"|\s*(?:%|per\s?cent\b|percentage\b|basis\b|hundred\b|thousand\b|[mbt]r?illion\b|[mb]n\b))"
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


def part(match: _Match, year: int | None) -> Period | None:
    """Months of one year: `first half`, `Q3`, `the three months to June`."""
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


def end(match: _Match, year: int | None) -> Period | None:
    """A last day: `the end of March`, `end 2030`."""
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


def untold(_: _Match, __: int | None) -> Period | None:
    """A time that only the day of the briefing would tell: `last week`."""
    return None


def near(match: _Match, year: int | None, month: int) -> Period | None:
    """`Last month`, `this quarter`, of a briefing whose month is known; of weeks and seasons nobody knows."""
    long = {"month": 1, "quarter": 3}.get((match["unit"] or "").lower(), 0)
    if year is None or not month or not long:
        return None
    step = {"last": -1, "next": 1}.get(match["which"].lower(), -1 if match["which"].lower().endswith("past") else 0)
    first = 12 * year + (month - 1) // long * long + step * long
    return _months(first // 12, first % 12 + 1, first % 12 + long)


def _so_far(_: _Match, year: int | None) -> Period | None:
    return Period.read(f"{year}-01/..") if year else None


def years(match: _Match, year: int | None) -> Period | None:
    """A year: `in 2030`, `last year`, `since 2028`."""
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
_DAY = rf"\b(?:[Aa]s of|[Bb]y|[Uu]ntil) (?P<month>{MONTH}) (?P<day>{DAY})(?:st|nd|rd|th)?\b{_YEAR}"
_MONTH = (
    rf"\b(?!(?:from|[Ff]or|of|[Ss]ince) {MONTH} {DAY}\b)"
    r"(?P<how>[Ii]n|(?<=ata\s)from|(?<=ures\s)from|[Ff]or|of|[Dd]uring|[Ss]ince)"
    rf" (?P<month>{MONTH})(?! \d{{1,2}},? \d{{4}}){_YEAR}"
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
Meaning = Callable[[_Match, int | None], Period | None]
# A word of which each phrase holds one: looked for first, that spares most of the way.
HOLDS = {
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
PHRASES: tuple[tuple[str, re.Pattern[str], Meaning], ...] = tuple(
    (holds, re.compile(pattern.replace(" ", r"\s+"), flags), meaning)
    for holds, pattern, flags, meaning in (
        ("years", _TWO_YEARS, 0, _two_years),
        ("end", _END, 0, end),
        ("part", rf"\b(?=[fstqoenjmady\d]){_PART}{_YEAR}", re.IGNORECASE, part),
        ("month", rf"\b(?P<from>{MONTH})\s*(?:to|through|and|-|–|—)\s*(?P<to>{MONTH}){_YEAR}", 0, _span),
        ("month", _DAY, 0, _day),
        ("month", _MONTH, 0, _in_month),
        ("month", _MONTH_WAS, 0, _in_month),
        ("past", _PAST, re.IGNORECASE, _past),
        ("near", _NEAR, re.IGNORECASE, untold),
        ("so far", _SO_FAR, re.IGNORECASE, _so_far),
        ("year", _IN_YEAR, re.IGNORECASE, years),
    )
)
