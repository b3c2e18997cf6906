"""Where the reader was: places with what was chosen, filtered and scrolled there, to come back to exactly."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing_tui.indicator import Mention
from briefing_tui.place import Place
from briefing_tui.selection import Selection


@dataclass(frozen=True, slots=True)
class Visit:
    """A moment on the screen: place, pane, selection, and the cursor and scroll of reader and table."""

    place: Place
    pane: str
    selection: Selection
    view: str
    pinned: bool
    reader: tuple[int, int]
    figure: Mention | None
    row: str | None
    compared: str | None = None  # the row of the comparison that stood over it


@dataclass
class History:
    """Visits behind and ahead of where the reader is."""

    behind: list[Visit] = field(default_factory=list)
    ahead: list[Visit] = field(default_factory=list)

    def remember(self, visit: Visit) -> None:
        """Keep where the reader is before it goes elsewhere; what was ahead is gone."""
        if not self.behind or self.behind[-1] != visit:
            self.behind.append(visit)
        self.ahead.clear()

    def back(self, here: Visit) -> Visit | None:
        if not self.behind:
            return None
        self.ahead.append(here)
        return self.behind.pop()

    def forward(self, here: Visit) -> Visit | None:
        if not self.ahead:
            return None
        self.behind.append(here)
        return self.ahead.pop()
