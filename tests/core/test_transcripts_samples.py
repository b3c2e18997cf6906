"""The importer against transcripts of the field, where they are at hand: structure as counted by reading."""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.transcripts import Draft, read

FOLDER = os.environ.get("BRIEFING_TRANSCRIPTS")
SOURCES = os.environ.get("BRIEFING_SOURCES")
SAMPLES = sorted(each for each in Path(FOLDER).iterdir() if each.suffix in {".txt", ".html"}) if FOLDER else []
# Two labels of this sample have a single blank after the full stop (lines 218 and 510); its counts overlook them.
OVERLOOKED = {"fomc-2019-06-19-powell": {"HOWARD SCHNEIDER": 1, "CHAIR POWELL": 1}}
NAMELESS = {"statement": "(opening)", "question": "(question)", "answer": "(answer)"}

needs_samples = pytest.mark.skipif(not SAMPLES, reason="BRIEFING_TRANSCRIPTS names no folder of sample transcripts")
needs_sources = pytest.mark.skipif(not SOURCES, reason="BRIEFING_SOURCES names no folder with the source documents")


def label_counts(draft: Draft) -> dict[str, int]:
    return dict(Counter(turn.label or NAMELESS[turn.kind] for turn in draft.turns))


@needs_samples
@pytest.mark.parametrize("path", SAMPLES, ids=lambda each: each.name)
def test_a_sample_is_read_as_people_read_it(path: Path) -> None:
    true: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["structure"]
    more = OVERLOOKED.get(path.stem, {})
    draft = read(path.read_bytes(), path.name)
    labels = {label: count + more.get(label, 0) for label, count in true["labels"].items()}
    asked = {turn.label or NAMELESS["question"] for turn in draft.turns if turn.kind == "question"}
    assert label_counts(draft) == labels
    assert len(draft.turns) == true["turns"] + sum(more.values())
    assert len(draft.speakers) == true["n_speakers"]
    assert asked == set(true["questioners"])
    assert sum(turn.kind == "question" for turn in draft.turns) == sum(labels[label] for label in asked)
    assert len(draft.exchanges) == true["exchanges"]
    if not more:
        assert draft.pairs == true["qa_pairs"]
    assert draft.words_kept, draft.lost
    assert draft.date is not None or "state" in path.name
    if "turn_list" in true:
        assert [turn.label or NAMELESS[turn.kind] for turn in draft.turns] == true["turn_list"]
    if path.name.startswith("skel"):
        assert sum(len(turn.paragraphs) for turn in draft.turns) == true["paragraphs"]


@needs_samples
def test_every_family_of_the_samples_is_told_apart() -> None:
    layouts = {path.name: read(path.read_bytes(), path.name).layout for path in SAMPLES}
    assert {layout for name, layout in layouts.items() if name.startswith("fomc-")} == {"full-stop"}
    assert {layout for name, layout in layouts.items() if name.startswith(("wh-", "skel-state"))} == {"capitals"}
    assert {layout for name, layout in layouts.items() if "scio-20" in name} == {"alone"}
    assert {layout for name, layout in layouts.items() if "mfa" in name or "-zh-" in name} == {"inline"}


@needs_samples
def test_text_is_read_faster_than_a_megabyte_a_second() -> None:
    long = max((path for path in SAMPLES if path.suffix == ".txt"), key=lambda each: each.stat().st_size).read_text(
        "utf-8"
    )
    begin = time.process_time()
    draft = read("\n\n".join([long] * 8), "long.txt")
    assert draft.words_kept
    assert len(long.encode()) * 8 / (time.process_time() - begin) > 500_000, "half of what one core should do"


@needs_sources
def test_the_shipped_transcript_has_three_speakers_ten_outlets_and_a_hand_over() -> None:
    path = next(each for each in Path(SOURCES or ".").iterdir() if each.name.startswith("004_"))
    draft = read(path.read_bytes(), path.name)
    assert [(each.name, each.role) for each in draft.speakers] == [
        ("Zhao Zhiguo", "panel"),
        ("Tao Qing", "panel"),
        ("Shou Xiaoli", "chair"),
    ]
    assert draft.speakers[0].posts == ("spokesperson", "chief engineer")
    assert draft.speakers[1].organisation_short == "MIIT"
    assert len(draft.outlets) == len(draft.exchanges) == 10
    assert [each.outlet for each in draft.exchanges][5] == "Nanfang Daily, Nanfang Plus"
    assert [turn.kind for turn in draft.exchanges[2].turns] == ["question", "handover", "answer"]
    assert [section.kind for section in draft.sections] == ["opening", "introduction", *["exchange"] * 10, "closing"]
    assert (str(draft.date), draft.place, draft.organiser) == (
        "2024-10-23",
        "Beijing",
        "State Council Information Office",
    )
    assert [each.kind for each in draft.narration[-5:]] == ["credit"] * 5
    assert draft.words_kept


@needs_sources
def test_paragraphs_bear_the_numbers_of_the_source() -> None:
    path = next(each for each in Path(SOURCES or ".").iterdir() if each.name.startswith("004_"))
    full = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    for turn in read(path.read_bytes(), path.name).turns:
        for paragraph in turn.paragraphs:
            assert paragraph.text == " ".join(full[paragraph.source[0] - 1].split())
