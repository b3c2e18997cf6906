"""Indexes of libraries that nobody opens any more: let go, those first that were not opened longest.

An index that a session has open, or had within a day, stays whatever its size.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from contextlib import suppress
from pathlib import Path
from time import time

MOST_BYTES = 4_000_000_000  # of all indexes
FRESH, OLD = 86_400, 90 * 86_400  # seconds in which an index is always kept, and after which never
OPEN, _GONE = ".open", ".gone-"


def opened(folder: Path) -> int | None:
    """Note that an index is opened; a descriptor to be closed when it is no more. None where that cannot be noted."""
    try:
        os.utime(folder)
        descriptor = os.open(folder / OPEN, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o600)
    except OSError:
        return None
    with suppress(OSError):  # where there are no locks, or it is about to go: then it is made again
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    return descriptor


def make_room(cache: Path, names: str, most: int = MOST_BYTES) -> None:
    """Let go of indexes in a cache folder that are old, or too much beside those opened later."""
    for left in cache.glob(f"{_GONE}*"):  # by who was stopped meanwhile
        shutil.rmtree(left, ignore_errors=True)
    with suppress(OSError):
        folders = sorted((-each.stat().st_mtime, each) for each in cache.glob(names) if not each.is_symlink())
        held = 0
        for minus, folder in folders:
            held += sum(file.stat().st_size for file in folder.iterdir())
            age = time() + minus
            if age > OLD or (held > most and age > FRESH):
                _let_go(folder)


def _let_go(folder: Path) -> None:
    descriptor = os.open(folder / OPEN, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o600)
    try:
        with suppress(OSError):  # somebody has it open
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Who opens it from now on makes it anew; nobody finds half of it.
            gone = folder.rename(folder.with_name(f"{_GONE}{os.urandom(8).hex()}"))
            shutil.rmtree(gone, ignore_errors=True)
    finally:
        os.close(descriptor)
