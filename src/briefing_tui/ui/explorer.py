"""The main screen: what keys and the news of the panes lead to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from briefing_tui.place import Place
from briefing_tui.ui.bar import Detail
from briefing_tui.ui.deciding import Deciding
from briefing_tui.ui.desk import PANES
from briefing_tui.ui.indicators import Indicators
from briefing_tui.ui.keys import EXPLORER_KEYS
from briefing_tui.ui.reader import Reader
from briefing_tui.ui.sections import Sections
from briefing_tui.ui.sheets import detail_lines
from briefing_tui.ui.speakers import Speakers


def _problems(explorer: Explorer) -> bool:
    return explorer.app.library.problem_count > 0


def _decidable(explorer: Explorer) -> bool:
    explorer.decidable = explorer.decisions()
    return explorer.decidable[0]


AVAILABLE: dict[str, Callable[[Explorer], bool]] = {
    "back": lambda explorer: bool(explorer.history.behind),
    "forward": lambda explorer: bool(explorer.history.ahead),
    "compare": lambda explorer: len(explorer.briefing.documents) > 1,
    "problems": _problems,
    "full": lambda explorer: explorer.told is not None,
    "series": lambda explorer: explorer.told is not None,
    "accept": _decidable,
    "turn_down": lambda explorer: explorer.candidate is not None,
    "take_back": lambda explorer: explorer.decisions()[1],
}


class Explorer(Deciding):
    """A briefing to read, search, check and take along."""

    BINDINGS: ClassVar[list[BindingType]] = list(EXPLORER_KEYS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        available = AVAILABLE.get(action)
        return available(self) if available else super().check_action(action, parameters)

    def action_pane(self, pane: str) -> None:
        self.go_pane(pane)

    def action_next_pane(self, step: int) -> None:
        self.action_pane(PANES[(PANES.index(self.pane) + step) % len(PANES)])

    def action_zoom(self) -> None:
        self.zoom(not self.zoomed)

    def action_back(self) -> None:
        self.restore(self.history.back(self.visit()))

    def action_forward(self) -> None:
        self.restore(self.history.forward(self.visit()))

    def action_section(self, step: int) -> None:
        self.step_section(step)

    def action_pin(self) -> None:
        """Hold the table on the whole briefing, or let it follow the section again."""
        self.pinned = not self.pinned
        section = None if self.pinned or self.place is None else self.place.section
        self.selection = replace(self.selection, section=section)

    def action_view(self) -> None:
        """The next view: table, bars, series, and the table again."""
        self.go_pane("indicators")
        if self.view == "table":
            self.view = "bars"
        elif self.indicator is not None:
            self.action_series()
        else:
            self.view = "table"

    def action_close(self) -> None:
        """Close the innermost thing that is open; never the program."""
        if self.current.lights is not None:
            self.current.light(None)
        elif self.selection.words:
            self.selection = replace(self.selection, words="")
        elif self.zoomed:
            self.zoom(False)
        elif self.selection.speaker:
            self.query_one(Speakers).choose(None)
            self.query_one(Speakers).moved()
        self.refresh_bindings()

    # Filter.

    def action_filter(self) -> None:
        self.go_pane("indicators")
        self.ask("filter", "Rows that hold:", self.selection.words)

    def narrow(self, words: str) -> str:
        self.selection = replace(self.selection, words=words)
        return f"{len(self.query_one(Indicators).shown)} of {len(self.briefing.indicators)}"

    # What the panes tell.

    @on(Speakers.Chosen)
    def _speaker_chosen(self, event: Speakers.Chosen) -> None:
        self.selection = replace(self.selection, speaker=event.speaker)
        here = self.place.section if self.place else None
        theirs = [each.id for each in self.briefing.sections if event.speaker in {None, *each.speakers}]
        self.query_one(Sections).tell(event.speaker, here)
        if here not in theirs and theirs:
            self._browse(theirs[0])

    @on(Speakers.Opened)
    def _speaker_opened(self) -> None:
        self.go_pane("sections")

    @on(Sections.Chosen)
    def _section_chosen(self, event: Sections.Chosen) -> None:
        self._browse(event.section)

    def _browse(self, section: str) -> None:
        """Show a section that the cursor passes; only where the passing began is remembered."""
        if self.place and section != self.place.section:
            if not self.browsing:
                self.remember()
            self.browsing = True
            self.place = Place(self.briefing.id, section)

    @on(Sections.Opened)
    def _section_opened(self) -> None:
        self.go_pane("reader")

    @on(Reader.EndPassed)
    def _end_passed(self, event: Reader.EndPassed) -> None:
        self.step_section(event.direction)

    @on(Reader.FigureOpened)
    def _figure_opened(self, event: Reader.FigureOpened) -> None:
        if event.indicator is None:
            self.say("No figure is under the cursor: l leads to the next.")
            return
        self.remember()
        table = self.query_one(Indicators)
        if table.find_key(event.indicator) is None:
            self.view = "table"
            self.selection = replace(self.selection, words="", speaker=None)
            self.query_one(Speakers).choose(None)
        table.tell(self.selection, self.view, event.indicator)
        self.go_pane("indicators")

    @on(Indicators.Opened)
    def _indicator_opened(self, event: Indicators.Opened) -> None:
        """Open the sentence of a figure: the one in this section, or the next where it is open already."""
        indicator = self.briefing.indicator(event.indicator)
        if indicator is None:
            return
        figure = self.query_one(Reader).figure
        here = self.place.section if self.place else None
        mentions = indicator.mentions
        if figure and figure.mention in mentions:
            mention = mentions[(mentions.index(figure.mention) + 1) % len(mentions)]
        else:
            mention = next((each for each in mentions if each.section == here), mentions[0])
        self.go(self.briefing.place_of(mention), (indicator, mention))
        if len(mentions) > 1:
            self.say(f"said {mentions.index(mention) + 1} of {len(mentions)} times here")

    @on(Indicators.Pointed)
    @on(Reader.FigureMet)
    def watch_pane(self) -> None:
        """Outside the table its row is that of the figure under the text's cursor; the lines below tell that figure."""
        table, chosen = self.query_one(Indicators), self.indicator
        row = table.find_key(chosen.id) if chosen and self.pane != "indicators" else None
        if row is not None:
            table.go(row)
        detail, told = self.query_one(Detail), self.told
        if self.decidable != self.decisions() or bool(detail.told) != bool(told):
            self.refresh_bindings()
        detail.tell(*(detail_lines(self.briefing, told) if told else ()))
