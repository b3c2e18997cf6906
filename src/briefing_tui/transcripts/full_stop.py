"""The layout `NAME.` in capitals with a full stop before the words: the Federal Reserve's press conferences."""

from __future__ import annotations

import re
from collections import Counter

from briefing_tui.transcripts.label import Label, Layout, Talk, accepted, ends_of, matched_labels
from briefing_tui.transcripts.lexicon import UPPER
from briefing_tui.transcripts.names import is_generic

_WORD = rf"(?:[{UPPER}][{UPPER}'’\-]+|(?:Mc|Mac|De|O’)[{UPPER}'’\-]+)"
_TITLE = r"(?:(?:MR|MS|MRS|DR|GOV|SEN|REP|LT|COL|GEN|MAJ|CAPT|ADM|PROF)\.? )*"
_FULL_STOP = re.compile(
    rf"\s*(?:\[[\d:.]+\]\s*)?(?P<name>{_TITLE}(?:{_WORD}|[A-Z]\.)(?: (?:{_WORD}|[A-Z]\.|\d{{1,2}})){{0,4}}(?:\(\?\))?)"
    r"\.(?:\s{2,}|\s+(?=[A-Z“\"(\[—…])|\s*$)"
)


def labels(talk: Talk) -> list[Label]:
    """Two words or more, or one that stands often or asks: a single `NATO.` ends a sentence."""
    found = [each for each in matched_labels(talk, _FULL_STOP, ".") if talk.opens(each.at)]
    counts = Counter(each.name for each in found)
    named = [
        each
        for each, end in zip(found, ends_of(talk, found), strict=True)
        if " " in each.name or counts[each.name] >= 3 or is_generic(each.name) or _asks(talk, each, end)
    ]
    return accepted(talk, named)


def _asks(talk: Talk, label: Label, end: int) -> bool:
    """Whether a word too long for an abbreviation leads to a question."""
    return len(label.name) > 4 and any("?" in line.text for line in talk.lines[label.at : end])


FULL_STOP = Layout("full-stop", "NAME. in capitals, closed by a full stop", labels)
