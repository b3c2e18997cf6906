"""What a page adds to the talk, taken out of it: break markers, running heads, page numbers, footnotes.

Heads are found by what stands before each page number, also glued to a sentence; nothing is thrown away.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise, takewhile

from briefing_tui.transcripts.draft import Narration
from briefing_tui.transcripts.source import Line

_BREAK = re.compile(r"_ueditor_page_break_tag_|\[page break\]|<!--\s*nextpage\s*-->", re.I)
_PAGE = re.compile(
    r"(?:Page|Seite)\s+(\d{1,4})\s+(?:of|/|von)\s+\d{1,4}|第\s*(\d{1,4})\s*页\s*[/,，]?\s*共\s*\d{1,4}\s*页", re.I
)
_BARE = re.compile(r"[\s\-–—]*(\d{1,4})[\s\-–—]*")
_RULE = re.compile(r"\s{20,}|\s*_{8,}\s*")
_FOOTNOTE = re.compile(r"\s*(?:\d{1,2}|\*{1,2}|†)\s*(?=[A-Z“\"])")
_DIGITS = re.compile(r"\d+")


def without_furniture(lines: tuple[Line, ...]) -> tuple[list[Line], list[Narration]]:
    """The lines of the talk, and what was taken out of them. `after_page` marks where a page ended."""
    body, narration = _without_breaks(lines)
    body, heads = _without_heads(body)
    if not heads:
        body, heads = _without_page_lines(body)
    if not heads:
        body, heads = _without_numbers(body)
    body, notes = _without_footnotes(body)
    return body, narration + heads + notes


def _page(line: Line, text: str) -> Narration:
    return Narration(line.line, line.number, text.strip(), "page")


def _without_breaks(lines: tuple[Line, ...]) -> tuple[list[Line], list[Narration]]:
    body: list[Line] = []
    narration: list[Narration] = []
    broken = False
    for line in lines:
        if "break_tag" in line.text or "[page" in line.text.lower() or "nextpage" in line.text:
            pieces = _BREAK.split(line.text)
            narration += [_page(line, mark) for mark in _BREAK.findall(line.text)]
            body += [line._replace(text=piece, after_page=at > 0) for at, piece in enumerate(pieces) if piece.strip()]
            broken = not pieces[-1].strip()
        elif line.number or not broken:
            body.append(line._replace(after_page=True) if broken else line)
            broken = False
    return body, narration


def _without_page_lines(lines: list[Line]) -> tuple[list[Line], list[Narration]]:
    """Without lines that begin with `Page n of m`, the same but for their digits, and the heads repeated by them."""
    shapes = {index: _shape(line) for index, line in enumerate(lines) if line.number and _PAGE.match(line.text)}
    counts = Counter(shapes.values())
    series = sorted(index for index, shape in shapes.items() if counts[shape] > 1)
    gone = {*series, *_repeated(lines, series)}
    narration = [_page(lines[index], lines[index].text) for index in sorted(gone)]
    return _closed([line._replace(number=-1) if index in gone else line for index, line in enumerate(lines)]), narration


def _without_heads(lines: list[Line]) -> tuple[list[Line], list[Narration]]:
    """Without `Page n of m` and the running head before it, whether on a line of its own or within a sentence."""
    at = [index for index, line in enumerate(lines) if line.number and _may_page(line.text) and _PAGE.search(line.text)]
    numbers = {match.group(1) or match.group(2) for index in at for match in _PAGE.finditer(lines[index].text)}
    if len(numbers) < 3:
        return lines, []
    head = _head([_before(lines, index, match.start()) for index in at for match in _PAGE.finditer(lines[index].text)])
    pattern = re.compile(rf"(?:{head}\s*)?(?:{_PAGE.pattern})" + (rf"|{head}(?!\w)" if head else ""), re.I)
    first = re.sub(r"\\(.)", r"\1", head.removeprefix(r"(?<!\w)").partition(r"\s+")[0]).lower()
    body: list[Line] = []
    narration: list[Narration] = []
    repeated = _repeated(lines, at)
    for index, line in enumerate(lines):
        if index in repeated:
            narration.append(_page(line, line.text))
            body.append(line._replace(number=-1))
            continue
        may = line.number and (_may_page(line.text) or (first and first in line.text.lower()))
        found = pattern.search(line.text) if may else None
        if found is None:
            body.append(line)
            continue
        narration += [_page(line, match.group()) for match in pattern.finditer(line.text)]
        rest = pattern.sub(" ", line.text)
        body.append(line._replace(text=rest if rest.strip() else "", number=line.number if rest.strip() else -1))
    return _closed(body), narration


def _may_page(text: str) -> bool:
    return "页" in text or "page" in (small := text.lower()) or "seite" in small


def _before(lines: list[Line], index: int, start: int) -> str:
    """The words before a page number: on its line, or on the full line before it."""
    words = lines[index].text[:start].strip()
    above = (line.text.strip() for line in reversed(lines[max(0, index - 3) : index]) if line.number)
    return " ".join((words or next(above, "")).split())


def _head(before: list[str]) -> str:
    """The pattern of the words that stand before most page numbers; empty where there are none."""
    shared = Counter(_common_ending(one, two) for one, two in pairwise(before))
    common = min((each for each in shared if len(each) >= 6), key=len, default="")
    if common and not any(
        each.endswith(common) and (each == common or not each[-len(common) - 1].isalnum()) for each in before
    ):
        common = common.partition(" ")[2]
    head = r"\s+".join(re.escape(word) for word in common.split())
    return rf"(?<!\w){head}" if head else ""


def _common_ending(one: str, two: str) -> str:
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(reversed(one), reversed(two), strict=False)))
    return one[len(one) - same :]


def _closed(lines: list[Line]) -> list[Line]:
    """The lines without those that were all furniture (number −1), and without the empty ones around them."""
    body: list[Line] = []
    after = False
    for line in lines:
        if line.number < 0:
            after = True
            while body and not body[-1].number:
                body.pop()
        elif line.number or not after:
            body.append(line._replace(after_page=True) if after else line)
            after = False
    return body


def _without_numbers(lines: list[Line]) -> tuple[list[Line], list[Narration]]:
    """Without page numbers that stand alone, three or more of them counting up, and the lines repeated beside them."""
    alone = [
        (index, int(match.group(1)))
        for index, line in enumerate(lines)
        if line.number and len(line.text) < 20 and (match := _BARE.fullmatch(line.text))
    ]
    series = [index for (index, one), (_, two) in pairwise(alone) if two == one + 1]
    if len(series) < 2:
        return lines, []
    series.append(next(index for (before, _), (index, _) in pairwise(alone) if before == series[-1]))
    gone = {*series, *_repeated(lines, series)}
    narration = [_page(lines[index], lines[index].text) for index in sorted(gone)]
    return _closed([line._replace(number=-1) if index in gone else line for index, line in enumerate(lines)]), narration


def _repeated(lines: list[Line], series: list[int]) -> set[int]:
    """The lines beside page numbers that are the same on most pages, but for their digits: running heads and feet."""
    gone: set[int] = set()
    for step in (-1, 1):
        beside = {near for index in series if (near := _beside(lines, index, step)) is not None}
        shapes = Counter(_shape(lines[near]) for near in beside)
        shape, count = shapes.most_common(1)[0] if shapes else ("", 0)
        if count * 2 > len(series) and sum(_shape(line) == shape for line in lines) >= 3:
            gone |= {near for near in beside if _shape(lines[near]) == shape}
    return gone - set(series)


def _shape(line: Line) -> str:
    return _DIGITS.sub("#", line.text.strip())


def _beside(lines: list[Line], index: int, step: int) -> int | None:
    near = range(index + step, max(-1, index - 4) if step < 0 else min(len(lines), index + 4), step)
    return next((each for each in near if lines[each].number), None)


def _without_footnotes(lines: list[Line]) -> tuple[list[Line], list[Narration]]:
    """Without notes at the foot of a page: below a rule or a line of blanks, numbered, up to the page's end."""
    body: list[Line] = []
    narration: list[Narration] = []
    at = 0
    while at < len(lines):
        if (not lines[at].number and _RULE.fullmatch(lines[at].text)) or (
            lines[at].number and lines[at].text.strip("_ ") == ""
        ):
            end = next((each for each in range(at + 1, min(at + 25, len(lines))) if lines[each].after_page), None)
            if end is not None and _FOOTNOTE.match(lines[at + 1].text):
                narration += [line.narrated("footnote") for line in lines[at:end] if line.text.strip()]
                at = end
                continue
        body.append(lines[at])
        at += 1
    return body, narration
