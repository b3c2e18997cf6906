"""What a list tells of a briefing, without holding it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from briefing_tui.model import Briefing


Told = tuple[Any, ...]  # a Summary as a plain tuple


class Summary(NamedTuple):
    """Title and organiser as short as the briefing gives them and in full, and counts; plain values throughout.

    `day` is the date's ordinal. `problems` is None where nobody has checked yet.
    """

    title: str
    organiser: str
    day: int
    sections: int
    exchanges: int
    speakers: int
    indicators: int
    candidates: int
    problems: int | None
    full_title: str
    full_organiser: str

    @property
    def date(self) -> datetime.date:
        return datetime.date.fromordinal(self.day)

    @classmethod
    def of(cls, briefing: Briefing, problems: int) -> Summary:
        return cls(
            briefing.short_title or briefing.title,
            briefing.organiser_short or briefing.organiser,
            briefing.date.toordinal(),
            len(briefing.sections),
            sum(section.kind == "exchange" for section in briefing.sections),
            len(briefing.speakers),
            len(briefing.indicators),
            sum(indicator.candidate for indicator in briefing.indicators),
            problems,
            briefing.title,
            briefing.organiser,
        )
