"""Which proposals of a file speak of the same violation and party, and which of nobody who is judged."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.model.case import Case, Proposal

_Key = tuple[str | None, str | None]


def proposed_twice(case: Case) -> list[int]:
    """Return the places of proposals for what another speaks of already, by name or by naming nobody.

    Only one proposal of a violation and party is judged: a second one would be decided unread.
    """
    first: dict[_Key, int] = {}
    twice: set[int] = set()
    for n, each in enumerate(case.proposed):
        if any(first.setdefault((each.violation, who), n) != n for who in (each.party, *each.shared_with)):
            twice.add(n)
    for violation, party in _judged(case):
        keys = ((v, p) for v in (None, violation) for p in (None, party))
        twice.update(sorted(first[key] for key in keys if key in first)[1:])
    return sorted(twice)


def proposed_for_others(case: Case) -> list[int]:
    """Return the places of proposals for a party of the case that the violation does not name among its own."""
    named = {violation.id: frozenset(violation.parties) for violation in case.violations}
    return [n for n, each in enumerate(case.proposed) if _is_for_another(each, named)]


def _is_for_another(proposal: Proposal, named: dict[str, frozenset[str]]) -> bool:
    theirs = named.values() if proposal.violation is None else [named.get(proposal.violation, frozenset())]
    borne_by = [who for who in (proposal.party, *proposal.shared_with) if who is not None]
    return bool(theirs) and any(all(own and who not in own for own in theirs) for who in borne_by)


def _judged(case: Case) -> Iterator[_Key]:
    """Yield each violation with its parties; with all of the case where it names none."""
    everyone = [party.id for party in case.parties]
    for violation in case.violations:
        yield from ((violation.id, party) for party in violation.parties or everyone)
