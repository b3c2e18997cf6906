"""How far long work is: a bar in one line of a terminal, else a line every few seconds; few files need neither."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from time import monotonic
from types import TracebackType

from briefing_tui.commands.command import Streams

FEW = 5
EVERY = 5.0


class Progress:
    """Files of known sizes, done one after another. What took no work says nothing about the time that is left."""

    def __init__(self, sizes: Sequence[int], streams: Streams, clock: Callable[[], float] = monotonic) -> None:
        self._sizes, self._streams, self._clock = sizes, streams, clock
        self.done = self._worked = 0
        self._spent = 0.0
        self._begun = self._last = self._told = clock()
        self._stack = ExitStack()
        self._show: Callable[[int, str], None] | None = None
        long = len(sizes) > FEW
        self.on_terminal = long and streams.err.isatty() and os.environ.get("TERM") != "dumb"

    def __enter__(self) -> Progress:
        if self.on_terminal:
            self._show = self._bar()
            self._show(0, f"0 of {len(self._sizes):,} files")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stack.close()

    @property
    def seconds(self) -> float:
        return self._clock() - self._begun

    def step(self, worked: bool = True) -> None:
        """The next file is done; `worked` unless it was only looked at."""
        now = self._clock()
        if worked:
            self._worked += self._sizes[self.done]
            self._spent += now - self._last
        self._last = now
        self.done += 1
        if self._show:
            self._show(sum(self._sizes[: self.done]), self.words)
        elif len(self._sizes) > FEW and now - self._told >= EVERY:
            self._told = now
            self._streams.say(f"{self.words}, the same command goes on")

    @property
    def words(self) -> str:
        """`312 of 1,000 files, 24 a second, 1.1 MB a second, 28 s left; Ctrl-C stops`."""
        seconds = max(self.seconds, 0.001)
        rate = f"{self.done:,} of {len(self._sizes):,} files, {self.done / seconds:.3g} a second"
        if not self._worked:
            return rate
        speed = self._worked / max(self._spent, 0.001)
        left = sum(self._sizes[self.done :]) / speed
        return f"{rate}, {speed / 1e6:.2g} MB a second, {span(left)} left; Ctrl-C stops"

    def _bar(self) -> Callable[[int, str], None]:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bar
        from rich.table import Column

        words = TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis"))
        bar = Bar(BarColumn(20), words, console=Console(file=self._streams.err), transient=True)
        task = bar.add_task("", total=max(1, sum(self._sizes)))
        self._stack.enter_context(bar)
        return lambda done, text: bar.update(task, completed=done, description=text)


def span(seconds: float) -> str:
    """A time in words: `0.4 s`, `28 s`, `3 min`, `2 h 5 min`."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    if seconds < 100:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
