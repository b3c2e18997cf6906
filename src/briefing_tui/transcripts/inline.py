"""The layout `Name: words`, also without a blank and with `：`: foreign ministries, Chinese transcripts."""

from __future__ import annotations

import re

from briefing_tui.transcripts.dates import read_date
from briefing_tui.transcripts.label import Label, Layout, Talk, accepted, matched_labels, with_letters

# A sentence that ends before the colon is no name.
_INLINE = re.compile(r"\s*(?![^:]{3,60}[a-z]{4}\. [A-Z])(?P<name>[^:：?!。？！，]{1,70}?)\s*(?:：|:(?!//))\s*(?=\S)")
_CLOCK = re.compile(r"(?:^|\D)\d{1,2}$")


def labels(talk: Talk) -> list[Label]:
    """The labels before words; a clock time is none. Names in capitals throughout are another layout's."""
    seen = [each for each in matched_labels(talk, _INLINE, ":") if not _is_clock(talk, each)]
    found = accepted(talk, seen)
    if sum(each.name.isupper() for each in found) > 0.8 * len(found):
        return []
    return with_letters(talk, found)


def _is_clock(talk: Talk, label: Label) -> bool:
    """Whether a colon stands in a clock time, or behind a date as in a line of the header."""
    if read_date(label.name):
        return True
    return _CLOCK.search(label.name) is not None and talk.lines[label.at].text[label.end :][:2].isdigit()


INLINE = Layout("inline", "Name: before the words", labels)
