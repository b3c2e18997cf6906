"""Take the pictures in screenshots/ of the real program by keys, of the shipped briefing and a made-up library."""

from __future__ import annotations

import asyncio
import io
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import harbour

FOLDER = Path(__file__).parents[1] / "screenshots"
WIDE, SMALL = (120, 40), (60, 20)
SHIPPED, LAST = "scio-2024-10-23", "harbour-2031-01-15"


class Shot(NamedTuple):
    """A window, a place to start at, keys; `library` has the made-up briefings too."""

    size: tuple[int, int]
    place: str
    keys: list[str]
    library: bool = False


SHOTS = {
    "first": Shot(WIDE, SHIPPED, []),
    "figure": Shot(WIDE, f"{SHIPPED}#q2", ["4", "j", "j", "j", "j", "enter"]),
    "search": Shot(WIDE, SHIPPED, ["s", *"low-altitude"]),
    "bars": Shot(WIDE, f"{SHIPPED}#q2", ["p", "v", "4", "z"]),
    "compare": Shot(WIDE, SHIPPED, ["x", "j"]),
    "small": Shot(SMALL, f"{SHIPPED}#q9", ["4", "j"]),
    "light": Shot(WIDE, f"{SHIPPED}#q4", ["t", "j", "enter"]),
    "keys": Shot((80, 24), SHIPPED, ["question_mark"]),
    "library": Shot(WIDE, SHIPPED, ["L", "j"], library=True),
    "candidate": Shot(WIDE, f"{LAST}#intro", ["4", "j", "a"], library=True),
    "original": Shot(WIDE, f"{LAST}#intro", ["l", "r"], library=True),
    "series": Shot(WIDE, f"{LAST}#intro", ["4", "V"], library=True),
    "changes": Shot(WIDE, f"{LAST}#intro", ["c", "j"], library=True),
}


async def shoot(name: str, shot: Shot, folders: list[Path]) -> None:
    from briefing_tui.library import open_library
    from briefing_tui.place import Place
    from briefing_tui.ui.app import BriefingApp

    app = BriefingApp(open_library(folders), Place.read(shot.place))
    async with app.run_test(size=shot.size) as pilot:
        await pilot.pause()
        await pilot.press(*shot.keys)
        await app.typed_out()
        await pilot.pause(0.3)
        (FOLDER / f"{name}.svg").write_text(app.export_screenshot(), encoding="utf-8")


def imported(home: Path) -> tuple[Path, str]:
    """The made-up transcripts as a library, and what the import said."""
    from briefing_tui.cli import main

    folder = home / "harbour"
    folder.mkdir()
    for name, text in harbour.texts().items():
        (folder / name).write_text(text, encoding="utf-8")
    said = io.StringIO()
    main(["import", str(folder), "--into", str(home / "library"), "--guesses"], said, said)
    return home / "library", said.getvalue().replace(f"{home}/", "")


def prepare(library: Path, everything: bool = False) -> None:
    """Accept what the pictures line up, or all but one figure, and attach the original of the last one."""
    from briefing_tui.content import load
    from briefing_tui.content_editor import decide
    from briefing_tui.originals import Originals, originals_folder

    for folder in sorted(library.iterdir()):
        briefing = load(folder).briefing
        assert briefing is not None
        for name in [each.id for each in briefing.indicators] if everything else ["cargo", "jobs"]:
            if (folder.name, name) != (LAST, "jobs"):
                decide(folder, name, "accepted")
    briefing = load(library / LAST).briefing
    assert briefing is not None
    Originals(originals_folder()).attach(briefing, "transcript", harbour.texts()[f"{LAST}.txt"])


def summary(said: str) -> None:
    """What the import said, as a picture."""
    from rich.console import Console

    console = Console(record=True, width=120, file=io.StringIO(), highlight=False)
    console.print("$ briefing-tui import harbour --into library --guesses", style="bold")
    console.print(said, markup=False)
    (FOLDER / "import.svg").write_text(console.export_svg(title="briefing-tui import"), encoding="utf-8")


def at_home(take: Callable[[Path], None]) -> None:
    """Nobody's own settings, marks or library belong in the pictures."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), home))
        take(Path(home))


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, shot in SHOTS.items():

        def take(home: Path, name: str = name, shot: Shot = shot) -> None:
            folders: list[Path] = []
            if shot.library:
                library, said = imported(home)
                prepare(library, name == "changes")
                folders = [library]
                summary(said)
            asyncio.run(shoot(name, shot, folders))

        at_home(take)


if __name__ == "__main__":
    main()
