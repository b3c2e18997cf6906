"""Import: how much transcript becomes a draft with its figures in a second of one core."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from time import process_time

from benchmarks.libraries import DOUBLE
from benchmarks.rows import Row, amount
from benchmarks.transcript import transcript
from benchmarks.trial import Trial, median, ratio

_LENGTH = 200_000


def rows(trial: Trial) -> Iterator[Row]:
    words = trial.making.words()
    texts = {factor: transcript(words, 1, _LENGTH * factor).encode() for factor in (1, 2)}
    taken = trial.rounds({str(factor): partial(_imported, text) for factor, text in texts.items()})
    spent = {factor: median(taken[str(factor)]) for factor in texts}
    rate = ratio(len(texts[1]) / 1_000_000, spent[1])
    beside = f"{len(texts[1]) / 1000:,.0f} kB in {amount(spent[1], 's')} of CPU"
    yield Row("import.rate", "import, structure and figures", rate, 1, "MB/s", beside, at_least=True)
    beside = f"{amount(spent[1], 's')}, then {amount(spent[2], 's')}"
    yield Row("import.growth", "import of a transcript twice as long", ratio(spent[2], spent[1]), DOUBLE, "×", beside)


def _imported(raw: bytes) -> float:
    """Seconds of CPU from the bytes to the briefing."""
    from briefing_tui.transcripts import read
    from briefing_tui.transcripts.drafting import briefing_of

    begun = process_time()
    briefing_of(read(raw, "made.txt"), "made")
    return process_time() - begun
