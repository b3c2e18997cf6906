"""The layout without any labels: a statement, and after it paragraphs that ask and paragraphs that answer."""

from __future__ import annotations

import re

from briefing_tui.transcripts.label import Label, Layout, Talk
from briefing_tui.transcripts.markup import begins_talk
from briefing_tui.transcripts.source import Line

_TURNING = re.compile(
    r"\s*(?:\*\s*\*\s*\*|#\s*#\s*#|-{3,}|_{3,})\s*$|.*\b(?:take|answer|open for) (?:your )?questions\b|.*提问", re.I
)
_HEADING = re.compile(r"\s*[A-Z\d“\"][^.?!:;,。]{2,70}(?<![.?!:;,\s])\s*")


def labels(talk: Talk) -> list[Label]:
    """One statement; once questions are called for, a paragraph with a question mark asks and the next answers."""
    full = [at for at, line in enumerate(talk.lines) if line.number and not line.kept]
    start = next((at for at in full if begins_talk(talk.lines[at].text)), None)
    if start is None:
        return []
    found = [Label(start, "", "", 0, "statement")]
    turning = next((at for at in full if at > start and _TURNING.match(talk.lines[at].text)), None)
    if talk.wrapped or turning is None:
        return found
    for at in (each for each in full if each > turning and not _TURNING.match(talk.lines[each].text)):
        asks = "?" in talk.lines[at].text or "？" in talk.lines[at].text
        kind = found[-1].kind
        if asks and kind != "question":
            found.append(Label(at, "", "", 0, "question"))
        elif not asks and kind == "question":
            found.append(Label(at, "", "", 0, "answer"))
    return found


def with_headings(lines: list[Line]) -> list[Line]:
    """Short lines that stand apart and end nothing, as the headings they are."""
    apart = [
        not (at and lines[at - 1].number) and not (at + 1 < len(lines) and lines[at + 1].number)
        for at in range(len(lines))
    ]
    return [
        line._replace(heading=2) if alone and line.number and _HEADING.fullmatch(line.text) else line
        for line, alone in zip(lines, apart, strict=True)
    ]


UNLABELLED = Layout("unlabelled", "no labels at all", labels)
