"""Makes raw transcripts of any length from a seed, laid out as press conferences are printed."""

from __future__ import annotations

import random
from datetime import date

from benchmarks.figures import figures
from benchmarks.library import OUTLETS
from benchmarks.words import Words

_HEADER = """\
Briefing on harbours and grain
Harbour Town | 10 a.m. March 7, 2031

Speakers:
Ms. Ada Marsh, director of the Harbour Office (HO)
Mr. Bruno Feld, deputy director of the Grain Board (GB)
Chairperson:
Ms. Carla Stone, head of press of the Council Information Office (CIO)
Date:
March 7, 2031
"""
_PARAGRAPHS, _WORDS = 6, 80


def transcript(words: Words, seed: int, length: int) -> str:
    """The text of a press conference of at least so many characters, most answers with figures."""
    chance = random.Random(seed)
    parts = [_HEADER, "Carla Stone:\n", words.text(chance, 40), "\n"]
    written = sum(map(len, parts))
    while written < length:
        # One who asks twice running would be in the same exchange still.
        exchange = _exchange(words, chance, OUTLETS[len(parts) % len(OUTLETS)])
        parts.append(exchange)
        written += len(exchange)
    return "".join((*parts, "Carla Stone:\nThat is all for today. Goodbye.\n"))


def _exchange(words: Words, chance: random.Random, outlet: str) -> str:
    said = figures(chance, date(2031, 3, 7), _PARAGRAPHS)
    answer = "\n".join(f"{words.text(chance, _WORDS)} {each.sentence}" for each in said)
    question = words.text(chance, 30).rstrip(".")
    asked = f"Carla Stone:\nThe next question, please.\n{outlet}:\n{question}?\n"
    return f"{asked}{chance.choice(('Ada Marsh', 'Bruno Feld'))}:\n{answer}\n"
