"""Each command: what it prints, what it says, how it leaves."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from pathlib import Path

import pytest
from command_line import run

from briefing_tui.commands import COMMANDS
from briefing_tui.library import FEW, shipped
from library_on_disk import folders

ID = "scio-2024-10-23"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The shipped briefing with one wrong figure in q3."""
    folder = tmp_path / "lib" / ID
    shutil.copytree(shipped() / ID, folder)
    section = folder / "q3.toml"
    section.write_text(section.read_text(encoding="utf-8").replace("value = 10", "value = 11"), encoding="utf-8")
    return folder


def test_list_tells_what_there_is() -> None:
    said = run("list")
    assert said.status == 0
    assert said.out.startswith(f"{ID}\n  2024-10-23, State Council Information Office\n")
    (shape,) = json.loads(run("list", "--json").out)
    assert {key: shape[key] for key in ("id", "date", "sections", "exchanges", "speakers")} == {
        "id": ID,
        "date": "2024-10-23",
        "sections": 16,
        "exchanges": 10,
        "speakers": 3,
    }
    assert shape["path"] == str(shipped() / ID)
    assert (shape["candidates"], shape["problems"]) == (0, 0)


def test_list_does_not_call_unchecked_briefings_sound(tmp_path: Path) -> None:
    folders(tmp_path / "lib", FEW + 1)
    said = run("--library", str(tmp_path / "lib"), "list", "--json")
    shapes = json.loads(said.out)
    assert [each["id"] for each in shapes if each["problems"] is not None] == [ID]
    assert f"{FEW + 1} briefings not checked for this list: briefing-tui check" in said.err


def test_list_tells_how_many_of_the_indicators_are_candidates(broken: Path) -> None:
    path = broken / "q2.toml"
    text = path.read_text(encoding="utf-8").replace("[[indicator]]", "[[indicator]]\ncandidate = true", 1)
    path.write_text(text, encoding="utf-8")
    said = run("--library", str(broken), "list", "--json")
    (shape,) = json.loads(said.out)
    assert (shape["candidates"], shape["problems"]) == (1, 1)
    assert "indicators, 1 candidate of them" in run("--library", str(broken), "list").out


def test_list_tells_of_a_broken_briefing_and_keeps_the_others(tmp_path: Path) -> None:
    (tmp_path / "lib" / "bad").mkdir(parents=True)
    (tmp_path / "lib" / "bad" / "briefing.toml").write_text("title", encoding="utf-8")
    said = run("--library", str(tmp_path / "lib"), "list", "--json")
    assert [shape["id"] for shape in json.loads(said.out)] == [ID]
    assert said.status == 0
    assert "bad cannot be opened: " in said.err
    assert "briefing.toml:1" in said.err


@pytest.mark.parametrize("place", [f"{ID}#q3/5", "q3/5"])
def test_show_prints_a_place(place: str) -> None:
    said = run("show", place)
    assert (said.status, said.err) == (0, "")
    assert "below 10 yuan per mu" in " ".join(said.out.split())


def test_show_takes_a_folder_and_formats() -> None:
    assert json.loads(run("show", str(shipped() / ID), "--format", "json").out)["id"] == ID
    assert run("show", "q3", "--format=markdown").out.startswith("## q3 Phoenix TV › Low-altitude economy\n")


def test_an_unknown_place_is_wrong_use_and_names_the_nearest() -> None:
    said = run("show", f"{ID}#q12")
    assert (said.status, said.out) == (2, "")
    assert said.err == f"briefing-tui: there is no '{ID}#q12'. Did you mean {ID}#q10?\n"


def test_search_groups_and_counts() -> None:
    said = run("search", "plant-protection", "drones")
    assert said.status == 0
    assert said.out.index("Indicators\n") < said.out.index("Sections\n")
    assert f"{ID}#q3/5" in said.out
    assert "\x1b" not in said.out
    assert said.err.endswith("found\n")


def test_search_tells_each_paragraph_that_holds_the_words() -> None:
    said = run("search", "low-altitude")
    told = json.loads(run("search", "low-altitude", "--json").out)["hits"]
    found = next(hit for hit in told if hit["section"] == "q3" and hit["kind"] == "section")
    assert len(found["paragraphs"]) > 2
    for place in found["paragraphs"]:
        assert "low-altitude" in run("show", place).out.lower()
    others = [place.rpartition("/")[2] for place in found["paragraphs"] if place != found["place"]]
    assert f"{found['place']} and {len(others)} more: /{' /'.join(others)}\n" in said.out


def test_search_json_has_the_promised_shape() -> None:
    said = run("search", "--json", "--limit", "2", "5G")
    shape = json.loads(said.out)
    assert shape["query"] == "5G"
    assert shape["total"] > len(shape["hits"]) == 2
    keys = {"place", "briefing", "section", "kind", "title", "snippet", "score"}
    assert all(keys <= hit.keys() for hit in shape["hits"])
    assert run("show", shape["hits"][0]["place"]).status == 0
    assert "2 of " in said.err


def test_search_finds_the_nearest_words_and_says_so() -> None:
    said = run("search", "infrastucture")
    assert said.status == 0
    assert "nothing for 'infrastucture'; showing 'infrastructure'\n" in said.err


def test_search_that_finds_nothing_leaves_with_1() -> None:
    said = run("search", "zzzzzz")
    assert (said.status, said.out) == (1, "")
    assert "nothing for 'zzzzzz'" in said.err
    assert json.loads(run("search", "zzzzzz", "--json").out)["hits"] == []


def test_search_takes_minus_words_for_words() -> None:
    with_drones = json.loads(run("search", "low-altitude", "--json").out)["total"]
    without = json.loads(run("search", "low-altitude", "-hydrogen", "-drone", "--json").out)
    assert without["query"] == "low-altitude -hydrogen -drone"
    assert 0 < without["total"] < with_drones
    assert run("search", "-drone", "low-altitude", "economy").status == 0


def test_matches_are_bold_only_where_a_person_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[1mdrone" in run("search", "drone", terminal=True).out.lower()
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("search", "drone", terminal=True).out


def test_indicators_are_narrowed_by_section_speaker_and_topic() -> None:
    def ids(*argv: str) -> set[str]:
        return {shape["id"] for shape in json.loads(run("indicators", *argv, "--format", "json").out)}

    everything = ids()
    assert ids(ID) == everything == ids(str(shipped() / ID))
    assert ids("--section", "q3") == {"plant-protection-drone-operating-cost"} == ids("q3")
    assert ids("--section", "q3", "--speaker", "tao") == ids("q3", "--speaker", "tao-qing")
    assert 0 < len(ids("--speaker", "Tao Qing")) < len(everything)
    assert ids("--topic", "auto") == ids("--topic", "Automobiles") != set()


def test_a_table_in_a_pipe_keeps_each_figure_on_one_line() -> None:
    _, *rows = run("indicators", "--section", "q2").out.splitlines()[1:]
    assert len(rows) == 10
    production = next(row for row in rows if row.startswith("Vehicle production "))
    assert all(words in production for words in ("21.47", "million vehicles", "▲ +1.9 %", "(Q1–Q3 2024)", "q2/3"))


def test_indicators_in_csv_are_one_line_each() -> None:
    rows = list(csv.DictReader(io.StringIO(run("indicators", "--format", "csv").out)))
    assert len(rows) == len(json.loads(run("indicators", "--format", "json").out))
    assert all(row["places"].startswith(f"{ID}#") for row in rows)


def test_no_indicator_leaves_with_1_and_says_what_there_is() -> None:
    said = run("indicators", "--speaker", "nobody", "--format", "json")
    assert (said.status, json.loads(said.out)) == (1, [])
    assert "Speakers: Zhao Zhiguo, Tao Qing, Shou Xiaoli." in said.err


@pytest.mark.parametrize("words", [["show", f"{ID}#q3"], ["show", ID], ["indicators", "--section", "q2"]])
def test_json_is_asked_for_by_one_word_everywhere(words: list[str]) -> None:
    said = run(*words, "--json")
    assert said.status == 0
    assert json.loads(said.out)
    assert said == run(*words, "--format", "json")


def test_compare_tells_verdicts_with_both_mentions() -> None:
    shape = json.loads(run("compare", ID, "--json").out)
    assert shape["briefing"] == ID
    first = shape["rows"][0]
    assert (first["id"], first["verdict"]) == ("industrial-value-added-growth", "same")
    assert first["transcript"]["place"] == f"{ID}#intro/3"
    assert first["article"]["figure"] == "5.8 %"
    assert {"id", "verdict", "transcript", "article", "note"} <= first.keys()
    said = run("compare", ID)
    assert said.status == 0
    assert "8 same" in said.err
    assert "▲ +5.8 % intro/3" in said.out


def test_a_growth_is_found_with_its_arrow_and_by_its_kind() -> None:
    said = run("search", "industrial", "value", "added", "5.8%")
    assert "Industrial value added ▲ +5.8 %" in said.out
    assert run("search", "kind:growth", "industrial", "value", "added").status == 0
    assert run("search", "kind:share", "industrial", "value", "added", "5.8%").status == 1


def test_check_finds_nothing_wrong_with_the_shipped_content() -> None:
    for argv in ((), (str(shipped()),), (str(shipped() / ID),), (ID,)):
        said = run("check", *argv)
        assert (said.status, said.out, said.err) == (0, "", "no problems in 1 briefing\n")
    assert run("check", "--json").out == "[]\n"


def test_check_tells_file_line_field_and_hint(broken: Path) -> None:
    said = run("check", str(broken))
    assert said.status == 1
    assert said.out.startswith(f"{broken}/q3.toml:")
    (shape,) = json.loads(run("check", str(broken), "--json").out)
    assert set(shape) == {"file", "line", "field", "message", "hint"}
    line = (broken / "q3.toml").read_text(encoding="utf-8").splitlines()[shape["line"] - 1]
    assert "below 10 yuan per mu" in line
    assert said.err == "1 problem in 1 briefing\n"


def test_other_commands_say_that_something_is_left_out(broken: Path) -> None:
    said = run("--library", str(broken), "indicators", "--section", "q3", "--format", "json")
    assert json.loads(said.out) == []
    assert f"{ID}: 1 problem; what they touch is left out. See: briefing-tui check {broken}\n" in said.err


def test_check_of_a_folder_without_a_briefing_is_a_problem_and_of_none_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("check", str(tmp_path / "empty")).status == 1
    said = run("check", str(tmp_path / "nowhere"))
    assert (said.status, said.err) == (2, f"briefing-tui: there is no folder '{tmp_path}/nowhere'\n")


def test_check_against_an_original_tells_what_the_briefing_lacks(tmp_path: Path) -> None:
    source = tmp_path / "article.txt"
    source.write_text("Output was 12,345 tons.\n", encoding="utf-8")
    said = run("check", ID, "--original", f"article={source}")
    assert said.status == 1
    assert f"{source}: " in said.out
    assert "12,345" in said.out
    assert run("check", ID, "--original", f"nothing={source}").status == 2
    assert run("check", ID, "--original", f"article={tmp_path}/none").status == 2
    assert run("check", ID, "--original", "article").status == 2


@pytest.mark.parametrize(
    ("document", "file"),
    [("transcript", "004_7b00b6604da5925a.txt"), ("article", "000_523ae025e2e4056a.txt")],
)
@pytest.mark.skipif("BRIEFING_SOURCES" not in os.environ, reason="needs the sources")
def test_the_shipped_briefing_holds_every_figure_of_its_sources(document: str, file: str) -> None:
    said = run("check", ID, "--original", f"{document}={os.environ['BRIEFING_SOURCES']}/{file}")
    assert (said.status, said.out) == (0, "")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_help_of_each_command_shows_an_example(name: str) -> None:
    said = run(name, "--help")
    assert (said.status, said.err) == (0, "")
    assert f"example:\n  {COMMANDS[name].example}\n" in said.out
    assert run(name, "-h") == said


def test_help_names_every_command_and_the_version_is_told() -> None:
    said = run("--help")
    assert all(f"  {name} " in said.out for name in COMMANDS)
    assert run("--version").out.startswith("briefing-tui ")


@pytest.mark.parametrize(
    "argv",
    [
        ("show",),
        ("search",),
        ("search", "--limit", "0", "x"),
        ("search", "--bogus", "x"),
        ("list", "more"),
        ("indicators", "--format", "xml"),
        ("compare",),
        ("--library", "/nowhere", "list"),
        ("--library",),
        ("one", "two"),
    ],
)
def test_wrong_use_is_told_in_one_line_with_2(argv: tuple[str, ...]) -> None:
    said = run(*argv)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("briefing-tui")
    assert said.err.count("\n") == 1


def test_a_word_that_is_no_command_is_a_place() -> None:
    said = run("lst")
    assert said.status == 2
    assert said.err == f"briefing-tui: there is no 'lst'. There are: {ID}. Or the command 'list'?\n"


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("impotr", "talk.txt"), "(or the command 'import'?)"),
        (("-",), "briefing-tui import -"),
        (("--theme", "puce"), "There are: dark, light, terminal"),
    ],
)
def test_a_slip_is_told_with_what_was_meant(argv: tuple[str, ...], words: str) -> None:
    said = run(*argv)
    assert said.status == 2
    assert words in said.err
    assert said.err.count("\n") == 1


def test_the_explorer_needs_a_terminal() -> None:
    said = run("q3")
    assert said.status == 2
    assert said.err.startswith("briefing-tui: the explorer needs a terminal")


def test_nothing_typed_reaches_the_terminal_as_an_escape() -> None:
    for argv in (
        ("\x1b[31m",),
        ("show", "\x1b[31m\udc80"),
        ("list", "\x1b[31m"),
        ("search", "\x1b]0;x\x07zzzz"),
    ):
        said = run(*argv)
        assert "\x1b" not in said.out + said.err
        (said.out + said.err).encode()


def test_a_fault_of_ours_is_one_line_and_3(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_room(*_: object) -> None:
        raise KeyError("no\nsuch")

    monkeypatch.setattr("briefing_tui.library.open_library", broken_room)
    monkeypatch.setattr("briefing_tui.commands.opening.open_library", broken_room)
    said = run("list")
    assert said.status == 3
    assert said.err.startswith("briefing-tui: a fault of ours: KeyError: ")
    assert said.err.count("\n") == 1


def test_an_interrupt_leaves_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("briefing_tui.commands.opening.open_library", interrupted)
    assert run("list").status == 130
