"""The figures as tables: to read, for spreadsheets, for programs, for Markdown."""

from __future__ import annotations

import csv as csv_format
import io
import re
from collections.abc import Iterable, Sequence

from briefing_tui.export.layout import columns, lined_up
from briefing_tui.export.markdown import escaped
from briefing_tui.export.shapes import dumped, indicator_shape
from briefing_tui.indicator import Indicator
from briefing_tui.model import Briefing
from briefing_tui.quantity import plain, unit_words
from briefing_tui.wording import standing

Said = tuple[Briefing, Indicator]

_HEADS = ("Indicator", "Value", "Unit", "Change", "Period")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def text(said: Sequence[Said], width: int) -> str:
    """A table within the width: words are wrapped, figures never; who says it needs a width of 100."""
    many = len({briefing.id for briefing, _ in said}) > 1
    values = lined_up([_value(indicator) for _, indicator in said])
    rows = []
    for (briefing, indicator), value in zip(said, values, strict=True):
        place = str(briefing.place_of(indicator.mentions[0]))
        row = [indicator.name, value, _unit(indicator), indicator.growth_words, standing(indicator)]
        row += ["; ".join(_names(briefing, indicator))] if width >= 100 else []
        rows.append([*row, place if many else place.partition("#")[2]])
    heads = [*_HEADS, *(["Said by"] if width >= 100 else []), "At"]
    return columns(heads, rows, width, flexible=(0, 2, 4, *([5] if width >= 100 else [])))


def markdown(said: Sequence[Said], _width: int) -> str:
    """A table of Markdown, one line for each indicator."""
    heads = ("Indicator", "Value", "Change", "Period", "Said by", "Place")
    lines = [f"| {' | '.join(heads)} |", "|---|---:|---:|---|---|---|"]
    for briefing, indicator in said:
        facts = (
            indicator.name,
            "" if indicator.kind == "growth" else indicator.figure,
            indicator.growth_words,
            standing(indicator),
            "; ".join(_names(briefing, indicator)),
        )
        place = f"`{briefing.place_of(indicator.mentions[0])}`"
        lines.append(f"| {' | '.join((*map(escaped, facts), place))} |")
    return "\n".join([*lines, ""])


def json(said: Sequence[Said], _width: int) -> str:
    return dumped([indicator_shape(briefing, indicator) for briefing, indicator in said])


def csv(said: Sequence[Said], _width: int) -> str:
    """One line for each indicator; its mentions side by side in `places` and `quotes`, parted by ` | `."""
    rows = ((*facts(briefing, indicator), *_sayings(briefing, indicator)) for briefing, indicator in said)
    return sheet((*FACTS, "speakers", "places", "quotes"), rows)


def sheet(heads: Sequence[str], rows: Iterable[tuple[str, ...]]) -> str:
    """Rows as CSV under their heads, no cell of which a spreadsheet takes for a formula."""
    out = io.StringIO()
    writer = csv_format.writer(out, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


FACTS = (
    *("id", "briefing", "name", "topic", "kind", "comparator", "value", "value_max"),
    *("scale", "unit", "number", "basis", "change", "change_unit", "change_basis"),
    *("period", "start", "end", "period_inferred", "status", "scope", "note"),
)


def facts(briefing: Briefing, indicator: Indicator) -> tuple[str, ...]:
    """What an indicator is, in the order of FACTS."""
    change, period = indicator.change, indicator.period
    return (
        indicator.id,
        briefing.id,
        indicator.name,
        indicator.topic,
        indicator.kind,
        # A spreadsheet takes a cell with = for a formula; that a figure is plain needs no sign.
        "" if indicator.comparator == "=" else indicator.comparator,
        plain(indicator.value),
        "" if indicator.value_max is None else plain(indicator.value_max),
        indicator.scale or "",
        indicator.unit or "",
        plain(indicator.number),
        indicator.basis or "",
        plain(change.value) if change else "",
        change.unit if change else "",
        (change.basis or "") if change else "",
        period.iso if period else "",
        (period.start or "") if period else "",
        (period.end or "") if period else "",
        "true" if indicator.period_inferred else "false",
        indicator.status,
        indicator.scope or "",
        indicator.note or "",
    )


def _sayings(briefing: Briefing, indicator: Indicator) -> tuple[str, ...]:
    """Who says it, where, and in which words."""
    return (
        " | ".join(_names(briefing, indicator)),
        " | ".join(str(briefing.place_of(mention)) for mention in indicator.mentions),
        " | ".join(mention.quote for mention in indicator.mentions),
    )


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in set("=+-@\t\r") and not _NUMBER.fullmatch(cell) else cell


def _value(indicator: Indicator) -> str:
    """The figure's digits with their sign: `> 1`. A growth rate stands among the changes."""
    if indicator.kind == "growth":
        return ""
    words = indicator.number_words
    return words.removesuffix(f" {indicator.scale}") if indicator.scale else words


def _unit(indicator: Indicator) -> str:
    if indicator.kind == "growth":
        return ""
    return f"{indicator.scale or ''}{unit_words(indicator.unit)}".strip()


def _names(briefing: Briefing, indicator: Indicator) -> tuple[str, ...]:
    """Who says it, each once."""
    speakers = (briefing.speaker_of(mention) for mention in indicator.mentions)
    return tuple(dict.fromkeys(briefing.name(speaker) for speaker in speakers if speaker))
