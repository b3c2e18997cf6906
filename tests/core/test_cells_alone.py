"""The driver and its parts know nothing of this program: another application can take these files as they are."""

from __future__ import annotations

import ast
from pathlib import Path

import briefing_tui.ui

PARTS = {"driver", "hearing", "strokes", "scroll", "cells", "sgr", "redraw", "frame", "wire", "pace", "abilities"}


def test_the_driver_stands_alone() -> None:
    for part in PARTS:
        tree = ast.parse((Path(briefing_tui.ui.__path__[0]) / f"{part}.py").read_text(encoding="utf-8"))
        known = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        ours = {name for name in known if name.startswith("briefing_tui")}
        assert ours <= {f"briefing_tui.ui.{each}" for each in PARTS}, part
        assert part in {"driver", "hearing"} or not any(name.startswith("textual") for name in known), part
