"""Dates as headers print them: `Oct. 23, 2024`, `23rd of October 2024`, `2024年3月2日`, `2024-10-23`, `23.10.2024`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATES = (
    re.compile(rf"\b{_MONTH}[\s-]+(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[,\s-]+(?P<year>\d{{4}})\b", re.I),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?[\s-]+(?:(?:day )?of )?{_MONTH}[,\s-]*(?P<year>\d{{4}})\b", re.I
    ),
    re.compile(r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]"),
    re.compile(
        r"(?P<year>[〇○零一二三四五六七八九]{4})年(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})[日号]"
    ),
    re.compile(r"\b(?P<year>(?:19|20)\d{2})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d)"),
    re.compile(r"\b(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d{2})\b"),
    re.compile(r"\b(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>(?:19|20)\d{2})\b"),
    re.compile(r"(?<!\d)(?P<year>20\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?!\d)"),
)
_MAY_DATE = re.compile(r"\d\d|年")
_HAN = str.maketrans("〇○零一二三四五六七八九", "000123456789")
# What leads to the end of a period, to a change of the page or to something still to come.
_OTHER = re.compile(
    r"\b(?:end(?:s|ed|ing)?|as (?:of|at)|since|until|till|through|before|after|by|updated?|modified|corrected|"
    r"correction|revised|due|effective|expires?|next \w+|(?:first )?published|posted|printed|retrieved|accessed)"
    r"(?: (?:on|the|of|period|quarter|year|months?))*[:,]?\s*(?:[a-z]+day,? )?$|截至$|截止$",
    re.I,
)


def read_date(text: str) -> datetime.date | None:
    """The first date that a text tells; month before day where only digits stand."""
    return next((date for date, _ in _dates(text)), None)


def event_date(text: str) -> datetime.date | None:
    """The first date of a text that no word tells to be another's: `for the quarter ended`, `updated`."""
    return next((date for date, at in _dates(text) if not _OTHER.search(text[:at][-60:])), None)


def _dates(text: str) -> Iterator[tuple[datetime.date, int]]:
    """The dates of a text in order, each with where it begins."""
    if _MAY_DATE.search(text) is None:
        return
    found: dict[int, datetime.date] = {}
    text = text.replace("_", " ")
    for pattern in _DATES:
        for matched in pattern.finditer(text):
            if date := _date(matched["year"], matched["month"], matched["day"]):
                found.setdefault(matched.start(), date)
    yield from ((found[at], at) for at in sorted(found))


def _date(year: str, month: str, day: str) -> datetime.date | None:
    numbers = [_number(each) for each in (year, month, day)]
    first, second, third = numbers[0] if len(year) > 2 else 2000 + numbers[0], numbers[1], numbers[2]
    if second > 12 >= third:
        second, third = third, second
    try:
        return datetime.date(first, second, third)
    except ValueError:
        return None


def _number(word: str) -> int:
    """A number in digits, in Chinese ones or as a month: `23`, `二十三`, `Oct`."""
    if word[0].isdigit():
        return int(word)
    if word[0].isascii():
        return _MONTHS.index(word[:3].lower()) + 1
    if "十" not in word:
        return int(word.translate(_HAN))
    tens, _, ones = word.partition("十")
    return int((tens or "一").translate(_HAN)) * 10 + int((ones or "〇").translate(_HAN))
