"""Which percentages tell a growth, of which level, and since when: `21.47 million vehicles, up 1.9% year on year`.

"Respectively" pairs a list of levels with a list of growths only where both are equally long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing_tui.respective import RESPECTIVELY
from briefing_tui.transcripts.figures_patterns import MORE_THAN, spoken
from briefing_tui.transcripts.figures_read import Figure

_UP = (
    "increas(?:e[sd]?|ing)|ris(?:e[sn]?|ing)|rose|gr(?:ow(?:s|n|ing|th)?|ew)|up|gain(?:s|ed)?|climb(?:s|ed|ing)?"
    "|jump(?:s|ed)?|surg(?:e[sd]?|ing)|expand(?:s|ed|ing)?|expansion|soar(?:s|ed|ing)?|advance[sd]?|accelerated"
    "|hikes?|higher|faster|more|rais(?:e[sd]?|ing)|plus|dearer|widen(?:s|ed|ing)?|strengthen(?:s|ed|ing)?|lifted|rebound(?:s|ed)?"
    "|improv(?:e[sd]?|ing|ements?)"
)
_DOWN = (
    "negative growth|decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|down"
    "|reduc(?:e[sd]?|ing|tions?)|shr[aiu]nk(?:ing)?|contract(?:s|ed|ing|ions?)|cuts?|slump(?:s|ed)?"
    "|lower(?:s|ed|ing)?|slower|less|fewer|los(?:es?|t|ing)|cutting|minus|cheaper|narrow(?:s|ed|ing)?|slip(?:s|ped|ping)?|eas(?:es|ed|ing)"
    "|s[au]nk|plung(?:es|ed|ing)|tumbl(?:es|ed|ing)|slid(?:es)?|dip(?:s|ped)?|shorten(?:s|ed|ing)?|slash(?:es|ed|ing)?"
    "|trim(?:s|med)?|weaken(?:s|ed|ing)?|plummet(?:s|ed)?|shed"
)
_LEADS = (
    r"rates?|by|of|at|was|were|is|are|registered|recorded|reached|stood|hit|some|to be|year[\s-]on[\s-]year|annually"
    "|a (?:rate|pace)|respectively|another|only|just|a further|further|an (?:average|annual|additional)|average|between"
    "|of about"
)
# `rose by`, `lowered the policy rate by`
_WHAT = r"(?: (?!to )(?:[\w'’-]+ ){1,5}by)?"
_LEAD = re.compile(
    spoken(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_WHAT}(?: (?:{_LEADS}))* (?:an?\s+)?$"), re.IGNORECASE
)
# `fell by 3 billion yuan, or 4%`
_LEAD_OR = re.compile(
    spoken(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: (?:{_LEADS}))* [^,;]{{1,40}}, or $"), re.IGNORECASE
)
# `fell for the first time since 2019, by 0.3 percent`
_LEAD_APART = re.compile(
    spoken(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b[^,;.%\d]{{1,60}},(?: and)? by (?:an?\s+)?$"), re.IGNORECASE
)
_BY = re.compile(r"(?:by|\bof|another)\s+(?:an?\s+)?$", re.IGNORECASE)
_OF = re.compile(spoken(r" of (?!an? )"))
_IS = re.compile(spoken(r"(?:\b(?:is|are|was|were|be|been|remains?)|\w['’](?:re|s|m)) (?:(?:still|now) )?$"))
_FAR = re.compile(
    spoken(r" (?:(?P<up>up)|(?P<down>down))\b(?=[^\w\s]|$| (?:from|on|since|compared|against|and|but|in|this)\b)")
)
_RATE = re.compile(r"\b(?:growth|rates?)\b", re.IGNORECASE)
_MAKES_UP = re.compile(spoken(r"\b(?:m(?:akes?|ade|aking)|t(?:akes?|ook|aking)) up (?:for )?(?:\w+ ){0,2}$"))
_OFTEN = (
    r"year[\s-](?:on|over)[\s-]year|month[\s-]on[\s-]month|quarter[\s-]on[\s-]quarter|annual|annualized|average"
    r"|compound"
    "|quarterly|monthly"
)
_TRAIL = re.compile(
    spoken(
        rf"\s*(?:(?:{_OFTEN}) ){{0,3}}(?:(?P<up>increase|growth|rise|hike|gain|jump|expansion|higher|faster"
        r"|more than|more|dearer|CAGR|above(?= (?:\x02|last |the same |that of |a year )))"
        r"|(?P<down>decrease|decline|drop|fall|reduction|cut|lower|less than|less|fewer|cheaper|slower|below))\b"
    ),
    re.IGNORECASE,
)
# Rates that a sign or a percentage tells the level of.
LEVELS = re.compile(
    r"\b(?:inflation|interest|yields?|tariffs?|range|GDP|deficit|unemployment|margins?|returns?\s+on"
    r"|(?:participation|response|vacancy|mortality|birth|default|exchange|funds|policy|key|base|benchmark|lending|deposit|the|its|our)\s+rates?)\b",
    re.IGNORECASE,
)
_OF_GROWTH = re.compile(
    spoken(
        r"\bgrowth (?:rates? )?(?:was|is|were|has|had|will|would|came|stood|reached|slowed|revised)\b[^,;.%]{0,40}$"
    ),
    re.IGNORECASE,
)
_A_YEAR_AGO = "(?:a year (?:earlier|ago|before)|(?:the )?same (?:period|month|quarter)(?: of)? last year)"
_BASIS = re.compile(
    spoken(
        r"\b(?P<year>year[\s-](?:on|over)[\s-]year|(?:on|over) the year(?! (?:to|ended|ending)\b)"
        rf"|(?:than|from|over|compared (?:to|with)) {_A_YEAR_AGO})\b"
        r"|\b(?P<month>month[\s-](?:on|over)[\s-]month|on the month"
        r"|(?:than|from|over|on) (?:in )?the (?:previous|preceding) month)\b"
        r"|\b(?P<quarter>quarter[\s-](?:on|over)[\s-]quarter|sequentially|on the quarter"
        r"|(?:than|from|over|on) (?:in )?the (?:previous|preceding) quarter)\b"
        r"|\b(?:compared (?:to|with)|from|over|since|than) (?:(?:that )?at )?the "
        r"(?P<end>end of (?:last year|the previous year|\w+(?: \d{4})?))"
    ),
    re.IGNORECASE,
)
# `year on year, 0.3 points faster`, `quarter on quarter; in May, 2 percent`: a basis of what stands before.
_OWN = re.compile(
    spoken(
        r" (?:(?:higher|lower|more|less|faster|slower|up|down) )?(?:compared|from|than|on|over|since|versus|against)\b"
    )
)
_ANOTHER = re.compile(r"\d\s?(?:%|per\s?cent)")
_LISTED = re.compile(r"(?:\s|,|and\b|\d[\d.]*|%|per\s?cent\b|percentage\b|points\b|respectively\b)*")
_OF_ANOTHER = re.compile(r"[;\d]")
# `7 points higher than that of industry`: a difference, and from no earlier time.
_AGAINST = re.compile(
    spoken(
        r" (?:(?:higher|lower|faster|slower|more|less|greater|larger|smaller) than|above|below|ahead of|behind)"
        rf" (?!{_A_YEAR_AGO}|(?:a|one|last|at|in|this|it|we|they|before|previously|expected|forecast|\d+)\b"
        rf"|(?:[\w-]+ ){{1,3}}(?:ago|earlier|before)\b"
        r"|the (?:same|previous|year|month|quarter|week|end|first|second|third|fourth|last)\b)(?:the )?"
        r"(?P<what>[\w'’-]+(?: (?!(?:in|and|while|but|over|during|from|at|which|as)\b)[\w'’-]+){0,5})"
    ),
    re.IGNORECASE,
)
# What may stand in one list though it is read differently: `3% and a doubled share`, `10 and 20 firms`.
_ALIKE = ({"percent", "growth"}, {"amount", "count"})
_LIST = re.compile(r"[^.;:(),]{0,40}?(?:,\s+|,?\s+and\s+)$")
_SHOWING = "representing|marking|registering|reflecting|showing|posting|recording|equivalent to|with|for"
_SUCH = (
    "further|slight|sharp|modest|steady|robust|net|overall|total|cumulative|significant|substantial|respective|corresponding"
    "|rapid|strong|small|remarkable|real|nominal|double-digit|combined|rates? of"
)
_APPOSED = re.compile(
    spoken(
        rf"[,(]\s*(?:(?:also|or|again) )?(?:(?:{_SHOWING}|which (?:is|was|represents)|that['’]s|that (?:is|was)"
        r"|this (?:is|was)) )?(?:(?:an?|the|its|their) )?"
        rf"(?:(?:{_OFTEN}|{_SUCH}) ){{0,3}}(?:{_UP}|{_DOWN})\b(?: (?:{_LEADS}))* (?:an?\s+)?$"
        r"|^[^,;.]{0,80}[,(]\s*"
        r"(?:(?:or|an?|a further|which (?:is|was)|that(?: is| was|['’]s)|so (?:it['’]s become|that['’]s)) )?$"
        r"|^\s*(?:(?:was|were|is|are) )?(?:up|down|higher|lower)(?: by)?\s+$"
    ),
    re.IGNORECASE,
)
# Two growths of one level: `up 18% year over year and 6% sequentially`.
_EACH_SINCE = re.compile(r"\s+(?:year|quarter|month|week|sequential|on|from|compared|since|versus)\b")
_TO = re.compile(spoken(r"\s*(?:[^,;.\d]{0,30}?,? )?(?:to (?:reach )?|reaching |hitting )$"), re.IGNORECASE)


@dataclass(slots=True)
class Growth:
    """A figure that tells a growth or fall: its sign, and what it compares with."""

    figure: Figure
    falls: bool
    basis: str | None


Group = list[Figure]


def groups(text: str, figures: Sequence[Figure]) -> list[Group]:
    """The figures of a sentence, those of one list together: `1.9% and 2.4%`."""
    found: list[Group] = []
    for figure in figures:
        if found and _lists(text, found[-1][-1], figure):
            found[-1].append(figure)
        else:
            found.append([figure])
    return found


def _lists(text: str, before: Figure, figure: Figure) -> bool:
    like = before.sort == figure.sort or {before.sort, figure.sort} in _ALIKE
    apart = MORE_THAN.match(text, figure.end) or MORE_THAN.match(text, before.end)
    return like and not apart and _LIST.fullmatch(text, before.tail, figure.start) is not None


def growth(text: str, said: str, group: Group) -> tuple[Growth, ...]:
    """The growths of a list of percentages, empty where they tell something else.

    The sentence is `text`, masked; `said` holds the same words unmasked, for what is compared with.
    """
    head, end = group[0], group[-1].end
    lead = _LEAD.search(text, max(0, head.start - 70), head.start)
    if lead and _MAKES_UP.search(text, max(0, head.start - 70), head.start):
        lead = None
    if head.sort not in {"percent", "part", "points", "growth"}:
        moved = (
            lead is not None and head.sort in {"amount", "count"} and _BY.search(lead[0]) and not _RATE.search(lead[0])
        )
        move = lead if moved else MORE_THAN.match(text, end) or _moved_by(text, group)
        return _growths(said, group, move) if move else ()
    if head.sort == "part" and lead and _OF.match(text, end) and not _BY.search(lead[0]):
        return ()
    lead = lead or _LEAD_OR.search(text, max(0, head.start - 90), head.start)
    lead = lead or _LEAD_APART.search(text, max(0, head.start - 90), head.start)
    trail = _TRAIL.match(text, end)
    if trail is None and (trail := _FAR.match(text, end)):
        group[-1].tail = trail.end()  # who quotes the figure must see whether it rose or fell
    move = trail if trail and (trail["down"] or not lead) else lead
    after = _BASIS.match(said, end + len(said[end:]) - len(said[end:].lstrip(" ,")))
    told = (after is not None and after["year"]) or _OF_GROWTH.search(text, 0, head.start)
    told = told or (text[head.number] in "+−-" and not LEVELS.search(text, max(0, head.start - 70), head.start))
    if not (move or head.sort == "growth" or (told and head.sort == "percent")):
        return ()
    return _growths(said, group, move)


def _moved_by(text: str, group: Group) -> re.Match[str] | None:
    """`We are still 8 million jobs down`: how far something moved, not how much there is of it."""
    is_ = _IS.search(text, max(0, group[0].start - 30), group[0].start)
    return _FAR.match(text, max(group[-1].tail, group[-1].end)) if is_ else None


def _growths(said: str, group: Group, move: re.Match[str] | None) -> tuple[Growth, ...]:
    falls = bool(move and move["down"])
    return tuple(Growth(each, falls, basis(said, each)) for each in group)


def _is_of_another(text: str, start: int, end: int) -> bool:
    """Whether another percentage stands before a basis, and no list shares it: `12% from May and 3% over the year`."""
    return _ANOTHER.search(text, start, end) is not None and _LISTED.fullmatch(text, start, end) is None


def basis(text: str, figure: Figure) -> str | None:
    """What a growth compares with, as near to it as it is said; `against` what it is a difference from."""
    if figure.sort in {"points", "percent"} and (against := _AGAINST.match(text, figure.end)):
        return f"against {' '.join(against['what'].split())}"
    after = _BASIS.search(text, figure.end, figure.end + 110)
    before = next(reversed(list(_BASIS.finditer(text, max(0, figure.start - 60), figure.start))), None)
    own = _OWN.match(text, figure.end)
    if before and (own or figure.sort == "points" or _OF_ANOTHER.search(text, before.end(), figure.start)):
        before = None
    if after and _is_of_another(text, figure.end, after.start()):
        after = None
    close = before if before and (not after or figure.start - before.end() < after.start() - figure.end) else after
    if close is None:
        return None
    for name, words in (("year", "year on year"), ("month", "month on month"), ("quarter", "quarter on quarter")):
        if close[name]:
            return words
    return f"since {' '.join(close['end'].replace('end of ', 'end ').split())}"


def level_of(text: str, before: Group, after: Group) -> Iterator[tuple[Figure, Figure]]:
    """Which level each growth belongs to: pairs of a level and its growth, none where that is not certain."""
    if _APPOSED.search(text[before[-1].tail : after[0].start]) is None:
        return
    paired = len(after) == 1 or RESPECTIVELY.search(text, before[0].start, after[-1].end + 60)
    if len(before) == len(after) and paired:
        yield from zip(before, after, strict=True)
    elif len(before) == 1 and _EACH_SINCE.match(text, after[0].end):
        yield before[0], after[0]


def rises_to(text: str, before: Group, after: Group) -> bool:
    """`rose 3.2% to 47.8 billion yuan`: a growth that leads to its level."""
    if len(before) != 1 or len(after) != 1 or after[0].sort not in {"amount", "count", "percent"}:
        return False
    # `growth slowed from 3.1 percent to 2.9 percent`: what it was is no growth of what it is.
    fallen = text[: before[0].start].endswith("from ")
    return not fallen and _TO.fullmatch(text, before[0].end, after[0].start) is not None
