"""The penalties that the gaps of a version name: each stands for one atom of the text, and is taken once."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.checking.law_proof.finding import Finding
from enforcement_rules.checking.law_proof.said import said_kind
from enforcement_rules.rules.requirement import Gap, LeftOut
from enforcement_rules.rules.ruleset import Version
from enforcement_rules.statutes.proving import Atom
from enforcement_rules.values.citation import place_of
from enforcement_rules.values.errors import Place


class Ledger:
    """What the gaps of one version name, as far as nothing was found for it yet."""

    def __init__(self, version: Version) -> None:
        """Begin with all that the gaps name."""
        self.version = version
        self.open: list[tuple[Gap, LeftOut]] = [(gap, left) for gap in version.gaps for left in gap.leaves_out]

    def takes(self, atom: Atom, at: str) -> bool:
        """Say whether a gap names an atom that a place threatens; what it names is then taken."""
        places = {at, atom.place}
        found = next((each for each in self.open if _names(each[1], atom, places)), None)
        if found is not None:
            self.open.remove(found)
        return found is not None

    def rest(self) -> Iterator[Finding]:
        """Yield what gaps name and the text has not, or a rule holds already."""
        for gap, left in self.open:
            kind, article = said_kind(left.kind), left.article
            yield Finding(
                code="gap_names_nothing",
                level="contradiction",
                rule=self.version.rule_id(gap.name),
                place=gap.place or Place(""),
                args={"own": gap.name, "other": (f"{article}，{kind[0]}", f"{article}, {kind[1]}")},
            )


def _names(left: LeftOut, atom: Atom, places: set[str]) -> bool:
    high = None if atom.range is None else atom.range.high
    return place_of(left.article) in places and left.kind in atom.kinds and left.at_most in {None, high}
