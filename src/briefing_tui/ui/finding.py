"""A screen with lists of lines and a prompt: find in the list that has the focus, filter, say what came of it."""

from __future__ import annotations

from functools import cache
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.screen import ScreenResultType

from briefing_tui.plain import folded, spans_of
from briefing_tui.ui.bar import Hints
from briefing_tui.ui.keyboard import OrderlyScreen
from briefing_tui.ui.keys import FIND_KEYS
from briefing_tui.ui.lines import Lines
from briefing_tui.ui.paint import Lights, Spans, line
from briefing_tui.ui.prompt import Prompt


class Finding(OrderlyScreen[ScreenResultType]):
    """Subclasses have a Prompt and Hints, say which list is `current`, and what it is to `narrow` it."""

    BINDINGS: ClassVar[list[BindingType]] = list(FIND_KEYS)

    @property
    def current(self) -> Lines:
        """The list that has, or last had, the focus."""
        raise NotImplementedError

    def narrow(self, words: str) -> str:
        """Keep the rows that hold some words; tells how many they are."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return self.current.lights is not None if action == "find_next" else True

    def say(self, words: str, yields: bool = False) -> None:
        """Tell something at the foot, until the next key; it `yields` to the keys that decide."""
        self.query_one(Hints).say(line((words, "strong")) if words else None, yields)

    def on_key(self, event: events.Key) -> None:
        """What was told goes with the next key, before it does anything."""
        self.query_one(Hints).say(None)
        self.unanswered(event.key)

    def unanswered(self, key: str) -> None:
        """Say why a key does nothing here, where somebody may wonder."""

    def ask(self, purpose: str, label: str, words: str = "") -> None:
        """Open the prompt in the place of the hints."""
        self.query_one(Hints).add_class("-asking")
        self.query_one(Prompt).ask(purpose, label, words)

    def action_find(self) -> None:
        self.sought, self.origin = self.current, self.current.spot
        self.ask("find", "Find in this pane:")

    def action_find_next(self, direction: int) -> None:
        self._tell_match(self.current.to_match(direction))

    @on(Prompt.Changed)
    def _prompt_changed(self, event: Prompt.Changed) -> None:
        prompt = self.query_one(Prompt)
        if prompt.purpose == "filter":
            prompt.say_beside(self.narrow(event.words))
            return
        self.sought.to_spot(self.origin)
        found = self.sought.light(_literal(event.words) if event.words else None)
        at = self.sought.to_match(0)
        prompt.say_beside(f"{at} of {found}" if event.words else "")

    @on(Prompt.Ended)
    def _prompt_ended(self, event: Prompt.Ended) -> None:
        self.query_one(Hints).remove_class("-asking")
        self.set_focus(self.current, scroll_visible=False)
        if event.purpose == "filter":
            self.narrow(event.words or "")
        elif not event.words:
            self.sought.light(None)
            self.sought.to_spot(self.origin)
        else:
            self.sought.light(_literal(event.words))
            at = self.sought.to_match(0)
            if self.sought is self.current:
                self._tell_match(at, event.words)
        self.refresh_bindings()

    def _tell_match(self, number: int, words: str = "") -> None:
        found = len(self.current.matches())
        asked = f"“{words}” " if words else ""
        self.say(f"{asked}{number} of {found}" if found else f"{asked}not in this pane")


def _literal(words: str) -> Lights:
    """Lights the words as they are; most texts do not hold them, which is seen before any place is looked for."""
    needle = folded(words)

    @cache  # a paragraph stands on several rows, and is looked at to count, to go there and to paint
    def spans(text: str) -> Spans:
        return spans_of(words, text) if needle in folded(text) else ()

    return spans
