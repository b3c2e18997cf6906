"""The figures of a text against the indicators: which are found, and what becomes of each."""

from __future__ import annotations

import datetime
import os
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from shipped_briefing import briefing

from briefing_tui.claims import claims
from briefing_tui.indicator import Indicator, IndicatorKind, Mention
from briefing_tui.model import Briefing, Document, Paragraph, Section, Turn
from briefing_tui.quantity import Change, Comparator, Scale
from briefing_tui.verify import verify

PLANTED = """Cars, loans and antennas: how industry fared

BEIJING, October 23, 2024 — Industrial output at larger companies grew 5.8 percent in the first three quarters, and
industry as a whole made up about 32 percent of GDP. Carmakers built 21.47 million vehicles, 1.9 percent more than a
year before. Exports of vehicles reached 4.132 million, a jump of 27.3 percent. Output of new-energy vehicles rose
31.7% to 8.3 million.

The country has more than 4 million 5G base stations and 196 million gigabit broadband users. Telecom business volume
fell 10.7% year on year. Thirteen Chinese plants joined the Global Lighthouse Network, which brings the total to 72
lighthouse factories, or 42 per cent of all in the world.

Technology contract transactions came to 4.49 trillion dollars. The industry-finance platform lists 345,800 companies
and 2,695 financial institutions with 741 financial products; it helped raise just over RMB1 trillion.

Electronic information manufacturing expanded by 12.8%, which is 7% faster than industry overall. Under the 14th
Five-Year Plan (2021-2025) the ministry sets three priorities; the C919 flies for three airlines; work on 6G goes on.
"""


def wrong(text: str) -> list[tuple[str, str, str]]:
    return [
        (each.outcome, each.words, each.indicator.id if each.indicator else "")
        for each in verify(briefing(), text)
        if each.outcome in {"different", "not found"}
    ]


def test_exactly_the_planted_errors_are_told() -> None:
    assert wrong(PLANTED) == [
        ("different", "4.132 million", "vehicle-exports"),
        ("different", "10.7%", "telecom-volume-growth"),
        ("different", "4.49 trillion dollars", "technology-contract-transactions"),
        ("different", "2,695", "industry-finance-platform-institutions"),
        ("different", "7%", "electronic-information-manufacturing-growth"),
    ]


def test_each_right_figure_leads_to_its_indicator() -> None:
    checked = {each.words: each for each in verify(briefing(), PLANTED)}
    right = {words: each for words, each in checked.items() if each.outcome in {"same", "rounded"}}
    assert {words: (each.outcome, each.indicator.id) for words, each in right.items() if each.indicator} == {
        "5.8 percent": ("same", "industrial-value-added-growth"),
        "32 percent": ("rounded", "industrial-value-added-share-of-gdp"),
        "21.47 million": ("same", "vehicle-production"),
        "1.9 percent": ("same", "vehicle-production"),
        "27.3 percent": ("same", "vehicle-exports"),
        "31.7%": ("same", "nev-production"),
        "8.3 million": ("rounded", "nev-production"),
        "4 million": ("rounded", "5g-base-stations"),
        "196 million": ("same", "gigabit-broadband-users"),
        "Thirteen": ("same", "lighthouse-network-additions"),
        "72": ("same", "lighthouse-factories"),
        "42 per cent": ("same", "lighthouse-factories-global-share"),
        "345,800": ("same", "industry-finance-platform-enterprises"),
        "741": ("same", "industry-finance-platform-products"),
        "RMB1 trillion": ("same", "industry-finance-platform-financing"),
        "12.8%": ("same", "electronic-information-manufacturing-growth"),
        "three": ("same", "c919-airlines"),
    }


def test_a_figure_is_told_with_line_words_and_both_sentences() -> None:
    checked = next(each for each in verify(briefing(), PLANTED) if each.words == "4.132 million")
    assert PLANTED[checked.start : checked.end] == "4.132 million"
    assert (checked.line, checked.told) == (5, "4.312 million vehicles")
    assert checked.sentence == "Exports of vehicles reached 4.132 million, a jump of 27.3 percent."
    assert "4.312 million vehicles, up 27.3%" in checked.there
    assert verify(briefing(), PLANTED) == verify(briefing(), PLANTED)


def test_the_digest_agrees_with_itself() -> None:
    text = "\n\n".join(paragraph.text for section in briefing().sections for paragraph in section.paragraphs)
    # The hectares explain a unit and are no indicator.
    assert wrong(text) == [("not found", "0.0667", "")]


@pytest.mark.skipif("BRIEFING_SOURCES" not in os.environ, reason="needs the sources")
def test_the_article_is_the_same_in_every_figure() -> None:
    text = (Path(os.environ["BRIEFING_SOURCES"]) / "000_523ae025e2e4056a.txt").read_text(encoding="utf-8")
    checked = verify(briefing(), text)
    assert len(checked) == 10
    assert {each.outcome for each in checked} == {"same"}


@pytest.mark.skipif("BRIEFING_SOURCES" not in os.environ, reason="needs the sources")
def test_the_transcript_is_the_same_in_every_figure() -> None:
    text = (Path(os.environ["BRIEFING_SOURCES"]) / "004_7b00b6604da5925a.txt").read_text(encoding="utf-8")
    assert wrong(text) == [("not found", "0.0667", "")]
    assert len(verify(briefing(), text)) > 130


@pytest.mark.skipif("BRIEFING_TRANSCRIPTS" not in os.environ, reason="needs the sample transcripts")
def test_a_text_on_something_else_is_not_found() -> None:
    text = (Path(os.environ["BRIEFING_TRANSCRIPTS"]) / "fomc-2019-06-19-powell.txt").read_text(encoding="utf-8")
    outcomes = [each.outcome for each in verify(briefing(), text)]
    assert outcomes.count("not found") >= 0.9 * len(outcomes)


@pytest.mark.parametrize(
    "text",
    [
        "On October 23rd, 2024 and 5 May, on 2024-10-23, in 2024 and by the end of 2030, at 3 p.m. and 10:30.",
        "The 14th Five-Year Plan (2021-2025) and the 20th Congress set four main aspects and five key highlights.",
        "5G, 4K, C919, A320neo, COVID-19 and 10G-PON; iPhone 16, Boeing 737, page 3, No. 7 and Article 5.",
        "In the first three quarters and the past 12 months, one of them said no one knew; a year and a half on.",
        "1. First\n2) Second\n- third\nSee https://example.org/2024/77 or write to desk77@example.org.",
    ],
)
def test_names_dates_and_numbering_are_no_figures(text: str) -> None:
    assert [text[each.start : each.end] for each in claims(text)] == []


@pytest.mark.parametrize(
    ("text", "number", "comparator", "measure"),
    [
        ("over 10,000 plants", 10_000, ">", ""),
        ("nearly $10 billion", 10_000_000_000, "≈", "USD"),
        ("US$5m in aid", 5_000_000, "=", "USD"),
        ("at least RMB 290 bn", 290_000_000_000, "≥", "CNY"),
        ("10 yuan per mu", 10, "=", "CNY"),
        ("two hundred thousand people", 200_000, "=", ""),
        ("Twenty-four firms", 24, "=", ""),
        ("7 percentage points", 7, "=", "percentage points"),
        ("a 300-megawatt turbine", 300, "=", "MW"),
        ("78.8 billion kilowatt-hours", 78_800_000_000, "=", "kWh"),
        ("9.4 trillion kilowatt hours", 9_400_000_000_000, "=", "kWh"),
        ("800 kilowatts", 800, "=", "kW"),
        ("eight consecutive months", 8, "=", "months"),
        ("15,000-plus projects", 15_000, ">", ""),
        ("the world's top 10", 10, "≤", ""),
        ("users top 300 million", 300_000_000, ">", ""),
        ("institutions number 420", 420, "=", ""),
        ("more than half of sales", 50, ">", "%"),
        ("double-digit growth", 10, "≥", "%"),
        ("half a million jobs", 500_000, "=", ""),
        ("206m phones", 206_000_000, "=", ""),
    ],
)
def test_a_figure_is_read_with_its_words(text: str, number: int, comparator: str, measure: str) -> None:
    (claim,) = claims(text)
    assert (claim.figure.number, claim.figure.comparator, claim.measure) == (Decimal(number), comparator, measure)


def test_lists_share_their_unit_and_ranges_are_one_figure() -> None:
    assert [each.measure for each in claims("rose 2.9, 9.8 and 2.5 percent")] == ["%", "%", "%"]
    (screens,) = claims("TVs of 75 to 100 inches")
    assert (screens.figure.value, screens.figure.value_max) == (Decimal(75), Decimal(100))
    assert len(claims("rose from 75 to 100 ships")) == 2


def made(
    value: str,
    scale: Scale | None = None,
    comparator: Comparator = "=",
    kind: IndicatorKind = "level",
    unit: str | None = "ships",
    change: Change | None = None,
) -> Briefing:
    """A briefing in which one figure of ships is told."""
    text = f"Shipyards delivered {value} ships."
    mention = Mention("s/1", f"{value} ships", 1)
    figure = Indicator(
        "ships",
        "Ships delivered by shipyards",
        "yards",
        kind,
        Decimal(value),
        (mention,),
        scale,
        unit,
        comparator,
        change=change,
    )
    section = Section("s", "t", "opening", "Opening", (Turn("statement", (Paragraph(1, text, (1,)),)),))
    documents = (Document("t", "transcript", "T", ("s",)),)
    return Briefing("b", "B", "O", datetime.date(2024, 1, 1), documents, (), (), (section,), (figure,))


@pytest.mark.parametrize(
    ("told", "said", "outcome"),
    [
        (made("8.316", "million"), "8,316,000", "same"),
        (made("8.316", "million"), "8.3 million", "rounded"),
        (made("8.316", "million"), "8.4 million", "different"),
        (made("8.316", "million"), "more than 8 million", "rounded"),
        (made("8.316", "million"), "fewer than 8 million", "different"),
        (made("8.316", "million"), "more than 2 million", "different"),
        (made("15000", None, ">"), "15,000", "rounded"),
        (made("15000", None, ">"), "more than 12,000", "rounded"),
        (made("15000", None, ">"), "20,000", "different"),
        (made("15000", None, ">"), "more than 20,000", "different"),
        (made("15000", None, ">"), "less than 15,000", "different"),
        (made("200", None, "≈"), "about 200", "same"),
        (made("200", None, "≈"), "197", "different"),
        (made("421"), "421 percent of", "different"),
        (made("5.8", kind="growth", unit="%"), "fell 5.8%, fewer", "different"),
        (made("-5.8", kind="growth", unit="%"), "fell 5.8%, fewer", "same"),
    ],
)
def test_what_is_said_may_be_less_exact_but_never_more(told: Briefing, said: str, outcome: str) -> None:
    (checked,) = verify(told, f"Shipyards delivered {said} ships.")
    assert checked.outcome == outcome


def test_a_change_is_held_against_the_change() -> None:
    told = made("504000", change=Change(Decimal("4.4"), "%", "year on year"))
    checked = verify(told, "Shipyards delivered 504,000 ships, up 4.6%.")
    assert [(each.outcome, each.told) for each in checked] == [
        ("same", "504,000 ships"),
        ("different", "▲ +4.4 % year on year"),
    ]


def test_an_empty_text_and_an_empty_briefing_are_borne() -> None:
    empty = Briefing("b", "B", "O", datetime.date(2024, 1, 1), (), ())
    assert verify(briefing(), "") == ()
    assert [each.outcome for each in verify(empty, "It made 12,000 ships.")] == ["not found"]


def test_a_candidate_is_no_evidence() -> None:
    text = "Carmakers built 21.47 million vehicles."
    found = tuple(replace(each, candidate=each.id == "vehicle-production") for each in briefing().indicators)
    (checked,) = verify(briefing(), text)
    assert (checked.outcome, checked.indicator and checked.indicator.id) == ("same", "vehicle-production")
    (checked,) = verify(replace(briefing(), indicators=found), text)
    assert checked.outcome != "same"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Total profit of the automobile industry grew 3.2%.",
            [("different", "3.2%", "automobile-total-profit-growth", "")],
        ),
        (
            "Phone production reached 1.184 billion, up 9.8%, and exports were 580 million, up 9.8%.",
            [("different", "9.8%", "mobile-phone-exports", "")],
        ),
        (
            "Four sectors—electronics, chemicals, metals and cars—account for nearly a third of industrial growth.",
            [("different", "a third", "key-industries-growth-contribution", "")],
        ),
        (
            "Rural internet users reached less than 300 million.",
            [("different", "300 million", "rural-internet-users", "")],
        ),
        ("Nearly 100 provinces saw growth.", [("not found", "100", "", "")]),
        (
            "NEV exports rose 31.7% to 8.316 million vehicles.",
            [("different", "31.7%", "nev-exports", ""), ("different", "8.316 million", "nev-exports", "")],
        ),
        (
            "Industrial value added grew by 5.8%, with the total industrial output accounting for 38.1% of GDP.",
            [("different", "38.1%", "industrial-value-added-share-of-gdp", "")],
        ),
        (
            "Sales of new-energy vehicles reached 8.316 million, up 31.7%.",
            [("different", "8.316 million", "nev-sales", ""), ("different", "31.7%", "nev-sales", "")],
        ),
    ],
)
def test_a_number_of_another_subject_is_never_the_same(text: str, found: list[tuple[str, str, str, str]]) -> None:
    assert wrong_with_reasons(text) == found


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("In the first half, telecom business volume grew 10.7%.", "period: Q1–Q3 2024"),
        ("Telecom business volume grew 10.7% in the third quarter.", "period: Q1–Q3 2024"),
        ("NEV sales reached 8.32 million in 2023.", "period: Q1–Q3 2024"),
        ("China had 4.089 million 5G base stations as of the end of August.", "period: as of 30 Sep 2024"),
        ("Service robot output was up 20.1% in September.", "period: Aug 2024"),
        ("Investment in machinery and equipment rose 16.4% month-on-month.", "basis: year on year"),
        ("Telecom business volume rose 10.7% quarter on quarter.", "basis: year on year"),
        ("The number of industrial enterprises rose 4.4% year on year.", "basis: since end 2023"),
    ],
)
def test_another_period_or_basis_is_different_and_told(text: str, reason: str) -> None:
    ((outcome, _, _, told),) = wrong_with_reasons(text)
    assert (outcome, told) == ("different", reason)


@pytest.mark.parametrize(
    "text",
    [
        "In the first three quarters, telecom business volume grew 10.7% year on year.",
        "Telecom business volume was up 10.7% from a year earlier by the end of September.",
        "From January to September 2024, NEV sales came to 8.32 million.",
        "NEV sales reached 8.32 million in 2024.",
        "China had 4.089 million 5G base stations in September.",
        "In August, service robot output was up 20.1%, in the first three quarters telecom volume 10.7%.",
        "The number of industrial enterprises was up 4.4% from the end of 2023.",
    ],
)
def test_the_same_period_and_basis_in_other_words_is_the_same(text: str) -> None:
    assert {(each.outcome, each.reason) for each in verify(briefing(), text)} == {("same", "")}


def test_a_period_that_the_briefing_does_not_tell_is_remarked() -> None:
    (checked,) = verify(briefing(), "In the first half, NEV exports amounted to 928,000.")
    assert (checked.outcome, checked.reason) == ("same", "period: not told in the briefing")
    (checked,) = verify(made("5.8", kind="growth", unit="%"), "Shipyards delivered 5.8% more ships year on year.")
    assert (checked.outcome, checked.reason) == ("same", "basis: not told in the briefing")


def wrong_with_reasons(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (each.outcome, each.words, each.indicator.id if each.indicator else "", each.reason)
        for each in verify(briefing(), text)
        if each.outcome in {"different", "not found"}
    ]
