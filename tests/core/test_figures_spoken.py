"""Figures as officials, generals, farmers and clubs say them: what stands without its noun, unit or scale."""

import pytest
from figures_said import said

from briefing_tui.transcripts.figures import candidates


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("We closed 12 embassies and opened three.", ["12 embassies", "3"]),
        (
            "We have 11 stations and four were down, of which 110 arrived.",
            ["11 stations", "4 stations", "110 stations"],
        ),
        ("In all, 27 of the 193 members voted against, and 14 abstained.", ["27 members", "193 members", "14 members"]),
        ("There are 340 of us; 24 of those aircraft fly.", ["340", "24 aircraft"]),
        ("It was found in two countries. The two countries talk.", ["2 countries"]),
        ("Class sizes went from 24 pupils to 33 in two years.", ["24 pupils", "33 pupils"]),
        ("Slots are down from 36 to 24 a day.", ["36 slots", "24"]),
        ("Hospital beds fell from 4,100 to 3,850.", ["4100 beds", "3850 beds"]),
        ("It costs 45 dollars and not 110, and the rule demands 12.", ["45 USD", "12"]),
        ("The ferry carried 410 passengers and 22 crew; 14 dead.", ["410 passengers", "22 crew", "14 dead"]),
        ("A ticket costs 11 dollars; children pay five.", ["11 USD", "5"]),
        ("We need 15 litres a day and can give seven.", ["15 L/day", "7"]),
        ("In 2030 there were seven, and eleven the year before.", ["7", "11"]),
        ("You gave them 14. All five, I said, at half past nine, in hall 7: I have two.", ["14"]),
        ("Some were children under five; the hotline is 800 41 41, a lady of 87 spoke.", []),
        ("We sold nine old ones.", ["9"]),
        ("Sales were down 3 to 4 percent.", ["-4–-3 %"]),
        ("Prices fell between 5 and 7 percent; wages rose 2 to 3 percent.", ["-7–-5 %", "2–3 %"]),
        ("Our schools number 420; take bus number 12.", ["420 schools"]),
        ("The vote was seven to two, the forecast 140; we ended at 152.", ["7", "2", "140", "152"]),
        ("We keep 55 percent and those in the north 10.", ["55 %", "10 %"]),
        ("Some thirty-odd villages are cut off.", ["≈ 30 villages"]),
        ("We carried 4.1 million passengers, or 22,600 a day.", ["4.1 million passengers", "22600"]),
    ],
)
def test_numbers_whose_noun_stands_elsewhere(text: str, figures: list[str]) -> None:
    assert said(text, month=6) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("We got $4.2 billion, of which 900 million goes to bridges.", ["4.2 billion USD", "900 million USD"]),
        (
            "Fuel cost 3.1 billion euros, a lot. Debt is 5.75 billion.",
            ["3.1 billion EUR", "5.75 billion EUR"],
        ),
        ("You had 2.1 billion dollars, and they say it's more like 2.8.", ["2.1 billion USD", "2.8 billion USD"]),
        (
            "It costs 27 million rand a day, so nearly two and a half billion.",
            ["27 million ZAR/day", "≈ 2.5 billion ZAR"],
        ),
        ("It was raised from 20,000 dollars to 50,000.", ["20000 USD", "50000 USD"]),
        ("Declarations rose by 6 percent to 418,000.", ["418000 declarations"]),
        ("Loans were 90 days behind, 1,940 loans out of some 52,000.", ["90 days", "1940 loans", "≈ 52000 loans"]),
        ("Milk is at 38 cents a litre, and 11 goals a game.", ["38 cents/litre", "11 goals/game"]),
        ("There were 84 cases per 100,000 inhabitants.", ["84 cases/100,000 inhabitants"]),
        ("We had 1.9 recordable injuries per million hours.", ["1.9 injuries/million hours"]),
        ("Free cash flow was negative $120 million; it's minus 18 tonight.", ["-120 million USD", "-18"]),
        ("It costs eleven times the average wage.", ["11 times"]),
    ],
)
def test_units_and_scales_told_before(text: str, figures: list[str]) -> None:
    assert said(text, month=6) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("I expect some two thirds to leave, and three fifths did.", ["≈ 66.7 %", "60 %"]),
        ("About half our soldiers are volunteers.", ["≈ 50 %"]),
        (
            "It puts us in fourth place; they are seventh in the world and ninth out of 52 mines.",
            ["4", "7", "9", "52 mines"],
        ),
        (
            "It is enough for seven and a half months; a picture comes every two and a half minutes.",
            ["7.5 months", "2.5 minutes"],
        ),
        ("It lasts for at least 25 years; that's 13 years.", ["≥ 25 years", "13 years"]),
        ("The mean over the prior 12 months, for 24 hours ahead.", []),
        ("In second place, in the third place.", ["2"]),
        ("The hotline is 8-555-0142. We were 2-0 up and lost 3-2.", []),
        ("Under Horizon 2032 the asteroid 2014 RK7 is near.", []),
    ],
)
def test_parts_ranks_and_lengths_of_time(text: str, figures: list[str]) -> None:
    assert said(text, month=6) == figures


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("We've lost a quarter of our teachers.", "share", 25),
        ("We've cut emissions by two fifths.", "growth", -40),
        ("Prices are rising at a rate of 4.6 per cent.", "growth", "4.6"),
        ("The operating margin was 10.6 percent.", "level", "10.6"),
        ("The goal in our plan is 50 percent.", "target", 50),
        ("Margins narrowed by 2 percent.", "growth", -2),
    ],
)
def test_kinds_of_what_moves(text: str, kind: str, value: object) -> None:
    (found,) = candidates(text, None, 2030)
    assert (found.kind, str(found.value)) == (kind, str(value))


def test_of_two_growths_of_one_level_the_first_is_its_change() -> None:
    level, alone = candidates("Revenue was $3.42 billion, up 18% year over year and 6% sequentially.")
    assert level.change is not None
    assert (int(level.change.value), alone.kind, int(alone.value)) == (18, "growth", 6)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Inflation was 2.4 per cent in the June quarter.", "2030-04/2030-06"),
        ("Wages rose 5.2 per cent in the year to June.", "2029-07/2030-06"),
        ("Arrivals rose 7 per cent in the three months to March 2030.", "2030-01/2030-03"),
        ("The rate was 4.3 percent, the same as in September.", None),
        ("The goal of Agenda 2030 is 50 percent.", None),
    ],
)
def test_spans_that_end_with_a_month(text: str, iso: str | None) -> None:
    (found,) = candidates(text, None, 2030)
    assert (found.period and found.period.iso) == iso


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("上半年立案185起，比年初多半个月。", ["185 起", "0.5 months"]),
        ("两个半小时的会谈。", ["2.5 hours"]),
        ("每天有近三万名旅客入境。", ["≈ 3 万 名"]),
        ("企业2.36万家，比去年同期增加1840家。", ["2.36 万 家", "1840 家"]),
        ("出动消防车180辆次，降幅比上半年收窄0.8个百分点。", ["180 辆次", "-0.8 percentage points"]),
    ],
)
def test_chinese_counts(text: str, figures: list[str]) -> None:
    assert said(text, month=6) == figures


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("二季度增速比一季度加快1.7个百分点。", "2030-04/2030-06"),
        ("全年我们预计增长5%。", "2030"),
        ("去年下半年增长3%。", "2029-07/2029-12"),
        ("时间比2025年缩短了3%。", None),
    ],
)
def test_chinese_periods(text: str, iso: str | None) -> None:
    (found,) = candidates(text, None, 2030)
    assert (found.period and found.period.iso) == iso


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The city pays half, and the region covers a quarter.", ["50 %", "25 %"]),
        ("Our goal is three quarters; one half of the pupils read well.", ["75 %", "50 %"]),
        ("Half from the north and half from the south took part.", ["50 %", "50 %"]),
        ("Rations were cut by half from May.", ["-50 %"]),
        ("We had three quarters of growth, then two quarters of losses.", []),
        ("The men are 14th in the world; the women, ranked 3rd, were 9th a year ago.", ["14", "3", "9"]),
        ("The league is number 4 in Europe, and 2029 was the second driest year.", ["4", "2"]),
        ("Turn to number 4 in the list; the 14th is a Monday.", []),
        ("We expect 3 or 4 percent, in a bad year 2.1 or 2.2 percent.", ["3–4 %", "2.1–2.2 %"]),
        ("They had 25 or 50 boats.", ["25 boats", "50 boats"]),
        ("The lake was frozen for 3.5 nights, and 16 night trains ran.", ["3.5 nights", "16 trains"]),
        ("That makes 61, 44 and 12 seats, respectively.", ["61", "44 seats", "12 seats"]),
        ("A litre cost us 3 euros in spring, and it costs us 2 now.", ["3 EUR", "2 EUR"]),
        ("The state pays 70 million euros, the town pays 9.", ["70 million EUR", "9 million EUR"]),
        ("Of 90 buses we have built 31. In June, 310. So far 84.", ["90 buses", "31", "310", "84"]),
        ("We hired 40 guards and we dismissed three.", ["40 guards", "3"]),
        ("He bought five of 19. Between 30 and 45, all of them there.", ["5", "19", "30–45"]),
        ("It is not 12 percent, and it's not 13 percent either.", []),
        ("Last July 52 people were hurt.", ["52 people"]),
        ("The house has 90 beds, 12 fewer than usual.", ["90 beds", "-12"]),
        ("A flat costs nine times a yearly wage; she rowed three times a week.", ["9 times", "3 times/week"]),
        ("We scored five goals. Two goals of ours are peace and bread.", ["5 goals"]),
    ],
)
def test_shares_ranks_and_ranges_as_they_are_spoken(text: str, figures: list[str]) -> None:
    assert said(text, month=6) == figures


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Sales in April were flat, May was plus 3 percent and June was plus 6 percent.", ["2030-05", "2030-06"]),
        ("In 2029 there were 60 of them, and now there are 110.", ["2029", None]),
    ],
)
def test_a_time_told_of_one_clause_is_not_that_of_the_next(text: str, times: list[str | None]) -> None:
    assert [each.period and each.period.iso for each in candidates(text, None, 2030, 8)] == times


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Completions were 39,800, which is 3 per cent down.", ["-3"]),
        ("In all 181 fires, which is 12 percent up on last year.", ["12"]),
        ("Sales are 5 percent up, costs 2 percent down.", ["5", "-2"]),
    ],
)
def test_up_and_down_behind_a_percentage_tell_a_growth(text: str, changes: list[str]) -> None:
    told = [each.change.value if each.change else each.value for each in candidates(text, None, 2030, 6)]
    assert [str(each) for each in told] == changes


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("One tree in five is ill, and about one child in 20 coughs.", ["20 %", "≈ 5 %"]),
        ("A sixth of the debt is foreign; it was a seventh.", ["≈ 16.7 %"]),
        ("Rain was a fifth below normal.", ["-20 %"]),
        ("Just over half has arrived.", ["≈ 50 %"]),
        ("We cut by a quarter of a point, not half a point.", ["-0.25 percentage points"]),
        ("Less than a tenth of outstanding debt is ours.", ["< 10 %"]),
        ("Growth is one and three quarters per cent.", ["1.75 %"]),
        ("It was eleventh in 2024, and seventh in the medal table.", ["11", "7"]),
        ("The margin is plus or minus 7,000 jobs.", ["7000 jobs"]),
        ("The estimates go from 6 to 9 million dollars.", ["6–9 million USD"]),
        (
            "The median was just over five hours; we put in more than 11,000 hours of testing.",
            ["≈ 5 hours", "> 11000 hours"],
        ),
        ("We have about 130 days of supply.", ["≈ 130 days"]),
        ("There were 26 worldwide last year.", ["26"]),
        ("Of those 230, 148 work in the port.", ["148"]),
        ("It rained for an hour and a half, an inch or two; it is a mile and a half long.", []),
        ("At T plus 71 seconds it turned. Bus 44 leaves now. Rule 46 lets us.", []),
    ],
)
def test_parts_ranks_and_lengths_as_they_are_spoken(text: str, figures: list[str]) -> None:
    assert said(text, month=6) == figures
