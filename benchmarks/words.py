"""The words that made briefings speak: the commonest first, chosen as often as in real speech."""

from __future__ import annotations

import random
import re
from collections import Counter
from itertools import accumulate
from pathlib import Path

_OWN = Path(__file__).with_name("words.txt")
_MADE_UP = 30_000
_ONSETS = ("b", "br", "d", "f", "g", "gl", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "w", "z")
_RIMES = ("a", "an", "ar", "e", "el", "en", "er", "i", "in", "is", "o", "on", "or", "u", "ul", "um")


class Words:
    """A vocabulary in which a word is the rarer the later it comes, with a long tail of words that hardly ever come."""

    def __init__(self, ranked: tuple[str, ...]) -> None:
        self.ranked = ranked
        self._weights = tuple(accumulate(1 / (rank + 3) for rank in range(len(ranked))))

    @classmethod
    def own(cls) -> Words:
        """The words of this folder, and made-up ones behind them."""
        known = _OWN.read_text(encoding="utf-8").split()
        chance = random.Random(1)
        invented = ("".join(_syllable(chance) for _ in range(chance.randint(2, 4))) for _ in range(_MADE_UP))
        return cls(tuple(dict.fromkeys((*known, *invented))))

    @classmethod
    def of(cls, folder: Path) -> Words:
        """The words of the transcripts (`*.txt`) in a folder. ValueError where there are none."""
        counts: Counter[str] = Counter()
        for file in sorted(folder.glob("*.txt")):
            counts.update(re.findall(r"[a-z]+", file.read_text(encoding="utf-8", errors="replace").lower()))
        if not counts:
            raise ValueError(f"{folder} holds no transcripts named *.txt")
        return cls(tuple(word for word, _ in counts.most_common()))

    def sentence(self, chance: random.Random, length: int) -> str:
        """Some words with a capital and a full stop."""
        return " ".join(chance.choices(self.ranked, cum_weights=self._weights, k=length)).capitalize() + "."

    def text(self, chance: random.Random, length: int) -> str:
        """About so many words, in sentences."""
        sentences = []
        while length > 0:
            count = min(chance.randint(9, 25), max(length, 4))
            sentences.append(self.sentence(chance, count))
            length -= count
        return " ".join(sentences)


def _syllable(chance: random.Random) -> str:
    return chance.choice(_ONSETS) + chance.choice(_RIMES)
