"""How long a search may go on: until its time is over, or a newer one stops it."""

from __future__ import annotations

from time import monotonic


class Patience:
    """A limit in seconds from now; may be stopped from any thread."""

    def __init__(self, seconds: float) -> None:
        self._until = monotonic() + seconds

    def stop(self) -> None:
        self._until = 0.0

    @property
    def over(self) -> bool:
        return monotonic() >= self._until
