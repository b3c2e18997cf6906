"""What is wrong in the tables of content is told with its file and line, and hides nothing else."""

from pathlib import Path

import pytest
from folders import FILES, Q1, Q2, indicators, laid, line_of, only, with_change

from briefing_tui.content import load


def test_a_good_folder_loads_whole(tmp_path: Path) -> None:
    loaded = load(laid(tmp_path))
    assert loaded.problems == ()
    assert indicators(loaded) == ["output", "ships"]
    assert loaded.briefing is not None
    assert loaded.briefing.id == "b-2024"
    assert loaded.briefing.sections[0].paragraphs[0].text.startswith("Output rose 5.8% and sales rose 3%")


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ('topic = "industry"\n', "", "indicator.1.topic", "'topic' is missing"),
        ('topic = "industry"', 'topc = "x"\ntopic = "i"', "indicator.1.topc", "'topc' is not a key here"),
        ("value = 5.8", 'value = "many"', "indicator.1.value", "decimal"),
        ("value = 5.8", "value = true", "indicator.1.value", "is true or false"),
        ("value = 5.8", "value = nan", "indicator.1.value", "not a number that people say"),
        ("value = 5.8", "value = -inf", "indicator.1.value", "not a number that people say"),
        ("value = 5.8", "value = 1e999", "indicator.1.value", "not a number that people say"),
        ("value = 5.8", f"value = 0x{'f' * 4000}", "indicator.1.value", "not a number that people say"),
        ("value = 5.8", "value = 5.8\nscale = 0xff", "indicator.1.scale", "is not allowed"),
        ('name = "Output"', "name = 7", "indicator.1.name", "valid string"),
        ('id = "output"', 'id = "Out put"', "indicator.1", "is not an id"),
        ('kind = "growth"', 'kind = "grows"', "indicator.1.kind", "'grows' is not allowed"),
        ('"2024-01/2024-09"', '"2024-13"', "indicator.1.period", "'2024-13' is not a date"),
        ('"2024-01/2024-09"', '"2024-09/2024-01"', "indicator.1.period", "ends before it starts"),
        ('"2024-01/2024-09"', "2024", "indicator.1.period", "a period is text"),
    ],
)
def test_a_wrong_key_or_value_is_told_where_it_stands(
    tmp_path: Path, old: str, new: str, field: str, message: str
) -> None:
    text = with_change(old, new)
    folder = laid(tmp_path, q1=text)
    loaded = load(folder)
    problem = only(loaded)
    table = text[text.index("[[indicator]]") :]
    key = field.rpartition(".")[2]
    within = line_of(f"{key} =", table) if f"\n{key} =" in table else 1
    shown = line_of("[[indicator]]", text) + within - 1
    assert (problem.file, problem.line, problem.field) == (str(folder / "q1.toml"), shown, field)
    assert message in problem.message
    assert problem.hint
    assert indicators(loaded) == ["ships"]
    assert str(problem).startswith(f"{folder / 'q1.toml'}:{shown}: {field}: ")
    assert len(str(problem)) < 600


def test_a_wrong_key_is_answered_with_the_nearest_right_one(tmp_path: Path) -> None:
    text = with_change("unit =", "untis =")
    assert only(load(laid(tmp_path, q1=text))).hint == "Did you mean 'unit'?"


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ('quote = "5.8% and sales"', 'quote = "6.8% and"', "quote", "does not stand in q1/1"),
        ('quote = "5.8% and sales"', 'quote = "rose"', "quote", "stands 2 times in q1/1"),
        ('quote = "5.8% and sales"', 'quote = "Output"', "quote", "does not hold 5.8"),
        ('quote = "5.8% and sales"', 'quote = "8% and"', "quote", "does not hold 5.8"),
        ('at = "q1/1"', 'at = "q9/1"', "at", "there is no section 'q9'"),
        ('at = "q1/1"', 'at = "q1/2"', "at", "there is no paragraph 'q1/2'"),
        ("source = 4 }", "source = 5 }", "source", "q1/1 does not digest source paragraph 5"),
    ],
)
def test_a_mention_that_does_not_hold_is_told_and_left_out(
    tmp_path: Path, old: str, new: str, field: str, message: str
) -> None:
    loaded = load(laid(tmp_path, q1=with_change(old, new)))
    problem = only(loaded)
    assert (problem.line, problem.field) == (line_of("{ at", Q1), f"indicator.1.mentions.1.{field}")
    assert message in problem.message
    assert indicators(loaded) == ["ships"]


def test_a_quote_may_not_begin_within_a_number(tmp_path: Path) -> None:
    text = with_change("Output rose 5.8% and", "Output rose 15.8% and")
    assert "does not hold 5.8" in only(load(laid(tmp_path, q1=text))).message


def test_a_malformed_place_of_a_mention_is_told_with_its_line(tmp_path: Path) -> None:
    problem = only(load(laid(tmp_path, q1=with_change('at = "q1/1"', 'at = "q1#1"'))))
    assert problem.line == line_of("{ at", Q1)
    assert "is not SECTION/PARAGRAPH" in problem.message


def test_quotes_of_two_indicators_may_not_overlap(tmp_path: Path) -> None:
    second = """
[[indicator]]
id = "sales"
name = "Sales"
topic = "industry"
kind = "growth"
value = 3
mentions = [{ at = "q1/1", quote = "sales rose 3%,", source = 4 }]
"""
    loaded = load(laid(tmp_path, q1=Q1 + second))
    problem = only(loaded)
    assert "overlaps the quote of 'output'" in problem.message
    assert problem.line == line_of('sales rose 3%,"', Q1 + second)
    assert indicators(loaded) == ["output", "ships"]


def test_a_mention_of_many_that_does_not_hold_leaves_the_others(tmp_path: Path) -> None:
    text = with_change("source = 4 },\n", 'source = 4 },\n  { at = "q2/1", quote = "70 ships", source = 7 },\n')
    loaded = load(laid(tmp_path, q1=text))
    problem = only(loaded)
    assert (problem.line, problem.field) == (line_of("q2/1", text), "indicator.1.mentions.2.quote")
    assert indicators(loaded) == ["output", "ships"]


def test_an_id_used_in_two_files_is_told_with_both(tmp_path: Path) -> None:
    folder = laid(tmp_path, q2=with_change('id = "ships"', 'id = "output"', Q2))
    problem = only(load(folder))
    assert (problem.file, problem.line) == (
        str(folder / "q2.toml"),
        line_of('id = "output"', FILES["q1"]) - 2,
    )
    assert f"is taken by {folder / 'q1.toml'}:{line_of('[[indicator]]', Q1)}" in problem.message


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ('speaker = "zhao"', 'speaker = "zaho"', "turn.1.speaker", "there is no speaker 'zaho'"),
        ('outlet = "cctv"', 'outlet = "ctv"', "outlet", "there is no outlet 'ctv'"),
        ('kind = "answer"', 'kind = "question"', "turn.1.speaker", "a question has no speaker"),
        ('speaker = "zhao"\n', "", "turn.1.speaker", "names its speaker"),
    ],
)
def test_a_person_or_outlet_that_is_not_there_is_told(
    tmp_path: Path, old: str, new: str, field: str, message: str
) -> None:
    text = with_change(old, new)
    loaded = load(laid(tmp_path, q1=text))
    problem = only(loaded)
    shown = 3 if field == "outlet" else line_of("speaker =" if new else "[[turn]]", text)
    assert (problem.line, problem.field) == (shown, field)
    assert message in problem.message
    assert indicators(loaded) == ["output", "ships"]


def test_paragraphs_are_not_numbered_by_hand(tmp_path: Path) -> None:
    text = with_change("source = [4]", "source = [4]\nnumber = 3")
    problem = only(load(laid(tmp_path, q1=text)))
    assert (problem.line, problem.field) == (11, "turn.1.paragraph.1.number")


def test_a_thousand_mistakes_are_told_in_twenty_lines(tmp_path: Path) -> None:
    mentions = "mentions = [" + "\n{ at = 1 }," * 1000 + "]\n"
    text = Q1[: Q1.index("mentions = [")] + mentions
    problems = load(laid(tmp_path, q1=text)).problems
    assert len(problems) == 21
    assert any("more problems" in problem.message for problem in problems)


def test_a_list_that_is_no_list_of_tables_is_told(tmp_path: Path) -> None:
    text = Q1[: Q1.index("[[indicator]]")]
    problem = only(load(laid(tmp_path, q1='indicator = "x"\n' + text)))
    assert (problem.line, problem.field) == (1, "indicator")
