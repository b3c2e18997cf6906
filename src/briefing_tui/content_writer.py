"""A Briefing becomes a folder of TOML, as a person would write it; `content` reads the same briefing back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import fill
from typing import Any

from briefing_tui.glance import HEADER
from briefing_tui.indicator import Indicator, Mention
from briefing_tui.model import Briefing, Section
from briefing_tui.quantity import Change, Period

WIDTH = 100
# What a table does not say, because the file's name or the order says it.
_IMPLIED = {"number", "sections", "indicators", "turns", "paragraphs", "documents", "speakers", "outlets"}


def write(briefing: Briefing, folder: Path) -> None:
    """Make the briefing's folder, whole or not at all; FileExistsError where something is there already.

    ValueError where the folder's name is not the briefing's id. OSError as the disk gives it.
    """
    if folder.name != briefing.id:
        raise ValueError(f"the folder of '{briefing.id}' has that name, not '{folder.name}'")
    if folder.is_symlink() or folder.exists():
        raise FileExistsError(f"there is something at {folder} already")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".draft-", dir=folder.parent) as draft:
        whole = Path(draft) / folder.name
        whole.mkdir()
        for name, text in _files(briefing):
            (whole / name).write_text(text, encoding="utf-8", newline="\n")
        whole.rename(folder)


def _files(briefing: Briefing) -> Iterator[tuple[str, str]]:
    header = [_table("", briefing, {"id", "dismissed"})]
    header += [
        _table("[[document]]", document, {"sections"}) + _sections(document.sections) for document in briefing.documents
    ]
    header += [_table("[[speaker]]", speaker) for speaker in briefing.speakers]
    header += [_table("[[outlet]]", outlet) for outlet in briefing.outlets]
    yield HEADER, "\n".join(header)
    drafted = any(document.draft_sha256 for document in briefing.documents)
    placed, dismissed = _placed(briefing, briefing.indicators), _placed(briefing, briefing.dismissed)
    for section in briefing.sections:
        yield f"{section.id}.toml", "\n".join(_section(section, placed[section.id] + dismissed[section.id], drafted))


def _section(section: Section, indicators: list[Indicator], drafted: bool) -> Iterator[str]:
    yield _table("", section, {"id", "document"})
    for turn in section.turns:
        yield _table("[[turn]]", turn)
        for paragraph in turn.paragraphs:
            yield _table("[[turn.paragraph]]", paragraph)
    for indicator in indicators:
        mentions = "".join(f"  {_bare(mention)},\n" for mention in indicator.mentions)
        # Of a draft, that a person accepted it: told, so that it can be taken back.
        accepted = "candidate = false\n" if drafted and not (indicator.candidate or indicator.dismissed) else ""
        yield _table("[[indicator]]", indicator, {"mentions"}) + f"{accepted}mentions = [\n{mentions}]\n"


def _placed(briefing: Briefing, indicators: tuple[Indicator, ...]) -> dict[str, list[Indicator]]:
    """Each indicator with the section that says it first, or a later one where their order would not last."""
    order = [section.id for section in briefing.sections]
    placed: dict[str, list[Indicator]] = {name: [] for name in order}
    last = 0
    for indicator in indicators:
        section = indicator.mentions[0].section
        last = max(last, order.index(section) if section in placed else last)
        placed[order[last]].append(indicator)
    return placed


def _table(header: str, value: Any, left_out: set[str] | None = None) -> str:
    lines = [f"{header}\n"] if header else []
    for name, each in _given(value, left_out or set()):
        prose = isinstance(each, str) and (name == "text" or len(each) > WIDTH)
        lines.append(f"{name} = {_lines(each) if prose else _bare(each)}\n")
    return "".join(lines)


def _given(value: Any, left_out: set[str]) -> list[tuple[str, Any]]:
    """The fields of a value that are not at their defaults, in the order they are declared, text last."""
    given = [(field.name, getattr(value, field.name), field.default) for field in fields(value)]
    said = [(name, each) for name, each, default in given if name not in _IMPLIED | left_out and each != default]
    return sorted(said, key=lambda pair: {"heading": 0, "text": 2}.get(pair[0], 1))


def _bare(value: Any) -> str:
    """A value on one line."""
    match value:
        case Period():
            return _bare(value.iso)
        case Decimal():
            return f"{value:,f}".replace(",", "_")
        case tuple():
            return f"[{', '.join(_bare(each) for each in value)}]"
        case Change() | Mention():
            pairs = (f"{name} = {_bare(each)}" for name, each in _given(value, set()))
            return f"{{ {', '.join(pairs)} }}"
        case str() if '"' in value and value.isprintable() and not set("'\\") & set(value):
            return f"'{value}'"
    return _basic(value)


def _lines(text: str) -> str:
    """Prose as a multi-line string; quotation marks are escaped only where they might end it."""
    lines = fill(text, WIDTH, break_long_words=False, break_on_hyphens=False).split("\n")
    escaped = "\n".join(_basic(line)[1:-1] for line in lines)
    if '""' not in text and not text.endswith('"'):
        escaped = escaped.replace('\\"', '"')
    return f'"""\n{escaped}"""'


def _basic(value: Any) -> str:
    import tomli_w

    return tomli_w.dumps({"_": value}).removeprefix("_ = ").removesuffix("\n")


def _sections(names: tuple[str, ...]) -> str:
    """The list of a document's sections, which may be long."""
    listed = fill(", ".join(_bare(name) for name in names), WIDTH, break_on_hyphens=False)
    return "sections = [\n" + "".join(f"  {line}\n" for line in listed.splitlines()) + "]\n"
