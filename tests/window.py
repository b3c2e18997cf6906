"""The screen as a reader has it: keys go in, text and looks come out. Journeys and frames are seen through it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.pilot import Pilot

from briefing_tui.library import Library, read_folders, shipped
from briefing_tui.place import Place
from briefing_tui.ui.app import BriefingApp
from briefing_tui.ui.explorer import Explorer

LARGE, USUAL, SMALL = (120, 40), (80, 24), (60, 20)
NAMES = {LARGE: "120x40", USUAL: "80x24", SMALL: "60x20"}
at_two_sizes = pytest.mark.parametrize("size", [LARGE, USUAL], ids=NAMES.get)
at_all_sizes = pytest.mark.parametrize("size", [LARGE, USUAL, SMALL], ids=NAMES.get)
Size = tuple[int, int]
LETTERS = {
    "/": "slash", "&": "ampersand", "[": "left_square_bracket", "]": "right_square_bracket", " ": "space",
    "{": "left_curly_bracket", "}": "right_curly_bracket", "'": "apostrophe", ":": "colon", "?": "question_mark",
    "!": "exclamation_mark", "-": "minus", ",": "comma", ".": "full_stop", '"': "quotation_mark",
}  # fmt: skip
PATIENCE = 200


@cache
def shipped_library() -> Library:
    """The content that comes with the program, read once."""
    return read_folders((shipped(),))


def library_of(*folders: Path) -> Library:
    """These folders as a library."""
    return read_folders(folders)


class Window:
    """The program on a screen of some size."""

    def __init__(self, app: BriefingApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys; signs may be given as themselves."""
        await self.pilot.press(*(LETTERS.get(key, key) for key in keys))
        await self.app.typed_out()
        await self.pilot.pause()

    async def write(self, words: str) -> None:
        """Type words, letter by letter."""
        await self.press(*words)

    async def until(self, so: Callable[[], bool]) -> None:
        """Wait for something that takes its time; it fails with the screen where it does not come."""
        for _ in range(PATIENCE):
            if so():
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"did not come to pass on this screen:\n{self.text}")

    async def resize(self, size: Size) -> None:
        await self.pilot.resize_terminal(*size)
        await self.pilot.pause()

    # What is seen.

    @property
    def segments(self) -> list[list[Segment]]:
        return [list(strip) for strip in self.app.screen._compositor.render_strips()]

    @property
    def rows(self) -> list[str]:
        """The screen, row by row, without the blanks at the end."""
        return ["".join(each.text for each in row).rstrip() for row in self.segments]

    @property
    def text(self) -> str:
        return "\n".join(self.rows)

    @property
    def words(self) -> str:
        """All that is written, frames and line breaks aside."""
        return " ".join(self.text.translate({ord(each): " " for each in "│╭╮╰╯─\n"}).split())

    def row(self, words: str) -> str:
        """The first row that holds some words."""
        found = next((row for row in self.rows if words in row), None)
        assert found is not None, f"{words!r} is not on this screen:\n{self.text}"
        return found

    def _styled(self, has: Callable[[Segment], bool]) -> list[str]:
        found: list[str] = []
        for row in self.segments:
            went_on = False
            for each in row:
                if has(each):
                    found[-1:] = [found[-1] + each.text] if went_on else [*found[-1:], each.text]
                went_on = has(each)
        return [each.strip() for each in found if each.strip()]

    @property
    def underlined(self) -> list[str]:
        """The figures marked in the text."""
        return self._styled(lambda each: bool(each.style and each.style.underline))

    @property
    def reversed(self) -> list[str]:
        """The figure under the cursor."""
        return self._styled(lambda each: bool(each.style and each.style.reverse and each.style.underline))

    @property
    def lit(self) -> list[str]:
        """The words that a search lit."""
        ground = self.app.current_theme.variables["lit"].lower()
        return self._styled(lambda each: bool(each.style and each.style.bgcolor and each.style.bgcolor.name == ground))

    def part(self, pane: str) -> list[str]:
        """What stands in a pane, frame and all; nothing where the pane is not in sight."""
        region = self.app.screen.query_one(f"#{pane}").region
        strips = self.app.screen._compositor.render_strips()[region.y : region.bottom]
        return [strip.crop(region.x, region.right).text.rstrip() for strip in strips]

    def title(self, pane: str) -> str:
        """What the frame of a pane says."""
        return next(iter(self.part(pane)), "").strip("╭╮─ ")

    def cursor(self, pane: str) -> str:
        """What the row under a pane's cursor says."""
        row = next((each for each in self.part(pane) if each.lstrip("│ ")[:1] in {"▸", "›"}), "")
        return row.strip("│ ▸›")

    # Where the reader is.

    @property
    def explorer(self) -> Explorer:
        assert self.app.explorer is not None
        return self.app.explorer

    @property
    def pane(self) -> str:
        """The pane that has the focus, by its id."""
        focused = self.app.focused
        return (focused.id or "") if focused else ""

    @property
    def section(self) -> str:
        place = self.explorer.place
        assert place is not None
        return place.section or ""

    @property
    def paragraph(self) -> int | None:
        return self.explorer.visit().place.paragraph


@asynccontextmanager
async def window(
    size: Size = LARGE,
    place: str | None = None,
    library: Library | None = None,
    theme: str | None = None,
) -> AsyncIterator[Window]:
    """The program, started on a library (the shipped one) and it may be at a place."""
    app = BriefingApp(library or shipped_library(), Place.read(place) if place else None, theme)
    async with app.run_test(size=size) as pilot:
        seen = Window(app, pilot)
        await pilot.pause()
        yield seen


def place(section: str) -> str:
    """A place in the shipped briefing."""
    return f"scio-2024-10-23#{section}"
