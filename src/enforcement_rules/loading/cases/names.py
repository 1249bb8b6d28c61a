"""Causes and instruments that a case names must be held by what is loaded: a misspelt one would never be found.

What may be a word of the writer's own, a field or a place, is no matter of loading: the verdict warns of it.
"""

from __future__ import annotations

from enforcement_rules.loading.cases.statements import note_computed
from enforcement_rules.loading.reading import Document, Problems
from enforcement_rules.model.case import Case, Violation
from enforcement_rules.model.names import causes_of, instruments_of
from enforcement_rules.rules.ruleset import Rulesets

_RANKS = "violation.basis_ranks"


def check_names(case: Case, document: Document, law: Rulesets, problems: Problems) -> None:
    """Note causes and instruments that nobody holds, and ranks stated although they follow from what is cited.

    Where the law of the library was left out (`only`), names cannot be judged, and the verdict warns instead.
    """
    if not law.only:
        for path, cause in causes_of(case):
            if cause not in law.vocabulary.causes:
                codes = ("unknown_cause_near", "unknown_cause")
                problems.unknown(document, codes, path, cause, law.vocabulary.causes, cause=cause)
        for path, instrument in instruments_of(case):
            if instrument not in law.versions:
                codes = ("unknown_instrument_near", "unknown_instrument")
                problems.unknown(document, codes, path, instrument, law.versions, instrument=instrument)
    for violation in case.violations:
        if "basis_ranks" in violation.facts and _ranked(violation, law):
            note_computed(document, problems, _RANKS, violation.facts["basis_ranks"][0].path)


def _ranked(violation: Violation, law: Rulesets) -> bool:
    """Say whether the rank of a provision cited is known."""
    return any(each.rank is not None or each.instrument in law.versions for each in violation.penalised_by)
