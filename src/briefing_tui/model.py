"""What a briefing is: frozen values, and what can be asked of them without a disk, a screen or a clock.

Plain dataclasses, so that reading them loads nothing; `checked.py` has pydantic check them. Tuples keep the order
of the source.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from briefing_tui.indicator import Indicator, Mention
from briefing_tui.place import Place, check_id
from briefing_tui.problem import Problem

DocumentKind = Literal["transcript", "article"]
SectionKind = Literal["opening", "introduction", "exchange", "closing", "report"]
TurnKind = Literal["statement", "question", "answer", "handover"]
Role = Literal["panel", "chair"]

NOT_TOLD = "Not told"  # the organiser of a briefing whose transcript names none
_FORBID = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Document:
    """A source of the briefing, and the ids of its sections in order.

    Where a file was imported, `file` is its name, `sha256` the digest of its bytes, and `draft_sha256` that of what the
    program made of it, so that a later import knows what a person wrote since.
    """

    __pydantic_config__ = _FORBID

    id: str
    kind: DocumentKind
    title: str
    sections: tuple[str, ...]
    date: datetime.date | None = None
    note: str | None = None
    file: str | None = None
    sha256: str | None = None
    draft_sha256: str | None = None

    def __post_init__(self) -> None:
        check_id(self.id)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person who speaks, with posts and organisation as the source prints them."""

    __pydantic_config__ = _FORBID

    id: str
    name: str
    role: Role
    organisation: str
    posts: tuple[str, ...]
    organisation_short: str | None = None

    def __post_init__(self) -> None:
        check_id(self.id)

    @property
    def post(self) -> str:
        """All posts and the organisation in one line."""
        return ", ".join(each for each in (*self.posts, self.organisation) if each)

    @property
    def titled(self) -> str:
        """The name with the posts behind it."""
        return ", ".join(each for each in (self.name, self.post) if each)


@dataclass(frozen=True, slots=True)
class Outlet:
    """The news organisation that asks."""

    __pydantic_config__ = _FORBID

    id: str
    name: str

    def __post_init__(self) -> None:
        check_id(self.id)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The smallest thing with an address; `source` holds the numbers of the source paragraphs it digests."""

    __pydantic_config__ = _FORBID

    number: int
    text: str
    source: tuple[int, ...]
    heading: str | None = None

    def __post_init__(self) -> None:
        if not self.text:
            raise ValueError("a paragraph holds text")
        if any(number < 1 for number in self.source):
            raise ValueError("source paragraphs are counted from 1")


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's words in a section. A question has no speaker: the section's outlet asks."""

    __pydantic_config__ = _FORBID

    kind: TurnKind
    paragraphs: tuple[Paragraph, ...]
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document in order; an exchange is one outlet's question and all that answers it.

    Without an outlet, the source does not tell who asks.
    """

    __pydantic_config__ = _FORBID

    id: str
    document: str
    kind: SectionKind
    title: str
    turns: tuple[Turn, ...]
    outlet: str | None = None
    note: str | None = None

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(paragraph for turn in self.turns for paragraph in turn.paragraphs)

    @property
    def speakers(self) -> tuple[str, ...]:
        """The ids of those who speak here, each once, in order."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns if turn.speaker))

    def turn_of(self, paragraph: int) -> Turn | None:
        """The turn that a paragraph stands in."""
        return next((turn for turn in self.turns for each in turn.paragraphs if each.number == paragraph), None)


@dataclass(frozen=True)
class Briefing:
    """One press conference: documents, speakers, outlets, sections and indicators, in the order of the source.

    `dismissed` holds the candidates that a person turned down: kept, so that they are not offered again.
    """

    __pydantic_config__ = _FORBID

    id: str
    title: str
    organiser: str
    date: datetime.date
    documents: tuple[Document, ...]
    speakers: tuple[Speaker, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    sections: tuple[Section, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    dismissed: tuple[Indicator, ...] = ()
    short_title: str | None = None
    organiser_short: str | None = None
    place: str | None = None
    note: str | None = None

    @cached_property
    def _sections(self) -> dict[str, Section]:
        return {section.id: section for section in self.sections}

    @cached_property
    def _names(self) -> dict[str, str]:
        outlets = {outlet.id: outlet.name for outlet in self.outlets}
        return outlets | {speaker.id: speaker.name for speaker in self.speakers}

    @cached_property
    def _mentions(self) -> dict[str, tuple[tuple[Indicator, Mention], ...]]:
        found: dict[str, list[tuple[Indicator, Mention]]] = {section.id: [] for section in self.sections}
        for indicator in self.indicators:
            for mention in indicator.mentions:
                found.setdefault(mention.section, []).append((indicator, mention))
        return {section: tuple(self._in_text_order(mentions)) for section, mentions in found.items()}

    def _in_text_order(self, mentions: list[tuple[Indicator, Mention]]) -> list[tuple[Indicator, Mention]]:
        def position(pair: tuple[Indicator, Mention]) -> tuple[int, int]:
            paragraph = self.paragraph(pair[1])
            return pair[1].paragraph, paragraph.text.find(pair[1].quote) if paragraph else 0

        return sorted(mentions, key=position)

    def section(self, identifier: str) -> Section | None:
        return self._sections.get(identifier)

    def paragraph(self, mention: Mention) -> Paragraph | None:
        """The paragraph that a mention stands in."""
        section = self.section(mention.section)
        paragraphs = section.paragraphs if section else ()
        return paragraphs[mention.paragraph - 1] if mention.paragraph <= len(paragraphs) else None

    def name(self, identifier: str | None) -> str:
        """The name of a speaker or an outlet."""
        return self._names.get(identifier or "", identifier or "")

    def speaker(self, identifier: str | None) -> Speaker | None:
        return next((speaker for speaker in self.speakers if speaker.id == identifier), None)

    def mentions_in(self, section: str) -> tuple[tuple[Indicator, Mention], ...]:
        """What is said in a section: each indicator with its mention, in the order of the text."""
        return self._mentions.get(section, ())

    def speaker_of(self, mention: Mention) -> str | None:
        """Who says it there: a speaker's id, or None where an outlet or a reporter does."""
        section = self.section(mention.section)
        turn = section.turn_of(mention.paragraph) if section else None
        return turn.speaker if turn else None

    def document_of(self, mention: Mention) -> str | None:
        section = self.section(mention.section)
        return section.document if section else None

    def indicator(self, identifier: str) -> Indicator | None:
        return next((indicator for indicator in self.indicators if indicator.id == identifier), None)

    def place_of(self, mention: Mention) -> Place:
        return Place(self.id, mention.section, mention.paragraph)

    def _is_article(self, section: Section) -> bool:
        return any(each.id == section.document and each.kind == "article" for each in self.documents)

    def label(self, section: Section) -> str:
        """A section's name in one line: `q3 Phoenix TV`, `Opening`, `Article › Plans`."""
        match section.kind:
            case "exchange":
                return f"{section.id} {self.name(section.outlet)}".rstrip()
            case "report":
                return f"Article › {section.title}" if self._is_article(section) else section.title
            case _:
                return section.title


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder gave: the briefing, unless its header is broken, and every problem found."""

    briefing: Briefing | None
    problems: tuple[Problem, ...]
