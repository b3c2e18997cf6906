"""`series`, `changes` and `verify-article`: what they print, what they say, how they leave."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from pathlib import Path

import pytest
from command_line import run

from briefing_tui.library import FEW
from briefing_tui.model import NOT_TOLD
from made_briefing import figure, folder_of, header, section

ID = "scio-2024-10-23"


def lay(
    library: Path,
    day: str,
    value: int,
    period: str,
    people: int = 900,
    who: str = "people",
    organiser: str = "Yard Office",
) -> None:
    ships, crew = f"{value} ships", f"{people} people"
    text = section("opening", "Opening", f"The yards built {ships}. They employ {crew}.")
    built = ("opening/1", ships, 1)
    text += figure("ships-built", str(value), built, name="Ships built", kind="level", unit="ships", period=period)
    text += figure(who, str(people), ("opening/1", crew, 1), name="People employed")
    head = header(f"Yards in {day}", organiser, day, "opening")
    folder_of(library / f"yards-{day}", briefing=head, opening=text)


@pytest.fixture
def library(tmp_path: Path) -> str:
    """Four months of ships, of which one is missing and one was revised."""
    lay(tmp_path / "lib", "2024-02-10", 120, "2024-01")
    lay(tmp_path / "lib", "2024-03-10", 126, "2024-02")
    lay(tmp_path / "lib", "2024-03-20", 125, "2024-02", 950)
    lay(tmp_path / "lib", "2024-05-10", 150, "2024-04", 950, "crew")
    return str(tmp_path / "lib")


def test_a_series_is_a_table_with_blocks_gaps_revisions_and_places(library: str) -> None:
    said = run("--library", library, "series", "ships-built")
    assert said.status == 0
    lines = [" ".join(line.split()) for line in said.out.splitlines()]
    assert lines[0] == "Ships built"
    assert "month, level, ships ▁▂·█" in lines
    assert "Jan 2024 ▁ 120 ships yards-2024-02-10#opening/1" in lines
    assert any(line.startswith("Feb 2024 ▂ 125 ships ▲ +5 (+4.2 %) yards-2024-03-20") for line in lines)
    assert "revised from 126 ships yards-2024-03-10#opening/1" in lines
    assert "Mar 2024 · not given" in lines
    assert any("▲ +25 (+20.0 %)" in line for line in lines)
    assert "per cent rounded to one decimal" in said.err
    assert "the newest counts" in said.err


def test_a_series_in_json_has_numbers_as_text_and_places_that_open(library: str) -> None:
    shape = json.loads(run("--library", library, "series", "ships-built", "--json").out)
    (line,) = shape["lines"]
    assert (shape["id"], shape["name"]) == ("ships-built", "Ships built")
    assert (line["unit"], line["period_kind"], line["blocks"]) == ("ships", "month", "▁▂·█")
    january, february, march, april = line["points"]
    assert january["change"] is None
    assert (february["number"], february["revised"]) == ("125", True)
    assert [each["number"] for each in february["given"]] == ["126", "125"]
    assert march == {"gap": {"first": "Mar 2024", "last": "Mar 2024", "count": 1}}
    assert april["change"] == {
        "difference": "25",
        "unit": "ships",
        "per_cent": "20.0",
        "against": "yards-2024-03-20#opening/1",
    }
    assert run("--library", library, "show", april["given"][0]["place"]).status == 0


def test_the_length_of_a_time_that_its_kind_does_not_tell_is_in_words_and_json(tmp_path: Path) -> None:
    lay(tmp_path, "2024-06-10", 120, "2024-02/2024-05")
    said = run("--library", str(tmp_path), "series", "ships-built")
    assert "4 months, level, ships" in said.out
    (line,) = json.loads(run("--library", str(tmp_path), "series", "ships-built", "--json").out)["lines"]
    assert (line["period_kind"], line["period_length"]) == ("other", "4 months")


def test_an_unknown_indicator_names_the_nearest(library: str) -> None:
    said = run("--library", library, "series", "ships-build")
    assert (said.status, said.out) == (1, "")
    assert said.err == "no briefing gives 'ships-build'. Did you mean ships-built?\n"
    said = run("series", "zzz\x1b[31m", "--json")
    assert said.status == 1
    assert json.loads(said.out)["lines"] == []
    assert "\x1b" not in said.out + said.err
    assert run("series").status == 2


def test_a_large_library_gives_a_series_and_names_no_candidate(library: str, tmp_path: Path) -> None:
    for number in range(FEW):
        lay(tmp_path / "lib", f"2020-01-{number + 1:02}", 5 + number, f"2019-{number + 1:02}", who="sailors")
    path = tmp_path / "lib" / "yards-2020-01-01" / "opening.toml"
    text = path.read_text(encoding="utf-8").replace('id = "sailors"', 'id = "sailors-hired"\ncandidate = true')
    path.write_text(text, encoding="utf-8")
    said = run("--library", library, "series", "ships-built")
    assert said.status == 0
    assert said.out.count("yards-20") == FEW + 4
    assert "Did you mean ships-built?" in run("--library", library, "series", "ships-build").err
    assert run("--library", library, "series", "sailors-hire").err.endswith("Did you mean sailors?\n")
    assert "1 candidate in yards-2020-01-01 gives it" in run("--library", library, "series", "sailors-hired").err


def test_what_only_candidates_give_is_told_with_how_to_accept_it(library: str, tmp_path: Path) -> None:
    for day in ("2024-02-10", "2024-03-10"):
        path = tmp_path / "lib" / f"yards-{day}" / "opening.toml"
        text = path.read_text(encoding="utf-8").replace('id = "ships-built"', 'id = "hulls"\ncandidate = true')
        path.write_text(text, encoding="utf-8")
    said = run("--library", library, "series", "hulls")
    assert (said.status, said.out) == (1, "")
    assert "no briefing gives 'hulls' yet. 2 candidates in yards-2024-03-10, yards-2024-02-10 give it" in said.err
    assert "a accepts it there (briefing-tui yards-2024-03-10)" in said.err
    path.write_text(path.read_text(encoding="utf-8").replace("candidate = true", ""), encoding="utf-8")
    assert run("--library", library, "series", "hulls").status == 0


def test_the_shipped_indicator_is_a_series_of_one() -> None:
    said = run("series", "nev-production")
    assert said.status == 0
    assert "8.316 million vehicles" in said.out
    assert "year to date" in said.out


def test_changes_tell_new_changed_and_dropped(library: str) -> None:
    said = run("--library", library, "changes", "yards-2024-02-10", "yards-2024-05-10", "--json")
    shape = json.loads(said.out)
    assert said.status == 0
    assert (shape["old"], shape["new"]) == ("yards-2024-02-10", "yards-2024-05-10")
    assert [(each["id"], each["happened"], each["aspects"]) for each in shape["changes"]] == [
        ("ships-built", "changed", ["value", "period"]),
        ("crew", "new", []),
        ("people", "dropped", []),
    ]
    assert shape["changes"][0]["old"]["value"] == "120"
    assert shape["unchanged"] == 0
    assert said.err == "yards-2024-02-10 → yards-2024-05-10: 1 changed, 1 new, 1 dropped, 0 unchanged\n"
    said = run("--library", library, "changes", "yards-2024-02-10", "yards-2024-03-10", "--json")
    assert json.loads(said.out)["unchanged"] == 1
    assert said.err.endswith(": 1 changed, 0 new, 0 dropped, 1 unchanged\n")


def test_a_figure_that_one_briefing_gives_unreviewed_is_neither_dropped_nor_new(library: str, tmp_path: Path) -> None:
    old, new = "yards-2024-02-10", "yards-2024-03-10"
    path = tmp_path / "lib" / new / "opening.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('id = "ships-built"', 'id = "ships-built"\ncandidate = true'), encoding="utf-8")
    for pair in ((old, new), (new, old)):
        said = run("--library", library, "changes", *pair)
        assert said.status == 0
        (row,) = (line for line in said.out.splitlines() if line.startswith("Ships built"))
        assert "not reviewed yet" in row
        assert "120 ships, Jan 2024" in row
        assert "126 ships, Feb 2024, candidate" in row
        assert ": 0 changed, 0 new, 0 dropped, 1 not reviewed yet, 1 unchanged\n" in said.err
        shape = json.loads(run("--library", library, "changes", *pair, "--json").out)
        (changed,) = shape["changes"]
        assert (changed["id"], changed["happened"], changed["aspects"]) == ("ships-built", "unreviewed", [])
        assert {changed["old"]["value"], changed["new"]["value"]} == {"120", "126"}
        assert shape["unchanged"] == 1


def test_two_organisers_or_the_newer_first_are_compared_with_a_word(library: str, tmp_path: Path) -> None:
    lay(tmp_path / "lib", "2024-04-10", 1, "2024-03", organiser="Another Office")
    said = run("--library", library, "changes", "yards-2024-03-10", "yards-2024-04-10")
    assert said.err.startswith("two organisers are compared, Yard Office and Another Office\nyards-2024-03-10 → ")
    said = run("--library", library, "changes", "yards-2024-03-10", "yards-2024-02-10", "--json")
    assert said.err.startswith("the newer briefing is named first, 2024-03-10 before 2024-02-10\nyards-2024-03-10 → ")
    json.loads(said.out)
    said = run("--library", library, "changes", "yards-2024-02-10", "yards-2024-03-10")
    assert said.err.count("\n") == 1


def test_without_an_organiser_it_is_told_how_to_name_one(library: str, tmp_path: Path) -> None:
    lay(tmp_path / "lib", "2024-07-10", 160, "2024-06", organiser=NOT_TOLD)
    said = run("--library", library, "changes", "yards-2024-07-10")
    assert (said.status, said.out) == (1, "")
    assert "the transcript of yards-2024-07-10 names no organiser" in said.err
    assert f"the field organiser of {tmp_path}/lib/yards-2024-07-10/briefing.toml" in said.err
    assert "or name two: briefing-tui changes OLD yards-2024-07-10" in said.err
    assert NOT_TOLD not in said.err
    said = run("--library", library, "changes", "yards-2024-05-10", "yards-2024-07-10")
    assert said.status == 0
    assert said.err.startswith("the organiser of yards-2024-07-10 is not told\n")


def test_a_series_sets_no_organiser_against_another(library: str, tmp_path: Path) -> None:
    lay(tmp_path / "lib", "2024-06-10", 300, "2024-05", organiser="Harbour Office")
    said = run("--library", library, "series", "ships-built")
    lines = [" ".join(line.split()) for line in said.out.splitlines()]
    assert "month, level, ships ▁▂·█ Yard Office" in lines
    assert "month, level, ships Harbour Office" in lines
    assert "May 2024 300 ships yards-2024-06-10#opening/1" in lines
    assert "organisers are not set against each other\n" in said.err
    shape = json.loads(run("--library", library, "series", "ships-built", "--json").out)
    ours, theirs = shape["lines"]
    assert (ours["organiser"], theirs["organiser"]) == ("Yard Office", "Harbour Office")
    (may,) = theirs["points"]
    assert (may["change"], theirs["blocks"]) == (None, "")
    assert [each["organiser"] for each in may["given"]] == ["Harbour Office"]
    assert "Yard Office" not in run("--library", library, "series", "crew").out


def test_without_an_old_one_the_briefing_before_of_the_organiser_is_taken(library: str, tmp_path: Path) -> None:
    lay(tmp_path / "lib", "2024-04-10", 1, "2024-03", organiser="Another Office")
    said = run("--library", library, "changes", "yards-2024-05-10")
    assert said.status == 0
    assert said.err.startswith("yards-2024-03-20 → yards-2024-05-10")
    said = run("--library", library, "changes", "yards-2024-02-10")
    assert (said.status, said.out) == (1, "")
    assert "no briefing of Yard Office before yards-2024-02-10" in said.err


def test_changes_between_a_briefing_and_itself_are_none() -> None:
    said = run("changes", ID, ID)
    assert (said.status, said.out) == (1, "")
    assert re.search(r": nothing changed, [1-9]\d* unchanged\n$", said.err)
    assert run("changes", ID, ID, ID).status == 2
    assert run("changes").status == 2
    assert run("changes", "nowhere").status == 2


def test_a_change_is_told_in_the_scale_and_unit_of_the_figures(tmp_path: Path) -> None:
    for day, value in (("2024-02-10", "12.4"), ("2024-03-10", "11.9"), ("2024-04-10", "31.9")):
        said, month = f"{value} billion USD", day[:7]
        text = section("opening", "Opening", f"We traded {said}.")
        more = {"name": "Trade", "kind": "level", "scale": "billion", "unit": "USD", "period": month}
        text += figure("trade", value, ("opening/1", said, 1), **more)
        folder_of(tmp_path / day, briefing=header("Trade", "Office", day, "opening"), opening=text)
    said = run("--library", str(tmp_path), "series", "trade").out
    assert "▼ −0.5 billion USD (−4.0 %)" in said
    assert "▲ +20 billion USD (+168.1 %)" in said


def test_candidates_are_told_where_changes_leave_them_out(library: str, tmp_path: Path) -> None:
    lay(tmp_path / "lib", "2024-06-10", 151, "2024-05", 950, "crew")
    old, new = "yards-2024-05-10", "yards-2024-06-10"
    path = tmp_path / "lib" / new / "opening.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('id = "ships-built"', 'id = "ships-built"\ncandidate = true'), encoding="utf-8")
    said = run("--library", library, "changes", new, new)
    assert (said.status, said.out) == (1, "")
    assert said.err.count("1 candidate of 2024-06-10 not compared until accepted") == 1
    assert "nothing changed, 1 unchanged" in said.err
    said = run("--library", library, "changes", old, new)
    assert said.status == 0
    assert f"1 candidate of 2024-06-10 not compared until accepted: a accepts one (briefing-tui {new})" in said.err
    for day in ("2024-05-10", "2024-06-10"):
        path = tmp_path / "lib" / f"yards-{day}" / "opening.toml"
        text = path.read_text(encoding="utf-8").replace("candidate = true\n", "")
        path.write_text(text.replace("[[indicator]]", "[[indicator]]\ncandidate = true"), encoding="utf-8")
    said = run("--library", library, "changes", old, new)
    assert (said.status, said.out) == (1, "")
    assert f"{old} → {new}: no figure to compare" in said.err
    assert "2 candidates of 2024-05-10 not compared" in said.err
    assert "2 candidates of 2024-06-10 not compared" in said.err


UNCOMPARED = "not compared: scope, names, dates, speakers, targets, periods named in other sentences only\n"


def test_another_period_is_told_in_the_table_and_in_json_and_leaves_with_1(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("In the first half, telecom business volume grew 10.7%.", encoding="utf-8")
    said = run("verify-article", ID, str(article))
    assert said.status == 1
    assert "DIFFERENT 10.7% ← 10.7 %, Telecom business volume" in said.out
    assert "(period: Q1–Q3 2024)" in said.out
    (figure,) = json.loads(run("verify-article", ID, str(article), "--json").out)["figures"]
    assert (figure["outcome"], figure["reason"]) == ("different", "period: Q1–Q3 2024")
    article.write_text("Carmakers built 21.47 million vehicles.", encoding="utf-8")
    (figure,) = json.loads(run("verify-article", ID, str(article), "--json").out)["figures"]
    assert (figure["outcome"], figure["reason"]) == ("same", None)


def test_the_help_says_what_is_not_compared() -> None:
    said = run("verify-article", "--help")
    assert said.status == 0
    assert "Not compared: a period that only another sentence names" in said.out


def test_a_right_article_leaves_with_0_and_a_wrong_one_with_1(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Carmakers built 21.47 million vehicles.\n\nVehicle exports: 4.3 million.\n", encoding="utf-8")
    said = run("verify-article", ID, str(article))
    assert (said.status, said.err) == (0, f"2 figures: 1 same, 1 rounded, 0 different, 0 not found\n{UNCOMPARED}")
    assert "line 1: same 21.47 million ← 21.47 million vehicles, Vehicle production" in said.out
    article.write_text("Carmakers built 24.17 million vehicles, the 77,777 makers say.", encoding="utf-8")
    said = run("verify-article", ID, str(article))
    assert said.status == 1
    assert "DIFFERENT 24.17 million" in said.out
    assert "briefing: Output came to 21.47 million vehicles" in said.out
    assert "NOT FOUND 77,777" in said.out


def test_the_check_in_json_tells_outcome_sentence_and_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO("\ufeffVehicle exports reached 4.132 million.".encode()))
    )
    said = run("verify-article", ID, "-", "--json")
    (figure,) = json.loads(said.out)["figures"]
    assert said.status == 1
    assert (figure["outcome"], figure["words"], figure["indicator"]) == (
        "different",
        "4.132 million",
        "vehicle-exports",
    )
    assert figure["sentence"] == "Vehicle exports reached 4.132 million."
    assert "4.312 million" in figure["matched"]
    assert run("show", figure["place"]).status == 0


def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe12")
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "none", tmp_path / "bytes", tmp_path / "pipe", Path("a\x1b]0;x\x07\n")):
        said = run("verify-article", ID, str(path))
        assert (said.status, said.out) == (2, "")
        assert said.err.count("\n") == 1
        assert "\x1b" not in said.err


def test_a_text_without_a_figure_leaves_with_1_and_nothing_hostile_is_printed(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("No figure.", encoding="utf-8")
    said = run("verify-article", ID, str(article))
    assert (said.status, said.out, said.err) == (1, "", "the text holds no figure\n")
    article.write_text("Glaciers \x1b[m lost 77,777 \u202ewhales.", encoding="utf-8")
    said = run("verify-article", ID, str(article))
    assert "NOT FOUND 77,777" in said.out
    assert not {"\x1b", "\u202e"} & set(said.out)
    assert "\x1b" not in json.dumps(
        json.loads(run("verify-article", ID, str(article), "--json").out), ensure_ascii=False
    )


@pytest.mark.skipif("BRIEFING_SOURCES" not in os.environ, reason="needs the sources")
def test_the_article_agrees_with_the_transcript() -> None:
    said = run("verify-article", ID, f"{os.environ['BRIEFING_SOURCES']}/000_523ae025e2e4056a.txt")
    assert (said.status, said.err) == (0, f"10 figures: 10 same, 0 rounded, 0 different, 0 not found\n{UNCOMPARED}")
