"""What changed from one briefing to a later one: new, dropped and changed figures. Showing it is left to others."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from briefing_tui.indicator import Indicator
from briefing_tui.model import NOT_TOLD, Briefing
from briefing_tui.plain import folded
from briefing_tui.quantity import Change, scaled
from briefing_tui.wording import counted

Happened = Literal["new", "dropped", "changed"]
Aspect = Literal["value", "change", "period", "status"]


@dataclass(frozen=True, slots=True)
class Changed:
    """One indicator that the two briefings do not give alike; `aspects` tell in what."""

    id: str
    happened: Happened
    old: Indicator | None
    new: Indicator | None
    aspects: tuple[Aspect, ...] = ()

    @property
    def words(self) -> str:
        """What happened to it, in a word or two: `new`, `value, period`."""
        return ", ".join(self.aspects) or self.happened

    @property
    def name(self) -> str:
        named = self.new or self.old
        return named.name if named else self.id


def changes(old: Briefing, new: Briefing) -> tuple[Changed, ...]:
    """New and changed figures in the order of the new briefing, then the dropped ones in that of the old.

    Candidates are left out: nobody has said yet that they are figures.
    """
    before = {indicator.id: indicator for indicator in old.indicators if not indicator.candidate}
    found = []
    for indicator in (each for each in new.indicators if not each.candidate):
        earlier = before.pop(indicator.id, None)
        if earlier is None:
            found.append(Changed(indicator.id, "new", None, indicator))
        elif aspects := _aspects(earlier, indicator):
            found.append(Changed(indicator.id, "changed", earlier, indicator, aspects))
    dropped = (Changed(indicator.id, "dropped", indicator, None) for indicator in before.values())
    return (*found, *dropped)


def compared(*briefings: Briefing) -> bool:
    """Whether any of them has a figure to compare, candidates aside."""
    return any(not each.candidate for briefing in briefings for each in briefing.indicators)


def left_out(*briefings: Briefing) -> Iterator[str]:
    """How many candidates of each are not compared: without them a figure may look new or dropped."""
    for briefing in briefings:
        count = sum(each.candidate for each in briefing.indicators)
        if count:
            yield f"{counted(count, 'candidate')} of {briefing.date} left out, until accepted"


def briefing_before(briefing: str, told: Mapping[str, tuple[str, datetime.date]]) -> str | None:
    """The last briefing of the same organiser on an earlier day; all are told by id, with organiser and date."""
    organiser, day = told[briefing]
    if organiser == NOT_TOLD:
        return None
    wanted = folded(organiser)
    earlier = ((when, each) for each, (who, when) in told.items() if when < day and folded(who) == wanted)
    return max(earlier, default=(None, None))[1]


def _aspects(old: Indicator, new: Indicator) -> tuple[Aspect, ...]:
    differs: dict[Aspect, bool] = {
        "value": _value(old) != _value(new),
        "change": _change(old.change) != _change(new.change) or old.basis != new.basis,
        "period": (old.period and old.period.iso) != (new.period and new.period.iso),
        "status": old.status != new.status,
    }
    return tuple(aspect for aspect, different in differs.items() if different)


def _value(indicator: Indicator) -> tuple[object, ...]:
    """The number meant: 8,316 thousand and 8.316 million are the same."""
    top = None if indicator.value_max is None else scaled(indicator.value_max, indicator.scale)
    return (indicator.number, top, indicator.comparator, indicator.unit)


def _change(change: Change | None) -> tuple[object, ...] | None:
    return (change.value, change.unit, change.basis) if change else None
