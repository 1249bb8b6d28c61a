"""Bans from an occupation or on applications for a term."""

from __future__ import annotations

import re

from enforcement_rules.statutes.clauses import Leaf, Range
from enforcement_rules.statutes.grammar.leaves import mark, span, word
from enforcement_rules.statutes.grammar.quantities import NUMBER, quantity_at
from enforcement_rules.statutes.grammar.refusing import Unread
from enforcement_rules.statutes.grammar.scanned import Found, Node
from enforcement_rules.statutes.grammar.telling import told

_TERM = re.compile(
    "(?:(自)((?:处罚|处分|吊销|行政处罚|被)?[^,;。自起]{0,14}?(?:作出|生效|执行完毕|吊销))(之日起)(,)?)?"
    rf"(?=终[身生]|{NUMBER}年直至终身(?:不|禁)|{NUMBER}年(?:以?内|至{NUMBER}年内?|以上{NUMBER}年以下)?(?:不|禁))"
)
_BAN = re.compile(
    "(禁止|不得)(?=其?从事|其?担任)|(不予?受理|不再受理|不得申请|不得再次申请|不予许可|不得参加|不予注册|不予办理|不得重新取得|不得再次取得)"
)


_WHOM = re.compile("(禁止)(其?[^,;。:]{2,50}(?:人员|代表人|负责人))((?:从事|担任)[^,;。:]+)(?=[,;。:])")


def ban(text: str, at: int) -> Found | None:
    """Return a ban from an occupation or on applications, with its term and from when it runs."""
    found = _TERM.match(text, at)
    if found is None:
        return _within(text, at) or _of_business(text, at)
    nodes: list[Node] = []
    if found[1]:
        nodes += [word(text, "link", "since", *found.span(1)), *told(text, "since", *found.span(2))]
        nodes.append(word(text, "link", "since", *found.span(3)))
        nodes += [mark(text, found.start(4))] if found[4] else []
    term, end = _years(text, found.end())
    nodes.append(Range(parts=tuple(term)))
    life = quantity_at(text, end) if text[end - 2 : end] == "直至" else None
    if life is not None:
        nodes.append(Range(parts=(life,)))
        end = life.end
    within = re.compile("以?内").match(text, end)
    if within:
        nodes.append(word(text, "link", "within", end, within.end()))
        end = within.end()
    whom = _WHOM.match(text, end)
    if whom:
        nodes += [word(text, "kind", "occupation_restriction", *whom.span(1)), span(text, "party", *whom.span(2))]
        return [*nodes, span(text, "thing", *whom.span(3))], "occupation_restriction", whom.end()
    kind = _BAN.match(text, end)
    thing = re.compile("[^,;。:]+(?=[,;。:])").match(text, kind.end()) if kind else None
    if kind and thing is None and kind[0] == "不予注册":
        return [*nodes, word(text, "kind", "no_application", *kind.span())], "no_application", kind.end()
    business = _NO_BUSINESS.match(text, end)
    if business and _of_body(text, at):
        nodes += [word(text, "kind", "business_restriction", *business.span(1)), span(text, "thing", *business.span(2))]
        return nodes, "business_restriction", business.end()
    if kind is None or thing is None or re.search("或者其|并|不得|禁止|撤销|吊销|取消", thing[0]):
        raise Unread("unknown_word", end)
    means = "occupation_restriction" if kind[1] else "no_application"
    nodes.append(word(text, "kind", means, *kind.span()))
    whose = _WHOSE.match(text, thing.start(), thing.end()) if means == "no_application" else None
    nodes += [span(text, "party", *whose.span(1))] if whose else []
    nodes.append(span(text, "thing", whose.end() if whose else thing.start(), thing.end()))
    return nodes, means, thing.end()


_WHOSE = re.compile("([^,;。:的]{2,30})(?=提出的)")
"""Whose applications are barred (不受理相关责任人以及单位提出的…申请)."""


_NO_BUSINESS = re.compile("(禁止)(其?开展[^,;。:]{2,30})(?=[,;。:])")


def _of_body(text: str, at: int) -> bool:
    """Say whether a ban hits the body that did the act: nobody else is named in its tier."""
    return "对" not in text[text.rfind(";", 0, at) + 1 : at] and bool(_BODY.match(text.partition("的,")[0]))


_WITHIN = re.compile(rf"(禁止)(其)(?={NUMBER}年内(?:从事|担任))")


def _within(text: str, at: int) -> Found | None:
    """Return a ban that names its term behind it (禁止其五年内从事…)."""
    lead = _WITHIN.match(text, at)
    term = quantity_at(text, lead.end()) if lead else None
    thing = re.compile("(内)((?:从事|担任)[^,;。:]{2,40})(?=[,;。:])").match(text, term.end) if term else None
    if lead is None or term is None or thing is None or re.search("或者|并|不得", thing[2]):
        return None
    kind = word(text, "kind", "occupation_restriction", *lead.span(1))
    nodes: list[Node] = [kind, word(text, "link", "of", *lead.span(2)), Range(parts=(term,))]
    nodes.append(word(text, "link", "within", *thing.span(1)))
    return [*nodes, span(text, "thing", *thing.span(2))], "occupation_restriction", thing.end()


_FOR_EVER = re.compile("(禁止)(其?从事[^,;。:]{2,40})(?=[,;。:])")
_BODY = re.compile("^(?:违反[^,]{2,30}规定,)?[^,]{0,20}(?:机构|企业|单位)(?!.*(?:责任人员|主管人员|从业人员|个人))")


def _of_business(text: str, at: int) -> Found | None:
    """Return a ban without a term on a body, which restricts its business; on persons it would be another kind."""
    found = _FOR_EVER.match(text, at)
    if found is None or not _BODY.match(text.partition("的,")[0]) or "对" in text[text.rfind(";", 0, at) + 1 : at]:
        return None
    kind = word(text, "kind", "business_restriction", *found.span(1))
    return [kind, span(text, "thing", *found.span(2))], "business_restriction", found.end()


def _years(text: str, at: int) -> tuple[list[Leaf], int]:
    """Return one term or two of which it is between (三年至五年), and where they end."""
    low = quantity_at(text, at)
    if low is None:
        raise Unread("unclear_numeral", at)
    if text.startswith("直至终身", low.end):
        return [low, word(text, "link", "range", low.end, low.end + 2)], low.end + 2
    between = re.compile("至|以上").match(text, low.end)
    high = quantity_at(text, between.end()) if between else None
    if between is None or high is None:
        return [low], low.end
    if between[0] == "至":
        return [low, word(text, "link", "range", *between.span()), high], high.end
    if not text.startswith("以下", high.end):
        raise Unread("unclear_numeral", at)
    ends = word(text, "bound", "high_closed", high.end, high.end + 2)
    return [low, word(text, "bound", "low_closed", *between.span()), high, ends], ends.end
