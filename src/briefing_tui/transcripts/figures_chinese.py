"""Figures in Chinese paragraphs: digits with 万, 亿 and 万亿, percentages, growth against the year before."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import cast

from briefing_tui.indicator import IndicatorKind, Status
from briefing_tui.numerals import CHINESE, CHINESE_COUNT, value_of
from briefing_tui.quantity import Change, Comparator, Period, Scale
from briefing_tui.transcripts.candidate import Candidate

_HAN = re.compile(r"[\u4e00-\u9fff]")
_MASKED = re.compile(
    r"(?:19|20)\d\d\s*[-—–至~]\s*(?:19|20)\d\d\s*年?|\d{4}-\d\d-\d\d|\d{4}年(?!均)"
    r"|\d{1,2}月份?(?:\d{1,2}[日号])?|\d{1,2}[日号]|\d{1,2}[:：]\d\d(?:[:：]\d\d)?|\d{1,2}[时点](?:\d{1,2}分)?"
    r"|每\s*[\d,]+[万名个户人]*|\d\s*[×xX*]\s*24\s*小时"
    r"|(?P<name>\d+[A-Za-z][A-Za-z0-9-]*|[A-Za-z]+-?\d[A-Za-z0-9-]*)|第\d+(?!\d|位(?:[，。；、]|$))|(?:图|页|号文|问题)\s*\d+|^\s*\d+[.、）)]"
)
# A name, `5G`, is a part of what is measured; a time is none.
_NAME = "\x02"
_UNITS = {
    "元": "CNY",
    "人民币": "CNY",
    "美元": "USD",
    "欧元": "EUR",
    "港元": "HKD",
    "吨": "t",
    "千瓦时": "kWh",
    "千瓦": "kW",
    "平方公里": "km²",
    "公里": "km",
    "平方米": "m²",
    "公顷": "ha",
    "亩": "mu",
    "毫秒": "ms",
    "毫米": "mm",
    "厘米": "cm",
    "米": "m",
    "公斤": "kg",
    "千克": "kg",
    "升": "L",
    "摄氏度": "°C",
    "日元": "JPY",
    "英镑": "GBP",
    "卢布": "RUB",
    "小时": "hours",
    "分钟": "minutes",
    "天": "days",
    "周": "weeks",
    "个月": "months",
    "标箱": "TEU",
    "标准箱": "TEU",
}
_DURATIONS = ("小时", "分钟", "天", "周", "个月")
_COUNTERS = (
    "[人辆艘架台班]次|[个家项辆台部件户人座种类条款套艘架所批例名次只支册处倍张剂位头场趟列枚份间栋棵斤起宗笔桩株匹羽尾幅对根单"
    "篇]"
)
_COMPARATORS: dict[str, Comparator] = {
    **dict.fromkeys(("超过", "突破", "高于", "多于", "逾", "超"), ">"),
    **dict.fromkeys(("不少于", "至少", "不低于"), "≥"),
    **dict.fromkeys(("不超过", "至多"), "≤"),
    **dict.fromkeys(("低于", "不足", "少于", "不到"), "<"),
    **dict.fromkeys(("接近", "近", "大约", "约"), "≈"),
}
# When something is or was, and not how long it takes: `48小时内`, `过去三个月`.
_WHEN = re.compile(r"(?:近|过去|未来|最近|今后|前|每隔?|第)\s*$")
_WITHIN = re.compile("内|前|后|以[前后内来]|之[前后内]|来")
_NUMBER = r"\d[\d,]*(?:\.\d+)?"


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_FIGURE = re.compile(
    rf"第(?P<rank>\d{{1,3}})位|(?:居|位列|名列|排名?)[^，。；第]{{0,6}}第(?P<place>[一二三四五六七八九十]{{1,2}})位?|(?P<before>{_longest_first(_COMPARATORS)})?(?:(?P<part>{CHINESE})|(?P<hand>{CHINESE_COUNT})"
    rf"|(?P<low>{_NUMBER})(?:(?P<lowscale>万亿|亿|万|[%％])?元?\s*[-—–~至到]\s*(?P<high>{_NUMBER}))?)"
    r"\s*(?P<over>[多余])?(?P<scale>万亿|亿|万)?(?P<more>[多余])?"
    rf"(?:(?P<percent>[%％]|个百分点)|(?P<measure>{_longest_first(_UNITS)})|(?P<counter>{_COUNTERS})|)(?P<above>以上)?"
)
_SCALES = {"万亿": "trillion", "亿": "亿", "万": "万"}
_UP, _DOWN = (
    "增长|增加|扩大|加快|上升|提高|净增|增幅为?|增速为?|上涨|上调|攀升|增",
    "下降|减少|收窄|缩小|缩短|放缓|降低|压缩|回落|下跌|下调|缩减|降幅为?|降",
)
# What grew *to* a level, 增长到, tells no growth.
_MOVES = f"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|约)?"
_MOVE = re.compile(rf"{_MOVES}\s*$")
_BASIS = (
    ("同比", "year on year"),
    ("环比", "month on month"),
    ("上年末", "since end of last year"),
    ("比上年", "year on year"),
)
# What is compared with, `比一季度`, is no time of the figures behind it.
_PERIODS = re.compile(
    r"(?<![比较])(?:(?:(?P<year>20\d\d)年|(?P<other>[去今明])年)?(?:(?P<half>[上下]半年)|前(?P<quarters>[二两三])个?季度"
    r"|(?P<quarter>[一二三四])季度|(?P<from>\d{1,2})月?[-—–至到~](?P<to>\d{1,2})月份?"
    r"|截至(?:今年)?(?P<end>\d{1,2})月[底末]|前(?P<months>\d{1,2}|[一二三四五六七八九])个月|(?P<full>全年)"
    r"|(?P<month>\d{1,2})月份?(?![\d底末]))|(?P<away>[去明])年(?!同期|年?[底末])|(?P<whole>20\d\d)年)"
)
_HANDS = {sign: value for value, sign in enumerate("一二三四五六七八九", 1)} | {"两": 2}
_APPOSED = re.compile(
    rf"(?:，按[^，。]{{1,12}}计算)?[，,（(]?(?:同比|环比|[比较]上年末?|[比较][^，。；]{{1,8}}(?:前|同期|年|月|周))?(?:{_MOVES})"
)
# A level of another time, `上周是79%`, has not the growth that is told of today's.
_OTHER_TIME = re.compile(r"(?:上周|上个?月|去年|上年|此前|之前|当时)[^，。；]{0,6}$")
# `比去年提高1.5欧元`, `比去年同期多1.9亿美元`: by how much, and not how much there is.
_BY_HOW_MUCH = re.compile(rf"[比较][^，。；]{{1,12}}(?:{_MOVES}|多|(?P<less>少))了?\s*$")
_COMES = re.compile(
    r"(?P<expected>(?<!超)预[计期测]|有望|将(?:会?[达增超到]|近))[^，。；]*$|(?P<target>目标[是为]?)[^，。；]*$"
    r"|(?P<intended>力争|计划[到在新将建])[^，。；]*$"
)
# What goes before a number that moves or is one of two: `通电率从91.5%提高到`.
_MOVING = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:[从由]|[\d\x01])")
# `从2024年的91.5%提高到` leads to a level of another time.
_NEAR, _CLOSE = 40, 8
_FROM_THEN = re.compile(rf"[从由](?:20\d\d年|[去上]年)[^，。；]{{0,16}}(?:{_UP}|{_DOWN})?[到至]$")
# What is denied is no figure: `价格没有上涨5%`.
_DENIED = re.compile("(?:没有|没能|并未|从未|未能|并非|(?<!是)不是|未(?![来经必]))[^，。；]{0,6}$")
# Words that only lead on from the clause before: `其中`, `比年初`.
_ONLY_LEADS = re.compile(
    r"其中|同时|另外|此外|[比较与][^，]{0,6}(?:年初|年末|年底|月末|月底|同期|上年|去年|上月|上期|相比)[末底]?"
)
_CLAUSE = re.compile(r"[，。；：、,;！？\s]")
_LEADING = re.compile(
    rf"(?:同比|环比|[比较](?:上年|去年|上月|上季度|年|月)(?:同期|[末底初])?|{_MOVES}|到|达到?|为|累计|建成|占|已|共|有|是|超过|了|约)+$"
)


def is_chinese(text: str) -> bool:
    """Whether a paragraph is written in Chinese rather than only quoting a name."""
    return len(_HAN.findall(text)) * 3 > len(text)


def candidates(text: str, carried: Period | None = None, year: int | None = None) -> tuple[Candidate, ...]:
    """The figures of a Chinese paragraph in order; a growth right behind its level becomes the level's change."""
    found: list[Candidate] = []
    for sentence in re.finditer(r"[^。！？\n]+", text):
        told = [(match.end(), _period(match, year)) for match in _PERIODS.finditer(sentence[0])]
        for each in _figures(text, sentence.start(), sentence.end()):
            before = [period for end, period in told if sentence.start() + end <= each.start and period]
            own = [] if _FROM_THEN.search(text, max(sentence.start(), each.start - _NEAR), each.start) else before
            period = own[-1] if own else carried if each.kind in {"growth", "share"} else None
            made = replace(each, period=period, period_inferred=not own and period is not None)
            if found and _changes(text, found[-1], made):
                found[-1] = _with_change(text, found[-1], made)
                if found[-1].period is None and carried:
                    found[-1] = replace(found[-1], period=carried, period_inferred=True)
            else:
                found.append(made)
        carried = next((period for _, period in reversed(told) if period), carried)
    return tuple(found)


def _figures(text: str, first: int, last: int) -> Iterator[Candidate]:
    hidden = _MASKED.sub(lambda match: (_NAME if match["name"] else "\x01") * len(match[0]), text[first:last])
    at = 0
    while match := _figure(hidden, at):
        at = match.end()
        if match["measure"] in _DURATIONS and _tells_when(hidden, match):
            continue
        told = ("rank", "place", "hand", "part", "percent", "measure", "counter", "scale")
        if any(match[each] for each in told) and not _DENIED.search(hidden, max(0, at - _NEAR), match.start()):
            yield _candidate(text, hidden, first, match)


def _figure(hidden: str, at: int) -> re.Match[str] | None:
    """The next figure; what goes from one to another, `从5%到8%`, is no range, nor are two of different scales."""
    match = _FIGURE.search(hidden, at)
    if match is None or match["high"] is None:
        return match
    scale = (match["percent"] if match["lowscale"] in ("%", "％") else match["scale"]) if match["lowscale"] else None
    moves = re.search("[从由][^，。；]{0,12}$", hidden[max(0, match.start() - 14) : match.start()])
    return (
        _FIGURE.match(hidden, match.start(), match.start("high") - 1) if moves or scale != match["lowscale"] else match
    )


def _tells_when(hidden: str, match: re.Match[str]) -> bool:
    return (
        _WHEN.search(hidden, max(0, match.start() - _CLOSE), match.start()) is not None
        or _WITHIN.match(hidden, match.end()) is not None
    )


def _candidate(text: str, hidden: str, first: int, match: re.Match[str]) -> Candidate:
    start, end = first + match.start(), first + match.end()
    before = hidden[max(0, match.start() - 16) : match.start()]
    move = _MOVE.search(before)
    percent = match["percent"] or match["part"]
    value = value_of(match["rank"] or match["place"] or match["part"] or match["hand"] or match["low"])
    by = _BY_HOW_MUCH.search(hidden[max(0, match.start() - 24) : match.start()])
    kind: IndicatorKind = "level" if match["measure"] else "count"
    if match["rank"] or match["place"]:
        kind = "rank"
    elif percent or by or move:
        kind = "growth" if by or move or percent == "个百分点" else "share"
    unit = (
        "percentage points"
        if percent == "个百分点"
        else "%"
        if percent
        else _UNITS.get(match["measure"] or "", match["counter"])
    )
    high = Decimal(match["high"].replace(",", "")) if match["high"] else None
    falls = (move and move["down"]) or (by and by["less"])
    about: Comparator = "≈" if match["part"] and value % Decimal("0.5") else "="
    comparator = _COMPARATORS.get(match["before"] or "", about)
    if match["over"] or match["more"] or match["above"]:
        comparator = "≥" if match["above"] else ">"
    return Candidate(
        name=_name(hidden, text[first : first + len(hidden)], match),
        kind=kind,
        value=-value if falls else value,
        scale=cast(Scale, _SCALES[match["scale"]]) if match["scale"] else None,
        unit=unit,
        comparator=comparator,
        value_max=high if high is not None and high > value else None,
        change=None,
        basis=next((words for sign, words in _BASIS if move and sign in before), None),
        period=None,
        period_inferred=False,
        quote=text[start:end],
        start=start,
        end=end,
        status=_status(hidden[max(0, match.start() - 60) : match.start()]),
    )


def _status(before: str) -> Status:
    """Whether the clauses that lead to a figure tell that it is still to come."""
    told = [match.lastgroup for match in _COMES.finditer(before)]
    return cast(Status, told[0] if len(set(told)) == 1 else "expected") if told else "actual"


def _name(hidden: str, text: str, match: re.Match[str]) -> str:
    """The words of the nearest clause that leads to a figure; else those behind what is counted."""
    first = max(0, match.start() - 60)
    clauses = list(re.finditer(r"[^，。；：、,;！？\s]+", hidden[first : match.start()]))
    for clause in reversed(clauses):
        kept = clause[0].lstrip("\x01")
        words = _LEADING.sub("", _MOVING.split(kept)[0]).strip("\x01")
        if len(words) > 1 and not _ONLY_LEADS.fullmatch(words):
            start = first + clause.end() - len(kept)
            return text[start : start + len(words)][-24:]
    behind = _CLAUSE.split(hidden[match.end() : match.end() + 60])[0] if match["counter"] else ""
    return text[match.end() : match.end() + len(behind)][:24] or "数字"


def _changes(text: str, before: Candidate, growth: Candidate) -> bool:
    """Whether a growth is told of the level right before it: `7.5万亿元，增长4.2%`."""
    points = before.kind == "share" and growth.unit == "percentage points"
    if _OTHER_TIME.search(text, max(0, before.start - 10), before.start):
        return False
    levels = (points or before.kind in {"level", "count"}) and before.change is None and growth.kind == "growth"
    levels = levels and growth.unit in {"%", "percentage points"}
    return levels and _APPOSED.fullmatch(text, before.end, growth.start) is not None


def _with_change(text: str, level: Candidate, growth: Candidate) -> Candidate:
    change = Change(growth.value, growth.unit or "%", growth.basis)
    return replace(level, change=change, quote=text[level.start : growth.end], end=growth.end)


def _period(match: re.Match[str], year: int | None) -> Period | None:
    told = match["year"] or match["whole"]
    year = int(told) if told else year
    if year is None:
        return None
    year += {"明": 1, "去": -1}.get(match["other"] or match["away"] or "", 0)
    if match["whole"] or match["away"] or match["full"]:
        return Period.read(str(year))
    first, last = 1, 12
    if match["half"]:
        first, last = (1, 6) if match["half"] == "上半年" else (7, 12)
    elif match["quarters"]:
        last = 3 * _HANDS[match["quarters"]]
    elif match["quarter"]:
        first, last = 3 * _HANDS[match["quarter"]] - 2, 3 * _HANDS[match["quarter"]]
    elif match["months"]:
        last = _HANDS.get(match["months"]) or int(match["months"])
    elif match["from"]:
        first, last = int(match["from"]), int(match["to"])
    else:
        first = last = int(match["end"] or match["month"])
    if not 1 <= first <= last <= 12:
        return None
    if match["end"]:
        return Period.read(f"{year}-{last:02}-{monthrange(year, last)[1]}")
    return Period.read(f"{year}-{first:02}" if first == last else f"{year}-{first:02}/{year}-{last:02}")
