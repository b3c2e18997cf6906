"""The article set against the transcript, figure by figure."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing_tui.compare import Row as Verdict
from briefing_tui.compare import compare
from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing
from briefing_tui.ui.bar import Detail
from briefing_tui.ui.lines import Lines, Row
from briefing_tui.ui.one_list import OneList
from briefing_tui.ui.paint import Line, Look, line
from briefing_tui.wording import figure_at

WORDS = {
    "same": "same",
    "rounded": "rounded",
    "differs": "differs",
    "only-transcript": "transcript only",
    "only-article": "article only",
}
LOOKS: dict[str, Look] = {"same": "rise", "rounded": "caution", "differs": "fall"}


class Verdicts(Lines):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "screen.open('transcript')", "In the transcript", id="compare.transcript",
            tooltip="Open the transcript's sentence.",
        ),
        Binding(
            "a", "screen.open('article')", "In the article", id="compare.article",
            tooltip="Open the article's sentence.",
        ),
    ]  # fmt: skip

    def __init__(self, briefing: Briefing, at: str | None, *, id: str) -> None:
        """Begins at the row of an indicator."""
        super().__init__(id=id)
        self.briefing, self.at = briefing, at
        self.verdicts = compare(briefing)

    def lay(self) -> None:
        """Both figures side by side where there is room; the lines below show both in any case."""
        wide = self.size.width >= 80
        figures = 22 if wide else 16
        columns = 2 if wide else 1
        room = self.size.width - columns * (figures + 1) - (20 if wide else 17)
        headings = ("Transcript", "Article")[:columns] if wide else ("Figure",)
        self.head = line(("  Indicator".ljust(room), "muted"))
        for heading in (*(each.ljust(figures) for each in headings), "Verdict"):
            self.head += line((f" {heading}", "muted"))
        rows = tuple(Row(self._row(each, room, figures, wide), each.id, self._words(each)) for each in self.verdicts)
        begins = next((index for index, row in enumerate(rows) if row.key == self.at), 0)
        self.show(rows, self.cursor if self.rows else begins)
        counts = {word: sum(each.verdict == key for each in self.verdicts) for key, word in WORDS.items()}
        told = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
        self.title("Article against transcript ·", told)
        self.moved()

    def _row(self, verdict: Verdict, room: int, figures: int, wide: bool) -> Line:
        indicator = self.briefing.indicator(verdict.id)
        transcript, article = _figure(indicator, verdict.transcript), _figure(indicator, verdict.article)
        row = line("  ", verdict.name).padded(room) + line(" ")
        if wide:
            row += transcript.padded(figures) + line(" ") + article.padded(figures)
        else:
            row += (transcript if verdict.transcript else article).padded(figures)
        note = ", see note" if verdict.note and verdict.article else ""
        return row + line(" ", (WORDS[verdict.verdict] + note, LOOKS.get(verdict.verdict, "muted")))

    def _words(self, verdict: Verdict) -> str:
        """A row in full, to be found by."""
        indicator = self.briefing.indicator(verdict.id)
        figures = (_figure(indicator, mention).text for mention in (verdict.transcript, verdict.article))
        return "  ".join((verdict.name, *figures))

    def moved(self) -> None:
        self.screen.query_one(Detail).tell(*_detail(self.verdict))

    @property
    def verdict(self) -> Verdict | None:
        return next((each for each in self.verdicts if each.id == self.key), None)


class Comparison(OneList[tuple[Indicator, Mention] | None]):
    """Which figures agree, which differ, which one alone has; gives the place and figure chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back", id="compare.close", tooltip="Close matches, then the comparison."),
        Binding(
            "x,left_square_bracket", "dismiss(None)", "Back", id="compare.leave", show=False,
            tooltip="Close the comparison.",
        ),
    ]  # fmt: skip

    def __init__(self, briefing: Briefing, at: str | None = None) -> None:
        super().__init__(Verdicts(briefing, at, id="verdicts"))
        self.briefing = briefing

    def action_open(self, document: str) -> None:
        verdict = self.query_one(Verdicts).verdict
        if verdict is None:
            return
        wanted = (
            (verdict.article, verdict.transcript) if document == "article" else (verdict.transcript, verdict.article)
        )
        mention = wanted[0] or wanted[1]
        indicator = self.briefing.indicator(verdict.id)
        if mention is not None and indicator is not None:
            self.dismiss((indicator, mention))


def _figure(indicator: Indicator | None, mention: Mention | None) -> Line:
    if indicator is None or mention is None:
        return line(("–", "muted"))
    return line(figure_at(indicator, mention))


def _detail(verdict: Verdict | None) -> tuple[Line, ...]:
    """The words of both documents, and what there is to say of them."""
    if verdict is None:
        return ()
    lines = []
    for name, mention in (("Transcript", verdict.transcript), ("Article", verdict.article)):
        words = f"“{mention.quote}”  {mention.at}, source paragraph {mention.source}" if mention else "does not say it"
        lines.append(line((f"{name:<11}", "muted"), words))
    return (*lines, line((verdict.note or "", "muted")))
