"""Where a journalist works, read from how they introduce themselves: `Jean Frost, Harbour News`."""

from __future__ import annotations

import re

from briefing_tui.transcripts.names import key_of

_NAME = r"[A-Z][\w&’'.-]*(?:(?: (?:of|and|for|the|&))? [A-Z][\w&’'-]*){0,4}"


def organisation_of(name: str, words: str) -> str | None:
    """The organisation that the first words of a question give to the one who asks; None where they give none."""
    surname = key_of(name).split()[-1:]
    if not surname:
        return None
    said = re.search(
        rf"(?<!\w){re.escape(surname[0])}(?:,| from| with| of| at| for| here (?:from|with))+ (?:the )?"
        rf"(?P<organisation>{_NAME})",
        words[:400],
        re.I,
    )
    if said is None or not said["organisation"][0].isupper():
        return None
    found = re.match(_NAME, said["organisation"])
    return found.group().rstrip(".") if found else None
