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
from briefing_tui.transcripts.figures_dated import NOW
from briefing_tui.transcripts.figures_masked import masked
from briefing_tui.transcripts.figures_read import Figure, figures
from briefing_tui.transcripts.figures_sentence import Sentence
from briefing_tui.transcripts.figures_status import denied
from briefing_tui.transcripts.paragraphs import is_row
from briefing_tui.transcripts.periods import Told, periods

__all__ = ["Candidate", "candidates"]

_LONGEST = 2000
_WORDS_MORE = 20
# One class of signs is found six times as fast as several words: `一半` and `分之` are sought by a sign of theirs.
_DIGIT = re.compile(r"[\d¼½¾⅛⅜⅝⅞成一分半万亿第]")
# Of words in small letters: that takes a quarter of the time of letters of either size. `One` is a number only beside
# others and where it says so. What stands before the word is a class of signs and no `\b`: the search leaps to it.
_IN_WORDS = re.compile(
    r"[^a-z](?:h(?:alf|alved|undred)|d(?:oubled|ouble-digits?|ozen)|t(?:ripled|hirds?|enths?|wo|hree|en|welve|hirteen|wenty|hirty)"
    r"|quarters?|f(?:ifths?|our(?:teen)?|ive|ifteen|ifty|orty|inished)|e(?:ighths?|leven|ight(?:een|y)?)"
    r"|s(?:ix|even)(?:teen|ty)?|nine(?:teen|ty)?|rank(?:s|ed)?"
    r"|(?:second|fourth|sixth|seventh|ninth|eleventh|twelfth)s?(?=[-\s](?:\w+est|place|in|out|of|more|less|fewer|below|above)\b)|(?:only|just)\s+one"
    r"|one(?=[\s-](?:in|out|and|per|[tmb]\w+(?:and|illion)|half|third|quarter|fifth|tenth|eighth)))\b"
)
_PARTICLE = re.compile(r"(?:up|down)\b")
_WORD = re.compile(r"[^\W_]*$")
_SENTENCE = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9$¾½¼])")
# A full stop behind one of these, a capital letter or the number that opens a list ends no sentence.
_SHORTENED = frozenset(
    [
        "Nos",
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "St",
        "vs",
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Sept",
        "Oct",
        "Nov",
        "Dec",
        "Gov",
        "Sen",
        "Rep",
        "Gen",
        "Fig",
        "Sh",
        "m",
    ]
)


def candidates(
    text: str, carried: Period | None = None, year: int | None = None, month: int = 0
) -> tuple[Candidate, ...]:
    """The figures of one paragraph in order.

    `carried` is the period that earlier words speak of, `year` and `month` those of the briefing: all may be unknown,
    and then a period that needs them is absent.
    """
    if not _holds_number(text) or is_row(text):
        return ()
    if figures_chinese.is_chinese(text):
        return _quoted_once(text, figures_chinese.candidates(text, carried, year))
    found: list[Candidate] = []
    told: tuple[Told, ...]
    before: Sequence[Figure] = ()
    sentences = [(first, text[first:last]) for first, last in _sentences(text)]
    numbered = [_holds_number(said) for _, said in sentences]
    while not numbered.pop():
        sentences.pop()
    for (first, said), holds in zip(sentences, [*numbered, True], strict=True):
        if not holds:
            told = periods(said, year, month)
        else:
            hidden, told = masked(said, year, month)
            if read := [each for each in figures(hidden) if not (_said_again(hidden, each) or _denied(hidden, each))]:
                found += Sentence(said, hidden, first, told, carried, before).candidates(read)
                before = read
        carried = _later(said, told, carried)
    return _quoted_once(text, sorted(found, key=lambda each: each.start))


# `It had risen 5% last year` says nothing of the time that is spoken of.
_LAST_YEAR = re.compile(r"\b(?:last|previous)\s+year\b|\byear\s+before\b")
_HAD = re.compile(r"\bhad\s+(?:already\s+|been\s+|also\s+)?(?:risen|fallen|grown|shrunk|sunk|gone|\w+ed)\b")


def _later(said: str, told: Sequence[Told], carried: Period | None) -> Period | None:
    """The period that later sentences go on speaking of; none where a time was told that is not known.

    None as well behind the date of a target or a time to hold against, and behind what is said of now or of later.
    """
    if _HAD.search(said) and _LAST_YEAR.search(said):
        return carried
    for each in reversed(told):
        if not each.basis and not each.until:
            return each.period if each.carries else None
    return None if carried and NOW.search(said) else carried


def _holds_number(text: str) -> bool:
    return _DIGIT.search(text) is not None or _IN_WORDS.search(f" {text.lower()}") is not None


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end; what has no end is cut, so that no text takes its length squared."""
    first = 0
    ends = (match.end() for match in _SENTENCE.finditer(text) if not _goes_on(text, match.start()))
    for last in (*ends, len(text)):
        while last - first > _LONGEST:
            cut = max(text.rfind(" ", first, first + _LONGEST), first + _LONGEST // 2)
            yield first, cut
            first = cut
        yield first, last
        first = last


def _goes_on(text: str, at: int) -> bool:
    """Whether the full stop at an offset shortens or numbers a word: `No.`, `J.`, `1.`."""
    word = next(_WORD.finditer(text[max(0, at - 5) : at]))[0]
    return (
        word in _SHORTENED
        or (word == "No" and text[at + 1 :].lstrip()[:1].isdigit())
        or (len(word) == 1 and (word.isupper() or word.isdigit()))
    )


def _said_again(text: str, figure: Figure) -> bool:
    """Whether a figure in brackets only says the one before it in other units: `10 yuan per mu (0.0667 hectares)`."""
    before = text[max(0, figure.start - 30) : figure.start]
    return before.endswith("(") and re.search(r"\d[^().,;]{0,24}\s\($", before) is not None


def _denied(text: str, figure: Figure) -> bool:
    """Whether a figure is said not to be; what is not more than it is at most so much."""
    if not denied(text, figure.start):
        return False
    if figure.comparator == ">":
        figure.comparator = "≤"
        return False
    return True


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
                if _PARTICLE.match(text, start):
                    # `makes up 5 percent` is no `up 5 percent`.
                    start = max(floor, text.rfind(" ", 0, max(0, start - 1)) + 1)
            else:
                space = text.find(" ", end + 1)
                end = min(ceiling, space if space > 0 else len(text))
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end = start + len(text[start:end].rstrip())
        once.append(replace(each, quote=text[start:end], start=start, end=end))
    return tuple(once)


def _again(text: str, words: str) -> bool:
    return text.find(words, text.find(words) + 1) >= 0
