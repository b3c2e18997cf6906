"""Who is named by a title, by the lines above the talk and by its first words, where no list names them."""

from __future__ import annotations

import re
from itertools import islice

from briefing_tui.transcripts.lexicon import DEGREES, HONORIFICS, OFFICES, OPENERS, PARTICLES
from briefing_tui.transcripts.names import BODY, bare, is_outlet, is_post, key_of, plain_name, without_office, words_of
from briefing_tui.transcripts.roster import HONOUR, PIECE, SMALL, Person

_OFFICE = "|".join(each.title() for each in sorted(OFFICES))
_BY_TITLE = re.compile(
    rf"\bby (?:the )?(?P<post>[^,]*?\b(?:{_OFFICE})(?: (?:of|for) [^,]+(?=,))?),? "
    rf"(?P<name>{PIECE}(?: (?:(?:{SMALL}) )*{PIECE}){{1,3}})(?=,|\s*$)"
)
_NAMED = (
    rf"(?P<words>(?:[\w’'-]+ ){{0,5}}?(?:{HONOUR})?{PIECE}(?: (?:(?:{SMALL}) )*{PIECE}){{1,4}})"
    r"(?=\s*(?:[,;:(.\n]|$| [-–—] | on | about | after |"
    r" (?:answer|tak|took|talk|respond|spoke|speak|brief|addresse?|met\b|meet|talk)))"
)
_INTERVIEWED = re.compile(rf"\b(?:[Ww]ith|[Bb]y|[Aa]nswers?:?|INTERVIEW:) (?:the |our )?{_NAMED}")
# A name behind a post or a degree: `Minister of Fisheries Bjarne Hauge on quotas`, `Head of the Authority, Dr. Okello`.
_WITH_POST = re.compile(rf"(?:^|(?P<comma>, )){_NAMED}", re.M)
_HAN_ANSWERS = re.compile(
    r"(?P<post>[\u4e00-\u9fff]{0,20}(?:长|主任|书记|发言人|主席|总经理|专家|教授|院士|大使|总裁|行长))"
    r"(?P<name>[\u4e00-\u9fff]{1,6}?(?:·[\u4e00-\u9fff]{1,6}?)+|[\u4e00-\u9fff]{2,4}?)"
    r"(?=今[天日]|昨[天日]|日前|近日|就|在|接受|出席|回答|表示|主持|介绍|同|与|和|于|[，、,\d\s])"
)
_HON = re.compile(
    rf"\b(?i:hon(?:ou?rable)?)\.? (?P<name>{PIECE}(?: (?:(?:{SMALL}) )*{PIECE}){{1,3}}?)(?=,|\s*$| (?:MP|MEP|KC|QC)\b)",
    re.M,
)
_FORENAME = re.compile(r"[\w’'-]+|\w{1,2}\.|(?:\w\.)+")
_BETWEEN = re.compile(r"\b(?:by|with|and)\b|[,;:]", re.I)


def holder(label: str, people: list[Person], header: str, above: str) -> Person | None:
    """Who holds the office that is all a label says: `TREASURER` below `THE HON PETER COSTELLO MP Treasurer`."""
    office = {word.casefold().rstrip(".") for word in words_of(label)} - HONORIFICS
    office -= PARTICLES
    held = [each for each in people if office <= {word.casefold() for post in _posts(each) for word in words_of(post)}]
    if len(held) == 1:
        return held[0]
    if told := _in_office(label, above):
        return told
    for line in header.split("\n"):
        if office <= {word.casefold() for word in words_of(line)} and (matched := _HON.search(line)):
            name = " ".join(each.title() if each.isupper() else each for each in matched["name"].split())
            return Person(name, "panel", (label.title() if label.isupper() else label,), "", None, 1, False)
    return None


def _in_office(label: str, header: str) -> Person | None:
    """The one full name beside an office: `the spokesperson of the agency, Ms Signe Holt`, `Jan Koller, spokesman`."""
    post = re.escape(bare(label))
    name = rf"(?:{HONOUR})?(?P<name>{PIECE}(?: (?:(?:{SMALL}) )*{PIECE}){{1,3}})"
    behind = re.compile(rf"\b(?i:{post})(?: (?:of|for|at) [^,.;:\n]{{2,60}})?[,:]? {name}")
    before = re.compile(rf"{name}(?:,| [-–—]) (?:the |our )?(?:[\w’'-]+ ){{0,3}}?(?i:{post})\b")
    found = {
        without_office(each["name"].strip())[0]
        for pattern in (behind, before)
        for each in pattern.finditer(header[:3000])
    }
    found = {
        each for each in found if " " in each and not is_outlet(each) and not BODY.search(each) and not is_post(each)
    }
    if len(found) != 1:
        return None
    person = " ".join(each.title() if each.isupper() else each for each in plain_name(found.pop()).split())
    return Person(person, "panel", (label.title() if label.isupper() else label,), "", None, 1, False)


def _posts(person: Person) -> tuple[str, ...]:
    return (*person.posts, person.organisation, person.organisation_short or "")


def by_title(title: str) -> Person | None:
    """Who makes a statement by its title: `Statement by the Minister of Fisheries, Aroha Petersen`."""
    matched = _BY_TITLE.search(title)
    return Person(matched["name"], "panel", (matched["post"],), "", None, 1) if matched else None


def who_answers(title: str, header: str) -> Person | None:
    """Who answers where no label says it: `Interview with pilot Marit Skar`, `署长玛尔塔·科瓦奇今天回答了记者提问`."""
    top = f"{title}\n{header[:3000]}"
    for matched in (*_INTERVIEWED.finditer(top), *_WITH_POST.finditer(top)):
        before = top[: matched.start()].rpartition("\n")[2]
        person = behind_post(matched["words"].split())
        told = bool(person.posts or person.degree) or (matched.group()[0] == "," and is_post(before))
        if " " in person.name and not BODY.search(person.name) and (told or matched.re is _INTERVIEWED):
            return person
    if said := _HAN_ANSWERS.search(header):
        return Person(said["name"], "panel", (said["post"],), "", None, 1)
    return None


def all_who_answer(title: str, header: str) -> list[Person]:
    """Everyone of whom a title says that they answer: `with Governor Ana Ruiz and Deputy Governor Bo Li`."""
    first = who_answers(title, header)
    said = (
        re.search(rf"{re.escape(first.name)},? and (?:the |our )?{_NAMED}", f"{title}\n{header[:3000]}")
        if first
        else None
    )
    second = behind_post(said["words"].split()) if said else None
    return [each for each in (first, second) if each is not None and (" " in each.name or each is first)]


def behind_post(words: list[str]) -> Person:
    """`Minister of Fisheries Bjarne Hauge`: the name is what stands behind the post and its field."""
    posts = (at for at in range(len(words), 0, -1) if not words[at - 1][0].isupper() or is_post(words[at - 1]))
    first = next(posts, 0)
    first += first > 0 and words[first - 1] in {"of", "for"} and len(words) - first > 2
    degree = words[first] if first < len(words) and words[first].strip(".").casefold() in DEGREES else ""
    post = " ".join(words[:first])
    return Person(
        plain_name(" ".join(words[first + bool(degree) :])),
        "panel",
        (post,) if is_post(post) else (),
        "",
        None,
        1,
        degree=degree,
    )


def in_title(label: str, title: str) -> tuple[str, str] | None:
    """The full name and post that a title gives to a label: `MS. PSAKI` → `Jen Psaki`, `Press Secretary`."""
    key = key_of(label)
    surname = key.split()[-1] if key else ""
    if surname not in title.casefold().replace("’", "'"):
        return None
    pattern = re.escape(surname).replace("'", "['’]")
    every = islice(re.finditer(rf"(?<!\w){pattern}(?![\w-])", title, re.I), 9) if len(surname) > 1 else ()
    found = [told for matched in every if (told := _named_at(key, matched, title))]
    return next((told for told in found if " " in told[0]), found[0] if found else None)


def _named_at(key: str, matched: re.Match[str], title: str) -> tuple[str, str] | None:
    """The name and post around a surname."""
    before = _BETWEEN.split(title[: matched.start()])[-1].split()
    words = [matched.group()]
    while (
        before and _is_forename(before[-1]) and (len(words) < 2 or before[-1].endswith(".") or words[0].endswith("."))
    ):
        words.insert(0, before.pop())
    if len(words_of(key)) > len(words):
        return None
    post = re.sub(r"^.*(?:\b(?:Transcript|Remarks|Conference|Briefing) of|\d)\s+", "", " ".join(before))
    return " ".join(each.title() if each.isupper() else each for each in words), post if is_post(post) else ""


def _is_forename(word: str) -> bool:
    plain = _FORENAME.fullmatch(word) is not None
    return word[:1].isupper() and plain and word.strip(".’'s").casefold() not in OFFICES | HONORIFICS | OPENERS
