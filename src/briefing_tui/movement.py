"""Which way a figure moved: by its sign, by the words at it, else by the nearest word of its clause.

What also stands where nothing falls or rises, `cut`, `under`, `more`, counts only right at the figure.
"""

from __future__ import annotations

import re

_FELL = (
    r"f[ae]ll(?:s|en|ing)?|down|drop(?:s|ped|ping)?|declin\w+|decreas\w+|shr[aiu]nk\w*|contract(?:ed|ing|ions?)"
    r"|slid(?:e|es|ing)?|slump\w*|lower(?:s|ed|ing)?|reduc\w+|plung\w+|tumbl\w+|slip(?:s|ped|ping)?|s[au]nk|sinking"
    r"|dwindl\w+|reced\w+|shrivel\w*|dip(?:s|ped|ping)?|retreat\w*|weaken\w*|plummet\w*|collaps\w+|crashed"
    r"|diminish\w*|halv(?:e[sd]?|ing)|lag(?:s|ged|ging)|g[ai]v(?:e[sn]?|ing)\s+up|negative\s+growth"
)
_ROSE = (
    r"r[io]s(?:e|es|en|ing)|up|gr[eo]w\w*|gains?|gained|increas\w+|climb\w*|expan\w+|jump\w*|surg\w+|soar\w*"
    r"|higher|doubl\w+|tripl\w+|faster|accelerat\w+|outgr[eo]w\w*|outpac\w+|rebound\w*|leap(?:s|ed|t)?|swell\w*"
    r"|swollen|rallied|skyrocket\w*|spiked|ballooned"
)
_LESS = (
    r"less|fewer|smaller|slower(?=\s+than\b)|weaker|cheaper|minus|negative|cuts?|cutting"
    r"|los(?:t|ing|s|ses)|eas(?:e[sd]?|ing)|shed|slash\w*|trim(?:s|med)?|narrow(?:s|ed)?|shorten\w*"
)
_MORE = (
    r"more|(?<!value\s)add(?:s|ed|ing)|greater|larger|bigger|stronger|dearer|plus"
    r"|advanc(?:e[sd]?|ing)|improv(?:e[sd]?|ing|ements?)|recover(?:s|ed|y|ing)?|strengthen\w*"
    r"|rais(?:e[sd]?|ing)|lift(?:s|ed|ing)?|boost\w*|hike[sd]?|widen\w*|exceed\w*|surpass\w*"
)
UP, DOWN = rf"{_ROSE}|{_MORE}", rf"{_FELL}|{_LESS}"
WAY = re.compile(rf"\b(?:({_FELL})|({_ROSE}))\b", re.IGNORECASE)
_WORD = re.compile(rf"\b(?:({_FELL})|({_ROSE})|({_LESS})|({_MORE}))\b", re.IGNORECASE)
_YEAR_ON_YEAR = r"(?:year|quarter|month)[\s-](?:on|over)[\s-](?:year|quarter|month)"
_OF_TIME = rf"{_YEAR_ON_YEAR}|annual(?:ly)?|monthly|quarterly"
# `rose by`, `lost a further`, `exceeded that of last year by`
_LEADS = re.compile(
    rf"(?:\s+(?!to\b)(?:[\w'’-]+\s+){{1,5}}by)?(?:\s+(?:by|of|at|an?|the|rate|pace|was|is|another|further|average"
    rf"|year|estimated|some|about|around|almost|just|only|as|much|(?!only)\w+ly|annual|{_YEAR_ON_YEAR}))*\s*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\s*(?:(?:{_OF_TIME})\s+){{0,2}}"
    rf"(?:((slower)|{DOWN}|below|behind|short\s+of|shy\s+of"
    r"|under(?=[^.;]*\b(?:year|quarter|month|level)\b(?!\s+plan)))"
    rf"|({UP}|above(?!\s+all)|ahead))\b(?!\s+or\s+less)",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(?:^|[\s(])([-−+])$")
# What a growth fell to is still a growth, and a decline may ease to less of one.
_AIM = re.compile(
    rf"\b(?:(?:{DOWN}|{UP})(?:\s+(?:back|\w+ly))?\s+to|(?:up|down|lower|higher)\s+at)(?:\s+an?)?\s+$",
    re.IGNORECASE,
)
_NOT = re.compile(r"(?:\b(?:not|never|no|without|failed\s+to)|n['’]t)\s+(?:(?!only)\w+ly\s+)?$", re.IGNORECASE)


def direction(before: str, behind: str, words: str) -> int:
    """−1, 0 or 1: of a figure, `words`, by what stands before it and behind it in its clause."""
    if sign := _SIGN.search(before):
        return 1 if sign[1] == "+" else -1
    before, at_once = _AIM.sub("", before), _BEHIND.match(behind)
    # `grew 7 points slower than industry`
    slower = at_once and at_once[2]
    for word in () if slower else reversed([*_WORD.finditer(before)]):
        close = _LEADS.fullmatch(before, word.end())
        if close or (not at_once and (word[1] or word[2])):
            way = -1 if word[1] or word[3] else 1
            return -way if _NOT.search(before[: word.start()]) else way
    if at_once:
        return -1 if at_once[1] else 1
    found = WAY.search(f"{words} {behind}")
    return 0 if not found else -1 if found[1] else 1
