"""The application: the library that is open, the looks, and the first screen."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")  # read by Textual when it is imported
os.environ.setdefault("ESCDELAY", "25")

from textual.binding import BindingType

from briefing_tui.library import Library
from briefing_tui.marks import Marks, marks_file
from briefing_tui.place import Place
from briefing_tui.settings import Settings, read_settings, settings_file, write_settings
from briefing_tui.ui.dialog import Choice, Sheet
from briefing_tui.ui.explorer import Explorer
from briefing_tui.ui.keyboard import OrderlyApp
from briefing_tui.ui.keys import APP_KEYS
from briefing_tui.ui.paint import Lights, line
from briefing_tui.ui.palette import Actions
from briefing_tui.ui.sheets import key_lines, problem_lines
from briefing_tui.ui.themes import DARK, THEMES

if TYPE_CHECKING:
    from briefing_tui.search import Index


class BriefingApp(OrderlyApp, inherit_bindings=False):
    """The explorer on a library, at a place."""

    TITLE = "briefing-tui"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = list(APP_KEYS)
    COMMANDS = {Actions}
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, library: Library, place: Place | None = None, theme: str | None = None) -> None:
        super().__init__()
        self.animation_level = "none"
        self.library = library
        self.first = place
        self.last_query = ""
        self.marks = Marks(marks_file())
        for each in THEMES:
            self.register_theme(each)
        names = [each.name for each in THEMES]
        wanted = theme or read_settings(settings_file()).theme
        self.theme = wanted if wanted in names else DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DARK.variables

    def on_mount(self) -> None:
        wanted = self.library.entry(self.first.briefing) if self.first else None
        readable = next((entry for entry in self.library.entries if entry.briefing is not None), None)
        entry = wanted if wanted and wanted.briefing else readable
        if entry is None:
            problems = [problem for each in self.library.entries for problem in each.problems]
            lines = problem_lines(problems) or (line("The library holds no briefing."),)
            self.push_screen(Sheet("No briefing can be opened", lines), lambda _: self.exit())
        else:
            self.push_screen(Explorer(entry, self.first))

    @property
    def explorer(self) -> Explorer | None:
        return next((screen for screen in self.screen_stack if isinstance(screen, Explorer)), None)

    @cached_property
    def _index(self) -> Index:
        from briefing_tui.search import Index

        return Index(self.library.briefings)

    def index(self) -> Index:
        """The search index of the library, made when first asked for."""
        return self._index

    def open_place(self, place: Place, indicator: str | None = None, lights: Lights | None = None) -> None:
        """Show a place, of this briefing or another, it may be with words lit."""
        explorer = self.explorer
        if explorer is not None and explorer.entry.id == place.briefing:
            explorer.lit(place, indicator, lights)
            return
        self.open_briefing(place.briefing, place)

    def open_briefing(self, briefing: str | None, place: Place | None = None) -> None:
        """Change to another briefing; one that cannot be read shows its problems."""
        entry = self.library.entry(briefing) if briefing else None
        if entry is None or (self.explorer and self.explorer.entry == entry):
            return
        if entry.briefing is None:
            self.push_screen(Sheet(f"{entry.id} cannot be opened", problem_lines(entry.problems)))
        else:
            self.switch_screen(Explorer(entry, place))

    def words_at(self, place: Place) -> str:
        """A place with the first words that stand there."""
        entry = self.library.entry(place.briefing)
        section = entry.briefing.section(place.section or "") if entry and entry.briefing else None
        found = [each.text for each in section.paragraphs if each.number == place.paragraph] if section else []
        return f"{place}  {found[0] if found else ''}"

    def action_theme(self) -> None:
        rows = [(each.name, line(each.name)) for each in THEMES]
        self.push_screen(Choice("Theme", rows, self.theme), self._theme_chosen)

    def _theme_chosen(self, name: str | None) -> None:
        if name is None:
            return
        self.theme = name
        try:
            write_settings(settings_file(), Settings(theme=name))
        except OSError as error:
            if self.explorer:
                self.explorer.say(f"The theme cannot be kept: {error.strerror}")

    def action_keys(self) -> None:
        self.push_screen(Sheet("Keys for this place", key_lines(self.screen.active_bindings.values())))


def run(library: Library, place: Place | None = None, theme: str | None = None) -> int:
    """Show the explorer until it is left; the exit status."""
    app = BriefingApp(library, place, theme)
    app.run()
    return app.return_code or 0
