"""The two readers held against each other, a head or an item at a time."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from enforcement_rules.statutes.clauses import (
    Line,
    Unit,
    UnitText,
    atoms_of,
    differences,
    faults_of,
    lines_of,
    refusals_of,
    units_of,
)
from enforcement_rules.statutes.grammar import read_unit
from enforcement_rules.statutes.outwards import Refused, atoms_in
from enforcement_rules.statutes.text import Article

Refuser = Literal["", "first", "second", "both", "disagreement"]
"""Who does not read a unit; empty where both do and agree."""


class Reading(Struct, frozen=True, kw_only=True):
    """What both readers say of one head or item.

    Attributes:
        unit: its citation and normal text.
        tree: the first reader's, whether it was refused or not.
        lines: what both came to; none where the unit is refused, or threatens nothing.
        refuser: who refused it.
        reasons: why, those of the first reader before that of the second; of a disagreement in what they differ.
    """

    unit: UnitText
    tree: Unit
    lines: tuple[Line, ...] = ()
    refuser: Refuser = ""
    reasons: tuple[str, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether both readers read it and agree."""
        return not self.refuser


class ArticleReading(Struct, frozen=True):
    """The readings of all heads and items of an article."""

    units: tuple[Reading, ...]

    @property
    def accepted(self) -> bool:
        """Whether no head and no item is refused."""
        return all(each.accepted for each in self.units)


def read_article(article: Article) -> ArticleReading:
    """Return what both readers say of each head and item of an article, in order."""
    return ArticleReading(tuple(map(read_both, units_of(article))))


def read_both(unit: UnitText) -> Reading:
    """Return what both readers say of a head or an item.

    A tree that does not hold (`faults_of`) is a fault of the first reader and refused as `not_in_grammar`.
    """
    tree, atoms = read_unit(unit), atoms_in(unit.text)
    first = tuple(each.reason for each in refusals_of(tree.root))
    if not first and faults_of(tree, unit.text):
        first = ("not_in_grammar",)
    second = (atoms.reason,) if isinstance(atoms, Refused) else ()
    if isinstance(atoms, Refused) or first:
        refuser: Refuser = "both" if first and second else "first" if first else "second"
        return Reading(unit=unit, tree=tree, refuser=refuser, reasons=(*first, *second))
    one, other = lines_of(atoms_of(tree.root), unit.text), lines_of(atoms, unit.text)
    found = differences(one, other)
    if found:
        return Reading(unit=unit, tree=tree, refuser="disagreement", reasons=found)
    return Reading(unit=unit, tree=tree, lines=one)
