"""What the screen and the command say of a series: its name, its lines, steps, gaps and revisions."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefing_tui.model import NOT_TOLD
from briefing_tui.quantity import POWERS, Change, Scale, unit_words
from briefing_tui.series import EXACT, Gap, Given, Line, Step, several_organisers
from briefing_tui.wording import figure_words


def series_name(lines: tuple[Line, ...]) -> str | None:
    """As the newest briefing that gives it names it; None where none does."""
    given = [each for line in lines for point in line.points if not isinstance(point, Gap) for each in point.given]
    return max(given, key=lambda each: each.briefing.date).indicator.name if given else None


def line_words(line: Line) -> str:
    """`month, level, vehicles`, `9 months, level, vehicles`; a standing only where it is not the common one."""
    status = "" if line.status == "actual" else line.status
    time = "no period" if line.span == "none" else line.length or line.span
    parts = (time, line.kind, unit_words(line.unit).strip(), status)
    return ", ".join(part for part in parts if part)


def line_heads(lines: tuple[Line, ...]) -> tuple[tuple[str, str, str], ...]:
    """For each line its words, its blocks, and whose it is where there are several organisers."""
    several = several_organisers(lines)
    return tuple((line_words(each), each.blocks, _organiser(each) if several else "") for each in lines)


def _organiser(line: Line) -> str:
    newest = line.newest
    return "organiser not told" if newest.organiser == NOT_TOLD else newest.organiser_short or newest.organiser


def apart_words(lines: tuple[Line, ...]) -> Iterator[str]:
    """Why figures of one id stand in lines of their own, where that is for whose they are."""
    if several_organisers(lines):
        yield "organisers are not set against each other"
        if any(each.newest.organiser == NOT_TOLD for each in lines):
            yield "one not told yet: organiser in briefing.toml tells it"


def step_words(step: Step | None) -> str:
    """`▲ +25 (+20.0 %)`, `▼ −0.5 billion USD (−4.0 %)`: as the earlier figure was said, a bare unit left out.

    Percentages differ by points.
    """
    if step is None:
        return ""
    scale = step.before.indicator.scale
    unit = f"{scale}{unit_words(step.unit)}" if scale else step.unit if step.unit == "percentage points" else ""
    words = Change(_in_scale(step.difference, scale), unit).words
    return words if step.per_cent is None else f"{words} ({Change(step.per_cent, '%').words.partition(' ')[2]})"


def _in_scale(number: Decimal, scale: Scale | None) -> Decimal:
    """−500,000,000 in billions is −0.5, exactly."""
    return number.scaleb(-POWERS[scale], EXACT).normalize(EXACT) if scale else number


def earlier_words(earlier: Given, last: Given) -> str:
    """What an earlier briefing gave for the same period: `revised from 126 ships`."""
    words = figure_words(earlier.indicator)
    return f"{'revised from' if words != figure_words(last.indicator) else 'as in'} {words}"


def missing_words(gap: Gap) -> str:
    """`Mar 2024`, or `Mar 2024 to May 2024 (3 missing)`."""
    return gap.first if gap.count == 1 else f"{gap.first} to {gap.last} ({gap.count} missing)"
