"""What a figure measures, in a few words of its sentence. A person gives the indicator its real name."""

from __future__ import annotations

import re

from briefing_tui.leading import without_tail
from briefing_tui.transcripts.figures_masked import NAME, TIME
from briefing_tui.transcripts.figures_patterns import spoken
from briefing_tui.transcripts.figures_phrase import noun_phrase
from briefing_tui.transcripts.figures_words import STOP

_BREAK = re.compile(
    spoken(
        rf"[,;:.?!—(]\s*|{TIME}+\s*| -- "
        r"|\b(?:that|while|with|which|bringing|leading to|but|when|where|for example|of which|after) "
    )
)
_WHO = "i|we|you|they|it|he|she|there|that|who|which|what"
_HEAD = re.compile(
    spoken(
        r"^(?:[\s\"“'”,]|\b(?:(?:goal|aim|target) is to \w+|a total of|(?:total )?(?:number|amount) of"
        r"|(?:the )?country['’]s|(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twenty\S*)(?=\s)"
        rf"|(?:{_WHO}|let)['’](?:re|ve|s|ll|d|m)|i think|{_WHO}|the|an?|its|our|their|this|these|and|or|but|so|well"
        "|now|today|currently|first|second|third|fourth|fifth|overall|specifically|nationwide|additionally|in addition"
        "|meanwhile|then|example|between|such|probably|only|never|still|also|just|even|say|know|need|like|how|going|go|is|are|was|were"
        r"|to|of|in|by|at|on|for|as|from|over)\b)+"
    ),
    re.IGNORECASE,
)
_IN = re.compile(
    spoken(
        r"\s*(?:[\w-]+ ){0,3}(?:increase|growth|rise|decline|drop|decrease|reduction|hike|cut|gain|jump|expansion) in "
        r"((?:[\w'’-]+\s?){1,9})"
    ),
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\s+((?:(?:[\w.'’-]|,(?=\d))+\s?){1,7})")
_STOPS = re.compile(
    r"(?<=\w)\s+(?:is|are|was|were|has|have|had|in|on|by|from|to|for|that|which|who|will|than|and|with|as|at"
    r"|during|over"
    r"|serving|being|compared)\b.*$",
    re.IGNORECASE,
)
_QUOTES = re.compile(f'["“”{TIME}]')
_WEAK = re.compile(r"(?:\w+ing|while|additional|ha[sd]|have|another)\b", re.IGNORECASE)
_WORDS = re.compile(rf"\)?\s+((?:[A-Za-z{NAME}][\w'’{NAME}-]*\s?){{1,6}})")
# `a 300 MW gas turbine`: how great a thing is that stands behind.
_ARTICLE = re.compile(r"\b(?:an?|the|its|our|their|first|new)\s+$", re.IGNORECASE)
# `$300 million in aid`
_FOR_WHAT = re.compile(
    rf" (?:in|of|worth of|in the form of) ((?!(?:the|this|that|last|next|an?|our|its|their|each|total|all|them"
    rf"|it|which)\b)[a-z]{{3,}}"
    rf"(?: (?!(?:in|on|by|from|to|for|that|which|and|over|since|this|last|up|down|was|is|were"
    rf"|are)\b)[a-z{NAME}][\w'’-]*){{0,3}})".replace(" ", r"\s+")
)
# `we spend 85 million yuan on cranes`
_SPENDS = re.compile(
    r"\b(?:spen[dt]|spending|invest(?:s|ed|ing)?|put|putting|earmark\w*|allocat\w*)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_ON_WHAT = re.compile(_FOR_WHAT.pattern.replace("(?:in|of|worth", "(?:on|into|for|in|of|worth", 1))
_MOVES = (
    r"(?:up|down|r[io]se|risen|rising|rises|grew|grown?|f[ae]ll(?:en|s|ing)?|increas\w+|decreas\w+|declin\w+"
    r"|dropp?\w*|cut|went|gone"
    r"|rais\w+|lower\w*|reduc\w+|eas(?:ed|ing)|slow\w+|chang\w+|mov\w+|revis\w+|improv\w+|climb\w+|jump\w+"
    r"|expand\w+|shr[aiu]nk"
    r"|widen\w+|narrow\w+|edg\w+|doubl\w+|tripl\w+|brought|higher|lower|surg\w+|slip\w+|short\w+|accelerat\w+)"
)
_FROM = re.compile(
    rf"\b{_MOVES}\b(?:[^;:.]|\.\d){{0,50}}\bfrom\s+(?:(?:a|an|the|about|around|some|nearly|over|just|only)\s+)*$",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:compared\s+(?:with|to)|against|versus|after)\s+(?:(?:about|around|some|nearly|only|a|an)\s+)*$"
)
_THEN = re.compile(
    rf"(?:\s+[a-z]+){{0,3}}?\s+(?:{TIME}|(?:a|one|the)\s+(?:year|month|quarter)\s+(?:earlier|before|ago)\b"
    r"|in\s+the\s+(?:first|second|third|fourth)\b)"
)
_LONGEST = 64
_FAR = 240
_SHORT = 6


def subject(hidden: str, text: str, first: int, at: int) -> str:
    """The words that lead to a figure: `Industrial value added` before `increased by 5.8%`."""
    first = max(first, hidden.rfind(" ", first, max(first, at - _FAR)) + 1)
    end = at
    for _ in range(4):
        kept = without_tail(hidden[first:end])
        cuts = list(_BREAK.finditer(kept))
        begin = first + (cuts[-1].end() if cuts else 0)
        words = tidy(text[begin : first + len(kept)])
        if len(words) > 3 or not cuts:
            return words
        end = first + cuts[-1].start()
    return ""


def following(hidden: str, text: str, at: int, leading: str) -> str:
    """The words behind a quantity where those before it say little: `an 18 MW offshore wind turbine`."""
    match = _WORDS.match(hidden, at)
    if match is None or match[1].split()[0].lower() in STOP or (leading and not _WEAK.match(leading)):
        return leading
    words = tidy(_STOPS.sub("", text[match.start(1) : match.end(1)]))
    return words if len(words) > 3 else leading


def earlier(text: str, at: int) -> bool:
    """Whether a figure is what another was before: `fell from 5.1%`, `up from $250 million`."""
    return "from" in text[max(0, at - 25) : at] and _FROM.search(text, max(0, at - 90), at) is not None


def compared(text: str, start: int, end: int) -> bool:
    """Whether a figure is what another was at a time before: `0.4 billion, compared with 1.5 billion in March`."""
    return _WITH.search(text, max(0, start - 40), start) is not None and _THEN.match(text, end) is not None


def measured(hidden: str, text: str, start: int, at: int, *, money: bool) -> str:
    """The thing that a measure tells the size of, or money is for: `a 300 MW turbine`, `$300 million in aid`."""
    if money:
        spent = _SPENDS.search(hidden, max(0, start - 40), start)
        what = _FOR_WHAT.match(hidden, at) or (_ON_WHAT.match(hidden, at) if spent else None)
        return tidy(text[what.start(1) : what.end(1)]) if what else ""
    return following(hidden, text, at, "") if _ARTICLE.search(hidden, 0, start) else ""


def behind(hidden: str, text: str, at: int, leading: str) -> str:
    """What a percentage is of or in: `a 16% increase in investment`, `42% of the global total`."""
    if match := _IN.match(hidden, at):
        return tidy(_STOPS.sub("", text[match.start(1) : match.end(1)]))
    match = _OF.match(hidden, at)
    words = tidy(_STOPS.sub("", text[match.start(1) : match.end(1)])) if match else ""
    if not words:
        return ""
    words = f"share of {words[0].lower() if words[1:2].islower() else words[0]}{words[1:]}"
    speaks = len(leading) > 3 and leading.count(" ") < _SHORT and not _WEAK.match(leading)
    return f"{leading}, {words}" if speaks else words[0].upper() + words[1:]


def tidy(words: str) -> str:
    """A noun phrase without what leads up to it, one line, not too long, with a capital; nothing where none is left."""
    words = " ".join(_HEAD.sub("", _QUOTES.sub(" ", words)).split()).strip(" '’,.;:()-–—")
    words = noun_phrase(words)
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rpartition(" ")[0] or words[:_LONGEST]
    return words[:1].upper() + words[1:]
