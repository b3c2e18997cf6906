"""The parts of a briefing in order, each with the number of indicators said in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from briefing_tui.model import Briefing, Section
from briefing_tui.selection import Selection
from briefing_tui.ui.lines import Lines, Row
from briefing_tui.ui.paint import Line, line
from briefing_tui.wording import section_title


class Sections(Lines):
    """The sections, under the name of their document where there are several."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Read", id="sections.read", tooltip="Go to the text of the section."),
    ]

    @dataclass
    class Chosen(Message):
        """The cursor came to a section."""

        section: str

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, Sections.Chosen)

    @dataclass
    class Opened(Message):
        """The section under the cursor is to be read."""

    def __init__(self, briefing: Briefing, *, id: str) -> None:
        super().__init__(id=id)
        self.briefing = briefing
        self.speaker: str | None = None
        self.here: str | None = None

    def renew(self, briefing: Briefing) -> None:
        """Show the briefing as it is now."""
        self.briefing = briefing
        self.lay()

    def tell(self, speaker: str | None, here: str | None) -> None:
        """Show the sections in which somebody speaks, the cursor on `here`."""
        changed = speaker != self.speaker or not self.rows
        self.speaker, self.here = speaker, here
        if changed:
            self.lay()
        else:
            self.go(self.find_key(here) or self.cursor)

    def lay(self) -> None:
        rows: list[Row] = []
        shown = 0
        for document in self.briefing.documents:
            within = [each for each in self.briefing.sections if each.document == document.id and self._shown(each)]
            shown += len(within)
            if within and document.kind != "transcript":
                rows.append(Row(line(("  " + document.kind.capitalize(), "muted"))))
            rows += (Row(self._row(each), each.id, section_title(self.briefing, each)) for each in within)
        if not rows:
            rows = [Row(line(("  Nothing said.", "muted"))), Row(line(("  esc: all again", "muted")))]
        total = len(self.briefing.sections)
        count = f"{shown}/{total}" if self.size.width < 24 else f"· {shown} of {total}"
        self.title("2 Sections", count if self.speaker else "")
        self.show(tuple(rows))
        self.go(self.find_key(self.here) or self.cursor)

    def _shown(self, section: Section) -> bool:
        return self.speaker is None or self.speaker in section.speakers

    def _row(self, section: Section) -> Line:
        count = len(Selection(section.id, self.speaker).of(self.briefing))
        number = f"{count:>3} " if count else "    "
        label = _label(self.briefing, section, 4 if self.size.width > 24 else 0)
        return line("  ", label).padded(self.size.width - 4) + line((number, "muted"))

    def moved(self) -> None:
        if self.key:
            self.post_message(self.Chosen(self.key))

    def opened(self) -> None:
        self.post_message(self.Opened())


def _label(briefing: Briefing, section: Section, tab: int) -> Line:
    if section.kind == "exchange":
        return line((f"{section.id + ' ':<{tab}}", "muted"), briefing.name(section.outlet) or section.title)
    if section.kind == "report":
        return line((f"{section.id.rpartition('-')[2] + ' ':<{tab}}", "muted"), section.title)
    return line(section.title)
