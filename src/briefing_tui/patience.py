"""How long a search may go on: until its time is over, or a newer one stops it."""

from __future__ import annotations

from time import monotonic

LONGEST = 0.5  # seconds after which a search tells what it has


class Patience:
    """A limit in seconds from now; may be stopped from any thread. In a `hurry` only what is shown is looked for."""

    def __init__(self, seconds: float, hurry: bool = False) -> None:
        self._until = monotonic() + seconds
        self.hurry = hurry

    def stop(self) -> None:
        self._until = 0.0

    @property
    def over(self) -> bool:
        return monotonic() >= self._until
