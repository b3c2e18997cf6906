"""Keys one after another: each has all its effects, and shows them at once, before the next one is looked at.

The toolkit hands keys to whatever has the focus as fast as they come. Over a network they come in bursts, and what
was typed behind the key that opens a prompt would go to the pane instead. It also paints whatever is ready, and what
is ready a moment later only with its next frame.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress

from textual import events
from textual.app import App
from textual.geometry import Region, Size
from textual.message_pump import MessagePump
from textual.reactive import Reactive
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget

FRAME = 1 / 60  # seconds in which what was painted is on its way
PATIENCE = 0.5  # seconds after which the next key is taken in any case
LONGEST_START = 5.0  # seconds; a first screen that takes longer is taken for begun


class OrderlyScreen(Screen[ScreenResultType]):
    """A screen that can be laid out while painting waits for the end of a batch."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)  # the toolkit's repaints all at each change

    _laid: Size | None = None
    _only: frozenset[Region] | None = None

    def paint_only(self, regions: Iterable[Region]) -> None:
        """Paint these the next time that the toolkit wants all of a screen painted, of which the rest is there."""
        self._only = frozenset(regions)

    def take_due(self) -> set[Region]:
        """What waits for being painted, from now on by who asks, but for all of it that a change of screens wants."""
        self._compositor.update_widgets(self._dirty_widgets)
        self._dirty_widgets.clear()
        self._repaint_required = False
        due = self._compositor._dirty_regions - {self.size.region} | (self._only or set())
        self._compositor._dirty_regions.clear()
        return {self.size.region} if self._layout_required else due

    def _narrow(self) -> None:
        due = self._compositor._dirty_regions
        if self._only is not None and self.size.region in due:
            due.discard(self.size.region)
            due.update(self._only)

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        size = self.outer_size if size is None else size
        if size != self._laid:
            self._laid, self._only = size, None
        if self._only is not None:  # with all of it due, the toolkit would not look at what moved
            self._compositor.update_widgets(self._dirty_widgets)
            self._narrow()
        super()._refresh_layout(size, scroll)

    def _screen_resized(self, size: Size) -> None:
        if size != self._laid:  # each layout tells the screen its own size: the toolkit would lay it out once more
            super()._screen_resized(size)

    def _compositor_refresh(self) -> None:
        if self.app._batch_count:
            self._dirty_widgets.add(self)  # the toolkit would paint it and throw it away
            return
        self._narrow()
        super()._compositor_refresh()
        for screen in self.app.screen_stack:  # also of those that this one covers: nothing of them is due any more
            if isinstance(screen, OrderlyScreen):
                screen._only = None

    def lay_out(self) -> bool:
        """Give the widgets their places; False where they have them."""
        due, self._layout_required = self._layout_required, False
        if due:
            self._refresh_layout()
        return due


class OrderlyApp(App[None], inherit_bindings=False):
    """An application that takes a key when all who may answer the one before it have done so, and it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self._disable_tooltips = self._disable_notifications = True  # two widgets on each screen that nothing uses
        self._typed: deque[events.Event] = deque()
        self._turns: asyncio.Task[None] | None = None
        self.begun = asyncio.Event()  # the first screen is there: what was typed before waits for it
        self._once_shown: list[Callable[[], None]] = []

    def once_shown(self, callback: Callable[[], None]) -> None:
        """Call back when what the key does is on the screen: for what takes longer than a frame."""
        if self._turns is None or self._turns.done():
            self.set_timer(FRAME, callback)
        else:
            self._once_shown.append(callback)

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        if self._turns is None or self._turns.done():
            self._turns = asyncio.create_task(self._take_turns())

    async def typed_out(self) -> None:
        """Wait until every key so far has had its effects."""
        if self._turns is not None:
            await self._turns

    async def _take_turns(self) -> None:
        if not self.begun.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self.begun.wait(), LONGEST_START)
        while self._typed and self.is_running:
            try:
                with self.batch_update():
                    await super().on_event(self._typed.popleft())
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self._settled(), PATIENCE)
                if self.is_running:
                    self.show()
            except Exception as error:  # a task of its own: nobody else would tell
                self._handle_exception(error)

    def show(self) -> None:
        """Paint all that is due."""
        self.screen._on_timer_update()
        while self._once_shown:
            self.set_timer(FRAME, self._once_shown.pop(0))

    async def _settled(self) -> None:
        """Wait until the focused widget, those around it and the application have nothing left to do, in that order,
        and every widget has its place."""
        while self.is_running:
            screen, focused = self.screen, self.focused
            await screen._mounted_event.wait()
            for pump in focused.ancestors_with_self if focused else (screen, self):
                await _finished(pump)
            same = (screen, focused) == (self.screen, self.focused)
            busy = any(each.message_queue_size for each in (self, *screen.walk_children(with_self=True)))
            if same and not busy and not (isinstance(screen, OrderlyScreen) and screen.lay_out()):
                return


async def _finished(pump: MessagePump) -> None:
    """Wait until a widget has dealt with all that was sent to it so far."""
    done = asyncio.Event()
    if pump.is_running and pump.call_later(done.set):
        await done.wait()
