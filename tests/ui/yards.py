"""A small library of one office: months of ships, a gap, a revision, a candidate, and a broken folder."""

from __future__ import annotations

from pathlib import Path

from briefing_tui.library import Library
from window import library_of

HEADER = """title = "{title}"
organiser = "{organiser}"
date = {day}

[[document]]
id = "transcript"
kind = "transcript"
title = "Transcript"
sections = ["q1"]

[[speaker]]
id = "lin"
name = "Lin"
role = "panel"
organisation = "Office"
posts = []

[[outlet]]
id = "tide"
name = "The Tide"
"""
TURN = """kind = "exchange"
title = "Output"
outlet = "tide"

[[turn]]
kind = "answer"
speaker = "lin"

[[turn.paragraph]]
source = [1]
text = "Nothing is told first."

[[turn.paragraph]]
source = [2]
text = "{text}"
"""
FIGURE = """
[[indicator]]
id = "{id}"
name = "{name}"
topic = "yards"
kind = "level"
value = {value}
unit = "{unit}"
{more}
mentions = [{{ at = "q1/2", quote = "{value} {unit}", source = 2 }}]
"""
SHIPS, CREW = ("ships-built", "Ships built", "ships"), ("crew", "People employed", "people")
Told = tuple[tuple[str, str, str], str, str]  # what it is, its value, further lines of TOML


def month(number: int) -> str:
    return f'period = "2024-{number:02}"'


def lay(
    folder: Path, day: str, *told: Told, name: str = "yards", organiser: str = "Yard Office", title: str = ""
) -> None:
    """A briefing of a day that tells some figures."""
    made = folder / f"{name}-{day}"
    made.mkdir(parents=True)
    header = HEADER.format(day=day, organiser=organiser, title=title or f"Yards on {day}")
    (made / "briefing.toml").write_text(header, encoding="utf-8")
    text = TURN.format(text=" ".join(f"There were {value} {what[2]}." for what, value, _ in told) or "Nothing.")
    for (identifier, called, unit), value, more in told:
        text += FIGURE.format(id=identifier, name=called, value=value, unit=unit, more=more)
    (made / "q1.toml").write_text(text, encoding="utf-8")


def yards(folder: Path) -> Library:
    """January to April, March missing, February given twice; another office; a folder without a header to read."""
    lay(folder, "2024-02-10", (SHIPS, "120", month(1)), (CREW, "900", ""))
    lay(folder, "2024-03-10", (SHIPS, "126", month(2)), (CREW, "900", ""))
    lay(folder, "2024-03-20", (SHIPS, "125", month(2)))
    lay(folder, "2024-05-10", (SHIPS, "150", month(4)), (CREW, "950", "candidate = true"))
    lay(folder, "2024-04-01", (CREW, "7", ""), name="bank", organiser="Bank [/nope]", title="Rates [b]kept[/b]")
    broken = folder / "broken-2024"
    broken.mkdir()
    (broken / "briefing.toml").write_text("title = \n", encoding="utf-8")
    library = library_of(folder)
    assert len(library.entries) == 6
    assert [entry.id for entry in library.entries if entry.problem_count] == ["broken-2024"]
    return library
