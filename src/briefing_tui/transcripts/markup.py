"""The layouts whose labels are told only by markup: a bold name before the words, `<u who>`, bold questions."""

from __future__ import annotations

from collections import Counter

from briefing_tui.transcripts.dates import read_date
from briefing_tui.transcripts.label import Label, Layout, Talk
from briefing_tui.transcripts.names import is_anonymous, is_generic, shape
from briefing_tui.transcripts.source import Line


def bold_names(talk: Talk) -> list[Label]:
    """Bold words before plain ones, or alone above them, that repeat or that the header names; or `who`."""
    seen = []
    for at, line in enumerate(talk.lines):
        if line.kept or not line.number:
            continue
        if line.who:
            seen.append(Label(at, line.who, "", 0))
        elif line.bold and not line.heading:
            name = line.text[: line.bold].strip().rstrip(":：.").strip()
            if 0 < len(name) <= 70 and shape(name) >= 0 and read_date(name) is None:
                seen.append(Label(at, name, name, line.bold + _closers(line.text[line.bold :])))
    counts = Counter(each.name for each in seen)
    named = {name for name, count in counts.items() if count >= 2 or is_generic(name) or talk.knows(name)}
    sure = [each.name in named or shape(each.name) >= 3 or not each.printed or _asks(talk, each) for each in seen]
    return [
        each
        for at, each in enumerate(seen)
        if sure[at] or (at and sure[at - 1] and shape(each.name) >= 1 and _asks(talk, seen[at - 1]))
    ]


def _closers(text: str) -> int:
    return len(text) - len(text.lstrip(" :：.\u00a0"))


def _asks(talk: Talk, label: Label) -> bool:
    after = talk.next_full(label.at)
    return "?" in talk.lines[label.at].text or (after is not None and "?" in talk.lines[after].text)


def bold_questions(talk: Talk) -> list[Label]:
    """Questions in bold, answers plain, no names at all; what stands before the first question is a statement."""
    full = [at for at, line in enumerate(talk.lines) if line.number and not line.kept and not line.heading]
    bold = {at for at in full if _is_bold(talk.lines[at])}
    asking = [at for at in bold if "?" in talk.lines[at].text or "？" in talk.lines[at].text]
    if not asking or len(asking) * 2 < len(bold):
        return []
    found: list[Label] = []
    for at in (each for each in full if each >= min(asking)):
        kind = "question" if at in bold else "answer"
        if not found or found[-1].kind != kind:
            found.append(Label(at, "", "", 0, "question" if kind == "question" else "answer"))
    start = next((at for at in full if at < min(asking) and begins_talk(talk.lines[at].text)), None)
    return found if start is None else [Label(start, "", "", 0, "statement"), *found]


def _is_bold(line: Line) -> bool:
    """Whether a line is set bold throughout and is a sentence, not a name above the words."""
    text = line.text.rstrip()
    return line.bold >= len(text) > 0 and (len(text) > 20 or text.endswith(tuple(".?!…。？！")))


def begins_talk(text: str) -> bool:
    """Whether a line is a sentence that somebody says, not a line of the header."""
    words = text.split()
    return len(words) >= 6 and text.rstrip()[-1:] in ".?!。？！" and not is_anonymous(text)


BOLD_NAMES = Layout("bold", "a bold name before the words", bold_names)
BOLD_QUESTIONS = Layout("bold-questions", "questions in bold, answers plain", bold_questions)
