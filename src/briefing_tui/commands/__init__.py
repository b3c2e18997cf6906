"""The commands, each declared once in a file of its own; rooms are opened only when a command runs."""

from __future__ import annotations

from briefing_tui.commands.attach import ATTACH
from briefing_tui.commands.changes import CHANGES
from briefing_tui.commands.check import CHECK
from briefing_tui.commands.compare import COMPARE
from briefing_tui.commands.explore import EXPLORE
from briefing_tui.commands.import_ import IMPORT
from briefing_tui.commands.indicators import INDICATORS
from briefing_tui.commands.list import LIST
from briefing_tui.commands.search import SEARCH
from briefing_tui.commands.series import SERIES
from briefing_tui.commands.show import SHOW
from briefing_tui.commands.verify_article import VERIFY_ARTICLE

COMMANDS = {
    command.name: command
    for command in (LIST, SHOW, SEARCH, INDICATORS, COMPARE, CHECK, IMPORT, ATTACH, SERIES, CHANGES, VERIFY_ARTICLE)
}

__all__ = ["COMMANDS", "EXPLORE"]
