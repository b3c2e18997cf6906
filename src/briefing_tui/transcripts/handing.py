"""Answers that give the word to a colleague, who answers next: hand-overs."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from briefing_tui.transcripts.draft import DraftSpeaker, DraftTurn
from briefing_tui.transcripts.lexicon import DEGREES, OFFICES, PARTICLES
from briefing_tui.transcripts.names import key_of, words_of

# So much of an answer's end may give the word on; of so short an answer, all of it.
_TAIL = 450
# Words of the chair no shorter than this may be an answer.
_AT_LENGTH = 150
_UNNAMED = re.compile(
    r"\b(?:question|it|this|that|part|rest)\b.{0,40}\b(?:will|would|shall|can|may|should|to) be "
    r"(?:answered|addressed|taken|handled|dealt with|responded)\b.{0,40}\bby\b|"
    r"\b(?:hand|turn|pass)(?:ing)? (?:\w+ ){0,3}over\b|\b(?:give|pass|yield)\b.{0,20}\bfloor to\b|"
    r"请.{1,20}(?:回答|介绍|解答|补充|说明|谈谈|来说|来讲|来答|说一下|讲一下)|由.{1,20}(?:回答|解答|介绍|说明)|交给.{1,20}(?:[。]|回答|来)",
    re.I,
)
_PASS = r"(?:hand|pass|turn|giv|leav|refer|defer|direct|throw|toss|kick|send|yield|put|mov|switch|transfer)\w*"
_ACT = (
    r"(?:answer|take|add|comment|respond|explain|address|speak|say|tell|give|elaborate|expand|describe|outline|"
    r"introduce|handle|cover|jump|weigh|help|start|begin|talk|walk|clarify|fill|confirm|provide|share|brief|deal|reply|do)\b"
)
_MAY = r"(?:will|can|could|would|may|might|should|shall|to|please|wants?|wish|is going|has)"
_YOURS = (
    r"(?:please|go ahead|over to you|your turn|the floor|(?:do|would|could|can|will) you|can I\b|you (?:want|may|know)|"
    r"any(?:thing)?|what|is (?:that|it)|if you|maybe|perhaps|I[’']ll|I will|why don[’']t|how)"
)
# The colleague: whoever answers next is put down as one, by whatever name or office.
_ONE = (
    r"(?:(?:the|our|my|mr|ms|mrs|dr|madam|dear|deputy|prime|vice|rear|good)\.? )*"
    r"\bcolleagues?\b(?:[ -]colleague\b)*(?![’'])(?: of (?:the )?\w+)?"
)
_GIVES = re.compile(
    rf"\b{_PASS}\b[^.?!]{{0,40}}\b(?:to|for|with)\b[^.?!]{{0,25}}{_ONE}|"
    rf"\b(?:over|up|on|back) to\b[^.?!]{{0,25}}{_ONE}|"
    rf"\b(?:one|question|that|this|it|part|matter)(?: is|[’']s)?(?: more| rather| really| probably| best| again)?"
    rf"(?: (?:one|a question|something|answered))? (?:for|by)\b[^.?!]{{0,20}}{_ONE}|"
    rf"\b(?:that|this|it)(?:[’']s| is| sounds like) (?:really )?(?:an? )?{_ONE}(?:[’']s)? (?:question|one)\b|"
    rf"\b(?:ask(?:ed|ing)?|invit\w+|call(?:ing)? (?:up)?on|bring(?:ing)? in|request\w*|hear from) {_ONE}|"
    rf"{_ONE} (?:knows|will know|has (?:the|more|all|those|these)\b)|"
    rf"{_ONE} is (?:the|our|in charge|responsible|best|better|closer)\b|"
    rf"(?:^|[.?!] )(?:and |now |then )?(?:on|for|as for|about|regarding) [^.?!]{{3,60}}, {_ONE}\.$|"
    rf"{_ONE}[^.?!]{{0,80}}\b(?:bring|ask|invite|let|have|get|pull) (?:her|him|them)\b|"
    rf"\b(?:let|have) (?:[\w-]+,? ){{0,3}}{_ONE}[^.?!]{{0,60}}\b{_ACT}|"
    rf"{_ONE}[^.?!]{{0,80}}\b{_MAY}\b[^.?!]{{0,30}}\b{_ACT}|"
    rf"(?:^|[.?!;:—–,]|\band|\bso|\bplease,?)\s*{_ONE}\s*(?:\?|,? {_YOURS})|(?:^|[.?!])\s*(?:please,? )?{_ONE}\s*[.!]|"
    rf"(?:^|[.?!] ){_ONE}, (?:[^.?!]*\byou(?:rs)?\b|[^.?!]{{1,40}}\?$)|"
    rf"\b(?:rather|prefer|like)(?: that| if)? {_ONE} (?:took|take|answered|spoke|said)\b",
    re.I,
)
# A name alone, asked for at the end: `… has seen them. Roy?`
_CALLED = re.compile(
    r"(?:^|[.?!] )(?!(?:Right|Okay|Yes|No|Why|How|What|And|So|Really|When|Who|Where)\b)[A-Z][\w’'-]+\?$"
)
_WORD = re.compile(r"[\w’'-]*\w")


def with_hand_overs(turns: list[DraftTurn], speakers: tuple[DraftSpeaker, ...]) -> list[DraftTurn]:
    """The turns; an answer that gives the word to whoever answers next is a hand-over."""
    found = _with_chairs_who_answer(turns, speakers)
    turns = list(found)
    known = {each.name: each for each in speakers}
    for at, turn in enumerate(turns):
        after = _answering_next(turns, at) if turn.kind == "answer" else None
        if after is not None and after.speaker != turn.speaker:
            words = _said(turn)[-_TAIL:]
            called = words.endswith("?") and _CALLED.search(words)
            if called or _UNNAMED.search(words) or gives_to(words, known.get(after.speaker or "")):
                found[at] = replace(turn, kind="handover")
    return found


def _with_chairs_who_answer(turns: list[DraftTurn], speakers: tuple[DraftSpeaker, ...]) -> list[DraftTurn]:
    """The turns; what somebody in the chair says at length, asked to by an answer and before a question, is one too."""
    found = list(turns)
    chairs = {each.name: each for each in speakers if each.role == "chair"}
    for at, (turn, after) in enumerate(pairwise(turns)):
        chair = chairs.get(after.speaker or "") if turn.kind == "answer" and after.kind == "statement" else None
        if chair and turn.speaker != after.speaker and at + 2 < len(turns) and turns[at + 2].kind == "question":
            said, asked = _said(after), _said(turn)[-_TAIL:]
            calls = len(said) < _AT_LENGTH or "question" in said or "back to" in asked
            if not calls and gives_to(asked, chair):
                found[at + 1] = replace(after, kind="answer")
    return found


def _said(turn: DraftTurn) -> str:
    return " ".join(paragraph.text for paragraph in turn.paragraphs if not paragraph.stage)


def _answering_next(turns: list[DraftTurn], at: int) -> DraftTurn | None:
    """The next answer to the same question; the chair may say a word between."""
    for turn in turns[at + 1 : at + 3]:
        if turn.kind != "statement":
            return turn if turn.kind == "answer" else None
    return None


def gives_to(words: str, speaker: DraftSpeaker | None) -> bool:
    """Whether the end of what is said gives somebody the word by name or office."""
    words = _with_colleague(words[-_TAIL:], speaker)
    return "colleague" in words.casefold() and _GIVES.search(words) is not None


def _with_colleague(words: str, speaker: DraftSpeaker | None) -> str:
    """The words with `colleague` for each name and office of a speaker."""
    if speaker is None:
        return words
    labels = (speaker.name, *speaker.labels)
    names = {word for label in labels for word in key_of(label).split() if len(word) > 1} - PARTICLES - DEGREES
    told = {word.casefold() for each in (*labels, *speaker.posts) for word in words_of(each)}
    names |= {each for each in told & OFFICES if len(each) > 4}
    letters = {"".join(word[0] for word in words_of(each) if word[0].isupper()) for each in speaker.posts}

    def replaced(word: re.Match[str]) -> str:
        short = len(word.group()) < 3 and word.group().islower()
        called = word.group() in letters and len(word.group()) > 1  # `PS`: the Permanent Secretary
        return "colleague" if called or (not short and word.group().casefold() in names) else word.group()

    return _WORD.sub(replaced, words)
