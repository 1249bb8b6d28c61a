"""What 责令停止经营 is: an order that ends the unlawful act, or a suspension of the business (行政处罚法第九条)."""

from __future__ import annotations

from msgspec import structs

from enforcement_rules.statutes.clauses import Atom
from enforcement_rules.statutes.outwards.refused import Doubt

STOP_OF_WHAT = "stop"
"""No kind of an atom: what a clause gives until its tier settles it."""


def settled_stops(tier: list[Atom], *, first: bool) -> list[Atom]:
    """Return the atoms of a tier with its 停止 settled.

    Beside 改正 or 没收 it is an order; in a further tier, with 可以 or beside 关闭 a suspension.

    Raises:
        Doubt: it stands beside neither.
    """
    ends_act = any(one.kind.startswith("confiscation") or one.kind == "order" for one in tier)
    closes = any(one.kind == "order_to_close" for one in tier)
    settled = []
    for one in tier:
        if one.kind != STOP_OF_WHAT:
            settled.append(one)
        elif _further(one) or one.force == "may" or closes:
            settled.append(structs.replace(one, kind="order_to_suspend_business"))
        elif first and ends_act and not one.conditions and one.choice is None:
            settled.append(structs.replace(one, kind="order"))
        else:
            raise Doubt("unknown_word", one.start, one.end)
    return settled


def _further(one: Atom) -> bool:
    premises = (each for condition in one.conditions for all_of in condition for each in all_of)
    return any(each.kind in ("tier", "failure") for each in premises)
