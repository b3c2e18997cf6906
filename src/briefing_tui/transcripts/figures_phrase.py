"""The noun phrase in the words that lead to a figure: `policy rate` of `board decided to lower the policy rate`.

By lists of verbs, not by grammar: where no noun is left, there is no name.
"""

from __future__ import annotations

import re

from briefing_tui.transcripts.figures_words import ACTS, ALONE, EMPTY, REPORTS, STATES

_DETERMINED = re.compile(r"(?:the|a|an|its|our|their|his|her|my|your|this|these)\s+", re.IGNORECASE)
# A word that tells by its end that it names nothing: `changed`, `nationally`; not `speed` nor `supply`.
_DEED = re.compile(
    r"(?!(?:sp|s|n|f|w|b|sh|br|gr|cr|bl)e?ed$|hundred$|supply$|family$|assembly$|italy$|july$"
    r"|anomaly$|monopoly$|fly$|rally$|ally$)"
    r"[a-z]{2,}(?:ed|ly)",
    re.IGNORECASE,
)
_MANY = 8


def noun_phrase(words: str) -> str:
    """The part of a phrase that names something, `""` where nothing does."""
    said = words.split()
    while (reports := _first(said[:_MANY], REPORTS)) is not None:
        said = said[reports + 1 :] or said[:reports]
    verb = _first(said, ACTS)
    if verb is not None:
        object_ = _object(said[verb + 1 :])
        said = object_ or said[:verb] or said[1:]
    if (state := _first(said, STATES)) is not None:
        said = said[:state] or said[state + 1 :]
    return _bare(said)


def _first(said: list[str], verbs: frozenset[str]) -> int | None:
    """Where the first of some verbs stands; `value added` holds none."""
    last = [""] + [word.lower() for word in said]
    return next((at for at, word in enumerate(last[1:]) if word in verbs and last[at] != "value"), None)


def _object(said: list[str]) -> list[str]:
    """What a verb acts on, where an article or owner tells that it is a thing: `the tax on new cars`."""
    later = _first(said, ACTS)
    if later is not None:
        return _object(said[later + 1 :]) or said[:later]
    return said[1:] if len(said) > 1 and _DETERMINED.fullmatch(f"{said[0]} ") else []


def _bare(said: list[str]) -> str:
    while said and said[0].lower().strip("'’") in EMPTY:
        said = said[1:]
    while said and said[-1].lower().strip("'’") in EMPTY:
        said = said[:-1]
    return "" if len(said) == 1 and (said[0].lower() in ALONE or _DEED.fullmatch(said[0])) else " ".join(said)
