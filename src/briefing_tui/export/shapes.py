"""The JSON shapes that other programs rely on: numbers are decimal strings, a place always opens."""

from __future__ import annotations

import json
from typing import Any

from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing, Paragraph, Section
from briefing_tui.place import Place
from briefing_tui.quantity import Period, plain
from briefing_tui.wording import figures

Shape = dict[str, Any]


def dumped(shape: Any) -> str:
    """One JSON document, ending in a line end."""
    return json.dumps(shape, ensure_ascii=False, indent=2) + "\n"


def indicator_shape(briefing: Briefing, indicator: Indicator) -> Shape:
    """An indicator as `indicators --format json` tells it."""
    change, period = indicator.change, indicator.period
    return {
        "id": indicator.id,
        "briefing": briefing.id,
        "name": indicator.name,
        "topic": indicator.topic,
        "kind": indicator.kind,
        "value": plain(indicator.value),
        "value_max": None if indicator.value_max is None else plain(indicator.value_max),
        "scale": indicator.scale,
        "unit": indicator.unit,
        "number": plain(indicator.number),
        "comparator": indicator.comparator,
        "basis": indicator.basis,
        "change": change and {"value": plain(change.value), "unit": change.unit, "basis": change.basis},
        "period": period and _period(period),
        "period_inferred": indicator.period_inferred,
        "status": indicator.status,
        "scope": indicator.scope,
        "note": indicator.note,
        "candidate": indicator.candidate,
        "mentions": [mention_shape(briefing, mention) for mention in indicator.mentions],
    }


def _period(period: Period) -> Shape:
    return {"start": period.start, "end": period.end, "text": period.words, "iso": period.iso}


def mention_shape(briefing: Briefing, mention: Mention) -> Shape:
    """Where a figure is said, and by whom; its `value` only where this place says it differently."""
    speaker = briefing.speaker_of(mention)
    return {
        "document": briefing.document_of(mention),
        "section": mention.section,
        "paragraph": mention.paragraph,
        "place": str(briefing.place_of(mention)),
        "speaker": speaker,
        "speaker_name": briefing.name(speaker) if speaker else None,
        "quote": mention.quote,
        "source_paragraph": mention.source,
        "value": None if mention.value is None else plain(mention.value),
        "scale": mention.scale,
        "comparator": mention.comparator,
    }


def place_json(briefing: Briefing, place: Place) -> str:
    """A briefing, a section or a paragraph with its figures."""
    section = briefing.section(place.section or "")
    if section is None:
        return dumped(briefing_shape(briefing))
    if place.paragraph is None:
        return dumped(section_shape(briefing, section))
    paragraph = section.paragraphs[place.paragraph - 1]
    turn = section.turn_of(place.paragraph)
    return dumped(
        {
            **_paragraph(briefing, section, paragraph),
            "section": section.id,
            "kind": turn.kind if turn else None,
            "speaker": turn.speaker if turn else None,
            "indicators": _said(briefing, section, place.paragraph),
        }
    )


def briefing_shape(briefing: Briefing) -> Shape:
    """A whole briefing: documents, people, sections in order, and every indicator once."""
    sections = [section_shape(briefing, section) for section in briefing.sections]
    for section in sections:
        # Here each indicator stands once, below.
        del section["indicators"]
    return {
        "id": briefing.id,
        "title": briefing.title,
        "date": briefing.date.isoformat(),
        "organiser": briefing.organiser,
        "location": briefing.place,
        "note": briefing.note,
        "documents": [
            {
                "id": each.id,
                "kind": each.kind,
                "title": each.title,
                "date": each.date and each.date.isoformat(),
                "note": each.note,
                "sections": list(each.sections),
            }
            for each in briefing.documents
        ],
        "speakers": [
            {
                "id": each.id,
                "name": each.name,
                "role": each.role,
                "organisation": each.organisation,
                "posts": list(each.posts),
            }
            for each in briefing.speakers
        ],
        "outlets": [{"id": each.id, "name": each.name} for each in briefing.outlets],
        "sections": sections,
        "indicators": [indicator_shape(briefing, each) for each in briefing.indicators],
    }


def section_shape(briefing: Briefing, section: Section) -> Shape:
    """A section: its turns, their paragraphs, and the figures said in it."""
    return {
        "id": section.id,
        "briefing": briefing.id,
        "place": str(Place(briefing.id, section.id)),
        "document": section.document,
        "kind": section.kind,
        "title": section.title,
        "outlet": section.outlet,
        "note": section.note,
        "turns": [
            {
                "kind": turn.kind,
                "speaker": turn.speaker,
                "paragraphs": [_paragraph(briefing, section, each) for each in turn.paragraphs],
            }
            for turn in section.turns
        ],
        "indicators": _said(briefing, section, None),
    }


def _paragraph(briefing: Briefing, section: Section, paragraph: Paragraph) -> Shape:
    return {
        "number": paragraph.number,
        "place": str(Place(briefing.id, section.id, paragraph.number)),
        "heading": paragraph.heading,
        "text": paragraph.text,
        "source": list(paragraph.source),
    }


def _said(briefing: Briefing, section: Section, paragraph: int | None) -> list[Shape]:
    told = {indicator.id: indicator for indicator, _ in figures(briefing, section, paragraph)}
    return [indicator_shape(briefing, indicator) for indicator in told.values()]
