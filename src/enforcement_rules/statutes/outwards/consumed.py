"""Whether every sum, multiple and share of a text stands in one range or threshold of its atoms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from enforcement_rules.statutes.clauses import Atom, Bound
from enforcement_rules.statutes.outwards.cutting import Cut
from enforcement_rules.statutes.outwards.quantities import ranges_in
from enforcement_rules.statutes.outwards.refused import Doubt, placed

_COUNTED: Final = ("amount", "multiple", "percent", "per_mille", "per_ten_thousand")
_NOTHING: Final = Bound("", "", closed=False)


def _own_places(atom: Atom) -> list[tuple[int, int]]:
    premises = [premise for each in atom.conditions for one in each for premise in one]
    return [place for premise in premises if premise.kind == "own" for place in premise.places]


def all_consumed(text: str, sentences: Sequence[Cut], atoms: Sequence[Atom]) -> None:
    """Hold the atoms to the sentences of the text that threaten. Shares among the words of an act are part of it.

    Raises:
        Doubt: a sum was passed over, or taken twice.
    """
    with placed(0):
        found = [each for one in sentences for each in ranges_in(text, one.start, one.end)]
    own = [place for atom in atoms for place in (*atom.acts, *_own_places(atom))]
    found = [
        each
        for each in found
        if each.type == "amount" or not any(start <= each.start and each.end <= end for start, end in own)
    ]
    said = 0
    for atom in atoms:
        counted = [each for each in atom.ranges if (each.high or each.low or _NOTHING).type in _COUNTED]
        two_bases = len(counted) > 1 and all(
            (each.low, each.high) == (counted[0].low, counted[0].high) for each in counted
        )
        said += 1 if two_bases else len(counted)
    thresholds = {
        (premise.means, premise.bounds, premise.places, atom.conditions[: n + 1])
        for atom in atoms
        for n, condition in enumerate(atom.conditions)
        for each in condition
        for premise in each
        if premise.bounds is not None
    }
    if sum(each.type in _COUNTED for each in found) != said + len(thresholds):
        raise Doubt("unclear_numeral", 0, len(text))
