"""`briefing-tui list`: the briefings of the library."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from briefing_tui.commands.command import Command, Streams

if TYPE_CHECKING:
    from briefing_tui.library import Entry


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON document")


def _run(options: Namespace, streams: Streams) -> int:
    from briefing_tui.commands.opening import opened
    from briefing_tui.wording import counted

    library, _ = opened(options, streams)
    listed = [shape for entry in library.entries if (shape := _shape(entry))]
    for entry in library.entries:
        if entry.summary is None:
            streams.say(f"{entry.id} cannot be opened: {entry.problems[0]}")
    if options.json:
        streams.write_json(listed)
    else:
        streams.write("\n".join(map(_words, listed)))
    unchecked = sum(shape["problems"] is None for shape in listed)
    if unchecked:
        left = counted(unchecked, "briefing")
        streams.say(f"{left} not checked for this list: briefing-tui check tells their problems")
    if not listed:
        streams.say("no briefings in the library")
    return 0 if listed else 1


def _shape(entry: Entry) -> dict[str, Any] | None:
    summary = entry.summary
    if summary is None:
        return None
    return {
        "id": entry.id,
        "title": summary.full_title,
        "date": summary.date.isoformat(),
        "organiser": summary.full_organiser,
        "sections": summary.sections,
        "exchanges": summary.exchanges,
        "speakers": summary.speakers,
        "indicators": summary.indicators,
        "candidates": summary.candidates,
        "problems": summary.problems,
        "path": str(entry.path),
    }


def _words(shape: dict[str, Any]) -> str:
    from briefing_tui.export.layout import filled
    from briefing_tui.wording import counted

    counts = ", ".join(counted(shape[f"{each}s"], each) for each in ("section", "exchange", "speaker", "indicator"))
    counts += f", {counted(shape['candidates'], 'candidate')} of them" if shape["candidates"] else ""
    lines = (f"{shape['date']}, {shape['organiser']}", shape["title"], counts)
    return "\n".join([shape["id"], *(filled(line, 80, "  ") for line in lines), ""])


LIST = Command("list", "The briefings of the library.", "briefing-tui list --json", _arguments, _run)
