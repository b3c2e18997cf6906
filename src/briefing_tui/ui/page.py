"""A section set as a page: rows of a width, which paragraph each belongs to, and where the figures came to stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing_tui.indicator import Mention
from briefing_tui.model import Briefing, Paragraph, Section, Turn
from briefing_tui.ui.lines import Row
from briefing_tui.ui.paint import Lights, Line, Spans, line, wrap, wrapped
from briefing_tui.wording import turn_heading

GUTTER = 5  # cursor mark, paragraph number, blank, bar of a question
TEXT = "text"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the text; `stretches` are (row, start, end) in characters of the row."""

    indicator: str
    mention: Mention
    stretches: tuple[tuple[int, int, int], ...]
    candidate: bool


@dataclass(frozen=True, slots=True)
class _Set:
    """One paragraph as set: its whole text, and for each row which stretch of it stands there."""

    text: str
    stretches: dict[int, tuple[int, int]]


@dataclass
class Page:
    """What `typeset` made; `paragraphs` tells for each row of text the number of its paragraph."""

    rows: tuple[Row, ...] = ()
    figures: tuple[Figure, ...] = ()
    paragraphs: dict[int, int] = field(default_factory=dict)
    sets: dict[int, _Set] = field(default_factory=dict)

    def match_spans(self, index: int, row: Row, lights: Lights) -> Spans:
        """Where a row is lit; a match may begin on one row and end on the next."""
        whole = self.sets.get(index)
        if whole is None:
            return lights(row.line.text)
        first, last = whole.stretches[index]
        found = ((max(start, first), min(end, last)) for start, end in lights(whole.text))
        return tuple((start - first + GUTTER, end - first + GUTTER) for start, end in found if start < end)

    def begins_match(self, index: int, row: Row, lights: Lights) -> bool:
        """Whether a match begins in a row."""
        whole = self.sets.get(index)
        if whole is None:
            return bool(lights(row.line.text))
        first, last = whole.stretches[index]
        return any(first <= start < last for start, _ in lights(whole.text))


def typeset(briefing: Briefing, section: Section, width: int) -> Page:
    """Set a section in rows of `width` cells."""
    setter = _Setter(briefing, section, width)
    for turn in section.turns:
        setter.turn(turn)
    if section.note:
        setter.note(section.note)
    return setter.page()


class _Setter:
    def __init__(self, briefing: Briefing, section: Section, width: int) -> None:
        self.briefing = briefing
        self.section = section
        self.width = max(width - GUTTER, 10)
        self.rows: list[Row] = []
        self.figures: list[Figure] = []
        self.paragraphs: dict[int, int] = {}
        self.sets: dict[int, _Set] = {}
        self.met: set[str] = set()

    def page(self) -> Page:
        while self.rows and not self.rows[-1].line.text.strip():
            self.rows.pop()
        return Page(tuple(self.rows), tuple(self.figures), self.paragraphs, self.sets)

    def turn(self, turn: Turn) -> None:
        heading = self._heading(turn)
        for row in wrapped(heading, self.width):
            self._row(line(" " * GUTTER) + row)
        for paragraph in turn.paragraphs:
            self._paragraph(paragraph, question=turn.kind == "question")

    def note(self, text: str) -> None:
        for row in wrapped(line((f"Note. {text}", "muted")), self.width):
            self._row(line(" " * GUTTER) + row)

    def _heading(self, turn: Turn) -> Line:
        """Who speaks, with all posts the first time in a section."""
        words = turn_heading(self.briefing, self.section, turn) or self._document().capitalize()
        name = self.briefing.name(self.section.outlet if turn.kind == "question" else turn.speaker) or words
        heading = line((words[: len(name)], "strong"), words[len(name) :])
        speaker = self.briefing.speaker(turn.speaker)
        if speaker is None:
            return heading
        if self.section.kind == "report":
            return heading + line(", as the article reports")
        post = f" · {speaker.post}" if speaker.post and speaker.id not in self.met else ""
        self.met.add(speaker.id)
        return heading + line((post, "muted"))

    def _document(self) -> str:
        kinds = {document.id: document.kind for document in self.briefing.documents}
        return kinds.get(self.section.document, "")

    def _row(self, row: Line) -> None:
        self.rows.append(Row(row, TEXT))

    def _paragraph(self, paragraph: Paragraph, question: bool) -> None:
        lead = f"{paragraph.heading}. " if paragraph.heading else ""
        whole = lead + paragraph.text
        stretches: dict[int, tuple[int, int]] = {}
        for number, (start, end) in enumerate(wrap(whole, self.width)):
            mark = f"{paragraph.number:>3} "[-4:] if number == 0 else "    "
            gutter = line((mark, "muted"), ("▎" if question else " ", "accent"))
            strong = max(min(len(lead), end) - start, 0)
            row = gutter + Line(whole[start:end], ((0, strong, "strong"),) if strong else ())
            stretches[len(self.rows)] = (start, end)
            self.paragraphs[len(self.rows)] = paragraph.number
            self._row(row)
        self._mark(paragraph, len(lead), stretches)
        self.sets.update(dict.fromkeys(stretches, _Set(whole, stretches)))
        self.rows.append(Row(Line()))

    def _mark(self, paragraph: Paragraph, lead: int, stretches: dict[int, tuple[int, int]]) -> None:
        """Underline the paragraph's figures and remember where each came to stand."""
        for indicator, mention in self.briefing.mentions_in(self.section.id):
            if mention.paragraph != paragraph.number:
                continue
            first = paragraph.text.index(mention.quote) + lead
            last = first + len(mention.quote)
            found = []
            for row, (start, end) in stretches.items():
                here = (max(first, start) - start + GUTTER, min(last, end) - start + GUTTER)
                if here[0] < here[1]:
                    found.append((row, *here))
                    old = self.rows[row]
                    lit = old.line.lit([here], "figure")
                    self.rows[row] = Row(lit.lit([here], "caution") if indicator.candidate else lit, old.key)
            self.figures.append(Figure(indicator.id, mention, tuple(found), indicator.candidate))
