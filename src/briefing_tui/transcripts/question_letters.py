"""The layout of interviews: `Q` and `A` before the words, without a colon or with one, and no names."""

from __future__ import annotations

import re

from briefing_tui.transcripts.label import Label, Layout, Talk, letters, matched_labels, without_header_keys
from briefing_tui.transcripts.lexicon import UPPER
from briefing_tui.transcripts.names import shape

_NAMED = re.compile(rf"\s*(?P<name>[{UPPER}][^:：?!。\n]{{1,60}}?)\s*[:：](?=\s|[A-Z])")


# `CAPT FALK   Good afternoon`: in capitals, two blanks behind, as the letters have.
_SPACED = re.compile(
    rf"(?P<name>(?:[{UPPER}]{{2,}}\.?|[{UPPER}]['’.-][{UPPER}-]+)(?: [{UPPER}][{UPPER}'’.-]*){{0,3}})"
    r"\s{2,}(?=[A-Z“\"])"
)


def labels(talk: Talk) -> list[Label]:
    """Every letter, where they alternate; an `A` without a sign counts only after a `Q`; names between them."""
    found: list[Label] = []
    for each in letters(talk, close=True):
        closed = talk.lines[each.at].text[: each.end].rstrip().endswith((":", ".", ")"))
        if each.name[0] == "Q" or closed or (found and found[-1].name[0] == "Q"):
            found.append(each)
    if {each.name[0] for each in found} != {"Q", "A"}:
        return []
    taken = {each.at for each in found}
    named = [*matched_labels(talk, _NAMED, ":"), *matched_labels(talk, _SPACED, "  ")]
    named = [each for each in named if each.at not in taken and talk.opens(each.at)]
    named = [each for each in without_header_keys(talk, named) if _speaks(talk, each)]
    answers = sum(each.name[0] == "A" for each in found)
    return sorted([*found, *named]) if len(named) < answers else []


def _speaks(talk: Talk, label: Label) -> bool:
    """Whether a name before words is a person's: the chair's, one with an office, in capitals, or of the header."""
    return shape(label.name) == 3 or (shape(label.name) > 0 and (label.name.isupper() or talk.knows(label.name)))


QUESTION_LETTERS = Layout("letters", "Q and A before the words", labels)
