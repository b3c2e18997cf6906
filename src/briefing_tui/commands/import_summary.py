"""What an import tells: a line for each file as it is done, and at the end the sum of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from briefing_tui.commands.command import Streams
from briefing_tui.commands.importing import Outcome
from briefing_tui.commands.progress import span
from briefing_tui.plain import visible


def tell(outcome: Outcome, guesses: bool, streams: Streams, alone: bool = False) -> None:
    """One file: what was made goes to stdout; what was not waits for the summary, unless it is `alone`."""
    lines = [f"{outcome.name}: {outcome.words_for_it}"]
    if outcome.counts:
        number = len(outcome.guesses)
        lines.append(f"  {outcome.counts}, {number} guess{'es' * (number != 1)}")
    lines += [f"  {line}" for line in outcome.changes]
    if outcome.what not in {"failed", "differs"}:
        lines += [f"  {guess}" for guess in outcome.guesses] if guesses else []
        # A file's name may hold a line break, which must not look like a line of ours.
        streams.write("".join(visible(line).replace("\n", " ") + "\n" for line in lines))
    elif alone or outcome.changes:
        for line in lines:
            streams.say(line)


def shape(outcomes: Sequence[Outcome], files: int, stopped: bool) -> dict[str, Any]:
    """The import as one JSON document: each file with what came of it, what was read, changed and guessed."""
    return {
        "total": files,
        "stopped": stopped,
        "files": [
            {
                "file": each.name,
                "what": each.what,
                "message": each.words_for_it,
                "briefing": each.folder and each.folder.name,
                "path": each.folder and str(each.folder),
                **({**each.counts._asdict(), "attributed": f"{each.counts.attributed:.4f}"} if each.counts else {}),
                "changes": [line.strip() for line in each.changes],
                "guesses": [
                    {"line": one.line, "what": one.what, "taken_for": one.taken_for, "because": one.because}
                    for one in each.guesses
                ],
            }
            for each in outcomes
        ],
    }


def told(outcomes: Sequence[Outcome], files: int, stopped: bool, seconds: float) -> Iterator[str]:
    """The summary, line by line."""
    if stopped:
        yield f"stopped after {len(outcomes):,} of {files:,} files; the same command goes on from there"
    times = Counter(each.what for each in outcomes)
    counts = ", ".join(f"{times[what]:,} {what}" for what in ("made", "unchanged", "replaced", "differs", "failed"))
    yield f"{len(outcomes):,} files in {span(seconds)}: {counts}"
    read = [each.counts for each in outcomes if each.counts]
    if words := sum(each.words for each in read):
        said = sum(each.words * each.attributed for each in read) / words
        yield f"{words:,} words read, {said:.1%} of them attributed to somebody, none dropped"
    sorts = sum((each.sorts for each in outcomes), Counter[str]())
    if sorts:
        listed = ", ".join(f"{number:,} {sort}" for sort, number in sorts.most_common())
        yield f"{sorts.total():,} guesses (--guesses tells each): {listed}"
    for outcome in outcomes:
        if outcome.what in {"failed", "differs"}:
            yield f"{outcome.name}: {outcome.words_for_it}"
