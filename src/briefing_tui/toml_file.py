"""One TOML file of strangers, read: its tables with text cleaned, the line of each key, and its problems."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any

import tomli

from briefing_tui.plain import offences, one_line
from briefing_tui.problem import Problem
from briefing_tui.quantity import sayable
from briefing_tui.toml_lines import Path, key_lines, line_of

MOST_BYTES = 5_000_000


@dataclass(frozen=True)
class TomlFile:
    """A file's tables, as plain values with tuples for arrays, and where each key stands."""

    name: str
    tables: dict[str, Any]
    lines: dict[Path, int]

    def problem(self, path: Path, message: str, hint: str) -> Problem:
        """A problem with the key at `path`, told with its line."""
        field = one_line(".".join(str(part + 1) if isinstance(part, int) else part for part in path))
        return Problem(self.name, line_of(self.lines, path), field, one_line(message), one_line(hint))


def read_toml(path: FilePath, name: str | None = None) -> tuple[TomlFile | None, tuple[Problem, ...]]:
    """Read a file; what cannot be read comes back as problems, never as an exception."""
    name = one_line(name or str(path))
    text = _text(path, name)
    if isinstance(text, Problem):
        return None, (text,)
    try:
        tables = tomli.loads(text, parse_float=Decimal)
    except tomli.TOMLDecodeError as error:
        # What is missing at the end is told at the last line, not behind it.
        line = min(error.lineno, len(text.splitlines()) or 1)
        return None, (Problem(name, line, "", one_line(error.msg), "Mend the TOML there."),)
    except (ValueError, RecursionError, ArithmeticError) as error:
        what = f"not readable as TOML ({type(error).__name__})"
        return None, (Problem(name, 0, "", what, "Make it simpler."),)
    file = TomlFile(name, {}, key_lines(text))
    problems: list[Problem] = []
    file.tables.update(_tidy(file, tables, (), problems))
    return file, tuple(problems)


def _text(path: FilePath, name: str) -> str | Problem:
    try:
        if not path.is_file():
            hint = "Create it, or take its name out of the list."
            return Problem(name, 0, "", "there is no such file", hint)
        if path.stat().st_size > MOST_BYTES:
            return Problem(name, 0, "", "the file is larger than 5 MB", "Split it into several sections.")
        raw = path.read_bytes()
    except OSError as error:
        return Problem(name, 0, "", f"cannot be read: {error.strerror}", "Mend the file or its permissions.")
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Problem(name, line, "", "the file is not UTF-8 text", "Save it again as UTF-8.")


def _tidy(file: TomlFile, value: Any, path: Path, problems: list[Problem]) -> Any:
    """The value with arrays as tuples and text on one line; unfit characters are told and made visible."""
    if isinstance(value, dict):
        return {one_line(key): _tidy(file, each, (*path, key), problems) for key, each in value.items()}
    if isinstance(value, list):
        return tuple(_tidy(file, each, (*path, index), problems) for index, each in enumerate(value))
    if isinstance(value, str):
        if found := offences(value):
            message = f"holds characters that a terminal would obey or hide: {', '.join(found)}"
            problems.append(file.problem(path, message, "Take them out."))
        return one_line(value)
    if isinstance(value, int | Decimal) and not sayable(value):
        return Decimal("NaN")  # no field takes it, so it is told as any other wrong value
    return value
