"""What counts without a scale: small numbers of things, numbers whose noun stands elsewhere, lengths of time, parts."""

import pytest
from figures_said import said

from briefing_tui.transcripts.figures import candidates


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Virus was found in four countries.", ["4 countries"]),
        ("Our six largest banks and two planes.", ["6 banks", "2 planes"]),
        ("We add 140 more trains and two more stops.", ["140 trains", "2 stops"]),
        ("Three of the five bridges are open.", ["3 bridges", "5 bridges"]),
        (
            "Nine of our ten locomotives ran, eighty-seven of them in snow.",
            ["9 locomotives", "10 locomotives", "87 locomotives"],
        ),
        ("Of our 31 wards, 27 are full; the other four will open.", ["31 wards", "27 wards", "4 wards"]),
        ("Fourteen people were hurt, and three are still in hospital.", ["14 people", "3 people"]),
        ("Five members voted for it; one member waited.", ["5 members", "1 member"]),
        ("Seven of the eight judges agreed, and one would not.", ["7 judges", "8 judges", "1 judges"]),
        ("We asked for 14 trams and got only one bid.", ["14 trams", "1 bid"]),
        ("About two dozen people and a dozen cars.", ["≈ 24 people", "12 cars"]),
        ("The vote was 14 to 3, with two abstentions.", ["14", "3", "2 abstentions"]),
        ("There were 38 votes to two.", ["38 votes", "2 votes"]),
        ("There are 16 plants out of 29.", ["16 plants", "29 plants"]),
        ("They found faults in 276, which is bad.", ["276"]),
        ("We have ordered 48. The incidence is 84 per 100,000.", ["48", "84"]),
        (
            "Each of the 12 districts gets a hundred vans; it was minus 12 degrees.",
            ["12 districts", "1 hundred vans", "-12 degrees"],
        ),
        ("Cases grew from 130 in 2022 to nearly 1,400.", ["130 cases", "≈ 1400 cases"]),
    ],
)
def test_small_counts_and_counts_whose_noun_stands_elsewhere(text: str, figures: list[str]) -> None:
    assert said(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "I have two points, three reasons and one question.",
        "Just one? Just one last question. One of the bridges is long; one of the reasons is the price.",
        "Relations between the two countries and the two sides are good.",
        "Law 18.302 and Rules 7, 8 and 10.6 stand; Directive 2029/114 obliges nobody.",
        "The plan has 248 pages and 12 slides.",
        "It is safe for children under 5, people over 65 and girls older than 12.",
        "She is 34, and the bus leaves at 7 and comes back by 9.",
        "Call 137, or dial 800 555 112.",
        "Everyone here is over 65, and whoever comes are under 21.",
        "The big 5 are there. I am 100 per cent clear.",
        "They doubled the pumps at the pier.",
        "In the back half of the year, and in the second half of it.",
        "Take a week; for three years, within two days, in the next ten weeks, six months ago.",
        "We have 30 minutes. Duration: 41 minutes",
    ],
)
def test_what_only_structures_speech_or_names_is_no_figure(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Ships wait 19 hours; it was 34 hours.", ["19 hours", "34 hours"]),
        ("The shift goes from 8 to 7.5 hours.", ["8 hours", "7.5 hours"]),
        ("It has not rained for 58 days.", ["58 days"]),
        ("They were suspended for eight months each.", ["8 months"]),
        ("Trains run every 20 minutes.", ["20 minutes"]),
        ("The crossing takes two and a half hours.", ["2.5 hours"]),
        ("It took nine years, more than 1,600 hours.", ["9 years", "> 1600 hours"]),
        ("Waiting fell from 21 days to 13.", ["21 days", "13 days"]),
        ("It is three to five days.", ["3–5 days"]),
        ("In July we had 4 millimetres; the mean is 37.", ["4 mm", "37"]),
    ],
)
def test_lengths_of_time_are_levels_where_they_do_not_only_tell_when(text: str, figures: list[str]) -> None:
    assert said(text) == figures
    assert {each.kind for each in candidates(text) if each.unit} == {"level"}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Nine out of ten cases, one in seven homes.", ["90 %", "≈ 14.3 %"]),
        ("Only 1 in 20 failed; 9 out of 10 passed.", ["5 %", "90 %"]),
        ("More than half are dual nationals, a quarter have left.", ["> 50 %", "25 %"]),
        ("Almost three quarters have had it. It was a quarter.", ["≈ 75 %", "25 %"]),
        ("Rail gets more than half.", ["> 50 %"]),
        ("One in three years is dry; a third is that we left.", []),
        ("Rates were zero point five percent, then two point two five percent.", ["0.5 %", "2.25 %"]),
        ("It is the third-largest port and the second biggest yard.", ["3", "2"]),
    ],
)
def test_parts_in_words_are_shares(text: str, figures: list[str]) -> None:
    assert said(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Television brought CHF 6.1 million, sponsors 4.4 million.", ["6.1 million CHF", "4.4 million CHF"]),
        ("We ask for R$ 4.30 and SEK 250.", ["4.30 BRL", "250 SEK"]),
        ("Virus was in 212 regions, compared with 168 then.", ["212 regions", "168 regions"]),
        ("The deficit is 3 per cent. The draft says 3.4.", ["3 %", "3.4 %"]),
        ("We could pay 80, maybe 90 million.", ["80 million", "90 million"]),
        ("It earns 3.1 million in four towns.", ["3.1 million", "4 towns"]),
        ("The share rose by 3 points to 41 percent; the index fell 2 points.", ["41 %", "-2 percentage points"]),
        ("The margin rose 120 bps.", ["120 basis points"]),
        ("Wages go up to 1,650 euros, up to 500 firms pay.", ["1650 EUR", "≤ 500 firms"]),
    ],
)
def test_units_that_a_figure_shares_with_the_one_before(text: str, figures: list[str]) -> None:
    assert said(text) == figures


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It grew by 0.7 percent, after 0.2 percent before.", ["growth", "growth"]),
        ("Exports rose 11 percent and imports 3 percent.", ["growth", "growth"]),
        ("Exports rose 11 percent, and steel makes up 3 percent.", ["growth", "share"]),
        ("Energy was 1.9 per cent cheaper.", ["growth"]),
        ("Wages took up 64 percent of it.", ["share"]),
        ("It reached 61 percent of the target group.", ["share"]),
    ],
)
def test_a_growth_goes_on_in_what_is_told_beside_it(text: str, kinds: list[str]) -> None:
    assert [each.kind for each in candidates(text)] == kinds


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("EPS of $2.43 was up 28%.", 28),
        ("Sales were $803 million down 2%.", -2),
        ("The wage is 1,650 euros, that's an increase of 18 percent.", 18),
        ("We had 48,000 guests in 2029, 5 percent fewer than in 2028.", -5),
        ("They made 9.2 billion euros last year, which was 8 percent less than in 2029.", -8),
        ("We moved 2.15 million crates, a plus of nearly 10 percent.", 10),
    ],
)
def test_more_ways_to_tell_the_growth_of_a_level(text: str, change: int) -> None:
    (found,) = candidates(text)
    assert found.change is not None
    assert found.change.value == change


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Board decided to lower the policy rate to 2 percent.", "Policy rate"),
        ("The last estimate says 2.1 billion euros.", "Estimate"),
        ("The bank has valued our stake at 5 billion euros.", "Stake"),
        ("The industry says that half of the trains are late.", "Share of trains"),
        ("No. It was 60 percent.", "60 percent"),
        ("Unemployment edged up to 6.8 percent.", "Unemployment"),
    ],
)
def test_a_name_is_a_noun_phrase_or_the_figure_s_own_words(text: str, name: str) -> None:
    (found,) = candidates(text)
    assert found.name == name
