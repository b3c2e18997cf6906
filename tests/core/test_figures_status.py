"""What is said to come is marked so: expected, projected, a target or intended, by the clause of the figure."""

import datetime
from dataclasses import replace

import pytest
import transcript_samples as samples

from briefing_tui.model import NOT_TOLD
from briefing_tui.transcripts import read
from briefing_tui.transcripts.drafting import briefing_of
from briefing_tui.transcripts.figures import candidates


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("We expect growth of 3 percent.", ["expected"]),
        ("We expect growth of 3 percent this year, and 2 percent next year.", ["expected", "expected"]),
        ("The forecast is for 5,000 jobs.", ["expected"]),
        ("Exports are set to reach 4 million tons.", ["expected"]),
        ("Some 5,000 jobs will be created.", ["expected"]),
        ("Output will rise by 5%.", ["expected"]),
        ("The bill would invest $2 billion.", ["expected"]),
        ("Joblessness is 4%, below the 6% forecast by the bank.", ["actual", "expected"]),
        ("Output could reach 5 million tons.", ["expected"]),
        ("Growth is projected to slow to 3% from 5%.", ["projected", "actual"]),
        ("Growth of 3 percent is projected.", ["projected"]),
        ("We aim to build 500 ships.", ["target"]),
        ("Inflation is 3 percent, above our 2 percent target.", ["actual", "target"]),
        ("They plan to hire 300 nurses; 400 nurses left.", ["intended", "actual"]),
        ("They intend to spend $5 million.", ["intended"]),
        ("We plan to build 500 ships, which is expected to bring 900 jobs.", ["intended", "expected"]),
        ("I expect 5% growth but sales fell 3%.", ["expected", "actual"]),
        ("Output will grow, and from May to June, our new mills made an impressive 75 tons.", ["actual"]),
        ("Sales rose 5%, higher than expected.", ["actual"]),
        ("As expected sales rose 5%.", ["actual"]),
        ("As you will see, sales rose 5%.", ["actual"]),
        ("I will note that sales rose 5%.", ["actual"]),
        ("The projects created 5,000 jobs.", ["actual"]),
        ("We will support growth in 10 industries.", ["actual"]),
        ("预计全年产量达到5万吨，去年出口增长3%。", ["expected", "actual"]),
        ("目标是5万吨，力争建成30个工厂。", ["target", "intended"]),
    ],
)
def test_the_status_of_a_figure(text: str, status: list[str]) -> None:
    assert [each.status for each in candidates(text, None, 2023)] == status


@pytest.mark.parametrize(
    ("text", "status", "period"),
    [
        ("Exports of 5 million tons in 2031 are our promise.", "expected", "2031"),
        ("Exports were 5 million tons in 2019.", "actual", "2019"),
        ("We aim to export 5 million tons in 2031.", "target", "2031"),
        ("The rate of 2019 will be 4 percent.", "expected", None),
    ],
)
def test_a_figure_of_a_time_after_the_briefing_is_never_actual(text: str, status: str, period: str | None) -> None:
    draft = read(f"MS. FOO: {text}\n\nQ Is that so?\n\nMS. FOO: It is.\n\nQ Well?\n\nMS. FOO: Yes.\n", "x.txt")
    (found,) = briefing_of(replace(draft, date=datetime.date(2023, 7, 4)), "case").indicators
    assert (found.status, found.period and found.period.iso) == (status, period)


def test_words_that_stand_for_an_organiser_nobody_tells_are_known_by_one_name() -> None:
    draft = replace(read(samples.LETTERS, "lamp.txt"), organiser="", date=datetime.date(2023, 7, 4))
    assert briefing_of(draft, "case").organiser == NOT_TOLD
