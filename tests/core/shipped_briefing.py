"""The briefing that ships, read once."""

from __future__ import annotations

from functools import cache

from briefing_tui.content import load
from briefing_tui.library import shipped
from briefing_tui.model import Briefing


@cache
def briefing() -> Briefing:
    found = load(shipped() / "scio-2024-10-23").briefing
    assert found is not None
    return found
