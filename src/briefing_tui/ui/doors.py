"""What opens over the panes: search, dialogs, sheets and the other screens, and what comes back from them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.cite import copies
from briefing_tui.indicator import Indicator, Mention
from briefing_tui.place import Place
from briefing_tui.selection import ORDERS
from briefing_tui.ui.bar import Detail
from briefing_tui.ui.desk import Desk
from briefing_tui.ui.dialog import Choice, Sheet
from briefing_tui.ui.history import Visit
from briefing_tui.ui.indicators import Indicators
from briefing_tui.ui.paint import Lights, line
from briefing_tui.ui.reader import Reader
from briefing_tui.ui.sheets import attach_lines, doubt_lines, indicator_lines, original_lines, problem_lines
from briefing_tui.wording import counted

if TYPE_CHECKING:
    from briefing_tui.search import Hit

Told = tuple[Place, str]  # where a figure is said, and its id


class Doors(Desk):
    """The desk, with all that can be opened over it."""

    # Search.

    def action_search(self) -> None:
        from briefing_tui.ui.finder import Finder

        here = self.entry.id if len(self.app.library.readable) > 1 else None
        self.app.push_screen(Finder(self.app.index, self.app.last_query, here), self._found)

    def _found(self, answer: tuple[Hit, str] | None) -> None:
        if answer is None:
            return
        from briefing_tui.search import lights

        hit, query = answer
        self.app.last_query = query
        self.app.open_place(hit.place, hit.indicator, lambda text: lights(query, text, True))

    def lit(self, place: Place, indicator: str | None, lights: Lights | None) -> None:
        """Open a place with words lit in the text."""
        said = self._said(place, indicator)
        self.go(place, said)
        if lights is not None:
            reader = self.query_one(Reader)
            lines = reader.light(lights)
            at = reader.to_match(0) if said is None else 0
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

    @property
    def told(self) -> Indicator | None:
        """The figure that the lines below tell: the one under the cursor, else that of the table's row."""
        row = self.query_one(Indicators).key if self.query_one(Detail).display else None
        return self.indicator or self.briefing.indicator(row or "")

    def action_full(self) -> None:
        if self.told is not None:
            self.app.push_screen(Sheet("Figure", indicator_lines(self.briefing, self.told)))

    def action_original(self) -> None:
        """The source paragraphs behind the paragraph under the cursor, from the user's own copy."""
        from briefing_tui.originals import STRANGE, Originals, Unfit, beside, originals_folder

        place = self._here()
        section = self.briefing.section(place.section or "")
        if section is None or place.paragraph is None:
            return
        originals = Originals(originals_folder())
        try:
            attached = originals.paragraphs(self.briefing.id, section.document) is not None
            passages = beside(self.briefing, section.id, place.paragraph, originals)
            doubt = STRANGE if originals.strange(self.briefing, section.document) else ""
        except (OSError, Unfit) as error:
            self.say(f"The original cannot be read: {error}")
            return
        where = str(place).partition("#")[2]
        lines = original_lines(self.briefing, section, place.paragraph, passages, self.indicator)
        if doubt:  # told in the title too: the sheet opens at the lit figure
            where += ", perhaps of another text"
            lines = (*doubt_lines(self.briefing.id, section.document, doubt), *lines)
        hint = attach_lines(self.briefing.id, section.document)
        self.app.push_screen(Sheet(f"Original of {where}", lines if attached else hint))

    def action_problems(self) -> None:
        wrong = (entry for entry in self.app.library.entries if entry.problem_count)
        problems = [problem for entry in wrong for problem in entry.problems]
        self.app.push_screen(Sheet("Problems in the content", problem_lines(problems)))

    def action_library(self) -> None:
        from briefing_tui.ui.library import Catalogue

        self.app.push_screen(Catalogue(self.app.library.entries, self.entry.id), self.app.open_briefing)

    def action_series(self) -> None:
        """The figure told over all briefings."""
        from briefing_tui.ui.series import Timeline

        if self.told is not None:
            timeline = Timeline(self.app.library.entries, self.briefing, self.told)
            self.app.push_screen(timeline, self._back_from_series)

    def _back_from_series(self, answer: Told | str | None) -> None:
        if isinstance(answer, str):
            self.view = "table"
        elif answer is not None:
            self.app.open_place(*answer)

    def action_changes(self) -> None:
        """What is new, changed or dropped since the briefing before."""
        from briefing_tui.ui.changes import Changes

        at = self.indicator.id if self.indicator else None
        self.app.push_screen(Changes(self.app.library.entries, self.briefing, at), self._back_from_changes)

    def _back_from_changes(self, answer: Told | None) -> None:
        if answer is not None:
            self.app.open_place(*answer)

    def action_compare(self) -> None:
        self._compare(self.indicator.id if self.indicator else None)

    def _compare(self, at: str | None) -> None:
        from briefing_tui.ui.comparison import Comparison

        self.app.push_screen(Comparison(self.briefing, at), self._compared)

    def _compared(self, answer: tuple[Indicator, Mention] | None) -> None:
        if answer is not None:
            self.go(self.briefing.place_of(answer[1]), answer, answer[0].id)

    def restore(self, visit: Visit | None) -> None:
        super().restore(visit)
        if visit is not None and visit.compared and visit.place.briefing == self.briefing.id:
            self._compare(visit.compared)

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

    def action_export(self) -> None:
        from briefing_tui.export import FILES

        rows = [(name, line(f"{name:<13}", (words, "muted"))) for name, (words, _) in FILES.items()]
        self.app.push_screen(Choice(f"Export into {self.briefing.id}/", rows), self._export)

    def _export(self, form: str | None, force: bool = False) -> None:
        """Write the files into a folder where the program was started; over others only when told to."""
        from briefing_tui.export import files
        from briefing_tui.file_set import Taken, write_files

        if form is None:
            return
        try:
            paths = write_files(Path(self.briefing.id), files(self.briefing, form), force)
        except Taken as taken:
            rows = [
                ("leave", line("leave them   ", (str(taken), "muted"))),
                (form, line("write these  ", ("the others are kept beside them", "muted"))),
            ]
            chosen = lambda answer: self._export(None if answer == "leave" else answer, force=True)  # noqa: E731
            self.app.push_screen(Choice("Other files stand there", rows), chosen)
        except OSError as error:
            self.say(f"Cannot write here: {error.strerror or error}")
        else:
            self.say(f"Wrote {counted(len(paths), 'file')} into {self.briefing.id}/")

    def action_mark(self) -> None:
        place = self._here()
        try:
            marked = self.app.marks.toggle(place)
        except OSError as error:
            self.say(f"The mark cannot be kept: {error.strerror or error}")
        else:
            where = str(place).partition("#")[2]
            self.say(f"Marked {where}: ' lists the marks." if marked else f"Took the mark of {where} away.")

    def action_marks(self) -> None:
        try:
            places = self.app.marks.all()
        except (OSError, ValueError) as error:
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
