"""What the user chose and wants kept: a small TOML file in the user's configuration folder."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from briefing_tui.whole_file import replace_file


@dataclass(frozen=True, slots=True)
class Settings:
    """The theme's name; None takes the program's own choice."""

    theme: str | None = None


def settings_file() -> Path:
    import platformdirs

    return platformdirs.user_config_path("briefing-tui") / "settings.toml"


def own_library() -> Path:
    """Where the user's own briefings are."""
    import platformdirs

    return platformdirs.user_data_path("briefing-tui") / "library"


def read_settings(path: Path) -> Settings:
    """The settings of a file; what is missing or unreadable is as if not chosen."""
    if not path.exists():
        return Settings()
    import tomli

    try:
        table = tomli.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    theme = table.get("theme")
    return Settings(theme if isinstance(theme, str) else None)


def write_settings(path: Path, settings: Settings) -> None:
    """Replace the file whole. OSError where it cannot be written."""
    import tomli_w

    chosen = {key: value for key, value in asdict(settings).items() if value is not None}
    replace_file(path, tomli_w.dumps(chosen).encode())
