"""Words that tell names from sentences: honorifics, offices, openers, the parts in a talk. Words only."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Capital letters as a class of a pattern holds them: Latin, Greek, Cyrillic.
UPPER = "A-ZÀ-ÖØ-Þ" + "".join(each for each in map(chr, range(0x100, 0x180)) if each.isupper()) + "Α-ΩА-ЯЁ"

HONORIFICS = _words("""
    mr mrs ms miss dr prof professor sir dame madam madame hon the
""")
OFFICES = _words("""
    acting adm administrator admiral alderman amb ambassador archbishop assistant attorney baroness bishop brig
    brigadier capt captain ceo cfo chair chairman chairperson chairwoman chancellor chief cmdr coach col colonel
    commander commissioner commodore congressman congresswoman corporal councillor councilor cpl cpt deputy director
    engineer envoy executive first foreign gen general gov governor head inspector judge justice lady leader
    lieutenant lord lt ltc ltg maj major marshal master mayor minister officer premier president press prime provost
    radm rear rector rep representative rev reverend second secretary sen senator sergeant sgt sheriff speaker
    spokesman spokesperson spokeswoman state superintendent supt treasurer treasury under undersecretary vadm vice
""")
# Words before an office that are a part of it: `Special Envoy`, `High Commissioner`.
BEFORE_OFFICES = _words("""
    special high senior permanent managing regional federal national parliamentary principal chief
""")
ANONYMOUS = _words("""
    q question questions questioner reporter reporters journalist media press participant audience member
    unidentified unknown female male another correspondent analyst analysts caller freelance freelancer online
    问 记者 提问 记者提问
""")
ANSWER = _words("""
    a answer 答 回答
""")
# The honorifics that people keep as a part of a name.
DEGREES = _words("""
    dr prof professor
""")
# Say of somebody that they ask for a living; the name stands behind.
ASKING = _words("""
    freelance freelancer journalist reporter correspondent analyst blogger columnist podcaster photographer stringer
""")
CHAIRS = _words("""
    operator moderator host chairperson chairman facilitator emcee 主持人
""")
HELPERS = _words("""
    interpreter translator staff aide clerk usher announcer narrator participant voice speaker 翻译
""")
PARTICLES = _words("""
    of the and de la le du da das di do dos del della for in on at with & von van der den ter ten zu zum zur am im
    und vom af av al el bin bint ibn ben abu to y e und et 's
""")
OPENERS = _words("""
    so and but or well now then first second third fourth fifth sixth firstly secondly thirdly finally
    lastly also yes no note look listen because if when while as in on at to for with from by this that
    these those it he she we you i they there here what why how who where which is are was were do does did
    can could will would should my our your his her its their a an one two three another next today
    yesterday tomorrow again remember example moreover however therefore thus overall background source
    sources photo video watch related tags read see click contact tel fax email updated published overview
    transcript transcription editing translation
    summary conclusion results highlights reminder update correction warning answer attention objective step
    part point item topic option case reason fact problem solution bottom just let let's okay ok right sure
    thanks thank
""")
HEADER_KEYS = _words("""
    speaker speakers chairperson chair chairman moderator moderators host hosts date time place venue
    location participants attendees panel panelists panellists presenters presenter spokesperson contents
    title topic source editor author 发布人 主持人 主持 时间 地点 出席 嘉宾 发言人 日期 来源 编辑 作者
""")
# The offices that stand alone as a label.
HOLDERS = _words("""
    president chair chairman minister secretary governor spokesperson spokesman
    spokeswoman ambassador premier chancellor
    mayor director commissioner administrator treasurer
""")
