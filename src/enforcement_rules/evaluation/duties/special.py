"""Special duties that take the place of general ones (特别规定优先)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.proof import open_facts, shown_by
from enforcement_rules.evaluation.verdict import Finding, Status, word
from enforcement_rules.model.case import RecordMode
from enforcement_rules.rules.requirement import Requirement


class Found(Struct, frozen=True):
    """A finding with the duty it is on and the facts it was found from.

    `perhaps` are the special duties of which it is open whether they take its place.
    """

    rule: Requirement
    finding: Finding
    facts: Facts
    perhaps: tuple[Found, ...] = ()


def settled(found: Sequence[Found], record: RecordMode) -> list[Found]:
    """Return the findings with general duties set aside where a special one takes their place.

    Where it is open whether the special duty applies, a breach of the general one is one on the face of the file, if it
    is the organ that must show that it does or the special duty is breached as well; otherwise it is open. On a
    complete record the organ has not shown it.
    """
    special: dict[str, list[Found]] = {}
    for each in found:
        for general in each.rule.replaces:
            special.setdefault(general, []).append(each)
    if not special:
        return list(found)
    return [
        _settled(each, special[rule], record) if (rule := each.finding.ref.rule) in special else each for each in found
    ]


def _settled(general: Found, special: Iterable[Found], record: RecordMode) -> Found:
    finding = general.finding
    same = [each for each in special if meet(finding, each.finding)]
    sure = [each for each in same if each.finding.applies is True]
    if sure:
        note = ("replaced_by", {"rule": sure[0].finding.ref.rule})
        changed = replace(finding, status="not_applicable", applies=False, notes=(*finding.notes, note))
        return replace(general, finding=changed)
    perhaps = tuple(each for each in same if each.finding.applies is None)
    if perhaps and finding.status in ("breached", "apparent"):
        return _perhaps_replaced(general, perhaps, record)
    return general


def _perhaps_replaced(general: Found, perhaps: tuple[Found, ...], record: RecordMode) -> Found:
    """Return a duty that is breached unless a special one takes its place, which is open."""
    finding = general.finding
    unshown = all(_is_for_organ(each) for each in perhaps)
    if unshown and record == "complete":
        return general
    note = ("may_be_replaced_by", {"rule": perhaps[0].finding.ref.rule})
    either_way = all(each.finding.kept is False for each in perhaps)
    status: Status = "apparent" if unshown or either_way else "undetermined"
    named = tuple((each.rule.name, each.rule.says, each.rule.says_en, word(None)) for each in perhaps)
    changed = replace(finding, status=status, exceptions=(*finding.exceptions, *named), notes=(*finding.notes, note))
    return replace(general, finding=changed, perhaps=perhaps)


def _is_for_organ(special: Found) -> bool:
    """Say whether it is the organ that must show that a special duty applies."""
    waiting = list(open_facts(special.rule.when, special.facts))
    return bool(waiting) and all(shown_by(id_, special.facts) == "organ" for id_ in waiting)


def meet(one: Finding, other: Finding) -> bool:
    """Say whether two findings are on the same violation and party, or one of them on the whole case."""
    return all(
        mine is None or its is None or mine == its
        for mine, its in ((one.violation, other.violation), (one.party, other.party))
    )
