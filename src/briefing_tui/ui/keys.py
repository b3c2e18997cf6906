"""The keys that work in more than one pane, declared once; footer, help, palette and README read them from here."""

from __future__ import annotations

from textual.binding import Binding


def _key(keys: str, action: str, words: str, name: str, tooltip: str, show: bool = False) -> Binding:
    return Binding(keys, action, words, show=show, id=name, tooltip=tooltip)


FIND_KEYS = [
    _key("slash", "find", "Find", "find.start", "Find words in this pane.", show=True),
    _key("n", "find_next(1)", "Next match", "find.next", "Go to the next match in this pane.", show=True),
    _key("N", "find_next(-1)", "Previous match", "find.previous", "Go to the previous match in this pane."),
]  # fmt: skip

EXPLORER_KEYS = [
    _key("a", "accept", "Accept", "candidate.accept", "Accept the figure that the program found.", show=True),
    _key("d", "turn_down", "Dismiss", "candidate.dismiss", "Dismiss the figure: it is none, or wrong.", show=True),
    _key("u", "take_back", "Take back", "candidate.undo", "Take back what was decided on a figure.", show=True),
    _key("s", "search", "Search all", "search.open", "Search the whole library.", show=True),
    _key("tab", "next_pane(1)", "Next pane", "pane.next", "Go to the next pane.", show=True),
    _key("shift+tab", "next_pane(-1)", "Previous pane", "pane.previous", "Go to the previous pane."),
    _key("1", "pane('speakers')", "Speakers", "pane.speakers", "Go to the speakers."),
    _key("2", "pane('sections')", "Sections", "pane.sections", "Go to the sections."),
    _key("3", "pane('reader')", "Text", "pane.reader", "Go to the text."),
    _key("4", "pane('indicators')", "Indicators", "pane.indicators", "Go to the indicators."),
    _key("left_square_bracket", "back", "Back", "history.back", "Go back to where you were.", show=True),
    _key("right_square_bracket", "forward", "Forward", "history.forward", "Go forward again.", show=True),
    _key("left_curly_bracket", "section(-1)", "Previous section", "section.previous", "Open the previous section."),
    _key("right_curly_bracket", "section(1)", "Next section", "section.next", "Open the next section."),
    _key("p", "pin", "Whole briefing", "table.pin", "Hold the table on the whole briefing, or release it."),
    _key("ampersand", "filter", "Filter rows", "table.filter", "Keep the indicators that hold some words."),
    _key("o", "sort", "Sort by", "table.sort", "Choose what the indicators are sorted by."),
    _key("v", "view", "Next view", "table.view", "Go round the views: table, bars, series of the figure."),
    _key("V", "series", "Series", "series.open", "Show the figure told below over all briefings."),
    _key("i", "full", "In full", "figure.full", "Show all that is known of the figure.", show=True),
    _key("r", "original", "Read original", "source.original", "Show the original words that the paragraph digests."),
    _key("x", "compare", "Compare article", "compare.open", "Set the article against the transcript."),
    _key("c", "changes", "What changed", "changes.open", "Show what changed since the briefing before."),
    _key("R", "reload", "Read anew", "library.reload", "Read the content anew from the disk, staying where you are."),
    _key("z", "zoom", "Zoom", "pane.zoom", "Give the whole screen to this pane, or take it back.", show=True),
    _key("y", "cite", "Cite", "copy.citation", "Copy the sentence as a citation.", show=True),
    _key("Y", "copy", "Copy as", "copy.menu", "Choose what to copy: citation, figure, paragraph, place."),
    _key("e", "export", "Export", "export.menu", "Write the briefing into files for other programs."),
    _key("m", "mark", "Mark", "mark.set", "Mark this place, or take its mark away."),
    _key("apostrophe", "marks", "Marks", "mark.list", "Choose one of the places you marked."),
    _key("L", "library", "Library", "library.open", "Show the library: every briefing there is to open."),
    _key("exclamation_mark", "problems", "Problems", "library.problems", "Show what is wrong in the content."),
    _key("escape", "close", "Close", "close", "Close the innermost thing: matches, filter, zoom, speaker."),
]  # fmt: skip

APP_KEYS = [
    _key("colon,ctrl+p", "command_palette", "Commands", "app.commands", "Find and run any action by name.", show=True),
    _key("t", "theme", "Theme", "app.theme", "Choose the look: dark, light, or the terminal's own colours."),
    _key("question_mark,f1", "keys", "Keys", "app.keys", "Show the keys that do something here.", show=True),
    _key("q,ctrl+c", "quit", "Quit", "app.quit", "Leave the program.", show=True),
]  # fmt: skip
