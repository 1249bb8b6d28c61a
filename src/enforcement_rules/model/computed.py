"""Facts that are worked out of fields of the case, whatever a vocabulary says of them: no case may state them besides.

Facts that a vocabulary derives from other facts are no part of this; their entries say so themselves.
"""

from __future__ import annotations

from collections.abc import Mapping

_AMOUNTS = "proposed[].penalties[].amount"
COMPUTED: Mapping[str, str] = {
    "case.highest_fine": _AMOUNTS,
    "case.detention_days": "proposed[].penalties[].days",
    "party.fines": _AMOUNTS,
    "party.confiscated_gains": _AMOUNTS,
    "party.confiscated_property": _AMOUNTS,
    "violation.cited_instruments": "violations[].penalised_by[].instrument",
    "violation.cited_provisions": "violations[].penalised_by[].article",
    "violation.basis_ranks": "violations[].penalised_by[].rank",
    "proposal.kinds": "proposed[].penalties[].kind",
    "proposal.fine": _AMOUNTS,
    "proposal.confiscated_gains": _AMOUNTS,
    "proposal.term": "proposed[].penalties[].term",
    "proposal.grounds": "proposed[].basis",
    "proposal.deviation_recorded": "proposed[].deviation",
    "act.kind": "steps[].step",
    "step.kind": "steps[].step",
    "act.on": "steps[].on",
    "step.on": "steps[].on",
}
"""Fact → the field of the case from which it follows, as paths are written."""
STATED_OTHERWISE = frozenset({"violation.basis_ranks"})
"""Those of them that a case may state where it does not say what they follow from."""
