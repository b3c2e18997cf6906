"""Which institution gives the conference, by what stands above the talk: said as it is printed, or absent."""

from __future__ import annotations

import re

from briefing_tui.transcripts.lexicon import HOLDERS, PARTICLES
from briefing_tui.transcripts.names import BODY
from briefing_tui.transcripts.source import Line, Source

_KEYS = (
    "organiser",
    "organizer",
    "organisation",
    "organization",
    "institution",
    "publisher",
    "site_name",
)
_NAME = r"(?P<name>[A-Z][\w&.'’-]*(?:(?: (?:of|and|the|for))? [A-Z][\w&.'’-]*)*)"
_HOLDER = re.compile(
    rf"(?:^|\bThe )\s*{_NAME} (?:\([A-Z]+\) )?"
    r"(?:(?:held|hosted|gave|holds) (?:a|its|the)\b|brief(?:s|ed) (?:the )?(?:press|media|reporters|journalists)\b)"
)
_HAN_HOLDER = re.compile(
    r"(?:[，,日午]|^)\s*(?P<name>(?:(?!在)[\u4e00-\u9fff]){4,24}?)(?:在[\u4e00-\u9fff\d]{2,20})?(?:举行|召开)"
)
_HAN_SPOKEN = re.compile(
    r"(?:^|日|[^\u4e00-\u9fff])(?P<name>(?!日)[\u4e00-\u9fff]{2,14}?(?:部|委员会|局|办公室|署|厅|院))(?:新闻)?发言人"
)
_SIGNS = {
    "white house": "White House",
    "whitehouse": "White House",
    "james s. brady": "White House",
    "state.gov": "Department of State",
    "federalreserve": "Federal Reserve",
    "fomc": "Federal Reserve",
    "ecb": "European Central Bank",
    "foreign ministry": "Foreign Ministry",
}
# No name goes on behind one of these, and no letterhead holds it.
_EVENT = re.compile(
    r"\s*\b(?:press|media|news|briefing|conference|transcript|call|report|review|results|statement|interview|policy|outlook|subjects?|q&a|hon|mp)\b.*$",
    re.I,
)
_LETTERHEAD = re.compile(r"\s*(?:THE )?[A-Z][A-Z .&]{6,60}$")
# `Marrow Shipyards Ltd (MRSY)`, `Corvane Copper Corp (CVCU) Q3 2029 Earnings Call`
_COMPANY = re.compile(
    r"\s*(?P<name>[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,4}?)(?: \([A-Z.:]{2,8}\)| (?=\(publ\)))(?:\s|$)"
)
_BODY = re.compile(
    r"(?P<name>(?:(?:[A-Z][\w&.'’-]+|U\.S\.) ){0,4}(?:Ministry|Department|Bureau|Commission|Agency|Reserve(?: Board)?|"
    r"Central Bank|Treasury|Administration|Organi[sz]ation|Authority|Museum|Trust|Institute|University|Federation)\b"
    r"(?: Hospitals?\b)?(?: of (?:the )?[A-Z]\w+(?: (?:and )?[A-Z]\w+)*)?)"
)
_LANGUAGES = re.compile(r"(?: [A-Z]{2}\b)+$")
_LINES, _FIRST = 12, 4
_MOST_WORDS = 9

Found = tuple[str, Line | None, str]


def organiser(source: Source, title: str, lines: list[Line]) -> Found | None:
    """The name, with the line and the reason where it is a guess; None where nothing tells it."""
    if told := next((source.front[key] for key in _KEYS if source.front.get(key)), ""):
        return told, None, ""
    for line in lines[:40]:
        if matched := _HOLDER.search(line.text) or _HAN_HOLDER.search(line.text):
            return matched["name"].removeprefix("The "), None, ""
    if spoken := next((said for line in lines[:_LINES] if (said := _HAN_SPOKEN.search(line.text))), None):
        return spoken["name"], None, ""
    return _known(source, title, lines) or _at_the_top(lines) or _named(lines)


def _known(source: Source, title: str, lines: list[Line]) -> Found | None:
    """One of the few whose address or rooms tell them."""
    told = (source.front.get("source_url", ""), source.front.get("url", ""), title)
    where = " ".join((*told, *(line.text for line in lines[:_LINES]))).lower()
    for sign, name in _SIGNS.items():
        if re.search(rf"(?<![a-z]){re.escape(sign)}" if len(sign) < 5 else re.escape(sign), where):
            return name, lines[0] if lines else None, "the header or the address names it"
    return None


def _at_the_top(lines: list[Line]) -> Found | None:
    """A letterhead: in capitals, an institution alone on its line, or a company with its sign at the exchange."""
    for line in lines[:_FIRST]:
        text = line.text.strip()
        if company := _COMPANY.match(text):
            name = company["name"]
            name = _in_small(name) if name.isupper() else name
            return name, line, "a company and its sign at the exchange stand at the top"
        if not _EVENT.search(text) and _LETTERHEAD.match(text) and text.split()[0].casefold() not in HOLDERS:
            return _in_small(text), line, "it stands in capitals at the top"
        words = text.split()
        if 1 < len(words) <= _MOST_WORDS and _is_body(text) and not _EVENT.search(text):
            return _LANGUAGES.sub("", text.removeprefix("The ")), line, "it stands alone at the top"
    return None


def _is_body(text: str) -> bool:
    """Whether a line is the name of an institution and nothing else."""
    alone = all(word[0].isupper() or word.casefold() in PARTICLES for word in text.split())
    named = BODY.search(text) or re.search(r"\b(?:Museum|Trust|Library|Hospital|Festival)\b", text)
    return alone and named is not None and not re.search(r"[,:;|>\d]", text)


def _named(lines: list[Line]) -> Found | None:
    """The first institution with a name of its own: `the Agency` is none."""
    for line in lines[:_LINES]:
        for matched in _BODY.finditer(line.text):
            name = _LANGUAGES.sub("", _EVENT.sub("", matched["name"]).strip().removeprefix("The "))
            if len(name.split()) > 1:
                return name, line, "it is the first institution the header names"
    return None


def _in_small(text: str) -> str:
    """A name in capitals as it is written elsewhere: `Department of the Treasury`."""
    words = text.removeprefix("THE ").title().split()
    return " ".join(word.lower() if at and word.casefold() in PARTICLES else word for at, word in enumerate(words))
