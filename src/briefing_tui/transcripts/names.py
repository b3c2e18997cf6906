"""Whether words look like the name of a person or an outlet, and how two labels name one person."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from briefing_tui.transcripts.lexicon import (
    ANONYMOUS,
    ANSWER,
    ASKING,
    BEFORE_OFFICES,
    CHAIRS,
    DEGREES,
    HELPERS,
    HOLDERS,
    HONORIFICS,
    OFFICES,
    OPENERS,
    PARTICLES,
    UPPER,
)

MEDIA = re.compile(
    r"\b(?:news\w*|tv|television|times|daily|journal|post|reuters|afp|agency|herald|radio|broadcasting|press|network|finance|weekly|"
    r"media|magazine|telegraph|guardian|tribune|gazette|chronicle|observer|report|review|broadcast|channel|wire|globe|"
    r"financial|online|today|standard|independent|economist|spiegel|welt|monde|nikkei|kyodo|xinhua|cctv|cgtn|cnr|cnbc|cnn|bbc|"
    r"diario|jornal|gazzetta|kurier|courier|corriere|kanal|canal|rundfunk|nachrichten|noticias|presse|prensa|folha|rundschau|"
    r"\w*(?:zeitung|bladet|blatt|blad|posten|tidning|avisen|nytt|anzeiger|bote|krant|gazet[ae])|"
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
_HONOURABLE = re.compile(r"^(?:The )?(?:(?:Rt|Right)\.? )?Hon(?:ou?rable|\.)? (?=\w)|,? (?:MP|MEP|KC|QC)$", re.I)
_MISTER = re.compile(
    r"^(?:Mr|Mrs|Ms|Miss)\.? (?=\w\S* \w)(?!(?:van|von|de|del|di|da|bin|al|el|la|le|ter|ten|den)\b)", re.I
)
_POST = re.compile(
    r"\b(president|chair\w*|director|minister|secretary|governor|spokes\w+|chief|head|officer|commissioner|ambassador|"
    r"administrator|general|counsel|economist|engineer|member|deputy|vice|analyst|professor|editor|manager|partner|"
    r"adviser|advisor|envoy|mayor|ceo|cfo|pilot|coach|captain|scientist|researcher|inspector|judge|marshal|physician|expert|"
    r"admiral|colonel|councill?or|investigator|architect|premier|treasurer|founder|analysts?|executives?|operator|management|speaker)\b",
    re.I,
)
ASKS_FOR = re.compile(r"(?P<who>[A-Za-z]+)(?:,| from| with| of|\s*[-–—/])\s+(?P<house>[^\W_a-z].*)$")
_HAN_FOR = re.compile(r"(?P<house>[《“]?[\w·]{2,20}[》”]?)的?记者[\s\u3000]*(?P<person>[\u4e00-\u9fff·]{2,6})")
_ARTICLES = frozenset(
    ["the", "le", "la", "les", "el", "los", "las", "il", "lo", "der", "die", "das", "den", "det", "o", "os", "a", "as"]
)
BODY = re.compile(
    r"\b(?:Authority|Agency|Bank|Ministry|Office|Council|Commission|Union|League|Group|University|Institute|Board|Department|"
    r"Bureau|Chamber|Federation|Association|Cent(?:re|er)|Court|Academy|College|Society|Organi[sz]ation|Administration|"
    r"Secretariat|Directorate|Laboratory|Observatory|Inspectorate|Treasury|Parliament|Police|Fund|Committee|Foundation|"
    r"Confederation|Service|Staff|Command|Headquarters)\b"
)
FULL_NAME = re.compile(rf"(?:(?:Mr|Ms|Mrs|Dr|Prof)\.? )?[{UPPER}][\w'’-]+(?: [{UPPER}][\w'’.-]*){{1,3}}")
TRAIL = re.compile(r"\s*[(\[（].*?[)\]）]\s*$")


def bare(label: str) -> str:
    """A label without what stands behind it in brackets."""
    return TRAIL.sub("", label) or label


def is_post(text: str) -> bool:
    """Whether words name what somebody is, not where."""
    return _POST.search(text) is not None


def with_degree(label: str, name: str) -> str:
    """The name with the degree that a label gives: `Dr. Prah`, `Igor Prah` → `Dr. Igor Prah`."""
    first = label.split(maxsplit=1)[0]
    first = first.title() if first.isupper() else first
    return f"{first} {name}" if first.strip(".").casefold() in DEGREES and not name.startswith(first) else name


def plain_name(name: str) -> str:
    """`The Hon. Alexander Downer MP` → `Alexander Downer`, `Mr. Li Hua` → `Li Hua`; `Mr. Li` stays."""
    name = _HONOURABLE.sub("", name) or name
    return _MISTER.sub("", name)


def holds_post(label: str) -> bool:
    """Whether the name stands in brackets behind a post: `Chief of Infrastructure (Mirela Danso)`."""
    post, within = bare(label), TRAIL.search(label)
    words = post.split()
    known = words and (is_post(words[0]) or is_post(words[-1]) or BODY.fullmatch(post))
    if within is None or not known or without_office(post)[1]:
        return False
    told = within.group().strip(" ()[]（）")
    return FULL_NAME.fullmatch(told) is not None and not (is_post(told) or is_outlet(told) or BODY.search(told))


def person_and_house(label: str) -> tuple[str, str] | None:
    """`Karla Stein, Ostmark Zeitung`, `新华社记者 李梅`; not `Morning Courier, Harbour Edition` nor `El Faro, Sur`."""
    if matched := _HAN_FOR.fullmatch(label):
        return matched["person"], matched["house"].strip("《》“” ")
    person, comma, house = label.partition(", ")
    words = person.split()
    named = 1 < len(words) < 5 and not is_outlet(person) and words[0].casefold() not in _ARTICLES
    if not comma or not named or not house[:1].isupper() or any(not word[0].isalpha() for word in words):
        return None
    return (person, house) if not is_titled(person) or is_outlet(house) else None


def initials_of(name: str) -> str:
    """`Ann Lee` → `AL`."""
    return "".join(word[0] for word in name.split()).upper()


def words_of(label: str) -> list[str]:
    return _WORD.findall(TRAIL.sub("", label))


@lru_cache(maxsize=65536)
def key_of(label: str) -> str:
    """A label as it is compared: without case, honorifics, offices and what stands in brackets."""
    words = [word.rstrip(".").casefold().replace("’", "'") for word in words_of(label)]
    own = [
        word
        for word, after in zip(words, [*words[1:], ""], strict=False)
        if word not in _NO_NAMES and not (word in BEFORE_OFFICES and after in OFFICES)
    ]
    return " ".join(own or words)


@lru_cache(maxsize=65536)
def is_titled(label: str) -> bool:
    """Whether an honorific or an office stands before a name; `the` alone tells nothing."""
    words = [word.rstrip(".").casefold() for word in words_of(label)]
    words = words[1:] if words[:1] == ["the"] else words
    words = words[1:] if len(words) > 2 and words[0] in BEFORE_OFFICES and words[1] in OFFICES else words
    return len(words) > 1 and (words[0] in HONORIFICS or words[0] in OFFICES)


def is_office(label: str) -> bool:
    """Whether a label is an office and nothing else: `THE PRESIDENT`, `Secretary-General`."""
    words = {word.casefold().rstrip(".") for whole in words_of(label) for word in whole.split("-")}
    return bool(words & HOLDERS) and words <= OFFICES | HONORIFICS


def without_office(label: str) -> tuple[str, str]:
    """`Rear Admiral Delia Campusano` → `Delia Campusano`, `Rear Admiral`; an office that is all there is stays."""
    words = label.split()
    ours = [all(part.casefold().rstrip(".,") in OFFICES for part in word.split("-")) for word in words]
    pairs = zip(words, ours[1:], strict=False)
    ours[:-1] = [ours[at] or (after and word.casefold() in BEFORE_OFFICES) for at, (word, after) in enumerate(pairs)]
    first = next(
        (at for at, office in enumerate(ours) if not office and not _joins_offices(words, ours, at)), len(words)
    )
    if (
        first == 0
        or first == len(words)
        or words[first].casefold() in {"of", "for"}
        or is_generic(label)
        or not words[first][0].isalpha()
    ):
        return label, ""
    return " ".join(words[first:]), " ".join(words[:first])


def _joins_offices(words: list[str], ours: list[bool], at: int) -> bool:
    """Whether an `of` stands between two offices: `Secretary of State Moe`."""
    return words[at].casefold() in {"of", "for"} and 0 < at < len(words) - 2 and ours[at + 1]


def is_outlet(label: str) -> bool:
    """`Harbour News`, `24 Heures`; a `Press Officer` is none, nor is `Ada Falk, head of press`."""
    post = label.partition(", ")[2]
    if not label or (post[:1].islower() and is_post(post)):
        return False
    return (bool(MEDIA.search(label)) and not is_post(label.rsplit(maxsplit=1)[-1])) or label[0].isdigit()


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


def is_told_apart(label: str) -> bool:
    """Whether a label without a name still means one person: `Female Reporter`, `Reporter 2`."""
    return bool(re.search(r"\b(?:(?:fe)?male|freelancer?|another)\b|\d", label, re.I))


def _part(label: str) -> list[str]:
    words = bare(label).strip("?() .").casefold().rstrip("0123456789# ").split()
    return words[1:] if len(words) > 1 and words[0] in {"a", "an", "the"} else words


@lru_cache(maxsize=65536)
def shape(label: str) -> int:
    """How much words look like a label: 3 an outlet or a titled name, 1 a name, −4 the start of a sentence."""
    asks_for = ASKS_FOR.match(label)
    if (
        is_generic(label)
        or is_office(label)
        or (label[-1:] in ")）" and holds_post(label))
        or (asks_for and is_anonymous(asks_for["who"]))
    ):
        return 3
    if _HAN_NAME.fullmatch(label):
        return _han_shape(label)
    words = words_of(label)
    outlet = is_outlet(label)
    if not words or len(words) > 9 or label[0] in "[(（【*_" or _is_sentence(label, words, outlet):
        return -4
    if outlet or is_titled(label) or (len(words) > 1 and words[0].casefold() in CHAIRS):
        return 3
    return 1 if len(words) > 1 or words[0].isupper() else 0


def _han_shape(label: str) -> int:
    if is_outlet(label) or "·" in label.strip("·"):
        return 3
    if label[0] in _SURNAMES and not label.startswith(_NO_NAME) and len(label) <= 4:
        return 3 if len(label) == 3 else 2
    return 1 if len(label) <= 4 else 0


def _is_sentence(label: str, words: list[str], outlet: bool) -> bool:
    """Whether words begin a sentence: a word that opens one, small letters, a comma that is no part of a name."""
    first = words[0].casefold().rstrip(".,")
    if first in OPENERS and len(first) > 1 and not (outlet and len(words) > 1):
        return True
    small = any(
        word[0].islower() and word.casefold() not in _SMALL | OFFICES | CHAIRS and "." not in word for word in words
    )
    acronym = label.startswith("U.S.") and not outlet
    return small or acronym or ("," in label and not _is_comma_of_a_name(label))


def _is_comma_of_a_name(label: str) -> bool:
    """`Rzeczpospolita, Warsaw`, `Smith, Jr.`: every piece begins with a capital, none opens a sentence."""
    pieces = [piece.strip() for piece in label.split(",")]
    opened = any(piece.split()[0].casefold() in OPENERS for piece in pieces if piece)
    parts = (
        bool(piece) and {word.casefold() for word in piece.split()} <= ASKING | OFFICES | CHAIRS | {"of", "for", "the"}
        for piece in pieces
    )
    begins = (piece and (piece[0].isupper() or piece[0].isdigit()) for piece in pieces)
    return not opened and all(begun or part for begun, part in zip(begins, parts, strict=True))
