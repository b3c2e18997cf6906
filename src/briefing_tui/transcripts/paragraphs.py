"""The lines of a turn become paragraphs: wrapped lines are joined, captions, credits and closing marks taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing_tui.transcripts.draft import DraftParagraph, Narration, NarrationKind
from briefing_tui.transcripts.source import Line

_ENDS = (".", "?", "!", ":", "…", "。", "？", "！", "：")
_STAGE = re.compile(r"\s*(?:>\s*|\[[\d:.]+\]\s+)?[*_]{0,3}[(\[（][^()\[\]（）]{1,160}[)\]）]\.?[*_]{0,3}\s*")
_POINT = re.compile(r"\s*[-*•–] +\S")
_OPENING = frozenset("([（*_>")
# In Markdown a line set in italics, below the words: `*Laughter.*`
_SLANTED = re.compile(r"\s*([*_])(?![*_ ])[^*_]{1,60}[.!]\1\s*")
_CAPTION = re.compile(
    r"\s*(?:/?\d{1,2}/\d{0,2}|/\d{1,2})\s{1,}\S.{0,90}$|"
    r"\s*[(\[]?(?:Photo|Photograph|Picture|Pictured|Image|Caption|Left to right)s?\b(?:\s+by\b|\s*[:/]).{0,120}$|"
    r"\s*Group photo\s*$|"
    r"\s*[(\[].{3,120}\b(?:Photo|Picture|Image)s?: [^()\[\]]{2,60}[)\]]\s*$|"
    r"\s*[(（\[【]?(?:图|图片|图为|资料图)[:：为].{0,60}$",
    re.I,
)
_BEHIND_CREDIT = frozenset(")]）摄aApP")
_CREDITED = re.compile(r"(?:\(Photo[:/ ][^)]*\)|\[Photo[^\]]*\]|/Xinhua\)?|/CFP\)?|摄[)）]?)\s*$", re.I)
_CREDIT = re.compile(
    r"\s*[*_]?[\[(（]?(?:(?:Translated|Transcribed|Edited|Compiled|Reported)(?: and \w+)? by\b|"
    r"Copyright\b|©|\(c\)\s*\d{4}|"
    r"All rights reserved|In case of any discrepancy|Read in Chinese|Share (?:this|on)\b|"
    r"Related (?:links?|stories|articles)|责任编辑|编辑[:：]|来源[:：]|摄影[:：]|"
    r"(?:Editor|Source|Transcript|Transcription)s?:\s|[（(][^（）()]{2,40}(?:整理|编辑|校对)[）)]\s*$)",
    re.I,
)
_CONTACT = re.compile(r"\s*(?:(?:press |media )?contacts?|enquiries|inquiries):\s", re.I)
# What tells that the talk or its recording has ended: `END OF NEWS CONFERENCE`, `Transcript ends`, `END 9:31 A.M. CET`.
_RECORDED = (
    r"(?:transcript(?:ion)?|briefing|text|recording|audio|tape|video|call|interview|session|hearing|meeting|event|document|"
    r"file|conference|webcast|broadcast|excerpt|gaggle|availability|remarks|q ?& ?a|presentation)"
)
_ENDING = (
    rf"ENDS?(?: OF (?:[a-z&-]+ ){{0,3}}{_RECORDED})?|(?:[a-z-]+ ){{0,2}}{_RECORDED} (?:end|stop|conclude)(?:s|p?ed|d)|"
    r"(?:END\s+)?\d{1,2}:\d{2}\s*[AP]\.?M\.?(?:\s+\(?[A-Z]{2,5}\)?)?|end of [^()\[\]:.]{3,40}(?=[\])])|"
    r"完|全文完|（完）|实录结束"
)
# Alone behind the last words: `(The briefing was concluded at 2:25 p.m.)`.
_CONCLUDED = re.compile(
    r"\s*[*_]{0,3}[(\[（](?=[^()\[\]（）]{3,120}[)\]）]\.?[*_]{0,3}\s*$)(?:end of\b|[^()\[\]（）]{0,80}?"
    rf"(?:\b{_RECORDED}\b.{{0,30}}? (?:concluded|ended|adjourned|closed|was over|ends|concludes)\b|(?:会|会议)?结束))",
    re.I,
)
_MARK = re.compile(
    r"\s*(?:(?:[#*_]\s?){3,}|[-–—]\s?30\s?[-–—])\s*$|"
    rf"\s*(?:[\[(<]?\d{{1,2}}:\d{{2}}(?::\d{{2}})?[\])>]?\s+)?[\[(（*_#–—=\-\s]*(?:{_ENDING})[\])）*_#–—=\-\s.]*$",
    re.I,
)
_TIME_CODE = re.compile(r"\s*[\[(<]\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])>]\s*$")
# With so many lines below it, nothing is the end.
_MOST_BEHIND = 60
_HAN = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")


def is_row(text: str) -> bool:
    """Whether a line is the row of a table: `| Steel | 3.4 |`."""
    return text.startswith("|") and text.rstrip().endswith("|")


def has_ended(text: str) -> bool:
    """Whether words end a sentence or break off, also within quotes or brackets."""
    text = text.rstrip()
    return text.endswith(("—", "–", "--")) or text.rstrip("'\"”’)]）*_").endswith(_ENDS)


def is_mark(text: str) -> bool:
    """Whether a line tells that the talk or its recording has ended."""
    return len(text) < 90 and _MARK.match(text) is not None


def _is_stage(text: str) -> bool:
    return text.lstrip()[:1] in _OPENING and _STAGE.fullmatch(text) is not None


def is_wrapped(lines: Iterable[Line]) -> bool:
    """Whether lines are broken at a width: many go on in the next one without having ended."""
    pairs = going = 0
    before: Line | None = None
    for line in lines:
        if line.kept is None and line.number and before is not None:
            pairs += 1
            going += len(before.text) < 200 and not has_ended(before.text) and before.text.count(" ") > 2
        before = line if line.number and line.kept is None else None
    return pairs >= 2 and going > 0.3 * pairs


def width_of(lines: Iterable[Line]) -> int:
    """The width that wrapped lines were broken at: nine of ten lines keep within it."""
    widths = sorted(len(line.text.rstrip()) for line in lines if line.number)
    return widths[int(len(widths) * 0.9)] if widths else 0


def is_spaced(lines: list[Line]) -> bool:
    """Whether empty lines part the paragraphs of wrapped text."""
    return sum(not line.number for line in lines) > 0.08 * len(lines)


def kind_of_narration(text: str, names: frozenset[str]) -> NarrationKind | None:
    """What a line is that nobody says: a caption with a name of the cast, a credit, a closing mark."""
    if len(text) > 160:
        return "credit" if _CREDIT.match(text) else None
    kinds: tuple[tuple[re.Pattern[str], NarrationKind], ...] = (
        (_MARK, "mark"),
        (_TIME_CODE, "mark"),
        (_CAPTION, "caption"),
        (_CREDIT, "credit"),
        (_CONTACT, "credit"),
    )
    kind = next((kind for pattern, kind in kinds if pattern.match(text)), None)
    if kind is None and text.rstrip()[-1:] in _BEHIND_CREDIT and _CREDITED.search(text):
        return "caption"
    return kind or ("caption" if _is_name_below_a_picture(text.strip(), names) else None)


def _is_name_below_a_picture(text: str, names: frozenset[str]) -> bool:
    """A name of the cast alone, or after an office in Chinese."""
    if len(text) > 60 or has_ended(text):
        return False
    *office, last = text.replace("\u3000", " ").split(" ")
    return text in names or (bool(office) and last in names and _HAN.search(last) is not None)


class Paragraphs:
    """Joins the lines of one turn after another; `narration` gathers what was no part of any."""

    def __init__(self, lines: list[Line], wrapped: bool, names: frozenset[str]) -> None:
        self.lines, self.names, self.wrapped = lines, names, wrapped
        self.spaced = is_spaced(lines)
        self.width = width_of(lines) if wrapped else 0
        self.narration: list[Narration] = []

    def of(self, first: int, begin: int, end: int) -> tuple[DraftParagraph, ...]:
        """The paragraphs from a character of one line up to another line."""
        found: list[DraftParagraph] = []
        open_: list[tuple[Line, str]] = []
        heading: str | None = None
        tail: NarrationKind | None = None
        last = end == len(self.lines)
        for at in range(first, end):
            line = self.lines[at]
            text = line.text[begin:] if at == first else line.text
            kind = (
                None
                if not text.strip() or (self.wrapped and open_ and not self._breaks(open_, line))
                else kind_of_narration(text, self.names)
            )
            kind = line.kept or tail or kind or ("mark" if last and self._concludes(text, at) else None)
            if not text.strip():
                blank = self.wrapped and open_ and not line.number and at != first
                if not (blank and self._goes_on(open_, at, end)):
                    self._close(open_, found, heading)
                    heading = heading if not found or found[-1].heading != heading else None
            elif kind:
                self._close(open_, found, heading)
                self.narration.append(Narration(line.line, line.number, text.strip(), kind))
                tail = kind if kind == "credit" and not _CONTACT.match(text) else tail
            elif line.heading and at != first:
                self._close(open_, found, heading)
                heading = text.strip() if heading is None else f"{heading} · {text.strip()}"
            else:
                if open_ and self._breaks(open_, line):
                    self._close(open_, found, heading)
                    heading = None if found and found[-1].heading == heading else heading
                open_.append((line, text))
        self._close(open_, found, heading)
        if heading and not (found and found[-1].heading == heading):
            found.append(DraftParagraph(heading, self.lines[end - 1].line, ()))
        return tuple(found)

    def _breaks(self, open_: list[tuple[Line, str]], line: Line) -> bool:
        """Whether a new paragraph begins with this line, no empty one standing before it."""
        before = open_[-1][1]
        if is_row(line.text) or is_row(before):
            return True
        ended = has_ended(before)
        if _POINT.match(line.text) and (ended or _POINT.match(open_[0][1])):
            return True
        if ended and (_is_stage(line.text) or _is_stage(before)):
            return True
        if not self.wrapped:
            return not (line.after_page and not ended)
        if self.spaced or not ended:
            return False
        indented = len(line.text) - len(line.text.lstrip()) > len(before) - len(before.lstrip()) + 1
        return indented or len(before.rstrip()) < 0.82 * self.width

    def _concludes(self, text: str, at: int) -> bool:
        """Whether a line of the last turn tells, in brackets and below all that is said, that the talk is over."""
        return text.lstrip()[:1] in _OPENING and _CONCLUDED.match(text) is not None and self._is_behind(at)

    def _is_behind(self, at: int) -> bool:
        """Whether below a line stands no more than marks, credits and the like."""
        after = self.lines[at + 1 : at + 1 + _MOST_BEHIND]
        asks = any(line.text.rstrip().endswith(("?", "？")) for line in after)
        return len(after) < _MOST_BEHIND and not asks

    def _goes_on(self, open_: list[tuple[Line, str]], at: int, end: int) -> bool:
        """Whether the page ended within a sentence, so that an empty line ends nothing."""
        after = next((line for line in self.lines[at:end] if line.number), None)
        return after is not None and after.after_page and not has_ended(open_[-1][1])

    def _close(self, open_: list[tuple[Line, str]], found: list[DraftParagraph], heading: str | None) -> None:
        if not open_:
            return
        text = joined(each for _, each in open_)
        numbers = tuple(dict.fromkeys(line.number for line, _ in open_))
        heading = heading if not found or found[-1].heading != heading else None
        stage = bool(_is_stage(text) or (found and _SLANTED.fullmatch(text)))
        found.append(DraftParagraph(text, open_[0][0].line, numbers, heading, stage))
        open_.clear()


def joined(pieces: Iterable[str]) -> str:
    """Wrapped lines as one: no blank after a hyphen within a word, none between Chinese characters."""
    text = ""
    for piece in (" ".join(each.split()) for each in pieces):
        tight = text[-1:] == "-" and text[-2:-1].isalpha() and piece[:1].isalpha()
        tight = tight or bool(text and piece and _HAN.match(text[-1]) and _HAN.match(piece[0]))
        text += piece if tight or not text else " " + piece
    return text
