"""The looks to choose from: dark, light, and the terminal's own sixteen colours."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme


def _theme(name: str, dark: bool, ground: str, text: str, muted: str, accent: str, **others: str) -> Theme:
    ansi = ground.startswith("ansi")
    variables = {"muted": muted, "line": others["line"], "row": others["row"], "lit": others["lit"]}
    return Theme(
        name=name,
        dark=dark,
        primary=accent,
        secondary=accent,
        accent=accent,
        foreground=text,
        background=ground,
        surface=ground,
        panel=others["row"],
        success=others["rise"],
        error=others["fall"],
        warning=others["caution"],
        variables={
            **(BUILTIN_THEMES["ansi-dark"].variables if ansi else {}),
            **variables,
            "input-cursor-background": text,
            "input-cursor-foreground": ground,
            "block-cursor-background": others["row"],
            "block-cursor-foreground": text,
            "block-cursor-text-style": "bold",
        },
        ansi=ansi,
    )


DARK = _theme(
    "dark", True, "#14161b", "#d3d7de", "#858d9a", "#76b5d6",
    line="#3a404b", row="#22262e", lit="#6b5a1e", rise="#93c48b", fall="#e0908a", caution="#dbb872",
)  # fmt: skip
LIGHT = _theme(
    "light", False, "#faf9f6", "#23262c", "#686e78", "#17678f",
    line="#c9c7c0", row="#ecebe5", lit="#f3df9b", rise="#2f7034", fall="#a8352c", caution="#8a5a00",
)  # fmt: skip
TERMINAL = _theme(
    "terminal", True, "ansi_default", "ansi_default", "ansi_bright_black", "ansi_cyan",
    line="ansi_bright_black", row="ansi_default", lit="ansi_yellow",
    rise="ansi_green", fall="ansi_red", caution="ansi_yellow",
)  # fmt: skip

THEMES = (DARK, LIGHT, TERMINAL)
