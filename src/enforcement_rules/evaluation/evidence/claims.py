"""What a case says of elements, and what the evidence it names comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from enforcement_rules.evaluation.evidence.admission import Admission
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.verdict import Excluded, ProofStatus, Side, Standing
from enforcement_rules.model.case import RecordMode
from enforcement_rules.values.errors import Path
from enforcement_rules.values.truth import Truth


class Said(Struct, frozen=True):
    """What one speaker says: evidence for and against, whether it holds so far as that tells, and where it stands.

    `claimed` is false where the file merely states a fact, without evidence and without the party asserting it.
    """

    by: str | None
    proving: tuple[str, ...]
    refuting: tuple[str, ...]
    holds: Truth
    path: Path
    says: str | None = None
    claimed: bool = True


def said_of(pair: Pair, element: str, fact: str | None) -> tuple[Said, ...]:
    """Return what the case says of an element, and of the fact that stands for it."""
    return (*_of_element(pair, element), *(_of_fact(pair, fact) if fact is not None else ()))


def _of_element(pair: Pair, element: str) -> Iterator[Said]:
    position = [each.id for each in pair.case.violations].index(pair.violation.id)
    path: Path = ("violations", position, "elements", element)
    for claim in pair.violation.claims(element):
        proving, refuting = claim.proven_by, claim.refuted_by
        holds = None if bool(proving) is bool(refuting) else bool(proving)
        yield Said(claim.by, proving, refuting, holds, path, claim.says)


def _of_fact(pair: Pair, fact: str) -> Iterator[Said]:
    """Yield the statements of a fact: one that says no speaks against it, any other value for it."""
    for each in pair.facts.statements.get(fact, ()):
        denied = each.value is False
        proving, refuting = ((), each.evidence) if denied else (each.evidence, ())
        yield Said(each.by, proving, refuting, not denied, each.path, claimed=each.by == "party")


def standing_of(
    said: Sequence[Said], admitted: Mapping[str, Admission], record: RecordMode, burden: str, *, disputed: bool = False
) -> Standing:
    """Return what the evidence comes to; the order in which it is named does not count.

    `disputed`: two speakers state the fact differently.
    """
    proving = _sides(said, "proving")
    refuting = _sides(said, "refuting")
    counts = {id_ for id_ in (*proving, *refuting) if admitted[id_].known is True}
    pending = [id_ for id_ in (*proving, *refuting) if admitted[id_].known is None]
    for_, against = (tuple(id_ for id_ in side if id_ in counts) for side in (proving, refuting))
    status: ProofStatus
    if disputed or _disagree(said) or (for_ and against):
        status, open_ = "contested", True
    elif for_ or against:
        # What is not admitted yet on the other side could still make it contested.
        status = "proven" if for_ else "refuted"
        open_ = any(id_ in (refuting if for_ else proving) for id_ in pending)
    else:
        status, open_ = "unproved", record != "complete" or burden == "either" or any(i in proving for i in pending)
    sides: tuple[tuple[Side, tuple[str, ...]], ...] = (("proven_by", proving), ("refuted_by", refuting))
    excluded = (
        Excluded(id_, side, each.reason, each.sure, each.ref)
        for side, ids in sides
        for id_ in ids
        for each in admitted[id_].obstacles
    )
    return Standing(status, open_, for_, against, tuple(excluded))


def _sides(said: Sequence[Said], side: Literal["proving", "refuting"]) -> tuple[str, ...]:
    return tuple(sorted({id_ for each in said for id_ in (each.proving if side == "proving" else each.refuting)}))


def _disagree(said: Sequence[Said]) -> bool:
    """Say whether one speaker says that it holds and another that it does not."""
    return any(one.holds is True and other.holds is False and one.by != other.by for one in said for other in said)
