"""Files of a cache that are what the same program wrote, or as good as not there.

A cache: whatever is wrong with it, content is read as if it were not there.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from time import time
from typing import Any

from briefing_tui import __version__
from briefing_tui.digests import blake2b

SEAL = 16  # bytes
LOOKED = 86_400  # seconds after which a look at a file is noted again


def kept(path: Path, key: bytes) -> bytes | None:
    """What was kept with a key; None where nothing is, or where it is not what was written."""
    try:
        with path.open("rb") as file:
            if time() - os.fstat(file.fileno()).st_mtime > LOOKED:
                os.utime(file.fileno())  # so that `tidy` knows that it is still looked at
            raw = file.read()
    except OSError:
        return None
    if raw[:SEAL] != _seal(raw[SEAL:]) or not raw.startswith(key, SEAL):
        return None
    return raw[SEAL + len(key) :]


def keep(path: Path, key: bytes, content: bytes) -> None:
    """Keep it, unless it cannot be."""
    from briefing_tui.whole_file import replace_file

    body = key + content
    with suppress(OSError):
        replace_file(path, _seal(body) + body, durable=False)


def kept_plain(path: Path, key: bytes) -> Any:
    """Plain values that were kept: numbers, texts, tuples, dictionaries."""
    raw = kept(path, key)
    with suppress(ValueError, EOFError, TypeError):
        return None if raw is None else marshal.loads(raw)
    return None


def keep_plain(path: Path, key: bytes, value: Any) -> None:
    keep(path, key, marshal.dumps(value))


@cache
def salt(readers: tuple[str, ...]) -> bytes:
    """The program as it is now, as far as these of its files read content."""
    found = blake2b(f"{__version__} {sys.implementation.cache_tag}".encode(), digest_size=SEAL)
    for name in readers:
        with suppress(OSError):
            module = Path(__file__).with_name(f"{name}.py").stat()
            found.update(f"{name} {module.st_size} {module.st_mtime_ns}".encode())
    return found.digest()


def name_of(path: str | os.PathLike[str]) -> str:
    """A name for what is kept of a path; problems name the file as it was asked for."""
    told = os.fsencode(path)
    return blake2b(told + b"\0" + os.fsencode(os.path.abspath(path)), digest_size=SEAL).hexdigest()  # noqa: PTH100


def tidy(folder: Path, pattern: str, most: int) -> None:
    """Let go of the files that were not looked at longest, but for so many."""
    with suppress(OSError):
        files = sorted(folder.glob(pattern), key=lambda each: each.stat().st_mtime_ns)
        for path in files[:-most]:
            path.unlink(missing_ok=True)


def _seal(body: bytes) -> bytes:
    return blake2b(body, digest_size=SEAL).digest()
