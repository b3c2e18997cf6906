"""Files that belong together, written into a folder: each whole or not at all, none over what stands there unasked."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from pathlib import Path

from briefing_tui.whole_file import replace_file

READABLE = 0o644  # they are for other programs


class Taken(Exception):  # noqa: N818  nothing went wrong: somebody has to decide
    """Other files stand where these were to go; `paths` are theirs."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        super().__init__(", ".join(map(str, paths)))
        self.paths = paths


def write_files(folder: Path, files: Mapping[str, str], force: bool = False) -> tuple[Path, ...]:
    """The paths of the files, in the order given; what stands there with the same bytes is left alone.

    Taken, and nothing written, where other files stand there; with `force` each of those is kept beside as `NAME.1`.
    OSError as the disk gives it.
    """
    wanted = {folder / name: text.encode() for name, text in files.items()}
    missing = {path: content for path, content in wanted.items() if not _same(path, content)}
    other = tuple(path for path in missing if path.is_symlink() or path.exists())
    if other and not force:
        raise Taken(other)
    folder.mkdir(parents=True, exist_ok=True)
    for path in other:
        path.rename(next(each for n in count(1) if not (each := path.with_name(f"{path.name}.{n}")).exists()))
    for path, content in missing.items():
        replace_file(path, content, READABLE)
    return tuple(wanted)


def _same(path: Path, content: bytes) -> bool:
    try:
        return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False
