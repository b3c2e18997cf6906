"""Of what kind a figure is: level, growth, share, count, rank, limit or target, by the words around it."""

from __future__ import annotations

import re

from briefing_tui.indicator import IndicatorKind
from briefing_tui.transcripts.figures_bare import SCORED
from briefing_tui.transcripts.figures_growth import LEVELS, Group, Growth
from briefing_tui.transcripts.figures_read import Figure

_FLOW = re.compile(
    r"\b(?:produc(?:ed|tion)|(?:ex|im)port(?:s|ed)?|ship(?:ped|ments)|carried|handled|s(?:old|ales)|output|deliver(?:ed|ies)|generated)\b",
    re.IGNORECASE,
)
_OF_ITS = re.compile(r"\s+(?:[\w-]+\s+)?(?:inflation|interest|yield|tariff)\b", re.IGNORECASE)
_OF = re.compile(r"\s+of\b")
_SHARES = re.compile(r"\b(?:account\w*|shares?|proportion|ratio|penetration|coverage)\b", re.IGNORECASE)
TARGET = re.compile(
    r"\s*(?:(?!of\b|in\b)[\w-]+\s+){0,2}(?:target|objective|goal)s?\b(?!\s+(?:group|range|band|population|audience))",
    re.IGNORECASE,
)
_TARGET_OF = re.compile(
    r"\b(?:target|goal|objective)s?(?:\s+(?:in|of|for|under|by|on)\s[^,;.%]{1,30})?\s+(?:of|to|at|is|was)\s*$",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\b(?:goal|target|limit|reduce|cap|ceiling|must|capped)\b", re.IGNORECASE)


def kind_of(
    text: str,
    figure: Figure,
    group: Group,
    unit: str | None,
    rate: Growth | None,
    change: Growth | None,
) -> IndicatorKind:
    """The kind of a figure of a list; `rate` where it tells a growth itself, `change` where one is told with it."""
    before = text[max(0, group[0].start - 70) : group[0].start]
    after = text[group[-1].end : group[-1].end + 50]
    if figure.sort == "rank":
        return "rank"
    if rate or figure.sort == "points":
        return "growth" if rate else "level"
    if not SCORED.search(before) and (bound := _bound(figure, before, after)):
        return bound
    if figure.unit == "%":
        if figure.sort == "part" and _OF.match(after):
            return "share"
        told = LEVELS.search(before) or _OF_ITS.match(after) or (change and change.figure.sort == "points")
        return "level" if told and not _SHARES.search(before) else "share"
    flows = bool(change or figure.scale) and bool(_FLOW.search(before) or _FLOW.search(after))
    measured = figure.sort == "amount" and (figure.unit is not None or unit is None)
    return "level" if measured or flows else "count"


def _bound(figure: Figure, before: str, after: str) -> IndicatorKind | None:
    """Whether a figure is wanted rather than reached: `our 2 percent objective`, `reduce it to less than 10 yuan`."""
    if TARGET.match(after) or _TARGET_OF.search(before):
        return "target"
    return "limit" if figure.comparator in {"<", "≤"} and _LIMIT.search(before) else None
