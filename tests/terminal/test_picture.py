"""The stored picture: shown before anything is loaded, true or not at all, and replaced without a flicker."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path
from typing import ClassVar

import pytest

pytest.importorskip("pty", reason="needs a pseudo-terminal")

from answering_terminal import Answering, answering

from briefing_tui import picture
from briefing_tui.cli import main
from briefing_tui.library import shipped
from briefing_tui.ui.pace import QUESTION

Begun = tuple[bool, bytes, str]


def kept(home: Path, size: str = "120x40") -> Path:
    return home / "xdg_cache_home" / "briefing-tui" / f"picture-{size}"


def begun(*words: str, columns: int = 120, rows: int = 40, keys: str = "", led_to: str = "? keys") -> Begun:
    """Start, look and leave: whether a picture came first, all that was written until still, the screen then."""
    with answering(*words, columns=columns, rows=rows) as seen:
        seen.wait_for("1 Speakers")
        seen.press(keys)
        seen.wait_for(led_to)
        seen.wait_for_bytes(QUESTION.encode())  # the live screen's
        seen.still()
        written, text = seen.written, seen.text
        seen.press("q")
        assert seen.wait_for_end() == 0
        assert seen.after() == seen.before
        assert not seen.last_mode(1049)
    return written.startswith(picture.BEGIN.encode()), written, text


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A copy of the shipped briefing, to be edited."""
    folder = tmp_path / "mine" / "b-2024"
    folder.mkdir(parents=True)
    for path in (shipped() / "scio-2024-10-23").glob("*.toml"):
        (folder / path.name).write_bytes(path.read_bytes())
    return folder.parent


def test_the_second_start_shows_the_screen_of_the_first_and_then_writes_next_to_nothing(empty_home: Path) -> None:
    shown, _, first = begun()
    assert not shown
    assert kept(empty_home).stat().st_mode & 0o777 == 0o600
    shown, written, second = begun()
    assert shown
    assert second == first
    frame = kept(empty_home).read_bytes().partition(b"\n\n")[2].partition(b"\n")[2]
    drawn = picture.BEGIN.encode() + frame
    written = written.replace(b"\r\n", b"\n")  # the line's doing
    assert written.startswith(drawn)
    assert len(written) - len(drawn) <= 400
    assert written.count(b"\x1b[?1049h") == 1


def test_keys_typed_before_the_live_screen_count_and_are_not_echoed() -> None:
    _, _, first = begun()
    shown, _, text = begun(keys="2jj", led_to="3 q2")
    assert shown
    assert text != first
    assert "▸ q2" in text
    assert "2jj" not in text
    # What was typed to is not how the program begins.
    shown, _, text = begun()
    assert shown
    assert text == first


@pytest.mark.parametrize("changed", ["size", "words", "theme", "colours"])
def test_another_terminal_or_command_line_has_no_picture(
    changed: str, empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun()
    assert kept(empty_home).exists()
    match changed:
        case "size":
            assert not begun(columns=100)[0]
        case "words":
            assert not begun("scio-2024-10-23#q2")[0]
        case "theme":
            settings = empty_home / "xdg_config_home" / "briefing-tui" / "settings.toml"
            settings.parent.mkdir(parents=True)
            settings.write_text('theme = "light"\n', encoding="utf-8")
            assert not begun()[0]
        case "colours":
            monkeypatch.setenv("NO_COLOR", "1")
            assert not begun()[0]


@pytest.mark.parametrize("changed", ["a section", "the header", "one more"])
def test_changed_content_has_no_picture(changed: str, library: Path) -> None:
    words = ("--library", str(library), "b-2024")
    begun(*words)
    assert begun(*words)[0]
    folder = library / "b-2024"
    match changed:
        case "a section":
            path = folder / "intro.toml"
            path.write_text(path.read_text(encoding="utf-8").replace("media", "press"), encoding="utf-8")
        case "the header":
            path = folder / "briefing.toml"
            path.write_text(path.read_text(encoding="utf-8").replace("Beijing", "Peking"), encoding="utf-8")
        case "one more":
            (library / "c-2024").mkdir()
            (library / "c-2024" / "briefing.toml").write_bytes((folder / "briefing.toml").read_bytes())
    assert not begun(*words)[0]


def test_a_damaged_picture_is_not_shown(empty_home: Path) -> None:
    begun()
    whole = kept(empty_home).read_bytes()
    at = whole.index(b"110", whole.index(b"\n\n"))
    kept(empty_home).write_bytes(whole[:at] + b"119" + whole[at + 3 :])
    shown, _, text = begun()
    assert not shown
    assert "110" in text
    assert kept(empty_home).read_bytes() == whole


def test_a_folder_that_others_may_write_to_gives_no_picture(empty_home: Path) -> None:
    begun()
    kept(empty_home).parent.chmod(0o777)
    assert not begun()[0]


def test_a_picture_is_no_link_into_what_others_have(empty_home: Path, tmp_path: Path) -> None:
    begun()
    theirs = tmp_path / "theirs"
    kept(empty_home).rename(theirs)
    kept(empty_home).symlink_to(theirs)
    assert not begun()[0]


class Refusing(Answering):
    """A program that shows the picture and then comes to nothing."""

    program: ClassVar[list[str]] = [
        sys.executable, "-c",
        "from briefing_tui import picture; picture.show([]); assert picture.on_screen; picture.take_back()",
    ]  # fmt: skip


def test_where_no_live_screen_comes_the_terminal_is_given_back() -> None:
    begun()
    with answering(kind=Refusing) as seen:
        assert seen.wait_for_end() == 0
        assert picture.BEGIN.encode() in seen.written
        assert seen.after() == seen.before
        assert not seen.last_mode(1049)
        assert seen.last_mode(25)


def test_the_picture_loads_next_to_nothing() -> None:
    import subprocess

    script = "import sys; before = set(sys.modules); import briefing_tui.picture; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert set(done.stdout.split()) <= {"briefing_tui", "briefing_tui.picture", "termios", "zlib", "__future__"}


@pytest.mark.usefixtures("empty_home")
def test_talk_of_the_start_is_not_written_across_the_picture(tmp_path: Path) -> None:
    transcript = tmp_path / "pier-2031-03-05.txt"
    transcript.write_text(
        "Ana Ruiz: We built 12 piers.\n\nQuestion: Where?\n\nAna Ruiz: In the bay.\n", encoding="utf-8"
    )
    assert main(["import", str(transcript)], StringIO(), StringIO()) == 0
    begun(str(transcript))
    _, _, first = begun(str(transcript))
    shown, written, again = begun(str(transcript))
    assert shown
    assert again == first
    # The screen tells it; a second time, as a line of talk, it would stand across the title.
    assert written.count(b"Imported already") <= 1
