"""The article against the transcript, figure by figure. Printing the rows is left to others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from briefing_tui.indicator import Indicator, Mention, said
from briefing_tui.model import Briefing, DocumentKind
from briefing_tui.quantity import POWERS, Comparator, Scale, scaled, unit_words

Verdict = Literal["same", "rounded", "differs", "only-transcript", "only-article"]

_SEVERITY: dict[Verdict, int] = {"same": 0, "rounded": 1, "differs": 2}


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator as the transcript and as the article say it; the mentions that decided the verdict."""

    id: str
    name: str
    verdict: Verdict
    transcript: Mention | None
    article: Mention | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as one mention says it."""

    value: Decimal
    scale: Scale | None
    comparator: Comparator
    value_max: Decimal | None

    @classmethod
    def of(cls, indicator: Indicator, mention: Mention) -> Figure:
        """What the mention says differently, else what the indicator says."""
        own = mention.value is not None
        return cls(
            indicator.value if mention.value is None else mention.value,
            mention.scale or indicator.scale,
            # A value of its own without a comparator is said plainly.
            mention.comparator or ("=" if own else indicator.comparator),
            None if own else indicator.value_max,
        )

    @property
    def number(self) -> Decimal:
        return scaled(self.value, self.scale)

    @property
    def step(self) -> int:
        """The power of ten of the last digit meant: 8.3 million → 5. What is ≈ may end in idle zeros."""
        value = self.value.normalize() if self.comparator == "≈" else self.value
        return int(value.as_tuple().exponent) + (POWERS[self.scale] if self.scale else 0)


def said_at(indicator: Indicator, mention: Mention) -> str:
    """The figure in the words of this mention: `> 1 trillion CNY`."""
    figure = Figure.of(indicator, mention)
    words = said(figure.value, figure.scale, figure.comparator, figure.value_max)
    return words + unit_words(indicator.unit)


def compare(briefing: Briefing) -> tuple[Row, ...]:
    """A row for each indicator: first the article's, in its order, then what the transcript alone has."""
    in_article = dict.fromkeys(indicator.id for indicator, _ in _said_in(briefing, "article"))
    in_transcript = dict.fromkeys(indicator.id for indicator, _ in _said_in(briefing, "transcript"))
    found = (briefing.indicator(identifier) for identifier in in_article | in_transcript)
    return tuple(_row(briefing, indicator) for indicator in found if indicator)


def _said_in(briefing: Briefing, kind: DocumentKind) -> Iterator[tuple[Indicator, Mention]]:
    for document in briefing.documents:
        if document.kind == kind:
            for section in document.sections:
                yield from briefing.mentions_in(section)


def _row(briefing: Briefing, indicator: Indicator) -> Row:
    kinds = {document.id: document.kind for document in briefing.documents}
    by_kind: dict[DocumentKind, list[Mention]] = {"transcript": [], "article": []}
    for mention in indicator.mentions:
        if kind := kinds.get(briefing.document_of(mention) or ""):
            by_kind[kind].append(mention)
    transcript, article = by_kind["transcript"], by_kind["article"]
    if not article:
        return Row(indicator.id, indicator.name, "only-transcript", transcript[0], None, indicator.note)
    if not transcript:
        return Row(indicator.id, indicator.name, "only-article", None, article[0], indicator.note)
    # What the article says is weighed against the transcript's closest words, and the worst is told.
    closest = [_closest(indicator, mention, transcript) for mention in article]
    verdict, told, reported = max(closest, key=lambda each: _SEVERITY[each[0]])
    return Row(indicator.id, indicator.name, verdict, told, reported, indicator.note)


def _closest(indicator: Indicator, article: Mention, transcript: list[Mention]) -> tuple[Verdict, Mention, Mention]:
    reported = Figure.of(indicator, article)
    weighed = [(verdict_on(Figure.of(indicator, mention), reported), mention, article) for mention in transcript]
    return min(weighed, key=lambda each: _SEVERITY[each[0]])


def verdict_on(one: Figure, other: Figure) -> Verdict:
    """Whether two figures say the same, the one says the other less exactly, or they differ."""
    if (one.number, one.comparator) == (other.number, other.comparator) and _top(one) == _top(other):
        return "same"
    if one.value_max is None and other.value_max is None and (_covers(one, other) or _covers(other, one)):
        return "rounded"
    return "differs"


def _top(figure: Figure) -> Decimal | None:
    return None if figure.value_max is None else scaled(figure.value_max, figure.scale)


def _covers(loose: Figure, exact: Figure) -> bool:
    """Whether the loose figure is the exact one rounded, or a bound that holds for it."""
    limit, number = loose.number, exact.number
    above, below = loose.comparator in {">", "≥"}, loose.comparator in {"<", "≤"}
    # A bound says nothing exact: only a wider one in the same direction holds for it.
    if (exact.comparator in {">", "≥"} and not above) or (exact.comparator in {"<", "≤"} and not below):
        return False
    if not above and not below:
        return _rounds_to(loose, exact)
    if number == limit:
        return loose.comparator in {"≥", "≤"}
    return number > limit if above else number < limit


def _rounds_to(loose: Figure, exact: Figure) -> bool:
    if loose.number == exact.number:
        return True
    if loose.step <= exact.step:
        return False
    step = Decimal(1).scaleb(loose.step)
    return (exact.number / step).quantize(Decimal(1), ROUND_HALF_UP) * step == loose.number
