"""What changed from one briefing to the next."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

from briefing_tui.changes import briefing_before, changes, doubt, left_out, unchanged
from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import NOT_TOLD, Briefing
from briefing_tui.quantity import Change, Period


def figure(name: str, value: str = "5") -> Indicator:
    return Indicator(name, name.title(), "yards", "level", Decimal(value), (Mention("q1/1", value, 1),), unit="ships")


def briefing(day: str, *indicators: Indicator, organiser: str = "Office") -> Briefing:
    date = datetime.date.fromisoformat(day)
    return Briefing(f"b-{day}", "B", organiser, date, (), (), indicators=indicators)


def test_new_changed_and_dropped_come_in_the_order_of_the_new_briefing() -> None:
    old = briefing("2024-01-01", figure("gone"), figure("kept"), figure("grown"), figure("lost"))
    new = briefing("2024-02-01", figure("fresh"), figure("grown", "6"), figure("kept"), figure("late"))
    assert [(each.id, each.happened, each.aspects) for each in changes(old, new)] == [
        ("fresh", "new", ()),
        ("grown", "changed", ("value",)),
        ("late", "new", ()),
        ("gone", "dropped", ()),
        ("lost", "dropped", ()),
    ]
    assert changes(old, old) == ()


def test_each_aspect_is_told() -> None:
    one = figure("ships")
    other = replace(one, status="target", period=Period.read("2024"), change=Change(Decimal(3), "%"))
    (changed,) = changes(briefing("2024-01-01", one), briefing("2024-02-01", other))
    assert changed.aspects == ("change", "period", "status")
    assert (changed.old, changed.new, changed.name) == (one, other, "Ships")


def test_the_same_number_in_another_scale_is_no_change_and_another_unit_is() -> None:
    one = replace(figure("ships", "8316"), scale="thousand")
    assert (
        changes(briefing("2024-01-01", one), briefing("2024-02-01", replace(figure("ships", "8.316"), scale="million")))
        == ()
    )
    (changed,) = changes(briefing("2024-01-01", one), briefing("2024-02-01", replace(one, unit="t")))
    assert changed.aspects == ("value",)
    (changed,) = changes(briefing("2024-01-01", one), briefing("2024-02-01", replace(one, comparator=">")))
    assert changed.aspects == ("value",)


def test_what_happened_is_told_in_words() -> None:
    one = figure("ships")
    other = replace(one, status="target", value=Decimal(6))
    (changed,) = changes(briefing("2024-01-01", one), briefing("2024-02-01", other))
    (new,) = changes(briefing("2024-01-01"), briefing("2024-02-01", one))
    assert (changed.words, new.words) == ("value, status", "new")


def test_candidates_are_no_changes() -> None:
    found, taken = replace(figure("ships"), candidate=True), figure("ships", "6")
    assert changes(briefing("2024-01-01"), briefing("2024-02-01", found)) == ()
    assert changes(briefing("2024-01-01", found), briefing("2024-02-01")) == ()
    assert changes(briefing("2024-01-01", found), briefing("2024-02-01", replace(taken, candidate=True))) == ()


def test_what_one_briefing_gives_as_a_candidate_is_neither_dropped_nor_new_and_comes_last() -> None:
    found, taken = replace(figure("ships"), candidate=True), figure("ships", "6")
    gone, alike = figure("gone"), figure("alike")
    old, new = briefing("2024-01-01", gone, taken, alike), briefing("2024-02-01", found, alike)
    told = [(each.id, each.happened, each.words, each.old, each.new) for each in changes(old, new)]
    assert told == [
        ("gone", "dropped", "dropped", gone, None),
        ("ships", "unreviewed", "not reviewed yet", taken, found),
    ]
    told = [(each.id, each.happened, each.words, each.old, each.new) for each in changes(new, old)]
    assert told == [("gone", "new", "new", None, gone), ("ships", "unreviewed", "not reviewed yet", found, taken)]
    (changed,) = changes(briefing("2024-01-01", figure("ships")), briefing("2024-02-01", found))
    assert changed.happened == "unreviewed"
    assert list(left_out(old, new)) == ["1 candidate of 2024-02-01 not compared until accepted"]


def test_unchanged_figures_are_counted_and_candidates_are_not_among_them() -> None:
    alike, found = figure("alike"), replace(figure("found"), candidate=True)
    scaled = replace(figure("crew", "8000"), scale=None), replace(figure("crew", "8"), scale="thousand")
    old = briefing("2024-01-01", alike, scaled[0], figure("ships"), found, figure("taken"))
    new = briefing(
        "2024-02-01", alike, scaled[1], figure("ships", "6"), found, replace(figure("taken"), candidate=True)
    )
    assert unchanged(old, new) == 2
    assert unchanged(old, old) == 4
    assert unchanged(briefing("2024-01-01", found), briefing("2024-02-01", found)) == 0


def test_two_organisers_and_the_newer_briefing_first_make_a_comparison_doubtful() -> None:
    one, other = briefing("2024-01-01"), briefing("2024-02-01", organiser="Bank")
    untold = briefing("2024-03-01", organiser=NOT_TOLD)
    assert doubt(one, briefing("2024-02-01", organiser="OFFICE")) == ""
    assert doubt(one, one) == ""
    assert doubt(untold, untold) == ""
    assert doubt(one, other) == "two organisers are compared, Office and Bank"
    assert doubt(briefing("2024-02-01"), one) == "the newer briefing is named first, 2024-02-01 before 2024-01-01"
    assert doubt(other, one).startswith(
        "two organisers are compared, Bank and Office; the newer briefing is named first"
    )
    assert doubt(one, untold) == "the organiser of b-2024-03-01 is not told"


def test_the_briefing_before_is_the_last_earlier_one_of_the_organiser() -> None:
    first, second, third = briefing("2024-01-01"), briefing("2024-02-01"), briefing("2024-03-01")
    other = briefing("2024-02-15", organiser="Bank")
    library = {each.id: (each.organiser, each.date) for each in (third, other, second, first)}
    assert briefing_before(third.id, library) == second.id
    assert briefing_before(first.id, library) is None
    assert briefing_before(other.id, library) is None


def test_two_briefings_of_unknown_organisers_have_nothing_to_do_with_each_other() -> None:
    told = {"a": (NOT_TOLD, datetime.date(2024, 1, 1)), "b": (NOT_TOLD, datetime.date(2024, 2, 1))}
    assert briefing_before("b", told) is None


def drafted(identifier: str, value: str, period: str | None, name: str = "Steel output") -> Indicator:
    made = replace(figure(identifier, value), name=name, unit="t")
    return replace(made, period=Period.read(period)) if period else made


def told(old: Briefing, new: Briefing) -> list[tuple[str, str, str, str]]:
    """What happened to the figures: the id told, what it was, and the values."""

    def value(one: Indicator | None) -> str:
        return str(one.value) if one else "–"

    return [(each.id, each.words, value(each.old), value(each.new)) for each in changes(old, new)]


def test_another_kind_is_a_change_and_the_same_time_told_otherwise_is_none() -> None:
    share = replace(figure("wind"), unit="%", kind="share", period=Period.read("2024"))
    growth = replace(share, kind="growth")
    assert told(briefing("2024-01-01", share), briefing("2024-02-01", growth)) == [("wind", "kind", "5", "5")]
    assert unchanged(briefing("2024-01-01", share), briefing("2024-02-01", growth)) == 0
    months = replace(share, period=Period.read("2024-01/2024-12"))
    assert changes(briefing("2024-01-01", share), briefing("2024-02-01", months)) == ()
    assert unchanged(briefing("2024-01-01", share), briefing("2024-02-01", months)) == 1


def test_a_kind_of_period_is_set_against_its_own_whichever_id_it_has() -> None:
    both = briefing("2031-09-12", drafted("o", "8", "2031-08"), drafted("o-year-to-date", "61", "2031-01/2031-08"))
    alone = briefing("2031-10-12", drafted("o", "69", "2031-01/2031-09"))
    assert told(both, alone) == [("o", "value, period", "61", "69"), ("o", "dropped", "8", "–")]
    assert told(alone, both) == [("o", "new", "–", "8"), ("o-year-to-date", "value, period", "69", "61")]


def test_dated_figures_that_are_equal_are_neither_new_nor_dropped() -> None:
    old = briefing(
        "2031-09-12", drafted("o-2031-09-12-q1-1", "8", "2031-08"), drafted("o-2031-09-12-q1-2", "7", "2030-08")
    )
    new = briefing(
        "2031-10-12", drafted("o-2031-10-12-q1-1", "9", "2031-09"), drafted("o-2031-10-12-q1-2", "8", "2031-08")
    )
    assert told(old, new) == [("o-2031-10-12-q1-1", "new", "–", "9"), ("o-2031-09-12-q1-2", "dropped", "7", "–")]
    assert unchanged(old, new) == 1


def test_dated_figures_are_one_where_name_and_sort_tell_no_other() -> None:
    old = briefing("2031-09-12", drafted("o-2031-09-12-q1-1", "8", "2031-08"), drafted("o-2031-09-12-q1-2", "3", None))
    new = briefing("2031-10-12", drafted("o-2031-10-12-q1-1", "4", None), drafted("o-2031-10-12-q1-2", "9", "2031-09"))
    assert told(old, new) == [
        ("o-2031-10-12-q1-1", "value", "3", "4"),
        ("o-2031-10-12-q1-2", "value, period", "8", "9"),
    ]
    twice = replace(new, indicators=(*new.indicators, drafted("o-2031-10-12-q1-3", "5", "2031-07")))
    assert [each[1] for each in told(old, twice)] == ["value", "new", "new", "dropped"]


def test_written_ids_of_one_name_are_not_joined() -> None:
    old, new = drafted("crew", "9", "2031-08", "People"), drafted("people", "9", "2031-08", "People")
    assert [each[1] for each in told(briefing("2031-09-12", old), briefing("2031-10-12", new))] == ["new", "dropped"]


def test_figures_of_one_id_and_sort_are_one_though_others_are_equal() -> None:
    old = briefing("2031-09-12", drafted("o", "8", None), drafted("o-abroad", "9", None))
    new = briefing("2031-10-12", drafted("o", "9", None), drafted("o-abroad", "8", None))
    assert told(old, new) == [("o", "value", "8", "9"), ("o-abroad", "value", "9", "8")]
