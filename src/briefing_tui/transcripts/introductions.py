"""Where somebody who asks works, read from how they introduce themselves or are called: `Jean Frost, Harbour News`."""

from __future__ import annotations

import re

from briefing_tui.transcripts.lexicon import HONORIFICS, OFFICES, OPENERS
from briefing_tui.transcripts.names import is_anonymous, is_outlet, key_of

# A letter that is no small one of the West, or a digit.
_CAP = r"[^\W_a-zß-öø-ÿ]"
_INITIAL = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"(?:(?:St|Mt)\. ?{_CAP}[\w’'-]*|{_INITIAL}\.(?: ?{_INITIAL}\.)*(?= ?{_CAP})|{_CAP}[\w&’'+-]*(?:\.\w+)*)"
_JOINT = r"(?:(?:of|and|for|the|de|del|della|di|do|da|du|des|la|le|el|e|y|et|und|van|von|der|al|in) |& )"
_HOUSE = rf"{_WORD}(?: {_JOINT}{{0,2}}(?:[a-z]{{1,5}}[’'])?{_WORD}){{0,5}}"
_HOST = r"[a-z0-9-]+\.(?:com|net|org|tv|info|news|io|[a-z]{2})\b"
# What may stand before the name of a house: `the news agency`, `the daily`.
_SORT = (
    r"(?:(?:the|a|our) )?(?:(?:news|press|wire|daily|weekly|local|public|state|radio|tv|television|business|online) )*"
    r"(?:agency|newspaper|paper|daily|weekly|magazine|network|broadcaster|channel|station|website|site|portal|service|outlet|"
    r"journal|newsletter|blog|podcast)s? "
)
_FROM = (
    r"(?: here| again)?,? (?:from|with|of|at|for|representing|reporting for|writing for|on behalf of|"
    r"(?:and )?I(?: work for|[’']m (?:from|with)| am (?:from|with)| write for))"
)
_TOLD = rf"(?:{_SORT}|(?P<the>the ))?(?P<house>{_HOST}|{_HOUSE})"
_BEHIND = re.compile(rf"(?:’s|'s)?(?:{_FROM} |(?P<comma>,) (?:here )?){_TOLD}")
_HOUSE_ALONE = re.compile(rf"{_HOST}|{_HOUSE}")
_PERSON = rf"(?P<person>{_WORD}(?: (?:(?:de|del|da|do|di|van|von|der|bin|al|el|la|le) )*{_WORD}){{0,3}})"
_SELF = re.compile(
    rf"(?:^|[.!?,:;—–-] |\b(?P<lead>am|is|’m|'m|’s|'s|it|with|to|of|have|from|go|for|try) ){_PERSON}(?=,| )"
)
# The house before the person: `Next, from El Comercio Libre, Rosa Quintero.`
_HOUSE_FIRST = re.compile(
    rf"\b(?:from|for|of|with|to|is) (?:the )?(?P<house>{_HOUSE}), "
    rf"(?P<person>{_WORD}(?: {_WORD}){{1,2}})(?=[.?!]|, please|$)"
)
_I_WORK = re.compile(
    rf"\b(?:(?:I am|I[’']m|[Tt]his is|[Ii]t[’']s)"
    rf"(?: (?:a|an|the|[a-z]*(?:journalist|reporter|correspondent|editor|analyst)))*,? "
    rf"(?:from|with|at|calling from)|I (?:work|write) for) {_TOLD}"
)
_THE_ONE = re.compile(
    rf"\b(?:[Ll]ady|[Gg]entleman|[Cc]olleagues?|[Ww]oman|[Mm]an|[Jj]ournalist|[Rr]eporter|[Qq]uestion|[Oo]ne|[Ff]riends?|"
    rf"[Cc]orrespondent|[Yy]ou)(?:,? [a-z]+){{0,5}}?,? (?:from|with|of|at) {_TOLD}"
)
_HAN = re.compile(
    r"(?:我是|我来自|来自|这里是)《?(?P<house>[\u4e00-\u9fffA-Za-z0-9·]{2,20}?)》?(?:的)?(?:记者|的?提问|[，。,])|"
    r"^(?:[\u4e00-\u9fff]{1,4}[，。！])?《?(?P<first>[\u4e00-\u9fffA-Za-z0-9·]{2,16}?)》?(?:的)?记者"
)
_HAN_CALL = re.compile(r"请《?(?P<house>[\u4e00-\u9fffA-Za-z0-9·]{2,20}?)》?(?:的)?(?:记者|提问|先提问)")
_SENTENCES = re.compile(r"(?<=[.?!。？！]) +")
_PLEASE = re.compile(
    r"^(?:(?:please|next|and|now|yes|first|then|ok|okay|thanks|thank you|let’s hear|over to)[, ]+)+|"
    r"[,.?! ]+(?:please[,.?! ]*)?$",
    re.I,
)


def organisation_of(name: str, words: str) -> str | None:
    """The organisation that the first words of a question give to the one who asks; None where they give none."""
    surname = key_of(name).rpartition(" ")[2]
    words = words[:400].replace("’", "'")
    small = words.lower()
    at = small.find(surname) if surname else -1
    while at >= 0:
        said = _BEHIND.match(words, at + len(surname)) if at == 0 or not small[at - 1].isalnum() else None
        if said and (house := _house(said, words)):
            return house
        at = small.find(surname, at + 1)
    return None


def _house(said: re.Match[str], words: str) -> str | None:
    """The house of a match; behind a comma nothing but the end of the clause may follow, and `the` is a part of it."""
    found = _HOUSE_ALONE.match(words, said.start("house"))
    if found is None:
        return None
    comma = "comma" in said.re.groupindex and said["comma"]
    if comma and words[found.end() : found.end() + 1] not in {"", ".", ",", ";", ":", "?", "!", "—"} | (
        {" "} if words[found.end() : found.end() + 3] in {" --", " — ", " – "} or is_outlet(found.group()) else set()
    ):
        return None
    house = found.group().rstrip(".")
    first = house.split()[0].casefold().rstrip(".")
    if (
        is_anonymous(house)
        or house.endswith((" Act", " Law", " Code", " Treaty", " Directive"))
        or not any(map(str.isalpha, house))
        or (first in (OFFICES | HONORIFICS | OPENERS) - {"the"} and not is_outlet(house))
    ):
        return None
    return said["the"] + house if comma and said["the"] else house


def introduced(words: str) -> tuple[str, str] | None:
    """Who somebody without a name says they are, in the first words: person (or nothing) and house."""
    words = words[:180].replace("’", "'")
    if "记者" in words and (said := _HAN.search(words)) is not None:
        return "", (said["house"] or said["first"]).removesuffix("的")
    return _person(words, 2) or _works(_I_WORK, words) or _alone(_SENTENCES.split(words)[0])


def called(words: str) -> tuple[str, str] | None:
    """Whom the one who spoke before called up, in the last words: person (or nothing) and house."""
    if "请" in words and (said := _HAN_CALL.search(words[-60:])) is not None:
        return "", said["house"]
    last = " ".join(_SENTENCES.split(words[-260:].replace("’", "'"))[-3:])
    if said := _HOUSE_FIRST.search(last):
        first = said["house"].split()[0].casefold().rstrip(".")
        if is_outlet(said["house"]) or (first not in OFFICES | HONORIFICS | OPENERS and not is_outlet(said["person"])):
            person, house = said["person"], said["house"]
            swapped = is_outlet(person) and not is_outlet(house)
            return (house, person) if swapped else (person, house)
    return _person(last, 1) or _works(_THE_ONE, last) or next(filter(None, map(_alone, _SENTENCES.split(last))), None)


def _person(words: str, least: int) -> tuple[str, str] | None:
    """A person and the house behind; a name of one word, where `least` allows it, stands behind `to` or `with`."""
    for said in _SELF.finditer(words):
        names = said["person"].split()
        if len(names) > 3 and names[0].rstrip(".").casefold() in {"mr", "ms", "mrs"}:
            names = names[2:]  # `Mr Downer Geoff Thomson from ABC`: the one spoken to, and who asks
        if not any(each.casefold().rstrip(".") in OFFICES | HONORIFICS | OPENERS for each in names):
            behind = _BEHIND.match(words, said.end())
            named = len(names) > 1 or bool(least < 2 and behind and said["lead"] and not behind["comma"])
            if behind and named and not names[0].startswith("I'") and (house := _house(behind, words)):
                return " ".join(names), house
    return None


def _works(pattern: re.Pattern[str], words: str) -> tuple[str, str] | None:
    said = pattern.search(words)
    house = _house(said, words) if said else None
    return ("", house) if house else None


def _alone(sentence: str) -> tuple[str, str] | None:
    """A sentence that is the name of a house: `Please, Radio Nord.`"""
    house = _PLEASE.sub("", sentence).strip(" .?!,")
    fits = _HOUSE_ALONE.fullmatch(house) is not None and is_outlet(house) and any(map(str.isalpha, house))
    return ("", house) if fits and house.casefold() not in {"press", "media", "today", "report"} else None
