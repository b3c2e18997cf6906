"""A small good briefing, for tests that spoil one thing of it."""

from pathlib import Path

from briefing_tui.model import Loaded
from briefing_tui.problem import Problem
from made_briefing import folder_of

HEADER = """title = "A briefing"
organiser = "Office"
date = 2024-10-23

[[document]]
id = "transcript"
kind = "transcript"
title = "Transcript"
sections = ["q1", "q2"]

[[speaker]]
id = "zhao"
name = "Zhao"
role = "panel"
organisation = "Ministry"
posts = []

[[outlet]]
id = "cctv"
name = "CCTV"
"""
Q1 = """kind = "exchange"
title = "Cars"
outlet = "cctv"

[[turn]]
kind = "answer"
speaker = "zhao"

[[turn.paragraph]]
source = [4]
text = \"\"\"
Output rose 5.8% and
sales rose 3%, twice 3%; a fall of 12 followed.\"\"\"

[[indicator]]
id = "output"
name = "Output"
topic = "industry"
kind = "growth"
value = 5.8
unit = "%"
period = "2024-01/2024-09"
mentions = [
  { at = "q1/1", quote = "5.8% and sales", source = 4 },
]
"""
Q2 = """kind = "exchange"
title = "Ships"
outlet = "cctv"

[[turn]]
kind = "answer"
speaker = "zhao"

[[turn.paragraph]]
source = [7]
text = "There are 70 ships."

[[indicator]]
id = "ships"
name = "Ships"
topic = "industry"
kind = "count"
value = 70
mentions = [{ at = "q2/1", quote = "70 ships", source = 7 }]
"""
FILES = {"briefing": HEADER, "q1": Q1, "q2": Q2}


def laid(folder: Path, **texts: str | bytes) -> Path:
    """A briefing's folder with some of its files different."""
    return folder_of(folder / "b-2024", **{**FILES, **texts})


def with_change(old: str, new: str, text: str = Q1) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def line_of(words: str, text: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)


def only(loaded: Loaded) -> Problem:
    assert len(loaded.problems) == 1, [str(problem) for problem in loaded.problems]
    return loaded.problems[0]


def indicators(loaded: Loaded) -> list[str]:
    assert loaded.briefing is not None
    return [indicator.id for indicator in loaded.briefing.indicators]
