"""A screen of one list with lines below it that tell its row in full: words are found in it, esc ends that first."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import ScreenResultType

from briefing_tui.ui.bar import Detail, Hints
from briefing_tui.ui.finding import Finding
from briefing_tui.ui.lines import Lines
from briefing_tui.ui.prompt import Prompt


class OneList(Finding[ScreenResultType]):
    """Subclasses bind esc to `close`, and to `dismiss(None)` what closes them at once."""

    def __init__(self, shown: Lines) -> None:
        super().__init__()
        self.shown = shown

    def compose(self) -> ComposeResult:
        yield self.shown
        yield Detail(id="detail")
        yield Hints(id="hints")
        yield Prompt(id="prompt")

    @property
    def current(self) -> Lines:
        return self.shown

    def action_close(self) -> None:
        """Put the lights out, else close the screen."""
        if self.shown.lights is None:
            self.dismiss(None)
            return
        self.shown.light(None)
        self.refresh_bindings()
