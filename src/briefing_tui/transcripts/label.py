"""Labels: where turns begin, and which of the places that look like it are none. What all layouts share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from briefing_tui.model import TurnKind
from briefing_tui.transcripts.lexicon import HEADER_KEYS, UPPER
from briefing_tui.transcripts.names import is_anonymous, is_generic, is_near, key_of, shape
from briefing_tui.transcripts.source import Line

_ENDS = tuple(".?!…:;。？！：；”\"'’»)]）】*—–-0123456789")
_WORD = re.compile(r"[^\W_]+(?:[-'.·&][^\W_]+)*|&")
_ENTRY = re.compile(r"\s*(?:(?:Mr|Ms|Mrs|Dr)\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){1,4}, \w")
# Behind the key of a header, on its line: one or more people and their posts.
_LISTED = re.compile(
    r"[\u4e00-\u9fff、，（）()]{3,40}[ \u3000]+[\u4e00-\u9fff·]{2,8}(?:[、，；].{0,200})?|"
    rf"(?:(?:Mr|Ms|Mrs|Dr|Prof)\.? )?[{UPPER}][\w'’-]+(?: [{UPPER}][\w'’.-]*){{1,3}}(?:, [a-zA-Z][^.?!]{{3,200}})?"
)
_LETTER = re.compile(
    r"\s*(?P<name>[QA](?:\d{1,3}(?=[:.)]))?(?:\s*[(\[][^()\[\]]{2,60}[)\]](?=\s*[:.]))?)"
    r"(?:\s?[:.)]\s*(?=\S)|\s*[\xa0\t\u2002\u2003]\s*(?=\S)|\s{2,}(?=\S)|\s*$)"
)
_LETTER_CLOSE = re.compile(r"\s*(?P<name>[QA])\s+(?=[A-Z“\"(—…])")
_MAY_SPEAK = frozenset(
    [
        "moderator",
        "host",
        "chair",
        "chairman",
        "chairperson",
        "speaker",
        "spokesperson",
        "presenter",
        "主持人",
        "发言人",
        "主持",
    ]
)


# No label is longer than this, with what stands before it on its line.
_REACH = 200
# No more labels than these are an excerpt's.
_CROWD = 5000  # different names; so many are not weighed, since no conference has them
_FEW = 2


class Label(NamedTuple):
    """The start of a turn: its line (an index), the name on it, how it is printed, and where the words begin."""

    at: int
    name: str
    printed: str
    end: int
    kind: TurnKind | None = None


@dataclass(slots=True)
class Talk:
    """The lines that labels are looked for in, and the closed list of names that the header gives."""

    lines: list[Line]
    wrapped: bool = False
    names: frozenset[str] = frozenset()
    titles: str = ""
    width: int = 0
    houses: dict[str, str] = field(default_factory=dict)
    top: str = ""
    _spaced: str = ""
    _known: dict[str, bool] = field(default_factory=dict)
    _signed: dict[str, tuple[list[Line], list[tuple[int, Line]]]] = field(default_factory=dict)

    def knows(self, name: str) -> bool:
        """Whether the header names this person or outlet."""
        if name not in self._known:
            titled = f" {key_of(name)} " in self._titles()
            self._known[name] = self.lists(name) or (bool(key_of(name)) and not is_generic(name) and titled)
        return self._known[name]

    def above(self, titles: str) -> None:
        """Take no more than these words for titles, now that it is known where the talk begins."""
        self.titles, self._spaced = titles, ""
        self._known.clear()

    def lists(self, name: str) -> bool:
        """Whether the header's closed list holds the name."""
        key = key_of(name)
        close = any(key == each or key in each.split() or is_near(key, each) for each in self.names)
        return bool(key) and not is_generic(name) and close

    def _titles(self) -> str:
        """The words of the titles as keys are written, a blank around each."""
        if not self._spaced:
            small = self.titles.casefold().replace("’", "'").replace("'s ", " ")
            self._spaced = f" {' '.join(_WORD.findall(small))} "
        return self._spaced

    def opens(self, at: int) -> bool:
        """Whether a sentence may begin here: the line before is empty, ended, or set as a paragraph of its own."""
        if at == 0 or not self.wrapped:
            return True
        before = self.lines[at - 1]
        ended = not before.number or before.kept is not None or before.text.rstrip().endswith(_ENDS)
        return ended or len(before.text.rstrip()) < 0.6 * self.width

    def with_sign(self, sign: str) -> list[tuple[int, Line]]:
        """The lines of the talk that hold a sign where a label may have it, each with where it stands."""
        lines, found = self._signed.get(sign, ([], []))
        if lines is not self.lines:
            found = [
                (at, line)
                for at, line in enumerate(self.lines)
                if line.number and line.kept is None and (sign in (begin := line.text[:_REACH]) or "：" in begin)
            ]
            self._signed[sign] = (self.lines, found)
        return found

    def next_full(self, at: int) -> int | None:
        """The next line that holds words."""
        return next((each for each in range(at + 1, min(at + 12, len(self.lines))) if self.lines[each].number), None)


class Layout(NamedTuple):
    """A family of layouts: its name, what it looks like, and where it sees labels."""

    name: str
    looks: str
    labels: Callable[[Talk], list[Label]]


def accepted(talk: Talk, candidates: list[Label], least: int = 3) -> list[Label]:
    """The candidates that are labels, weighed by the header, by how often they stand, and by what they look like."""
    candidates = without_header_keys(talk, candidates)
    counts = Counter(each.name.casefold() for each in candidates)
    for name in {each.name for each in candidates if ", " in each.name}:
        counts[name.casefold()] += counts[name.casefold().partition(", ")[0]]
    names = {each.name for each in candidates}
    if len(names) > _CROWD:
        return candidates
    weights = {name: _weight(talk, name, counts[name.casefold()]) for name in names}
    kept = [each if weights[each.name] + (0 if talk.opens(each.at) else -3) >= least else None for each in candidates]
    after: Label | None = None
    for at in range(len(candidates) - 1, -1, -1):
        one = candidates[at]
        if kept[at] is None and after and 1 <= weights[one.name] < least and talk.opens(one.at):
            kept[at] = one if _answers(talk, after, counts) and _asks(talk, one, after) else None
        after = kept[at] or after
    if 0 < sum(each is not None for each in kept) <= _FEW:
        kept = _with_answers(talk, candidates, kept, weights)
    kept = _with_known(talk, candidates, kept, weights)
    kept = _with_bold(talk, candidates, kept)
    names = {each.name.casefold() for each in kept if each}
    found = zip(candidates, kept, strict=True)
    return [each for each, sure in found if sure or (each.name.casefold() in names and talk.opens(each.at))]


def _with_answers(
    talk: Talk, candidates: list[Label], kept: list[Label | None], weights: dict[str, int]
) -> list[Label | None]:
    """What is kept, and in an excerpt of a few turns the full name right behind a question."""
    found = list(kept)
    for at, one in enumerate(candidates[1:], start=1):
        before = found[at - 1]
        if found[at] is None and before and weights[one.name] >= 1 and " " in one.name and talk.opens(one.at):
            words = " ".join(line.text for line in talk.lines[before.at : min(one.at, before.at + 30)])
            found[at] = one if "?" in words or "？" in words else None
    return found


def _with_bold(talk: Talk, candidates: list[Label], kept: list[Label | None]) -> list[Label | None]:
    """What is kept, and among labels in bold a name that stands once: its words are no words of the talk."""
    bold = [talk.lines[each.at].bold >= len(each.name) for each in candidates]
    left = [at for at, each in enumerate(candidates) if bold[at] and kept[at] is None and " " in each.name]
    if not left or not any(sure and heavy for sure, heavy in zip(kept, bold, strict=True)):
        return kept
    words = {word for line in talk.lines for word in _WORD.findall(line.text) if word[0].islower()}
    found = list(kept)
    for at in left:
        one = candidates[at]
        if shape(one.name) >= 1 and talk.opens(one.at) and not words & {*key_of(one.name).split()}:
            found[at] = one
    return found


def _with_known(
    talk: Talk, candidates: list[Label], kept: list[Label | None], weights: dict[str, int]
) -> list[Label | None]:
    """What is kept, and a full name that the lines above tell, right behind a question or a turn that names it."""
    found = list(kept)
    before: Label | None = None
    for at, one in enumerate(candidates):
        if found[at] is None and before and weights[one.name] >= 1 and " " in one.name and talk.opens(one.at):
            words = " ".join(line.text for line in talk.lines[before.at : min(one.at, before.at + 40)]).rstrip()
            own = [each.title() if each.isupper() else each for each in key_of(one.name).title().split()]
            asked = words.endswith(("?", "？")) or re.search(rf"\b(?:{'|'.join(map(re.escape, own))})\b", words)
            if asked and _is_told(talk, own[-1], one.at):
                found[at] = one
        before = found[at] or before
    return found


def _is_told(talk: Talk, surname: str, at: int) -> bool:
    """Whether a surname stands in the first lines or shortly above a line."""
    told = re.compile(rf"(?<![\w-]){re.escape(surname)}(?![\w-])")
    return any(told.search(line.text) for line in (*talk.lines[: min(at, 40)], *talk.lines[max(40, at - 40) : at]))


def _weight(talk: Talk, name: str, count: int) -> int:
    often = 3 if count >= 4 else 2 if count >= 2 else 0
    return shape(name) + often + (3 if talk.knows(name) else 0)


def _answers(talk: Talk, label: Label, counts: Counter[str]) -> bool:
    return talk.knows(label.name) or (counts[label.name.casefold()] >= 2 and not is_anonymous(label.name))


def _asks(talk: Talk, one: Label, after: Label) -> bool:
    """Whether the words between two labels are a question, or short enough to be one."""
    if one.name.isupper() and " " in one.name:
        return True
    words = " ".join(line.text for line in talk.lines[one.at : min(after.at, one.at + 30)])
    return "?" in words or "？" in words or after.at - one.at <= 6


def without_header_keys(talk: Talk, candidates: list[Label]) -> list[Label]:
    """The candidates that head no list of the header."""
    counts = Counter(each.name.casefold().strip() for each in candidates)
    others = (each.at for each in candidates if each.name.casefold() not in HEADER_KEYS)
    begun = min(others, default=len(talk.lines))
    return [
        each
        for each in candidates
        if not is_header_key(talk, each, above=each.at <= begun and counts[each.name.casefold().strip()] < 2)
    ]


def is_header_key(talk: Talk, label: Label, *, above: bool) -> bool:
    """Whether `Speakers:` or `Date:` heads a list of the header rather than somebody's words.

    `above`: it stands once, and above all that is said.
    """
    name = label.name.casefold().strip()
    if name not in HEADER_KEYS:
        return False
    after = talk.next_full(label.at)
    rest = talk.lines[label.at].text[label.end :].strip()
    listed = _LISTED.fullmatch(rest.strip("*_ ").removesuffix(".")) is not None or (
        not rest and after is not None and _ENTRY.match(talk.lines[after].text) is not None
    )
    return name not in _MAY_SPEAK or listed or (above and not rest.endswith(_ENDS))


def ends_of(talk: Talk, labels: list[Label]) -> list[int]:
    """For each label the line at which its turn has ended."""
    return [*(each.at for each in labels[1:]), len(talk.lines)] if labels else []


def letters(talk: Talk, close: bool = False) -> list[Label]:
    """`Q` and `A`, with blanks or a colon after them; with `close`, also with a single blank."""
    found = []
    for at, line in talk.with_sign(""):
        text = line.text.lstrip()
        if text[:1] in {"Q", "A"} and not text[1:2].isalpha():
            matched = _LETTER.match(line.text) or (_LETTER_CLOSE.match(line.text) if close else None)
            if matched and (matched["name"][0] == "Q" or talk.opens(at)):
                name = matched["name"]
                found.append(Label(at, name.rstrip("0123456789"), name, matched.end()))
    return found


def with_letters(talk: Talk, named: list[Label]) -> list[Label]:
    """Named labels, and the `Q` that stands between them, and `A:`; an `A ` may be an article and is left alone."""
    taken = {each.at for each in named}
    found = [each for each in letters(talk) if each.at not in taken]
    asked = any(each.name == "Q" for each in found)
    return sorted(named + [each for each in found if each.name == "Q" or (asked and _is_closed(talk, each))])


def _is_closed(talk: Talk, letter: Label) -> bool:
    return talk.lines[letter.at].text[: letter.end].rstrip().endswith((":", ".", ")"))


def matched_labels(talk: Talk, pattern: re.Pattern[str], sign: str | None = None) -> list[Label]:
    """Where a pattern with a group `name` stands at the start of a line of the talk."""
    found = []
    for at, line in talk.with_sign(sign or ""):
        if matched := pattern.match(line.text):
            name = matched["name"].strip()
            if "图片" in name or "摄影" in name:  # a caption
                continue
            if name[-1:] in {"问", "答"} and len(name) > 2:
                name = name.removesuffix("提问").rstrip("问答")  # `海州晚报记者问：`, `唐薇答：`
            found.append(Label(at, name, line.text[: matched.end()].strip().rstrip(":：.").strip(), matched.end()))
    return found
