"""Dates, titles, chairs and stray labels, as headers and hasty typists set them."""

from __future__ import annotations

import datetime

import pytest

from briefing_tui.transcripts import Draft, read
from briefing_tui.transcripts.dates import event_date, read_date
from briefing_tui.transcripts.drafting import briefing_of

ASKED = ("Radio Nord: How many are there?", "Ana Ruiz: There are 40.", "Radio Nord: And boats?", "Ana Ruiz: Twelve.")
DAY = datetime.date(2031, 3, 5)
TITLE = "Transcript of Governor Ruiz's Press Conference"


def talk(head: str, *turns: str) -> Draft:
    return read("\n".join((head, "", *(f"{each}\n" for each in turns))), "talk.txt")


@pytest.mark.parametrize(
    "text",
    [
        "5th of March 2031",
        "the 5th day of March, 2031",
        "Wednesday 05-Mar-2031",
        "5 March2031",
        "5.3.2031",
        "2031 年 3 月 5 日",
        "二〇三一年三月五日",
        "press-20310305.txt",
        "_Lisbon, 5 March 2031_",
    ],
)
def test_a_date_in_many_forms(text: str) -> None:
    assert read_date(text) == DAY


def test_the_end_of_a_period_or_a_change_is_no_date_of_the_event() -> None:
    assert event_date("Results for the quarter ended December 31, 2030, call of March 5, 2031") == DAY
    assert event_date("Last updated: 6 March 2031") is None


@pytest.mark.parametrize(
    ("head", "turns"),
    [
        ("Posted: 6 March 2031\nPress conference held on 5 March 2031", ASKED),
        ("Call for the period ending December 31, 2030\n\nMarch 5, 2031, 8:30 a.m.", ASKED),
        ("Press conference", ("Moderator: Good day. Today is Wednesday, 5 March 2031.", *ASKED)),
        ("Press conference", (*ASKED, "Lisbon, 5 March 2031")),
    ],
)
def test_the_date_of_the_event_is_found_wherever_it_stands(head: str, turns: tuple[str, ...]) -> None:
    assert talk(head, *turns).date == DAY


@pytest.mark.parametrize(
    "title",
    [
        "Tide Office of Lusenga: Yearly Media Briefing, 5 March 2031",
        'Post-Landing News Conference: Sample Mission "Kite"\n5 March 2031',
        "STORM UTA: THIRD BRIEFING BY THE WEATHER OFFICE\n\n5 March 2031",
    ],
)
def test_a_title_with_a_colon_is_nobodys_words(title: str) -> None:
    draft = talk(title, *ASKED)
    assert (draft.date, len(draft.turns), [each.name for each in draft.speakers]) == (DAY, 4, ["Ana Ruiz"])
    assert draft.title.startswith(title.partition(":")[0])


@pytest.mark.parametrize(
    "line", ["END OF RECORDING", "[00:08:19] END OF RECORDING", "-- Transcript ends --", "*(End of transcript)*"]
)
def test_a_mark_of_the_end_is_no_turn(line: str) -> None:
    draft = talk("Press conference, 5 March 2031", *ASKED, line)
    assert ([each.text for each in draft.narration if each.kind == "mark"], len(draft.turns)) == ([line], 4)


@pytest.mark.parametrize(
    "head",
    [
        "The briefing was moderated by Elin Sand, communications adviser.",
        "Also present: Elin Sand, spokesperson (moderator)",
        "Elin Sand - Communications (facilitator)",
        "- Moderator: Elin Sand",
        "Elin Sand, who will moderate, is head of press",
    ],
)
def test_the_moderator_is_named_above_the_talk(head: str) -> None:
    draft = talk(f"Press conference, 5 March 2031\n{head}", "Moderator: Welcome. The floor is open.", *ASKED)
    assert [(each.name, each.role) for each in draft.speakers if each.role == "chair"] == [("Elin Sand", "chair")]


def test_a_moderator_may_say_the_name_and_an_operator_stays_one() -> None:
    draft = talk("Press conference, 5 March 2031", "Host: Good day, I'm Elin Sand. Questions?", *ASKED)
    assert "Elin Sand" in {each.name for each in draft.speakers}
    draft = talk("Call, 5 March 2031", "Operator: My name is Elin Sand, your operator. Questions?", *ASKED)
    assert "Operator" in {each.name for each in draft.speakers}


def test_a_hyphen_may_stand_for_the_colon_of_a_known_label() -> None:
    draft = talk("Press conference, 5 March 2031", *ASKED, "Radio Nord- And rafts?", "Ana Ruiz- None.")
    assert [turn.kind for turn in draft.turns] == ["question", "answer"] * 3
    assert draft.words_kept


def test_a_known_label_within_a_line_begins_a_turn() -> None:
    turns = ("MS RUIZ: There are 40.", "JOURNALIST: And boats?", "MS RUIZ: Twelve. JOURNALIST: Why?", "MS RUIZ: Luck.")
    draft = talk("5 March 2031\n\nDoorstop interview,  Lisbon  JOURNALIST: How many?", *turns)
    assert [turn.kind for turn in draft.turns] == ["question", "answer"] * 3
    assert draft.words_kept


def test_an_excerpt_of_one_question_and_one_answer() -> None:
    draft = talk("Press conference, 5 March 2031", "Jo Berg, CNBC: When?", "Ana Ruiz: In May, I'm sure.")
    assert [turn.kind for turn in draft.turns] == ["question", "answer"]
    assert ([each.name for each in draft.speakers], [each.name for each in draft.outlets]) == (["Ana Ruiz"], ["CNBC"])


def test_bold_questions_are_answered_by_whom_the_title_names() -> None:
    draft = read(
        "# Interview with Director Ana Ruiz\n\n5 March 2031\n\n**Is it late?**\n\nIt is.\n\n**Thank you.**\n\nBye now.",
        "talk.md",
    )
    assert [(turn.kind, turn.speaker) for turn in draft.turns] == [("question", None), ("answer", "Ana Ruiz")] * 2


@pytest.mark.parametrize(
    ("head", "title", "organiser", "place"),
    [
        ("Tide Museum of Lervik\nPress conference on the reopening\nMonday, 5 March 2031, Great Hall",
         "Press conference on the reopening", "Tide Museum of Lervik", None),
        ("DEPARTMENT OF THE HARBOUR\nMEDIA CONFERENCE – GENERAL ELECTION\n5 March 2031",
         "MEDIA CONFERENCE – GENERAL ELECTION", "Department of the Harbour", None),
        ("Corvan Copper Corp (CVCU)\nQ1 2031 Earnings Conference Call\nMar 5, 2031",
         "Q1 2031 Earnings Conference Call", "Corvan Copper Corp", None),
        ("HOME > NEWSROOM > PRESS\nTransvale presents its winter outlook\nLisbon, 5 March 2031",
         "Transvale presents its winter outlook", "", "Lisbon"),
        ("League – News – Press conferences\nEnd-of-season press conference\n5 March 2031",
         "End-of-season press conference", "", None),
        (f"March 5, 2031      Governor's Press Conference      FINAL\n{TITLE}\nMarch 5, 2031", TITLE, "", None),
        ("THE HON ANA RUIZ MP\nMINISTER FOR FISH\nDOORSTOP INTERVIEW\nTUESDAY, 5 MARCH 2031",
         "DOORSTOP INTERVIEW", "", None),
        ("Launch Conference Transcript\nPan-Oceanic Space Agency, Kelso Spaceport, March 5, 2031",
         "Launch Conference Transcript", "Pan-Oceanic Space Agency", None),
        ("The North Tide Authority (NTA) briefs the press on the leak.\nBriefing on the leak, 5 March 2031",
         "Briefing on the leak, 5 March 2031", "North Tide Authority", None),
        ("MONETARY POLICY STATEMENT\nPRESS CONFERENCE\nLisbon, 5 March 2031",
         "MONETARY POLICY STATEMENT – PRESS CONFERENCE", "", "Lisbon"),
        ("Annual Report on Food Controls\nTranscript of the press briefing\n5 March 2031",
         "Annual Report on Food Controls – Transcript of the press briefing", "", None),
        ("海州市卫生署就流感与疫苗问题答记者问\n2031年3月5日", "海州市卫生署就流感与疫苗问题答记者问", "", None),
    ],
)  # fmt: skip
def test_a_header_tells_its_title_its_institution_and_its_place(
    head: str, title: str, organiser: str, place: str | None
) -> None:
    draft = talk(head, *ASKED)
    assert (draft.title, draft.organiser, draft.place, draft.date) == (title, organiser, place, DAY)


def test_a_bare_heading_leaves_the_title_to_the_page() -> None:
    page = (
        "<html><head><title>Stability report: press conference, 5 March 2031</title></head>"
        "<body><h1>PRESS CONFERENCE</h1>"
        "<p>Ana Ruiz, Governor of the Bank of Lervik</p><p>Good morning. Prices rose by 2 per cent this year.</p>"
        "<p><strong>Why is that so?</strong></p><p>Because of the tide.</p></body></html>"
    )
    draft = read(page, "page.html")
    assert (draft.title, draft.organiser) == ("Stability report: press conference, 5 March 2031", "Bank of Lervik")


def test_the_name_of_the_file_tells_the_date_only_where_nothing_else_does() -> None:
    words = "\n".join(("Notes of a day by the sea", "", *(f"{each}\n" for each in ASKED)))
    assert read(words, "talk-2031-03-05.txt").date == DAY
    dated = words.replace("There are 40.", "Today is Wednesday, 5 March 2031. There are 40.")
    assert read(dated, "saved-2032-01-01.txt").date == DAY


def test_a_level_a_growth_and_a_share_of_one_name_line_up_each_with_its_own() -> None:
    """Equal names of different kinds have ids of their own, the same in every briefing, whichever of them it gives."""
    both = talk("Press conference, 5 March 2031", *ASKED, "Ana Ruiz: Exports reached 12 million tons in May.",
                "Radio Nord: And growth?", "Ana Ruiz: Exports grew by 4.5 percent in 2030.")  # fmt: skip
    alone = talk("Press conference, 5 April 2031", *ASKED, "Ana Ruiz: Exports grew by 5.5 percent in 2030.")
    ids = [{each.id for each in briefing_of(draft, "talk").indicators} for draft in (both, alone)]
    assert {"exports", "exports-growth"} <= ids[0]
    assert "exports-growth" in ids[1]
