"""A small library of one office: months of ships, a gap, a revision, a candidate, and a broken folder."""

from __future__ import annotations

import tomllib
from pathlib import Path

from briefing_tui.library import Library
from made_briefing import figure, folder_of, header, section
from window import library_of

SHIPS, CREW = ("ships-built", "Ships built", "ships"), ("crew", "People employed", "people")
Told = tuple[tuple[str, str, str], str, str]  # what it is, its value, further lines of TOML


def month(number: int) -> str:
    return f'period = "2024-{number:02}"'


def lay(
    folder: Path, day: str, *told: Told, name: str = "yards", organiser: str = "Yard Office", title: str = ""
) -> None:
    """A briefing of a day that tells some figures."""
    said = " ".join(f"There were {value} {what[2]}." for what, value, _ in told) or "Nothing."
    text = section("exchange", "Output", "Nothing is told first.", said, outlet="The Tide")
    for (identifier, called, unit), value, more in told:
        place, further = ("q1/2", f"{value} {unit}", 2), tomllib.loads(more)
        text += figure(identifier, value, place, name=called, kind="level", unit=unit, **further)
    head = header(title or f"Yards on {day}", organiser, day, "q1", outlet="The Tide")
    folder_of(folder / f"{name}-{day}", briefing=head, q1=text)


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
