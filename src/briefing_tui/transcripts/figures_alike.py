"""What a figure takes over from the one before it: unit, sort and growth, in `grew 5 percent, after 2.1`.

Only where the words between them tell that both measure the same; a wrong unit is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing_tui.transcripts.figures_growth import Group, Growth
from briefing_tui.transcripts.figures_patterns import MORE_THAN, spoken
from briefing_tui.transcripts.figures_read import Figure
from briefing_tui.transcripts.figures_units import is_money

_LINKS = (
    "compared (?:with|to)|from|to|than|versus|against|after|instead of|it['’]s|it (?:was|is)"
    "|(?:and|but|or)(?: (?:by|to|about))?|only|just|out of|of (?:which|whom|them)|the (?:other|remaining)|another"
    "|(?:theirs|ours|that|this) (?:is|was)"
)
_LINK = re.compile(spoken(rf"(?:\b(?:{_LINKS})|^,) $"), re.IGNORECASE)
_OF_THEM = re.compile(spoken(r" of (?:them|these|those|which|whom)\b"), re.IGNORECASE)
# `rose by 6 percent to 418`: what it grew by is no share of what it grew to.
_GROWN_BY = re.compile(r"\bby\s+$")
_MANY = 1000
_AFTER = re.compile(
    spoken(r"\b(?:after|against|compared (?:with|to)|versus|(?:down |up )?from|than|and by|or)(?: a)? $")
)
_SAME_VERB = re.compile(
    spoken(
        r"^[^,;.]{0,30}(?:,|;|,? and|,? while) (?!(?:[\w'’-]+ ){0,3}(?:is|are|was|were|has|have|makes?|accounts?|for"
        r"|at|of|which|share|rate|to|only|about|now|in|on|with)\b)(?:[\w'’-]+ ){1,3}$"
    )
)


def share_units(text: str, found: Sequence[Figure], before: Figure | None) -> None:
    """Gives each figure without a unit that of the figure before it where it has the same; changes them in place.

    `before` is the last figure of the sentence before.
    """
    for index, figure in enumerate(found):
        last = found[index - 1] if index else before
        if (
            figure.unit is None
            and last
            and last.unit
            and figure.sort in {"amount", "count"}
            and not MORE_THAN.match(text, figure.end)
        ):
            _share(text, figure, last, near=index > 0)


def _share(text: str, figure: Figure, last: Figure, *, near: bool) -> None:
    whole = figure.value == figure.value.to_integral_value()
    if figure.scale:
        alike = is_money(last.unit or "") and last.scale is not None
    elif last.unit == "%" and (figure.value >= _MANY or _GROWN_BY.search(text, 0, last.start)):
        alike = False
    elif not whole:
        alike = last.sort in {"percent", "amount"} and last.scale is None
    else:
        between = text[last.tail : figure.start] if near else ""
        linked = _LINK.search(between) or _OF_THEM.match(text, figure.end)
        alike = near and linked is not None and last.scale is None and last.sort in {"count", "amount", "percent"}
        alike = alike and not is_money(last.unit or "")
    if alike:
        figure.unit = last.unit
        figure.sort = last.sort if figure.scale is None else "amount"


def share_growths(text: str, lists: Sequence[Group], grown: list[tuple[Growth, ...]]) -> None:
    """Percentages behind a growth that tell one too: `rose 5 percent and imports 3 percent`, `after 0.2 percent`."""
    for index in range(1, len(lists)):
        last, group = lists[index - 1][-1], lists[index]
        if grown[index] or not grown[index - 1] or last.sort != "percent" or group[0].sort != "percent":
            continue
        between = text[max(last.end, last.tail) : group[0].start]
        if _AFTER.search(between) or _SAME_VERB.search(between):
            grown[index] = tuple(replace(grown[index - 1][-1], figure=each, basis=None) for each in group)
