"""One indicator over all briefings: a line for each unit and kind of period, by period, drawn where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from briefing_tui.giving import giving
from briefing_tui.indicator import Indicator
from briefing_tui.library import Entry
from briefing_tui.model import Briefing
from briefing_tui.place import Place
from briefing_tui.series import Line as Drawn
from briefing_tui.series import Point, series
from briefing_tui.series_words import apart_words, series_name
from briefing_tui.ui.bar import Bar, Detail, Hints
from briefing_tui.ui.drawing import drawing
from briefing_tui.ui.lines import Lines, Row
from briefing_tui.ui.one_list import OneList
from briefing_tui.ui.paint import Line, Spans, line, wrapped
from briefing_tui.ui.prompt import Prompt
from briefing_tui.ui.series_rows import Stop, series_rows, step_line, stops
from briefing_tui.ui.sheets import given_lines
from briefing_tui.wording import counted, figure_words

AT_ONCE = 0.05  # seconds of reading between two looks at the keys


class Points(Lines):
    """The figures by period, below each what other briefings gave for it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "open", "Sentence", id="series.sentence", show=True,
            tooltip="Open the sentence that gives the figure.",
        ),
    ]  # fmt: skip

    def __init__(self, indicator: Indicator, *, id: str) -> None:
        super().__init__(id=id)
        self.indicator = indicator
        self.drawn: tuple[Drawn, ...] | None = None
        self.stops: tuple[Stop, ...] = ()

    def tell(self, drawn: tuple[Drawn, ...], briefing: str) -> None:
        """Show the lines, the cursor on what a briefing gives."""
        self.drawn = drawn
        self.stops = tuple(stop for each in drawn for stop in stops(each))
        self.lay()
        here = next((index for index, each in enumerate(self.stops) if each.given.briefing.id == briefing), 0)
        self.go(self.find_key(str(here)) or 0)
        self.moved()
        self.screen.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return bool(self.stops) if action == "open" else True

    def lay(self) -> None:
        if self.drawn is None:
            return
        if not self.drawn:
            self.show(_nothing(self.indicator, self.size.width))
            self.title("Series ·", self.indicator.name)
            return
        self.head, rows = series_rows(self.drawn, self.size.width)
        self.show((*rows, *_alone(self.stops), *_apart(self.drawn)), self.cursor)
        points = sum(isinstance(point, Point) for each in self.drawn for point in each.points)
        told = f"{counted(points, 'period')} from {counted(len(_briefings(self.stops)), 'briefing')}"
        self.title("Series ·", series_name(self.drawn) or "", f"· {told}")
        self.moved()

    def match_spans(self, index: int, row: Row) -> Spans:
        return super().match_spans(index, row) if row.key else ()

    @property
    def stop(self) -> Stop | None:
        """The figure under the cursor."""
        return self.stops[int(self.key)] if self.key else None

    def moved(self) -> None:
        assert isinstance(self.screen, Timeline)
        self.screen.point(self.stop)

    def opened(self) -> None:
        if self.stop is not None:
            given = self.stop.given
            self.screen.dismiss((given.place, given.indicator.id))


class Timeline(OneList[tuple[Place, str] | str | None]):
    """A series; gives where a figure is said and its id, or `table` for the next view."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back", id="series.close", show=True, tooltip="Close matches, then the series."),
        Binding(
            "left_square_bracket,V", "dismiss(None)", "Back", id="series.leave", show=False,
            tooltip="Close the series.",
        ),
        Binding(
            "v", "dismiss('table')", "Next view", id="series.view", tooltip="Close the series and go on to the table."
        ),
    ]  # fmt: skip

    def __init__(self, entries: Sequence[Entry], briefing: Briefing, indicator: Indicator) -> None:
        super().__init__(Points(indicator, id="points"))
        self.entries = entries
        self.briefing = briefing
        self.indicator = indicator
        self.giving: list[Briefing] = []
        self.given = giving(entries, indicator.id)
        self.read = 0

    def compose(self) -> ComposeResult:
        yield self.shown
        yield Bar(id="drawing")
        yield Detail(id="detail")
        yield Hints(id="hints")
        yield Prompt(id="prompt")

    def on_mount(self) -> None:
        self.query_one("#drawing").display = False
        self._read()

    def _read(self) -> None:
        """Look which briefings give the indicator, some at a time, so that keys are heard in between."""
        points, until = self.query_one(Points), monotonic() + AT_ONCE
        for briefing in self.given:
            self.read += 1
            self.giving += [briefing] if briefing else []
            if monotonic() > until:
                points.title("Series ·", f"read {self.read} of {len(self.entries)} briefings, esc stops")
                self.set_timer(0.001, self._read)
                return
        points.tell(series(self.giving, self.indicator.id), self.briefing.id)

    def on_unmount(self) -> None:
        self.given.close()

    def point(self, stop: Stop | None) -> None:
        """Tell all of the figure under the cursor, and draw its line where there is room."""
        self.query_one(Detail).tell(*(_detail(stop) if stop else ()))
        bar = self.query_one("#drawing", Bar)
        room = self.app.size
        drawn = drawing(stop.drawn, stop.number, room.width - 2, 8) if stop and room.height >= 30 else ()
        bar.display = bool(drawn)
        bar.tell(*drawn)


def _alone(stops: Sequence[Stop]) -> tuple[Row, ...]:
    """What would make a series of a single briefing's figure."""
    if len(_briefings(stops)) > 1:
        return ()
    identifier = stops[0].given.indicator.id
    return (
        Row(Line()),
        Row(line("  No other briefing here has a figure of this id.")),
        Row(line((f"  One joins in by an indicator with the id {identifier}.", "muted"))),
    )


def _apart(drawn: tuple[Drawn, ...]) -> tuple[Row, ...]:
    rows = tuple(Row(line((f"  {words[0].upper()}{words[1:]}.", "muted"))) for words in apart_words(drawn))
    return (Row(Line()), *rows) if rows else ()


def _nothing(indicator: Indicator, width: int) -> tuple[Row, ...]:
    """Why there is no series."""
    why = "It is a candidate, and joins the series when it is accepted." if indicator.candidate else ""
    told = wrapped(line(why or "No briefing gives it."), max(width - 2, 1))
    return tuple(Row(line("  ") + each) for each in (*told, line(("esc goes back", "muted"))))


def _briefings(stops: Sequence[Stop]) -> set[str]:
    return {each.given.briefing.id for each in stops}


def _detail(stop: Stop) -> tuple[Line, ...]:
    given, step = stop.given, stop.point.step
    lines = list(given_lines(given.briefing, given.indicator))
    if step is not None and given is stop.point.last:
        before = step.before
        when = before.indicator.period_words or str(before.briefing.date)
        against = f"  computed against {figure_words(before.indicator)}, {when}"
        lines.insert(1, step_line(stop.point) + line((against, "muted")))
    return tuple(lines)
