"""What an analyst asks the shipped briefing, and the sections to be found because the source says it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_tui.content import load
from briefing_tui.search import Index

CONTENT = Path(__file__).parents[2] / "content" / "scio-2024-10-23"

FOUND = {
    # words and terms of art
    "industrial value added": "intro q1 article-1 article-2",
    "lighthouse factories": "intro",
    "little giant": "intro",
    "single-product specialists": "intro",
    "new quality productive forces": "intro",
    "pilot-scale testing": "intro",
    "embodied intelligent robots": "intro",
    "humanoid": "intro",
    "C919": "intro",
    "Mark III LNG": "intro",
    "turboshaft engine": "intro",
    "involution-style competition": "q1",
    "trade-in": "q1 q2 q8 q9 article-3",
    "electric bicycles": "q1 article-3",
    "battery swap": "q2",
    "vehicle-road-cloud integration": "q2",
    "anti-subsidy investigations": "q2",
    "autonomous driving": "q2",
    "low-altitude economy": "q1 q3 q7 article-3",
    "drones": "q3",
    "radio frequency": "q3",
    "5G-A": "q3 q4",
    "RedCap": "q4",
    "HarmonyOS": "q4",
    "quantum information": "q4 q7",
    "value-added telecom services": "q4",
    "base stations": "intro q4",
    "industrial internet": "intro q4 q5",
    "unicorn": "q5",
    "service robots": "q5",
    "satellite internet": "q5",
    "carbon footprint": "q6",
    "green ships": "q6",
    "solid waste": "q6",
    "clean low-carbon hydrogen": "intro q6",
    "lucid waters and lush mountains": "q6",
    "gigabit cities": "q7",
    "computing power": "intro q7",
    "blockchain": "q7",
    "submarine cables": "q7",
    "tri-fold": "q8",
    "Mini-LED": "q8",
    "smart wearable devices": "q8",
    "inclusive finance": "q9",
    "pilot insurance": "q9",
    "technology matchmakers": "q10",
    "pay-after-use": "q10",
    "biomanufacturing": "q1 article-3",
    "nonferrous metals": "q1 article-2",
    # exact phrases
    '"new energy vehicles"': "q1 q2 q6 article-3",
    '"one month, one industrial chain"': "q9",
    '"Signal Enhancement"': "q4",
    '"lighthouse factories"': "intro",
    '"third plenary session"': "q7 q10",
    # outlets, speakers, places
    "CCTV": "q1",
    "cover news": "q2",
    "phoenix": "q3",
    "21st century": "q4",
    "xinhua": "q5",
    "nanfang daily": "q6",
    "zhonghongwang": "q7",
    "economic daily": "q9",
    "CNR": "q10",
    "Shihezi Xinjiang": "q3",
    "Heilongjiang": "q3",
    "Hangzhou": "intro",
    "Hefei": "q1 article-2",
    "Hainan": "q4",
    "Kunming": "q4",
    "China Unicom": "q4",
    # figures
    "5.8%": "intro q1 article-1 article-2",
    "31.8% GDP": "q1 article-1",
    "16.4%": "q1 article-2",
    "504,000": "intro",
    "504000": "intro",
    "8.316 million": "q2",
    "928,000 NEVs": "q2",
    "10 yuan per mu": "q3",
    "4.089 million": "intro q4",
    "325.2 billion yuan": "q4",
    "$10 billion": "q4",
    "14 trillion yuan": "q5",
    "75.9%": "q6",
    "246 EFLOPS": "q7",
    "20 milliseconds": "q7",
    "1.184 billion mobile phones": "q8",
    "1.0018 trillion": "q9",
    "40.7%": "q9",
    "4.49 trillion": "q10",
    "18 MW": "intro",
    "18 megawatts": "intro",
    # abbreviations
    "NEV": "q1 q2 q6 article-3",
    "new energy vehicle": "q1 q2 q6 article-3",
    "SME": "intro q1 q5 q9 q10 article-3",
    "small and medium-sized enterprises": "intro q1 q5 q9 q10 article-3",
    "IoT": "q7",
    "Internet of Vehicles": "q7",
    "internet data center": "q4",
    "initial public offering": "q9",
    "GDP": "q1 article-1",
    "gross domestic product": "q1 article-1",
    "STIB": "q10",
    "generative AI": "q7",
    "generative artificial intelligence": "q7",
    # filters
    "speaker:tao kind:section": "q3 q5 q6 q9",
    "speaker:tao green": "q6",
    "outlet:cctv growth": "q1",
    "in:q4 platform": "q4",
    "topic:auto exports": "q2",
    "kind:section vehicles -rural": "q6",
    # misspellings
    "infrastucture": "q7 q4 q3 intro",
    "turbosahft": "intro",
    "zhengzou": "q1 article-2",
    "hydrogren": "intro q6",
    "incubater": "q10",
}
TYPED = {
    "infrastr": "q7 q4 q3 intro",
    "low-alt": "q1 q3 q7 article-3",
    "carbon footp": "q6",
    "harmo": "q4",
    "246 EF": "q7",
    "504,0": "intro",
    "new energy veh": "q1 q2 q6 article-3",
    "phoen": "q3",
    "1.00": "q9",
    "speaker:ta gree": "q6",
}


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    briefing = load(CONTENT).briefing
    assert briefing is not None
    index = Index([briefing])
    yield index
    index.close()


def sections(index: Index, query: str, typing: bool = False) -> set[str | None]:
    return {hit.place.section for hit in index.search(query, 1000, typing).hits if hit.kind == "section"}


@pytest.mark.parametrize(("query", "expected"), FOUND.items(), ids=FOUND)
def test_an_analyst_finds_what_the_source_says(index: Index, query: str, expected: str) -> None:
    assert set(expected.split()) <= sections(index, query)


@pytest.mark.parametrize(("query", "expected"), TYPED.items(), ids=TYPED)
def test_it_is_found_before_it_is_typed_whole(index: Index, query: str, expected: str) -> None:
    assert set(expected.split()) <= sections(index, query, typing=True)


@pytest.mark.parametrize(
    ("query", "indicator"),
    [
        ("246 EFLOPS", "total-computing-power"),
        ("5.8%", "industrial-value-added-growth"),
        ("504000", "industrial-enterprises"),
        ("1.0018 trillion", "industry-finance-platform-financing"),
        ("10 yuan per mu", "plant-protection-drone-operating-cost"),
        ("NEV exports", "nev-exports"),
    ],
)
def test_a_figure_leads_to_its_indicator(index: Index, query: str, indicator: str) -> None:
    assert indicator in {hit.indicator for hit in index.search(query).hits}


def test_a_figure_is_not_found_in_other_figures(index: Index) -> None:
    snippets = [hit.snippet for hit in index.search("5.8%").hits]
    assert snippets
    assert all("5.8%" in snippet.replace("15.8%", "").replace("75.8%", "") for snippet in snippets)
    assert index.search("58%").total == 0


@pytest.mark.parametrize("query", ["semiconductor lithography", "Tesla", "unemployment", "1.2345%"])
def test_what_the_source_does_not_say_is_not_found(index: Index, query: str) -> None:
    assert index.search(query).total == 0


def test_the_best_section_comes_first(index: Index) -> None:
    for query, best in (
        ("consumer electronics", "q8"),
        ("low-altitude economy", "q3"),
        ("automobile industry", "q2"),
    ):
        assert next(hit for hit in index.search(query).hits if hit.kind == "section").place.section == best
