"""What stands before the talk: title, date, place, organiser. Each is what the source says, or is absent."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import PurePath

from briefing_tui.transcripts.dates import event_date, read_date
from briefing_tui.transcripts.draft import Guess
from briefing_tui.transcripts.names import BODY
from briefing_tui.transcripts.organisers import organiser
from briefing_tui.transcripts.source import Line, Source

CONFERENCE = re.compile(
    r"(?:press|news|media) (?:conference|briefing)|briefing|transcript|remarks|statement|interview|hearing|doorstop|"
    r"(?:earnings|results|investor) (?:conference )?call|"
    r"(?:media|press) (?:availability|call|gaggle|event|update|meeting|q ?& ?a)|"
    r"conversation with|questions and answers|专访|发布会|记者会|吹风会|答问|实录|答记者问|介绍.{2,30}情况",
    re.I,
)
_SAY_LITTLE = frozenset(
    ["press", "news", "media", "conference", "briefing", "transcript", "of", "the", "annual", "weekly"]
)
_SENTENCE = (".", "。", ":", "：")
_GAP = "   "
# A line that goes on with the title above: `BY PRESS SECRETARY …`.
_BY = re.compile(r"\s*(?i:by|with|and)\s+[A-Z]")
_NO_HEADING = re.compile(r"[.:;@>|,]|\d{1,2}:\d\d|\b(?:transcripts|speeches|newsroom)\b", re.I)
_HELD_ON = re.compile(r"(?<![年\d])(?P<month>\d{1,2})月(?P<day>\d{1,2})日[^。]{0,80}?(?:举行|召开|举办|主持)")
# So many lines are searched for a date, and the last two, which a page may bear.
_MOST = 150
_KEYED = re.compile(r"\s*(?:[A-Z]\w+(?: \w+)?: |Held\b|[^\w]*\d)")
_HELD = re.compile(r"\bheld\b|\bon\b|举行|召开", re.I)
# Who opens a talk may say the day: `Good morning, today is Friday, 12 April 2031`.
_TODAY = re.compile(
    r"(?:\b(?:today|this (?:morning|afternoon|evening)|it is|it[’']s|recorded|welcome)\b|今天)"
    r"[^.?!。]{0,120}?\d{4}.{0,12}",
    re.I,
)
_CHROME = re.compile(
    r"\s*(?:home\b|.*\s>\s|an official website|official websites? use|(?:skip|jump) to|read in|"
    r"(?:menu|search|share|print)\b|.* [-–|] (?:news|newsroom|media)(?: \w+)? [-–|] )",
    re.I,
)
_PLACE_BEFORE_DATE = re.compile(
    r"\s*(?P<place>[A-Z][\w.'’]+(?:[ -](?:[A-Z][\w.'’]+|am|on|de|upon|sur|der)){0,4}(?:, [A-Z][\w.]+)?)"
    r"\s*(?:\||,|–|—|-)\s*(?=.*\d{4})"
)
_NO_PLACE = re.compile(r"\b(?:Agency|Ministry|Authority|Department|Commission|Committee|Director|Minister|Secretary)\b")
_WEEKDAY = re.compile(r"(?:^|, )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*$", re.I)
_ROOM = re.compile(
    r"\s*(?P<place>(?:[\w.'’]+ ){0,6}"
    r"(?:Room|Hall|Garden|Theat(?:er|re)|Auditorium|Lawn|Cent(?:er|re)|Palace|Building|Hotel|Portico))\s*$"
)
_HELD_IN = re.compile(r"\b(?:conference|briefing)\b[^.]{0,60}?\bin (?P<place>[A-Z]\w+(?: [A-Z]\w+)?)")


@dataclass(slots=True)
class Header:
    title: str = ""
    date: datetime.date | None = None
    place: str | None = None
    organiser: str = ""
    guesses: list[Guess] = field(default_factory=list)

    def guess(self, line: int, what: str, taken_for: str, because: str) -> None:
        self.guesses.append(Guess(line, " ".join(what.split())[:80], taken_for, because))


def read_header(source: Source, before: list[Line], name: str, width: int) -> Header:
    """What the front matter and the lines before the talk tell; `width` is what lines are wrapped at, or 0."""
    header = Header()
    lines = [line for line in before if line.number and line.kept != "page" and len(line.text) < 400]
    own = [line for line in lines if line.kept is None]
    _find_title(header, source, own, name, width)
    _find_date(header, source, own[:_MOST] + own[_MOST:][-2:])
    _find_place(header, own)
    _find_organiser(header, source, own)
    return header


def _find_title(header: Header, source: Source, lines: list[Line], name: str, width: int) -> None:
    if title := source.front.get("title", ""):
        header.title = title
        return
    following = [*(line.text for line in lines[1:26]), ""]
    candidates = [
        (line, _BY.match(after) is not None)
        for line, after in zip(lines[:25], following, strict=False)
        if not _CHROME.match(line.text) and (_words(line) >= 2 or _BY.match(after)) and _words(line) <= 40
    ]
    named = [
        (line, goes_on)
        for line, goes_on in candidates
        if CONFERENCE.search(line.text) and not line.text.rstrip().endswith(_SENTENCE) and not _ROOM.match(line.text)
    ]
    # `PRESS BRIEFING` alone, or a line of the page, `October 3, 2029   Briefing   FINAL`, only where there is no other.
    chosen, _ = min(
        named,
        key=lambda each: (_GAP in each[0].text.strip(), _says_little(each[0].text) and not each[1]),
        default=(None, False),
    )
    web = min((title for title in source.titles if len(title.split()) > 1), key=_says_little, default="")
    if web and (chosen is None or CONFERENCE.search(web)):
        header.title = _with_heading(web, lines)
    elif chosen is not None:
        header.title = _with_heading(_whole(chosen, lines, width), lines)
        if chosen is not (lines[0] if lines else None):
            header.guess(chosen.line, header.title, "the title", "it names a conference")
    elif first := next((line for line, _ in candidates[:4] if _may_be_title(line.text)), None):
        header.title = _whole(first, lines, width)
        header.guess(first.line, header.title, "the title", "no line names a conference; it stands at the top")
    else:
        header.title = PurePath(name).stem or name
        header.guess(
            1, header.title, "the title", "no line before the talk names a conference; it is the name of the file"
        )


def _says_little(text: str) -> bool:
    return all(word.casefold() in _SAY_LITTLE for word in text.split())


def _with_heading(title: str, lines: list[Line]) -> str:
    """A title with the line above or below it, where only both together tell the conference from others."""
    at = next((at for at, line in enumerate(lines) if line.text.strip() == title), None)
    if at is None:
        return title
    before, after = (lines[each].text.strip() if 0 <= each < len(lines) else "" for each in (at - 1, at + 1))
    if _says_little(title):
        plain = not (_NO_HEADING.search(before) or BODY.search(before.title()) or read_date(before))
        return f"{before} – {title}" if plain and 1 < len(before.split()) < 9 else title
    return f"{title} – {after}" if after and _says_little(after) else title


def _may_be_title(text: str) -> bool:
    """Whether a line at the top reads like a heading: some words in small letters, no date, no list, no sentence."""
    words = text.split()
    small = sum(word[:1].islower() for word in words)
    return 3 <= len(words) <= 16 and small > 0 and not re.search(r"[.:;@]|\d{4}|[-–—]{2}|,", text)


def _words(line: Line) -> int:
    """How many words a line holds; Chinese that names a conference counts for several."""
    return len(line.text.split()) + sum("\u4e00" <= each <= "\u9fff" for each in line.text) // 4


def _whole(first: Line, lines: list[Line], width: int) -> str:
    """A title with the lines it goes on in, where lines are wrapped: each but the last is nearly full."""
    pieces = [first]
    for line in lines[lines.index(first) + 1 :]:
        full = width and len(pieces[-1].text.rstrip()) > 0.7 * width
        if (
            not (full or _BY.match(line.text))
            or _KEYED.match(line.text)
            or (read_date(line.text) and not pieces[-1].text.rstrip().endswith((",", " on", " of")))
            or line.line != pieces[-1].line + 1
            or len(pieces) > 4
        ):
            break
        pieces.append(line)
    return " ".join(" ".join(piece.text for piece in pieces).split())


def _find_date(header: Header, source: Source, lines: list[Line]) -> None:
    if (date := read_date(source.front.get("date", ""))) or (date := event_date(header.title)):
        header.date = date
        return
    after_key = [
        after
        for key, after in pairwise(lines)
        if re.fullmatch(r"\s*(?:Date|Time|时间|日期)\s*[:：]\s*", key.text, re.I)
    ]
    keyed = [line for line in lines if re.match(r"\s*(?:Date|时间|日期)\s*[:：]", line.text, re.I)]
    dated = [line for line in lines if event_date(line.text)] or [line for line in lines if read_date(line.text)]
    held = [line for line in dated if _HELD.search(line.text)]
    for line in (*after_key, *keyed, *held, *dated):
        if date := event_date(line.text) or read_date(line.text):
            date = next((day for each in lines if (day := _day_held(each.text, date))), date)
            header.date = date
            if line not in after_key + keyed and len({event_date(each.text) for each in dated}) > 1:
                header.guess(
                    line.line,
                    line.text,
                    "the date",
                    "several dates stand before the talk and this one tells of the event",
                )
            return
    if date := read_date(source.front.get("published_time", "") or source.front.get("article:published_time", "")):
        header.date = date
        header.guess(1, date.isoformat(), "the date", "it is when the page was published; no other date is told")


def _day_held(text: str, near: datetime.date) -> datetime.date | None:
    """The day, told without a year, on which the event was held: up to a month before the date that the page bears."""
    told = _HELD_ON.search(text) if len(text) < 400 else None
    if told is None:
        return None
    try:
        day = datetime.date(near.year, int(told["month"]), int(told["day"]))
    except ValueError:
        return None
    return day if 0 < (near - day).days < 31 else None


def date_elsewhere(header: Header, lines: list[Line], name: str) -> None:
    """The date that nothing before the talk tells: from its first words, a short line at its end, or the file name."""
    full = [line for line in lines if line.number]
    told = [(line, said) for line in full[:8] if (said := _TODAY.search(line.text[:2000]))]
    short = (line for line in full[-8:] if len(line.text) < 90 and not line.text.rstrip().endswith((".", "。")))
    ends = [(line, line.text) for line in short]
    for line, words in [(line, said.group()) for line, said in told] + ends:
        if date := event_date(words):
            header.date = date
            header.guess(line.line, words, "the date", "nothing before the talk tells one")
            return
    if date := event_date(PurePath(name).stem):
        header.date = date
        header.guess(1, PurePath(name).name, "the date", "nothing in the text tells one; it is in the name of the file")


def _find_place(header: Header, lines: list[Line]) -> None:
    for line in lines[:40]:
        matched = _PLACE_BEFORE_DATE.match(line.text) if read_date(line.text) else None
        matched = matched or _ROOM.match(line.text) or _HELD_IN.search(line.text)
        place = _WEEKDAY.sub("", " ".join(matched["place"].split())) if matched else ""
        if (
            matched
            and place
            and not CONFERENCE.search(place.replace("Briefing Room", ""))
            and not _NO_PLACE.search(place)
        ):
            header.place = place
            if matched.re is not _PLACE_BEFORE_DATE:
                header.guess(line.line, header.place, "the place", "the words around it name where the conference was")
            return


def _find_organiser(header: Header, source: Source, lines: list[Line]) -> None:
    if found := organiser(source, header.title, lines):
        name, line, because = found
        header.organiser = name
        if because:
            header.guess(line.line if line else 1, line.text if line else name, f"the organiser {name}", because)
