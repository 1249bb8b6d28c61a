"""What is imposed as another place of the law says (依照前款规定处罚), and what is left to it (依法给予处罚)."""

from __future__ import annotations

import re

from msgspec import structs

from enforcement_rules.statutes.clauses import Leaf, Reference
from enforcement_rules.statutes.grammar.leaves import mark, reference_at, word
from enforcement_rules.statutes.grammar.refusing import Unread
from enforcement_rules.statutes.grammar.scanned import Found, Node
from enforcement_rules.statutes.grammar.telling import told

_LEAD = re.compile("依照|按照|按(?=非法|无)|从(?=其规定)|依据|根据|参照|适用|比照")
_AS = re.compile(
    "(?P<own>[^,;。:]{1,80}?)"
    "(?P<of>的)?(?P<rule>有关规定|相关规定|规定)?(?P<tail>(?:依法|分别|从重)*)(?P<verb>给予|予以|进行|处以)?"
    "(?P<kind>治安管理处罚|行政处罚|处罚|处理|执行|办理|追究法律责任|追究责任)(?=[,;。:]|$|、处罚)"
)
_FINED = re.compile(
    "(?P<own>[^,;。:]{1,60}?)(?P<of>的)?(?P<rule>有关规定|规定)(?P<verb>处以?|给予)(?P<kind>罚款)(?=[,;。:])"
)
_ITSELF = re.compile("(?P<own>[^,;。:]{1,60}?)(?P<of>的)?(?P<kind>规定)(?=[;。,:])")
_NAME = re.compile("(?:《[^《》]{2,40}》|[^《》,;。:、]{2,40}(?:法|条例|规定|办法|细则|规则))$")
_NO_LAW = re.compile("罚款|没收|吊销|责令|拘留|暂扣|警告|处分|元|倍|所得|或者")
_CRIMINAL = re.compile(
    "(?P<own>[^,;。:]{0,60}?(?:刑法)[^,;。:]{0,60}?(?:规定,依法)?)(?P<kind>追究刑事责任)(?=[,;。:]|$)"
)


def reference(text: str, at: int) -> Found | None:
    """Return what is imposed as in the places or laws that are named; `None` where nothing refers.

    Raises:
        Unread: where what is referred to is not sure.
    """
    lead = _LEAD.match(text, at)
    if lead is None:
        return None
    nodes: list[Node] = [word(text, "link", "at", at, lead.end())]
    crime = _CRIMINAL.match(text, lead.end())
    if crime:
        nodes += told(text, "law", *crime.span("own"))
        return [*nodes, word(text, "kind", "criminal", *crime.span("kind"))], "criminal", crime.end()
    fined = _FINED.match(text, lead.end())
    if fined and not _NO_LAW.search(fined["own"]):
        return _fined(text, nodes, fined)
    found = _AS.match(text, lead.end())
    if found is None:
        return _itself(text, at, lead.end(), nodes)
    if _NO_LAW.search(found["own"]):
        raise Unread("several_laws", at)
    nodes += named(text, *found.span("own"))
    if found["of"]:
        nodes.append(word(text, "link", "of", *found.span("of")))
    if found["rule"]:
        nodes.append(word(text, "link", "as", *found.span("rule")))
    if found["tail"] == "从重" and not found["verb"] and found["kind"] == "处罚":
        nodes.append(word(text, "kind", "as_referenced", found.start("tail"), found.start("tail")))
        return nodes, "as_referenced", found.start("tail")
    if found["tail"]:
        raise Unread("several_laws", at)
    if found["verb"]:
        nodes.append(word(text, "verb", "", *found.span("verb")))
    nodes.append(word(text, "kind", "as_referenced", *found.span("kind")))
    end = found.end()
    if text.startswith("、处罚", end):
        nodes += [mark(text, end), word(text, "link", "as", end + 1, end + 3)]
        end += 3
    return nodes, "as_referenced", end


def _fined(text: str, nodes: list[Node], found: re.Match[str]) -> Found:
    """Return a fine whose amount stands at the place that is named: what applies there, by a kind without a word."""
    nodes += named(text, *found.span("own"))
    if found["of"]:
        nodes.append(word(text, "link", "of", *found.span("of")))
    nodes.append(word(text, "link", "as", *found.span("rule")))
    nodes.append(word(text, "verb", "", *found.span("verb")))
    nodes.append(word(text, "kind", "as_referenced", found.end() - 2, found.end() - 2))
    return [*nodes, word(text, "mention", "deed", found.end() - 2, found.end())], "as_referenced", found.end()


def _itself(text: str, at: int, start: int, nodes: list[Node]) -> Found:
    """Return a reference that says no more than whose rule applies (依照其规定)."""
    found = _ITSELF.match(text, start)
    if found is None or _NO_LAW.search(found["own"]) or "刑法" in found["own"]:
        raise Unread("unclear_reference", at)
    nodes += named(text, *found.span("own"))
    if found["of"]:
        nodes.append(word(text, "link", "of", *found.span("of")))
    return [*nodes, word(text, "kind", "as_referenced", *found.span("kind"))], "as_referenced", found.end()


def named(text: str, start: int, end: int) -> list[Leaf]:
    """Return laws as spans and the places that are named as references, each with its law."""
    found: list[Leaf] = []
    at = since = start
    while at < end:
        refers = None if text[at - 1 : at] == "第" else reference_at(text, at)
        if refers is None or refers.end > end:
            at += 1
            continue
        refers = with_law(text, refers, since)
        if refers.start > since:
            found += _between(text, since, refers.start)
        found.append(refers)
        at = since = refers.end
    if since < end:
        found += _between(text, since, end)
    return found


def with_law(text: str, refers: Reference, since: int) -> Reference:
    """Return a reference with the law that is named right before it, where it has none of its own."""
    name = None if refers.law or refers.relative else _NAME.search(text, since, refers.start)
    return structs.replace(refers, law=name[0], start=name.start()) if name else refers


def _between(text: str, start: int, end: int) -> list[Leaf]:
    own = text[start:end]
    if own == "、":
        return [mark(text, start)]
    if own in ("和", "以及", "及"):
        return [word(text, "link", "together", start, end)]
    if re.match("至|除", own):
        raise Unread("unclear_reference", start)
    return told(text, "law", start, end)


_LEFT = re.compile("(?P<kind>治安管理处罚|治安处罚|行政处罚|处罚|处理|追究法律责任|追究责任)(?=[,;。:]|$)")


def left_to_law(text: str, at: int) -> Found | None:
    """Return a penalty that is left to whatever law applies (依法给予处罚)."""
    found = _LEFT.match(text, at)
    if found is None:
        return None
    means = "as_public_order" if "治安" in found[0] else "as_referenced"
    return [word(text, "kind", means, *found.span())], means, found.end()
