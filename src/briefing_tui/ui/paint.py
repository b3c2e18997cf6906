"""Words become cells: the only door from content to the screen.

A `Line` is text with looks; `strip` turns it into cells of a width. Every text is made harmless here, whatever
it passed before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal
from weakref import WeakKeyDictionary

from rich.cells import cell_len, chop_cells
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.content import Content
from textual.strip import Strip

from briefing_tui.plain import one_line

Look = Literal["ground", "strong", "muted", "accent", "figure", "match", "here", "rise", "fall", "caution", "cursor"]
LOOKS: tuple[Look, ...] = (
    "ground", "strong", "muted", "accent", "figure", "match", "here", "rise", "fall", "caution", "cursor",
)  # fmt: skip
LOOK_CLASSES = {f"look--{look}" for look in LOOKS}  # declared by the application, once for all its widgets
Span = tuple[int, int, Look]
Spans = tuple[tuple[int, int], ...]
Lights = Callable[[str], Spans]
_looks: WeakKeyDictionary[App[Any], tuple[str, Mapping[Look, Style]]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and the looks of its stretches; looks over each other add up, the later one winning."""

    text: str = ""
    spans: tuple[Span, ...] = ()

    def __add__(self, other: Line) -> Line:
        spans = _shifted(other.spans, len(self.text)) if other.spans else ()
        return Line(self.text + other.text, self.spans + spans)

    @property
    def width(self) -> int:
        """How many cells the line takes."""
        return cell_len(self.text)

    def lit(self, spans: Iterable[tuple[int, int]], look: Look) -> Line:
        """The line with one more look over some stretches."""
        return Line(self.text, self.spans + tuple((start, end, look) for start, end in spans))

    def cut(self, width: int) -> Line:
        """The line at most `width` cells wide, `…` at its end where something was cut."""
        if self.width <= width:
            return self
        if width < 1:
            return Line()
        text = chop_cells(self.text, width - 1)[0] if width > 1 else ""
        end = len(text)
        spans = tuple((start, min(stop, end), look) for start, stop, look in self.spans if start < end)
        return Line(text + "…", spans)

    def padded(self, width: int, right: bool = False) -> Line:
        """The line exactly `width` cells wide; `right` sets the text at the right edge."""
        line = self.cut(width)
        blank = Line(" " * (width - line.width))
        return blank + line if right else line + blank


def line(*parts: str | tuple[str, Look] | Line) -> Line:
    """Put a line together from words, words with a look, and other lines."""
    words = ""
    spans: list[Span] = []
    for part in parts:
        at = len(words)
        if isinstance(part, Line):
            words += part.text
            spans += _shifted(part.spans, at)
        elif isinstance(part, str):
            words += _shown(part)
        else:
            words += _shown(part[0])
            spans.append((at, len(words), part[1]))
    return Line(words, tuple(spans))


def _shifted(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple((start + by, end + by, look) for start, end, look in spans)


def _shown(text: str) -> str:
    """Visible and on one line, with the blanks that the layout put there."""
    return text if text.isascii() and text.isprintable() else _edges(text)


def _edges(text: str) -> str:
    core = one_line(text)
    left = len(text) - len(text.lstrip(" "))
    right = len(text) - len(text.rstrip(" "))
    inner = "  ".join(one_line(part) for part in text.strip(" ").split("  ")) if "  " in text.strip(" ") else core
    return " " * left + inner + (" " * right if core else "")


def looks_of(app: App[Any]) -> Mapping[Look, Style]:
    """The looks in the colours of the application's theme."""
    theme, looks = _looks.get(app, ("", {}))
    if theme != app.theme:
        looks = {look: app.get_component_styles(f"look--{look}").partial_rich_style for look in LOOKS}
        _looks[app] = app.theme, looks
    return looks


def content(*parts: str | tuple[str, Look] | Line) -> Content:
    """A line for Textual's own titles, which never reads it as markup."""
    return Content(line(*parts).text)


def strip(painted: Line, width: int, looks: Mapping[Look, Style], ground: Style) -> Strip:
    """The cells of a line, cut or filled to `width`."""
    painted = painted.cut(width)
    if not painted.text.isprintable():  # a last guard: nothing that a terminal obeys leaves here
        painted = Line("".join(each if each.isprintable() else "�" for each in painted.text), painted.spans)
    edges = sorted({0, len(painted.text), *(edge for start, end, _ in painted.spans for edge in (start, end))})
    segments = []
    for start, end in pairwise(edges):
        style = ground
        for first, last, look in painted.spans:
            if first <= start and end <= last:
                style += looks[look]
        segments.append(Segment(painted.text[start:end], style))
    return Strip(segments, painted.width).adjust_cell_length(width, ground)


def wrap(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """Where each line of a text begins and ends when words are kept whole; what has no blanks breaks where it must."""
    lines: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        end = _fitting(text, start, max(width, 1))
        lines.append((start, start + len(text[start:end].rstrip())))
        start = end
        while start < len(text) and text[start] == " ":
            start += 1
    return tuple(lines) or ((0, 0),)


def wrapped(whole: Line, width: int) -> tuple[Line, ...]:
    """A line on as many lines as it takes, its looks kept."""
    out = []
    for start, end in wrap(whole.text, width):
        spans = tuple((max(a - start, 0), b - start, look) for a, b, look in whole.spans if a < end and b > start)
        out.append(Line(whole.text[start:end], spans))
    return tuple(out)


def _fitting(text: str, start: int, width: int) -> int:
    """Where to break so that the cells from `start` fit: after the last blank, or in a run without any."""
    end = min(start + width, len(text))
    cells = cell_len(text[start:end])
    while cells > width and end > start + 1:
        end -= 1
        cells -= cell_len(text[end])
    if end == len(text) or text[end] == " ":
        return end
    blank = text.rfind(" ", start, end)
    return blank if blank > start else end
