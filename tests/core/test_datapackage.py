"""A data package tells every column, and every cell is what the package says of it."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from briefing_tui import export
from briefing_tui.content import load
from briefing_tui.library import shipped

LOADED = load(shipped() / "scio-2024-10-23").briefing
assert LOADED is not None
FILES = export.files(LOADED, "datapackage")
PACKAGE = json.loads(FILES["datapackage.json"])
RESOURCES: dict[str, dict[str, Any]] = {each["name"]: each for each in PACKAGE["resources"]}
TYPES = {
    "string": r"(?s).*",
    "number": r"-?\d+(\.\d+)?",
    "integer": r"\d+",
    "boolean": r"true|false",
    "date": r"\d{4}-\d\d-\d\d",
}


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(FILES[RESOURCES[name]["path"]])))


def test_the_package_names_each_file_and_nothing_else() -> None:
    assert set(FILES) == {"datapackage.json", *(each["path"] for each in PACKAGE["resources"])}
    assert (PACKAGE["profile"], PACKAGE["name"]) == ("tabular-data-package", "scio-2024-10-23")


@pytest.mark.parametrize("name", RESOURCES)
def test_each_table_has_the_columns_types_and_keys_that_the_package_tells(name: str) -> None:
    schema = RESOURCES[name]["schema"]
    found = rows(name)
    assert found
    assert list(found[0]) == [each["name"] for each in schema["fields"]]
    for field in schema["fields"]:
        assert field["description"]
        cells = [row[field["name"]] for row in found]
        assert all(not cell or re.fullmatch(TYPES[field["type"]], cell) for cell in cells), field["name"]
    if key := schema.get("primaryKey"):
        keys = [row[key] for row in found]
        assert len(set(keys)) == len(keys)
    for foreign in schema.get("foreignKeys", ()):
        reference = foreign["reference"]
        known = {row[reference["fields"]] for row in rows(reference["resource"])} | {""}
        assert {row[foreign["fields"]] for row in found} <= known


def test_the_figures_are_all_there_with_their_exact_values() -> None:
    assert LOADED is not None
    told = {row["id"]: row for row in rows("indicators")}
    assert list(told) == [each.id for each in LOADED.indicators]
    for each in LOADED.indicators:
        assert Decimal(told[each.id]["value"]) == each.value
        assert Decimal(told[each.id]["number"]) == each.number
    said = [(row["indicator"], row["quote"]) for row in rows("mentions")]
    assert said == [(each.id, mention.quote) for each in LOADED.indicators for mention in each.mentions]


@pytest.mark.parametrize("form", export.FILES)
def test_nothing_hostile_reaches_a_file(form: str) -> None:
    assert LOADED is not None
    files = export.files(replace(LOADED, title="Talk\x1b]0;x\x07 \u202eedoc"), form)
    assert not any(sign in text for text in files.values() for sign in ("\x1b", "\x07", "\u202e"))
    assert any("Talk" in text for text in files.values())


@pytest.mark.parametrize("form", export.FILES)
def test_every_form_makes_files_with_words_in_them(form: str) -> None:
    assert LOADED is not None
    files = export.files(LOADED, form)
    assert files
    assert all(name.endswith((".json", ".csv", ".md")) and text.endswith("\n") for name, text in files.items())
    assert any("4.312" in text for text in files.values())
