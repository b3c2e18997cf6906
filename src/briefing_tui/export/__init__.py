"""A briefing or a part of it becomes text in a format: the doors, and which formats there are.

Streams and files are left to whoever asks. One function and one line in a table make a new format.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing_tui.export import datapackage, shapes, tables
from briefing_tui.export.markdown import markdown
from briefing_tui.export.prose import prose
from briefing_tui.indicator import Indicator
from briefing_tui.model import Briefing
from briefing_tui.place import Place
from briefing_tui.plain import visible

Said = tuple[Briefing, Indicator]

READING: dict[str, Callable[[Briefing, Place], str]] = {
    "text": prose,
    "markdown": markdown,
    "json": shapes.place_json,
}
TABLES: dict[str, Callable[[Sequence[Said], int], str]] = {
    "table": tables.text,
    "csv": tables.csv,
    "json": tables.json,
    "markdown": tables.markdown,
}
# What the files are, for people, and what makes them: their names and texts.
FILES: dict[str, tuple[str, Callable[[Briefing], dict[str, str]]]] = {
    "datapackage": ("CSV tables and what their columns hold", datapackage.files),
    "markdown": ("one text", lambda each: {f"{each.id}.md": markdown(each, Place(each.id))}),
    "json": ("one document", lambda each: {f"{each.id}.json": shapes.place_json(each, Place(each.id))}),
}


def show(briefing: Briefing, place: Place, form: str = "text") -> str:
    """A briefing, section or paragraph that exists, to read; `form` is a key of READING."""
    return READING[form](briefing, place)


def files(briefing: Briefing, form: str) -> dict[str, str]:
    """A briefing as files for other programs: their names and texts; `form` is a key of FILES.

    Nothing in them is obeyed by a terminal that they are printed on.
    """
    return {name: visible(text) for name, text in FILES[form][1](briefing).items()}


def indicators(said: Sequence[Said], form: str = "table", width: int = 80) -> str:
    """The figures, one to a row; `form` is a key of TABLES, and only `table` minds the width."""
    return TABLES[form](said, width)
