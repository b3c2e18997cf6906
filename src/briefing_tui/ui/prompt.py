"""The line at the foot in which words are typed: to find, or to filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from briefing_tui.ui.paint import content


class Prompt(Horizontal):
    """Asks for words; tells each change, the end, and when it is given up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Close", id="prompt.close", tooltip="Close the line without its words."),
    ]

    @dataclass
    class Changed(Message):
        """The words are other ones."""

        purpose: str
        words: str

    @dataclass
    class Ended(Message):
        """The words are wanted (None: given up)."""

        purpose: str
        words: str | None

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.purpose = ""

    def compose(self) -> ComposeResult:
        yield Static(id="label", markup=False)
        yield Input(compact=True, id="words")
        yield Static(id="count", markup=False)

    def ask(self, purpose: str, label: str, words: str = "") -> None:
        """Open with a label and, it may be, words to begin with."""
        self.purpose = purpose
        self.query_one("#label", Static).update(content(label + " "))
        self.tell("")
        field = self.query_one(Input)
        with self.prevent(Input.Changed):
            field.value = words
        self.display = True
        self.screen.set_focus(field)

    def tell(self, words: str) -> None:
        """Say what came of the words so far, at the right."""
        self.query_one("#count", Static).update(content(words))

    def close(self) -> None:
        self.display = False

    def leave(self) -> None:
        """The reader went elsewhere: keep the words."""
        if self.display:
            self.close()
            self.post_message(self.Ended(self.purpose, self.query_one(Input).value))

    def action_give_up(self) -> None:
        self.close()
        self.post_message(self.Ended(self.purpose, None))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self.post_message(self.Changed(self.purpose, event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.close()
        self.post_message(self.Ended(self.purpose, event.value))
