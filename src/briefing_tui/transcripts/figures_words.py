"""Word lists that tell an English noun phrase from what surrounds it, for the reading of figures."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# No noun phrase goes on behind one of these.
STOP = _words("""
a an the this that these those of in on at to for from by with within into onto across over under
than as and or but nor is are was were be been being has have had do does did will would can could
may might shall should must who which whose when where while now today so not also only per its
their our his her my your we they he she it i you there here then if because since until after
before during between among about up down via out off through against without very just above below
more less toward towards inside outside around near beyond despite year-on-year respectively
compared accounting including such both all each every worldwide nationwide abroad altogether
""")
# End in s and name one thing.
NO_PLURAL = _words("""
business gas access process progress less plus across analysis basis status focus loss mass news
reuters politics economics physics
""")
# Name several things and do not end in s.
IRREGULAR = _words("""
people men women children staff personnel police aircraft cattle persons media criteria crew sheep poultry livestock
dead injured wounded missing unemployed
""")
# Tell what is counted only together with the word before.
SAY_LITTLE = _words("""
stations institutions products markets
""")
# Lead to what something is the number of: `staff numbers`.
NUMBERED = _words("""
numbers number totals total counts count figures
""")
# Look like things of which there are several, and are deeds: `900 million goes to bridges`.
ACTED = _words("""
goes comes makes takes gets gives brings pays keeps receives says becomes remains belongs depends needs wants
leaves lets shows
""")
# What a speaker counts on the fingers: `three reasons`, `two sides`. No indicator.
TALK = _words("""
governments aspects points highlights characteristics areas things questions parts ways reasons fronts
steps issues sides sentences words times occasions principles features pillars priorities topics
examples factors elements ideas stages phases nations peoples others
items announcements notes remarks pieces friends kinds types sorts documents sessions options
thoughts comments purposes tracks levels goals tasks objectives follow-ups wars worlds minds directions
answers problems conditions arguments scenarios facts lessons categories layers dimensions colleagues
gentlemen ladies hands feet eyes ends extremes matters subjects aims requests explanations caveats concerns respects
components strands challenges risks choices alternatives possibilities observations clarifications corrections
differences developments updates sets messages numbers figures presidents ministers halves cheers dots lines
""")
# Of two of these, both are spoken of: `relations between the two countries`.
PAIRS = _words("""
countries leaders parties nations states peoples governments teams institutions ministries companies capitals
""")
# Numbers of what no briefing is about: `the plan has 248 pages`.
NOT_COUNTED = _words("""
pages slides articles chapters paragraphs sections clauses annexes appendices attachments footnotes
""")
# Verbs that tell that somebody says or wants what follows: the name stands behind them.
REPORTS = _words("""
say says said saying tell tells told think thinks thought believe believes believed claimed hoped
see sees expect expects know knows knew foresee foresees admit admits assume want wants wanted
promised decided decide
""")
# Verbs that act on a thing, which is the name where its article follows; else who acts is.
ACTS = _words("""
leave lower lowered raise raised keep keeps kept make makes made take takes took put puts get gets got give gives
gave bring brings brought pay pays paid sell sells sold buy buys bought build builds built spend spends spent
collect collected produce produced generate generated serve serves closed opened booked win won lose loses
lost carry carries carried hold holds held receive receives received add adds added guarantees valued
needed measured covered burnt burned lengthen connected hired reduce reduced increased rises rose falls fell grow grows
grew slip slipped edged dropped climbed delivered confirmed approved recommended proposed afford used went goes go come
comes came saves saved reached reaches reach counted found asked helped fined started become becomes applied voted
earn earns earned employ employs employed include includes included handled contributed attracted shot treated killed
repurchased asked improved speaks adopted foresees
""")
# Verbs that tell of what stands before them.
STATES = _words("""
is are was were be been being am has have had will would can could may might should shall do does did didn't don't
isn't aren't wasn't hasn't haven't can't won't it's that's we're they're remains remain stands stood says
""")
VERBS = REPORTS | ACTS | STATES
# Words that name nothing at either end of a phrase.
EMPTY = _words("""
of in at on for with by to from than and or but as up down out away together already still all just only now again
today here there then also not no yes far so us you them him me it we they i he she who which that this these those
each every well yet about over under whereas while if when since because although maybe actually alone the a an
after before against versus until without within during per your my our their his her its one some any both such
very more most fewer less least rather even ever never enough like said morning contrast same first last next want wants
again ago year month week day available another become rising contained staying back behind there's it's i'd we'd
what how why where once ok okay sure please thank thanks good too further
""")
# Verbs that may be nouns with a word before them, and are none alone.
ALONE = _words("""
costs cost needs rains rained runs wait waits halfway cleaned intercepted therefore hiring cutting paying electric
arrived been unchanged sentenced retire develop protects true normal halved registered later every
plus minus whom worth many few starts start sent sends provides provide invest invests set sets intend intends press
""")
