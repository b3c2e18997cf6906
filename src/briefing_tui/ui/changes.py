"""What changed since the last briefing of the same organiser: figures in groups, old beside new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing_tui.changes import (
    GROUPS,
    Changed,
    Happened,
    briefing_before,
    changes,
    happened_words,
    left_out,
    unchanged,
)
from briefing_tui.library import Entry
from briefing_tui.model import NOT_TOLD, Briefing
from briefing_tui.place import Place
from briefing_tui.ui.bar import Detail
from briefing_tui.ui.grid import Field, Grid
from briefing_tui.ui.lines import Lines, Row
from briefing_tui.ui.one_list import OneList
from briefing_tui.ui.paint import Line, Look, Spans, line, wrapped
from briefing_tui.wording import counted, figure_line, told

LOOKS: dict[Happened, Look] = {"changed": "caution", "new": "rise", "dropped": "fall", "unreviewed": "muted"}


class Differences(Lines):
    """The changes in groups; the cursor stops on each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "open", "Sentence", id="changes.sentence", show=True,
            tooltip="Open the sentence that gives the figure: the old one where it is dropped, the candidate's where "
            "it is not reviewed yet.",
        ),
        Binding("n", "step(1)", "Next change", id="changes.next", show=True, tooltip="Go to the next change."),
        Binding(
            "N", "step(-1)", "Previous change", id="changes.previous", show=False,
            tooltip="Go to the previous change.",
        ),
    ]  # fmt: skip

    def __init__(self, old: Briefing | None, new: Briefing, at: str | None, *, id: str) -> None:
        super().__init__(id=id)
        self.old, self.new, self.at = old, new, at
        found = changes(old, new) if old else ()
        self.changes = tuple(each for group in GROUPS for each in found if each.happened == group)

    def on_mount(self) -> None:
        self.lay()
        here = next((number for number, each in enumerate(self.changes) if each.id == self.at), None)
        self.go(self.find_key(str(here)) or 0)
        self.moved()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return self.lights is None if action == "step" else True  # `n` goes from match to match while there are any

    def match_spans(self, index: int, row: Row) -> Spans:
        return super().match_spans(index, row) if row.key else ()

    def lay(self) -> None:
        """Both figures side by side where there is room; the lines below show both in any case."""
        if self.old is None or not self.changes:
            self.title("What changed", f"since {_day(self.old)}" if self.old else "")
            self.show(_nothing(self.old, self.new, self.size.width))
            return
        before, now = str(self.old.date), str(self.new.date)
        grid = Grid(_fields(self.changes, before, now, self.size.width), self.size.width)
        self.head = grid.head
        self.show((*_beside(self.old, self.new), *_rows(self.changes, grid, before, now)), self.cursor)
        counts = {group: sum(each.happened == group for each in self.changes) for group in GROUPS}
        parts = ", ".join(f"{count} {happened_words(group)}" for group, count in counts.items() if count)
        self.title("Changes since" if self.size.width >= 70 else "Since", _day(self.old), f"· {parts}")
        self.moved()

    @property
    def changed(self) -> Changed | None:
        """The change under the cursor."""
        return self.changes[int(self.key)] if self.key else None

    def moved(self) -> None:
        if self.is_attached:
            self.screen.query_one(Detail).tell(*_detail(self.old, self.new, self.changed))

    def opened(self) -> None:
        changed = self.changed
        old = changed.old if changed else None
        if changed and changed.new and not (old and old.candidate):
            self.screen.dismiss((self.new.place_of(changed.new.mentions[0]), changed.id))
        elif changed and old and self.old:
            self.screen.dismiss((self.old.place_of(old.mentions[0]), old.id))

    def action_step(self, step: int) -> None:
        """The next or the previous change, round the end."""
        if self.changes:
            at = self.find_key(str((int(self.key or 0) + step) % len(self.changes)))
            if at is not None and self.go(at):
                self.moved()


class Changes(OneList[tuple[Place, str] | None]):
    """The changes in groups; gives where the one chosen is said, and its id."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "close", "Back", id="changes.close", show=True, tooltip="Close matches, then the changes."
        ),
        Binding(
            "c,left_square_bracket", "dismiss(None)", "Back", id="changes.leave", show=False,
            tooltip="Close the changes.",
        ),
    ]  # fmt: skip

    def __init__(self, entries: Sequence[Entry], briefing: Briefing, at: str | None) -> None:
        """Of all briefings only the one before is read; which it is, the summaries tell."""
        summaries = ((entry.id, entry.summary) for entry in entries)
        told = {each: (summary.full_organiser, summary.date) for each, summary in summaries if summary}
        before = briefing_before(briefing.id, told) if briefing.id in told else None
        old = next((entry.briefing for entry in entries if entry.id == before), None)
        super().__init__(Differences(old, briefing, at, id="differences"))


def _fields(found: Sequence[Changed], before: str, now: str, width: int) -> tuple[Field, ...]:
    """Figures as wide as they are, but for the room that names want."""
    names = min(max(len(each.name) for each in found), max(width // 3, 20))
    aspects = max(len(", ".join(each.aspects)) for each in found)
    longest = max(len(told(indicator)) for each in found for indicator in (each.old, each.new))
    room = (width - names - 6) // 2
    return (
        Field("Indicator", names, stretches=True),
        Field(before, min(longest, max(room, 20)), rank=1),
        Field(now, min(longest, max(room, 20))),
        Field("Differs in", aspects, rank=2),
    )


def _rows(found: Sequence[Changed], grid: Grid, before: str, now: str) -> Iterator[Row]:
    """A row's key is the number of its change."""
    group: Happened | None = None
    for number, each in enumerate(found):
        if each.happened != group:
            if group:
                yield Row(Line())
            group = each.happened
            count = sum(other.happened == group for other in found)
            words = happened_words(group)
            yield Row(line((words[:1].upper() + words[1:], "strong"), (f"  {count}", "muted")))
        aspects = line((", ".join(each.aspects), "muted"))
        cells = {"Indicator": line(each.name), before: line(told(each.old)), now: line(told(each.new))}
        whole = (each.name, told(each.old), told(each.new), *each.aspects)
        yield Row(grid.row(cells | {"Differs in": aspects}), str(number), "  ".join(whole))


def _beside(old: Briefing, new: Briefing) -> tuple[Row, ...]:
    """How many figures did not change, and how many candidates nobody has compared."""
    same = f"{counted(unchanged(old, new), 'figure')} unchanged"
    return tuple(Row(line((words, "muted"))) for words in (same, *left_out(old, new)))


def _nothing(old: Briefing | None, new: Briefing, width: int) -> tuple[Row, ...]:
    """Why there is nothing to show."""
    rows: tuple[Row, ...] = ()
    what = "esc goes back"
    if old is not None:
        rows = _beside(old, new)
        why = f"Every figure is as it was on {_day(old)}."
        if not unchanged(old, new):
            why = "No figure to compare" + (" yet: a accepts candidates." if len(rows) > 1 else ".")
    elif new.organiser == NOT_TOLD:
        why = "The transcript names no organiser, so no briefing is known to be the one before."
        what = "the field organiser in briefing.toml tells it; briefing-tui changes OLD NEW compares any two"
    else:
        why = f"The library has no briefing of {new.organiser} before {_day(new)}."
        what = "briefing-tui import makes one from a transcript; it is found by organiser and date"
    told = (*wrapped(line(why), max(width - 2, 1)), *wrapped(line((what, "muted")), max(width - 2, 1)))
    return (*rows, *(Row(line("  ") + each) for each in told))


def _day(briefing: Briefing) -> str:
    return f"{briefing.date.day} {briefing.date:%b %Y}"


def _detail(old: Briefing | None, new: Briefing, changed: Changed | None) -> tuple[Line, ...]:
    """Both figures in full, each with where it is said."""
    if changed is None or old is None:
        return ()
    lines = [line((changed.name, "strong"), (f"  {changed.words}", LOOKS[changed.happened]))]
    for briefing, indicator in ((old, changed.old), (new, changed.new)):
        words = "does not give it"
        if indicator is not None:
            words = f"{figure_line(indicator).partition(': ')[2]}  {briefing.place_of(indicator.mentions[0])}"
        lines.append(line((f"{briefing.date}  ", "muted"), words))
    return tuple(lines)
