"""`briefing-tui changes`: what changed from one briefing to the next."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from briefing_tui.commands.command import Command, Refusal, Streams

if TYPE_CHECKING:
    from briefing_tui.changes import Changed
    from briefing_tui.indicator import Indicator
    from briefing_tui.library import Library
    from briefing_tui.model import Briefing


def _arguments(parser: ArgumentParser) -> None:
    help_ = "[OLD] NEW: two briefings; OLD is the one before of the same organiser unless told"
    parser.add_argument("places", metavar="BRIEFING", nargs="+", help=help_)
    parser.add_argument("--json", action="store_true", help="one JSON document")


def _run(options: Namespace, streams: Streams) -> int:
    from briefing_tui.changes import changes, doubt, unchanged
    from briefing_tui.commands.opening import briefing_of, opened

    if len(options.places) > 2:
        raise Refusal("changes between two briefings: briefing-tui changes [OLD] NEW")
    library, places = opened(options, streams, options.places)
    *olds, new = (briefing_of(library, place) for place in places)
    before = olds[0].id if olds else _before(library, new.id)
    entry = library.entry(before) if before else None
    old = entry.briefing if entry else None
    if old is None:
        raise Refusal(_nothing_before(library, new), 1)
    found, alike = changes(old, new), unchanged(old, new)
    if options.json:
        shapes = [_shape(old, new, each) for each in found]
        streams.write_json({"old": old.id, "new": new.id, "unchanged": alike, "changes": shapes})
    else:
        _print(old, new, found, streams)
    if why := doubt(old, new):
        streams.say(why)
    _tell(old, new, found, alike, streams)
    return 0 if found else 1


def _tell(old: Briefing, new: Briefing, found: tuple[Changed, ...], alike: int, streams: Streams) -> None:
    """How many figures there are of each kind, and the candidates that belong to none."""
    from briefing_tui.changes import GROUPS, happened_words, left_out

    counts = {group: sum(each.happened == group for each in found) for group in GROUPS}
    parts = [f"{count} {happened_words(group)}" for group, count in counts.items() if count or group != "unreviewed"]
    parts = parts if found else ["nothing changed"]
    none = not found and not alike
    counted = "no figure to compare" if none else ", ".join((*parts, f"{alike} unchanged"))
    streams.say(f"{old.id} → {new.id}: {counted}")
    for briefing in {old.id: old, new.id: new}.values():
        for words in left_out(briefing):
            streams.say(f"{words}: a accepts one (briefing-tui {briefing.id})")


def _nothing_before(library: Library, new: Briefing) -> str:
    """Why there is no briefing to compare with, and what helps."""
    from briefing_tui.glance import HEADER
    from briefing_tui.model import NOT_TOLD

    if new.organiser != NOT_TOLD:
        return f"the library has no briefing of {new.organiser} before {new.id} ({new.date})"
    entry = library.entry(new.id)
    file = entry.path / HEADER if entry and entry.path.is_dir() else HEADER
    mend = f"write it into the field organiser of {file}"
    return f"the transcript of {new.id} names no organiser: {mend}, or name two: briefing-tui changes OLD {new.id}"


def _before(library: Library, new: str) -> str | None:
    """By the summaries alone, so that no other briefing is read."""
    from briefing_tui.changes import briefing_before

    summaries = ((entry.id, entry.summary) for entry in library.entries)
    return briefing_before(new, {each: (told.full_organiser, told.date) for each, told in summaries if told})


def _shape(old: Briefing, new: Briefing, changed: Changed) -> dict[str, Any]:
    from briefing_tui.export.shapes import indicator_shape

    return {
        "id": changed.id,
        "name": changed.name,
        "happened": changed.happened,
        "aspects": list(changed.aspects),
        "old": changed.old and indicator_shape(old, changed.old),
        "new": changed.new and indicator_shape(new, changed.new),
    }


def _print(old: Briefing, new: Briefing, found: tuple[Changed, ...], streams: Streams) -> None:
    from briefing_tui.export.layout import columns
    from briefing_tui.wording import told

    if not found:
        return
    rows = [
        (
            each.name,
            each.words,
            told(each.old),
            told(each.new),
            _at(new, each.new) or _at(old, each.old),
        )
        for each in found
    ]
    heads = ("Indicator", "Differs in", str(old.date), str(new.date), "At")
    streams.write(columns(heads, rows, streams.width, (0, 1, 2, 3)))


def _at(briefing: Briefing, indicator: Indicator | None) -> str:
    return str(briefing.place_of(indicator.mentions[0])) if indicator else ""


CHANGES = Command(
    "changes",
    "New, dropped and changed figures between two briefings.",
    "briefing-tui changes your-office-2031-03-10 your-office-2031-04-10",
    _arguments,
    _run,
)
