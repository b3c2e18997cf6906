"""What `A and B rose 3% and 4%, respectively` says of each: the words before the first figure as so many subjects.

Words that belong to all are given to each: `sales of wheat and rye`, `income and profit of the mills`, `steel and
cement output`, `vehicle production and sales`. Where the words are not that many subjects there are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing_tui.leading import without_tail

RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_LAST = re.compile(r",?\s+and\s+")
_FURTHER = re.compile(r",\s+|,?\s+and\s+")
# What parts the figures of one list: `3.1 million tons and 2.7`, `by 3% and by 4%`.
_AND = re.compile(r"(?:\s+[a-z-]+){0,3}?(?:,|,?\s+and)\s+(?:by\s+)?")
# What comes before the first subject, in front of a comma or a verb.
_BEGINS = re.compile(r"^.*(?:[;:—(]\s*|\b(?:is|are|was|were|that|which|while|saw|show(?:s|ed)?)\s+)", re.DOTALL)
_TIMED = re.compile(r"\s*(?:in|during|over|by|from|since|for|at|on|as|last|this|after|with|of)\b", re.IGNORECASE)
_AGAIN = re.compile(r"^\s*(?:of|in|for|from|to|with|at|by|on)\s+(?:the\s+)?")
_JOINT = re.compile(r"\s+(?:of|in|for|from|to|with|at|by|on|among|between)\s+(?:the\s+)?")
# What is measured, which many things in a row can have: `steel and cement output`.
_MEASURED = re.compile(
    r"(?:output|production|sales|exports|imports|prices?|costs|turnover|revenues?|profits?|incomes?|consumption|demand"
    r"|supply|growth|investments?|capacity|employment|unemployment|loans|deposits|deliveries|orders|trade|shipments"
    r"|registrations|arrivals|departures|generation|spending|expenditures?|yields?|inflation|volumes?|industry"
    r"|industries|sectors?|rates?|areas|regions|provinces|markets|bonds|wages|stocks|reserves)",
    re.IGNORECASE,
)
# A word that only tells which one: `retail and online sales`, `urban and rural homes`.
_TELLS_WHICH = re.compile(
    r"(?:(?:retail|wholesale|online|offline|offshore|onshore|private|public|male|female|new|old|gross|net|upper|lower"
    r"|light|heavy|urban|rural|civilian|mobile|fixed|first|second|third|small|large|medium|state-owned|foreign)"
    r"|[a-z-]{2,}(?:nal|ral|ial|ary|tic|ive|ern|ous|ish))",
    re.IGNORECASE,
)


def subjects(lead: str, count: int) -> tuple[str, ...]:
    """The subjects that lead to so many figures, in their order; none where they are not that many."""
    parts = _parts(lead, count)
    if not parts:
        return ()
    first, *_, last = parts
    if (joint := _last_joint(first)) and not any(map(_JOINT.search, parts[1:])):
        return (first, *(first[: joint.end()] + part for part in parts[1:]))
    if (joint := _JOINT.search(last)) and not any(map(_JOINT.search, parts[:-1])):
        of = last[joint.start() :]
        return (*(part + of for part in _measured(parts[:-1], last[: joint.start()])), last)
    return (*_measured(parts[:-1], last), last) if len(last.split()) > 1 else _qualified(parts)


def by_place(sentence: str, figures: Sequence[tuple[int, int]]) -> dict[int, tuple[str, str]]:
    """The subject of each figure that has one by its place in a list, and what the others of the list are of.

    `figures` are where they begin and end, in order; the keys are their numbers in that order.
    """
    found: dict[int, tuple[str, str]] = {}
    said = RESPECTIVELY.search(sentence)
    starts = [0]
    starts += [
        at for at, (one, other) in enumerate(pairwise(figures), 1) if not _AND.fullmatch(sentence, one[1], other[0])
    ]
    told: tuple[str, ...] = ()
    for first, behind in pairwise([*starts, len(figures)]):
        if said is None or not figures or figures[behind - 1][1] > said.start():
            break
        begin = figures[first - 1][1] if first else 0
        told = subjects(sentence[begin : figures[first][0]], behind - first) or told
        if len(told) == behind - first:
            found |= {first + at: (own, " ".join({*told} - {own})) for at, own in enumerate(told)}
    return found


def _parts(lead: str, count: int) -> list[str]:
    """The last of the words, parted where they are so many in a row; a time told before them is none."""
    lead = without_tail(lead)
    ends = list(_LAST.finditer(lead))
    if count < 2 or not ends:
        return []
    head, last = lead[: ends[-1].start()], lead[ends[-1].end() :]
    before, first, others = _parted(head, count - 1)
    if before or any(map(str.isdigit, lead)):  # `research and development spending and sales`
        return []
    parts = [
        _BEGINS.sub("", first).strip(),
        *(_AGAIN.sub("", each.partition(",")[0]).strip() for each in (*others, last)),
    ]
    return parts if len(parts) == count and all(parts) and not _TIMED.match(parts[0]) else []


def _parted(head: str, count: int) -> tuple[bool, str, list[str]]:
    """Whether more would stand in a row than are wanted, the first of so many, and the others."""
    marks = list(_FURTHER.finditer(head))
    cut = marks[-count] if len(marks) >= count else None
    first, *others = _FURTHER.split(head)[-count:]
    return bool(cut and "and" in cut[0]), first, others


def _last_joint(words: str) -> re.Match[str] | None:
    return next(reversed(list(_JOINT.finditer(words))), None)


def _measured(parts: list[str], last: str) -> list[str]:
    """Each part with the noun at the end of the last one, where that is theirs too."""
    which, _, noun = last.partition(" ")
    if not _TELLS_WHICH.fullmatch(which):
        noun = last.rsplit(maxsplit=1)[-1]
    of_all = _MEASURED.fullmatch(noun.split()[-1]) and not any(_MEASURED.fullmatch(part.split()[-1]) for part in parts)
    return [f"{part} {noun}" if of_all or _TELLS_WHICH.fullmatch(part.split()[-1]) else part for part in parts]


def _qualified(parts: list[str]) -> tuple[str, ...]:
    """`Vehicle production and sales`: what stands before the first measured thing is of all."""
    of, _, what = parts[0].rpartition(" ")
    if of and all(map(_MEASURED.fullmatch, (what, *parts[1:]))):
        return (parts[0], *(f"{of} {part}" for part in parts[1:]))
    return tuple(parts)
