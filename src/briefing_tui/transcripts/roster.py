"""The closed list of people that a header gives: names, posts, organisations, who is in the chair."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing_tui.model import Role
from briefing_tui.transcripts.lexicon import DEGREES, OFFICES, PARTICLES, UPPER
from briefing_tui.transcripts.names import BODY, is_outlet, is_post, key_of, plain_name, shape, without_office
from briefing_tui.transcripts.source import Line

_KEY = re.compile(
    r"\s*(?:[-*•]\s*)?(?:(?P<key>Speakers?|Chair(?:person|man|woman)?|Moderators?|Hosts?|Panel(?:l?ists)?|Presenters?|"
    r"(?:[A-Z]\w+ )?(?:Participants|Executives|Representatives)|On the (?:podium|panel|platform)|"
    r"At the (?:table|podium)|Present|In attendance|With|Who|Speaking|Answering|Attending|Briefers?|Briefing officers?|"
    r"Officials|In the chair|Attendees|发布人|发言人|出席嘉宾|嘉宾|主持人|主持)\s*(?:[:：]\s*(?P<rest>.*))?|"
    r"(?P<by>(?:Answers?|Questions answered|Questions and answers|Remarks|Statements?|Presented|Moderated|Chaired|"
    r"Hosted|Briefing|Interview|Press conference) (?:(?:given|held) )?(?:by|with)|With(?=(?: [A-Z][\w.’'-]+){2,5},)):?"
    r"\s+(?P<those>.*))$",
    re.I,
)
# A list behind any other key: `Guests: A, minister; B, director`.
_OTHER_LIST = re.compile(r"\s*(?P<key>[A-Z][\w’' ]{1,40})[:：]\s+(?P<rest>[A-Z].*)$")
# Behind the end of one list, on its line, the key of another: `… (Chief Scientist). Press officer: Maja Toll`.
_NEXT_KEY = re.compile(r"(?<=[\w)][.;|])\s+(?=[A-Z][\w’' ]{2,30}: [A-Z])")
_STARS = re.compile(r"^\s*[*_]{1,3}(?=\w)|(?<=[\w.)])[*_]{1,3}\s*$")
_OTHER_KEY = re.compile(
    r"\s*(?:Date|Time|Place|Venue|Location|Where|When|Contents?|Topic|Subject|时间|地点)\s*[:：]", re.I
)
_WHO_ASK = re.compile(
    r"\s*(?:(?:conference )?call participants|(?:\w+ )?(?:analysts?|journalists?|reporters?|media|press|questioners?)"
    r"(?: participants| present| attending)?)\s*[:：]?\s*$",
    re.I,
)
_CHAIR = re.compile(r"(?<!in the )chair|moderat|host|主持", re.I)
PIECE = rf"[{UPPER}][\w'’.-]*"
SMALL = "|".join(sorted(PARTICLES - {"&", "'s", "and", "at", "for", "in", "on", "the", "to", "with"}))
HONOUR = r"(?:(?:Mr|Ms|Mrs|Dr|Prof|H\.E)\.? |Professor )"
_WHO = rf"{HONOUR}?{PIECE}(?: (?:(?:{SMALL}) )*{PIECE}){{1,5}}"
_ENTRY = re.compile(
    rf"\s*(?:[-*•]\s*)?(?P<honour>{HONOUR})?"
    rf"(?P<name>{PIECE}(?: (?:(?:{SMALL}) )*{PIECE}){{1,5}})"
    r"(?:,\s*(?P<post>\w.{2,260}?)[\s,;.]*|\s*[(（](?P<within>[^()]{3,160}(?:\([^()]*\))?)[)）][\s,;.]*|"
    r"\s+(?:--|—|–|-|\|)\s+(?P<dashed>(?:(?!\s(?:--|—|–|-|\|)\s).){3,160}?)\s*)$"
)
_OF_HOUSE = re.compile(
    rf"\s*(?:[-*•]\s*)?(?P<name>{_WHO})(?:,\s*|\s*[(（]|\s+(?:--|—|–|-|\|)\s+)"
    rf"(?P<house>{PIECE}[^,;()|]{{1,60}}?(?:, (?:LLC|Inc|Ltd|PLC|Co|SA|AG|NA|LP)\.?)?)\s*(?:$| (?:--|—|–|-|\|)|[,;)])"
)
_NAME_ALONE = re.compile(rf"\s*(?P<honour>{HONOUR})?(?P<name>{PIECE}(?: (?:(?:{SMALL}) )*{PIECE}){{1,5}})\s*")
# A minister alone on a line, the office on the next one.
_HONOURABLE = re.compile(
    rf"\s*(?:Senator |Sen\.? )?(?i:(?:the )?(?:rt\.? )?hon(?:ou?rable|\.)? )"
    rf"(?P<name>{PIECE}(?: (?:(?:{SMALL}) )*{PIECE}){{1,3}}?)"
    r"(?:,? (?:[A-Z]{2,3}|MP))*\s*"
)
_CHAIRED_BY = re.compile(
    rf"\s*(?:(?:moderated|chaired|hosted) by|(?-i:moderator|host|chair)) {_NAME_ALONE.pattern}\.?$", re.I
)
_STOPPED = re.compile(r"(?<=[a-z]{3})\.$")  # not of `Jr.`
# Between two entries on one line: `A, minister; B, director`, `A (minister), B (director)`.
_SEPARATE = re.compile(
    rf"\s*;\s*(?:and\s+)?|\.\s+(?=(?:Moderated|Chaired|Hosted) by )|(?<=\)),\s*(?:and\s+)?"
    rf"|,?\s+and\s+(?={_WHO}(?:,| \())|、(?=[\u4e00-\u9fff]{{3,}}[\s\u3000])"
)
_HAN_ENTRY = re.compile(
    r"\s*(?P<post>[\u4e00-\u9fff、，（）()]{3,80}?)[\s\u3000]+(?P<name>[\u4e00-\u9fff·]{2,8})(?:先生|女士)?\s*$"
)
_HAN_POST = re.compile(r"(?:长|主任|书记|发言人|总工程师|主席|专家|教授|院士|总经理)$")
_ASKING_POST = re.compile(r"(?:^|[-–—,|] )(?:\w+ )?(?:analysts?|reporters?|journalists?|correspondents?)$", re.I)
_MODERATES = re.compile(r"(?:,|\s*\()\s*(?:\w+ ){0,2}(?:moderat\w+|chair\w*|host)\)?$", re.I)
_SHORT = re.compile(r"(?:of|at|for|,)(?: the)? (?P<name>[A-Z][^()]*?) \((?P<short>[A-Z][\w&.-]{1,9})\)")
_OF = re.compile(r"(?P<before>\w+) (?P<join>of|at|for) (?P<the>the )?(?=[A-Z])")
_DAY = re.compile(r"\s*(?:\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[A-Z][a-z]+ \d{1,2}, \d{4})")
_REALM = frozenset(["Republic", "Kingdom", "City", "County", "Province", "Port", "House", "School", "Faculty"])
_INITIALS = re.compile(r"(?<=\w)\s*[(（](?P<letters>[A-Z]{2,5})[)）]")
_AND = re.compile(r",? and (?=[a-z]|[A-Z]{2,} [a-z])")


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
    degree: str = ""

    @property
    def in_full(self) -> str:
        return f"{self.degree} {self.name}".strip()


def people(lines: list[Line], most: int = 80) -> list[Person]:
    """Everyone listed among the first lines, or anywhere below `Speakers:`, once each; the longest entry wins."""
    found: dict[str, Person] = {}
    printed: dict[str, str] = {}
    role: Role | None = None
    since = 0
    lines = [each for line in lines[:most] for each in _by_keys(line)] + lines[most:]
    for at, line in enumerate(lines):
        text = line.text
        if not line.number or (at >= most and role is None and len(text) > 40):
            continue
        if key := _KEY.match(text):
            role, since = ("chair" if _CHAIR.search(key["key"] or key["by"]) else "panel"), 0
            text = _whole(key["rest"] or key["those"] or "", lines, at)
        elif _OTHER_KEY.match(text) or _WHO_ASK.match(text):
            role = None
        since += 1
        entries = _entries(text, role, line.line, key is not None) if at < most or role else []
        if not entries and at < most and (minister := _HONOURABLE.fullmatch(text)):
            office = next((each.text.strip() for each in lines[at + 1 : at + 3] if each.number), "")
            name = " ".join(each.title() if each.isupper() else each for each in minister["name"].split())
            entries = [Person(name, "panel", (office,), "", None, line.line, False)] if is_post(office) else []
        if role and since <= 2 and not entries and not key and _NAME_ALONE.fullmatch(text) and shape(text.strip()) > 0:
            entries = [_person(None, text.strip(), "", role, line.line)]
        role = None if not entries and since > 3 else role
        for entry in entries:
            since, key_ = 0, key_of(entry.name)
            if key_ not in found or len(" ".join(entry.posts)) > len(printed[key_]):
                found[key_], printed[key_] = entry, " ".join(entry.posts)
    shorts = {match["short"]: _innermost(match["name"]) for text in printed.values() for match in _SHORT.finditer(text)}
    return [_with_posts(person, shorts) for person in found.values()]


def _by_keys(line: Line) -> list[Line]:
    """A line with several keys as a line for each, without the stars of Markdown around it."""
    text = _STARS.sub("", line.text.replace("**", ""))
    if ": " not in text or len(text) > 600:
        return [line._replace(text=text)]
    pieces = _NEXT_KEY.split(text)
    known = text.count(": ") > 1 or any(_KEY.match(piece) for piece in pieces[1:])
    return [line._replace(text=piece.rstrip("|;")) for piece in (pieces if known else [text])]


def _whole(text: str, lines: list[Line], at: int) -> str:
    """A list behind its key with the lines that it goes on in, up to an empty one or another key."""
    for line in lines[at + 1 : at + 8] if text else ():
        if (
            not line.number
            or line.bold
            or not any(map(str.isalpha, line.text))
            or _DAY.match(line.text)
            or ":" in line.text
            or "：" in line.text
            or text.rstrip().endswith(".")
        ):
            break
        text = f"{text} {line.text.strip()}"
    return text


def _entries(text: str, role: Role | None, line: int, keyed: bool) -> list[Person]:
    """Those whom a line lists: one, or several behind a key."""
    if len(text) > 340 and not keyed:
        return []
    text = _INITIALS.sub(_without_initials, text) if keyed and "(" in text else text
    if keyed and role == "chair" and (alone := _NAME_ALONE.fullmatch(text)) and " of " not in text:
        return [_person(alone["honour"], alone["name"], "", role, line)]
    other = None if keyed else _OTHER_LIST.match(text)
    post = other["key"].split()[-1] if other and not text.rstrip().endswith((".", "?", "!")) else ""
    if other and is_post(post) and (alone := _NAME_ALONE.fullmatch(other["rest"])) and shape(alone["name"]) == 1:
        return [_person(alone["honour"], alone["name"], other["key"], role, line)]
    pieces = _SEPARATE.split(other["rest"] if other else text[:2000]) if keyed or other else [text]
    if keyed and (named := _with_offices(text, role, line)):
        return named
    sure = keyed and (len(pieces) > 1 or role == "chair")
    found = [each for piece in pieces if (each := _entry(piece, role, line, sure=sure))]
    return found if len(found) > 1 or not other else []


def _with_offices(text: str, role: Role | None, line: int) -> list[Person]:
    """A list of names behind their offices: `Police Chief Donna Reyes, Mayor Lucille Grant and Dr. Per Aune`."""
    found = []
    for piece in re.split(r",\s+(?:and\s+)?|\s+and\s+|;\s*", text):
        words = piece.split()
        first = max((at + 1 for at, word in enumerate(words) if word.casefold() in OFFICES or is_post(word)), default=0)
        degree = words[first] if first < len(words) and words[first].strip(".").casefold() in DEGREES else ""
        honoured = (at for at, word in enumerate(words) if word.strip(".").casefold() in DEGREES)
        if (at := next(honoured, 0)) > first:
            first = at
        elif first < len(words) - 2 and words[first].casefold() in {"of", "for"}:
            first = len(words) - 2  # `Head of Inspection Boyan Tsolov`: the last two are the name
        name = " ".join(words[first + bool(degree) :])
        if not (first or degree) or not _NAME_ALONE.fullmatch(name) or len(words) > 9:
            return []
        posts = (" ".join(words[:first]),) if first else ()
        found.append(Person(name, role or "panel", posts, "", None, line, True, degree))
    return found


def _entry(text: str, role: Role | None, line: int, *, sure: bool) -> Person | None:
    """An entry of the list, its post still in one piece; `sure` where any words behind a name tell one."""
    if len(text) > 340:
        return None
    matched = _ENTRY.match(text)
    if chairing := _CHAIRED_BY.match(text):
        return _person(chairing["honour"], chairing["name"], "", "chair", line)
    post = " ".join((matched["post"] or matched["within"] or matched["dashed"]).split()) if matched else ""
    known = is_post(post) or (sure and not text.rstrip().endswith(".") and len(post.split()) < 6)
    if matched and known and not _DAY.match(post) and not is_outlet(matched["name"]) and _may_list(text, post, role):
        return _person(matched["honour"], matched["name"].strip(), post, role, line)
    if sure and (alone := _NAME_ALONE.fullmatch(_STOPPED.sub("", text))) and shape(text.strip(" .")) > 0:
        return _person(alone["honour"], alone["name"], "", role, line)
    matched = _HAN_ENTRY.match(text)
    if matched and (role or _HAN_POST.search(matched["post"])):
        return Person(matched["name"], role or "panel", (matched["post"],), "", None, line)
    return None


def _may_list(text: str, post: str, role: Role | None) -> bool:
    """Whether a line may list somebody who speaks: outside a list no sentence, and nobody who asks."""
    return not _ASKING_POST.search(post) and (role is not None or not text.rstrip().endswith("."))


def _person(honour: str | None, name: str, post: str, role: Role | None, line: int) -> Person:
    """A person of the list; an office before the name is a post, `(moderator)` behind it a part in the talk."""
    name, office = without_office(plain_name(_STOPPED.sub("", name)))
    part = _MODERATES.search(post)
    post = post[: part.start()].rstrip(" ,") if part else post
    posts = tuple(each for each in (post, office) if each)
    degree = honour.strip() if honour and honour.strip(". ").casefold() in DEGREES else ""
    return Person(name, "chair" if part else role or "panel", posts, "", None, line, role is not None, degree)


def _without_initials(said: re.Match[str]) -> str:
    """Nothing for the letters that stand for the name before them: `Samuel Okonjo (SO)`; `(ECB)` stays."""
    before = re.split(r"[,;:]| and ", said.string[: said.start()])[-1]
    letters = "".join(word[0] for word in before.split()[-len(said["letters"]) :])
    return "" if letters == said["letters"] and not BODY.search(before) and " of " not in before else said.group()


def _organisation(post: str) -> str:
    """Where somebody has a post; an organisation's own `of` stays: `spokesperson of the Ministry of Trade`."""
    for said in reversed([*_OF.finditer(post)]):
        own = BODY.fullmatch(said["before"]) is not None and (not said["the"] or said["before"] == "Ministry")
        where = post[said.end() :]
        body = said["the"] or BODY.search(where) or where.isupper()
        if said["join"] == "at" or (body and not (own or (said["join"] == "of" and said["before"] in _REALM))):
            return where
    last = post.rpartition(", ")[2]
    return last if last != post and last[:1].isupper() and BODY.search(last) else ""


def _innermost(name: str) -> str:
    """`Press Bureau of the State Council Information Office` → `State Council Information Office`."""
    whole, _, inner = name.rpartition(" of the ")
    return name if whole.endswith("Ministry") else inner


def _with_posts(person: Person, shorts: dict[str, str]) -> Person:
    """The posts apart from the organisation, which an abbreviation explained anywhere in the header may name."""
    if not person.posts:
        return person
    whole = person.posts[0]
    short = next((each for each in shorts if re.search(rf"\b{re.escape(each)}\b", whole)), None)
    organisation = shorts[short] if short else _organisation(_AND.split(whole)[0])
    if not organisation:
        return person
    names = "|".join(re.escape(each) for each in (organisation, short) if each)
    ending = re.compile(rf"(?: of| at| for|,)? (?:the )?(?:{names})(?: \({re.escape(short or organisation)}\))?$")
    begin = re.compile(rf"^(?:{names}) ")
    posts = (*(begin.sub("", ending.sub("", part.strip(" ,"))) for part in _AND.split(whole)), *person.posts[1:])
    return replace(
        person, posts=tuple(each for each in posts if each), organisation=organisation, organisation_short=short
    )


def houses(lines: Iterable[str]) -> dict[str, str]:
    """The houses of those whom a header lists to ask: `Ian Frost -- Pelham Securities`, `Media: Ann Lee (Tide)`."""
    found: dict[str, str] = {}
    for line in lines:
        for piece in _SEPARATE.split(line.partition(": ")[2] or line) if len(line) < 600 else ():
            matched = _OF_HOUSE.match(piece)
            if matched and not is_post(matched["house"]):
                found.setdefault(key_of(matched["name"]), matched["house"].strip())
    return found
