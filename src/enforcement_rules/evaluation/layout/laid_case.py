"""A case laid out: every step, officer, element and proposal once, with its place; the facts are read from there."""

from __future__ import annotations

from msgspec import Struct

from enforcement_rules.evaluation.layout.elements import LaidElements, lay_elements
from enforcement_rules.evaluation.layout.officers import lay_officers
from enforcement_rules.evaluation.layout.proposals import Proposals
from enforcement_rules.evaluation.layout.steps import LaidStep, lay_steps
from enforcement_rules.model.case import Case, Party, Proposal, Violation
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.errors import Path


class LaidCase(Struct, frozen=True, eq=False):
    """A case with what is worked out once of it, whatever the number of its violations and parties.

    Attributes:
        case: what was laid out; its parts are found again by themselves, so that it is kept.
        steps: the steps in the order of the file.
        elements: the elements of every collection.
        proposals: what is proposed, by whom and what it speaks of.
        told_of_acts: the facts that are stated of any act on the spot, the governing one of its kind or another.
    """

    case: Case
    steps: tuple[LaidStep, ...]
    elements: LaidElements
    proposals: Proposals
    told_of_acts: frozenset[str]
    _places: dict[int, Path]

    def path(self, part: Violation | Party | Proposal) -> Path:
        """Return where a violation, party or proposal of the case stands.

        Raises:
            KeyError: when it is none of them.
        """
        return self._places[id(part)]


def lay_out(case: Case, vocabulary: Vocabulary) -> LaidCase:
    """Return a case laid out; the vocabulary says which steps are acts on the spot."""
    officers = lay_officers(case)
    steps = lay_steps(case, officers)
    acts = [each.step for each in steps if each.step.done and each.step.step in vocabulary.acts]
    return LaidCase(
        case,
        steps,
        lay_elements(case, steps, officers.values(), vocabulary),
        Proposals(case),
        frozenset(f"{step.step}.{name}" for step in acts for name in step.facts),
        _places(case),
    )


def _places(case: Case) -> dict[int, Path]:
    """Return where parts stand by the objects themselves: equal ones elsewhere do not count."""
    lists = {"violations": case.violations, "parties": case.parties, "proposed": case.proposed}
    return {id(part): (name, n) for name, parts in lists.items() for n, part in enumerate(parts)}
