"""The article set against the transcript, figure by figure."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from briefing_tui.compare import Row as Verdict
from briefing_tui.compare import compare
from briefing_tui.indicator import Indicator, Mention, said
from briefing_tui.model import Briefing
from briefing_tui.place import Place
from briefing_tui.quantity import unit_words
from briefing_tui.ui.bar import Bar, Hints
from briefing_tui.ui.lines import Lines, Row
from briefing_tui.ui.paint import Line, Look, line

WORDS = {
    "same": "same",
    "rounded": "rounded",
    "differs": "differs",
    "only-transcript": "transcript only",
    "only-article": "article only",
}
LOOKS: dict[str, Look] = {"same": "rise", "rounded": "caution", "differs": "fall"}


class _Verdicts(Lines):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.open('transcript')", "In the transcript", id="compare.transcript", tooltip="Open the transcript's sentence."),
        Binding("a", "screen.open('article')", "In the article", id="compare.article", tooltip="Open the article's sentence."),
    ]  # fmt: skip

    def __init__(self, briefing: Briefing, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.briefing = briefing
        self.verdicts = compare(briefing)

    def lay(self) -> None:
        wide = self.size.width
        figures = 22 if wide >= 90 else 16
        names = max(wide - 2 * figures - 19, 14)
        self.head = line(("  Figure".ljust(names), "muted"), (" Transcript".ljust(figures + 1), "muted"))
        self.head += line((" Article".ljust(figures + 1), "muted"), (" Verdict", "muted"))
        rows = []
        for verdict in self.verdicts:
            indicator = self.briefing.indicator(verdict.id)
            look = LOOKS.get(verdict.verdict, "muted")
            note = "*" if verdict.note and verdict.article else ""
            row = line("  ", verdict.name).padded(names) + line(" ")
            row += _figure(indicator, verdict.transcript).padded(figures) + line(" ")
            row += _figure(indicator, verdict.article).padded(figures) + line(" ", (WORDS[verdict.verdict] + note, look))
            rows.append(Row(row, verdict.id))
        self.show(tuple(rows), self.cursor)
        counts = {word: sum(each.verdict == key for each in self.verdicts) for key, word in WORDS.items()}
        told = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
        self.title("Article against transcript ·", told)
        self.moved()

    def moved(self) -> None:
        self.screen.query_one("#detail", Bar).tell(*_detail(self.verdict))

    @property
    def verdict(self) -> Verdict | None:
        return next((each for each in self.verdicts if each.id == self.key), None)


class Comparison(Screen[tuple[Place, str] | None]):
    """Which figures agree, which differ, which one alone has; gives the place and figure chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,x,left_square_bracket", "dismiss(None)", "Back", id="compare.close", tooltip="Close the comparison."),
    ]

    def __init__(self, briefing: Briefing) -> None:
        super().__init__()
        self.briefing = briefing

    def compose(self) -> ComposeResult:
        yield _Verdicts(self.briefing, id="verdicts")
        yield Bar(id="detail")
        yield Hints(id="hints")

    def action_open(self, document: str) -> None:
        verdict = self.query_one(_Verdicts).verdict
        if verdict is None:
            return
        wanted = (verdict.article, verdict.transcript) if document == "article" else (verdict.transcript, verdict.article)
        mention = wanted[0] or wanted[1]
        if mention is not None:
            self.dismiss((self.briefing.place_of(mention), verdict.id))


def _figure(indicator: Indicator | None, mention: Mention | None) -> Line:
    if indicator is None or mention is None:
        return line(("–", "muted"))
    if mention.value is not None:
        comparator = mention.comparator or "="
        return line(said(mention.value, mention.scale or indicator.scale, comparator) + unit_words(indicator.unit))
    return line(indicator.growth_words if indicator.kind == "growth" else indicator.figure)


def _detail(verdict: Verdict | None) -> tuple[Line, ...]:
    """The words of both documents, and what there is to say of them."""
    if verdict is None:
        return ()
    lines = []
    for name, mention in (("Transcript", verdict.transcript), ("Article", verdict.article)):
        words = f"“{mention.quote}”  {mention.at}, source paragraph {mention.source}" if mention else "does not say it"
        lines.append(line((f"{name:<11}", "muted"), words))
    return (*lines, line((verdict.note or "", "muted")))
