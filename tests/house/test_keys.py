"""Every key: an id, few words, one sentence, and nothing that a terminal keeps for itself."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import briefing_tui.ui
from briefing_tui.library import read_folders, shipped
from briefing_tui.ui.keys import APP_KEYS, EXPLORER_KEYS

FORBIDDEN = {f"ctrl+{key}" for key in ("h", "i", "j", "m", "s", "q", "z", "b", "a", "backslash", "left_square_bracket")}


def declared() -> list[tuple[str, Binding]]:
    """Every binding of every screen and pane, with the class that declares it."""
    found = []
    for module in pkgutil.iter_modules(briefing_tui.ui.__path__, "briefing_tui.ui."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, DOMNode) and value.__module__ == module.name:
                for binding in vars(value).get("BINDINGS", ()):
                    assert isinstance(binding, Binding), f"{value.__name__} declares {binding!r}"
                    found.append((value.__name__, binding))
    return found


BINDINGS = declared()
NAMES = [f"{name}.{binding.id}" for name, binding in BINDINGS]


def test_there_are_bindings_and_the_explorers_are_among_them() -> None:
    assert {each.id for each in (*EXPLORER_KEYS, *APP_KEYS)} <= {binding.id for _, binding in BINDINGS}


@pytest.mark.parametrize("binding", [each for _, each in BINDINGS], ids=NAMES)
def test_a_key_is_told_in_few_words_and_one_sentence(binding: Binding) -> None:
    assert binding.id
    assert 1 <= len(binding.description.split()) <= 3
    assert binding.tooltip
    assert binding.tooltip.endswith(".")
    assert binding.tooltip.count(". ") == 0
    assert binding.tooltip[0].isupper()


@pytest.mark.parametrize("binding", [each for _, each in BINDINGS], ids=NAMES)
def test_no_key_is_one_that_terminals_keep_for_themselves(binding: Binding) -> None:
    keys = set(binding.key.split(","))
    assert not keys & FORBIDDEN
    assert any("ctrl+" not in key and not key.startswith("alt+") for key in keys) or binding.id in {
        "move.half-down",
        "move.half-up",
    }


def test_ids_are_given_once() -> None:
    assert not [name for name, count in Counter(binding.id for _, binding in BINDINGS).items() if count > 1]


def test_the_explorer_and_the_program_never_claim_the_same_key() -> None:
    keys = Counter(key for binding in (*EXPLORER_KEYS, *APP_KEYS) for key in binding.key.split(","))
    assert not [key for key, count in keys.items() if count > 1]


def test_the_shipped_content_has_no_problems() -> None:
    library = read_folders((shipped(),))
    assert library.briefings
    assert [str(problem) for entry in library.entries for problem in entry.problems] == []
