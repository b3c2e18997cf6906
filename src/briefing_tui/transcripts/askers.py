"""Who stands behind each question: the house of whoever asks, and the person beside it, told turn by turn."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing_tui.transcripts.draft import DraftOutlet, Guess
from briefing_tui.transcripts.introductions import called, introduced, organisation_of
from briefing_tui.transcripts.label import Label, Talk, ends_of
from briefing_tui.transcripts.names import is_generic, is_outlet, is_told_apart, key_of, person_and_house
from briefing_tui.transcripts.voice import Voice

# So large a share of nameless questions with a name tells that every change of the asker is announced.
_ANNOUNCED = 3
# Words of the chair no longer than this call up nobody: `Yes, go ahead.`
_GO_AHEAD = 30


@dataclass(slots=True)
class Asker:
    """Whose question it is: `name` is the house, or the person where no house is told; `person` asks for the house."""

    name: str
    person: str = ""


@dataclass(slots=True)
class Askers:
    """Filled in the order of the talk; the houses are written as they are first told."""

    of: dict[int, Asker] = field(default_factory=dict)
    guesses: list[Guess] = field(default_factory=list)
    _houses: dict[str, str] = field(default_factory=dict)
    _labels: dict[str, dict[str, None]] = field(default_factory=dict)
    _people: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, label: Label, name: str, person: str = "") -> None:
        name = self._houses.setdefault(key_of(name), name)
        self.of[label.at] = Asker(name, person)
        self._labels.setdefault(name, {})[label.printed or label.name] = None
        if person:
            self._people.setdefault(name, {})[person] = None

    def outlets(self) -> tuple[DraftOutlet, ...]:
        return tuple(
            DraftOutlet(name, tuple(labels), tuple(self._people.get(name, ()))) for name, labels in self._labels.items()
        )


def askers(talk: Talk, labels: list[Label], voices: list[Voice | None]) -> Askers:
    """The askers of all questions; `voices` stand for the labels one by one."""
    ends = ends_of(talk, labels)
    named = _houses_of_people(talk, labels, ends, voices)
    nameless = {at: who for at in range(len(labels)) if (who := _nameless(talk, labels, ends, voices, at))}
    asking = [at for at, voice in enumerate(voices) if voice and voice.part == "questioner"]
    fresh = sum(1 for at in asking if _is_nameless(voices[at]) and (at == 0 or not _asks(voices[at - 1])))
    announced = len(nameless) * _ANNOUNCED >= fresh
    found = Askers()
    before: Asker | None = None
    for at in asking:
        label, voice = labels[at], voices[at]
        if voice is None:
            continue
        if not _is_nameless(voice):
            person, house = person_and_house(voice.name) or (voice.name, named.get(id(voice), ""))
            found.add(label, house or person, person if house and key_of(house) != key_of(person) else "")
        elif at in nameless:
            person, house = nameless[at]
            found.add(label, house, person)
            found.guesses.append(
                Guess(talk.lines[label.at].line, house, "an outlet", "the one who asks is so introduced")
            )
        elif before and announced and not is_told_apart(label.name) and not _calls(talk, labels, ends, voices, at):
            found.add(label, before.name, before.person)
        before = found.of.get(label.at)
    return found


def _calls(talk: Talk, labels: list[Label], ends: list[int], voices: list[Voice | None], at: int) -> bool:
    """Whether the chair called up somebody new, unknown though who, before a question."""
    chair = voices[at - 1] if at else None
    return chair is not None and chair.role == "chair" and len(_tail(talk, labels[at - 1], ends[at - 1])) > _GO_AHEAD


def _is_nameless(voice: Voice | None) -> bool:
    """Whether a voice has no name of its own: `Question`, and whoever asks as `Speaker 8`."""
    return voice is not None and (voice.anonymous or (voice.part == "questioner" and is_generic(voice.name)))


def _asks(voice: Voice | None) -> bool:
    return voice is not None and voice.part == "questioner"


def words_at(talk: Talk, label: Label, end: int) -> str:
    """The first words of a turn."""
    return " ".join(line.text for line in talk.lines[label.at : min(end, label.at + 12)])[label.end : label.end + 3000]


def _tail(talk: Talk, label: Label, end: int) -> str:
    """The last words of a turn."""
    first = max(label.at, end - 8)
    words = " ".join(" ".join(line.text for line in talk.lines[first:end]).split())
    return (words if first > label.at else words[label.end :])[-500:]


def _houses_of_people(talk: Talk, labels: list[Label], ends: list[int], voices: list[Voice | None]) -> dict[int, str]:
    """The house of each person who asks by name: told by label or header, by their own or the caller's words."""
    found: dict[int, str] = {}
    for at, voice in enumerate(voices):
        if voice is None or voice.anonymous or voice.part != "questioner" or id(voice) in found:
            continue
        house: str | None = voice.house
        if not house and not is_outlet(voice.name):
            own = words_at(talk, labels[at], ends[at])
            house = talk.houses.get(key_of(voice.name)) or organisation_of(voice.name, own)
            if not house and at and not _asks(voices[at - 1]):
                house = organisation_of(voice.name, _tail(talk, labels[at - 1], ends[at - 1]))
        if house:
            found[id(voice)] = house
    return found


def _nameless(
    talk: Talk, labels: list[Label], ends: list[int], voices: list[Voice | None], at: int
) -> tuple[str, str] | None:
    """Person and house of a question whose label names nobody."""
    if not (_is_nameless(voices[at]) and _asks(voices[at])):
        return None
    own = introduced(words_at(talk, labels[at], ends[at]))
    if own or at == 0 or _asks(voices[at - 1]):
        return own
    return called(_tail(talk, labels[at - 1], ends[at - 1]))
