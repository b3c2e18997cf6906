"""What `make bench` is made of: libraries and transcripts it makes, the terminal it watches, the table it writes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from benchmarks import results
from benchmarks.emulator import Answers, Screen
from benchmarks.library import Making, library
from benchmarks.line import Line
from benchmarks.measures import NotShown, held, key, leaving, shown
from benchmarks.peers import Program
from benchmarks.rows import Row, markdown, plain
from benchmarks.terminal import COLUMNS
from benchmarks.transcript import transcript
from benchmarks.trial import Trial, p95
from benchmarks.words import Words

from briefing_tui.library import read_folders
from briefing_tui.transcripts import read
from briefing_tui.transcripts.drafting import briefing_of


def quiet(_: str) -> None:
    """Tell nothing."""


def test_a_made_library_is_whole_and_has_series(tmp_path: Path) -> None:
    entries = read_folders((library(tmp_path / "made", 4, Making(), quiet),)).entries
    assert [problem for entry in entries for problem in entry.problems] == []
    briefings = [entry.briefing for entry in entries if entry.briefing]
    assert len(briefings) == 4
    for each in briefings:
        paragraphs = [paragraph for section in each.sections for paragraph in section.paragraphs]
        assert 90 <= len(paragraphs) <= 110
        assert len(each.indicators) >= 30
    one, other = ({indicator.id for indicator in each.indicators} for each in briefings[:2])
    assert len(one & other) > 10


def test_a_seed_gives_the_same_briefings_in_libraries_of_all_sizes(tmp_path: Path) -> None:
    small, large, other = (
        {path.relative_to(folder): path.read_bytes() for path in folder.glob("*/*.toml")}
        for folder in (
            library(tmp_path / "small", 1, Making(), quiet),
            library(tmp_path / "large", 3, Making(), quiet),
            library(tmp_path / "other", 1, Making(seed=2), quiet),
        )
    )
    assert small.items() < large.items()
    assert not set(small.values()) & set(other.values())


def test_a_library_is_kept_while_it_is_made_from_the_same(tmp_path: Path) -> None:
    folder = library(tmp_path / "made", 1, Making(), quiet)
    (folder / "kept").touch()
    library(folder, 1, Making(), quiet)
    assert (folder / "kept").exists()
    library(folder, 2, Making(), quiet)
    assert not (folder / "kept").exists()
    assert len(list(folder.glob("*/briefing.toml"))) == 2


def test_words_come_from_transcripts_where_these_are_given(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Ships and ships and cranes.", encoding="utf-8")
    assert set(Words.of(tmp_path).ranked) == {"ships", "and", "cranes"}
    with pytest.raises(ValueError, match="no transcripts"):
        Words.of(tmp_path / "nowhere")


def test_a_made_transcript_imports_with_its_speakers_exchanges_and_figures() -> None:
    raw = transcript(Words.own(), 1, 20_000)
    assert 20_000 <= len(raw) < 30_000
    draft = read(raw.encode(), "made.txt")
    assert draft.words_kept
    assert {each.name for each in draft.speakers} == {"Ada Marsh", "Bruno Feld", "Carla Stone"}
    assert len(draft.exchanges) == raw.count("?\n")
    assert len(briefing_of(draft, "made").indicators) >= raw.count("came to")


def drawn(*written: bytes) -> Screen:
    screen = Screen(10, 4)
    for each in written:
        screen.feed(each)
    return screen


def test_the_screen_draws_what_programs_of_today_write() -> None:
    assert drawn(b"\x1b[2;3Hx\x1b[3b").text.split("\n")[1] == "  xxxx    "
    assert drawn(b"a\r\nb\r\nc\x1b[S").text.split("\n")[0].strip() == "b"
    assert drawn(b"a\r\nb\x1b[T").text.split("\n")[1].strip() == "a"
    assert drawn(b"\x1b[38:2::1:2:3ma\x1b]0;title\x07\x1b[>1u\x1b[?2026$pb").text.split("\n")[0].strip() == "ab"
    assert drawn("é".encode()[:1], "é".encode()[1:], b"\x1b[", b"2;1Hz").text.split() == ["é", "z"]


def test_nothing_of_a_synchronised_update_is_shown_before_its_end() -> None:
    screen = drawn(b"\x1b[?2026ha")
    assert screen.held
    screen.feed(b"\x1b[?2026l")
    assert not screen.held


def test_the_terminal_answers_each_question_once_even_one_cut_in_two() -> None:
    answers = Answers(120, 40)
    assert answers.to(b"x\x1b[?2026") == b""
    assert answers.to(b"$p") == b"\x1b[?2026;2$y"
    assert answers.to(b"y") == b""
    assert answers.to(b"\x1b[?1016$p\x1b[c\x1b[18t") == b"\x1b[?1016;0$y\x1b[?62;22c\x1b[8;40;120t"


def test_a_slow_line_takes_its_time_both_ways() -> None:
    line = Line(rate=1000, round_trip=0.2, holds=1500)
    assert line.arrival(5.0, 500) == pytest.approx(5.6)
    assert line.arrival(5.0, 1500) == pytest.approx(7.1)
    assert line.full_until() == pytest.approx(5.5)
    line.type(5.0, b"j")
    assert line.reached(5.05) == b""
    assert line.reached(5.1) == b"j"
    assert line.next_key() is None


ECHO = """
import os, tty
tty.setraw(0)
os.write(1, b"\\x1b[2Jready")
while (key := os.read(0, 1)) != b"q":
    os.write(1, b"\\x1b[1;1H" + key * 4)
"""


def test_a_program_is_watched_from_its_start_to_its_end(tmp_path: Path) -> None:
    trial = Trial(1, (1,), quiet, home=tmp_path)
    echo = Program("echo", (sys.executable, "-c", ECHO), "ready")
    with shown(echo, trial.environment) as (terminal, start):
        assert start.written == len("\x1b[2Jready")
        assert 0 < start.cpu < start.painted * 2
        pressed = key(terminal, "j", lambda screen: screen.startswith("jjjj"))
        assert pressed.written == len("\x1b[1;1Hjjjj")
        assert pressed.shown is not None
        slow = held(terminal, "k", Line(100, 0.1), seconds=0.5, rate=20)
        assert slow.written == len("\x1b[1;1Hkkkk")
        # Ten keys of ten bytes need a second at 100 bytes a second; the last is pressed after 0.45 s.
        assert 0.4 < slow.behind < 2
        terminal.line = Line()
        assert leaving(terminal, "q") is not None
    with (
        pytest.raises(NotShown),
        shown(Program("mute", (sys.executable, "-c", "pass"), "ready"), trial.environment),
    ):
        pass


def test_rounds_take_turns_and_do_not_keep_the_first() -> None:
    taken: list[str] = []

    def measure(name: str) -> int:
        taken.append(name)
        return len(taken)

    kept = Trial(2, (1,), quiet).rounds({"a": lambda: measure("a"), "b": lambda: measure("b")})
    assert taken == ["a", "b", "b", "a", "a", "b"]
    assert kept == {"a": [4, 5], "b": [3, 6]}
    assert p95([*range(1, 101)]) == 95


def test_a_row_says_whether_its_goal_is_reached_and_keeps_its_remark() -> None:
    rows = [
        Row("start", "start", 1.25, 1.3, "×", "25 ms, a | b"),
        Row("import", "import", 0.5, 1, "MB/s", at_least=True),
        Row("nothing", "nothing", None, 1, "ms"),
        Row("told", "told", 13663, None, "bytes"),
    ]
    assert [row.reached for row in rows] == [True, False, False, None]
    table = markdown(rows, {"import": "the figures take most of it"}).splitlines()
    assert table[2] == "| start | 1.25 × | ≤ 1.30 × | yes | 25 ms, a / b |  |"
    assert table[3] == "| import | 0.50 MB/s | ≥ 1 MB/s | **no** |  | the figures take most of it |"
    assert table[5] == "| told | 13,663 bytes |  |  |  |  |"
    assert max(map(len, plain(rows).splitlines())) < COLUMNS


def test_results_keep_the_sections_that_are_not_measured_anew(tmp_path: Path) -> None:
    file, order = tmp_path / "RESULTS.md", ("start", "keys")
    results.write(file, {name: f"## {name}\n\nold {name}\n" for name in reversed(order)}, order)
    results.write(file, {"start": "## start\n\nnew start\n"}, order)
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# Results")
    assert text.index("new start") < text.index("old keys")
    assert "old start" not in text


def test_remarks_are_read_by_the_id_of_their_row(tmp_path: Path) -> None:
    file = tmp_path / "remarks.toml"
    assert results.remarks(file) == {}
    file.write_text('"start.first" = "importing the toolkit"\n', encoding="utf-8")
    assert results.remarks(file) == {"start.first": "importing the toolkit"}
