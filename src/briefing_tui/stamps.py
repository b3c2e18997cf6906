"""What changes when a briefing's files do: a digest of their names, sizes and times."""

from __future__ import annotations

import os

from briefing_tui.digests import blake2b


def all_files(path: str | os.PathLike[str]) -> str:
    """The names, sizes and times of a folder's files, and where it is, as a digest; empty where it is not there."""
    try:
        with os.scandir(path) as listed:
            files = sorted((each.name, each.stat()) for each in listed if each.name.endswith(".toml"))
    except NotADirectoryError:
        return _of_file(path)
    except OSError:
        return ""
    return _digest(path, files)


def _of_file(path: str | os.PathLike[str]) -> str:
    try:
        return _digest(path, [(os.path.basename(path), os.stat(path))])  # noqa: PTH116, PTH119  as above
    except OSError:
        return ""


def _digest(path: str | os.PathLike[str], files: list[tuple[str, os.stat_result]]) -> str:
    told = "".join(f"{name}\0{found.st_size} {found.st_mtime_ns} {found.st_ino}\n" for name, found in files)
    where = os.fsencode(os.path.abspath(path))  # noqa: PTH100
    return blake2b(where + b"\0" + os.fsencode(told), digest_size=16).hexdigest()
