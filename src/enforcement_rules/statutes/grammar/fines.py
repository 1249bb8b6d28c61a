"""Fines and detentions with their ranges, and amounts that a lower one counts as."""

from __future__ import annotations

import re

from enforcement_rules.statutes.clauses import Range
from enforcement_rules.statutes.grammar.leaves import word
from enforcement_rules.statutes.grammar.quantities import quantity_at
from enforcement_rules.statutes.grammar.ranges import range_at
from enforcement_rules.statutes.grammar.refusing import Unread
from enforcement_rules.statutes.grammar.scanned import Found, Node
from enforcement_rules.statutes.grammar.starts import CUT, ends

_CUT = re.compile(CUT)


_COUNTED = re.compile("(按照|按)(?=[^,;。:]{2,40}计算罚款)")


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
    stop = re.compile("[^,;。:]*?(?:罚款|拘留)").match(text, at)
    if stop is None or _CUT.match(text, at):
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
    if kind is None or not ends(text, kind.end()):
        raise Unread("not_in_grammar", end)
    means = "fine" if kind[1] else "administrative_detention"
    types = {each.type for each in bounds.parts if hasattr(each, "type")}
    if (means == "fine") == bool(types & {"days", "months", "years", "life"}):
        raise Unread("unclear_numeral", at)
    return [*nodes, word(text, "kind", means, end, kind.end())], means, kind.end()


def deemed(text: str, at: int) -> Found | None:
    """Return the amount that a lower one counts as (按一万元计算)."""
    lead = re.compile("[按以](?=[^,;。:]{2,10}元计算)").match(text, at)
    amount = quantity_at(text, lead.end()) if lead else None
    if amount is None or not text.startswith("计算", amount.end) or not ends(text, amount.end + 2):
        return None
    nodes: list[Node] = [word(text, "link", "at", at, at + 1), Range(parts=(amount,))]
    return [*nodes, word(text, "kind", "deemed", amount.end, amount.end + 2)], "deemed", amount.end + 2
