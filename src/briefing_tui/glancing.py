"""Thousands of folders glanced at, by as many processes as there are processors; a few by this one alone.

A worker is told its folders, tells what it sees in them, and ends when nobody listens any more. What a worker does not
tell is looked at here.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Generator, Sequence
from contextlib import suppress
from itertools import cycle
from typing import TYPE_CHECKING, Any

from briefing_tui.glance import glance
from briefing_tui.stamps import all_files

if TYPE_CHECKING:
    from subprocess import Popen

MANY = 1_000  # folders that are worth the start of other processes
MOST_WORKERS = 8

# What the folder's files were like before, and what the glance gave: a summary and ids, each as plain values.
Seen = tuple[str, tuple[tuple[Any, ...], tuple[str, ...] | None] | None]


def seen(place: str) -> Seen:
    stamp, found = all_files(place), glance(place)
    return stamp, (tuple(found.summary), found.ids) if found else None


def all_seen(places: Sequence[str]) -> Generator[Seen, None, None]:
    """What is seen in each place, in their order. Closing it stops the workers."""
    workers = _workers(places) if len(places) >= MANY else []
    if not workers:
        yield from map(seen, places)
        return
    try:
        for place, worker in zip(places, cycle(workers), strict=False):
            yield _told(worker, place)
    finally:
        for worker in workers:
            worker.kill()
            if worker.stdout is not None:
                worker.stdout.close()
            worker.wait()


def _workers(places: Sequence[str]) -> list[Popen[bytes]]:
    """Each has been told every so many-th place; none where there is but one processor, or they cannot be started."""
    import subprocess

    count = min(len(os.sched_getaffinity(0)), MOST_WORKERS) if hasattr(os, "sched_getaffinity") else 1
    pipe = subprocess.PIPE
    # In a session of its own: Ctrl-C is for the program alone. `-P`: nothing is imported from where the user stands.
    line = [sys.executable, "-P", "-m", "briefing_tui.glancing"]
    workers: list[Popen[bytes]] = []
    with suppress(OSError, ValueError):
        for _ in range(count if count > 1 else 0):
            workers.append(
                subprocess.Popen(line, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, start_new_session=True)
            )
    for number, worker in enumerate(workers):
        assert worker.stdin is not None
        with suppress(OSError):
            worker.stdin.write(b"\0".join(map(os.fsencode, places[number :: len(workers)])))
            worker.stdin.close()
    return workers


def _told(worker: Popen[bytes], place: str) -> Seen:
    assert worker.stdout is not None
    try:
        stamp, found = marshal.load(worker.stdout)
    except (EOFError, ValueError, TypeError, OSError):
        return seen(place)
    if found and found[1]:
        found = (found[0], tuple(map(sys.intern, found[1])))  # the same few in thousands of briefings
    return stamp, found


def work() -> None:
    """Tell what is seen in the places that are told."""
    places = sys.stdin.buffer.read().split(b"\0")
    with suppress(BrokenPipeError):
        for place in map(os.fsdecode, places):
            marshal.dump(seen(place), sys.stdout.buffer)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    work()
