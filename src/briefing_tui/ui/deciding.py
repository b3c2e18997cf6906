"""What a person decides on figures that the program found: accepted, dismissed, taken back; and reading anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_tui.indicator import Indicator
from briefing_tui.model import Briefing, Loaded
from briefing_tui.ui.doors import Doors
from briefing_tui.ui.paint import line

if TYPE_CHECKING:
    from briefing_tui.content_editor import Decision


KEYS = 48  # cells at the foot that tell the three keys, and the one that shows all of them
LEAST = 10


class Deciding(Doors):
    """A desk on which candidates are decided; each decision is written to the content at once."""

    decidable = False  # whether the row under the cursor was a candidate when the keys were told

    @property
    def candidate(self) -> Indicator | None:
        """The candidate under the cursor."""
        found = self.indicator
        return found if found is not None and found.candidate else None

    def action_accept(self) -> None:
        found = self.candidate
        if found is not None and self._written(found.id, "accepted"):
            others = (replace(each, candidate=False) if each is found else each for each in self.briefing.indicators)
            self._decided(found.id, replace(self.briefing, indicators=tuple(others)))
            self._told(f"Accepted: {found.name}")

    def action_turn_down(self) -> None:
        found = self.candidate
        if found is not None and self._written(found.id, "dismissed"):
            kept = tuple(each for each in self.briefing.indicators if each is not found)
            dismissed = (*self.briefing.dismissed, replace(found, candidate=False, dismissed=True))
            self._decided(found.id, replace(self.briefing, indicators=kept, dismissed=dismissed))
            self._told(f"Dismissed: {found.name}")

    def action_take_back(self) -> None:
        """Offer again what was decided last."""
        identifier, before = self.app.decided[-1]
        if before.id == self.briefing.id and self._written(identifier, "candidate"):
            self.app.decided.pop()
            self._show(before)
            self.say("Offered again.")

    def _told(self, words: str) -> None:
        """Say what was decided, and leave room for the keys that take it back and decide on the next one."""
        self.say(line(words).cut(max(self.size.width - KEYS, LEAST)).text)

    def _written(self, identifier: str, decision: Decision) -> bool:
        """Whether a decision could be kept; if not, the foot says why."""
        from briefing_tui.content_editor import NotCandidate, decide

        if not self.entry.path.is_dir():
            self.say(f"A transcript opened by its path is not kept: briefing-tui import {self.entry.path}")
            return False
        try:
            decide(self.entry.path, identifier, decision)
        except NotCandidate as error:
            self.say(f"{error}: R reads the content anew.")
        except OSError as error:
            self.say(f"It cannot be written: {error.strerror}.")
        else:
            return True
        return False

    def _decided(self, identifier: str, briefing: Briefing) -> None:
        self.app.decided.append((identifier, self.briefing))
        self._show(briefing)

    def _show(self, briefing: Briefing) -> None:
        entry = self.entry.now(Loaded(briefing, self.entry.problems))
        self.app.take(self.app.library.joined(entry), entry)

    def action_reload(self) -> None:
        """Read the library anew from the disk, the reader staying where it is."""
        library = self.app.library.anew()
        entry = library.entry(self.entry.id)
        if entry is None or entry.briefing is None:
            why = entry.problems[0] if entry else "its folder is gone"
            self.say(f"It cannot be read now, the old one stays: {why}")
            return
        same = entry.briefing == self.briefing and entry.problems == self.entry.problems
        self.app.decided.clear()
        self.app.take(library, entry)
        self.say("Read anew: nothing changed." if same else "Read anew.")
