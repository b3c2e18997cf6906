"""Figures in prose: every number in a text, in digits or in words, with where it stands.

Used to prove that a quote holds its figure and that no figure of a source was forgotten. A part of a whole, `half`,
`three quarters of`, `三成`, is a percentage, as in the content.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from briefing_tui.printed import DIGITS, printed_otherwise

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten",
    "eleven",
    "twelve",
    *(f"{stem}teen" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine")),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = (
    {"zero": 0, "a": 1, "an": 1, "and": 0, "dozen": 12}
    | {word: value for value, word in enumerate((*_ONES, *_TEENS), 1)}
    | {word: 10 * value for value, word in enumerate(_TENS, 2)}
)
# Words that say how much something grew or fell, in percent.
GROWN = {"double-digit": 10, "double-digits": 10, "doubled": 100, "tripled": 200, "halved": 50}
_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
# The eighths that one sign says: `2¼` is two of them and 2.
_EIGHTHS = {"⅛": 1, "¼": 2, "⅜": 3, "½": 4, "⅝": 5, "¾": 6, "⅞": 7}
_HAN = {sign: value for value, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2}

_ONE = "|".join(_ONES)
_SMALL = (
    rf"(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[-\s]+(?:{_ONE})\b)?"
    rf"|(?:thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve|{_ONE})\b"
)
_SCALE = r"(?:thousand|million|billion|trillion)\b"
_HUNDRED = rf"(?:an?|{_SMALL})\s+hundred\b"
_HUNDREDS = rf"{_HUNDRED}\s+(?:and\s+)?{_SMALL}(?!\s+hundred)"
_SCORES = rf"(?:an?|{_SMALL})(?:\s+hundred\b(?:\s+(?:and\s+)?{_SMALL})?)?"
_THOUSANDS = (
    rf"{_SCORES}\s+thousand,?\s+(?:(?:and\s+)?{_SMALL}\s+hundred\b(?:\s+(?:and\s+)?{_SMALL})?|and\s+{_SMALL})"
    rf"(?!\s+(?:{_SCALE}|hundred))"
)
_DOZEN = rf"(?:half\s+an?|an?|{_SMALL})\s+dozen\b"
# `a hundred cars`, `a million people`.
_ONE_OF = r"an?(?=\s+(?:hundred|thousand|million|billion|trillion)\s+(?!and\b|times\b|ways\b|things\b)[a-z]{3,})"
_POINT = rf"(?:zero|{_SMALL})\s+point(?:\s+(?:zero|{_ONE})\b){{1,3}}(?!\s+(?:hundred|{_SCALE}))"
# `two hundred and fifty`, `a hundred` before `million`, `three thousand two hundred`, `twenty-four`.
WORDS = (
    rf"(?:{_POINT}|{_DOZEN}|(?<!between\s)(?:{_THOUSANDS}|{_HUNDREDS})|{_HUNDRED}(?=\s+{_SCALE})|{_ONE_OF}"
    rf"|{_SMALL})(?!-?(?!odd\b)[a-z])"
)
# Behind a number: `two and a half`, `3 and three quarters`.
AND_PART = r"(?:\s+and\s+(?:(?:a|one)\s+(?:half|quarter)|three[-\s]quarters)\b(?!\s+of\b))?"


def _parts(between: str) -> str:
    return rf"(?:(?:an?|{_ONE}){between}(?:third|(?:fif|six|seven|eigh|nin|ten)th)s?|(?:a|one|three){between}quarters?)"


_HYPHENED, _SPACED, _EITHER = _parts("-"), _parts(r"\s+"), _parts(r"[-\s]")
# What is never counted: `two thirds`, `three fifths`.
_SEVERAL = r"(?:two|three|four|five|seven|nine)\s+(?:thirds|fifths|eighths|tenths)"
# `a quarter of a percentage point`, `half a million`: a part of one. A third or a sixth of it would have no end.
OF_ONE = (
    rf"(?:half|one-half|(?!\w+[-\s](?:third|sixth|seventh|ninth)s?){_EITHER})(?:\s+of)?\s+(?:an?|one|1)"
    rf"(?=\s+(?:per\s?cent\b|(?:percentage\s+)?point\b|{_SCALE}))"
)
# What a part that stands for the people or things just named goes on with: `a quarter have left`.
PLURAL = r"(?:are|were|have|had|say|said|live[sd]?|come|came|go|went|do|did|remain(?:ed)?)"
_HAPPENS = rf"(?:is|was|has|will|would|{PLURAL})\b"
# The first or the last three quarters are a time, as is a quarter of growth.
_NOT_BEFORE = "".join(rf"(?<!{word}\s)" for word in ("first", "last", "past", "next", "previous"))
_NOT_OF = (
    r"(?!\s+(?:(?:this|last|the|an?)\s+(?:year|hour|century)\b(?!['’])|(?:an?|one|1)\s+(?:per\s?cent|percentage|point)"
    r"|(?:\d{4}|growth|strong|weak|record|solid|robust|negative|(?!outstand|remain|exist|hous)\w+ing)\b))"
)
_MOVES = ("drop", "fall", "rise", "increase", "decrease", "decline", "cut", "reduction", "gain", "jump", "loss")
_MOVE_VERBS = ("up", "down", "rose", "fell", "grew", "dropped", "jumped", "risen", "fallen")
ABOUT = (r"more\sthan", r"less\sthan", "nearly", "almost", "about", "around", "roughly", "over", "under", "some")
_MOVED = "|".join(rf"(?<=\b{word}\s)" for word in ("by", *(rf"{move}\sof" for move in _MOVES), *_MOVE_VERBS, *ABOUT))
ENDS = (
    r"(?=\s*(?:[^\w\s-]|$)"
    r"|\s+(?:to|from|in|since|over|this|last|by|and|on|compared|year|at|between|within|after|for)\b)"
)
# `nine in ten`, `one out of seven`: the second is always the greater; `one in three years` is a time.
_TEN = (*_ONES, "ten", "twelve", "twenty", "fifty", r"(?:a|one)\s+hundred")
_OUT_OF = r"(?:[\s-]in[\s-](?:every\s)?|\s+out\s+of\s+(?:every\s+)?)"
_NO_RATIO = (
    rf"\b(?!\s+(?:{_SCALE}|hundred|per\s?cent|percentage|years?|months?|weeks?|days?|hours?|minutes?|quarters?)\b)"
    r"(?![-,.]?\d|\s*%|-[a-z])"
)
_PAIRS = (f"{low}{_OUT_OF}(?:{'|'.join(_TEN[at:])})" for at, low in enumerate(_ONES, 1))
# `one tree in five`
_ONE_IN = rf"one\s+[a-z]+\s+in\s+(?:every\s+)?(?:{'|'.join(_TEN[1:])}|[1-9]\d?)"
_RATIO = f"(?:{'|'.join(_PAIRS)}|{_ONE_IN}){_NO_RATIO}"
RATIO_IN_DIGITS = rf"(?:1{_OUT_OF}[1-9]\d{{0,2}}|[1-9](?:\s+in|\s+out\s+of)\s+(?:every\s+)?10)(?!\d){_NO_RATIO}"
_STOP = r"(?=\s*(?:[^\w\s-]|$))"
# `the state pays three quarters`, `Africa loses a fifth`.
_HOLDS = "pay pays paid need needs lose loses lost cover covers covered hold holds held own owns gets take takes took"
_HELD = "|".join(rf"(?<=\b{verb}\s)" for verb in f"{_HOLDS} remains to see".split())
_IS = "|".join(rf"(?<=\b{verb}\s)" for verb in ("is", "was", "be", "are", "were"))
HALF_HELD = rf"(?:{_HELD})half{_STOP}"
# `a third of`, `one-fifth`, `by a quarter`, `a fifth more than`, `three quarters are`; `a third is` may be the third.
PART = (
    rf"{_NOT_BEFORE}(?:{_RATIO}|(?:{_HYPHENED}|one-half)(?!-?[a-z])|{_SPACED}(?:(?=\s+of\b{_NOT_OF})"
    rf"|(?=\s+(?:(?:less|more|fewer|lower|higher)\s+(?:[a-z]+\s+)?than|below|above)\b)|(?=\s+{PLURAL}\b))|{_SEVERAL}(?!-?[a-z])"
    rf"|(?:a|three)[-\s]quarters?(?=\s+{_HAPPENS})|(?:{_IS})(?:a|three)[-\s]quarters?{_STOP}"
    rf"|(?:{_IS}|{_HELD})one\s+half{_STOP}|one\s+half(?=\s+of\b)|(?={_SPACED})(?:{_HELD}){_SPACED}{_STOP}"
    rf"|(?={_SPACED})(?:{_MOVED}){_SPACED}{ENDS})"
)
# `the third-largest port`: a place among others.
_PLACES = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
IN_WHAT = (
    r"(?:the\s+(?:[a-z]+\s+)?(?:world|country|region|league|table|rankings?|standings)|europe|asia|africa"
    r"|latin\s+america|the\s+eu)"
)
RANKED = (
    rf"(?:{'|'.join(_PLACES)})[-\s](?!(?:inter|mod|hon|w|for|t|r|gu|prot|harv|lat|n|req|ch|p|qu|b)est\b)[a-z]{{3,}}est\b"
    rf"|(?:{'|'.join(_PLACES)})(?=\s+in\s+{IN_WHAT}\b|\s+out\s+of\s+\d)|(?:(?<=rank\s)|(?<=ranks\s)|(?<=ranked\s)|(?<=finished\s))"
    rf"(?:{'|'.join(_PLACES)})\b(?![-\s]\w+est)|(?<!the\s)(?:{'|'.join(_PLACES)})(?=\s+place\b)"
    rf"|(?:(?<=\bit['’]s\s)|(?<=\bit\swas\s)|(?<=\bcame\s))(?:{'|'.join(_PLACES)}){_STOP}"
)
# `ranked 7th`, `the men are 23rd`, `131st in the world`.
_RANKS = "|".join(rf"(?<=\b{verb}\s)" for verb in ("rank", "ranks", "ranked", "finished", "placed", "came"))
RANKED_IN_DIGITS = (
    rf"(?<![\d.,])(?:(?:{_RANKS})\d{{1,3}}(?:st|nd|rd|th)\b|(?:{_IS})\d{{1,3}}(?:st|nd|rd|th)"
    rf"(?:{_STOP}|(?=\s+(?:a\s+(?:year|month|decade)|last|this|two|three|five|ten)\b))"
    rf"|(?:(?<=\bnumber\s)|(?<=\bNo\.\s))\d{{1,3}}(?=\s+(?:in\s+{IN_WHAT}|worldwide)\b)"
    rf"|\d{{1,3}}(?:st|nd|rd|th)(?=\s+place\b|\s+in\s+{IN_WHAT}\b|\s+out\s+of\s+\d))"
)
_SAID = rf"(?:half|zero|dozen|{'|'.join(GROWN)})(?!-?[a-z])"
# What is counted stands behind such a word: `三家`, `二十座`; `三个方面` only talks, and `一个` is an article.
_TALK = "方面|问题|特点|特征|原因|方向|要点|建议|月|重点|层面|阶段|字"
_COUNTERS = rf"个(?!{_TALK}|[^\w])|[家座艘辆台架套名人例次项所户张剂支条部件头枚趟列周天]|小时|分钟"
CHINESE_COUNT = (
    r"(?:[一二两三四五六七八九]|(?<![\d.])\d)个半(?=小时|月)|(?<![这那几每第十百千万亿一二两三四五六七八九])"
    rf"(?:[二三四五六七八九]?十[一二三四五六七八九]?|[二两三四五六七八九])(?={_COUNTERS})|半(?=个月|个?小时)"
    r"|(?<![几第十百千万亿一二两三四五六七八九])(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])(?=[万亿](?!一))"
)
CHINESE = (
    "[一二两三四五六七八九]成半?(?![不员果为立就长功本分都品熟型效绩])|一半|[二三四五八十]分之[一二三四五六七八九]"
)
# What every number in words begins with; said first, that spares most of the way.
BEGINS = (
    r"\b(?:an?\s+(?:half|thir|quar|fift|eigh|tent|hund|doz|thou|mill|bill|tril)|one|tw[eo]|thr|thir|ten|fou|fort|fi[vf]|six|seve"
    r"|eigh|nin[et]|elev|hal[fv]|zero|do[zu]|trip)"
)
# Of small letters: that takes a third of the time of letters of either size.
_NUMBER = (
    rf"(?=[\d¼½¾⅛⅜⅝⅞])(?:\d个半(?=小时|月)|{RATIO_IN_DIGITS}|{DIGITS}(?:[¼½¾⅛⅜⅝⅞]|{AND_PART})|[¼½¾⅛⅜⅝⅞])"
    rf"|(?=[adefhnostz])(?={BEGINS})(?<![a-z]-)(?:{OF_ONE}|{PART}|{WORDS}{AND_PART}|{_SAID})"
    rf"|(?=[stfen])(?<![a-z]-)(?<![a-z])(?:{RANKED})"
    rf"|(?=[一二两三四五六七八九十半])(?:{CHINESE}|{CHINESE_COUNT})"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text: its value, its words, and where they begin and end."""

    value: Decimal
    words: str
    start: int
    end: int

    @property
    def is_percentage(self) -> bool:
        """Whether the words tell a percentage without its sign: `half`, `a third`, `doubled`, `三成`."""
        lower = self.words.lower()
        said = lower.replace("-", " ").split()
        last = said[-1].removesuffix("s")
        part = last in _PARTS and " and " not in lower
        return part or _of_so_many(said) > 0 or lower in GROWN or any(sign in lower for sign in ("成", "一半", "之"))


def numbers(text: str) -> tuple[Number, ...]:
    """All numbers of a text in order, digits and words ("Twenty-four", "half", "double-digit")."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(each.lower() if each.isascii() else each for each in text)
    spans = (each.span() for each in _number().finditer(small))
    return tuple(Number(value_of(text[start:end]), text[start:end], start, end) for start, end in spans)


@cache
def _number() -> re.Pattern[str]:
    """Compiled when a text is read, since not every start reads one."""
    return re.compile(_NUMBER)


def value_of(words: str) -> Decimal:
    """The value of the words of one number, a part of a whole in percent: `Twenty-four`, `2½`, `a third`, `三成`."""
    lower = words.lower()
    if (printed := printed_otherwise(words)) is not None:
        return printed
    if lower in GROWN:
        return Decimal(GROWN[lower])
    if words[-1] == "半" and "成" not in words and words != "一半":
        return Decimal(_HAN.get(words[0], 0) or words[0] * words[0].isdigit() or 0) + Decimal("0.5")
    if words[0] in _HAN:
        return _chinese(words)
    if words[-1] in _EIGHTHS:
        return Decimal(words[:-1].replace(",", "") or 0) + Decimal(_EIGHTHS[words[-1]]) / 8
    said = lower.replace("-", " ").replace(",", "").split()
    return Decimal(_PLACES.index(said[0]) + 2) if said[0] in _PLACES else _spoken(said)


def _spoken(said: list[str]) -> Decimal:
    """The value of words that may tell a part: `nine in ten`, `two and a half`, `zero point five`, `a quarter`."""
    if between := _of_so_many(said):
        all_ = [word for word in said[between + 1 :] if word not in ("of", "every")]
        return _percent(_summed(said[: 1 if said[0] == "one" else between]), int(_summed(all_)))
    if "point" in said:
        behind = "".join(str(_VALUES[word]) for word in said[said.index("point") + 1 :])
        return _summed(said[: said.index("point")]) + Decimal(f"0.{behind}")
    at = next((at for at, word in enumerate(said) if word.removesuffix("s") in _PARTS), None)
    return _summed(said) if at is None else _in_parts(said, at)


def _in_parts(said: list[str], at: int) -> Decimal:
    """The value of words of which one names a part of a whole: `half`, `three quarters`, `two and a half`."""
    part = _PARTS[said[at].removesuffix("s")]
    if said[-1] == "dozen":
        return _summed(said[at + 1 :]) / part
    if "and" in said[:at]:
        whole = max(index for index in range(at) if said[index] == "and")
        return _summed(said[:whole]) + _summed(said[whole:at]) / part
    count = _summed(said[:at] or ["one"])
    return count / part if at + 1 < len(said) else _percent(count, part)


def _of_so_many(said: list[str]) -> int:
    """Where the words of `nine in ten` or `nine out of ten` part; 0 where they are one number."""
    return next((at for at, word in enumerate(said) if word in ("in", "out")), 0)


def _summed(said: list[str]) -> Decimal:
    """Digits, or words of one number added up: `three thousand two hundred and ten`."""
    if said[0][0].isdigit():
        return Decimal(said[0])
    total = below = 0
    for word in said:
        if word == "hundred":
            below *= 100
        elif word == "dozen":
            below = 12 * below if below else 12
        elif word == "thousand":
            total, below = 1000 * below, 0
        else:
            below += _VALUES[word]
    return Decimal(total + below)


def _percent(count: Decimal, part: int) -> Decimal:
    """Parts of a whole in percent; what has no end, with one decimal, as the content has thirds."""
    share = 100 * count / part
    return share if share == share.quantize(Decimal("0.001")) else share.quantize(Decimal("0.1"))


def _chinese(words: str) -> Decimal:
    """`三成`, `两成半`, `一半`, `四分之三` in percent; `十二` of things counted."""
    if "之" in words:
        return _percent(Decimal(_HAN[words[-1]]), _HAN[words[0]])
    if words == "一半":
        return Decimal(50)
    if "成" not in words:
        tens, ten, ones = words.rpartition("十")
        return Decimal((10 * _HAN.get(tens, 1) if ten else 0) + _HAN.get(ones, 0))
    return Decimal(10 * _HAN[words[0]] + (5 if words.endswith("半") else 0))
