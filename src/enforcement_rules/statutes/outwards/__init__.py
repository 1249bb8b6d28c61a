"""The second reader of penalty clauses: from the numerals and the kinds outwards.

In comes the normal text of one unit (`statutes.clauses.units_of`). Out come its atoms, of the shape that `atoms_of`
gives for a tree, or a typed refusal. It shares the types of `statutes.clauses` and nothing else with the first reader:
numerals, kinds, words of force and condition are its own, so that a slip of one reader is not the other's.

It refuses wherever a clause may be read in two ways, and wherever words are left that nothing claims.
"""

from __future__ import annotations

from enforcement_rules.statutes.outwards.reading import atoms_in
from enforcement_rules.statutes.outwards.refused import Refused

__all__ = ["Refused", "atoms_in"]
