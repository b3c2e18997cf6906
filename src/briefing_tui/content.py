"""A folder of TOML becomes a Briefing, or problems; a Briefing becomes a folder of TOML.

What has a problem is left out and told, the rest stays: a bad section or indicator never hides the others.
"""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass, fields, is_dataclass, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path as FilePath
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from briefing_tui.indicator import Indicator
from briefing_tui.model import Briefing, Section
from briefing_tui.place import ID
from briefing_tui.problem import Problem
from briefing_tui.proof import Origins, prove
from briefing_tui.toml_file import TomlFile, read_toml
from briefing_tui.toml_lines import Path

HEADER = "briefing.toml"
OMISSIONS = "omissions.toml"
# TOML reads best with one table for each thing; the values hold them all.
PLURALS = {
    "document": "documents",
    "speaker": "speakers",
    "outlet": "outlets",
    "turn": "turns",
    "paragraph": "paragraphs",
}
SINGULARS = {plural: singular for singular, plural in PLURALS.items()}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder gave: the briefing, unless its header is broken, and every problem found."""

    briefing: Briefing | None
    problems: tuple[Problem, ...]


def load(folder: FilePath) -> Loaded:
    """Read and prove a briefing's folder. Never raises for what stands in it."""
    header, problems = read_toml(folder / HEADER)
    found = list(problems)
    briefing = None
    if header is not None:
        if not ID.fullmatch(folder.name):
            found.append(Problem(str(folder), 0, "", "the folder's name is the briefing's id", "Use a-z, 0-9 and -."))
        else:
            raw = {**_plural(header.tables), "id": folder.name}
            briefing = _checked(Briefing, raw, header, (), found)
    if header is None or briefing is None:
        return Loaded(None, tuple(sorted(found)))
    whole, origins = _with_sections(briefing, folder, header, found)
    proven, unproven = prove(whole, origins)
    return Loaded(proven, tuple(sorted((*found, *unproven))))


def _with_sections(
    briefing: Briefing, folder: FilePath, header: TomlFile, found: list[Problem]
) -> tuple[Briefing, Origins]:
    sections: list[Section] = []
    indicators: list[Indicator] = []
    origins = Origins(header)
    for number, document in enumerate(briefing.documents):
        for index, name in enumerate(document.sections):
            if not ID.fullmatch(name):
                path = ("document", number, "sections", index)
                found.append(header.problem(path, f"'{name}' is not an id", "Use a-z, 0-9 and hyphens."))
                continue
            file, problems = read_toml(folder / f"{name}.toml")
            found.extend(problems)
            if file is None:
                origins.broken.add(name)
                continue
            origins.sections[name] = file
            _read_section(file, name, document.id, sections, found)
            _read_indicators(file, indicators, origins, found)
            if not any(section.id == name for section in sections):
                origins.broken.add(name)
    listed = {name for document in briefing.documents for name in document.sections}
    for path in sorted(folder.glob("*.toml")):
        if path.name not in {HEADER, OMISSIONS} and path.stem not in listed:
            found.append(Problem(str(path), 0, "", "no document lists this section", f"Add it to {HEADER}."))
    return replace(briefing, sections=tuple(sections), indicators=tuple(indicators)), origins


def _read_section(
    file: TomlFile, name: str, document: str, sections: list[Section], found: list[Problem]
) -> None:
    raw = _plural({key: value for key, value in file.tables.items() if key != "indicator"})
    number = 0
    for turn in raw.get("turns", ()):
        for paragraph in turn.get("paragraphs", ()) if isinstance(turn, dict) else ():
            if isinstance(paragraph, dict):
                number += 1
                paragraph["number"] = number
    section = _checked(Section, {**raw, "id": name, "document": document}, file, (), found)
    if section is not None:
        sections.append(section)


def _read_indicators(
    file: TomlFile, indicators: list[Indicator], origins: Origins, found: list[Problem]
) -> None:
    tables = file.tables.get("indicator", ())
    if not isinstance(tables, tuple):
        found.append(file.problem(("indicator",), "is not a list of tables", "Write [[indicator]]."))
        return
    for index, raw in enumerate(tables):
        path: Path = ("indicator", index)
        indicator = _checked(Indicator, raw, file, path, found)
        if indicator is None:
            continue
        if first := origins.indicators.get(indicator.id):
            where = f"{first[0].name}:{first[0].lines.get(first[1], 0)}"
            message = f"the id '{indicator.id}' is taken by {where}"
            found.append(file.problem((*path, "id"), message, "One figure is one indicator: add a mention there."))
            continue
        origins.indicators[indicator.id] = (file, path)
        indicators.append(indicator)


def _plural(value: Any) -> Any:
    if isinstance(value, dict):
        # Inside a turn `speaker` is one id; only lists of tables are many.
        return {
            PLURALS.get(key, key) if isinstance(each, tuple) else key: _plural(each) for key, each in value.items()
        }
    return tuple(_plural(each) for each in value) if isinstance(value, tuple) else value


@cache
def _adapter(kind: type[T]) -> TypeAdapter[T]:
    return TypeAdapter(kind)


def _checked(kind: type[T], raw: Any, file: TomlFile, path: Path, found: list[Problem]) -> T | None:
    """The value that pydantic makes of a raw table, or None with a problem for each error."""
    before = len(found)
    _refuse_booleans(kind, raw, file, path, found)
    try:
        value = _adapter(kind).validate_python(raw)
    except ValidationError as errors:
        for error in errors.errors(include_url=False):
            where = path + tuple(SINGULARS.get(str(part), part) for part in error["loc"])
            found.append(file.problem(where, *_told(kind, error)))
        return None
    return value if len(found) == before else None


def _refuse_booleans(kind: type[Any], raw: Any, file: TomlFile, path: Path, found: list[Problem]) -> None:
    """pydantic takes `true` for the number 1; a figure must not come about like that."""
    meant = {each.name for each in fields(kind) if each.type == "bool"}
    stack: list[tuple[Path, Any]] = [((), raw)]
    while stack:
        at, value = stack.pop()
        members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
        stack.extend(((*at, key), each) for key, each in members)
        if isinstance(value, bool) and at[-1:] not in {(name,) for name in meant}:
            where = path + tuple(SINGULARS.get(str(part), part) for part in at)
            found.append(file.problem(where, "is true or false", "Write a number or text."))


def _told(kind: type[Any], error: ErrorDetails) -> tuple[str, str]:
    """What is wrong and how to mend it, in our words where pydantic's would not help."""
    name = str(error["loc"][-1]) if error["loc"] else ""
    name = SINGULARS.get(name, name)
    match error["type"]:
        case "missing":
            return f"'{name}' is missing", f"Add {name} = …"
        case "unexpected_keyword_argument":
            keys = sorted(_keys(kind))
            near = get_close_matches(name, keys, 1)
            return f"'{name}' is not a key here", f"Did you mean '{near[0]}'?" if near else f"Use: {', '.join(keys)}."
        case "literal_error":
            return f"{error['input']!r} is not allowed", f"Use {error.get('ctx', {}).get('expected', 'another value')}."
        case "value_error":
            return str(error.get("ctx", {}).get("error", error["msg"])), "Correct it."
        case _:
            return error["msg"][:1].lower() + error["msg"][1:], "Correct the value."


def _keys(kind: type[Any]) -> set[str]:
    """Every key that the tables of a value may have."""
    names: set[str] = set()
    for name, hint in typing.get_type_hints(kind).items():
        names.add(SINGULARS.get(name, name))
        for part in _parts(hint):
            if is_dataclass(part):
                names |= _keys(part)
    return names - {"number", "start", "end", "iso"}


def _parts(hint: Any) -> list[type[Any]]:
    if typing.get_origin(hint) in {tuple, types.UnionType}:
        return [part for each in typing.get_args(hint) for part in _parts(each)]
    return [hint] if isinstance(hint, type) else []
