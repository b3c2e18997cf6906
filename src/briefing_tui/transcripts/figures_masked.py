"""What holds a number and is no figure: names, dates, times, ordinals, numbering. Masked before figures are looked for.

Masking keeps every offset. A masked name may stand within a noun phrase, a masked time ends one.
"""

from __future__ import annotations

import re

from briefing_tui.numerals import BEGINS, IN_WHAT, OF_ONE, PART, RANKED_IN_DIGITS, RATIO_IN_DIGITS
from briefing_tui.transcripts.figures_lasting import LASTING, UNITS, lasts
from briefing_tui.transcripts.figures_patterns import CODES, spoken
from briefing_tui.transcripts.periods import Told, periods
from briefing_tui.transcripts.phrases import DAY, MONTH

NAME, TIME = "\x01", "\x02"

_SUFFIX = r"(?:km|kg|cm|mm|nm|m|MW|GW|kW|TW|kWh|MWh|GWh|TWh|ms|t|g|bn|mn|tn|k|K|M|B|GB|TB|Gbps|Mbps|EFLOPS|x)\b"
_LABELS = (
    "Title|Fig|Annex|Resolution|Mark|Nos?|Boeing|Airbus|Appendix|Point|Step|[Vv]ersion|Flight|Highway|Road|Windows|Day"
    "|Proposition|Amendment|Act|Apollo|Shenzhou|Catch|Area|Formula|Studio|Law|Rule|Directive|Regulation|Decree|Code"
    "|Basel|Terminal|Hall|Pier|Platform|Bill|Order|Clause|Schedule|Exhibit|Hulls?|Sector|[Zz]one|Building|Unit|Block|Model|Series"
    "|Volume|Part|Case|Note|Line|Form|Circular|Ordinance|Convention|Protocol|Motorway|Reactor|Ward|Camp|Round"
    "|[Aa]rticle|[Ss]ection|[Cc]hapter|[Ff]igure|[Tt]able|[Pp]hase|[Tt]ier|[Tt]ype|[Cc]lass|[Gg]rade|[Ii]tem|[Pp]age"
    "|[Pp]aragraph|[Tt]opic|[Qq]uestion|[Ss]lide|[Ff]ootnote|[Rr]oom|[Gg]ate|[Rr]oute|[Gg]roup|[Cc]ategory|[Ss]tage"
    r"|[Cc]hannel|{A_NUMBER}|S&P|FTSE|Nikkei|Stoxx|CAC|IBEX|Russell|Fortune|Forbes|(?<!sea )[Ll]evel"
)
_LABEL_NUMBER = r"\d(?:[\d.,/-]*\d)?\b"
_PEOPLE = (
    "those|people|customers|passengers|clients|every(?:one|body)|any(?:one|body)|adults|persons|men|women|citizens|children|kids|girls|boys|residents"
    "|patients|athletes|players|workers|students|voters|drivers|pensioners|rowers|swimmers|members"
)
_COUNT = (
    r"(?:(?=[\dOTFSENotfsen])"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty))"
)
_WITH = "year|month|week|day|hour|minute|point|time|person|way|member|party|state|step|dimensional"
_SURE = "sure|right|behind|committed|certain|clear|confident|convinced|true|correct|agree|with|transparent|honest"


# By what they begin with, since that spares most of the way: a sign, a digit, a letter.
_BY_SIGN = (
    r"\[[\d:.,]+\]|(?m:^)\W{0,3}\(?\d{1,2}[.)]\s+(?=[A-Z])",  # time codes, numbering
    r"(?<!\w)(?:\+\d{1,3}[\s-])?\(?\d{3,4}\)?[\s-]\d{3,4}[\s-]\d{4}\b",  # telephones
    r"(?<![\w.,])\+\d{1,3}(?:[\s-]\d{1,4}){2,}\b",
    r"(?m:^)/?\d+\s+(?=[A-Z][a-z]+ [A-Z])|(?<!\d)/\d+\b",  # notes, captions
)
_BY_DIGIT = (
    r"\b(?:19|20)\d\d\s*[-–—/]\s*(?:(?:19|20)?\d\d)\b(?![-/]\d)|\b(?:19|20)?\d0s\b",  # plans and decades
    r"\b(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?\b|\b\d{1,2}/\d{1,2}/(?:\d\d){1,2}\b|\b24/7\b|\b9/11\b",
    r"\b(?:\d{1,4}/(?:19|20)\d\d|(?:19|20)\d\d/\d{1,4})\b",  # numbers of laws
    r"\b\d+(?:st|nd|rd|th)\b(?:\s+century)?",
    rf"\b\d+(?![\d,]{{0,20}}\.\d)(?!{_SUFFIX})[A-Za-z][\w/-]*(?:\s+PON\b)?",  # 5G, 10G PON
    # A row of numbers is no range: 30 to 40 to 60 and even 70 percent.
    (
        r"\b\d[\d,.]*(?![\d,.])%?(?:\s+to\s+\d[\d,.]*(?![\d,.])%?){2,}"
        r"(?:,?\s+(?:and|or|to)(?:\s+even)?\s+\d[\d,.]*(?![\d,.]))*"
        r"(?:\s*%|\s+per\s?cent\b)?"
    ),
    r"\b(?:\d+(?:-\d+){2,}|(?<!\d\s)0\d+(?:\s\d{2,4})+)\b",  # telephones
    r"(?<=[a-z][.,;”\"])\d{1,2}(?=\s|$)",  # notes at the foot of the page
    r"\b\d+\s+years?\s+old\b|\b\d{1,3}\s+(?:or|and)\s+(?:older|younger)\b",
    (
        r"(?<![\d.,])\d+\s+(?:euros|pounds|dollars|francs)\s+\d\d\b"  # `2 euros 10`
        r"(?![.,]?\d|\s*(?:%|per\s?cent)|\s+(?:years?|months?|weeks?|days?|hours?|minutes?|times)\b)"
    ),
    r"\b1\s+in\s+\d{3}[\d,]*\b",
    r"\b\d[\d,.]*-(?=\s*[—–-])",  # broken off: `900- — let's say`
)
_EITHER_ONE = r"one\s+or\s+two\b"
# A word right before digits.
_BEFORE_DIGITS = (
    rf"(?=[A-Za-z]+-?\d)(?!(?:RMB|{CODES})\d)[A-Za-z]+(?:-(?=\d))?\d[\w/-]*",  # C919, GPT-4, F-150, Q1
    (
        rf"(?![Nn](?:umber|o)\.?\s+\d+\s+(?i:in\s+{IN_WHAT}|worldwide)\b)(?=[A-Za-z&]+\.?\s+\d)"
        r"(?<!anks\s)(?<!anked\s)(?<!anking\s)(?<!rank\s)"
        rf"(?:{_LABELS})(?:\.?\s+{_LABEL_NUMBER}(?:\s+of\s+\d+)?"
        rf"|s\s+{_LABEL_NUMBER}(?:(?:,\s+|\s+(?:and|to|or|through)\s+|[-–]){_LABEL_NUMBER})*)"
        r"(?!\s*(?:%|per\s?cent|[mb]illion))"
    ),
    r"(?:[Cc]all|[Dd]ial|[Rr]ing|[Pp]hone)\s+\d[\d\s]*\d(?=\s*[^\w\s]|\s+(?:if|or|and|for|now)\b|$)",
    r"(?:(?<=cent\s)|(?<=%\s))per\s+\d[\d,]*(?:\s+[a-z]+)?",
    r"age[sd]?\s+\d+(?:\s*(?:to|-|–|and)\s*(?:\d+|older|over|above|under|up))?",
)
_BY_LETTER = (
    rf"(?=[A-Za-z&]+(?:-?\d|\.?\s+\d))(?:{'|'.join(_BEFORE_DIGITS)})",
    _EITHER_ONE,
    r"[Oo]ne\s+in\s+\d{3}[\d,]*\b",
    r"at\s+(?:[01]\d|2[0-3])[0-5]\d\s*(?:hours|local|sharp)\b",
    r"(?<=day\s)at\s+(?:[01]\d|2[0-3])[0-5]\d(?=\s*(?:[.,;?!]|$))",
    r"T\s(?:plus|minus)\s\d+\s\w+",
    # telephones as they are said
    r"(?:number|(?:hot|help)?line|desk|office|call)\s+(?:is\s+)?(?:on|to|at|is)\s+\d+(?:\s\d+)+(?=\s*[^\w\s]|\s+(?:if|or|and|for|now|is)\b|$)",
    (
        rf"(?:(?=[a-z]+\s+(?:who|aged|over|above|under|below|older|younger)\s)(?:{_PEOPLE})\s+(?:who\s+are\s+)?(?:aged\s+)?"
        r"(?:over|above|under|below|(?:old|young)er\s+than)|(?:(?<=was\s)|(?<=were\s)|(?<=are\s)|(?<=is\s))(?:old|young)er\s+than)\s+(?:\d{1,2}|two|three|five|six|ten|twelve)\b"
        r"(?![,.]?\d|\s*(?:%|per\s?cent|[mb]illion|thousand))"
    ),
)
_BY_EITHER = (
    # A number of two scales is left alone rather than read wrong: two million three hundred thousand.
    (
        r"\w+\s+(?:[mb]illion|trillion|hundred|thousand)\s+(?:and\s+an?\s+(?:half|quarter)\b"
        r"|(?<=illion\s)(?:and\s+)?\w+\s+(?:hundred|thousand)\b(?:\s+thousand\b)?)"
    ),
    # `a mile and a half`, `an inch or two`
    rf"(?:an?|{_COUNT})\s+[a-z]+\s+and\s+a\s+(?:half|quarter)\b|an?\s+[a-z]+\s+or\s+two\b",
    rf"{_COUNT}-(?:{_WITH})\b(?:-\w+)*",
    (
        rf"(?!\d{{3}}|\d\d\s+in\s+\w+\s+(?:years|months|weeks|days|hours|decades)\b)(?i:{_COUNT})\s+in\s+(?:every\s+)?(?!\d{{4}})(?:{_COUNT}|a\s+hundred)\b"
        r"(?!,\d|\s*(?:%|percent|[mb]illion))"
    ),
    rf"(?:(?:one|a)\s+hundred|100)\s*(?:%|per\s?cent)\s+(?:{_SURE})",
)


def _either(patterns: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(patterns)})"


_NAMES = re.compile(
    rf"(?=[^A-Za-z\s,;])(?:{_either(_BY_SIGN)}|(?=\d){_either(_BY_DIGIT)}|(?=\d)\b{_either(_BY_EITHER)})"
    rf"|(?=[A-Za-z])(?<!\w)(?:{_either(_BY_LETTER)}|{_either(_BY_EITHER)})"
)
# Of a text without digits.
_NAMES_IN_WORDS = re.compile(rf"(?=[A-Za-z])(?<!\w)(?:{_EITHER_ONE}|{_either(_BY_EITHER)})")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?<!\w)\w[\w.-]{0,30}@\S+")
_HAS_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(
    spoken(
        r"(?=\d)(?:\b\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?(?:\s*[apAP]\.?\s?[mM]\b\.?)?|\b\d{1,2}\s*[apAP]\.?\s?[mM]\b\.?"
        rf"|\b{DAY} (?:of )?{MONTH}(?:,? \d{{4}})?)"
        rf"|\b(?=[A-Z])(?<!\b[Ii]n\s){MONTH} {DAY}(?:st|nd|rd|th)?\b"
        rf"(?:\s*(?:-|–|to|and)\s*(?:{MONTH} )?{DAY}\b)?(?:,? \d{{4}})?"
    )
)
_O_CLOCK = re.compile(spoken(rf"\b(?=\w+ o['’])(?i:{_COUNT}) o['’]clock"))
_LASTING = re.compile(
    spoken(rf"(?=[\dadefhnostz])(?<!\w)(?=\S+ )(?=\d|{BEGINS}|\ba few|\bseveral){LASTING}"),
    re.IGNORECASE,
)


_FIGURE = re.compile(rf"{OF_ONE}|{PART}|{RATIO_IN_DIGITS}|{RANKED_IN_DIGITS}", re.IGNORECASE)


def masked(text: str, year: int | None, month: int = 0) -> tuple[str, tuple[Told, ...]]:
    """The text with all that is no figure made unreadable, and the time phrases that were in it."""
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(lambda match: NAME * len(match[0]), text)
    digits = _HAS_DIGIT.search(text) is not None
    text = (_NAMES if digits else _NAMES_IN_WORDS).sub(lambda match: _hidden(match, NAME), text)
    told = periods(text, year, month)
    for each in told:
        text = text[: each.start] + TIME * (each.end - each.start) + text[each.end :]
    for pattern in (*((_CLOCK,) if digits else ()), *((_O_CLOCK,) if "clock" in text else ())):
        text = pattern.sub(lambda match: _hidden(match, TIME), text)
    words = " ".join(text.lower().split())
    if any(map(words.__contains__, UNITS)):
        text = _LASTING.sub(lambda match: match[0] if lasts(match) else _hidden(match, TIME), text)
    return text, told


def _hidden(match: re.Match[str], sign: str) -> str:
    """What is no figure, made unreadable; `three quarters of them`, `nine in ten` and `ranked 7th` are figures."""
    return match[0] if _FIGURE.match(match.string, match.start()) else sign * len(match[0])
