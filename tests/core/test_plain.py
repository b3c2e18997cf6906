"""Text from strangers: nothing that a terminal would obey comes through, and nothing else is harmed."""

import unicodedata

import pytest

from briefing_tui.plain import folded, offences, one_line, visible


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x1b]52;c;aGk=\x1b\\", "␛]52;c;aGk=␛\\"),
        ("a\x9b31mb", "a�31mb"),
        ("nul\x00 so\x0e del\x7f", "nul␀ so␎ del␡"),
        ("over\rwritten\b", "over\nwritten␈"),
        ("next\x85line\u2028para\u2029vt\vff\f", "next\nline\npara\nvt\nff\n"),
        ("\u202egnp.exe", "«U+202E»gnp.exe"),
        ("isolate\u2067x\u2069", "isolate«U+2067»x«U+2069»"),
        ("infra\u200bstruc\u00adture\ufeff", "infrastructure"),
        ("tag\U000e0041s", "tags"),
        ("\ud800 \ue000 \ufdd0", "� � �"),
        ("[@click=app.quit] [sic]", "[@click=app.quit] [sic]"),
    ],
)
def test_what_a_terminal_would_obey_is_shown_or_dropped(hostile: str, shown: str) -> None:
    assert visible(hostile) == shown
    assert visible(shown) == shown


@pytest.mark.parametrize(
    "text", ["工业和信息化部", "می‌خواهم", "हिन्दी में", "👩‍👩‍👧 🇨🇳 ❤️", "Zoë, naïve – 5.8 %", "tab\tand\nline"]
)
def test_text_of_the_world_stays_as_it_is(text: str) -> None:
    assert visible(text) == text
    assert offences(text) == ()


@pytest.mark.parametrize("mark", ["\u0301", "\u0591", "\u0483", "\u20d0", "\u20dd", "\u302a"])
@pytest.mark.parametrize("between", ["", "\u200b", "\u200d"])
def test_marks_are_not_heaped_up(mark: str, between: str) -> None:
    shown = visible("a" + (mark + between) * 200)
    assert shown.count(mark) == 4
    assert visible(shown) == shown


def test_no_character_passes_the_quick_way_that_the_slow_way_would_change() -> None:
    for code in range(0x10000):
        character = chr(code)
        slow = visible(character + "\x00").removesuffix("␀")
        assert visible(character) == slow, hex(code)
        assert not slow or unicodedata.category(slow[0]) not in {"Cs", "Co", "Cn"}, hex(code)
        assert slow in "\t\n" or unicodedata.category(slow[0]) != "Cc", hex(code)


def test_offences_name_each_code_point_once() -> None:
    assert offences("a\x1b[0m\x1b\u202e\r") == ("U+001B", "U+202E", "U+000D")


def test_one_line_has_single_blanks() -> None:
    assert one_line("  a\n\tb\u2028c\x85 d ") == "a b c d"


def test_folded_text_ignores_case_and_accents() -> None:
    assert folded("Zoë NAÏVE") == folded("zoe naive") == "zoe naive"
    assert folded("５Ｇ Straße") == "5g strasse"
    assert folded("工业") == "工业"
