"""A briefing or a part of it as text."""

from __future__ import annotations

import csv
import datetime
import io
import json
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from briefing_tui import export
from briefing_tui.content import load
from briefing_tui.export.layout import cells, columns, filled, lined_up, wrap
from briefing_tui.export.markdown import escaped
from briefing_tui.indicator import Indicator, Mention
from briefing_tui.library import shipped
from briefing_tui.model import Briefing, Document, Outlet, Paragraph, Section, Speaker, Turn
from briefing_tui.place import Place
from briefing_tui.quantity import Change, Period

MENTION = Mention("q1/2", "8.316 million", 7)
OUTPUT = Indicator(
    "output",
    "Output",
    "steel",
    "level",
    Decimal("8.316"),
    (MENTION,),
    scale="million",
    unit="vehicles",
    change=Change(Decimal("-2.1"), "%", "year on year"),
    period=Period.read("2024-01/2024-09"),
    period_inferred=True,
)
GROWTH = Indicator(
    "growth",
    "Growth",
    "steel",
    "growth",
    Decimal("1e1"),
    (MENTION,),
    unit="%",
    comparator="≥",
    basis="year on year",
)


def small(*indicators: Indicator, text: str = "Output fell to 8.316 million.", asked: str = "How much?") -> Briefing:
    question = Turn("question", (Paragraph(1, asked, (6,)),))
    answer = Turn("answer", (Paragraph(2, text, (7,), "Output"),), "li")
    return Briefing(
        "b",
        "Steel",
        "Office",
        datetime.date(2024, 1, 2),
        (Document("t", "transcript", "T", ("q1",)),),
        (Speaker("li", "Li Bai", "panel", "Office", ("director",)),),
        (Outlet("cctv", "CCTV"),),
        (Section("q1", "t", "exchange", "Steel output", (question, answer), "cctv", "A note."),),
        indicators,
    )


@cache
def shown() -> Briefing:
    briefing = load(shipped() / "scio-2024-10-23").briefing
    assert briefing is not None
    return briefing


def test_text_of_a_section_says_who_speaks_what_and_the_figures() -> None:
    assert (
        export.show(small(OUTPUT), Place("b", "q1"))
        == """\
q1 CCTV › Steel output
----------------------
b#q1

     Note: A note.

CCTV asks

  1  How much?

Li Bai answers

  2  Output. Output fell to 8.316 million.

Figures
  2  Output: 8.316 million vehicles, ▼ −2.1 % year on year, (Q1–Q3 2024)
"""
    )


def test_text_of_a_paragraph_is_that_paragraph_alone() -> None:
    text = export.show(small(OUTPUT), Place("b", "q1", 1))
    assert "How much?" in text
    assert "Li Bai" not in text
    assert "Figures" not in text


def test_text_stays_within_80_columns_and_loses_no_word() -> None:
    text = export.show(shown(), Place(shown().id))
    assert max(cells(line) for line in text.splitlines()) <= 80
    words = " ".join(text.split())
    for section in shown().sections:
        for paragraph in section.paragraphs:
            assert paragraph.text in words
    for indicator in shown().indicators:
        assert (indicator.growth_words if indicator.kind == "growth" else indicator.figure) in words


def test_a_handover_names_who_takes_over() -> None:
    assert "Zhao Zhiguo hands over to Tao Qing\n" in export.show(shown(), Place(shown().id, "q3"))


def test_a_mention_that_says_the_figure_differently_is_told_so() -> None:
    loose = replace(MENTION, value=Decimal(8), comparator=">", quote="8")
    text = export.show(small(replace(OUTPUT, mentions=(loose,))), Place("b", "q1"))
    assert "Output: > 8 million vehicles, (Q1–Q3 2024)\n" in text


def test_markdown_has_headings_and_figures_that_lead_to_their_place() -> None:
    text = export.show(small(OUTPUT), Place("b"), "markdown")
    assert text.startswith("# Steel\n\nOffice, 2024-01-02\n\n`b`\n")
    assert "## q1 CCTV › Steel output\n\n`b#q1`\n\n> A note.\n\n### CCTV asks\n\nHow much?\n" in text
    assert "**Output.** Output fell to 8.316 million.\n" in text
    assert "- Output: 8.316 million vehicles, ▼ −2.1 % year on year, (Q1–Q3 2024) (`b#q1/2`)\n" in text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a *b* _c_ `d` [e](f) <g> | h", r"a \*b\* \_c\_ \`d\` \[e\](f) \<g\> \| h"),
        ("# no heading", r"\# no heading"),
        ("- no list", r"\- no list"),
        ("1. no list", r"1\. no list"),
        ("5.8 % stays", "5.8 % stays"),
    ],
)
def test_content_never_becomes_markup(text: str, told: str) -> None:
    assert escaped(text) == told


def test_json_of_an_indicator_has_the_promised_shape() -> None:
    (shape,) = json.loads(export.indicators([(small(OUTPUT), OUTPUT)], "json"))
    assert shape == {
        "id": "output",
        "briefing": "b",
        "name": "Output",
        "topic": "steel",
        "kind": "level",
        "value": "8.316",
        "value_max": None,
        "scale": "million",
        "unit": "vehicles",
        "number": "8316000",
        "comparator": "=",
        "basis": None,
        "change": {"value": "-2.1", "unit": "%", "basis": "year on year"},
        "period": {"start": "2024-01", "end": "2024-09", "text": "Q1–Q3 2024", "iso": "2024-01/2024-09"},
        "period_inferred": True,
        "status": "actual",
        "scope": None,
        "note": None,
        "candidate": False,
        "mentions": [
            {
                "document": "t",
                "section": "q1",
                "paragraph": 2,
                "place": "b#q1/2",
                "speaker": "li",
                "speaker_name": "Li Bai",
                "quote": "8.316 million",
                "source_paragraph": 7,
                "value": None,
                "scale": None,
                "comparator": None,
            }
        ],
    }


def test_json_of_a_growth_rate_has_a_basis_and_no_change_and_no_exponent() -> None:
    (shape,) = json.loads(export.indicators([(small(GROWTH), GROWTH)], "json"))
    assert (shape["value"], shape["number"], shape["change"], shape["basis"]) == (
        "10",
        "10",
        None,
        "year on year",
    )


def test_json_of_the_shipped_figures_holds_decimal_strings_and_places_that_exist() -> None:
    shapes: list[dict[str, Any]] = json.loads(
        export.indicators([(shown(), each) for each in shown().indicators], "json")
    )
    assert len(shapes) == len(shown().indicators)
    for shape, indicator in zip(shapes, shown().indicators, strict=True):
        assert Decimal(shape["number"]) == indicator.number
        assert "E" not in shape["number"] + shape["value"]
        for mention in shape["mentions"]:
            place = Place.read(mention["place"])
            section = shown().section(place.section or "")
            assert section is not None
            assert mention["quote"] in section.paragraphs[(place.paragraph or 0) - 1].text


def test_json_of_places_nests_as_the_briefing_does() -> None:
    briefing = small(OUTPUT)
    whole = json.loads(export.show(briefing, Place("b"), "json"))
    assert [section["id"] for section in whole["sections"]] == ["q1"]
    assert [indicator["id"] for indicator in whole["indicators"]] == ["output"]
    section = json.loads(export.show(briefing, Place("b", "q1"), "json"))
    assert [turn["kind"] for turn in section["turns"]] == ["question", "answer"]
    paragraph = json.loads(export.show(briefing, Place("b", "q1", 2), "json"))
    assert (paragraph["place"], paragraph["speaker"], paragraph["source"]) == ("b#q1/2", "li", [7])
    assert [indicator["id"] for indicator in paragraph["indicators"]] == ["output"]


def test_csv_is_read_back_and_numbers_stay_numbers() -> None:
    (row,) = csv.DictReader(io.StringIO(export.indicators([(small(OUTPUT), OUTPUT)], "csv")))
    assert (row["number"], row["change"], row["comparator"]) == ("8316000", "-2.1", "")
    assert (row["places"], row["speakers"], row["period_inferred"]) == ("b#q1/2", "Li Bai", "true")


@pytest.mark.parametrize("name", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\tx", "\rx"])
def test_csv_cells_never_become_formulas(name: str) -> None:
    hostile = replace(OUTPUT, name=name)
    assert f",'{name}," in export.indicators([(small(hostile), hostile)], "csv")


def test_the_table_lines_up_decimals_and_keeps_growth_among_changes() -> None:
    many = replace(OUTPUT, id="many", name="Many", value=Decimal(504000), scale=None, change=None, period=None)
    said = [(small(), each) for each in (OUTPUT, many, GROWTH)]
    assert export.indicators(said).splitlines() == [
        "Indicator  Value        Unit              Change     Period        At",
        "─────────  ───────────  ────────────────  ─────────  ────────────  ────",
        "Output           8.316  million vehicles  ▼ −2.1 %   (Q1–Q3 2024)  q1/2",
        "Many       504,000      vehicles                                   q1/2",
        "Growth                                    ▲ ≥ +10 %                q1/2",
    ]


@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_the_table_fits_its_width_and_cuts_no_figure(width: int) -> None:
    text = export.indicators([(shown(), each) for each in shown().indicators], "table", width)
    assert max(cells(line) for line in text.splitlines()) <= width
    for indicator in shown().indicators:
        assert (indicator.growth_words or indicator.number_words.split()[0]) in text
    assert ("Said by" in text) == (width >= 100)


def test_the_markdown_table_has_one_line_for_each_figure() -> None:
    piped = replace(OUTPUT, name="a | b")
    lines = export.indicators([(small(piped), piped)], "markdown").splitlines()
    assert lines[2] == r"| a \| b | 8.316 million vehicles | ▼ −2.1 % | (Q1–Q3 2024) | Li Bai | `b#q1/2` |"


def test_wide_characters_count_twice_and_break_anywhere() -> None:
    assert cells("工业") == 4
    assert wrap("工业和信息化部", 6) == ["工业和", "信息化", "部"]
    assert wrap("a longword b", 4) == ["a", "longword", "b"]
    assert wrap("", 10) == [""]
    assert filled("one two three", 9, "- ") == "- one two\n  three"


def test_columns_that_cannot_be_narrower_stay_whole() -> None:
    assert columns(("A", "B"), [("one two", "12345678")], 10, flexible=(0,)).splitlines() == [
        "A    B",
        "───  ────────",
        "one  12345678",
        "two",
    ]


def test_numbers_stand_on_their_point() -> None:
    assert lined_up(["1.5", "> 10", "75–100", ""]) == ["   1.5", "> 10", "  75–100", "    "]
    assert lined_up([]) == []
