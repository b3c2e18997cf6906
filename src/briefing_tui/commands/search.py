"""`briefing-tui search`: the same search as on the screen."""

from __future__ import annotations

import signal
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from types import FrameType
from typing import TYPE_CHECKING, Any

from briefing_tui.commands.command import Command, Streams

if TYPE_CHECKING:
    from briefing_tui.search import Hit, Index, Results

MOST_ALSO = 12  # paragraphs told behind the first
SLOW = 200  # briefings whose indexing takes long enough to be told
_HEADS = {"indicator": "Indicators", "section": "Sections", "speaker": "Speakers"}


def _arguments(parser: ArgumentParser) -> None:
    words = (
        'all wanted, in any order; "a phrase", -without, speaker: outlet: topic: kind: unit: in:SECTION or in:BRIEFING'
    )
    parser.add_argument("words", metavar="WORDS", nargs="*", help=words)
    parser.add_argument("--limit", metavar="N", type=_count, default=50, help="at most so many (50)")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 10 and int(text)):
        raise ArgumentTypeError("N is a number from 1")
    return int(text)


def _run(options: Namespace, streams: Streams) -> int:
    from briefing_tui.commands.command import Refusal
    from briefing_tui.commands.opening import opened
    from briefing_tui.open_index import open_index

    if not options.words:
        raise Refusal("search for what? See briefing-tui search --help")
    library, _ = opened(options, streams)
    index = open_index(library, once=True)
    try:
        _bring_up_to_date(index, streams)
        results = index.search(" ".join(options.words), limit=options.limit)
    finally:
        index.close()
    if options.json:
        streams.write_json(_shape(results))
    else:
        _print(results, streams)
    _tell(results, streams)
    return 0 if results.hits else 1


def _bring_up_to_date(index: Index, streams: Streams) -> None:
    """Say how far it is where it takes time; Ctrl-C keeps what was done."""
    told = 0

    def tell(done: int, of: int) -> None:
        nonlocal told
        if of > SLOW and done * 20 // of > told:
            told = done * 20 // of
            streams.say(f"indexing {done:,} of {of:,} briefings, once; Ctrl-C stops, the next time goes on")

    pressed = False

    def interrupted(_signal: int, _frame: FrameType | None) -> None:
        nonlocal pressed
        pressed = True
        index.halt()

    try:
        before = signal.signal(signal.SIGINT, interrupted)
    except ValueError:  # another thread's business
        index.refresh(tell)
    else:
        try:
            index.refresh(tell)
        finally:
            signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt
    if index.warning:
        streams.say(index.warning)


def _shape(results: Results) -> dict[str, Any]:
    return {
        "query": results.query,
        "total": results.total,
        "complete": results.complete,
        "corrected": results.corrected,
        "suggestions": [{"word": word, "nearest": near} for word, near in results.suggestions],
        "hits": [
            {
                "place": str(hit.place),
                "briefing": hit.place.briefing,
                "section": hit.place.section,
                "kind": hit.kind,
                "title": hit.title,
                "snippet": hit.snippet,
                "score": hit.score,
                "indicator": hit.indicator,
                "speaker": hit.speaker,
                "candidate": hit.candidate,
                "paragraphs": [str(place) for place in hit.paragraphs],
            }
            for hit in results.hits
        ],
    }


def _print(results: Results, streams: Streams) -> None:
    parted = False
    for kind, head in _HEADS.items():
        hits = [hit for hit in results.hits if hit.kind == kind]
        if hits:
            streams.write("\n" if parted else "")
            streams.write(f"{head}\n")
            parted = True
        for hit in hits:
            _print_hit(hit, streams)


def _print_hit(hit: Hit, streams: Streams) -> None:
    from briefing_tui.export.layout import wrapped_spans

    streams.write("  ? " if hit.candidate else "  ")
    for text, lit in _pieces(hit.title, hit.title_lit):
        streams.write(text, bold=lit)
    streams.write(f"\n    {hit.place}{_also(hit)}\n")
    for start, end in wrapped_spans(hit.snippet, 76):
        streams.write("    ")
        for text, lit in _pieces(hit.snippet, hit.lit, start, end):
            streams.write(text, bold=lit)
        streams.write("\n")


def _also(hit: Hit) -> str:
    """The other paragraphs of the section that hold all the words: ` and 3 more: /2 /5 /9`."""
    others = [place for place in hit.paragraphs if place != hit.place]
    shown = " ".join(f"/{place.paragraph}" for place in others[:MOST_ALSO])
    more = " …" if len(others) > MOST_ALSO else ""
    return f" and {len(others)} more: {shown}{more}" if others else ""


def _pieces(
    text: str, spans: tuple[tuple[int, int], ...], start: int = 0, end: int | None = None
) -> list[tuple[str, bool]]:
    """A stretch of the text cut where it lights up and where it does not."""
    end = len(text) if end is None else end
    pieces = []
    at = start
    for span in sorted(spans):
        first, last = max(span[0], at), min(span[1], end)
        if first < last:
            pieces += [(text[at:first], False), (text[first:last], True)]
            at = last
    return [*pieces, (text[at:end], False)]


def _tell(results: Results, streams: Streams) -> None:
    if results.corrected is not None:
        streams.say(f"nothing for '{results.query}'; showing '{results.corrected}'")
    elif not results.hits:
        near = ", ".join(f"{word} → {other}" for word, other in results.suggestions)
        streams.say(f"nothing for '{results.query}'" + (f"; did you mean {near}?" if near else ""))
    if not results.complete:
        streams.say(f"{len(results.hits)} of at least {results.total} found")
    elif results.total > len(results.hits):
        streams.say(f"{len(results.hits)} of {results.total} found; --limit N shows more")
    elif results.hits:
        streams.say(f"{results.total} found")


SEARCH = Command(
    "search",
    "Find words and figures in the whole library.",
    "briefing-tui search low-altitude economy -drone",
    _arguments,
    _run,
    minus_words=True,
)
