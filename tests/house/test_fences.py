"""Who may know whom, how long things may be, and what each command loads."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import briefing_tui

ROOT = Path(briefing_tui.__file__).parent
FILES = sorted(path for path in ROOT.rglob("*.py"))
NAMES = {path: ".".join(path.relative_to(ROOT).with_suffix("").parts) for path in FILES}
PANES = {"speakers", "sections", "reader", "indicators"}
TOOLS = {"lines", "rows", "grid", "page", "columns", "paint"}
UP = {
    "desk",
    "explorer",
    "app",
    "keys",
    "finder",
    "comparison",
    "dialog",
    "palette",
    "sheets",
    "prompt",
    "history",
    "bar",
    "finding",
    "doors",
    "deciding",
    "library",
    "series",
    "series_rows",
    "changes",
    "one_list",
    "drawing",
    "driver",
    "lifeline",
}
DISK = {
    "content",
    "content_writer",
    "content_editor",
    "folder_lock",
    "whole_file",
    "cache_folder",
    "picture",
    "glance",
    "glancing",
    "listing",
    "giving",
    "addresses",
    "shelf",
    "library",
    "intake",
    "search",
    "asking",
    "shard",
    "stored",
    "index_folder",
    "memory_folder",
    "open_index",
    "sources",
    "settings",
    "marks",
    "checked",
    "toml_file",
    "toml_lines",
}


def imports(path: Path) -> set[str]:
    """The modules that a file imports, ours without the name of the package."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            module = node.module or ""
            within = {f"{module}.{each.name}" for each in node.names}
            found |= {name for name in within if name.removeprefix("briefing_tui.") in NAMES.values()} or {module}
    return {name.removeprefix("briefing_tui.") for name in found}


@pytest.mark.parametrize("name", sorted(PANES | TOOLS))
def test_a_pane_knows_neither_other_panes_nor_what_stands_above_it_nor_the_disk(name: str) -> None:
    known = imports(ROOT / "ui" / f"{name}.py")
    above = {f"ui.{each}" for each in (PANES | UP) - {name}}
    assert not known & (above | DISK | {"cli"})
    assert not any(each.startswith("commands") for each in known)
    assert not known & {"os", "pathlib", "sqlite3", "io", "tempfile", "shutil"}


@pytest.mark.parametrize("path", FILES, ids=NAMES.get)
def test_only_the_command_of_the_screen_reaches_it_and_only_the_screen_knows_textual(path: Path) -> None:
    name, known = NAMES[path], imports(path)
    on_screen = name.startswith("ui")
    if not on_screen:
        assert not any(each.split(".")[0] == "textual" for each in known)
        if name != "commands.explore":
            assert not any(each.split(".")[0] == "ui" for each in known)
    if not name.startswith(("commands", "cli", "__main__")):
        assert not any(each.split(".")[0] in {"cli", "commands"} for each in known)
    if not on_screen and not name.startswith("commands"):
        assert not any(each.split(".")[0] == "rich" for each in known)


@pytest.mark.parametrize("path", FILES, ids=NAMES.get)
def test_files_and_functions_can_be_held_in_mind(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno + 1 <= 50, f"{node.name} is too long"


@pytest.mark.parametrize("path", FILES, ids=NAMES.get)
def test_every_file_has_a_telling_name_and_says_what_it_is_for(path: Path) -> None:
    assert not {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"} & set(path.stem.split("_"))
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert said
    assert 1 <= len(said.splitlines()) <= 8


def test_the_driver_knows_nothing_of_this_program() -> None:
    own = {"driver", "hearing", "scroll", "strokes", "cells", "sgr", "redraw", "frame", "pace", "wire", "abilities"}
    for name in own:
        known = {each for each in imports(ROOT / "ui" / f"{name}.py") if each in NAMES.values()}
        assert known <= {f"ui.{each}" for each in own}, name


def test_no_room_is_entered_in_a_circle() -> None:
    """Imports at the top of files never lead back to where they began."""
    tops = {NAMES[path]: _at_the_top(path) & set(NAMES.values()) for path in FILES}
    done: set[str] = set()

    def walk(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " → ".join((*way, name))
        if name not in done:
            for other in tops[name]:
                walk(other, (*way, name))
            done.add(name)

    for name in tops:
        walk(name, ())


def _at_the_top(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            module = (node.module or "").removeprefix("briefing_tui.")
            within = {f"{module}.{each.name}".removeprefix("briefing_tui.") for each in node.names}
            found |= (within & set(NAMES.values())) or {module}
    return found


LOADED = """
import sys
from briefing_tui.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def loaded(*argv: str) -> set[str]:
    """What stands in memory when a command has run in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *argv], capture_output=True, text=True, timeout=60, check=False
    )
    return set(done.stderr.splitlines()[-1].split())


def test_the_version_loads_nothing_heavy() -> None:
    assert not loaded("--version") & {"pydantic", "rich", "tomli", "textual", "sqlite3"}


def test_every_command_runs_without_the_screen() -> None:
    from briefing_tui.commands import COMMANDS

    for name in COMMANDS:
        assert "textual" not in loaded(name, "--help"), name
    for argv in (
        ["show", "scio-2024-10-23", "--format", "json"],
        ["indicators", "--format", "markdown"],
        ["list", "--json"],
    ):
        assert "textual" not in loaded(*argv), argv


@pytest.mark.parametrize("path", FILES, ids=NAMES.get)
def test_no_pattern_gives_nothing_back(path: Path) -> None:
    """Python before 3.11.5 misreads possessive and atomic patterns (github.com/python/cpython/issues/106052)."""
    words = [each.value for each in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(each, ast.Constant)]
    assert not [
        each for each in words if isinstance(each, str) and re.search(r"\(\?>|(?<!\\)[\w\])}*?+.][*?+}]\+", each)
    ]
