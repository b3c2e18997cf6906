"""Four press conferences of a made-up office, for pictures of several briefings, candidates and originals."""

from __future__ import annotations

TEXT = """Harbour Office press conference on the port in the {period}

Portville, {day}

Speakers:
Ada Holm, director of the Harbour Office
Ivo Kern, head of statistics of the Harbour Office

Chairperson:
Bo Lind, press officer of the Harbour Office

Bo Lind:
Good morning, and welcome to the Harbour Office. Ms. Holm will begin with a short report.

Ada Holm:
Good morning. In the {period}, cargo reached {cargo} million tonnes, an increase of {growth} percent year on year.
The number of ships that called was {ships}, and {share} percent of them took power from the shore.

We opened a second quay for ferries. Next year we intend to spend 85 million yuan on cranes.

Bo Lind:
The floor is open. Please name your paper first.

Coast Radio:
How long do ships wait for a berth, and what are you doing about it?

Ada Holm:
The average wait was {wait} hours. Pilots now meet a ship before the bar, which saves time at low water.

The Tide:
Has the port become a better employer?

Ivo Kern:
The port had {jobs} jobs at the end of {last}. One in three is held by somebody who came within five years.
"""
QUARTERS = (
    ("2030-04-11", "first quarter of 2030", "11 April 2030", "March", "9.8", "4.1", "1,204", "31", "7.5", "4,310"),
    ("2030-07-10", "second quarter of 2030", "10 July 2030", "June", "10.4", "5.3", "1,287", "34", "6.9", "4,355"),
    (
        "2030-10-09",
        "third quarter of 2030",
        "9 October 2030",
        "September",
        "10.1",
        "3.6",
        "1,251",
        "38",
        "6.2",
        "4,402",
    ),
    (
        "2031-01-15",
        "fourth quarter of 2030",
        "15 January 2031",
        "December",
        "10.9",
        "6.4",
        "1,302",
        "41",
        "5.8",
        "4,467",
    ),
)
NAMES = ("period", "day", "last", "cargo", "growth", "ships", "share", "wait", "jobs")


def texts() -> dict[str, str]:
    """The transcripts, each by the name of its file."""
    return {f"harbour-{day}.txt": TEXT.format(**dict(zip(NAMES, told, strict=True))) for day, *told in QUARTERS}
