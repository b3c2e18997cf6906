"""One voice of a talk: a person, an outlet or a nameless `Q`, with every label that stands for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from briefing_tui.model import Role
from briefing_tui.transcripts.draft import DraftSpeaker
from briefing_tui.transcripts.lexicon import ASKING, CHAIRS, HONORIFICS, PARTICLES
from briefing_tui.transcripts.names import (
    bare,
    holds_post,
    is_anonymous,
    is_office,
    is_outlet,
    is_post,
    is_titled,
    key_of,
    plain_name,
    without_office,
    words_of,
)
from briefing_tui.transcripts.roster import Person
from briefing_tui.transcripts.whom import HAN_NAMED

Part = Literal["speaker", "questioner"]

_ASKS = re.compile(rf"\b(?:{'|'.join(sorted(ASKING))})s?\b", re.I)
_SPEAKS = re.compile(r"[(\[](?:company |corporate )?(?:executives?|management|speakers?|operator)[)\]]\s*$", re.I)
_ASKING = re.compile(rf"^(?:(?:{'|'.join(sorted(ASKING | CHAIRS))})\s+)+", re.I)
_BEHIND = re.compile(r"\s[(\[（](?P<words>[^()\[\]（）]{3,60})[)\]）]\s*[:：]?\s*$")
_DASH = re.compile(r"\s+(?:--|—|–|-|\|)\s+")
# Capitals that nobody can say as a word: `NRV`.
_ACRONYM = re.compile(r"(?!(?:MR|MRS|MS|DR)\b)[B-DF-HJ-NP-TV-XZ]{2,5}")
_PARTICLE = re.compile(
    rf"(?<= )(?:{'|'.join(each.title() for each in PARTICLES if each.isalpha())})(?= )|\b(?:Von|Van|De)(?= )"
)


@dataclass(slots=True)
class Voice:
    """`turns` counts the turns, `asked` those that hold a question, `replies` those right behind another's question.

    `calls` counts the turns that follow no question and lead to one, as of someone who calls up who asks next;
    `called_in` those that an answer right before gave it the word for. `introduced` tells that a house was named with
    the person, by whoever spoke before or by themselves.
    """

    name: str
    part: Part = "speaker"
    role: Role = "panel"
    labels: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    person: Person | None = None
    post: str = ""
    line: int = 0
    turns: int = 0
    asked: int = 0
    calls: int = 0
    replies: int = 0
    called_in: int = 0
    introduced: bool = False

    @property
    def anonymous(self) -> bool:
        return is_anonymous(self.name)

    @property
    def role_told(self) -> tuple[str, ...]:
        """`Ian Frost -- Pelham Securities -- Analyst` → `Pelham Securities`, `Analyst`; `Ann Lee (Tide)` → `Tide`."""
        dashed = next(
            ((*parts[0].split(", ")[1:], *parts[1:]) for each in self.printed if len(parts := _DASH.split(each)) > 1),
            (),
        )
        found = ((each, _BEHIND.search(each)) for each in self.printed)
        behind = ((each, match["words"]) for each, match in found if match and any(map(str.isalpha, match["words"])))
        told = dashed or next(((bare(each) if holds_post(each) else words,) for each, words in behind), ())
        if named := next(filter(None, map(HAN_NAMED.fullmatch, self.printed)), None):
            return (named["post"],)
        posts = (each.partition(", ")[2] for each in self.printed)
        return told or next(((each,) for each in posts if each and is_post(each)), ())

    @property
    def chairs_by_label(self) -> bool:
        first = (words_of(each)[:1] for each in (*self.labels, *self.printed))
        return any(word.casefold() in CHAIRS for words in first for word in words)

    @property
    def speaks_by_label(self) -> bool:
        return any(_SPEAKS.search(each) for each in self.printed)

    @property
    def asks_by_label(self) -> bool:
        return any(_ASKS.search(each) or each.endswith("记者") for each in self.printed)

    def write(self) -> None:
        """The name as people write it, its office kept apart as a post."""
        if self.person is None and not self.anonymous:
            speaks = self.part == "speaker"
            name = plain_name(bare(self.name))
            name, office = without_office(name) if speaks else (name, "")
            self.name = written(name, speaks)
            self.post = self.post or (office.title() if office.isupper() else office)

    def speaker(self) -> DraftSpeaker:
        labels, person = tuple(self.printed), self.person
        if person is None:
            posts = (self.post,) if self.post else self.role_told
            return DraftSpeaker(self.name, self.role, posts, labels=labels)
        short = person.organisation_short
        return DraftSpeaker(self.name, self.role, person.posts, person.organisation, short, labels)

    @property
    def house(self) -> str:
        """The house that the label names beside the person; a post is none, nor where somebody has one."""
        if any(holds_post(each) for each in self.printed):
            return ""
        pieces = [*self.role_told, *(part for each in self.role_told for part in each.split(", "))]
        return next((each for each in pieces if each[:1].strip("\"'“‘").isupper() and not is_post(each)), "")


def written(label: str, sure: bool = False) -> str:
    """A name as people write it: `NANCY MARSHALL-GENZER` → `Nancy Marshall-Genzer`; other labels stay as printed.

    What stands in brackets behind the name, and a `journalist` before it, are no part of it. `sure`: it is a name.
    """
    name = _ASKING.sub("", bare(label)) or label
    capitals = re.sub("Mc|Mac", "", name).isupper()
    if not capitals or (len(words_of(name)) < 2 and not sure) or (is_outlet(name) and not sure):
        return name
    titled = " ".join(each if _ACRONYM.fullmatch(each) else each.title() for each in name.split())
    lowered = _PARTICLE.sub(lambda each: each.group().lower(), titled.replace("’S", "’s"))
    return re.sub(r"\bMc([a-z])", lambda each: "Mc" + each.group(1).upper(), lowered)


def joins(one: str, other: str) -> bool:
    """Whether two labels name one person: the same words, or a surname with an office against a full name."""
    mine, theirs = key_of(one).split(), key_of(other).split()
    if mine == theirs:
        honours = [{word.casefold().rstrip(".") for word in words_of(each)} & HONORIFICS for each in (one, other)]
        return len(mine) > 1 or honours[0] == honours[1] or not (honours[0] and honours[1])
    if is_office(one):
        return is_titled(other) and {*mine} <= {word.casefold().rstrip(".") for word in words_of(other)}
    return len(mine) < len(theirs) and is_titled(one) and mine in (theirs[-len(mine) :], theirs[:1])
