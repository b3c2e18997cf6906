"""Text from strangers made safe: what a terminal would obey becomes visible, or goes.

One function over code points, idempotent; used when content is loaded, when problems are told, and where text becomes screen content.
"""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile("[\v\f\x85\u2028\u2029]|\r\n?")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DROPPED = frozenset("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060\u2061\u2062\u2063\u2064\u3164\ufeff\uffa0")
# The quick way: nothing in it but printable ASCII, common letters, CJK and line ends.
_HARMLESS = re.compile("[\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u05ff\u2010-\u2027\u2030-\u205f\u20a0-\u2fff\u3000-\u3163\u3165-\ud7ff]*")
_MOST_MARKS = 4


def visible(text: str) -> str:
    """The text with control characters, bidirectional overrides and the like shown as signs (`␛`, `«U+202E»`) or dropped."""
    if _HARMLESS.fullmatch(text):
        return text
    out: list[str] = []
    marks = 0
    for character in _BREAKS.sub("\n", text):
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            out.append(_shown(character))
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
    if character in "\t\n":
        return character
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if character in _BIDI:
        return f"«U+{code:04X}»"
    if character in _DROPPED or 0xE0000 <= code <= 0xE0FFF:
        return ""
    if 0x80 <= code < 0xA0 or unicodedata.category(character) in {"Cs", "Co", "Cn"}:
        return "�"
    return character
