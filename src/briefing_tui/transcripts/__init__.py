"""Raw transcripts become draft briefings: one file for each family of layouts, a few for the figures."""

from __future__ import annotations

from briefing_tui.transcripts.draft import (
    Draft,
    DraftOutlet,
    DraftParagraph,
    DraftSection,
    DraftSpeaker,
    DraftTurn,
    Guess,
    Narration,
)
from briefing_tui.transcripts.layouts import LAYOUTS
from briefing_tui.transcripts.reading import read

__all__ = [
    "LAYOUTS",
    "Draft",
    "DraftOutlet",
    "DraftParagraph",
    "DraftSection",
    "DraftSpeaker",
    "DraftTurn",
    "Guess",
    "Narration",
    "read",
]
