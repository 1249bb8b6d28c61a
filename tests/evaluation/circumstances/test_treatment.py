"""Shall and may, conflicts, definitions, lists, ranges and tiers on a made-up law."""

from __future__ import annotations

import pytest


def violation(**facts):
    made = {"id": "v1", "cause": "a", "began": "2024-01-01", "ended": "2024-01-01"}
    return {"violations": [made | facts]}


def circumstance(name, when, then, more=""):
    return f"""
  - article: 第一条
    name: {name}
    says: 情节
    says_en: circumstance
    when: {when}
    then: {then}
{more}"""


def grounds(*each):
    return "circumstances:" + "".join(each)


SPARE = circumstance("spare", "{violation.gravity: minor}", "{shall: no_penalty}")
MAY_SPARE = circumstance("may_spare", "{violation.first: true}", "{may: no_penalty}")
LIGHT = circumstance("light", "{violation.sorry: true}", "{shall: {one_of: [lighter, mitigated]}}")
HEAVY = circumstance("heavy", "{violation.gravity: serious}", "{shall: heavier}")


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"gravity": "minor"}, "no_penalty"),
        ({"gravity": "ordinary", "first": True, "sorry": False}, "may_be_spared"),
        ({"gravity": "ordinary", "first": False, "sorry": True}, "lighter_or_mitigated"),
        ({"gravity": "serious", "first": False, "sorry": True}, "conflict"),
        ({"gravity": "serious", "first": False, "sorry": False}, "heavier"),
        ({"gravity": "ordinary", "first": False, "sorry": False}, "ordinary"),
        ({"gravity": "ordinary", "first": True}, "undetermined"),
        ({}, "undetermined"),
    ],
)
def test_what_the_grounds_come_to(law, facts, outcome):
    law.version(grounds(SPARE, MAY_SPARE, LIGHT, HEAVY))
    (result,) = law.review(violation(**facts)).results
    assert result.treatment.outcome == outcome


def test_a_conflict_names_both_rules(law):
    law.version(grounds(LIGHT, HEAVY))
    (result,) = law.review(violation(gravity="serious", sorry=True)).results
    (((rules), why),) = result.treatment.conflicts
    assert (set(rules), why) == ({"act/light", "act/heavy"}, "lighter_and_heavier")


def test_open_outcomes_are_listed(law):
    law.version(grounds(SPARE, MAY_SPARE))
    (result,) = law.review(violation(first=True)).results
    assert result.treatment.remaining == ("may_be_spared", "no_penalty")


PARTY = circumstance("asserted", "{party.asserted: true}", "{shall: no_penalty}", "    shown_by: party\n")


@pytest.mark.parametrize(("record", "status"), [("working", "unknown"), ("excerpt", "unknown"), ("complete", "no")])
def test_what_the_party_must_show_is_not_made_out_by_silence_on_a_complete_record(law, record, status):
    law.version(grounds(PARTY))
    (result,) = law.review(violation() | {"record": record}).results
    assert [ground.status for ground in result.treatment.grounds] == [status]


def test_what_is_to_be_investigated_stays_open_on_a_complete_record(law):
    law.version(grounds(MAY_SPARE))
    (result,) = law.review(violation() | {"record": "complete"}).results
    assert [ground.status for ground in result.treatment.grounds] == ["unknown"]


def test_a_favourable_ground_of_the_law_at_the_decision_helps_whether_or_not_the_older_is_loaded(law):
    law.version(grounds(MAY_SPARE, HEAVY), start="2024-03-01")
    (result,) = law.review(violation(first=True, gravity="serious")).results
    assert [ground.ref.rule for ground in result.treatment.grounds] == ["act/may_spare"]


FIRST = """
definitions:
  - article: 第二条
    name: first
    says: 初次
    says_en: first
    defines: violation.first
    when: {not: {some: {of: prior_penalties, holds: {prior.same_kind: true}}}}
"""


@pytest.mark.parametrize(
    ("case", "names"),
    [
        ({"prior_penalties": [], "complete": ["prior_penalties"]}, ["act/may_spare"]),
        ({"prior_penalties": []}, []),
        ({"prior_penalties": [{"same_kind": True}]}, []),
    ],
)
def test_a_definition_gives_a_fact_the_case_does_not_state(law, case, names):
    law.version(grounds(MAY_SPARE) + FIRST)
    (result,) = law.review(violation() | case).results
    assert result.treatment.names("yes") == names


def test_a_stated_fact_that_a_definition_contradicts_raises_a_question(law):
    law.version(grounds(MAY_SPARE) + FIRST)
    verdict = law.review(violation(first=True) | {"prior_penalties": [{"same_kind": True}]})
    assert [question.ref.rule for question in verdict.questions] == ["act/first"]
    assert verdict.results[0].treatment.names("yes") == ["act/may_spare"]


def test_definitions_that_contradict_each_other_leave_a_fact_unknown(law):
    other = FIRST.replace("name: first", "name: never").replace(
        "{not: {some: {of: prior_penalties, holds: {prior.same_kind: true}}}}", "{organ.field: tax}"
    )
    law.version(grounds(MAY_SPARE) + FIRST).version(other, name="other")
    (result,) = law.review(violation() | {"complete": ["prior_penalties"]}).results
    assert result.treatment.names("unknown") == ["act/may_spare"]


LIST = """
listings:
  - name: spared
    says: 清单
    says_en: list
    list: first_violation_no_penalty
    when: {violation.first: true}
    then: {may: no_penalty}
    entries:
      - {article: 第1项, name: item_a, says: 甲, says_en: a, causes: [a], when: {violation.sorry: true}}
      - {article: 第2项, name: item_b, says: 乙, says_en: b, causes: [b]}
"""


@pytest.mark.parametrize(
    ("cause", "facts", "names"),
    [
        ("a", {"first": True, "sorry": True}, ["act/item_a"]),
        ("a", {"first": True, "sorry": False}, []),
        ("b", {"first": True}, ["act/item_b"]),
        ("c", {"first": True}, []),
    ],
)
def test_a_list_speaks_of_its_causes_only(law, cause, facts, names):
    law.version(LIST)
    (result,) = law.review(
        violation(**facts) | {"violations": [violation(**facts)["violations"][0] | {"cause": cause}]}
    ).results
    assert result.treatment.names("yes") == names


PENALTY = """
penalties:
  - article: 第三条
    name: threat
    says: 罚则
    says_en: threat
    causes: [a]
    then:
      - {kind: confiscation_of_illegal_gains, force: shall}
      - kind: fine
        force: shall
        switch: {base: violation.goods_value, at: 10000}
        below: {at_least: 1000, at_most: 5000}
        otherwise: {at_least: 2, below: 5, times: violation.goods_value}
"""
FINE = {"proposed": [{"penalties": [{"kind": "fine", "amount": "3000"}, {"kind": "confiscation_of_illegal_gains"}]}]}


def ends(range_):
    return None if range_ is None else (str(range_.low), range_.low_open, str(range_.high), range_.high_open)


@pytest.mark.parametrize(
    ("value", "expected", "decided"),
    [
        ("9999.99", ("1000", False, "5000", False), True),
        ("10000", ("20000", False, "50000", True), True),
        ("10000.01", ("20000.02", False, "50000.05", True), True),
    ],
)
def test_the_switch_decides_the_range(law, value, expected, decided):
    law.version(PENALTY)
    (result,) = law.review(violation(bases={"goods_value": value}) | FINE).results
    assert ends(result.statutory.range) == expected
    assert result.statutory.decided is decided


def test_a_base_that_is_not_calculable_leaves_the_range_open(law):
    law.version(PENALTY)
    (result,) = law.review(violation(bases={"goods_value": "not_calculable"}) | FINE).results
    assert not result.statutory.decided


def test_a_mandatory_penalty_left_out_is_reported(law):
    law.version(PENALTY)
    case = violation(bases={"goods_value": "500"}) | {"proposed": [{"penalties": [{"kind": "fine", "amount": "3000"}]}]}
    (result,) = law.review(case).results
    assert ("mandatory_penalty_missing", {"kinds": ["confiscation_of_illegal_gains"], "rule": "act/threat"}) in (
        result.proposal.findings
    )


MILDER = PENALTY.replace("at_least: 1000, at_most: 5000", "at_least: 500, at_most: 4000")
HARSHER = PENALTY.replace("at_least: 1000, at_most: 5000", "at_least: 2000, at_most: 9000")
WIDER = PENALTY.replace("at_least: 1000, at_most: 5000", "at_least: 500, at_most: 9000")


@pytest.mark.parametrize(
    ("later", "applied", "why"),
    [
        (MILDER, "2", "milder_at_decision"),
        (HARSHER, "1", "law_at_act"),
        (WIDER, "1", "law_at_act"),
        (PENALTY, "1", "law_at_act"),
    ],
)
def test_the_later_law_applies_only_when_it_is_surely_milder(law, later, applied, why):
    law.version(PENALTY, version="1", end="2024-03-31").version(later, version="2", start="2024-04-01")
    case = violation(bases={"goods_value": "500"}) | FINE
    (result,) = law.review(case).results
    assert (result.law[0].applied, result.law[0].why) == (applied, why)


def test_where_both_ends_differ_the_two_laws_are_not_comparable(law):
    law.version(PENALTY, version="1", end="2024-03-31").version(WIDER, version="2", start="2024-04-01")
    (result,) = law.review(violation(bases={"goods_value": "500"}) | FINE).results
    assert result.law[0].alternatives == (("2", "not_applied", "not_comparable"),)


def test_a_version_at_the_act_that_is_not_loaded_is_never_replaced_by_the_nearest(law):
    law.version(PENALTY, start="2024-03-01")
    verdict = law.review(violation(bases={"goods_value": "500"}) | FINE)
    (result,) = verdict.results
    assert result.statutory.range is None
    assert result.proposal.statute is None
    assert any(entry.blocks and entry.reason == "no_version_in_force" for entry in verdict.not_checked)


def test_an_act_of_unknown_date_shows_the_ranges_that_are_possible_and_decides_nothing(law):
    law.version(PENALTY, version="1", end="2024-03-31").version(HARSHER, version="2", start="2024-04-01")
    case = {"violations": [{"id": "v1", "cause": "a", "bases": {"goods_value": "500"}}]} | FINE
    (result,) = law.review(case).results
    assert ends(result.statutory.range) == ("1000", False, "9000", False)
    assert not result.statutory.decided
    assert result.proposal.statute is None


BENCHMARK = """
benchmarks:
  - article: 序号1
    name: tiers
    says: 基准
    says_en: benchmark
    causes: [a]
    penalised_by: {instrument: act, article: 第三条}
    statutory: {fine: {at_least: 1000, at_most: 5000}}
    statute_verified: true
    tiers:
      - {name: low, says: 低, says_en: low, when: {violation.gravity: minor}, fine: {at_least: 1000, at_most: 2000}}
      - name: high
        says: 高
        says_en: high
        when: {violation.gravity: {at_least: ordinary}}
        fine: {more_than: 2000, at_most: 5000}
"""
SIMPLE = """
penalties:
  - article: 第三条
    name: threat
    says: 罚则
    says_en: threat
    causes: [a]
    then: [{kind: fine, force: shall, fine: {at_least: 1000, at_most: 5000}}]
    whole: true
"""


def fined(amount, **more):
    return {"proposed": [{"penalties": [{"kind": "fine", "amount": amount}], **more}]}


@pytest.mark.parametrize(
    ("facts", "amount", "statute", "benchmark"),
    [
        ({"gravity": "minor"}, "2000", True, True),
        ({"gravity": "minor"}, "2000.01", True, False),
        ({"gravity": "ordinary"}, "2000", True, False),
        ({"gravity": "ordinary"}, "2000.01", True, True),
        ({}, "1500", True, None),
        ({"gravity": "minor"}, "5000.01", False, False),
    ],
)
def test_statute_and_benchmark_are_two_answers(law, facts, amount, statute, benchmark):
    law.version(SIMPLE).version(BENCHMARK, name="tiers", rank="normative_document")
    (result,) = law.review(violation(**facts) | fined(amount)).results
    assert (result.proposal.statute, result.proposal.benchmark) == (statute, benchmark)


def test_a_deviation_is_lawful_and_needs_its_reason(law):
    law.version(SIMPLE).version(BENCHMARK, name="tiers", rank="normative_document")
    case = violation(gravity="minor") | fined("3000", deviation={"reason": "社会影响大", "approved_by": "负责人"})
    (result,) = law.review(case).results
    assert result.proposal.statute is True
    assert result.proposal.benchmark is False


def test_two_benchmarks_that_both_speak_are_a_conflict_not_a_choice(law):
    law.version(SIMPLE).version(BENCHMARK, name="one").version(BENCHMARK, name="two")
    verdict = law.review(violation(gravity="minor") | fined("1500"))
    assert verdict.results[0].tier is None
    assert {entry.instrument for entry in verdict.not_checked if entry.reason == "benchmarks_conflict"} == {
        "one",
        "two",
    }


def test_each_party_and_violation_has_its_own_result(law):
    law.version(SIMPLE + grounds(MAY_SPARE))
    case = {
        "parties": [{"id": "p1", "kind": "legal_person"}, {"id": "p2", "kind": "natural_person"}],
        "violations": [
            {"id": "v1", "cause": "a", "began": "2024-01-01", "ended": "2024-01-01", "first": True},
            {"id": "v2", "parties": ["p2"], "cause": "a", "began": "2024-01-01", "ended": "2024-01-01", "first": False},
        ],
        "proposed": [
            {"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": "900"}]},
            {"violation": "v1", "party": "p2", "penalties": [{"kind": "fine", "amount": "1000"}]},
        ],
    }
    found = {
        (r.violation, r.party): (r.treatment.outcome, r.proposal and r.proposal.fine) for r in law.review(case).results
    }
    assert found == {
        ("v1", "p1"): ("may_be_spared", "900.00"),
        ("v1", "p2"): ("may_be_spared", "1000.00"),
        ("v2", "p2"): ("ordinary", None),
    }
