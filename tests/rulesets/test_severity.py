"""Severity and consequence follow the provision cited; no vocabulary holds a value that stands for none."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import load_rulesets

RULESETS = load_rulesets()
RULES = [
    (version, rule) for versions in RULESETS.versions.values() for version in versions for rule in version.requirements
]
NO_BASIS_OR_STANDING = {
    "administrative_penalty_law": {
        "basis_is_published": "without publication no basis, arts. 5(3), 38(1)",
        "detention_set_by_law": "a kind that its basis may not set, arts. 10(2), 38(1)",
        "local_regulation_keeps_business_licence": "a kind that its basis may not set, arts. 12(1), 38(1)",
        "departmental_rule_light_kinds": "a kind that its basis may not set, arts. 13, 38(1)",
        "local_rule_light_kinds": "a kind that its basis may not set, arts. 14, 38(1)",
        "other_kinds_set_by_law_or_administrative_regulation": "a kind that its basis may not set, arts. 9(6), 38(1)",
        "basis_is_law_regulation_or_rule": "no basis, arts. 16, 38(1)",
        "basis_in_force": "no basis in force, art. 38(1)",
        "item_has_basis": "no basis, art. 38(1)",
        "authorised_by_law_or_regulation": "no standing without authorisation, arts. 19, 38(1)",
    }
}


def test_only_what_has_no_basis_or_no_standing_is_void():
    found = {}
    for version, rule in RULES:
        if rule.severity == "void" or rule.consequence == "void":
            assert (rule.severity, rule.consequence) == ("void", "void"), rule.name
            found.setdefault(version.head.instrument, set()).add(rule.name)
    assert found == {instrument: set(rules) for instrument, rules in NO_BASIS_OR_STANDING.items()}


def test_no_document_below_a_rule_makes_a_lack_void_or_fatal():
    documents = [rule.name for version, rule in RULES if version.head.rank == "normative_document"]
    assert documents
    assert not [
        rule.name
        for version, rule in RULES
        if version.head.rank == "normative_document" and rule.severity in ("void", "fatal")
    ]


@pytest.mark.parametrize(
    ("rule", "severity", "consequence"),
    [
        ("organ_competent", "fatal", "revoked"),
        ("county_level_or_above", "fatal", "revoked"),
        ("detention_by_empowered_organ", "fatal", "revoked"),
        ("authorised_acts_within_authorisation", "fatal", "revoked"),
        ("no_fine_after_criminal_fine", "fatal", "revoked"),
        ("fine_not_collected_by_organ", "material", "correct"),
        ("official_receipt_given", "material", "correct"),
        ("proceeds_paid_to_treasury", "material", "correct"),
        ("benchmark_is_published", "material", "correct"),
    ],
)
def test_what_exceeds_a_power_is_revoked_and_what_follows_the_decision_corrected(rule, severity, consequence):
    ((found),) = [
        each for version, each in RULES if version.head.instrument == "administrative_penalty_law" and each.name == rule
    ]
    assert (found.severity, found.consequence) == (severity, consequence)


def test_a_ban_addressed_to_the_organ_bars_no_single_case():
    banned = {"fines_not_tied", "indicators_sound"}
    found = {rule.name: (rule.severity, rule.consequence) for _, rule in RULES if rule.name in banned}
    assert found.keys() == banned
    assert all(severity in ("advisory", "material") and what == "none" for severity, what in found.values())


def test_no_fact_sleeps_with_a_value_that_stands_for_none():
    for fact in RULESETS.vocabulary.facts.values():
        if fact.entry.dormant is not None and fact.entry.dormant.value is not None:
            assert fact.type.kind in ("yes_no", "choice", "choices") or fact.asleep == 0, fact.id
            assert not isinstance(fact.asleep, dt.date), fact.id
