"""Addresses: the ids that content may use, and the `Place` that everything which moves the reader makes."""

from __future__ import annotations

import re
from dataclasses import dataclass

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


def check_id(identifier: str) -> None:
    """ValueError unless the id is lower-case letters, digits and hyphens, 64 at most."""
    if not ID.fullmatch(identifier):
        raise ValueError(f"'{identifier}' is not an id: use a-z, 0-9 and hyphens, 64 at most")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """An address in the library: `BRIEFING`, `BRIEFING#SECTION` or `BRIEFING#SECTION/PARAGRAPH`."""

    briefing: str
    section: str | None = None
    paragraph: int | None = None

    @classmethod
    def read(cls, text: str) -> Place:
        """Take an address apart; ValueError where it is none."""
        briefing, hash_, rest = text.partition("#")
        section, slash, paragraph = rest.partition("/")
        if not ID.fullmatch(briefing) or (hash_ and not ID.fullmatch(section)):
            raise ValueError(f"'{text}' is not a place: BRIEFING, BRIEFING#SECTION or BRIEFING#SECTION/PARAGRAPH")
        if slash and not re.fullmatch(r"[1-9]\d{0,5}", paragraph):
            raise ValueError(f"'{text}' is not a place: a paragraph is a number from 1")
        return cls(briefing, section or None, int(paragraph) if slash else None)

    def __str__(self) -> str:
        section = f"#{self.section}" if self.section else ""
        return self.briefing + section + (f"/{self.paragraph}" if self.paragraph else "")
