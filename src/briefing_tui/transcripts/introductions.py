"""Where a journalist works, read from how they introduce themselves: `Jean Frost, Harbour News`."""

from __future__ import annotations

import re

from briefing_tui.transcripts.names import key_of

_NAME = r"[A-Z][\w&’'.-]*(?:(?: (?:of|and|for|the|&))? [A-Z][\w&’'-]*){0,4}"


_BEHIND = re.compile(
    rf"(?:,| from| with| of| at| for| here (?:from|with))+ (?:the )?(?P<organisation>{_NAME})", re.IGNORECASE
)


def organisation_of(name: str, words: str) -> str | None:
    """The organisation that the first words of a question give to the one who asks; None where they give none."""
    surname = key_of(name).rpartition(" ")[2]
    words = words[:400].replace("’", "'")
    small = words.lower()
    at = small.find(surname) if surname else -1
    while at >= 0:
        said = _BEHIND.match(words, at + len(surname)) if at == 0 or not small[at - 1].isalnum() else None
        if said and said["organisation"][0].isupper():
            found = re.match(_NAME, said["organisation"])
            return found.group().rstrip(".") if found else None
        at = small.find(surname, at + 1)
    return None
