"""The figures of one sentence put together: which growth belongs to which level, what each measures, when it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing_tui.indicator import IndicatorKind
from briefing_tui.quantity import Change, Period, scaled
from briefing_tui.respective import RESPECTIVELY, subjects
from briefing_tui.transcripts.candidate import Candidate
from briefing_tui.transcripts.figures_alike import share_growths, share_units
from briefing_tui.transcripts.figures_dated import NOW, PRESENT
from briefing_tui.transcripts.figures_growth import Group, Growth, groups, growth, level_of, rises_to
from briefing_tui.transcripts.figures_kind import TARGET, kind_of
from briefing_tui.transcripts.figures_masked import TIME
from briefing_tui.transcripts.figures_names import behind, compared, earlier, following, measured, subject, tidy
from briefing_tui.transcripts.figures_read import Figure
from briefing_tui.transcripts.figures_status import status_of
from briefing_tui.transcripts.figures_units import head_noun, is_money
from briefing_tui.transcripts.periods import Told

_MOMENT = re.compile(
    r"\b(?:now|currently|expected|projected|estimates?|possible|so\s+far|to\s+date|will|goal|consecutive)\b",
    re.IGNORECASE,
)
# What is, told behind what was.
_IS = re.compile(
    r"\b(?:is|are|remains?|stands?|accounts?|makes?|represents?|has|have|['’]s|['’]re)\b(?!\s+(?:been|be|to)\b)"
    r"|\w['’](?:s|re)\s"
)
_APART = re.compile("[,;:]")
# `and in May 12 came`: the time begins what is said of another figure.
_AND_THEN = re.compile(r"\b(?:and|but|while)\s+$")
_PARTED = re.compile(r"[,;—]\s*(?:and|but|while|whereas)\s|;")
_AHEAD = re.compile(
    r"\b(?:expect(?:s|ed)?|project(?:s|ed)?|forecasts?|estimated|will|should|targets?)\b", re.IGNORECASE
)
# A time told by another one, which no rule follows: `$11.8 billion a year earlier`.
_EARLIER = re.compile(
    r"[\s,]+(?:(?:a|an|one|\w+)\s+(?:day|week|month|quarter|year|decade)s?|\x02+)\s+(?:earlier|ago|before|later)\b"
    r"|[\s,]+(?:in\s+)?the\s+(?:week|month|quarter|year|decade)\s+(?:before|earlier)\b"
    r"|\s+in\s+the\s+(?:first|second|third|fourth)\s*(?:[.,;]|$)",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"\bnumber\s+of\b", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[,;—]\s*(?:and|but|so|while|as|which|who)\b|--|;|.{90}")
# `Vehicle production was 215,000 units`: named by what is measured, where the noun only tells what there is of it.
_PIECES = re.compile(r"\s+(?:units|vehicles|people|persons|pieces|sets|items)")
_AMOUNTS = re.compile(
    r"\b(?<!there\s)(?<!we\s)(?<!they\s)(?:(?:was|were|is|are|hit|reached|exceeded|surpassed|total+ed|numbered)"
    r"|(?:stood|came in) at"
    r"|(?:came|amounted|rose|fell|grew|climbed|dropped|increased|decreased) to)\s+$"
)
_OR = re.compile(r",\s+or\s+$")
# A time of which something is told is not that of what stands before it: `and June was plus 6`.
_WAS = re.compile(r"\s+(?:was|were|had|saw|brought|showed|came)\b")
# `in 2030 there were six, and now there are 11`, `we are at 17.9 now`.
_TODAY = re.compile(rf"\b{PRESENT}\b", re.IGNORECASE)
_IS_NOW = re.compile(rf"(?:\s+[a-z]+)?\s+{PRESENT}\b")
_THEM = re.compile(r"\s+of\s+(?:them|these|those|whom|which)\b(?!\s+[a-z]+s\b)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as it stands, as masked, where it begins, its time phrases and the period before it."""

    text: str
    hidden: str
    begin: int
    told: tuple[Told, ...]
    carried: Period | None
    before: Sequence[Figure] = ()

    def candidates(self, found: Sequence[Figure]) -> Iterator[Candidate]:
        """Every figure that stands for itself; a growth told with its level becomes the level's change."""
        share_units(self.hidden, found, self.before)
        lists = groups(self.hidden, found)
        grown = [growth(self.hidden, self.text, each) for each in lists]
        share_growths(self.hidden, lists, grown)
        changes = self._changes(lists, grown)
        taken = {id(change.figure) for change in changes.values()}
        rates = {id(rate.figure): rate for rates in grown for rate in rates}
        at, leading, last = 0, "", ""
        for group in lists:
            if not _OR.search(self.hidden, at, group[0].start):
                leading = subject(self.hidden, self.text, at, group[0].start) or leading
            names, at = self._names(group, leading, found, last), group[-1].tail
            was = compared(self.hidden, group[0].start, max(group[-1].end, group[-1].tail))
            if was or earlier(self.hidden, group[0].start):
                # `up from $250 million` is of what was told before it, `from 5.1% to 4.9%` of what is behind.
                names = [name and f"{name}, before" for name in (last or names[0], *names[1:])]
            last = names[0].removesuffix(", before")
            for figure, name in zip(group, names, strict=True):
                if id(figure) not in taken:
                    yield self._candidate(figure, group, name, rates.get(id(figure)), changes.get(id(figure)), found)

    def _changes(self, lists: list[Group], grown: list[tuple[Growth, ...]]) -> dict[int, Growth]:
        """The growth of each level that has one, by the identity of the level's figure."""
        changes: dict[int, Growth] = {}
        taken: set[int] = set()
        for index in range(1, len(lists)):
            before, after = lists[index - 1], lists[index]
            moved = id(before[0]) not in taken and grown[index - 1] and not before[0].scale
            if moved and rises_to(self.hidden, before, after):
                changes[id(after[0])] = grown[index - 1][0]
                taken.add(id(before[0]))
            elif grown[index] and self._may_change(before, after, grown[index - 1]) and id(before[-1]) not in changes:
                pairs = list(level_of(self.hidden, self._levels(lists[:index], len(after)), after))
                changes |= {id(pair[0]): rate for pair, rate in zip(pairs, grown[index], strict=False)}
                taken |= {id(rate) for _, rate in pairs}
        return changes

    def _levels(self, before: list[Group], count: int) -> Group:
        """The levels right before a list of growths; one by one they are a list too: `A was 3 tons and B 4 tons`."""
        apart = [group[0] for group in before[-count:] if len(group) == 1 and group[0].sort == before[-1][0].sort]
        return apart if count > len(before[-1]) and len(apart) == count else before[-1]

    def _may_change(self, before: Group, after: Group, grown: tuple[Growth, ...]) -> bool:
        """Whether a growth may be that of the figures before it: points of percentages, the rest of levels."""
        if after[0].sort == "points":
            return before[0].sort in {"percent", "part"}
        whole = any(each.scale or each.unit is None for each in after)
        return not grown and before[0].sort != "rank" and not whole

    def _candidate(
        self,
        figure: Figure,
        group: Group,
        name: str,
        rate: Growth | None,
        change: Growth | None,
        found: Sequence[Figure],
    ) -> Candidate:
        unit = figure.unit or (head_noun(name) if figure.sort == "amount" or (change and not figure.scale) else None)
        kind = kind_of(self.text, figure, group, unit, rate, change)
        start, end = figure.start, max(figure.end, figure.tail)
        if change:
            moved = change.figure
            low, high = min(start, moved.start), max(end, moved.end, moved.tail)
            if not any(low < each.number < high and each not in (figure, change.figure) for each in found):
                start, end = low, high
        period, inferred = self._period(figure, kind, change, found)
        value, value_max = figure.value, figure.value_max
        if rate and rate.falls:
            value, value_max = (-value, None) if value_max is None else (-value_max, -value)
        counts = unit[:1].upper() + unit[1:] if unit and figure.sort == "count" else None
        return Candidate(
            name=name or (counts or self.text[figure.start : end])[:60],
            kind=kind,
            value=value,
            scale=figure.scale,
            unit=unit,
            comparator=figure.comparator,
            value_max=value_max,
            change=self._change(change, unit) if change else None,
            basis=self._basis(rate) if rate else None,
            period=period,
            period_inferred=inferred,
            quote=self.text[start:end],
            start=self.begin + start,
            end=self.begin + end,
            status=status_of(self.hidden, figure.start, max(figure.end, figure.tail), kind),
        )

    def _period(
        self, figure: Figure, kind: IndicatorKind, change: Growth | None, found: Sequence[Figure]
    ) -> tuple[Period | None, bool]:
        """The period that the sentence tells nearest to a figure; else the one carried, where it may have one."""
        period, inferred = self._told(figure, kind, change, found)
        if period and period.iso.endswith("-01/..") and _AHEAD.search(self.hidden):
            return Period.read(period.iso[:4]), inferred
        return period, inferred

    def _told(
        self, figure: Figure, kind: IndicatorKind, change: Growth | None, found: Sequence[Figure]
    ) -> tuple[Period | None, bool]:
        told = [each for each in self.told if not each.basis and each.speaks_of(figure.start)]
        end = max(figure.tail, figure.end)
        after = [each for each in told if each.start >= end and not _WAS.match(self.hidden, each.end)]
        if _EARLIER.match(self.hidden, end):
            return None, False
        for each in after:
            opens = _AND_THEN.search(self.hidden, end, each.start) and any(other.start >= each.end for other in found)
            if self._free(end, each.start, found) and not opens and not _APART.search(self.hidden, end, each.start):
                return each.period, False
        before = [each for each in told if each.end <= figure.start]
        if before or earlier(self.hidden, figure.start):
            return self._last(before, figure, found), False
        behind_ = [each for each in after if self._free(end, each.start, found)]
        if behind_ and not _ELSEWHERE.search(self.hidden, end, behind_[0].start):
            return behind_[0].period, False
        words = self.hidden
        flows = change is not None or (kind == "count" and _NUMBER_OF.search(words[: figure.start]))
        rate = (kind == "growth" and figure.sort != "points") or kind == "share"
        if not self.carried or not (rate or flows) or _IS.search(words, 0, figure.start):
            return None, False
        moves_on = _MOMENT.search(words) or NOW.search(words)
        return (None, False) if moves_on else (self.carried, True)

    def _last(self, before: list[Told], figure: Figure, found: Sequence[Figure]) -> Period | None:
        """The period told last before a figure, of which it is not what was before that."""
        if earlier(self.hidden, figure.start):
            return None
        last = before[-1].period
        if _TODAY.search(self.hidden, before[-1].end, figure.start) or _IS_NOW.match(self.hidden, figure.end):
            return None
        lasting = last is not None and last.end is None
        if lasting and not self._free(before[-1].end, figure.number, found):
            # `In the past three months sales rose 5%, and 900 were exported`: of the first clause.
            return None if _PARTED.search(self.hidden, before[-1].end, figure.start) else last
        return last

    def _free(self, start: int, end: int, found: Sequence[Figure]) -> bool:
        return not any(start <= each.number < end for each in found)

    def _names(self, group: Group, leading: str, found: Sequence[Figure], last: str) -> list[str]:
        """What each figure of a list measures: its own noun, or the subjects of the sentence one by one."""
        if len(group) > 1 and RESPECTIVELY.search(self.hidden, group[-1].end):
            begin = max((each.tail for each in found if each.start < group[0].start), default=0)
            begin = max(begin, self.hidden.rfind(TIME, begin, group[0].start) + 1)
            if several := subjects(self.text[begin : group[0].start], len(group)):
                return [tidy(each) for each in several]
        return [self._of_those(figure, found, last) or self._name(figure, leading) for figure in group]

    def _of_those(self, figure: Figure, found: Sequence[Figure], last: str) -> str:
        """What a share is of that only points at the figure before: `38 percent of them`; `last` is that one's name."""
        if figure.sort not in {"percent", "part"} or not _THEM.match(self.hidden, figure.end):
            return ""
        earlier_ = [*self.before, *(each for each in found if each.start < figure.start)]
        counted = next((each for each in reversed(earlier_) if each.sort in {"count", "amount"}), None)
        what = counted and (counted.unit if counted.sort == "count" else None if counted.unit else last.lower())
        return f"Share of {what}" if what else ""

    def _name(self, figure: Figure, leading: str) -> str:
        if figure.sort == "count" and figure.tail > figure.end:
            told = _PIECES.fullmatch(self.text, figure.end, figure.tail) and _AMOUNTS.search(
                self.hidden, 0, figure.start
            )
            return leading if told and len(leading) > 3 else tidy(self.text[figure.end : figure.tail])
        if match := TARGET.match(self.text, figure.end):
            return tidy(match[0])
        if figure.sort == "amount" and figure.unit:
            money = is_money(figure.unit)
            if words := measured(self.hidden, self.text, figure.start, figure.end, money=money):
                return words
        if figure.sort in {"percent", "part", "points", "growth"}:
            if words := behind(self.hidden, self.text, figure.end, leading):
                return words
            if len(leading) > 3:
                return leading
        return following(self.hidden, self.text, figure.end, leading)

    def _change(self, growth_: Growth, unit: str | None) -> Change:
        """How much a level moved, in its own unit where nothing else is told."""
        value = -growth_.figure.value if growth_.falls else growth_.figure.value
        return Change(scaled(value, growth_.figure.scale), growth_.figure.unit or unit or "", self._basis(growth_))

    def _basis(self, growth_: Growth) -> str | None:
        """What a growth compares with, `last year` by its number where that is known."""
        if growth_.basis and growth_.basis.endswith((" last year", " previous year")):
            ends = [each.period.iso[:4] for each in self.told if each.basis and each.period]
            return f"since end {ends[0]}" if ends else growth_.basis
        return growth_.basis
