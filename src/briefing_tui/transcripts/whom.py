"""Whom a label names: the person or house within it."""

from __future__ import annotations

import re

from briefing_tui.transcripts.lexicon import ANSWER, ASKING, CHAIRS
from briefing_tui.transcripts.names import (
    ASKS_FOR,
    FULL_NAME,
    TRAIL,
    bare,
    holds_post,
    is_anonymous,
    is_outlet,
    is_post,
    is_titled,
)

_HAN_REPORTER = re.compile(r"的?(?:特约|驻\w{1,4})?记者$")
# `国家能源局副局长 顾远山`: a post, a blank, a name.
HAN_NAMED = re.compile(
    r"(?P<post>[\u4e00-\u9fff、，（）()]{2,60}(?:长|主任|书记|发言人|总工程师|主席|总经理))[\s\u3000]+"
    r"(?P<name>[\u4e00-\u9fff·]{2,4})"
)


def stands_for(label: str) -> str:
    """Whom a label names: `Journalist (Radio Nord)` → `Radio Nord`, `A (Dr Moe)` → `Dr Moe`, `江报记者` → `江报`.

    Also a chair's name: `Moderator (Elise Varga)` → `Elise Varga`.
    """
    within = TRAIL.search(label)
    told = within.group().strip(" ()[]（）") if within else ""
    if told and (is_anonymous(label) or bare(label).casefold() in ANSWER):
        pieces = [each for each in told.split(", ") if not each[:1].islower()]  # `freelance, Karla Weiss`
        if pieces and not is_anonymous(", ".join(pieces)):
            return ", ".join(pieces)
    elif told and (
        holds_post(label) or (bare(label).casefold() in CHAIRS and FULL_NAME.fullmatch(told) and not is_titled(told))
    ):
        return told
    if (behind := ASKS_FOR.match(label)) and is_anonymous(behind["who"]):
        return behind["house"]
    person, comma, post = label.partition(", ")
    asks = set(post.casefold().split()) <= ASKING | CHAIRS
    if comma and " " in person and (asks or is_post(post)) and (asks or not is_outlet(label)):
        return person
    if named := HAN_NAMED.fullmatch(label):
        return named["name"]
    house = _HAN_REPORTER.sub("", label).strip("《》“” ")
    return house or label
