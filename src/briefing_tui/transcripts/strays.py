"""Labels that their layout does not see, though the names are known: a hyphen for the colon, or within a line."""

from __future__ import annotations

import re
from collections import Counter

from briefing_tui.transcripts.label import Label, Talk
from briefing_tui.transcripts.names import is_generic, shape

# More names than this are no cast that strays are looked for.
_MOST = 60
_COLONS = (":", "：")


def names_of(talk: Talk, labels: list[Label]) -> list[str]:
    """The names that stand behind a colon twice, or are a part in the talk; long ones first; none without colons."""
    sure = [each.name for each in labels if talk.lines[each.at].text[: each.end].rstrip().endswith(_COLONS)]
    if len(sure) * 2 < len(labels):
        return []
    counts = Counter(sure)
    often = [
        each for each in counts if is_generic(each) or (counts[each] > 1 and (shape(each) > 0 or counts[each] > 2))
    ]
    return sorted(often, key=lambda each: (-len(each), each)) if len(often) <= _MOST else []


def with_hyphens(talk: Talk, labels: list[Label], names: list[str]) -> list[Label]:
    """The labels, and those of the same names before a hyphen: `Downer- I did.` beside `Downer: Yes.`"""
    taken = {each.at for each in labels}
    pattern = re.compile(rf"\s*(?P<name>{_one_of(names)})\s*(?:[-–—;]|[:：]{{2}})\s+(?=\S)")
    firsts = tuple({each[0] for each in names})
    found = []
    for at, line in enumerate(talk.lines):
        begins = line.text.lstrip()[:1]
        if begins in firsts and at not in taken and line.number and not line.kept and talk.opens(at):
            matched = pattern.match(line.text)
            if matched:
                found.append(Label(at, matched["name"], line.text[: matched.end()].strip(" -–—;:："), matched.end()))
    return sorted([*labels, *found]) if found else labels


def is_split(talk: Talk, names: list[str]) -> bool:
    """Whether labels stood within lines; the lines are then parted before them.

    Behind the end of a sentence or two blanks: `Doorstop interview,  Canberra  JOURNALIST: This programme …`.
    """
    capitals = [each for each in names if each.isupper() or is_generic(each)]
    if not capitals:
        return False
    pattern = re.compile(rf"(?:(?<=[.?!”\"）)])\s+|\s{{2,}})(?=(?:{_one_of(capitals)})\s*[:：]\s)")
    marks = tuple(f"{each}:" for each in capitals)
    lines = []
    for line in talk.lines:
        told = line.number and not line.kept and any(each in line.text for each in marks)
        pieces = [each for each in pattern.split(line.text) if each.strip()] if told else []
        lines += [line._replace(text=each) for each in pieces] if len(pieces) > 1 else [line]
    parted = len(lines) > len(talk.lines)
    talk.lines = lines
    return parted


def _one_of(names: list[str]) -> str:
    return "|".join(re.escape(each) for each in names)
