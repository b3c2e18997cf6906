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
more less year-on-year respectively compared accounting including such both all each every
""")
# End in s and name one thing.
NO_PLURAL = _words("""
business gas access process progress less plus across analysis basis status focus loss mass news
reuters politics economics physics
""")
# Name several things and do not end in s.
IRREGULAR = _words("""
people men women children staff personnel police aircraft cattle persons media criteria
""")
# Tell what is counted only together with the word before.
SAY_LITTLE = _words("""
stations institutions products markets
""")
# What a speaker counts on the fingers: `three reasons`, `two sides`. No indicator.
TALK = _words("""
governments aspects points highlights characteristics areas things questions parts ways measures reasons fronts
steps issues sides sentences words times occasions principles features pillars priorities topics
examples factors elements ideas stages phases days rounds countries leaders parties presidents
nations peoples ones others
items announcements notes remarks pieces friends shots doses kinds types sorts documents sessions options
thoughts comments purposes tracks levels goals tasks objectives follow-ups wars worlds weeks
hours minutes minds directions
""")
# Lead from what is measured to its figure.
TRAILING = _words("""
reach reaches reached reaching exceed exceeds exceeded exceeding total totals totaled totaling totalling stood stand
stands hit was were is are be been being rose risen grew grown increase increased increasing fell fallen decline
declined dropped decreased expanded contracted surged jumped climbed gained up down accounted accounting account
accounts amount amounted amounting amounts came went number numbers numbered numbering approach approaches approached
approaching surpass surpassed surpasses surpassing has have had will would contributed maintain maintained achieved
registered recorded saw experienced make makes made remain remained serving show shows posted average averaged
ranging clinched doubled tripled ranking rank ranked expected projected likely estimated helped compared
to by at of from with a an the for in on as into than its their among about and or between
now also already only just far respectively it we they there you i annual annually year-on-year
""")
TRAILING_PAIRS = ("year on year", "rates registered", "rate registered", " the first")
