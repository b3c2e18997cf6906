"""What can be found in a briefing: a row for each section, indicator and speaker, its words by weight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing, Paragraph, Section, Speaker
from briefing_tui.place import Place
from briefing_tui.plain import one_line
from briefing_tui.quantity import plain, unit_words
from briefing_tui.wording import figure_words, section_title
from briefing_tui.words import Words

HitKind = Literal["section", "indicator", "speaker"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words to show with a hit, where they stand, and what is said of them beside."""

    place: Place
    text: Words
    beside: tuple[Words, ...] = ()
    quote: str = ""
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to find. `title`, `said` and `beside` weigh less and less; `facts` are names by filter.

    `passages` are what a hit may show; `quote` is the part of the first that it must show.
    """

    kind: HitKind
    place: Place
    title: Words
    passages: tuple[Passage, ...]
    said: tuple[Words, ...]
    beside: tuple[Words, ...]
    facts: dict[str, tuple[str, ...]]
    quote: str = ""
    indicator: str | None = None
    speaker: str | None = None

    @property
    def columns(self) -> tuple[tuple[Words, ...], ...]:
        return (self.title,), self.said, self.beside


def rows(briefing: Briefing) -> Iterator[Row]:
    """All that can be found in a briefing, in its order."""
    texts = {
        (section.id, paragraph.number): _words(paragraph.text)
        for section in briefing.sections
        for paragraph in section.paragraphs
    }
    about = {indicator.id: _about(indicator) for indicator in briefing.indicators}
    for section in briefing.sections:
        yield _section(briefing, section, texts, about)
    for indicator in briefing.indicators:
        yield _indicator(briefing, indicator, texts, about[indicator.id])
    for speaker in briefing.speakers:
        yield _speaker(briefing, speaker)


Texts = dict[tuple[str, int], Words]


def _section(briefing: Briefing, section: Section, texts: Texts, about: dict[str, tuple[Words, ...]]) -> Row:
    place = Place(briefing.id, section.id)
    said_there: dict[int, list[Words]] = {}
    topics: dict[str, None] = {}
    for indicator, mention in briefing.mentions_in(section.id):
        said_there.setdefault(mention.paragraph, []).extend(about[indicator.id])
        topics[indicator.topic] = None

    def passage(paragraph: Paragraph) -> Passage:
        heading = (_words(paragraph.heading),) if paragraph.heading else ()
        number = paragraph.number
        where = Place(briefing.id, section.id, number)
        return Passage(where, texts[section.id, number], (*heading, *said_there.get(number, ())))

    passages = tuple(passage(paragraph) for paragraph in section.paragraphs)
    names = tuple(briefing.name(speaker) for speaker in section.speakers)
    whole = tuple(_words(each) for each in (*names, section.note or "") if each)
    facts = {
        "kind": ("section",),
        "in": (briefing.id, section.id),
        "speaker": (*section.speakers, *names),
        "outlet": (section.outlet, briefing.name(section.outlet)) if section.outlet else (),
        "topic": tuple(topics),
    }
    return Row(
        kind="section",
        place=place,
        title=_words(section_title(briefing, section)),
        passages=passages,
        said=tuple(passage.text for passage in passages),
        beside=(*whole, *(words for passage in passages for words in passage.beside)),
        facts=facts,
    )


def _about(indicator: Indicator) -> tuple[Words, ...]:
    """What is said of an indicator beside the text: name and figure first."""
    change = indicator.growth
    words = (
        f"{indicator.name} {figure_words(indicator)}",
        indicator.id,
        indicator.topic,
        unit_words(indicator.unit).strip(),
        indicator.unit or "",
        plain(indicator.number) if indicator.scale else "",
        f"{indicator.growth_words} {change.basis or ''}" if change else "",
        indicator.period_words,
        indicator.scope or "",
        indicator.note or "",
    )
    return tuple(_words(each) for each in dict.fromkeys(words) if each)


def _indicator(briefing: Briefing, indicator: Indicator, texts: Texts, about: tuple[Words, ...]) -> Row:
    sections = tuple(dict.fromkeys(mention.section for mention in indicator.mentions))
    found = tuple(section for each in sections if (section := briefing.section(each)))
    outlets = tuple(section.outlet for section in found if section.outlet)
    speakers = tuple(each for mention in indicator.mentions if (each := briefing.speaker_of(mention)))
    unit = indicator.unit
    return Row(
        kind="indicator",
        place=briefing.place_of(indicator.mentions[0]),
        title=about[0],
        passages=tuple(_mentioned(briefing, mention, texts) for mention in indicator.mentions),
        said=tuple(_words(mention.quote) for mention in indicator.mentions),
        beside=about[1:],
        facts={
            "kind": ("indicator", indicator.kind, *(("candidate",) if indicator.candidate else ())),
            "in": (briefing.id, *sections),
            "speaker": (*speakers, *map(briefing.name, speakers)),
            "outlet": (*outlets, *map(briefing.name, outlets)),
            "topic": (indicator.topic,),
            "unit": (unit, unit_words(unit).strip()) if unit else (),
        },
        indicator=indicator.id,
    )


def _mentioned(briefing: Briefing, mention: Mention, texts: Texts) -> Passage:
    """One of the places where an indicator is said, with what a filter may ask of it."""
    text = texts.get((mention.section, mention.paragraph)) or _words(mention.quote)
    section = briefing.section(mention.section)
    outlet, speaker = section.outlet if section else None, briefing.speaker_of(mention)
    facts = {
        "in": (briefing.id, mention.section),
        "outlet": (outlet, briefing.name(outlet)) if outlet else (),
        "speaker": (speaker, briefing.name(speaker)) if speaker else (),
    }
    return Passage(briefing.place_of(mention), text, quote=one_line(mention.quote), facts=facts)


def _speaker(briefing: Briefing, speaker: Speaker) -> Row:
    sections = tuple(section.id for section in briefing.sections if speaker.id in section.speakers)
    place = Place(briefing.id, sections[0] if sections else None)
    post = _words(speaker.post)
    return Row(
        kind="speaker",
        place=place,
        title=_words(speaker.name),
        passages=(Passage(place, post),),
        said=(post,),
        beside=tuple(_words(each) for each in (speaker.organisation_short, speaker.role, speaker.id) if each),
        facts={"kind": ("speaker",), "in": (briefing.id, *sections), "speaker": (speaker.id, speaker.name)},
        speaker=speaker.id,
    )


def _words(text: str) -> Words:
    return Words(one_line(text))
