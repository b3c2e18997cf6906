"""Makes libraries of any size from a seed: briefings of about a hundred paragraphs, several organisers, ten years.

Briefing number n is the same in every library of a seed. TOML is written as text here: the project's writer, which
takes care for people, would need ten times as long.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from os import cpu_count
from pathlib import Path

from benchmarks.figures import Figure, figures
from benchmarks.words import Words

ORGANISERS = (
    "Harbour Office",
    "Grain Board",
    "Energy Bureau",
    "Council for Roads",
    "Ministry of Works",
    "Water Agency",
)
OUTLETS = ("Morning Courier", "Radio Delta", "The Ledger", "Coast Daily", "Evening Post", "Channel Nine", "Farm Weekly")
_PEOPLE = (
    "Ada Marsh",
    "Bruno Feld",
    "Carla Stone",
    "Deniz Ay",
    "Emil Novak",
    "Fay Orchard",
    "Goran Lind",
    "Hedda Roth",
)
_FIRST_DAY, _DAYS = date(2015, 1, 1), 3650
_EXCHANGES, _ANSWERS, _INTRODUCTION, _FIGURES, _WORDS = 10, 8, 6, 40, 80
_AT_ONCE = 50


@dataclass(frozen=True)
class Making:
    """What a library is made from. `paragraphs` are those of one answer, `length` the words of one."""

    seed: int = 1
    transcripts: Path | None = None
    paragraphs: int = _ANSWERS
    length: int = _WORDS

    def words(self) -> Words:
        return Words.of(self.transcripts) if self.transcripts else Words.own()


def library(folder: Path, size: int, making: Making, say: Callable[[str], None]) -> Path:
    """A folder of so many briefings; one that is there already, whole and made from the same, is kept."""
    stamp, made_from = folder / "made.txt", f"{size} {making}"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == made_from:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    parts = [range(first, min(first + _AT_ONCE, size)) for first in range(0, size, _AT_ONCE)]
    if len(parts) == 1:
        _write(folder, making, parts[0])
    else:
        with ProcessPoolExecutor(cpu_count()) as workers:
            for done, part in enumerate(workers.map(partial(_write, folder, making), parts), 1):
                if done % 20 == 0 or done == len(parts):
                    say(f"  made {part.stop:,} of {size:,} briefings in {folder.name}")
    stamp.write_text(made_from, encoding="utf-8")
    return folder


def _write(folder: Path, making: Making, numbers: range) -> range:
    words = making.words()
    for number in numbers:
        chance = random.Random(f"{making.seed} {number}")
        day = _FIRST_DAY + timedelta(chance.randrange(_DAYS))
        organiser = chance.choice(ORGANISERS)
        home = folder / f"{organiser.split()[0].lower()}-{day}-{number:05}"
        home.mkdir()
        for name, text in files(words, chance, organiser, day, making):
            (home / f"{name}.toml").write_text(text, encoding="utf-8", newline="\n")
    return numbers


def files(words: Words, chance: random.Random, organiser: str, day: date, making: Making) -> Iterator[tuple[str, str]]:
    """The files of one briefing, by name."""
    people, outlets = chance.sample(_PEOPLE, 3), chance.sample(OUTLETS, 5)
    said = iter(figures(chance, day, _FIGURES))
    names = ["opening", "intro", *(f"q{number}" for number in range(1, _EXCHANGES + 1)), "closing"]
    yield "briefing", _header(words.sentence(chance, 6).rstrip("."), organiser, day, names, people, outlets)
    chair, *panel = map(_id, people)
    section = partial(_section, words, chance, making.length)
    yield "opening", section("opening", 'kind = "opening"\ntitle = "Opening"\n', [("statement", chair, 1)], said, 0)
    introduction = [("statement", panel[0], _INTRODUCTION)]
    yield "intro", section("intro", 'kind = "introduction"\ntitle = "Introduction"\n', introduction, said, 4)
    for name in names[2:-1]:
        title = words.sentence(chance, 4).rstrip(".")
        top = f'kind = "exchange"\ntitle = "{title}"\noutlet = "{_id(chance.choice(outlets))}"\n'
        turns = [("question", "", 1), ("answer", chance.choice(panel), making.paragraphs)]
        yield name, section(name, top, turns, said, 3)
    yield "closing", section("closing", 'kind = "closing"\ntitle = "Closing"\n', [("statement", chair, 1)], said, 0)


def _header(title: str, organiser: str, day: date, sections: list[str], people: list[str], outlets: list[str]) -> str:
    lines = [f'title = "{title}"\norganiser = "{organiser}"\nplace = "Harbour Town"\ndate = {day}\n']
    lines += [f'[[document]]\nid = "transcript"\nkind = "transcript"\ntitle = "{title}"\nsections = {sections}\n']
    for number, name in enumerate(people):
        role = "panel" if number else "chair"
        lines += [f'[[speaker]]\nid = "{_id(name)}"\nname = "{name}"\nrole = "{role}"\norganisation = "{organiser}"']
        lines += ['posts = ["director"]\n']
    lines += [f'[[outlet]]\nid = "{_id(name)}"\nname = "{name}"\n' for name in outlets]
    return "\n".join(lines)


def _section(
    words: Words,
    chance: random.Random,
    length: int,
    name: str,
    top: str,
    turns: list[tuple[str, str, int]],
    said: Iterator[Figure],
    count: int,
) -> str:
    """A section whose last paragraphs each say a figure, `count` at most."""
    parts, tables, number = [top], "", 0
    for kind, speaker, paragraphs in turns:
        parts.append(f'\n[[turn]]\nkind = "{kind}"\n' + (f'speaker = "{speaker}"\n' if speaker else ""))
        for left in range(paragraphs, 0, -1):
            number += 1
            text = words.text(chance, length)
            figure = next(said, None) if left <= count and kind != "question" else None
            if figure:
                text += f" {figure.sentence}"
                tables += figure.table(f"{name}/{number}", number)
            parts.append(f'\n[[turn.paragraph]]\nsource = [{number}]\ntext = "{text}"\n')
    return "".join(parts) + tables


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")
