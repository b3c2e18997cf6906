"""Whether words look like the name of a person or an outlet, and how two labels name one person."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from briefing_tui.transcripts.lexicon import (
    ANONYMOUS,
    ANSWER,
    ASKING,
    CHAIRS,
    HELPERS,
    HOLDERS,
    HONORIFICS,
    OFFICES,
    OPENERS,
    PARTICLES,
)

MEDIA = re.compile(
    r"\b(?:news\w*|tv|television|times|daily|journal|post|reuters|afp|agency|herald|radio|broadcasting|press|network|finance|weekly|"
    r"media|magazine|telegraph|guardian|tribune|gazette|chronicle|observer|report|review|broadcast|channel|wire|globe|"
    r"financial|online|today|standard|independent|economist|spiegel|welt|monde|nikkei|kyodo|xinhua|cctv|cgtn|cnr|cnbc|cnn|bbc|"
    r"nbc|abc|cbs|npr|pbs|bloomberg|ap|dpa|efe|ansa|tass|nhk|caixin|yicai|the paper|cover)\b|"
    r"\w\.(?:com|cn|net|org|tv|io|uk|de|fr|jp|at|ch|it|es|eu|ru|in|info)\b|(?:记者|电视台|广播|日报|晚报|周刊|时报|新闻|通讯社|社|报|网|台|杂志|频道)$",
    re.I,
)
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金"
    "石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤寿辛蓝乔温柴苗苏鲁房卫樊柯翟耿霍管"
)
_NO_NAME = ("高质", "高水", "高端", "方面", "金融", "任务", "白皮", "余额", "万亿", "向上", "管理", "温度")
_HAN_NAME = re.compile(r"[\u4e00-\u9fff·]{2,12}")
_WORD = re.compile(r"[^\W_]+(?:[-'’.·&][^\W_]+)*\.?|&")
_NO_NAMES = HONORIFICS | OFFICES | ASKING | CHAIRS
_PARTS = ANONYMOUS | ANSWER | CHAIRS | HELPERS
_SMALL = PARTICLES | ASKING
_TRAIL = re.compile(r"\s*[(\[（].*?[)\]）]\s*$")


def bare(label: str) -> str:
    """A label without what stands behind it in brackets."""
    return _TRAIL.sub("", label) or label


def words_of(label: str) -> list[str]:
    return _WORD.findall(_TRAIL.sub("", label))


@lru_cache(maxsize=65536)
def key_of(label: str) -> str:
    """A label as it is compared: without case, honorifics, offices and what stands in brackets."""
    words = [word.rstrip(".").casefold().replace("’", "'") for word in words_of(label)]
    own = [word for word in words if word not in _NO_NAMES]
    return " ".join(own or words)


@lru_cache(maxsize=65536)
def is_titled(label: str) -> bool:
    """Whether an honorific or an office stands before a name; `the` alone tells nothing."""
    words = [word.rstrip(".").casefold() for word in words_of(label)]
    words = words[1:] if words[:1] == ["the"] else words
    return len(words) > 1 and (words[0] in HONORIFICS or words[0] in OFFICES)


def is_office(label: str) -> bool:
    """Whether a label is an office and nothing else: `THE PRESIDENT`, `Secretary-General`."""
    words = {word.casefold().rstrip(".") for whole in words_of(label) for word in whole.split("-")}
    return bool(words & HOLDERS) and words <= OFFICES | HONORIFICS


def is_outlet(label: str) -> bool:
    return bool(MEDIA.search(label)) or label[:1].isdigit()


def is_near(one: str, other: str) -> bool:
    """Whether two keys differ by no more than a slip of the pen."""
    if min(len(one), len(other)) < 7 or one[0] != other[0] or abs(len(one) - len(other)) > 0.2 * len(one):
        return False
    matcher = SequenceMatcher(None, one, other)
    return matcher.quick_ratio() > 0.9 and matcher.ratio() > 0.9


def is_generic(label: str) -> bool:
    """`Q`, `QUESTION`, `Reporter 2`, `Operator`, `主持人`: a part in the talk, not a name."""
    words = _part(label)
    return bool(words) and all(word in _PARTS for word in words)


@lru_cache(maxsize=65536)
def is_anonymous(label: str) -> bool:
    words = _part(label)
    return bool(words) and all(word in ANONYMOUS for word in words)


def _part(label: str) -> list[str]:
    words = bare(label).strip("?() .").casefold().rstrip("0123456789# ").split()
    return words[1:] if len(words) > 1 and words[0] in {"a", "an", "the"} else words


@lru_cache(maxsize=65536)
def shape(label: str) -> int:
    """How much words look like a label: 3 an outlet or a titled name, 1 a name, −4 the start of a sentence."""
    if is_generic(label) or is_office(label):
        return 3
    if _HAN_NAME.fullmatch(label):
        return _han_shape(label)
    words = words_of(label)
    outlet = is_outlet(label)
    if not words or len(words) > 9 or _is_sentence(label, words, outlet):
        return -4
    if outlet or is_titled(label) or (len(words) > 1 and words[0].casefold() in CHAIRS):
        return 3
    return 1 if len(words) > 1 or words[0].isupper() else 0


def _han_shape(label: str) -> int:
    if is_outlet(label):
        return 3
    if label[0] in _SURNAMES and not label.startswith(_NO_NAME) and len(label) <= 4:
        return 3 if len(label) == 3 else 2
    return 1 if len(label) <= 4 else 0


def _is_sentence(label: str, words: list[str], outlet: bool) -> bool:
    """Whether words begin a sentence: a word that opens one, small letters, a comma that is no part of a name."""
    first = words[0].casefold().rstrip(".,")
    if first in OPENERS and len(first) > 1 and not (outlet and len(words) > 1):
        return True
    small = any(word[0].islower() and word.casefold() not in _SMALL and "." not in word for word in words)
    acronym = label.startswith("U.S.") and not outlet
    return small or acronym or ("," in label and not _is_comma_of_a_name(label))


def _is_comma_of_a_name(label: str) -> bool:
    """`Rzeczpospolita, Warsaw`, `Smith, Jr.`: every piece begins with a capital, none opens a sentence."""
    pieces = [piece.strip() for piece in label.split(",")]
    opened = any(piece.split()[0].casefold() in OPENERS for piece in pieces if piece)
    return not opened and all(piece and (piece[0].isupper() or piece[0].isdigit()) for piece in pieces)
