"""The layout `NAME:` in capitals before the words, mostly with a nameless `Q`: White House, State Department."""

from __future__ import annotations

import re
from collections import Counter

from briefing_tui.transcripts.label import Label, Layout, Talk, accepted, matched_labels, with_letters
from briefing_tui.transcripts.lexicon import UPPER
from briefing_tui.transcripts.names import is_anonymous, shape

_SMALL = r"Mc(?=[A-Z])|Mac(?=[A-Z])|De(?=[A-Z])|O[’'](?=[A-Z])"
_CAPITALS = re.compile(
    rf"\s*(?P<name>(?:[{UPPER}]|{_SMALL})(?:[{UPPER}0-9 .,&’'()\-/#]|{_SMALL}){{1,60}}?)\s*[:：](?!\d|//)\s*"
)
_NUMBERED = re.compile(r"[QA]\d{1,3}")


def labels(talk: Talk) -> list[Label]:
    """The names in capitals; beside a nameless `Q`, one that stands once and has no title is a heading."""
    found = accepted(
        talk, [each for each in matched_labels(talk, _CAPITALS, ":") if not _NUMBERED.fullmatch(each.name)]
    )
    every = with_letters(talk, found) if found else []
    counts = Counter(each.name for each in every)
    if not any(is_anonymous(each.name) for each in every):
        return every
    return [each for each in every if counts[each.name] > 1 or shape(each.name) == 3 or talk.knows(each.name)]


CAPITALS = Layout("capitals", "NAME: in capitals before the words, Q without a colon", labels)
