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

# Where a fresh draft is written, and where a whole one waits to replace another. Only what holds the mark is
# removed: that is ours, whatever else is called so.
_DRAFT, _WAITING, _MARK = ".briefing-tui-draft-", ".briefing-tui-replacement-", ".made-by-import"
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
        self._names: set[str] = set()
        # Of each stem: the names whose headers were not read yet, those made from each file, the first number free.
        self._unread: dict[str, list[str]] = {}
        self._made_from: dict[tuple[str, str | None], list[str]] = {}
        self._free_from: dict[str, int] = {}
        self._claimed: dict[str, Origin] = {}
        self._made: dict[str, str] | None = None  # the briefing of each digest, once that is asked for
        for path in sorted(folder.iterdir()):
            self._known(path.name)

    def home(self, stem: str, origin: Origin) -> Home:
        """Where the briefing of a file is or goes; files of one stem are told apart by where they were read from."""
        free, files = self._free(stem), _files(origin)
        own: list[tuple[int, bool, str]] = []
        for name in self._perhaps(stem, files):
            file, digest = _made_from(self.folder / name)  # read again: another run may have replaced it
            known = file in files if file else name == stem
            if known and self._claimed.get(name, origin) == origin:
                own.append((len(file or ""), digest == origin.sha256, name))
        # The one that names most of the folders above it is meant.
        _, same, name = max(own) if own else (0, False, free)
        if not same and (other := self.same(origin)):
            return other
        self._claimed[name] = origin
        return Home(self.folder / name, bool(own), same)

    def same(self, origin: Origin) -> Home | None:
        """The briefing made from the same bytes, whatever they were called then."""
        if self._made is None:
            shown = (path for path in sorted(self.folder.iterdir()) if path.name[0] != ".")  # no copies of old ones
            self._made = {digest: path.name for path in shown if (digest := digest_in(path))}
        name = self._made.get(origin.sha256, "")
        if not name or digest_in(self.folder / name) != origin.sha256:
            return None
        file, _ = _made_from(self.folder / name)
        return Home(self.folder / name, True, True, other=origin.path is not None or file is not None)

    def put(self, briefing: Briefing) -> bool:
        """Write a fresh draft; False where another run has just taken its name. OSError as the disk gives it."""
        folder = self.folder / briefing.id
        try:
            with _room(self.folder, _DRAFT) as room:
                _whole(briefing, briefing, room).rename(folder)
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
        with _room(self.folder, _WAITING) as room:
            whole = _whole(briefing, fresh, room)
            _carry_over(folder, whole)
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
        if name not in self._names:
            self._names.add(name)
            numbered = _NUMBERED.fullmatch(name)
            for stem in (name, numbered[1]) if numbered else (name,):
                self._unread.setdefault(stem, []).append(name)

    def _free(self, stem: str) -> str:
        """The first name of a family that nothing has; what another run made meanwhile is known from now on."""
        number = self._free_from.get(stem, 1)
        while _there(self.folder / (name := stem if number == 1 else f"{stem}-{number}")):
            self._known(name)
            number += 1
        self._free_from[stem] = number
        return name

    def _perhaps(self, stem: str, files: set[str]) -> Iterator[str]:
        """The briefings that may be a file's: each header of a family is read once, however many files there are."""
        for name in self._unread.pop(stem, ()):
            file, _ = _made_from(self.folder / name)
            if file or name == stem:  # one that tells no file is known by its plain name
                self._made_from.setdefault((stem, file), []).append(name)
        for file in (None, *files):
            yield from self._made_from.get((stem, file), ())


@contextmanager
def opened(folder: Path) -> Iterator[Intake]:
    """The folder, made where there is none; what runs that died left in it is mended first."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _mend_alone(folder, descriptor)
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_SH)  # waits while another run mends, or that would remove our drafts
        yield Intake(folder)
        _mend_alone(folder, descriptor)  # Ctrl-C may have come while a folder of drafts was being made
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
    for room in (*folder.glob(f"{_DRAFT}*"), *folder.glob(f"{_WAITING}*")):
        if not (room / _MARK).is_file():
            with suppress(OSError):
                room.rmdir()  # killed before the mark; what holds anything is not ours
            continue
        for whole in room.glob(f"*/{HEADER}") if room.name.startswith(_WAITING) else ():
            place = folder / whole.parent.name
            if whole.parent.name[0] != "." and not _there(place):
                whole.parent.rename(place)
        shutil.rmtree(room, ignore_errors=True)


@contextmanager
def _room(folder: Path, prefix: str) -> Iterator[Path]:
    """A folder of ours in the library, where nobody looks for briefings."""
    with TemporaryDirectory(prefix=prefix, dir=folder) as name:
        room = Path(name)
        (room / _MARK).touch()
        yield room


def _carry_over(folder: Path, whole: Path) -> None:
    """What a person put into a briefing's folder and no draft makes goes into the new one: files, folders, links."""
    for path in folder.iterdir():
        made = path.name == FILE or (path.suffix == ".toml" and path.name != OMISSIONS and not path.is_dir())
        if made or _there(whole / path.name):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, whole / path.name, symlinks=True, copy_function=_copy)
        else:
            _copy(str(path), str(whole / path.name))


def _copy(source: str, target: str) -> None:
    path = Path(source)
    if path.is_symlink() or path.is_file():  # a pipe or a socket holds nothing
        shutil.copy2(source, target, follow_symlinks=False)


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


def _files(origin: Origin) -> set[str]:
    """What a briefing of the origin may call its file: the name it goes by, or with any of the folders above it."""
    if origin.file is None or origin.path is None:
        return set()
    parts = one_line(origin.path.as_posix()).split("/")
    return {origin.file, *("/".join(parts[at:]) for at in range(1, len(parts)))}


def _there(path: Path) -> bool:
    return path.is_symlink() or path.exists()
