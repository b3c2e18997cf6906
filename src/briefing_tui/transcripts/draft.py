"""What a transcript is read into: frozen values with the lines they come from. Knows nothing of layouts."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from briefing_tui.model import Role, TurnKind

PartKind = Literal["opening", "introduction", "exchange", "closing"]
NarrationKind = Literal["header", "chrome", "caption", "credit", "page", "footnote", "mark", "unplaced"]


@dataclass(frozen=True, slots=True)
class Guess:
    """What was taken for what, and why; `line` counts lines of the file from 1 (blocks, where it is HTML)."""

    line: int
    what: str
    taken_for: str
    because: str

    def __str__(self) -> str:
        return f'line {self.line}: "{self.what}" taken as {self.taken_for}, because {self.because}'


@dataclass(frozen=True, slots=True)
class Narration:
    """Words of the source that nobody says in a turn, kept with their line."""

    line: int
    number: int
    text: str
    kind: NarrationKind


@dataclass(frozen=True, slots=True)
class DraftSpeaker:
    """A person who speaks: name, posts as the header prints them, and every label the source prints for them."""

    name: str
    role: Role
    posts: tuple[str, ...] = ()
    organisation: str = ""
    organisation_short: str | None = None
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftOutlet:
    """Who asks: an outlet with the people who ask for it, or a person whose outlet nobody tells; no nameless `Q`."""

    name: str
    labels: tuple[str, ...]
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """One paragraph with the first line it stands on and the numbers (non-empty lines from 1) it was made from."""

    text: str
    line: int
    source: tuple[int, ...]
    heading: str | None = None
    stage: bool = False


@dataclass(frozen=True, slots=True)
class DraftTurn:
    """One labelled block. `speaker` is a speaker's or an outlet's name, None where the source does not tell.

    `person` is who asks for the outlet.
    """

    kind: TurnKind
    speaker: str | None
    label: str
    line: int
    paragraphs: tuple[DraftParagraph, ...]
    number: int = 0
    person: str = ""


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A part in order; an exchange is one questioner's turns in a row with all their answers."""

    kind: PartKind
    turns: tuple[DraftTurn, ...]
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A transcript read: what its header tells, who speaks and asks, its parts, and every word left over."""

    title: str
    date: datetime.date | None
    place: str | None
    organiser: str
    layout: str
    speakers: tuple[DraftSpeaker, ...]
    outlets: tuple[DraftOutlet, ...]
    sections: tuple[DraftSection, ...]
    narration: tuple[Narration, ...]
    guesses: tuple[Guess, ...]
    attributed: float
    lost: tuple[str, ...] = ()

    @property
    def words_kept(self) -> bool:
        """Whether every word of the source stands in the draft, exactly as often as in the source."""
        return not self.lost

    @property
    def turns(self) -> tuple[DraftTurn, ...]:
        return tuple(turn for section in self.sections for turn in section.turns)

    @property
    def exchanges(self) -> tuple[DraftSection, ...]:
        return tuple(section for section in self.sections if section.kind == "exchange")

    @property
    def pairs(self) -> int:
        """Question-answer pairs: questions in a row count once."""
        kinds = [turn.kind for turn in self.turns]
        return sum(
            kind == "question" and before != "question" for before, kind in zip([None, *kinds], kinds, strict=False)
        )
