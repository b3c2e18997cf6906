"""What processes cost, as the kernel counts it (Linux)."""

from __future__ import annotations

import os
import select
import time
from collections.abc import Iterable
from pathlib import Path

_PROC = Path("/proc")


def tree(root: int) -> tuple[int, ...]:
    """A process and all that it has started and that still run."""
    parents = {int(each.name): _parent(each) for each in _listed(_PROC) if each.name.isdigit()}
    found = [root]
    for each in found:
        found += (child for child, parent in parents.items() if parent == each)
    return tuple(found)


def _parent(process: Path) -> int:
    fields = _read(process / "stat").rpartition(")")[2].split()
    return int(fields[1]) if fields else 0


def cpu(processes: Iterable[int]) -> float:
    """Seconds of CPU that running processes have used, all threads, to the nanosecond."""
    total = 0.0
    for each in processes:
        try:
            total += time.clock_gettime((~each << 3) | 2)  # the kernel's number for the CPU clock of a process
        except OSError:
            continue
    return total


def memory(processes: Iterable[int]) -> tuple[float, float]:
    """MiB in memory now: all of it, and with what is shared counted in shares."""
    rss = pss = 0
    for each in processes:
        rss += _kib(_PROC / str(each) / "status", "VmRSS:")
        pss += _kib(_PROC / str(each) / "smaps_rollup", "Pss:")
    return rss / 1024, pss / 1024


def wake_ups(processes: Iterable[int]) -> int:
    """How often the threads have gone to sleep of themselves, and so were woken."""
    tasks = (task for each in processes for task in _listed(_PROC / str(each) / "task"))
    return sum(_kib(task / "status", "voluntary_ctxt_switches:") for task in tasks)


def _kib(file: Path, name: str) -> int:
    return sum(int(line.split()[1]) for line in _read(file).splitlines() if line.startswith(name))


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError:
        return ""


def ends(process: int, seconds: float) -> bool:
    """Whether a process ends within some seconds; waits no longer than it takes, where the library's own wait looks
    only every 50 ms."""
    watched = os.pidfd_open(process)
    try:
        return bool(select.select([watched], [], [], seconds)[0])
    finally:
        os.close(watched)
