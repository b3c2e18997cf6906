"""The library as a screen: what there is to open, narrowed and sorted, the one under the cursor in full.

Rows are made of summaries as they come into sight; no briefing is read for them.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from threading import Thread
from typing import Any, ClassVar, Literal, get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer

from briefing_tui.library import Entry
from briefing_tui.plain import folded
from briefing_tui.ui.bar import Detail, Hints
from briefing_tui.ui.dialog import Choice, Sheet
from briefing_tui.ui.finding import Finding
from briefing_tui.ui.grid import Field, Grid
from briefing_tui.ui.lines import Lines, Row
from briefing_tui.ui.paint import Lights, Line, line
from briefing_tui.ui.prompt import Prompt
from briefing_tui.ui.rows import LateRows
from briefing_tui.ui.sheets import problem_lines
from briefing_tui.wording import counted

UNCHECKED = "…"  # in the place of a number of problems
REST = 0.3  # seconds that the cursor rests on a briefing before it is checked
Order = Literal["date", "title", "organiser", "figures", "problems"]
ORDERS: tuple[Order, ...] = get_args(Order)
FIELDS = (
    Field("Title", 24, stretches=True),
    Field("Date", 10),
    Field("Organiser", 12, rank=3),
    Field("Sections", 8, rank=6, right=True),
    Field("Exchanges", 9, rank=5, right=True),
    Field("Figures", 7, rank=2, right=True),
    Field("Candidates", 10, rank=4, right=True),
    Field("Problems", 8, rank=1, right=True),
)


def _key(key: str, action: str, words: str, name: str, tooltip: str, show: bool = False) -> Binding:
    return Binding(key, action, words, show=show, id=f"library.{name}", tooltip=tooltip)


class Shelf(Lines):
    """The briefings that hold some words, in an order."""

    BINDINGS: ClassVar[list[BindingType]] = [
        _key("enter", "open", "Open", "choose", "Open the briefing, or see what is wrong in it.", show=True),
    ]  # fmt: skip

    def __init__(self, entries: Sequence[Entry], here: str, *, id: str) -> None:
        super().__init__(id=id)
        self.entries = self.shown = tuple(entries)
        self.here = here
        self.words = ""
        self.order: Order = "date"
        self._sought: tuple[Lights, tuple[Entry, ...]] | None = None
        self._found: tuple[int, ...] = ()
        self._told: dict[str, tuple[str, str]] = {}
        self._resting: Timer | None = None

    @dataclass
    class Checked(Message):
        """The problems of a briefing are known now."""

    def tell(self, words: str, order: Order) -> None:
        """Show what holds the words, in an order; the cursor stays on its briefing where that is shown."""
        at = self.key or self.here
        self.words, self.order = words, order
        wanted = folded(words).split()
        shown = self.entries
        for word in wanted:
            shown = tuple([each for each in shown if word in self._of(each)[1]])
        # The library comes newest first.
        self.shown = shown if order == "date" else tuple(sorted(shown, key=_sorting(order)))
        self.cursor = self.top = 0
        self.lay()
        self.go(self.find_key(at) or 0)
        self.moved()

    def lay(self) -> None:
        grid = Grid(FIELDS, self.size.width)
        self.head = grid.head if self.shown else Line()

        def made(index: int) -> Row:
            entry = self.shown[index]
            return Row(_row(entry, grid, entry.id == self.here), entry.id)

        self.show(LateRows(len(self.shown), made) if self.shown else self._nothing(), self.cursor)
        parts = [f"{len(self.shown)} of {len(self.entries)}"]
        parts += [f"“{self.words}”"] if self.words else []
        parts += [f"by {self.order}"] if self.order != "date" else []
        parts += [f"{UNCHECKED} not checked yet"] if not all(each.checked for each in self.shown) else []
        self.title("Library", *(f"· {part}" for part in parts))
        self.moved()

    def _nothing(self) -> tuple[Row, ...]:
        why = f"No briefing holds “{self.words}”." if self.words else "The library holds no briefing."
        return (Row(line("  ", why)), Row(line(("  esc takes the filter away", "muted") if self.words else "")))

    @property
    def entry(self) -> Entry | None:
        """The briefing under the cursor."""
        return self.shown[self.cursor] if self.cursor < len(self.shown) else None

    def moved(self) -> None:
        if self.is_attached:
            self.screen.query_one(Detail).tell(*(_detail(self.entry) if self.entry else ()))
            if self._resting is not None:
                self._resting.stop()
            unchecked = self.entry is not None and not self.entry.checked
            self._resting = self.set_timer(REST, self._check) if unchecked else None

    def _check(self) -> None:
        """Read the briefing under the cursor, behind the screen: others are not read for a list."""
        entry = self.entry

        def checked() -> None:
            if entry is not None:
                _ = entry.problems
                self.post_message(self.Checked())

        Thread(target=checked, daemon=True).start()

    @on(Checked)
    def _checked(self) -> None:
        self.lay()

    def opened(self) -> None:
        assert isinstance(self.screen, Catalogue)
        self.screen.open(self.entry)

    # All rows are never made: these look at the entries instead.

    def find_key(self, key: str | None) -> int | None:
        return next((index for index, each in enumerate(self.shown) if each.id == key), None)

    def matches(self) -> tuple[int, ...]:
        lights = self.lights
        if lights is None:
            return ()
        if self._sought is None or lights is not self._sought[0] or self.shown is not self._sought[1]:
            self._sought = lights, self.shown
            self._found = tuple(index for index, each in enumerate(self.shown) if lights(self._of(each)[0]))
        return self._found

    def _of(self, entry: Entry) -> tuple[str, str]:
        """What a briefing is found by, as it is and folded: titles, organiser, id, and the date in two forms."""
        told = self._told.get(entry.id)
        if told is None:
            summary, words = entry.summary, entry.id
            if summary is not None:
                full = f"{summary.full_title}  {summary.full_organiser}"
                words = f"{summary.title}  {_day(summary.day)}  {summary.organiser}  {entry.id}  {full}"
            told = self._told[entry.id] = words, folded(words)
        return told


class Catalogue(Finding[str | None]):
    """What there is to open; gives the id of the briefing chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        _key("ampersand", "filter", "Filter", "filter", "Keep the briefings that hold some words.", show=True),
        _key("o", "sort", "Sort by", "sort", "Choose what the briefings are sorted by.", show=True),
        _key("exclamation_mark", "problems", "Problems", "wrong", "Show what is wrong in this briefing."),
        _key("escape", "close", "Back", "close", "Close matches, the filter, then the library.", show=True),
        _key("L,left_square_bracket", "dismiss(None)", "Back", "leave", "Close the library."),
    ]  # fmt: skip

    def __init__(self, entries: Sequence[Entry], here: str) -> None:
        super().__init__()
        self.shelf = Shelf(entries, here, id="shelf")

    def compose(self) -> ComposeResult:
        yield self.shelf
        yield Detail(id="detail")
        yield Hints(id="hints")
        yield Prompt(id="prompt")

    def on_mount(self) -> None:
        self.shelf.tell("", "date")

    @property
    def current(self) -> Lines:
        return self.shelf

    def open(self, entry: Entry | None) -> None:
        """Give the briefing, or show what keeps it from being opened."""
        if entry is not None and entry.summary is None:
            self.action_problems()
        elif entry is not None:
            self.dismiss(entry.id)

    def action_problems(self) -> None:
        entry = self.shelf.entry
        if entry is not None and entry.problem_count:
            heading = f"{entry.id} cannot be opened" if entry.summary is None else f"Problems of {entry.id}"
            self.app.push_screen(Sheet(heading, problem_lines(entry.problems)))

    def narrow(self, words: str) -> str:
        self.shelf.tell(words, self.shelf.order)
        return f"{len(self.shelf.shown)} of {len(self.shelf.entries)}"

    def action_filter(self) -> None:
        self.ask("filter", "Briefings that hold:", self.shelf.words)

    def action_sort(self) -> None:
        rows = [(order, line(order)) for order in ORDERS]
        self.app.push_screen(Choice("Sort by", rows, self.shelf.order), self._sorted)

    def _sorted(self, order: str | None) -> None:
        chosen = next((each for each in ORDERS if each == order), None)
        if chosen is not None:
            self.shelf.tell(self.shelf.words, chosen)

    def action_close(self) -> None:
        """Close the innermost thing that is open."""
        if self.shelf.lights is not None:
            self.shelf.light(None)
        elif self.shelf.words:
            self.narrow("")
        else:
            self.dismiss(None)
        self.refresh_bindings()


@cache
def _day(ordinal: int) -> str:
    day = datetime.date.fromordinal(ordinal)
    return f"{day} {day.day} {day:%b %Y}"


def _sorting(order: Order) -> Callable[[Entry], Any]:
    """Sorting is stable, so what is equal stays newest first; what has no title or figures comes last."""

    def key(entry: Entry) -> tuple[Any, ...]:
        summary = entry.summary
        if order == "problems":
            return (-entry.problem_count,)
        if summary is None:
            return (True,)
        if order == "figures":
            return (False, -summary.indicators)
        return (False, folded(summary.title if order == "title" else summary.organiser))

    return key


def _row(entry: Entry, grid: Grid, here: bool) -> Line:
    summary, count = entry.summary, entry.problem_count
    wrong = line((str(count), "caution")) if count else line(("" if entry.checked else UNCHECKED, "muted"))
    if summary is None:
        return grid.row({"Title": line(entry.id, ("  cannot be opened", "caution")), "Problems": wrong})
    room = next(each.width for each in grid.fields if each.heading == "Title")
    title = line(summary.title).cut(room - 6) + line(("  open", "accent")) if here else line(summary.title)
    counts = (summary.sections, summary.exchanges, summary.indicators, summary.candidates)
    words = (summary.date.isoformat(), summary.organiser, *(str(each or "–") for each in counts))
    cells = (title, *(line(each) for each in words), wrong)
    return grid.row({field.heading: cell for field, cell in zip(FIELDS, cells, strict=True)})


def _detail(entry: Entry) -> tuple[Line, ...]:
    """A briefing in full: whole title, where it is, what it holds, the first thing that is wrong."""
    summary, count = entry.summary, entry.problem_count
    where = line((f"{entry.id} · {entry.path}", "muted"))
    number = counted(count, "problem")
    wrong = line((number, "caution"), f"  {entry.problems[0]}") if count else Line()
    wrong = wrong if entry.checked else line(("not checked yet", "muted"))
    if summary is None:
        return line((entry.id, "strong"), "  cannot be opened"), wrong, where
    held = (
        (summary.exchanges, "exchange"), (summary.sections, "section"), (summary.speakers, "speaker"),
        (summary.indicators, "figure"), (summary.candidates, "candidate"),
    )  # fmt: skip
    counts = ", ".join(counted(count, word) for count, word in held if count)
    day = f"{summary.date.day} {summary.date:%b %Y}"
    return line((summary.full_title, "strong")), line(f"{summary.full_organiser}, {day} · {counts}"), wrong, where
