"""The facts of the case as a whole: organ, steps, people, evidence, what is proposed for anyone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.layout.gathering import Gathering, joined
from enforcement_rules.evaluation.layout.laid_case import LaidCase, lay_out
from enforcement_rules.evaluation.layout.spans import DECISION, spans_of
from enforcement_rules.evaluation.layout.step_facts import take_steps
from enforcement_rules.model.case import Case
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.truth import UNKNOWN
from enforcement_rules.values.workdays import PUBLISHED, Calendar

_OF_THE_ORGAN = ("field", "rank", "place", "capacity", "in_name_of")


class CaseFacts(Facts):
    """The facts of a case, with the case as it was laid out; those of its violations are laid on top of them.

    Attributes:
        laid: the case laid out.
        stated: what the case states, without the collections and without what is worked out.
        spans: the days, or bounds of them, of every kind of step that was taken: by these its law is chosen.
    """

    __slots__ = ("laid", "spans", "stated")

    def __init__(
        self, laid: LaidCase, gathering: Gathering, moments: Mapping[str, Any], vocabulary: Vocabulary
    ) -> None:
        """Join what is said of the case; `moments` are the values of steps that nobody states as facts."""
        values, contested = joined(gathering.said)
        self.laid, self.stated = laid, {**values, **moments}
        self.spans = spans_of(laid.steps, laid.case.violations, vocabulary)
        if self.spans.get(DECISION, UNKNOWN) is not UNKNOWN:
            self.stated[f"{DECISION}.on"] = self.spans[DECISION]
        raised = vocabulary.raised_by(gathering.said.keys() | laid.told_of_acts) | vocabulary.awake_in(laid.case.record)
        super().__init__(self.stated, vocabulary, statements=gathering.said, contested=contested, raised=raised)


def case_facts(case: Case, vocabulary: Vocabulary, calendar: Calendar = PUBLISHED) -> CaseFacts:
    """Return the facts of the case as a whole."""
    laid, gathering = lay_out(case, vocabulary), Gathering()
    gathering.take("case", case)
    for told in laid.proposals.of_the_case():
        gathering.state(*told)
    gathering.state("case.procedure", case.procedure, ("procedure",))
    for name in _OF_THE_ORGAN:
        gathering.state(f"organ.{name}", getattr(case.organ, name), ("organ", name))
    gathering.take("organ", case.organ)
    facts = CaseFacts(laid, gathering, take_steps(gathering, laid.steps, vocabulary), vocabulary)
    facts.calendar = calendar
    facts.give(laid.elements.within(facts))
    return facts
