"""What the program is measured against, set up in an environment of its own, and the program itself."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from benchmarks.transcript import transcript
from benchmarks.trial import FOLDER, MADE
from benchmarks.words import Words

ENVIRONMENT = FOLDER / ".env"
FLOOR = (sys.executable, "-c", "pass")
SHIPPED = "scio-2024-10-23"
_WANTED = (f"textual=={version('textual')}", "visidata==3.4")
_ROWS, _CHARACTERS = 150, 300_000


@dataclass(frozen=True)
class Program:
    """A program for a terminal. Its first picture shows the pattern `content`; the keys of `leave` end it."""

    name: str
    argv: tuple[str, ...]
    content: str
    leave: str = "q"

    def shows(self, screen: str) -> bool:
        return re.search(self.content, screen) is not None

    def at(self, *words: str) -> Program:
        """The same with more words on its command line."""
        return replace(self, argv=(*self.argv, *words))


APP = Program("briefing-tui", (str(Path(sys.executable).with_name("briefing-tui")),), r"1 Speakers(?s:.*)4 Indicators")
BARE = Program("bare Textual", (str(ENVIRONMENT / "bin" / "python"), str(FOLDER / "bare.py")), "A bare line of text")
VISIDATA = Program("VisiData", (str(ENVIRONMENT / "bin" / "vd"), str(MADE / "table.csv")), "row 1 ", "gq")
LESS = Program("less", ("less", str(MADE / "text.txt")), "Briefing on harbours")


def less() -> Program | None:
    """less, where this machine has it."""
    return LESS if shutil.which("less") else None


def command(*words: str) -> tuple[str, ...]:
    """A command line of the program."""
    return (*APP.argv, *words)


def set_up(say: Callable[[str], None]) -> None:
    """Install the peers where they are not yet, and write what they show."""
    stamp = ENVIRONMENT / "installed"
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != "\n".join(_WANTED):
        say(f"Setting up {', '.join(_WANTED)} in {ENVIRONMENT} …")
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], check=True)
        pip = [str(ENVIRONMENT / "bin" / "python"), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
        subprocess.run([*pip, *_WANTED], check=True)
        stamp.write_text("\n".join(_WANTED), encoding="utf-8")
    MADE.mkdir(exist_ok=True)
    (MADE / "home").mkdir(exist_ok=True)
    rows = (f"row {number} ,{number * 37 % 1000},level,{number % 12 + 1}/2024\n" for number in range(1, _ROWS + 1))
    (MADE / "table.csv").write_text("name,value,kind,period\n" + "".join(rows), encoding="utf-8")
    (MADE / "text.txt").write_text(transcript(Words.own(), 1, _CHARACTERS), encoding="utf-8")


def versions() -> dict[str, str]:
    """Name and version of all that takes part."""
    found = {"Python": sys.version.split()[0], "briefing-tui": version("briefing-tui"), "Textual": version("textual")}
    found["VisiData"] = _WANTED[1].partition("==")[2]
    if less():
        told = subprocess.run(["less", "--version"], capture_output=True, text=True, check=False).stdout
        found["less"] = (told.split() or ["?", "?"])[1]
    return found
