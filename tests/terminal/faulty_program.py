"""A program with a fault for each key; run by the tests of leaving, with our driver and our lifeline."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.events import Paste
from textual.widgets import Static

from briefing_tui.ui import lifeline
from briefing_tui.ui.driver import CellDriver
from briefing_tui.ui.lifeline import Lifeline


class Faulty(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        ("h", "handler", ""), ("w", "worker", ""), ("t", "thread", ""), ("k", "task", ""), ("b", "block", ""),
        ("q", "quit", ""), ("z", "suspend_process", ""),
    ]  # fmt: skip

    def __init__(self, lifeline: Lifeline) -> None:
        super().__init__(driver_class=CellDriver)
        self.lifeline = lifeline
        self.typed = ""

    def compose(self) -> ComposeResult:
        yield Static("ready")

    def on_mount(self) -> None:
        if isinstance(self._driver, CellDriver):
            self.lifeline.hush = self._driver.hush

    def on_key(self, event: object) -> None:
        character = getattr(event, "character", None)
        if character == "y":
            self.copy_to_clipboard("copied: ü")
        elif character == "m":
            self.bell()
        self.typed += character or "·"
        self.query_one(Static).update(f"ready, typed {self.typed[-60:]}", layout=False)

    def on_paste(self, event: Paste) -> None:
        self.typed += f"[{len(event.text)}]"

    def _handle_exception(self, error: Exception) -> None:
        self.lifeline.fault(error)

    def action_handler(self) -> None:
        raise ValueError("in a handler")

    def action_worker(self) -> None:
        self.run_worker(self._late("in a worker"))

    def action_thread(self) -> None:
        threading.Thread(target=_raise, args=("in a thread",)).start()

    def action_task(self) -> None:
        asyncio.get_running_loop().call_soon(_raise, "in a task")

    def action_block(self) -> None:
        self.query_one(Static).update("blocked")
        self.set_timer(0.2, lambda: time.sleep(60))

    async def _late(self, words: str) -> None:
        _raise(words)


def _raise(words: str) -> None:
    raise ValueError(words)


if __name__ == "__main__":
    saved = Path(os.environ.get("SAVED", os.devnull))
    lifeline.TO_HEAR = float(os.environ.get("TO_HEAR", lifeline.TO_HEAR))
    with Lifeline() as watching:
        watching.saves.append(saved.touch)
        program = Faulty(watching)
        program.run(loop=watching.loop())
        watching.leave(program.return_code or 0)
