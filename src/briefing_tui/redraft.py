"""What differs between a briefing and a newer draft of the same transcript: text, figures, names and titles."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from difflib import SequenceMatcher
from hashlib import sha256
from typing import Literal

from briefing_tui.indicator import Indicator
from briefing_tui.model import Briefing, Document, Outlet, Section, Speaker

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
        figure = self.indicator.figure if self.before is None else f"{self.before.figure} → {self.indicator.figure}"
        return f"{self.happened}: {self.indicator.name}, {figure}, “{self.indicator.mentions[0].quote}”"


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
    """By the words of the quotes; of what is left, a figure of the same name is the old one changed."""
    gone = _by_quote(old) - _by_quote(new)
    come = _by_quote(new) - _by_quote(old)
    left = [each for each in (*old.indicators, *old.dismissed) if gone[each.mentions[0].quote] > 0]
    named: dict[tuple[str, str | None], list[Indicator]] = {}
    for each in left:
        named.setdefault((each.name, each.unit), []).append(each)
    for each in (*new.indicators, *new.dismissed):
        quote = each.mentions[0].quote
        if come[quote] > 0:
            come[quote] -= 1
            earlier = named.get((each.name, each.unit))
            before = earlier.pop(0) if earlier else None
            if before is None or before.figure != each.figure:
                yield FigureChange("changed" if before else "new", each, before)
    yield from (FigureChange("gone", each) for rest in named.values() for each in rest)


def _by_quote(briefing: Briefing) -> Counter[str]:
    return Counter(each.mentions[0].quote for each in (*briefing.indicators, *briefing.dismissed))


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
    before, after = (_facts(each) | _titles(each) for each in (old, new))
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
