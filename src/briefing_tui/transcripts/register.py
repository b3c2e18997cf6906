"""Voices by the labels that stand for them, so that a long list of names is never compared pair by pair."""

from __future__ import annotations

from collections import defaultdict

from briefing_tui.transcripts.lexicon import OFFICES
from briefing_tui.transcripts.names import is_office, is_titled, key_of, words_of
from briefing_tui.transcripts.roster import Person
from briefing_tui.transcripts.voice import Voice, joins


class Register:
    """Filled label by label, long names first; asked which voice another label may name."""

    def __init__(self) -> None:
        self.voices: list[Voice] = []
        self._printed: dict[str, Voice] = {}
        self._people: dict[str, Voice] = {}
        self._signs: defaultdict[str, dict[int, Voice]] = defaultdict(dict)

    def add(self, label: str, voice: Voice) -> None:
        if not voice.labels:
            self.voices.append(voice)
        voice.labels.append(label)
        self._printed.setdefault(label.casefold(), voice)
        self._people.setdefault(key_of(voice.person.name if voice.person else voice.name), voice)
        words = key_of(label).split()
        offices = _offices(label) if is_titled(label) else []
        for sign in {" ".join(words[at:]) for at in range(len(words))} | {*words[:1], *offices}:
            self._signs[sign][id(voice)] = voice

    def printed(self, label: str) -> Voice | None:
        """The voice that has this very label, in whatever case."""
        return self._printed.get(label.casefold())

    def of(self, person: Person) -> Voice | None:
        return self._people.get(key_of(person.name))

    def joined(self, label: str) -> list[Voice]:
        """The voices that a label may name: by a surname behind an office, by an office alone."""
        sign = next(iter(_offices(label)), "") if is_office(label) else key_of(label)
        near = {**self._signs.get(sign, {}), **self._signs.get(key_of(label), {})}
        return [voice for voice in near.values() if any(joins(label, each) for each in voice.labels)]


def _offices(label: str) -> list[str]:
    """The offices of a label, marked so that no name is taken for one."""
    words = (word.casefold().rstrip(".") for word in words_of(label))
    return [f"({word})" for word in words if word in OFFICES]
