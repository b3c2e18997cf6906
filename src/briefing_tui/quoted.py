"""The numbers of a quote: those that its mention says, and those that its words hold."""

from __future__ import annotations

from decimal import Decimal

from briefing_tui.indicator import Indicator, Mention
from briefing_tui.numerals import numbers

_AROUND = 40  # signs: `a drop of a quarter` is a number by what leads to it


def mentioned(indicator: Indicator, mention: Mention) -> tuple[Decimal, ...]:
    """The numbers that a mention says: its own value, or the indicator's with range and change."""
    if mention.value is not None:
        return (mention.value,)
    change = indicator.change.value if indicator.change else None
    return tuple(value for value in (indicator.value, indicator.value_max, change) if value is not None)


def held(text: str, start: int, end: int) -> set[Decimal]:
    """The whole numbers of a text between two offsets: `5.8%` in `15.8%` holds none.

    Looks a little beyond them, never at the whole paragraph: this runs for each mention at every start.
    """
    first = max(0, start - _AROUND)
    around = [*((first, each) for each in numbers(text[first : end + _AROUND]))]
    if text[max(0, start - 2) : start - 1].isdigit():  # `on Dec. 12 300 left`: the digits before belong elsewhere
        around += ((start, each) for each in numbers(text[start : end + _AROUND]))
    return {each.value for at, each in around if start <= at + each.start and at + each.end <= end}
