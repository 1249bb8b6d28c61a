"""Fines and detentions with their ranges, and amounts that a lower one counts as."""

from __future__ import annotations

import re

from enforcement_rules.statutes.clauses import Range
from enforcement_rules.statutes.grammar.leaves import mark, word
from enforcement_rules.statutes.grammar.quantities import quantity_at
from enforcement_rules.statutes.grammar.ranges import range_at
from enforcement_rules.statutes.grammar.refusing import Unread
from enforcement_rules.statutes.grammar.scanned import Found, Node
from enforcement_rules.statutes.grammar.starts import CUT, ends

_CUT = re.compile(CUT)


_COUNTED = re.compile("(按照|按)(?=[^,;。:]{2,40}计算罚款)")


_RATE = re.compile("(以|按照)(?=每[^,;。:]{2,40}的标准处以?罚款)")


def rated(text: str, at: int) -> Found | None:
    """Return a fine at a rate for each (以每人五千元以上一万元以下的标准处以罚款)."""
    lead = _RATE.match(text, at)
    found = range_at(text, lead.end()) if lead else None
    behind = re.compile("(的)(标准)(处以?)(罚款)").match(text, found[1]) if found else None
    if lead is None or found is None or behind is None:
        return None
    nodes: list[Node] = [word(text, "link", "at", *lead.span()), found[0], word(text, "link", "of", *behind.span(1))]
    nodes += [word(text, "link", "as", *behind.span(2)), word(text, "verb", "", *behind.span(3))]
    return [*nodes, word(text, "kind", "fine", *behind.span(4))], "fine", behind.end()


def counted(text: str, at: int) -> Found | None:
    """Return a fine that is a share of a loss (按照直接损失的百分之二十计算罚款)."""
    lead = _COUNTED.match(text, at)
    found = range_at(text, lead.end()) if lead else None
    if lead is None or found is None or not text.startswith("计算罚款", found[1]) or not ends(text, found[1] + 4):
        return None
    end = found[1] + 4
    nodes: list[Node] = [word(text, "link", "at", *lead.span()), found[0], word(text, "link", "as", end - 4, end - 2)]
    return [*nodes, word(text, "kind", "fine", end - 2, end)], "fine", end


def fine(text: str, at: int) -> Found | None:
    """Return a fine or a detention with its range; a fine without one where the text has none."""
    if text.startswith("罚款", at) and ends(text, at + 2):
        return [word(text, "kind", "fine", at, at + 2)], "fine", at + 2
    stop = re.compile(r"(?:\([^()]*\)|[^,;。:])*?(?:罚款|拘留)").match(text, at)
    if stop is None or _CUT.match(text, at):
        return None
    found = range_at(text, at)
    if found is None:
        return None
    bounds, end = found
    nodes: list[Node] = [bounds]
    more, end = _cap(text, end)
    nodes += more
    if text.startswith("的", end):
        nodes.append(word(text, "link", "of", end, end + 1))
        end += 1
    kind = re.compile("(罚款)|(行政)?拘留").match(text, end)
    if kind is None or not ends(text, kind.end()):
        raise Unread("not_in_grammar", end)
    means = "fine" if kind[1] else "administrative_detention"
    types = {each.type for each in bounds.parts if hasattr(each, "type")}
    if (means == "fine") == bool(types & {"days", "months", "years", "life"}):
        raise Unread("unclear_numeral", at)
    nodes.append(word(text, "kind", means, end, kind.end()))
    more, end = _cap(text, kind.end())
    return [*nodes, *more], means, end


_CAP = re.compile("([,、])(但)?(最高)?(不超过)(?=[^,;。:]{1,10}元)")


def _cap(text: str, at: int) -> tuple[list[Node], int]:
    """Return the amount that a multiple may not exceed (但最高不超过三万元), which holds with it."""
    found = _CAP.match(text, at)
    most = quantity_at(text, found.end()) if found else None
    if found is None or most is None or not (found[2] or found[3]):
        return [], at
    nodes: list[Node] = [mark(text, found.start(1))]
    nodes += [word(text, "link", "but", *found.span(n)) for n in (2, 3) if found[n]]
    return [*nodes, Range(parts=(word(text, "bound", "high_closed", *found.span(4)), most))], most.end


def deemed(text: str, at: int) -> Found | None:
    """Return the amount that a lower one counts as (按一万元计算)."""
    lead = re.compile("[按以](?=[^,;。:]{2,10}元计算)").match(text, at)
    amount = quantity_at(text, lead.end()) if lead else None
    if amount is None or not text.startswith("计算", amount.end) or not ends(text, amount.end + 2):
        return None
    nodes: list[Node] = [word(text, "link", "at", at, at + 1), Range(parts=(amount,))]
    return [*nodes, word(text, "kind", "deemed", amount.end, amount.end + 2)], "deemed", amount.end + 2
