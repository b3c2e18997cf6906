"""Who is in the chair where a label says no more than `Moderator`: named above the talk or in their own first words."""

from __future__ import annotations

import re

from briefing_tui.transcripts.lexicon import PARTICLES
from briefing_tui.transcripts.names import is_post, key_of
from briefing_tui.transcripts.roster import HONOUR, PIECE, SMALL, Person
from briefing_tui.transcripts.titles import behind_post

_NAME = rf"(?P<name>(?:{HONOUR})?{PIECE}(?: (?:(?:{SMALL}) )*{PIECE}){{1,3}})"
_POST = rf"(?:[\w’'-]+ |{PIECE},? ){{0,8}}?"
_SORT = r"(?i:moderators?|chair(?:person|man|woman)?|host|facilitator|emcee|master of ceremonies)"
_ENGLISH = (
    re.compile(
        rf"\b(?:moderated|chaired|hosted|facilitated|led|introduced|opened) by (?:the |our )?(?P<post>{_POST}){_NAME}"
    ),
    re.compile(rf"{_NAME}(?:(?:,| [-–—]) (?P<post>[^.;:\n()]{{2,80}}?))? ?\((?:the |acting as )?{_SORT}\)"),
    re.compile(
        rf"{_NAME}(?:, (?P<post>[^.;:\n()]{{2,80}}?))?,? (?:(?:who )?(?:will |is going to )?"
        rf"(?:moderate[sd]?|chair(?:s|ed)|host(?:s|ed))\b|(?:was|is|will be|acted as|as) (?:the |your |our )?{_SORT}\b)"
    ),
    re.compile(rf"\b(?:moderator|host|facilitator)(?:,| is| was| today is|:) (?P<post>){_NAME}", re.M),
)
_HAN_POST = r"(?P<post>[\u4e00-\u9fff、（）]{0,40}(?:长|主任|书记|发言人|主席|经理|秘书|专员|主编|记者))?"
_HAN_NAME = r"(?P<name>[\u4e00-\u9fff]{2,3})"
_CHINESE = (
    re.compile(rf"主持人(?:[:：]|是|为)?\s*{_HAN_POST}\s*{_HAN_NAME}(?=[，。；、）)\s]|先生|女士|$)", re.M),
    re.compile(rf"由{_HAN_POST}\s*{_HAN_NAME}(?:同志|先生|女士)?主持"),
)
_OWN = re.compile(rf"\b(?:I am|I[’']m|[Mm]y name is|[Tt]his is) (?P<post>){_NAME}(?=[,.; ])")
_HAN_OWN = re.compile(rf"我是(?:今天的主持人)?[，、]?{_HAN_POST}\s*{_HAN_NAME}(?=[，。；、])")


def in_the_chair(header: str, own: str, people: list[Person]) -> Person | None:
    """The person in the chair; `header` are the lines above the talk, `own` the chair's first words."""
    chinese = "主持" in header or "我是" in own
    patterns: tuple[re.Pattern[str], ...] = _CHINESE if chinese else _ENGLISH
    found = (matched for pattern in patterns for matched in pattern.finditer(header[:4000]))
    for said in (*found, *(_HAN_OWN if chinese else _OWN).finditer(own[:600])):
        if person := _person(said, people):
            return person
    return None


def _person(said: re.Match[str], people: list[Person]) -> Person | None:
    """The person of a match, with what a list tells of the same name."""
    words = " ".join(said["name"].split()).rstrip(".")
    person = behind_post(words.split()) if words.isascii() or " " in words else Person(words, "chair", (), "", None, 1)
    if not person.name or (" " not in person.name and not "\u4e00" <= person.name[0] <= "\u9fff"):
        return None
    if person.name.split()[0].casefold() in PARTICLES:
        return None
    listed = next((each for each in people if key_of(each.name) == key_of(person.name)), None)
    post = (said["post"] or "").strip(" ,")
    posts = (
        listed.posts
        if listed
        else person.posts or ((post,) if is_post(post) or "\u4e00" <= post[:1] <= "\u9fff" else ())
    )
    told = listed or person
    return Person(
        told.name, "chair", posts, told.organisation, told.organisation_short, told.line, told.keyed, told.degree
    )
