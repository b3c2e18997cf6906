"""Text set in columns of a terminal: wide characters count as two, lines are filled, tables fit a width."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

# Unspaced scripts may break between any two characters, a figure never inside itself.
_PIECES = re.compile(r"[^\s\u2e80-\ua4ff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffe6]+|\S")
GAP = "  "


def cells(text: str) -> int:
    """How many columns a terminal gives the text."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def pad(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of `width` columns; a word wider than that stands whole on a line of its own."""
    return [text[start:end] for start, end in wrapped_spans(text, width)]


def wrapped_spans(text: str, width: int) -> list[tuple[int, int]]:
    """Where each line of the wrapped text begins and ends in it."""
    spans: list[tuple[int, int]] = []
    start = end = 0
    for piece in _PIECES.finditer(text):
        if end > start and cells(text[start : piece.end()]) > width:
            spans.append((start, end))
            start = piece.start()
        end = piece.end()
    return [*spans, (start, end)]


def filled(text: str, width: int, first: str = "", rest: str | None = None) -> str:
    """Wrapped text with a lead before its first line and before the others."""
    rest = " " * cells(first) if rest is None else rest
    lines = wrap(text, width - max(cells(first), cells(rest)))
    return "\n".join(((rest if number else first) + line).rstrip() for number, line in enumerate(lines))


def columns(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int, flexible: Sequence[int]) -> str:
    """A table within the width: flexible columns are wrapped, the widest first; the others never."""
    table = [tuple(heads), *(tuple(row) for row in rows)]
    widths = [max(cells(cell) for cell in column) for column in zip(*table, strict=True)]
    floors = [_longest(column) for column in zip(*table, strict=True)]
    while sum(widths) + len(GAP) * (len(widths) - 1) > width:
        able = [index for index in flexible if widths[index] > floors[index]]
        if not able:
            break
        widths[max(able, key=lambda index: widths[index])] -= 1
    head, *body = (_row(row, widths, flexible) for row in table)
    rule = GAP.join("─" * column for column in widths)
    return "\n".join([*head, rule, *(line for row in body for line in row), ""])


def _longest(column: Sequence[str]) -> int:
    return max(cells(word) for cell in column for word in (_PIECES.findall(cell) or [""]))


def _row(row: Sequence[str], widths: Sequence[int], flexible: Sequence[int]) -> list[str]:
    broken = [
        wrap(cell, width) if index in flexible and cells(cell) > width else [cell]
        for index, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return [
        GAP.join(pad(cell, width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in zip_longest(*broken, fillvalue="")
    ]


def lined_up(values: Sequence[str]) -> list[str]:
    """Numbers as said, led by blanks so that their decimal points stand in one column."""
    heads = [cells(re.split(r"\.|–", value, maxsplit=1)[0]) for value in values]
    return [" " * (max(heads, default=0) - head) + value for head, value in zip(heads, values, strict=True)]
