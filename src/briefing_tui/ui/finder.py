"""Search over the whole library, as one types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from briefing_tui.patience import LONGEST, Patience
from briefing_tui.ui.bar import Hints
from briefing_tui.ui.field import Field
from briefing_tui.ui.keyboard import OrderlyApp, OrderlyScreen
from briefing_tui.ui.lines import Lines, Row
from briefing_tui.ui.paint import Line, content, line, wrapped

if TYPE_CHECKING:
    from briefing_tui.search import Hit, Index, Results

GROUPS = {"indicator": "Indicators", "section": "Sections", "speaker": "Speakers"}
LOOK = 0.2  # seconds between two looks at how far the index is
TITLE = "Search the whole library"
HERE = "here"  # in place of the id of the briefing that is on the screen
FEW = 6  # hits of a group shown while other groups wait below


class Hits(Lines, can_focus=False):
    """Results in groups; the cursor stops on titles."""

    @dataclass
    class Opened(Message):
        """The result under the cursor is wanted."""

    def __init__(self, here: str | None, *, id: str) -> None:
        """`here` is the briefing on the screen; None where there is no other to tell it from."""
        super().__init__(id=id)
        self.here = here
        self.results: Results | None = None
        self.title("Results")

    def lay(self) -> None:
        self.show(_rows(self.results, self.here, self.size.width) if self.results else _nothing(None, self.size.width))

    def tell(self, results: Results) -> None:
        """Show other results from the first."""
        self.results = results
        self.cursor = self.top = 0
        self.lay()
        self.title("Results", _count(results))

    def fill(self, results: Results) -> None:
        """Show more results for the same words, with the cursor on the hit where it was."""
        here, top = self.hit, self.top
        self.tell(results)
        same = [index for index, hit in enumerate(results.hits) if here and _same(hit, here)]
        row = self.find_key(str(same[0])) if same else None
        if row:
            self.show(self.rows, row, top)

    @property
    def hit(self) -> Hit | None:
        """The result under the cursor."""
        return self.results.hits[int(self.key)] if self.results and self.key else None

    def opened(self) -> None:
        self.post_message(self.Opened())


class Finder(OrderlyScreen[tuple["Hit", str] | None]):
    """Words above, results below; gives the hit chosen and the words that found it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", id="search.choose", tooltip="Open the result under the cursor."),
        Binding("escape", "dismiss(None)", "Back", id="search.close", tooltip="Close the search."),
        Binding("ctrl+n,down", "move(1)", "Next", id="search.next", tooltip="Go to the next result."),
        Binding("up", "move(-1)", "Previous", show=False, id="search.previous", tooltip="Go to the previous result."),
        Binding(
            "pagedown",
            "page(1)",
            "Page down",
            show=False,
            id="search.page-down",
            tooltip="Go one page of results down.",
        ),
        Binding(
            "pageup",
            "page(-1)",
            "Page up",
            show=False,
            id="search.page-up",
            tooltip="Go one page of results up.",
        ),
        Binding("f8,ctrl+g", "halt", "Stop indexing", id="search.stop-indexing", tooltip="Stop indexing the library."),
    ]

    @dataclass
    class Found(Message):
        """A search behind the first answer came to its end."""

        results: Results
        patience: Patience

    app: OrderlyApp

    def __init__(self, index: Callable[[], Index], query: str, here: str | None) -> None:
        super().__init__()
        self.index = index
        self.here = here
        self.first = query
        self._going_on: tuple[int, int] | None = None

    def compose(self) -> ComposeResult:
        yield Field(self.first, 'words, "a phrase", -without, speaker:tao, topic:auto, in:q4, unit:%', id="query")
        yield Hits(self.here, id="hits")
        yield Hints(id="hints")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Field))
        self._patience = Patience(0)
        self._parts: object = None
        self._titled = ""
        self._entitle(TITLE)
        self._watching = self.set_interval(LOOK, self._look, pause=True)
        self._may_index = True
        if self.first:
            self._search(self.first)
        else:  # to open the index for the first time takes longer than to show where words are typed
            self.app.once_shown(self._open)

    def _open(self) -> None:
        if self.is_current:
            self._parts = self.index().shards
            self.index().go_on()
            self._look()

    def on_unmount(self) -> None:
        self._patience.stop()

    @on(Field.Changed)
    def _typed(self, event: Field.Changed) -> None:
        self._search(event.words)

    def _search(self, words: str) -> None:
        """A first answer at once; the whole one comes behind, unless other words come first."""
        self._patience.stop()
        self._parts = self.index().shards
        results = self.index().first(words)
        self.query_one(Hits).tell(results)
        if not results.complete:
            self._search_on(words)
        if self.index().behind and self._may_index:
            self.index().go_on()
        self._look()

    def _search_on(self, words: str) -> None:
        patience = self._patience = Patience(LONGEST)
        index = self.index()

        def whole() -> None:
            self.post_message(self.Found(index.search(words, typing=True, patience=patience), patience))

        Thread(target=whole, daemon=True).start()

    @on(Found)
    def _found(self, event: Found) -> None:
        if event.patience is self._patience:
            self.query_one(Hits).fill(event.results)

    def _look(self) -> None:
        """Say how far the index is, while it is made; what it holds by now is searched again."""
        index = self.index()
        going_on = self._going_on = index.progress
        told = "" if going_on is None else f" · indexing {going_on[0]:,} of {going_on[1]:,}"
        warned = f" · {index.warning}" if index.warning else ""
        self._entitle(f"{TITLE}{told}{warned}")
        if index.shards != self._parts:
            self._parts = index.shards
            self._patience.stop()
            self._search_on(self.query_one(Field).words)
        if index.busy:
            self._watching.resume()
        else:
            self._watching.pause()

    def _entitle(self, words: str) -> None:
        title = content(words)
        if title.plain != self._titled:
            self._titled = title.plain
            self.query_one(Field).border_title = title
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._going_on is not None if action == "halt" else super().check_action(action, parameters)

    def action_halt(self) -> None:
        self._may_index = False
        self.index().halt()

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
    if not results.complete:
        return f"· {shown} of at least {results.total:,}" if shown else "· …"
    return f"· {shown}" if shown == results.total else f"· the best {shown} of {results.total:,}"


def _same(hit: Hit, other: Hit) -> bool:
    return (hit.place, hit.kind, hit.indicator, hit.speaker) == (
        other.place,
        other.kind,
        other.indicator,
        other.speaker,
    )


def _rows(results: Results, here: str | None, width: int) -> tuple[Row, ...]:
    rows: list[Row] = []
    for kind, heading in GROUPS.items():
        found = [(index, hit) for index, hit in enumerate(results.hits) if hit.kind == kind]
        others = len(found) != len(results.hits)
        if not found:
            continue
        rows.append(Row(line((f"{heading}  {len(found)}", "muted"))))
        for index, hit in found[: FEW if others and kind == "indicator" else None]:
            mark = line("  ", ("? ", "caution")) if hit.candidate else line("  ")
            title = mark + line((hit.title, "strong")).lit(hit.title_lit, "match")
            times = len(hit.paragraphs)
            title += line((f"  {times} paragraphs" if times > 1 else "", "muted"))
            where = _where(hit, here, width)
            if hit.kind == "speaker":
                rows.append(Row((title + line("  ") + where).cut(width), str(index)))
                continue
            rows.append(Row(title.cut(width), str(index)))
            if hit.snippet:
                rows.append(Row(line("    ") + where + line("  ") + _snippet(hit, width - where.width - 10)))
        if others and kind == "indicator" and len(found) > FEW:
            rows.append(Row(line((f"  … {len(found) - FEW} more: kind:indicator shows them all", "muted"))))
        rows.append(Row(Line()))
    return tuple(rows) or _nothing(results, width)


def _where(hit: Hit, here: str | None, width: int) -> Line:
    """The briefing, where there are several, and the section; of a speaker the briefing alone."""
    section = line((hit.place.section or "", "muted")) if hit.kind != "speaker" else Line()
    if here is None:
        return section
    own = hit.place.briefing == here
    briefing = line((HERE, "accent") if own else (hit.place.briefing, "muted")).cut(max(width // 3, 16))
    return briefing + line("  " if section.text else "") + section


def _snippet(hit: Hit, width: int) -> Line:
    """The words around the match; where it would stand beyond the edge, what is before it is cut."""
    first = hit.lit[0] if hit.lit else (0, 0)
    start = max(first[0] - width // 3, 0) if first[1] > width else 0
    start = hit.snippet.rfind(" ", 0, start) + 1
    lit = tuple((max(a - start, 0), b - start) for a, b in hit.lit if b > start)
    return line("…" if start else "") + Line(hit.snippet[start:]).lit(lit, "match")


def _nothing(results: Results | None, width: int) -> tuple[Row, ...]:
    """Why nothing is listed and what to do."""
    if results is None or not results.query.strip():
        words = "Type words: all of them are looked for, in any order. esc closes."
        return (Row(line((words, "muted"))),)
    if not results.complete:
        return (Row(line(("Searching …", "muted"))),)
    rows = [Row(line(f"Nothing holds “{results.query.strip()}”."))]
    near = ", ".join(f"{word} → {other}" for word, other in results.suggestions)
    rows += [Row(each) for each in wrapped(line(("The nearest words: ", "muted"), near), width)] if near else []
    return tuple(rows)
