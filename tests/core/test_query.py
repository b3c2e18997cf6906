"""Reading what people type, and lighting it in any text."""

from __future__ import annotations

import pytest

from briefing_tui.query import MOST_TERMS, lights, read


def lit(query: str, text: str, typing: bool = False) -> list[str]:
    """The words that light up."""
    return [text[start:end] for start, end in lights(query, text, typing)]


def forms(query: str) -> list[str]:
    return [typed.form for term in read(query).wanted for typed in term.typed]


def test_words_phrases_exclusions_and_filters_are_told_apart() -> None:
    query = read('growth "year on year" -export speaker:"Tao Qing" KIND:indicator')
    assert [term.phrase is not None for term in query.wanted] == [False, True]
    assert [term.typed[0].form for term in query.unwanted] == ["export"]
    assert [(each.field, each.value) for each in query.filters] == [
        ("speaker", "Tao Qing"),
        ("kind", "indicator"),
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("low-altitude", ["low", "altitude"]),
        ("5.8%", ["5.8", "%"]),
        ("5G-A", ["5g", "a"]),
        ("c++", ["c++"]),
        ("504,000", ["504,000"]),
        ('"unbalanced words', ["unbalanced", "words"]),
        ("NEAR(", ["near"]),
        ("'; DROP TABLE rows", ["drop", "table", "rows"]),
        ("AND OR NOT", ["and", "or", "not"]),
        ("nev\0", ["nev"]),
        ("\ud800nev", ["nev"]),
        ("🚀", ["🚀"]),
        ("foo:bar", ["foo", "bar"]),
        ("工业", ["工", "业"]),
        ("*", []),
        ("- --", []),
        ("speaker:", []),
    ],
)
def test_signs_are_words_and_never_errors(query: str, expected: list[str]) -> None:
    assert forms(query) == expected


def test_a_query_is_cut_to_256_characters_and_16_terms() -> None:
    assert len(read("word " * 40).wanted) == MOST_TERMS
    assert forms("a" * 1000) == ["a" * 256]


def test_where_a_word_stands_in_the_query_is_kept() -> None:
    query = 'kind:section "smart factory" infrastucture'
    assert [query[t.start : t.end] for term in read(query).wanted for t in term.typed] == [
        "smart",
        "factory",
        "infrastucture",
    ]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("nev", "NEVs and an NEV, never new", ["NEVs", "NEV"]),
        ("policies", "A policy for policies", ["policy", "policies"]),
        ("it", "its own IT", ["IT"]),
        ("cafe", "Café, CAFE\u0301!", ["Café", "CAFE\u0301"]),
        ("low-altitude", "Low-altitude, low altitude, low and altitude", ["Low-altitude", "low altitude"]),
        ("5.8%", "15.8%, 58%, 5.8 %, 5.8", ["5.8 %"]),
        ("5.8 percent", "up 5.8%", ["5.8%"]),
        ("504000", "by 504,000 and 1,504,000", ["504,000"]),
        (
            '"year on year"',
            "Year on year, years on year, year\u00a0on year",
            ["Year on year", "year\u00a0on year"],
        ),
        ('"5.8%"', "5.8% and 15.8%", ["5.8%"]),
        ('"art"', "art, start, artist", ["art"]),
        ("bio-manufacturing", "biomanufacturing", ["biomanufacturing"]),
        ("18MW", "an 18 MW turbine", ["18 MW"]),
        ("c++", "C++ and C", ["C++"]),
        ("工业", "前三季度工业增长", ["工业"]),
        ("-nev in:q4", "NEV in q4", []),
        ("", "anything", []),
        ("５.８％", "up 5.8%", ["5.8%"]),
    ],
)
def test_words_light_up_as_they_are_found(query: str, text: str, expected: list[str]) -> None:
    assert lit(query, text) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("veh", ["vehicles"]),
        ("vehicles", ["vehicles"]),
        ("energ veh", []),
        ("8.3", ["8.316"]),
        ("504,0", ["504,000"]),
        ("exports -veh", ["exports"]),
    ],
)
def test_only_the_last_word_typed_may_be_a_beginning(query: str, expected: list[str]) -> None:
    text = "exports of vehicles: 8.316 of 504,000 by energy"
    assert [each for each in lit(query, text, typing=True) if each] == (expected or ["vehicles"])
    assert "energy" not in lit(query, text, typing=True)


def test_a_blank_ends_the_word_that_is_typed() -> None:
    assert lit("veh ", "vehicles", typing=True) == []
