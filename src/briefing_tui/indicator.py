"""One figure and the places where it is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from briefing_tui.place import check_id
from briefing_tui.quantity import Change, Comparator, Period, Scale, ranged, scaled, unit_words

IndicatorKind = Literal["level", "growth", "share", "count", "rank", "limit", "target"]
Status = Literal["actual", "expected", "projected", "target", "intended"]

_AT = re.compile(r"([a-z0-9][a-z0-9-]{0,63})/([1-9]\d{0,5})")
_FORBID = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an indicator is said: `SECTION/PARAGRAPH`, and the digest's words that hold the figure.

    `source` is the source paragraph. `value`, `scale` and `comparator` stand only where this place says the
    figure differently.
    """

    __pydantic_config__ = _FORBID

    at: str
    quote: str
    source: int
    value: Decimal | None = None
    scale: Scale | None = None
    comparator: Comparator | None = None

    def __post_init__(self) -> None:
        if not _AT.fullmatch(self.at):
            raise ValueError(f"'{self.at}' is not SECTION/PARAGRAPH, such as 'q2/3'")

    @property
    def section(self) -> str:
        return self.at.partition("/")[0]

    @property
    def paragraph(self) -> int:
        return int(self.at.partition("/")[2])


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure: what it measures, value as said, unit, change, period, and where it is said.

    `value` × `scale` is the number meant; `value_max` closes a range; `basis` is what a growth alone compares with;
    a `candidate` was found by the program and waits for a person, who accepts it or has it `dismissed`.
    """

    __pydantic_config__ = _FORBID

    id: str
    name: str
    topic: str
    kind: IndicatorKind
    value: Decimal
    mentions: tuple[Mention, ...]
    scale: Scale | None = None
    unit: str | None = None
    comparator: Comparator = "="
    value_max: Decimal | None = None
    basis: str | None = None
    change: Change | None = None
    period: Period | None = None
    period_inferred: bool = False
    status: Status = "actual"
    scope: str | None = None
    note: str | None = None
    candidate: bool = False
    dismissed: bool = False

    def __post_init__(self) -> None:
        check_id(self.id)
        if not self.mentions:
            raise ValueError("an indicator is said somewhere: mentions = [{ at = …, quote = …, source = … }]")
        if self.value_max is not None and self.value_max <= self.value:
            raise ValueError("value_max is larger than value")

    @property
    def number(self) -> Decimal:
        return scaled(self.value, self.scale)

    @property
    def figure(self) -> str:
        """The figure as said, with its unit: `8.316 million vehicles`, `< 10 CNY/mu`, `75–100 inches`."""
        return self.number_words + unit_words(self.unit)

    @property
    def number_words(self) -> str:
        """The figure as said, without its unit: `> 1 trillion`."""
        return said(self.value, self.scale, self.comparator, self.value_max)

    @property
    def growth(self) -> Change | None:
        """The change that this figure tells: of a level its `change`, of a growth rate the rate itself."""
        if self.kind == "growth":
            return Change(self.value, self.unit or "%", self.basis)
        return self.change

    @property
    def growth_words(self) -> str:
        """The change as it is shown: `▲ +27.3 %`, `▲ ≥ +10 %`, `▲ +3–5 %`; empty where none is told."""
        growth = self.growth
        if growth is None:
            return ""
        return growth.worded(self.comparator, self.value_max, self.scale) if self.kind == "growth" else growth.words

    @property
    def period_words(self) -> str:
        """The period for people; in brackets where an earlier sentence of the source gives it; empty without one."""
        if self.period is None:
            return ""
        return f"({self.period.words})" if self.period_inferred else self.period.words


def said(value: Decimal, scale: Scale | None, comparator: Comparator = "=", value_max: Decimal | None = None) -> str:
    """A value as it is said: comparator, digits, scale in words."""
    sign = "" if comparator == "=" else f"{comparator} "
    return f"{sign}{ranged(value, value_max)}" + (f" {scale}" if scale else "")
