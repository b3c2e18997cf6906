"""Deciding on a candidate changes one line of TOML and nothing else."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from folders import Q1, laid

from briefing_tui.content import load
from briefing_tui.content_editor import Decision, NotCandidate, decide
from briefing_tui.content_writer import write

FLAGGED = """# a heading of mine

[[indicator]]  # the first
id = "output"
name = "Output"
topic = "not sorted"
kind = "growth"
value = 5.8
unit = "%"
candidate = true   # looks right to me
mentions = [
  { at = "q1/1", quote = "5.8%", source = 4 },  # said once
]

# a note before the next one
[[indicator]]
id = "output-2"
name = "Output, again"
topic = "not sorted"
kind = "growth"
value = 3
unit = "%"
candidate = true
mentions = [ { at = "q1/1", quote = "sales rose 3%", source = 4 } ]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = laid(tmp_path, q1=Q1.partition("[[indicator]]")[0] + FLAGGED)
    assert load(made).problems == ()
    return made


@pytest.mark.parametrize(
    ("decision", "written"),
    [("accepted", "candidate = false"), ("dismissed", "dismissed = true"), ("candidate", "candidate = true")],
)
def test_one_line_changes_and_its_comment_stays(folder: Path, decision: Decision, written: str) -> None:
    path = folder / "q1.toml"
    before = path.read_text(encoding="utf-8")
    decide(folder, "output", decision)
    expected = before.replace("candidate = true   # looks right to me", f"{written}   # looks right to me")
    assert path.read_text(encoding="utf-8") == expected


def test_what_was_decided_is_read_back_and_can_be_taken_back(folder: Path) -> None:
    decide(folder, "output", "accepted")
    decide(folder, "output-2", "dismissed")
    loaded = load(folder)
    assert loaded.problems == ()
    assert loaded.briefing is not None
    assert [(each.id, each.candidate) for each in loaded.briefing.indicators] == [("output", False), ("ships", False)]
    assert [each.id for each in loaded.briefing.dismissed] == ["output-2"]
    decide(folder, "output-2", "candidate")
    decide(folder, "output", "candidate")
    assert (folder / "q1.toml").read_text(encoding="utf-8").endswith(FLAGGED)


def test_what_was_dismissed_outlives_writing_the_briefing_anew(folder: Path, tmp_path: Path) -> None:
    decide(folder, "output-2", "dismissed")
    briefing = load(folder).briefing
    assert briefing is not None
    write(briefing, tmp_path / "anew" / briefing.id)
    assert load(tmp_path / "anew" / briefing.id).briefing == briefing


def test_windows_line_ends_stay(folder: Path) -> None:
    path = folder / "q1.toml"
    before = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    decide(folder, "output-2", "accepted")
    assert path.read_bytes() == before[::-1].replace(b"eurt = etadidnac", b"eslaf = etadidnac", 1)[::-1]


def test_the_access_rights_of_the_file_stay(folder: Path) -> None:
    (folder / "q1.toml").chmod(0o640)
    decide(folder, "output", "accepted")
    assert (folder / "q1.toml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("identifier", ["nothing", "cctv"])
def test_what_is_no_candidate_is_told(folder: Path, identifier: str) -> None:
    with pytest.raises(NotCandidate, match=identifier):
        decide(folder, identifier, "accepted")


def test_a_figure_that_a_person_wrote_is_no_candidate(folder: Path) -> None:
    path = folder / "q1.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("candidate = true\n", ""), encoding="utf-8")
    with pytest.raises(NotCandidate, match="no candidate"):
        decide(folder, "output-2", "accepted")


def test_decisions_made_at_once_are_all_kept(folder: Path) -> None:
    for _ in range(10):
        decide(folder, "output", "candidate")
        decide(folder, "output-2", "candidate")
        with ThreadPoolExecutor() as pool:
            list(pool.map(lambda each: decide(folder, each, "dismissed"), ("output", "output-2")))
        briefing = load(folder).briefing
        assert briefing is not None
        assert len(briefing.dismissed) == 2
