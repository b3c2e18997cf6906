"""The figures of a source document against the indicators: none forgotten, none made up.

What is no indicator on purpose (a date, a name such as 5G) stands in the folder's `omissions.toml`, with why.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from briefing_tui.checked import checked_tables
from briefing_tui.content import OMISSIONS
from briefing_tui.model import Briefing
from briefing_tui.numerals import Number, numbers
from briefing_tui.place import Place
from briefing_tui.plain import one_line
from briefing_tui.problem import Problem
from briefing_tui.quantity import digits
from briefing_tui.quoted import mentioned
from briefing_tui.toml_file import read_toml

_AROUND = 30
_COUNT = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
# What can never be a figure, in any briefing: periods, ordinals, `one` as a pronoun.
_NEVER = re.compile(
    rf"\b(?:first|last|past|next|previous)\s+{_COUNT}\s+(?:quarters|months|weeks|days|years)\b"
    r"|\b(?:first|second|latter)\s+half\b"
    r"|\b\d+(?:st|nd|rd|th)\b"
    r"|\bone\s+(?:of|last|hand|another|more)\b|\b(?:this|that|the|which|each|every|no)\s+one\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Omission:
    """Words of a document's source paragraphs whose numbers are no indicators, and why."""

    __pydantic_config__ = {"extra": "forbid"}

    document: str
    source: tuple[int, ...]
    text: str
    why: str

    def __post_init__(self) -> None:
        if not self.text or not self.why:
            raise ValueError("an omission says its words and why they are no indicator")
        if not self.source or min(self.source) < 1:
            raise ValueError("an omission names its source paragraphs, counted from 1")


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A figure of a source paragraph that no indicator gives and no omission explains."""

    document: str
    paragraph: int
    words: str
    around: str

    def __str__(self) -> str:
        return f"{self.document} {self.paragraph}: no indicator gives '{self.words}' in “{self.around}”"


@dataclass(frozen=True, slots=True)
class Unproven:
    """A figure of a mention that does not stand in the source paragraph it names."""

    document: str
    paragraph: int
    indicator: str
    place: Place
    value: Decimal

    def __str__(self) -> str:
        figure = digits(abs(self.value))
        return f"{self.document} {self.paragraph}: does not hold {figure} of '{self.indicator}' in {self.place}"


@dataclass(frozen=True, slots=True)
class Unfounded:
    """An omission whose words hold no number in a source paragraph it names."""

    omission: Omission
    paragraph: int

    def __str__(self) -> str:
        where = f"{self.omission.document} {self.paragraph}"
        return f"{where}: the omission '{self.omission.text}' omits no number there"


def read_omissions(folder: Path) -> tuple[tuple[Omission, ...], tuple[Problem, ...]]:
    """The omissions that a briefing's folder states, none without the file, and the problems of that file."""
    path = folder / OMISSIONS
    if not os.path.lexists(path):
        return (), ()
    file, problems = read_toml(path)
    if file is None:
        return (), problems
    found = list(problems)
    omissions = [omission for _, omission in checked_tables(Omission, file, "omission", found)]
    for key in file.tables:
        if key != "omission":
            found.append(file.problem((key,), f"'{key}' is not a key here", "Write [[omission]]."))
    return tuple(omissions), tuple(sorted(found))


def uncovered(
    briefing: Briefing, omissions: Iterable[Omission], document: str, source_text: str
) -> tuple[Uncovered, ...]:
    """The numbers of a source, in digits or words, that neither a mention nor an omission accounts for."""
    omitted = [each for each in omissions if each.document == document]
    said: dict[int, Counter[Decimal]] = {}
    for paragraph, _, _, value in figures_said(briefing, document):
        said.setdefault(paragraph, Counter())[abs(value)] += 1
    found = []
    for paragraph, text in enumerate(source_paragraphs(source_text), 1):
        hidden = [span for each in omitted if paragraph in each.source for span in _spans(each.text, text)]
        hidden += [match.span() for match in _NEVER.finditer(text)]
        left = said.get(paragraph, Counter())
        for number in numbers(text):
            if any(start <= number.start and number.end <= end for start, end in hidden):
                continue
            if left[number.value]:
                left[number.value] -= 1
            else:
                found.append(Uncovered(document, paragraph, number.words, _around(number, text)))
    return tuple(found)


def unproven(briefing: Briefing, document: str, source_text: str) -> tuple[Unproven, ...]:
    """The values, range ends and changes of mentions that their source paragraph does not hold."""
    held = [{number.value for number in numbers(text)} for text in source_paragraphs(source_text)]
    return tuple(
        Unproven(document, paragraph, indicator, place, value)
        for paragraph, indicator, place, value in figures_said(briefing, document)
        if paragraph > len(held) or abs(value) not in held[paragraph - 1]
    )


def unfounded(omissions: Iterable[Omission], document: str, source_text: str) -> tuple[Unfounded, ...]:
    """The omissions that omit nothing: a slip there could hide a figure later."""
    texts = source_paragraphs(source_text)
    found = []
    for omission in omissions:
        for paragraph in omission.source if omission.document == document else ():
            text = texts[paragraph - 1] if paragraph <= len(texts) else ""
            if not (_spans(omission.text, text) and numbers(omission.text)):
                found.append(Unfounded(omission, paragraph))
    return tuple(found)


def source_paragraphs(source_text: str) -> tuple[str, ...]:
    """The paragraphs of a source as content counts them from 1: its lines that are not empty."""
    return tuple(one_line(line) for line in re.split(r"\r\n?|\n", source_text) if line.strip())


def figures_said(briefing: Briefing, document: str) -> Iterator[tuple[int, str, Place, Decimal]]:
    """Source paragraph, indicator, place and value of every figure that is mentioned in a document."""
    for indicator in briefing.indicators:
        for mention in indicator.mentions:
            if briefing.document_of(mention) == document:
                for value in mentioned(indicator, mention):
                    yield mention.source, indicator.id, briefing.place_of(mention), value


def _spans(words: str, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(re.escape(words), text)]


def _around(number: Number, text: str) -> str:
    start, end = max(0, number.start - _AROUND), number.end + _AROUND
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
