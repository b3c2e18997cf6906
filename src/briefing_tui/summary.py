"""What a list tells of a briefing, without holding it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from briefing_tui.model import Briefing


class Summary(NamedTuple):
    """Title and organiser as short as the briefing gives them and in full, and counts.

    `problems` is None where nobody has checked yet.
    """

    title: str
    organiser: str
    date: date
    sections: int
    exchanges: int
    speakers: int
    indicators: int
    candidates: int
    problems: int | None
    full_title: str
    full_organiser: str

    @classmethod
    def of(cls, briefing: Briefing, problems: int) -> Summary:
        return cls(
            briefing.short_title or briefing.title,
            briefing.organiser_short or briefing.organiser,
            briefing.date,
            len(briefing.sections),
            sum(section.kind == "exchange" for section in briefing.sections),
            len(briefing.speakers),
            len(briefing.indicators),
            sum(indicator.candidate for indicator in briefing.indicators),
            problems,
            briefing.title,
            briefing.organiser,
        )
