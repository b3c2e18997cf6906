"""How Chinese prints a number: digits with 万 and 亿, units, counters, what moves, compares and leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing_tui.numerals import CHINESE, CHINESE_COUNT
from briefing_tui.quantity import Comparator

HAN = re.compile(r"[\u4e00-\u9fff]")
MASKED = re.compile(
    r"(?:19|20)\d\d\s*[-—–至~]\s*(?:19|20)\d\d\s*年?|\d{4}-\d\d-\d\d|\d{4}年(?!均)"
    r"|\d{1,2}月份?(?:\d{1,2}[日号])?|\d{1,2}[日号]|\d{1,2}[:：]\d\d(?:[:：]\d\d)?|\d{1,2}[时点](?:\d{1,2}分)?"
    r"|每\s*[\d,]+[万名个户人]*|\d\s*[×xX*]\s*24\s*小时"
    r"|(?P<name>\d+[A-Za-z][A-Za-z0-9-]*|[A-Za-z]+-?\d[A-Za-z0-9-]*)|第\d+(?!\d|位(?:[，。；、]|$))|(?:图|页|号文|问题)\s*\d+|^\s*\d+[.、）)]"
)
# A name, `5G`, is a part of what is measured; a time is none.
NAME = "\x02"
UNITS = {
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
    "个小时": "hours",
    "分钟": "minutes",
    "天": "days",
    "周": "weeks",
    "个月": "months",
    "标箱": "TEU",
    "标准箱": "TEU",
}
DURATIONS = ("小时", "个小时", "分钟", "天", "周", "个月")
_COUNTERS = (
    "[人辆艘架台班]次|[个家项辆台部件户人座种类条款套艘架所批例名次只支册处倍张剂位头场趟列枚份间栋棵斤起宗笔桩株匹羽尾幅对根单"
    "篇]"
)
COMPARATORS: dict[str, Comparator] = {
    **dict.fromkeys(("超过", "突破", "高于", "多于", "逾", "超"), ">"),
    **dict.fromkeys(("不少于", "至少", "不低于"), "≥"),
    **dict.fromkeys(("不超过", "至多"), "≤"),
    **dict.fromkeys(("低于", "不足", "少于", "不到"), "<"),
    **dict.fromkeys(("接近", "近", "大约", "约"), "≈"),
}
# When something is or was, and not how long it takes: `48小时内`, `过去三个月`.
WHEN = re.compile(r"(?:近|过去|未来|最近|今后|前|每隔?|第)\s*$")
WITHIN = re.compile("内|前|后|以[前后内来]|之[前后内]|来")
_NUMBER = r"\d[\d,]*(?:\.\d+)?"


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


FIGURE = re.compile(
    rf"第(?P<rank>\d{{1,3}})位|(?:居|位列|名列|排名?)[^，。；第]{{0,6}}第(?P<place>[一二三四五六七八九十]{{1,2}})位?|(?P<before>{_longest_first(COMPARATORS)})?(?:(?P<part>{CHINESE})|(?P<hand>{CHINESE_COUNT})"
    rf"|(?P<low>{_NUMBER})(?:(?P<lowscale>万亿|亿|万|[%％])?元?\s*[-—–~至到]\s*(?P<high>{_NUMBER}))?)"
    r"\s*(?P<over>[多余])?(?P<scale>万亿|亿|万)?(?P<more>[多余])?"
    rf"(?:(?P<percent>[%％]|个百分点)|(?P<measure>{_longest_first(UNITS)})|(?P<counter>{_COUNTERS})|)(?P<above>以上)?"
)
SCALES = {"万亿": "trillion", "亿": "亿", "万": "万"}
_UP, _DOWN = (
    "增长|增加|扩大|加快|上升|提高|净增|增幅为?|增速为?|上涨|上调|攀升|增",
    "下降|减少|收窄|缩小|缩短|放缓|降低|压缩|回落|下跌|下调|缩减|降幅为?|降",
)
# What grew *to* a level, 增长到, tells no growth.
_MOVES = f"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|约)?"
MOVE = re.compile(rf"{_MOVES}\s*$")
BASIS = (
    ("同比", "year on year"),
    ("环比", "month on month"),
    ("上年末", "since end of last year"),
    ("比上年", "year on year"),
)
# What is compared with, `比一季度`, is no time of the figures behind it.
PERIODS = re.compile(
    r"(?<![比较])(?:(?:(?P<year>20\d\d)年|(?P<other>[去今明])年)?(?:(?P<half>[上下]半年)|前(?P<quarters>[二两三])个?季度"
    r"|(?P<quarter>[一二三四])季度|(?P<from>\d{1,2})月?[-—–至到~](?P<to>\d{1,2})月份?"
    r"|截至(?:今年)?(?P<end>\d{1,2})月[底末]|前(?P<months>\d{1,2}|[一二三四五六七八九])个月|(?P<full>全年)"
    r"|(?P<month>\d{1,2})月份?(?![\d底末]))|(?P<away>[去明])年(?!同期|年?[底末])|(?P<whole>20\d\d)年)"
)
HANDS = {sign: value for value, sign in enumerate("一二三四五六七八九", 1)} | {"两": 2}
APPOSED = re.compile(
    rf"(?:，按[^，。]{{1,12}}计算)?[，,（(]?(?:同比|环比|[比较]上年末?|[比较][^，。；]{{1,8}}(?:前|同期|年|月|周))?(?:{_MOVES})"
)
# A level of another time, `上周是79%`, has not the growth that is told of today's.
OTHER_TIME = re.compile(r"(?:上周|上个?月|去年|上年|此前|之前|当时)[^，。；]{0,6}$")
# `比去年提高1.5欧元`, `比去年同期多1.9亿美元`: by how much, and not how much there is.
BY_HOW_MUCH = re.compile(rf"[比较][^，。；]{{1,12}}(?:{_MOVES}|多|(?P<less>少))了?\s*$")
COMES = re.compile(
    r"(?P<expected>(?<!超)预[计期测]|有望|将(?:会?[达增超到]|近))[^，。；]*$|(?P<target>目标[是为]?)[^，。；]*$"
    r"|(?P<intended>力争|计划[到在新将建])[^，。；]*$"
)
# What goes before a number that moves or is one of two: `通电率从91.5%提高到`.
MOVING = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:[从由]|[\d\x01])")
# `从2024年的91.5%提高到` leads to a level of another time.
NEAR, CLOSE = 40, 8
FROM_THEN = re.compile(rf"[从由](?:20\d\d年|[去上]年)[^，。；]{{0,16}}(?:{_UP}|{_DOWN})?[到至]$")
# What is denied is no figure: `价格没有上涨5%`.
DENIED = re.compile("(?:没有|没能|并未|从未|未能|并非|(?<!是)不是|未(?![来经必]))[^，。；]{0,6}$")
# Words that only lead on from the clause before: `其中`, `比年初`.
ONLY_LEADS = re.compile(
    r"其中|同时|另外|此外|分别|不过|(?:[降增]幅|增速)?[比较与](?:\x01|[一二三四去上]|季度?|[年月])*[初末底]?|[比较与][^，]{0,6}(?:年初|年末|年底|月末|月底|同期|上年|去年|上月|上期|相比)[末底]?"
)
# `金额和人数分别增长11.2%和7%`: a rate for each of the levels before it.
_RATE = r"\d+(?:\.\d+)?[%％]"
EACH = re.compile(rf"分别(?:同比|环比|[比较][^，。；]{{1,8}})?{_MOVES}(?P<rates>{_RATE}(?:、{_RATE})*[和及与]{_RATE})")
CLAUSE = re.compile(r"[，。；：、,;！？\s]")
LEADING = re.compile(
    rf"(?:同比|环比|[比较](?:上年|去年|上月|上季度|年|月)(?:同期|[末底初])?|{_MOVES}|分别|到|达到?|为|累计|建成|占|已|共|有|是|超过|了|约)+$"
)
