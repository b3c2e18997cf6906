"""`import`: a transcript becomes a draft briefing that content accepts, and nothing is overwritten unasked."""

from __future__ import annotations

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from briefing_tui.cite import citation
from briefing_tui.cli import main
from briefing_tui.commands import import_
from briefing_tui.content import load
from briefing_tui.place import Place
from briefing_tui.transcripts.layouts import LAYOUTS
from briefing_tui.wording import section_title
from made_briefing import HARBOUR
from made_pdf import pdf

TRANSCRIPT = HARBOUR.format(
    title="Harbour briefing on freight in the first half of 2023",
    said="""Good morning, everyone. Ms. Ruiz will begin.

Ana Ruiz:
In the first half of 2023, 4.2 million containers passed, up 6.5% year on year. More than 300 ships called in June.

Tom Lee:
The floor is open for questions.

Coast Radio:
How is the new pier doing, and what did it cost? Thank you.

Ana Ruiz:
Thank you. The pier cost 120 million dollars and handles 12% of all freight.""",
)


def run(*words: str) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    return main(list(words), out, err), out.getvalue(), err.getvalue()


@pytest.fixture
def transcript(tmp_path: Path) -> Path:
    path = tmp_path / "harbour-2023-07-04.txt"
    path.write_text(TRANSCRIPT, encoding="utf-8")
    return path


def test_a_transcript_becomes_a_briefing_that_holds(transcript: Path, tmp_path: Path) -> None:
    status, out, _ = run("import", str(transcript), "--into", str(tmp_path / "drafts"))
    assert status == 0
    assert "harbour-2023-07-04.txt: made" in out
    loaded = load(tmp_path / "drafts" / "harbour-2023-07-04")
    assert loaded.problems == ()
    assert loaded.briefing is not None
    assert [each.name for each in loaded.briefing.speakers] == ["Ana Ruiz", "Tom Lee"]
    assert [each.name for each in loaded.briefing.outlets] == ["Coast Radio"]
    assert str(loaded.briefing.date) == "2023-07-04"


def test_its_words_are_quoted_and_who_asks_is_told_once(transcript: Path, tmp_path: Path) -> None:
    run("import", str(transcript), "--into", str(tmp_path / "drafts"))
    briefing = load(tmp_path / "drafts" / "harbour-2023-07-04").briefing
    assert briefing is not None
    told = citation(briefing, Place(briefing.id, "intro", 1), briefing.indicators[0])
    assert told.startswith("According to Ana Ruiz, director general, Harbour Office: “In the first half of 2023,")
    assert section_title(briefing, briefing.sections[2]) == "q1 Coast Radio"


def test_a_transcript_in_which_nobody_is_named_is_a_briefing_too(transcript: Path, tmp_path: Path) -> None:
    transcript.write_text("Notes of a day\n\nThe harbour moved 4.2 million tons.\n\nIt was windy.\n", encoding="utf-8")
    run("import", str(transcript), "--into", str(tmp_path / "drafts"))
    loaded = load(tmp_path / "drafts" / "harbour-2023-07-04")
    assert loaded.problems == ()
    assert loaded.briefing is not None
    assert loaded.briefing.speakers == ()
    assert [str(each.value) for each in loaded.briefing.indicators] == ["4.2"]
    status, out, _ = run("show", str(tmp_path / "drafts" / "harbour-2023-07-04"))
    assert status == 0
    assert "Speakers" not in out


NAMELESS = """Press briefing of the Harbour Office, July 4, 2023

MS. RUIZ:  Good morning. I have nothing to begin with.

Q    Will the ferries to the outer islands run through the whole winter, and who pays for them?

MS. RUIZ:  They will, and we do.

Q    Who?

MS. RUIZ:  The Harbour Office.
"""


def test_questions_of_nobody_are_found_by_their_words(transcript: Path, tmp_path: Path) -> None:
    transcript.write_text(NAMELESS, encoding="utf-8")
    run("import", str(transcript), "--into", str(tmp_path / "drafts"))
    briefing = load(tmp_path / "drafts" / "harbour-2023-07-04").briefing
    assert briefing is not None
    asked = [each for each in briefing.sections if each.kind == "exchange"]
    assert [each.title for each in asked] == ["Will the ferries to the outer islands run through the whole…", "Who?"]
    assert {each.outlet for each in asked} == {None}
    assert briefing.label(asked[0]) == "q1"


def test_its_figures_are_candidates(transcript: Path, tmp_path: Path) -> None:
    run("import", str(transcript), "--into", str(tmp_path / "drafts"))
    briefing = load(tmp_path / "drafts" / "harbour-2023-07-04").briefing
    assert briefing is not None
    assert all(each.candidate for each in briefing.indicators)
    told = {
        (str(each.value), each.scale, str(each.change.value) if each.change else "") for each in briefing.indicators
    }
    assert ("4.2", "million", "6.5") in told
    assert ("120", "million", "") in told


def test_figures_of_one_name_have_their_day_and_place_in_the_id_so_that_no_series_mixes_them(tmp_path: Path) -> None:
    said = {
        "2023-07-04": "In June 2023, 580 million phones were exported. And 1.2 billion phones were produced.",
        "2023-08-04": "In July 2023, 1.3 billion phones were produced. And 590 million phones were exported.",
    }
    ids: list[set[str]] = []
    for day, words in said.items():
        text = TRANSCRIPT.replace("More than 300 ships called in June.", words)
        path = tmp_path / f"phones-{day}.txt"
        path.write_text(text.replace("July 4, 2023", f"{int(day[5:7])}/4/2023"), encoding="utf-8")
        run("import", str(path), "--into", str(tmp_path / "drafts"))
        briefing = load(tmp_path / "drafts" / path.stem).briefing
        assert briefing is not None
        ids.append({each.id for each in briefing.indicators if "phones" in each.id})
        assert len({each.id for each in briefing.indicators}) == len(briefing.indicators)
        assert "containers" in {each.id for each in briefing.indicators}
    assert ids[0] == {"phones-2023-07-04-intro-1", "phones-2023-07-04-intro-1-2"}
    assert not ids[0] & ids[1]


def test_a_change_that_stands_apart_is_kept_and_proved(transcript: Path, tmp_path: Path) -> None:
    pairs = (
        "Imports and exports reached 3.1 million tons and 2.7 million tons, respectively, "
        "up 2.1% and 3.4% year on year, respectively."
    )
    transcript.write_text(TRANSCRIPT.replace("More than 300 ships called in June.", pairs), encoding="utf-8")
    run("import", str(transcript), "--into", str(tmp_path / "drafts"))
    loaded = load(tmp_path / "drafts" / "harbour-2023-07-04")
    assert loaded.problems == ()
    assert loaded.briefing is not None
    told = {str(each.value): str(each.change.value) for each in loaded.briefing.indicators if each.change}
    assert told["3.1"] == "2.1"
    assert told["2.7"] == "3.4"


def test_no_word_is_dropped(transcript: Path, tmp_path: Path) -> None:
    run("import", str(transcript), "--into", str(tmp_path / "drafts"))
    briefing = load(tmp_path / "drafts" / "harbour-2023-07-04").briefing
    assert briefing is not None
    said = " ".join(paragraph.text for section in briefing.sections for paragraph in section.paragraphs)
    for words in ("The floor is open for questions.", "Good morning, everyone.", "Portville"):
        assert words in said


@pytest.mark.usefixtures("transcript")
def test_a_folder_is_imported_file_by_file_and_one_bad_file_does_not_end_it(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("Nothing here has a date or a name.", encoding="utf-8")
    status, out, err = run("import", str(tmp_path), "--into", str(tmp_path / "drafts"))
    assert status == 1
    assert "harbour-2023-07-04.txt: made" in out
    assert "bad.txt" in err
    assert ": 1 made, 0 unchanged, 0 replaced, 0 differs, 1 failed" in err
    assert err.splitlines()[-1].startswith("bad.txt: tells no date: write one")


def test_each_guess_is_told_with_its_line_when_asked(transcript: Path, tmp_path: Path) -> None:
    out = run("import", str(transcript), "--into", str(tmp_path / "drafts"), "--guesses")[1]
    assert "line " in out
    assert '"Coast Radio" taken as' in out


def test_guesses_are_told_of_a_file_that_is_there_already(transcript: Path, tmp_path: Path) -> None:
    first = run("import", "--guesses", str(transcript), "--into", str(tmp_path / "drafts"))[1]
    again = run("import", "--guesses", str(transcript), "--into", str(tmp_path / "drafts"))[1]
    guesses = [line for line in first.splitlines() if line.startswith("  line ")]
    assert guesses
    assert [line for line in again.splitlines() if line.startswith("  line ")] == guesses
    assert "unchanged" in again


def test_a_missing_file_and_an_unknown_layout_are_told(transcript: Path, tmp_path: Path) -> None:
    assert run("import", str(tmp_path / "none.txt"))[0] == 2
    status, _, err = run("import", str(transcript), "--into", str(tmp_path / "d"), "--layout", "sideways")
    assert status == 2
    assert "sideways" in err
    assert all(f"'{name}'" in err for name in LAYOUTS)


def test_the_layouts_are_told_by_help_and_all_of_them_are_taken() -> None:
    status, out, _ = run("import", "--help")
    assert (status, import_.LAYOUTS) == (0, tuple(LAYOUTS))
    assert ", ".join(LAYOUTS) in " ".join(out.split())


def test_standard_input_that_is_closed_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "briefing_tui", "import", "-", "--into", str(tmp_path / "drafts")]
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "sh", *words], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == ("briefing-tui: standard input is closed: name a file, or pipe its text into this command\n")
    assert not (tmp_path / "drafts").exists()


def test_a_line_break_in_a_name_makes_no_line_of_its_own(transcript: Path, tmp_path: Path) -> None:
    named = transcript.rename(tmp_path / "june\ntrue.txt: made nowhere.txt")
    out = run("import", str(named), "--into", str(tmp_path / "drafts"))[1]
    first, second = out.splitlines()
    assert first.startswith("june true.txt: made nowhere.txt: made ")
    assert second.startswith("  layout ")


def test_a_folder_without_transcripts_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("a,b", encoding="utf-8")
    status, _, err = run("import", str(tmp_path))
    assert status == 1
    assert "no transcripts" in err


def test_letters_that_are_not_utf8_are_a_guess(transcript: Path, tmp_path: Path) -> None:
    transcript.write_bytes(TRANSCRIPT.replace("Portville", "Porté").encode("cp1252"))
    out = run("import", str(transcript), "--into", str(tmp_path / "drafts"), "--guesses")[1]
    assert "Porté" in out
    assert "taken as text in Windows-1252, because its bytes are not UTF-8" in out


def test_a_pdf_is_known_by_its_bytes_and_goes_the_usual_way(tmp_path: Path) -> None:
    path = tmp_path / "harbour.bin.txt"
    path.write_bytes(pdf([TRANSCRIPT.splitlines()]))
    status, _, err = run("import", str(path), "--into", str(tmp_path / "drafts"))
    assert (status, err) == (0, "")
    briefing = load(tmp_path / "drafts" / "harbour-bin").briefing
    assert briefing is not None
    assert [each.name for each in briefing.speakers] == ["Ana Ruiz", "Tom Lee"]


def test_a_library_that_cannot_be_written_ends_it_with_4(transcript: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    status, out, err = run("import", str(transcript), "--into", str(tmp_path / "file"))
    assert (status, out) == (4, "")
    assert "cannot write to" in err


def test_a_transcript_without_a_date_is_given_one(tmp_path: Path) -> None:
    undated = tmp_path / "pier.txt"
    undated.write_text("Ana Ruiz: We built 12 piers.\n\nQuestion: Where?\n\nAna Ruiz: In the bay.\n", encoding="utf-8")
    words = ("import", str(undated), "--into", str(tmp_path / "drafts"))
    status, _, err = run(*words)
    assert status == 1
    assert "--date DAY" in err
    assert run(*words, "--date", "2024-13-01")[0] == 2
    assert run(*words, "--date", "2024-10-23")[0] == 0
    briefing = load(tmp_path / "drafts" / "pier").briefing
    assert briefing is not None
    assert str(briefing.date) == "2024-10-23"


def test_an_import_is_told_as_one_json_document(transcript: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"")
    status, out, _ = run("import", str(transcript), str(broken), "--into", str(tmp_path / "drafts"), "--json")
    told = json.loads(out)
    assert status == 1
    assert (told["total"], told["stopped"]) == (2, False)
    made, failed = told["files"]
    assert (made["what"], made["briefing"], made["speakers"], made["outlets"], made["exchanges"]) == (
        "made",
        "harbour-2023-07-04",
        2,
        1,
        1,
    )
    assert Path(made["path"]).is_dir()
    briefing = load(Path(made["path"])).briefing
    assert briefing is not None
    assert made["candidates"] == len(briefing.indicators) > 0
    assert {"line", "what", "taken_for", "because"} == set(made["guesses"][0])
    assert failed["what"] == "failed"
    assert failed["path"] is None
    again = json.loads(run("import", str(transcript), "--into", str(tmp_path / "drafts"), "--json")[1])
    assert [each["what"] for each in again["files"]] == ["unchanged"]


def test_a_draft_that_could_not_be_read_again_is_not_made(
    transcript: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing_tui.toml_file.MOST_BYTES", 300)
    status, _, err = run("import", str(transcript), "--into", str(tmp_path / "drafts"))
    assert status == 1
    assert "split the transcript" in err
    assert [path for path in (tmp_path / "drafts").iterdir() if path.name[0] != "."] == []
