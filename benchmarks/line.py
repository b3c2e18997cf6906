"""A slow line between program and terminal: so many bytes a second, so long a way there and back."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Line:
    """What is under way in both directions. Times are seconds of one clock; a `rate` of 0 is no limit.

    The far end takes no more than `holds` bytes ahead of what has gone over the line, as sshd and its socket do.
    """

    rate: float = 0
    round_trip: float = 0
    holds: int = 65536
    _free: float = 0
    _typed: list[tuple[float, bytes]] = field(default_factory=list)

    def arrival(self, now: float, size: int) -> float:
        """When bytes that the program wrote now stand on the screen."""
        if self.rate:
            self._free = max(self._free, now) + size / self.rate
            now = self._free
        return now + self.round_trip / 2

    def full_until(self) -> float:
        """Until when no more can be taken from the program."""
        return self._free - self.holds / self.rate if self.rate else 0

    def piece(self) -> int:
        """How many bytes to take at once, so that each piece has its own time of arrival."""
        return min(max(int(self.rate / 20), 64), 4096) if self.rate else 65536

    def type(self, at: float, keys: bytes) -> None:
        """Send something to the program; it is there half a round trip later."""
        self._typed.append((at + self.round_trip / 2, keys))
        self._typed.sort(key=lambda pair: pair[0])

    def next_key(self) -> float | None:
        """When the next of what was typed reaches the program."""
        return self._typed[0][0] if self._typed else None

    def reached(self, now: float) -> bytes:
        """All that has reached the program by now."""
        there = b"".join(keys for at, keys in self._typed if at <= now)
        self._typed = [(at, keys) for at, keys in self._typed if at > now]
        return there
