"""The rules measured: on the source document against the shipped indicators, and on the sample transcripts."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_tui.content import load
from briefing_tui.coverage import source_paragraphs
from briefing_tui.transcripts.figures import candidates

CONTENT = Path(__file__).parents[2] / "content" / "scio-2024-10-23"


def paragraphs(folder: str, pattern: str) -> Iterator[str]:
    for path in sorted(Path(os.environ[folder]).glob(pattern)):
        yield from source_paragraphs(path.read_text(encoding="utf-8"))


@pytest.mark.skipif("BRIEFING_SOURCES" not in os.environ, reason="needs the sources")
def test_of_a_real_transcript_95_percent_are_found_and_under_10_percent_are_false() -> None:
    briefing = load(CONTENT).briefing
    assert briefing is not None
    wanted: dict[int, list[tuple[object, ...]]] = {}
    for indicator in briefing.indicators:
        for mention in indicator.mentions:
            if briefing.document_of(mention) == "transcript":
                figure = mention if mention.value is not None else indicator
                row: tuple[object, ...] = (
                    figure.value,
                    figure.scale or indicator.scale,
                    indicator.change and indicator.change.value,
                )
                wanted.setdefault(mention.source, []).append(row)
    total = sum(len(rows) for rows in wanted.values())
    found = changes = made = 0
    for number, text in enumerate(paragraphs("BRIEFING_SOURCES", "004_*.txt"), 1):
        left = [(each.value, each.scale, each.change and each.change.value) for each in candidates(text, None, 2024)]
        made += len(left)
        for row in wanted.get(number, []):
            near = next((each for each in left if each == row), None)
            changes += near is not None
            near = near or next((each for each in left if each[:2] == row[:2]), None)
            if near:
                left.remove(near)
                found += 1
    assert found >= total * 0.95
    assert made - found <= made * 0.1
    assert changes >= total * 0.95


@pytest.mark.skipif("BRIEFING_TRANSCRIPTS" not in os.environ, reason="needs the sample transcripts")
def test_every_quote_of_the_samples_stands_in_its_paragraph_at_half_a_megabyte_a_second() -> None:
    texts = list(paragraphs("BRIEFING_TRANSCRIPTS", "*.txt"))
    began = time.process_time()
    found = [(text, each) for text in texts for each in candidates(text, None, 2023)]
    took = time.process_time() - began
    assert len(found) > 100
    assert all(text[each.start : each.end] == each.quote and each.name for text, each in found)
    assert sum(len(text) for text in texts) / 500_000 > took / 2
