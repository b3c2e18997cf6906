"""The real program under random keys and sizes: what the driver would send shows what the toolkit wrote, and that is
all of the screen, however little of it was painted."""

from __future__ import annotations

import asyncio
import random

import pytest
from textual.drivers import headless_driver
from textual.drivers.headless_driver import HeadlessDriver

from briefing_tui.ui.app import BriefingApp
from briefing_tui.ui.cells import Cells
from briefing_tui.ui.frame import frame
from briefing_tui.ui.redraw import Abilities
from terminal_model import Model
from window import shipped_library

KEYS = ["j", "k", "space", "b", "tab", "shift+tab", "1", "2", "3", "4", "enter", "escape", "z", "v", "l", "h", "G", "g"]
KEYS += ["right_curly_bracket", "left_curly_bracket", "question_mark", "colon", "slash", "p", "i", "x", "t", "o"]
KEYS += ["colon t h e m e enter j enter", "colon w h a t enter", "s e x escape", "L", "V", "c"]
LIMIT = 30.0
SIZES = [(120, 40), (80, 24), (60, 20), (100, 30)]
CAN = Abilities(erases_in_colour=True, repeats=True)


class Both(HeadlessDriver):
    """A headless driver that hands what is written to two terminals, to one of them as the cells say."""

    written = ""

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        Both.written += data


@pytest.mark.parametrize("seed", range(3))
async def test_random_keys_and_sizes(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headless_driver, "HeadlessDriver", Both)
    monkeypatch.setattr(Both, "written", "")
    monkeypatch.setenv("COLORTERM", "truecolor")
    chance = random.Random(seed)
    size = SIZES[0]
    theirs, ours, wanted = Model(*size), Model(*size), Cells(*size)
    shown: Cells | None = None
    app = BriefingApp(shipped_library())
    async with app.run_test(size=size) as pilot:
        for number in range(60):
            if number % 15 == 14:
                size = chance.choice(SIZES)
                for model in (theirs, ours):
                    model.resize(*size)
                wanted.resize(*size)
                shown, Both.written = None, ""
                await pilot.resize_terminal(*size)
                app.refresh(layout=True)
                async with asyncio.timeout(LIMIT):  # until then the two know different things of the new size
                    while f"\x1b[{size[1]};1H" not in Both.written:
                        await pilot.pause()
            elif number:
                await pilot.press(*chance.choice(KEYS).split())
            await app.typed_out()
            await pilot.pause()
            written, Both.written = Both.written, ""
            theirs.feed(written)
            list(wanted.take(written))
            sent, shown = frame(shown, wanted, CAN)
            ours.feed(sent)
            assert not ours.differences(theirs), number
            painted = Model(*size)
            painted.feed(app.screen._compositor.render_full_update().render_segments(app.console))
            assert theirs.cells == painted.cells, number
