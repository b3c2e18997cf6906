"""The layout of a name on a line of its own without a colon, `Operator`, `Name -- Role`: conference calls."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from briefing_tui.transcripts.label import Label, Layout, Talk
from briefing_tui.transcripts.lexicon import CHAIRS, UPPER
from briefing_tui.transcripts.names import is_titled, shape

_ROLE = re.compile(rf"\s*(?P<name>[{UPPER}][^:?!]{{1,50}}?)\s+(?:--|—|–|-|\|)\s+(?P<role>[{UPPER}][^?!]{{2,110}})\s*$")
# So many words a heading has, as it stands between two lists of people: `Conference Call Participants`.
_HEADING = 4
# A company with the letters it is traded by: a title.
_TICKER = re.compile(r"\((?:(?:NYSE|NASDAQ|LSE|TSX|OTC)\s?:\s?)?[A-Z]{2,5}\)$")
_ENDED = frozenset(".?!:;,…")


def labels(talk: Talk) -> list[Label]:
    """Short lines that repeat, that name a role after a dash, or that the header lists."""
    seen: list[tuple[Label, bool]] = []
    for at, line in enumerate(talk.lines):
        if not line.number or line.kept or len(line.text) > 160:
            continue
        text = line.text.strip()
        if text[-1:] in _ENDED and not text.endswith(("Jr.", "Sr.", "Inc.", "Co.", "Ltd.", "Corp.")):
            continue
        if len(text) > 140 or _TICKER.search(text) or not talk.opens(at) or talk.next_full(at) is None:
            continue
        role = _ROLE.match(text)
        name = role["name"].strip().partition(", ")[0] if role else text
        if len(name) <= 50 and shape(name) >= 0:
            seen.append((Label(at, name, text, len(line.text)), role is not None))
    counts = Counter(label.name for label, _ in seen)
    titles = {each.printed for each, role in seen if role and counts[each.name] == 1} & {*talk.titles.split("\n")}
    seen = [(each, role) for each, role in seen if each.printed not in titles and _is_followed(talk, each, role)]
    names = {each.name for each, role in seen if _is_somebody(talk, each, role, counts)}
    asking = {each.at for each, after in pairwise(label for label, _ in seen) if _is_answered(talk, each, after, names)}
    found = [each for each, _ in seen if each.name in names or each.at in asking]
    starts = {each.at for each in found}
    return [each for each in found if talk.next_full(each.at) not in starts]


def _is_answered(talk: Talk, label: Label, after: Label, names: set[str]) -> bool:
    """Whether what looks like a name asks, and somebody known speaks next: an outlet that stands once."""
    words = " ".join(line.text for line in talk.lines[label.at + 1 : min(after.at, label.at + 30)])
    return shape(label.name) >= 1 and after.name in names and "?" in words


def _is_followed(talk: Talk, label: Label, role: bool) -> bool:
    """Whether words follow, and not another entry of a list of people."""
    after = talk.next_full(label.at)
    if after is None:
        return False
    words = talk.lines[after].text
    many = len(words.split()) > (_HEADING if role else 1)
    ended = words.rstrip().endswith((".", "?", "!", "…", "]", ")", ","))
    return (many or ended) and _ROLE.match(words) is None


def _is_somebody(talk: Talk, label: Label, role: bool, counts: Counter[str]) -> bool:
    """Whether the name is the operator's, repeats, has a role or stands in the header."""
    if label.name.casefold() in CHAIRS:
        return True
    return shape(label.name) >= 1 and _is_named(talk, label, role, counts)


def _is_named(talk: Talk, label: Label, role: bool, counts: Counter[str]) -> bool:
    """Whether the header, another place, a role or the one who spoke before names whoever speaks here."""
    if role or counts[label.name] >= 2 or is_titled(label.name):
        return True
    if talk.lists(label.name):
        return label.name not in talk.titles.split("\n")
    before = " ".join(line.text for line in talk.lines[max(0, label.at - 4) : label.at])
    return " " in label.name and label.name in before


OWN_LINE = Layout("own-line", "Name, or Name -- Role, on a line of its own", labels)
