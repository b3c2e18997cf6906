"""A figure found in prose that may become an indicator, as the finders of figures hand it out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from briefing_tui.indicator import IndicatorKind, Status
from briefing_tui.quantity import Change, Comparator, Period, Scale


@dataclass(frozen=True, slots=True)
class Candidate:
    """One figure of a paragraph: `text[start:end]` is the quote, which holds the value.

    The quote holds the change too where that stands beside the value, and stands once in its paragraph.
    """

    name: str
    kind: IndicatorKind
    value: Decimal
    scale: Scale | None
    unit: str | None
    comparator: Comparator
    value_max: Decimal | None
    change: Change | None
    basis: str | None
    period: Period | None
    period_inferred: bool
    quote: str
    start: int
    end: int
    status: Status = "actual"
