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

_DECIDED: frozenset[Status] = frozenset({"breached", "apparent", "satisfied"})


class Found(Struct, frozen=True):
    """A finding with the duty it is on and the facts it was found from.

    `perhaps` are the special duties of which it is open whether they take its place; `governs` is false of a duty whose
    version only may govern, because the day of the step is open.
    """

    rule: Requirement
    finding: Finding
    facts: Facts
    perhaps: tuple[Found, ...] = ()
    governs: bool = True


def settled(found: Sequence[Found], record: RecordMode) -> list[Found]:
    """Return the findings with general duties set aside where a special one takes their place.

    Where it is open whether the special duty applies, a breach of the general one is one on the face of the file, if it
    is the organ that must show that it does or the special duty is breached as well; otherwise it is open. On a
    complete record the organ has not shown it. Where it is open whether the special duty governs at all, the general
    one is what it is with it and without it, if that is the same; otherwise it is open.
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
    same = [each for each in special if meet(general.finding, each.finding)]
    sure = _beside(general, [each for each in same if each.governs], record)
    if all(each.governs for each in same) or sure.finding.status not in _DECIDED:
        return sure
    either = _beside(general, same, record)
    if either.finding.status == sure.finding.status:
        return sure
    perhaps = tuple(each for each in same if each.finding.applies is not False)
    return _told(sure, "undetermined", perhaps)


def _beside(general: Found, special: Sequence[Found], record: RecordMode) -> Found:
    """Return what becomes of a general duty beside special ones that govern the same step."""
    finding = general.finding
    sure = [each for each in special if each.finding.applies is True]
    if sure:
        note = ("replaced_by", {"rule": sure[0].finding.ref.rule})
        changed = replace(finding, status="not_applicable", applies=False, notes=(*finding.notes, note))
        return replace(general, finding=changed)
    perhaps = tuple(each for each in special if each.finding.applies is None)
    if perhaps and finding.status in ("breached", "apparent"):
        return _perhaps_replaced(general, perhaps, record)
    return general


def _perhaps_replaced(general: Found, perhaps: tuple[Found, ...], record: RecordMode) -> Found:
    """Return a duty that is breached unless a special one takes its place, which is open."""
    unshown = all(_is_for_organ(each) for each in perhaps)
    if unshown and record == "complete":
        return general
    either_way = all(each.finding.kept is False for each in perhaps)
    return _told(general, "apparent" if unshown or either_way else "undetermined", perhaps)


def _told(general: Found, status: Status, perhaps: tuple[Found, ...]) -> Found:
    """Return a duty with its status, and the special ones that may take its place named."""
    finding = general.finding
    note = ("may_be_replaced_by", {"rule": perhaps[0].finding.ref.rule})
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
