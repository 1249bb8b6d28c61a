"""Orders (责令…) with their duties, and suspensions of business: which of the two an order to stop is."""

from __future__ import annotations

import re

from enforcement_rules.statutes.grammar.leaves import mark, span, word
from enforcement_rules.statutes.grammar.quantities import NUMBER
from enforcement_rules.statutes.grammar.ranges import range_at
from enforcement_rules.statutes.grammar.refusing import Unread
from enforcement_rules.statutes.grammar.scanned import Found, Node
from enforcement_rules.statutes.grammar.starts import CUT, START, ends

_STOPS_OF_BUSINESS = (
    "责令停产停业整顿 责令停产停业 责令停业整顿 责令停产整顿 责令停产整治 责令停业整治 责令停工整顿 责令停工整治 "
    "责令限期停业整顿 责令限期停产整顿 责令暂停相关业务 责令暂停业务 责令停业 责令停产 停产停业整顿 停业整顿 停产整顿 "
    "停产停业 停产整治 停业整治 停工整治 停工整顿 停业 停产 暂停相关业务 停止执业"
)
_SUSPENSIONS: dict[str, str] = dict.fromkeys(_STOPS_OF_BUSINESS.split(), "order_to_suspend_business") | {
    "责令关闭": "order_to_close",
    "关闭": "order_to_close",
    "责令限制生产": "business_restriction",
    "限制生产": "business_restriction",
    "降低其资质等级": "qualification_lowering",
    "降低资质等级": "qualification_lowering",
    "责令降低资质等级": "qualification_lowering",
}
_BY_LENGTH = sorted(_SUSPENSIONS, key=len, reverse=True)
_ORDERS = (
    "责令其限期",
    "责令其立即",
    "责令其停止",
    "责令限期",
    "责令立即",
    "责令停止",
    "责令其",
    "责令",
    "限期",
)
_DUTY = re.compile(
    rf"[^,;。:]+?(?=[,;。:]|$|直至|(?:、|并|或者|和|,)?(?:{CUT}|停业|停产|关闭|限制生产|停工整|撤销|向社会|公告|代为))"
)
_CLOSED_PLACE = re.compile("[^,;。:、或]{0,10}(?:场所|网站|企业|单位)(?=[,;。:])")
_WHOM_ORDERED = re.compile("责令[^,;。:限的]{2,16}(?:单位|个人|者|人|企业)限期[^,;。:停关吊]{2,20}(?=[,;。:])")
_STOPS = re.compile("责令其?(?:立即)?停止")
_NO_ORDER = re.compile(
    "限制|限缩|缩减|停工|停航|停运|停建(?!$|、拆除$)|停办|暂停|降低|关闭|赔偿(?!损失$)|补偿|或者停(?!止施工|止建设)|^出境|^离境|撤销|取消|^不|不得|给予|承担责任|^召开"
)
_ENDS_THE_ACT = re.compile("责令其?(?:立即)?停止(?:建设|施工|违法)")
_FURTHER = re.compile("情节|拒不|逾期|严重|仍不|仍未|再次")
_STOPPED = re.compile("责令停止(?:生产经营|生产|经营|营业|执业活动|执业|使用)")
_STOPPED_ACTIVITY = re.compile("责令其?停止(?=[^,;。:或并]{1,20}(?:作业|活动|业务|生产|经营)(?=[,;。:、]))")
_ITS_STOPPED = re.compile("责令其停止(?=(?:生产|使用|经营|营业)(?:、(?:生产|使用|经营|营业))*[,;。])")
_BUSINESS = re.compile("停止(?:生产|经营|营业|执业|使用|建设|施工|作业|运营|运行|开采|活动|业务)")
_GO_ON = re.compile(
    ",(?:(?:立即|及时|限期|重新)?(?:采取|恢复|消除|排除|拆除|清除|清理|整改|改正|补办|补种|补植|修复|治理|召回|回填|疏散|整治|复垦|"
    "公开|更正|销毁|纠正|补充|移除|迁移))[^,;。:]*(?=[,;。:])"
)
_NO_MORE = re.compile(
    "处罚|罚款|没收|吊销|责令|撤销|费用|由|可以|应当|依法|的$|元|代为|强制|并处|处以|给予|予以|公布|公告"
)


def suspension(text: str, at: int) -> Found | None:
    """Return a suspension, a closing or a lowering that the list names, with its term."""
    found = next((each for each in _BY_LENGTH if text.startswith(each, at)), None)
    if found is None:
        return None
    means, end = _SUSPENSIONS[found], at + len(found)
    nodes: list[Node] = [word(text, "kind", means, at, end)]
    if found == "责令关闭" and _CLOSED_PLACE.match(text, end):
        thing = re.compile("[^,;。:、]+").match(text, end)
        return ([*nodes, span(text, "thing", *thing.span())], means, thing.end()) if thing else None
    if found == "关闭" and re.compile("(?:违法)?(?:网站|应用程序)").match(text, end):
        thing = re.compile("[^,;。:、]+?(?=[,;。:、]|$|或者(?:吊销|责令))").match(text, end)
        if thing is None:
            raise Unread("unknown_word", at)
        return [*nodes, span(text, "thing", *thing.span())], means, thing.end()
    nodes, end = _with_term(text, end, nodes)
    if not ends(text, end):
        raise Unread("unknown_word", at)
    return nodes, means, end


def _with_term(text: str, end: int, nodes: list[Node]) -> tuple[list[Node], int]:
    """Return a suspension's nodes with the term that stands right behind it (停业整顿一个月至三个月)."""
    if not re.compile(rf"{NUMBER}(?:个月|日|年|至)").match(text, end):
        return nodes, end
    found = range_at(text, end)
    if found is None or not {"days", "months", "years"} & {getattr(each, "type", "") for each in found[0].parts}:
        raise Unread("unclear_numeral", end)
    return [*nodes, found[0]], found[1]


def paused(text: str, at: int) -> Found | None:
    """Return the suspension of a business or practice for a term (责令暂停六个月以上一年以下执业活动)."""
    whom = _WHOM_PAUSED.match(text, at)
    if whom:
        return _paused_person(text, whom)
    closed = _CLOSED_OR_STOPPED.match(text, at)
    if closed:
        means = "order_to_suspend_business"
        return [word(text, "kind", means, *closed.span(1)), span(text, "thing", *closed.span(2))], means, closed.end()
    kind = re.compile("(?:责令)?暂停").match(text, at)
    if kind is None:
        return None
    nodes, end = _with_term(text, kind.end(), [word(text, "kind", "order_to_suspend_business", *kind.span())])
    thing = re.compile(rf"[^,;。:]+?(?=[,;。:]|$|直至|、|或者|(?:{CUT}))").match(text, end)
    if thing is None or not re.search("(?:业务|活动|执业)$", thing[0]) or re.search("其|[0-9]|个月", thing[0]):
        raise Unread("unknown_word", at)
    return [*nodes, span(text, "thing", *thing.span())], "order_to_suspend_business", thing.end()


_CLOSED_OR_STOPPED = re.compile("(?<=责令关闭或者)(停止)(经营[^,;。:、]{2,16}业务)(?=[,;。:])")
_WHOM_PAUSED = re.compile("(责令)((?:负有责任的|有关|相关)[^,;。:]{2,16}人员)(暂停)")


def _paused_person(text: str, whom: re.Match[str]) -> Found:
    """Return the suspension of the practice of a person who is named (责令有关责任人员暂停…执业活动)."""
    nodes: list[Node] = [word(text, "verb", "", *whom.span(1)), span(text, "party", *whom.span(2))]
    nodes.append(word(text, "kind", "order_to_suspend_business", *whom.span(3)))
    nodes, end = _with_term(text, whom.end(), nodes)
    thing = re.compile("(的)?(执业活动|执业)(?=[,;。:]|$|直至)").match(text, end)
    if thing is None:
        raise Unread("unknown_word", whom.start())
    of = [word(text, "link", "of", *thing.span(1))] if thing[1] else []
    return [*nodes, *of, span(text, "thing", *thing.span(2))], "order_to_suspend_business", thing.end()


def _suspends(text: str, at: int) -> bool:
    """Say whether what is stopped is the business: what answers a grave act or a refusal, in a further tier.

    In the first tier, beside 改正 or 没收, it only ends the act; with 可以, or beside a closing, it is no mere end of
    the act (docs/decisions/0019).

    Raises:
        Unread: where it may be either.
    """
    before = text[text.rfind("。", 0, at) + 1 : at]
    if _ENDS_THE_ACT.match(text, at):
        return False
    if _further(text, at):
        return True
    if _beside_closing(text, at) or before.endswith("可以"):
        return True
    if ";" in before or "的," not in before or before.endswith("或者"):
        raise Unread("unclear_scope", at)
    if _FURTHER.search(before.rpartition("的,")[0][-14:] + before.rpartition("的,")[2]):
        raise Unread("unclear_scope", at)
    return False


_BESIDE_CLOSING = re.compile(
    "[^,;。]{0,24},?(?:或者|、)(?:提请[^,;。]{2,40}|报经[^;。]{2,30}批准,)?(?:责令)?(?:关闭|停业|停产)"
)
_BEHIND_CLOSING = re.compile("关闭[^,;。或]{0,12}或者$")


def _beside_closing(text: str, at: int) -> bool:
    """Say whether a stop is the other choice of a closing (予以关闭或者责令停止…活动)."""
    before = text[max(0, at - 20) : at]
    return _BESIDE_CLOSING.match(text, at) is not None or _BEHIND_CLOSING.search(before) is not None


_FOR_A_TERM = re.compile(rf"责令停止执业(?={NUMBER}(?:个月|年|至))")


def _further(text: str, at: int) -> bool:
    """Say whether a place stands in a tier behind the first, for a grave act or a refusal."""
    before = text[text.rfind("。", 0, at) + 1 : at]
    return ";" in before and bool(_FURTHER.search(before.rpartition(";")[2]))


def _stopped(text: str, at: int) -> Found:
    """Return what is stopped of a business: what the list names first, and what else stands with it as its thing."""
    kind = _STOPPED.match(text, at) or _STOPPED_ACTIVITY.match(text, at) or _ITS_STOPPED.match(text, at)
    if kind is None:
        raise Unread("unclear_scope", at)
    nodes, end = _with_term(text, kind.end(), [word(text, "kind", "order_to_suspend_business", *kind.span())])
    if re.compile("或者(?:责令)?(?:停产|停业|关闭)").match(text, end):
        return nodes, "order_to_suspend_business", end
    rest = re.compile(rf"(、|或者|和)?([^,;。:]+?)(?=[,;。:]|$|直至|(?:或者|并|、)?(?:{CUT}|停产|停业|关闭))").match(
        text, end
    )
    if rest is None:
        return nodes, "order_to_suspend_business", end
    if re.search("改正|整改|恢复|召回|拆除|并|[0-9]", rest[2]):
        raise Unread("unclear_scope", at)
    if rest[1]:
        role = "alternative" if rest[1] == "或者" else "together"
        nodes.append(mark(text, rest.start(1)) if rest[1] == "、" else word(text, "link", role, *rest.span(1)))
    return [*nodes, span(text, "thing", *rest.span(2))], "order_to_suspend_business", rest.end()


def order(text: str, at: int) -> Found:
    """Return an order with its duty and those that go on with it (责令停止违法行为,采取补救措施).

    Raises:
        Unread: where none stands there, or it is not sure that it is an order.
    """
    found = next((each for each in _ORDERS if text.startswith(each, at)), None)
    if found is None:
        raise Unread("unknown_word", at)
    if _FOR_A_TERM.match(text, at):
        return _stopped(text, at)
    if re.compile("责令停止(?:违法|侵|活动|发布|有关)").match(text, at):
        found = "责令"
    elif (_STOPS.match(text, at) and _BUSINESS.search(text, at, at + 15) and _suspends(text, at)) or (
        _STOPPED_ACTIVITY.match(text, at) and (_further(text, at) or _beside_closing(text, at))
    ):
        return _stopped(text, at)
    elif _STOPS.match(text, at) and not _ENDS_THE_ACT.match(text, at) and _further(text, at):
        raise Unread("unclear_scope", at)
    if re.compile("(?:责令)?(?:限期|立即)?停[产业工]|责令其?暂停|限期(?:内|届满)|责令降低|责令限制").match(text, at):
        raise Unread("unknown_word", at)
    end = at + len(found)
    whom = _WHOM_ORDERED.match(text, at)
    if whom:
        return [word(text, "kind", "order", at, at + 2), span(text, "duty", at + 2, whom.end())], "order", whom.end()
    duty = _DUTY.match(text, end)
    if duty is None:
        raise Unread("unclear_scope", end)
    if _NO_ORDER.search(duty[0]) or (found == "责令停止" and re.search("、(?:退|返|追|采|恢复|改|消)", duty[0])):
        raise Unread("unknown_word", end)
    return [word(text, "kind", "order", at, end), span(text, "duty", end, duty.end())], "order", duty.end()


def goes_on(text: str, end: int) -> Found | None:
    """Return the duty that goes on with an order behind a comma (…,采取补救措施), an order that is not said again."""
    more = _GO_ON.match(text, end)
    if more is None or _NO_MORE.search(more[0]) or re.search(f"(?:{START})", more[0][1:]):
        return None
    at = end + 1
    return [word(text, "kind", "order", at, at), span(text, "duty", at, more.end())], "order", more.end()
