"""The commands, each declared once in a file of its own and loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_tui.commands.command import Command

_NAMES = (
    "list", "show", "search", "indicators", "compare", "check", "import", "attach", "series", "changes",
    "verify-article", "export", "completion",
)  # fmt: skip


class _Commands(Mapping[str, "Command"]):
    """The command of a name: `verify-article` is `VERIFY_ARTICLE` in `verify_article.py`."""

    def __getitem__(self, name: str) -> Command:
        if name not in _NAMES:
            raise KeyError(name)
        file = name.replace("-", "_")
        module = import_module(f"{__name__}.{file}_" if file == "import" else f"{__name__}.{file}")
        command: Command = getattr(module, file.upper())
        return command

    def __contains__(self, name: object) -> bool:
        return name in _NAMES

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)


COMMANDS = _Commands()
