"""Who is said to say a figure: the speaker, the house that asks, else nobody."""

from __future__ import annotations

from briefing_tui.transcripts import read
from briefing_tui.transcripts.drafting import briefing_of
from briefing_tui.wording import figure_at, section_title, voice

TALK = """Portville Harbour press conference
4 July 2031

Speakers
Ana Ruiz, director general of the Harbour Office

Ana Ruiz:
We moved 310 ships in June.

Nora Falk, Coast Radio:
Why did 14 ships wait?

Ana Ruiz:
The fog. Only three ships waited in May.
"""


def test_a_figure_of_a_question_is_said_by_the_house_that_asks() -> None:
    briefing = briefing_of(read(TALK, "port.txt"), "port")
    said = {str(each.value): voice(briefing, each.mentions[0]) for each in briefing.indicators}
    assert said == {"310": "Ana Ruiz", "14": "Coast Radio", "3": "Ana Ruiz"}


def test_the_house_stands_once_in_the_title_of_its_questions() -> None:
    briefing = briefing_of(read(TALK, "port.txt"), "port")
    asked = next(each for each in briefing.sections if each.kind == "exchange")
    assert section_title(briefing, asked) == "q1 Coast Radio › Nora Falk"


def test_a_growth_in_numbers_keeps_its_scale_in_every_wording() -> None:
    talk = TALK.replace("We moved 310 ships in June.", "Cargo rose by 1.5 million tons. Jobs fell by 2 to 3 million.")
    cargo, jobs, *_ = briefing_of(read(talk, "port.txt"), "port").indicators
    assert (figure_at(cargo, cargo.mentions[0]), cargo.growth_words) == ("▲ +1.5 million t", "▲ +1.5 million t")
    assert figure_at(jobs, jobs.mentions[0]) == "▼ −2 to −3 million jobs"
