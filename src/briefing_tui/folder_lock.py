"""A briefing's folder to ourselves: sessions that decide, and runs that replace it, take turns."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until nobody else is at the folder: each must read what the other wrote. OSError where there is none."""
    while True:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            with suppress(OSError):  # a file system without locks still takes one reader at a time
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            # One that was replaced while we waited is nobody's: others lock the one that stands there now.
            if os.path.samestat(os.fstat(descriptor), folder.stat()):
                yield
                return
        finally:
            os.close(descriptor)
