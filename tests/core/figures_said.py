"""What the rules for figures find in a text, a line for each figure."""

from __future__ import annotations

from briefing_tui.transcripts.figures import candidates


def said(text: str, year: int = 2030, month: int = 0) -> list[str]:
    """Each figure as `≈ 24 people`, for a briefing of some month."""
    return [
        " ".join(
            str(each)
            for each in (
                *(() if one.comparator == "=" else (one.comparator,)),
                one.value if one.value_max is None else f"{one.value}–{one.value_max}",
                *(each for each in (one.scale, one.unit) if each),
            )
        )
        for one in candidates(text, None, year, month)
    ]
