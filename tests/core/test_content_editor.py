"""Deciding on a candidate changes its flags in the TOML and nothing else, and only what was shown."""

from __future__ import annotations

import fcntl
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from folders import Q1, laid

from briefing_tui.content import load
from briefing_tui.content_editor import Decision, NotCandidate, Otherwise, decide
from briefing_tui.content_writer import write
from briefing_tui.folder_lock import alone
from briefing_tui.indicator import Indicator

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


def rewritten(folder: Path, old: str, new: str) -> None:
    path = folder / "q1.toml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def shown(folder: Path, identifier: str = "output") -> Indicator:
    briefing = load(folder).briefing
    assert briefing is not None
    return next(each for each in (*briefing.indicators, *briefing.dismissed) if each.id == identifier)


@pytest.mark.parametrize("decision", ["accepted", "dismissed", "candidate"])
@pytest.mark.parametrize(
    "flags",
    ["candidate = true # one\ndismissed = false # two", "dismissed = true\ncandidate = false", "dismissed = true"],
)
def test_flags_that_a_person_wrote_are_read_back_and_can_be_taken_back(
    folder: Path, flags: str, decision: Decision
) -> None:
    rewritten(folder, "candidate = true   # looks right to me", flags)
    decide(folder, "output", "candidate")
    before = (folder / "q1.toml").read_text(encoding="utf-8")
    decide(folder, "output", decision)
    found = shown(folder)
    assert load(folder).problems == ()
    assert (found.candidate, found.dismissed) == (decision == "candidate", decision == "dismissed")
    decide(folder, "output", "candidate")
    assert (folder / "q1.toml").read_text(encoding="utf-8") == before
    assert before.count("#") == FLAGGED.count("#") - 1 + flags.count("#")


@pytest.mark.parametrize("flag", ['"candidate" = true', "candidate = 1", "'candidate' = true # candidate = true"])
def test_what_would_not_be_read_back_is_not_written(folder: Path, flag: str) -> None:
    rewritten(folder, "candidate = true   # looks right to me", flag)
    before = (folder / "q1.toml").read_bytes()
    with pytest.raises(NotCandidate, match=r"q1\.toml:24 does not hold the flag alone"):
        decide(folder, "output", "accepted")
    assert (folder / "q1.toml").read_bytes() == before


def test_a_file_that_another_program_writes_meanwhile_is_left_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, read = folder / "q1.toml", Path.read_bytes
    swapped = path.read_text(encoding="utf-8").replace('"output-2"', '"-"').replace('"output"', '"output-2"')
    swapped = swapped.replace('"-"', '"output"')
    times = iter(range(9))

    def the_third_time(self: Path) -> bytes:
        if self == path and next(times) == 2:
            path.write_text(swapped, encoding="utf-8")
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", the_third_time)
    with pytest.raises(NotCandidate):
        decide(folder, "output", "accepted")
    assert path.read_text(encoding="utf-8") == swapped


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("value = 5.8\nunit", "value = 9.8\nunit", r"q1\.toml has 9\.8 %"),
        ('name = "Output"', 'name = "Sales"', r"q1\.toml tells it otherwise"),
        ("candidate = true   #", "dismissed = true   #", "it was decided elsewhere"),
        ("value = 5.8\nunit", 'value = "?"\nunit', r"q1\.toml tells it wrongly"),
        ("candidate = true   # looks right to me\n", "", "it is no candidate"),
    ],
)
def test_only_what_was_shown_is_decided(folder: Path, old: str, new: str, told: str) -> None:
    seen = shown(folder)
    rewritten(folder, old, new)
    before = (folder / "q1.toml").read_bytes()
    with pytest.raises(NotCandidate, match=told):
        decide(folder, "output", "accepted", seen)
    assert (folder / "q1.toml").read_bytes() == before


def test_comments_and_a_mention_that_does_not_hold_make_no_other_figure(folder: Path) -> None:
    seen = shown(folder)
    rewritten(folder, "},  # said once", '},  # twice\n  { at = "q1/9", quote = "5.8%", source = 4 },')
    assert shown(folder) == seen
    decide(folder, "output", "accepted", seen)
    with pytest.raises(Otherwise):
        decide(folder, "output", "dismissed", seen)
    decide(folder, "output", "candidate", replace(seen, candidate=False))
    assert shown(folder) == seen


def test_whoever_waited_for_a_folder_that_was_replaced_has_the_one_that_stands_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, other, asked, lock = tmp_path / "b", tmp_path / "c", Event(), fcntl.flock
    for each in (folder, other):
        each.mkdir()

    def heard(descriptor: int, how: int) -> None:
        asked.set()
        lock(descriptor, how)

    with ThreadPoolExecutor() as pool:
        with alone(folder):
            monkeypatch.setattr(fcntl, "flock", heard)
            waiting = pool.submit(kept_out_by_us, folder)
            assert asked.wait(10)
            folder.rename(tmp_path / "old")
            other.rename(folder)
        assert waiting.result(timeout=10)


def kept_out_by_us(folder: Path) -> bool:
    """Whether nobody else can have the folder that stands there while we have it."""
    with alone(folder):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(descriptor)
    return False
