"""A newer draft of the same transcript: what people decided goes over to it, and what differs is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefing_tui.content import load
from briefing_tui.content_writer import write
from briefing_tui.indicator import Indicator
from briefing_tui.model import Briefing
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
