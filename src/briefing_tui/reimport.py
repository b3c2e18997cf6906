"""What a person decided on a draft goes over to a newer draft of the same transcript.

A decision stays with its sentence (`recognition`); which fields a person wrote is known by what was drafted then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from briefing_tui.drafted import Drafted, Told, differing, told
from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing
from briefing_tui.quoted import mentioned
from briefing_tui.recognition import FACTS, Found, Wanted, recognised
from briefing_tui.sentences import Spot, Text, overlap
from briefing_tui.transcripts.drafting import UNSORTED, slug

_WORDS = {"id", "name", "topic", "note", "scope"}
_NUMBER = re.compile(r"(-\d+)?")


@dataclass(frozen=True, slots=True)
class Merged:
    """The newer draft with what was decided: `kept` stands in it, `gone` has no place there any more.

    `kept` are figures accepted, dismissed, and candidates that a person wrote on; `edited` those of them that say
    otherwise than was drafted, accepted or not; `lost` the mentions of them that have no place any more. Where it is
    not known what was drafted then, `unsure` are candidates that differ from the newer draft's, left as they were.
    `doubtful` are accepted figures, each with the candidate that is drafted there now, and then was not: as if its
    month changed that an earlier sentence tells.
    """

    briefing: Briefing
    kept: tuple[Indicator, ...]
    gone: tuple[Indicator, ...]
    unsure: tuple[Indicator, ...] = ()
    doubtful: tuple[tuple[Indicator, Indicator], ...] = ()
    lost: tuple[tuple[Indicator, Mention], ...] = ()
    edited: tuple[Indicator, ...] = ()


def decided(indicator: Indicator) -> bool:
    """Whether a person accepted it, dismissed it, or wrote what no draft says."""
    return not indicator.candidate or indicator.dismissed or _written(indicator)


def _written(indicator: Indicator) -> bool:
    """Whether it says what no draft does."""
    return bool(indicator.topic != UNSORTED or indicator.note or indicator.scope or len(indicator.mentions) > 1)


def merged(old: Briefing, new: Briefing, drafted: Drafted | None = None) -> Merged:
    """The newer draft, each decided indicator of the older one at its new place instead of the candidate there.

    `drafted` is what the older draft was before anybody wrote on it, where that is known.
    """
    figures = (*old.indicators, *old.dismissed)
    wanted = [_wanted(each, drafted) for each in figures]
    places: dict[int, list[tuple[Mention, Found]]] = {}
    for (index, number), place in sorted(recognised(old, new, wanted).items(), key=lambda each: each[0]):
        if place.same:
            places.setdefault(index, []).append((figures[index].mentions[number], place))
    laid = _Laid(new)
    for index, each in enumerate(wanted):
        stands = places.get(index)
        if stands is None:
            laid.gone += [each.indicator] if each.quoted else []
        elif _whole(each.indicator, drafted) or stands[0][1].figure is None:
            laid.keep(each, stands, drafted is not None and drafted.fields_of(each.indicator) is not None)
        else:
            laid.write(each, stands[0][1].figure, drafted is not None)
    return laid.merged()


def _wanted(indicator: Indicator, drafted: Drafted | None) -> Wanted:
    """A figure of which anything was decided is looked for by its quote as well."""
    now, then = told(indicator), drafted.fields_of(indicator) if drafted else None
    touched = drafted is not None and (then is None or _changed(now, then))
    return Wanted(indicator, then or now, bool(touched or decided(indicator)))


def _whole(indicator: Indicator, drafted: Drafted | None) -> bool:
    """Whether all of it is a person's: decided, or nothing was drafted there."""
    if drafted is None or not indicator.candidate or indicator.dismissed:
        return decided(indicator)
    return drafted.fields_of(indicator) is None


def _edited(kept: Wanted) -> bool:
    """Whether a person wrote on a figure that is kept, whatever else they decided."""
    return kept.indicator.candidate or _written(kept.indicator) or bool(_changed(told(kept.indicator), kept.drafted))


def _changed(now: Told, then: Told) -> set[str]:
    """The fields that a person changed; an id that only got a number was changed by an import."""
    names = differing(now, then)
    return names - {"id"} if _NUMBER.fullmatch(now["id"].removeprefix(then["id"])) else names


class _Laid:
    """A newer draft while figures of the older one are laid over it."""

    def __init__(self, new: Briefing) -> None:
        self.new = new
        self.gone: list[Indicator] = []
        self._text = Text(new)
        self._whole: list[Indicator] = []
        self._doubtful: list[tuple[Indicator, Indicator]] = []
        self._lost: list[tuple[Indicator, Mention]] = []
        self._edited: list[Indicator] = []
        self._covered: list[Spot] = []
        self._written: dict[str, Indicator] = {}  # by the ids of the candidates
        self._unsure: dict[str, Indicator] = {}

    def keep(self, old: Wanted, stands: Sequence[tuple[Mention, Found]], known: bool) -> None:
        """A figure takes its new place as it is, instead of what was drafted there."""
        mentions = tuple(self._moved(mention, found.spot) for mention, found in stands)
        kept = replace(old.indicator, mentions=mentions)
        self._whole.append(kept)
        self._covered += [found.spot for _, found in stands]
        placed = {mention for mention, _ in stands}
        self._lost += [(kept, each) for each in old.indicator.mentions if each not in placed and not kept.dismissed]
        self._edited += [kept] if _edited(old) else []
        now = stands[0][1].figure
        if known and now and not kept.dismissed and differing(old.drafted, told(now)) & {*FACTS}:
            self._doubtful.append((kept, now))

    def write(self, old: Wanted, candidate: Indicator, known: bool) -> None:
        """The fields that a person wrote, over the newer candidate; where that is not known, all that differ."""
        now = told(old.indicator)
        names = _changed(now, old.drafted) if known else differing(now, told(candidate))
        if not known and _NUMBER.fullmatch(old.indicator.id.removeprefix(slug(old.indicator.name, 50))):
            names -= {"id"}
        changed = _with(candidate, old.indicator, names)
        if not self._text.holds(self._order(candidate), mentioned(changed, changed.mentions[0])):
            changed = _with(candidate, old.indicator, names & _WORDS)  # the words here tell other numbers
        if changed != candidate:
            (self._written if known else self._unsure)[candidate.id] = changed

    def merged(self) -> Merged:
        written = self._written | self._unsure
        rest = [each for each in self.new.indicators if not self._is_covered(each)]
        mine = [*self._whole, *(written[each.id] for each in rest if written.get(each.id, each).id != each.id)]
        drafted = [written.get(each.id, each) for each in rest if written.get(each.id, each).id == each.id]
        shown = [*(each for each in mine if not each.dismissed), *_numbered(drafted, {each.id for each in mine})]
        whole = replace(
            self.new,
            indicators=tuple(sorted(shown, key=self._order)),
            dismissed=tuple(sorted((each for each in mine if each.dismissed), key=self._order)),
        )
        by_hand = tuple(self._written.values())
        return Merged(
            whole,
            (*self._whole, *by_hand),
            tuple(self.gone),
            tuple(self._unsure.values()),
            tuple(self._doubtful),
            tuple(self._lost),
            (*self._edited, *by_hand),
        )

    def _is_covered(self, candidate: Indicator) -> bool:
        spot = self._order(candidate)
        return any(overlap(spot, each) for each in self._covered)

    def _order(self, indicator: Indicator) -> Spot:
        return self._text.spot(indicator.mentions[0])

    def _moved(self, mention: Mention, spot: Spot) -> Mention:
        paragraph = self._text.paragraphs[spot.at]
        source = mention.source if mention.source in paragraph.source else paragraph.source[0]
        return replace(mention, at=self._text.addresses[spot.at], quote=self._text.words(spot), source=source)


def _with(candidate: Indicator, old: Indicator, names: Set[str]) -> Indicator:
    return replace(candidate, **{name: getattr(old, name) for name in names})


def _numbered(candidates: list[Indicator], taken: set[str]) -> Iterator[Indicator]:
    """The candidates with ids of their own; those whose id a person's figure has get a number."""
    used = taken | {each.id for each in candidates}
    for each in candidates:
        identifier, number = each.id, 2
        if identifier in taken:
            while identifier in used:
                identifier, number = f"{each.id}-{number}", number + 1
            used.add(identifier)
        yield each if identifier == each.id else replace(each, id=identifier)
