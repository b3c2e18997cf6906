"""The layout `Name:` alone on a line, the words below it: the English pages of the State Council Information Office."""

from __future__ import annotations

import re

from briefing_tui.transcripts.label import Label, Layout, Talk, accepted, matched_labels
from briefing_tui.transcripts.names import is_outlet, shape

_ALONE = re.compile(r"\s*(?P<name>[^:：?!。？！]{1,70}?(?:\([^()]{3,90}\))?)\s*[:：]+\s*$")
_INLINE = re.compile(r"\s*(?P<name>[^:：?!。？！]{1,70}?)\s*[:：](?=\s*\S)")


def labels(talk: Talk) -> list[Label]:
    """The labels that stand alone, and those of the same names whose line break was lost."""
    found = accepted(talk, matched_labels(talk, _ALONE, ":"))
    names = {each.name.casefold() for each in found}
    if not names:
        return []
    taken = {each.at for each in found}
    seen = [each for each in matched_labels(talk, _INLINE, ":") if each.at not in taken]
    lost = [each for each in seen if each.name.casefold() in names or shape(each.name) == 3]
    every = sorted({*found, *lost})
    sure = set(found)
    afters = [*every[1:], None]
    return [
        each for each, after in zip(every, afters, strict=True) if each in sure or _is_lost(talk, each, after, names)
    ]


def _is_lost(talk: Talk, label: Label, after: Label | None, names: set[str]) -> bool:
    """Whether the label lost its line break: a name of the talk, or an outlet that asks and is answered."""
    asks = "?" in talk.lines[label.at].text and after is not None and talk.knows(after.name)
    return label.name.casefold() in names or (asks and is_outlet(label.name))


ALONE = Layout("alone", "Name: alone on a line", labels)
