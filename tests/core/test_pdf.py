"""The text of PDFs goes the way of all text; what has none says what to do."""

from __future__ import annotations

import sys

import pytest

from briefing_tui.transcripts import read
from briefing_tui.transcripts.pdf import is_pdf, text_of
from made_pdf import pdf

HEAD, FOOT = "Harbour Office, unofficial transcript", "Page {} of 3"
PAGES = (
    (
        HEAD,
        "Harbour briefing on freight",
        "July 4, 2023",
        "Speakers",
        "Ana Ruiz, director general of the Harbour Office",
        "Chairperson",
        "Tom Lee, press officer of the Harbour Office",
        "Tom Lee:",
        "Good morning, everyone.",
        "Ana Ruiz:",
        "In the first half of 2023, 4.2 million containers",
        FOOT.format(1),
    ),
    (HEAD, "passed, up 6.5% year on year.", "Tom Lee:", "Please ask.", "Coast Radio:", "How is the", FOOT.format(2)),
    (HEAD, "pier? Thank you.", "Ana Ruiz:", "It cost 120 million dollars.", "Tom Lee:", "Goodbye.", FOOT.format(3)),
)


def test_pages_are_parted_so_that_their_heads_go_where_they_belong() -> None:
    raw = pdf(PAGES)
    assert is_pdf(raw)
    text = text_of(raw)
    assert text.count("\f") == 2
    draft = read(text, "harbour.pdf")
    assert draft.words_kept
    assert [each.speaker for each in draft.turns] == [
        *("Tom Lee", "Ana Ruiz", "Tom Lee", "Coast Radio", "Ana Ruiz", "Tom Lee")
    ]
    said = " ".join(each.text for turn in draft.turns for each in turn.paragraphs)
    assert "4.2 million containers passed, up 6.5% year on year." in said
    assert "How is the pier? Thank you." in said
    assert "unofficial" not in said


def test_a_pdf_without_text_or_broken_says_what_to_do() -> None:
    with pytest.raises(ValueError, match="without text"):
        text_of(pdf(((), ())))
    with pytest.raises(ValueError, match="cannot be read"):
        text_of(b"%PDF-1.4\nnothing more")
    assert not is_pdf(b"Harbour briefing")


def test_without_the_extra_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ValueError, match=r"briefing-tui\[pdf\]"):
        text_of(pdf(PAGES))
