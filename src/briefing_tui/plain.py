"""Text from strangers made safe: what a terminal would obey becomes visible, or goes.

One function over code points, idempotent; used when content is loaded, when problems are told, and where
text becomes screen content.
"""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile("[\v\f\x85\u2028\u2029]|\r\n?")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DROPPED = frozenset("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060\u2061\u2062\u2063\u2064\u3164\ufeff\uffa0")
_JOINERS = frozenset("\u200c\u200d")
# The quick way: nothing but common letters, signs and CJK, none of them a mark that could be heaped up.
_HARMLESS = re.compile(
    "[\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u2190-\u23ff\u2500-\u27bf\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]*"
)
_MOST_MARKS = 4


def visible(text: str) -> str:
    """The text with control characters, overrides and the like shown (`␛`, `«U+202E»`) or dropped."""
    if _HARMLESS.fullmatch(text):
        return text
    out: list[str] = []
    marks = 0
    for character in _BREAKS.sub("\n", text):
        shown = _shown(character)
        if unicodedata.category(character) in {"Mn", "Me"}:
            marks += 1
        elif shown and character not in _JOINERS:
            marks = 0
        if marks <= _MOST_MARKS:
            out.append(shown)
    return "".join(out)


def offences(text: str) -> tuple[str, ...]:
    """The characters, as code points, that content may not hold; each once."""
    if _HARMLESS.fullmatch(text):
        return ()
    found = (f"U+{ord(each):04X}" for each in text if each not in "\t\n" and _shown(each) != each)
    return tuple(dict.fromkeys(found))


def one_line(text: str) -> str:
    """The visible text on one line, every run of white space a single blank."""
    return " ".join(visible(text).split())


def _shown(character: str) -> str:
    code = ord(character)
    if character in _BIDI:
        return f"«U+{code:04X}»"
    if character in _DROPPED or 0xE0000 <= code <= 0xE0FFF:
        return ""
    match unicodedata.category(character):
        case "Cc" if character not in "\t\n":
            return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "�"
        case "Cs" | "Co" | "Cn":
            return "�"
    return character


def folded(text: str) -> str:
    """The text as it is compared: case and accents aside."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(each for each in letters if not unicodedata.combining(each))


def spans_of(words: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where words stand in a text as they are, case and accents aside; positions are those of the text."""
    needle = folded(words)
    if not needle:
        return ()
    if text.isascii():
        haystack, origin = text.lower(), list(range(len(text)))
    else:
        shapes = [folded(each) for each in text]
        haystack, origin = "".join(shapes), [index for index, shape in enumerate(shapes) for _ in shape]
    found = []
    at = haystack.find(needle)
    while at >= 0:
        found.append((origin[at], origin[at + len(needle) - 1] + 1))
        at = haystack.find(needle, at + len(needle))
    return tuple(found)
