"""Whether a voice speaks or asks, by its label, its turns and what stands around them."""

from __future__ import annotations

from briefing_tui.transcripts.names import is_generic, is_outlet, is_post, is_titled, person_and_house
from briefing_tui.transcripts.voice import Part, Voice


def judged(voice: Voice, *, told: bool, listed: bool, most: int, opens: bool) -> tuple[Part, str]:
    """The part of a voice and why; the first reason that holds decides.

    `told`: those who ask are labelled as such; `listed`: the header names somebody; `most` turns has one; it `opens`.
    """
    label = voice.labels[0]
    asks = voice.asked * 2 >= voice.turns
    titled = is_titled(label) and not is_generic(label)
    person_of = person_and_house(label)
    of_house = person_of is not None and not is_post(person_of[1])
    reasons: tuple[tuple[bool, Part, str], ...] = (
        (voice.asks_by_label, "questioner", "the label says so"),
        (is_outlet(label) and not titled, "questioner", "the label is the name of a news organisation"),
        (len(voice.role_told) > 1 and asks, "questioner", "the label names another house"),
        (bool(voice.role_told) and not voice.house, "speaker", "the label names a post"),
        (of_house and not voice.replies, "questioner", "the label names a house beside the person"),
        (bool(voice.house) and not voice.replies, "questioner", "the label names a house beside the person"),
        (voice.introduced and asks and not voice.replies, "questioner", "it is introduced with a house"),
        (
            told and (titled or opens or not asks or 0 < voice.replies < voice.turns),
            "speaker",
            "those who ask are labelled as such",
        ),
        (titled and voice.replies > 0 and not voice.house, "speaker", "it answers, and its label has an office"),
        (voice.replies > 0 and not voice.asked and not voice.house, "speaker", "it answers and never asks"),
        (voice.called_in > voice.asked, "speaker", "an answer gives it the word"),
        (voice.calls > voice.replies + voice.asked, "speaker", "it calls up those who ask"),
        (listed and not titled, "questioner", "the header does not list the name"),
        (voice.turns * 2 >= most and not asks, "speaker", "it asks little and stands as often as most"),
        (voice.turns * 2 <= most and asks, "questioner", "it stands seldom and asks"),
        (asks, "questioner", "half of its turns or more ask"),
    )
    return next(((part, because) for holds, part, because in reasons if holds), ("speaker", "it asks little"))
