"""Who speaks: choosing one narrows the sections and the indicators to what that person said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from briefing_tui.model import Briefing
from briefing_tui.ui.lines import Lines, Row
from briefing_tui.ui.paint import Line, line

EVERYONE = "*"


class Speakers(Lines):
    """All, and each speaker, with the number of sections they speak in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Their sections", id="speakers.sections", tooltip="Go to the sections they speak in."),
    ]

    @dataclass
    class Chosen(Message):
        """The cursor came to a speaker, or to all (None)."""

        speaker: str | None

    @dataclass
    class Opened(Message):
        """The sections of the speaker are asked for."""

    def __init__(self, briefing: Briefing, *, id: str) -> None:
        super().__init__(id=id)
        self.briefing = briefing
        self.title("1 Speakers")
        self.styles.height = max(5, min(len(briefing.speakers) + 3, 9))

    def renew(self, briefing: Briefing) -> None:
        """Show the briefing as it is now."""
        self.briefing = briefing
        self.lay()

    def lay(self) -> None:
        sections = self.briefing.sections
        width = self.size.width
        rows = [Row(_row("All", "", len(sections), width), EVERYONE)]
        for each in self.briefing.speakers:
            post = "chair" if each.role == "chair" else each.organisation_short or ""
            count = sum(each.id in section.speakers for section in sections)
            rows.append(Row(_row(each.name, post, count, width), each.id))
        self.show(tuple(rows), self.cursor)

    def choose(self, speaker: str | None) -> None:
        """Set the cursor on a speaker, or on all."""
        self.go(self.find_key(speaker or EVERYONE) or 0)

    def moved(self) -> None:
        self.post_message(self.Chosen(None if self.key == EVERYONE else self.key))

    def opened(self) -> None:
        self.post_message(self.Opened())


def _row(name: str, post: str, count: int, width: int) -> Line:
    number = f"{count:>3} "
    left = line("  ", name).cut(width - len(number))
    room = width - left.width - len(number)
    right = line((f" {post} ", "muted")) if room >= len(post) + 2 else Line()
    return left + Line(" " * (room - right.width)) + right + line((number, "muted"))
