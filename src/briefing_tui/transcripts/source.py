"""Raw bytes become lines: what kind of file it is, its characters, its front matter. Judges no content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from briefing_tui.plain import visible
from briefing_tui.transcripts.draft import Narration, NarrationKind

SourceKind = Literal["text", "markdown", "html"]

_TAG = re.compile(r"<(?:!doctype|html|body|div|p|br|h[1-6]|article|section|table|span|u|b|strong|tei)\b[^<>]*>", re.I)
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.I)
_PIECES = re.compile("[\f\v\x85\u2028\u2029]")
_FRONT_KEY = re.compile(r"([A-Za-z_][\w-]*):\s*(.*)")
_ESCAPED = re.compile(r"\\([_*#\[\]()>.!+`~|-])")
_STARS = re.compile(r"^(\s*)(\*\*|__)(?=\S)(.+?)(?<=\S)\2")
# What no writer of text types: controls other than tabs, line ends and escapes, and what could not be decoded.
_UNTYPED = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_HEADING = re.compile(r"^(#{1,6})\s+(?=\S)")


class Line(NamedTuple):
    """One line of the source. `number` counts the non-empty ones from 1 and is 0 for an empty one.

    `bold` is how many leading characters are set bold, `heading` the level of a heading, `kept` says where the line
    goes when it is no part of the talk; `after_page` stands where a page ended just before.
    """

    text: str
    line: int
    number: int
    bold: int = 0
    heading: int = 0
    kept: NarrationKind | None = None
    after_page: bool = False
    who: str | None = None

    def narrated(self, kind: NarrationKind) -> Narration:
        return Narration(self.line, self.number, self.text.strip(), kind)


@dataclass(frozen=True, slots=True)
class Source:
    kind: SourceKind
    lines: tuple[Line, ...]
    front: dict[str, str]
    titles: tuple[str, ...] = ()


def load(raw: bytes | str) -> Source:
    """The lines of a file of any of the three kinds, with nothing a terminal would obey; ValueError for no text."""
    text = decoded(raw) if isinstance(raw, bytes) else raw.removeprefix("\ufeff")
    if isinstance(raw, bytes) and not _is_text(text):
        raise ValueError("is not text")
    source = _source(text)
    if not any(line.number for line in source.lines):
        raise ValueError("holds no text")
    return source


def is_page(text: str) -> bool:
    """Whether a text is a saved page of the web."""
    return len(_TAG.findall(text[:20_000])) >= 3


def unmarked(text: str) -> str:
    """A saved page as a line for each paragraph, by the numbers that import gives them; any other text as it is."""
    if not is_page(text):
        return text
    return "\n".join(" ".join(line.text.split()) for line in _source(text).lines if line.number)


def _source(text: str) -> Source:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if is_page(text):
        from briefing_tui.transcripts.web import lines_of

        return lines_of(text)
    lines = _counted(text)
    front, body = _front_matter(lines)
    markdown = bool(front) or any(_STARS.match(line.text) or _HEADING.match(line.text) for line in lines[:400])
    if markdown:
        body = [_plainer(line) for line in body]
    return Source("markdown" if markdown else "text", tuple(body), front)


def decoded(raw: bytes) -> str:
    """The characters of a file: a byte order mark, a declaration, UTF-8, GB 18030 or Windows' Western letters."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            return raw.decode(name, errors="replace")
    declared = _CHARSET.search(raw[:4096])
    names = [declared.group(1).decode("ascii")] if declared else []
    for name in (*names, "utf-8", "gb18030"):
        try:
            text = raw.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        if name != "gb18030" or _is_chinese(text):
            return text
    return raw.decode("cp1252", errors="replace")


def _is_text(text: str) -> bool:
    """Whether these are the characters of a text: a few spoilt ones do not make it something else."""
    return text.count("\0") * 200 <= len(text) and len(_UNTYPED.findall(text)) * 12 <= len(text)


def _is_chinese(text: str) -> bool:
    return sum("\u4e00" <= each <= "\u9fff" for each in text[:5000]) > 0.2 * min(len(text), 5000)


def _counted(text: str) -> list[Line]:
    lines: list[Line] = []
    number = 0
    whole = _PIECES.search(text) is None
    for at, physical in enumerate(text.split("\n"), start=1):
        for first, piece in enumerate((physical,) if whole else _PIECES.split(physical)):
            clean = visible(piece) if piece else piece
            if clean and not clean.isspace():
                number += 1
                lines.append(Line(clean, at, number, after_page=first > 0))
            else:
                lines.append(Line(clean, at, 0, after_page=first > 0))
    return lines


def _front_matter(lines: list[Line]) -> tuple[dict[str, str], list[Line]]:
    """The values of YAML front matter (one level, quoted and folded strings), its lines marked as header."""
    if not lines or lines[0].text.rstrip() != "---":
        return {}, lines
    end = next((at for at, line in enumerate(lines[1:60], start=1) if line.text.rstrip() in {"---", "..."}), None)
    if end is None:
        return {}, lines
    found: dict[str, str] = {}
    key = ""
    for line in lines[1:end]:
        if matched := _FRONT_KEY.match(line.text):
            key, found[matched.group(1).lower()] = matched.group(1).lower(), matched.group(2)
        elif key:
            more = line.text.strip()
            found[key] = found[key].removesuffix("\\") + (more[1:] if more.startswith("\\ ") else " " + more)
    front = {name: _unquoted(value) for name, value in found.items()}
    return front, [*(line._replace(kept="header") for line in lines[: end + 1]), *lines[end + 1 :]]


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        value = value[1:-1]
    return re.sub(r"\s+", " ", value.replace("\\_", " ").replace('\\"', '"').replace("''", "'")).strip()


def _plainer(line: Line) -> Line:
    """Markdown's heading and leading bold as traits of the line, its escapes undone."""
    text = _ESCAPED.sub(r"\1", line.text) if "\\" in line.text else line.text
    if matched := _HEADING.match(text):
        return line._replace(text=text[matched.end() :].strip("# "), heading=len(matched.group(1)))
    if matched := _STARS.match(text):
        bare = matched.group(1) + matched.group(3)
        return line._replace(text=bare + text[matched.end() :], bold=len(bare))
    return line._replace(text=text)
