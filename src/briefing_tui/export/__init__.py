"""A briefing or a part of it becomes text in a format: the doors, and which formats there are.

Streams and files are left to whoever asks. One function and one line in a table make a new format.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing_tui.export import shapes, tables
from briefing_tui.export.markdown import markdown
from briefing_tui.export.prose import prose
from briefing_tui.indicator import Indicator
from briefing_tui.model import Briefing
from briefing_tui.place import Place

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


def show(briefing: Briefing, place: Place, form: str = "text") -> str:
    """A briefing, section or paragraph that exists, to read; `form` is a key of READING."""
    return READING[form](briefing, place)


def indicators(said: Sequence[Said], form: str = "table", width: int = 80) -> str:
    """The figures, one to a row; `form` is a key of TABLES, and only `table` minds the width."""
    return TABLES[form](said, width)
