"""Whose dollars a transcript means that says only `$` or `dollars`: those of the one country its header names."""

from __future__ import annotations

import re
from collections.abc import Iterable

_COUNTRIES = {
    "AUD": "Australian?|Canberra|Sydney|Melbourne",
    "CAD": "Canad(?:a|ian)|Ottawa|Toronto",
    "NZD": "New Zealand|Aotearoa|Auckland|Wellington",
    "SGD": "Singapore(?:an)?",
    "HKD": "Hong Kong",
    "TWD": "Taiwan(?:ese)?",
    "FJD": "Fiji(?:an)?|Suva",
    "SBD": "Solomon Islands?|Honiara",
    "JMD": "Jamaican?",
    "TTD": "Trinidad",
    "BBD": "Barbad(?:os|ian)",
    "BSD": "Bahamas|Bahamian",
    "GYD": "Guyan(?:a|ese)",
    "BZD": "Belize",
    "NAD": "Namibian?",
    "BND": "Brunei",
}
_ANY = re.compile("|".join(rf"(?P<{code}>\b(?:{words})\b)" for code, words in _COUNTRIES.items()))
_AMERICAN = re.compile(
    r"\b(?:United States|White House|Washington|U\.?S\.(?=\W|$)|US\b|America|Federal Reserve|Pentagon)"
)
_TOLD = re.compile(r"US\s?\$|\bU\.?S\.?\s+dollars?|\bUSD\b|\bAmerican\s+dollars?")
_SAID = re.compile(r"\$|\bdollars?\b")


def dollars_of(header: Iterable[str]) -> str:
    """The code of the dollars that a header's words lead one to expect, `USD` where no country or several are named."""
    words = "\n".join(header)
    codes = {match.lastgroup or "" for match in _ANY.finditer(words)}
    return codes.pop() if len(codes) == 1 and not _AMERICAN.search(words) else "USD"


def in_dollars(unit: str | None, quote: str, text: str, code: str) -> str | None:
    """The unit of a figure of a paragraph where `$` means the dollars of `code`; told ones stay American."""
    money, slash, each = (unit or "").partition("/")
    if money != "USD" or code == "USD" or _TOLD.search(quote) or (_TOLD.search(text) and not _SAID.search(quote)):
        return unit
    return f"{code}{slash}{each}"
