"""The measures of one head or item as penalties of a provision, and what of them no rule can hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Final

from msgspec import Struct

from enforcement_rules.drafting.conditions import all_hold
from enforcement_rules.drafting.names import NewFacts
from enforcement_rules.drafting.ranges import range_of
from enforcement_rules.statutes.clauses import Line
from enforcement_rules.values.kinds import PENALTY_KINDS

_REPLACED: Final = frozenset({"fine", "administrative_detention"})
"""Kinds of which a graver tier takes the place of the lower one; the others are added to it."""
_PERSONS: Final = ("责任人员", "主管人员", "负责人", "法定代表人", "责任人")


class Penalties(Struct, frozen=True):
    """The penalties of a head or item.

    Attributes:
        then: as `then` of a provision.
        as_in: places of the law that its penalties are those of, in the words of the text.
        beside: measures that are no penalty (orders, publicity …), by kind; for a comment.
        untold: penalties of which the text tells no amount, or one that no rule can hold, with their range.
    """

    then: tuple[dict[str, Any], ...] = ()
    as_in: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()


def penalties_of(lines: Sequence[Line], facts: NewFacts) -> Penalties:
    """Return the penalties of the lines of one head or item, in the order of the text."""
    then: list[dict[str, Any]] = []
    untold: list[str] = []
    as_in: dict[str, None] = {}
    beside: dict[str, None] = {}
    for line in lines:
        as_in |= dict.fromkeys(line.as_in)
        if line.kind not in PENALTY_KINDS or line.kind == "other":
            beside[line.kind] = None
            continue
        made = _penalty(line, lines, facts)
        if made is None:
            untold.append(f"{line.kind} {'、'.join(line.ranges)}".strip())
        else:
            then.append(made)
    return Penalties(tuple(map(_not_alone(then), then)), tuple(as_in), tuple(beside), tuple(untold))


def _not_alone(then: list[dict[str, Any]]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Return what takes a choice from a penalty whose alternatives are no penalties, or were left out."""
    named = Counter(each[key] for each in then for key in ("up_to", "either") if key in each)
    return lambda each: {
        key: value for key, value in each.items() if key not in ("up_to", "either") or named[value] > 1
    }


def _penalty(line: Line, lines: Sequence[Line], facts: NewFacts) -> dict[str, Any] | None:
    reach = _reach(line, facts)
    if reach is None:
        return None
    made: dict[str, Any] = {"kind": line.kind, "force": line.force}
    if line.step >= 0:
        made["up_to"] = "scale"
    elif line.choice:
        made["either"] = f"choice_{line.choice}"
    when = _when(line, lines, facts)
    return made | _borne_by(line.party, facts) | ({"when": when} if when else {}) | reach


def _reach(line: Line, facts: NewFacts) -> dict[str, Any] | None:
    """Return the range or term of a penalty, empty where it has none; `None` where no rule can hold it.

    A term may have for life beside it, which readings tell as two ranges; nothing else is of two.
    """
    beside = "life" in line.ranges and len(line.ranges) > 1
    ranges = [range_of(each, facts) for each in line.ranges if not (beside and each == "life")]
    if len(ranges) > 1 or (line.kind == "fine" and not ranges):
        return None
    reach = ranges[0] if ranges else {}
    if reach is None or not beside:
        return reach
    return {"term": reach["term"] | {"or_for_life": True}} if "term" in reach else None


def _borne_by(party: str, facts: NewFacts) -> dict[str, Any]:
    """Return who bears a penalty, by the words of the text; a party that no fact names is a fact of the draft."""
    if not party:
        return {}
    if any(each in party for each in _PERSONS):
        return {"borne_by": {"party.is_responsible_person": True}}
    if party in ("单位", "违法单位", "违法的单位"):
        return {"borne_by": {"party.is_unit": True}}
    if party in ("个人", "违法个人", "违法的个人"):
        return {"borne_by": {"party.is_unit": False}}
    return {"borne_by": {facts.of(f"当事人是{party}", "yes_no", "party"): True}}


def _when(line: Line, lines: Sequence[Line], facts: NewFacts) -> dict[str, Any]:
    """Return when a penalty is imposed: under its conditions, and not where a graver tier takes its place."""
    own = set(line.conditions)
    graver = [
        tuple(each for each in other.conditions if each not in own)
        for other in lines
        if other.kind == line.kind in _REPLACED
        and (other.party, other.choice if line.choice else 0) == (line.party, line.choice)
        and own < set(other.conditions)
    ]
    parts = [all_hold(line.conditions, facts)] if line.conditions else []
    parts += [{"not": all_hold(extra, facts)} for extra in dict.fromkeys(graver)]
    if not parts:
        return {}
    return parts[0] if len(parts) == 1 else {"all": parts}
