"""Unreadable files, hostile text and headers that contradict themselves are told, and the rest loads."""

import os
from pathlib import Path

import pytest
from folders import HEADER, Q1, Q2, indicators, laid, line_of, only, with_change

from briefing_tui.content import load
from briefing_tui.problem import Problem


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (with_change("value = 5.8", "value = "), 20, "Invalid value"),
        (with_change("unit =", "value ="), 21, "Cannot overwrite a value"),
        ('title = "a\rb"\n', 1, ""),
        ('title = "a"\nkind = "\x1b[31m"\n', 2, ""),
        (b'title = "a"\n# \xff\n', 2, "not UTF-8"),
        (Q1.encode("utf-16"), 1, "not UTF-8"),
        (f"a = {'[' * 5000}", 0, "not readable as TOML"),
        (f"a = {'1' * 4301}", 0, "not readable as TOML"),
    ],
)
def test_a_file_that_is_no_toml_is_told_with_its_line_and_the_rest_loads(
    tmp_path: Path, text: str | bytes, line: int, message: str
) -> None:
    folder = laid(tmp_path, q1=text)
    loaded = load(folder)
    problem = only(loaded)
    assert (problem.file, problem.line) == (str(folder / "q1.toml"), line)
    assert message in problem.message
    assert "\x1b" not in str(problem)
    assert indicators(loaded) == ["ships"]


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ('title = "Cars"', 'title = "C\\u001b[31mars"', 2, "title"),
        ("sales rose", "\u202esales rose", 11, "turn.1.paragraph.1.text"),
        ('speaker = "zhao"', 'speaker = "zha\\u0000o"', 7, "turn.1.speaker"),
    ],
)
def test_characters_that_a_terminal_obeys_are_told_and_made_visible(
    tmp_path: Path, old: str, new: str, line: int, field: str
) -> None:
    loaded = load(laid(tmp_path, q1=with_change(old, new)))
    problem = next(each for each in loaded.problems if "a terminal would obey" in each.message)
    assert (problem.line, problem.field) == (line, field)
    assert loaded.briefing is not None
    told = "".join(map(str, loaded.problems)) + str(loaded.briefing)
    assert not {"\x1b", "\u202e", "\x00"} & set(told)


def test_a_hostile_key_does_not_reach_the_terminal(tmp_path: Path) -> None:
    problem = only(load(laid(tmp_path, q1='"\\u001b[31mx" = 1\n' + Q1)))
    assert "\x1b" not in str(problem)
    assert "is not a key here" in problem.message


@pytest.mark.parametrize("change", ["\r\n", "bom"])
def test_files_of_other_editors_are_accepted(tmp_path: Path, change: str) -> None:
    text = Q1.replace("\n", "\r\n") if change == "\r\n" else "\ufeff" + Q1
    plain, other = tmp_path / "plain", tmp_path / "other"
    plain.mkdir()
    other.mkdir()
    loaded = load(laid(other, q1=text))
    assert loaded == load(laid(plain))
    assert loaded.problems == ()


@pytest.mark.parametrize("kind", ["missing", "fifo", "folder", "too large", "unreadable link"])
def test_what_is_no_readable_file_is_told_and_never_waited_for(tmp_path: Path, kind: str) -> None:
    folder = laid(tmp_path)
    path = folder / "q1.toml"
    path.unlink()
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "unreadable link":
        path.symlink_to(path)
    elif kind == "too large":
        with path.open("wb") as file:
            file.truncate(5_000_001)
    loaded = load(folder)
    problem = only(loaded)
    assert (problem.file, problem.line) == (str(path), 0)
    expected = "larger than 5 MB" if kind == "too large" else "there is no such file"
    assert expected in problem.message
    assert indicators(loaded) == ["ships"]


@pytest.mark.parametrize(
    ("header", "line", "message"),
    [
        (with_change("2024-10-23", "2024-02-30", HEADER), 3, ""),
        (with_change("2024-10-23", '"soon"', HEADER), 3, "date"),
        ("", 1, "is missing"),
        ("# nothing but this\n", 1, "is missing"),
        (with_change('role = "panel"', 'role = "boss"', HEADER), 14, "'boss' is not allowed"),
        (with_change('id = "cctv"', 'id = "CCTV!"', HEADER), 18, "is not an id"),
    ],
)
def test_a_broken_header_gives_no_briefing_but_its_problems(
    tmp_path: Path, header: str, line: int, message: str
) -> None:
    folder = laid(tmp_path, briefing=header)
    loaded = load(folder)
    assert loaded.briefing is None
    assert loaded.problems[0].file == str(folder / "briefing.toml")
    assert loaded.problems[0].line == line
    assert message in loaded.problems[0].message


@pytest.mark.parametrize(
    ("old", "new", "message", "where"),
    [
        ('["q1", "q2"]', '["q1", "q2", "q1"]', "the section 'q1' is listed twice", "sections ="),
        ('["q1", "q2"]', '["q1", "q2", "../q1"]', "'../q1' is not an id for a section", "sections ="),
        ('["q1", "q2"]', '["q1", "q2", "briefing"]', "'briefing' is not an id for a section", "sections ="),
        ('title = "A briefing"', 'title = "A"\nid = "other"', "'id' is not a key here", "other"),
        (
            'name = "CCTV"\n',
            'name = "CCTV"\n[[outlet]]\nname = "B"\nid = "cctv" # again\n',
            "'cctv' is used twice",
            "again",
        ),
    ],
)
def test_a_header_that_contradicts_itself_is_told_and_the_rest_loads(
    tmp_path: Path, old: str, new: str, message: str, where: str
) -> None:
    header = with_change(old, new, HEADER)
    loaded = load(laid(tmp_path, briefing=header))
    problem = only(loaded)
    assert message in problem.message
    assert problem.line == line_of(where, header)
    assert indicators(loaded) == ["output", "ships"]


def test_a_section_that_no_document_lists_is_told(tmp_path: Path) -> None:
    folder = laid(tmp_path, q3=Q2)
    loaded = load(folder)
    assert only(loaded) == Problem(
        str(folder / "q3.toml"), 0, "", "no document lists this section", "Add it to briefing.toml."
    )


def test_a_broken_section_is_told_once_not_again_by_what_points_at_it(tmp_path: Path) -> None:
    text = with_change('mentions = [{ at = "q2/1"', 'mentions = [{ at = "q1/1"', Q2)
    loaded = load(laid(tmp_path, q1="kind =", q2=text))
    assert only(loaded).file.endswith("q1.toml")
    assert indicators(loaded) == []


def test_the_folder_of_a_briefing_has_an_id_for_a_name(tmp_path: Path) -> None:
    folder = laid(tmp_path).rename(tmp_path / "B 2024\x1b")
    loaded = load(folder)
    assert loaded.briefing is None
    assert "the folder's name is the briefing's id" in only(loaded).message
    assert "\x1b" not in str(only(loaded))


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    loaded = load(tmp_path / "nothing")
    assert loaded.briefing is None
    assert "no such file" in only(loaded).message


def test_what_is_missing_at_the_end_is_told_at_the_last_line(tmp_path: Path) -> None:
    assert only(load(laid(tmp_path, q1='kind = "exchange"\ntitle = '))).line == 2
