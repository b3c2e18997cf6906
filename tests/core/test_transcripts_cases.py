"""Transcripts of our own, each with what a reader counts in it below a line of `=`; and what spoils or floods them."""

from __future__ import annotations

import datetime
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest

from briefing_tui.indicator import Indicator
from briefing_tui.transcripts import Draft, read
from briefing_tui.transcripts.drafting import briefing_of

CASES = sorted((Path(__file__).parent / "transcript_cases").iterdir())
DAY = datetime.date(2030, 1, 1)


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the lines that tell what it holds, and its figures: value, or two of a range, with the scale.

    `meant` tells of each figure its unit, kind, change and period, where the sheet does.
    """

    text: str
    told: dict[str, str]
    figures: tuple[tuple[Decimal, Decimal | None, str], ...]
    meant: tuple[tuple[str, str, str, str], ...]
    doubts: tuple[Decimal, ...] = ()  # figures that are counted neither way


def case_of(path: Path) -> Case:
    text, _, wanted = path.read_text(encoding="utf-8").partition("=====\n")
    lines = [line.partition(" ") for line in wanted.splitlines()]
    told = {key: value.strip() for key, _, value in lines if key != "fig"}
    figures = [[cell.strip() for cell in value.split("|")] for key, _, value in lines if key == "fig"]
    doubts = tuple(Decimal(value.split(",")[0]) for key, _, value in lines if key == "doubt")
    text = text.replace("\n", "\r\n") if "crlf" in told else text
    meant = tuple((cells[2], cells[3], cells[4], cells[5]) for cells in figures)
    return Case(text, told, tuple((*_range(cells[0]), cells[1]) for cells in figures), meant, doubts)


def _range(words: str) -> tuple[Decimal, Decimal | None]:
    low, _, high = words.partition("–")
    return Decimal(low), Decimal(high) if high else None


def names(words: str) -> list[str]:
    return sorted(each.strip() for each in words.split(";") if each.strip())


def counted(draft: Draft) -> dict[str, str]:
    paragraphs = [paragraph for turn in draft.turns for paragraph in turn.paragraphs]
    return {
        "turns": str(len(draft.turns)),
        "exchanges": str(len(draft.exchanges)),
        "stage": str(sum(paragraph.stage for paragraph in paragraphs)),
        "handover": str(sum(turn.kind == "handover" for turn in draft.turns)),
        "date": str(draft.date),
    }


def read_as_told(path: Path) -> bool:
    """Whether a transcript is read as its sheet tells, but for the figures."""
    case = case_of(path)
    draft = read(case.text.encode(), path.name)
    assert draft.words_kept, draft.lost
    assert counted(draft) == {key: case.told[key] for key in counted(draft)}
    assert sorted(each.name for each in draft.speakers) == names(case.told["speakers"])
    assert sorted(each.name for each in draft.outlets) == names(case.told["outlets"])
    return True


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_a_transcript_is_read_as_a_reader_counts_it(path: Path) -> None:
    assert read_as_told(path)


def test_of_all_figures_97_percent_are_found_and_under_3_percent_are_false() -> None:
    wanted = found = false = 0
    for path in CASES:
        case = case_of(path)
        draft = read(case.text, path.name)
        indicators = briefing_of(replace(draft, date=draft.date or DAY), "case").indicators
        left = [(abs(each.value), each.value_max, each.scale or "") for each in indicators]
        wanted += len(case.figures)
        for figure in case.figures:
            if figure in left:
                left.remove(figure)
                found += 1
        false += sum(each[0] not in case.doubts for each in left)
    assert wanted > 300
    assert found >= wanted * 0.97
    assert false <= (found + false) * 0.03


def meant(indicator: Indicator) -> tuple[str, str, str, str]:
    """Unit, kind, change and period as a sheet tells them."""
    change, period = indicator.change, indicator.period
    return indicator.unit or "", indicator.kind, str(change.value) if change else "", period.iso if period else ""


def test_of_the_figures_found_what_they_measure_how_they_changed_and_when_is_as_a_reader_tells_it() -> None:
    """Below what is reached: the noun of a count may be put otherwise, and a time may be told by the header alone."""
    same, found = [0, 0, 0, 0], 0
    for path in CASES:
        case = case_of(path)
        draft = read(case.text, path.name)
        left = list(briefing_of(replace(draft, date=draft.date or DAY), "case").indicators)
        for figure, wanted in zip(case.figures, case.meant, strict=True):
            alike = [each for each in left if (abs(each.value), each.value_max, each.scale or "") == figure]
            if alike:
                best = max(alike, key=lambda each: sum(map(str.__eq__, meant(each), wanted)))
                left.remove(best)
                found += 1
                same = [count + one for count, one in zip(same, map(str.__eq__, meant(best), wanted), strict=True)]
    units, kinds, changes, periods = (count / found for count in same)
    assert found > 600
    assert (units >= 0.87, kinds >= 0.89, changes >= 0.99, periods >= 0.84) == (True, True, True, True), same


def shuffled(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines)


def cut(text: str, chance: random.Random) -> str:
    first, last = sorted(chance.sample(range(len(text) + 1), 2))
    return text[first:last]


def flipped(text: str, chance: random.Random) -> str:
    signs = ':：.\n\t\x0c\xa0()[]"“Q—#*<>_5%\u202e\x00中'
    return "".join(chance.choice(signs) if chance.random() < 0.04 else each for each in text)


@pytest.mark.parametrize("spoilt", [shuffled, cut, flipped], ids=lambda each: each.__name__)
def test_a_spoilt_transcript_loses_no_word(spoilt: Callable[[str, random.Random], str]) -> None:
    for path in CASES:
        chance = random.Random(path.name)
        for _ in range(4):
            draft = read(spoilt(case_of(path).text, chance), path.name)
            assert draft.words_kept, (path.name, draft.lost)
            briefing_of(replace(draft, date=draft.date or DAY), "case")


def test_flipped_bytes_are_read_all_the_same() -> None:
    for path in CASES:
        chance, raw = random.Random(path.name), bytearray(case_of(path).text.encode())
        for at in chance.sample(range(len(raw)), len(raw) // 20):
            raw[at] = chance.randrange(256)
        assert read(bytes(raw), path.name).words_kept


def hostile() -> Iterator[tuple[str, str]]:
    yield "tags", "<a " * 20_000
    yield "comments", "<html><body><p>x" + "<!--" * 100_000
    yield "one line", "A: b? " * 300_000
    yield "short lines", "ab cd\n" * 30_000
    yield "many names", "".join(f"Jane F{number}oo:\nyes {number}?\n" for number in range(8_000))
    yield "many capitals", "".join(f"JANE F{chr(65 + n % 26) * (n // 26 % 40 + 1)}: x\n" for n in range(8_000))
    yield "one moderator", "Moderator: it is so, and so it was.\n" * 20_000
    yield "other names alone", "".join(f"Mr. Jane Foo{number}:\nx?\n\n" for number in range(50_000))
    yield (
        "other names inline",
        "".join(f"王{chr(0x4E00 + n % 5000)}{chr(0x5000 + n // 5000)}：好\n" for n in range(50_000)),
    )
    yield "other bold names", "".join(f"<p><b>Jane B{number}</b> x?</p>" for number in range(50_000))
    yield "other figures", "".join(f"Q. Well?\nA. We own {number} ships.\n" for number in range(1, 15_000))
    yield "digits", "7" * 200_000
    yield "words", "one hundred and " * 12_000
    yield "parts", "a quarter of a third by a half " * 6_000
    yield "sentences", "Output rose 5%. " * 3_000


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in hostile()])
def test_hostile_text_is_read_within_five_seconds(text: str) -> None:
    began = time.process_time()
    draft = read(text, "hostile.txt")
    assert draft.words_kept
    assert time.process_time() - began < 5


def test_more_names_than_any_conference_has_are_no_labels_and_that_is_told() -> None:
    draft = read("".join(f"Mr. Jane Foo{number}: We did it, sir, all of us.\n" for number in range(3_000)), "list.txt")
    assert draft.words_kept
    assert (draft.layout, draft.speakers, draft.outlets) == ("unlabelled", (), ())
    assert "3000 different names would speak, more than 2000" in str(draft.guesses[0])
    few = read("".join(f"Mr. Jane Foo{number}: We did it, sir, all of us.\n" for number in range(300)), "list.txt")
    assert len(few.speakers) == 300
