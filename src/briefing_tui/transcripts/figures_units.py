"""Units as the content writes them, and the noun that tells what is counted."""

from __future__ import annotations

import re

from briefing_tui.numerals import WORDS
from briefing_tui.transcripts.figures_masked import NAME
from briefing_tui.transcripts.figures_patterns import CODES
from briefing_tui.transcripts.figures_words import ACTED, IRREGULAR, NO_PLURAL, NUMBERED, SAY_LITTLE, STOP, VERBS

CURRENCIES = {
    "US$": "USD", "$": "USD", "HK$": "HKD", "A$": "AUD", "C$": "CAD", "R$": "BRL", "S$": "SGD", "NZ$": "NZD",
    "€": "EUR", "£": "GBP", "¥": "CNY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₦": "NGN",
    "RMB": "CNY",
} | {code: code for code in CODES.split("|")}  # fmt: skip
_STANDARD = {
    "CNY": "yuan|renminbi|RMB|¥",
    "USD": "US dollars|U.S. dollars|dollars|dollar|US$|$",
    "HKD": "Hong Kong dollars",
    "EUR": "euros|euro|€",
    "JPY": "yen|Japanese yen",
    "GBP": "pounds sterling|£",
    "BRL": "reais",
    "INR": "rupees",
    "KRW": "won",
    "RUB": "rubles|roubles",
    "ZAR": "rand",
    "THB": "baht",
    "MYR": "ringgit",
    "PLN": "zlotys|zloty",
    "HUF": "forints",
    "ILS": "shekels",
    "UAH": "hryvnias",
    "NGN": "naira",
    "VND": "dong",
    "t": "metric tons|tonnes|tons|ton|t",
    "t of standard coal": "tons of standard coal|tonnes of standard coal",
    "kg": "kilograms|kilos|kg",
    "km": "kilometers|kilometres|kilometer|km",
    "km/h": "kilometers per hour|kilometres per hour|km per hour|km/h|kph",
    "m/s": "meters per second|metres per second|m/s",
    "kt": "kilotonnes|kilotons",
    "km²": "square kilometers|square kilometres",
    "m": "meters|metres|meter|m",
    "m²": "square meters|square metres",
    "m³": "cubic meters|cubic metres",
    "km³": "cubic kilometers|cubic kilometres",
    "ha": "hectares|ha",
    "mu": "mu",
    "nm": "nanometers|nanometres|nm",
    "W": "watts",
    "kW": "kilowatts|kilowatt|kW",
    "MW": "megawatts|megawatt|MW",
    "GW": "gigawatts|gigawatt|GW",
    "kWh": "kilowatt-hours|kilowatt hours|kWh",
    "MWh": "megawatt-hours|megawatt hours|megawatt-hour|megawatt hour|MWh",
    "TW": "terawatts|terawatt|TW",
    "GWh": "gigawatt-hours|gigawatt hours|GWh",
    "TWh": "terawatt-hours|terawatt hours|TWh",
    "ms": "milliseconds|millisecond|ms",
    "s": "seconds",
    "°C": "degrees Celsius|degrees centigrade|°C",
    "°F": "degrees Fahrenheit|°F",
    "degrees": "degrees",
    "times": "times",
    "EFLOPS": "EFLOPS",
    "Gbps": "Gbps",
    "TB": "terabytes|TB",
    "inches": "inches|inch",
    "cm": "centimeters|centimetres|centimeter|centimetre|cm",
    "mm": "millimeters|millimetres|millimeter|millimetre|mm",
    "L": "liters|litres|liter|litre",
}
# Units that are written as they are said: money that several countries call so, old measures.
_COINS = """
cents pence francs crowns kroner kronor krona kronur pesos dirhams dinars riyals shillings
pounds lira liras lei leva levs rupiah tenge taka kwacha cedis
pesewas birr escudos soles guaranies bolivianos quetzals
"""
_AS_SAID = """
megalitres megaliters gigalitres gallons barrels acres feet miles yards ounces carats bushels megabytes gigabytes
petabytes bcm bcf mcm bpd TEU TEUs minutes hours days weeks months years knots mph
"""
_MEASURES = {word: word for word in (*_COINS.split(), *_AS_SAID.split(), *CODES.split("|"))} | {
    word: unit for unit, words in _STANDARD.items() for word in words.split("|")
}
_ANY = "|".join(re.escape(word) for word in sorted(_MEASURES, key=len, reverse=True))
# Also `megawatt (MW)` and `(kilowatt) kW`.
_MEASURE = re.compile(rf"(?:[\s-]|\((?=[^()]*\)\s*kW))*({_ANY})(?![\w-])(?:\)?\s*\(?(?:kW|MW|GW)\b\)?)?")
_PER = re.compile(
    r"\s+(?:per\s+(?P<per>(?:cubic\s|square\s|metric\s)?(?:(?:million|thousand|hundred|\d[\d,]*)\s)?(?:[kMGT]Wh?|TEU|[a-z]{2,}(?:-[a-z]+)?)"
    r"|\d[\d,]*)|(?:a|an|each|every)\s+(?P<each>mu|capita|hour|day|week|month|year|minute|second|person|household|ton|tonne|kilogram|kilo|liter"
    r"|litre|barrel|kilometer|kilometre|gallon|unit|share|head|pound|hectare|acre|night|shift|seat|passenger|visit|game|match"
    r"|season|ticket|copy|dose|piece|trip|round|run|mile|ounce|bushel|bottle|pupil|patient|child))\b"
    r"(?!\s+(?:earlier|ago|before|later)\b)"
)
_WORD = re.compile(rf"\s*(?P<open>[\"“‘(]?)(?P<word>[A-Za-z{NAME}][\w'’&+/{NAME}-]*|\d+\w*)(?P<close>[\"”’),.;:]*)")
# `64 state and local departments`
_AND_ALSO = re.compile(rf"\s+and(?=\s+(?!{WORDS})[a-z-]+\s+(?:[a-z-]+\s+)?[a-z]+s\b)")
# `412 seats and uses a fifth less`: a verb.
_OBJECT = re.compile(r"\s+(?:an?|the|its|their|our|less|more|only|just|about)\b")
_SAME = {"SMEs": "enterprises", "MSMEs": "enterprises", "NEVs": "vehicles", "specialists": "enterprises"}
_LONGEST = 9


def measure(text: str, at: int) -> tuple[str, int] | None:
    """A unit of measure or money right at an offset, in the standard term, and where it ends."""
    match = _MEASURE.match(text, at)
    if match is None:
        return None
    unit, each = _MEASURES[match[1]], per(text, match.end())
    return (f"{unit}/{each[0]}", each[1]) if each else (unit, match.end())


def per(text: str, at: int) -> tuple[str, int] | None:
    """What a unit is told for each of, right behind it: `mu`, `year`, and where that ends."""
    match = _PER.match(text, at)
    return (" ".join((match["per"] or match["each"]).split()), match.end()) if match else None


_MONEY = frozenset([*CURRENCIES.values(), *_COINS.split()])


def is_money(unit: str) -> bool:
    """Whether a unit is money, alone or told for each of something: `EUR/month`."""
    return unit.partition("/")[0] in _MONEY


def plural(word: str) -> bool:
    """Whether a word names several things."""
    lower = word.lower().rstrip("'’")
    if lower in IRREGULAR:
        return True
    return (
        len(word) > 2
        and lower.endswith("s")
        and not lower.endswith(("ss", "us", "is", "'s", "’s"))
        and lower not in NO_PLURAL
    )


def counted(text: str, at: int) -> tuple[str, int] | None:
    """The noun that a number counts, from the phrase behind it, and where that phrase ends."""
    words: list[str] = []
    quoted, found = False, False
    end = at
    for _ in range(_LONGEST):
        match = _WORD.match(text, at)
        if match is None or match["open"] == "(":
            break
        word = match["word"]
        if (not found and word in ACTED) or word.isdigit():
            break
        quoted = quoted or bool(match["open"])
        if words and not found and (other := _AND_ALSO.match(text, match.start())):
            at = other.end()
            continue
        stops = not quoted and (word.lower() in STOP or (found and word.lower() in VERBS))
        if stops or (found and not plural(word)):
            second = _WORD.match(text, match.end()) if found and word == "and" else None
            if second and plural(second["word"]) and second["word"].islower() and not _OBJECT.match(text, second.end()):
                return f"{_headed(words)} and {second['word']}", second.end("word")
            break
        words.append(word)
        at = match.end()
        if plural(word):
            found, end = True, match.end("word")
        quoted = quoted and not match["close"].endswith(('"', "”"))
        if match["close"].strip('"”’'):
            break
    return (_headed(words), end) if found else None


def _headed(words: list[str]) -> str:
    head = words[-1].rstrip("'’")
    if head in NUMBERED and len(words) > 1:
        head = words[-2]
    if head in SAY_LITTLE and len(words) > 1 and words[-2].isalpha() and words[-2].islower():
        return f"{words[-2]} {head}"
    return _SAME.get(head, head)


def head_noun(phrase: str) -> str | None:
    """The thing counted by what leads to a number: `users` of `Number of gigabit broadband users`."""
    words = [word.strip('"“”’,.') for word in phrase.split()]
    kept: list[str] = []
    for word in words:
        if word.lower() in STOP:
            break
        kept.append(word)
    if not kept or not plural(kept[-1]) or kept[-1].lower() in ACTED:
        return None
    head = _headed(kept)
    return head.lower() if len(kept) == 1 and head[1:].islower() else head
