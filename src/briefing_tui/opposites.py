"""Words of which what is told of the one is not told of the other: exports and imports, urban and rural."""

from __future__ import annotations

import re
from collections.abc import Iterable

_OPPOSITES = tuple(
    tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in row)
    for row in (
        (
            r"export(?:s|ed|ing|ers?)?|abroad|overseas",
            r"import(?:s|ed|ing|ers?)?",
            r"output|production|produc(?:e[sd]|ing)|built|manufactured",
            r"sales?|sold|sell(?:s|ing)?|shipments?",
        ),
        (r"employment|employed|employees", r"unemploy\w+|jobless\w*"),
        (r"incomes?|revenues?|turnover|earnings?", r"(?<!non-)profits?|profitability|margins?", r"loss(?:es)?"),
        (r"created|creation|creating|gained", r"lost|losses|losing|shed|destroyed"),
        (r"births?|born", r"deaths?|died"),
        (r"arrivals?|arrived", r"departures?|departed"),
        (r"urban", r"rural"),
        (r"agricultur\w*|farming", r"industry|industrial"),
        (r"2G", r"3G", r"4G", r"5G(?:-A)?", r"6G"),
        (r"surplus(?:es)?", r"deficits?|shortfall"),
        (r"opened|openings?", r"closed|closures?|closings?|shut"),
        (r"approved|approvals?", r"refused|refusals?|rejected|rejections?"),
        (r"supply|supplies", r"demand"),
        (r"wholesale", r"retail"),
        (r"offshore", r"onshore"),
        (r"online", r"offline"),
        (r"men|males?|boys", r"women|females?|girls"),
    )
)


def is_opposed(said: Iterable[str], told: Iterable[str]) -> bool:
    """Whether two speak of what excludes one another; of each the first text decides that holds any such word."""
    texts = tuple(said), tuple(told)
    return any(_part(row, texts[0], texts[1]) for row in _OPPOSITES)


def _part(row: tuple[re.Pattern[str], ...], said: tuple[str, ...], told: tuple[str, ...]) -> bool:
    one, other = _held(row, said), _held(row, told)
    return bool(one and other) and not one & other


def _held(row: tuple[re.Pattern[str], ...], texts: tuple[str, ...]) -> set[int]:
    held = ({at for at, words in enumerate(row) if words.search(text)} for text in texts)
    return next(filter(None, held), set())
