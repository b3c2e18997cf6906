"""The table's columns: decimal points under each other, wide characters, cuts; bars from a common zero."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from rich.cells import cell_len

from briefing_tui.indicator import Indicator
from briefing_tui.model import Briefing
from briefing_tui.ui.columns import bars, table
from window import shipped_library

WIDTHS = [36, 56, 76, 116, 200]


def briefing() -> Briefing:
    (found,) = shipped_library().briefings
    return found


def of(section: str) -> tuple[Indicator, ...]:
    return tuple(dict.fromkeys(each for each, _ in briefing().mentions_in(section)))


@pytest.mark.parametrize("width", WIDTHS)
def test_every_row_is_exactly_as_wide_as_the_table(width: int) -> None:
    head, rows = table(briefing(), briefing().indicators, width)
    assert len(rows) == len(briefing().indicators)
    assert {each.width for each in (head, *rows)} == {width}


@pytest.mark.parametrize("section", ["intro", "q2", "q4", "q9"])
def test_decimal_points_stand_under_each_other(section: str) -> None:
    _, rows = table(briefing(), of(section), 200)
    ends = set()
    for row, indicator in zip(rows, of(section), strict=True):
        if indicator.kind != "growth":
            whole = indicator.number_words.split(".")[0]
            digits = (
                "".join(each for each in whole if each.isdigit() or each == ",")
                if "." in indicator.number_words
                else ""
            )
            at = row.text.find(indicator.number_words, cell_len(indicator.name))
            if digits and at >= 0:
                ends.add(at + indicator.number_words.index("."))
    assert len(ends) <= 1


def test_changes_line_up_too() -> None:
    _, rows = table(briefing(), of("q2"), 200)
    points = {row.text.rindex(each.growth_words) + each.growth_words.index(".")
              for row, each in zip(rows, of("q2"), strict=True) if "." in each.growth_words}  # fmt: skip
    assert len(points) == 1


def test_columns_without_a_word_are_left_out() -> None:
    counts = tuple(each for each in briefing().indicators if each.growth is None and each.period is None)
    head, _ = table(briefing(), counts, 160)
    assert "Change" not in head.text
    assert "Period" not in head.text
    assert "Said by" in head.text


def test_names_in_chinese_keep_the_columns_in_place() -> None:
    (first, second, *_) = of("q2")
    named = (replace(first, name="汽车出口"), replace(second, name="Exports"))
    _, rows = table(briefing(), named, 120)
    assert {each.width for each in rows} == {120}
    points = {cell_len(row.text[: row.text.index(each.growth_words)]) + each.growth_words.index(".")
              for row, each in zip(rows, named, strict=True)}  # fmt: skip
    assert len(points) == 1


def test_a_long_name_is_cut_with_a_sign() -> None:
    _, (row,) = table(briefing(), (replace(of("q2")[1], name="x" * 300),), 80)
    assert "…" in row.text
    assert row.width == 80


@pytest.mark.parametrize("width", WIDTHS)
def test_bars_fit_and_grow_with_the_rate(width: int) -> None:
    drawn = tuple(each for each in of("q2") if each.growth and each.growth.unit == "%")
    rows = bars(drawn, width)
    lengths = {each.growth.value: row.text.count("━") * 2 + row.text.count("╸")
               for row, each in zip(rows, drawn, strict=True) if each.growth}  # fmt: skip
    assert all(row.width <= max(width, 50) for row in rows)
    ordered = [lengths[value] for value in sorted(lengths)]
    assert ordered == sorted(ordered)
    assert min(ordered) > 0


def test_a_fall_is_drawn_to_the_left_of_the_same_zero() -> None:
    rise = next(each for each in of("q2") if each.growth and each.growth.value > 5)
    assert rise.kind == "growth"
    fall = replace(rise, value=-rise.value)
    up, down = (row.text for row in bars((rise, fall), 100))
    assert "▼" in down
    assert "▲" in up
    assert down.rindex("━") < up.index("━")
    assert abs(up.count("━") - down.count("━")) <= 1


def test_no_growth_rates_no_bars() -> None:
    assert bars((), 80) == ()
    assert bars(tuple(each for each in briefing().indicators if each.growth is None), 80) == ()


def test_one_rate_of_nothing_is_still_seen() -> None:
    still = replace(next(each for each in of("q2") if each.kind == "growth"), value=Decimal(0))
    (row,) = bars((still,), 80)
    assert "╸" in row.text
