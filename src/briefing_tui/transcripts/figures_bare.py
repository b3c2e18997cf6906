"""Numbers that stand without their noun: which count something that was just named, and which only talk.

`14 of them`, `down from 131`, `it was just one`, `three are still in hospital`; not `call 137`, `at 9`, `one of the`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Protocol

from briefing_tui.numerals import WORDS
from briefing_tui.transcripts.figures_patterns import A_NUMBER, MORE_THAN, spoken
from briefing_tui.transcripts.figures_units import counted, measure
from briefing_tui.transcripts.figures_words import PAIRS, STOP, TALK


class Numbered(Protocol):
    """A number with where it begins, its comparator included, and where it ends."""

    value: Decimal
    start: int
    end: int
    value_max: Decimal | None


# So many one points at with words: `these three`, `both of them`.
FEW = 10
_HOURS, _DAYS, _MINUTES = 24, 31, 60
_MOVED = (
    r"(?:rose|grew|increased|fell|dropped|went|expanded|risen|fallen|gone|grown|cut|raised|shortened|down|(?<!put\s)up)"
    r" (?:[\w%.]+\s+)?(?:to|from)|from \d\S*(?: [a-z\x02-]+){0,3} to"
)
_SUMMED = r"(?:number|total|count|tally|figure)\b[^.;]*\b(?:to|at|was|is|were|of)"
# Such words lead up to a level whose unit was told before: `the total reached 1.4`, `rose from 3`.
CUE = re.compile(
    spoken(
        rf"(?:reach\w*|total\w*|exceed\w*|st(?:oo|an)ds? at|number(?:s|ed|ing)?|amount\w* to|hit|{_SUMMED}|{_MOVED}"
        r"|\bvotes to|\bof (?:which|whom|them)) $"
    ),
    re.IGNORECASE,
)
# `Of 19 participants, 12 see cuts` counts some of those.
_OF_SOME = re.compile(
    r"\bof\s+(?:(?:the|our|their|its|all|those|these)\s+)?\d[\d,]*(?:\s+[^.,;:]{3,40})?,\s+$", re.IGNORECASE
)
_OF_THEM = re.compile(
    spoken(
        r" (?:out )?of (?:(?P<so_many>\d[\d,]*)(?=\s*(?:[.,;!?)]|$))"
        r"|(?P<them>them|us|which|whom|(?:these|those)(?! [a-z-]*(?:s|aircraft|men|people)\b))\b"
        r"|(?:these|those) "
        rf"|(?:(?:the|its|our|their|his|her|your|all|last|first) )*(?:(?P<many>\d[\d,]*|{WORDS}) )?)"
    ),
    re.IGNORECASE,
)
# A capital before it names what the number is part of: `Terminal 4`.
_NAMED = re.compile(r"(?:(?:(?<=[a-z,;] )|(?<=[a-z,;]\n))[A-Z]\w*|\b[A-Z]\w+\s[A-Z][a-z]+)\s$")
_CLOCK = re.compile(r"\b(?:at|by|on|until|till|after|before|around|from)\s(?:about\s)?$", re.IGNORECASE)
# `our records go back to 1871`
_OF_OLD = re.compile(r"\b(?:in|since|to|of|from|until|before|after|by)\s$", re.IGNORECASE)
_AGE = re.compile(
    spoken(r"\b(?:he|she|i|you|who|i['’]m|you['’]re|aged?) (?:(?:is|was|are|am|turned|turns|now) )*$"), re.IGNORECASE
)
# `one in five is over 65`, `eight of whom are under 21`: ages.
_OVER = re.compile(spoken(r"(?:over|under|above|below) \d\d(?:\s*[.,;!?)]|$)"), re.IGNORECASE)
_PEOPLE_ARE = re.compile(spoken(r"\b(?:is|are|was|were|being) $"), re.IGNORECASE)
_DOES = re.compile(
    r"\s+(?:have|had|were|are|will|remain|would|did|do|said|came|come|went|go|left|leave|live|stay|work"
    r"|spent|slept|stood|met|paid|held|kept|saw|felt|heard|brought|bought|sold|found|began|grew|need|want|say|start|begin|join|follow"
    r"|got|took|gave|won|lost|made|ran|fell|broke|sank|fled|(?!need|speed|feed|seed|breed|red\b|bed\b)[a-z]{2,}ed)\b"
)
# What such words lead to is no count: `the five`, `half past nine`, `we have time for two`.
_POINTS = (
    r"(?<!out\sof\s)the|all|not|these|(?<!of\s)those|any|last|next|big|or|part|our|your|their|his|her|my|its|no|that|past|per"
    r"|i have|to take|time for|(?:lady|man|woman|boy|girl|child|person|family) of"
)
# And what has its number as a name: `hall 7`.
_NUMBERED = (
    rf"question|{A_NUMBER}|code|passcode|hotline|line|pier|hall|vault|extension|resolution|terminal|pad|dock"
    r"|gate|matchday|rule|law|bill|act|condition|engine|(?:hot|help)?line is|field|track|lane|floor|box"
    r"|bus|tram|lot|note|clause|flight|exhibit|building|platform|station|desk on"
)
_LONGEST_WORDS = 20
_A_NUMBER_OF = re.compile(spoken(rf"\b(?:{_NUMBERED}) $"), re.IGNORECASE)
_REFUSED = re.compile(spoken(rf"(?:(?:^|[^\w\s'’%)\x02,]|(?<!\x02),)|\b(?:{_POINTS}|{_NUMBERED})) $"), re.IGNORECASE)
_GOES_ON = re.compile(
    spoken(r"-\w| (?:is|was|very|of|the(?! (?:day|week|month|quarter|season|year) before))\b"), re.IGNORECASE
)
# `40 at the port and 22 at sea`, `121 for it, 5 against`
_APPOSED = re.compile(r"\s+(?:at|in|from|for|on)\s|\s+against\b")
_CAPITAL = re.compile(r"(?:^|[.!?]\s+)([A-Z]\w*)\s+$")
# `Loans are at 6`, but `a room at 6`.
_AT = re.compile(r"\b(?!(?:is|are|was|were|be|stay|remain|stand|stood|kept|cap|limit|set)\w*\s)[\w,]+\sat\s$")
_IN = re.compile(r"\bin\s$", re.IGNORECASE)
_OPEN_HOURS = re.compile(r"\b(?:from|between)\s(?:\d{1,2}\s(?:to|and)\s)?$|\b(?:open|turn\w*)\s+to\s$", re.IGNORECASE)
GAPPED = re.compile(spoken(r"\d(?:%| [a-z]+)[^.;]{0,20}(?:,| and|;) (?:[\w'’-]+ ){0,5}([\w'’-]+) $"))
# `Seventeen today, down from 23`
_FROM_MORE = re.compile(r"[^.;:?!\d]{0,20},\s+(?:up|down)\s+from\s")
_BEGINS = re.compile(r"(?:^|[.;:!?,]|[\s,](?:and|but|while)|\b(?:another|other|which|whom|them))\s*$")
_WORD = re.compile(r"\s*(?:[^\w\s]|$)|\s+(\w+)")
_BOTH = re.compile(r"\b(?:the|our|your|their|between|both|these|those|other|as)\s+$", re.IGNORECASE)
SCORED = re.compile(r"\b(?:scor|conced)(?:e|es|ed|ing)\s+(?:\w+\s+)?$")
_POINTING = re.compile(r"\b(?:these|those|both|any|last|next|big|or|part)\s+$", re.IGNORECASE)
# A further one of those just counted: `five members voted for it, one member did not`.
_ONE_MORE = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b)"
    r"[^.;]{1,60}(?:;|\s(?:and|with|but))\s*$",
    re.IGNORECASE,
)
_ONE = re.compile(r"\bone\b", re.IGNORECASE)
_IS = re.compile(r"\s+(?:is|was|has|had|would|died|left|came|went)\b")
_MOVES = re.compile(
    spoken(
        r"\b(?:(?:gap|margin|difference|swing|gain|rise|drop|fall|loss|increase|decrease|lead) of|by|up|down|rose|fell"
        r"|gained|lost|added|shed|dropped|climbed)(?: nearly| almost| about)? $"
    )
)
_BEYOND = re.compile(
    spoken(
        r" points (?:(?:above|below|higher|lower|more|less|better|worse|ahead|behind|up|down|to|from|since)\b|in \x02)"
    )
)
_ONLY_ONE = re.compile(r"[a-z]\s+(?:only|just)\s+$", re.IGNORECASE)
_SINGULAR = re.compile(r"\s+([a-z]{3,})\b(?!['’])(?:\s+([a-z]+))?(?:\s+([a-z]+))?")
_NO_THING = frozenset(
    ["one", "year", "month", "week", "day", "hour", "minute", "last", "more", "real", "final", "single", "quick"]
)
_NEAR = 60


def is_label(text: str, start: int) -> bool:
    """Whether a number has what stands before it as its name: `hall 7`, `rule 6.3 of the licence`."""
    return _A_NUMBER_OF.search(text, max(0, start - _LONGEST_WORDS), start) is not None


def some_of(text: str, end: int) -> tuple[str | None, bool] | None:
    """What a number counts behind which `of them` or `of the five bridges` stands; None where no such words do.

    The noun, where it is told, and whether it is a thing that is counted at all.
    """
    match = _OF_THEM.match(text, end)
    if match is None:
        return None
    if match["so_many"]:
        return None, True
    noun = counted(text, match.end() - 1) if not match["them"] else None
    unit = measure(text, match.end() - 1) if match["many"] else None
    if unit or noun:
        return (unit or noun or ("",))[0], (noun or ("",))[0].lower() not in TALK
    return None, match["them"] is not None or match["many"] is not None


def tells(text: str, figure: Numbered, *, words: bool, told: bool) -> bool:
    """Whether a number without a noun counts something; `told` where its own form says that it does."""
    before, end = text[max(0, figure.start - _NEAR) : figure.start], figure.end
    if _named(text, figure, before, words=words, told=told):
        return False
    if told or MORE_THAN.match(text, end) or _OF_SOME.search(before):
        return True
    if figure.value > 2 and _FROM_MORE.match(text, end):
        return True
    does = _DOES.match(text, end) is not None
    if not before[-1:].isspace():
        return does
    few = words and figure.value <= FEW
    acts = does and (not few or (figure.value > 1 and _BEGINS.search(before) is not None))
    return acts or (figure.value > 1 and _stands(text, figure, before))


def _stands(text: str, figure: Numbered, before: str) -> bool:
    """Whether a number stands for what it counts: no noun follows, and nothing before it says that it is no count."""
    if not _free(text, figure.end) or _GOES_ON.match(text, figure.end) or text[figure.start] == "0":
        return False
    apposed = before.rstrip().endswith(",") and figure.value > 2 and _APPOSED.match(text, figure.end)
    if _REFUSED.search(before[-_LONGEST_WORDS:]) and not apposed:
        return False
    within = figure.value <= _DAYS and _IN.search(before)
    at = figure.value <= _MINUTES and _AT.search(before) and not GAPPED.search(before)
    return not (within or at or _part_of_a_name(text[figure.start], before))


def _part_of_a_name(first: str, before: str) -> bool:
    """Whether a capital says so: the number's own, `Group of Seven`, or that of the word that opens the sentence."""
    opening = _CAPITAL.search(before)
    return (first.isupper() and before.rstrip()[-1:].isalpha()) or bool(opening and opening[1].lower() not in STOP)


def _named(text: str, figure: Numbered, before: str, *, words: bool, told: bool) -> bool:
    """Whether a bare number is part of a name, an age, an hour or a year."""
    if _NAMED.search(before) or _AGE.search(before):
        return True
    if not told and _POINTING.search(before):
        return True
    if told:
        age = not words and figure.value < 100 and _OVER.match(text, figure.start)
        return bool(age and _PEOPLE_ARE.search(before))
    hour = figure.value <= _HOURS and (_CLOCK.search(before) or _OPEN_HOURS.search(before)) and not CUE.search(before)
    if words or not 1500 <= figure.value < 2100:
        return bool(hour)
    return bool(hour) or figure.value >= 1900 or _OF_OLD.search(before) is not None


def _free(text: str, end: int) -> bool:
    """Whether no noun follows that nobody knows: the clause ends, or goes on with a small word or a time."""
    match = _WORD.match(text, end)
    return match is not None and (match[1] is None or match[1].lower() in STOP)


def idle(text: str, number: int, end: int, noun: str, value: Decimal) -> bool:
    """A small number in words that only talks: `two questions`, `these three`, `the Big Three`."""
    word = text[number:end]
    before = text[max(0, number - 12) : number]
    capital = word[0].isupper() and before.strip()[-1:] not in ("", ".", "!", "?", "“", '"')
    talk = noun.lower().rsplit(" ", 1)[-1] in TALK and not (
        noun == "goals" and SCORED.search(text, max(0, number - 30), number)
    )
    pair = value == 2 and noun in PAIRS and _BOTH.search(before) is not None
    return value <= 1 or talk or pair or capital or (value <= FEW and _POINTING.search(before) is not None)


def moves_points(text: str, number: int, end: int) -> bool:
    """Whether points are how far something moved, and not what is talked about: `up 3 points`, `five points above`."""
    return _MOVES.search(text, max(0, number - 20), number) is not None or _BEYOND.match(text, end) is not None


def one(text: str, number: int, end: int) -> str | None:
    """The thing of which there is one beside others that were counted: `and one abstention`, `only one bid`."""
    match = _SINGULAR.match(text, end)
    before = text[max(0, number - 80) : number]
    if match is None or match[1] in STOP or match[1] in _NO_THING:
        return None
    if any(f"{word}s" in TALK for word in match.groups() if word):
        return None
    return match[1] if _ONLY_ONE.search(before) or _ONE_MORE.search(before) else None


def one_alone(text: str, number: int, end: int) -> bool:
    """Whether `one` without a noun counts: `in 2018, it was just one`, `seven were for it, and one was against`."""
    before = text[max(0, number - 80) : number]
    if _ONLY_ONE.search(before):
        return re.match(r"\s*(?:[.;]|$)", text[end : end + 9]) is not None
    return not _ONE.search(before) and _ONE_MORE.search(before) is not None and _IS.match(text, end) is not None
