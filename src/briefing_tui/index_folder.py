"""Where the parts of an index are kept: files that never change once they have their name, and a list of them.

The list is replaced whole; what it does not name is nobody's. A part that is not what was written is Damaged.
"""

from __future__ import annotations

import fcntl
import json
import os
import sqlite3
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Event
from urllib.parse import quote
from weakref import finalize

from briefing_tui import disused
from briefing_tui.digests import blake2b
from briefing_tui.records import Damaged
from briefing_tui.shard import OnDisk, Shard
from briefing_tui.whole_file import replace_file

SCHEMA = 5  # an index of another schema has a folder of its own
_LIST, _LOCK, _MADE, _MAKING = "parts.json", ".lock", ".part", ".new"
_BLOCK = 1 << 20  # bytes read at once
_POLL = 0.05  # seconds between two looks at whether another builder is done


@dataclass(frozen=True, slots=True)
class Part:
    """One file: its digest, what the file system knew of it when it was written, and which briefings left it since."""

    name: str
    digest: str
    file: tuple[int, ...]
    dead: tuple[str, ...] = ()


class IndexFolder:
    """The parts of one library's index in a folder that only its user can write."""

    def __init__(self, cache: Path, library: str, ranked: int | None = None) -> None:
        """`library` tells apart the indexes of different libraries; `ranked` is how many rows are, unless the usual.

        OSError where there can be none.
        """
        self._ranked = ranked
        self.path = cache / f"search-{SCHEMA}-{blake2b(library.encode(), digest_size=8).hexdigest()}"
        self.path.mkdir(mode=0o700, exist_ok=True)
        if not stat.S_ISDIR(self.path.lstat().st_mode):
            raise NotADirectoryError(str(self.path))
        descriptor = disused.opened(self.path)
        self.close = finalize(self, os.close, descriptor) if descriptor is not None else lambda: None

    @contextmanager
    def alone(self, stop: Event) -> Iterator[bool]:
        """While inside, no other builder is: it is waited for. False where that was stopped, or there are no locks."""
        alone = False
        descriptor = os.open(self.path / _LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o600)
        try:
            while not stop.is_set():
                try:
                    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    alone = True
                    break
                except BlockingIOError:
                    stop.wait(_POLL)
                except OSError:
                    break
            yield alone
        finally:
            os.close(descriptor)

    def parts(self) -> tuple[Part, ...]:
        """The parts there are, the first to be asked first; none where the list is not what was written."""
        try:
            seal, _, body = _content(self.path / _LIST).partition(b"\n")
            if seal.decode() != blake2b(body, digest_size=16).hexdigest():
                return ()
            listed = json.loads(body)
            return tuple(
                Part(each["name"], each["digest"], tuple(each["file"]), tuple(each["dead"])) for each in listed
            )
        except (OSError, ValueError, KeyError, TypeError):
            return ()

    def publish(self, parts: Iterable[Part]) -> None:
        """These are the parts from now on. OSError as the disk gives it."""
        body = json.dumps([asdict(part) for part in parts], indent=0).encode()
        _clear_way(self.path / _LIST)
        replace_file(self.path / _LIST, blake2b(body, digest_size=16).hexdigest().encode() + b"\n" + body)

    def open(self, part: Part) -> Shard:
        """A part to be asked; Damaged where it was touched and is not what was written, OSError where it is gone."""
        path = self.path / (part.name + _MADE)
        if _known_by(path) != part.file and _digest(path, Event()) != part.digest:
            raise Damaged(part.name)
        database = sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        database.text_factory = _text
        try:
            for each in ("query_only = on", "trusted_schema = off", "cell_size_check = on", "cache_size = -8000"):
                database.execute(f"pragma {each}")
            shard = Shard(database, OnDisk(database), frozenset(part.dead), part.name)
        except sqlite3.DatabaseError as error:
            raise Damaged(part.name) from error
        shard.ranked = self._ranked or shard.ranked
        return shard

    def sound(self, part: Part, stop: Event) -> bool:
        """Whether every byte of a part is what was written; takes a second for each gigabyte."""
        try:
            return _digest(self.path / (part.name + _MADE), stop) in {part.digest, None}
        except (OSError, Damaged):
            return False

    def begin(self) -> tuple[str, sqlite3.Connection]:
        """A new part to be filled, and its name."""
        name = os.urandom(8).hex()
        path = self.path / (name + _MAKING)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        database = sqlite3.connect(path, check_same_thread=False)
        # Nobody sees it before it is whole; should the machine stop meanwhile, it is made again.
        for each in ("page_size = 16384", "journal_mode = off", "synchronous = off", "cache_size = -32000"):
            database.execute(f"pragma {each}")
        return name, database

    def finish(self, name: str, database: sqlite3.Connection) -> Part:
        """Give a filled part its name. OSError as the disk gives it."""
        database.close()
        making, made = self.path / (name + _MAKING), self.path / (name + _MADE)
        descriptor = os.open(making, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        digest = _digest(making, Event())
        making.rename(made)
        return Part(name, digest or "", _known_by(made))

    def abandon(self, name: str, database: sqlite3.Connection) -> None:
        database.close()
        with suppress(OSError):
            (self.path / (name + _MAKING)).unlink()

    def make_room(self) -> None:
        """Let go of the indexes of other libraries that nobody opens any more."""
        disused.make_room(self.path.parent, "search-*")

    def tidy(self, parts: Iterable[Part]) -> None:
        """Take away what a builder left that did not come to its end; only for who is alone."""
        named = {part.name + _MADE for part in parts} | {_LIST, _LOCK, disused.OPEN}
        with suppress(OSError):
            for path in self.path.iterdir():
                if path.name not in named:
                    _clear_way(path, files=True)


def _text(raw: bytes) -> str:
    # What is damaged is no error here: its checksum tells.
    return raw.decode("utf-8", "replace")


def _known_by(path: Path) -> tuple[int, ...]:
    """What changes when anyone writes to the file; Damaged where it is none."""
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode) or found.st_uid != os.geteuid():
        raise Damaged(path.name)
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _content(path: Path) -> bytes:
    """The bytes of a file that is one: what is anything else never blocks."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise Damaged(path.name)
        return file.read()


def _digest(path: Path, stop: Event) -> str | None:
    """A digest of all bytes of a file; None where it was stopped."""
    _known_by(path)
    found = blake2b(digest_size=16)
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            if stop.is_set():
                return None
            found.update(block)
    return found.hexdigest()


def _clear_way(path: Path, files: bool = False) -> None:
    """Take away what stands where a file of ours belongs and is none."""
    with suppress(FileNotFoundError):
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            import shutil

            shutil.rmtree(path, ignore_errors=True)
        elif files or not stat.S_ISREG(mode):
            path.unlink()
