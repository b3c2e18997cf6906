"""`briefing-tui check`: problems in content, and what of the original sources it does not hold."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.commands.command import Command, Refusal, Streams

if TYPE_CHECKING:
    from briefing_tui.library import Entry
    from briefing_tui.problem import Problem


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="*", help="a briefing's folder, or a folder of briefings")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument(
        "--original",
        metavar="DOCUMENT=FILE",
        type=_original,
        action="append",
        default=[],
        help="the source of a document: tells the figures in it that the briefing lacks; repeatable",
    )


def _original(text: str) -> tuple[str, Path]:
    document, equals, file = text.partition("=")
    if not (document and equals and file):
        raise ArgumentTypeError("write DOCUMENT=FILE, such as transcript=briefing.txt")
    return document, Path(file)


def _run(options: Namespace, streams: Streams) -> int:
    from briefing_tui.wording import counted

    entries = _entries(options)
    if options.original and len(entries) != 1:
        raise Refusal("--original goes with one briefing: briefing-tui check PATH --original DOCUMENT=FILE")
    found = _found(entries, streams)
    found += [problem for document, file in options.original for problem in _missed(entries[0], document, file)]
    if options.json:
        keys = ("file", "line", "field", "message", "hint")
        streams.write_json([{key: getattr(problem, key) for key in keys} for problem in found])
    else:
        streams.write("".join(f"{problem}\n" for problem in found))
    told = counted(len(found), "problem") if found else "no problems"
    streams.say(f"{told} in {counted(len(entries), 'briefing')}")
    return 1 if found else 0


def _found(entries: Sequence[Entry], streams: Streams) -> list[Problem]:
    """Every problem of these; of thousands no briefing is held when its problems are known."""
    from briefing_tui.commands.opening import progress
    from briefing_tui.coverage import read_omissions
    from briefing_tui.library import Listed

    tell = progress(streams, "checking", "; Ctrl-C stops")
    found: list[Problem] = []
    for number, entry in enumerate(entries, 1):
        found += (entry.anew() if isinstance(entry, Listed) else entry).problems
        found += read_omissions(entry.path)[1]
        tell(number, len(entries))
    return found


def _entries(options: Namespace) -> tuple[Entry, ...]:
    """The briefings at the paths; those of the whole library without one."""
    from briefing_tui.library import open_library, read_folder, read_folders

    if not options.paths:
        return open_library(options.library).entries
    entries: list[Entry] = []
    for text in options.paths:
        path = Path(text)
        known = None if path.exists() else open_library(options.library).entry(text)
        if known is None and not path.is_dir():
            if path.exists():
                raise Refusal(f"'{text}' is a file: name the folder of the briefing")
            raise Refusal(f"there is no folder '{text}'")
        # A folder without a briefing is told as a broken one.
        entries += [known] if known else read_folders([path]).entries or (read_folder(path),)
    return tuple({entry.path.resolve(): entry for entry in entries}.values())


def _missed(entry: Entry, document: str, file: Path) -> list[Problem]:
    """What a source says that the briefing does not, and the other way round, as problems of that source."""
    from briefing_tui.coverage import read_omissions, uncovered, unfounded, unproven
    from briefing_tui.problem import Problem

    briefing = entry.briefing
    if briefing is None:
        return []
    documents = [each.id for each in briefing.documents]
    if document not in documents:
        raise Refusal(f"{briefing.id} has no document '{document}'. It has: {', '.join(documents)}.")
    try:
        source = file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise Refusal(f"cannot read {file}: {getattr(error, 'strerror', None) or 'it is not UTF-8 text'}") from error
    omissions, _ = read_omissions(entry.path)
    told = (
        *(
            (each, "Give it an indicator, or state it in omissions.toml.")
            for each in uncovered(briefing, omissions, document, source)
        ),
        *((each, "Correct the value, or the mention's source.") for each in unproven(briefing, document, source)),
        *((each, "Copy the words from the source.") for each in unfounded(omissions, document, source)),
    )
    return [Problem(str(file), 0, "", str(what).rstrip("."), hint) for what, hint in told]


CHECK = Command(
    "check",
    "Problems in content: where, what is wrong, how to mend it.",
    "briefing-tui check content/scio-2024-10-23 --original transcript=transcript.txt",
    _arguments,
    _run,
)
