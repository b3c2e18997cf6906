"""Turns in a row become opening, introduction, exchanges and closing, and each turn what it is: question, answer …"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from briefing_tui.transcripts.draft import DraftSection, DraftTurn, PartKind


def parts_of(turns: list[DraftTurn], chairs: frozenset[str], starts: frozenset[int]) -> tuple[DraftSection, ...]:
    """The sections in order; `starts` are the turns at which another conference on the same page begins."""
    cuts = [0, *sorted(each for each in starts if 0 < each < len(turns)), len(turns)]
    found: list[DraftSection] = []
    for begin, end in pairwise(cuts):
        found += _conference(turns[begin:end], chairs)
    return tuple(found)


def _conference(turns: list[DraftTurn], chairs: frozenset[str]) -> list[DraftSection]:
    first = next((at for at, turn in enumerate(turns) if turn.kind == "question"), None)
    if first is None:
        return _before(turns, chairs)
    last = max(at for at, turn in enumerate(turns) if turn.kind == "question")
    end = next(
        (
            at
            for at in range(len(turns), last, -1)
            if turns[at - 1].speaker not in chairs or turns[at - 1].kind != "statement"
        ),
        len(turns),
    )
    sections = _before(turns[:first], chairs)
    sections += _exchanges(turns[first:end], chairs)
    return sections + ([DraftSection("closing", tuple(turns[end:]))] if end < len(turns) else [])


def _before(turns: list[DraftTurn], chairs: frozenset[str]) -> list[DraftSection]:
    """The chair opens; from the first other voice on it is the introduction."""
    spoken = [replace(turn, kind="statement") if turn.kind != "handover" else turn for turn in turns]
    cut = next((at for at, turn in enumerate(spoken) if turn.speaker not in chairs), len(spoken)) if chairs else 0
    kinds: list[tuple[PartKind, list[DraftTurn]]] = [("opening", spoken[:cut]), ("introduction", spoken[cut:])]
    return [DraftSection(kind, tuple(part)) for kind, part in kinds if part]


def _exchanges(turns: list[DraftTurn], chairs: frozenset[str]) -> list[DraftSection]:
    """A new exchange where another asks, or where a nameless one asks after an answer; the chair calls up the next."""
    groups: list[list[DraftTurn]] = []
    asking: tuple[str | None, str] | None = None
    for at, turn in enumerate(turns):
        if turn.kind == "question":
            who = (turn.speaker, turn.person or ("" if turn.speaker else turn.label))
            nameless = turn.speaker is None and not turn.person
            other = who != asking or (nameless and turns[at - 1].kind != "question")
            if not groups or other:
                groups.append(_calls(groups, chairs))
                asking = who
        groups[-1].append(turn)
    return [DraftSection("exchange", tuple(group), _questioner(group)) for group in groups]


def _calls(groups: list[list[DraftTurn]], chairs: frozenset[str]) -> list[DraftTurn]:
    """The chair's turns at the end of the exchange before, which call up the next question."""
    called: list[DraftTurn] = []
    while groups and groups[-1][-1].speaker in chairs and groups[-1][-1].kind == "statement":
        called.insert(0, groups[-1].pop())
    return called


def _questioner(group: list[DraftTurn]) -> str | None:
    return next((turn.speaker for turn in group if turn.kind == "question"), None)
