"""Figures in prose become candidate indicators: value, scale, unit, bound, change and kind, one sentence at a time."""

import time
from decimal import Decimal

import pytest

from briefing_tui.numerals import numbers
from briefing_tui.quantity import Change
from briefing_tui.transcripts.figures import Candidate, candidates


def said(candidate: Candidate) -> str:
    """A candidate in one line: `> 12500 clinics`, `2.25–2.5 %`."""
    top = "" if candidate.value_max is None else f"–{candidate.value_max}"
    sign = "" if candidate.comparator == "=" else f"{candidate.comparator} "
    words = (f"{sign}{candidate.value}{top}", candidate.scale, candidate.unit)
    return " ".join(word for word in words if word)


def only(text: str) -> Candidate:
    (found,) = candidates(text, None, 2023)
    return found


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The mill employs 1,557 people.", ["1557 people"]),
        ("Rail freight reached 2.4 billion tons.", ["2.4 billion t"]),
        ("It has raised more than one trillion yuan.", ["> 1 trillion CNY"]),
        ("Twenty-four harbors and eight listed shipyards took part.", ["24 harbors", "8 shipyards"]),
        ("The subsidy is $1.5bn a year, at least €20 million.", ["1.5 billion USD/year", "≥ 20 million EUR"]),
        ("Each village received $5m and RMB3.2 billion.", ["5 million USD", "3.2 billion CNY"]),
        ("Spraying costs less than 10 yuan per mu (0.0667 hectares).", ["< 10 CNY/mu"]),
        ("A 12 megawatt (MW) turbine and a 900 kW engine.", ["12 MW", "900 kW"]),
        ("Latency is 20 milliseconds at 246 EFLOPS.", ["20 ms", "246 EFLOPS"]),
        ("The range stays at 2¼ to 2½ percent, and ¾ percent was once the floor.", ["2.25–2.5 %", "0.75 %"]),
        ("Screens of 75 to 100 inches sell.", ["75–100 inches"]),
        ("Between 30 and 40 percent of the fleet needs repair.", ["30–40 %"]),
        ("We weighed moves of 25 or 50 basis points.", ["25 basis points", "50 basis points"]),
        ("They spend $400 and $450 billion.", ["400 billion USD", "450 billion USD"]),
        ("Ports handled 10, 12 and 15 million tons.", ["10 million t", "12 million t", "15 million t"]),
        ("Nearly half of the towns and one-third of the villages have fiber.", ["≈ 50 %", "≈ 33.3 %"]),
        ("About a third of the boats and two thirds of the docks.", ["≈ 33.3 %", "≈ 66.7 %"]),
        ("No fewer than 17 tunnels and 90 bridges or more.", ["≥ 17 tunnels", "90 bridges"]),
        ("It approached 3 million visitors, close to 40% of them young.", ["≈ 3 million visitors", "≈ 40 %"]),
        ("Up to 500 firms, fewer than 80 farms.", ["≤ 500 firms", "< 80 farms"]),
        ('We run 207 "gigabit towns," and 14,600 "little giant" companies.', ["207 towns", "14600 companies"]),
        ("The number of broadband users reached 196 million.", ["196 million users"]),
        ("There are over 300 courses and services.", ["> 300 courses and services"]),
        ("We dug 14 of them, about 420 a year, and 1,200 at home.", ["14", "≈ 420", "1200"]),
        (
            "It holds 1.2 trillion crowns at 7 dirhams per cubic metre.",
            ["1.2 trillion crowns", "7 dirhams/cubic metre"],
        ),
    ],
)
def test_values_scales_units_and_bounds(text: str, figures: list[str]) -> None:
    assert [said(each) for each in candidates(text)] == figures


@pytest.mark.parametrize(
    "text",
    [
        "Under the 14th Five-Year Plan (2021-2025) we met on May 3, 2023 at 3:30 p.m.",
        "The 5G and 6G networks, 10G PON, 5G-A, the C919, the F-35, COVID-19 and GPT-4.",
        "There are four aspects. First, one of the two sides left; second, nobody came.",
        "See Article 5, Resolution 1701 and page 12 of 40. [0:24:15.5]",
        "Call +86 10 6512 3456 or write to press2023@example.org, https://example.org/2023/10/4.",
        "In the past three months, over the last five years, for 74 years, in the first half of 2023.",
        "He is 64 years old and has a three-year-old child; the 1990s were long.",
        "Thank you. I have two questions, about the Big Three and about these three.",
        "1. The plan of 2023",
        "Two items, and three announcements.",
        "Nothing to count here.",
        "",
    ],
)
def test_names_dates_and_turns_of_phrase_are_no_figures(text: str) -> None:
    assert candidates(text, None, 2023) == ()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("We spent two hundred and fifty million dollars on ferries.", ["250 million USD"]),
        ("One hundred and twenty ships, three thousand two hundred sailors.", ["120 ships", "3200 sailors"]),
        ("We paid out one and a half billion euros.", ["1.5 billion EUR"]),
        ("Two hundred thousand people came, then a hundred million.", ["200 thousand people", "100 million"]),
        ("Three quarters of them are, a tenth of ours.", ["75 %", "10 %"]),
        ("Half a million homes are dark.", ["0.5 million homes"]),
        ("He bought 15 or 20 ships and two or three tugs.", ["15 ships", "20 ships", "2–3 tugs"]),
        ("By then 38 of 52 kilometers will be laid.", ["38 km", "52 km"]),
        ("So far, 160 have signed. Some two hundred and sixty were there.", ["160", "≈ 260"]),
        ("Of 19 participants, 12 see two more cuts.", ["19 participants", "12 participants", "2 cuts"]),
        ("Four of our eleven members wanted it.", ["4 members", "11 members"]),
        ("Two million three hundred thousand people.", []),
        ("Channel 4 will open at 10 were it not for the Tesla 3.", []),
        ("We had three quarters of falling sales, then a quarter of growth.", []),
    ],
)
def test_numbers_in_several_words_parts_and_numbers_that_stand_bare(text: str, figures: list[str]) -> None:
    assert [said(each) for each in candidates(text)] == figures


@pytest.mark.parametrize(
    ("text", "level", "change"),
    [
        ("4.3 million cars were exported, up 27.3% year on year.", "4.3 million cars", ("27.3", "%", "year on year")),
        (
            "We made 220 million phones, a year-on-year drop of 9.9%.",
            "220 million phones",
            ("-9.9", "%", "year on year"),
        ),
        ("The harvest rose 3.4% to 61.2 million tons.", "61.2 million t", ("3.4", "%", None)),
        ("Clinics reached 504,000, an increase of 4.4% compared to the end of 2022.", "504000 clinics", None),
        ("Output grew 6.2%, 0.4 percentage points faster than before.", "6.2 %", ("0.4", "percentage points", None)),
        ("Unemployment stood at 4.1%, 0.3 percentage points lower.", "4.1 %", ("-0.3", "percentage points", None)),
        ("The rate was cut by 25 basis points to 3.75 percent.", "3.75 %", ("-25", "basis points", None)),
        (
            "The rate was raised by a quarter of a percentage point to 4 percent.",
            "4 %",
            ("0.25", "percentage points", None),
        ),
        ("We lost 1,020 animals, a drop of a quarter.", "1020 animals", ("-25", "%", None)),
        ("A ticket costs 59 crowns, which is a quarter less than in 2021.", "59 crowns", ("-25", "%", None)),
    ],
)
def test_a_growth_told_with_its_level_becomes_its_change(
    text: str, level: str, change: tuple[str, str, str | None] | None
) -> None:
    found = only(text)
    value, unit, basis = change or ("4.4", "%", "since end 2022")
    assert (said(found), found.change) == (level, Change(Decimal(value), unit, basis))
    assert abs(Decimal(value)) in {number.value for number in numbers(text)}


@pytest.mark.parametrize(
    ("text", "value", "basis"),
    [
        ("Output increased by 5.8% year on year.", "5.8", "year on year"),
        ("There was a 10 percent decline in prices.", "-10", None),
        ("Mills achieved double-digit growth.", "10", None),
        ("Prices have more than doubled.", "100", None),
        ("Costs halved.", "-50", None),
        ("Rent is up by a third, I hear.", "33.3", None),
        ("It shrank by a quarter from a year earlier.", "-25", "year on year"),
        ("Growth was revised down to 3.7 per cent.", "3.7", None),
        ("Sales fell 2% month on month.", "-2", "month on month"),
    ],
)
def test_a_growth_alone_is_an_indicator_of_its_own(text: str, value: str, basis: str | None) -> None:
    found = only(text)
    assert (found.kind, found.value, found.basis, found.change) == ("growth", Decimal(value), basis, None)


def test_levels_told_one_by_one_are_a_list_too() -> None:
    out, in_ = candidates("Exports came to €4.8 billion and imports to €6.1 billion, up 3% and 5%, respectively.")
    assert [each.change and each.change.value for each in (out, in_)] == [3, 5]


def test_a_move_in_billions_is_no_change_of_the_level_it_leads_to() -> None:
    move, level = candidates("The deficit is down by $1.4 billion, to $3.6 billion.")
    assert (move.kind, move.value) == ("growth", Decimal("-1.4"))
    assert (level.value, level.change) == (Decimal("3.6"), None)


def test_what_is_lowered_may_stand_before_how_far() -> None:
    found = only("The Council lowered the policy rate by 25 basis points, to 2¾ percent.")
    assert (found.kind, found.value, found.change) == ("level", Decimal("2.75"), Change(Decimal(-25), "basis points"))


def test_more_than_last_year_is_a_growth_of_its_own_since_it_has_no_unit() -> None:
    found = candidates("We counted 137 wolves, 11 more than last winter, and 5 fewer than last year.")
    assert [each.kind for each in found] == ["count", "growth", "growth"]
    assert [each.value for each in found] == [137, 11, -5]
    assert all(each.change is None for each in found)


def test_another_subject_keeps_its_own_growth() -> None:
    level, growth = candidates("Firms paid 61.2 million yuan, and exports fell by 12% from a year earlier.")
    assert (level.kind, level.change) == ("level", None)
    assert (growth.name, growth.kind, growth.basis) == ("Exports", "growth", "year on year")
    assert growth.value == -12


def test_a_growth_in_the_level_s_own_unit_stays_apart_since_a_change_has_no_scale() -> None:
    amount, rate = candidates("Revenue fell by 3.1 billion yuan, or 4.2 percent, from the same period last year.")
    assert (amount.kind, amount.value, amount.scale, amount.unit) == ("growth", Decimal("-3.1"), "billion", "CNY")
    assert (rate.kind, rate.value, rate.basis) == ("growth", Decimal("-4.2"), "year on year")


def test_respectively_pairs_levels_with_growths_and_with_their_names() -> None:
    wheat, rye = candidates(
        "Sales of wheat and rye reached 21.4 million tons and 5.7 million tons, respectively, "
        "up 1.9% and 2.4% year on year, respectively."
    )
    assert (wheat.name, wheat.change) == ("Sales of wheat", Change(Decimal("1.9"), "%", "year on year"))
    assert (rye.name, rye.change) == ("Sales of rye", Change(Decimal("2.4"), "%", "year on year"))
    assert (wheat.quote, rye.quote) == ("21.4 million tons", "5.7 million tons")
    income, profit = candidates("The income and profit of the mills rose by 3.2% and 3%, respectively.")
    assert (income.name, profit.name) == ("Income of the mills", "Profit of the mills")
    assert (income.value, profit.value) == (Decimal("3.2"), Decimal(3))


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Exports of cars, ships and trains rose", ["Exports of cars", "Exports of ships", "Exports of trains"]),
        ("Retail, wholesale and online sales rose by", ["Retail sales", "Wholesale sales", "Online sales"]),
        ("The primary, secondary and tertiary industries grew", ["Primary", "Secondary", "Tertiary"]),
        ("Steel, glass and cement output was up", ["Steel output", "Glass output", "Cement output"]),
        ("Sales in Tern, in Vale and in Moor rose", ["Sales in Tern", "Sales in Vale", "Sales in Moor"]),
        ("In 2023 wheat, rye and barley were up", ["Wheat", "Rye", "Barley"]),
        ("Wages were 900 dollars, and rents, fares and fees rose by", ["Rents", "Fares", "Fees"]),
    ],
)
def test_respectively_names_each_of_a_longer_list(said: str, names: list[str]) -> None:
    *_, one, two, three = candidates(f"{said} 3%, 4% and 5%, respectively.")
    told = [(each.name[: len(name)], each.value) for each, name in zip((one, two, three), names, strict=True)]
    assert told == list(zip(names, (Decimal(3), Decimal(4), Decimal(5)), strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Research and development spending and sales rose 3% and 4%, respectively.",
        "Men and women aged 20 and 30 earned 3,000 and 2,000 yuan, respectively.",
    ],
)
def test_respectively_makes_up_no_subjects(text: str) -> None:
    assert not {each.name for each in candidates(text)} & {"Development spending", "Women aged 20", "30 earned"}


def test_respectively_pairs_nothing_where_the_lists_differ_in_length() -> None:
    found = candidates("Steel and glass reached 5 million tons and 7 million tons, up 3%, 4% and 6%, respectively.")
    assert [each.kind for each in found] == ["level", "level", "growth", "growth", "growth"]
    assert [each.value for each in found] == [5, 7, 3, 4, 6]
    assert all(each.change is None for each in found)


def test_a_list_without_respectively_is_not_paired() -> None:
    found = candidates("We made 5 million cars and 7 million vans, up 3% and 4%.")
    assert [each.change for each in found] == [None] * 4


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rents account for 42% of the total.", "share"),
        ("The industry makes up 5 percent of the economy.", "share"),
        ("The penetration rate reached 69.6%.", "share"),
        ("Inflation stood at 2.1 percent.", "level"),
        ("We keep our symmetric 2 percent inflation objective.", "target"),
        ("The goal is to reduce the cost to less than 10 yuan per mu.", "limit"),
        ("It is among the world's top 10 ports.", "rank"),
        ("The region ranks No. 3 in timber.", "rank"),
        ("The country has 76 harbors.", "count"),
        ("The income was 76 million yuan.", "level"),
        ("In the year 4.3 million cars were exported.", "level"),
        ("Growth was 7 percentage points higher.", "growth"),
    ],
)
def test_kinds_are_kept_apart(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Last year the value added of the steel industry increased by 5.8%.", "Value added of the steel industry"),
        ("We built 421 national-level demonstration factories.", "National-level demonstration factories"),
        ("There was a 16% increase in investment in mills.", "Investment"),
        ("Renewable energy use has exceeded 50%.", "Renewable energy use"),
        ("An 18 megawatt offshore wind turbine was connected.", "Offshore wind turbine"),
        ("We have now reached 76.5%.", "76.5%"),
        ("Next year we spend 85 million yuan on cranes.", "Cranes"),
    ],
)
def test_names_are_short_noun_phrases_found_near_the_figure(text: str, name: str) -> None:
    assert only(text).name == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We had 340 cases; a third of those were children.", ["Cases", "Share of cases"]),
        ("The number of ships was 1,302, and 41 percent of them took power.", ["Ships", "Share of ships"]),
        ("We asked 800 firms. Half of them answered.", ["Firms", "Share of firms"]),
    ],
)
def test_a_share_that_only_points_is_one_of_what_was_counted_before(text: str, names: list[str]) -> None:
    assert [each.name for each in candidates(text, None, 2023)] == names


def test_quotes_hold_their_figure_stand_once_and_never_over_one_another() -> None:
    text = "It grew 5% in May. It grew 5% in June, it grew 15% in July, and 5% of the 5 mills closed."
    found = candidates(text, None, 2023)
    assert [each.value for each in found] == [5, 5, 15, 5, 5]
    end = 0
    for each in found:
        assert text[each.start : each.end] == each.quote
        assert text.count(each.quote) == 1
        assert each.start >= end
        assert each.value in {number.value for number in numbers(each.quote)}
        end = each.end


def test_fractions_are_numerals_too() -> None:
    assert [number.value for number in numbers("¾, 2¼ to 2½, a third of it, two thirds of it; a third batch")] == [
        *(Decimal(value) for value in ("0.75", "2.25", "2.5", "33.3", "66.7"))
    ]


@pytest.mark.parametrize(
    "unit", ["1", "1,", "5 (", "It grew 5%. ", "5% and ", "增长5%了", "one two ", "up by of 5 ", "半个月"]
)
def test_a_hostile_paragraph_takes_its_length_and_not_its_square(unit: str) -> None:
    def took(length: int) -> float:
        text = (unit * length)[:length]
        began = time.process_time()
        candidates(text, None, 2023)
        return time.process_time() - began

    long = took(40_000)
    assert long < 8 * took(10_000) + 0.1
    assert long < 1.5


def test_two_clauses_share_no_unit_and_a_list_does() -> None:
    def units(text: str) -> list[tuple[str, str | None]]:
        return [(str(each.value), each.unit) for each in candidates(text)]

    assert units("The ships that called were 1,302, and 41 percent of them took power from the shore.")[0] == (
        "1302",
        None,
    )
    assert units("Prices rose by 5, 6, and 7 percent.") == [("5", "%"), ("6", "%"), ("7", "%")]
    assert units("They rose by 20 and 30 percent.") == [("20", "%"), ("30", "%")]
