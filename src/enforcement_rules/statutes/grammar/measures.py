"""Measures: one kind with its force, verb, range, thing or duty, as it stands at a place."""

from __future__ import annotations

import re

from msgspec import Struct

from enforcement_rules.statutes.clauses import (
    Leaf,
    Range,
    Role,
    Word,
)
from enforcement_rules.statutes.grammar.leaves import mark, references_at, span, word
from enforcement_rules.statutes.grammar.quantities import NUMBER, quantity_at
from enforcement_rules.statutes.grammar.ranges import range_at
from enforcement_rules.statutes.grammar.refusing import Unread

Node = Leaf | Range
START = (
    "终身|[0-9一二三四五六七八九十]+年内(?:不|禁)|自[^,;。]{2,16}之日起|降低资质|依法|可以|应当|责令|限期|没收|吊销|暂扣|给予|予以|警告|通报批评|单处|并处|并可|同时|拘留|取缔|追究|"
    rf"处(?=以|罚款|警告|违法|货值|每|等值|{NUMBER}[元倍日个]|百分|千分|{NUMBER}以上|[^,;。:理置分于罚]{{1,30}}(?:元|倍|百分之{NUMBER}|%)[^,;。:]{{0,16}}罚款)|(?:依照|按照)(?=本|前|第|《|有关)|按(?={NUMBER}元计算)"
)
_START = re.compile(START)
_PRE: tuple[tuple[str, Role, str], ...] = (
    ("可以", "force", "may"),
    ("应当", "force", "shall"),
    ("单处", "link", "alone"),
    ("或者", "link", "alternative"),
    ("同时", "link", "together"),
    ("一并", "link", "together"),
    ("依法", "link", "further"),
    ("并", "link", "together"),
    ("处以", "verb", ""),
    ("处", "verb", ""),
    ("给予", "verb", ""),
    ("予以", "verb", ""),
)
_SUSPENSIONS: dict[str, str] = {
    "责令停产停业整顿": "order_to_suspend_business",
    "责令停产停业": "order_to_suspend_business",
    "责令停业整顿": "order_to_suspend_business",
    "责令停产整顿": "order_to_suspend_business",
    "责令停产整治": "order_to_suspend_business",
    "责令停业整治": "order_to_suspend_business",
    "责令停工整顿": "order_to_suspend_business",
    "责令停工整治": "order_to_suspend_business",
    "责令限期停业整顿": "order_to_suspend_business",
    "责令限期停产整顿": "order_to_suspend_business",
    "责令暂停相关业务": "order_to_suspend_business",
    "责令停业": "order_to_suspend_business",
    "责令停产": "order_to_suspend_business",
    "责令关闭": "order_to_close",
    "责令限制生产": "business_restriction",
    "降低资质等级": "qualification_lowering",
}
_ORDERS = ("责令限期", "责令立即", "责令停止", "责令", "限期")
_SHORT: dict[str, str] = {
    "警告": "warning",
    "通报批评": "notice_of_criticism",
    "治安管理处罚": "as_public_order",
    "行政处分": "disciplinary",
    "政务处分": "disciplinary",
    "处分": "disciplinary",
    "追究刑事责任": "criminal",
    "承担赔偿责任": "civil",
    "承担民事责任": "civil",
    "停业整顿": "order_to_suspend_business",
    "停产整顿": "order_to_suspend_business",
    "停产停业": "order_to_suspend_business",
    "停产整治": "order_to_suspend_business",
    "关闭": "order_to_close",
    "取缔": "",
}
_END = r"(?=[,;。:、]|$|或者|直至|并|和(?=没收)|的(?:标准|罚款))"
_DUTY = re.compile(rf"[^,;。:]+?(?=[,;。:]|$|直至|(?:、|并|或者|和|,)?(?:{START}|停业|停产|关闭|吊销))")
_THING = re.compile(rf"[^,;。:]+?(?=[,;。:]|$|直至|(?:、|并|或者|和|及)?(?:{START}))")
_GAINS = re.compile("违法所得|非法所得|违法收入|非法收入")
_STOPS = re.compile("责令(?:立即)?停止")
_NO_ORDER = re.compile(
    "限制|停工|停航|停运|停建|停办|暂停|降低|关闭|赔偿|补偿|或者停|^退|^返还|^补缴|^缴|^追|^出境|^离境|撤销|取消"
)
_ENDS_THE_ACT = re.compile("责令(?:立即)?停止(?:建设|施工|违法)")
_FURTHER = re.compile("情节|拒不|逾期|严重|仍不|仍未|再次")
_STOPPED = re.compile("责令停止(?:生产经营|生产|经营|营业|执业活动|执业|使用)")
_BUSINESS = re.compile("停止(?:生产|经营|营业|执业|使用|建设|施工|作业|运营|运行|开采|活动|业务)")


class Scanned(Struct):
    """A measure at a place: the words before it, its own nodes, its kind, and where it ends."""

    before: list[Node]
    nodes: list[Node]
    kind: str
    end: int

    @property
    def forced(self) -> bool:
        """Whether it says of itself how strictly it holds."""
        return any(isinstance(each, Word) and each.role == "force" for each in self.before)


def begins(text: str, at: int) -> bool:
    """Say whether a measure begins at a place."""
    return bool(_START.match(text, at))


def measure_at(text: str, at: int, act: str) -> Scanned:
    """Return the measure at a place; `act` is the clause's act, for orders to stop what was never allowed.

    Raises:
        Unread: where no measure of the lists stands there.
    """
    before, at = _before(text, at)
    for read in (_suspension, _fine, _short, _confiscation, _revocation, _reference, _ban, _deemed):
        found = read(text, at)
        if found is not None:
            if isinstance(found[0][0], Range) and found[1] in _WITH_VERB and not _verb(before, text, at):
                raise Unread("not_in_grammar", at)
            return Scanned(before, *found)
    return Scanned(before, *_order(text, at, act))


_WITH_VERB = frozenset({"fine", "administrative_detention"})


def _verb(before: list[Node], text: str, at: int) -> bool:
    """Say whether a fine has its verb, its own or that of the kind it is the alternative of."""
    own = any(isinstance(each, Word) and (each.role == "verb" or each.word == "单处") for each in before)
    return own or text[at - 2 : at] == "或者" or text[at - 1] == "、"


_Found = tuple[list[Node], str, int]


def _before(text: str, at: int) -> tuple[list[Node], int]:
    found: list[Node] = []
    while True:
        hit = next((each for each in _PRE if text.startswith(each[0], at)), None)
        if hit is None or (hit[0] == "处" and re.compile("处[分理置罚](?!款)").match(text, at)):
            return found, at
        if hit[0] == "或者" and not (found and isinstance(found[-1], Word) and found[-1].means == "alone"):
            return found, at
        found.append(word(text, hit[1], hit[2], at, at + len(hit[0])))
        at += len(hit[0])


def _suspension(text: str, at: int) -> _Found | None:
    found = next((each for each in _SUSPENSIONS if text.startswith(each, at)), None)
    if found is None:
        return None
    end = at + len(found)
    if not _ends(text, end):
        raise Unread("unknown_word", at)
    return [word(text, "kind", _SUSPENSIONS[found], at, end)], _SUSPENSIONS[found], end


def _ends(text: str, at: int) -> bool:
    return bool(re.compile(_END).match(text, at))


def _fine(text: str, at: int) -> _Found | None:
    """Return a fine or a detention with its range; a fine without one where the text has none."""
    if text.startswith("罚款", at) and _ends(text, at + 2):
        return [word(text, "kind", "fine", at, at + 2)], "fine", at + 2
    stop = re.compile("[^,;。:]*?(?:罚款|拘留)").match(text, at)
    if stop is None or _START.match(text, at):
        return None
    found = range_at(text, at)
    if found is None:
        return None
    bounds, end = found
    nodes: list[Node] = [bounds]
    if text.startswith("的", end):
        nodes.append(word(text, "link", "of", end, end + 1))
        end += 1
    kind = re.compile("(罚款)|(行政)?拘留").match(text, end)
    if kind is None or not _ends(text, kind.end()):
        raise Unread("not_in_grammar", end)
    means = "fine" if kind[1] else "administrative_detention"
    types = {each.type for each in bounds.parts if hasattr(each, "type")}
    if (means == "fine") == bool(types & {"days", "months", "years", "life"}):
        raise Unread("unclear_numeral", at)
    return [*nodes, word(text, "kind", means, end, kind.end())], means, kind.end()


def _short(text: str, at: int) -> _Found | None:
    found = next((each for each in _SHORT if text.startswith(each, at)), None)
    if found is None:
        return None
    end = at + len(found)
    if not _SHORT[found] or not _ends(text, end):
        raise Unread("unknown_word", at)
    return [word(text, "kind", _SHORT[found], at, end)], _SHORT[found], end


def _confiscation(text: str, at: int) -> _Found | None:
    if not text.startswith("没收", at):
        return None
    if re.compile("有违法所得的,?予以$").search(text[:at]) and re.compile("[;。:]").match(text, at + 2):
        means = "confiscation_of_illegal_gains"
        return [word(text, "kind", means, at, at + 2)], means, at + 2
    return confiscated(text, at + 2, (at, at + 2))


def confiscated(text: str, at: int, kind: tuple[int, int]) -> _Found:
    """Return what is confiscated from a place on: gains by themselves, or the rest of the piece as property.

    Raises:
        Unread: where gains and property cannot be told apart.
    """
    gains = _GAINS.match(text, at)
    if gains and _stops(text, gains.end()):
        means = "confiscation_of_illegal_gains"
        nodes: list[Node] = [word(text, "kind", means, *kind), word(text, "base", "illegal_gains", at, gains.end())]
        return nodes, means, gains.end()
    thing = _THING.match(text, at)
    if thing is None:
        raise Unread("unclear_scope", at)
    end = thing.end()
    inside = list(_GAINS.finditer(text, at, end))
    if inside:
        joint = re.compile("(?:和|及|以及|、|或者)$").search(text[at : inside[0].start()])
        if not joint or inside[0].end() != end:
            raise Unread("unclear_base", at)
        end = at + joint.start()
    if re.search("收入|所得|款|租金|利润|费|或者|并(?!网)|后", text[at:end]):
        raise Unread("unclear_base", at)
    if re.match("、|和|销毁|取消|撤销|注销|扣|封", text[at:end]):
        raise Unread("unknown_word", at)
    means = "confiscation_of_illegal_property"
    return [word(text, "kind", means, *kind), span(text, "thing", at, end)], means, end


def _stops(text: str, at: int) -> bool:
    return _ends(text, at) or bool(re.compile("和|及|以及").match(text, at))


def _revocation(text: str, at: int) -> _Found | None:
    for name, means in (("吊销", "licence_revocation"), ("暂扣", "licence_suspension")):
        if text.startswith(name, at):
            return revoked(text, at + 2, (at, at + 2), means)
    return None


def revoked(text: str, at: int, kind: tuple[int, int], means: str) -> _Found:
    """Return one licence from a place on, up to 或者.

    Raises:
        Unread: where a business licence stands in a list with others, or something else follows.
    """
    if means == "licence_suspension" and text.startswith("或者吊销", at):
        return [word(text, "kind", means, *kind)], means, at
    thing = re.compile(rf"其?[^,;。:]+?(?=[,;。:]|$|或者|直至|(?:、|并)?(?:{START}))").match(text, at)
    if thing is None:
        raise Unread("unclear_scope", at)
    own, behind, term = thing[0], thing.end(), _TERM_BEHIND.search(thing[0])
    terms: list[Node] = []
    if term and means == "licence_suspension":
        found = range_at(text, at + term.start())
        if found is None or found[1] != behind:
            raise Unread("unclear_numeral", at)
        own, terms = own[: term.start()], [found[0]]
    business = "营业执照" in own
    if not re.search("证|执照|资质|资格|许可|文件|文书|登记|批准|备案|文号|牌照|号牌", own) or _NO_LICENCE.search(own):
        raise Unread("unknown_word", at)
    if business and not re.fullmatch("其?(?:企业|工商)?营业执照", own):
        raise Unread("unclear_alternative", at)
    if means == "licence_suspension" and business:
        raise Unread("unknown_word", at)
    means = "business_licence_revocation" if business else means
    nodes: list[Node] = [word(text, "kind", means, *kind), span(text, "thing", at, at + len(own)), *terms]
    return nodes, means, behind


_TERM_BEHIND = re.compile(rf"{NUMBER}(?:个月|日|年)(?:以上|至).*$")
_NO_LICENCE = re.compile("《|》|[0-9]|日以|月以|个月|^(?:取消|撤销|注销|收回|缴销|扣|、|责令|禁止|限制)")
_LAWS = re.compile("(《)([^》]+)(》)|(?:有关)?法律、(?:行政)?法规|有关法律(?:、行政法规)?|有关行政法规")


def _reference(text: str, at: int) -> _Found | None:
    lead = re.compile("依照|按照|依据|根据").match(text, at)
    if lead is None:
        return None
    nodes: list[Node] = [word(text, "link", "at", at, lead.end())]
    refers, end = references_at(text, lead.end())
    if not refers:
        refers, end = _law(text, lead.end())
    rule = re.compile("(的规定|规定|(?:的)(?=有关规定))(有关规定)?(给予|予以)?(处罚|处理)(?=[,;。:]|$)").match(
        text, end
    )
    if not refers or rule is None:
        raise Unread("unclear_reference" if refers else "several_laws", at)
    nodes += [*refers, word(text, "link", "of" if rule[2] else "as", *rule.span(1))]
    nodes += [word(text, "link", "as", *rule.span(2))] if rule[2] else []
    nodes += [word(text, "verb", "", *rule.span(3))] if rule[3] else []
    return [*nodes, word(text, "kind", "as_referenced", *rule.span(4))], "as_referenced", rule.end()


def _law(text: str, at: int) -> tuple[list[Leaf], int]:
    found = _LAWS.match(text, at)
    if found is None:
        return [], at
    if not found[1]:
        return [span(text, "law", *found.span())], found.end()
    inner = span(text, "law", *found.span(2))
    return [mark(text, found.start()), inner, mark(text, found.end() - 1)], found.end()


def _deemed(text: str, at: int) -> _Found | None:
    """Return the amount that a lower one counts as (按一万元计算)."""
    lead = re.compile("[按以](?=[^,;。:]{2,10}元计算)").match(text, at)
    amount = quantity_at(text, lead.end()) if lead else None
    if amount is None or not text.startswith("计算", amount.end) or not _ends(text, amount.end + 2):
        return None
    nodes: list[Node] = [word(text, "link", "at", at, at + 1), Range(parts=(amount,))]
    return [*nodes, word(text, "kind", "deemed", amount.end, amount.end + 2)], "deemed", amount.end + 2


_TERM = re.compile(
    "(?:(自)((?:处罚|处分|吊销|行政处罚)?[^,;。自起]{0,14}?(?:作出|生效|执行完毕))(之日起)(,)?)?(?=终身|[0-9一二三四五六七八九十]+年内)"
)
_BAN = re.compile("(禁止|不得)(?=其?从事|其?担任)|(不受理|不予受理|不得申请|不得再次申请)")


def _ban(text: str, at: int) -> _Found | None:
    """Return a ban from an occupation or on applications, with its term and from when it runs."""
    found = _TERM.match(text, at)
    if found is None:
        return None
    nodes: list[Node] = []
    if found[1]:
        nodes += [word(text, "link", "since", *found.span(1)), span(text, "since", *found.span(2))]
        nodes.append(word(text, "link", "since", *found.span(3)))
        nodes += [mark(text, found.start(4))] if found[4] else []
    term = quantity_at(text, found.end())
    if term is None:
        raise Unread("unclear_numeral", at)
    nodes.append(Range(parts=(term,)))
    end = term.end
    if text.startswith("内", end):
        nodes.append(word(text, "link", "within", end, end + 1))
        end += 1
    kind = _BAN.match(text, end)
    thing = re.compile("[^,;。:]+(?=[;。:])").match(text, kind.end()) if kind else None
    if kind is None or thing is None or re.search("或者其|并", thing[0]):
        raise Unread("unknown_word", end)
    means = "occupation_restriction" if kind[1] else "no_application"
    nodes += [word(text, "kind", means, *kind.span()), span(text, "thing", *thing.span())]
    return nodes, means, thing.end()


def _suspends(text: str, at: int) -> bool:
    """Say whether what is stopped is the business: what answers a grave act or a refusal, in a further tier.

    In the first tier, beside 改正 or 没收, it only ends the act (docs/decisions/0019).

    Raises:
        Unread: where it may be either.
    """
    before = text[text.rfind("。", 0, at) + 1 : at]
    tier = before.rpartition(";")[2]
    if _ENDS_THE_ACT.match(text, at):
        return False
    if ";" in before and _FURTHER.search(tier):
        return True
    chosen = re.compile("[^,;。]{0,12}(?:或者|、)(?:责令)?(?:关闭|停业|停产)").match(text, at)
    if ";" in before or "的," not in before or before.endswith(("可以", "或者")) or chosen or _FURTHER.search(before):
        raise Unread("unclear_scope", at)
    return False


def _stopped(text: str, at: int) -> _Found:
    found = _STOPPED.match(text, at)
    if found is None or not _ends(text, found.end()) or text.startswith("、", found.end()):
        raise Unread("unclear_scope", at)
    means = "order_to_suspend_business"
    return [word(text, "kind", means, *found.span())], means, found.end()


def _order(text: str, at: int, act: str) -> _Found:
    found = next((each for each in _ORDERS if text.startswith(each, at)), None)
    if found is None:
        raise Unread("unknown_word", at)
    if re.compile("责令停止(?:违法|侵|活动|发布|有关)").match(text, at):
        found = "责令"
    elif _STOPS.match(text, at) and _BUSINESS.search(text, at, at + 14) and _suspends(text, at):
        return _stopped(text, at)
    if re.compile(
        "(?:责令)?(?:限期|立即)?停[产业工]|责令暂停|责令其|限期(?:内|届满)|责令降低|责令退|责令限制|责令不"
    ).match(text, at):
        raise Unread("unknown_word", at)
    end = at + len(found)
    duty = _DUTY.match(text, end)
    if duty is None:
        raise Unread("unclear_scope", end)
    if _NO_ORDER.search(duty[0]) or (found == "责令停止" and re.search("、(?:退|返|追|采|恢复|改|消)", duty[0])):
        raise Unread("unknown_word", end)
    return [word(text, "kind", "order", at, end), span(text, "duty", end, duty.end())], "order", duty.end()
