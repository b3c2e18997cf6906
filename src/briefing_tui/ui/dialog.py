"""Two small windows over the screen: a list to choose from, and a sheet to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.widget import _RenderCache

from briefing_tui.ui.keyboard import OrderlyScreen
from briefing_tui.ui.lines import Lines, Row
from briefing_tui.ui.paint import Line, line, wrap, wrapped

FRAME = 2  # rows above and below
WIDTH = 84  # columns, as app.tcss has it
LONGEST = 28  # rows between the frame; what is longer is scrolled


class Dialog(Container):
    """What holds a window's list; its look is in app.tcss."""


class Window(ModalScreen[ScreenResultType], OrderlyScreen[ScreenResultType]):
    """What stands over the screen and takes all keys."""

    _opened = False

    def height(self) -> int:
        """How many rows the window wants in all, in the room there is now."""
        raise NotImplementedError

    def fit(self) -> None:
        """Take the height that is wanted; never more than the screen has."""
        self.query_one(Dialog).styles.height = self.height()

    def on_resize(self) -> None:
        self.fit()

    @property
    def below(self) -> Screen[Any]:
        """The screen that this one stands over."""
        stack = self.app.screen_stack
        return stack[stack.index(self) - 1] if self in stack else self

    def _render_content(self) -> None:
        """The screen below as it is; the toolkit takes it apart for dimming it, which is most of the work here."""
        self._render_cache = _RenderCache(self.size, self.below._compositor.render_strips())
        self._dirty_regions.clear()

    def _compositor_refresh(self) -> None:
        below = self.below
        if not self._opened and not self.app._batch_count:
            self._opened = True
            if isinstance(below, OrderlyScreen):
                self.paint_only((self.query_one(Dialog).region, *below.take_due()))
        super()._compositor_refresh()

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        if isinstance(self.below, OrderlyScreen):
            self.below.paint_only((self.query_one(Dialog).region,))
        return super().dismiss(result)


class _Choices(Lines):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Choose", id="dialog.choose", tooltip="Take the line under the cursor."),
    ]

    def opened(self) -> None:
        screen = self.screen
        assert isinstance(screen, Choice)
        screen.dismiss(self.key)


class Choice(Window[str | None]):
    """A list of lines with keys; gives the key chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Close", id="dialog.close", tooltip="Close without choosing."),
    ]

    def __init__(self, title: str, rows: Sequence[tuple[str, Line]], at: str | None = None) -> None:
        super().__init__()
        self.rows = tuple(Row(line("  ") + words, key) for key, words in rows)
        self.heading = title
        self.at = at

    def compose(self) -> ComposeResult:
        with Dialog():
            yield _Choices(id="choices")

    def on_mount(self) -> None:
        choices = self.query_one(_Choices)
        self.fit()
        choices.title(self.heading, "· enter chooses, esc closes")
        choices.show(self.rows)
        choices.go(choices.find_key(self.at) or 0)
        self.set_focus(choices)

    def height(self) -> int:
        return min(len(self.rows), LONGEST) + FRAME


class _Text(Lines):
    """Begins where something is lit as the one under the cursor, else at the top."""

    cursor_background = False

    def __init__(self, lines: Sequence[Line], *, id: str) -> None:
        super().__init__(id=id)
        self.lines = tuple(lines)

    def lay(self) -> None:
        begins = not self.rows
        rows = [Row(row, "text") for each in self.lines for row in wrapped(each, self.size.width)]
        lit = (index for index, row in enumerate(rows) if any(look == "here" for _, _, look in row.line.spans))
        self.show(tuple(rows), next(lit, 0) if begins else self.cursor)

    def action_move(self, rows: int) -> None:
        self.scroll(rows)


class Sheet(Window[None]):
    """Some text to read; any of the usual keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,q,enter,question_mark,i", "dismiss(None)", "Close", id="sheet.close", tooltip="Close the sheet."
        ),
    ]

    def __init__(self, title: str, lines: Sequence[Line]) -> None:
        super().__init__()
        self.heading = title
        self.lines = tuple(lines)

    def compose(self) -> ComposeResult:
        with Dialog():
            yield _Text(self.lines, id="text")

    def on_mount(self) -> None:
        text = self.query_one(_Text)
        self.fit()
        text.title(self.heading, "· esc closes")
        self.set_focus(text)

    def height(self) -> int:
        width = max(min(WIDTH, self.app.size.width) - 4, 10)
        rows = sum(len(wrap(each.text, width)) for each in self.lines)
        return min(rows, LONGEST) + FRAME
