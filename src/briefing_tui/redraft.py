"""What differs between a briefing and a newer draft of the same transcript: text, figures, names and titles."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from difflib import SequenceMatcher
from hashlib import sha256
from typing import Literal

from briefing_tui.drafted import told
from briefing_tui.indicator import Indicator
from briefing_tui.model import Briefing, Document, Outlet, Section, Speaker
from briefing_tui.recognition import Found, Wanted, recognised

_HEADER = ("title", "organiser", "date", "place", "short_title", "organiser_short", "note")
_ELSEWHERE = {"id", "document", "sections", "turns", "file", "sha256", "draft_sha256"}


@dataclass(frozen=True, slots=True)
class Count:
    added: int = 0
    removed: int = 0
    changed: int = 0

    def __str__(self) -> str:
        told = ((self.added, "added"), (self.removed, "removed"), (self.changed, "changed"))
        return ", ".join(f"{number} {what}" for number, what in told if number) or "as before"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that the newer draft has, lacks, or gives otherwise."""

    happened: Literal["new", "gone", "changed"]
    indicator: Indicator
    before: Indicator | None = None

    def __str__(self) -> str:
        return f"{self.happened}: {self.words}"

    @property
    def words(self) -> str:
        """Name, figure and quote; of a changed one only what is otherwise."""
        figure = next(each for each in _worded(self.indicator) if each)
        if self.before is not None:
            pairs = zip(_worded(self.before), _worded(self.indicator), strict=True)
            figure = ", ".join(f"{was or 'not told'} → {now or 'not told'}" for was, now in pairs if was != now)
        return f"{self.indicator.name}, {figure}, “{self.indicator.mentions[0].quote}”"


@dataclass(frozen=True, slots=True)
class Redraft:
    """The difference in counts and rows; `facts` are titles, names, posts and notes: `title: 'A' → 'B'`."""

    sections: Count
    turns: Count
    words: Count
    figures: tuple[FigureChange, ...]
    facts: tuple[str, ...]


def redraft(old: Briefing, new: Briefing) -> Redraft:
    """What the newer draft has otherwise than the briefing."""
    return Redraft(
        _counted([_text(each) for each in old.sections], [_text(each) for each in new.sections]),
        _counted(_turns(old), _turns(new)),
        _words(old, new),
        tuple(_figures(old, new)),
        tuple(_facts_changed(old, new)),
    )


def alike(old: Briefing, new: Briefing) -> bool:
    """Whether both say the same; the bytes they were made from and the order of figures aside."""
    return _bare(old) == _bare(new)


def fingerprint(briefing: Briefing) -> str:
    """The digest of all that a draft says but its figures: another one means that a person wrote on it."""
    told: list[object] = list(_facts(briefing).items())
    for section in briefing.sections:
        told.append((section.id, section.kind, section.title, section.outlet))
        told += [(turn.kind, turn.speaker) for turn in section.turns]
        told += [(each.heading, each.text, each.source) for each in section.paragraphs]
    return sha256(json.dumps(told, default=str).encode()).hexdigest()


def stamped(briefing: Briefing, file: str | None, digest: str) -> Briefing:
    """A fresh draft that tells which file it was made from, and its own fingerprint."""
    first, *others = briefing.documents
    document = replace(first, file=file, sha256=digest, draft_sha256=fingerprint(briefing))
    return replace(briefing, documents=(document, *others))


def written_on(briefing: Briefing) -> bool:
    """Whether a person changed more than figures since the import; a briefing that does not tell may be all theirs."""
    return briefing.documents[0].draft_sha256 != fingerprint(briefing) if briefing.documents else True


def _bare(briefing: Briefing) -> Briefing:
    documents = (replace(each, file=None, sha256=None, draft_sha256=None) for each in briefing.documents)
    indicators, dismissed = (
        tuple(sorted(each, key=lambda indicator: indicator.id)) for each in (briefing.indicators, briefing.dismissed)
    )
    return replace(briefing, documents=tuple(documents), indicators=indicators, dismissed=dismissed)


def _text(section: Section) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in section.paragraphs)


def _turns(briefing: Briefing) -> list[tuple[str, ...]]:
    return [tuple(each.text for each in turn.paragraphs) for section in briefing.sections for turn in section.turns]


def _counted(old: Sequence[object], new: Sequence[object]) -> Count:
    """Rows added, removed and changed; a row that takes another's place is that one changed."""
    added = removed = changed = 0
    for what, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            pairs = min(end - start, last - first)
            changed, removed, added = changed + pairs, removed + end - start - pairs, added + last - first - pairs
    return Count(added, removed, changed)


def _words(old: Briefing, new: Briefing) -> Count:
    before, after = (
        Counter(word for section in briefing.sections for text in _text(section) for word in text.split())
        for briefing in (old, new)
    )
    return Count((after - before).total(), (before - after).total())


def _figures(old: Briefing, new: Briefing) -> Iterator[FigureChange]:
    """By their sentences, values and places: a figure that only has another name or id is the same."""
    before = [Wanted(each, told(each)) for each in (*old.indicators, *old.dismissed)]
    stands = {index: found for (index, _), found in recognised(old, new, before).items() if found.figure}
    stands = {index: found for index, found in stands.items() if found.same or _differ(before[index], found)}
    earlier = {found.figure.id: before[index].indicator for index, found in stands.items() if found.figure}
    for each in (*new.indicators, *new.dismissed):
        was = earlier.get(each.id)
        if was is None:
            yield FigureChange("new", each)
        elif _worded(was) != _worded(each):
            yield FigureChange("changed", each, was)
    yield from (FigureChange("gone", each.indicator) for index, each in enumerate(before) if index not in stands)


def _differ(was: Wanted, found: Found) -> bool:
    """Whether it is the figure changed; as much of something that has another name is another figure."""
    figure = found.figure
    return figure is not None and (_worded(was.indicator) != _worded(figure) or was.indicator.name == figure.name)


def _worded(indicator: Indicator) -> tuple[str, ...]:
    """What a reader sees of a figure, apart from its name: number, growth, period, status."""
    figure = "" if indicator.kind == "growth" else indicator.figure
    return figure, indicator.growth_words, indicator.period_words, indicator.status


def _facts(briefing: Briefing) -> dict[str, object]:
    """What the header and the heads of sections say, by words for it; what is not said is left out."""
    facts: dict[str, object] = {name: getattr(briefing, name) for name in _HEADER}
    things: tuple[Document | Speaker | Outlet, ...] = (*briefing.documents, *briefing.speakers, *briefing.outlets)
    for each in things:
        facts |= _said(each)
    facts |= {f"section {section.id} note": section.note for section in briefing.sections}
    return {name: value for name, value in facts.items() if value not in (None, ())}


def _said(thing: Document | Speaker | Outlet) -> dict[str, object]:
    names = (field.name for field in fields(thing) if field.name not in _ELSEWHERE)
    return {f"{type(thing).__name__.lower()} {thing.id} {name}": getattr(thing, name) for name in names}


def _facts_changed(old: Briefing, new: Briefing) -> Iterator[str]:
    before, after = _facts(old), _facts(new)
    titled, now = _titles(old), _titles(new)
    both = titled.keys() & now.keys()  # where the first words changed, that is told as words
    before |= {name: title for name, title in titled.items() if name in both}
    after |= {name: title for name, title in now.items() if name in both}
    for name in dict.fromkeys((*before, *after)):
        if before.get(name) != after.get(name):
            yield f"{name}: {_shown(before.get(name))} → {_shown(after.get(name))}"


def _titles(briefing: Briefing) -> dict[str, object]:
    """Titles of sections, known by their first words, since their ids shift."""
    return {f"title of “{_text(each)[0][:40]}”": each.title for each in briefing.sections if _text(each)}


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(str, value)) or "nothing"
    return "nothing" if value is None else f"'{value}'"
