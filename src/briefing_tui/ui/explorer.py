"""The main screen: what each key does with the four panes."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from briefing_tui.cite import copies
from briefing_tui.indicator import Indicator, Mention
from briefing_tui.library import Entry
from briefing_tui.place import Place
from briefing_tui.plain import spans_of
from briefing_tui.selection import ORDERS
from briefing_tui.ui.desk import PANES, Desk
from briefing_tui.ui.dialog import Choice, Sheet
from briefing_tui.ui.indicators import Indicators
from briefing_tui.ui.keys import EXPLORER_KEYS
from briefing_tui.ui.paint import Lights, Line, line
from briefing_tui.ui.prompt import Prompt
from briefing_tui.ui.reader import Reader
from briefing_tui.ui.sheets import attach_lines, indicator_lines, original_lines, problem_lines
from briefing_tui.ui.speakers import Speakers

if TYPE_CHECKING:
    from briefing_tui.search import Hit


class Explorer(Desk):
    """A briefing to read, search, check and take along."""

    BINDINGS: ClassVar[list[BindingType]] = list(EXPLORER_KEYS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        available = {
            "back": bool(self.history.behind),
            "forward": bool(self.history.ahead),
            "find_next": self.current.lights is not None,
            "compare": len(self.briefing.documents) > 1,
            "problems": any(entry.problems for entry in self.app.library.entries),
            "full": self.indicator is not None,
        }
        return available.get(action, True)

    # Panes and places.

    def action_pane(self, pane: str) -> None:
        self.say("")
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
        self.go_pane("indicators")
        self.view = "bars" if self.view == "table" else "table"

    def action_close(self) -> None:
        """Close the innermost thing that is open; never the program."""
        if self.current.lights is not None:
            self.current.light(None)
            self.say("")
        elif self.selection.words:
            self.selection = replace(self.selection, words="")
        elif self.zoomed:
            self.zoom(False)
        elif self.selection.speaker:
            self.query_one(Speakers).choose(None)
            self.query_one(Speakers).moved()
        else:
            self.say("")
        self.refresh_bindings()

    # Find and filter.

    def action_find(self) -> None:
        self.sought, self.origin = self.current, self.current.spot
        self._ask("find", "Find in this pane:")

    def _ask(self, purpose: str, label: str, words: str = "") -> None:
        self.say("")
        self.add_class("-asking")
        self.query_one(Prompt).ask(purpose, label, words)

    def action_filter(self) -> None:
        self.go_pane("indicators")
        self._ask("filter", "Rows that hold:", self.selection.words)

    def action_find_next(self, direction: int) -> None:
        self._tell_match(self.current.to_match(direction))

    @on(Prompt.Changed)
    def _prompt_changed(self, event: Prompt.Changed) -> None:
        prompt = self.query_one(Prompt)
        if event.purpose == "filter":
            self.selection = replace(self.selection, words=event.words)
            shown = len(self.query_one(Indicators).shown)
            prompt.tell(f"{shown} of {len(self.briefing.indicators)}")
            return
        self.sought.to_spot(self.origin)
        found = self.sought.light(_literal(event.words) if event.words else None)
        at = self.sought.to_match(0)
        prompt.tell(f"{at} of {found}" if event.words else "")

    @on(Prompt.Ended)
    def _prompt_ended(self, event: Prompt.Ended) -> None:
        self.remove_class("-asking")
        self.set_focus(self.current, scroll_visible=False)
        if event.purpose == "filter":
            self.selection = replace(self.selection, words=event.words or "")
        elif not event.words:
            self.sought.light(None)
            self.sought.to_spot(self.origin)
        else:
            self.sought.light(_literal(event.words))
            at = self.sought.to_match(0)
            if self.sought is self.current:
                self._tell_match(at, event.words)
        self.refresh_bindings()

    def _tell_match(self, number: int, words: str = "") -> None:
        found = len(self.current.matches())
        asked = f"“{words}” " if words else ""
        self.say(f"{asked}{number} of {found}" if found else f"{asked}not in this pane")

    # Search.

    def action_search(self) -> None:
        from briefing_tui.ui.finder import Finder

        self.app.push_screen(Finder(self.app.index, self.app.last_query), self._found)

    def _found(self, answer: tuple[Hit, str] | None) -> None:
        if answer is None:
            return
        from briefing_tui.search import lights

        hit, query = answer
        self.app.last_query = query
        self.app.open_place(hit.place, hit.indicator, lambda text: lights(query, text, True))

    def lit(self, place: Place, indicator: str | None, lights: Lights | None) -> None:
        """Open a place with words lit in the text."""
        found = self.briefing.indicator(indicator) if indicator else None
        mentions = found.mentions if found else ()
        mention = next((each for each in mentions if self.briefing.place_of(each) == place), None)
        self.go(place, (found, mention) if found and mention else None)
        if lights is not None:
            reader = self.query_one(Reader)
            lines = reader.light(lights)
            at = reader.to_match(0) if mention is None else 0
            self.say(f"{at} of {lines} lit" if at else f"{lines} lit")
            self.refresh_bindings()

    # Dialogs.

    def action_sort(self) -> None:
        rows = [(order, line(order)) for order in ORDERS]
        self.app.push_screen(Choice("Sort by", rows, self.selection.order), self._sorted)

    def _sorted(self, order: str | None) -> None:
        chosen = next((each for each in ORDERS if each == order), None)
        if chosen is not None:
            self.selection = replace(self.selection, order=chosen)

    @property
    def indicator(self) -> Indicator | None:
        """The figure under the cursor, in the table or in the text."""
        reader = self.query_one(Reader)
        in_text = reader.figure.indicator if reader.figure else None
        chosen = self.query_one(Indicators).key if self.pane == "indicators" else in_text
        return self.briefing.indicator(chosen) if chosen else None

    def action_full(self) -> None:
        if self.indicator is not None:
            self.app.push_screen(Sheet("Figure", indicator_lines(self.briefing, self.indicator)))

    def action_original(self) -> None:
        """The source paragraphs behind the paragraph under the cursor, from the user's own copy."""
        from briefing_tui.originals import Originals, Unfit, beside, originals_folder

        place = self._here()
        section = self.briefing.section(place.section or "")
        if section is None or place.paragraph is None:
            return
        originals = Originals(originals_folder())
        try:
            attached = originals.paragraphs(self.briefing.id, section.document) is not None
            passages = beside(self.briefing, section.id, place.paragraph, originals)
        except (OSError, Unfit) as error:
            self.say(f"The original cannot be read: {error}")
            return
        where = str(place).partition("#")[2]
        lines = original_lines(self.briefing, section, place.paragraph, passages, self.indicator)
        hint = attach_lines(self.briefing.id, section.document)
        self.app.push_screen(Sheet(f"Original of {where}", lines if attached else hint))

    def action_problems(self) -> None:
        problems = [problem for entry in self.app.library.entries for problem in entry.problems]
        self.app.push_screen(Sheet("Problems in the content", problem_lines(problems)))

    def action_library(self) -> None:
        rows = [(entry.id, _entry_words(entry)) for entry in self.app.library.entries]
        self.app.push_screen(Choice("Library", rows, self.entry.id), self.app.open_briefing)

    def action_compare(self) -> None:
        from briefing_tui.ui.comparison import Comparison

        self.app.push_screen(Comparison(self.briefing), self._compared)

    def _compared(self, answer: tuple[Indicator, Mention] | None) -> None:
        if answer is not None:
            self.go(self.briefing.place_of(answer[1]), answer)

    # Taking along.

    def _here(self) -> Place:
        """The paragraph under the cursor; in the table, where its figure is said."""
        indicator = self.indicator if self.pane == "indicators" else None
        assert self.place is not None
        if indicator is not None:
            here = [each for each in indicator.mentions if each.section == self.place.section]
            return self.briefing.place_of((here or list(indicator.mentions))[0])
        return replace(self.place, paragraph=self.query_one(Reader).near)

    def action_cite(self) -> None:
        self._copy("citation")

    def action_copy(self) -> None:
        found = copies(self.briefing, self._here(), self.indicator)
        rows = [(name, line(f"{name}  ", (words, "muted"))) for name, words in found.items()]
        self.app.push_screen(Choice("Copy", rows), self._copy)

    def _copy(self, name: str | None) -> None:
        words = copies(self.briefing, self._here(), self.indicator).get(name or "")
        if words:
            self.app.copy_to_clipboard(words)
            self.say(f"Copied the {name}.")

    def action_mark(self) -> None:
        place = self._here()
        try:
            marked = self.app.marks.toggle(place)
        except (OSError, sqlite3.Error) as error:
            self.say(f"The mark cannot be kept: {error}")
        else:
            where = str(place).partition("#")[2]
            self.say(f"Marked {where}: ' lists the marks." if marked else f"Took the mark of {where} away.")

    def action_marks(self) -> None:
        try:
            places = self.app.marks.all()
        except (OSError, sqlite3.Error, ValueError) as error:
            self.say(f"The marks cannot be read: {error}")
            return
        rows = [(str(place), line(self.app.words_at(place))) for place in places]
        if rows:
            self.app.push_screen(Choice("Marks", rows), self._marked)
        else:
            self.say("No place is marked yet: m marks one.")

    def _marked(self, place: str | None) -> None:
        if place is not None:
            self.app.open_place(Place.read(place))


def _entry_words(entry: Entry) -> Line:
    """A briefing of the library in one line: what it is, what it holds, what is wrong."""
    count = len(entry.problems)
    wrong = f"  {count} problem{'s' if count != 1 else ''}" if count else ""
    if entry.briefing is None:
        return line(entry.id, (f"{wrong}, cannot be opened", "caution"))
    briefing = entry.briefing
    counts = f"  {briefing.date}  {len(briefing.indicators)} indicators  {entry.id}"
    return line(briefing.short_title or briefing.title, (counts, "muted"), (wrong, "caution"))


def _literal(words: str) -> Lights:
    return lambda text: spans_of(words, text)
