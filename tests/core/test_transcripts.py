"""Transcripts of our own, one for each family of layouts with its traps, read without a word about their layout."""

from __future__ import annotations

import datetime

import pytest
import transcript_samples as samples

from briefing_tui.transcripts import LAYOUTS, Draft, read


def turns_of(draft: Draft) -> list[tuple[str, str | None]]:
    return [(turn.kind, turn.speaker) for turn in draft.turns]


def exchanges_of(draft: Draft) -> list[tuple[str | None, int]]:
    return [(section.outlet, len(section.turns)) for section in draft.exchanges]


def narrated(draft: Draft, kind: str) -> list[str]:
    return [each.text for each in draft.narration if each.kind == kind]


EVERY = {
    "alone": samples.ALONE,
    "alone-twice": samples.TWICE,
    "capitals": samples.CAPITALS,
    "full-stop": "\f".join(samples.FULL_STOP_PAGES),
    "letters": samples.LETTERS,
    "inline": samples.INLINE,
    "inline-chinese": samples.CHINESE,
    "inline-markdown": samples.MARKDOWN_BOLD,
    "own-line": samples.OWN_LINE,
    "timed-after": samples.TIMED_AFTER,
    "timed-before": samples.TIMED_BEFORE,
    "bold-page": samples.BOLD_PAGE,
    "bold-who": samples.WHO_PAGE,
}


@pytest.mark.parametrize("name", EVERY)
def test_a_family_is_recognised_and_no_word_is_lost(name: str) -> None:
    draft = read(EVERY[name], f"{name}.txt")
    assert draft.layout in {name, name.rpartition("-")[0]}
    assert draft.words_kept, draft.lost
    assert draft.exchanges


def test_names_alone_on_a_line_with_lost_breaks_slips_and_odd_outlets() -> None:
    draft = read(samples.ALONE, "parcels.txt")
    assert exchanges_of(draft) == [("24 Heures", 3), ("Morning Courier, Harbour Edition", 3), ("kurier-online.at", 2)]
    assert [turn.kind for turn in draft.exchanges[0].turns] == ["question", "handover", "answer"]
    assert [turn.kind for turn in draft.exchanges[1].turns] == ["statement", "question", "answer"]
    lan = next(each for each in draft.speakers if each.name == "Lan Yuting")
    assert (lan.labels, lan.organisation) == (("Lan Yuting", "Lan Yutin"), "State Post Bureau")
    assert draft.exchanges[1].turns[2].paragraphs[0].text == "The roads are long, and the vans are old."
    assert narrated(draft, "caption") == ["/3    Qiao Renfu"]
    assert narrated(draft, "page") == ["_ueditor_page_break_tag_"] * 2
    assert narrated(draft, "credit")[-1] == "Group photo"
    assert "Outlook:" in [each.text for each in draft.exchanges[0].turns[2].paragraphs]
    assert (draft.date, draft.place) == (datetime.date(2031, 3, 7), "Chengdu")
    assert any(guess.what == "Lan Yutin" and guess.taken_for == "Lan Yuting" for guess in draft.guesses)


def test_two_conferences_on_one_page_are_kept_apart() -> None:
    draft = read(samples.TWICE, "tides.txt")
    assert [section.kind for section in draft.sections].count("opening") == 2
    assert [section.kind for section in draft.sections].count("closing") == 2
    assert exchanges_of(draft) == [("Reuters", 2), ("AFP", 2)]
    assert "Press conference on wind" in narrated(draft, "header")
    assert any("another conference" in guess.taken_for for guess in draft.guesses)


@pytest.mark.parametrize("width", [36, 58, 72, 100, 10_000])
def test_capitals_in_any_width_join_one_person_under_several_labels(width: int) -> None:
    text = samples.CAPITALS.replace("numbers:\none, ships;\ntwo, tugs.", "numbers: one, ships; two, tugs.")
    draft = read(samples.wrapped(text, width), "harbour.txt")
    alvarez, dell, interpreter = draft.speakers
    assert (alvarez.name, alvarez.posts) == ("Maria Alvarez", ("Harbour Secretary",))
    assert alvarez.labels == ("SECRETARY ALVAREZ", "MS. ALVAREZ", "MARIA ALVAREZ")
    assert (dell.name, interpreter.name) == ("Tom O'Dell", "Interpreter")
    assert exchanges_of(draft) == [(None, 5), (None, 2)]
    assert draft.outlets == ()
    assert [each.text for each in draft.turns[4].paragraphs][:2] == ["Nine.", "(Cross-talk.)"]
    assert [each.stage for each in draft.turns[4].paragraphs] == [False, True, False]
    assert draft.turns[0].paragraphs[-1].text == "FREIGHT RATES: They fell by 4 percent."
    assert narrated(draft, "mark") == ["END 9:31 A.M. CET"]


@pytest.mark.parametrize("glue", ["\f", "\n", " \n\n", " "])
def test_page_heads_are_taken_out_of_sentences_however_they_are_glued(glue: str) -> None:
    pages = [page.rstrip("\n") for page in samples.FULL_STOP_PAGES]
    draft = read(glue.join(pages), "ekström.txt")
    said = draft.turns[0].paragraphs[0].text
    assert said.endswith("the outlook for U.S. GDP. It is little changed. We look at prices, wages and rents together.")
    assert draft.turns[-2].paragraphs[0].text == "Is the rate too high?"
    assert exchanges_of(draft) == [("Harbour Times", 2), ("J. P. McCready", 4)]
    assert draft.outlets[0].people == ("Anna-Lisa von Rosen",)
    assert len(narrated(draft, "page")) >= 4
    assert draft.words_kept


def test_false_labels_stay_in_the_answer() -> None:
    draft = read(samples.INLINE, "moreau.txt")
    assert exchanges_of(draft) == [("24 Kanal", 2), ("L'Écho, Bruxelles", 2), ("The Harbour & Coast Journal", 4)]
    assert [each.text.partition(":")[0] for each in draft.turns[1].paragraphs[1:]] == [
        "So, Citigroup",
        "Cabinet nominees",
        "Border Traffic",
    ]
    assert draft.speakers[0].labels == ("Ines Moreau", "Ms. Moreau")
    assert narrated(draft, "header")[-1] == "The ministry will open a new reading room."


def test_letters_alternate_with_or_without_a_blank_line() -> None:
    draft = read(samples.LETTERS, "lamp.txt")
    assert turns_of(draft) == [("question", None), ("answer", "A")] * 3
    assert len(draft.turns[1].paragraphs) == 2


def test_roles_after_a_dash_tell_who_asks() -> None:
    draft = read(samples.OWN_LINE, "lamps.txt")
    assert [(each.name, each.role, each.posts) for each in draft.speakers] == [
        ("Operator", "chair", ()),
        ("Greta Holm", "panel", ("Chief Executive Officer",)),
        ("Bo Sund", "panel", ("Chief Financial Officer",)),
    ]
    assert [(each.name, each.people) for each in draft.outlets] == [
        ("Pelham Securities", ("Ian Frost",)),
        ("Dune Research", ("Rosa Clay",)),
    ]
    assert exchanges_of(draft) == [("Pelham Securities", 4), ("Dune Research", 3)]


@pytest.mark.parametrize("text", [samples.TIMED_AFTER, samples.TIMED_BEFORE], ids=["after", "before"])
def test_time_codes_belong_to_the_label(text: str) -> None:
    draft = read(text, "ferries.txt")
    assert [turn.kind for turn in draft.turns] == ["statement", "question", "answer", "question", "answer"]
    assert len(draft.exchanges) == 2
    assert draft.turns[2].paragraphs[0].text.startswith("Every day.")


def test_chinese_people_are_told_from_reporters() -> None:
    draft = read(samples.CHINESE, "港口.txt")
    assert [(each.name, each.role) for each in draft.speakers] == [
        ("何博林", "chair"),
        ("乔仁福", "panel"),
        ("蓝玉婷", "panel"),
    ]
    assert exchanges_of(draft) == [("海港日报", 3), ("潮汐新闻", 2)]
    assert narrated(draft, "caption") == ["省港口局局长 乔仁福"]
    assert draft.organiser == "省政府新闻办公室"


def test_a_page_gives_its_talk_without_scripts_and_keeps_its_chrome_apart() -> None:
    draft = read(samples.BOLD_PAGE, "kites.html")
    assert turns_of(draft)[0] == ("statement", "Rui Prata")
    assert exchanges_of(draft) == [("Vento Radio", 4)]
    assert narrated(draft, "caption") == ["Rui Prata with a kite"]
    assert len(narrated(draft, "chrome")) == 2
    everything = repr(draft)
    assert not any(each in everything for each in ("alert", "color: red", "hidden words", "\u202e"))


def test_who_said_it_may_stand_in_an_attribute() -> None:
    draft = read(samples.WHO_PAGE, "boats.html")
    assert [turn.kind for turn in draft.turns] == ["statement", "question", "answer", "question", "answer"]
    assert len(draft.turns[2].paragraphs) == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_bytes_of_any_common_kind_are_read(encoding: str) -> None:
    text = samples.INLINE.replace("：", ":").replace("\n", "\r\n")
    draft = read(text.encode(encoding), "moreau.txt")
    assert [each.name for each in draft.outlets][1] == "L'Écho, Bruxelles"


def test_chinese_bytes_are_read_in_their_own_encoding() -> None:
    assert read(samples.CHINESE.encode("gb18030"), "x.txt").speakers[0].name == "何博林"


def test_a_layout_may_be_told_and_must_be_one() -> None:
    assert read(samples.LETTERS, "lamp.txt", layout="unlabelled").layout == "unlabelled"
    with pytest.raises(ValueError, match="no layout"):
        read(samples.LETTERS, "lamp.txt", layout="nonsense")
    assert "capitals" in LAYOUTS


@pytest.mark.parametrize(
    "raw",
    [
        "x",
        "<div>" * 3000 + "<p>x",
        "a: " * 5000,
        "_ueditor_page_break_tag_" * 50,
        "\x1b[2J: x\n" * 9,
    ],
    ids=["letter", "nested", "colons", "breaks", "escapes"],
)
def test_what_is_no_transcript_is_kept_as_it_is(raw: bytes | str) -> None:
    draft = read(raw, "odd.txt")
    assert draft.words_kept
    assert "\x1b" not in "".join(each.text for each in draft.narration)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "holds no text"),
        (" \n\t\n", "holds no text"),
        ("<html><body><p></p><div></div></body></html>", "holds no text"),
        (bytes(range(256)) * 20, "is not text"),
        (b"PK\x03\x04" + bytes(200) + b"word/document.xml", "is not text"),
        ("The harbour is full.".encode("utf-16-le"), "is not text"),
    ],
    ids=["nothing", "blanks", "tags alone", "bytes", "archive", "wide letters unmarked"],
)
def test_a_file_without_text_and_one_that_is_none_are_told_apart(raw: bytes | str, message: str) -> None:
    with pytest.raises(ValueError, match=rf"^{message}$"):
        read(raw, "odd.txt")


def test_a_spoilt_sign_or_two_make_a_text_no_other_file() -> None:
    assert read(samples.LETTERS.encode() + b"\x00 \xff", "lamp.txt").words_kept


def test_guesses_name_line_words_and_reason() -> None:
    said = [str(guess) for guess in read(samples.ALONE, "parcels.txt").guesses]
    assert any(each.startswith('line 20: "24 Heures" taken as an outlet, because ') for each in said)


def test_a_month_after_the_briefing_is_last_years_where_something_was_in_it() -> None:
    from briefing_tui.transcripts.drafting import briefing_of

    told = (
        "Port report press conference\n\nPortville, 15 January 2031\n\nSpeakers:\nAda Holm, director\n\n"
        "Ada Holm:\nThe port had 4,467 jobs at the end of December.\nIt had 12 ferries at the end of December 2030.\n"
        "It had 31 tugs at the end of last year.\n"
        "In December, 214 of the boats didn't sail. In March, 15 boats sail.\n\n"
        "Coast Radio:\nHow many pilots?\n\nAda Holm:\nThere are 20 pilots.\n"
    )
    briefing = briefing_of(read(told.encode(), "port.txt"), "port")
    periods = {str(each.value): each.period.iso if each.period else None for each in briefing.indicators}
    assert periods["4467"] == "2030-12-31"
    assert (periods["214"], periods["15"]) == ("2030-12", None)
    assert periods["12"] == "2030-12-31"
    assert periods["31"] == "2030-12-31"


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        ("As of February 29, 45 ships had sailed.", None),
        ("In December, 300 ships are needed.", None),
        ("As agreed, rates go up 3 percent in December.", None),
        ("In December, 300 ships sailed.", "2023-12"),
    ],
)
def test_only_what_happened_is_last_years_and_a_leap_day_is_none(said: str, iso: str | None) -> None:
    from briefing_tui.transcripts.drafting import briefing_of

    told = f"Port talk\n\nPortville, 15 January 2024\n\nAda Holm: {said}\n\nCoast Radio: Why?\n\nAda Holm: So.\n"
    (found,) = briefing_of(read(told.encode(), "port.txt"), "port").indicators
    assert (found.period.iso if found.period else None) == iso


def test_digits_of_a_date_before_a_figure_are_none_of_its_quote() -> None:
    from briefing_tui.quoted import held

    text = "On Dec. 12 500 people came, on Flight 370 239 were lost."
    for quote in ("500 people", "239"):
        start = text.index(quote)
        assert int(quote.split()[0]) in held(text, start, start + len(quote))
