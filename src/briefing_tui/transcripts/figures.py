"""Figures of a paragraph become candidate indicators, by rules: masked, read, paired, timed, named.

English; a paragraph in Chinese is read by `figures_chinese`. Accepting a candidate is a person's work.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from briefing_tui.quantity import Period
from briefing_tui.transcripts import figures_chinese
from briefing_tui.transcripts.candidate import Candidate
from briefing_tui.transcripts.figures_masked import masked
from briefing_tui.transcripts.figures_read import Figure, figures
from briefing_tui.transcripts.figures_sentence import Sentence

__all__ = ["Candidate", "candidates"]

_T = TypeVar("_T")
_LONGEST = 2000
_WORDS_MORE = 20
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
        within = tuple(_between(told, first, last, lambda each: each.start))
        own = _between(read, first, last, lambda each: each.number)
        found += Sentence(text, hidden, first, last, within, carried).candidates(own)
        carried = next((each.period for each in reversed(within) if each.carries), carried)
    return _quoted_once(text, sorted(found, key=lambda each: each.start))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end; what has no end is cut, so that no text takes its length squared."""
    first = 0
    for last in (*(match.end() for match in _SENTENCE.finditer(text)), len(text)):
        while last - first > _LONGEST:
            cut = max(text.rfind(" ", first, first + _LONGEST), first + _LONGEST // 2)
            yield first, cut
            first = cut
        yield first, last
        first = last


def _between(found: Sequence[_T], first: int, last: int, at: Callable[[_T], int]) -> Sequence[_T]:
    """What of an ordered sequence stands in text[first:last]."""
    return found[bisect_left(found, first, key=at) : bisect_left(found, last, key=at)]


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
        for _ in range(_WORDS_MORE):
            if not _again(text, text[start:end].strip()) or (start <= floor and end >= ceiling):
                break
            if start > floor:
                start = max(floor, text.rfind(" ", 0, start - 1) + 1)
            else:
                space = text.find(" ", end + 1)
                end = min(ceiling, space if space > 0 else len(text))
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end = start + len(text[start:end].rstrip())
        once.append(replace(each, quote=text[start:end], start=start, end=end))
    return tuple(once)


def _again(text: str, words: str) -> bool:
    return text.find(words, text.find(words) + 1) >= 0
