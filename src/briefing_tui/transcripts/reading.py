"""From raw text to draft: furniture out, labels found, voices told apart, turns set into parts, every word proved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, groupby

from briefing_tui.model import TurnKind
from briefing_tui.transcripts.cast import Cast
from briefing_tui.transcripts.draft import Draft, DraftSpeaker, DraftTurn, Guess, Narration, NarrationKind
from briefing_tui.transcripts.furniture import without_furniture
from briefing_tui.transcripts.handing import with_hand_overs
from briefing_tui.transcripts.header import date_elsewhere, read_header
from briefing_tui.transcripts.label import Label, Layout, Talk, ends_of, is_header_key
from briefing_tui.transcripts.layouts import recognised
from briefing_tui.transcripts.lexicon import CHAIRS
from briefing_tui.transcripts.names import is_told_apart, key_of
from briefing_tui.transcripts.paragraphs import Paragraphs, is_row, is_wrapped, width_of
from briefing_tui.transcripts.parts import parts_of
from briefing_tui.transcripts.roster import Person, houses, people
from briefing_tui.transcripts.source import Line, Source, load
from briefing_tui.transcripts.titles import all_who_answer, by_title
from briefing_tui.transcripts.unlabelled import UNLABELLED, with_headings

_HAN = "\u3400-\u9fff\uf900-\ufaff"
# The first branch is the quick way for most words.
_WORD = re.compile(rf"[a-zA-Z0-9]+(?![^\W_{_HAN}])|[^\W_{_HAN}]+|[{_HAN}%‰$€£¥°]")
_KEY_LINE = re.compile(
    r"\s*(?P<name>Speakers?|Chairperson|Date|Moderator|发布人|主持人|Participants)\s*[:：]\s*$", re.I
)
# More people than this do not speak at one conference.
_MOST = 2000
_TITLE = re.compile(r"\s*|.{0,200}[^\s.?!:。？！：”\")\]]\s*")


def read(raw: bytes | str, name: str, layout: str | None = None) -> Draft:
    """A transcript as a draft; `layout` overrides what is recognised. ValueError for no such layout and for no text."""
    source = load(raw)
    lines, narration = without_furniture(source.lines)
    listed = people([line for line in lines if line.kept in (None, "header")])
    wrapped = is_wrapped(lines)
    names = frozenset(key_of(each.name) for each in listed)
    talk = Talk(lines, wrapped, names, _titles(source), width_of(lines) if wrapped else 0)
    family, labels = recognised(talk, layout)
    lines = talk.lines
    crowd = _crowd(talk, labels)
    if crowd:
        family, labels = UNLABELLED, UNLABELLED.labels(talk)
    if family is UNLABELLED:
        talk.lines = with_headings(talk.lines)
    first = labels[0].at if labels else len(lines)
    heads = [Line(each.text, each.line, each.number) for each in narration[:2]]
    header = read_header(source, [*lines[:first], *heads], name, talk.width)
    if header.date is None:
        date_elsewhere(header, talk.lines[first:], name)
    top, until = _top(talk, labels, first), lines[first].line if labels else 0
    talk.above(_titles(source, until))
    listed = [each for each in listed if each.keyed or not labels or each.line < until]
    listed = listed or _titled(family, labels, header.title, top)
    cast = Cast(talk, labels, listed, header.title, top)
    turns = _turns(talk, labels, cast)
    kept: NarrationKind = "header" if labels else "unplaced"
    narration += [line.narrated(line.kept or kept) for line in lines[:first] if line.number]
    narration = sorted(narration + turns.narration, key=lambda each: (each.line, each.number))
    _attribute(turns, family, labels, listed)
    speakers, outlets = cast.speakers(), cast.outlets()
    chairs = frozenset(each.name for each in speakers if each.role == "chair")
    said, lost = _proved(source, turns.turns, narration)
    return Draft(
        title=header.title,
        date=header.date,
        place=header.place,
        organiser=header.organiser or _organisation(speakers),
        layout=family.name,
        speakers=speakers,
        outlets=outlets,
        sections=parts_of(with_hand_overs(turns.turns, speakers), chairs, frozenset(turns.starts)),
        narration=tuple(narration),
        guesses=_in_order(crowd, header.guesses, cast.guesses, turns.guesses, _tables(turns)),
        attributed=said,
        lost=lost,
    )


def _organisation(speakers: tuple[DraftSpeaker, ...]) -> str:
    """Whom the chair speaks for, else the first of the others who tells it; `Agency` alone tells nothing."""
    chairs_first = sorted(speakers, key=lambda each: each.role != "chair")
    named = (each.organisation for each in chairs_first if " " in each.organisation or each.organisation.isupper())
    return next(named, "")


def _titled(family: Layout, labels: list[Label], title: str, top: str) -> list[Person]:
    """Who speaks by the title or the lines above, where no label has a name."""
    if any(each.name for each in labels):
        return []
    person = by_title(title)
    return [person] if person else all_who_answer(title, top) if family is not UNLABELLED else []


def _top(talk: Talk, labels: list[Label], first: int) -> str:
    """The lines above the talk, which the talk keeps, and its first words: both may name those who speak."""
    above = [line.text for line in talk.lines[:first] if line.number and line.kept is None]
    talk.houses, talk.top = houses(above), "\n".join(above)[:6000]
    begins = "\n".join(line.text for line in talk.lines[first : first + 20] if line.number)
    return "\n".join([*above, begins[labels[0].end if labels else 0 :][:1500]])[:7500]


def _crowd(talk: Talk, labels: list[Label]) -> tuple[Guess, ...]:
    """What is told where more names stand before words than any conference has: then they are taken for no labels."""
    names = {each.name for each in labels}
    if len(names) <= _MOST:
        return ()
    first, because = talk.lines[labels[0].at], f"{len(names)} different names would speak, more than {_MOST}"
    return (Guess(first.line, first.text.strip()[:60], "text without labels", because),)


def _in_order(*guesses: Iterable[Guess]) -> tuple[Guess, ...]:
    return tuple(sorted(chain(*guesses), key=lambda each: each.line))


def _tables(turns: _Turns) -> Iterator[Guess]:
    """What is told of each table: its rows are kept as text, since what a cell means stands elsewhere."""
    paragraphs = (paragraph for turn in turns.turns for paragraph in turn.paragraphs)
    for rows, table in groupby(paragraphs, key=lambda each: is_row(each.text)):
        first = next(table)
        if rows:
            yield Guess(first.line, first.text[:60], "a table", "its rows are kept, its figures are left to people")


@dataclass(slots=True)
class _Turns:
    """The turns in order, at which of them another conference starts, and what was left."""

    turns: list[DraftTurn]
    starts: list[int]
    narration: list[Narration]
    guesses: list[Guess]


def _titles(source: Source, until: int = 0) -> str:
    """The words that may name people: titles, and short lines at the top, above a line where it is known."""
    lines = [line for line in source.lines[:30] if line.number and line.kept is None][:6]
    top = [line.text.strip() for line in lines if not until or line.line < until]
    short = (each for each in top if 3 <= len(each.split()) <= 25 and ":" not in each and each[-1] not in ".?!")
    return "\n".join((source.front.get("title", ""), *source.titles, *short))


def _turns(talk: Talk, labels: list[Label], cast: Cast) -> _Turns:
    names = {each for voice in cast.voices for each in (voice.name, *voice.labels)} | {
        each.name for each in cast.people
    }
    text = Paragraphs(talk.lines, talk.wrapped, frozenset(names))
    found = _Turns([], [], text.narration, [])
    asked = False
    for label, end in zip(labels, ends_of(talk, labels), strict=True):
        stop = _second_header(talk, label.at + 1, end)
        paragraphs = text.of(label.at, label.end, stop)
        line, voice = talk.lines[label.at], cast.voice(label)
        kind = label.kind or _kind(label, cast, asked)
        asker = cast.askers.of.get(label.at)
        named = asker.name if asker else voice.name if voice and kind != "question" else None
        person = asker.person if asker else label.name if kind == "question" and is_told_apart(label.name) else ""
        found.turns.append(DraftTurn(kind, named, label.printed, line.line, paragraphs, line.number, person))
        if stop < end:
            text.narration += [each.narrated("header") for each in talk.lines[stop:end] if each.number]
            found.starts.append(len(found.turns))
            words = next(each for each in talk.lines[stop:end] if each.number)
            because = "a list of speakers or a date stands there, after the talk began"
            found.guesses.append(Guess(words.line, words.text.strip(), "the header of another conference", because))
        asked = stop == end and (asked or kind == "question")
    return found


def _second_header(talk: Talk, begin: int, end: int) -> int:
    """Where within a turn the header of another conference begins; the turn's end where none does."""
    for at in range(begin, end):
        matched = _KEY_LINE.match(talk.lines[at].text) if len(talk.lines[at].text) < 40 else None
        if matched and is_header_key(talk, Label(at, matched["name"], "", matched.end()), above=True):
            while at - 1 > begin and _TITLE.fullmatch(talk.lines[at - 1].text):
                at -= 1  # noqa: PLW2901 - back over the title
            return at
    return end


def _kind(label: Label, cast: Cast, asked: bool) -> TurnKind:
    voice = cast.voice(label)
    if voice is None:
        return "statement"
    if voice.part == "questioner":
        return "question"
    own = voice.role == "chair" and len(voice.labels) > 1 and label.name.casefold() not in CHAIRS
    return "answer" if asked and (own or voice.role != "chair") else "statement"


def _attribute(found: _Turns, family: Layout, labels: list[Label], listed: list[Person]) -> None:
    """Where there are no labels: the first person of the header makes the statement; the rest stays nobody's."""
    if not labels or any(label.name for label in labels):
        return
    turns = found.turns
    if labels[0].kind == "statement" and listed:
        turns[0] = replace(turns[0], speaker=listed[0].name)
        found.guesses.append(
            Guess(turns[0].line, _begin(turns[0]), f"words of {listed[0].name}", "the header lists that name first")
        )
    alone = listed[0].name if len(listed) == 1 and family is not UNLABELLED else None
    turns[:] = [replace(turn, speaker=alone) if alone and turn.kind == "answer" else turn for turn in turns]
    for turn in turns[1:]:
        taken = "a question" if turn.kind == "question" else "an answer"
        found.guesses.append(Guess(turn.line, _begin(turn), taken, f"there are no labels: {family.looks}"))


def _begin(turn: DraftTurn) -> str:
    return turn.paragraphs[0].text[:60] if turn.paragraphs else ""


def _proved(source: Source, turns: list[DraftTurn], narration: list[Narration]) -> tuple[float, tuple[str, ...]]:
    """The share of the words that stands in turns, and the words lost (or, with a plus, added)."""
    said = _words(text for turn in turns for text in _texts(turn))
    told = said + _words(each.text for each in narration)
    given = _words(line.text for line in source.lines)
    lost = (*(given - told).elements(), *(f"+{word}" for word in (told - given).elements()))
    return said.total() / max(1, given.total()), lost


def _texts(turn: DraftTurn) -> tuple[str, ...]:
    return (turn.label, *(text for each in turn.paragraphs for text in (each.heading or "", each.text)))


def _words(texts: Iterable[str]) -> Counter[str]:
    """Words and Chinese characters, each with how often it stands; signs that tell a unit are words."""
    return Counter(_WORD.findall("\n".join(texts)))
