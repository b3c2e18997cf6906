"""Every action that a key reaches here, offered to the command palette by its words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.binding import ActiveBinding, Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider

from briefing_tui.ui.bar import key_words
from briefing_tui.ui.paint import content


class Actions(Provider):
    """The bindings that are active where the palette was called, plain movement last."""

    def _actions(self) -> Iterator[tuple[Binding, ActiveBinding]]:
        seen = set()
        found = self.screen.active_bindings.values()
        for active in sorted(found, key=lambda each: (each.binding.id or "").startswith("move.")):
            binding = active.binding
            if binding.id and active.enabled and binding.tooltip and binding.id not in seen:
                seen.add(binding.id)
                yield binding, active

    async def discover(self) -> Hits:
        for binding, active in self._actions():
            yield DiscoveryHit(
                content(binding.description, f"  {key_words(binding.key)}"),
                partial(self._run, active),
                text=binding.description,
                help=binding.tooltip,
            )

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for binding, active in self._actions():
            words = f"{binding.description} {binding.tooltip}"
            score = matcher.match(words)
            if score > 0:
                yield Hit(
                    score,
                    content(binding.description, f"  {key_words(binding.key)}"),
                    partial(self._run, active),
                    text=binding.description,
                    help=binding.tooltip,
                )

    async def _run(self, active: ActiveBinding) -> None:
        await self.app.run_action(active.binding.action, active.node)
