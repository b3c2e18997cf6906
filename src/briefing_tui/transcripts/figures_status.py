"""Whether a figure is reached or only said to come: expected, projected, a target, intended, by its own clause."""

from __future__ import annotations

import re

from briefing_tui.indicator import IndicatorKind, Status
from briefing_tui.transcripts.figures_patterns import spoken

_TALK = (
    "see|note|notice|say|tell|talk|speak|recall|remember|know|find|take|answer|ask|start|begin|share|give|turn|show|hear"
    "|mention|remind|recognize|understand|like|have|also|just|now|then|add that|point"
)
_MOVES = (
    "be|reach|rise|fall|grow|increase|decrease|decline|drop|cost|create|save|bring|require|raise|cut|reduce|total"
    "|exceed|come|remain|stay"
)
_WILL = rf"(?:(?<!\bI\s)(?<!\byou\s)(?:will|would)|(?<!\bI)(?<!\byou)['’]ll) (?!(?:{_TALK})\b)"
# What a speaker tells of; where two kinds are said of one figure it is `expected`, which claims the least.
_CUES: tuple[tuple[Status, str], ...] = (
    ("projected", r"\b(?:projected|projections?(?: (?:of|for|is|was|that))|(?:we|they|who|now) project)\b"),
    (
        "target",
        (
            r"\b(?:(?:target|goal|objective)s? (?:of|is|was|to|for|at)|targeting|targets? (?:an?|growth)"
            r"|aim(?:s|ed|ing)? (?:to|at|for|of))\b"
        ),
    ),
    ("intended", r"\b(?:plan(?:s|ned|ning)? to|intend(?:s|ed|ing)? to|intention (?:of|to))\b"),
    (
        "expected",
        (
            r"(?<!than\s)(?<!as\s)\b(?:expect(?:s|ed|ing|ations? (?:of|for|is|that))?|anticipat(?:es?|ed|ing)"
            r"|forecast(?:s|ed|ing)?|(?:is|are) (?:now )?seen (?:at|as|to|ris|grow|fall)\w*|(?:is|are|was"
            r"|were) (?:all )?set to|likely to|on (?:track|course) to"
            rf"|(?:could|may|might) (?:{_MOVES}))\b|{_WILL}"
        ),
    ),
)
_CUE = re.compile(spoken("|".join(f"(?P<{status}>{words})" for status, words in _CUES)))
# One of these stands in every cue.
_CUED = (
    "project", "target", "goal", "objective", "aim", "plan", "intend", "intention", "expect", "anticipat", "forecast",
    "seen", "set to", "set\nto", "likely", "track", "course", "could", "may", "might", "will", "would", "ll",
)  # fmt: skip
_BEHIND = re.compile(
    spoken(
        r"(?: [^\W\d][\w'’-]*){0,6}? (?:(?:is|are|was|were) (?:now |also |all )?(?:(?P<projected>projected)"
        r"|(?P<target>targeted)|(?P<intended>planned)|(?P<expected>expected|forecast|set to))"
        rf"|will (?!(?:{_TALK})\b)(?P<will>\w+))\b"
    )
)
_FORESEEN = re.compile(
    spoken(r" (?:(?:growth|inflation|increase|rise) )?(?:(?P<expected>forecast)|(?P<projected>projection))s?\b")
)
# A clause of its own: what is said to come before it says nothing of the figures behind it.
_ENDS = re.compile(
    spoken(
        r"[;:—]|--|\b(?:but|while|whereas|although|though|because|since|after|given|compared)\b"
        r"|\b(?:know|knows|note|noted|shows?|showed|said|say) that\b"
        r"|\b(?:and|which|who|that) (?:has|have|had|was|were|did|is|are)\b(?! (?:expect|projec|forec|set|plan|likel))"
        r"|, (?:and|so|which) (?=(?:\S+ ){4,})"
    )
)
_STOOD = re.compile(
    spoken(r"\b(?:from|than|versus|compared (?:to|with)|already|has|had|have|rose|fell|grew) (?:\w+ )?$")
)
# `stabilize growth in ten industries` counts what there is.
_AMONG = re.compile(r"\b(?:(?<!result\s)(?<!resulting\s)(?<!bring\s)in|across|among|with)\s+(?:the\s+|our\s+)?$")
# What is only asked, debated or supposed did not happen.
_SUPPOSED = re.compile(
    spoken(
        r"\b(?:whether|unless|hypothetical(?:ly)?|suppos(?:e|ing)|imagine|assum(?:e|es|ing)|pros and cons|debat\w+"
        r"|(?<!\bno\s)(?:question|possibility|prospect|idea|option|argument) (?:of|for)|what if"
        rf"|(?<!\bas\s)(?<!\beven\s)(?<!\bonly\s)if (?!(?:you|we|i|one) (?:{_TALK}|look|compare|go|may|can|will"
        rf"|count|include|exclude|consider)"
        r"\b|anything|not\b|so\b|any\b)(?=[^,]*$))",
    ),
    re.IGNORECASE,
)
# One of these stands in every denial.
_DENIALS = ("not", "n't", "n’t", "never", "no longer", "fail", "deni", "deny", " no ")
# One of these stands in what they look for.
_SUPPOSES = (
    "if", "whether", "unless", "hypothe", "suppos", "imagin", "assum", "pros", "debat", "question", "possib",
    "prospect", "idea", "option", "argument",
)  # fmt: skip
_WEIGHS = ("discuss", "consider", "weigh", "propos", "contempl")
# A rate or an amount that is weighed; a count of what is weighed is one.
_WEIGHED = re.compile(
    spoken(r"\b(?:discuss|consider|weigh|propos|contemplat)(?:e[sd]?|s|ed|ing)?(?: (?:of|over|on))? (?:\S+ ){0,5}$")
)
_ASKED = re.compile(
    spoken(
        r"^[\s\"“]*(?:(?:and|but|so|or|then) )?(?:(?:would|should|could|might|will) (?!(?:you|we|i) (?:please"
        r"|just|also|tell"
        rf"|{_TALK}|comment|explain|elaborate|clarify|expand|confirm|describe|provide)\b)"
        r"|(?:did|does|do) (?!(?:you|we|i)\b))[^?]*$"
    ),
    re.IGNORECASE,
)
_DENIED = re.compile(
    spoken(
        r"(?:\b(?:(?:do|does|did|has|have|had|is|are|was|were|will|would|could|can|should|may|might) not|cannot"
        r"|\w+n['’]t|\w+['’](?:s|re) not|never|no longer|fail(?:s|ed)? to|den(?:y|ies|ied)(?: that)?"
        r"|there (?:is|was|were|are) no)\b"
        r"(?! (?:only|just|merely|simply|yet been without|until|know|say|least))"
        r"(?: (?!(?:because|that|which|until|before|than|but|when|while|so|as|who|below|under|without|if|what"
        r"|how|with|where|for|in)\b)[\w'’-]+){0,4} )$"
    ),
    re.IGNORECASE,
)
_NEAR = 300
_RANGES = re.compile(spoken(r"\b(?:rang(?:e|es|ing)|anywhere|will have) (?:from )?$"))


def status_of(text: str, start: int, end: int, kind: IndicatorKind) -> Status:
    """The status of the figure at `text[start:end]` of a masked sentence."""
    if kind == "target":
        return "target"
    near = text[max(0, start - _NEAR) : start]
    clause = near[max((match.end() for match in _ENDS.finditer(near)), default=0) :]
    if _supposed(text, near, clause, kind):
        return "expected"
    if (_STOOD.search(clause) and not _RANGES.search(clause)) or (kind == "count" and _AMONG.search(clause)):
        return "actual"
    if any(map(clause.__contains__, _CUED)) and (cues := {match.lastgroup for match in _CUE.finditer(clause)}):
        return _one(cues)
    behind = _FORESEEN.match(text, end) or _BEHIND.match(text, end, end + _NEAR)
    return _one({behind.lastgroup}) if behind else "actual"


def _supposed(text: str, near: str, clause: str, kind: IndicatorKind) -> bool:
    """Whether the words that lead to a figure only ask for it, debate or suppose it."""
    if text.rstrip(' "”’').endswith("?") and _ASKED.search(near):
        return True
    words = clause.lower()
    if any(map(words.__contains__, _SUPPOSES)) and _SUPPOSED.search(clause):
        return True
    weighs = kind != "count" and any(map(words.__contains__, _WEIGHS))
    return weighs and _WEIGHED.search(clause) is not None


def denied(text: str, start: int) -> bool:
    """Whether the words before a figure say that it is not so: `prices did not rise 5%`, `3.5%, not 5%`."""
    near = text[max(0, start - 80) : start]
    return near.rstrip().endswith((" not", "\nnot")) or (
        any(map(near.__contains__, _DENIALS)) and _DENIED.search(near) is not None
    )


def _one(cues: set[str | None]) -> Status:
    return next((status for status, _ in _CUES if cues == {status}), "expected")
