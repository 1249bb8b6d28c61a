"""What the network derived in a review: which duties arose, were kept or broken, each with the facts it came from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.durable import Derived, DurableBlock
from enforcement_rules.evaluation.engine import reviewed
from enforcement_rules.evaluation.evaluators import RUNS
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.model.case import Case
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.workdays import PUBLISHED, Calendar


class Derivation(Struct, frozen=True):
    """A derived fact of the network, for the case as a whole or for one violation of one party."""

    violation: str | None
    party: str | None
    fact: Derived

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form; a duty by its name, article and place."""
        duty = None
        if self.fact.duty is not None:
            rule, state = self.fact.duty
            place = str(rule.place.of_line) if rule.place else None
            duty = {"name": rule.name, "article": rule.article, "state": state, "where": place}
        return {
            "violation": self.violation,
            "party": self.party,
            "says": self.fact.says,
            "element": self.fact.element,
            "from": [list(way) for way in self.fact.ways],
            "duty": duty,
        }


def derivations(
    case: Case, rulesets: Rulesets, on: dt.date | None = None, *, calendar: Calendar = PUBLISHED
) -> tuple[Derivation, ...]:
    """Return every fact that the network derives in a review of a case on a day.

    Raises:
        InputError: as `review` does; also where the network cannot be used here.
        EngineFaultError: when the native engine failed: nothing may be concluded then.
    """
    runs: list[tuple[DurableBlock, Facts]] = []
    token = RUNS.set(runs)
    try:
        found = reviewed(case, rulesets, on, calendar=calendar, evaluator="durable")
    finally:
        RUNS.reset(token)
    keys = {id(each.facts): (each.finding.violation, each.finding.party) for each in found.duties}
    return tuple(dict.fromkeys(_derived(runs, keys)))


def _derived(
    runs: list[tuple[DurableBlock, Facts]], keys: dict[int, tuple[str | None, str | None]]
) -> Iterator[Derivation]:
    """Yield what was derived with the facts of the case; runs with nothing assumed are left out, they show less.

    Several networks may derive the same.
    """
    seen: set[tuple[int, int]] = set()
    for block, facts in runs:
        run = (id(block), id(facts))
        if id(facts) in keys and run not in seen:
            seen.add(run)
            yield from (Derivation(*keys[id(facts)], each) for each in block.trace(facts))
