"""`briefing-tui series`: one indicator over all briefings."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from briefing_tui.commands.command import Command, Streams

if TYPE_CHECKING:
    from briefing_tui.library import Entry
    from briefing_tui.series import Gap, Given, Line, Point

_NEAREST = 3


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("indicator", metavar="ID", help="as briefing-tui indicators --format csv tells it")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def _run(options: Namespace, streams: Streams) -> int:
    from briefing_tui.commands.opening import opened, progress
    from briefing_tui.giving import giving
    from briefing_tui.series import series
    from briefing_tui.series_words import series_name

    library, _ = opened(options, streams)
    identifier = options.indicator.lower()
    tell = progress(streams, after="; Ctrl-C stops")
    found = []
    for number, briefing in enumerate(giving(library.entries, identifier), 1):
        found += [briefing] if briefing else []
        tell(number, len(library.entries))
    lines = series(found, identifier)
    if options.json:
        streams.write_json({"id": identifier, "name": series_name(lines), "lines": [_shape(line) for line in lines]})
    else:
        _print(lines, streams)
    if not lines:
        offered = tuple(each.id for each in found)
        why = _accepting(offered) if offered else _nearest(identifier, library.entries)
        streams.say(f"no briefing gives '{options.indicator}'{' yet' if offered else ''}.{why}")
    return 0 if lines else 1


def _accepting(briefings: Sequence[str]) -> str:
    """Which briefings give it only as a candidate, and how it comes into the series."""
    from briefing_tui.wording import counted

    more = f" and {len(briefings) - _NEAREST} more" if len(briefings) > _NEAREST else ""
    where = f"{', '.join(briefings[:_NEAREST])}{more}"
    give = f"{counted(len(briefings), 'candidate')} in {where} {'gives' if len(briefings) == 1 else 'give'} it"
    return f" {give}: a accepts it there (briefing-tui {briefings[0]}), and puts it in the series."


def _nearest(identifier: str, entries: Sequence[Entry]) -> str:
    """The ids spelt most alike, else those that hold one of its words."""
    from difflib import get_close_matches

    from briefing_tui.giving import all_ids

    ids = sorted(all_ids(entries) - {identifier})
    words = {word for word in identifier.replace(" ", "-").split("-") if len(word) > 2}
    alike = get_close_matches(identifier, ids, 2 * _NEAREST) or [each for each in ids if words & set(each.split("-"))]
    near = [each for each in alike[: 2 * _NEAREST] if _is_given(each, entries)][:_NEAREST]
    return f" Did you mean {' or '.join(near)}?" if near else " See: briefing-tui indicators --format csv"


def _is_given(identifier: str, entries: Sequence[Entry]) -> bool:
    """Whether it is a figure where it is given: a candidate is none yet. The first few tell."""
    from briefing_tui.giving import giving

    given = (briefing.indicator(identifier) for briefing in giving(entries, identifier) if briefing)
    return any(indicator and not indicator.candidate for indicator in islice(given, _NEAREST))


def _print(lines: tuple[Line, ...], streams: Streams) -> None:
    from briefing_tui.export.layout import columns
    from briefing_tui.series import GAP_BLOCK, Gap
    from briefing_tui.series_words import apart_words, line_heads, missing_words, series_name

    streams.write(f"{series_name(lines)}\n" if lines else "")
    stepped = revised = False
    for line, head in zip(lines, line_heads(lines), strict=True):
        streams.write("\n" + "  ".join(part for part in head if part) + "\n")
        rows: list[tuple[str, ...]] = []
        for point, block in zip(line.points, line.blocks or " " * len(line.points), strict=True):
            if isinstance(point, Gap):
                rows.append((missing_words(point), GAP_BLOCK, "not given", "", ""))
                continue
            stepped, revised = stepped or point.step is not None, revised or point.revised
            rows += _rows(point, block)
        streams.write(columns(("Period", "", "Figure", "Against before", "Given in"), rows, streams.width, (0, 2, 3)))
    if stepped:
        streams.say("changes are computed from the figures as said; per cent rounded to one decimal")
    for words in apart_words(lines):
        streams.say(words)
    if revised:
        streams.say("where briefings differ on a period, the newest counts")


def _rows(point: Point, block: str) -> Iterable[tuple[str, ...]]:
    """What counts, and under it what other briefings gave for the same period."""
    from briefing_tui.series_words import earlier_words, step_words
    from briefing_tui.wording import figure_words

    *older, last = point.given
    period = last.indicator.period_words or "–"
    yield (period, block, figure_words(last.indicator), step_words(point.step), str(last.place))
    for each in reversed(older):
        yield ("", "", earlier_words(each, last), "", str(each.place))


def _shape(line: Line) -> dict[str, Any]:
    return {
        "organiser": line.newest.organiser,
        "unit": line.unit,
        "period_kind": line.span,
        "period_length": line.length or None,
        "kind": line.kind,
        "status": line.status,
        "blocks": line.blocks,
        "points": [_point_shape(point) for point in line.points],
    }


def _point_shape(point: Point | Gap) -> dict[str, Any]:
    from briefing_tui.quantity import plain
    from briefing_tui.series import Gap

    if isinstance(point, Gap):
        return {"gap": {"first": point.first, "last": point.last, "count": point.count}}
    step, period = point.step, point.period
    return {
        "period": period and {"start": period.start, "end": period.end, "text": period.words, "iso": period.iso},
        "number": plain(point.last.indicator.number),
        "revised": point.revised,
        "change": step
        and {
            "difference": plain(step.difference),
            "unit": step.unit,
            "per_cent": None if step.per_cent is None else plain(step.per_cent),
            "against": str(step.before.place),
        },
        "given": [_given_shape(each) for each in point.given],
    }


def _given_shape(given: Given) -> dict[str, Any]:
    from briefing_tui.quantity import plain
    from briefing_tui.wording import figure_words

    indicator, top = given.indicator, given.indicator.value_max
    return {
        "briefing": given.briefing.id,
        "organiser": given.briefing.organiser,
        "date": given.briefing.date.isoformat(),
        "place": str(given.place),
        "figure": figure_words(indicator),
        "number": plain(indicator.number),
        "value": plain(indicator.value),
        "value_max": None if top is None else plain(top),
        "scale": indicator.scale,
        "comparator": indicator.comparator,
        "period_inferred": indicator.period_inferred,
    }


SERIES = Command(
    "series",
    "One indicator over all briefings, by period.",
    "briefing-tui series nev-production",
    _arguments,
    _run,
)
