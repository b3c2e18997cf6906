"""What changed from one briefing to a later one: new, dropped and changed figures, and those nobody has reviewed yet.

Showing it is left to others.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from briefing_tui.indicator import Indicator
from briefing_tui.model import NOT_TOLD, Briefing
from briefing_tui.plain import folded
from briefing_tui.quantity import Change, scaled
from briefing_tui.spans import extent, length, span_of
from briefing_tui.wording import counted

Happened = Literal["new", "dropped", "changed", "unreviewed"]
Aspect = Literal["kind", "value", "change", "period", "status"]

_DATED = re.compile(r"-\d{4}-\d\d-\d\d-")
GROUPS: tuple[Happened, ...] = ("changed", "new", "dropped", "unreviewed")


@dataclass(frozen=True, slots=True)
class Changed:
    """One indicator that the two briefings do not give alike; `aspects` tell in what.

    Of an unreviewed one, one briefing gives a candidate: whether it changed is not known yet.
    """

    id: str
    happened: Happened
    old: Indicator | None
    new: Indicator | None
    aspects: tuple[Aspect, ...] = ()

    @property
    def words(self) -> str:
        """What happened to it, in a word or two: `new`, `value, period`, `not reviewed yet`."""
        return ", ".join(self.aspects) or happened_words(self.happened)

    @property
    def name(self) -> str:
        named = self.new or self.old
        return named.name if named else self.id


def happened_words(happened: Happened) -> str:
    return "not reviewed yet" if happened == "unreviewed" else happened


def changes(old: Briefing, new: Briefing) -> tuple[Changed, ...]:
    """New and changed figures in the order of the new briefing, the dropped ones in that of the old, the unreviewed.

    A candidate is compared with nothing: nobody has said yet that it is a figure.
    """
    pairs = _pairs(old, new)
    found = [_changed(pairs.get(each.id), each) for each in new.indicators]
    kept = {each.id for each in pairs.values()}
    dropped = [Changed(e.id, "dropped", e, None) for e in old.indicators if not e.candidate and e.id not in kept]
    # A stable sort: each keeps its order.
    return tuple(sorted((each for each in (*found, *dropped) if each), key=lambda each: each.happened == "unreviewed"))


def unchanged(old: Briefing, new: Briefing) -> int:
    """How many figures both give alike, candidates aside."""
    pairs = _pairs(old, new)
    both = ((pairs[each.id], each) for each in new.indicators if each.id in pairs)
    return sum(not _aspects(*pair) for pair in both if not any(each.candidate for each in pair))


def _pairs(old: Briefing, new: Briefing) -> dict[str, Indicator]:
    """Which figure of the old briefing each of the new one is, by the new one's id.

    Those of one id and sort come first. An id that a draft made says less than the name, where only one figure of
    either briefing has that and the sort, or where all is equal. Then the id alone.
    """
    found: dict[str, Indicator] = {}
    alone = [{key for key, count in Counter(map(_named, each.indicators)).items() if count == 1} for each in (old, new)]

    def pair(key: Callable[[Indicator], Hashable], made: bool = False) -> None:
        taken = {each.id for each in found.values()}
        left: dict[Hashable, list[Indicator]] = {}
        for each in old.indicators:
            if each.id not in taken:
                left.setdefault(key(each), []).append(each)
        for each in new.indicators:
            same = left.get(key(each), ()) if each.id not in found else ()
            one = next((other for other in same if not made or _made(each.id, other.id)), None)
            if one:
                found[each.id] = one
                left[key(each)].remove(one)

    pair(lambda each: (each.id, _sort(each)))
    pair(lambda each: (_named(each), *_facts(each).values()), made=True)
    pair(lambda each: _named(each) if all(_named(each) in keys for keys in alone) else each.id, made=True)
    pair(lambda each: each.id)
    return found


def left_out(*briefings: Briefing) -> Iterator[str]:
    """How many candidates of each are not compared."""
    for briefing in briefings:
        count = sum(each.candidate for each in briefing.indicators)
        if count:
            yield f"{counted(count, 'candidate')} of {briefing.date} not compared until accepted"


def doubt(old: Briefing, new: Briefing) -> str:
    """Why it may make little sense to compare the two, in one line; empty where it does."""
    untold = dict.fromkeys(each.id for each in (old, new) if each.organiser == NOT_TOLD)
    parts = []
    if old.id != new.id and untold:
        parts.append(f"the organiser of {' and '.join(untold)} is not told")
    elif whose(old.id, old.organiser) != whose(new.id, new.organiser):
        parts.append(f"two organisers are compared, {old.organiser} and {new.organiser}")
    if old.date > new.date:
        parts.append(f"the newer briefing is named first, {old.date} before {new.date}")
    return "; ".join(parts)


def whose(briefing: str, organiser: str) -> tuple[str, str]:
    """Alike for briefings of one organiser; one whose organiser is not told has nothing to do with any other."""
    return ("", briefing) if organiser == NOT_TOLD else (folded(organiser), "")


def briefing_before(briefing: str, told: Mapping[str, tuple[str, datetime.date]]) -> str | None:
    """The last briefing of the same organiser on an earlier day; all are told by id, with organiser and date."""
    organiser, day = told[briefing]
    wanted = whose(briefing, organiser)
    earlier = ((when, each) for each, (who, when) in told.items() if when < day and whose(each, who) == wanted)
    return max(earlier, default=(None, None))[1]


def _changed(old: Indicator | None, new: Indicator) -> Changed | None:
    if new.candidate and (old is None or old.candidate):
        return None
    if old is None:
        return Changed(new.id, "new", None, new)
    if old.candidate or new.candidate:
        return Changed(new.id, "unreviewed", old, new)
    aspects = _aspects(old, new)
    return Changed(new.id, "changed", old, new, aspects) if aspects else None


def _made(one: str, other: str) -> bool:
    """Whether a draft told them apart, by the day and place or by what one of them says more."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return longer.startswith(f"{shorter}-") or bool(_DATED.search(one) or _DATED.search(other))


def _named(indicator: Indicator) -> tuple[object, ...]:
    return (folded(indicator.name), *_sort(indicator))


def _sort(indicator: Indicator) -> tuple[object, ...]:
    """What figures have in common that a series sets against each other."""
    period = indicator.period
    return (indicator.kind, indicator.unit, span_of(period), length(period), indicator.status)


def _aspects(old: Indicator, new: Indicator) -> tuple[Aspect, ...]:
    before, now = _facts(old), _facts(new)
    return tuple(aspect for aspect in now if before[aspect] != now[aspect])


def _facts(indicator: Indicator) -> dict[Aspect, object]:
    """What may differ between two briefings: `2024` and `2024-01/2024-12` do not."""
    return {
        "kind": indicator.kind,
        "value": _value(indicator),
        "change": (_change(indicator.change), indicator.basis),
        "period": (span_of(indicator.period), extent(indicator.period)),
        "status": indicator.status,
    }


def _value(indicator: Indicator) -> tuple[object, ...]:
    """The number meant: 8,316 thousand and 8.316 million are the same."""
    top = None if indicator.value_max is None else scaled(indicator.value_max, indicator.scale)
    return (indicator.number, top, indicator.comparator, indicator.unit)


def _change(change: Change | None) -> tuple[object, ...] | None:
    return (change.value, change.unit, change.basis) if change else None
