"""What kind of time a period is, and which periods are of times that can be compared."""

from __future__ import annotations

from datetime import date
from typing import Literal

from briefing_tui.quantity import Period

Span = Literal["month", "quarter", "year to date", "year", "as of", "open", "duration", "other", "none"]


def span_of(period: Period | None) -> Span:
    """What kind of time a period is. January to March alone counts as a quarter, January as a month."""
    if period is None:
        return "none"
    if period.start is None:
        return "duration"
    if period.end is None:
        return "open"
    if len(period.start) == 10:
        return "as of" if period.start == period.end else "other"
    if len(period.start) == 4:
        return "year" if period.start == period.end else "other"
    return _months_span(period.start, period.end)


def _months_span(start: str, end: str) -> Span:
    first, last = int(start[5:]), int(end[5:])
    if start == end:
        return "month"
    if start[:4] != end[:4]:
        return "other"
    if (first, last) == (1, 12):
        return "year"
    if first % 3 == 1 and last == first + 2:
        return "quarter"
    return "year to date" if first == 1 else "other"


def extent(period: Period | None) -> tuple[str, str]:
    """When a period ends and starts, alike for `2024` and `2024-01/2024-12`; a duration as it is told."""
    if period is None:
        return "", ""
    start, end = period.start or period.iso, period.end or ""
    return (f"{end}-12" if len(end) == 4 else end, f"{start}-01" if len(start) == 4 else start)


def length(period: Period | None) -> str:
    """How long a time is that its kind does not tell: `9 months`, `since Jan 2021`, `past 3 months`; else empty."""
    span = span_of(period)
    if period is None or span not in {"open", "duration", "other"}:
        return ""
    end, start = extent(period)
    if span == "duration":
        return period.words
    if span == "open":
        return Period.read(f"{start}/..").words
    if len(start) == 10:
        return f"{(date.fromisoformat(end) - date.fromisoformat(start)).days + 1} days"
    return f"{_months(end) - _months(start) + 1} months"


def _months(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:])
