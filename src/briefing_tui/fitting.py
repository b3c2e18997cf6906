"""Whether a text is the document that was digested, by the figures in its paragraphs; if not, what else it may be."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from briefing_tui.coverage import Unproven, figures_said, unproven
from briefing_tui.model import Briefing
from briefing_tui.numerals import numbers

WANTED = Decimal("0.8")  # the share of figures in their paragraphs below which a text is another one
_SHIFTS = tuple(sorted((by for by in range(-40, 41) if by), key=abs))
_FAR = 20_000  # paragraphs looked through to say what another text may be


@dataclass(frozen=True, slots=True)
class Verified:
    """How many figures a digest takes from a document, and those that its text does not hold where it should."""

    total: int
    verified: int
    unproven: tuple[Unproven, ...]

    def __str__(self) -> str:
        left = len(self.unproven)
        rest = {0: "", 1: "; this 1 is not in its paragraph"}.get(left, f"; these {left} are not in their paragraphs")
        return f"{self.verified} of {self.total} figures verified{rest}"

    @property
    def fits(self) -> bool:
        """Whether so many figures stand where they should that the text is the one that was digested."""
        return self.verified >= WANTED * self.total


def verified(briefing: Briefing, document: str, paragraphs: tuple[str, ...]) -> Verified:
    figures = _figures(briefing, document)
    reach = max(figures)[0] if figures else 0
    # A paragraph of nothing visible counts like any other.
    missing = unproven(briefing, document, "\n".join(each or "-" for each in paragraphs[:reach]))
    return Verified(len(figures), len(figures) - len(missing), missing)


def another_text(briefing: Briefing, document: str, paragraphs: tuple[str, ...], found: Verified) -> str:
    """What shows that a text is not the document that was digested, and what it may be; empty where it is."""
    length = len(paragraphs)
    parts = [part for each in briefing.sections if each.document == document for part in each.paragraphs]
    last = max((number for part in parts for number in part.source), default=0)
    reached = sum(source <= length for source, _ in _figures(briefing, document))
    if length < last and (found.fits or (reached and found.verified >= WANTED * reached)):
        return f"it is not the whole text: it has {length} paragraphs, the digest names paragraph {last}."
    return "" if found.fits else _what_it_may_be(briefing, document, paragraphs, found)


def _what_it_may_be(briefing: Briefing, document: str, paragraphs: tuple[str, ...], found: Verified) -> str:
    told = f"{found.verified} of {found.total} figures stand in their paragraphs"
    for other in briefing.documents:
        fitting = verified(briefing, other.id, paragraphs)
        if fitting.total and fitting.fits:
            return f"it is another text: {told}. It is the {other.id}."
    figures = _figures(briefing, document)
    held = [{each.value for each in numbers(words)} for words in paragraphs[:_FAR]]
    for by in _SHIFTS:
        there = sum(0 < source + by <= len(held) and value in held[source + by - 1] for source, value in figures)
        if there >= WANTED * len(figures):
            hint = f"Take out the first {by}" if by > 0 else f"The first {-by} may be missing"
            return f"its paragraphs are counted otherwise: {told}. {hint}."
    everywhere = set[Decimal]().union(*held)
    somewhere = sum(value in everywhere for _, value in figures)
    if somewhere >= WANTED * len(figures):
        return f"it is not the text as it was digested: {told}, {somewhere} somewhere. Other paragraph breaks?"
    return f"it is another text: {told}, {somewhere} anywhere. Another document?"


def _figures(briefing: Briefing, document: str) -> list[tuple[int, Decimal]]:
    """The source paragraph and the value of every figure that a document's mentions say."""
    return [(source, abs(value)) for source, _, _, value in figures_said(briefing, document)]
