"""What can go to the network: definitions that others are chained to, and why a rule cannot."""

from __future__ import annotations

from enforcement_rules.evaluation.durable.building import Definitions, supported
from enforcement_rules.evaluation.evaluators import conditions_of
from enforcement_rules.rules.circumstance import Definition
from enforcement_rules.rules.ruleset import Rulesets

_TEXTS = frozenset({"yes_no", "choice", "text"})


def definitions_of(rulesets: Rulesets) -> Definitions:
    """Return the definitions that the network can hold; of the other ones it is given what they come to."""
    found: dict[str, tuple[Definition, ...]] = {}
    for version in rulesets.all_versions():
        for rule in version.definitions:
            fact = rulesets.vocabulary.fact(rule.defines)
            if fact is not None and fact.type.kind in _TEXTS and supported([rule.where, rule.when]) is None:
                found[rule.defines] = (*found.get(rule.defines, ()), rule)
    return found


def explain_support(rulesets: Rulesets) -> dict[str, str | None]:
    """Return for every rule with a condition why it cannot go to the network, or `None` when it can; by rule id."""
    definitions = definitions_of(rulesets)
    return {
        version.rule_id(rule.name): supported(
            [*conditions_of(rule), *([rule.where] if isinstance(rule, Definition) else [])], definitions
        )
        for version in rulesets.all_versions()
        for rule in version.rules()
    }
