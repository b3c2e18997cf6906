"""The text of a section, at a width people like to read; figures are marked and are stops for the cursor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from briefing_tui.indicator import Mention
from briefing_tui.model import Briefing
from briefing_tui.ui.lines import Lines, Row
from briefing_tui.ui.page import GUTTER, Figure, Page, typeset
from briefing_tui.ui.paint import Line, Spans

WIDEST = 80


class Reader(Lines):
    """One section, wrapped. The cursor stands on a line, and on one of the line's figures."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Table", id="reader.row", tooltip="Go to the row of the figure in the table."),
        Binding(
            "l,right", "figure(1)", "Next figure", id="reader.next-figure",
            tooltip="Go to the next figure in the text.",
        ),
        Binding(
            "h,left", "figure(-1)", "Previous figure", show=False, id="reader.previous-figure",
            tooltip="Go to the previous figure in the text.",
        ),
    ]  # fmt: skip

    @dataclass
    class FigureOpened(Message):
        """The row of the figure under the cursor is asked for."""

        indicator: str | None

    @dataclass
    class FigureMet(Message):
        """Another figure, or none, came under the cursor."""

        indicator: str | None

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, Reader.FigureMet)

    @dataclass
    class EndPassed(Message):
        """The reader paged on at the end (1) or the top (-1) of the section."""

        direction: int

    cursor_background = False

    def __init__(self, briefing: Briefing, *, id: str) -> None:
        super().__init__(id=id)
        self.briefing = briefing
        self.section: str | None = None
        self.page = Page()
        self.measure = 0  # how wide the page is set; kept while the pane is out of sight
        self.figure: Figure | None = None
        self.wanted: Callable[[], None] | None = None  # where to go once there is a page

    def read(self, section: str | None) -> None:
        """Set a section, the cursor on its first line; the same section stays as it is."""
        if section == self.section and self.rows:
            return
        self.section = section
        self.cursor = self.top = 0
        self.figure = None
        self._set_page()
        self._choose_figure()

    def renew(self, briefing: Briefing) -> None:
        """Show the briefing as it is now, the cursor where it was."""
        self.briefing = briefing
        at, figure = self.spot, self.figure
        self._set_page()
        self.restore(*at, figure.mention if figure else None)

    def lay(self) -> None:
        measure = min(self.size.width, WIDEST + GUTTER)
        if measure == self.measure:
            return
        paragraph, start, figure = *self._words_here(), self.figure
        self.measure = measure
        self._set_page()
        if self.wanted is not None:
            self.wanted()
            self.wanted = None
        elif figure is not None:
            self.to_mention(figure.mention)
        else:
            self.go(self._row_of(paragraph, start))
            self._choose_figure()

    def _set_page(self) -> None:
        found = self.briefing.section(self.section) if self.section else None
        self.page = typeset(self.briefing, found, self.measure) if found and self.measure else Page()
        self.show(self.page.rows, self.cursor)
        self.refresh_bindings()

    def _words_here(self) -> tuple[int | None, int]:
        """The paragraph under or next below the cursor, and where in its text the cursor's line begins."""
        row = next((row for row in self.page.sets if row >= self.cursor), 0)
        if self.cursor == 0 or row not in self.page.sets:
            return None, 0
        return self.page.paragraphs[row], self.page.sets[row].stretches[row][0]

    def _row_of(self, paragraph: int | None, start: int) -> int:
        """The line on which some words of a paragraph stand."""
        rows = [row for row, number in self.page.paragraphs.items() if number == paragraph]
        return next((row for row in reversed(rows) if self.page.sets[row].stretches[row][0] <= start), 0)

    @property
    def paragraph(self) -> int | None:
        """The number of the paragraph under the cursor."""
        return self.page.paragraphs.get(self.cursor)

    @property
    def near(self) -> int | None:
        """The paragraph under the cursor, else the next one, else the last."""
        numbers = self.page.paragraphs
        ahead = (number for row, number in numbers.items() if row >= self.cursor)
        return next(ahead, None) or next(reversed(numbers.values()), None)

    def to_paragraph(self, number: int | None) -> None:
        """Set the cursor on a paragraph; before the page is set, as soon as it is."""
        if not self.measure:
            self.wanted = partial(self.to_paragraph, number)
        first = next((row for row, each in self.page.paragraphs.items() if each == number), None)
        if first is not None:
            self.go(first)
            self._choose_figure()

    def to_mention(self, mention: Mention) -> None:
        """Set the cursor on the figure of a mention; before the page is set, as soon as it is."""
        if not self.measure:
            self.wanted = partial(self.to_mention, mention)
        figure = next((each for each in self.page.figures if each.mention == mention), None)
        if figure is not None:
            self._stand_on(figure)

    def restore(self, cursor: int, top: int, mention: Mention | None) -> None:
        """Be again on a line, with the page scrolled as it was and the cursor on a figure."""
        if not self.measure:
            self.wanted = partial(self.restore, cursor, top, mention)
        self.top = top
        self.go(cursor)
        self.top = top
        self._choose_figure(mention)
        self.refresh()

    def action_figure(self, direction: int) -> None:
        """Go to the next or previous figure of the section."""
        figures = self.page.figures
        if not figures:
            return
        if self.figure in figures:
            index = figures.index(self.figure) + direction
        else:
            behind = sum(each.stretches[0][0] < self.cursor for each in figures)
            index = behind if direction > 0 else behind - 1
        if 0 <= index < len(figures):
            self._stand_on(figures[index])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return bool(self.page.figures) if action in {"open", "figure"} else True

    def action_page(self, pages: float) -> None:
        at_end = self.top + self.room >= len(self.rows) and pages > 0
        at_top = self.top == 0 and pages < 0
        if at_end or at_top:
            self.post_message(self.EndPassed(1 if pages > 0 else -1))
        else:
            super().action_page(pages)

    def moved(self) -> None:
        self._choose_figure()

    def opened(self) -> None:
        self.post_message(self.FigureOpened(self.figure.indicator if self.figure else None))

    def _stand_on(self, figure: Figure) -> None:
        self.go(figure.stretches[0][0])
        self._set_figure(figure)

    def _choose_figure(self, mention: Mention | None = None) -> None:
        """The figure that is under the cursor: the one asked for, the first that begins on its line, or one that
        reaches into it."""
        begun = [each for each in self.page.figures if each.stretches[0][0] == self.cursor]
        reached = [each for each in self.page.figures if any(row == self.cursor for row, _, _ in each.stretches)]
        asked = [each for each in reached if each.mention == mention]
        self._set_figure(next(iter(asked or begun or reached), None))

    def _set_figure(self, figure: Figure | None) -> None:
        old, self.figure = self.figure, figure
        if bool(old and old.candidate) != bool(figure and figure.candidate):
            self.refresh_bindings()
        if (old and old.indicator) != (figure and figure.indicator):
            self.post_message(self.FigureMet(figure.indicator if figure else None))
        for each in (old, figure):
            for row, _, _ in each.stretches if each else ():
                self.refresh_row(row)

    def holds_match(self, index: int, row: Row) -> bool:
        return self.lights is not None and self.page.begins_match(index, row, self.lights)

    def match_spans(self, index: int, row: Row) -> Spans:
        if self.lights is None:
            return ()
        return self.page.match_spans(index, row, self.lights)

    def painted(self, index: int) -> Line:
        out = super().painted(index)
        if self.figure is not None:
            here = [(start, end) for row, start, end in self.figure.stretches if row == index]
            out = out.lit(here, "here")
        if index == self.cursor and out.text[:1] in {" ", ""}:
            out = Line("›" + (out.text[1:] or " "), (*out.spans, (0, 1, "accent")))
        return out
