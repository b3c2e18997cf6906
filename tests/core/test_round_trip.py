"""A briefing that is written and read again is the same briefing."""

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from briefing_tui.content import load
from briefing_tui.content_writer import write
from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing, Document, Outlet, Paragraph, Section, Speaker, Turn
from briefing_tui.quantity import Change, Period

SHIPPED = Path(__file__).parents[2] / "content" / "scio-2024-10-23"

TEXTS = (
    'It said "5.8%" and \'so\' it was, "in short"',
    'Three in a row: """ and a \\ backslash, \\n no line, 12 in "all".',
    "Ends with a quotation of 7.5% " + "and goes on and on " * 20 + '"end"',
    "工业增加值同比增长 31.8%，" * 30,
)


def made() -> Briefing:
    paragraphs = tuple(Paragraph(number, text, (number, 9)) for number, text in enumerate(TEXTS, 1))
    headed = (replace(paragraphs[0], heading='A "heading"'), *paragraphs[1:])
    return Briefing(
        id="made-2024",
        title="Made 'up' \"for\" this",
        organiser="Office",
        date=datetime.date(2024, 10, 23),
        documents=(Document("transcript", "transcript", "T", ("q1", "closing"), note="long " * 60 + "end"),),
        speakers=(
            Speaker("zhao", "Zhao", "panel", "Ministry", ()),
            Speaker("tao", "Tao", "chair", "Office", ("a", "b")),
        ),
        outlets=(Outlet("cctv", "CCTV"),),
        sections=(
            Section("q1", "transcript", "exchange", "Q", (Turn("answer", headed, "zhao"),), outlet="cctv"),
            Section("closing", "transcript", "closing", "C", (Turn("statement", (Paragraph(1, "12", ()),)),)),
        ),
        indicators=(
            Indicator(
                *("share", "Share", "industry", "share", Decimal("5.80")),
                mentions=(Mention("q1/1", '"5.8%" and', 1),),
                unit="%",
                comparator="≈",
                period=Period.read("2024-01/.."),
                period_inferred=True,
                note="Said 'so', and \"so\".",
            ),
            Indicator(
                *("level", "Level", "industry", "level", Decimal("12")),
                mentions=(Mention("q1/2", "12 in", 2), Mention("q1/3", "7.5%", 3, value=Decimal("7.5"))),
                scale="million",
                status="expected",
            ),
        ),
    )


def test_the_shipped_briefing_comes_back_equal(tmp_path: Path) -> None:
    first = load(SHIPPED)
    assert first.briefing is not None
    assert first.problems == ()
    write(first.briefing, tmp_path / first.briefing.id)
    again = load(tmp_path / first.briefing.id)
    assert again.problems == ()
    assert again.briefing == first.briefing


def test_quotation_marks_backslashes_and_long_lines_come_back_equal(tmp_path: Path) -> None:
    write(made(), tmp_path / "made-2024")
    again = load(tmp_path / "made-2024")
    assert again.problems == ()
    assert again.briefing == made()


def test_a_change_and_a_large_number_come_back_equal(tmp_path: Path) -> None:
    briefing = made()
    section = replace(briefing.sections[1], turns=(Turn("statement", (Paragraph(1, "504,000, up 4.4%", (3,)),)),))
    indicator = Indicator(
        *("enterprises", "Enterprises", "industry", "count", Decimal("504000")),
        mentions=(Mention("closing/1", "504,000, up 4.4%", 3),),
        change=Change(Decimal("4.4"), "%", "since end 2023"),
    )
    whole = replace(briefing, sections=(briefing.sections[0], section), indicators=(*briefing.indicators, indicator))
    write(whole, tmp_path / "made-2024")
    assert load(tmp_path / "made-2024").briefing == whole
    text = (tmp_path / "made-2024" / "closing.toml").read_text(encoding="utf-8")
    assert "value = 504_000\n" in text
    assert 'change = { value = 4.4, unit = "%", basis = "since end 2023" }\n' in text


def test_indicators_keep_their_order_even_where_an_earlier_section_follows(tmp_path: Path) -> None:
    briefing = made()
    late = Indicator("late", "Late", "t", "count", Decimal(12), (Mention("closing/1", "12", 9),))
    section = replace(briefing.sections[1], turns=(Turn("statement", (Paragraph(1, "12", (9,)),)),))
    whole = replace(briefing, sections=(briefing.sections[0], section), indicators=(late, *briefing.indicators))
    write(whole, tmp_path / "made-2024")
    assert load(tmp_path / "made-2024").briefing == whole


def test_lines_of_prose_are_short_enough_to_read(tmp_path: Path) -> None:
    first = load(SHIPPED).briefing
    assert first is not None
    write(first, tmp_path / first.id)
    text = (tmp_path / first.id / "intro.toml").read_text(encoding="utf-8")
    prose = [line for line in text.splitlines() if " = " not in line]
    assert max(map(len, prose)) <= 100


def test_nothing_is_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "made-2024"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    with pytest.raises(FileExistsError, match="made-2024"):
        write(made(), folder)
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", fails)
    with pytest.raises(OSError, match="No space"):
        write(made(), tmp_path / "made-2024")
    assert list(tmp_path.iterdir()) == []


def test_the_folder_has_the_name_of_the_briefing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="made-2024"):
        write(made(), tmp_path / "other")
    assert list(tmp_path.iterdir()) == []
