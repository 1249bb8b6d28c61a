"""A case laid out: every step, officer, element and proposal once, with its place; the facts are read from there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from enforcement_rules.evaluation.layout.elements import LaidElements, lay_elements
from enforcement_rules.evaluation.layout.officers import LaidOfficer, lay_officers
from enforcement_rules.evaluation.layout.proposals import Proposals
from enforcement_rules.evaluation.layout.steps import LaidStep, lay_steps
from enforcement_rules.model.case import Case, Party, Proposal, Violation
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.errors import Path


@dataclass(frozen=True, eq=False)
class LaidCase:
    """A case with what is worked out once of it, whatever the number of its violations and parties."""

    case: Case
    vocabulary: Vocabulary

    @cached_property
    def officers(self) -> dict[str, LaidOfficer]:
        """The officers whom the case lists, by id."""
        return lay_officers(self.case)

    @cached_property
    def steps(self) -> tuple[LaidStep, ...]:
        """The steps in the order of the file."""
        return lay_steps(self.case, self.officers)

    @cached_property
    def told_of_acts(self) -> frozenset[str]:
        """The facts that are stated of any act on the spot, the governing one of its kind or another."""
        acts = [each.step for each in self.steps if each.step.done and each.step.step in self.vocabulary.acts]
        return frozenset(f"{step.step}.{name}" for step in acts for name in step.facts)

    @cached_property
    def elements(self) -> LaidElements:
        """The elements of every collection."""
        return lay_elements(self.case, self.steps, self.officers.values(), self.vocabulary)

    @cached_property
    def proposals(self) -> Proposals:
        """What is proposed."""
        return Proposals(self.case)

    @cached_property
    def _places(self) -> dict[int, Path]:
        lists = {"violations": self.case.violations, "parties": self.case.parties, "proposed": self.case.proposed}
        # By the objects themselves: equal ones elsewhere do not count. The case keeps them all.
        return {id(part): (name, n) for name, parts in lists.items() for n, part in enumerate(parts)}

    def path(self, part: Violation | Party | Proposal) -> Path:
        """Return where a violation, party or proposal of the case stands.

        Raises:
            KeyError: when it is none of them.
        """
        return self._places[id(part)]
