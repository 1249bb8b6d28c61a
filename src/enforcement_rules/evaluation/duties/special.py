"""Special duties that take the place of general ones (特别规定优先)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.verdict import Finding
from enforcement_rules.rules.requirement import Requirement


class Found(Struct, frozen=True):
    """A finding with the duty it is on and the facts it was found from."""

    rule: Requirement
    finding: Finding
    facts: Facts


def settled(found: Sequence[Found]) -> list[Found]:
    """Return the findings with general duties set aside where a special one takes their place.

    Where it is open whether the special duty applies, a breach of the general one is open as well.
    """
    special: dict[str, list[Found]] = {}
    for each in found:
        for general in each.rule.replaces:
            special.setdefault(general, []).append(each)
    if not special:
        return list(found)
    return [_settled(each, special[rule]) if (rule := each.finding.ref.rule) in special else each for each in found]


def _settled(general: Found, special: Iterable[Found]) -> Found:
    finding = general.finding
    same = [each.finding for each in special if meet(finding, each.finding)]
    sure = [each for each in same if each.applies is True]
    if sure:
        note = ("replaced_by", {"rule": sure[0].ref.rule})
        changed = replace(finding, status="not_applicable", applies=False, notes=(*finding.notes, note))
        return replace(general, finding=changed)
    perhaps = [each for each in same if each.applies is None]
    if perhaps and finding.status in ("breached", "apparent"):
        note = ("may_be_replaced_by", {"rule": perhaps[0].ref.rule})
        return replace(general, finding=replace(finding, status="undetermined", notes=(*finding.notes, note)))
    return general


def meet(one: Finding, other: Finding) -> bool:
    """Say whether two findings are on the same violation and party, or one of them on the whole case."""
    return all(
        mine is None or its is None or mine == its
        for mine, its in ((one.violation, other.violation), (one.party, other.party))
    )
