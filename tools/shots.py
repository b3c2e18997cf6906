"""Take the pictures in screenshots/ of the real program on the shipped briefing, each by its keys."""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "screenshots"
WIDE, SMALL = (120, 40), (60, 20)
SHOTS: dict[str, tuple[tuple[int, int], str, list[str]]] = {
    "first": (WIDE, "scio-2024-10-23", []),
    "figure": (WIDE, "scio-2024-10-23#q2", ["4", "j", "j", "j", "j", "enter"]),
    "search": (WIDE, "scio-2024-10-23", ["s", *"low-altitude"]),
    "bars": (WIDE, "scio-2024-10-23#q2", ["p", "v", "4", "z"]),
    "compare": (WIDE, "scio-2024-10-23", ["x", "j"]),
    "small": (SMALL, "scio-2024-10-23#q9", ["4", "j"]),
    "light": (WIDE, "scio-2024-10-23#q4", ["t", "j", "enter"]),
    "keys": ((80, 24), "scio-2024-10-23", ["question_mark"]),
}


async def shoot(name: str, size: tuple[int, int], place: str, keys: list[str]) -> None:
    from briefing_tui.library import open_library
    from briefing_tui.place import Place
    from briefing_tui.ui.app import BriefingApp

    app = BriefingApp(open_library(), Place.read(place))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await app.typed_out()
        await pilot.pause()
        (FOLDER / f"{name}.svg").write_text(app.export_screenshot(), encoding="utf-8")


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, (size, place, keys) in SHOTS.items():
        with tempfile.TemporaryDirectory() as home:
            # Nobody's own settings, marks or library belong in the pictures.
            os.environ.update(HOME=home, XDG_CONFIG_HOME=home, XDG_DATA_HOME=home)
            asyncio.run(shoot(name, size, place, keys))


if __name__ == "__main__":
    main()
