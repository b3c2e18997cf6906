"""One voice of a talk: a person, an outlet or a nameless `Q`, with every label that stands for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from briefing_tui.model import Role
from briefing_tui.transcripts.draft import DraftOutlet, DraftSpeaker
from briefing_tui.transcripts.lexicon import ASKING, CHAIRS, HONORIFICS, PARTICLES
from briefing_tui.transcripts.names import bare, is_anonymous, is_office, is_outlet, is_titled, key_of, words_of
from briefing_tui.transcripts.roster import Person

Part = Literal["speaker", "questioner"]

_ASKS = re.compile(r"\b(?:analyst|reporter|journalist|correspondent)\b", re.I)
_ASKING = re.compile(rf"^(?:(?:{'|'.join(sorted(ASKING | CHAIRS))})\s+)+", re.I)
_BEHIND = re.compile(r"\s[(\[（](?P<words>[^()\[\]（）]{3,60})[)\]）]\s*$")
_DASH = re.compile(r"\s+(?:--|—|–|-|\|)\s+")
_PARTICLE = re.compile(
    rf"(?<= )(?:{'|'.join(each.title() for each in PARTICLES if each.isalpha())})(?= )|\b(?:Von|Van|De)(?= )"
)


@dataclass(slots=True)
class Voice:
    """`turns` counts the turns, `asked` those that hold a question, `replies` those right behind another's question.

    `calls` counts the turns that follow no question and lead to one, as of someone who calls up who asks next.
    """

    name: str
    part: Part = "speaker"
    role: Role = "panel"
    labels: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    person: Person | None = None
    post: str = ""
    organisation: str | None = None
    line: int = 0
    turns: int = 0
    asked: int = 0
    calls: int = 0
    replies: int = 0

    @property
    def anonymous(self) -> bool:
        return is_anonymous(self.name)

    @property
    def role_told(self) -> tuple[str, ...]:
        """`Ian Frost -- Pelham Securities -- Analyst` → `Pelham Securities`, `Analyst`; `Ann Lee (Tide)` → `Tide`."""
        dashed = next((tuple(parts[1:]) for each in self.printed if len(parts := _DASH.split(each)) > 1), ())
        return dashed or next(((found["words"],) for each in self.printed if (found := _BEHIND.search(each))), ())

    @property
    def chairs_by_label(self) -> bool:
        return any(words_of(each)[:1] and words_of(each)[0].casefold() in CHAIRS for each in self.labels)

    @property
    def asks_by_label(self) -> bool:
        return any(_ASKS.search(each) or each.endswith("记者") for each in self.printed)

    def speaker(self) -> DraftSpeaker:
        labels, person = tuple(self.printed), self.person
        if person is None:
            posts = (self.post,) if self.post else self.role_told
            return DraftSpeaker(self.name, self.role, posts, labels=labels)
        short = person.organisation_short
        return DraftSpeaker(self.name, self.role, person.posts, person.organisation, short, labels)

    def outlet(self) -> DraftOutlet:
        organisation = self.role_told[0] if self.role_told else self.organisation
        return DraftOutlet(self.name, tuple(self.printed), organisation, self.anonymous)


def written(label: str) -> str:
    """A name as people write it: `NANCY MARSHALL-GENZER` → `Nancy Marshall-Genzer`; other labels stay as printed.

    What stands in brackets behind the name, and a `journalist` before it, are no part of it.
    """
    name = _ASKING.sub("", bare(label)) or label
    capitals = re.sub("Mc|Mac", "", name).isupper()
    if not capitals or len(words_of(name)) < 2 or is_outlet(name) or is_titled(name):
        return name
    lowered = _PARTICLE.sub(lambda each: each.group().lower(), name.title().replace("’S", "’s"))
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
