"""Lines, cuts, wrapping and cells; names and widths of all kinds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from rich.cells import cell_len
from rich.style import Style

from briefing_tui.ui.paint import LOOKS, Line, line, strip, wrap, wrapped

PLAIN = {look: Style() for look in LOOKS}
TEXTS = ["", "a", "plain words", "汽车出口汽车", "a汽b车c", "ｆｕｌｌ", "🚗🚗 cars", "e\u0301e\u0301e\u0301"]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [0, 1, 2, 3, 5, 8, 20])
def test_a_cut_line_fits_and_says_that_it_was_cut(text: str, width: int) -> None:
    cut = line(text).cut(width)
    assert cut.width <= width
    if cell_len(text) <= width:
        assert cut.text == text
    elif width:
        assert cut.text.endswith("…")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [1, 2, 3, 5, 8, 20])
@pytest.mark.parametrize("right", [False, True])
def test_a_padded_line_is_exactly_as_wide_as_asked(text: str, width: int, right: bool) -> None:
    assert line(text).padded(width, right).width == width


def test_looks_are_kept_where_a_line_is_cut() -> None:
    cut = line("ab", ("cdef", "strong"), ("gh", "muted")).cut(5)
    assert cut == Line("abcd…", ((2, 4, "strong"),))


def test_lines_add_up_with_their_looks() -> None:
    assert line(("ab", "strong")) + line(("cd", "muted")) == Line("abcd", ((0, 2, "strong"), (2, 4, "muted")))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[/nope]", "[/nope]"),
        ("a\x1b[31mb", "a␛[31mb"),
        ("a\nb", "a b"),
        ("a\u202eb", "a«U+202E»b"),
        ("a\u200bb", "ab"),
    ],
)
def test_what_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    assert line(text).text == shown


def test_the_blanks_of_a_layout_stay() -> None:
    assert line("  汽车  x ").text == "  汽车  x "


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [1, 4, 12])
def test_a_strip_has_exactly_the_cells_asked_for(text: str, width: int) -> None:
    assert strip(line(text), width, PLAIN, Style()).cell_length == width


def test_a_strip_lets_nothing_through_that_cannot_be_printed() -> None:
    assert strip(Line("a\x1b[2Jb\x9b"), 9, PLAIN, Style()).text == "a�[2Jb�  "


def test_later_looks_win_where_they_lie_over_each_other() -> None:
    looks = {**PLAIN, "figure": Style(color="red"), "match": Style(color="blue")}
    painted = strip(Line("abc", ((0, 3, "figure"), (1, 2, "match"))), 3, looks, Style())
    assert [(each.text, each.style and each.style.color and each.style.color.name) for each in painted] == [
        ("a", "red"), ("b", "blue"), ("c", "red"),
    ]  # fmt: skip


@pytest.mark.parametrize("width", [1, 2, 3, 7, 20, 60])
@pytest.mark.parametrize(
    "text",
    [
        "the quick brown fox jumps",
        "汽车出口增长百分之二十七点三",
        "a 汽车 b 出口 c",
        "averyveryverylongword and more",
        "",
        "  led",
    ],
)
def test_wrapping_keeps_every_word_and_the_width(text: str, width: int) -> None:
    spans = wrap(text, width)
    rows = [text[start:end] for start, end in spans]
    assert "".join("".join(rows).split()) == "".join(text.split())
    assert all(cell_len(row) <= max(width, 2) for row in rows)
    assert all(a <= b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_words_are_kept_whole() -> None:
    assert [each.text for each in wrapped(line("one two three"), 8)] == ["one two", "three"]


def test_a_look_goes_on_on_the_next_line() -> None:
    rows = wrapped(line("one ", ("two three", "strong")), 8)
    lit = [[row.text[start:end].strip() for start, end, _ in row.spans] for row in rows]
    assert lit == [["two"], ["three"]]
