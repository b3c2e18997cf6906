"""The closed list of people that a header gives: names, posts, organisations, who is in the chair."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefing_tui.model import Role
from briefing_tui.transcripts.lexicon import HONORIFICS, OFFICES, PARTICLES
from briefing_tui.transcripts.names import key_of, words_of
from briefing_tui.transcripts.source import Line

_KEY = re.compile(
    r"\s*(?P<key>Speakers?|Chair(?:person|man|woman)?|Moderators?|Hosts?|Panel(?:l?ists)?|Presenters?|Participants|"
    r"Attendees|发布人|发言人|出席嘉宾|嘉宾|主持人|主持)\s*(?:[:：]\s*(?P<rest>.*))?$",
    re.I,
)
_OTHER_KEY = re.compile(r"\s*(?:Date|Time|Place|Venue|Location|Contents?|Topic|Subject|时间|地点)\s*[:：]", re.I)
_CHAIR = re.compile(r"chair|moderator|host|主持", re.I)
_PIECE = r"[A-ZÀ-Þ][\w'’.-]*"
_SMALL = "|".join(sorted(PARTICLES - {"&", "'s", "and", "at", "for", "in", "on", "the", "to", "with"}))
_ENTRY = re.compile(
    r"\s*(?:[-*•]\s*)?(?:(?:Mr|Ms|Mrs|Dr|Prof|H\.E)\.? )?"
    rf"(?P<name>{_PIECE}(?: (?:(?:{_SMALL}) )*{_PIECE}){{1,4}}),\s*"
    r"(?P<post>\w.{3,260}?)[\s,;.]*$"
)
_HAN_ENTRY = re.compile(
    r"\s*(?P<post>[\u4e00-\u9fff、，（）()]{3,80}?)[\s\u3000]+(?P<name>[\u4e00-\u9fff·]{2,8})(?:先生|女士)?\s*$"
)
_HAN_POST = re.compile(r"(?:长|主任|书记|发言人|总工程师|主席|专家|教授|院士|总经理)$")
_POST = re.compile(
    r"\b(president|chair\w*|director|minister|secretary|governor|spokes\w+|chief|head|officer|commissioner|ambassador|"
    r"administrator|general|counsel|economist|engineer|member|deputy|vice|analyst|professor|editor|manager|partner|"
    r"adviser|advisor|envoy|mayor|ceo|cfo)\b",
    re.I,
)
_OFFICE = "|".join(each.title() for each in sorted(OFFICES))
_BY_TITLE = re.compile(
    rf"\bby (?:the )?(?P<post>[^,]*?\b(?:{_OFFICE})(?: (?:of|for) [^,]+(?=,))?),? "
    rf"(?P<name>{_PIECE}(?: (?:(?:{_SMALL}) )*{_PIECE}){{1,3}})(?=,|\s*$)"
)
_SHORT = re.compile(r"(?:of|at|for|,)(?: the)? (?P<name>[A-Z][^()]*?) \((?P<short>[A-Z][\w&.-]{1,9})\)")
_OF = re.compile(r".*\b(?:of|at|for) (?:the )?(?P<name>[A-Z].*)")
_AND = re.compile(r",? and (?=[a-z]|[A-Z]{2,} [a-z])")
_BETWEEN = re.compile(r"\b(?:by|with|and)\b|[,;:]", re.I)


@dataclass(frozen=True, slots=True)
class Person:
    """One entry of the header. `line` is where it stands, `keyed` says that a list such as `Speakers:` holds it."""

    name: str
    role: Role
    posts: tuple[str, ...]
    organisation: str
    organisation_short: str | None
    line: int
    keyed: bool = True


def people(lines: list[Line], most: int = 80) -> list[Person]:
    """Everyone listed among the first lines, or anywhere below `Speakers:`, once each; the longest entry wins."""
    found: dict[str, Person] = {}
    printed: dict[str, str] = {}
    role: Role | None = None
    since = 0
    for at, line in enumerate(lines):
        text = line.text
        if not line.number or (at >= most and role is None and len(text) > 40):
            continue
        if key := _KEY.match(text):
            role, since, text = ("chair" if _CHAIR.search(key["key"]) else "panel"), 0, key["rest"] or ""
        elif _OTHER_KEY.match(text):
            role = None
        since += 1
        entry = _entry(text, role, line.line) if at < most or role else None
        if entry is None:
            role = None if since > 3 else role
            continue
        since, key_ = 0, key_of(entry.name)
        if len(entry.posts[0]) > len(printed.get(key_, "")):
            found[key_], printed[key_] = entry, entry.posts[0]
    shorts = {match["short"]: _innermost(match["name"]) for text in printed.values() for match in _SHORT.finditer(text)}
    return [_with_posts(person, shorts) for person in found.values()]


def _entry(text: str, role: Role | None, line: int) -> Person | None:
    """A line of the list, its post still in one piece."""
    if len(text) > 340:
        return None
    matched = _ENTRY.match(text)
    if matched and _POST.search(matched["post"]) and (role or not text.rstrip().endswith(".")):
        post = " ".join(matched["post"].split())
        return Person(matched["name"].strip(), role or "panel", (post,), "", None, line, role is not None)
    matched = _HAN_ENTRY.match(text)
    if matched and (role or _HAN_POST.search(matched["post"])):
        return Person(matched["name"], role or "panel", (matched["post"],), "", None, line)
    return None


def _innermost(name: str) -> str:
    """`Press Bureau of the State Council Information Office` → `State Council Information Office`."""
    return name.rpartition(" of the ")[2]


def _with_posts(person: Person, shorts: dict[str, str]) -> Person:
    """The posts apart from the organisation, which an abbreviation explained anywhere in the header may name."""
    whole = person.posts[0]
    short = next((each for each in shorts if re.search(rf"\b{re.escape(each)}\b", whole)), None)
    named = _OF.match(_AND.split(whole)[0])
    organisation = shorts[short] if short else _innermost(named["name"]) if named else ""
    if not organisation:
        return person
    names = "|".join(re.escape(each) for each in (organisation, short) if each)
    ending = re.compile(rf"(?: of| at| for|,)? (?:the )?(?:{names})(?: \({re.escape(short or organisation)}\))?$")
    begin = re.compile(rf"^(?:{names}) ")
    posts = tuple(begin.sub("", ending.sub("", part.strip(" ,"))) for part in _AND.split(whole))
    return replace(
        person, posts=tuple(each for each in posts if each), organisation=organisation, organisation_short=short
    )


def by_title(title: str) -> Person | None:
    """Who makes a statement by its title: `Statement by the Minister of Fisheries, Aroha Petersen`."""
    matched = _BY_TITLE.search(title)
    return Person(matched["name"], "panel", (matched["post"],), "", None, 1) if matched else None


def in_title(label: str, title: str) -> tuple[str, str] | None:
    """The full name and post that a title gives to a label: `MS. PSAKI` → `Jen Psaki`, `Press Secretary`."""
    key = key_of(label)
    surname = key.split()[-1] if key else ""
    if surname not in title.casefold().replace("’", "'"):
        return None
    pattern = re.escape(surname).replace("'", "['’]")
    matched = re.search(rf"(?<!\w){pattern}(?![\w-])", title, re.I) if len(surname) > 1 else None
    if matched is None:
        return None
    before = _BETWEEN.split(title[: matched.start()])[-1].split()
    words = [matched.group()]
    while (
        before and _is_forename(before[-1]) and (len(words) < 2 or before[-1].endswith(".") or words[0].endswith("."))
    ):
        words.insert(0, before.pop())
    if len(words_of(key)) > len(words):
        return None
    post = re.sub(r"^.*\b(?:Transcript|Remarks|Conference|Briefing) of\s+", "", " ".join(before))
    return " ".join(each.title() if each.isupper() else each for each in words), post if _POST.search(post) else ""


def _is_forename(word: str) -> bool:
    return word[:1].isupper() and word.strip(".’'s").casefold() not in OFFICES | HONORIFICS
