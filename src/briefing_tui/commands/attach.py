"""`briefing-tui attach`: the user's own copy of a source document, linked to the briefing paragraph by paragraph."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing_tui.commands.command import Command, Refusal, Streams

if TYPE_CHECKING:
    from briefing_tui.fitting import Verified
    from briefing_tui.model import Briefing
    from briefing_tui.originals import Originals


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("place", metavar="BRIEFING")
    parser.add_argument("document", metavar="DOCUMENT", help="such as transcript or article")
    parser.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help="your copy of its text, a line for each paragraph, or the page it was imported from",
    )
    parser.add_argument("--force", action="store_true", help="attach it though it differs; an older copy is kept")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def _run(options: Namespace, streams: Streams) -> int:
    from briefing_tui.commands.opening import briefing_of, opened
    from briefing_tui.originals import Originals, Unfit, originals_folder, read_text
    from briefing_tui.transcripts.source import unmarked

    library, (place,) = opened(options, streams, [options.place])
    briefing = briefing_of(library, place)
    documents = [each.id for each in briefing.documents]
    if options.document not in documents:
        raise Refusal(f"{briefing.id} has no document '{options.document}'. It has: {', '.join(documents)}.")
    try:
        text = unmarked(read_text(options.file))
    except Unfit as unfit:
        raise Refusal(f"cannot attach {options.file}: {unfit}") from unfit
    originals = Originals(originals_folder())
    verified, told = _attached(originals, briefing, options, text)
    if options.json:
        streams.write_json(_shape(briefing, options.document, verified))
    else:
        _print(briefing, options.document, verified, streams)
    streams.say(told)
    return 0


def _attached(originals: Originals, briefing: Briefing, options: Namespace, text: str) -> tuple[Verified, str]:
    """What attaching found, and what it did in words; a Refusal where it did nothing."""
    from briefing_tui.originals import STRANGE, Unfit

    path = originals.path(briefing.id, options.document)
    try:
        older, attached = originals.older(briefing.id, options.document), path.exists()
        strange = originals.strange(briefing, options.document)
        verified = originals.attach(briefing, options.document, text, options.force)
        kept = originals.older(briefing.id, options.document)
    except Unfit as unfit:
        raise Refusal(f"cannot attach {options.file}: {unfit} --force attaches it all the same.") from unfit
    except OSError as error:
        raise Refusal(f"cannot save {path}: {error.strerror}", 4) from error
    if len(kept) > len(older):
        return verified, f"attached: {path}. The copy attached before is kept: {kept[-1]}"
    if attached and strange:
        return verified, f"this copy was {STRANGE}; it is linked to this one now: {path}"
    return verified, f"this copy was attached already: {path}" if attached else f"attached: {path}"


def _shape(briefing: Briefing, document: str, verified: Verified) -> dict[str, Any]:
    from briefing_tui.quantity import plain

    unproven = [
        {"id": each.indicator, "place": str(each.place), "paragraph": each.paragraph, "value": plain(each.value)}
        for each in verified.unproven
    ]
    return {
        "briefing": briefing.id,
        "document": document,
        "figures": verified.total,
        "verified": verified.verified,
        "unproven": unproven,
    }


def _print(briefing: Briefing, document: str, verified: Verified, streams: Streams) -> None:
    from briefing_tui.export.layout import columns
    from briefing_tui.quantity import digits

    streams.write(f"{briefing.id} {document}: {verified}\n")
    cells = [(each.indicator, digits(each.value), str(each.paragraph), str(each.place)) for each in verified.unproven]
    if cells:
        streams.write(columns(("Indicator", "Value", "Paragraph", "Place"), cells, streams.width, (0, 3)))


ATTACH = Command(
    "attach",
    "Your own copy of a source document, each figure looked up in it.",
    "briefing-tui attach scio-2024-10-23 transcript transcript.txt",
    _arguments,
    _run,
)
