"""Units as the content writes them, and the noun that tells what is counted."""

from __future__ import annotations

import re

from briefing_tui.transcripts.figures_masked import NAME

CURRENCIES = {
    "US$": "USD", "$": "USD", "USD": "USD", "HK$": "HKD", "A$": "AUD", "C$": "CAD", "€": "EUR", "EUR": "EUR", "£": "GBP",
    "¥": "CNY", "RMB": "CNY", "CNY": "CNY",
}  # fmt: skip
_STANDARD = {
    "CNY": "yuan|renminbi|RMB",
    "USD": "US dollars|U.S. dollars|dollars|dollar",
    "HKD": "Hong Kong dollars",
    "EUR": "euros|euro",
    "JPY": "yen|Japanese yen",
    "GBP": "pounds sterling",
    "INR": "rupees",
    "KRW": "won",
    "RUB": "rubles|roubles",
    "t": "metric tons|tonnes|tons|ton|t",
    "t of standard coal": "tons of standard coal|tonnes of standard coal",
    "kg": "kilograms|kg",
    "km": "kilometers|kilometres|kilometer|km",
    "km²": "square kilometers|square kilometres",
    "m": "meters|metres|meter|m",
    "m²": "square meters|square metres",
    "m³": "cubic meters|cubic metres",
    "ha": "hectares|ha",
    "mu": "mu",
    "nm": "nanometers|nanometres|nm",
    "W": "watts",
    "kW": "kilowatts|kilowatt|kW",
    "MW": "megawatts|megawatt|MW",
    "GW": "gigawatts|gigawatt|GW",
    "kWh": "kilowatt-hours|kilowatt hours|kWh",
    "MWh": "megawatt-hours|megawatt hours|MWh",
    "TWh": "terawatt-hours|TWh",
    "ms": "milliseconds|millisecond|ms",
    "s": "seconds",
    "°C": "degrees Celsius|°C",
    "EFLOPS": "EFLOPS",
    "Gbps": "Gbps",
    "TB": "terabytes|TB",
    "inches": "inches|inch",
    "cents": "cents",
}
_MEASURES = {word: unit for unit, words in _STANDARD.items() for word in words.split("|")}
_MEASURE = re.compile(
    rf"(?:[\s-]|\((?=[^()]*\)\s*kW))*({'|'.join(re.escape(word) for word in sorted(_MEASURES, key=len, reverse=True))})(?![\w-])"
    r"(?:\)?\s*\(?(?:kW|MW|GW)\b\)?)?"
)
_PER = re.compile(
    r"\s+(?:per|a|an|each)\s+(mu|capita|hour|day|week|month|year|person|household|ton|tonne|barrel|kilometer|kilowatt-hour|gallon)\b"
)
_WORD = re.compile(rf"[\s]*(?:[\"“‘(]?)([A-Za-z{NAME}][\w'’&+/{NAME}-]*|\d+\w*)([\"”’),.;:]*)")
_STOP = frozenset(
    "a an the this that these those of in on at to for from by with within into onto across over under than as and or but nor "
    "is are was were be been being has have had do does did will would can could may might shall should must who which whose "
    "when where while now today so not also only per its their our his her my your we they he she it i you there here then "
    "if because since until after before during between among about up down via out off through against without very just "
    "more less year-on-year respectively compared accounting including such both all each every".split()
)
_NO_PLURAL = frozenset("business gas access process progress less plus across analysis basis status focus loss mass news".split())
_IRREGULAR = frozenset("people men women children staff personnel police aircraft cattle persons media criteria".split())
_SAY_LITTLE = frozenset("stations institutions products markets".split())
_SAME = {"SMEs": "enterprises", "MSMEs": "enterprises", "NEVs": "vehicles", "specialists": "enterprises"}
_LONGEST = 9


def measure(text: str, at: int) -> tuple[str, int] | None:
    """A unit of measure or money right at an offset, in the standard term, and where it ends."""
    match = _MEASURE.match(text, at)
    if match is None:
        return None
    per = _PER.match(text, match.end())
    unit = _MEASURES[match[1]]
    return (f"{unit}/{per[1]}", per.end()) if per else (unit, match.end())


def plural(word: str) -> bool:
    """Whether a word names several things."""
    lower = word.lower()
    if lower in _IRREGULAR:
        return True
    return len(word) > 2 and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s", "’s")) and lower not in _NO_PLURAL


def counted(text: str, at: int) -> tuple[str, int] | None:
    """The noun that a number counts, from the phrase behind it, and where that phrase ends."""
    words: list[str] = []
    quoted = False
    head, end = None, at
    for _ in range(_LONGEST):
        match = _WORD.match(text, at)
        if match is None:
            break
        word, closing = match[1], match[2]
        opening = text[match.start() : match.start(1)].strip()
        if opening == "(":
            break
        quoted = quoted or opening in ("\"", "“") or False
        if not quoted and word.lower() in _STOP:
            if word == "and" and head and (other := _WORD.match(text, match.end())) and plural(other[1]) and other[1].islower():
                return f"{head} and {other[1]}", other.end(1)
            break
        if head and not plural(word):
            break
        words.append(word)
        at = match.end()
        if plural(word):
            head, end = _headed(words), match.end(1)
        if closing and closing[0] in "\"”":
            quoted = False
        if closing.strip("\"”’"):
            break
    return (head, end) if head else None


def _headed(words: list[str]) -> str:
    head = words[-1]
    if head in _SAY_LITTLE and len(words) > 1 and words[-2].isalpha() and words[-2].islower():
        return f"{words[-2]} {head}"
    return _SAME.get(head, head)
