"""Rows of an index as they are kept on disk, and back; what was changed since is told by a checksum."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from typing import Any

from briefing_tui.expression import END, column
from briefing_tui.findable import Passage, Row
from briefing_tui.place import Place
from briefing_tui.words import Words


class Damaged(ValueError):  # noqa: N818  it is the index that is damaged
    """What was read is not what was written."""


def stems_of(row: Row) -> str:
    """The stems of a row's columns, one line for each column."""
    return "\n".join(column(texts) for texts in row.columns)


def packed(row: Row) -> bytes:
    """A row but for its stems and its briefing."""
    own = len(row.beside) - sum(len(passage.beside) for passage in row.passages)
    as_shown = all(a is b.text for a, b in zip(row.said, row.passages, strict=False))
    shape = [
        row.kind,
        [row.place.section, row.place.paragraph],
        row.title.text,
        [_passage(passage) for passage in row.passages],
        None if as_shown and len(row.said) == len(row.passages) else [words.text for words in row.said],
        [words.text for words in row.beside[:own]],
        row.facts,
        row.indicator,
        row.speaker,
    ]
    return zlib.compress(json.dumps(shape, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"), 1)


def _passage(passage: Passage) -> list[Any]:
    where = [passage.place.section, passage.place.paragraph]
    return [where, passage.text.text, [words.text for words in passage.beside], passage.quote, dict(passage.facts)]


def checksum(number: int, stems: str, record: bytes) -> int:
    """Of a row at its place in the index."""
    return zlib.crc32(record, zlib.crc32(stems.encode("utf-8", "replace"), number & 0xFFFFFFFF))


def unpacked(briefing: str, stems: str, record: bytes) -> Row:
    """The row that was packed."""
    kind, (section, paragraph), title, passages, said, own, facts, indicator, speaker = json.loads(
        zlib.decompress(record)
    )
    titles, saids, besides = (iter(line.split(END)) for line in stems.split("\n"))

    def words(text: str, lines: Iterator[str]) -> Words:
        return Words.known(text, next(lines))

    said_words = None if said is None else tuple(words(each, saids) for each in said)
    beside = [words(each, besides) for each in own]
    shown = []
    for (in_section, in_paragraph), text, near, quote, asked in passages:
        near_words = tuple(words(each, besides) for each in near)
        beside += near_words
        shown_words = words(text, saids) if said is None else Words(text)
        place = Place(briefing, in_section, in_paragraph)
        shown.append(Passage(place, shown_words, near_words, quote, {key: tuple(each) for key, each in asked.items()}))
    return Row(
        kind=kind,
        place=Place(briefing, section, paragraph),
        title=words(title, titles),
        passages=tuple(shown),
        said=tuple(passage.text for passage in shown) if said_words is None else said_words,
        beside=tuple(beside),
        facts={key: tuple(each) for key, each in facts.items()},
        indicator=indicator,
        speaker=speaker,
    )
