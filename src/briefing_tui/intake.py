"""The library folder as import fills it: which briefing a file has there, and writing it whole or not at all.

What the file says, and whether it may replace what is there, is for others to judge.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing_tui import toml_file
from briefing_tui.content import OMISSIONS
from briefing_tui.content_writer import write
from briefing_tui.drafted import FILE, Drafted, drafted, read_drafted, written
from briefing_tui.glance import HEADER, file_bytes
from briefing_tui.model import Briefing
from briefing_tui.plain import one_line
from briefing_tui.toml_file import read_toml

# What content_writer makes beside; and the place where a whole draft waits to replace another.
_DRAFT, _WAITING = ".draft-", ".replacement-"
_DIGEST = re.compile(rb"""^sha256\s*=\s*["']([0-9a-f]{64})["']""", re.MULTILINE)
_NUMBERED = re.compile(r"(.+)-([2-9]|[1-9]\d+)")


@dataclass(frozen=True, slots=True)
class Origin:
    """What a file is known by: its name with folders below the one given, where it lies, the digest of its bytes."""

    file: str | None
    path: Path | None
    sha256: str


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of a file's briefing: none yet, or one made from these bytes (`same`) or from others.

    `other` where the same bytes came under another name.
    """

    folder: Path
    exists: bool
    same: bool
    other: bool = False


class Intake:
    """A library folder while it is filled; other runs may fill it at the same time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._families: dict[str, list[str]] = {}
        self._claimed: dict[str, Origin] = {}
        self._made: dict[str, str] | None = None  # the briefing of each digest, once that is asked for
        for path in sorted(folder.iterdir()):
            self._known(path.name)

    def home(self, stem: str, origin: Origin) -> Home:
        """Where the briefing of a file is or goes; files of one stem are told apart by where they were read from."""
        free = stem
        for free in _numbered(stem):
            if not _there(self.folder / free):
                break
            self._known(free)  # perhaps another run made it just now
        names = {name: _made_from(self.folder / name) for name in self._families.get(stem, ())}
        own = [
            (len(file or ""), digest == origin.sha256, name)
            for name, (file, digest) in names.items()
            if self._claimed.get(name, origin) == origin and _is(file, name == stem, origin)
        ]
        if not own and (other := self.same(origin)):
            return other
        # The one that names most of the folders above it is meant.
        _, same, name = max(own) if own else (0, False, free)
        self._claimed[name] = origin
        return Home(self.folder / name, bool(own), same)

    def same(self, origin: Origin) -> Home | None:
        """The briefing made from the same bytes, whatever they were called then."""
        if self._made is None:
            self._made = {digest: path.name for path in sorted(self.folder.iterdir()) if (digest := digest_in(path))}
        name = self._made.get(origin.sha256, "")
        if not name or digest_in(self.folder / name) != origin.sha256:
            return None
        file, _ = _made_from(self.folder / name)
        return Home(self.folder / name, True, True, other=origin.path is not None or file is not None)

    def put(self, briefing: Briefing) -> bool:
        """Write a fresh draft; False where another run has just taken its name. OSError as the disk gives it."""
        folder = self.folder / briefing.id
        try:
            with TemporaryDirectory(prefix=_DRAFT, dir=self.folder) as waiting:
                _whole(briefing, briefing, Path(waiting)).rename(folder)
        except OSError:
            if not _there(folder):
                raise
            self._claimed.pop(briefing.id, None)
            self._known(briefing.id)
            return False
        self._known(briefing.id)
        self._made_of(briefing)
        return True

    def replace(self, briefing: Briefing, fresh: Briefing) -> Path:
        """Put a briefing, made of a `fresh` draft, in the place of the one there; gives its copy, a hidden folder."""
        folder = self.folder / briefing.id
        with TemporaryDirectory(prefix=_WAITING, dir=self.folder) as waiting:
            whole = _whole(briefing, fresh, Path(waiting))
            for path in folder.iterdir():  # what a person put there and no draft makes
                if path.is_file() and path.name != FILE and (path.name == OMISSIONS or path.suffix != ".toml"):
                    shutil.copy2(path, whole / path.name)
            copy = next(each for n in count(1) if not _there(each := folder.with_name(f".{folder.name}.{n}")))
            folder.rename(copy)
            try:
                whole.rename(folder)
            except BaseException:
                copy.rename(folder)
                raise
        self._made_of(briefing)
        return copy

    def _made_of(self, briefing: Briefing) -> None:
        if self._made is not None and (digest := briefing.documents[0].sha256):
            self._made[digest] = briefing.id

    def _known(self, name: str) -> None:
        numbered = _NUMBERED.fullmatch(name)
        for stem in (name, numbered[1]) if numbered else (name,):
            names = self._families.setdefault(stem, [])
            if name not in names:
                names.append(name)


@contextmanager
def opened(folder: Path) -> Iterator[Intake]:
    """The folder, made where there is none; what runs that died left in it is mended first."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _mend_alone(folder, descriptor)
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        yield Intake(folder)
        _mend_alone(folder, descriptor)  # Ctrl-C may have come while a folder of drafts was being made
    finally:
        os.close(descriptor)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """A briefing's folder to ourselves: nobody decides on a candidate while it is read and replaced."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def drafted_in(folder: Path) -> Drafted | None:
    """What the program made of the briefing's figures; None where that is not kept."""
    try:
        return read_drafted((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _whole(briefing: Briefing, fresh: Briefing, waiting: Path) -> Path:
    """The briefing's folder, with what was drafted, in a place where nobody looks for it yet.

    ValueError where a part of it would be too large to be read again.
    """
    whole = waiting / briefing.id
    write(briefing, whole)
    for path in whole.iterdir():
        if path.stat().st_size > toml_file.MOST_BYTES:
            most = f"{toml_file.MOST_BYTES / 1_000_000:g} MB"
            raise ValueError(f"would make {path.name} larger than {most}, which is not read: split the transcript")
    (whole / FILE).write_text(written(drafted(fresh)), encoding="utf-8", newline="\n")
    return whole


def _mend_alone(folder: Path, descriptor: int) -> None:
    """Mend unless another run is at work, or the file system has no locks that would tell."""
    with suppress(OSError):
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _mend(folder)


def _mend(folder: Path) -> None:
    """End what a run was killed in: a whole replacement takes its place, the rest of dead runs goes."""
    for waiting in folder.glob(f"{_WAITING}*"):
        for whole in waiting.glob(f"*/{HEADER}"):
            place = folder / whole.parent.name
            if whole.parent.name[0] != "." and not _there(place):
                whole.parent.rename(place)
    for left in (*folder.glob(f"{_DRAFT}*"), *folder.glob(f"{_WAITING}*")):
        shutil.rmtree(left, ignore_errors=True)


def _made_from(folder: Path) -> tuple[str | None, str | None]:
    """The file and the digest that a briefing's header tells."""
    header, _ = read_toml(folder / HEADER)
    documents = header.tables.get("document") if header else None
    first = documents[0] if isinstance(documents, tuple) and documents else None
    if not isinstance(first, dict):
        return None, None
    file, digest = first.get("file"), first.get("sha256")
    return (file if isinstance(file, str) else None), (digest if isinstance(digest, str) else None)


def digest_in(folder: Path) -> str | None:
    """The digest of the bytes that a briefing was made from, found without reading its header as TOML."""
    try:
        found = _DIGEST.search(file_bytes(str(folder / HEADER)))
    except OSError:
        return None
    return found[1].decode() if found else None


def _is(file: str | None, plain: bool, origin: Origin) -> bool:
    """Whether a briefing made from `file` is that of the origin; one that tells no file is known by its plain name."""
    if file is None or origin.path is None:
        return plain and file is None
    return file == origin.file or one_line(origin.path.as_posix()).endswith(f"/{file}")


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    for number in count(2):
        yield f"{stem}-{number}"


def _there(path: Path) -> bool:
    return path.is_symlink() or path.exists()
