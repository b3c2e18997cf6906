"""An HTML page or fragment becomes lines, one for each block; the chrome around the talk is kept apart, not dropped."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from briefing_tui.plain import one_line, visible
from briefing_tui.transcripts.draft import NarrationKind
from briefing_tui.transcripts.source import Line, Source

_DROPPED = {"script", "style", "noscript", "template", "svg", "iframe", "-comment", "!doctype"}
_CHROME = {"nav", "footer", "aside", "form", "button", "select", "menu", "dialog"}
_CHROME_CLASS = re.compile(
    r"\b(nav|navbar|menu|breadcrumbs?|footer|sidebar|share|social|related|cookie\w*|advert\w*|skip\w*|toolbar|pagination)"
    r"(?![\w])",
    re.I,
)
_CAPTION_CLASS = re.compile(r"\b(caption|wp-caption-text|photo-credit|pic(?:ture)?-?(?:text|desc))\b", re.I)
_INLINE = re.compile(
    "a|abbr|b|bdi|bdo|big|cite|code|data|em|font|i|ins|kbd|label|mark|q|rp|rt|ruby|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr"
)
_BOLD = {"b", "strong"}
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_WHITE = re.compile(r"[ \t\n\r\f]+")
_SAID = re.compile(r"^#?(\w[\w.-]*)$")


class _Page:
    """Collects the words of one block until the next begins."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.words: list[tuple[str, bool]] = []
        self.who: str | None = None
        self.heading = 0
        self.kept: NarrationKind | None = None
        self.number = 0

    def end(self, blank: bool = True) -> None:
        """Close the line being collected; a block leaves an empty line behind it, a line break does not."""
        text = visible(_WHITE.sub(" ", "".join(words for words, _ in self.words)).replace("\x00", "\n")).strip(" ")
        bold = 0
        for words, strong in self.words:
            if not strong and words.strip():
                break
            bold += len(_WHITE.sub(" ", words))
        self.words.clear()
        if text.strip():
            self.number += 1
            who, self.who = self.who, None
            bold = len(text) if bold >= len(text) else len(text[:bold].rstrip())
            self.lines.append(Line(text, self.number, self.number, bold, self.heading, self.kept, who=who))
        if blank and self.lines and self.lines[-1].number:
            self.lines.append(Line("", self.number, 0))


def lines_of(text: str) -> Source:
    """The page's lines; `line` counts blocks, since what people see of a page has no other lines."""
    tree = LexborHTMLParser(text)
    page = _Page()
    head = tree.css_first("title")
    title = one_line(head.text()) if head else ""
    if title:
        page.number = 1
        page.lines.append(Line(title, 1, 1, kept="header"))
    root = tree.body
    if root is not None:
        _walk(root, page)
    page.end()
    first = tree.css_first("h1")
    return Source(
        "html", tuple(page.lines), _meta(tree), tuple(t for t in (one_line(first.text()) if first else "", title) if t)
    )


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    found = {}
    for node in tree.css("meta[content]"):
        name = node.attributes.get("property") or node.attributes.get("name") or ""
        found[name.lower().removeprefix("og:")] = one_line(node.attributes.get("content") or "")
    return found


def _walk(root: LexborNode, page: _Page) -> None:
    """Every text node in order, by a stack of our own: a hostile page nests deeper than Python does."""
    stack: list[tuple[LexborNode | None, bool, NarrationKind | None, int, bool]] = [(root.child, False, None, 0, False)]
    while stack:
        node, strong, kept, heading, block = stack.pop()
        if node is None:
            if block:
                page.end()
            continue
        stack.append((node.next, strong, kept, heading, block))
        tag = (node.tag or "").lower()
        if tag == "-text":
            if not page.words:
                page.kept, page.heading = kept, heading
            page.words.append((node.text_content or "", strong))
        elif tag == "br":
            page.end(blank=False)
        elif tag not in _DROPPED:
            _enter(node, tag, page, stack, strong, kept, heading)


def _enter(
    node: LexborNode,
    tag: str,
    page: _Page,
    stack: list[tuple[LexborNode | None, bool, NarrationKind | None, int, bool]],
    strong: bool,
    kept: NarrationKind | None,
    heading: int,
) -> None:
    attributes = node.attributes
    who = attributes.get("who")
    inline = _INLINE.fullmatch(tag) is not None and not (tag == "u" and who)
    if not inline:
        page.end()
        kept = kept or _place(tag, attributes)
        heading = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else heading
        if who and (said := _SAID.match(who)):
            page.who = said.group(1)
    strong = strong or tag in _BOLD or bool(_BOLD_STYLE.search(attributes.get("style") or ""))
    stack.append((node.child, strong, kept, heading, not inline))


def _place(tag: str, attributes: dict[str, str | None]) -> NarrationKind | None:
    if tag == "figcaption":
        return "caption"
    if tag in _CHROME or "hidden" in attributes:
        return "chrome"
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if _CAPTION_CLASS.search(names):
        return "caption"
    return "chrome" if tag not in {"body", "main", "article"} and _CHROME_CLASS.search(names) else None
