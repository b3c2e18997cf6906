"""Which layout a transcript has: every family looks for its labels, and the one that sees most of them is it."""

from __future__ import annotations

from briefing_tui.transcripts.alone import ALONE
from briefing_tui.transcripts.capitals import CAPITALS
from briefing_tui.transcripts.full_stop import FULL_STOP
from briefing_tui.transcripts.inline import INLINE
from briefing_tui.transcripts.label import Label, Layout, Talk
from briefing_tui.transcripts.markup import BOLD_NAMES, BOLD_QUESTIONS
from briefing_tui.transcripts.own_line import OWN_LINE
from briefing_tui.transcripts.question_letters import QUESTION_LETTERS
from briefing_tui.transcripts.timed import TIMED
from briefing_tui.transcripts.unlabelled import UNLABELLED

LAYOUTS: dict[str, Layout] = {
    each.name: each
    for each in (
        TIMED,
        ALONE,
        CAPITALS,
        FULL_STOP,
        QUESTION_LETTERS,
        INLINE,
        OWN_LINE,
        BOLD_NAMES,
        BOLD_QUESTIONS,
        UNLABELLED,
    )
}


def recognised(talk: Talk, name: str | None = None) -> tuple[Layout, list[Label]]:
    """The layout with the most labels, the earlier of two equal ones; ValueError for a name that is none."""
    if name is not None:
        if name not in LAYOUTS:
            raise ValueError(f"'{name}' is no layout: use {', '.join(LAYOUTS)}")
        return LAYOUTS[name], LAYOUTS[name].labels(talk)
    best, labels = UNLABELLED, list[Label]()
    for layout in LAYOUTS.values():
        found = layout.labels(talk) if layout is not UNLABELLED else []
        if len(found) > max(1, len(labels)):
            best, labels = layout, found
    return (best, labels) if labels else (UNLABELLED, UNLABELLED.labels(talk))
