"""The search engine on small briefings made here."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal

import pytest

from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing, Document, Outlet, Paragraph, Section, Speaker, Turn
from briefing_tui.place import Place
from briefing_tui.search import Hit, Index, Results
from briefing_tui.words import fold

LONG = "Nothing much is said here for a while. " * 8
TEXTS = (
    (
        "q1",
        "wire",
        ("Why?", f"{LONG}Makers of new energy vehicles (NEVs) built 8.316 million, up 5.8%. {LONG}"),
    ),
    (
        "q2",
        "daily",
        (
            "Airports and infrastructure?",
            "The share is 15.8%, of 58 new airports.",
            "工业增长，Crème brûlée.",
        ),
    ),
    ("q3", "wire", ("And biomanufacturing?", "NEV makers go abroad. Low altitude, high hopes.")),
)


def section(name: str, outlet: str, texts: tuple[str, ...]) -> Section:
    question, *answers = (Paragraph(number, text, (number,)) for number, text in enumerate(texts, 1))
    turns = (
        Turn("question", (question,)),
        Turn("answer", tuple(answers), "li-na" if name == "q2" else "bo-ek"),
    )
    return Section(name, "talk", "exchange", f"Title of {name}", turns, outlet)


BRIEFING = Briefing(
    id="made-up",
    title="Made up",
    organiser="Office",
    date=datetime.date(2024, 1, 2),
    documents=(Document("talk", "transcript", "Talk", ("q1", "q2", "q3")),),
    speakers=(
        Speaker("bo-ek", "Bo Ek", "panel", "Ministry of Works", ("engineer",), "MW"),
        Speaker("li-na", "Li Na", "panel", "Ministry of Air", ("pilot",)),
        Speaker("al-no", "Al No", "chair", "Office", ()),
    ),
    outlets=(Outlet("wire", "The Wire"), Outlet("daily", "Sunny Daily")),
    sections=tuple(section(*each) for each in TEXTS),
    indicators=(
        Indicator(
            "nev-output",
            "Cars made",
            "automobiles",
            "level",
            Decimal("8.316"),
            (Mention("q1/2", "8.316 million", 2),),
            scale="million",
            unit="vehicles",
            note="Counted at the gate.",
        ),
        Indicator("share", "Share", "air", "share", Decimal("15.8"), (Mention("q2/2", "15.8%", 2),), unit="%"),
    ),
)


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    index = Index([BRIEFING])
    yield index
    index.close()


def sections(results: Results) -> list[str]:
    return sorted(str(hit.place.section) for hit in results.hits if hit.kind == "section")


def hit(index: Index, query: str, kind: str) -> Hit:
    return next(hit for hit in index.search(query).hits if hit.kind == kind)


def test_all_words_are_wanted_in_any_order(index: Index) -> None:
    assert sections(index.search("abroad makers")) == ["q3"]
    assert index.search("abroad airports").total == 0


def test_a_section_tells_every_paragraph_that_holds_the_words(index: Index) -> None:
    assert [str(place) for place in hit(index, "airports", "section").paragraphs] == ["made-up#q2/1", "made-up#q2/2"]
    assert [str(place) for place in hit(index, "makers abroad", "section").paragraphs] == ["made-up#q3/2"]
    assert hit(index, "share new", "section").paragraphs == (Place.read("made-up#q2/2"),)
    assert hit(index, "outlet:daily", "section").paragraphs == ()


def test_the_last_word_is_a_beginning_only_while_typing(index: Index) -> None:
    assert sections(index.search("infra", typing=True)) == ["q2"]
    assert index.search("infra").total == 0
    assert index.search("infra infrastructure", typing=True).total == 0


def test_an_exact_phrase_is_checked_literally(index: Index) -> None:
    assert sections(index.search('"NEV makers"')) == ["q3"]
    assert index.search('"nevs makers"').total == 0
    assert sections(index.search('"low altitude"')) == ["q3"]
    assert index.search('"low-altitude"').total == 0
    assert sections(index.search("low-altitude")) == ["q3"]
    assert sections(index.search('makers -"go abroad"')) == ["q1"]


@pytest.mark.parametrize(("kind", "found"), [("level", "nev-output"), ("share", "share"), ("growth", None)])
def test_the_kind_of_a_figure_is_a_kind_too(index: Index, kind: str, found: str | None) -> None:
    assert [each.indicator for each in index.search(f"kind:{kind}").hits] == ([found] if found else [])


def test_words_not_wanted_shut_out(index: Index) -> None:
    assert sections(index.search("makers -abroad")) == ["q1"]
    assert index.search("-abroad").total == 0
    assert sections(index.search("kind:section -abroad")) == ["q1", "q2"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind:section", {"q1", "q2", "q3"}),
        ("kind:section speaker:li", {"q2"}),
        ("kind:section speaker:bo-ek", {"q1", "q3"}),
        ("kind:section outlet:sun", {"q2"}),
        ('kind:section outlet:"the wire"', {"q1", "q3"}),
        ("kind:section topic:AUTO", {"q1"}),
        ("in:q1 kind:section", {"q1"}),
        ("in:q kind:section", set()),
        ("kind:section -outlet:wire", {"q2"}),
        ("unit:%", {"q2"}),
        ("unit:veh", {"q1"}),
        ("kind:indicator speaker:ek", {"q1"}),
        ("makers in:q3", {"q3"}),
    ],
)
def test_filters_narrow_and_alone_they_list(index: Index, query: str, expected: set[str]) -> None:
    assert {hit.place.section for hit in index.search(query).hits} == expected


def test_an_abbreviation_and_its_words_find_each_other(index: Index) -> None:
    for query in ("nev", "NEVs", "new energy vehicle", "vehicles new energy"):
        assert sections(index.search(query)) == ["q1", "q3"], query
    assert sections(index.search('"new energy vehicles"')) == ["q1"]


def test_one_word_and_its_halves_find_each_other(index: Index) -> None:
    assert sections(index.search("bio-manufacturing")) == ["q3"]


def test_chinese_and_accents_are_found(index: Index) -> None:
    assert index.search("工业").hits[0].place == Place("made-up", "q2", 3)
    assert index.search("业工").total == 0
    assert sections(index.search("creme BRULEE")) == ["q2"]


@pytest.mark.parametrize("query", ["5.8%", "5.8 %", '"5.8%"', "5.8 percent"])
def test_a_figure_is_not_found_in_a_longer_one(index: Index, query: str) -> None:
    assert sections(index.search(query)) == ["q1"]


def test_a_figure_finds_its_indicator_however_it_is_typed(index: Index) -> None:
    for query in ("8.316 million", "8,316,000", "8316000", "nev-output", "gate counted"):
        assert hit(index, query, "indicator").indicator == "nev-output", query


def test_a_section_is_found_by_what_its_indicators_say(index: Index) -> None:
    assert hit(index, "counted gate", "section").place == Place("made-up", "q1", 2)


def test_a_hit_leads_to_the_paragraph_with_the_words_lit(index: Index) -> None:
    found = hit(index, "makers built", "section")
    assert found.place == Place("made-up", "q1", 2)
    assert found.title == "q1 The Wire › Title of q1"
    assert [found.snippet[start:end] for start, end in found.lit] == ["Makers", "built"]
    assert found.snippet.startswith("…")
    assert found.snippet.endswith("…")
    assert 100 < len(found.snippet) <= 162


def test_an_indicator_hit_shows_its_figure(index: Index) -> None:
    found = hit(index, "cars", "indicator")
    assert (found.title, found.place) == ("Cars made 8.316 million vehicles", Place("made-up", "q1", 2))
    assert "8.316 million" in found.snippet
    assert [found.title[start:end] for start, end in found.title_lit] == ["Cars"]


def test_a_speaker_hit_leads_to_their_first_section(index: Index) -> None:
    found = hit(index, "engineer", "speaker")
    assert (found.title, found.speaker, found.place) == ("Bo Ek", "bo-ek", Place("made-up", "q1"))
    assert found.snippet == "engineer, Ministry of Works"
    assert hit(index, "kind:speaker chair", "speaker").place == Place("made-up")


def test_a_title_outranks_a_text_and_scores_fall(index: Index) -> None:
    results = index.search("title share")
    assert results.hits[0].kind == "section"
    scores = [each.score for each in index.search("the").hits]
    assert scores == sorted(scores, reverse=True)


def test_the_total_counts_what_is_not_returned(index: Index) -> None:
    results = index.search("kind:section", limit=1)
    assert (len(results.hits), results.total) == (1, 3)


def test_a_misspelt_word_is_corrected_and_told(index: Index) -> None:
    results = index.search("Infrastucture kind:section")
    assert results.corrected == "infrastructure kind:section"
    assert ("infrastucture", "infrastructure") in results.suggestions
    assert sections(results) == ["q2"]
    assert index.search("infrastuct", typing=True).corrected == "infrastructure"


def test_a_word_near_nothing_finds_nothing(index: Index) -> None:
    assert index.search("zzyzxq") == Results("zzyzxq", (), 0)
    partly = index.search("infrastucture zzyzxq")
    assert (partly.total, partly.corrected) == (0, None)
    assert partly.suggestions == (("infrastucture", "infrastructure"),)
    assert index.search("9.9%").suggestions == ()


@pytest.mark.parametrize(
    "query",
    [
        "",
        "  ",
        "*",
        "NEAR(",
        "'; DROP TABLE rows",
        "\0",
        "\ud800",
        "🚀",
        '"',
        '"""',
        "c++",
        "a" * 5000,
        "¶",
        "( AND",
        "a-" * 99,
        "speaker:",
        "-",
        "title:x",
        "^q1",
        "{title}:q1",
        "q1\\",
        "x\u202ey",
    ],
)
@pytest.mark.parametrize("typing", [False, True])
def test_nothing_typed_is_an_error(index: Index, query: str, typing: bool) -> None:
    results = index.search(query, typing=typing)
    assert len(results.hits) == results.total
    assert "\0" not in results.query
    assert "\u202e" not in results.query
    results.query.encode()


def test_nothing_asked_gives_nothing(index: Index) -> None:
    assert index.search("").total == index.search("speaker:").total == index.search("*").total == 0


def test_hostile_content_is_shown_harmlessly() -> None:
    turn = Turn("statement", (Paragraph(1, "evil \x1b[31m words\nhere", (1,)),))
    hostile = Section("opening", "talk", "opening", "Bad \x1b]0;title\x07", (turn,))
    index = Index([Briefing("bad", "Bad", "Office", datetime.date(2024, 1, 2), (), (), (), (hostile,))])
    found = index.search("evil here").hits[0]
    index.close()
    assert (found.title, found.snippet) == ("Bad ␛]0;title␇", "evil ␛[31m words here")


def test_an_empty_library_finds_nothing() -> None:
    index = Index([])
    assert index.search("word kind:section").total == 0
    index.close()


def test_search_loads_no_screen_and_no_pydantic() -> None:
    code = "import sys, briefing_tui.search; print({'textual', 'rich', 'pydantic'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "set()"


def test_a_search_is_narrowed_to_one_briefing() -> None:
    from dataclasses import replace

    from briefing_tui.content import load
    from briefing_tui.library import shipped

    one = load(shipped() / "scio-2024-10-23").briefing
    assert one is not None
    index = Index((one, replace(one, id="other-2024")))
    everywhere, here = index.search("exports"), index.search("exports in:other-2024")
    assert here.total * 2 == everywhere.total
    assert {hit.place.briefing for hit in here.hits} == {"other-2024"}
    assert not {hit.place.briefing for hit in index.search("exports -in:other-2024").hits} & {"other-2024"}
    assert index.search("exports in:nowhere-2024").total == 0


def test_letters_with_strokes_are_found_as_they_are_typed() -> None:
    assert fold("Sørensen, Łódź, Đorđe, Cœur") == "sorensen, lodz, dorde, coeur"
