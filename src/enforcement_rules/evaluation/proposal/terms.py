"""Terms (detention, suspension, a ban), against the days, months and years that the provisions allow."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.proposal.kinds import Basis
from enforcement_rules.evaluation.proposal.remarks import Judged, all_of
from enforcement_rules.evaluation.range import Threat, span_amount
from enforcement_rules.model.case import Penalty as Proposed
from enforcement_rules.rules.amount import Penalty
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.length import Length, Lengths
from enforcement_rules.values.range import Range
from enforcement_rules.values.truth import Truth

_ANY = Lengths()


class _Allowed(Struct, frozen=True):
    """The terms that one penalty of a provision allows, and whether it surely applies.

    One of a kind that sets no term allows any: it is `unbounded`.
    """

    threat: Threat
    made: Range | Lengths
    sure: bool

    @property
    def unbounded(self) -> bool:
        """Whether it sets no term at all."""
        return self.made == _ANY

    def holds(self, length: Length) -> Truth:
        """Say whether it surely allows a term; what may not apply allows nothing for sure."""
        inside = self.made.holds(length) if isinstance(self.made, Lengths) else self.made.holds(_days(length))
        return inside if self.sure else inside and None

    def is_below_it(self, length: Length) -> Truth:
        """Say whether a term is shorter than all it allows."""
        if isinstance(self.made, Lengths):
            return self.made.exceeded_below(length)
        return self.made.exceeded_by(_days(length), below=True)

    @property
    def ends(self) -> tuple[str, str]:
        """Its ends, as remarks write them."""
        if isinstance(self.made, Lengths):
            low, high = self.made.low, self.made.high
            return "" if low is None else str(low), "" if high is None else str(high)
        least, most = self.made.low, self.made.high
        return "" if least is None else f"{least:f}", "" if most is None else f"{most:f}"


def terms_within(pair: Pair, basis: Basis) -> Judged:
    """Say whether every term proposed lies within that of a provision, or below it with a ground."""
    return all_of(*_judged(pair, basis))


def is_below(pair: Pair, basis: Basis) -> bool:
    """Say whether some term proposed is shorter than every provision allows."""
    return any(
        proposed.length is not None and _below_all(allowed, proposed.length)
        for proposed, allowed in _bound(pair, basis.threats)
    )


def terms_untold(pair: Pair, threats: tuple[Threat, ...]) -> list[str]:
    """Return the rules that set a term for what is proposed, where the proposal states none."""
    rules = [
        each.threat.ref.rule
        for proposed, allowed in _bound(pair, threats)
        for each in allowed
        if proposed.length is None and not each.unbounded
    ]
    return list(dict.fromkeys(rules))


def _bound(pair: Pair, threats: tuple[Threat, ...]) -> Iterator[tuple[Proposed, list[_Allowed]]]:
    """Yield every penalty proposed of a kind for which some provision sets a term, with what is allowed."""
    for proposed in (pair.proposal.penalties or ()) if pair.proposal else ():
        allowed = list(_terms(proposed.kind, threats, pair))
        if not all(each.unbounded for each in allowed):
            yield proposed, allowed


def _judged(pair: Pair, basis: Basis) -> Iterator[Judged]:
    for proposed, allowed in _bound(pair, basis.threats):
        if proposed.length is not None:
            yield _term(proposed, proposed.length, allowed, basis)
        elif not any(each.unbounded and each.sure for each in allowed):
            yield Judged(None, (("term_not_stated", {"kinds": [proposed.kind]}),))


def _term(proposed: Proposed, length: Length, allowed: list[_Allowed], basis: Basis) -> Judged:
    inside = [each.holds(length) for each in allowed]
    if True in inside:
        return Judged(True)
    args = _told(proposed, length, next(each for each in allowed if not each.unbounded))
    if None in inside:
        unclear = any(each.sure and each.holds(length) is None for each in allowed)
        return Judged(None, (("term_not_comparable", args),) if unclear else ())
    if _below_all(allowed, length) and basis.mitigated is not False:
        code = "term_below_grounded" if basis.mitigated else "term_below_ground_open"
        return Judged(basis.mitigated, ((code, args),))
    return Judged(False if basis.complete else None, (("term_outside", args),))


def _told(proposed: Proposed, length: Length, allowed: _Allowed) -> dict[str, object]:
    least, most = allowed.ends
    life = isinstance(allowed.made, Lengths) and allowed.made.or_for_life
    args: dict[str, object] = {"kinds": [proposed.kind], "days": str(length), "least": least, "most": most}
    args["rule"] = allowed.threat.ref.rule
    return args | ({"or_for_life": True} if life else {})


def _below_all(allowed: list[_Allowed], length: Length) -> bool:
    return all(each.is_below_it(length) is True for each in allowed)


def _terms(kind: str, threats: tuple[Threat, ...], pair: Pair) -> Iterator[_Allowed]:
    """Yield the terms that each provision allows for a kind, and whether it surely applies."""
    for threat in threats:
        for penalty, known in threat.penalties:
            made = _made(penalty, pair) if penalty.kind == kind and known is not False else None
            if made is not None:
                # Of a provision that was not read whole, that it sets no term is not known.
                read = made != _ANY or threat.provision.whole
                yield _Allowed(threat, made, known is True and threat.sure and read)


def _made(penalty: Penalty, pair: Pair) -> Range | Lengths | None:
    if penalty.term is not None:
        return penalty.term.lengths
    return _ANY if penalty.days is None else span_amount(penalty.days, pair.facts).range


def _days(length: Length) -> Interval:
    return length.in_days()
