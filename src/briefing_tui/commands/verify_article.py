"""`briefing-tui verify-article`: every figure of a text against the indicators of a briefing."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing_tui.commands.command import Command, Refusal, Streams
from briefing_tui.commands.standard_input import standard_input
from briefing_tui.plain import one_line

if TYPE_CHECKING:
    from briefing_tui.model import Briefing
    from briefing_tui.verify import Checked

_MOST = 2_000_000
_COMPARED = """
Of each figure the subject is found by the words of its clause, under "respectively" by its place. Compared with it are
the number, the unit, whether it rose or fell, words that exclude one another (exports and imports, output and sales,
urban and rural, 4G and 5G) and where the text names them the period (of the clause, else of its sentence) and what
growth is compared with (the year, quarter or month before, a month by its name, the end of a year). A year that holds
the period of the briefing passes. Not compared: a period that only another sentence names, other words for a subject
(bicycles where the briefing says vehicles), the scope of a figure, names, dates, who said it, whether it is a target,
and what is said without a figure. Candidates are no evidence until somebody accepts them."""
_NOT_COMPARED = "not compared: scope, names, dates, speakers, targets, periods named in other sentences only"


def _arguments(parser: ArgumentParser) -> None:
    parser.description = f"{parser.description}\n{_COMPARED}"
    parser.add_argument("place", metavar="BRIEFING")
    parser.add_argument("file", metavar="FILE", help="text in UTF-8; - for standard input")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def _run(options: Namespace, streams: Streams) -> int:
    from briefing_tui.changes import left_out
    from briefing_tui.commands.opening import briefing_of, opened
    from briefing_tui.verify import verify

    text = _text(options.file)
    library, (place,) = opened(options, streams, [options.place])
    briefing = briefing_of(library, place)
    checked = verify(briefing, text)
    if options.json:
        streams.write_json({"briefing": briefing.id, "figures": [_shape(briefing, each) for each in checked]})
    else:
        _print(briefing, checked, streams)
    outcomes = [each.outcome for each in checked]
    counts = (f"{outcomes.count(each)} {each}" for each in ("same", "rounded", "different", "not found"))
    streams.say(f"{len(checked)} figures: {', '.join(counts)}" if checked else "the text holds no figure")
    if checked:
        streams.say(_NOT_COMPARED)
    wrong = not checked or any(map(_wrong, checked))
    for words in left_out(briefing) if wrong and checked else ():
        streams.say(f"{words}: a accepts one (briefing-tui {briefing.id})")
    return int(wrong)


def _text(file: str) -> str:
    """The article, or a Refusal that says why it cannot be read."""
    name = "standard input" if file == "-" else f"'{one_line(file)}'"
    try:
        if file == "-":
            raw = standard_input().read(_MOST + 1)
        elif not Path(file).is_file():
            raise Refusal(f"{name} is no file")
        else:
            with Path(file).open("rb") as stream:
                raw = stream.read(_MOST + 1)
    except (OSError, ValueError) as error:
        raise Refusal(f"cannot read {name}: {getattr(error, 'strerror', None) or error}") from error
    if len(raw) > _MOST:
        raise Refusal(f"{name} is larger than {_MOST // 1_000_000} MB")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(f"{name} is not text in UTF-8 (byte {error.start})") from error


def _print(briefing: Briefing, checked: tuple[Checked, ...], streams: Streams) -> None:
    """What is wrong in full, what is right in one line each."""
    from briefing_tui.export.layout import filled

    for each in checked:
        line = f"line {each.line}: {each.outcome.upper() if _wrong(each) else each.outcome} {each.words}"
        if each.indicator and each.mention:
            line += f" ← {each.told}, {each.indicator.name}, {briefing.place_of(each.mention)}"
        if each.reason:
            line += f" ({each.reason})"
        streams.write(filled(line, streams.width, "", "    ") + "\n")
        if _wrong(each):
            streams.write(filled(each.sentence, streams.width, "    text:     ") + "\n")
        if _wrong(each) and each.there:
            streams.write(filled(each.there, streams.width, "    briefing: ") + "\n")


def _wrong(checked: Checked) -> bool:
    return checked.outcome in {"different", "not found"}


def _shape(briefing: Briefing, checked: Checked) -> dict[str, Any]:
    return {
        "outcome": checked.outcome,
        "words": checked.words,
        "line": checked.line,
        "start": checked.start,
        "end": checked.end,
        "sentence": checked.sentence,
        "indicator": checked.indicator and checked.indicator.id,
        "name": checked.indicator and checked.indicator.name,
        "figure": checked.told or None,
        "place": str(briefing.place_of(checked.mention)) if checked.mention else None,
        "matched": checked.there or None,
        "reason": checked.reason or None,
    }


VERIFY_ARTICLE = Command(
    "verify-article",
    "Every figure of a text against the indicators of a briefing.",
    "briefing-tui verify-article scio-2024-10-23 article.txt",
    _arguments,
    _run,
)
