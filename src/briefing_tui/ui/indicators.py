"""The indicators of what is chosen, as a table or as bars, and the figure under the cursor in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.message import Message

from briefing_tui.indicator import Indicator
from briefing_tui.model import Briefing
from briefing_tui.selection import Selection
from briefing_tui.ui.columns import bars, table
from briefing_tui.ui.lines import Lines, Row
from briefing_tui.ui.paint import Line, line
from briefing_tui.wording import counted, figure_line

View = Literal["table", "bars"]


class Indicators(Lines):
    """Rows of indicators; opening one leads to its sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "open", "Sentence", id="table.sentence",
            tooltip="Open the sentence that holds the figure; once more opens the next one that says it.",
        ),
    ]  # fmt: skip

    @dataclass
    class Pointed(Message):
        """The cursor came to an indicator."""

        indicator: str | None

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, Indicators.Pointed)

    @dataclass
    class Opened(Message):
        """The sentence of an indicator is asked for."""

        indicator: str

    def __init__(self, briefing: Briefing, *, id: str) -> None:
        super().__init__(id=id)
        self.briefing = briefing
        self.selection = Selection()
        self.view: View = "table"
        self.shown: tuple[Indicator, ...] = ()
        self.first: str | None = None  # the indicator to begin at

    def tell(self, selection: Selection, view: View, at: str | None = None) -> None:
        """Show the indicators selected, the cursor on one of them."""
        if not self.rows and not self.size.width:  # laid when there is room
            self.selection, self.view, self.first = selection, view, at
            return
        if (selection, view) != (self.selection, self.view) or not self.rows:
            self.selection, self.view = selection, view
            at = at or self.key
            self.cursor = self.top = 0
            self.lay()
        index = self.find_key(at)
        if index is not None:
            self.go(index)
        self.moved()

    def renew(self, briefing: Briefing) -> None:
        """Show the briefing as it is now; where the row under the cursor is gone, the next one takes its place."""
        self.briefing = briefing
        at, row = self.key, self.cursor
        self.lay()
        if self.find_key(at) is None:
            self.go(row)
        self.moved()

    def lay(self) -> None:
        at, self.first = self.key or self.first, None
        begins = not self.rows
        chosen = self.selection.of(self.briefing)
        width = self.size.width
        if self.view == "bars":
            chosen = tuple(each for each in chosen if each.growth and each.growth.unit == "%")
            lines = bars(chosen, width)
            self.head = line(("  Growth rates, %", "muted"))
        else:
            self.head, lines = table(self.briefing, chosen, width) if chosen else (Line(), ())
        self.shown = chosen
        rows = tuple(Row(each, said.id, figure_line(said)) for each, said in zip(lines, chosen, strict=True))
        self.show(rows or _nothing(self.selection, self.view))
        self.go(self.find_key(at) or 0)
        candidates = sum(each.candidate for each in chosen)
        self.title("4 Indicators", *_words(self.briefing, self.selection, self.view, len(chosen), candidates))
        if begins:
            self.moved()
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return self.key is not None if action == "open" else True

    def moved(self) -> None:
        self.post_message(self.Pointed(self.key))

    def opened(self) -> None:
        if self.key:
            self.post_message(self.Opened(self.key))


def _words(briefing: Briefing, selection: Selection, view: View, count: int, candidates: int) -> tuple[str, ...]:
    """What the pane shows and out of how many."""
    parts = [selection.section or "all"]
    if selection.speaker:
        parts.append(briefing.name(selection.speaker))
    if selection.words:
        parts.append(f"“{selection.words}”")
    parts.append(f"{count} of {len(briefing.indicators)}")
    if candidates:
        parts.append(f"{counted(candidates, 'candidate')} ?")
    if view == "bars":
        parts.append("bars")
    if selection.order != "as said":
        parts.append(f"by {selection.order}")
    return tuple(f"· {part}" for part in parts)


def _nothing(selection: Selection, view: View) -> tuple[Row, ...]:
    """Why the list is empty and what to press."""
    if selection.words:
        why, what = f"No row holds “{selection.words}”.", "esc takes the filter away, p looks in the whole briefing"
    elif view == "bars":
        why, what = "No growth rate is said here.", "v goes back to the table, p takes the whole briefing"
    else:
        why, what = "No figure is said here.", "p shows the whole briefing"
    return (Row(line("  ", why)), Row(line(("  " + what, "muted"))))
