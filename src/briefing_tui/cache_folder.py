"""The folder for what can be made again; used only where nobody else can have put anything into it."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def cache_folder() -> Path | None:
    """The user's own cache folder, made if need be; None where it belongs to others, or others may write to it."""
    import platformdirs

    return private(platformdirs.user_cache_path("briefing-tui"))


def private(folder: Path) -> Path | None:
    """The folder, readable by its owner alone; None where that cannot be had."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        found = folder.lstat()
    except OSError:
        return None
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o022:
        return None
    return folder
