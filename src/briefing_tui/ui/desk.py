"""Four panes joined: the place the reader is at, what the table selects, and the way back.

What keys and the news of the panes do with it is `explorer.py`'s, what opens over it `doors.py`'s.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from briefing_tui.indicator import Indicator, Mention
from briefing_tui.library import Entry
from briefing_tui.place import Place
from briefing_tui.selection import Selection
from briefing_tui.ui.bar import Bar, Detail, Hints, Room
from briefing_tui.ui.finding import Finding
from briefing_tui.ui.history import History, Visit
from briefing_tui.ui.indicators import Indicators, View
from briefing_tui.ui.lines import Lines
from briefing_tui.ui.prompt import Prompt
from briefing_tui.ui.reader import Reader
from briefing_tui.ui.sections import Sections
from briefing_tui.ui.sheets import header_line
from briefing_tui.ui.speakers import Speakers
from briefing_tui.wording import section_title

if TYPE_CHECKING:
    from briefing_tui.ui.app import BriefingApp

PANES = ("speakers", "sections", "reader", "indicators")


class Desk(Finding[None]):
    """A briefing in four panes. `place` is where the reader is; `selection` is what the table holds."""

    AUTO_FOCUS = ""

    app: BriefingApp
    place: reactive[Place | None] = reactive(None, init=False, repaint=False)
    selection: reactive[Selection] = reactive(Selection(), init=False, repaint=False)
    view: reactive[View] = reactive("table", init=False, repaint=False)
    pane: reactive[str] = reactive("reader", init=False, repaint=False)

    def __init__(
        self,
        entry: Entry,
        place: Place | None = None,
        indicator: str | None = None,
        history: History | None = None,
        visit: Visit | None = None,
    ) -> None:
        """Begin at a place, on a figure said there, or where a visit was; `history` leads back to other briefings."""
        super().__init__()
        assert entry.briefing is not None
        self.entry = entry
        self.briefing = entry.briefing
        self.history = history or History()
        self.indicator_first, self.visit_first = indicator, visit
        self.pinned = False
        self.zoomed = False
        self.browsing = False
        self.small = False
        self.first = place if place and place.section else self._first_place()

    def _first_place(self) -> Place:
        """The first section in which a figure is said, so that the first screen shows what the program is for."""
        telling = (each.id for each in self.briefing.sections if self.briefing.mentions_in(each.id))
        some = (each.id for each in self.briefing.sections)
        return Place(self.briefing.id, next(telling, None) or next(some, None))

    def compose(self) -> ComposeResult:
        self._measure(self.app.size)
        yield Bar(id="header")
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield Speakers(self.briefing, id="speakers")
                yield Sections(self.briefing, id="sections")
            with Vertical(id="right"):
                yield Reader(self.briefing, id="reader")
                yield Indicators(self.briefing, id="indicators")
                yield Detail(id="detail")
        yield Hints(id="hints")
        yield Prompt(id="prompt")

    def on_mount(self) -> None:
        self.place = self.first
        self.go_pane(self.pane)
        self.query_one(Reader).to_paragraph(self.first.paragraph)
        if self.visit_first is not None:
            self.restore(self.visit_first)
        elif said := self._said(self.first, self.indicator_first):
            self._light(*said)
        self.say(self.app.library.notice)
        self.app.library.notice = ""

    # What is shown.

    def watch_place(self, old: Place | None, place: Place | None) -> None:
        if place is None or (old and old.section == place.section):
            return
        section = self.briefing.section(place.section or "")
        self.query_one(Sections).tell(self.selection.speaker, place.section)
        reader = self.query_one(Reader)
        reader.read(place.section)
        if section is not None:
            index = self.briefing.sections.index(section) + 1
            reader.title("3", section_title(self.briefing, section), f"· {index}/{len(self.briefing.sections)}")
        if not self.pinned:
            self.selection = replace(self.selection, section=place.section)

    def watch_selection(self) -> None:
        self.query_one(Indicators).tell(self.selection, self.view)

    def watch_view(self) -> None:
        self.query_one(Indicators).tell(self.selection, self.view)

    def on_resize(self, event: events.Resize) -> None:
        self._measure(event.size)
        if self.tiny and not self.query("#room"):
            self.mount(Room(id="room"))
        self._arrange()
        self._tell_header(event.size.width)

    def _measure(self, size: Size) -> None:
        self.tiny = size.width < 40 or size.height < 10
        self.small = size.width < 70 or size.height < 20
        narrow, short = size.width < 100, size.height < 30
        self.update_classes({"-tiny": self.tiny, "-narrow": narrow, "-short": short})

    def _arrange(self) -> None:
        """Show every pane; where there is no room, or one has all of it, the current one alone."""
        alone = self.small or self.zoomed
        self.set_class(alone, "-one")
        around = {self.pane, "left" if self.pane in PANES[:2] else "right"}
        for name in (*PANES, "left", "right"):
            _show(self.query_one(f"#{name}"), not alone or name in around)
        if _show(self.query_one("#detail"), not alone or self.pane == "indicators"):
            self.refresh_bindings()  # there is a figure in full to ask for, or none

    def _tell_header(self, width: int) -> None:
        entries = self.app.library.entries
        self.query_one("#header", Bar).tell(header_line(self.entry, entries, width - 2))

    def renew(self, entry: Entry) -> None:
        """Show the briefing as it is now, everything where it was as far as it is there still."""
        assert entry.briefing is not None
        self.entry, self.briefing = entry, entry.briefing
        self.query_one(Speakers).renew(entry.briefing)
        self.query_one(Sections).renew(entry.briefing)
        self.query_one(Reader).renew(entry.briefing)
        self.query_one(Indicators).renew(entry.briefing)
        if self.place is None or self.briefing.section(self.place.section or "") is None:
            self.place = self._first_place()
        self._tell_header(self.size.width)

    # Panes.

    @property
    def current(self) -> Lines:
        """The pane that has, or last had, the focus."""
        return self.query_one(f"#{self.pane}", Lines)

    def go_pane(self, pane: str) -> None:
        """Give a pane the focus; where one pane shows at a time, show it."""
        self.pane = pane
        self._arrange()
        self.set_focus(self.current, scroll_visible=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if event.widget is self.focused and event.widget.id in PANES:
            self.query_one(Prompt).leave()
            if event.widget.id != self.pane:
                self.go_pane(event.widget.id)

    def zoom(self, zoomed: bool) -> None:
        """Give the whole screen to the current pane, or take it back."""
        self.zoomed = zoomed
        self._arrange()

    # Going to places.

    def go(self, place: Place, said: tuple[Indicator, Mention] | None = None, compared: str | None = None) -> None:
        """Open a place in the reader, the cursor on the paragraph or on a figure said there; `back` returns.

        `compared` is the row of the comparison from which it is opened.
        """
        self.remember(compared)
        self._widen_for(place)
        self.place = place
        if said is None:
            self.query_one(Reader).to_paragraph(place.paragraph)
        else:
            self._light(*said)
        self.go_pane("reader")

    def _light(self, indicator: Indicator, mention: Mention) -> None:
        """The cursor on a figure, in the text and in the table."""
        self.query_one(Reader).to_mention(mention)
        self.query_one(Indicators).tell(self.selection, self.view, indicator.id)

    def _said(self, place: Place, indicator: str | None) -> tuple[Indicator, Mention] | None:
        """A figure with its mention at a place, if it is said there."""
        found = self.briefing.indicator(indicator) if indicator else None
        mentions = found.mentions if found else ()
        mention = next((each for each in mentions if self.briefing.place_of(each) == place), None)
        return (found, mention) if found and mention else None

    def _widen_for(self, place: Place) -> None:
        """Show everyone again where the speaker chosen does not speak."""
        section = self.briefing.section(place.section or "")
        if section and self.selection.speaker and self.selection.speaker not in section.speakers:
            self.selection = replace(self.selection, speaker=None)
            self.query_one(Speakers).choose(None)
            self.query_one(Sections).tell(None, place.section)

    def remember(self, compared: str | None = None) -> None:
        """Keep this moment, to come back to."""
        self.browsing = False
        self.history.remember(replace(self.visit(), compared=compared))

    def visit(self) -> Visit:
        reader = self.query_one(Reader)
        assert self.place is not None
        return Visit(
            replace(self.place, paragraph=reader.paragraph),
            self.pane,
            self.selection,
            self.view,
            self.pinned,
            (reader.cursor, reader.top),
            reader.figure.mention if reader.figure else None,
            self.query_one(Indicators).key,
        )

    def restore(self, visit: Visit | None) -> None:
        """Be again where a visit was."""
        if visit is None:
            return
        if visit.place.briefing != self.briefing.id:
            self.app.return_to(visit, self.history)
            return
        self.pinned = visit.pinned
        self.place = visit.place
        self.selection = visit.selection
        self.view = "bars" if visit.view == "bars" else "table"
        self.query_one(Speakers).choose(visit.selection.speaker)
        self.query_one(Sections).tell(visit.selection.speaker, visit.place.section)
        self.query_one(Reader).restore(*visit.reader, visit.figure)
        self.query_one(Indicators).tell(self.selection, self.view, visit.row)
        self.go_pane(visit.pane)

    def step_section(self, step: int) -> None:
        """Open the section before or after this one, among those shown."""
        speaker = self.selection.speaker
        shown = [each.id for each in self.briefing.sections if speaker is None or speaker in each.speakers]
        here = self.place.section if self.place else None
        index = shown.index(here) + step if here in shown else 0
        if 0 <= index < len(shown):
            self.remember()
            self.place = Place(self.briefing.id, shown[index])


def _show(part: Widget, shown: bool) -> bool:
    """Show or hide a part of the screen, True when it changed; nothing is laid out anew where it is so already."""
    changed = part.display != shown
    if changed:
        part.display = shown
    return changed
