"""What stands between a subject and its figure: `rates rose by`, `output in May was about`."""

from __future__ import annotations

_SAID = """
unchanged steady stable constant earlier ago
reach reaches reached reaching exceed exceeds exceeded exceeding total totals totaled totaling totalling stood stand
stands hit was were is are be been being rose risen grew grown increase increased increasing fell fallen decline
declined dropped decreased expanded contracted surged jumped climbed gained advanced soared plunged tumbled slumped
slowed slipped eased edged dipped totalled slid sank up down accounted accounting account accounts amount amounted
amounting amounts came went number numbers numbered numbering approach approaches approached approaching surpass
surpassed surpasses surpassing has have had will would contributed maintain maintained achieved registered recorded
saw experienced make makes made remain remained serving show shows posted average averaged ranging clinched doubled
tripled ranking rank ranked expected projected likely estimated helped compared to by at of from with a an the for in
on as into than its their among about and or between minus plus now also already only just far respectively it we they
there you i annual annually year-on-year
"""
_WORDS = frozenset(_SAID.split())
_PHRASES = ("year on year", "quarter on quarter", "month on month", "rates registered", "rate registered", " the first")


def without_tail(words: str) -> str:
    """A phrase without the verbs and small words that lead from it to a figure: `rates rose by`."""
    kept = words.rstrip()
    while kept:
        last = kept.rfind(" ") + 1
        phrase = next((each for each in _PHRASES if kept.lower().endswith(each)), "")
        if not phrase and kept[last:].lower() not in _WORDS:
            break
        kept = kept[: -len(phrase) if phrase else last].rstrip()
    return kept
