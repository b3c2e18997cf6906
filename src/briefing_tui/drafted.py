"""What the program drafted, kept beside the draft: a later import knows by it which fields a person changed since."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from typing import Any

from briefing_tui.indicator import Indicator
from briefing_tui.model import Briefing
from briefing_tui.quantity import plain

FILE = ".drafted.json"  # in the briefing's folder
_DECISIONS = {"candidate", "dismissed"}

Told = dict[str, str]


@dataclass(frozen=True, slots=True)
class Drafted:
    """The figures as they were drafted, by where they stand."""

    figures: dict[str, Told]

    def fields_of(self, indicator: Indicator) -> Told | None:
        """What was drafted where the figure stands; None where nothing was, or other words were quoted."""
        return self.figures.get(told(indicator)["mentions"])


def drafted(briefing: Briefing) -> Drafted:
    """What a fresh draft says of its figures."""
    return _by_place(told(each) for each in briefing.indicators)


def written(draft: Drafted) -> str:
    lines = (json.dumps(each, ensure_ascii=False) for each in draft.figures.values())
    return "[\n" + ",\n".join(lines) + "\n]\n"


def read_drafted(text: str) -> Drafted | None:
    """None where the text is not what `written` wrote."""
    try:
        figures = json.loads(text)
    except ValueError:
        return None
    rows = figures if isinstance(figures, list) else [figures]
    if not all(isinstance(each, dict) and isinstance(each.get("mentions"), str) for each in rows):
        return None
    return _by_place(rows)


def told(thing: Any) -> Told:
    """The fields of a value that are not at their defaults, as text; of a figure all but what was decided on it."""
    given = ((field.name, getattr(thing, field.name), field.default) for field in fields(thing))
    return {name: _text(value) for name, value, default in given if name not in _DECISIONS and value != default}


def differing(one: Told, other: Told) -> set[str]:
    """The names of the fields that are not the same in both, the places aside."""
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)} - {"mentions"}


def _by_place(figures: Iterable[Told]) -> Drafted:
    return Drafted({each["mentions"]: each for each in figures})


def _text(value: object) -> str:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, tuple):
        return "; ".join(map(_text, value))
    return " ".join(told(value).values()) if is_dataclass(value) else str(value)
