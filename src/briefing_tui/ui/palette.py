"""Every action that a key reaches here, to be found by its words and run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.fuzzy import Matcher

from briefing_tui.ui.bar import key_words
from briefing_tui.ui.dialog import FRAME, Dialog, Window
from briefing_tui.ui.field import Field
from briefing_tui.ui.lines import Lines, Row
from briefing_tui.ui.paint import Line, content, line, wrapped

INDENT = 4
NAME, KEY = 18, 11  # cells for what an action is called and for its key
WIDE = 70  # from here on the sentence stands beside them
FIELD = 3  # rows of what is typed
HIGHEST = 16  # rows of the list, frame and all: more are looked through no quicker, and have to be sent


class Commands(Lines, can_focus=False):
    """The actions that are left; the cursor stops on their names."""

    def __init__(self, actions: tuple[ActiveBinding, ...], *, id: str) -> None:
        super().__init__(id=id)
        self.actions = self.left = actions

    def narrow(self, words: str) -> None:
        """Keep the actions that hold the letters in their order: called so, then holding them best."""
        matcher = Matcher(words)
        scores = {action.binding.id: matcher.match(_words(action)) if words else 1.0 for action in self.actions}
        kept = (action for action in self.actions if scores[action.binding.id] > 0)
        self.left = tuple(sorted(kept, key=lambda each: (not _called(each, words), -scores[each.binding.id])))
        self.cursor = self.top = 0
        self.lay()

    def lay(self) -> None:
        rows = [row for each in self.left for row in _rows(each.binding, self.size.width)]
        self.show(tuple(rows) or (Row(line(("  No action is called so.", "muted"))),))

    @property
    def action(self) -> ActiveBinding | None:
        """The action under the cursor."""
        return next((each for each in self.left if each.binding.id == self.key), None)

    def opened(self) -> None:
        screen = self.screen
        assert isinstance(screen, Palette)
        screen.action_run()


class Palette(Window[ActiveBinding | None]):
    """Words above, actions below; gives the action chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "run", "Run", id="commands.run", tooltip="Run the action under the cursor."),
        Binding("escape", "dismiss(None)", "Close", id="commands.close", tooltip="Close the list of actions."),
        Binding("down,ctrl+n", "move(1)", "Next", id="commands.next", tooltip="Go to the next action."),
        Binding("up,ctrl+p", "move(-1)", "Previous", id="commands.previous", tooltip="Go to the previous action."),
        Binding("pagedown", "page(1)", "Page down", id="commands.page-down", tooltip="Go one page of actions down."),
        Binding("pageup", "page(-1)", "Page up", id="commands.page-up", tooltip="Go one page of actions up."),
    ]

    def __init__(self, active: Iterable[ActiveBinding]) -> None:
        super().__init__()
        self.commands = Commands(_actions(active), id="commands")

    def compose(self) -> ComposeResult:
        field = Field(faint="what to do", id="query")
        field.border_title = content("Commands · enter runs, esc closes")
        with Dialog():
            yield field
            yield self.commands
        self.call_later(self.set_focus, field)

    def on_mount(self) -> None:
        self.fit()

    def height(self) -> int:
        return FIELD + min(len(self.commands.actions) + FRAME, HIGHEST)

    @on(Field.Changed)
    def _typed(self, event: Field.Changed) -> None:
        self.commands.narrow(event.words)

    def action_run(self) -> None:
        if self.commands.action is not None:
            self.dismiss(self.commands.action)

    def action_move(self, step: int) -> None:
        self.commands.action_move(step)

    def action_page(self, step: int) -> None:
        self.commands.action_page(step)


def _actions(active: Iterable[ActiveBinding]) -> tuple[ActiveBinding, ...]:
    """The actions that do something now, each once, plain movement last."""
    found = {each.binding.id: each for each in reversed(tuple(active)) if each.enabled and each.binding.tooltip}
    kept = reversed([each for identifier, each in found.items() if identifier])
    return tuple(sorted(kept, key=lambda each: str(each.binding.id).startswith("move.")))


def _called(action: ActiveBinding, words: str) -> bool:
    """Whether an action's name begins so, or one of its words."""
    return f" {words.casefold()}" in f" {action.binding.description.casefold()}"


def _words(action: ActiveBinding) -> str:
    return f"{action.binding.description} {action.binding.tooltip}"


def _rows(binding: Binding, width: int) -> list[Row]:
    """What an action is called, its key, and the sentence on it, beside them or below."""
    head = line("  ", binding.description).padded(NAME + 2) + line((key_words(binding.key), "accent")).padded(KEY)
    if width < WIDE:
        told = wrapped(line((binding.tooltip, "muted")), width - INDENT)
        return [Row(head, binding.id), *(Row(line(" " * INDENT) + each) for each in told)]
    first, *others = wrapped(line((binding.tooltip, "muted")), width - head.width)
    return [Row(head + first, binding.id), *(Row(Line(" " * head.width) + each) for each in others)]
