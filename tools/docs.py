"""Write into README.md what is told elsewhere: the keys and commands that the code declares, the figures measured.

`--check` writes nothing and fails where the documents are not up to date.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from textual.binding import Binding

from briefing_tui.commands import COMMANDS
from briefing_tui.commands.explore import EXPLORE
from briefing_tui.ui.bar import key_words
from briefing_tui.ui.changes import Changes, Differences
from briefing_tui.ui.comparison import Comparison, Verdicts
from briefing_tui.ui.indicators import Indicators
from briefing_tui.ui.keys import APP_KEYS, EXPLORER_KEYS, FIND_KEYS
from briefing_tui.ui.library import Catalogue, Shelf
from briefing_tui.ui.lines import Lines
from briefing_tui.ui.reader import Reader
from briefing_tui.ui.sections import Sections
from briefing_tui.ui.series import Points, Timeline
from briefing_tui.ui.speakers import Speakers

README = Path(__file__).parents[1] / "README.md"
RESULTS = README.parent / "benchmarks" / "RESULTS.md"
MEASURED = (
    "first content on the screen, warm",
    "first live screen, a key answered",
    "bytes until the first live screen",
    "line down",
    "page of text down",
    "time until still after a key, median",
    "`j` held 2 s on 2 kB/s: caught up after release, against less",
    "idle for 5 s: bytes",
    "leaving, `q` to the prompt",
    "memory, shipped briefing",
    "search for each key, first hits, p95, 1,000 briefings",
    "import, structure and figures",
)
PLACES = {
    "everywhere": [*Lines.BINDINGS, *FIND_KEYS, *EXPLORER_KEYS, *APP_KEYS],
    "speakers": Speakers.BINDINGS,
    "sections": Sections.BINDINGS,
    "text": Reader.BINDINGS,
    "indicators": Indicators.BINDINGS,
    "comparison": [*Verdicts.BINDINGS, *Comparison.BINDINGS],
    "series": [*Points.BINDINGS, *Timeline.BINDINGS],
    "changes": [*Differences.BINDINGS, *Changes.BINDINGS],
    "library": [*Shelf.BINDINGS, *Catalogue.BINDINGS],
}


def keys() -> str:
    """A table with a row for each action: its keys, where they work, what they do."""
    rows = ["| key | in | does |", "|---|---|---|"]
    for place, bindings in PLACES.items():
        for binding in bindings:
            assert isinstance(binding, Binding)
            names = " ".join(f"`{key_words(key)}`" for key in binding.key.split(","))
            rows.append(f"| {names} | {place} | {binding.tooltip} |")
    return "\n".join(rows)


def commands() -> str:
    """A table with a row for each command: an example, and what it does."""
    rows = ["| for example | does |", "|---|---|"]
    for command in (EXPLORE, *COMMANDS.values()):
        example = command.example.replace("|", r"\|")
        rows.append(f"| `{example}` | {command.help} |")
    return "\n".join(rows)


def measured() -> str:
    """The rows of the results that say most, as the last run of `make bench` wrote them."""
    lines = [line.strip("| ").split(" | ") for line in RESULTS.read_text(encoding="utf-8").splitlines()]
    told = {cells[0]: cells for cells in lines if len(cells) >= 5}
    rows = ["| what | measured | goal | beside it |", "|---|---|---|---|"]
    for what in MEASURED:
        _, value, goal, _, beside, *_ = told[what]
        rows.append(f"| {what} | {value} | {goal} | {beside.strip(' |')} |")
    return "\n".join(rows)


def written(text: str) -> str:
    """The text with each generated part between its comments made anew."""
    for name, make in (("keys", keys), ("commands", commands), ("measured", measured)):
        pattern = rf"(<!-- {name}: [^>]*-->\n).*?(<!-- end of {name} -->)"
        made = make()
        text, count = re.subn(pattern, lambda part: f"{part[1]}\n{made}\n\n{part[2]}", text, flags=re.DOTALL)  # noqa: B023
        if count != 1:
            sys.exit(f"{README}: the comments around the {name} are missing")
    return text


def main() -> int:
    old = README.read_text(encoding="utf-8")
    new = written(old)
    if "--check" in sys.argv:
        if new != old:
            print("README.md is not up to date: make docs", file=sys.stderr)
        return int(new != old)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
