"""Figures for made briefings: the same indicators again and again, so that there are series to follow."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product

_THINGS = (
    "Steel",
    "Cement",
    "Grain",
    "Vehicle",
    "Battery",
    "Turbine",
    "Cable",
    "Paper",
    "Fruit",
    "Fish",
    "Timber",
    "Wine",
)
_WAYS = (
    ("output", "million", "tonnes"),
    ("exports", "billion", "USD"),
    ("investment", "billion", "CNY"),
    ("stocks", "million", "tonnes"),
    ("workers", "thousand", "people"),
)


@dataclass(frozen=True)
class Figure:
    """One figure of one briefing, with the sentence that says it."""

    id: str
    name: str
    topic: str
    value: Decimal
    scale: str
    unit: str
    change: Decimal
    period: str

    @property
    def quote(self) -> str:
        return f"{self.value} {self.scale} {self.unit}, {'up' if self.change > 0 else 'down'} {abs(self.change)}%"

    @property
    def sentence(self) -> str:
        return f"{self.name} came to {self.quote} year on year."

    def table(self, at: str, source: int) -> str:
        """The indicator in TOML, said at one place."""
        return f"""
[[indicator]]
id = "{self.id}"
name = "{self.name}"
topic = "{self.topic}"
kind = "level"
value = {self.value}
scale = "{self.scale}"
unit = "{self.unit}"
change = {{ value = {self.change}, unit = "%", basis = "year on year" }}
period = "{self.period}"
mentions = [
  {{ at = "{at}", quote = "{self.quote}", source = {source} }},
]
"""


def figures(chance: random.Random, day: date, count: int) -> list[Figure]:
    """Some indicators as they stand on a day, none twice."""
    chosen = chance.sample(list(product(_THINGS, _WAYS)), count)
    return [_figure(chance, day, thing, *way) for thing, way in chosen]


def _figure(chance: random.Random, day: date, thing: str, way: str, scale: str, unit: str) -> Figure:
    change = chance.choice([each for each in range(-99, 400) if each])
    return Figure(
        id=f"{thing}-{way}".lower(),
        name=f"{thing} {way}",
        topic=thing.lower(),
        value=Decimal(chance.randint(1000, 99_999)).scaleb(-2),
        scale=scale,
        unit=unit,
        change=Decimal(change).scaleb(-1),
        period=f"{day.year - (day.month == 1):04}-{(day.month - 2) % 12 + 1:02}",
    )
