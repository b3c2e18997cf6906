"""A draft becomes a briefing that content can hold: ids, sections, and its figures as candidates.

The words are the transcript's own. Narration, which nobody says, becomes a last section of its own, so that no word
is lost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from briefing_tui.indicator import Indicator, IndicatorKind, Mention
from briefing_tui.model import NOT_TOLD, Briefing, Document, Outlet, Paragraph, Section, Speaker, Turn
from briefing_tui.plain import one_line
from briefing_tui.quantity import Period
from briefing_tui.quoted import held
from briefing_tui.spans import Span, extent, length, span_of
from briefing_tui.transcripts.candidate import Candidate
from briefing_tui.transcripts.draft import Draft, DraftSection, DraftTurn
from briefing_tui.transcripts.figures import candidates
from briefing_tui.transcripts.figures_dated import dated, speaks_on
from briefing_tui.transcripts.figures_dollars import dollars_of, in_dollars

UNSORTED = "not sorted"  # the topic of a figure that no person has sorted yet
TITLE = 60  # signs of an exchange's title
# So long is a paragraph of speech rather than a line of a header.
_PROSE = 120
_ID = 60  # signs of an id, so that a number still fits behind it
# Of several kinds of period the first is the bare one.
_BY_LENGTH: tuple[Span, ...] = ("month", "quarter", "year to date", "year", "as of")
_IDS = {"opening": "opening", "introduction": "intro", "closing": "closing"}


def briefing_of(draft: Draft, identifier: str) -> Briefing:
    """The draft as a briefing. ValueError where the transcript does not tell its date."""
    if draft.date is None:
        raise ValueError(
            "tells no date: write one at its top, such as 4 July 2023, or into its name: press-2023-07-04.txt,"
            " or import it with --date DAY"
        )
    people = _ids(each.name for each in draft.speakers)
    outlets = _ids(each.name for each in draft.outlets)
    speakers = tuple(
        Speaker(people[each.name], each.name, each.role, each.organisation, each.posts, each.organisation_short)
        for each in draft.speakers
    )
    sections = [*_sections(draft, people, outlets), *_narration(draft)]
    asked = tuple(Outlet(outlets[each.name], each.name) for each in draft.outlets)
    title = one_line(draft.title) or identifier
    document = Document("transcript", "transcript", title, tuple(each.id for each in sections), draft.date)
    return Briefing(
        id=identifier,
        title=title,
        organiser=draft.organiser or NOT_TOLD,
        date=draft.date,
        documents=(document,),
        speakers=speakers,
        outlets=asked,
        sections=tuple(sections),
        indicators=tuple(_placed(_indicators(sections, draft.date, _dollars(draft)), draft.date)),
        place=draft.place,
    )


def slug(text: str, length: int = 40) -> str:
    """Words as an id: `Zhao Zhiguo` is `zhao-zhiguo`; scripts without Latin letters by their code points."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    made = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:length].strip("-")
    return made or "-".join(f"u{ord(each):x}" for each in text if not each.isspace())[:length].strip("-") or "x"


class _Ids:
    """Hands out ids that stand once; equal ones are told apart by a number: `exports`, `exports-2`."""

    def __init__(self, *taken: str) -> None:
        self._last = dict.fromkeys(taken, 1)

    def of(self, wanted: str) -> str:
        made, number = wanted, self._last.get(wanted, 1)
        while made in self._last:
            number += 1
            made = f"{wanted}-{number}"
        self._last |= {made: 1, wanted: number}
        return made


def _ids(names: Iterator[str]) -> dict[str, str]:
    """An id for each name."""
    ids = _Ids()
    return {name: ids.of(slug(name)) for name in names}


def _sections(draft: Draft, people: dict[str, str], outlets: dict[str, str]) -> Iterator[Section]:
    ids = _Ids()
    exchanges = 0
    for part in draft.sections:
        exchanges += part.kind == "exchange"
        base = f"q{exchanges}" if part.kind == "exchange" else _IDS[part.kind]
        identifier = ids.of(base)
        outlet = outlets.get(part.outlet or "") if part.kind == "exchange" else None
        title = one_line(_asking(part)) if part.kind == "exchange" else part.kind.capitalize()
        yield Section(identifier, "transcript", part.kind, title, tuple(_turns(part, people)), outlet)


def _asking(part: DraftSection) -> str:
    """Who asks: `Ian Frost, Pelham Securities`, the one of the two that is told; else the question's first words."""
    asked = next((turn for turn in part.turns if turn.kind == "question"), None)
    who = [each for each in (asked and asked.person, part.outlet) if each]
    words = " ".join(each.text for each in asked.paragraphs) if asked else ""
    return ", ".join(who) or _beginning(words) or "Question"


def _beginning(words: str) -> str:
    """As many whole words as a title holds; of a script without blanks, as many signs."""
    if len(words) <= TITLE:
        return words
    whole = words[: TITLE + 1].rpartition(" ")[0]
    return (whole or words[:TITLE]).rstrip(" ,;:—-") + "…"


def _turns(part: DraftSection, people: dict[str, str]) -> Iterator[Turn]:
    number = 0
    for turn in part.turns:
        speaker = people.get(turn.speaker or "") if turn.kind != "question" else None
        kind = turn.kind if speaker or turn.kind == "question" else "statement"
        paragraphs = tuple(_paragraphs(turn, number))
        number += len(paragraphs)
        if paragraphs:
            yield Turn(kind, paragraphs, speaker)


def _paragraphs(turn: DraftTurn, number: int) -> Iterator[Paragraph]:
    for paragraph in turn.paragraphs:
        number += 1
        heading = one_line(paragraph.heading) if paragraph.heading else None
        yield Paragraph(number, one_line(paragraph.text), paragraph.source or (1,), heading)


def _narration(draft: Draft) -> Iterator[Section]:
    kept = [each for each in draft.narration if one_line(each.text)]
    if kept:
        paragraphs = tuple(
            Paragraph(number, one_line(each.text), (max(each.number, 1),), f"Line {each.line}, {each.kind}")
            for number, each in enumerate(kept, 1)
        )
        turn = Turn("statement", paragraphs)
        yield Section("narration", "transcript", "report", "Around the conference", (turn,))


def _dollars(draft: Draft) -> str:
    """The dollars of the country that title, organiser, place, roles or outlets' country name, else `USD`."""
    top = [one_line(each.text) for each in draft.narration if each.kind == "header"]
    short = [each for each in top if len(each) < _PROSE]
    return dollars_of((draft.title, draft.organiser, draft.place or "", *short))


def _said(section: Section) -> Iterator[Paragraph]:
    """The paragraphs in which figures are looked for: of what nobody is told to say, the sentences before the talk."""
    for each in section.paragraphs:
        told = (each.heading or "").endswith((", header", ", unplaced"))
        if section.id != "narration" or (told and len(each.text) >= _PROSE and each.text[-1:] in ".?!”"):
            yield each


def _indicators(sections: list[Section], day: date, dollars: str) -> Iterator[Indicator]:
    """Every figure found in what is said, each a candidate until a person accepts it; its id that of its name."""
    for section in sections:
        carried: Period | None = None
        for paragraph in _said(section):
            for found in dated(candidates(paragraph.text, carried, day.year, day.month), day, paragraph.text):
                carried = found.period if speaks_on(paragraph.text, found, day) else carried
                # What moved by nobody knows what is shown as a level; else it would be in percent.
                bare = found.kind == "growth" and found.unit is None
                yield Indicator(
                    id=_id_of(found.name or "figure", "level" if bare else found.kind),
                    name=(found.name or "Figure") + (", change" if bare else ""),
                    topic=UNSORTED,
                    kind="level" if bare else found.kind,
                    value=found.value,
                    mentions=(_mention(section, paragraph, found),),
                    scale=found.scale or None,
                    unit=in_dollars(found.unit, found.quote, paragraph.text, dollars),
                    comparator=found.comparator,
                    value_max=found.value_max,
                    basis=found.basis,
                    change=found.change,
                    period=found.period,
                    period_inferred=found.period_inferred,
                    status=found.status,
                    candidate=True,
                )


def _id_of(name: str, kind: IndicatorKind) -> str:
    """The id of a figure: that of its name, and of what it is where a level of the name would be another."""
    own = slug(name, 50)
    told = kind in {"level", "count"} or kind in own.split("-")
    return own if told else f"{own}-{kind}"


def _placed(figures: Iterable[Indicator], day: date) -> Iterator[Indicator]:
    """The figures with ids that stand once; several of one name are told apart by time, standing and unit.

    Those that are still alike have the day and their place in them: numbered in their order they would make series
    with other briefings' figures of the name, which are others. Of one that is told again, one has the id.
    """
    named = list(figures)
    sharing: dict[str, list[Indicator]] = {}
    for each in named:
        sharing.setdefault(each.id, []).append(each)
    apart = {name: _Sharing(several) for name, several in sharing.items()}
    wanted = [apart[each.id].apart(each) for each in named]
    alike: dict[str, list[Indicator]] = {}
    for each, name in zip(named, wanted, strict=True):
        alike.setdefault(name, []).append(each)
    bare = {name: _one(several) for name, several in alike.items() if name}
    ids = _Ids(*(name for name, one in bare.items() if one))
    for each, name in zip(named, wanted, strict=True):
        place = f"-{day}-{each.mentions[0].at.replace('/', '-')}"
        dated = each.id[: _ID - len(place)].rstrip("-") + place
        yield replace(each, id=name if each is bare.get(name) else ids.of(dated))


class _Sharing:
    """The figures that share one id: what they differ in."""

    def __init__(self, figures: list[Indicator]) -> None:
        self.spans = {span_of(each.period) for each in figures}
        self.times = {self.time(each) for each in figures}
        self.statuses = {each.status for each in figures}
        self.units = {each.unit for each in figures}
        said = {each.number for each in figures if each.period}
        # A figure of no told time may be of something else, and so may all beside it, unless it repeats one of them.
        self.unclear = bool(said) and any(each.period is None and each.number not in said for each in figures)

    def time(self, figure: Indicator) -> str:
        """The kind of time, or its length; January to March beside a month is the year to date; empty if not told."""
        span = span_of(figure.period)
        begins = figure.period.start if figure.period else None
        if span == "quarter" and "month" in self.spans and begins and begins.endswith("-01"):
            return "year to date"
        return "" if span == "none" else length(figure.period) or span

    def apart(self, figure: Indicator) -> str:
        """Its id and what it differs in: `-year-to-date`, `-target`, `-usd`; empty where no words can tell.

        The shortest time, what is reached and what has no unit stay bare, by a fixed order that is alike in every
        briefing.
        """
        if self.unclear:
            return ""
        time, shortest = self.time(figure), next((span for span in _BY_LENGTH if span in self.times), None)
        words = [time] if len(self.times) > 1 and time != shortest else []
        words += [figure.status] if figure.status != "actual" and len(self.statuses) > 1 else []
        words += [figure.unit] if figure.unit and len(self.units) > 1 else []
        made = "-".join((figure.id, *(slug(each) for each in words)))
        return made if all(words) and len(made) <= _ID else ""


def _one(alike: list[Indicator]) -> Indicator | None:
    """The first of them that tells a change, else the first, where all tell one figure; else None."""
    told = {(each.number, each.value_max, each.comparator, each.unit, each.basis, each.status) for each in alike}
    times = {(span_of(each.period), extent(each.period)) for each in alike}
    changes = {each.change for each in alike} - {None}
    if len(told) > 1 or len(times) > 1 or len(changes) > 1:
        return None
    return next((each for each in alike if each.change), alike[0])


def _mention(section: Section, paragraph: Paragraph, found: Candidate) -> Mention:
    """Where a figure was found; in a "respectively" its change stands apart, and the quote holds the value alone."""
    apart = found.change is not None and abs(found.change.value) not in held(paragraph.text, found.start, found.end)
    at, source = f"{section.id}/{paragraph.number}", paragraph.source[0]
    if not apart:
        return Mention(at, found.quote, source)
    return Mention(at, found.quote, source, found.value, found.scale or None, found.comparator)
