"""The layout of interviews: `Q` and `A` before the words, without a colon or with one, and no names."""

from __future__ import annotations

from briefing_tui.transcripts.label import Label, Layout, Talk, letters


def labels(talk: Talk) -> list[Label]:
    """Every letter, where questions and answers alternate; a close `A ` counts only after a `Q`."""
    found: list[Label] = []
    for each in letters(talk, close=True):
        if each.name == "Q" or (found and found[-1].name == "Q"):
            found.append(each)
    return found if {each.name for each in found} == {"Q", "A"} else []


QUESTION_LETTERS = Layout("letters", "Q and A before the words", labels)
