"""Who asks, who answers and who passes the word on, in the many ways that headers and people say it."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_transcripts_cases import read_as_told

from briefing_tui.transcripts import Draft, DraftParagraph, DraftSpeaker, DraftTurn, read
from briefing_tui.transcripts.figures import candidates
from briefing_tui.transcripts.handing import with_hand_overs
from briefing_tui.transcripts.introductions import called, introduced, organisation_of
from briefing_tui.transcripts.names import person_and_house, with_degree, without_office
from briefing_tui.transcripts.whom import stands_for

MYHRE = DraftSpeaker("Torvald Myhre", "panel", ("Director of Railways",), labels=("Director Myhre",))
BERG = DraftSpeaker("Ida Berg", "panel", ("Minister",), labels=("Minister Berg",))

TALKS = sorted((Path(__file__).parent / "transcript_people").iterdir())


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.name)
def test_the_people_of_a_talk_are_told_as_a_reader_tells_them(path: Path) -> None:
    assert read_as_told(path)


def passed_on(words: str) -> bool:
    turns = [
        DraftTurn("answer", each.name, each.name, 1, (DraftParagraph(said, 1, (1,)),))
        for each, said in ((BERG, words), (MYHRE, "Yes."))
    ]
    return with_hand_overs(turns, (BERG, MYHRE))[0].kind == "handover"


@pytest.mark.parametrize(
    "words",
    [
        "Torvald, would you take that?",
        "It is late. Torvald?",
        "I'll let Torvald answer.",
        "That's for Torvald, I believe. He has the trains.",
        "I think Director Myhre is better placed to answer that.",
        "Maybe Torvald can add something on the costs.",
        "Perhaps my colleague would like to comment.",
        "I would refer you to Mr. Myhre on that one.",
        "The director has the timetable, I have the bill. Director, please.",
        "Do you want to take this one, Torvald?",
        "On the bridges, Torvald.",
        "Let's hear from Torvald.",
        "Torvald, I think you have the figure.",
        "I have asked the director to explain the contract.",
        "This question will be answered by Mr. Myhre.",
        "这个问题请里瓦斯总经理来回答。",
    ],
)
def test_the_word_is_passed_to_whoever_answers_next(words: str) -> None:
    assert passed_on(words)


@pytest.mark.parametrize(
    "words",
    [
        "Torvald and I agree.",
        "As I said, the director won't let me say a date.",
        "I thank Torvald for his work.",
        "Thank you, Torvald.",
        "We have given the money to Torvald's people.",
        "The director presented the plan in May and it will be voted on.",
    ],
)
def test_a_colleague_may_be_named_and_nothing_passed_on(words: str) -> None:
    assert not passed_on(words)


@pytest.mark.parametrize(
    ("name", "words", "house"),
    [
        ("RUI TAVARES", "Rui Tavares, Folha da Ponte. Mayor, the tram.", "Folha da Ponte"),
        ("Mattias Roos", "Thank you. Mattias Roos with Baltic Wire. I'd like", "Baltic Wire"),
        ("Dario Neri", "Dario Neri from the Gazzetta dell'Appennino. For", "Gazzetta dell'Appennino"),
        ("Ella Hartwig", "Ella Hartwig, news agency EPR. What did", "EPR"),
        ("Ole Dahl", "Ole Dahl, TV 2. Prime Minister, why", "TV 2"),
        ("Ida Lund", "My name is Ida Lund and I work for Morgenbladet. Why", "Morgenbladet"),
        ("Oliver Strand", "Our first question is from the line of Oliver Strand of Quay & Sons. Go on.", "Quay & Sons"),
        ("Nina Sol", "Nina Sol, Minister, thank you.", None),
        ("Nina Sol", "Nina Sol, two questions from me.", None),
        ("Petra Ilves", "Petra Ilves, Governor Lind, what", None),
    ],
)
def test_the_house_of_a_person_stands_behind_the_name(name: str, words: str, house: str | None) -> None:
    assert organisation_of(name, words) == house


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Good afternoon, Clara Voss, Reuters. Two questions", ("Clara Voss", "Reuters")),
        ("Yes, this is Leo Fink from Agence du Lac. A", ("Leo Fink", "Agence du Lac")),
        ("I'm a reporter with Radio Nord. Why", ("", "Radio Nord")),
        ("您好，我是《安第斯财经》的记者。请问", ("", "安第斯财经")),
        ("Minister, the Bank of Tern said last week that", None),
        ("Prime Minister, in Paris, President Moreau said", None),
        ("A question from Mexico. How", None),
        ("Thank you. Two questions on trade with South Korea.", None),
    ],
)
def test_who_has_no_label_may_introduce_themselves(words: str, who: tuple[str, str] | None) -> None:
    assert introduced(words) == who


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Why don't we start with Mike Shear with the New York Times?", ("Mike Shear", "New York Times")),
        ("Let's try Kayla with CNBC again.", ("Kayla", "CNBC")),
        ("The gentleman in blue, from the Evening Ledger, please.", ("", "Evening Ledger")),
        ("Thank you. Who's first? Please, Radio Nord.", ("", "Radio Nord")),
        ("下面请新华社记者提问。", ("", "新华社")),
        ("Yes, the lady in the second row.", None),
        ("We trade with Japan and South Korea. That is it. Thank you.", None),
        ("The slides are available from 2 p.m. Questions?", None),
    ],
)
def test_the_chair_may_say_who_is_called_up(words: str, who: tuple[str, str] | None) -> None:
    assert called(words) == who


@pytest.mark.parametrize(
    ("label", "who"),
    [
        ("Journalist (Radio Nord)", "Radio Nord"),
        ("A (Dr Verhaegen)", "Dr Verhaegen"),
        ("Question from Tagespost", "Tagespost"),
        ("南美华语广播记者", "南美华语广播"),
        ("《江报》记者", "江报"),
        ("Anders Holt, Director-General", "Anders Holt"),
        ("Journalist", "Journalist"),
        ("记者", "记者"),
        ("Correo, Edición Sur", "Correo, Edición Sur"),
    ],
)
def test_a_label_names_a_house_or_a_person_beside_the_part(label: str, who: str) -> None:
    assert stands_for(label) == who


@pytest.mark.parametrize(
    ("label", "apart"),
    [
        ("Karla Stein, Ostmark Zeitung", ("Karla Stein", "Ostmark Zeitung")),
        ("新华社记者 李梅", ("李梅", "新华社")),
        ("Morning Courier, Harbour Edition", None),
        ("El Universal, Lima", None),
        ("Rzeczpospolita, Warsaw", None),
    ],
)
def test_a_person_and_the_house_in_one_label(label: str, apart: tuple[str, str] | None) -> None:
    assert person_and_house(label) == apart


def test_offices_are_kept_apart_from_names_and_degrees_with_them() -> None:
    assert without_office("DEPUTY MAYOR VASCO PINHO") == ("VASCO PINHO", "DEPUTY MAYOR")
    assert without_office("Secretary of State Moe") == ("Moe", "Secretary of State")
    assert without_office("THE PRESIDENT") == ("THE PRESIDENT", "")
    assert without_office("Chief Engineer") == ("Chief Engineer", "")
    assert with_degree("DR. PRAH", "Igor Prah") == "Dr. Igor Prah"


def talk(head: str, *turns: str) -> Draft:
    return read("\n".join((head, "", *(f"{each}\n" for each in turns))), "talk.txt")


ASKED = ("Radio Nord: How many are there?", "Radio Nord: And the cost?")


@pytest.mark.parametrize(
    "head",
    [
        "Press conference, 3 May 2031\nPresent: Rear Admiral Ana Ruiz, Director of the Coast; Bo Li, spokesperson",
        "Press conference, 3 May 2031\nOn the podium: Ana Ruiz (Director), Bo Li (Head\nof Media)",
        "Press conference, 3 May 2031\nSpeakers: Director Ana Ruiz and Press Secretary Bo Li",
        "Press conference, 3 May 2031\nAnswers by Ana Ruiz, Director, and Bo Li, head of media",
        "Press conference, 3 May 2031\nPanel\nAna Ruiz\nBo Li",
    ],
)
def test_a_header_lists_several_people_in_many_ways(head: str) -> None:
    asked = "Tomasz Wilk (Echo): A word on ships. I read there are many."
    draft = talk(head, "Bo Li: Welcome.", asked, "Ana Ruiz: There are 40.", asked, "Ana Ruiz: And 2 more.")
    assert {each.name for each in draft.speakers} == {"Ana Ruiz", "Bo Li"}
    assert [(each.name, each.people) for each in draft.outlets] == [("Echo", ("Tomasz Wilk",))]


@pytest.mark.parametrize(
    "head",
    [
        "Interview with Harbour Pilot Marit Skar, 3 May 2031",
        "Questions and Answers with the Head of the Port Authority, Ms. Marit Skar\n3 May 2031",
        "INTERVIEW\nMinister of Fisheries Marit Skar on cod\n3 May 2031",
        "Port of Tern, media conference, 3 May 2031\nIn the chair: Marit Skar, Chief Executive Officer",
    ],
)
def test_letters_stand_for_the_one_who_answers(head: str) -> None:
    draft = talk(head, "Q: How many ships?", "A: There are 40.", "Q: And boats?", "A: Twelve.")
    assert ([each.name for each in draft.speakers], draft.outlets) == (["Marit Skar"], ())
    assert [turn.kind for turn in draft.turns] == ["question", "answer"] * 2


def test_letters_may_follow_a_name_and_name_a_second_person() -> None:
    draft = talk(
        "Briefing, 3 May 2031\nAnswers by Dr Ivo Szabo, Director, and Dr Noor Moe, head of tests",
        "MS. LIND:  Good morning.",
        "Q:  How many cases?",
        "A:  There are 40. I'd like Dr Moe to say more.",
        "A (Dr Moe):  Twelve are new.",
        "Q1:  And beds?",
        "A1:  Nine.",
    )
    assert {each.name for each in draft.speakers} == {"Dr Ivo Szabo", "Dr Noor Moe", "Ms. Lind"}
    assert [turn.kind for turn in draft.turns] == ["statement", "question", "handover", "answer", "question", "answer"]


def test_a_moderator_between_two_questions_of_one_outlet_parts_nothing() -> None:
    draft = talk(
        "Press conference, 3 May 2031",
        "Moderator: Please, Radio Nord.",
        "Journalist (Radio Nord): How many ships?",
        "Minister Øyen: There are 40.",
        "Moderator: A follow-up, please.",
        "Journalist (Radio Nord): And boats?",
        "Minister Øyen: Twelve.",
        "Moderator: Next.",
        "Journalist: Nils Berg from Avisen Sør. When does it close?",
        "Minister Øyen: In May.",
        "Journalist: But it is full.",
        "Minister Øyen: It is not.",
    )
    assert [(each.outlet, len(each.turns)) for each in draft.exchanges] == [("Radio Nord", 5), ("Avisen Sør", 5)]
    assert [(each.name, each.posts) for each in draft.speakers if each.role == "panel"] == [("Øyen", ("Minister",))]


def test_a_nameless_questioner_is_nobody_and_no_outlet() -> None:
    draft = talk("Press conference, 3 May 2031", *("Reporter: How many?", "Ana Ruiz: There are 40.") * 3)
    assert draft.outlets == ()
    assert [each.outlet for each in draft.exchanges] == [None] * 3
    assert [turn.speaker for turn in draft.turns[:2]] == [None, "Ana Ruiz"]


@pytest.mark.parametrize("line", ["(Laughter.)", "[The minister shows a map.]", "*(Applause)*", "（笑声）"])
def test_a_stage_direction_stands_by_itself_below_the_words(line: str) -> None:
    draft = talk("Press conference, 3 May 2031", *ASKED, f"Ana Ruiz: There are 40.\n{line}", *ASKED, "Ana Ruiz: Two.")
    assert [paragraph.stage for turn in draft.turns for paragraph in turn.paragraphs].count(True) == 1


@pytest.mark.parametrize(
    "line", ["（图片：部长在吹风会上）", "(Photo: the minister)", "[The minister at sea. Photo: Navy]"]
)
def test_a_caption_in_brackets_is_no_stage_direction(line: str) -> None:
    draft = talk("Press conference, 3 May 2031", *ASKED, f"Ana Ruiz: There are 40.\n\n{line}", *ASKED, "Ana Ruiz: Two.")
    assert [each.kind for each in draft.narration if each.text == line] == ["caption"]
    assert not any(paragraph.stage for turn in draft.turns for paragraph in turn.paragraphs)


def test_chairs_words_of_several_paragraphs_are_a_turn_of_their_own() -> None:
    draft = talk(
        "Background call, 3 May 2031",
        "MODERATOR:  Welcome.",
        "Q    How many ships are there?",
        "SENIOR OFFICIAL:  There are 40.",
        "MODERATOR:  Thanks.  Next, let's go to Kayla Tausche with CNBC.\n\nKayla, you there?",
        "Q    Hi.  And boats?",
        "SENIOR OFFICIAL:  Twelve.",
    )
    assert [turn.label for turn in draft.turns].count("MODERATOR") == 2
    assert [each.name for each in draft.outlets] == ["CNBC"]
    assert [each.name for each in draft.speakers] == ["Moderator", "Senior Official"]


def test_the_rows_of_a_table_and_the_points_of_a_list_stay_apart_and_a_table_gives_no_figures() -> None:
    path = Path(__file__).parent / "transcript_people" / "bold-with-a-table.md"
    draft = read(path.read_bytes().partition(b"=====")[0], path.name)
    said = [each.text for each in draft.turns[0].paragraphs]
    assert [each[:8] for each in said] == ["Good mor", "| Goods ", "|-------", "| Steel ", "- Machin", "- Food: "]
    assert [len(candidates(each, None, 2031)) for each in said] == [0, 0, 0, 0, 1, 1]
    assert [(each.line, each.taken_for) for each in draft.guesses if each.taken_for == "a table"] == [(5, "a table")]
