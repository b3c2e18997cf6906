"""Small made-up briefings as TOML: header, sections of one turn, figures; their folder; and a transcript's frame."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import tomli_w

HARBOUR = """{title}
Portville | July 4, 2023

Speakers
Ana Ruiz, director general of the Harbour Office

Chairperson
Tom Lee, press officer of the Harbour Office

Tom Lee:
{said}

Tom Lee:
That is all for today. Goodbye.
"""


def table(called: str = "", /, **fields: object) -> str:
    """A table of TOML, or without a name the head of a file; what is an empty string is left out."""
    given = {name: each for name, each in fields.items() if each != ""}
    return (f"\n[[{called}]]\n" if called else "\n") + tomli_w.dumps(given, multiline_strings=True)


def header(
    title: str, organiser: str, day: str, *sections: str, who: str = "Lin", office: str = "Office", outlet: str = ""
) -> str:
    """A briefing of one transcript, one speaker and one outlet or none."""
    return (
        table(title=title, organiser=organiser, date=date.fromisoformat(day))
        + table("document", id="transcript", kind="transcript", title="Transcript", sections=sections)
        + table("speaker", id=_id(who), name=who, role="panel", organisation=office, posts=[])
        + (table("outlet", id=_id(outlet), name=outlet) if outlet else "")
    )


def section(kind: str, title: str, *texts: str, who: str = "Lin", outlet: str = "", source: int = 1) -> str:
    """A section of one turn, with a paragraph for each text; they digest the source's paragraphs from `source` on."""
    return (
        table(kind=kind, title=title, outlet=_id(outlet))
        + table("turn", kind="answer" if outlet else "statement", speaker=_id(who))
        + "".join(table("turn.paragraph", source=[at], text=text) for at, text in enumerate(texts, source))
    )


def figure(
    called: str,
    value: str,
    *mentions: tuple[str, str, int],
    name: str = "",
    topic: str = "yards",
    kind: str = "count",
    **more: object,
) -> str:
    """An indicator with its mentions: place, quote and paragraph of the source."""
    told = [{"at": at, "quote": quote, "source": source} for at, quote, source in mentions]
    number = Decimal(value) if "." in value else int(value)
    return table(
        "indicator", id=called, name=name or called, topic=topic, kind=kind, value=number, **more, mentions=told
    )


def folder_of(path: Path, **texts: str | bytes) -> Path:
    """The folder, made, with a file of TOML for each text."""
    path.mkdir(parents=True)
    for name, text in texts.items():
        (path / f"{name}.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def _id(name: str) -> str:
    """The last word of a name."""
    return name.lower().rpartition(" ")[2]
