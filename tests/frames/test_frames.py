"""The screen as text at three sizes, compared with what was accepted: `make frames` accepts what is shown now."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest

from window import LARGE, SMALL, USUAL, Size, place, window

EXPECTED = Path(__file__).with_name("expected")
JOURNEYS = {
    "first": ["intro"],
    "figure": ["q2", "4", "j", "j", "j", "enter"],
    "row": ["q2", "l", "l", "enter"],
    "search": ["intro", "s", *"exports"],
    "bars": ["q2", "4", "v"],
    "comparison": ["q2", "x"],
    "keys": ["q2", "?"],
}


@pytest.mark.parametrize("size", [LARGE, USUAL, SMALL], ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("name", JOURNEYS)
async def test_the_screen_is_as_accepted(name: str, size: Size, request: pytest.FixtureRequest) -> None:
    section, *keys = JOURNEYS[name]
    async with window(size, place(section)) as seen:
        await seen.press(*keys)
        shown = seen.text + "\n"
        lit = seen.lit + seen.reversed
    assert len(shown.splitlines()) <= size[1]
    shown += "".join(f"lit: {words}\n" for words in lit)
    file = EXPECTED / f"{name}-{size[0]}x{size[1]}.txt"
    if request.config.getoption("--accept"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(shown, encoding="utf-8")
    accepted = file.read_text(encoding="utf-8") if file.exists() else ""
    changes = unified_diff(accepted.splitlines(), shown.splitlines(), "accepted", "shown", lineterm="")
    if accepted != shown:
        pytest.fail("\n".join([f"{file.name} differs; make frames accepts it:", *changes]), pytrace=False)


def test_every_accepted_frame_is_still_compared() -> None:
    names = {f"{name}-{width}x{height}.txt" for name in JOURNEYS for width, height in (LARGE, USUAL, SMALL)}
    assert {file.name for file in EXPECTED.glob("*.txt")} == names
