"""What a cell looks like, as a terminal's SGR codes: reading them, and the fewest bytes from one look to another."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Style(NamedTuple):
    """Colours as the parameters that set them ("" the terminal's own), attributes as SGR numbers, and a link."""

    fg: str = ""
    bg: str = ""
    attributes: frozenset[int] = frozenset()
    link: str = ""


PLAIN = Style()
OFF = {1: 22, 2: 22, 3: 23, 4: 24, 21: 24, 5: 25, 6: 25, 7: 27, 8: 28, 9: 29, 51: 54, 52: 54, 53: 55}
SEEN_ON_BLANKS = frozenset({4, 21, 7, 9, 51, 52, 53})
FOREGROUNDS = frozenset(map(str, (*range(30, 38), *range(90, 98))))
BACKGROUNDS = frozenset(map(str, (*range(40, 48), *range(100, 108))))
EXTENDED = {"2": 5, "5": 3}  # how many parameters a colour of the form 38;2;… or 38;5;… takes


@lru_cache(4096)
def applied(style: Style, parameters: str) -> Style:
    """The style after `CSI parameters m`; codes that are not known change nothing."""
    fg, bg, attributes, link = style
    codes = parameters.split(";")
    at = 0
    while at < len(codes):
        code = codes[at]
        taken = 1
        if code in {"", "0"}:
            fg, bg, attributes = "", "", frozenset()
        elif code in {"38", "48", "58"}:
            taken = EXTENDED.get(codes[at + 1] if at + 1 < len(codes) else "", 1)
            colour = ";".join(codes[at : at + taken])
            fg, bg = (colour if code == "38" else fg), (colour if code == "48" else bg)
        elif code in FOREGROUNDS or code.startswith("38:"):
            fg = code
        elif code in BACKGROUNDS or code.startswith("48:"):
            bg = code
        elif code in {"39", "49"}:
            fg, bg = ("" if code == "39" else fg), ("" if code == "49" else bg)
        elif code.isdigit():
            number = int(code)
            attributes = attributes | {number} if number in OFF else attributes - {a for a in OFF if OFF[a] == number}
        at += taken
    return Style(fg, bg, attributes, link)


@lru_cache(4096)
def blank(style: Style) -> Style:
    """What of a style is seen on a space."""
    return style if style.attributes & SEEN_ON_BLANKS else Style(bg=style.bg, link=style.link)


@lru_cache(4096)
def restyled(pen: Style, wanted: Style) -> str:
    """The fewest bytes that make a pen of one style write in another."""
    link = "" if pen.link == wanted.link else f"\x1b]8;{wanted.link or ';'}\x1b\\"
    if pen[:3] == wanted[:3]:
        return link
    off = {OFF[each] for each in pen.attributes - wanted.attributes}
    on = {each for each in wanted.attributes if each not in pen.attributes or OFF[each] in off}
    codes = [str(each) for each in sorted(off) + sorted(on)]
    codes += [wanted.fg or "39"] if pen.fg != wanted.fg else []
    codes += [wanted.bg or "49"] if pen.bg != wanted.bg else []
    step = ";".join(codes)
    anew = ";".join(filter(None, ["" if wanted[:3] == PLAIN[:3] else "0", *_all(wanted)]))
    return f"{link}\x1b[{min(anew, step, key=len)}m"


@lru_cache(4096)
def pen_for(pen: Style, wanted: Style, empty: bool) -> Style:
    """The style to change to before a cell is written: for an empty one, all that is not seen may stay as it is."""
    if not empty or wanted.attributes & SEEN_ON_BLANKS:
        return wanted
    kept = Style(pen.fg, wanted.bg, pen.attributes - SEEN_ON_BLANKS, wanted.link)
    return min(kept, wanted, key=lambda each: len(restyled(pen, each)))


def _all(style: Style) -> list[str]:
    return [*map(str, sorted(style.attributes)), style.fg, style.bg]
