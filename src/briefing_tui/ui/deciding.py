"""What a person decides on figures that the program found: accepted, dismissed, taken back; and reading anew."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_tui.indicator import Indicator
from briefing_tui.model import Briefing, Loaded
from briefing_tui.ui.doors import Doors
from briefing_tui.ui.indicators import Indicators
from briefing_tui.ui.reader import Reader

if TYPE_CHECKING:
    from briefing_tui.content_editor import Decision


DECIDES = {"a": "accept", "d": "dismiss"}
UNWRITTEN = "Not written, R reads it anew"  # the key first: a line may be short


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision made since the program was started: on what, where it stood, and the row that was left chosen."""

    briefing: str
    figure: Indicator
    index: int
    chosen: str | None


class Deciding(Doors):
    """A desk on which candidates are decided; each decision is written to the content at once."""

    decidable: tuple[bool, bool] | None = None  # what could be decided under the cursor when the keys were told

    @property
    def kept(self) -> bool:
        """Whether decisions can be written; a transcript opened by its path is kept nowhere."""
        return self.entry.path.is_dir()

    @property
    def candidate(self) -> Indicator | None:
        """The candidate under the cursor."""
        found = self.indicator
        return found if found is not None and found.candidate and self.kept else None

    @property
    def accepted(self) -> Indicator | None:
        """The figure under the cursor, which was a candidate: in an imported briefing each that is none any more."""
        found = self.indicator
        imported = any(document.sha256 for document in self.briefing.documents)
        return found if found is not None and imported and not found.candidate and self.kept else None

    @property
    def last(self) -> Decided | None:
        """The last decision on this briefing since the program was started."""
        return next((each for each in reversed(self.app.decided) if each.briefing == self.briefing.id), None)

    def decisions(self) -> tuple[bool, bool]:
        """Whether something can be decided here, and whether something can be taken back."""
        return self.candidate is not None, self.last is not None or self.accepted is not None

    def action_accept(self) -> None:
        found = self.candidate
        if found is not None and self._written(found, "accepted"):
            self._decided(found, self._with(replace(found, candidate=False)))
            self.say(f"Accepted: {found.name}", yields=True)

    def action_turn_down(self) -> None:
        found = self.candidate
        if found is not None and self._written(found, "dismissed"):
            kept = tuple(each for each in self.briefing.indicators if each is not found)
            dismissed = (*self.briefing.dismissed, replace(found, candidate=False, dismissed=True))
            self._decided(found, replace(self.briefing, indicators=kept, dismissed=dismissed))
            self.say(f"Dismissed: {found.name}", yields=True)

    def action_take_back(self) -> None:
        """Offer again what was decided last; where the cursor went on to a figure accepted earlier, that one."""
        last, chosen = self.last, self.indicator
        here = chosen.id if chosen else None
        gone_on = last is None or last.chosen != here
        if not (gone_on and chosen and not chosen.candidate and self._offered_again(chosen)):
            self._undo(last)

    def _offered_again(self, chosen: Indicator) -> bool:
        """Whether a figure was accepted and is a candidate again, or why that cannot be written was said."""
        from briefing_tui.content_editor import NotCandidate, Otherwise, decide

        try:
            decide(self.entry.path, chosen.id, "candidate", chosen)
        except Otherwise as error:
            self.say(f"{UNWRITTEN}: {error}")
            return True
        except (NotCandidate, NotADirectoryError, FileNotFoundError):
            return False
        except OSError as error:
            self.say(f"It cannot be written: {error.strerror}.")
            return True
        this = (self.briefing.id, chosen.id)
        self.app.decided = [each for each in self.app.decided if (each.briefing, each.figure.id) != this]
        self._show(self._with(replace(chosen, candidate=True)))
        self.say(f"Taken back: {chosen.name}", yields=True)
        return True

    def _undo(self, last: Decided | None) -> None:
        """Take a decision back, or say that there is none and where the dismissed ones are."""
        if last is None:
            self.say(self._nothing_decided())
            return
        figures = (*self.briefing.indicators, *self.briefing.dismissed)
        shown = next((each for each in figures if each.id == last.figure.id), last.figure)
        if self._written(shown, "candidate"):
            self.app.decided.remove(last)
            others = [each for each in self.briefing.indicators if each.id != last.figure.id]
            others.insert(last.index, last.figure)
            dismissed = tuple(each for each in self.briefing.dismissed if each.id != last.figure.id)
            self._show(replace(self.briefing, indicators=tuple(others), dismissed=dismissed))
            self._stand_on(last.figure)
            self.say(f"Taken back: {last.figure.name}", yields=True)

    def _stand_on(self, figure: Indicator) -> None:
        here = self.place.section if self.place else None
        mention = next((each for each in figure.mentions if each.section == here), None)
        if self.pane == "reader" and mention is not None:
            self.query_one(Reader).to_mention(mention)
        else:
            self.query_one(Indicators).tell(self.selection, self.view, figure.id)

    def _nothing_decided(self) -> str:
        files = Counter(each.mentions[0].section for each in self.briefing.dismissed)
        where = ", ".join(f"{count} dismissed in {section}.toml" for section, count in files.items())
        return f"{where} (dismissed = true): candidate = true offers it, then R" if where else "Nothing to take back."

    def unanswered(self, key: str) -> None:
        """Say why a key that decides has nothing to do here."""
        decidable, undoable = self.decisions()
        if key == "u" and not undoable:
            self.action_take_back()
        elif key in DECIDES and not decidable:
            found = self.indicator
            if found is None:
                self.say(f"No figure is under the cursor: nothing to {DECIDES[key]}.")
            elif found.candidate:
                self.say(f"A transcript opened by its path is not kept: briefing-tui import {self.entry.path}")
            else:
                again = "; u offers it again" if self.accepted else ""
                self.say(f"No candidate, nothing to {DECIDES[key]}{again}: {found.name}")

    def _with(self, figure: Indicator) -> Briefing:
        """The briefing with a figure in the place of the one of its id."""
        figures = (figure if each.id == figure.id else each for each in self.briefing.indicators)
        return replace(self.briefing, indicators=tuple(figures))

    def _written(self, shown: Indicator, decision: Decision) -> bool:
        """Whether a decision on what is shown could be kept; if not, the foot says why."""
        from briefing_tui.content_editor import NotCandidate, decide

        try:
            decide(self.entry.path, shown.id, decision, shown)
        except NotCandidate as error:
            self.say(f"{UNWRITTEN}: {error}")
        except OSError as error:
            self.say(f"It cannot be written: {error.strerror}.")
        else:
            return True
        return False

    def _decided(self, figure: Indicator, briefing: Briefing) -> None:
        index = self.briefing.indicators.index(figure)
        self._show(briefing)
        chosen = self.indicator
        self.app.decided.append(Decided(briefing.id, figure, index, chosen.id if chosen else None))
        self.refresh_bindings()

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
