"""What a figure takes over from the one before it: unit, sort and growth, in `grew 5 percent, after 2.1`.

Only where the words between them tell that both measure the same; a wrong unit is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing_tui.transcripts.figures_bare import GAPPED
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
# Whose number is told has a noun of its own.
_NUMBER_OF = re.compile(spoken(r"\bnumber of [^.;]{3,50} (?:to|at|is|was|reached) $"))
_TO = re.compile(r"(?:\s(?:a|per)\s\w+)?\s+to\s+")
_ONES = re.compile(r"\bones$")
_OUT_OF = re.compile(r"\bout\s+of\s+$")
# `it is more like 2.8`, of money in billions.
_LIKE = re.compile(spoken(r"\b(?:more like|closer to|nearer(?: to)?|rather than|instead of|says?|against|versus) $"))
# `dropped to 34.2` may be of anything, unless it is money that dropped.
_MOVED_TO = re.compile(r"\b(?:from|to)\s+$")
_OF_THEM = re.compile(spoken(r" of (?:them|these|those|which|whom)\b"), re.IGNORECASE)
# `rose by 6 percent to 418`: what it grew by is no share of what it grew to.
_GROWN_BY = re.compile(r"\bby\s+$")
_MANY = 1000
# `the British were down 6 percent, the Germans up 1`.
_UP = re.compile(r"\b(?:up|down|plus|minus)\s+$")
# `costs us 94 euros, and today 68`: the verb right before a number, its ending apart.
_VERB = re.compile(r"\b([a-z]{3,}?)(?:e?s|e?d|ing)?\s+(?:us\s+|you\s+|them\s+)?$")
_AFTER = re.compile(
    spoken(r"(?:^,? (?:down |up )?from|\b(?:after|against|compared (?:with|to)|versus|than|and by|or))(?: a)? $")
)
_SAME_VERB = re.compile(
    spoken(
        r"^[^,;.]{0,30}(?:,|;|,? and|,? while) (?!(?:[\w'’-]+ ){0,3}(?:is|are|was|were|has|have|makes?|accounts?|for"
        r"|at|of|which|share|rate|to|only|about|now|in|on|with)\b)(?:[\w'’-]+ ){1,3}$"
    )
)


def share_units(text: str, found: Sequence[Figure], before: Sequence[Figure]) -> None:
    """Gives each figure without a unit that of the figure before it where it has the same; changes them in place.

    `before` are the figures of the sentence before.
    """
    for index, figure in enumerate(found):
        if figure.unit or figure.sort not in {"amount", "count"} or MORE_THAN.match(text, figure.end):
            continue
        earlier = [*before, *found[:index]]
        whole = figure.value == figure.value.to_integral_value()
        if twin := _of_same_verb(text, figure, found[:index]):
            figure.unit, figure.scale, figure.sort = twin.unit, twin.scale, "amount"
            continue
        percent = next((each for each in reversed(earlier) if each.sort == "percent"), None)
        if percent and index and figure.value < 100 and _UP.search(text, max(0, figure.start - 10), figure.start):
            figure.unit, figure.sort = percent.unit, "percent"
            continue
        money = next((each for each in reversed(earlier) if each.scale and _may_be_money(each)), None)
        if money and (figure.scale or (not whole and _is_like(text, figure, money))):
            figure.unit, figure.sort = (money.unit or "").partition("/")[0] or None, "amount"
            figure.scale = figure.scale or money.scale
        elif last := _last(text, figure, earlier):
            _share(text, figure, last, near=index > 0)


def _is_like(text: str, figure: Figure, money: Figure) -> bool:
    """Whether the words before a number set it beside an amount of its size: `the market says it is more like 2.8`."""
    near = text[max(0, figure.start - 30) : figure.start]
    likened = _LIKE.search(near) or (is_money(money.unit or "") and _MOVED_TO.search(near))
    return bool(likened) and money.value / 5 < figure.value < 5 * money.value


def _of_same_verb(text: str, figure: Figure, earlier: Sequence[Figure]) -> Figure | None:
    """The amount that has the same verb before it: `the state pays 100 million, the city pays 60`."""
    last = next((each for each in reversed(earlier) if each.sort == "amount"), None)
    if last is None or figure.scale or figure.value >= _MANY or not (last.scale or is_money(last.unit or "")):
        return None
    verbs = [_VERB.search(text, max(0, each.start - 30), each.start) for each in (last, figure)]
    same = verbs[0] and verbs[1] and verbs[0][1] == verbs[1][1]
    return last if same else None


def _rises(text: str, last: Figure, figure: Figure) -> bool:
    """Whether a level rises from one amount to another: `from 20,000 dollars to 50,000`."""
    return text[: last.start].endswith("from ") and _TO.fullmatch(text, last.tail, figure.start) is not None


def _may_be_money(figure: Figure) -> bool:
    return figure.sort == "amount" and (figure.unit is None or is_money(figure.unit))


def _last(text: str, figure: Figure, earlier: Sequence[Figure]) -> Figure | None:
    """The figure whose unit another may have: the last; of `out of some 52,000` the last that counts things."""
    of = _OUT_OF.search(text, max(0, figure.start - 20), figure.start)
    told = [each for each in earlier if not of or each.sort == "count"]
    return told[-1] if told and told[-1].unit else None


def _share(text: str, figure: Figure, last: Figure, *, near: bool) -> None:
    whole = figure.value == figure.value.to_integral_value()
    grown = last.unit == "%" and (figure.value >= _MANY or _GROWN_BY.search(text, 0, last.start))
    own = _NUMBER_OF.search(text, max(last.tail, figure.start - 80), figure.start)
    if figure.scale or grown or own:
        alike = False
    elif not whole:
        alike = last.sort in {"percent", "amount"} and last.scale is None
    else:
        gapped = last.unit == "%" and near and GAPPED.search(text, last.number, figure.start)
        linked = (
            gapped
            or _ONES.search(text, figure.end, figure.tail)
            or _OF_THEM.match(text, figure.end)
            or (near and _LINK.search(text[last.tail : figure.start]))
        )
        alike = bool(linked) and last.scale is None and last.sort in {"count", "amount", "percent"}
        alike = alike and (not is_money(last.unit or "") or _rises(text, last, figure))
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
