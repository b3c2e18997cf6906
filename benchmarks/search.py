"""Search: each key as one types, over one briefing and over many."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from benchmarks.libraries import growth
from benchmarks.rows import Row, amount
from benchmarks.trial import FOLDER, Trial, made, median, p95

_GOALS = {1: 3, 1_000: 8, 10_000: 16}
_LIMIT = 1800


@dataclass(frozen=True)
class Asked:
    """Seconds until it could be asked, MiB, milliseconds for each key."""

    ready: float
    memory: float
    keys: tuple[float, ...]


def rows(trial: Trial) -> Iterator[Row]:
    # The first time makes the index; what cannot be made is not waited for again.
    first = {size: _asked(trial, size) for size in trial.sizes}
    taken = trial.rounds({str(size): partial(_asked, trial, size) for size, once in first.items() if once})
    found = {size: [each for each in taken.get(str(size), ()) if each] for size in trial.sizes}
    slowest = {size: median(p95(each.keys) for each in runs) for size, runs in found.items()}
    for size, runs in found.items():
        middle = median(median(each.keys) for each in runs)
        ready, memory = median(each.ready for each in runs), median(each.memory for each in runs)
        once = first[size]
        beside = f"not ready within {_LIMIT} s and 8 GB"
        if once:
            beside = f"median {amount(middle, 'ms')}; to ask after {amount(ready, 's')}"
            beside += f", the first time after {amount(once.ready, 's')}; {amount(memory, 'MiB')}"
        what = f"search for each key, first hits, p95, {size:,} briefing{'s' if size > 1 else ''}"
        yield Row(f"search.{size}", what, slowest[size], _GOALS.get(size, _GOALS[1_000]), "ms", beside)
    yield from growth("search.growth", "search for each key, first hits, p95", slowest, "ms")


def _asked(trial: Trial, size: int) -> Asked | None:
    """None where it is not ready in time, or needs more memory than people have."""
    words = [sys.executable, "-m", "benchmarks.searching", str(made(trial, size))]
    # The engine is in this process's environment; its files go to the home that is measured.
    try:
        done = subprocess.run(
            words, cwd=FOLDER.parent, env=trial.environment, capture_output=True, text=True, timeout=_LIMIT, check=True
        )
    except subprocess.TimeoutExpired:
        return None
    except subprocess.CalledProcessError as error:
        trial.say(error.stderr[-500:])
        return None
    told = json.loads(done.stdout)
    return Asked(told["ready"], told["memory"], tuple(told["keys"]))
