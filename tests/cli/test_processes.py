"""Real processes: what each command loads, and pipes that break."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

LOADED = """
import sys
from briefing_tui.cli import main
status = main(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(status)
"""
HEAVY = {"pydantic", "rich", "tomli", "platformdirs", "textual"}


def python(*argv: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *argv],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, **environment},
        check=False,
    )


def loaded(*argv: str) -> set[str]:
    done = python("-c", LOADED, *argv)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("argv", [("--version",), ("--help",), ("search", "--help")])
def test_version_and_help_load_nothing_heavy(argv: tuple[str, ...]) -> None:
    assert not loaded(*argv) & HEAVY


@pytest.mark.parametrize(
    "argv",
    [
        ("list",),
        ("show", "q3"),
        ("search", "drone"),
        ("indicators",),
        ("indicators", "--format", "csv"),
        ("compare", "scio-2024-10-23"),
        ("check",),
    ],
)
def test_no_command_loads_the_screen(argv: tuple[str, ...]) -> None:
    assert not loaded(*argv) & {"textual", "rich"}


def test_the_module_runs_and_hands_its_exit_number_over() -> None:
    assert python("-m", "briefing_tui", "--version").stdout.startswith("briefing-tui ")
    assert python("-m", "briefing_tui", "show", "nowhere").returncode == 2


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    argv = [sys.executable, "-m", "briefing_tui", "show", "scio-2024-10-23"]
    done = subprocess.run(argv, stdout=writing, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("argv", [("list",), ("--help",), ("show", "scio-2024-10-23")])
def test_a_full_disk_is_told_with_4(argv: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "briefing_tui", *argv]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    assert done.returncode == 4
    assert done.stderr == "briefing-tui: cannot write: No space left on device\n"


def test_a_terminal_without_unicode_gets_escapes_instead_of_a_fault() -> None:
    done = python("-m", "briefing_tui", "indicators", "--section", "q2", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "\\u25b2 +27.3 %" in done.stdout
