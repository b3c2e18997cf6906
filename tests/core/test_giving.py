"""Of a large library only what gives an indicator is read, and gives what reading all of it would give."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from folders import HEADER, Q1, Q2, laid

from briefing_tui import content, giving, glancing
from briefing_tui.content import load
from briefing_tui.giving import all_ids, part
from briefing_tui.library import FEW, Library, read_folders, shipped
from briefing_tui.model import Briefing
from briefing_tui.series import series
from briefing_tui.shelf import Shelf
from made_briefing import figure, folder_of

COUNT = FEW + 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The growth of output in all briefings, ships in three of them."""
    for number in range(COUNT):
        ships = Q2.replace("70", str(100 + number)).replace("ships", "ships" if number % 5 == 2 else "boats")
        head = HEADER.replace("2024-10-23", f"2024-01-{number + 1:02}")
        folder_of(tmp_path / "lib" / f"b-{number:02}", briefing=head, q1=Q1, q2=ships)
    return tmp_path / "lib"


@pytest.fixture
def library(folder: Path, kept: Shelf) -> Library:
    return read_folders([folder], kept)


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The briefings of which a part was read; none may be read whole."""
    read: list[str] = []

    def watched(path: Path, identifier: str) -> Briefing | None:
        read.append(path.name)
        return part(path, identifier)

    monkeypatch.setattr(giving, "part", watched)
    monkeypatch.setattr(content, "load", lambda path: pytest.fail(f"{path} was read whole"))
    return read


def given(library: Library, identifier: str) -> list[str]:
    return sorted(each.id for each in giving.giving(library.entries, identifier) if each)


def test_only_the_briefings_that_give_it_are_read(library: Library, parts: list[str]) -> None:
    assert given(library, "ships") == ["b-02", "b-07", "b-12"]
    assert sorted(parts) == given(library, "ships")
    parts.clear()
    assert given(library, "nothing") == []
    assert parts == []
    assert all_ids(library.entries) == {"output", "boats", "ships"}


def test_the_series_is_that_of_all_read_whole(library: Library, folder: Path) -> None:
    some = [each for each in giving.giving(library.entries, "ships") if each]
    whole = [found for path in folder.iterdir() if (found := load(path).briefing)]
    lines, expected = series(some, "ships"), series(whole, "ships")
    assert [line.blocks for line in lines] == [line.blocks for line in expected]
    told = [each for line in lines for point in line.points for each in point.given]  # type: ignore[union-attr]
    wanted = [each for line in expected for point in line.points for each in point.given]  # type: ignore[union-attr]
    assert [(each.place, each.indicator, each.briefing.date) for each in told] == [
        (each.place, each.indicator, each.briefing.date) for each in wanted
    ]
    for each in told:
        assert each.briefing.paragraph(each.indicator.mentions[0])


def test_an_edited_file_is_seen_though_nothing_else_of_the_folder_changed(
    library: Library, folder: Path, parts: list[str]
) -> None:
    given(library, "ships")
    file = folder / "b-00" / "q2.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('id = "boats"', 'id = "ships"'), encoding="utf-8")
    parts.clear()
    assert "b-00" in given(library, "ships")
    assert len(parts) == 4


def test_what_was_found_out_is_kept(
    library: Library, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    glances: list[str] = []
    seen = glancing.seen

    def watched(place: str) -> glancing.Seen:
        glances.append(place)
        return seen(place)

    monkeypatch.setattr(giving, "seen", watched)
    given(library, "output")
    assert len(glances) == COUNT  # so few that listing them kept no ids
    given(library, "output")
    given(read_folders([folder], Shelf(tmp_path / "shelf")), "ships")
    assert len(glances) == COUNT


def test_no_briefing_is_held_afterwards(library: Library) -> None:
    given(library, "output")
    assert [entry.id for entry in library.entries if entry._known is not None] == []
    opened = library.entries[0].briefing
    assert opened is not None
    assert next(giving.giving(library.entries, "output")) is opened


def test_ids_that_are_not_plain_to_see_have_the_briefing_read_whole(folder: Path, library: Library) -> None:
    file = folder / "b-00" / "q2.toml"
    text = file.read_text(encoding="utf-8").replace('id = "boats"', 'id = "ship\\u0073"')
    file.write_text(text, encoding="utf-8")
    assert "b-00" in given(library, "ships")


def test_every_indicator_of_the_shipped_briefing_is_the_same_in_part() -> None:
    path = shipped() / "scio-2024-10-23"
    whole = load(path).briefing
    assert whole is not None
    for indicator in whole.indicators:
        some = part(path, indicator.id)
        assert some is not None
        assert some.indicators == (indicator,)
        assert all(some.section(each.section) == whole.section(each.section) for each in indicator.mentions)
    assert part(path, "nothing") is None


def test_what_others_say_of_the_same_words_counts_in_part_too(tmp_path: Path) -> None:
    """The quote of an indicator in another file, told first, takes the words away."""
    place = ("q2/1", "are 70 ships", 7)
    other = figure("other", "70", place, name="Another", topic="industry", kind="growth", unit="%")
    folder = laid(tmp_path, q1=Q1 + other)
    assert load(folder).problems
    assert [part(folder, each) is not None for each in ("output", "other", "ships")] == [True, True, False]


def test_it_is_the_same_in_part_whatever_is_wrong_elsewhere(tmp_path: Path) -> None:
    dice = random.Random(20241023)
    for number in range(120):
        texts = {"q1": bytearray(Q1, "utf-8"), "q2": bytearray(Q2, "utf-8")}
        for text in texts.values():
            for _ in range(dice.randrange(3)):
                text[dice.randrange(len(text))] = dice.choice(b'"=]\n7qs[')
        (tmp_path / f"{number}").mkdir()
        folder = laid(tmp_path / f"{number}", **{name: bytes(text) for name, text in texts.items()})
        whole = load(folder).briefing
        assert whole is not None
        library = Library([read_folders([folder]).entries[0]])
        for identifier in ("output", "ships"):
            some, ids = part(folder, identifier), glancing.seen(str(folder))[1]
            indicator = whole.indicator(identifier)
            if ids is not None and ids[1] is not None:
                told = some.indicator(identifier) if some and identifier in ids[1] else None
                assert told == indicator, (number, identifier)
            assert bool(given(library, identifier)) == bool(indicator)
