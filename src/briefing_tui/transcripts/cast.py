"""Who stands behind the labels: one person under several labels joined, speakers told from those who ask."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from briefing_tui.transcripts.askers import askers, words_at
from briefing_tui.transcripts.chairs import in_the_chair
from briefing_tui.transcripts.draft import DraftOutlet, DraftSpeaker, Guess
from briefing_tui.transcripts.handing import gives_to
from briefing_tui.transcripts.introductions import organisation_of
from briefing_tui.transcripts.judging import judged
from briefing_tui.transcripts.label import Label, Talk, ends_of
from briefing_tui.transcripts.lexicon import ANSWER, CHAIRS, HELPERS
from briefing_tui.transcripts.names import (
    bare,
    initials_of,
    is_anonymous,
    is_generic,
    is_near,
    is_office,
    is_outlet,
    is_post,
    is_titled,
    key_of,
    with_degree,
    words_of,
)
from briefing_tui.transcripts.register import Register
from briefing_tui.transcripts.roster import Person
from briefing_tui.transcripts.titles import holder, in_title, who_answers
from briefing_tui.transcripts.voice import Voice
from briefing_tui.transcripts.whom import stands_for

# What somebody says who calls up the next question.
_CALLS = re.compile(
    r"\b(?:questions?|next|please|floor|go ahead|yes|yeah|okay|right|first|last|over to|your turn|microphone|time for|"
    r"thanks?|comes from|line of|row|left|front|back|lady|gentleman|over there)\b|提问|请|下面|谢谢|时间",
    re.I,
)
_LAST_WORDS = 300  # where a turn that goes on to other things calls up the next
_INITIALS = re.compile("[A-Z]{2,4}")


class Cast:
    """Everyone who is labelled. `voice(label)` answers who a label stands for."""

    def __init__(self, talk: Talk, labels: list[Label], people: list[Person], title: str, header: str = "") -> None:
        self.guesses: list[Guess] = []
        self.people = people
        self._header, self._above = header, talk.top
        self._own = {each.name: words_at(talk, each, each.at + 6) for each in labels[6::-1] if is_generic(each.name)}
        self._keys = [(person, key_of(person.name)) for person in people]
        self._by_label: dict[str, Voice] = {}
        self._gather(talk, labels, title)
        self.voices = list({id(voice): voice for voice in self._by_label.values()}.values())
        self._count(talk, labels)
        self._part(talk)
        self._name_who_answers(talk, title)
        self._find_chair()
        for voice in self.voices:
            voice.write()
        self.askers = askers(talk, labels, [self.voice(label) for label in labels])
        self.guesses += self.askers.guesses

    def voice(self, label: Label) -> Voice | None:
        return self._by_label.get(label.name)

    def _gather(self, talk: Talk, labels: list[Label], title: str) -> None:
        """Long names first, so that `Mr. Zhao` finds the `Zhao Zhiguo` it belongs to."""
        first = {label.name: talk.lines[label.at].line for label in reversed(labels) if label.name}
        whom = {name: stands_for(name) for name in first}
        counts = Counter(whom[label.name] for label in labels if label.name)
        found = Register()
        for name in sorted(first, key=lambda each: (-len(words_of(key_of(whom[each]))), first[each])):
            who = whom[name]
            voice = self._same(who, first[name], counts, found)
            if voice is None:
                voice = self._new(who, first[name], title)
            found.add(who, voice)
            voice.line = min(voice.line, first[name])
            self._by_label[name] = voice
        self._by_label = {name: self._by_label[name] for name in sorted(first, key=lambda each: first[each])}

    def _count(self, talk: Talk, labels: list[Label]) -> None:
        row: list[tuple[Voice, bool, str]] = []
        for label, after in zip(labels, ends_of(talk, labels), strict=True):
            voice = self.voice(label)
            if voice is None:
                continue
            words = words_at(talk, label, after)
            if not voice.turns and not voice.person and " " in voice.name and not is_generic(voice.name):
                before = " ".join(line.text for line in talk.lines[max(0, label.at - 4) : label.at])[-400:]
                told = organisation_of(voice.name, before) or organisation_of(voice.name, words)
                voice.introduced = told is not None
            voice.turns += 1
            asks = "?" in words or "？" in words or "请问" in words
            voice.asked += asks
            row.append((voice, asks or voice.anonymous or voice.asks_by_label, words))
            printed = label.printed or label.name
            if printed not in voice.printed:
                voice.printed.append(printed)
        for (earlier, asked, _), (voice, _, _) in pairwise(row):
            voice.replies += asked and earlier is not voice
        for (_, asked, _), (between, _, said), (later, asking, _) in zip(row, row[1:], row[2:], strict=False):
            if asking and not asked and later is not between:
                between.calls += _CALLS.search(said[-_LAST_WORDS:]) is not None
            elif asked and not asking and later is not between:
                later.called_in += gives_to(said, later.speaker())

    def _new(self, name: str, line: int, title: str) -> Voice:
        if is_anonymous(name) or name.casefold() in ANSWER:
            return Voice(name, line=line)
        person = self._person(name)
        if person is not None:
            if person.name.casefold() != name.casefold():
                self._guess(line, name, person.name, "the header lists that name")
            in_part = key_of(name) != key_of(person.name) and person.degree
            full = person.in_full if in_part else with_degree(name, person.name)
            return Voice(full, role=person.role, person=person, line=line)
        told = self._told(name, title)
        if told and told[0].casefold() != name.casefold():
            self._guess(line, name, told[0], "the header gives the name in full")
        return Voice(with_degree(name, told[0]) if told else name, post=told[1] if told else "", line=line)

    def _person(self, name: str) -> Person | None:
        """Whom the header names behind a label: by the name, by the chair or by an office."""
        if name.casefold() in CHAIRS:
            chairs = [each for each in self.people if each.role == "chair"]
            if chairs or name.casefold() == "operator":
                return chairs[0] if len(chairs) == 1 else None
            return in_the_chair(self._above, self._own.get(name, ""), self.people)
        if is_office(name) or (self.people and is_post(name) and not self._listed(name)):
            office = is_office(name)
            return holder(name, self.people, self._header if office else "", self._above if office else "")
        return self._listed(name)

    def _told(self, name: str, title: str) -> tuple[str, str] | None:
        """The name and post that the title tells, or in full the lines above the talk and its first words."""
        if is_office(name) or is_generic(name):
            return None
        told = in_title(name, title)
        if (told is None or " " not in told[0]) and " " not in key_of(name):
            full = in_title(name, self._header)
            told = full if full and " " in full[0] else told
        return told

    def _listed(self, name: str) -> Person | None:
        """The one person of the header whom a label names: in full, by a part of the name, or all but a letter."""
        key = key_of(name)
        words = set(key.split())
        exact = [person for person, known in self._keys if known == key]
        part = [person for person, known in self._keys if words <= set(known.split())]
        near = [person for person, known in self._keys if is_near(key, known)]
        brief = [person for person, known in self._keys if _INITIALS.fullmatch(name) and name == initials_of(known)]
        return next((found[0] for found in (exact, part, near, brief) if len(found) == 1), None)

    def _same(self, name: str, line: int, counts: Counter[str], known: Register) -> Voice | None:
        """The voice, known under another label, that this label stands for."""
        key = key_of(name)
        if not key or is_anonymous(name) or (is_outlet(name) and not is_titled(name)):
            return known.printed(name)
        if (person := self._person(name)) is not None:
            voice = known.of(person)
            if voice is not None:
                voice.role = person.role if name.casefold() in CHAIRS else voice.role
                self._guess(line, name, person.name, "the header lists that name")
            return voice
        same = known.joined(name)
        if len(same) != 1:
            return None
        if key_of(same[0].labels[0]) != key or counts[name] < 2:
            self._guess(line, name, same[0].name, "one name holds the other and no second person has it")
        return same[0]

    def _part(self, talk: Talk) -> None:
        """Tell those who ask from those who speak; what the header lists speaks."""
        listed = any(self._is_listed(voice, talk) for voice in self.voices)
        by_label = sum(voice.asks_by_label for voice in self.voices)
        told = by_label > 1 or any(voice.anonymous for voice in self.voices)
        most = max((voice.turns for voice in self.voices), default=0)
        begun = min((voice.line for voice in self.voices), default=0)
        for voice in self.voices:
            if voice.anonymous:
                voice.part = "questioner"
            elif not self._takes_part(voice) and (
                (voice.asks_by_label and not voice.person) or not self._is_listed(voice, talk)
            ):
                voice.part, because = judged(voice, told=told, listed=listed, most=most, opens=voice.line == begun)
                taken = "a speaker"
                if voice.part == "questioner":
                    taken = "an outlet" if is_outlet(voice.labels[0]) else "someone who asks"
                self._guess(voice.line, voice.labels[0], taken, because)

    def _name_who_answers(self, talk: Talk, title: str) -> None:
        """The person behind a letter `A`: who speaks under a name, or the first of the header without a label."""
        letter = next((voice for voice in self.voices if voice.name.casefold() in ANSWER), None)
        if letter is None:
            return
        heard = [
            each for each in self.voices if each.part == "speaker" and each is not letter and not self._takes_part(each)
        ]
        free = [each for each in self.people if each.keyed and not any(voice.person is each for voice in heard)]
        person = next((each for each in free if each.role != "chair" or len(free) == 1), None)
        if person is None and not heard:
            person = next(iter(self.people), None) or who_answers(title, self._header)
        if person is not None:
            says_so = not (person.keyed and person.posts) or self._says_degree(talk, person)
            letter.name = person.in_full if says_so else person.name
            letter.person = replace(person, role="panel")
            self._guess(letter.line, letter.labels[0], letter.name, "the header names who answers")
        elif len(heard) == 1:
            self._merge(letter, heard[0])
            self._guess(letter.line, letter.labels[0], heard[0].name, "nobody else speaks")
        elif heard and heard[0].line < letter.line:
            self._merge(letter, heard[0])
            self._guess(letter.line, letter.labels[0], heard[0].name, "that voice speaks before the first question")

    def _says_degree(self, talk: Talk, person: Person) -> bool:
        """Whether a sentence, or more than the list above the talk, says the degree with the name."""
        name = person.degree.rstrip("."), person.name.split()[-1]
        said = re.compile(rf"\b{re.escape(name[0])}\.? (?:[\w.-]+ )?{re.escape(name[1])}\b")
        if re.search(rf"\b(?:by|with|and|from) {re.escape(person.in_full)}\b", self._header):
            return True
        return bool(person.degree) and sum(said.search(each.text) is not None for each in talk.lines) > 1

    def _merge(self, one: Voice, into: Voice) -> None:
        into.role = "panel"
        into.person = replace(into.person, role="panel") if into.person else None
        into.labels += one.labels
        into.printed += one.printed
        into.turns += one.turns
        into.replies += one.replies
        self._by_label = {name: into if voice is one else voice for name, voice in self._by_label.items()}
        self.voices.remove(one)

    def _takes_part(self, voice: Voice) -> bool:
        return voice.chairs_by_label or voice.speaks_by_label or bare(voice.name).casefold() in HELPERS | ANSWER

    def _is_listed(self, voice: Voice, talk: Talk) -> bool:
        known = any(talk.knows(each) for each in voice.labels)
        return voice.person is not None or (known and not is_outlet(voice.name))

    def _find_chair(self) -> None:
        """Without a list that says so: who calls for questions and leaves the answers to others."""
        speakers = [voice for voice in self.voices if voice.part == "speaker"]
        for voice in speakers:
            answers = voice.replies > voice.calls and not all(is_generic(each) for each in voice.labels)
            voice.role = "chair" if voice.chairs_by_label and not answers else voice.role
        if len(speakers) < 2 or any(voice.role == "chair" for voice in speakers):
            return
        one = max(speakers, key=lambda voice: voice.calls - voice.replies)
        if one.calls > one.replies and one.turns > 1:
            one.role = "chair"
            self._guess(one.line, one.name, "the chair", "this voice answers little and calls up those who ask")

    def _guess(self, line: int, what: str, taken_for: str, because: str) -> None:
        self.guesses.append(Guess(line, what, taken_for, because))

    def speakers(self) -> tuple[DraftSpeaker, ...]:
        """Those who speak in order of the header, then of the talk; without labels, everyone the header names."""
        if not self._by_label:
            return tuple(Voice(each.name, role=each.role, person=each).speaker() for each in self.people)
        order = {id(person): at for at, person in enumerate(self.people)}
        found = [voice for voice in self.voices if voice.part == "speaker"]
        found.sort(key=lambda voice: (order.get(id(voice.person), len(order)), voice.line))
        return tuple(voice.speaker() for voice in found)

    def outlets(self) -> tuple[DraftOutlet, ...]:
        return self.askers.outlets()
