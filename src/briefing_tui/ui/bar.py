"""The lines at the top and the foot of the screen: what is open, and which keys do something here."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from briefing_tui.ui.paint import Line, line, looks_of, strip, wrapped

KEYS = {
    "slash": "/", "question_mark": "?", "ampersand": "&", "left_square_bracket": "[", "right_square_bracket": "]",
    "left_curly_bracket": "{", "right_curly_bracket": "}", "apostrophe": "'", "colon": ":", "escape": "esc",
    "exclamation_mark": "!", "number_sign": "#", "pagedown": "pgdn", "pageup": "pgup",
}  # fmt: skip

DECIDING = {"candidate.accept", "candidate.dismiss"}


class Bar(Widget):
    """One line of text that never takes the focus."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))  # nothing is laid out by it; the toolkit would, once more

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.lines: tuple[Line, ...] = ()

    def tell(self, *lines: Line) -> None:
        """Show other lines; the same ones are not painted again."""
        if lines != self.lines:
            self.lines = lines
            self.refresh()

    def render_line(self, y: int) -> Strip:
        looks = looks_of(self.app)
        return strip(self.painted(y), self.size.width, looks, looks["ground"])

    def painted(self, y: int) -> Line:
        """A line as it is painted."""
        return self.lines[y] if y < len(self.lines) else Line()


class Detail(Bar):
    """Some lines in full below a table, wrapped; `…` at the end where there is no room for all."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.told: tuple[Line, ...] = ()

    def tell(self, *lines: Line) -> None:
        self.told = lines
        room = self.size.height
        rows = tuple(row for each in lines if each.text for row in wrapped(each, max(self.size.width, 1)))
        if 0 < room < len(rows):
            rows = (*rows[: room - 1], (rows[room - 1] + line(" …")).cut(self.size.width))
        super().tell(*rows)

    def on_resize(self) -> None:
        self.tell(*self.told)


class Room(Bar):
    """Asks for a larger window, in the middle of what there is."""

    def painted(self, y: int) -> Line:
        width, height = self.size
        rows = wrapped(line("briefing-tui needs a larger window: 40 × 10 at least."), max(width, 1))
        at = y - max((height - len(rows)) // 2, 0)
        row = rows[at] if 0 <= at < len(rows) else Line()
        return Line(" " * ((width - row.width) // 2)) + row


class Hints(Bar):
    """The keys of the place, the most wanted first, or a message until the next key."""

    message: Line | None = None

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def say(self, message: Line | None) -> None:
        """Show a message in front of the hints; None takes it away."""
        if message != self.message:
            self.message = message
            self.refresh()

    def _bindings_changed(self, _: Screen[object]) -> None:
        self.refresh()

    def painted(self, y: int) -> Line:
        """The keys as they are now: looked up once for each painting, however often they changed before it."""
        hints = []
        seen = set()
        # What asks for a decision comes first: it must be told in the smallest window too.
        for active in sorted(self.screen.active_bindings.values(), key=lambda each: each.binding.id not in DECIDING):
            binding = active.binding
            if binding.show and active.enabled and binding.action not in seen:
                seen.add(binding.action)
                hints.append((binding.id == "app.keys", f"{key_words(binding.key)} {binding.description.lower()}"))
        return _fit(self.message, hints, self.size.width) if y == 0 else Line()


def key_words(keys: str) -> str:
    """A key as people call it."""
    first = keys.split(",", maxsplit=1)[0]
    return KEYS.get(first, first)


def _fit(message: Line | None, hints: list[tuple[bool, str]], width: int) -> Line:
    """As many hints as the line holds; the key that shows all the others is always among them."""
    out = message + line("  ") if message else Line()
    last = next((words for help_, words in hints if help_), "")
    for help_, words in hints:
        if help_:
            continue
        if out.width + len(words) + 2 + len(last) > width:
            break
        out += _hint(words)
    key, _, rest = last.partition(" ")
    return out + line((key, "accent"), " ", (rest, "muted"))


def _hint(words: str) -> Line:
    key, _, rest = words.partition(" ")
    return line((key, "accent"), " ", (rest, "muted"), "  ")
