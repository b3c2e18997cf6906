"""The layout with a time code in the label: `[00:12:34] Name:`, `Name (00:45):`, `Name: (00:45)`, `00:12 Name`."""

from __future__ import annotations

import re

from briefing_tui.transcripts.label import Label, Layout, Talk
from briefing_tui.transcripts.names import shape

_CODE = r"[\[(<]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])>]?"
_CLOCK = re.compile(r"\d:\d\d")
_NAME = r"(?P<name>[^:：?!\[\]()]{1,60}?(?: \([^:：?!()]{2,60}\))?)"
_BEFORE = re.compile(rf"\s*{_CODE}(?:\s*(?:-->|-|–)\s*{_CODE})?\s+{_NAME}\s*(?:[:：]\s*|$)")
_AFTER = re.compile(rf"\s*{_NAME}\s*[:：]?\s*[\[(<]?\s*{_CODE}\s*[\])>]?\s*[:：]?(?:\s+|$)")


def labels(talk: Talk) -> list[Label]:
    found = []
    for at, line in talk.with_sign(":"):
        if _CLOCK.search(line.text, 0, 140):
            matched = _BEFORE.match(line.text) or _AFTER.match(line.text)
            if matched and shape(matched["name"].strip()) >= 0 and matched["name"].strip():
                found.append(Label(at, matched["name"].strip(), matched.group().strip(), matched.end()))
    return found if len(found) >= 2 and len({each.name for each in found}) < len(found) else []


TIMED = Layout("timed", "a time code in the label", labels)
