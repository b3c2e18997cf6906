"""A pane drawn line by line: rows, a cursor, paging, and find. What the rows mean is the pane's that inherits it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing_tui.ui.paint import Lights, Line, Spans, content, looks_of, strip

MARGIN = 3  # rows that stay in sight above and below the cursor
STRIDE = 3  # the cursor at the edge moves the page by this part of it: a line costs a slow line nearly as much


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a pane; `key` names what it stands for, None where the cursor does not stop.

    `words` is all that the line means to say, for finding what was cut for want of room.
    """

    line: Line
    key: str | None = None
    words: str = ""


def _key(keys: str, action: str, words: str, name: str, tooltip: str) -> Binding:
    return Binding(keys, action, words, show=False, id=f"move.{name}", tooltip=tooltip)


class Lines(Widget, can_focus=True):
    """Rows with a cursor. Subclasses give rows and answer `moved` and `opened`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        _key("j,down", "move(1)", "Down", "down", "Go one line down."),
        _key("k,up", "move(-1)", "Up", "up", "Go one line up."),
        _key("space,pagedown", "page(1)", "Page down", "page-down", "Go one page down."),
        _key("b,pageup", "page(-1)", "Page up", "page-up", "Go one page up."),
        _key("ctrl+d", "page(0.5)", "Half down", "half-down", "Go half a page down."),
        _key("ctrl+u", "page(-0.5)", "Half up", "half-up", "Go half a page up."),
        _key("g,home", "edge(-1)", "Top", "top", "Go to the first line."),
        _key("G,end", "edge(1)", "End", "end", "Go to the last line."),
    ]

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))  # nothing is laid out by it; the toolkit would, once more
    cursor_background = True

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()
        self.cursor = 0
        self.top = 0
        self.head: Line | None = None  # a line that stays above the rows
        self.lights: Lights | None = None

    @property
    def _headed(self) -> int:
        return 0 if self.head is None else 1

    @property
    def room(self) -> int:
        """How many rows are in sight."""
        return self.size.height - self._headed

    # What a pane says for itself.

    def lay(self) -> None:
        """Make the rows for the width there is; called when the size changes."""

    def moved(self) -> None:
        """The cursor came to another row by a key or the mouse."""

    def opened(self) -> None:
        """The row under the cursor was asked for."""

    # Rows and cursor.

    def show(self, rows: Sequence[Row], cursor: int = 0, top: int | None = None) -> None:
        """Take new rows, with the cursor on or next to a row."""
        self.rows = rows
        self.cursor = self._stop(cursor, 1)
        self.top = self.top if top is None else top
        self._keep_in_sight()
        self.refresh()

    @property
    def key(self) -> str | None:
        """What the row under the cursor stands for."""
        return self.rows[self.cursor].key if 0 <= self.cursor < len(self.rows) else None

    def find_key(self, key: str | None) -> int | None:
        """The first row that stands for something."""
        return next((index for index, row in enumerate(self.rows) if row.key == key and key), None)

    def go(self, index: int) -> bool:
        """Set the cursor; True when it moved."""
        old, top = self.cursor, self.top
        self.cursor = self._stop(index, 1 if index >= old else -1)
        self._keep_in_sight(self.room // STRIDE)
        if self.top != top:
            self.refresh()
        elif self.cursor != old:
            self.refresh_row(old)
            self.refresh_row(self.cursor)
        return self.cursor != old

    @property
    def spot(self) -> tuple[int, int]:
        """Cursor and scroll, to come back to."""
        return self.cursor, self.top

    def to_spot(self, spot: tuple[int, int]) -> None:
        """Be again where the pane was."""
        moved = self.go(spot[0])
        self.top = spot[1]
        self.refresh()
        if moved:
            self.moved()

    def refresh_row(self, index: int) -> None:
        """Paint one row anew, where it is in sight."""
        if self.top <= index < self.top + self.room:
            self.refresh(Region(0, index - self.top + self._headed, self.size.width, 1))

    def _stop(self, index: int, direction: int) -> int:
        """The row nearest to `index`, first in `direction`, where the cursor may stop."""
        last = len(self.rows) - 1
        index = max(0, min(index, last))
        for step in (direction, -direction):
            at = index
            while 0 <= at <= last:
                if self.rows[at].key is not None:
                    return at
                at += step
        return 0

    def _keep_in_sight(self, further: int = 0) -> None:
        """Move the page as little as shows the cursor, or so many rows further."""
        height = max(self.room, 1)
        margin = min(MARGIN, (height - 1) // 2)
        highest, lowest = self.cursor - margin, self.cursor + margin - height + 1
        further = min(further, highest - lowest)
        if not lowest <= self.top <= highest:
            self.top = highest - further if self.top > highest else lowest + further
        self.top = max(0, min(self.top, len(self.rows) - height))

    # Find.

    def light(self, lights: Lights | None) -> int:
        """Light what `lights` finds in each row and say how many rows hold it; None puts the lights out."""
        self.lights = lights
        self.refresh()
        return len(self.matches())

    def matches(self) -> tuple[int, ...]:
        """The rows that hold a match."""
        if self.lights is None:
            return ()
        return tuple(index for index, row in enumerate(self.rows) if self.holds_match(index, row))

    def holds_match(self, index: int, row: Row) -> bool:
        """Whether a match begins in a row, be it in what was cut."""
        return bool(self.match_spans(index, row) or (self.lights and self.lights(row.words)))

    def match_spans(self, _index: int, row: Row) -> Spans:
        """Where a row is lit."""
        return self.lights(row.line.text) if self.lights else ()

    def to_match(self, direction: int) -> int:
        """Go to the next (1) or previous (-1) match, round the end; 0 stays on one under the cursor.

        Tells which match it is, from 1; 0 where there is none.
        """
        found = self.matches()
        if not found:
            return 0
        if direction >= 0:
            ahead = [row for row in found if row > self.cursor - (direction == 0)]
            target = ahead[0] if ahead else found[0]
        else:
            behind = [row for row in found if row < self.cursor]
            target = behind[-1] if behind else found[-1]
        if self.go(target):
            self.moved()
        return found.index(target) + 1

    # Keys and mouse.

    def action_move(self, rows: int) -> None:
        if self.go(self.cursor + rows):
            self.moved()

    def action_page(self, pages: float) -> None:
        step = max(1, int(abs(pages) * max(self.room - 1, 1)))
        self.scroll(step if pages > 0 else -step)

    def scroll(self, rows: int) -> None:
        """Move the page and the cursor with it."""
        self.top = max(0, min(self.top + rows, len(self.rows) - self.room))
        old = self.cursor
        self.cursor = self._stop(self.cursor + rows, 1 if rows > 0 else -1)
        self._keep_in_sight()
        self.refresh()
        if self.cursor != old:
            self.moved()

    def action_edge(self, direction: int) -> None:
        if self.go(0 if direction < 0 else len(self.rows) - 1):
            self.moved()

    def action_open(self) -> None:
        if self.key is not None:
            self.opened()

    def on_click(self, event: events.Click) -> None:
        index = self.top + event.get_content_offset_capture(self).y - self._headed
        if not 0 <= index < len(self.rows) or self.rows[index].key is None:
            return
        if self.go(index):
            self.moved()
        elif event.chain > 1:
            self.opened()

    def on_mouse_scroll_down(self) -> None:
        self.scroll(3)

    def on_mouse_scroll_up(self) -> None:
        self.scroll(-3)

    def on_resize(self) -> None:
        if self.size.width:
            self.lay()
            self._keep_in_sight()
            self.refresh()

    # Painting.

    def title(self, *parts: str) -> None:
        """Set the pane's title, painted anew only when it is another."""
        words = content(" ".join(part for part in parts if part))
        if self._border_title is None or str(self._border_title) != words.plain:
            self.border_title = words

    def render_lines(self, crop: Region) -> list[Strip]:
        self._width, self._looks = self.size.width, looks_of(self.app)  # asked for once, not for each line
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        ground = self._looks["ground"]
        index = self.top + y - self._headed
        if y == 0 and self.head is not None:
            shown = self.head
        elif 0 <= index < len(self.rows):
            shown = self.painted(index)
        else:
            return Strip.blank(self._width, ground)
        return strip(shown, self._width, self._looks, ground)

    def painted(self, index: int) -> Line:
        """A row as it is painted: its matches lit, the cursor's row marked."""
        row = self.rows[index]
        spans = self.match_spans(index, row) if self.lights else ()
        out = row.line.lit(spans, "match")
        if index == self.cursor and row.key is not None and self.cursor_background:
            out = out.padded(self._width)
            text = "▸" + out.text[1:] if out.text.startswith("  ") else out.text
            return Line(text, ((0, len(text), "cursor"), (0, 1, "accent"), *out.spans))
        return out
