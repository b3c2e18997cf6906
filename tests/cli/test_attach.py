"""`briefing-tui attach`: what it prints, what it says, how it leaves, what it leaves behind."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from command_line import Said, run

from made_briefing import figure, folder_of, header, section

TOLD = "19 stalls drew 640 guests who drank 75 kegs and ate 230 pies; prices fell 2.5%."
FIGURES = {"stalls": ("19", "19 stalls"), "guests": ("640", "640 guests"), "kegs": ("75", "75 kegs")}
FIGURES |= {"pies": ("230", "230 pies"), "prices": ("-2.5", "fell 2.5%")}
TEXT = "A good fair.\n\nThere were 19 stalls, 640 guests, 75 kegs and 230 pies, and prices were down 2.5%.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = section("opening", "The fair", TOLD, who="Mayor", source=2)
    for name, (value, quote) in FIGURES.items():
        text += figure(name, value, ("opening/1", quote, 2), topic="fair")
    head = header("The fair", "Town", "2024-06-01", "opening", who="Mayor", office="Town")
    return folder_of(tmp_path / "library" / "fair-2024", briefing=head, opening=text)


def attach(folder: Path, text: str | bytes, *options: str) -> Said:
    file = folder.parent.parent / "fair.txt"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return run("--library", str(folder), "attach", "fair-2024", "transcript", str(file), *options)


def kept(home: Path) -> Path:
    return home / "xdg_data_home" / "briefing-tui" / "originals" / "fair-2024" / "transcript.txt"


def test_the_result_is_one_line_and_the_copy_is_the_users_alone(folder: Path, empty_home: Path) -> None:
    said = attach(folder, TEXT)
    copy = kept(empty_home)
    assert said == Said(0, "fair-2024 transcript: 5 of 5 figures verified\n", f"attached: {copy}\n")
    assert copy.read_text(encoding="utf-8") == TEXT
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert sorted(path.name for path in folder.iterdir()) == ["briefing.toml", "opening.toml"]


def test_figures_that_are_not_there_are_listed(folder: Path) -> None:
    changed = TEXT.replace("2.5", "3.5")
    lines = attach(folder, changed).out.splitlines()
    assert lines[0] == "fair-2024 transcript: 4 of 5 figures verified; this 1 is not in its paragraph"
    assert lines[-1].split() == ["prices", "−2.5", "2", "fair-2024#opening/1"]
    assert json.loads(attach(folder, changed, "--json").out) == {
        "briefing": "fair-2024",
        "document": "transcript",
        "figures": 5,
        "verified": 4,
        "unproven": [{"id": "prices", "place": "fair-2024#opening/1", "paragraph": 2, "value": "-2.5"}],
    }


def test_the_same_copy_again_is_told_and_nothing_is_changed(folder: Path, empty_home: Path) -> None:
    attach(folder, TEXT)
    before = kept(empty_home).stat().st_mtime_ns
    for options in ((), ("--force",)):
        said = attach(folder, TEXT, *options)
        assert (said.status, said.err) == (0, f"this copy was attached already: {kept(empty_home)}\n")
    assert kept(empty_home).stat().st_mtime_ns == before


def test_a_copy_attached_to_another_text_of_the_id_is_told_and_linked_to_this_one(
    folder: Path, empty_home: Path
) -> None:
    attach(folder, TEXT)
    file = folder / "opening.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("19 stalls drew", "The 19 stalls drew"), encoding="utf-8")
    other = attach(folder, TEXT.replace("good", "bad"))
    assert "It was attached to another text of this id, or before the text changed. --force" in other.err
    strange = "this copy was attached to another text of this id, or before the text changed"
    said = attach(folder, TEXT)
    assert (said.status, said.err) == (0, f"{strange}; it is linked to this one now: {kept(empty_home)}\n")
    assert "this copy was attached already" in attach(folder, TEXT).err


def test_another_copy_needs_force_and_the_old_one_is_kept(folder: Path, empty_home: Path) -> None:
    attach(folder, TEXT)
    said = attach(folder, TEXT.replace("good", "bad"))
    assert (said.status, said.out) == (2, "")
    assert "its paragraph 1 is “A good fair.”, here it is “A bad fair.”. --force attaches it all the same." in said.err
    assert kept(empty_home).read_text(encoding="utf-8") == TEXT
    said = attach(folder, TEXT.replace("good", "bad"), "--force")
    older = kept(empty_home).with_name("transcript.txt.1")
    assert said.status == 0
    assert said.err.endswith(f"The copy attached before is kept: {older}\n")
    assert older.read_text(encoding="utf-8") == TEXT


def test_another_text_is_refused_in_one_line_and_nothing_is_kept(folder: Path, empty_home: Path) -> None:
    said = attach(folder, "Something\nelse \x1b[31m altogether\n")
    assert (said.status, said.out) == (2, "")
    assert "0 of 5 figures stand in their paragraphs, 0 anywhere. Another document?" in said.err
    assert said.err.count("\n") == 1
    assert not kept(empty_home).exists()


@pytest.mark.parametrize("raw", [b"", b"\xff\xfea\0", b"\n \n"])
def test_what_is_no_text_is_refused_in_one_line(folder: Path, raw: bytes) -> None:
    said = attach(folder, raw, "--force")
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("name", ["nowhere", ".", "pipe", "\x1b[31m\udc80"])
def test_what_is_no_file_is_refused_in_one_line(folder: Path, tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    said = run("--library", str(folder), "attach", "fair-2024", "transcript", str(tmp_path / name))
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert "cannot attach" in said.err
    assert "\x1b" not in said.err


def test_an_unknown_document_is_wrong_use_and_says_which_there_are(folder: Path) -> None:
    said = run("--library", str(folder), "attach", "fair-2024", "article", "x.txt")
    assert said.status == 2
    assert said.err == "briefing-tui: fair-2024 has no document 'article'. It has: transcript.\n"
    assert run("attach", "nowhere", "transcript", "x.txt").status == 2


def test_what_cannot_be_saved_leaves_with_4(folder: Path, empty_home: Path) -> None:
    data = empty_home / "xdg_data_home"
    data.mkdir(parents=True)
    (data / "briefing-tui").write_text("in the way", encoding="utf-8")
    said = attach(folder, TEXT)
    assert (said.status, said.out) == (4, "")
    assert said.err.startswith(f"briefing-tui: cannot save {kept(empty_home)}: ")
    assert said.err.count("\n") == 1


def test_the_page_that_was_imported_is_its_own_original(tmp_path: Path) -> None:
    page = tmp_path / "fair.html"
    page.write_text(
        "<html><head><title>Fair talk</title></head><body><nav><a href='/'>Home</a></nav><h1>Fair talk</h1>"
        "<p>1 June 2024</p><p><strong>Ada Holm:</strong> There were 19 stalls and 640 guests.</p>"
        "<p><strong>Coast Radio:</strong> Was it dry?</p><p><strong>Ada Holm:</strong> It rained 2.5 mm.</p>"
        "<p><strong>Town News:</strong> Next year?</p><p><strong>Ada Holm:</strong> Yes.</p></body></html>",
        encoding="utf-8",
    )
    assert run("import", str(page), "--into", str(tmp_path / "library")).status == 0
    done = run("--library", str(tmp_path / "library"), "attach", "fair", "transcript", str(page))
    assert (done.status, done.out) == (0, "fair transcript: 3 of 3 figures verified\n")
