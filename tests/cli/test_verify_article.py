"""`verify-article` on a briefing whose figures are candidates: why nothing is found, told once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from command_line import run

from made_briefing import figure, folder_of, header, section


def lay(library: Path, built: bool, crew: bool) -> None:
    """A briefing of two figures, each accepted or not."""
    text = section("opening", "Opening", "The yards built 120 ships. They employ 900 people.")
    for id_, value, quote, accepted in (
        ("ships-built", "120", "120 ships", built),
        ("crew", "900", "900 people", crew),
    ):
        made = figure(id_, value, ("opening/1", quote, 1), name=id_.replace("-", " "))
        text += made if accepted else made.replace("[[indicator]]", "[[indicator]]\ncandidate = true")
    folder_of(library / "yards", briefing=header("Yards", "Yard Office", "2024-02-10", "opening"), opening=text)


def test_standard_input_that_is_closed_is_refused() -> None:
    words = [sys.executable, "-m", "briefing_tui", "verify-article", "scio-2024-10-23", "-"]
    shell = ["sh", "-c", 'exec "$@" <&-', "sh", *words]
    done = subprocess.run(shell, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("briefing-tui: standard input is closed: name a file")


def test_candidates_are_told_where_a_figure_is_not_found(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The yards built 120 ships. The crew was 900.", encoding="utf-8")
    lay(tmp_path / "lib", built=False, crew=False)
    said = run("--library", str(tmp_path / "lib"), "verify-article", "yards", str(article))
    assert said.status == 1
    assert said.err.count("candidate") == 1
    assert "2 candidates of 2024-02-10 not compared until accepted: a accepts one (briefing-tui yards)\n" in said.err


def test_candidates_are_no_matter_where_all_is_right(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The yards built 120 ships.", encoding="utf-8")
    lay(tmp_path / "lib", built=True, crew=False)
    said = run("--library", str(tmp_path / "lib"), "verify-article", "yards", str(article))
    assert (said.status, "candidate" in said.err) == (0, False)


def test_the_help_says_what_excludes_and_what_is_not_compared() -> None:
    said = run("verify-article", "--help")
    assert "words that exclude one another (exports and imports" in said.out
    assert "a month by its name" in said.out
    assert "Candidates are no evidence" in said.out
