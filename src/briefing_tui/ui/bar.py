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

DECIDING = {"candidate.accept", "candidate.dismiss", "candidate.undo"}
GAP = 2  # cells behind a message
LEAST = 10  # cells of a message that yields


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
    yields = False

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def say(self, message: Line | None, yields: bool = False) -> None:
        """Show a message in front of the hints, cut for the keys that decide where it `yields`; None takes it away."""
        if message != self.message:
            self.message, self.yields = message, yields
            self.refresh()

    def _bindings_changed(self, _: Screen[object]) -> None:
        self.refresh()

    def painted(self, y: int) -> Line:
        """The keys as they are now: looked up once for each painting, however often they changed before it."""
        if y:
            return Line()
        deciding, others, last = Line(), [], Line()
        seen = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if not binding.show or not active.enabled or binding.action in seen:
                continue
            seen.add(binding.action)
            hint = line((key_words(binding.key), "accent"), " ", (binding.description.lower(), "muted"))
            if binding.id == "app.keys":
                last = hint
            elif binding.id in DECIDING:
                deciding += hint + line("  ")
            else:
                others.append(hint + line("  "))
        # What asks for a decision comes first and together: who is told how to accept must see how to refuse.
        message = self.message
        if message and self.yields:
            message = message.cut(max(self.size.width - deciding.width - last.width - GAP, LEAST))
        return _fit(message, [deciding, *others], last, self.size.width)


def key_words(keys: str) -> str:
    """A key as people call it."""
    first = keys.split(",", maxsplit=1)[0]
    return KEYS.get(first, first)


def _fit(message: Line | None, hints: list[Line], last: Line, width: int) -> Line:
    """As many hints as the line holds; the last, the key that shows all the others, is always among them."""
    out = message + line(" " * GAP) if message else Line()
    for each in hints:
        if out.width + each.width + last.width > width:
            break
        out += each
    return out + last
