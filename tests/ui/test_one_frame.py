"""What a key changes is painted once, with all that follows from it, and laid out no more than it must be."""

from __future__ import annotations

from typing import Any

import pytest
from textual._compositor import Compositor
from textual.app import App
from textual.css.stylesheet import Stylesheet

from window import LARGE, SMALL, Window, place, window


class Work:
    """Frames painted, times that the screen was laid out, and parts of it that were styled."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.frames = self.layouts = self.styled = 0
        display, reflow, apply = App._display, Compositor.reflow, Stylesheet.apply

        def displayed(app: App[None], screen: Any, renderable: Any) -> None:
            self.frames += renderable is not None and not app._batch_count
            display(app, screen, renderable)

        def laid(compositor: Compositor, *given: Any) -> Any:
            self.layouts += 1
            return reflow(compositor, *given)

        def styled(sheet: Stylesheet, *given: Any, **named: Any) -> None:
            self.styled += 1
            apply(sheet, *given, **named)

        patch.setattr(App, "_display", displayed)
        patch.setattr(Compositor, "reflow", laid)
        patch.setattr(Stylesheet, "apply", styled)


async def work_of(seen: Window, patch: pytest.MonkeyPatch, *keys: str) -> Work:
    with patch.context() as here:
        work = Work(here)
        await seen.press(*keys)
        return work


# Keys before, the key, what it may lay out and style.
KEYS = {
    "line": ("", "j", 0, 0),
    "page": ("", "space", 0, 0),
    "row": ("4", "j", 0, 0),
    "page of rows": ("4", "space", 0, 0),
    "text to table": ("", "tab", 0, 2),
    "table to speakers": ("4", "tab", 0, 2),
    "section": ("", "}", 0, 0),
    "section in the list": ("2", "j", 0, 0),
    "speaker": ("1", "j", 0, 0),
    "figure": ("", "l", 0, 0),
    "figure to row": ("l", "enter", 0, 2),
    "row to sentence": ("4j", "enter", 0, 2),
    "find": ("", "/", 1, 4),
    "letter to find": ("/", "e", 0, 0),
    "found": ("/e", "enter", 1, 4),
    "filter": ("4", "&", 1, 4),
    "letter to filter": ("4&", "e", 0, 0),
    "bars": ("4", "v", 0, 0),
    "whole briefing": ("", "p", 0, 0),
    "mark": ("", "m", 0, 0),
    "zoom": ("", "z", 2, 13),
    "in full": ("4", "i", 2, 11),
    "keys": ("", "?", 2, 11),
    "theme": ("", "t", 2, 11),
    "palette": ("", ":", 2, 11),
    "comparison": ("", "x", 2, 13),
    "search": ("", "s", 2, 13),
    "letter to search": ("s", "e", 0, 0),
    "search left": ("s", "escape", 1, 1),
}


@pytest.mark.parametrize("name", KEYS)
async def test_a_key_is_one_frame(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before, key, layouts, styled = KEYS[name]
    async with window(LARGE, place("q4")) as seen:
        await seen.press(*before)
        shown = seen.text
        work = await work_of(seen, monkeypatch, key)
        assert seen.text != shown or name in {"page of rows"}
        assert work.frames == 1
        assert work.layouts <= layouts
        assert work.styled <= styled


async def test_a_pane_that_shows_alone_is_one_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    async with window(SMALL, place("q4")) as seen:
        work = await work_of(seen, monkeypatch, "tab")
        assert seen.title("indicators").startswith("4")
        assert (work.frames, work.layouts) == (1, 1)


async def test_what_is_resized_while_a_key_is_answered_is_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    async with window(LARGE, place("q4")) as seen:
        with seen.app.batch_update():
            await seen.resize(SMALL)
        work = await work_of(seen, monkeypatch, "j")
        assert work.frames == 1
        assert max(map(len, seen.rows)) <= SMALL[0]
