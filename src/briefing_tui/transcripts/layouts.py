"""Which layout a transcript has: every family looks for its labels, and the one that sees most of them is it."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile

from briefing_tui.transcripts.alone import ALONE
from briefing_tui.transcripts.capitals import CAPITALS
from briefing_tui.transcripts.dates import read_date
from briefing_tui.transcripts.full_stop import FULL_STOP
from briefing_tui.transcripts.header import CONFERENCE
from briefing_tui.transcripts.inline import INLINE
from briefing_tui.transcripts.label import Label, Layout, Talk
from briefing_tui.transcripts.markup import BOLD_NAMES, BOLD_QUESTIONS
from briefing_tui.transcripts.names import is_generic
from briefing_tui.transcripts.own_line import OWN_LINE
from briefing_tui.transcripts.paragraphs import has_ended, is_mark
from briefing_tui.transcripts.question_letters import QUESTION_LETTERS
from briefing_tui.transcripts.strays import is_split, names_of, with_hyphens
from briefing_tui.transcripts.timed import TIMED
from briefing_tui.transcripts.unlabelled import UNLABELLED

# So many lines from the top a title may stand.
_TOP = 25

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
    if best in (CAPITALS, INLINE, QUESTION_LETTERS) and (names := names_of(talk, labels)):
        labels = best.labels(talk) if is_split(talk, names) else labels
        labels = with_hyphens(talk, labels, names)
    labels = _below_headlines(talk, [each for each in labels if not is_mark(talk.lines[each.at].text)])
    return (best, labels) if labels else (UNLABELLED, UNLABELLED.labels(talk))


def _below_headlines(talk: Talk, labels: list[Label]) -> list[Label]:
    """The labels without the title above them: `Tide Office: Yearly Briefing, 4 May 2031` is nobody's words."""
    often = Counter(each.name for each in labels)
    first = next((at for at, each in enumerate(labels[:4]) if not _is_headline(talk, labels, at, often)), 0)
    return labels[first:]


def _is_headline(talk: Talk, labels: list[Label], at: int, often: Counter[str]) -> bool:
    """Whether a label that stands once, at the top, leads to words that no sentence ends."""
    label, after = labels[at], labels[at + 1].at if at + 1 < len(labels) else len(talk.lines)
    if often[label.name] > 1 or is_generic(label.name) or talk.lists(label.name) or label.at > _TOP or label.kind:
        return False
    line = talk.lines[label.at]
    words = [line.text[label.end :]]
    if not label.printed or not words[0].strip():
        return False
    if talk.wrapped and len(line.text) >= 0.6 * talk.width:
        words += [each.text for each in takewhile(lambda each: each.number, talk.lines[label.at + 1 : after])]
    dated = read_date(words[0]) is not None or CONFERENCE.search(line.text) is not None
    return len(" ".join(words)) < (200 if dated else 120) and not has_ended(words[-1]) and "?" not in words[0]
