"""Turns in a row become opening, introduction, exchanges and closing, and each turn what it is: question, answer …"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from briefing_tui.transcripts.draft import DraftSection, DraftTurn, PartKind

_HAND_OVER = re.compile(
    r"\b(?:question|it|this|that|part|rest)\b.{0,40}\b(?:will|would|shall|can|may|should|to) be "
    r"(?:answered|addressed|taken|handled|dealt with|responded)\b.{0,40}\bby\b|"
    r"\b(?:hand|turn|pass|give|leave|refer)\b.{0,30}"
    r"\b(?:over to|floor to|to my colleague|this (?:one|question) to|it to|question to)\b|"
    r"\b(?:invite|ask|let|have)\b.{0,20}\b(?:my colleague|Mr\.|Ms\.|Mrs\.|Dr\.|Minister|Director)\b.{0,40}"
    r"\b(?:answer|take|respond|address|introduce|explain)|"
    r"请.{1,20}(?:回答|介绍|解答)|由.{1,20}(?:回答|解答|介绍)",
    re.I,
)


def parts_of(
    turns: list[DraftTurn], chairs: frozenset[str], anonymous: frozenset[str], starts: frozenset[int]
) -> tuple[DraftSection, ...]:
    """The sections in order; `starts` are the turns at which another conference on the same page begins."""
    cuts = [0, *sorted(each for each in starts if 0 < each < len(turns)), len(turns)]
    found: list[DraftSection] = []
    for begin, end in pairwise(cuts):
        found += _conference(turns[begin:end], chairs, anonymous)
    return tuple(found)


def _conference(turns: list[DraftTurn], chairs: frozenset[str], anonymous: frozenset[str]) -> list[DraftSection]:
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
    sections += _exchanges(turns[first:end], chairs, anonymous)
    return sections + ([DraftSection("closing", tuple(turns[end:]))] if end < len(turns) else [])


def _before(turns: list[DraftTurn], chairs: frozenset[str]) -> list[DraftSection]:
    """The chair opens; from the first other voice on it is the introduction."""
    spoken = [replace(turn, kind="statement") if turn.kind != "handover" else turn for turn in turns]
    cut = next((at for at, turn in enumerate(spoken) if turn.speaker not in chairs), len(spoken)) if chairs else 0
    kinds: list[tuple[PartKind, list[DraftTurn]]] = [("opening", spoken[:cut]), ("introduction", spoken[cut:])]
    return [DraftSection(kind, tuple(part)) for kind, part in kinds if part]


def _exchanges(turns: list[DraftTurn], chairs: frozenset[str], anonymous: frozenset[str]) -> list[DraftSection]:
    """A new exchange where another asks, or where a nameless one asks after an answer; the chair calls up the next."""
    groups: list[list[DraftTurn]] = []
    asking: str | None = None
    for at, turn in enumerate(turns):
        if turn.kind == "question":
            nameless = turn.speaker is None or turn.speaker in anonymous
            other = turn.speaker != asking or (nameless and turns[at - 1].kind != "question")
            if not groups or other:
                groups.append(_calls(groups, chairs))
                asking = turn.speaker
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


def with_hand_overs(turns: list[DraftTurn]) -> list[DraftTurn]:
    """Short answers that give the word to the one who speaks next are hand-overs."""
    found = list(turns)
    for at, (turn, after) in enumerate(pairwise(turns)):
        words = " ".join(paragraph.text for paragraph in turn.paragraphs)
        hands = turn.kind == "answer" and after.kind == "answer" and after.speaker != turn.speaker
        if hands and len(words) < 400 and _HAND_OVER.search(words):
            found[at] = replace(turn, kind="handover")
    return found
