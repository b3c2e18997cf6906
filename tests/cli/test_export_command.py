"""`export` writes a briefing for other programs; `completion` and what the shell is answered."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import run

from briefing_tui import export
from briefing_tui.commands.export import FORMS

ID = "scio-2024-10-23"


@pytest.mark.parametrize("form", FORMS)
def test_a_briefing_is_written_and_its_files_are_told(form: str, tmp_path: Path) -> None:
    said = run("export", ID, "--format", form, "--into", str(tmp_path / "out"))
    assert said.status == 0
    assert sorted(Path(line).name for line in said.out.splitlines()) == sorted(
        path.name for path in (tmp_path / "out").iterdir()
    )
    again = json.loads(run("export", ID, "--format", form, "--into", str(tmp_path / "out"), "--json").out)
    assert (again["briefing"], again["format"], again["files"]) == (ID, form, said.out.splitlines())


def test_the_command_offers_every_form_there_is() -> None:
    assert tuple(export.FILES) == FORMS


def test_other_files_are_not_written_over_unasked(tmp_path: Path) -> None:
    (tmp_path / f"{ID}.md").write_text("mine\n", encoding="utf-8")
    words = ("export", ID, "--format", "markdown", "--into", str(tmp_path))
    said = run(*words)
    assert (said.status, said.out) == (4, "")
    assert f"{ID}.md" in said.err
    assert run(*words, "--force").status == 0
    assert (tmp_path / f"{ID}.md.1").read_text(encoding="utf-8") == "mine\n"


def test_a_part_of_a_briefing_is_shown_and_not_exported(tmp_path: Path) -> None:
    said = run("export", f"{ID}#q2", "--into", str(tmp_path))
    assert said.status == 2
    assert f"briefing-tui show {ID}#q2" in said.err


def test_where_nothing_can_be_written_the_exit_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    said = run("export", ID, "--into", str(tmp_path / "file"))
    assert said.status == 4
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_takes_what_completion_prints(shell: str) -> None:
    said = run("completion", shell)
    assert said.status == 0
    assert "briefing-tui" in said.out
    if shutil.which(shell):
        checked = subprocess.run([shell, "-n"], input=said.out, text=True, capture_output=True, timeout=20, check=False)
        assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("briefing-tui se", {"search", "series"}),
        ("briefing-tui show sc", {ID}),
        ("briefing-tui export scio-2024-10-23 --format ", set(FORMS)),
        ("briefing-tui series nev-", {"nev-exports", "nev-production", "nev-sales"}),
        ("briefing-tui indicators --sec", {"--section"}),
        ("briefing-tui ", {"import", "export", ID, "--theme"}),
    ],
)
def test_the_shell_is_offered_commands_options_briefings_and_figures(line: str, offered: set[str]) -> None:
    asked = {"_ARGCOMPLETE": "1", "_ARGCOMPLETE_IFS": "\v", "_ARGCOMPLETE_SHELL": "bash", "COMP_TYPE": "9"}
    told = {"COMP_LINE": line, "COMP_POINT": str(len(line))}
    reading, writing = os.pipe()
    script = f"import os; os.dup2({writing}, 8); from briefing_tui.__main__ import run; run()"
    environment = {**os.environ, **asked, **told}
    subprocess.run(
        [sys.executable, "-c", script],
        env=environment,
        pass_fds=(writing,),
        timeout=30,
        check=False,
        capture_output=True,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        found = {word.strip() for word in answer.read().split("\v")}
    assert found >= offered
    assert line != "briefing-tui se" or found == offered
