"""Every test runs with an empty home and a plain terminal; `--accept` takes the frames as they are now.

A shelf, and what was checked: for the tests of several rooms.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui import content
from briefing_tui.cache_folder import private
from briefing_tui.shelf import Shelf


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite tests/frames/expected with what is shown now")


@pytest.fixture(autouse=True)
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of this test's own, so that no settings and no marks of a user are read or changed."""
    home = tmp_path / "home"
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return home


@pytest.fixture
def kept(tmp_path: Path) -> Shelf:
    """A shelf that keeps."""
    folder = private(tmp_path / "shelf")
    assert folder is not None
    return Shelf(folder)


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were checked."""
    seen: list[Path] = []
    load = content.load

    def counted(path: Path) -> object:
        seen.append(path)
        return load(path)

    monkeypatch.setattr(content, "load", counted)
    return seen
