"""What holds a number and is no figure: names, dates, times, ordinals, numbering. Masked before figures are looked for.

Masking keeps every offset. A masked name may stand within a noun phrase, a masked time ends one.
"""

from __future__ import annotations

import re

from briefing_tui.numerals import OF_ONE, PART
from briefing_tui.transcripts.figures_patterns import spoken
from briefing_tui.transcripts.periods import MONTH, Told, periods

NAME, TIME = "\x01", "\x02"

_SUFFIX = r"(?:km|kg|cm|mm|nm|m|MW|GW|kW|TW|kWh|MWh|GWh|TWh|ms|t|g|bn|mn|tn|k|K|M|B|GB|TB|Gbps|Mbps|EFLOPS|x)\b"
_LABELS = (
    "[Pp]ages?|Article|Section|Chapter|Title|Figure|Fig|Table|Annex|Resolution|Phase|Tier|Mark|Type|Class|Grade|Nos?|Boeing"
    "|Airbus|Item|Appendix|Paragraph|Point|[Tt]opic|[Qq]uestion|[Ss]lide|Room|Step|[Vv]ersion|Flight|Route|Highway"
    "|Windows|Group|Category|Stage|Round|Day|Channel|Proposition|Amendment|Act|Apollo|Shenzhou|Catch|Area|Formula|Studio"
)
_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)"
_WITH = "year|month|week|day|hour|minute|point|time|person|way|member|party|state|step|dimensional"
_SURE = "sure|right|behind|committed|certain"


def _any(*patterns: str) -> str:
    """One pattern of many; each begins with a sign, a digit or a word, which said first spares most of the way."""
    return rf"(?:(?=[^A-Za-z\s,;])|\b(?=[A-Za-z]))(?:{'|'.join(patterns)})"


_NAMES = re.compile(
    _any(
        r"https?://\S+|www\.\S+|\b\w[\w.-]{0,30}@\S+",
        r"\[[\d:.,]+\]|(?m:^)\W{0,3}\(?\d{1,2}[.)]\s+(?=[A-Z])",  # time codes, numbering
        r"(?m:^)/?\d+\s+(?=[A-Z][a-z]+ [A-Z])",  # notes, captions
        r"(?<!\w)(?:\+\d{1,3}[\s-])?\(?\d{3,4}\)?[\s-]\d{3,4}[\s-]\d{4}\b",  # telephones
        r"\b(?:19|20)\d\d\s*[-–—/]\s*(?:(?:19|20)?\d\d)\b(?![-/]\d)|\b(?:19|20)?\d0s\b",  # plans and decades
        r"\b(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?\b|\b\d{1,2}/\d{1,2}/(?:\d\d){1,2}\b|\b24/7\b|\b9/11\b|(?<!\d)/\d+\b",
        r"\b\d+(?:st|nd|rd|th)\b(?:\s+century)?",
        r"\b(?!RMB|USD|EUR|CNY|GBP|HKD|JPY)[A-Za-z]+(?:-(?=\d))?\d[\w/-]*",  # C919, GPT-4, F-150, Q1
        rf"\b\d++(?![\d,]{{0,20}}\.\d)(?!{_SUFFIX})[A-Za-z][\w/-]*(?:\s+PON\b)?",  # 5G, 10G PON
        rf"(?<!anks\s)(?<!anked\s)(?<!anking\s)(?<!rank\s)\b(?:{_LABELS})\.?\s+\d+(?:\.\d+)*\b(?!\s*(?:%|percent))(?:\s+of\s+\d+)?",
        # A number of two scales is left alone rather than read wrong: two million three hundred thousand.
        r"\b\w+\s+(?:million|billion|trillion)\s+(?:and\s+)?\w+\s+(?:hundred|thousand)\b(?:\s+thousand\b)?",
        r"\b(?:an?|\w+)\s+(?:hundred|thousand|million|billion|trillion)\s+and\s+an?\s+(?:half|quarter)\b",
        # Nor is a row of numbers one range: 30 to 40 to 60 and even 70 percent.
        r"\b\d[\d,.]*+%?(?:\s+to\s+\d[\d,.]*+%?){2,}(?:,?\s+(?:and|or|to)(?:\s+even)?\s+\d[\d,.]*+)*"
        r"(?:\s*%|\s+per\s?cent\b)?",
        r"\b\d[\d,.]*\s+[a-z]+\s+per\s+\d[\d,]*(?:\s+[a-z]+)?",  # of so many
        r"\bone\s+or\s+two\b",
        r"(?<=[a-z][.,;”\"])\d{1,2}(?=\s|$)",  # notes at the foot of the page
        rf"\b{_COUNT}-(?:{_WITH})\b(?:-\w+)*",
        rf"\b(?i:{_COUNT})\s+in\s+(?:every\s+)?(?:{_COUNT}|a\s+hundred)\b(?!\s*(?:%|percent|[mb]illion))",
        r"\bage[sd]?\s+\d+(?:\s*(?:to|-|–|and)\s*(?:\d+|older|over|above|under|up))?|\b\d+\s+years?\s+old\b",
        r"\b(?:those|people|every(?:one|body)|any(?:one|body)|adults|persons|men|women|citizens)\s+(?:aged\s+)?"
        r"(?:over|above|under|below)\s+\d{1,2}\b(?![,.]?\d|\s*(?:%|per\s?cent|[mb]illion|thousand))",
        rf"\b(?:one\s+hundred|100)\s*(?:%|percent)\s+(?:{_SURE})",
    )
)
_TIMES_OF = rf"(?:{_COUNT}|a few|several)(?:[\s-]plus)?"
_NAMED, _DAY, _MORE = f"(?-i:{MONTH})", r"\d{1,2}", "(?:more|full|long|short|extra)"
_LENGTH = "years?|months?|weeks?|days?|hours?|minutes?|quarters?|decades?|centuries|nights?|generations?"
_TIMES = re.compile(
    spoken(
        _any(
            r"\b\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?(?:\s*[ap]\.?\s?m\b\.?)?|\b\d{1,2}\s*[ap]\.?\s?m\b\.?",
            rf"\b{_COUNT} o['’]clock",
            rf"\b{_NAMED} {_DAY}(?:st|nd|rd|th)?\b(?:\s*(?:-|–|to|and)\s*(?:{_NAMED} )?{_DAY}\b)?(?:,? \d{{4}})?",
            rf"\b{_DAY} (?:of )?{_NAMED}(?:,? \d{{4}})?",
            rf"\b{_TIMES_OF}(?: (?:to|or|and) {_TIMES_OF})?(?: and a half)?(?: {_MORE})? (?:{_LENGTH})\b",
        )
    ),
    re.IGNORECASE,
)


_SHARE = re.compile(rf"{OF_ONE}|{PART}", re.IGNORECASE)


def masked(text: str, year: int | None) -> tuple[str, tuple[Told, ...]]:
    """The text with all that is no figure made unreadable, and the time phrases that were in it."""
    text = _NAMES.sub(lambda match: NAME * len(match[0]), text)
    told = periods(text, year)
    for each in told:
        text = text[: each.start] + TIME * (each.end - each.start) + text[each.end :]
    return _TIMES.sub(_time, text), told


def _time(match: re.Match[str]) -> str:
    """A time made unreadable; `three quarters of them` is none."""
    return match[0] if _SHARE.match(match.string, match.start()) else TIME * len(match[0])
