"""Figures in Chinese paragraphs: digits with 万 and 亿, percentages, growth told with its level."""

from decimal import Decimal

import pytest
from figures_said import said

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
        ("近四成企业已经完成。", 40, "%"),
        ("装机容量占全球的一半以上。", 50, "%"),
        ("约四分之三的渔船。", 75, "%"),
        ("成本降到4.5元。", Decimal("4.5"), "CNY"),
    ],
)
def test_digits_with_their_scale_and_unit(text: str, number: Decimal, unit: str) -> None:
    (found,) = candidates(text, None, 2025)
    assert (scaled(found.value, found.scale), found.unit) == (number, unit)
    assert text[found.start : found.end] == found.quote


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("储量估计在300万到350万吨之间。", ["300–350 万 t"]),
        ("我们希望接种率达到60%到65%。", ["60–65 %"]),
        ("备用容量从6%到8%。", ["6 %", "8 %"]),
        ("首都停了两次电，建成十二座水库。", ["2 次", "12 座"]),
        ("停电96分钟，病床4100张。", ["96 minutes", "4100 张"]),
        ("48小时内开放，过去三个月，三个方面，两个问题，这两项措施，第三变电站。", []),
        ("出口比去年同期多1.9亿美元。", ["1.9 亿 USD"]),
        ("每月多付不到2美元。", ["< 2 USD"]),
    ],
)
def test_ranges_counts_in_words_and_lengths_of_time(text: str, figures: list[str]) -> None:
    assert said(text, 2025) == figures


def test_what_is_told_against_another_year_is_a_growth_and_names_no_time_of_its_own() -> None:
    (more,) = candidates("出口比去年同期多1.9亿美元。", None, 2025)
    assert more.kind == "growth"
    then, now = candidates("农村通电率从2024年的91.5%提高到96.8%。", None, 2029)
    assert (then.period and then.period.iso, now.period, now.name) == ("2024", None, "农村通电率")
    before, after = candidates("上周是79%，上升了3个百分点。", None, 2031)
    assert (before.change, after.kind) == (None, "growth")


def test_growth_against_the_year_before() -> None:
    (found,) = candidates("上半年，全省茶叶产量同比下降6.4%。", None, 2025)
    assert (found.kind, found.value, found.basis) == ("growth", Decimal("-6.4"), "year on year")
    assert (found.period, found.name) == (Period.read("2025-01/2025-06"), "全省茶叶产量")


def test_a_growth_behind_its_level_becomes_its_change() -> None:
    (found,) = candidates("1-8月，货运量约30.2亿吨，同比增长4.2%。", None, 2025)
    assert (found.comparator, found.value, found.scale, found.unit) == ("≈", Decimal("30.2"), "亿", "t")
    assert found.change == Change(Decimal("4.2"), "%", "year on year")
    assert found.period == Period.read("2025-01/2025-08")


@pytest.mark.parametrize(
    ("text", "value", "change"),
    [
        ("每吨成本降到4.5元，比五年前下降三成。", "4.5", Change(Decimal(-30), "%")),
        ("占总数的4.4%，比上年下降1.2个百分点。", "4.4", Change(Decimal("-1.2"), "percentage points", "year on year")),
        ("总值8.7万亿元，按不变价格计算，同比增长5.9%。", "8.7", Change(Decimal("5.9"), "%", "year on year")),
    ],
)
def test_what_a_level_is_compared_with_may_stand_between(text: str, value: str, change: Change) -> None:
    (found,) = candidates(text, None, 2025)
    assert (found.value, found.change) == (Decimal(value), change)


def test_dates_names_and_ordinals_are_no_figures() -> None:
    assert candidates("2025年9月9日上午10时，第20次会议讨论5G和“十四五”规划（2021-2025年）。", None, 2025) == ()


def test_rates_told_one_by_one_belong_to_as_many_levels() -> None:
    found = candidates("货运量23.6亿吨、客运量4.7亿人次，分别下降3.4%和6.8%。", None, 2030)
    assert [(each.name, each.change and each.change.value) for each in found] == [
        ("货运量", Decimal("-3.4")),
        ("客运量", Decimal("-6.8")),
    ]
    alone = candidates("收入和支出分别同比增长3.4%和2.1%。", None, 2030)
    assert [(each.name, each.kind, each.value) for each in alone] == [
        ("收入和支出", "growth", Decimal("3.4")),
        ("收入和支出", "growth", Decimal("2.1")),
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("规模居全国第四位，排名第二。", ["4", "2"]),
        ("车程由5个小时缩短到1个半小时。", ["5 hours", "1.5 hours"]),
        ("港口达到285万标箱，同比增长11%。", ["285 万 TEU"]),
        ("建成312对服务区、8640根充电桩。", ["312 对", "8640 根"]),
    ],
)
def test_ranks_in_words_half_hours_and_what_counts(text: str, figures: list[str]) -> None:
    assert said(text, 2030) == figures
