"""A tier is divided: words up to a closing 的 are premises, what follows them are threats."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from enforcement_rules.statutes.outwards.conditions import closed_condition
from enforcement_rules.statutes.outwards.cutting import Cut, cut, piece
from enforcement_rules.statutes.outwards.measures import clause_of
from enforcement_rules.statutes.outwards.refused import Doubt
from enforcement_rules.statutes.outwards.scanning import Clause, Found

_CONSEQUENCE: Final = re.compile(
    r"(?:同时|并|也|或者|直至|还)?(?:可以|应当)?"
    r"(?:由|对|报经|报请|恢复原状|采取[其补]|消除|停止违法行为$|向社会公|依法向社会公|处|可以|可处|可并处|应当|责令|没收|给予|予以|吊销|暂扣|依法|依照|按照|限期|单处|追究|承担|"
    r"撤销|降低|不予|不再|不受理|中标无效|罚款|通报|分别由|[按以][^,]{2,12}元计算$|取消|禁止|不得|终身|代为|强制|取缔|收缴|关闭|移送|记入|将|所需费用|有关费用|处置费用|暂停|"
    r"强制|[0-9一二三四五六七八九十]+年内|自[^,]*之日起|指定|委托|组织|公告|公布|从重|适用)"
)
_ABOUT: Final = re.compile("(?:或者|并)?对")
_PENAL: Final = re.compile("处|罚|给予|予以|没收|吊销|责令|赔偿|承担|人员|负责人|责任人|单位|个人|依照|依法")
_OFFICE: Final = re.compile(
    "[^,的]{2,30}(?:部门|机关|机构|政府|海关|局|委员会)(?:应当|可以|有权|应|可|并)*(?:依法)?(?:责令|处|给予|予以|没收|吊销|依法|取缔)"
)
_LISTS: Final = re.compile(
    r"有前款[^,]*(?:行为|情形)之一$|^发生(?:一般|较大|重大|特别重大)事故$|(?:下列|以下)(?:违法)?(?:行为|情形)之一者?$|(?:所列)(?:违法)?(?:行为|情形)之一$"
)
_BODIES: Final = re.compile(r"的(?:单位和个人|单位或者个人|单位、个人|个人|单位|人员)$|者$")
_BARRED: Final = re.compile("(?:自[^,]{2,24}之日起,?)?(?:终身|[一二三五十]+年内)(?:不得|禁止)")
_PERSON: Final = re.compile("的[^,的]{0,12}(?:人员|责任人)$")
"""Who is banned for what the words before 的 say (受到开除处分的检验人员,十年内不得…)."""
_UNFINISHED: Final = re.compile(
    r"(?:对[^,]*)?(?:依照|依据|比照)刑法[^,]*规定$|(?:可以|并|分别)*由[^,]*?(?:(?:职[责权]|权限)(?:分工|权限)?)?$|"
    r"(?:同时|并|还|或者)*(?:由[^,对]+,?)?(?:可以)?报(?:经|请)[^,]{0,24}(?:人民政府)?批准$|"
    r"(?:同时|并)?(?:由[^,对]+)?对[^,]*(?:人员|负责人|责任人|单位|个人|者|企业|机构|部门|经营人|所有人|管理人|旅行社|演员|机长|成员|农户)$|"
    r"(?:根据|按照)[^,处]{2,10}(?:面积|数量)$|(?:并)?[自从][^,]{2,12}日?起$|经[^,]*(?:人民政府批准|提请|提出)$|(?:可以)?由[^,]*提出意见$|"
    r"(?:根据|按照)[^,]*(?:情节|后果)(?:轻重)?$|(?:并|或者)?(?:可以)?提请[^,]*(?:职责|职权|权限)(?:权限)?$|对[^,]*损失$|"
    r"(?:按照|根据|依据|依照)(?:各自)?的?(?:职责|职权)(?:分工)?$|自[^,]{2,24}之日起$"
)
_OWN_OF_ONE: Final = re.compile("有[^,的]{2,8}")
_GAINED: Final = ("有违法所得的", "有违法收入的", "有非法所得的", "有非法收入的")
_TAKEN: Final = ("予以没收", "依法予以没收", "应当予以没收", "并予以没收")


class Threat(Struct):
    """A clause that threatens: where it stands and what it says."""

    at: Cut
    said: Clause
    inline: bool = False


class Part(Struct):
    """Premises, and what follows from them, in one tier. `narrow`: the premise governs one clause only (有…的吊销…)."""

    premises: list[Cut]
    threats: list[Threat]
    narrow: bool = False


def parts_of(tier: Cut, text: str, *, first: bool, goes_on: bool = False) -> list[Part]:
    """Return the parts of a tier. `goes_on` says that a sentence stands before it, whose act it may go on with.

    Raises:
        Doubt: a clause that follows an act and is no threat that is surely read.
    """
    clauses = _whole(list(cut(tier, ",")), text)
    if not clauses:
        raise Doubt("not_in_grammar", tier.start, tier.end)
    parts: list[Part] = []
    pending: list[Cut] = []
    failed: Doubt | None = None
    for each in clauses:
        opened = _opened(
            pending, each, begun=bool(parts) or not first or (goes_on and each.text.startswith(("对", "其")))
        )
        threat, doubt = _threat(each) if opened else (None, None)
        if opened and each.text in _TAKEN and pending and pending[-1].text in _GAINED:
            threat = _gains_taken(pending[-1], each)
        inline = None if threat else _inline(each) if opened or not pending else None
        if inline:
            if pending:
                parts.append(Part(pending, []))
                pending = []
            parts.append(inline)
        elif threat:
            if pending or not parts or parts[-1].narrow:
                parts.append(Part(pending, []))
                pending = []
            parts[-1].threats.append(threat)
        else:
            if doubt and opened and not each.text.endswith("的") and _looks(each.text):
                raise doubt
            failed = failed or (doubt if opened and not each.text.endswith("的") else None)
            pending.append(each)
    if pending or not parts:
        at = pending or clauses
        raise failed or Doubt("not_in_grammar", at[0].start, at[-1].end)
    return parts


def _looks(words: str) -> bool:
    if _ABOUT.match(words) and not _PENAL.search(words):
        return False
    return _CONSEQUENCE.match(words) is not None or _OFFICE.match(words) is not None


def _opened(pending: list[Cut], each: Cut, *, begun: bool) -> bool:
    """Whether a threat may begin here: behind what closes an act, or where an organ is named."""
    if not pending:
        return begun
    before = pending[-1].text
    if _PERSON.search(before) and _BARRED.match(each.text) and not before.startswith("其中"):
        return True
    if before.endswith("的") or _LISTS.search(before) or _BODIES.search(before):
        return True
    if any(re.search("处罚|处理|处分", one.text) or one.text.endswith("的") for one in pending):
        return False
    return each.text.startswith(("由", "依照", "按照", "适用")) and _looks(each.text)


def _threat(each: Cut) -> tuple[Threat | None, Doubt | None]:
    try:
        return Threat(each, clause_of(each)), None
    except Doubt as doubt:
        return None, doubt


def _inline(each: Cut) -> Part | None:
    """Return a premise with its threat in one clause (有违法所得的予以没收; 有许可证的吊销许可证)."""
    head, mark, rest = each.text.partition("的")
    premise = piece(each, 0, len(head) + len(mark))
    if not mark or not rest:
        return None
    known = closed_condition(premise)
    if known is None and not _OWN_OF_ONE.fullmatch(head):
        return None
    behind = piece(each, len(head) + len(mark), len(each.text))
    if f"{head}的" in _GAINED and rest in _TAKEN:
        return Part([premise], [_gains_taken(premise, behind)], narrow=True)
    threat, _ = _threat(behind)
    return None if threat is None else Part([premise], [threat], narrow=True)


def _gains_taken(premise: Cut, behind: Cut) -> Threat:
    """有违法所得的,予以没收: the thing stands in the condition."""
    thing = (premise.start + 1, premise.end - 1)
    gains = Found("confiscation_of_illegal_gains", behind.start, behind.end, "shall", (), (), things=(thing,))
    return Threat(behind, Clause([gains], own_force=False, own_party=False, own_organ=False, topic=False))


def _whole(clauses: list[Cut], text: str) -> list[Cut]:
    """Join clauses that only name an organ or a party to what they are said of."""
    whole: list[Cut] = []
    for each in clauses:
        if whole and _UNFINISHED.fullmatch(whole[-1].text) and not _threat(whole[-1])[0]:
            begin = whole.pop().start
            whole.append(Cut(begin, each.end, text[begin : each.end]))
        else:
            whole.append(each)
    return whole
