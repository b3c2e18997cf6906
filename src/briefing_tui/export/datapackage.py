"""A briefing as a data package: its tables as CSV, and a file that tells what every column holds.

The shape is Data Package 1 with Table Schema (https://specs.frictionlessdata.io/data-package).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

from briefing_tui.export.shapes import dumped
from briefing_tui.export.tables import FACTS, facts, sheet
from briefing_tui.model import Briefing
from briefing_tui.place import Place
from briefing_tui.quantity import plain

Row = tuple[str, ...]


class Column(NamedTuple):
    """A column: its name, its type in Table Schema, what it holds, and the table whose ids stand in it."""

    name: str
    holds: str
    type: Literal["string", "number", "integer", "boolean", "date"] = "string"
    of: str | None = None


class Table(NamedTuple):
    """A resource of the package; its first column is its key where `keyed`."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Callable[[Briefing], Iterator[Row]]
    keyed: bool = True


def files(briefing: Briefing) -> dict[str, str]:
    """The names and texts of the files: `datapackage.json`, and a CSV file for each table."""
    told = {f"{each.name}.csv": sheet([column.name for column in each.columns], each.rows(briefing)) for each in TABLES}
    return {"datapackage.json": dumped(_described(briefing)), **told}


def _described(briefing: Briefing) -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": briefing.id,
        "title": briefing.title,
        "description": (
            f"{briefing.organiser}, {briefing.date.isoformat()}. "
            "Values are decimals as said; `number` is value times scale. "
            "A text that a spreadsheet would take for a formula has an apostrophe before it."
        ),
        "resources": [_resource(each) for each in TABLES],
    }


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [{"name": each.name, "type": each.type, "description": each.holds} for each in table.columns]
    }
    if table.keyed:
        schema["primaryKey"] = table.columns[0].name
    keys = [(each.name, each.of) for each in table.columns if each.of]
    if keys:
        schema["foreignKeys"] = [
            {"fields": name, "reference": {"resource": of, "fields": _key(of)}} for name, of in keys if of
        ]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _key(name: str) -> str:
    return next(each.columns[0].name for each in TABLES if each.name == name)


def _documents(briefing: Briefing) -> Iterator[Row]:
    for each in briefing.documents:
        yield each.id, each.kind, each.title, each.date.isoformat() if each.date else "", each.note or ""


def _people(briefing: Briefing) -> Iterator[Row]:
    for each in briefing.speakers:
        yield each.id, each.name, each.role, "; ".join(each.posts), each.organisation


def _outlets(briefing: Briefing) -> Iterator[Row]:
    for each in briefing.outlets:
        yield each.id, each.name


def _sections(briefing: Briefing) -> Iterator[Row]:
    for each in briefing.sections:
        yield each.id, each.document, each.kind, each.title, each.outlet or "", each.note or ""


def _paragraphs(briefing: Briefing) -> Iterator[Row]:
    for section in briefing.sections:
        for turn in section.turns:
            for each in turn.paragraphs:
                place = str(Place(briefing.id, section.id, each.number))
                source = " ".join(map(str, each.source))
                said = section.id, str(each.number), turn.kind, turn.speaker or "", each.heading or "", each.text
                yield place, *said, source


def _indicators(briefing: Briefing) -> Iterator[Row]:
    for each in briefing.indicators:
        yield *facts(briefing, each), "true" if each.candidate else "false"


def _mentions(briefing: Briefing) -> Iterator[Row]:
    for indicator in briefing.indicators:
        for each in indicator.mentions:
            value = "" if each.value is None else plain(each.value)
            told = indicator.id, str(briefing.place_of(each)), briefing.speaker_of(each) or "", each.quote
            yield *told, str(each.source), value, each.scale or "", each.comparator or ""


_NUMBERS = ("value", "value_max", "number", "change")
_HOLDS = {
    "id": "the figure, the same in every briefing that gives it",
    "briefing": "the briefing",
    "name": "what it measures",
    "topic": "the topic",
    "kind": "level, growth, share, count, rank, limit or target",
    "comparator": "> < ≥ ≤ or ≈; nothing where the figure is told as it is",
    "value": "the value as said",
    "value_max": "the upper end, where a range is said",
    "scale": "the scale as said: thousand, million …",
    "unit": "the unit",
    "number": "value times scale",
    "basis": "what a growth told alone compares with",
    "change": "the growth told with a level; a fall is negative",
    "change_unit": "the unit of the change",
    "change_basis": "what the change compares with",
    "period": "ISO 8601; nothing where the source tells none",
    "start": "where the period begins: a year, month or day",
    "end": "where the period ends: a year, month or day",
    "period_inferred": "whether an earlier sentence tells the period",
    "status": "actual, expected, projected, target or intended",
    "scope": "what is counted, such as enterprises above designated size",
    "note": "a note of those who digested the source",
}

TABLES = (
    Table(
        "documents",
        "The sources",
        (
            Column("id", "the document"),
            Column("kind", "transcript or article"),
            Column("title", "its title"),
            Column("date", "its day", "date"),
            Column("note", "what is odd about it"),
        ),
        _documents,
    ),
    Table(
        "speakers",
        "Those who speak",
        (
            Column("id", "the person"),
            Column("name", "the name as printed"),
            Column("role", "panel or chair"),
            Column("posts", "the posts as printed, parted by ;"),
            Column("organisation", "whom they speak for"),
        ),
        _people,
    ),
    Table("outlets", "Those who ask", (Column("id", "the outlet"), Column("name", "the name as printed")), _outlets),
    Table(
        "sections",
        "The parts in order",
        (
            Column("id", "the section"),
            Column("document", "the source it digests", of="documents"),
            Column("kind", "opening, introduction, exchange, closing or report"),
            Column("title", "its title"),
            Column("outlet", "who asks", of="outlets"),
            Column("note", "what is odd about it"),
        ),
        _sections,
    ),
    Table(
        "paragraphs",
        "The text",
        (
            Column("place", "the address that opens it"),
            Column("section", "the section it stands in", of="sections"),
            Column("number", "its number there", "integer"),
            Column("turn", "statement, question, answer or handover"),
            Column("speaker", "who speaks; nothing where the outlet asks", of="speakers"),
            Column("heading", "its heading"),
            Column("text", "the words"),
            Column("source", "the paragraphs of the source it digests, counted from 1"),
        ),
        _paragraphs,
    ),
    Table(
        "indicators",
        "The figures",
        (
            *(
                Column(
                    name,
                    _HOLDS[name],
                    "number" if name in _NUMBERS else "boolean" if name == "period_inferred" else "string",
                )
                for name in FACTS
            ),
            Column("candidate", "whether the program found it and nobody has accepted it", "boolean"),
        ),
        _indicators,
    ),
    Table(
        "mentions",
        "Where each figure is said",
        (
            Column("indicator", "the figure", of="indicators"),
            Column("place", "the paragraph that says it", of="paragraphs"),
            Column("speaker", "who says it", of="speakers"),
            Column("quote", "the words that hold it"),
            Column("source_paragraph", "the paragraph of the source", "integer"),
            Column("value", "the value, where it is said differently here", "number"),
            Column("scale", "the scale, where it is said differently here"),
            Column("comparator", "the comparator, where it is said differently here"),
        ),
        _mentions,
        keyed=False,
    ),
)
