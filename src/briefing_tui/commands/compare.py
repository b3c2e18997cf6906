"""`briefing-tui compare`: the article against the transcript."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from briefing_tui.commands.command import Command, Streams

if TYPE_CHECKING:
    from briefing_tui.compare import Row
    from briefing_tui.indicator import Mention
    from briefing_tui.model import Briefing


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("place", metavar="BRIEFING")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def _run(options: Namespace, streams: Streams) -> int:
    from briefing_tui.commands.opening import briefing_of, opened
    from briefing_tui.compare import compare

    library, (place,) = opened(options, streams, [options.place])
    briefing = briefing_of(library, place)
    rows = compare(briefing)
    if options.json:
        streams.write_json({"briefing": briefing.id, "rows": [_shape(briefing, row) for row in rows]})
    else:
        _print(briefing, rows, streams)
    if not any(document.kind == "article" for document in briefing.documents):
        streams.say(f"{briefing.id} has no article")
        return 1
    return 0


def _shape(briefing: Briefing, row: Row) -> dict[str, Any]:
    from briefing_tui.export.shapes import mention_shape

    def said(mention: Mention | None) -> dict[str, Any] | None:
        if mention is None:
            return None
        return {**mention_shape(briefing, mention), "figure": _figure(briefing, row, mention)}

    return {
        "id": row.id,
        "name": row.name,
        "verdict": row.verdict,
        "transcript": said(row.transcript),
        "article": said(row.article),
        "note": row.note,
    }


def _figure(briefing: Briefing, row: Row, mention: Mention | None) -> str:
    from briefing_tui.compare import said_at

    indicator = briefing.indicator(row.id)
    return said_at(indicator, mention) if indicator and mention else ""


def _print(briefing: Briefing, rows: tuple[Row, ...], streams: Streams) -> None:
    from briefing_tui.export.layout import columns, filled
    from briefing_tui.wording import figure_at

    def said(row: Row, mention: Mention | None) -> str:
        indicator = briefing.indicator(row.id)
        return f"{figure_at(indicator, mention)} {mention.at}" if indicator and mention else ""

    cells = [(row.name, row.verdict, said(row, row.transcript), said(row, row.article)) for row in rows]
    streams.write(columns(("Indicator", "Verdict", "Transcript", "Article"), cells, streams.width, (0, 2, 3)))
    notes = [f"{row.name}: {row.note}" for row in rows if row.article and row.note]
    if notes:
        streams.write("\nNotes\n" + "".join(f"{filled(note, streams.width, '  ', '    ')}\n" for note in notes))
    verdicts = [row.verdict for row in rows]
    counts = (f"{verdicts.count(verdict)} {verdict}" for verdict in dict.fromkeys(verdicts))
    streams.say(f"{len(rows)} indicators: {', '.join(counts)}")


COMPARE = Command(
    "compare",
    "The article against the transcript, figure by figure.",
    "briefing-tui compare scio-2024-10-23",
    _arguments,
    _run,
)
