"""A briefing's folder to ourselves: sessions that decide, and runs that replace it, take turns."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

AWAY = 0.2  # seconds for which a folder that is being replaced may not be there


def _opened(folder: Path) -> int:
    until = time.monotonic() + AWAY
    while True:
        try:
            return os.open(folder, os.O_RDONLY)
        except FileNotFoundError:
            if time.monotonic() > until:
                raise
            time.sleep(AWAY / 40)


def _stands(folder: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), folder.stat())
    except FileNotFoundError:
        return False


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until nobody else is at the folder: each must read what the other wrote. OSError where there is none."""
    while True:
        descriptor = _opened(folder)
        try:
            with suppress(OSError):  # a file system without locks still takes one reader at a time
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            # One that was replaced while we waited is nobody's: others lock the one that stands there now.
            if _stands(folder, descriptor):
                yield
                return
        finally:
            os.close(descriptor)
