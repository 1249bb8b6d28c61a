"""Which of several steps of one kind governs: the first or the last, as far as their order is sure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from enforcement_rules.evaluation.layout.steps import LaidStep


def governing(steps: Sequence[LaidStep], which: str) -> Sequence[LaidStep]:
    """Return the step of a kind that rules speak of; several when their order is open.

    Steps that others replace count no more. `which` is `first` or `last`: the steps are left that no other surely
    precedes (follows). Where each is surely preceded by another, because they name each other, their order is open.

    Only steps sorted by their time are compared, so that the work grows with the steps and what they refer to.
    """
    replaced = {id_ for each in steps for id_ in each.step.replaces}
    left = [each for each in steps if each.step.id is None or each.step.id not in replaced] or steps
    if len(left) == 1:
        return left
    barred = _preceded(left) if which == "first" else _followed(left)
    return [each for each in left if not barred(each)] or left


def _preceded(steps: Sequence[LaidStep]) -> Callable[[LaidStep], bool]:
    """Return what says whether some other step surely lies before one."""
    bearing = _by_ids((each, each.moment.ids) for each in steps)
    ended = [(each.moment.latest, each) for each in steps if each.moment.latest is not None]
    ended.sort(key=lambda pair: pair[0])

    def barred(one: LaidStep) -> bool:
        if any(_only_behind(one, other) for id_ in one.moment.after for other in bearing.get(id_, ())):
            return True
        for latest, other in ended:
            if one.moment.earliest is None or latest > one.moment.earliest:
                return False
            if other is not one and other.moment.ends_before(one.moment) and not _only_behind(other, one):
                return True
        return False

    return barred


def _followed(steps: Sequence[LaidStep]) -> Callable[[LaidStep], bool]:
    """Return what says whether some other step surely lies behind one."""
    naming = _by_ids((each, each.moment.after) for each in steps)
    begun = [(each.moment.earliest, each) for each in steps if each.moment.earliest is not None]
    begun.sort(key=lambda pair: pair[0], reverse=True)

    def barred(one: LaidStep) -> bool:
        if any(_only_behind(other, one) for id_ in one.moment.ids for other in naming.get(id_, ())):
            return True
        for earliest, other in begun:
            if one.moment.latest is None or earliest < one.moment.latest:
                return False
            if other is not one and one.moment.ends_before(other.moment) and not _only_behind(one, other):
                return True
        return False

    return barred


def _only_behind(one: LaidStep, other: LaidStep) -> bool:
    """Say whether the file puts one step behind another, and not the other way round as well."""
    return bool(one.moment.after & other.moment.ids) and not other.moment.after & one.moment.ids


def _by_ids(pairs: Iterable[tuple[LaidStep, frozenset[str]]]) -> dict[str, list[LaidStep]]:
    found: defaultdict[str, list[LaidStep]] = defaultdict(list)
    for each, ids in pairs:
        for id_ in ids:
            found[id_].append(each)
    return found
