"""How English prints and speaks a number: digits, fractions and words, scales, money, percentages, "more than"."""

from __future__ import annotations

import re

from briefing_tui.numerals import (
    ABOUT,
    AND_PART,
    BEGINS,
    ENDS,
    GROWN,
    HALF_HELD,
    OF_ONE,
    PART,
    PLURAL,
    RANKED,
    RANKED_IN_DIGITS,
    RATIO_IN_DIGITS,
    WORDS,
)
from briefing_tui.printed import CONTINENTAL, GROUPED
from briefing_tui.quantity import Comparator


def spoken(pattern: str) -> str:
    """A pattern in which a blank stands for any white space, so that it reads like the words it finds."""
    return pattern.replace(" ", r"\s+")


# `bus number 12`, but `schools number 420` and `which now number 12,300`.
_VERB_BEHIND = ("now", "today", "still", "already", "who", "which", "that", "they", "period")
_NO_VERB = "".join(rf"(?<!{word}\s)" for word in _VERB_BEHIND)
A_NUMBER = rf"(?:(?<![a-z]{{3}}s\s){_NO_VERB}[Nn]umber(?!\s+\d{{1,3}},\d{{3}}))"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
# What has a mark and digits more, `2,5`, `1.234.567`, may be written in any way: no figure.
_DIGITS = (
    rf"(?:(?<![\d.,])(?:{CONTINENTAL}|(?i:{GROUPED})|(?:\d{{1,3}}(?:,\d{{3}})+(?!,\d{{3}}|\d)|\d+(?!\d))(?:\.\d+(?!\d))?(?!,\d\d?(?!\d)|\.\d)[¼½¾⅛⅜⅝⅞]?)"
    r"|[¼½¾⅛⅜⅝⅞])"
)
_NUMBER = rf"(?:{_DIGITS}{AND_PART}|(?=[A-Za-z])(?i:\b(?:{OF_ONE}|{WORDS}{AND_PART})))"
_SCALE = r"(?:[\s-](?:hundred|thousand|million|billion|trillion)\b|[\s-]?(?:bn|mn|tn)\b)"
_LETTER = r"(?(money)\s?[kKmMbB]\b|(?!))"  # `$5m`; whether `5m` is meters is told by what follows
CODES = (
    "CNY|USD|EUR|CHF|SEK|NOK|DKK|GBP|JPY|INR|BRL|AUD|CAD|NZD|HKD|SGD|ZAR|MXN|PLN|CZK|HUF|RON|RUB|KRW|NGN|KES|EGP|AED"
    "|SAR|ILS|THB|MYR|IDR|PHP|VND|PKR|CLP|COP|PEN|ARS|UAH|TRY"
)
_MONEY = rf"(?:(?:US|HK|NZ|[ACRS])?\$\s?|[€£¥₹₩₽₺₪₦]\s?|\b(?:RMB|{CODES})\s?)"
_PERCENT = (
    r"(?:\s?%|[\s-]per\s?cent\b(?!age)|\s+percentage[\s-]points?\b|[\s-]basis[\s-]points?\b|\s?bps\b"
    r"|(?<=\sa)\s+point\b)"
)
_RANK = spoken(
    rf"\b(?:(?P<ranked>(?i:{RANKED}))"
    rf"|(?:[Tt]op|[Rr]ank(?:s|ed|ing)? (?:No\.|number)) (?P<place>\d{{1,3}}|(?:{_TEENS}|{_ONES})\b)"
    r"(?!\d|[.,]\d|\s*%|\s*percent))"
)
_ABOUT = "".join(rf"(?<=\b{words}\s)|" for words in ABOUT)[:-1]
_NOT_HALF = "".join(
    rf"(?<!{word}\s)"
    for word in ("first", "second", "other", "latter", "last", "back", "front", "top", "bottom", "better")
)
_END = r"(?=\s*(?:[.,;:!?)]|$))"
# `half of`, `by half`, `more than half`, `half are`; the first half is a time.
_HALF = (
    rf"half\b(?:(?=\s+(?:of|the|our|its|their|his|all)\b(?!\s+(?:an?|the)\s+(?:hour|year)))|(?<=\bby\shalf){ENDS}"
    rf"|(?<=\bthan\shalf)|(?=\s+from\s+the\b)|(?=\s+(?:(?:now|already|still)\s+)?{PLURAL}\b))"
)
_GOES_ON = r"(?=\s+(?:in|by|from|to|and|come|were|are|have|has)\b)"
_SHARE = rf"(?i:\b(?:{PART}|{_NOT_HALF}{_HALF}|{HALF_HELD}|(?:{_ABOUT})half(?:{_END}|{_GOES_ON})))"
_PLAIN = (
    rf"(?P<sign>(?<!\w)[−+-](?=\d))?(?P<money>{_MONEY})?"
    rf"(?P<low>{_NUMBER})(?P<lowscale>{_SCALE}|{_LETTER})?(?P<lowpercent>{_PERCENT})?"
    rf"(?:(?P<glue>\s?[-–—]\s?|\s+to\s+|\s+and\s+|\s+or\s+)(?:{_MONEY})?(?P<high>{_NUMBER}))?"
    rf"(?P<scale>{_SCALE}|{_LETTER})?(?P<percent>{_PERCENT})?"
)
# Begins with a sign, a digit or one of few words: said first, that spares most of the way.
FIGURE = re.compile(
    rf"(?:(?=[\d¼½¾⅛⅜⅝⅞$€£¥₹₩₽₺₪₦−+-])|(?=[A-Za-z])(?<!\w)(?:(?i:(?={BEGINS}|second[-\s]))"
    r"|(?=[TtRr](?:op|ank)|[A-Z]{1,3}[$\s\d])))"
    rf"(?:(?=[A-Za-z])(?:(?P<rank>{_RANK})|(?P<part>(?!(?i:{OF_ONE})){_SHARE})"
    rf"|(?P<grown>\b(?:{'|'.join(GROWN)})\b))|(?P<ratio>(?=\d)(?<![\d.,]){RATIO_IN_DIGITS})"
    rf"|(?P<ordinal>(?=\d)(?i:{RANKED_IN_DIGITS}))|{_PLAIN})"
)
# What a number shares with one that follows in its list: `25 or 50 basis points`, `$400 and $450 billion`.
_LATER = rf"-?(?:,\s+{_DIGITS})*,?\s+(?:and|or|to|maybe|perhaps)\s+(?:even\s+|minus\s+)?"
LATER_PERCENT = re.compile(rf"{_LATER}{_DIGITS}(?P<percent>{_PERCENT})(?P<scale>)?")
LATER_MEASURE = re.compile(rf"{_LATER}{_DIGITS}(?P<scale>{_SCALE})?")
LATER_SCALE = re.compile(rf"{_LATER}{_MONEY}{_DIGITS}(?P<scale>{_SCALE})(?P<percent>)?")

# `doubled the pumps` is a deed; `doubled our budget` a growth of what is named.
DOES_TO = re.compile(
    spoken(
        r" (?:the|its|our|their|his|her|your|my|this|that|an?|up|down|back|as) (?!(?:[\w'’-]+ ){0,3}?(?:number|budgets?"
        r"|capacity|output|production|size|amount|shares?|sales|revenues?|exports?|imports?|incomes?|funding|investments?|spending"
        r"|prices?|rates?|profits?|turnover|staff|workforce|fleet|quota|fees?|tax|volume|traffic|pay|wages?)\b)"
    )
)
MORE = re.compile(r"\s+(?:more|fewer|other|such)\b(?!\s+than\b)")
LATER_COUNT = re.compile(rf"\s+(?:or|to)\s+(?:even\s+)?{_DIGITS}")
# `318 domestic and 44 international flights`
LATER_SORT = re.compile(rf"\s+[a-z]+(?:al|ic|ed|ent|ary|ign|ivate|ian|ive)\s+and\s+{_DIGITS}")

# `goes up to` leads to a level, `up to` alone is a bound.
_NOT_UP = "".join(
    rf"(?<!{verb}\s)"
    for verb in (
        "goes",
        "go",
        "going",
        "went",
        "gone",
        "edged",
        "add",
        "adds",
        "added",
        "rose",
        "moved",
        "crept",
        "came",
    )
)
_COMPARATORS: dict[Comparator, str] = {
    "≥": "at least|not? (?:less|fewer|lower) than|a minimum of",
    "≤": rf"{_NOT_UP}up to|at most|not? (?:more|higher|greater) than|a maximum of",
    "<": "(?:less|fewer|lower) than|under|below",
    ">": "(?:more|greater|higher) than|over|above|in excess of|upwards? of|beyond|topp(?:ed|ing)"
    "|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?",
    "≈": "nearly|about|around|approximately|roughly|close to|almost|some|an? estimated|estimated at|as many as"
    "|approach(?:es|ed|ing)?|just (?:above|under|over)",
}
SIGNS = tuple(_COMPARATORS)
_ANY = "|".join(f"(?P<c{index}>{words})" for index, words in enumerate(_COMPARATORS.values()))
BEFORE = re.compile(spoken(rf"\b(?:{_ANY}) (?:an?\s+|the\s+)?$"), re.IGNORECASE)
AFTER = re.compile(
    spoken(
        r" (?:or more\b|and (?:above|over|more)(?=[^\w\s]|$)|or (?:above|higher)\b)|[-–—]plus\b|\+(?!\d)"
        r"|(?P<about> or so\b|-odd\b)"
    )
)
# `4.5m homes` are million, `4.5 m high` meters.
LETTER = re.compile(r"(?P<blank>\s)?(?P<letter>[km])\b")
LENGTH = re.compile(r"[\s-]+(?:long|high|deep|wide|tall|thick|away|apart|above|below)\b")
TO_LETTER = re.compile(r"\d\s?[km]\s*(?:[-–—]|to|and|or)\s*$")
# A number and letters that are no unit, `64GB phones`, say something else than the number.
GLUED = re.compile(r"[^\W\d_]")
# `11 more than last winter`; a time that is masked is a sign that no text holds.
MORE_THAN = re.compile(
    spoken(
        r" (?:(?P<up>more|higher)|(?P<down>fewer|less|lower)) than (?=last |a year |\x02"
        r"|(?:before|usual|normal|now|today|planned|expected|the (?:year|month|week|season) before)\b)"
    ),
    re.IGNORECASE,
)
LONG = re.compile(spoken(r" consecutive (years|quarters|months|weeks|days)\b"), re.IGNORECASE)
