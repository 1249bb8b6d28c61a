"""The kinds of penalty: each needs a provision that gives it, and what a provision commands is not left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.proposal.mitigation import is_lighter
from enforcement_rules.evaluation.proposal.remarks import Judged, Remark, all_of
from enforcement_rules.evaluation.range import Threat, as_stated
from enforcement_rules.rules.amount import Penalty
from enforcement_rules.values.truth import UNKNOWN, Truth

GAINS = "confiscation_of_illegal_gains"


class Basis(Struct, frozen=True):
    """What the kinds of a proposal are held against.

    Attributes:
        threats: the provisions that apply.
        complete: whether nothing else can give or command a kind: all that is cited is loaded and read whole.
        mitigated: whether a ground allows less than the statute sets.
        waived: kinds that a ground that holds waives, whatever is commanded.
        stated: whose range stands in the place of a text that is not loaded: that of the file, of a benchmark.
        gains: whether a general rule has illegal gains confiscated whatever the provision says (行政处罚法 art. 28).
        gains_due: whether some gains are surely left to confiscate.
    """

    threats: tuple[Threat, ...]
    complete: bool
    mitigated: Truth
    waived: frozenset[str] = frozenset()
    stated: str | None = None
    gains: bool = False
    gains_due: bool = False


def kinds_within(pair: Pair, basis: Basis) -> Judged:
    """Say whether every kind proposed is given, none that is commanded left out, of alternatives one chosen."""
    kinds = pair.facts["proposal.kinds"]
    if kinds is UNKNOWN:
        return Judged(None)
    imposed = _imposed(pair, kinds, basis)
    return all_of(*_given(kinds.known, basis), *_left_out(pair, imposed, basis), *_together(kinds.known, basis))


def kinds_given(pair: Pair, basis: Basis) -> Judged:
    """Say whether every kind proposed is given: beside sparing gains and goods may be confiscated with a basis."""
    return all_of(*_given(pair.facts["proposal.kinds"].known, basis))


def _given(proposed: frozenset[str], basis: Basis) -> Iterator[Judged]:
    """Yield the kinds that no provision gives, and those of which that is open."""
    by_answer: dict[tuple[Truth, str], list[str]] = {}
    for kind in sorted(proposed):
        answer = _answer(kind, proposed, basis)
        if answer is not None:
            by_answer.setdefault(answer, []).append(kind)
    for (holds, code), kinds in by_answer.items():
        # That a law is not loaded at all is told where its range would stand.
        told = holds is False or bool(basis.threats)
        yield Judged(holds, ((code, {"kinds": kinds, "rules": _rules(basis)}),) if told else ())


def _answer(kind: str, proposed: frozenset[str], basis: Basis) -> tuple[Truth, str] | None:
    """Return what is to be said of a kind; nothing where a provision surely gives it."""
    given = _gives(kind, basis)
    if given is True or (given is False and basis.mitigated and is_lighter(kind, basis.threats, proposed)):
        return None
    if given is None:
        return None, "kind_condition_open"
    if basis.mitigated is None and is_lighter(kind, basis.threats, proposed):
        return None, "lighter_kind_ground_open"
    return (False, "kind_not_given") if basis.complete else (None, "kind_not_read")


def _gives(kind: str, basis: Basis) -> Truth:
    found = [
        known if threat.sure or known is False else None
        for threat in basis.threats
        for penalty, known in threat.penalties
        if penalty.kind == kind
    ]
    if kind == "other" and True in found:
        return None  # a class of penalties: that both are others does not make them the same one
    if True in found or (kind == GAINS and basis.gains) or (kind == "fine" and basis.stated):
        return True
    return None if None in found else False


def _imposed(pair: Pair, kinds: Any, basis: Basis) -> Any:
    """Return the kinds without gains that are due and confiscated at nothing: that leaves them out (art. 28)."""
    nothing = basis.gains_due and pair.facts["proposal.confiscated_gains"] == 0
    return replace(kinds, known=kinds.known - {GAINS}) if nothing else kinds


def _left_out(pair: Pair, kinds: Any, basis: Basis) -> Iterator[Judged]:
    """Yield what a provision commands and the proposal leaves out; an excerpt need not tell every kind."""
    if basis.mitigated is True or pair.case.record == "excerpt" or not kinds.complete or basis.stated == "file":
        return
    basis = replace(basis, threats=tuple(as_stated(threat, pair.facts) for threat in basis.threats))
    for applies, code in ((True, "mandatory_penalty_missing"), (None, "mandatory_penalty_open")):
        for threat, missing in left_out(kinds, basis, applies=applies):
            sure = applies is True and basis.mitigated is False and basis.complete and threat.sure
            yield Judged(False if sure else None, ((code, {"kinds": missing, "rule": threat.ref.rule}),))
    if not basis.complete:
        yield Judged(None, (("kinds_not_read", {"rules": _rules(basis)}),) if basis.threats else ())


def left_out(kinds: Any, basis: Basis, *, applies: Truth) -> Iterator[tuple[Threat, list[str]]]:
    """Yield the kinds that each provision commands and the proposal leaves out.

    `applies` is True for what is surely commanded, None for what may be.
    """
    for threat in basis.threats:
        missing = [kind for kind in _commanded(threat, kinds.known, applies=applies) if kind not in basis.waived]
        if missing:
            yield threat, missing


def _rules(basis: Basis) -> list[str]:
    return list(dict.fromkeys(threat.ref.rule for threat in basis.threats))


def _commanded(threat: Threat, chosen: frozenset[str], *, applies: Truth) -> Iterator[str]:
    """Yield the kinds that are commanded and were not chosen; of alternatives the first, where none of them was."""
    settled: set[str] = set()
    for penalty, known in threat.penalties:
        if penalty.force != "shall" or known is not applies or penalty.kind in chosen or penalty.kind in settled:
            continue
        if penalty.choice is not None:
            if penalty.choice in settled or chosen & _group(threat, penalty.choice):
                continue
            settled.add(penalty.choice)
        settled.add(penalty.kind)
        yield penalty.kind


def _group(threat: Threat, choice: str) -> set[str]:
    return {penalty.kind for penalty, known in threat.penalties if penalty.choice == choice and known is not False}


def _together(chosen: frozenset[str], basis: Basis) -> Iterator[Judged]:
    """Yield alternatives, or steps of a scale, that were chosen together, where nothing else gives one of them."""
    for threat in basis.threats:
        scales = {penalty.up_to for penalty, _ in threat.penalties}
        for choice in dict.fromkeys(penalty.choice for penalty, _ in threat.penalties if penalty.choice):
            both = sorted(chosen & _group(threat, choice) - _given_otherwise(basis, threat, choice))
            if len(both) > 1:
                holds = False if basis.complete and threat.sure else None
                code = "steps_together" if choice in scales else "alternatives_together"
                yield Judged(holds, ((code, {"kinds": both, "rule": threat.ref.rule}),))


def _given_otherwise(basis: Basis, mine: Threat, choice: str) -> set[str]:
    return {
        penalty.kind
        for threat in basis.threats
        for penalty, known in threat.penalties
        if known is not False and not (threat is mine and penalty.choice == choice)
    }


def fine_is_dropped(pair: Pair, threats: tuple[Threat, ...]) -> bool:
    """Say whether no fine is lawful as it stands: it only may be imposed, or an alternative to it was chosen."""
    kinds = pair.facts["proposal.kinds"]
    if kinds is UNKNOWN or not kinds.known or not threats:
        return False
    return all(_droppable(penalty, threat, kinds.known) for threat in threats for penalty in _fines(threat))


def _fines(threat: Threat) -> Iterator[Penalty]:
    return (penalty for penalty, known in threat.penalties if penalty.kind == "fine" and known is not False)


def _droppable(penalty: Penalty, threat: Threat, chosen: frozenset[str]) -> bool:
    if penalty.choice is not None and chosen & (_group(threat, penalty.choice) - {"fine"}):
        return True
    return penalty.force == "may"


def in_every_world(judged: Iterable[Judged]) -> Judged:
    """Return one answer for all versions that may govern: what each says alike; else it is open.

    Remarks are kept where every version gives them.
    """
    first, *others = judged
    holds = first.holds if all(each.holds is first.holds for each in others) else None
    common: tuple[Remark, ...] = tuple(r for r in first.remarks if all(_has(each, r) for each in others))
    return Judged(holds, common)


def _has(judged: Judged, remark: Remark) -> bool:
    """Say whether the same is remarked, perhaps of the rule of another version."""
    return any(code == remark[0] and args.get("kinds") == remark[1].get("kinds") for code, args in judged.remarks)
