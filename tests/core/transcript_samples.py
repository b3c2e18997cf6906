"""Transcripts of our own in every family of layouts, with the traps of each; nothing here was ever said."""

from __future__ import annotations

import textwrap

ALONE = """\
SCIO briefing on rural post and parcels
Chengdu | 10 a.m. March 7, 2031

Speakers:
Mr. Qiao Renfu, deputy head of the State Post Bureau (SPB)
Ms. Lan Yuting, director general of the Department of Parcels of the SPB
Chairperson:
Mr. Hou Bolin, deputy director general of the Press Bureau of the State Council Information Office (SCIO)
Date:
March 7, 2031
Hou Bolin:
Good morning. Today we talk about parcels.
Qiao Renfu:
Parcels grew by 7.5%. We did three things:
First, vans. Second, lockers.
/3    Qiao Renfu

Hou Bolin:
Please raise your hands.
24 Heures:
How many lockers are there?
Mr. Qiao:
This question will be answered by my colleague.
Lan Yuting:
There are 12,000.
Outlook:
We counted the vans twice.
Highlights:
None of them is new.
Hou Bolin:
One more, please.
_ueditor_page_break_tag_Morning Courier, Harbour Edition:
Why are vans late?
Lan Yutin:
The roads are long,
_ueditor_page_break_tag_
and the vans are old.
kurier-online.at: And the prices?
Qiao Renfu:
They stay.
Hou Bolin:
Goodbye.
Translated and edited by P. Quill. In case of any discrepancy, the first text prevails.
Group photo
"""

TWICE = """\
Press conference on tides
Speaker:
Ulla Berg, director of the Tide Office
Chairperson:
Per Lind, head of press of the Tide Office
Date:
May 2, 2030
Per Lind:
Welcome. The floor is open.
Reuters:
Is it high?
Ulla Berg:
It is.
Per Lind:
Thank you.
Press conference on wind
Speaker:
Ove Dahl, director of the Wind Office
Chairperson:
Per Lind, head of press of the Tide Office
Date:
May 3, 2030
Per Lind:
Welcome again.
Ove Dahl:
It blew.
AFP:
How hard?
Ove Dahl:
Hard.
Per Lind:
Goodbye.
"""

CAPITALS = """\
THE HARBOUR OFFICE

Press Briefing by Harbour Secretary Maria Alvarez and Pilot Chief Tom O'Dell, August 9, 2029

Pilots' Room

9:05 A.M. CET

SECRETARY ALVAREZ:  Morning, all.  Three numbers:
one, ships;
two, tugs.

FREIGHT RATES: They fell by 4 percent.

MR. O’DELL:  The tugs are fine.  (Laughter.)

Q    Which tugs?

Q    And how many?

MR. O'DELL:  Nine.

(Cross-talk.)

The ninth came in spring. It was built upriver, where the yards are slow and the rain is not, and it took four years
to learn that a tug which cannot turn is a ferry: nobody had told them. Since then the yard has asked twice for a
second order, and twice the pilots have answered that one is plenty.

MS. ALVAREZ:  Ten, with mine.

INTERPRETER:  Please use the microphone.

QUESTION:  Will it rain?

MARIA ALVAREZ:  It may.

NOTE: The tide table was handed out.

END 9:31 A.M. CET
"""

FULL_STOP_PAGES = (
    """\
June 3, 2032   Governor Ekström's Press Conference   DRAFT
Page 1 of 4
Transcript of Governor Ekström's Press Conference
GOVERNOR EKSTRÖM.  Good afternoon.  The Board kept the rate at 3¾ percent, and the outlook for
U.S. GDP.  It is little changed.  We look at
""",
    """\
June 3, 2032   Governor Ekström's Press Conference   DRAFT
Page 2 of 4
prices, wages and rents together.
ANNA-LISA VON ROSEN.  Anna-Lisa von Rosen, Harbour Times.  Was the Board of one mind about
NATO. I mean about the budget?
GOVERNOR EKSTRÖM. It was.
""",
    """\
June 3, 2032   Governor Ekström's Press Conference   DRAFT
Page 3 of 4
J. P. McCREADY.  [Inaudible]
GOVERNOR EKSTRÖM.  Please go on.
J. P. McCREADY.  Is the
""",
    """\
June 3, 2032   Governor Ekström's Press Conference   DRAFT
Page 4 of 4
rate too high?
GOVERNOR EKSTRÖM.  No.
""",
)

LETTERS = """\
Interview with a lighthouse keeper

Kept on 4 May 2028 in Skagen

Q How long have you kept it?

A Twenty years.

A lamp needs care.

Q What does it need?

A Oil and patience.
Q And company?

A Now and then.
"""

INLINE = """\
HOME > Remarks
Foreign Ministry Spokesperson Ines Moreau's Regular Press Conference on 3 February 2030
2030-02-03 15:30

The ministry will open a new reading room.

24 Kanal:Will the bridge open at 8:30 tomorrow? People ask.
Ines Moreau:It will. Let me say two things: it is safe, and it is free.
So, Citigroup: nobody asked them.
Cabinet nominees: there are four.
Border Traffic: It grew by 3%.
L'Écho, Bruxelles: Who pays?
Ines Moreau：The ministry.
The Harbour & Coast Journal: Is that all?
Ms. Moreau: That is all.
The Harbour & Coast Journal: Truly?
Ines Moreau: Yes.
"""

OWN_LINE = """\
Northern Lamps Q2 2031 Earnings Call

Contents:

Prepared Remarks

Operator

Good morning, and welcome to the call.

Greta Holm -- Chief Executive Officer

Thank you. Lamps sold well:
we sold 4 million of them.

Outlook

We expect as many again.

Operator

Our first question comes from Ian Frost of Pelham.

Ian Frost -- Pelham Securities -- Analyst

How is the oil price?

Greta Holm -- Chief Executive Officer

It is steady.

Ian Frost -- Pelham Securities -- Analyst

And wicks?

Bo Sund -- Chief Financial Officer

Cheaper.

Operator

The next question is from Rosa Clay.

Rosa Clay -- Dune Research -- Analyst

Any plans for buoys?

Greta Holm -- Chief Executive Officer

None.

Operator

That ends the call.
"""

TIMED_AFTER = """\
Press Conference on Ferries, 1 July 2030

Ada Quist: (00:01)
Good morning. The ferries run at 7:15 and 8:15.

Reporter 1: (00:45)
Every day?

Ada Quist: (00:52)
Every day.

Reporter 2: (01:10:03)
On Sundays too?

Ada Quist: (01:10:09)
Yes.
"""

TIMED_BEFORE = """\
[00:00:03] Ada Quist: Good morning. The ferries run.
[00:00:45] Reporter: Every day?
[00:00:52] Ada Quist: Every day. One thing: not at night.
[00:01:10] Reporter: On Sundays too?
[00:01:15] Ada Quist: Yes.
"""

CHINESE = """\
港口发展新闻发布会

2031年3月7日上午，省政府新闻办公室举行新闻发布会。实录如下：

省政府新闻办副主任 何博林

何博林:各位记者朋友，大家好！下面请介绍情况。

乔仁福：今年港口吞吐量增长7.5%，主要做了三件事：一是扩建码头，二是清理航道。

省港口局局长 乔仁福

何博林：下面欢迎大家提问，提问前请通报所在的新闻机构。

海港日报记者：请问船只有多少艘？

乔仁福：这个问题请蓝处长回答。

蓝玉婷：一共1200艘。

潮汐新闻记者:票价会变吗？

乔仁福：不会。

何博林：今天的发布会到此结束。
"""

BOLD_PAGE = """\
<!doctype html><html><head><title>Remarks on kites | Sky Office</title><style>p {color: red}</style></head>
<body><nav><a href="/">Home</a> <a href="/k">Kites: all</a></nav><main><h1>Press conference on kites</h1>
<p>Lisbon, 12 April 2030</p><!-- hidden words -->
<p><strong>Rui Prata</strong> Kites flew for 40 days.</p><p>They flew <b>high</b>.</p>
<figure><img src="k.png"><figcaption>Rui Prata with a kite</figcaption></figure>
<p><b>Vento Radio</b>&nbsp;How high?</p><p><b>Rui Prata</b> Very high.</p><script>alert("no")</script>
<p><b>Vento Radio</b> Will they fly again?</p><p><strong>Rui Prata</strong> They will.\u202e</p></main>
<footer>Contact: kites@example.org</footer></body></html>
"""

WHO_PAGE = """\
<div><u who="#NoraVik"><seg>Boats are late.</seg></u><u who="#Reporter"><seg>Why?</seg></u>
<u who="#NoraVik"><seg>Fog.</seg><seg>And ice.</seg></u><u who="#Reporter"><seg>Until when?</seg></u>
<u who="#NoraVik"><seg>Noon.</seg></u></div>
"""

MARKDOWN_BOLD = """\
---
title: "Remarks by Mayor Lena Ost on Trams"
date: 2030-09-01
---

# Remarks

**Mayor Ost:** Trams are back.

**Q:** All of them?

**Mayor Ost:** Nearly all.

**Q:** When will the rest come?

**Lena Ost:** In May.
"""


def wrapped(text: str, width: int) -> str:
    """The text broken at a width, its paragraphs left apart."""
    return "\n\n".join(textwrap.fill(part, width, break_on_hyphens=False) for part in text.split("\n\n"))
