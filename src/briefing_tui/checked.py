"""Raw TOML tables become frozen values, checked by pydantic, or problems told with file, line and field.

Knows the values by their fields alone; what they mean to each other is for `proof`.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Hashable, Iterator
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from briefing_tui.problem import Problem
from briefing_tui.toml_file import TomlFile
from briefing_tui.toml_lines import Path

# TOML reads best with one table for each thing; the values hold them all.
PLURALS = {
    "document": "documents",
    "speaker": "speakers",
    "outlet": "outlets",
    "turn": "turns",
    "paragraph": "paragraphs",
}
SINGULARS = {plural: singular for singular, plural in PLURALS.items()}
# A file that is wrong throughout would drown the others.
MOST_TOLD = 20

T = TypeVar("T")


def plural(value: Any) -> Any:
    """The tables with the names that the values have: `turn` → `turns`."""
    if isinstance(value, dict):
        # Inside a turn `speaker` is one id; only lists of tables are many.
        return {PLURALS.get(key, key) if isinstance(each, tuple) else key: plural(each) for key, each in value.items()}
    return tuple(plural(each) for each in value) if isinstance(value, tuple) else value


def checked(kind: type[T], raw: Any, file: TomlFile, path: Path, found: list[Problem]) -> T | None:
    """The value that a raw table gives, or None with its problems added to those found."""
    wrong = [*_booleans(kind, raw)]
    value = None
    try:
        value = _adapter(typing.cast(Hashable, kind)).validate_python(raw)
    except ValidationError as errors:
        told = {at for at, *_ in wrong}
        more = (error for error in errors.errors(include_url=False) if error["loc"] not in told)
        wrong += [(error["loc"], *_told(kind, error)) for error in more]
    for at, message, hint in wrong[:MOST_TOLD]:
        where = path + tuple(SINGULARS.get(str(part), part) for part in at)
        found.append(file.problem(where, message, hint))
    if len(wrong) > MOST_TOLD:
        what = f"and {len(wrong) - MOST_TOLD} more problems"
        found.append(file.problem(path, what, "Mend those above first."))
    return None if wrong else value


def checked_tables(kind: type[T], file: TomlFile, key: str, found: list[Problem]) -> Iterator[tuple[Path, T]]:
    """Each good table of a list such as `[[indicator]]`, with its path; a bad one hides no other."""
    tables = file.tables.get(key, ())
    if not isinstance(tables, tuple):
        found.append(file.problem((key,), "is not a list of tables", f"Write [[{key}]]."))
        return
    for index, raw in enumerate(tables):
        value = checked(kind, raw, file, (key, index), found)
        if value is not None:
            yield (key, index), value


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _booleans(kind: type[Any], raw: Any) -> Iterator[tuple[Path, str, str]]:
    """pydantic takes `true` for the number 1; a figure must not come about like that."""
    meant = {each.name for each in fields(kind) if each.type == "bool"}
    stack: list[tuple[Path, Any]] = [((), raw)]
    while stack:
        at, value = stack.pop()
        if isinstance(value, dict):
            stack.extend(((*at, key), each) for key, each in value.items())
        elif isinstance(value, tuple):
            stack.extend(((*at, index), each) for index, each in enumerate(value))
        elif isinstance(value, bool) and not (len(at) == 1 and at[0] in meant):
            yield at, "is true or false", "Write a number or text."


def _told(kind: type[Any], error: ErrorDetails) -> tuple[str, str]:
    """What is wrong and how to mend it, in our words where pydantic's would not help."""
    name = str(error["loc"][-1]) if error["loc"] else ""
    name = SINGULARS.get(name, name)
    context = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return f"'{name}' is missing", f"Add {name} = …"
        case "unexpected_keyword_argument":
            keys = sorted(_keys(kind))
            near = get_close_matches(name, keys, 1)
            hint = f"Did you mean '{near[0]}'?" if near else f"Use: {', '.join(keys)}."
            return f"'{name}' is not a key here", hint
        case "literal_error":
            return f"'{str(error['input'])[:60]}' is not allowed", f"Use {context['expected']}."
        case "finite_number":
            return (
                "is not a number that people say",
                "Use at most 15 digits before the point and 12 after it.",
            )
        case "value_error":
            return str(context.get("error", error["msg"])), "Correct it."
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
    return names - {"number", "start", "end", "iso", "sections", "indicators", "__pydantic_config__"}


def _parts(hint: Any) -> list[type[Any]]:
    if typing.get_origin(hint) in {tuple, types.UnionType}:
        return [part for each in typing.get_args(hint) for part in _parts(each)]
    return [hint] if isinstance(hint, type) else []
