"""Long imports: told how far they are, stopped at any moment without harm, and gone on with."""

from __future__ import annotations

import fcntl
import io
import os
import signal
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest
from command_line import Terminal, run
from test_import import TRANSCRIPT

from briefing_tui.cli import main
from briefing_tui.commands import importing
from briefing_tui.commands.command import Streams
from briefing_tui.commands.importing import Outcome, Source
from briefing_tui.commands.progress import Progress, span
from briefing_tui.content import load
from briefing_tui.content_writer import write
from briefing_tui.intake import Intake, opened
from briefing_tui.toml_file import read_toml
from briefing_tui.transcripts import read

FILES = 12


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dozen transcripts, each with paragraphs enough to take a moment."""
    made = tmp_path / "in"
    made.mkdir()
    for number in range(FILES):
        more = "".join(f"Pier {each} handled {each}.{number} million tons.\n\n" for each in range(1, 60))
        text = TRANSCRIPT.replace("Tom Lee:\nThe floor", f"{more}Tom Lee:\nThe floor")
        (made / f"harbour-{number:02}.txt").write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


def whole(drafts: Path) -> int:
    """How many briefings there are, each without a problem."""
    folders = [each for each in drafts.iterdir() if each.name[0] != "."] if drafts.exists() else []
    for each in folders:
        assert load(each).problems == ()
    return len(folders)


def started(folder: Path, drafts: Path) -> subprocess.Popen[str]:
    words = [sys.executable, "-m", "briefing_tui", "import", str(folder), "--into", str(drafts)]
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def wait_for(process: subprocess.Popen[str], drafts: Path, entries: int) -> None:
    """Until the library has so many entries, half-written ones among them, or the process has ended."""
    while process.poll() is None and (not drafts.exists() or len(list(drafts.iterdir())) < entries):
        pass


def test_killed_at_any_moment_nothing_is_half_written_and_it_goes_on(folder: Path, drafts: Path) -> None:
    before = 0
    for entries in (1, 2, 4, 7):
        process = started(folder, drafts)
        wait_for(process, drafts, entries)
        process.kill()
        process.communicate(timeout=30)
        assert whole(drafts) >= before
        before = whole(drafts)
    assert run("import", str(folder), "--into", str(drafts)).status == 0
    assert whole(drafts) == FILES
    assert [each.name for each in drafts.iterdir() if each.name[0] == "."] == []


def test_ctrl_c_stops_says_how_far_it_was_and_the_same_command_goes_on(folder: Path, drafts: Path) -> None:
    process = started(folder, drafts)
    wait_for(process, drafts, 3)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert f"of {FILES} files; the same command goes on from there" in told
    assert "Traceback" not in told
    made = whole(drafts)
    assert 2 <= made < FILES
    assert [each.name for each in drafts.iterdir() if each.name[0] == "."] == []
    said = run("import", str(folder), "--into", str(drafts))
    assert f": {FILES - made} made, {made} unchanged, 0 replaced, 0 differs, 0 failed" in said.err


def test_several_at_once_do_not_disturb_each_other(folder: Path, drafts: Path) -> None:
    processes = [started(folder, drafts) for _ in range(3)]
    assert [process.communicate(timeout=60) and process.returncode for process in processes] == [0, 0, 0]
    assert whole(drafts) == FILES


def test_a_replacement_that_was_killed_between_its_two_names_is_ended(folder: Path, drafts: Path) -> None:
    run("import", str(folder / "harbour-00.txt"), "--into", str(drafts))
    briefing = load(drafts / "harbour-00").briefing
    assert briefing is not None
    write(briefing, left(drafts, "replacement") / "harbour-00")
    (drafts / "harbour-00").rename(drafts / ".harbour-00.1")
    left(drafts, "draft")
    (drafts / ".briefing-tui-draft-killed-at-once").mkdir()
    with opened(drafts):
        pass
    assert {each.name for each in drafts.iterdir()} == {"harbour-00", ".harbour-00.1"}
    assert whole(drafts) == 1


def test_folders_of_the_users_own_are_left_alone_whatever_they_are_called(drafts: Path) -> None:
    kept = [".draft-2031", ".replacement-parts", ".briefing-tui-draft-mine", ".briefing-tui-replacement-mine"]
    for name in kept:
        (drafts / name / "notes").mkdir(parents=True)
        (drafts / name / "notes" / "briefing.toml").write_text("mine", encoding="utf-8")
    with opened(drafts):
        pass
    assert sorted(each.name for each in drafts.iterdir()) == sorted(kept)
    assert all((drafts / name / "notes" / "briefing.toml").read_text(encoding="utf-8") == "mine" for name in kept)


def left(drafts: Path, kind: str) -> Path:
    """A folder as a run leaves it that is killed while it writes."""
    folder = drafts / f".briefing-tui-{kind}-dead"
    folder.mkdir()
    (folder / ".made-by-import").touch()
    return folder


def test_what_a_living_run_writes_is_left_alone(drafts: Path) -> None:
    with opened(drafts):
        living = left(drafts, "draft")
        with opened(drafts):
            assert living.exists()


def test_a_run_that_starts_while_another_mends_waits_and_keeps_its_drafts(
    drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts.mkdir()
    mends = os.open(drafts, os.O_RDONLY)
    flock = fcntl.flock
    flock(mends, fcntl.LOCK_EX)

    def waiting(descriptor: int, how: int) -> None:
        if not how & fcntl.LOCK_NB:  # who waits is waited for: the other run has mended now
            flock(mends, fcntl.LOCK_UN)
        flock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", waiting)
    with opened(drafts):
        flock(mends, fcntl.LOCK_UN)
        living = left(drafts, "draft")
        with opened(drafts):
            assert living.exists()
    os.close(mends)


def test_many_files_of_one_name_take_each_header_a_few_times(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [tmp_path / "in" / f"{number:02}" / "transcript.txt" for number in range(24)]
    for number, file in enumerate(files):
        file.parent.mkdir(parents=True)
        file.write_text(TRANSCRIPT.replace("Portville", f"Port {number}"), encoding="utf-8")
    headers: list[Path] = []

    def counted(path: Path) -> object:
        headers.append(path)
        return read_toml(path)

    monkeypatch.setattr("briefing_tui.intake.read_toml", counted)
    for what in ("24 made, 0 unchanged", "0 made, 24 unchanged"):
        headers.clear()
        assert what in run("import", str(tmp_path / "in"), "--into", str(tmp_path / "drafts")).err
        assert len(headers) <= 3 * len(files)


def test_one_file_that_we_cannot_handle_does_not_end_it(
    folder: Path, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(raw: bytes | str, name: str, layout: str | None) -> object:
        if name == "harbour-03.txt":
            raise IndexError("out of range")
        return read(raw, name, layout)

    monkeypatch.setattr(importing, "read", broken)
    said = run("import", str(folder), "--into", str(drafts))
    assert said.status == 1
    assert whole(drafts) == FILES - 1
    assert said.err.splitlines()[-1] == "harbour-03.txt: a fault of ours: IndexError: out of range"


def test_the_summary_tells_what_was_made_guessed_and_attributed(folder: Path, drafts: Path) -> None:
    told = run("import", str(folder), "--into", str(drafts)).err
    assert f"{FILES} files in " in told
    assert f"{FILES} made, 0 unchanged" in told
    assert "of them attributed to somebody, none dropped" in told
    assert "guesses (--guesses tells each): " in told
    assert f"{FILES} an outlet" in told


def test_on_a_terminal_one_line_shows_how_far_it_is_and_the_summary_stays(folder: Path, drafts: Path) -> None:
    out, err = Terminal(), Terminal()
    assert main(["import", str(folder), "--into", str(drafts)], out, err) == 0
    assert out.getvalue() == ""
    assert f"of {FILES} files" in err.getvalue()
    assert f"{FILES} made" in err.getvalue().rpartition("\x1b")[2]


def test_progress_is_told_every_few_seconds_with_a_rate_and_what_is_left() -> None:
    now = 0.0
    err = io.StringIO()
    with Progress([1_000_000] * 10, Streams(io.StringIO(), err), lambda: now) as progress:
        progress.step(worked=False)  # known already: says nothing about the others
        for _ in range(4):
            now += 2
            progress.step()
    assert err.getvalue() == (
        "4 of 10 files, 0.667 a second, 0.5 MB a second, 12 s left; Ctrl-C stops, the same command goes on\n"
    )
    assert progress.words.startswith("5 of 10 files, 0.625 a second, 0.5 MB a second, 10 s left")


def test_a_time_is_told_in_words() -> None:
    assert [span(each) for each in (0.42, 28.4, 180, 7500)] == ["0.4 s", "28 s", "3 min", "2 h 5 min"]


def test_a_name_that_another_run_takes_meanwhile_is_looked_at_again(
    folder: Path, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Source("harbour-00.txt", folder / "harbour-00.txt")
    options = Namespace(force=False, layout=None, changes=False)
    puts = Intake.put

    def late(intake: Intake, briefing: object) -> bool:
        monkeypatch.setattr(Intake, "put", puts)
        run("import", str(source.path), "--into", str(drafts))
        return intake.put(briefing)  # type: ignore[arg-type]  # it is the briefing of the real one

    monkeypatch.setattr(Intake, "put", late)
    with opened(drafts) as intake:
        outcome: Outcome = importing.imported(source, intake, options)
    assert outcome.what == "unchanged"
    assert whole(drafts) == 1
