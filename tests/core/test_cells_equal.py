"""What is sent shows the same as what the toolkit wrote: cells, colours, attributes and cursor, on any screen."""

from __future__ import annotations

import random
from math import inf

import pytest
from rich.cells import cell_len, set_cell_size

from briefing_tui.ui.cells import Cells
from briefing_tui.ui.frame import frame, whole
from briefing_tui.ui.redraw import Abilities
from terminal_model import Model

LETTERS = [*"aabcdefgh  .,1", "─", "─", "│", "–", "é", "e\u0301", "o\u0302\u0323", "漢", "字", "ｱ", "😀", "  ", "    "]
COLOURS = ["", "31", "92", "38;5;17", "38;2;1;2;3", "41", "48;5;200", "48;2;9;8;7", "31;42", "38;2;1;2;3;48;2;9;8;7"]
ATTRIBUTES = ["", "", "", "1", "3", "4", "7", "9", "1;4", "1;3;7"]
ABILITIES = [
    Abilities(),
    Abilities(erases_in_colour=True),
    Abilities(repeats=True, feeds=True),
    Abilities(erases_in_colour=True, margins=True),
    Abilities(erases_in_colour=True, repeats=True, margins=True, feeds=True),
]
FRAMES = 250


class Writer:
    """Writes random frames as the toolkit does: moves, styled pieces, each followed by a reset."""

    def __init__(self, seed: int, width: int, height: int) -> None:
        self.random = random.Random(seed)
        self.width, self.height = width, height
        self.rows = [self._row() for _ in range(height)]

    def frame(self) -> str:
        change = self.random.choice([self._some_rows, self._scrolled, self._pieces, self._everything, self._nothing])
        x, y = self.random.randrange(self.width), self.random.randrange(self.height)
        return f"{change()}\x1b[{y + 1};{x + 1}H"

    def _row(self) -> str:
        out, left = [], self.width
        while left > 0:
            size = self.random.randint(1, min(left, 12))
            letter = self.random.choice(["", "", self.random.choice(LETTERS)])
            many = self.random.choices(LETTERS, k=size)
            out.append(self._styled(set_cell_size(letter * size or "".join(many), size)))
            left -= size
        return "".join(out)

    def _styled(self, text: str) -> str:
        codes = ";".join(filter(None, [self.random.choice(ATTRIBUTES), self.random.choice(COLOURS)]))
        return f"\x1b[{codes}m{text}\x1b[0m" if codes else text

    def _written(self, rows: range | list[int]) -> str:
        return "\n".join(f"\x1b[{y + 1};1H{self.rows[y]}" for y in rows)

    def _some_rows(self) -> str:
        changed = sorted(self.random.sample(range(self.height), self.random.randint(1, self.height)))
        for y in changed:
            self.rows[y] = self._row()
        return self._written(changed)

    def _scrolled(self) -> str:
        top = self.random.randrange(self.height)
        bottom = self.random.randint(top, self.height - 1)
        by = self.random.choice([-2, -1, 1, 2])
        block = self.rows[top : bottom + 1]
        self.rows[top : bottom + 1] = block[by:] + block[:by]
        return self._written(range(top, bottom + 1))

    def _pieces(self) -> str:
        y = self.random.randrange(self.height)
        self.rows[y] = self._styled("." * self.width)
        x = self.random.randrange(self.width)
        piece = self._styled(self.random.choice("ab ") * self.random.randint(1, self.width - x))
        out = self._written([y]) + f"\x1b[{y + 1};{x + 1}H{piece}"
        self.rows[y] += f"\x1b[{y + 1};{x + 1}H{piece}\x1b[{y + 1};1H"
        self.rows[y] = self._row()  # unknown to us now: the next frame that shows this row writes all of it
        return out

    def _everything(self) -> str:
        self.rows = [self._row() for _ in range(self.height)]
        return self._written(range(self.height))

    def _nothing(self) -> str:
        return ""


@pytest.mark.parametrize("can", ABILITIES, ids=str)
@pytest.mark.parametrize("seed", range(5))
def test_random_frames_are_shown_as_the_toolkit_writes_them(seed: int, can: Abilities) -> None:
    sizes = random.Random(seed)
    width, height = sizes.randint(2, 70), sizes.randint(1, 16)
    writer = Writer(seed, width, height)
    theirs, ours = Model(width, height), Model(width, height, can.erases_in_colour)
    wanted, shown = Cells(width, height), None
    for number in range(FRAMES):
        if number % 60 == 59:  # the terminal is resized: nothing is known of what it shows, and all is written again
            width, height = sizes.randint(2, 70), sizes.randint(1, 16)
            writer = Writer(seed + number, width, height)
            for model in (theirs, ours):
                model.resize(width, height)
            wanted.resize(width, height)
            shown = None
        written = writer.frame() if shown else writer._everything() + "\x1b[H"
        theirs.feed(written)
        assert not list(wanted.take(written))
        sent, shown = frame(shown, wanted, can)
        ours.feed(sent)
        assert not ours.differences(theirs), f"frame {number}: {written!r} was sent as {sent!r}"
        assert frame(shown, wanted, can)[0] == ""


@pytest.mark.parametrize("can", [ABILITIES[0], ABILITIES[-1]], ids=str)
@pytest.mark.parametrize("seed", range(2))
def test_panes_that_scroll_beside_others_are_shown_exactly(seed: int, can: Abilities) -> None:
    """Also where a frame is sent in parts, and a newer one is wanted before the last of them."""
    chance = random.Random(seed)
    width, height = 60, 20
    writer = Writer(seed, width, height)
    wanted, shown = Cells(width, height), None
    ours = Model(width, height, can.erases_in_colour)
    list(wanted.take(writer._everything()))
    between_margins = False
    for number in range(FRAMES):
        if chance.random() < 0.2:
            list(wanted.take(writer.frame()))
        else:
            _scroll_a_pane(wanted, chance)
        most = chance.choice([1, 60, 200, 600, inf])
        sent, shown = frame(shown, wanted, can, most)
        ours.feed(sent)
        between_margins |= "\x1b[?69h" in sent
        if most == inf:
            theirs = Model(width, height)
            theirs.feed(f"{wanted.spelt()}\x1b[{wanted.y + 1};{wanted.x + 1}H")
            assert not ours.differences(theirs), number
            assert shown.rows == wanted.rows
    assert between_margins == can.margins


def _scroll_a_pane(wanted: Cells, chance: random.Random) -> None:
    """Move the cells of a block up or down, in a screen of which no wide character is cut by that."""
    left, top = chance.randrange(20), chance.randrange(5)
    right, bottom = chance.randint(left + 30, wanted.width), chance.randint(top + 8, wanted.height)
    by = chance.choice([-3, -1, 1, 2])
    rows = range(top, bottom)
    if any(row[x : x + 1] and not row[x][0] for row in wanted.rows for x in (left, right) if x < wanted.width):
        for row in wanted.rows:
            row[:] = [cell if len(cell[0]) == 1 and cell[0].isascii() else (".", cell[1]) for cell in row]
    block = [wanted.rows[top + (y - top + by) % len(rows)][left:right] for y in rows]
    for y, cells in zip(rows, block, strict=True):
        wanted.rows[y][left:right] = cells


def test_characters_of_doubtful_width_are_followed_by_a_certain_place() -> None:
    for doubtful in ("👩\u200d👩\u200d👧", "❤\ufe0f", "👍🏽", "🇨🇳"):
        assert cell_len(doubtful) == 2
        wanted = Cells(10, 1)
        assert not list(wanted.take(f"\x1b[1;1Ha{doubtful}b\x1b[1;1H"))
        assert [each for each, _ in wanted.rows[0][:4]] == ["a", doubtful, "", "b"]
        sent, _ = frame(Cells(10, 1), wanted, Abilities())
        assert f"{doubtful}\x1b[4Gb" in sent


def test_half_of_a_wide_character_becomes_a_space() -> None:
    wanted = Cells(6, 1)
    assert not list(wanted.take("\x1b[1;1H漢字漢\x1b[1;2Hx\x1b[1;5Hy"))
    assert "".join(each for each, _ in wanted.rows[0]) == " x字y "
    wanted.resize(3, 1)
    assert [each for each, _ in wanted.rows[0]] == [" ", "x", " "]


def test_what_is_not_cells_passes_in_order() -> None:
    wanted = Cells(6, 1)
    written = (
        "\x1b[?1049h\x1b]52;c;YQ==\x07\x1b[1;1Ha\x07\x1b[>25u\x1b]0;title\x1b\\\x1b[?2026h\x1b[0mb\x1b[?2026l\x1b[?25l"
    )
    passed = ["\x1b[?1049h", "\x1b]52;c;YQ==\x07", "\x07", "\x1b[>25u", "\x1b]0;title\x1b\\", "\x1b[?25l"]
    assert list(wanted.take(written)) == passed
    assert "".join(each for each, _ in wanted.rows[0]) == "ab    "


def test_nothing_that_a_terminal_obeys_hides_in_cells() -> None:
    wanted = Cells(8, 1)
    assert not list(wanted.take("a\x00\x08\x0b\x7f\x9bb"))
    sent, _ = whole(wanted, Abilities())
    assert "ab" in sent
    assert not {"\x00", "\x0b", "\x7f", "\x9b"} & set(sent)
