"""The user's own copy of a source: proved figure by figure, kept whole, never lost, never taken for another text."""

from __future__ import annotations

import datetime
import errno
import os
import socket
import stat
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from briefing_tui.indicator import Indicator, Mention
from briefing_tui.library import read_folders, shipped
from briefing_tui.model import Briefing, Document, Paragraph, Section, Turn
from briefing_tui.originals import LARGEST, Originals, Unfit, beside, read_text
from briefing_tui.quantity import Change

YARDS = [
    "The harbour office met the press.",
    "Ferries carried 1,210 people, up 6.5% on the year.",
    "Of 31 quays, 17 were rebuilt.",
    "Tugs made 409 trips and barges 88.",
    "Twenty-four cranes stand idle, 12.5% of all.",
    "Thank you. Goodbye.",
]
TEXT = "\n\n".join(YARDS) + "\n"


def indicator(identifier: str, at: str, quote: str, value: str, source: int, change: str | None = None) -> Indicator:
    told = Change(Decimal(change), "%") if change else None
    mention = Mention(at, quote, source)
    return Indicator(identifier, identifier, "port", "count", Decimal(value), (mention,), change=told)


def harbour() -> Briefing:
    """Eight figures of a transcript in two digest paragraphs, two of an article in one."""
    first = Paragraph(1, "1,210 people took ferries, 6.5% more; 17 of 31 quays are new.", (2, 3))
    second = Paragraph(2, "Tugs went out 409 times, barges 88; 24 cranes idle, 12.5% of them.", (4, 5))
    third = Paragraph(1, "Quays: 31, and 17 are new.", (1,))
    sections = (
        Section("q1", "transcript", "opening", "Harbour", (Turn("statement", (first, second)),)),
        Section("a1", "article", "report", "Quays", (Turn("statement", (third,)),)),
    )
    documents = (
        Document("transcript", "transcript", "Said", ("q1",)),
        Document("article", "article", "Reported", ("a1",)),
    )
    figures = (
        indicator("ferries", "q1/1", "1,210 people took ferries, 6.5%", "1210", 2, "6.5"),
        indicator("quays-new", "q1/1", "17 of", "17", 3),
        indicator("quays", "q1/1", "31 quays", "31", 3),
        indicator("tugs", "q1/2", "409 times", "409", 4),
        indicator("barges", "q1/2", "barges 88", "88", 4),
        indicator("cranes", "q1/2", "24 cranes", "24", 5),
        indicator("cranes-share", "q1/2", "12.5%", "12.5", 5),
        indicator("quays-told", "a1/1", "31", "31", 1),
        indicator("quays-new-told", "a1/1", "17 are", "17", 1),
    )
    date = datetime.date(2024, 5, 1)
    return Briefing("harbour-2024", "Harbour", "Office", date, documents, (), sections=sections, indicators=figures)


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    return Originals(tmp_path / "kept" / "originals")


def declined(originals: Originals, text: str, document: str = "transcript") -> str:
    """Why a text is not attached, with nothing kept of it."""
    before = sorted(originals.folder.rglob("*"))
    with pytest.raises(Unfit) as told:
        originals.attach(harbour(), document, text)
    assert sorted(originals.folder.rglob("*")) == before
    return str(told.value)


def test_every_figure_is_looked_up_in_its_paragraph() -> None:
    found = Originals.verify(harbour(), "transcript", TEXT)
    assert (found.total, found.verified, found.unproven) == (8, 8, ())
    assert str(found) == "8 of 8 figures verified"
    assert str(Originals.verify(harbour(), "article", "17 of 31 quays")) == "2 of 2 figures verified"


def test_figures_that_are_not_where_they_should_be_are_named() -> None:
    found = Originals.verify(harbour(), "transcript", TEXT.replace("6.5%", "5.6%"))
    assert str(found) == "7 of 8 figures verified; this 1 is not in its paragraph"
    (missing,) = found.unproven
    assert (missing.indicator, str(missing.place), missing.paragraph) == ("ferries", "harbour-2024#q1/1", 2)
    assert missing.value == Decimal("6.5")
    moved = Originals.verify(harbour(), "transcript", TEXT.replace("409", "8").replace("12.5%", "some"))
    assert str(moved) == "6 of 8 figures verified; these 2 are not in their paragraphs"


def test_a_paragraph_of_nothing_visible_keeps_its_number() -> None:
    found = Originals.verify(harbour(), "transcript", TEXT.replace(YARDS[0], "\u200b"))
    assert found.verified == 8


def test_what_is_attached_is_kept_for_the_user_alone_and_comes_back_as_paragraphs(originals: Originals) -> None:
    assert originals.paragraphs("harbour-2024", "transcript") is None
    assert originals.attach(harbour(), "transcript", TEXT).verified == 8
    assert originals.paragraphs("harbour-2024", "transcript") == tuple(YARDS)
    path = originals.path("harbour-2024", "transcript")
    assert path == originals.folder / "harbour-2024" / "transcript.txt"
    assert path.read_text(encoding="utf-8") == TEXT
    assert sorted(each.name for each in path.parent.iterdir()) == ["transcript.of", "transcript.txt"]
    if os.name == "posix":
        modes = [stat.S_IMODE(each.stat().st_mode) for each in (path, path.parent, originals.folder)]
        assert modes == [0o600, 0o700, 0o700]


def test_the_same_text_again_changes_nothing(originals: Originals) -> None:
    originals.attach(harbour(), "transcript", TEXT)
    path = originals.path("harbour-2024", "transcript")
    before = path.stat()
    originals.attach(harbour(), "transcript", TEXT)
    originals.attach(harbour(), "transcript", TEXT.replace("\n\n", "\r\n"), force=True)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert originals.older("harbour-2024", "transcript") == ()


def test_a_changed_copy_is_told_and_replaces_the_old_one_only_when_forced(originals: Originals) -> None:
    originals.attach(harbour(), "transcript", TEXT)
    changed = TEXT.replace("Tugs", "Pilots")
    what = "its paragraph 4 is “Tugs made 409 trips and barges 88.”, here it is “Pilots made 409 trips and barges 88.”"
    assert what in declined(originals, changed)
    for text in (changed, TEXT.replace("Tugs", "Boats")):
        originals.attach(harbour(), "transcript", text, force=True)
    older = originals.older("harbour-2024", "transcript")
    assert [each.name for each in older] == ["transcript.txt.1", "transcript.txt.2"]
    assert [each.read_text(encoding="utf-8") for each in older] == [TEXT, changed]
    assert (originals.paragraphs("harbour-2024", "transcript") or ())[3].startswith("Boats")


def rewritten(briefing: Briefing) -> Briefing:
    """With other words in its first paragraph, as another library's briefing of the id, or as a newer draft."""
    section, *others = briefing.sections
    (turn,) = section.turns
    first, *more = turn.paragraphs
    changed = replace(turn, paragraphs=(replace(first, text=f"{first.text} It rains."), *more))
    return replace(briefing, sections=(replace(section, turns=(changed,)), *others))


def test_a_copy_that_was_attached_to_another_text_of_the_id_is_known(originals: Originals) -> None:
    other = rewritten(harbour())
    assert not originals.strange(harbour(), "transcript")
    originals.attach(harbour(), "transcript", TEXT)
    assert not originals.strange(harbour(), "transcript")
    assert originals.strange(other, "transcript")
    assert not originals.strange(other, "article")
    moved = replace(harbour(), title="Moved", indicators=harbour().indicators[:3])
    assert not originals.strange(moved, "transcript")
    with pytest.raises(Unfit, match=r"here it is none\. It was attached to another text of this id, or before the"):
        originals.attach(other, "transcript", "\n".join(YARDS[:5]))
    originals.attach(other, "transcript", TEXT)
    assert not originals.strange(other, "transcript")
    assert originals.strange(harbour(), "transcript")
    assert originals.older("harbour-2024", "transcript") == ()


def test_a_copy_that_does_not_tell_what_it_was_attached_to_is_not_doubted(originals: Originals) -> None:
    originals.attach(harbour(), "transcript", TEXT)
    (told,) = originals.folder.rglob("*.of")
    for damage in (told.unlink, told.mkdir):
        damage()
        assert not originals.strange(rewritten(harbour()), "transcript")


def test_older_copies_are_counted_not_spelt(originals: Originals) -> None:
    for number in range(12):
        originals.attach(harbour(), "transcript", TEXT + str(number), force=True)
    assert [each.name.rpartition(".")[2] for each in originals.older("harbour-2024", "transcript")] == [
        str(number) for number in range(1, 12)
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "17 of 31 quays were rebuilt.\n" + "\n".join("Nothing more." for _ in range(9)),
            "it is another text: 0 of 8 figures stand in their paragraphs. It is the article.",
        ),
        ("\n".join(["A recipe for soup."] * 8), "0 anywhere. Another document?"),
        (
            "Title\nBy us\n" + TEXT,
            "counted otherwise: 0 of 8 figures stand in their paragraphs. Take out the first 2.",
        ),
        ("\n".join([*YARDS[1:], "More.", "More."]), "The first 1 may be missing."),
        ("\n".join(["Harbour:", *" ".join(YARDS).split()]), "8 somewhere. Other paragraph breaks?"),
        ("\n".join(YARDS[:4]), "it is not the whole text: it has 4 paragraphs, the digest names paragraph 5."),
    ],
)
def test_a_different_text_is_recognised(originals: Originals, text: str, told: str) -> None:
    assert told in declined(originals, text)
    originals.attach(harbour(), "transcript", text, force=True)
    assert originals.path("harbour-2024", "transcript").read_text(encoding="utf-8") == text


def test_four_fifths_of_the_figures_are_enough_and_less_is_not(originals: Originals) -> None:
    declined(originals, TEXT.replace("409", "9").replace("88", "9"))
    assert originals.attach(harbour(), "transcript", TEXT.replace("409", "9")).verified == 7


def test_a_document_without_figures_takes_any_text_that_is_long_enough(originals: Originals) -> None:
    silent = Paragraph(1, "Nothing was said.", (3,))
    section = Section("q1", "transcript", "opening", "Q", (Turn("statement", (silent,)),))
    document = Document("transcript", "transcript", "T", ("q1",))
    date = datetime.date(2024, 5, 1)
    quiet = Briefing("quiet", "Quiet", "Office", date, (document,), (), sections=(section,))
    with pytest.raises(Unfit, match="not the whole text: it has 2 paragraphs, the digest names paragraph 3"):
        originals.attach(quiet, "transcript", "One.\nTwo.")
    assert str(originals.attach(quiet, "transcript", "One.\nTwo.\nThree.")) == "0 of 0 figures verified"


def test_nothing_hostile_comes_out_of_a_copy(originals: Originals) -> None:
    originals.attach(harbour(), "transcript", TEXT + "\x1b[31m red \u202e\x07\n")
    assert (originals.paragraphs("harbour-2024", "transcript") or ())[-1] == "␛[31m red «U+202E»␇"


def test_a_save_that_fails_leaves_the_old_copy_and_nothing_half_written(
    originals: Originals, monkeypatch: pytest.MonkeyPatch
) -> None:
    originals.attach(harbour(), "transcript", TEXT)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        originals.attach(harbour(), "transcript", TEXT + "More.", force=True)
    assert originals.paragraphs("harbour-2024", "transcript") == tuple(YARDS)
    names = sorted(each.name for each in originals.path("harbour-2024", "transcript").parent.iterdir())
    assert names == ["transcript.of", "transcript.txt", "transcript.txt.1"]


def test_a_broken_copy_is_told_and_set_aside_only_when_forced(originals: Originals) -> None:
    path = originals.path("harbour-2024", "transcript")
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(Unfit, match="not UTF-8"):
        originals.paragraphs("harbour-2024", "transcript")
    assert "the copy attached before cannot be read" in declined(originals, TEXT)
    originals.attach(harbour(), "transcript", TEXT, force=True)
    assert [each.read_bytes() for each in originals.older("harbour-2024", "transcript")] == [b"\xff\xfe"]


def test_a_folder_in_the_copys_place_is_set_aside_too(originals: Originals) -> None:
    originals.path("harbour-2024", "transcript").mkdir(parents=True)
    assert "it is a folder" in declined(originals, TEXT)
    originals.attach(harbour(), "transcript", TEXT, force=True)
    assert originals.paragraphs("harbour-2024", "transcript") == tuple(YARDS)
    assert [each.is_dir() for each in originals.older("harbour-2024", "transcript")] == [True]


@pytest.mark.parametrize("name", ["..", "a/b", "", "A"])
def test_only_ids_name_a_copy(originals: Originals, name: str) -> None:
    with pytest.raises(ValueError, match="is not an id"):
        originals.paragraphs("harbour-2024", name)
    with pytest.raises(ValueError, match="is not an id"):
        originals.paragraphs(name, "transcript")


def test_read_text_takes_text_with_and_without_a_mark(tmp_path: Path) -> None:
    (tmp_path / "t").write_bytes("\ufeffÅ\r\nb".encode())
    assert read_text(tmp_path / "t") == "Å\r\nb"


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "no text"),
        (b" \n\r\n\t", "no text"),
        (b"a\nb\n\xe9", r"not UTF-8 text \(line 3\)"),
        (None, "No such file"),
    ],
)
def test_read_text_says_what_is_wrong_with_a_file(tmp_path: Path, raw: bytes | None, told: str) -> None:
    if raw is not None:
        (tmp_path / "t").write_bytes(raw)
    with pytest.raises(Unfit, match=told):
        read_text(tmp_path / "t")


def test_read_text_reads_no_more_than_20_megabytes(tmp_path: Path) -> None:
    with (tmp_path / "t").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(Unfit, match="larger than 20 MB"):
        read_text(tmp_path / "t")


@pytest.mark.skipif(os.name != "posix", reason="needs pipes and devices as files")
def test_read_text_never_waits_and_never_reads_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        for path, told in (
            (tmp_path / "pipe", "no ordinary file"),
            (Path("/dev/zero"), "no ordinary file"),
            (tmp_path, "a folder"),
            (Path("socket"), "No such device"),
            (tmp_path / "a\0b", "cannot be opened"),
        ):
            with pytest.raises(Unfit, match=told):
                read_text(path)


def test_beside_a_paragraph_stand_its_source_paragraphs_with_its_figures_lit(originals: Originals) -> None:
    briefing = harbour()
    assert beside(briefing, "q1", 1, originals) == ()
    originals.attach(briefing, "transcript", TEXT)
    second, third = beside(briefing, "q1", 1, originals)
    assert (second.number, second.text) == (2, YARDS[1])
    assert [(second.text[start:end]) for start, end in second.spans] == ["1,210", "6.5"]
    assert [(third.text[each.start : each.end], each.indicator) for each in third.lit] == [
        ("31", "quays"),
        ("17", "quays-new"),
    ]
    assert third.lit[0].mention == Mention("q1/1", "31 quays", 3)
    assert beside(briefing, "q1", 9, originals) == beside(briefing, "nowhere", 1, originals) == ()
    assert beside(briefing, "a1", 1, originals) == ()


def test_beside_shows_what_a_shorter_copy_has(originals: Originals) -> None:
    originals.attach(harbour(), "transcript", "\n".join(YARDS[:4]), force=True)
    assert [each.number for each in beside(harbour(), "q1", 2, originals)] == [4]


def test_of_equal_numbers_the_one_that_is_meant_is_lit(originals: Originals) -> None:
    text = "Sales rose 3% in 3 weeks, profit by 3%, while 3 ships sank."
    digest = Paragraph(1, "Profit grew 3% and 3 ships went down, sales up 3%.", (1,))
    section = Section("q1", "transcript", "opening", "Q", (Turn("statement", (digest,)),))
    document = Document("transcript", "transcript", "T", ("q1",))
    figures = tuple(
        indicator(name, "q1/1", quote, "3", 1)
        for name, quote in (("profit", "Profit grew 3%"), ("ships", "3 ships"), ("sales", "sales up 3%"))
    )
    date = datetime.date(2024, 5, 1)
    briefing = Briefing("b", "B", "O", date, (document,), (), sections=(section,), indicators=figures)
    originals.attach(briefing, "transcript", text)
    (passage,) = beside(briefing, "q1", 1, originals)
    lit = {each.indicator: text[each.start :][:7] for each in passage.lit}
    assert lit == {"sales": "3% in 3", "profit": "3%, whi", "ships": "3 ships"}


@pytest.mark.skipif("BRIEFING_SOURCES" not in os.environ, reason="needs the sources")
def test_the_shipped_digest_stands_beside_its_sources(originals: Originals) -> None:
    folder = Path(os.environ["BRIEFING_SOURCES"])
    (briefing,) = read_folders((shipped(),)).briefings
    names = {"transcript": "004_7b00b6604da5925a.txt", "article": "000_523ae025e2e4056a.txt"}
    figures = 0
    for document, name in names.items():
        found = originals.attach(briefing, document, read_text(folder / name))
        assert found.total == found.verified > 0
        figures += found.total
        other = names["article" if document == "transcript" else "transcript"]
        with pytest.raises(Unfit, match="it is another text"):
            originals.attach(briefing, document, read_text(folder / other))
    passages = [
        passage
        for section in briefing.sections
        for paragraph in section.paragraphs
        for passage in beside(briefing, section.id, paragraph.number, originals)
    ]
    assert sum(len(passage.lit) for passage in passages) == figures
