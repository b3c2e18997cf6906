"""The article against the transcript."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from briefing_tui.compare import Figure, compare, said_at, verdict_on
from briefing_tui.indicator import Indicator, Mention
from briefing_tui.library import shipped
from briefing_tui.model import Briefing, Document, Paragraph, Section, Turn
from briefing_tui.quantity import Comparator, Scale


def figure(value: str, scale: Scale | None = None, comparator: Comparator = "=", top: str | None = None) -> Figure:
    return Figure(Decimal(value), scale, comparator, Decimal(top) if top else None)


def section(name: str, document: str, *texts: str) -> Section:
    paragraphs = tuple(Paragraph(number, text, (1,)) for number, text in enumerate(texts, 1))
    return Section(name, document, "report", name, (Turn("statement", paragraphs),))


def indicator(name: str, *mentions: Mention, note: str | None = None) -> Indicator:
    return Indicator(name, name, "steel", "level", Decimal("8.316"), mentions, scale="million", note=note)


def briefing(*indicators: Indicator) -> Briefing:
    documents = (Document("t", "transcript", "T", ("s",)), Document("a", "article", "A", ("x", "y")))
    sections = (
        section("s", "t", "one two", "three"),
        section("x", "a", "two one"),
        section("y", "a", "three"),
    )
    return Briefing("b", "B", "O", datetime.date(2024, 1, 1), documents, (), (), sections, indicators)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (figure("5.8"), figure("5.80"), "same"),
        (figure("8.316", "million"), figure("8316000"), "same"),
        (figure("75", top="100"), figure("75", top="100"), "same"),
        (figure("75", top="100"), figure("75"), "differs"),
        (figure("8.316", "million"), figure("8.3", "million"), "rounded"),
        (figure("8.316", "million"), figure("8.4", "million"), "differs"),
        (figure("8.35", "million"), figure("8.4", "million"), "rounded"),
        (figure("1.0018", "trillion", "≈"), figure("1", "trillion", ">"), "rounded"),
        (figure("0.9", "trillion"), figure("1", "trillion", ">"), "differs"),
        (figure("504000"), figure("500000", None, "≈"), "rounded"),
        (figure("504000"), figure("500000"), "differs"),
        (figure("14"), figure("10"), "differs"),
        (figure("50", None, "≈"), figure("50"), "rounded"),
        (figure("10", None, "≥"), figure("10", None, ">"), "rounded"),
        (figure("12", None, ">"), figure("10", None, ">"), "rounded"),
        (figure("10", None, ">"), figure("12", None, "<"), "differs"),
        (figure("10", None, ">"), figure("11"), "rounded"),
        (figure("9", None, "<"), figure("10", None, "≤"), "rounded"),
    ],
)
def test_two_figures_are_weighed(one: Figure, other: Figure, verdict: str) -> None:
    assert verdict_on(one, other) == verdict
    assert verdict_on(other, one) == verdict


def test_rows_come_as_the_article_says_them_then_as_the_transcript_does() -> None:
    rows = compare(
        briefing(
            indicator("alone", Mention("s/2", "three", 1)),
            indicator("first-said", Mention("s/1", "one", 1), Mention("x/1", "one", 1)),
            indicator("second-said", Mention("s/1", "two", 1), Mention("x/1", "two", 1), note="worded otherwise"),
            indicator("in-article", Mention("y/1", "three", 1)),
        )
    )
    assert [(row.id, row.verdict) for row in rows] == [
        ("second-said", "same"),
        ("first-said", "same"),
        ("in-article", "only-article"),
        ("alone", "only-transcript"),
    ]
    assert rows[0].note == "worded otherwise"
    assert rows[2].transcript is None
    assert rows[3].article is None


def test_the_worst_of_the_articles_words_decides_against_the_best_of_the_transcripts() -> None:
    exact, loose = Mention("s/1", "one", 1), Mention("s/2", "three", 1, Decimal(8), "million", ">")
    same, wrong = Mention("x/1", "one", 1), Mention("y/1", "three", 1, Decimal(7), "million")
    (row,) = compare(briefing(indicator("cars", exact, loose, same)))
    assert (row.verdict, row.transcript, row.article) == ("same", exact, same)
    (row,) = compare(briefing(indicator("cars", exact, loose, same, wrong)))
    assert (row.verdict, row.article) == ("differs", wrong)


def test_a_mention_is_worded_as_it_says_the_figure() -> None:
    cars = indicator("cars", Mention("s/1", "one", 1), Mention("s/2", "three", 1, Decimal(8), None, ">"))
    assert [said_at(cars, mention) for mention in cars.mentions] == ["8.316 million", "> 8 million"]


def test_the_shipped_article_agrees_with_the_transcript() -> None:
    from briefing_tui.content import load

    shown = load(shipped() / "scio-2024-10-23").briefing
    assert shown is not None
    rows = compare(shown)
    assert rows[0].id == "industrial-value-added-growth"
    assert {row.verdict for row in rows} == {"same", "only-transcript"}
    assert len(rows) == len(shown.indicators)
    assert "total industrial output" in (rows[1].note or "")
