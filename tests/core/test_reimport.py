"""A newer draft of the same transcript: what people decided goes over to it, and what differs is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefing_tui.content import load
from briefing_tui.content_writer import write
from briefing_tui.drafted import drafted, read_drafted, written
from briefing_tui.indicator import Indicator
from briefing_tui.model import Briefing
from briefing_tui.quantity import Period
from briefing_tui.redraft import alike, redraft, stamped, written_on
from briefing_tui.reimport import decided, merged
from briefing_tui.transcripts import read
from briefing_tui.transcripts.drafting import briefing_of
from made_briefing import HARBOUR

TEXT = HARBOUR.format(
    title="Harbour briefing on freight",
    said="""Good morning, everyone.

Ana Ruiz:
Freight grew 5 percent in May. Passengers were 2.5 million.

Ferries carried 300,000 cars.

Tom Lee:
Please ask.

Coast Radio:
How are the ferries? Thank you.

Ana Ruiz:
Traffic grew 5 percent in June. The pier cost 120 million dollars.""",
)


def draft(text: str) -> Briefing:
    return briefing_of(read(text, "harbour.txt"), "harbour")


def one(briefing: Briefing, words: str) -> Indicator:
    """The indicator whose paragraph holds the words."""
    found = [each for each in (*briefing.indicators, *briefing.dismissed) if words in said(briefing, each)]
    return next(each for each in found if each.mentions[0].quote in words)


def said(briefing: Briefing, indicator: Indicator) -> str:
    paragraph = briefing.paragraph(indicator.mentions[0])
    assert paragraph is not None
    return paragraph.text


def accepted(briefing: Briefing, words: str, **edits: str) -> Briefing:
    chosen = one(briefing, words)
    done = replace(chosen, candidate=False, **edits)  # type: ignore[arg-type]  # the names are those of fields
    return replace(briefing, indicators=tuple(done if each is chosen else each for each in briefing.indicators))


def dismissed(briefing: Briefing, words: str) -> Briefing:
    chosen = one(briefing, words)
    left = tuple(each for each in briefing.indicators if each is not chosen)
    done = replace(chosen, candidate=False, dismissed=True)
    return replace(briefing, indicators=left, dismissed=(*briefing.dismissed, done))


def proven(briefing: Briefing, folder: Path) -> Briefing:
    """The briefing as it comes back from the disk, without a problem."""
    write(briefing, folder / briefing.id)
    loaded = load(folder / briefing.id)
    assert loaded.problems == ()
    assert loaded.briefing is not None
    return loaded.briefing


def test_only_what_a_person_touched_is_decided() -> None:
    fresh = draft(TEXT)
    assert fresh.indicators
    assert not any(map(decided, fresh.indicators))
    assert decided(one(accepted(fresh, "120 million dollars"), "120 million dollars"))
    assert decided(replace(fresh.indicators[0], topic="freight"))
    assert decided(replace(fresh.indicators[0], dismissed=True))


def test_the_same_text_merged_is_the_briefing_itself() -> None:
    old = dismissed(accepted(draft(TEXT), "120 million dollars", name="Pier"), "300,000 cars")
    assert alike(old, merged(old, draft(TEXT)).briefing)


def test_decisions_follow_their_words_to_other_paragraphs_and_sections(tmp_path: Path) -> None:
    old = accepted(draft(TEXT), "The pier cost 120 million dollars", name="Price of the pier", topic="building")
    old = dismissed(old, "300,000 cars")
    asked = "Hill Times:\nWhat of rail? Thank you.\n\nAna Ruiz:\nRail cars number 40.\n\nCoast Radio:"
    new = draft(TEXT.replace("Coast Radio:", asked).replace("Ferries carried", "It rained.\n\nFerries carried"))
    done = merged(old, new)
    kept = one(done.briefing, "The pier cost 120 million dollars")
    assert (kept.name, kept.topic, kept.candidate) == ("Price of the pier", "building", False)
    assert kept.mentions[0].section == "q2"
    assert [each.dismissed for each in done.briefing.dismissed] == [True]
    assert "300,000" not in " ".join(each.mentions[0].quote for each in done.briefing.indicators)
    assert done.gone == ()
    assert alike(proven(done.briefing, tmp_path), done.briefing)


def test_equal_words_are_told_apart_by_their_paragraph_although_ids_shift(tmp_path: Path) -> None:
    old = accepted(draft(TEXT), "Traffic grew 5 percent in June.", name="Traffic in June")
    new = draft(TEXT.replace("Good morning, everyone.", "Good morning. Calls grew 5 percent in April."))
    done = merged(old, new)
    kept = next(each for each in done.briefing.indicators if each.name == "Traffic in June")
    assert "Traffic" in said(done.briefing, kept)
    assert len({each.id for each in done.briefing.indicators}) == len(done.briefing.indicators) == len(new.indicators)
    proven(done.briefing, tmp_path)


def test_what_was_accepted_and_is_no_longer_said_is_gone_and_takes_no_other_place() -> None:
    old = accepted(draft(TEXT), "Freight grew 5 percent in May.", name="Freight in May")
    old = accepted(old, "Traffic grew 5 percent in June.", name="Traffic in June")
    done = merged(old, draft(TEXT.replace("Freight grew 5 percent in May. ", "")))
    assert [each.name for each in done.gone] == ["Freight in May"]
    assert [each.name for each in done.kept] == ["Traffic in June"]


def test_a_figure_within_a_larger_number_is_another_figure() -> None:
    old = accepted(draft(TEXT), "Freight grew 5 percent in May.")
    quote = one(old, "Freight grew 5 percent in May.").mentions[0].quote
    number = quote[quote.index("5") :]
    old = replace(
        old,
        indicators=tuple(
            replace(each, mentions=(replace(each.mentions[0], quote=number),)) if not each.candidate else each
            for each in old.indicators
        ),
    )
    new = draft(TEXT.replace("grew 5 percent", "grew 15 percent"))
    assert len(merged(old, new).gone) == 1


def test_the_same_figure_in_mostly_the_same_words_is_kept(tmp_path: Path) -> None:
    old = accepted(draft(TEXT), "The pier cost 120 million dollars", name="Price")
    done = merged(old, draft(TEXT.replace("cost 120 million dollars", "cost us 120 million dollars")))
    assert [each.name for each in done.kept] == ["Price"]
    assert "120 million" in proven(done.briefing, tmp_path).indicators[-1].mentions[0].quote


def test_a_decision_stays_with_its_sentence_although_another_has_the_name_and_the_value() -> None:
    asked = "Traffic grew 5 percent in June."
    text = TEXT.replace(asked, "In May, as we said, freight grew 5 percent. The rest did not.")
    old = accepted(draft(text), "Freight grew 5 percent in May.")
    done = merged(old, draft(text.replace("Freight grew 5 percent", "Freight grew 6 percent")))
    assert [each.id for each in done.gone] == [one(old, "Freight grew 5 percent in May.").id]
    assert done.kept == ()
    assert all(each.candidate for each in done.briefing.indicators)
    told = [str(each) for each in redraft(old, done.briefing).figures]
    assert [each.partition(":")[0] for each in told] == ["changed"]
    assert "▲ +5 % → ▲ +6 %" in told[0]


def test_nor_does_it_go_to_a_figure_that_was_taken_out_of_the_older_draft() -> None:
    asked = "Traffic grew 5 percent in June."
    text = TEXT.replace(asked, "In May, as we said, freight grew 5 percent. The rest did not.")
    old = accepted(draft(text), "Freight grew 5 percent in May.")
    left = tuple(each for each in old.indicators if "as we said" not in said(old, each) or each.value != 5)
    assert len(left) == len(old.indicators) - 1
    new = draft(text.replace("Freight grew 5 percent", "Freight grew 6 percent"))
    done = merged(replace(old, indicators=left), new)
    assert len(done.gone) == 1
    assert all(each.candidate for each in done.briefing.indicators)


def test_two_figures_of_a_sentence_that_change_their_values_are_not_mistaken_for_each_other() -> None:
    text = TEXT.replace("Freight grew 5 percent in May.", "In May, freight grew 5 percent and traffic grew 7 percent.")
    old = accepted(draft(text), "In May, freight grew 5 percent")
    done = merged(old, draft(text.replace("5 percent and", "7 percent and").replace("7 percent.", "5 percent.")))
    assert (done.kept, len(done.gone)) == ((), 1)


def test_the_same_value_of_another_time_or_thing_is_another_figure() -> None:
    old = accepted(draft(TEXT), "Freight grew 5 percent in May.", name="Freight in May")
    for words in ("Freight grew 5 percent in April.", "Timber grew 5 percent in May."):
        done = merged(old, draft(TEXT.replace("Freight grew 5 percent in May.", words)))
        assert [each.name for each in done.gone] == ["Freight in May"]


def test_a_dismissal_does_not_go_to_another_sentence_either() -> None:
    text = TEXT.replace("Traffic grew 5 percent in June.", "In May, as we said, freight grew 5 percent.")
    old = dismissed(draft(text), "Freight grew 5 percent in May.")
    new = draft(text.replace("Freight grew 5 percent", "Freight grew 6 percent"))
    done = merged(old, new)
    assert done.briefing.dismissed == ()
    assert len(done.briefing.indicators) == len(new.indicators)


def test_a_figure_with_another_name_or_id_is_no_difference() -> None:
    old = draft(TEXT)
    renamed = tuple(replace(each, id=f"f{n}", name=f"Figure {n}") for n, each in enumerate(old.indicators))
    assert redraft(old, replace(old, indicators=renamed)).figures == ()
    told = redraft(replace(old, indicators=renamed), draft(TEXT.replace("2.5 million", "2.7 million"))).figures
    assert [str(each).partition(", ")[2] for each in told] == [
        "2.5 million passengers → 2.7 million passengers, “2.7 million”"
    ]


def test_an_untouched_draft_has_nothing_that_was_decided() -> None:
    text = TEXT.replace("The pier cost", "Exports are expected to reach 9 million tons in 2024. The pier cost")
    old = draft(text)
    assert {each.status for each in old.indicators} > {"actual"}
    for known in (drafted(old), None):
        done = merged(old, draft(text.replace("Please ask", "Ask")), known)
        assert (done.kept, done.gone, done.unsure) == ((), (), ())


def edited(briefing: Briefing, words: str, **edits: str) -> Briefing:
    """With fields of a figure changed that is still a candidate."""
    chosen = one(briefing, words)
    done = replace(chosen, **edits)  # type: ignore[arg-type]  # the names are those of fields
    return replace(briefing, indicators=tuple(done if each is chosen else each for each in briefing.indicators))


def test_every_field_that_a_person_wrote_on_a_candidate_is_kept_and_no_other(tmp_path: Path) -> None:
    fresh = draft(TEXT)
    known = read_drafted(written(drafted(fresh)))
    old = edited(fresh, "The pier cost 120 million dollars", name="Price of the pier", unit="HKD", id="pier-price")
    old = edited(old, "Ferries carried 300,000 cars.", topic="ferries")
    text = TEXT.replace("The pier cost", "We are told that the pier cost")
    new = draft(text.replace("Ferries carried 300,000 cars.", "No cars came."))
    done = merged(proven(old, tmp_path / "old"), new, known)
    pier = one(done.briefing, "We are told that the pier cost 120 million dollars")
    assert (pier.name, pier.unit, pier.id, pier.candidate) == ("Price of the pier", "HKD", "pier-price", True)
    assert (len(done.kept), done.gone) == (1, (one(old, "Ferries carried 300,000 cars."),))
    assert sum(each.candidate for each in done.briefing.indicators) == len(new.indicators)
    proven(done.briefing, tmp_path / "new")


def carried(briefing: Briefing, words: str, month: str) -> Briefing:
    """With the time of a figure that an earlier sentence tells."""
    chosen = one(briefing, words)
    done = replace(chosen, period=Period.read(month), period_inferred=True)
    return replace(briefing, indicators=tuple(done if each is chosen else each for each in briefing.indicators))


def test_an_accepted_figure_whose_month_another_sentence_tells_is_kept_and_doubted_when_that_changes() -> None:
    may, june = (carried(draft(TEXT), "Passengers were 2.5 million", month) for month in ("2023-05", "2023-06"))
    old = accepted(may, "Passengers were 2.5 million")
    done = merged(old, june, drafted(may))
    assert [each.period_words for each in done.kept] == ["(May 2023)"]
    assert [now.period_words for _, now in done.doubtful] == ["(Jun 2023)"]
    assert merged(old, may, drafted(may)).doubtful == ()


def told_twice(briefing: Briefing, **edits: bool) -> Briefing:
    """With the ferries' cars said a second time, where the pier is spoken of."""
    cars, pier = one(briefing, "Ferries carried 300,000 cars."), one(briefing, "The pier cost 120 million dollars")
    again = replace(pier.mentions[0], quote="300,000 cars came", value=None)
    done = replace(cars, mentions=(*cars.mentions, again), **edits)  # type: ignore[arg-type]  # flags
    return replace(briefing, indicators=tuple(done if each is cars else each for each in briefing.indicators))


def test_of_a_figure_that_is_said_twice_the_mention_that_is_gone_is_told(tmp_path: Path) -> None:
    text = TEXT.replace("The pier cost", "300,000 cars came again. The pier cost")
    fresh = draft(text)
    again = [each for each in fresh.indicators if each.mentions[0].section == "q1" and each.value == 300_000]
    fresh = replace(fresh, indicators=tuple(each for each in fresh.indicators if each not in again))
    for known in (drafted(fresh), None):
        for flags in ({"candidate": False}, {"candidate": True}):
            old = told_twice(fresh, **flags)
            for words in ("301,000 cars came again", "No cars came again"):
                done = merged(
                    proven(old, tmp_path / f"{known is None}{flags}{words}"),
                    draft(text.replace("300,000 cars came again", words)),
                    known,
                )
                assert ([len(each.mentions) for each in done.kept], done.gone) == ([1], ())
                assert [(each.name, mention.quote) for each, mention in done.lost] == [
                    (done.kept[0].name, "300,000 cars came")
                ]
            done = merged(old, draft(text.replace("Good morning", "It is late")), known)
            assert ([len(each.mentions) for each in done.kept], done.lost) == ([2], ())


def test_of_a_dismissed_figure_no_mention_is_missed() -> None:
    old = told_twice(draft(TEXT), candidate=False, dismissed=True)
    (figure,) = (each for each in old.indicators if each.dismissed)
    left = tuple(each for each in old.indicators if not each.dismissed)
    done = merged(replace(old, indicators=left, dismissed=(figure,)), draft(TEXT))
    assert (len(done.kept), done.lost) == (1, ())


def test_a_figure_edited_and_accepted_is_counted_as_both() -> None:
    fresh = draft(TEXT)
    new = draft(TEXT.replace("Please ask", "Ask"))
    plain = accepted(fresh, "The pier cost 120 million dollars")
    old = accepted(fresh, "The pier cost 120 million dollars", name="Price of the pier")
    assert merged(plain, new, drafted(fresh)).edited == merged(plain, new).edited == ()
    assert [each.name for each in merged(old, new, drafted(fresh)).edited] == ["Price of the pier"]
    noted = accepted(fresh, "The pier cost 120 million dollars", note="As the mayor says")
    assert [each.note for each in merged(noted, new).edited] == ["As the mayor says"]


def test_a_number_that_an_import_gave_to_an_id_is_no_edit_of_a_person() -> None:
    fresh = draft(TEXT)
    number = replace(fresh, indicators=tuple(replace(each, id=f"{each.id}-2") for each in fresh.indicators))
    new = draft(TEXT.replace("Please ask", "Ask"))
    for old in (number, accepted(number, "The pier cost 120 million dollars")):
        done = merged(old, new, drafted(fresh))
        assert done.edited == ()
        assert len(done.kept) == sum(not each.candidate for each in old.indicators)


def test_what_the_program_finds_otherwise_today_is_no_edit_where_it_is_known_what_it_found_then() -> None:
    fresh = draft(TEXT)
    then = replace(fresh, indicators=tuple(replace(each, name=f"Old {each.name}") for each in fresh.indicators))
    done = merged(then, fresh, drafted(then))
    assert (done.kept, done.unsure) == ((), ())
    assert alike(done.briefing, fresh)


def test_where_it_is_not_known_what_was_drafted_the_words_that_stand_there_are_kept_and_it_is_told() -> None:
    old = edited(draft(TEXT), "The pier cost 120 million dollars", name="Price of the pier")
    done = merged(old, draft(TEXT.replace("The pier cost", "The pier has cost")))
    assert one(done.briefing, "The pier has cost 120 million dollars").name == "Price of the pier"
    assert ([each.name for each in done.unsure], done.kept) == (["Price of the pier"], ())


def test_what_is_kept_of_a_draft_may_be_damaged() -> None:
    for text in ("", "{", "[1]", '{"mentions": 3}', "null", '[{"id": "x"}]'):
        assert read_drafted(text) is None


def test_the_difference_is_counted_and_each_figure_told() -> None:
    old = draft(TEXT)
    text = TEXT.replace("2.5 million", "2.7 million").replace("The pier cost 120 million dollars.", "")
    new = draft(text.replace("Please ask.", "Please ask. We have 40 minutes."))
    found = redraft(old, new)
    assert str(found.sections) == "2 changed"
    assert (found.turns.added, found.turns.removed, found.turns.changed) == (0, 0, 3)
    assert (found.words.added, found.words.removed) == (5, 7)
    assert {each.happened for each in found.figures} >= {"changed", "gone"}
    assert any("2.5 million passengers → 2.7 million passengers" in str(each) for each in found.figures)
    assert any(str(each).startswith("gone: ") and "120 million" in str(each) for each in found.figures)


def test_what_people_wrote_is_known_and_its_fields_are_told(tmp_path: Path) -> None:
    fresh = stamped(draft(TEXT), "harbour.txt", "0" * 64)
    back = proven(fresh, tmp_path)
    assert back == fresh
    assert not written_on(back)
    assert not written_on(dismissed(accepted(back, "120 million dollars"), "300,000 cars"))
    edited = replace(back, title="The harbour", speakers=(replace(back.speakers[0], posts=("head",)), back.speakers[1]))
    assert written_on(edited)
    facts = redraft(edited, fresh).facts
    assert any(each.startswith("title: 'The harbour' → ") for each in facts)
    assert any(each.startswith("speaker ana-ruiz posts: head → ") for each in facts)
    assert len(facts) == 2
