"""Posts apart from organisations and names, whoever has a post in the chair, and the line that closes a talk."""

from __future__ import annotations

import pytest

from briefing_tui.transcripts import Draft, read

ASKED = "Moderator: Welcome.\n\nQ: How many?\n\nA: Five.\n\nQ: Why?\n\nA: It is so.\n"


def talk(header: str, words: str = ASKED) -> Draft:
    draft = read(f"Press briefing\n{header}\n12 May 2024\n\n{words}", "talk.txt")
    assert draft.words_kept, draft.lost
    return draft


@pytest.mark.parametrize(
    ("told", "post", "organisation"),
    [
        ("spokesperson of the Ministry of Trade", "spokesperson", "Ministry of Trade"),
        ("Governor of the Bank of England", "Governor", "Bank of England"),
        ("Minister of Finance of the Republic of Korea", "Minister of Finance", "Republic of Korea"),
        ("Director-General, Institute of Hygiene", "Director-General", "Institute of Hygiene"),
        ("head of unit at the Office for National Statistics", "head of unit", "Office for National Statistics"),
        ("spokesman of the Ministry of the Interior", "spokesman", "Ministry of the Interior"),
        ("Chief Economist at the World Bank", "Chief Economist", "World Bank"),
        ("Secretary-General of the Council of Europe (CoE)", "Secretary-General", "Council of Europe"),
        ("Director of the Press Bureau of the State Chancellery", "Director of the Press Bureau", "State Chancellery"),
    ],
)
def test_an_organisation_keeps_its_own_of(told: str, post: str, organisation: str) -> None:
    person = next(each for each in talk(f"Speaker: Ann Lee, {told}").speakers if each.name == "Ann Lee")
    assert (person.posts, person.organisation) == ((post,), organisation)


@pytest.mark.parametrize(
    "header",
    [
        "Present: Deputy Minister Samuel Okonjo (SO)",
        "Present: Samuel Okonjo (SO), Deputy Minister",
        "Present: Deputy Minister Samuel Okonjo",
    ],
)
def test_the_letters_of_a_name_are_no_part_of_it(header: str) -> None:
    assert [(each.name, each.posts) for each in talk(header).speakers if each.role != "chair"] == [
        ("Samuel Okonjo", ("Deputy Minister",))
    ]


def test_letters_as_labels_stand_for_the_names_of_the_list() -> None:
    words = "AL: Good morning.\n\nQ: Why?\n\nBD: It is so.\n\nQ: Who?\n\nAL: We. I say so.\n\nQ: When?\n\nBD: Now.\n"
    draft = talk("Present: Minister Ann Lee (AL); Director Bo Dahl (BD)", words)
    assert [(each.name, each.labels) for each in draft.speakers] == [("Ann Lee", ("AL",)), ("Bo Dahl", ("BD",))]


def test_a_name_in_brackets_behind_a_post_is_who_speaks() -> None:
    words = (
        "Moderator: Welcome.\n\nHead of Operations (Mirela Danso): We ran 5 trains.\n\n"
        "Journalist (freelance, Karla Weiss): Why is that?\n\nHead of Operations (Mirela Danso): So.\n\n"
        "Reporter (online, Velmark Post): And?\n\nChief of Police (Bo Dahl): No.\n"
    )
    draft = talk("", words)
    assert [(each.name, each.posts) for each in draft.speakers if each.role != "chair"] == [
        ("Mirela Danso", ("Head of Operations",)),
        ("Bo Dahl", ("Chief of Police",)),
    ]
    assert [each.name for each in draft.outlets] == ["Karla Weiss", "Velmark Post"]


@pytest.mark.parametrize(
    ("closing", "kept"),
    [
        ("(The briefing was concluded at 2:25 p.m.)", False),
        ("[The press conference ended at 15:40.]", False),
        ("(End of press conference, 11:37 A.M.)", False),
        ("(Whereupon, at 3:20 p.m., the hearing was adjourned.)", False),
        ("(The talks ended in silence.)", True),
        ("(Laughter.)", True),
    ],
)
def test_a_closing_line_is_an_end_mark(closing: str, kept: bool) -> None:
    draft = talk("Present: Deputy Minister Samuel Okonjo", f"{ASKED}\n{closing}\n\n# # #\n")
    assert bool(draft.turns[-1].paragraphs[-1].stage) == kept
    assert any(each.text == closing and each.kind == "mark" for each in draft.narration) != kept


def test_a_closing_line_above_more_questions_is_a_direction() -> None:
    words = ASKED.replace("A: Five.", "A: Five.\n\n(The first session ended at noon.)")
    draft = talk("Present: Deputy Minister Samuel Okonjo", words)
    assert [each.text for turn in draft.turns for each in turn.paragraphs if each.stage] == [
        "(The first session ended at noon.)"
    ]
