"""A text read as words: folded, stemmed, and where each stands. Index, snippets and lights all match by it.

A word is a run of letters and digits, a number (`504,000` is `504000`, `5.8` is one word), a sign such
as `%`, or one Chinese or Japanese character. What a query wants of words is told in `query.py`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

Span = tuple[int, int]

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(
    r"\d+(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+\.\d+"
    rf"|[{_CJK}]"
    rf"|[^\W_{_CJK}]+(?:\+\+|#)?"
    "|[%$€£¥\u2190-\u2bff\U0001f000-\U0001faff]"
)
# Compiled where they are asked for: such classes take milliseconds, which a command has not.
# Characters that are one character when folded too.
_EVEN = "[\x00-\x7f\xc0-\xd6\xd8-\xde\xe0-\xf6\xf8-\xff\u2011-\u2014\u2018\u2019\u201c\u201d\u4e00-\u9fff]*"
_SPACED = rf"[^\W{_CJK}]"
_ONE_AND_MANY_ALIKE = frozenset({"gas", "has", "its", "was", "yes", "news"})


# Letters that are no sign with an accent apart, though they are typed without.
_STROKED = dict(
    zip("øØłŁđĐħĦŧŦıæÆœŒ", ("o", "O", "l", "L", "d", "D", "h", "H", "t", "T", "i", "ae", "AE", "oe", "OE"), strict=True)
)


class _Folds(dict[int, str]):
    """What each character is without case, accents and width."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code))
        bare = "".join(_STROKED.get(part, part) for part in parts if unicodedata.category(part) not in {"Mn", "Cf"})
        folded = unicodedata.normalize("NFKC", bare).casefold()
        self[code] = folded
        return folded


_STRAIGHT = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("‑", "-"))
_TYPESET = re.compile("[\x00-\x7f’‘“”–‑]*")
_FOLDS = _Folds({ord(typeset): typed for typeset, typed in _STRAIGHT})


def fold(text: str) -> str:
    """The text without case, accents and width; may be shorter or longer."""
    if text.isascii():
        return text.lower()
    if _TYPESET.fullmatch(text) is None:
        return text.translate(_FOLDS)
    text = text.lower()
    for typeset, typed in _STRAIGHT:  # ten times faster than asking about every character
        text = text.replace(typeset, typed)
    return text


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What a folded word has in common with its plural: `vehicles` and `vehicle`, `policies` and `policy`."""
    if word[0].isdigit():
        return word.replace(",", "")
    if word == "percent":
        return "%"
    if len(word) < 3 or word in _ONE_AND_MANY_ALIKE:
        return word
    if word.endswith(("ies", "ie")) and len(word) > 4:
        return word[: word.rindex("ie")] + "i"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word[-1] == "y" and word[-2] not in "aeiou" else word


@dataclass(frozen=True, slots=True)
class Way:
    """Stems that stand side by side; with `prefix` the last is only the beginning of one.

    `needle` is what a line of stems holds where the way is gone.
    """

    stems: tuple[str, ...]
    prefix: bool = False
    needle: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "needle", f" {' '.join(self.stems)}{'' if self.prefix else ' '}")


@dataclass(frozen=True)
class Words:
    """A text and its words: `forms` are folded, `stems` what they are found by, `spans` where they stand."""

    text: str

    @classmethod
    def known(cls, text: str, line: str) -> Words:
        """A text whose `line` was read before."""
        words = cls(text)
        words.__dict__["line"] = line
        return words

    @cached_property
    def forms(self) -> tuple[str, ...]:
        return tuple(_WORD.findall(fold(self.text)))

    @cached_property
    def line(self) -> str:
        """The stems with a blank before and after each."""
        return " ".join(("", *map(stem, self.forms), ""))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return tuple(self.line.split())

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        found = (match.span() for match in _WORD.finditer(fold(self.text)))
        return tuple(found) if self._as_long else tuple(self._origin(*each) for each in found)

    @cached_property
    def _as_long(self) -> bool:
        """Whether every character stands where it stood when it is folded."""
        return re.fullmatch(_EVEN, self.text) is not None

    @cached_property
    def _offsets(self) -> Sequence[int]:
        if self._as_long:
            return range(len(self.text) + 1)
        return [index for index, each in enumerate(self.text) for _ in _FOLDS[ord(each)]] + [len(self.text)]

    def _origin(self, start: int, end: int) -> Span:
        return self._offsets[start], max(self._offsets[end], self._offsets[end - 1] + 1)

    def find(self, way: Way) -> list[Span]:
        """Where a way is gone: from the first of its words to the end of the last."""
        if not self.holds(way):
            return []
        firsts, last = way.stems[:-1], way.stems[-1]
        count = len(firsts)
        return [
            (self.spans[index - count][0], self.spans[index][1])
            for index, each in enumerate(self.stems)
            if (each == last or (way.prefix and each.startswith(last)))
            and index >= count
            and self.stems[index - count : index] == firsts
        ]

    def holds(self, way: Way) -> bool:
        """Whether a way is gone anywhere; quicker than where."""
        return way.needle in self.line

    def find_literal(self, pattern: re.Pattern[str]) -> list[Span]:
        """Where a pattern of `literal` matches."""
        return [self._origin(*match.span()) for match in pattern.finditer(fold(self.text))]


def literal(phrase: str) -> re.Pattern[str]:
    """A phrase as it stands, but for case, accents and blanks; never the middle of a word or a number."""
    parts = fold(phrase).split()
    before = r"(?<!\w)(?<!\d[.,])" if parts and re.match(_SPACED, parts[0][0]) else ""
    after = r"(?!\w)(?![.,]\d)" if parts and re.match(_SPACED, parts[-1][-1]) else ""
    return re.compile(before + r"\s+".join(map(re.escape, parts)) + after)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch one another as one."""
    whole: list[Span] = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return tuple(whole)
