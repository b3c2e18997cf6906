"""The layout of a name on a line of its own without a colon, `Operator`, `Name -- Role`: conference calls."""

from __future__ import annotations

import re
from collections import Counter

from briefing_tui.transcripts.label import Label, Layout, Talk
from briefing_tui.transcripts.lexicon import CHAIRS
from briefing_tui.transcripts.names import shape

_ROLE = re.compile(r"\s*(?P<name>[A-Z][^:?!]{1,50}?)\s+(?:--|—|–|-|\|)\s+(?P<role>[A-Z][^?!]{2,110})\s*$")
_ENDED = re.compile(r"[.?!:;,…]\s*$")


def labels(talk: Talk) -> list[Label]:
    """Short lines that repeat, that name a role after a dash, or that the header lists."""
    seen: list[tuple[Label, bool]] = []
    for at, line in enumerate(talk.lines):
        text = line.text.strip()
        if not line.number or line.kept or len(text) > 140 or not talk.opens(at) or talk.next_full(at) is None:
            continue
        if _ENDED.search(text) and not text.endswith(("Jr.", "Sr.", "Inc.", "Co.", "Ltd.", "Corp.")):
            continue
        role = _ROLE.match(text)
        name = role["name"].strip() if role else text
        if len(name) <= 50 and shape(name) >= 0:
            seen.append((Label(at, name, text, len(line.text)), role is not None))
    counts = Counter(label.name for label, _ in seen)
    return [each for each, role in seen if _stands(talk, each, role, counts)]


def _stands(talk: Talk, label: Label, role: bool, counts: Counter[str]) -> bool:
    """Words follow, and the name repeats, has a role, is the operator's or stands in the header."""
    after = talk.next_full(label.at)
    words = len(talk.lines[after].text.split()) if after is not None else 0
    spoken = after is not None and (role or words > 1) and _ROLE.match(talk.lines[after].text) is None
    if label.name.casefold() in CHAIRS:
        return spoken
    return spoken and shape(label.name) >= 1 and _is_named(talk, label, role, counts)


def _is_named(talk: Talk, label: Label, role: bool, counts: Counter[str]) -> bool:
    """Whether the header, another place, a role or the one who spoke before names whoever speaks here."""
    if role or counts[label.name] >= 2 or talk.knows(label.name):
        return True
    before = " ".join(line.text for line in talk.lines[max(0, label.at - 4) : label.at])
    return " " in label.name and label.name in before


OWN_LINE = Layout("own-line", "Name, or Name -- Role, on a line of its own", labels)
