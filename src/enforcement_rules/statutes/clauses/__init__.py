"""What a penalty clause says, as a typed tree: the form that every reader of clauses gives, and nothing that reads.

In comes a tree (`Unit`) over the normal text of one paragraph's head or one item (`units_of` an article), made by a
reader or by hand. Out come
its clause printed again (`printed`), what is wrong with it (`faults_of`), what it comes to (`atoms_of`: one atom for
each kind with party, act, conditions, force, range, choice and step) and what of it is not read (`refusals_of`).

docs/clauses.md says how clauses are taken apart.
"""

from __future__ import annotations

from enforcement_rules.statutes.clauses.atoms import Atom, Bound, Bounds, Premise, atoms_of
from enforcement_rules.statutes.clauses.invariants import Fault, FaultCode, faults_of, refusals_of
from enforcement_rules.statutes.clauses.lines import Line, differences, lines_of
from enforcement_rules.statutes.clauses.numerals import in_digits, numerals_in
from enforcement_rules.statutes.clauses.printing import FORMS, printed
from enforcement_rules.statutes.clauses.tree import (
    Aside,
    AsideKind,
    CitedPart,
    Condition,
    Group,
    Leaf,
    Measure,
    Numeral,
    NumeralType,
    Part,
    Quantity,
    QuantityType,
    Range,
    Reference,
    Refusal,
    RefusalReason,
    Span,
    SpanRole,
    Unit,
    Word,
    leaves,
)
from enforcement_rules.statutes.clauses.units import UnitText, units_of
from enforcement_rules.statutes.clauses.words import (
    MEASURES,
    WORDS,
    Role,
)

__all__ = [
    "FORMS",
    "MEASURES",
    "WORDS",
    "Aside",
    "AsideKind",
    "Atom",
    "Bound",
    "Bounds",
    "CitedPart",
    "Condition",
    "Fault",
    "FaultCode",
    "Group",
    "Leaf",
    "Line",
    "Measure",
    "Numeral",
    "NumeralType",
    "Part",
    "Premise",
    "Quantity",
    "QuantityType",
    "Range",
    "Reference",
    "Refusal",
    "RefusalReason",
    "Role",
    "Span",
    "SpanRole",
    "Unit",
    "UnitText",
    "Word",
    "atoms_of",
    "differences",
    "faults_of",
    "in_digits",
    "leaves",
    "lines_of",
    "numerals_in",
    "printed",
    "refusals_of",
    "units_of",
]
