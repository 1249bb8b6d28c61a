"""Where in a case file a fact of the vocabulary stands."""

from __future__ import annotations

from collections.abc import Mapping

from enforcement_rules.model.vocabulary import Fact, Vocabulary

SCOPE_PLACES: Mapping[str, str] = {
    "case": "",
    "organ": "organ.",
    "party": "parties[].",
    "violation": "violations[].",
    "officer": "officers[].",
    "evidence": "evidence[].",
    "prior": "prior_penalties[].",
    "proposal": "proposed[].",
    "act": "steps[].",
    "step": "steps[].",
}
"""Scope → the part of the case that states its facts, as paths are written."""
OF_CERTIFICATE: Mapping[str, str] = {
    f"officer.certificate_{name}": f"certificate.{name}" for name in ("number", "from", "to")
}
"""Facts of officers that stand inside their certificate."""


def place_of_fact(fact: Fact, vocabulary: Vocabulary) -> str:
    """Return where a fact stands, as a path: `violations[].bases.goods_value`, `steps[notice].content.penalty`.

    Amounts of a violation stand under `bases`; a fact of a kind of step stands in steps of that kind.
    """
    name = OF_CERTIFICATE.get(fact.id, fact.name)
    if fact.scope in vocabulary.steps:
        return f"steps[{fact.scope}].{name}"
    own = "bases." if fact.scope == "violation" and fact.type.kind == "amount" else ""
    return f"{SCOPE_PLACES.get(fact.scope, fact.scope + '.')}{own}{name}"
