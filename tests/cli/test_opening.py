"""What a word of the command line may be: a place, a folder, a file of a briefing, or a transcript kept nowhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import run

from briefing_tui.library import shipped

TRANSCRIPT = """Harbour Office press conference on the port in the first half of 2031

Portville, 3 July 2031

Speakers:
Ada Holm, director of the Harbour Office

Chairperson:
Bo Lind, press officer of the Harbour Office

Bo Lind:
Good morning. Ms. Holm will speak first.

Ada Holm:
Good morning. In the first half of the year 412 ships called, an increase of 6.4 percent year on year.

Bo Lind:
Questions, please.

Coast Radio:
How many jobs does the port have?

Ada Holm:
It has 1,250 jobs.
"""


@pytest.fixture
def transcript(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(TRANSCRIPT, encoding="utf-8")
    return path


def test_a_file_of_a_briefing_opens_its_section() -> None:
    said = run("show", str(shipped() / "scio-2024-10-23" / "q3.toml"))
    assert said.status == 0
    assert "scio-2024-10-23#q3" in said.out
    assert "Phoenix TV" in said.out


def test_the_header_of_a_briefing_opens_all_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "here" / "b-2024"
    folder.mkdir(parents=True)
    for path in (shipped() / "scio-2024-10-23").glob("*.toml"):
        (folder / path.name).write_bytes(path.read_bytes())
    said = run("list", "--library", str(folder), "--json")
    assert "b-2024" in [each["id"] for each in json.loads(said.out)]
    said = run("show", str(folder / "briefing.toml"))
    assert said.status == 0
    assert "b-2024" in said.out


def test_a_transcript_is_read_without_being_kept(transcript: Path, empty_home: Path) -> None:
    said = run("indicators", str(transcript), "--format", "json")
    assert said.status == 0
    found = {each["quote"]: row["value"] for row in json.loads(said.out) for each in row["mentions"]}
    assert {"412", "1250"} <= set(found.values())
    assert not list(empty_home.rglob("harbour*"))
    assert sorted(path.name for path in transcript.parent.iterdir() if path != empty_home) == ["harbour.txt"]


def test_a_transcript_that_was_imported_opens_as_what_became_of_it(transcript: Path, tmp_path: Path) -> None:
    into = ("--into", str(tmp_path / "lib"))
    assert run("import", str(transcript), *into).status == 0
    renamed = transcript.rename(transcript.with_name("port.md"))
    said = run("--library", str(tmp_path / "lib"), "indicators", str(renamed), "--format", "json")
    assert {each["briefing"] for each in json.loads(said.out)} == {"harbour"}
    assert said.err == "Imported already: harbour\n"
    renamed.write_text(TRANSCRIPT.replace("412", "413"), encoding="utf-8")
    said = run("--library", str(tmp_path / "lib"), "indicators", str(renamed), "--format", "json")
    assert {each["briefing"] for each in json.loads(said.out)} == {"port"}


def test_a_folder_of_transcripts_tells_how_they_are_imported(transcript: Path, tmp_path: Path) -> None:
    folder = tmp_path / "my texts"
    folder.mkdir()
    for name in ("a.txt", "b.TXT", "c.html", "d.jpg"):
        (folder / name).write_bytes(transcript.read_bytes())
    for words in ([str(folder)], ["show", str(folder)]):
        said = run(*words)
        assert said.status == 2
        assert "holds no briefing, but 3 files that may be transcripts" in said.err
        assert f"briefing-tui import '{folder}'" in said.err
    (tmp_path / "none").mkdir()
    assert "import" not in run(str(tmp_path / "none")).err


def test_what_is_no_transcript_is_told(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Nothing of the kind.", encoding="utf-8")
    said = run("show", str(path))
    assert said.status == 2
    assert "notes.txt is no transcript" in said.err
    assert said.out == ""


def test_a_folder_that_may_not_be_read_is_said_to_be_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()

    def barred(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("briefing_tui.commands.opening.scandir", barred)
    for words in (["list", "--library", str(locked)], [str(locked)], ["--library", str(locked)], ["show", str(locked)]):
        said = run(*words)
        assert (said.status, said.out) == (2, "")
        assert said.err == f"briefing-tui: '{locked}' may not be read: Permission denied\n"
