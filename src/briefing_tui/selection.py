"""Which indicators to show, and in what order: one frozen value that commands and screen narrow step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, get_args

from briefing_tui.indicator import Indicator
from briefing_tui.model import Briefing
from briefing_tui.plain import folded

Order = Literal["as said", "name", "value", "change", "period", "speaker", "topic"]
ORDERS: tuple[Order, ...] = get_args(Order)


@dataclass(frozen=True, slots=True)
class Selection:
    """Indicators said in a section, by a speaker, holding some words, in an order. None and "" narrow nothing."""

    section: str | None = None
    speaker: str | None = None
    words: str = ""
    topic: str = ""
    order: Order = "as said"

    def of(self, briefing: Briefing) -> tuple[Indicator, ...]:
        """The indicators selected; a figure said several times comes once."""
        if self.section is None:
            found = list(briefing.indicators)
        else:
            found = list(dict.fromkeys(indicator for indicator, _ in briefing.mentions_in(self.section)))
        found = [each for each in found if self._fits(briefing, each)]
        return tuple(sorted(found, key=_keys(briefing)[self.order]))

    def _fits(self, briefing: Briefing, indicator: Indicator) -> bool:
        if self.speaker and not any(
            briefing.speaker_of(mention) == self.speaker
            for mention in indicator.mentions
            if self.section in {None, mention.section}
        ):
            return False
        if self.topic and not folded(indicator.topic).startswith(folded(self.topic)):
            return False
        text = folded(searchable(briefing, indicator)) if self.words else ""
        return all(word in text for word in folded(self.words).split())


def searchable(briefing: Briefing, indicator: Indicator) -> str:
    """All that a row says, in one text, for filters."""
    parts = (
        indicator.name,
        indicator.id,
        indicator.figure,
        indicator.growth_words,
        indicator.period_words,
        indicator.status,
        indicator.topic,
        indicator.scope or "",
        indicator.note or "",
        *(mention.quote for mention in indicator.mentions),
        *dict.fromkeys(briefing.name(briefing.speaker_of(mention)) for mention in indicator.mentions),
    )
    return " ".join(parts)


def _keys(briefing: Briefing) -> dict[Order, Callable[[Indicator], Any]]:
    """Sorting is stable, so what is equal stays as said."""

    def change(indicator: Indicator) -> tuple[Any, ...]:
        growth = indicator.growth
        if growth is None:
            return ("~",)
        return growth.unit, -(indicator.number if indicator.kind == "growth" else growth.value)

    return {
        "as said": lambda _: 0,
        "name": lambda each: folded(each.name),
        "value": lambda each: (each.kind == "growth", each.unit or "", -each.number),
        "change": change,
        "period": lambda each: each.period.order if each.period else ("~",),
        "speaker": lambda each: briefing.name(briefing.speaker_of(each.mentions[0])) or "~",
        "topic": lambda each: each.topic,
    }
