"""Search over the whole library, as one types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from briefing_tui.ui.bar import Hints
from briefing_tui.ui.lines import Lines, Row
from briefing_tui.ui.paint import Line, line

if TYPE_CHECKING:
    from briefing_tui.search import Hit, Index, Results

GROUPS = {"indicator": "Indicators", "section": "Sections", "speaker": "Speakers"}
FEW = 6  # hits of a group shown while other groups wait below


class Hits(Lines):
    """Results in groups; the cursor stops on titles."""

    @dataclass
    class Opened(Message):
        """The result under the cursor is wanted."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.results: Results | None = None

    def lay(self) -> None:
        if self.results is not None:
            self.show(_rows(self.results, self.size.width))

    def tell(self, results: Results) -> None:
        self.results = results
        self.cursor = self.top = 0
        self.lay()
        self.title("Results", _count(results))

    @property
    def hit(self) -> Hit | None:
        """The result under the cursor."""
        return self.results.hits[int(self.key)] if self.results and self.key else None

    def opened(self) -> None:
        self.post_message(self.Opened())


class Query(Input):
    """The words to look for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Open", id="search.choose", tooltip="Open the result under the cursor."),
    ]


class Finder(Screen[tuple["Hit", str] | None]):
    """Words above, results below; gives the hit chosen and the words that found it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back", id="search.close", tooltip="Close the search."),
        Binding("down,ctrl+n", "move(1)", "Next", id="search.next", tooltip="Go to the next result."),
        Binding("up", "move(-1)", "Previous", id="search.previous", tooltip="Go to the previous result."),
        Binding("pagedown", "page(1)", "Page down", id="search.page-down", tooltip="Go one page of results down."),
        Binding("pageup", "page(-1)", "Page up", id="search.page-up", tooltip="Go one page of results up."),
    ]

    def __init__(self, index: Callable[[], Index], query: str) -> None:
        super().__init__()
        self.index = index
        self.first = query

    def compose(self) -> ComposeResult:
        yield Query(
            self.first, placeholder='words, "a phrase", -without, speaker:tao, topic:auto, in:q4, unit:%', id="query"
        )
        yield Hits(id="hits")
        yield Hints(id="hints")

    def on_mount(self) -> None:
        field = self.query_one(Input)
        field.border_title = "Search the whole library"
        self.set_focus(field)
        self.query_one(Hits).can_focus = False
        self._search(self.first)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._search(event.value)

    def _search(self, words: str) -> None:
        self.query_one(Hits).tell(self.index().search(words, typing=True))

    @on(Input.Submitted)
    @on(Hits.Opened)
    def action_open(self) -> None:
        hits = self.query_one(Hits)
        if hits.hit is not None and hits.results is not None:
            self.dismiss((hits.hit, hits.results.corrected or hits.results.query))

    def action_move(self, step: int) -> None:
        self.query_one(Hits).action_move(step)

    def action_page(self, step: int) -> None:
        self.query_one(Hits).action_page(step)


def _count(results: Results) -> str:
    if not results.query.strip():
        return ""
    if results.corrected:
        return f"· nothing for “{results.query.strip()}”; {results.total} for “{results.corrected}”"
    shown = len(results.hits)
    return f"· {results.total}" if shown == results.total else f"· the best {shown} of {results.total}"


def _rows(results: Results, width: int) -> tuple[Row, ...]:
    rows: list[Row] = []
    for kind, heading in GROUPS.items():
        found = [(index, hit) for index, hit in enumerate(results.hits) if hit.kind == kind]
        others = len(found) != len(results.hits)
        if not found:
            continue
        rows.append(Row(line((f"{heading}  {len(found)}", "muted"))))
        for index, hit in found[: FEW if others and kind == "indicator" else None]:
            rows.append(
                Row(line("  ") + line((hit.title, "strong")).lit(hit.title_lit, "match").cut(width - 2), str(index))
            )
            if hit.snippet and hit.kind != "speaker":
                rows.append(Row(line("    ", (f"{hit.place.section}  ", "muted")) + _snippet(hit, width - 16)))
        if others and kind == "indicator" and len(found) > FEW:
            rows.append(Row(line((f"  … {len(found) - FEW} more: kind:indicator shows them all", "muted"))))
        rows.append(Row(Line()))
    return tuple(rows) or _nothing(results)


def _snippet(hit: Hit, width: int) -> Line:
    """The words around the match; where it would stand beyond the edge, what is before it is cut."""
    first = hit.lit[0] if hit.lit else (0, 0)
    start = max(first[0] - width // 3, 0) if first[1] > width else 0
    start = hit.snippet.rfind(" ", 0, start) + 1
    lit = tuple((max(a - start, 0), b - start) for a, b in hit.lit if b > start)
    return line("…" if start else "") + Line(hit.snippet[start:]).lit(lit, "match")


def _nothing(results: Results) -> tuple[Row, ...]:
    """Why nothing is listed and what to do."""
    if not results.query.strip():
        words = "Type words: all of them are looked for, in any order. esc closes."
        return (Row(line((words, "muted"))),)
    rows = [Row(line(f"Nothing holds “{results.query.strip()}”."))]
    rows += (Row(line(("The nearest words: ", "muted"), f"{word} → {near}")) for word, near in results.suggestions)
    return tuple(rows)
