"""Where each key of a TOML text stands: tomli and pydantic tell no lines, so problems need this map.

Walks a text that tomli has already accepted, and so needs to know only where keys and values begin and end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

Path = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)\s*(\.?)""")
_STRINGS = (
    re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}', re.DOTALL),
    re.compile(r"'''.*?'{3,5}", re.DOTALL),
    re.compile(r'"(?:[^"\\\n]|\\.)*"'),
    re.compile(r"'[^'\n]*'"),
)
_SCALAR = re.compile(r"[^,\]}\n#]+")


def key_lines(text: str) -> dict[Path, int]:
    """Each table, key and array element of a valid TOML text with the line, from 1, where it begins."""
    return _Walk(text).run()


def line_of(lines: dict[Path, int], path: Path) -> int:
    """The line of a path, or of the nearest thing around it that has one; 1 at worst."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return 1


@dataclass
class _Walk:
    text: str
    at: int = 0
    counted: tuple[int, int] = (0, 1)
    found: dict[Path, int] = field(default_factory=dict)
    tables: dict[Path, int] = field(default_factory=dict)

    def run(self) -> dict[Path, int]:
        table: Path = ()
        while self._skip() < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
        return self.found

    def _skip(self) -> int:
        match = _BLANK.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.at

    def _line(self) -> int:
        offset, line = self.counted
        line += self.text.count("\n", offset, self.at)
        self.counted = (self.at, line)
        return line

    def _keys(self) -> Path:
        keys: list[str] = []
        while match := _KEY.match(self.text, self.at):
            self.at = match.end()
            keys.append(match[1].strip("\"'"))
            if not match[2]:
                break
        return tuple(keys)

    def _header(self) -> Path:
        line = self._line()
        array = self.text.startswith("[[", self.at)
        self.at += 2 if array else 1
        path = self._resolve(self._keys(), array)
        self.found.setdefault(path, line)
        self.at = self.text.index("]", self.at) + (2 if array else 1)
        return path

    def _resolve(self, keys: Path, array: bool) -> Path:
        """The path of a header: below the newest element of each array of tables it names."""
        path: Path = ()
        for key in keys[:-1]:
            path = (*path, key)
            if path in self.tables:
                path = (*path, self.tables[path])
        path = (*path, *keys[-1:])
        if array:
            self.tables[path] = self.tables.get(path, -1) + 1
        return (*path, self.tables[path]) if path in self.tables else path

    def _pair(self, table: Path) -> None:
        line = self._line()
        path = (*table, *self._keys())
        self.found.setdefault(path, line)
        self.at = self.text.index("=", self.at) + 1
        self._value(path)

    def _value(self, path: Path) -> None:
        self._skip()
        opening = self.text[self.at]
        if opening in "[{":
            self._members(path, opening)
            return
        for string in _STRINGS:
            if match := string.match(self.text, self.at):
                self.at = match.end()
                return
        match = _SCALAR.match(self.text, self.at)
        self.at = match.end() if match else self.at + 1

    def _members(self, path: Path, opening: str) -> None:
        self.at += 1
        index = 0
        while self.text[self._skip()] not in "]}":
            if self.text[self.at] == ",":
                self.at += 1
            elif opening == "{":
                self._pair(path)
            else:
                self.found.setdefault((*path, index), self._line())
                self._value((*path, index))
                index += 1
        self.at += 1
