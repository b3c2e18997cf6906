"""The user's own copies of source documents: proved against the digest, kept in the user's folder, shown beside it.

Never part of the content. Whether a text is the one that was digested is for `fitting` to say.
"""

from __future__ import annotations

import json
import os
import re
import stat
from dataclasses import dataclass
from hashlib import sha256
from itertools import count, zip_longest
from pathlib import Path

from briefing_tui.coverage import source_paragraphs
from briefing_tui.fitting import Verified, another_text, verified
from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing, Paragraph
from briefing_tui.numerals import Number, numbers
from briefing_tui.place import check_id
from briefing_tui.quoted import mentioned
from briefing_tui.whole_file import replace_file

LARGEST = 20_000_000
STRANGE = "attached to another text of this id, or before the text changed"
_REACHES = (12, 30, 60)
_EXCERPT = 40


class Unfit(ValueError):  # noqa: N818  a text is declined; nothing went wrong
    """Why a file or its text is not taken for an original."""


@dataclass(frozen=True, slots=True)
class Lit:
    """A figure in an original's paragraph, and the mention in the digest that says it."""

    start: int
    end: int
    indicator: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of an original, its number, and the figures in it that the digest's paragraph says."""

    number: int
    text: str
    lit: tuple[Lit, ...]

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        return tuple((each.start, each.end) for each in self.lit)


class Originals:
    """A folder with the attached copies: `BRIEFING/DOCUMENT.txt`, older ones beside it as `DOCUMENT.txt.1` …

    `DOCUMENT.of` tells the digest of the briefing's text that the copy was attached to: another library may have a
    briefing of that id, and a text may change.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, briefing: str, document: str) -> Path:
        """Where a copy is kept. ValueError for what is no id."""
        check_id(briefing)
        check_id(document)
        return self.folder / briefing / f"{document}.txt"

    def paragraphs(self, briefing: str, document: str) -> tuple[str, ...] | None:
        """The attached copy's paragraphs, safe to show; None without one. Unfit where it cannot be read."""
        path = self.path(briefing, document)
        return source_paragraphs(read_text(path)) if os.path.lexists(path) else None

    def strange(self, briefing: Briefing, document: str) -> bool:
        """Whether the copy was attached to another text than the briefing's is; False where that is not known."""
        return self._told(briefing, document) not in {"", _text_digest(briefing, document)}

    def _told(self, briefing: Briefing, document: str) -> str:
        """The digest of the text that the copy was attached to; empty where that is not known."""
        try:
            return read_text(self._of(briefing, document)).strip()
        except Unfit:
            return ""

    def _of(self, briefing: Briefing, document: str) -> Path:
        return self.path(briefing.id, document).with_suffix(".of")

    def older(self, briefing: str, document: str) -> tuple[Path, ...]:
        """The copies that others replaced, the oldest first."""
        path = self.path(briefing, document)
        kept = [each for each in path.parent.glob(f"{path.name}.*") if each.suffix[1:].isdecimal()]
        return tuple(sorted(kept, key=lambda each: int(each.suffix[1:])))

    def attach(self, briefing: Briefing, document: str, text: str, force: bool = False) -> Verified:
        """Keep a text as the original of a document; one that is kept already stays untouched.

        Unfit where it is another text, or another one is attached, unless forced: then that one is kept beside.
        OSError where it cannot be saved.
        """
        paragraphs = source_paragraphs(text)
        found = verified(briefing, document, paragraphs)
        path = self.path(briefing.id, document)
        attached = os.path.lexists(path)
        differs = _another_copy(path, paragraphs) if attached else ""
        if differs and self.strange(briefing, document):
            differs += f" It was {STRANGE}."
        if not force and (what := another_text(briefing, document, paragraphs, found) or differs):
            raise Unfit(what)
        if not attached or differs:
            for folder in (self.folder.parent, self.folder, path.parent):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if attached:
                _keep_beside(path)
            replace_file(path, text.encode())
        if self._told(briefing, document) != (digest := _text_digest(briefing, document)):
            replace_file(self._of(briefing, document), f"{digest}\n".encode())
        return found

    @staticmethod
    def verify(briefing: Briefing, document: str, text: str) -> Verified:
        """Every figure of the document's mentions looked up in the source paragraph it names."""
        return verified(briefing, document, source_paragraphs(text))


def originals_folder() -> Path:
    """Where the originals of this user are kept."""
    import platformdirs

    return platformdirs.user_data_path("briefing-tui") / "originals"


def read_text(path: Path) -> str:
    """A file as text, whatever it is: never waits for a pipe, never reads without end. Unfit says what is wrong."""
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            ordinary = stat.S_ISREG(os.fstat(file.fileno()).st_mode)
            raw = file.read(LARGEST + 1) if ordinary else b""
    except IsADirectoryError as error:
        raise Unfit("it is a folder: name the file in it") from error
    except (OSError, ValueError) as error:
        raise Unfit(getattr(error, "strerror", None) or "it cannot be opened") from error
    if not ordinary:
        raise Unfit("it is no ordinary file: save the text into one")
    if len(raw) > LARGEST:
        raise Unfit(f"it is larger than {LARGEST // 1_000_000} MB")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Unfit(f"it is not UTF-8 text (line {line}): save it again as UTF-8") from error
    if not text.strip():
        raise Unfit("it holds no text")
    return text


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def beside(briefing: Briefing, section: str, paragraph: int, originals: Originals) -> tuple[Passage, ...]:
    """The original's paragraphs that one of the digest digests; none without a copy, Unfit where it is unreadable."""
    part = briefing.section(section)
    digest = next((each for each in part.paragraphs if each.number == paragraph), None) if part else None
    if part is None or digest is None:
        return ()
    said = [pair for pair in briefing.mentions_in(section) if pair[1].paragraph == paragraph]
    texts = dict(enumerate(originals.paragraphs(briefing.id, part.document) or (), 1))
    sources = [(number, texts[number]) for number in digest.source if number in texts]
    return tuple(Passage(number, text, _lit(text, number, digest, said)) for number, text in sources)


def _lit(text: str, number: int, digest: Paragraph, said: list[tuple[Indicator, Mention]]) -> tuple[Lit, ...]:
    """Where the figures of the mentions stand in their source paragraph, in the order of the text."""
    found: list[Lit] = []
    held = numbers(text)
    for indicator, mention in said:
        for value in mentioned(indicator, mention) if mention.source == number else ():
            same = [each for each in held if each.value == abs(value)]
            free = [each for each in same if all(each.start != other.start for other in found)]
            if same:
                best = _likest(free or same, text, digest.text, indicator, mention)
                found.append(Lit(best.start, best.end, indicator.id, mention))
    return tuple(sorted(found, key=lambda each: each.start))


def _likest(same: list[Number], text: str, digest: str, indicator: Indicator, mention: Mention) -> Number:
    """Of equal numbers the one whose surroundings, the nearest most, share words with the digest's; or the first."""
    at = max(0, digest.find(mention.quote))
    end = at + len(mention.quote)
    own = _words(f"{indicator.name} {mention.scale or indicator.scale or ''} {indicator.unit or ''}")

    def likeness(number: Number) -> int:
        near = [_words(text[max(0, number.start - reach) : number.end + reach]) for reach in _REACHES]
        wanted = [own | _words(digest[max(0, at - reach) : end + reach]) for reach in _REACHES]
        return sum(len(words & others) for words, others in zip(near, wanted, strict=True))

    return max(same, key=likeness)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}|%", text.lower()))


def _text_digest(briefing: Briefing, document: str) -> str:
    """What a document's paragraphs say, and where they say it from."""
    parts = [part for each in briefing.sections if each.document == document for part in each.paragraphs]
    return sha256(json.dumps([(part.text, part.source) for part in parts]).encode()).hexdigest()


def _another_copy(path: Path, paragraphs: tuple[str, ...]) -> str:
    """How the copy that is attached differs; empty where it has the same paragraphs."""
    try:
        before = source_paragraphs(read_text(path))
    except Unfit as unfit:
        return f"the copy attached before cannot be read: {unfit}."
    for number, (old, new) in enumerate(zip_longest(before, paragraphs, fillvalue=""), 1):
        if old != new:
            same = next((at for at, (was, now) in enumerate(zip(old, new, strict=False)) if was != now), len(old))
            start = max(0, same - _EXCERPT // 2)
            was, now = (f"“{each[start : start + _EXCERPT]}”" if each else "none" for each in (old, new))
            return f"another copy is attached already; its paragraph {number} is {was}, here it is {now}."
    return ""


def _keep_beside(path: Path) -> None:
    """Give the copy that stands at a path the next free number, without a moment in which no copy is attached."""
    free = (path.with_name(f"{path.name}.{number}") for number in count(1))
    kept = next(each for each in free if not os.path.lexists(each))
    try:
        os.link(path, kept)
    except OSError:  # a folder in the way, or a file system without links
        if os.path.lexists(kept):
            raise
        path.rename(kept)
