"""Special law before general: duties that replace others, definitions that speak only of some cases."""

from __future__ import annotations

import pytest

from enforcement_rules.values.errors import InputError

GENERAL = """
requirements:
  - article: 第一条
    name: served_in_time
    says: 七日内送达
    says_en: served within seven days
    at: service
    then: {service.days: {at_most: 7}}
    severity: material
"""
SPECIAL = """
requirements:
  - article: 第二条
    name: served_sooner
    says: 罚款的，二日内送达
    says_en: with a fine, served within two days
    at: service
    when: {proposal.kinds: {has: fine}}
    then: {service.days: {at_most: 2}}
    severity: material
    replaces: [act/served_in_time]
"""
FINE = {"proposed": [{"penalties": [{"kind": "fine", "amount": "100"}]}]}
WARNING = {"proposed": [{"penalties": [{"kind": "warning"}]}]}


def served(day):
    return {"steps": [{"step": "decision", "on": "2024-02-01"}, {"step": "service", "on": day}]}


@pytest.fixture
def both(law):
    return law.version(GENERAL).version(SPECIAL, name="special", fields="[market_regulation]")


@pytest.mark.parametrize(
    ("proposed", "day", "general", "special"),
    [
        (FINE, "2024-02-05", "not_applicable", "breached"),
        (FINE, "2024-02-10", "not_applicable", "breached"),
        (FINE, "2024-02-02", "not_applicable", "satisfied"),
        (WARNING, "2024-02-05", "satisfied", "not_applicable"),
        (WARNING, "2024-02-10", "breached", "not_applicable"),
        ({}, "2024-02-05", "satisfied", "undetermined"),
        ({}, "2024-02-10", "apparent", "undetermined"),
    ],
)
def test_a_special_duty_takes_the_place_of_the_general_one(both, proposed, day, general, special):
    found = both.statuses(proposed | served(day))
    assert (found["served_in_time"], found["served_sooner"]) == (general, special)


def test_it_does_so_only_in_its_own_field(both):
    elsewhere = {"organ": {"field": "tax", "place": "14"}}
    assert both.statuses(FINE | served("2024-02-05") | elsewhere)["served_in_time"] == "satisfied"


def test_the_verdict_names_what_took_the_place(both):
    findings = both.review(FINE | served("2024-02-05")).findings
    (general,) = [each for each in findings if each.ref.rule == "act/served_in_time"]
    assert ("replaced_by", {"rule": "special/served_sooner"}) in general.notes


def test_what_is_set_aside_asks_for_nothing(both):
    asks = both.review(FINE | {"steps": [{"step": "decision", "on": "2024-02-01"}, {"step": "service"}]}).asks
    assert {rule for ask in asks for fact in ask.facts for rule in fact.rules} >= {"special/served_sooner"}
    assert "act/served_in_time" not in {rule for ask in asks for fact in ask.facts for rule in fact.rules}


EITHER = "not_applicable", "breached", "satisfied", "apparent"


@pytest.mark.parametrize("proposed", [FINE, WARNING, {}])
@pytest.mark.parametrize("record", ["excerpt", "working", "complete"])
@pytest.mark.parametrize(
    ("stated", "days"),
    [
        ({"from": "2024-02-10"}, ("2024-02-10", "2024-02-28", "2024-03-01", "2024-05-30")),
        ({"from": "2024-02-10", "to": "2024-03-10"}, ("2024-02-10", "2024-02-29", "2024-03-10")),
        ({"to": "2024-03-10"}, ("2024-02-01", "2024-02-05", "2024-02-29", "2024-03-10")),
        ("2024-02", ("2024-02-01", "2024-02-03", "2024-02-29")),
        ("2024", ("2024-02-02", "2024-02-29", "2024-05-30")),
    ],
)
@pytest.mark.parametrize("versions", [1, 2])
def test_a_duty_that_a_later_law_may_replace_is_decided_only_as_it_is_on_every_day(
    law, proposed, record, stated, days, versions
):
    """The special law is in force from 2024-03-01; before it nothing, or a version without the special duty."""
    law.version(GENERAL).version(SPECIAL, name="special", version="2", start="2024-03-01")
    if versions == 2:
        other = (
            GENERAL.replace("at: service", "at: notice")
            .replace("service.days", "case.days")
            .replace("served_", "told_")
        )
        law.version(other, name="special", version="1", end="2024-02-29")
    within = law.statuses(proposed | served(stated) | {"record": record})["served_in_time"]
    if within in EITHER:
        on_each = {law.statuses(proposed | served(day) | {"record": record})["served_in_time"] for day in days}
        assert on_each == {within}


def test_a_duty_that_a_later_law_surely_leaves_alone_stays_decided(law):
    law.version(GENERAL).version(SPECIAL, name="special", start="2024-03-01")
    assert law.statuses(WARNING | served({"from": "2024-02-10"}))["served_in_time"] == "breached"


def test_a_duty_that_a_later_law_may_replace_names_it(law):
    law.version(GENERAL).version(SPECIAL, name="special", start="2024-03-01")
    (general,) = [f for f in law.review(FINE | served({"from": "2024-02-10"})).findings if f.ref.instrument == "act"]
    assert general.status == "undetermined"
    assert ("may_be_replaced_by", {"rule": "special/served_sooner"}) in general.notes


DEFINED = """
definitions:
  - article: 第三条
    name: large_for_persons
    says: 对自然人，一百元以上为情节严重
    says_en: for natural persons a hundred yuan and more is sorry
    defines: violation.sorry
    where: {party.kind: natural_person}
    when: {proposal.fine: {at_least: 100}}
requirements:
  - article: 第一条
    name: sorry
    says: 悔改
    says_en: sorry
    at: decision
    then: {violation.sorry: true}
    severity: material
"""


@pytest.mark.parametrize(
    ("kind", "fine", "status"),
    [
        ("natural_person", "99.99", "breached"),
        ("natural_person", "100", "satisfied"),
        ("natural_person", "100.01", "satisfied"),
        ("legal_person", "99.99", "undetermined"),
        ("legal_person", "100", "undetermined"),
        (None, "100", "undetermined"),
    ],
)
def test_a_definition_says_nothing_of_cases_it_does_not_speak_of(law, kind, fine, status):
    law.version(DEFINED)
    case = {
        "parties": [{"id": "p1"} | ({"kind": kind} if kind else {})],
        "proposed": [{"penalties": [{"kind": "fine", "amount": fine}]}],
    }
    found = law.review(case)
    assert found.findings[0].status == status
    asked = {fact.path for ask in found.asks for fact in ask.facts}
    assert ("violations.v1.sorry" in asked) is (kind == "legal_person")


def test_a_definition_that_rests_on_itself_is_refused(law):
    first = DEFINED.replace("{proposal.fine: {at_least: 100}}", "{violation.sorry: true}")
    law.version(first)
    with pytest.raises(InputError) as caught:
        law.statuses({})
    assert "rules.yaml:7:14" in str(caught.value.lines()[0])
    assert "rests on violation.sorry itself" in str(caught.value)


def test_definitions_that_rest_on_each_other_are_refused(law):
    other = """
    definitions:
      - article: 第四条
        name: first
        says: 悔改的为初次
        says_en: who is sorry did it first
        defines: violation.first
        when: {violation.sorry: true}
    """
    law.version(DEFINED.replace("{proposal.fine: {at_least: 100}}", "{violation.first: true}"))
    law.version(other, name="other")
    with pytest.raises(InputError) as caught:
        law.statuses({})
    assert len(caught.value.lines()) == 2
