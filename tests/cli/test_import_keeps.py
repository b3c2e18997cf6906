"""What an import never takes away: a person's files, and another briefing under the same name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from test_import import TRANSCRIPT
from test_import_again import ID, imported, read, state


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in" / f"{ID}.txt"
    path.parent.mkdir()
    path.write_text(TRANSCRIPT, encoding="utf-8")
    return path


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


def test_what_a_person_put_into_the_folder_goes_over_with_force(source: Path, drafts: Path) -> None:
    imported(source, into=drafts)
    mine = drafts / ID
    (mine / "my.md").write_text("mine", encoding="utf-8")
    (mine / "notes" / "june.toml").mkdir(parents=True)
    (mine / "notes" / "june.toml" / "day.toml").write_text("mine", encoding="utf-8")
    (mine / "notes" / "latest").symlink_to("june.toml")
    (mine / "elsewhere").symlink_to(source.parent)
    os.mkfifo(mine / "notes" / "pipe")
    source.write_text(TRANSCRIPT.replace("4.2 million", "4.3 million"), encoding="utf-8")
    assert imported(source, "--force", into=drafts).status == 0
    for folder in (mine, drafts / f".{ID}.1"):
        assert (folder / "my.md").read_text(encoding="utf-8") == "mine"
        assert (folder / "notes" / "latest" / "day.toml").read_text(encoding="utf-8") == "mine"
        assert (folder / "notes" / "latest").readlink() == Path("june.toml")
        assert (folder / "elsewhere").readlink() == source.parent
    read(mine)


def test_another_day_under_the_same_name_may_be_another_briefing_and_both_can_stay(source: Path, drafts: Path) -> None:
    file = source.rename(source.with_name("transcript.txt"))
    imported(file, into=drafts)
    before = state(drafts)
    file.write_text(TRANSCRIPT.replace("July 4, 2023", "August 4, 2023"), encoding="utf-8")
    said = imported(file, into=drafts)
    assert said.status == 1
    assert "the briefing there is of 2023-07-04, this one of 2023-08-04. If it is another briefing" in said.err
    assert "a copy of the file named transcript-2023-08-04.txt, and both stay; --force replaces it" in said.err
    beside = file.with_name("transcript-2023-08-04.txt")
    beside.write_bytes(file.read_bytes())
    assert "made" in imported(beside, into=drafts).out
    assert {each.name for each in drafts.iterdir()} == {"transcript", "transcript-2023-08-04"}
    assert state(drafts).items() >= before.items()
    for words in ((), ("--force",)):  # its bytes are known now, so it takes nobody's place
        assert f"unchanged {drafts / 'transcript-2023-08-04'}" in imported(file, *words, into=drafts).out
    assert state(drafts).items() >= before.items()


def test_the_hidden_copy_of_what_was_replaced_is_no_briefing_that_is_there_already(source: Path, drafts: Path) -> None:
    imported(source, into=drafts)
    source.write_text(TRANSCRIPT.replace("4.2 million", "4.3 million"), encoding="utf-8")
    imported(source, "--force", into=drafts)
    source.write_text(TRANSCRIPT, encoding="utf-8")
    assert f"differs from {drafts / ID}" in imported(source, into=drafts).err
