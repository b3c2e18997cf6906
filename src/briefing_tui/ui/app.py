"""The application: the library that is open, the looks, and the first screen."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")  # read by Textual when it is imported
os.environ.setdefault("ESCDELAY", "25")

from textual.binding import ActiveBinding, BindingType
from textual.screen import Screen

from briefing_tui import picture
from briefing_tui.glance import HEADER
from briefing_tui.library import Entry, Library
from briefing_tui.marks import Marks, marks_file
from briefing_tui.place import Place
from briefing_tui.settings import Settings, own_library, read_settings, settings_file, write_settings
from briefing_tui.ui.deciding import Decided
from briefing_tui.ui.dialog import Choice, Sheet
from briefing_tui.ui.driver import CellDriver
from briefing_tui.ui.explorer import Explorer
from briefing_tui.ui.history import History, Visit
from briefing_tui.ui.keyboard import OrderlyApp
from briefing_tui.ui.keys import APP_KEYS
from briefing_tui.ui.lifeline import Lifeline
from briefing_tui.ui.paint import LOOK_CLASSES, Lights, line
from briefing_tui.ui.sheets import key_lines, problem_lines
from briefing_tui.ui.themes import DARK, THEMES

if TYPE_CHECKING:
    from rich.console import RenderableType

    from briefing_tui.search import Index

MOST_WITNESSED = 200  # briefings; whether more of them changed takes too long to look up


class BriefingApp(OrderlyApp, inherit_bindings=False):
    """The explorer on a library, at a place."""

    TITLE = "briefing-tui"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = list(APP_KEYS)
    ENABLE_COMMAND_PALETTE = False
    COMPONENT_CLASSES: ClassVar[set[str]] = LOOK_CLASSES
    _indexed: tuple[Library, Index] | None = None
    standing: str | None = None  # the cells that stood on the screen before there was one of ours
    lifeline: Lifeline | None = None  # in the real program: leaving is at once

    def __init__(self, library: Library, place: Place | None = None, theme: str | None = None) -> None:
        super().__init__()
        self.animation_level = "none"
        self.library = library
        self.first = place
        self.last_query = ""
        self.decided: list[Decided] = []  # what was decided on candidates since the start
        self.marks = Marks(marks_file())
        for each in THEMES:
            self.register_theme(each)
        names = [each.name for each in THEMES]
        wanted = theme or read_settings(settings_file()).theme
        self.theme = wanted if wanted in names else DARK.name
        self._colours = (self.theme, self.get_css_variables())
        self.stylesheet.set_variables(self._colours[1])
        self._begin_batch()  # until all has come to rest nothing is painted

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        if self.lifeline is not None:
            self._give_back()
            self.lifeline.leave(return_code)
        super().exit(result, return_code, message)

    def _handle_exception(self, error: Exception) -> None:
        if self.lifeline is not None:
            self._give_back()
            self.lifeline.fault(error)
        super()._handle_exception(error)

    def _give_back(self) -> None:
        if self._driver is not None:
            self._driver.stop_application_mode()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DARK.variables

    def get_default_screen(self) -> Screen[None]:
        """The explorer itself: a blank screen before it would be laid out and painted for nothing."""
        wanted = self.library.entry(self.first.briefing) if self.first else None
        some = (entry for entry in (wanted, *self.library.readable) if entry and entry.briefing)
        entry = next(some, None)
        return Explorer(entry, self.first) if entry else Screen(id="_default")

    def on_mount(self) -> None:
        if self.lifeline is not None and isinstance(self._driver, CellDriver):
            self.lifeline.hush = self._driver.hush
        if self.explorer is None:
            problems = [problem for each in self.library.entries for problem in each.problems]
            lines = problem_lines(problems) or (line("The library holds no briefing."),)
            self.push_screen(Sheet("No briefing can be opened", lines), lambda _: self.exit())

    async def on_ready(self) -> None:
        """The screen is laid out: when all has come to rest, it is shown."""
        self._first_screen = asyncio.create_task(self._come_to_rest())

    async def _come_to_rest(self) -> None:
        await self._settled()
        self._end_batch()
        self.show()
        self._begun()

    def _begun(self) -> None:
        self.begun.set()
        gc.freeze()
        gc.enable()
        if isinstance(self._driver, CellDriver):
            self._driver.release()
            if self.lifeline is not None and self._turns is None and self._driver.cells != self.standing:
                self._keep_picture(self._driver)

    def _keep_picture(self, driver: CellDriver) -> None:
        """Keep this first screen to be shown at once the next time, with all that it was made of."""
        entries = self.library.entries
        if self.explorer is None or len(entries) > MOST_WITNESSED:
            return
        told = [Path(word) for word in sys.argv[1:]]
        paths = {settings_file(), own_library(), *told, *self.explorer.entry.path.glob("*.toml")}
        for entry in entries:
            paths |= {entry.path.parent, entry.path, entry.path / HEADER}
        with suppress(OSError):
            picture.keep(
                sys.argv[1:],
                (self.size.width, self.size.height),
                driver.cells,
                driver.picture(),
                sorted(map(str, paths)),
            )

    def refresh_css(self, animate: bool = True) -> None:
        """As the toolkit does, but not where the colours in force are right: at the start they are."""
        colours = (self.theme, self.get_css_variables())
        if colours != self._colours:
            self._colours = colours
            super().refresh_css(animate)

    @property
    def explorer(self) -> Explorer | None:
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, Explorer)), None)

    def index(self) -> Index:
        """The search index of the library as it is now, made when first asked for."""
        if self._indexed is None or self._indexed[0] is not self.library:
            from briefing_tui.open_index import open_index

            if self._indexed is not None:
                self._indexed[1].close()
            self._indexed = self.library, open_index(self.library)
        return self._indexed[1]

    def open_place(self, place: Place, indicator: str | None = None, lights: Lights | None = None) -> None:
        """Show a place, of this briefing or another, it may be with words lit."""
        explorer = self.explorer
        if explorer is not None and explorer.entry.id == place.briefing:
            explorer.lit(place, indicator, lights)
            return
        self.open_briefing(place.briefing, place, indicator)

    def open_briefing(self, briefing: str | None, place: Place | None = None, indicator: str | None = None) -> None:
        """Change to another briefing; one that cannot be read shows its problems."""
        entry = self.library.entry(briefing) if briefing else None
        if entry is None or (self.explorer and self.explorer.entry == entry):
            return
        if entry.briefing is None:
            self.push_screen(Sheet(f"{entry.id} cannot be opened", problem_lines(entry.problems)))
        else:
            history = self.explorer.history if self.explorer else None
            if self.explorer:
                self.explorer.remember()
            self._change_to(Explorer(entry, place, indicator, history))

    def return_to(self, visit: Visit, history: History) -> None:
        """Be again where a visit to another briefing was."""
        entry = self.library.entry(visit.place.briefing)
        if entry is not None and entry.briefing is not None:
            self._change_to(Explorer(entry, visit.place, None, history, visit))

    def _change_to(self, explorer: Explorer) -> None:
        """Show another briefing in place of this one; the toolkit keeps the first screen below all others."""
        if len(self.screen_stack) > 1:
            self.switch_screen(explorer)
        else:
            self.push_screen(explorer)

    def take(self, library: Library, entry: Entry) -> None:
        """Show the briefing that is open as a changed library gives it."""
        self.library = library
        if self.explorer:
            self.explorer.renew(entry)
            self.explorer.refresh_bindings()

    def words_at(self, place: Place) -> str:
        """A place with the first words that stand there."""
        entry = self.library.entry(place.briefing)
        section = entry.briefing.section(place.section or "") if entry and entry.briefing else None
        found = [each.text for each in section.paragraphs if each.number == place.paragraph] if section else []
        return f"{place}  {found[0] if found else ''}"

    def action_command_palette(self) -> None:
        from briefing_tui.ui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(self.screen.active_bindings.values()), self._run_command)

    async def _run_command(self, chosen: ActiveBinding | None) -> None:
        if chosen is not None:
            await self.run_action(chosen.binding.action, chosen.node)

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
    shown = picture.claim()
    app.standing = shown[0] if shown else None
    if os.environ.get("BRIEFING_TUI_DRIVER") != "toolkit":
        CellDriver.standing = shown
        CellDriver.held = True
        app.driver_class = CellDriver
    with Lifeline(shown[1] if shown else None) as lifeline:
        app.lifeline = lifeline
        app.run(loop=lifeline.loop())
        lifeline.leave(app.return_code or 0)
    return app.return_code or 0
