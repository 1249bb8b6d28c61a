"""Which articles of a wording are penalty articles, and what the others are that speak of penalties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from enforcement_rules.statutes.penalty_articles.threats import ACT, JUDICIAL, REFERS, REFERS_NOT, kinds_threatened
from enforcement_rules.statutes.text import Article, normal_text
from enforcement_rules.values.errors import Place

ArticleClass = Literal[
    "threatens",
    "refers",
    "hearing",
    "on_the_spot",
    "execution",
    "competence",
    "procedure",
    "judicial",
    "disciplinary",
    "criminal",
    "civil",
    "mention",
    "none",
]
PENALTY: frozenset[ArticleClass] = frozenset({"threatens", "refers"})
"""The classes of penalty articles."""

_SPEAKS = re.compile(
    "罚款|没收|吊销|拘留|警告|通报批评|暂扣|停产停业|停业整顿|责令停业|责令停产|责令关闭|处罚|处分|刑事责任|降低资质|限期出境"
)
_NAMED_ONLY = re.compile(
    r"作出[^。;]{0,80}?(?:决定|处罚的)|加处罚款|缴纳?罚款|收缴罚款|罚款(?:收缴|数额(?!为|的)|决定|缴纳|的收缴|收据|票据|和没收)|罚没|"
    r"受到?[^,。;]{0,20}处罚|受到[^,。;]{0,30}的|停[产业]整顿期间|保证金[^。;]{0,20}没收|其中[^。;]{0,80}由[^,。;]{0,40}决定|执行[^,。;]{0,40}决定|"
    r"(?:处以?|给予|予以)[^,。;]{0,40}(?:处罚的|的(?:行政)?处罚(?=,由))|(?:处以?罚款|没收)[^,。;]{0,30}时,|(?:规定的|其他)[^。;]{0,80}处罚[^。;]{0,20}由[^。;]{0,60}(?:决定|实施|执行)|"
    r"(?:被|依法被|经)(?:依法)?(?:处以?|给予|责令|吊销|没收|暂扣|罚款)[^,。;]{0,20}|(?:罚款|没收)[^,。;]{0,10}(?:单据|凭证)|治安管理处罚法|行政处罚法|处罚(?:条例|办法|规定)"
)
_CUES: Mapping[ArticleClass, re.Pattern[str]] = {
    "hearing": re.compile("听证"),
    "on_the_spot": re.compile("当场"),
    "disciplinary": re.compile("(?:给予|予以|依法)[^。;]{0,40}处分"),
    "criminal": re.compile("追究[^。;]{0,20}刑事责任"),
    "execution": re.compile(
        "加处罚款|缴纳罚款|罚款缴纳|收缴|强制执行|上缴国库|拍卖|逾期不履行|执行|折抵|送达拘留所|罚没"
    ),
    "competence": re.compile("决定|管辖|委托|派出所|授权|行使|实施|负责|职权"),
    "procedure": re.compile(
        "程序|期限|时效|告知|送达|立案|备案|证据|处罚决定|裁量|种类|从轻|减轻|不予|公示|公开|申辩|复议|诉讼"
    ),
    "civil": re.compile("赔偿|民事责任"),
}
_PRIORITY: tuple[ArticleClass, ...] = (
    "threatens",
    "refers",
    "hearing",
    "judicial",
    "on_the_spot",
    "disciplinary",
    "criminal",
    "execution",
    "competence",
    "procedure",
    "civil",
    "mention",
)


class Said(Struct, frozen=True):
    """What one sentence that speaks of penalties is: its class, the kinds it threatens, and where its part begins."""

    is_a: ArticleClass
    kinds: tuple[str, ...]
    place: Place
    text: str


class Classified(Struct, frozen=True):
    """An article with its class: that of its sentences which weighs most, `threatens` before `refers` before others."""

    article: Article
    is_a: ArticleClass
    kinds: tuple[str, ...]
    said: tuple[Said, ...]

    @property
    def is_penalty_article(self) -> bool:
        """Whether it threatens a kind of 行政处罚法第九条 against an act, or refers to what does."""
        return self.is_a in PENALTY


_ON_THE_SPOT = re.compile("当场(?:作出|予以|给予|处罚|收缴)")
_OFFICIALS = re.compile(
    "工作人员|委员会委员|人民政府(?:及其|和|统计机构|有关部门|违反|有下列)|行政(?:执法)?机关(?:违反|有下列|不|未|及其)|"
    "(?:主管|监督管理|有关|行政)部门(?:及其|有下列|不|未|违反|和|或者|在)"
)
_OF_OFFICIALS = frozenset({"confiscation", "notice_of_criticism", "warning", "occupation_restriction"})
_AFTERWARDS = re.compile(
    "被(?:依法)?(?:吊销|撤销|判处|追究|开除)|受(?:到)?[^,。;]{0,12}处罚|因[^,。;]{0,30}犯罪|处分决定"
)
_OPENING = 400
_SUBJECT = 120
_OF_PROCEDURE = re.compile(
    "行政处罚法|行政强制法|行政许可法|复议法|诉讼法|程序(?:暂行)?规定|自然资源行政处罚办法|投诉举报|听证|收缴分离|信息公示"
)
_GENERAL_PART = re.compile("总[ \u3000]*则|种类和适用|监督检查")
_LIABILITY = re.compile("法律责任|罚则|行为和处罚|行为及处罚")


def classified(article: Article, title: str) -> Classified:
    """Classify an article by what its sentences say.

    Args:
        article: the article.
        title: of its statute. Where that is one on procedure, words that threaten penalties speak of them in general,
            but under a heading on legal liability.
    """
    general = bool(_OF_PROCEDURE.search(title)) and not any(map(_LIABILITY.search, article.headings))
    applied = any(map(_GENERAL_PART.search, article.headings))
    said = tuple(_as_general(each, general=general, applied=applied) for each in _sentences(article))
    found = {each.is_a for each in said}
    is_a: ArticleClass = next((each for each in _PRIORITY if each in found), "none")
    kinds = tuple(dict.fromkeys(kind for each in said for kind in each.kinds))
    return Classified(article, is_a, kinds, said)


def _as_general(said: Said, *, general: bool, applied: bool) -> Said:
    """Return what a sentence is where it only says how penalties are imposed, whatever words it has."""
    only_said = (general and said.is_a in PENALTY) or (applied and said.is_a == "refers")
    return Said("procedure", (), said.place, said.text) if only_said else said


def _sentences(article: Article) -> Iterator[Said]:
    """Yield what the sentences are that speak of penalties; an item has the act of its head."""
    for paragraph in article.paragraphs:
        head = normal_text(paragraph.text)
        yield from _part(head, "", paragraph.place)
        for item in paragraph.items:
            yield from _part(normal_text(item.text), head, item.place)
            for subitem in item.subitems:
                yield from _part(normal_text(subitem.text), head, subitem.place)


def _part(text: str, before: str, place: Place) -> Iterator[Said]:
    """Yield what the sentences of a head or an item are; `before` is the head that an item belongs to."""
    act, opening, dismissed = bool(ACT.search(before)), before[:_OPENING], "处分" in before
    for sentence in filter(None, re.split("(?<=。)", text)):
        opening = (opening + sentence)[:_OPENING]
        dismissed = dismissed or "处分" in sentence
        if _SPEAKS.search(sentence):
            kinds, refers = _threats(sentence, act=act)
            is_a = _class(sentence, kinds, refers=refers)
            if is_a == "threatens" and _OF_OFFICIALS.issuperset(kinds) and dismissed and _of_officials(opening):
                is_a = "disciplinary"
            if kinds == ("notice_of_criticism",) and "处分" in sentence:
                is_a = "disciplinary"
            if kinds == ("occupation_restriction",) and _AFTERWARDS.search(sentence):
                is_a = "mention"
            yield Said(is_a, kinds if is_a == "threatens" else (), place, sentence)
        act = act or bool(ACT.search(sentence))


def _of_officials(opening: str) -> bool:
    """Say whether a paragraph begins with officials or their organs, who answer to their superiors."""
    subject = re.split("的[,:]|之一[的,:]|,由|[;。]", opening, maxsplit=1)[0][-_SUBJECT:]
    return bool(_OFFICIALS.search(subject))


def _threats(sentence: str, *, act: bool) -> tuple[tuple[str, ...], bool]:
    """Return the kinds that a sentence threatens against an act, and whether it refers to others."""
    kinds: dict[str, None] = {}
    refers = False
    for segment in filter(None, re.split("(?<=;)", sentence)):
        act = act or bool(ACT.search(segment))
        if act:
            kinds |= dict.fromkeys(kinds_threatened(_NAMED_ONLY.sub("※", segment)))
            refers = refers or (bool(REFERS.search(segment)) and not REFERS_NOT.search(segment))
    return tuple(kinds), refers


def _class(sentence: str, kinds: tuple[str, ...], *, refers: bool) -> ArticleClass:
    if _CUES["hearing"].search(sentence):
        return "hearing"
    if JUDICIAL.search(sentence):
        return "judicial"
    if _ON_THE_SPOT.search(sentence):
        return "on_the_spot"
    if kinds:
        return "threatens"
    if refers:
        return "refers"
    return next((each for each, cue in _CUES.items() if each in _PRIORITY and cue.search(sentence)), "mention")
