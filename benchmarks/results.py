"""RESULTS.md: a section for each group of rows; a group that is measured anew replaces its own section alone."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import tomli

from benchmarks.rows import Row, markdown

_TITLE = """\
# Results

Written by `make bench`, never by hand; what stands under *remarks* is kept in `remarks.toml`. Each program runs
in turn with the others, medians are told, and `×` is a ratio within one run. Machines are shared and noisy: ratios
and bytes last, milliseconds do not.
Terminal: 120×40, truecolor, synchronised updates.
"""


def remarks(file: Path) -> dict[str, str]:
    """What a person says beside a row, by the row's id."""
    if not file.exists():
        return {}
    return {key: str(value) for key, value in tomli.loads(file.read_text(encoding="utf-8")).items()}


def section(name: str, rows: Sequence[Row], runs: int, versions: Mapping[str, str], said: Mapping[str, str]) -> str:
    """One group's part of the file."""
    day = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    told = ", ".join(f"{each} {version}" for each, version in versions.items())
    return f"## {name}\n\n{day}, {runs} runs, {machine()}; {told}\n\n{markdown(rows, said)}\n"


def write(file: Path, new: Mapping[str, str], order: Sequence[str]) -> None:
    """Replace the sections that are new, keep the others, in an order."""
    old = file.read_text(encoding="utf-8") if file.exists() else ""
    parts = re.split(r"^(?=## )", old, flags=re.MULTILINE)[1:]
    sections = {part.partition("\n")[0].removeprefix("## "): part.rstrip() + "\n" for part in parts} | dict(new)
    ordered = [sections[name] for name in order if name in sections]
    file.write_text("\n".join((_TITLE, *ordered)), encoding="utf-8")


def machine() -> str:
    """Kernel, processor and cores."""
    return f"{platform.system()} {platform.release()} {platform.machine()}, {os.cpu_count()} cores"
