"""The line at the foot in which words are typed: to find, or to filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from briefing_tui.ui.field import Field


class Prompt(Field):
    """Asks for words in the place of the hints; tells each change, the end, and when it is given up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Take", show=False, id="prompt.take", tooltip="Close the line and keep its words."),
        Binding("escape", "give_up", "Close", id="prompt.close", tooltip="Close the line without its words."),
    ]

    @dataclass
    class Ended(Message):
        """The words are wanted (None: given up)."""

        purpose: str
        words: str | None

    purpose = ""

    def ask(self, purpose: str, label: str, words: str = "") -> None:
        """Open with a label and, it may be, words to begin with."""
        self.purpose, self.label, self.beside = purpose, label, ""
        self.words, self.cursor = words, len(words)
        self.add_class("-asking")
        self.screen.set_focus(self)

    def leave(self) -> None:
        """The reader went elsewhere: keep the words."""
        if self.has_class("-asking"):
            self.action_take()

    def action_take(self) -> None:
        self._end(self.words)

    def action_give_up(self) -> None:
        self._end(None)

    def _end(self, words: str | None) -> None:
        self.remove_class("-asking")
        self.post_message(self.Ended(self.purpose, words))
