"""Figures of a paragraph become candidate indicators, by rules: masked, read, paired, timed, named.

English; a paragraph in Chinese is read by `figures_chinese`. Accepting a candidate is a person's work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing_tui.quantity import Period
from briefing_tui.transcripts import figures_chinese
from briefing_tui.transcripts.candidate import Candidate
from briefing_tui.transcripts.figures_masked import masked
from briefing_tui.transcripts.figures_read import Figure, figures
from briefing_tui.transcripts.figures_sentence import Sentence

__all__ = ["Candidate", "candidates"]

_NUMBER = re.compile(
    r"[\d¼½¾⅛⅜⅝⅞]|\b(?:half|doubled|double-digits?|tripled|thirds?|one-third|two-thirds|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"[.!?](?<!\b[A-Z].)(?<!\bNo.)(?<!\bMr.)(?<!\bMs.)(?<!\bDr.)(?<!\bvs.)[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9$¾½¼\x01\x02])"
)


def candidates(text: str, carried: Period | None = None, year: int | None = None) -> tuple[Candidate, ...]:
    """The figures of one paragraph in order.

    `carried` is the period that earlier words speak of, `year` that of the briefing: both may be unknown, and then a
    period that needs them is absent.
    """
    if not _NUMBER.search(text):
        return ()
    if figures_chinese.is_chinese(text):
        return _quoted_once(text, figures_chinese.candidates(text, carried, year))
    hidden, told = masked(text, year)
    read = [each for each in figures(hidden) if not _said_again(hidden, each)]
    found: list[Candidate] = []
    for first, last in _sentences(hidden):
        within = tuple(each for each in told if first <= each.start < last)
        sentence = Sentence(text, hidden, first, last, within, carried)
        found += sentence.candidates([each for each in read if first <= each.number < last])
        carried = next((each.period for each in reversed(within) if each.carries), carried)
    return _quoted_once(text, sorted(found, key=lambda each: each.start))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    first = 0
    for match in _SENTENCE.finditer(text):
        yield first, match.end()
        first = match.end()
    yield first, len(text)


def _said_again(text: str, figure: Figure) -> bool:
    """Whether a figure in brackets only says the one before it in other units: `10 yuan per mu (0.0667 hectares)`."""
    before = text[max(0, figure.start - 30) : figure.start]
    return before.endswith("(") and re.search(r"\d[^().,;]{0,24}\s\($", before) is not None


def _quoted_once(text: str, found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates with quotes that stand once in the paragraph where a few words more can do that."""
    once: list[Candidate] = []
    for index, each in enumerate(found):
        floor = once[-1].end if once else 0
        ceiling = found[index + 1].start if index + 1 < len(found) else len(text)
        start, end = each.start, each.end
        while text.count(text[start:end].strip()) > 1 and (start > floor or end < ceiling):
            if start > floor:
                start = max(floor, text.rfind(" ", 0, start - 1) + 1)
            else:
                space = text.find(" ", end + 1)
                end = min(ceiling, space if space > 0 else len(text))
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end = start + len(text[start:end].rstrip())
        once.append(replace(each, quote=text[start:end], start=start, end=end))
    return tuple(once)
