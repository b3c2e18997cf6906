"""`briefing-tui series`: one indicator over all briefings."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from briefing_tui.commands.command import Command, Streams

if TYPE_CHECKING:
    from briefing_tui.model import Briefing
    from briefing_tui.series import Gap, Given, Line, Point, Step

_NEAREST = 3


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("indicator", metavar="ID", help="as briefing-tui indicators --format csv tells it")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def _run(options: Namespace, streams: Streams) -> int:
    from briefing_tui.commands.opening import opened
    from briefing_tui.series import series

    library, _ = opened(options, streams)
    identifier = options.indicator.lower()
    lines = series(library.briefings, identifier)
    if options.json:
        streams.write_json({"id": identifier, "name": _name(lines), "lines": [_shape(line) for line in lines]})
    else:
        _print(lines, streams)
    if not lines:
        streams.say(f"no briefing gives '{options.indicator}'.{_nearest(identifier, library.briefings)}")
    return 0 if lines else 1


def _nearest(identifier: str, briefings: Iterable[Briefing]) -> str:
    """The ids spelt most alike, else those that hold one of its words."""
    from difflib import get_close_matches

    ids = sorted({indicator.id for briefing in briefings for indicator in briefing.indicators})
    words = {word for word in identifier.replace(" ", "-").split("-") if len(word) > 2}
    near = get_close_matches(identifier, ids, _NEAREST) or [each for each in ids if words & set(each.split("-"))]
    return f" Did you mean {' or '.join(near[:_NEAREST])}?" if near else " See: briefing-tui indicators --format csv"


def _name(lines: tuple[Line, ...]) -> str | None:
    """As the newest briefing that has it names it."""
    given = [each for line in lines for point in line.points for each in _given(point)]
    return max(given, key=lambda each: each.briefing.date).indicator.name if given else None


def _given(point: Point | Gap) -> tuple[Given, ...]:
    from briefing_tui.series import Gap

    return () if isinstance(point, Gap) else point.given


def _head(line: Line) -> str:
    """`month, vehicles`; a kind and a standing only where they are not the common ones."""
    from briefing_tui.quantity import unit_words

    span = {"none": "no period", "open": "since a date", "other": "other period"}.get(line.span, line.span)
    status = "" if line.status == "actual" else line.status
    return ", ".join(part for part in (span, line.kind, unit_words(line.unit).strip(), status) if part)


def _print(lines: tuple[Line, ...], streams: Streams) -> None:
    from briefing_tui.export.layout import columns
    from briefing_tui.series import GAP_BLOCK, Gap

    streams.write(f"{_name(lines)}\n" if lines else "")
    stepped = revised = False
    for line in lines:
        streams.write(f"\n{_head(line)}  {line.blocks}".rstrip() + "\n")
        rows: list[tuple[str, ...]] = []
        for point, block in zip(line.points, line.blocks or " " * len(line.points), strict=True):
            if isinstance(point, Gap):
                rows.append((_missing(point), GAP_BLOCK, "not given", "", ""))
                continue
            stepped, revised = stepped or point.step is not None, revised or point.revised
            rows += _rows(point, block)
        streams.write(columns(("Period", "", "Figure", "Against before", "Given in"), rows, streams.width, (0, 2, 3)))
    if stepped:
        streams.say("changes are computed from the figures as said; per cent rounded to one decimal")
    if revised:
        streams.say("where briefings differ on a period, the newest counts")


def _rows(point: Point, block: str) -> Iterable[tuple[str, ...]]:
    """What counts, and under it what other briefings gave for the same period."""
    *older, last = point.given
    period = last.indicator.period_words or "–"
    yield (period, block, _figure(last), _step_words(point.step), str(last.place))
    for each in reversed(older):
        word = "revised from" if _figure(each) != _figure(last) else "as in"
        yield ("", "", f"{word} {_figure(each)}", "", str(each.place))


def _figure(given: Given) -> str:
    indicator = given.indicator
    return indicator.growth_words if indicator.kind == "growth" else indicator.figure


def _step_words(step: Step | None) -> str:
    """`▲ +25 (+20.0 %)`; the unit is the figure's but where percentages differ by points."""
    from briefing_tui.quantity import Change

    if step is None:
        return ""
    points = step.unit == "percentage points"
    words = Change(step.difference, "percentage points" if points else "").words
    return words if step.per_cent is None else f"{words} ({Change(step.per_cent, '%').words.partition(' ')[2]})"


def _missing(gap: Gap) -> str:
    return gap.first if gap.count == 1 else f"{gap.first} to {gap.last} ({gap.count} missing)"


def _shape(line: Line) -> dict[str, Any]:
    return {
        "unit": line.unit,
        "period_kind": line.span,
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

    indicator, top = given.indicator, given.indicator.value_max
    return {
        "briefing": given.briefing.id,
        "date": given.briefing.date.isoformat(),
        "place": str(given.place),
        "figure": _figure(given),
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
