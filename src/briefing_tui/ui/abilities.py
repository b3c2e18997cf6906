"""What the terminal can do, by the name it gives itself."""

from __future__ import annotations

import curses

from briefing_tui.ui.redraw import Abilities


def abilities(term: str) -> Abilities:
    """What the system's descriptions of terminals say; nothing where there is none."""
    try:
        curses.setupterm(term)
    except curses.error:
        return Abilities()
    return Abilities(erases_in_colour=curses.tigetflag("bce") > 0, repeats=curses.tigetstr("rep") is not None)
