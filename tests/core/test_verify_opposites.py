"""A figure of one thing is never taken for that of what excludes it: exports and imports, 4G and 5G."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from shipped_briefing import briefing

from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing, Document, Paragraph, Section, Turn
from briefing_tui.opposites import is_opposed
from briefing_tui.verify import verify


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TV imports reached 81.29 million.", "TV exports"),
        ("China imported 4.312 million vehicles.", "Vehicle exports"),
        ("4G base stations numbered 4.089 million.", "5G base stations"),
        ("Urban internet users number more than 300 million.", "Rural internet users"),
        ("Laptop production reached 110 million.", "Laptop exports"),
        ("Service robot sales rose 20.1% in August.", "Service robot output"),
        ("Of all TV imports, 81.29 million came by sea.", "TV exports"),
        ("Laptop production and TV exports reached 110 million and 81.29 million, respectively.", "Laptop exports"),
        ("The share of agriculture in GDP was 31.8%.", "Industrial value added, share of GDP"),
    ],
)
def test_the_same_number_of_what_is_excluded_is_different(text: str, name: str) -> None:
    wrong = [each for each in verify(briefing(), text) if each.outcome != "same"]
    assert [(each.outcome, each.reason) for each in wrong] == [("different", f"subject: {name}")]


@pytest.mark.parametrize(
    "text",
    [
        "Imports were not the topic: 4.312 million vehicles were exported.",
        "4G is history: 5G base stations number 4.089 million.",
        "Rural internet users exceed 300 million, and urban users are many more.",
        "Mobile phone output rose 9.8%; 580 million phones were exported, up 3.5%.",
        "Carmakers sold 4.312 million vehicles abroad, up 27.3%.",
    ],
)
def test_both_words_in_one_text_are_no_error(text: str) -> None:
    assert {each.outcome for each in verify(briefing(), text)} == {"same"}


@pytest.mark.parametrize(
    ("said", "told", "opposed"),
    [
        (("the employment rate was",), ("Unemployment rate",), True),
        (("the unemployment rate was",), ("Unemployment rate",), False),
        (("jobs were created",), ("Jobs", "About 1,500 jobs were lost in May."), True),
        (("imports of cars",), ("Exports and imports",), False),
        ((" 900 of them", "Exports rose"), ("Imports",), True),
        (("important goods",), ("Exports",), False),
        (("the total profit",), ("Operating income",), True),
    ],
)
def test_the_first_text_that_holds_such_a_word_decides(
    said: tuple[str, ...], told: tuple[str, ...], opposed: bool
) -> None:
    assert is_opposed(said, told) is opposed


def jobs() -> Briefing:
    text = "The yards opened three docks, about 1,500 jobs were lost, and 1,500 clerks stayed."
    mention = Mention("s/1", "1,500 jobs", 1)
    figure = Indicator("jobs", "Jobs", "yards", "count", Decimal(1500), (mention,), None, "jobs", "≈")
    section = Section("s", "t", "opening", "Opening", (Turn("statement", (Paragraph(1, text, (1,)),)),))
    documents = (Document("t", "transcript", "T", ("s",)),)
    return Briefing("b", "B", "O", datetime.date(2024, 1, 1), documents, (), (), (section,), (figure,))


def test_a_bare_name_is_told_by_the_clause_of_its_figure() -> None:
    (lost,) = verify(jobs(), "About 1,500 jobs were lost.")
    (created,) = verify(jobs(), "About 1,500 jobs were created.")
    (closed,) = verify(jobs(), "About 1,500 jobs at closed docks.")
    assert [each.outcome for each in (lost, created, closed)] == ["same", "different", "same"]
    assert created.reason == "subject: Jobs"
