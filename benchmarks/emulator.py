"""A terminal's screen: draws what a program writes, and answers what it asks, as the terminals in use do."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

import pyte

# The sequences of a terminal's language; all else is text. One that is not whole yet waits for its end.
_SEQUENCE = re.compile(
    r"\x1b\[(?P<lead>[<=>?]?)(?P<numbers>[\d;:]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b[]PX^_](?P<told>.*?)(?:\x07|\x1b\\)"
    r"|\x1b[ -/]*[0-Z\\`-~]",
    re.DOTALL,
)
_SYNCHRONISED = 2026
_OTHER_SCREEN = {47, 1047, 1049}


class Screen:
    """What the user sees. `answer` is called with each answer that the terminal gives."""

    def __init__(self, columns: int, rows: int, answer: Callable[[bytes], None] = lambda _: None) -> None:
        self.drawn = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.drawn)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._answer = answer
        self._waiting = ""
        self._last = " "
        self.held = False  # within a synchronised update, of which nothing is shown before its end

    @property
    def text(self) -> str:
        return "\n".join(self.drawn.display)

    def feed(self, written: bytes) -> None:
        """Draw some more of what the program writes."""
        text = self._waiting + self._decoder.decode(written)
        at = 0
        for found in _SEQUENCE.finditer(text):
            self._words(text[at : found.start()])
            self._sequence(found)
            at = found.end()
        begun = text.find("\x1b", at)
        self._words(text[at:begun] if begun >= 0 else text[at:])
        self._waiting = text[begun:] if begun >= 0 else ""

    def _words(self, text: str) -> None:
        if text:
            self._stream.feed(text)
            self._last = text[-1]

    def _sequence(self, found: re.Match[str]) -> None:
        lead, between, final = found["lead"], found["between"], found["final"]
        numbers = [int(each) for each in (found["numbers"] or "").split(";") if each.isdigit()]
        if final is None:
            if found["told"] is None:
                self._stream.feed(found[0])
        elif lead == "?" and not between and final in "hl":
            self._mode(numbers, final == "h", found[0])
        elif not lead and not between and final in "bST":
            self._repeat(final, max(numbers[0] if numbers else 1, 1))
        elif not lead and not between and final not in "cntu":
            # pyte reads colons for semicolons nowhere: colours do not matter here.
            self._stream.feed(found[0].replace(":", ";"))

    def _mode(self, modes: list[int], on: bool, raw: str) -> None:
        if _SYNCHRONISED in modes:
            self.held = on
        elif _OTHER_SCREEN & set(modes):
            self.drawn.erase_in_display(2)
            self.drawn.cursor_position()
        else:
            self._stream.feed(raw)

    def _repeat(self, final: str, times: int) -> None:
        """What pyte does not know: a character again, lines moved up or down."""
        if final == "b":
            self.drawn.draw(self._last * min(times, self.drawn.columns))
            return
        top, bottom = self.drawn.margins or (0, self.drawn.lines - 1)
        cursor, before = self.drawn.cursor, self.drawn.cursor.y
        for _ in range(min(times, bottom - top + 1)):
            cursor.y = bottom if final == "S" else top
            self.drawn.index() if final == "S" else self.drawn.reverse_index()
        cursor.y = before


class Answers:
    """What a terminal answers, found in the bytes as they come, before anything is drawn."""

    _ASKED = re.compile(
        rb"\x1b\[(?:(?P<device>[>=]?)0?c|\?(?P<mode>\d+)\$p|(?P<state>[56])n|>0?(?P<version>q)|(?P<size>1[468])t)"
        rb"|\x1b\](?P<colour>1[0-2]|4;\d+);\?(?:\x07|\x1b\\)"
    )
    _LONGEST = 16

    def __init__(self, columns: int, rows: int) -> None:
        self._columns, self._rows = columns, rows
        self._rest = b""

    def to(self, written: bytes) -> bytes:
        """The answers to the questions in some bytes; one that is cut in two is answered once it is whole."""
        looked_at = self._rest + written
        answers, end = b"", 0
        for asked in self._ASKED.finditer(looked_at):
            answers += self._one(asked)
            end = asked.end()
        self._rest = looked_at[max(end, len(looked_at) - self._LONGEST) :]
        return answers

    def _one(self, asked: re.Match[bytes]) -> bytes:
        if asked["mode"]:
            # 2: known and off. Only synchronised updates are; the others are told as unknown.
            return b"\x1b[?%s;%d$y" % (asked["mode"], 2 if int(asked["mode"]) == _SYNCHRONISED else 0)
        if asked["state"]:
            return b"\x1b[1;1R" if asked["state"] == b"6" else b"\x1b[0n"
        if asked["version"]:
            return b"\x1bP>|terminal(1)\x1b\\"
        if asked["size"]:
            kind, width, height = {b"18": (8, 1, 1), b"16": (6, 0, 0), b"14": (4, 8, 16)}[asked["size"]]
            return b"\x1b[%d;%d;%dt" % (kind, self._rows * height or 16, self._columns * width or 8)
        if asked["colour"]:
            return b"\x1b]%s;rgb:1e1e/1e1e/1e1e\x1b\\" % asked["colour"]
        return {b"": b"\x1b[?62;22c", b">": b"\x1b[>41;390;0c", b"=": b"\x1bP!|00000000\x1b\\"}[asked["device"]]
