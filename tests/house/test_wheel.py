"""The wheel carries the shipped content, and a program run from it finds the content there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_wheel_carries_the_content_and_runs_from_it(tmp_path: Path) -> None:
    building = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(building, cwd=ROOT, check=True, capture_output=True, timeout=60)
    (wheel,) = tmp_path.glob("*.whl")
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    shipped = {path.name for path in (unpacked / "briefing_tui" / "_content" / "scio-2024-10-23").iterdir()}
    assert shipped == {path.name for path in (ROOT / "content" / "scio-2024-10-23").iterdir()}
    ran = subprocess.run(
        [sys.executable, "-m", "briefing_tui", "list", "--json"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        check=True,
        capture_output=True,
        timeout=30,
        text=True,
    )
    (listed,) = json.loads(ran.stdout)
    assert listed["path"].startswith(str(unpacked))
    assert listed["exchanges"] == 10
