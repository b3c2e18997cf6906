"""Figures in Chinese paragraphs: digits with 万 and 亿, percentages, growth told with its level."""

from decimal import Decimal

import pytest

from briefing_tui.quantity import Change, Period, scaled
from briefing_tui.transcripts.figures import candidates


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("全省建成充电桩455万个。", 4550000, "个"),
        ("港口收入超过3.5亿元。", 350000000, "CNY"),
        ("贸易额达到7.5万亿元。", 7500000000000, "CNY"),
        ("共有1,200家企业。", 1200, "家"),
        ("林地占国土面积的比重为25.7%。", Decimal("25.7"), "%"),
    ],
)
def test_digits_with_their_scale_and_unit(text: str, number: Decimal, unit: str) -> None:
    (found,) = candidates(text, None, 2025)
    assert (scaled(found.value, found.scale), found.unit) == (number, unit)
    assert text[found.start : found.end] == found.quote


def test_growth_against_the_year_before() -> None:
    (found,) = candidates("上半年，全省茶叶产量同比下降6.4%。", None, 2025)
    assert (found.kind, found.value, found.basis) == ("growth", Decimal("-6.4"), "year on year")
    assert (found.period, found.name) == (Period.read("2025-01/2025-06"), "全省茶叶产量")


def test_a_growth_behind_its_level_becomes_its_change() -> None:
    (found,) = candidates("1-8月，货运量约30.2亿吨，同比增长4.2%。", None, 2025)
    assert (found.comparator, found.value, found.scale, found.unit) == ("≈", Decimal("30.2"), "亿", "t")
    assert found.change == Change(Decimal("4.2"), "%", "year on year")
    assert found.period == Period.read("2025-01/2025-08")


def test_dates_names_and_ordinals_are_no_figures() -> None:
    assert candidates("2025年9月9日上午10时，第20次会议讨论5G和“十四五”规划（2021-2025年）。", None, 2025) == ()
