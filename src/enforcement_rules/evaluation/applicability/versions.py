"""Which day's law governs, and which instruments concern a case at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.layout import DECISION
from enforcement_rules.evaluation.plan import concerned
from enforcement_rules.rules.instrument import Instrument
from enforcement_rules.values.dates import bounded
from enforcement_rules.values.interval import ends
from enforcement_rules.values.truth import UNKNOWN, Truth


def concerns(head: Instrument, facts: Facts) -> Truth:
    """Say whether an instrument concerns the organ's field and place; unknown where the case does not say."""
    return concerned(head, facts["organ.field"], facts["organ.place"])


def not_yet_born(head: Instrument, day: Any) -> bool:
    """Say whether a day lies surely before an instrument that has no predecessor: there was nothing to check."""
    _, high = ends(day)
    return head.first and head.earliest is not None and high is not None and high < head.earliest


def procedure_day(step: str, facts: Facts, on: dt.date, spans: Mapping[str, Any]) -> tuple[Any, str]:
    """Return the day whose law governs a step, or the bounds of it, and why.

    Its own, which other dates of the file may bound (`spans`), and the day of the review, by which it was taken; for a
    step that did not take place, that of the decision it had to precede, or of the review where none was made.
    """
    if facts[f"{step}.done"] is not False:
        if facts[f"{step}.done"] is True:
            return bounded(spans.get(step, UNKNOWN), [], [on]), "date_of_step"
        if (day := facts[f"{step}.on"]) is not UNKNOWN:
            return day, "date_of_step"
    if facts["decision.done"] is not False and DECISION in spans:
        return bounded(spans[DECISION], [], [on]), "date_of_decision"
    return on, "date_of_review"
