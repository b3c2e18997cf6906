"""A line of words being typed, drawn by itself: a label before them, something told behind them."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from briefing_tui.ui.bar import Bar
from briefing_tui.ui.paint import Line, line

ALSO = {"ctrl+a": "home", "ctrl+e": "end", "ctrl+d": "delete"}
ROOM = 10  # cells for the words, whatever stands beside them


class Field(Bar, can_focus=True):
    """Words and a cursor in them; every change is told."""

    @dataclass
    class Changed(Message):
        """The words are other ones."""

        words: str

    def __init__(self, words: str = "", faint: str = "", *, id: str) -> None:
        """Begin with words; `faint` stands there while there are none."""
        super().__init__(id=id)
        self.words, self.cursor = words, len(words)
        self.faint = faint
        self.label = ""
        self.beside = ""

    def put(self, words: str, cursor: int | None = None) -> None:
        """Hold other words, the cursor behind them or where it is wanted."""
        if words != self.words:
            self.post_message(self.Changed(words))
        self.words, self.cursor = words, len(words) if cursor is None else cursor
        self.refresh()

    def say_beside(self, words: str) -> None:
        """Tell what came of the words so far, at the right."""
        self.beside = words
        self.refresh()

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        return bool(character and character.isprintable())

    def on_key(self, event: events.Key) -> None:
        if event.character and event.is_printable:
            self._insert(event.character)
        else:
            edited = edit(self.words, self.cursor, event.key)
            if edited is None:
                return
            self.put(*edited)
        event.stop()

    def on_paste(self, event: events.Paste) -> None:
        self._insert(" ".join(event.text.splitlines()))
        event.stop()

    def _insert(self, words: str) -> None:
        self.put(self.words[: self.cursor] + words + self.words[self.cursor :], self.cursor + len(words))

    def painted(self, y: int) -> Line:
        if y > 0:
            return Line()
        width = self.size.width
        label = line(self.label, " ") if self.label else Line()
        room = max(width - label.width - len(self.beside) - bool(self.beside), ROOM)
        return (label + self._words(room).padded(room) + line(" " if self.beside else "", self.beside)).cut(width)

    def _words(self, room: int) -> Line:
        """The words with the cursor in sight; what stands too far before it is left out."""
        if not self.words:
            faint = line((self.faint or " ", "muted"))
            return faint.lit([(0, 1)], "here") if self.has_focus else faint
        before, at = line(self.words[: self.cursor]), line(self.words[self.cursor : self.cursor + 1] or " ")
        first = 0
        while line(before.text[first:]).width + at.width > room:
            first += 1
        cursor = at.lit([(0, len(at.text))], "here") if self.has_focus else at
        return Line(before.text[first:]) + cursor + line(self.words[self.cursor + 1 :])


def edit(words: str, cursor: int, key: str) -> tuple[str, int] | None:
    """The words and the cursor after a key that edits; None where it is no such key."""
    before, after = words[:cursor], words[cursor:]
    word = before[: before.rstrip().rfind(" ") + 1]  # what stands before the word before the cursor
    made = {
        "left": (words, max(cursor - 1, 0)),
        "right": (words, min(cursor + 1, len(words))),
        "home": (words, 0),
        "end": (words, len(words)),
        "backspace": (before[:-1] + after, max(cursor - 1, 0)),
        "delete": (before + after[1:], cursor),
        "ctrl+w": (word + after, len(word)),
        "ctrl+u": (after, 0),
        "ctrl+k": (before, cursor),
    }
    return made.get(ALSO.get(key, key))
