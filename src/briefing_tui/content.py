"""A folder of TOML becomes a Briefing, or problems.

What has a problem is left out and told, the rest stays: a bad section or indicator never hides the others.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path as FilePath

from briefing_tui.checked import checked, checked_tables, plural
from briefing_tui.glance import HEADER
from briefing_tui.indicator import Indicator
from briefing_tui.model import Briefing, Loaded, Section
from briefing_tui.place import ID
from briefing_tui.plain import one_line
from briefing_tui.problem import Problem
from briefing_tui.proof import Origins, prove
from briefing_tui.toml_file import TomlFile, read_toml
from briefing_tui.toml_lines import Path

OMISSIONS = "omissions.toml"


def load(folder: FilePath) -> Loaded:
    """Read and prove a briefing's folder. Never raises for what stands in it."""
    header, problems = read_toml(folder / HEADER)
    found = list(problems)
    briefing = None
    if header is not None:
        briefing = read_header(header, folder, found)
    if header is None or briefing is None:
        return Loaded(None, tuple(sorted(found)))
    whole, origins = with_sections(briefing, folder, header, found)
    proven, unproven = prove(whole, origins)
    return Loaded(proven, tuple(sorted((*found, *unproven))))


def read_header(header: TomlFile, folder: FilePath, found: list[Problem]) -> Briefing | None:
    if not ID.fullmatch(folder.name):
        message = "the folder's name is the briefing's id"
        found.append(Problem(one_line(str(folder)), 0, "", message, "Use a-z, 0-9 and -."))
        return None
    raw = {**_without(("id", "sections", "indicators", "dismissed"), header, found), "id": folder.name}
    return checked(Briefing, plural(raw), header, (), found)


def with_sections(
    briefing: Briefing, folder: FilePath, header: TomlFile, found: list[Problem]
) -> tuple[Briefing, Origins]:
    sections: list[Section] = []
    indicators: list[Indicator] = []
    origins = Origins(header)
    for number, document in enumerate(briefing.documents):
        for index, name in enumerate(document.sections):
            path: Path = ("document", number, "sections", index)
            if not ID.fullmatch(name) or f"{name}.toml" in {HEADER, OMISSIONS}:
                message = f"'{name}' is not an id for a section"
                found.append(header.problem(path, message, "Use a-z, 0-9 and hyphens, another name."))
                continue
            if name in origins.sections:
                continue
            file, problems = read_toml(folder / f"{name}.toml")
            found.extend(problems)
            section = None
            if file is not None:
                origins.sections[name] = file
                section = _read_section(file, name, document.id, found)
                indicators += _read_indicators(file, origins, found)
            if section is None:
                origins.broken.add(name)
            else:
                sections.append(section)
    found.extend(_unlisted(briefing, folder))
    kept = tuple(each for each in indicators if not each.dismissed)
    dismissed = tuple(each for each in indicators if each.dismissed)
    return replace(briefing, sections=tuple(sections), indicators=kept, dismissed=dismissed), origins


def _unlisted(briefing: Briefing, folder: FilePath) -> list[Problem]:
    listed = {f"{name}.toml" for document in briefing.documents for name in document.sections}
    return [
        Problem(one_line(str(path)), 0, "", "no document lists this section", f"Add it to {HEADER}.")
        for path in sorted(folder.glob("*.toml"))
        if path.name not in {HEADER, OMISSIONS, *listed}
    ]


def _read_section(file: TomlFile, name: str, document: str, found: list[Problem]) -> Section | None:
    raw = plural(_without(("id", "document"), file, found))
    raw.pop("indicator", None)
    number = 0
    turns = raw.get("turns")
    for index, turn in enumerate(turns if isinstance(turns, tuple) else ()):
        paragraphs = turn.get("paragraphs") if isinstance(turn, dict) else ()
        for place, paragraph in enumerate(paragraphs if isinstance(paragraphs, tuple) else ()):
            if not isinstance(paragraph, dict):
                continue
            if "number" in paragraph:
                path: Path = ("turn", index, "paragraph", place, "number")
                found.append(file.problem(path, "paragraphs are counted, not numbered", "Take it out."))
            number += 1
            paragraph["number"] = number
    return checked(Section, {**raw, "id": name, "document": document}, file, (), found)


def _read_indicators(file: TomlFile, origins: Origins, found: list[Problem]) -> list[Indicator]:
    indicators: list[Indicator] = []
    for path, indicator in checked_tables(Indicator, file, "indicator", found):
        if first := origins.indicators.get(indicator.id):
            where = f"{first[0].name}:{first[0].lines.get(first[1], 0)}"
            message = f"the id '{indicator.id}' is taken by {where}"
            hint = "One figure is one indicator: add a mention there."
            found.append(file.problem((*path, "id"), message, hint))
            continue
        origins.indicators[indicator.id] = (file, path)
        indicators.append(indicator)
    return indicators


def _without(keys: tuple[str, ...], file: TomlFile, found: list[Problem]) -> dict[str, object]:
    """A file's tables without the keys that its name and place give; to write them is a problem."""
    for key in keys:
        if key in file.tables:
            message = f"'{key}' is not a key here"
            found.append(file.problem((key,), message, "Take it out: names of files say it."))
    return {key: value for key, value in file.tables.items() if key not in keys}
