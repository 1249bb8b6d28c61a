"""What a clause attaches besides penalties: publication, execution at the party's cost, dismissal and the like."""

from __future__ import annotations

import re
from collections.abc import Callable

from enforcement_rules.statutes.grammar.leaves import span, word
from enforcement_rules.statutes.grammar.refusing import Unread
from enforcement_rules.statutes.grammar.scanned import Found, Node
from enforcement_rules.statutes.grammar.telling import told

_PUBLIC = re.compile("(向)?(社会)?(公布|公告|公示)((?<=社会..)[^,;。:处并]{2,20}|上述[^,;。:]{2,12})?(?=[,;。:]|$)")
_CREDIT = re.compile("([将把])?([^,;。:]{2,30}?)?(记入|计入)([^,;。:]*(?:记录|档案|系统))(?=[,;。:]|$)")
_INSTEAD = re.compile(
    "(申请人民法院|(?:指定|委托|组织|确定|通知)[^,;。:]{0,30}?)?(代为|代履行|强制|强行)([^,;。:]*?)(?=[,;。:]|$|(?:或者|、)(?:代为|强制|强行))"
)
_COST = re.compile(
    "(?:所需|代为|处置|治理|拆除|清除|有关|相关|恢复)?[^,;。:由]{0,12}费用由[^,;。:]{2,40}(?:承担|负担)(?=[,;。:]|$)"
)
_RECOVERED = re.compile("(追缴|追回)([^,;。:]{2,60}?)(?=[,;。:]|$|并处)")
_SANCTIONS = "警告|记过|记大过|降级|撤职|降低岗位等级|开除公职|开除"
DISMISSED = re.compile(
    rf"((?:或者)?(?:责令给予)?(?:{_SANCTIONS})?(?:(?:、|或者|直至|和|以上)+(?:{_SANCTIONS}))*的?)((?:行政|政务|纪律)?处分)(?=[,;。:]|$|、治安)"
)
"""A sanction of one's superior or employer (给予警告直至撤职处分), whatever it is called."""
_HELD = re.compile("(扣留)([^,;。:]{2,40}?)(?=[,;。:]|$)")


_SENT = re.compile("([将把])(案件)(移送)(公安机关)(?=[,;。:]|$)")


def _sent(text: str, at: int) -> Found | None:
    """Return that the case goes to the police (将案件移送公安机关)."""
    found = _SENT.match(text, at)
    if found is None:
        return None
    nodes: list[Node] = [word(text, "link", "to", *found.span(1)), span(text, "thing", *found.span(2))]
    kind = word(text, "kind", "transfer", *found.span(3))
    return [*nodes, kind, span(text, "thing", *found.span(4))], "transfer", found.end()


def aftermath(text: str, at: int) -> Found | None:
    """Return what else is attached, by closed patterns; `None` where none stands there."""
    for read in _READERS:
        found = read(text, at)
        if found is not None:
            return found
    return None


def _public(text: str, at: int) -> Found | None:
    found = _PUBLIC.match(text, at)
    if found is None or bool(found[1]) != bool(found[2]):
        return None
    nodes: list[Node] = []
    if found[1]:
        nodes = [word(text, "link", "to", *found.span(1)), span(text, "thing", *found.span(2))]
    nodes.append(word(text, "kind", "publicity", *found.span(3)))
    return [*nodes, *([span(text, "thing", *found.span(4))] if found[4] else [])], "publicity", found.end()


def _credit(text: str, at: int) -> Found | None:
    found = _CREDIT.match(text, at)
    if found is None or bool(found[1]) != bool(found[2]) or re.search("吊销|责令|罚款|没收", found[2] or ""):
        return None
    nodes: list[Node] = []
    if found[1]:
        nodes = [word(text, "link", "to", *found.span(1)), *told(text, "thing", *found.span(2))]
    kind = word(text, "kind", "credit_record", *found.span(3))
    return [*nodes, kind, span(text, "thing", *found.span(4))], "credit_record", found.end()


def _instead(text: str, at: int) -> Found | None:
    """Return what others do in the party's place (代为治理), or what is forced (强制拆除)."""
    found = _INSTEAD.match(text, at)
    if found is None or re.search("应当|可以|(?:或者|、)(?:没收|责令|扣|查封|限|禁)", found[3]):
        return None
    if not found[3] and found[2] != "代履行":
        return None
    nodes: list[Node] = [span(text, "thing", *found.span(1))] if found[1] else []
    nodes.append(word(text, "kind", "enforcement", *found.span(2)))
    return [*nodes, *([span(text, "duty", *found.span(3))] if found[3] else [])], "enforcement", found.end()


_DONE = re.compile("(?:拆除|清除|清理)(?=,[^,;。]{0,4}费用由)|组织拆除[^,;。:]{2,20}(?=[,;。:])")


def _done(text: str, at: int) -> Found | None:
    """Return what the organ does itself at the party's cost (由…拆除,有关费用由…承担): execution without its word."""
    found = _DONE.match(text, at)
    if found is None:
        return None
    return [word(text, "kind", "enforcement", at, at), span(text, "duty", *found.span())], "enforcement", found.end()


def _cost(text: str, at: int) -> Found | None:
    found = _COST.match(text, at)
    if found is None:
        return None
    return [word(text, "kind", "recovery", at, at), *told(text, "duty", at, found.end())], "recovery", found.end()


def _recovered(text: str, at: int) -> Found | None:
    found = _RECOVERED.match(text, at)
    if found is None:
        return None
    if re.search("没收|并|责令", found[2]):
        raise Unread("unclear_scope", at)
    kind = word(text, "kind", "recovery", *found.span(1))
    return [kind, span(text, "thing", *found.span(2))], "recovery", found.end()


def _dismissed(text: str, at: int) -> Found | None:
    found = DISMISSED.match(text, at)
    if found is None:
        return None
    nodes: list[Node] = list(told(text, "thing", *found.span(1))) if found[1] else []
    return [*nodes, word(text, "kind", "disciplinary", *found.span(2))], "disciplinary", found.end()


def _destroyed(text: str, at: int) -> Found | None:
    found = re.compile("(销毁)([^,;。:]{2,30})(?=[,;。:]|$)").match(text, at)
    if found is None or re.search("并|或者|没收|的$", found[2]):
        return None
    kind = word(text, "kind", "enforcement", *found.span(1))
    return [kind, span(text, "duty", *found.span(2))], "enforcement", found.end()


_LIABLE = re.compile(
    "([^,;。:]{0,40}?)(承担赔偿责任|承担民事责任|连带赔偿责任|赔偿责任|连带责任|民事责任|赔偿损失)(?=[,;。:]|$)"
)


def _liable(text: str, at: int) -> Found | None:
    """Return damages with whom they are owed together (与生产者承担连带责任)."""
    found = _LIABLE.match(text, at)
    if found is None or re.search("罚|没收|吊销|责令|处分|拘留|警告|的,", found[1]):
        return None
    nodes: list[Node] = [span(text, "duty", *found.span(1))] if found[1] else []
    return [*nodes, word(text, "kind", "civil", *found.span(2))], "civil", found.end()


_VOID = re.compile("(?:中标|转让、分包|合同|协议|该协议)无效(?=[,;。:]|$)")


def _void(text: str, at: int) -> Found | None:
    found = _VOID.match(text, at)
    if found is None:
        return None
    kind = word(text, "kind", "other_measure", at, at)
    return [kind, span(text, "duty", *found.span())], "other_measure", found.end()


def _heavier(text: str, at: int) -> Found | None:
    found = re.compile("从重处罚(?=[,;。:]|$)").match(text, at)
    return found and ([word(text, "kind", "heavier", *found.span())], "heavier", found.end())


def _held(text: str, at: int) -> Found | None:
    found = _HELD.match(text, at)
    if found is None or re.search("并|或者|没收|吊销", found[2]):
        return None
    kind = word(text, "kind", "other_measure", *found.span(1))
    return [kind, span(text, "thing", *found.span(2))], "other_measure", found.end()


def _lectured(text: str, at: int) -> Found | None:
    found = re.compile("(?:批评教育|说服教育)(?=[,;。:]|$)").match(text, at)
    return found and ([word(text, "kind", "other_measure", *found.span())], "other_measure", found.end())


_READERS: tuple[Callable[[str, int], Found | None], ...] = (
    _public,
    _done,
    _cost,
    _instead,
    _recovered,
    _liable,
    _dismissed,
    _void,
    _heavier,
    _credit,
    _sent,
    _destroyed,
    _held,
    _lectured,
)
