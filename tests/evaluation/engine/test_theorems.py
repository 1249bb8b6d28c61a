"""What must be so whatever the case and the rules: properties of `review`, named like theorems."""

from __future__ import annotations

import copy
import datetime as dt
import json
from decimal import Decimal

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, assume, given, settings

from enforcement_rules import InputError, load_case, load_rulesets, review
from enforcement_rules.evaluation.layout import case_facts
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.testing.cases import case_files, sparser
from enforcement_rules.values.fact_type import FactType
from enforcement_rules.values.interval import ends
from enforcement_rules.values.truth import UNKNOWN

RULESETS = load_rulesets()
ON = dt.date(2025, 6, 2)
DEFINITIONS = {
    f"{version.head.instrument}/{rule.name}" for version in RULESETS.all_versions() for rule in version.definitions
}
FILES = case_files(RULESETS.vocabulary)


def verdict_on(file, rulesets=RULESETS, on=ON):
    try:
        return review(load_case(copy.deepcopy(file), rulesets), rulesets, on)
    except InputError:
        assume(False)


def in_order(sparse, full):
    """Say whether the days that a file tells lie where the other days leave them.

    A file whose days cannot all be true (heard before the act) is no more knowledge than one that leaves them out:
    bounds from other days choose the law of a step that is not dated (decision 22).
    """
    less, more = (load_case(copy.deepcopy(file), RULESETS) for file in (sparse, full))
    known = case_facts(more, RULESETS.vocabulary).spans
    bounds = case_facts(less, RULESETS.vocabulary).spans
    last = ends(known.get("decision", UNKNOWN))[1]
    acts = [ends(UNKNOWN if each.ended is None else each.ended)[0] for each in more.violations]
    return all(_meet(span, known.get(kind, UNKNOWN)) for kind, span in bounds.items()) and not any(
        last is not None and act is not None and act > last for act in acts
    )


def contradicted(verdict):
    """Say whether a file contradicts itself or a definition of the law: no more knowledge, but a question opened.

    So with gains that its own receipts contradict, and with a fact stated otherwise than the law defines it.
    """
    return any(question.ref.rule in DEFINITIONS for question in verdict.questions) or any(
        result.gains is not None and result.gains.contested for result in verdict.results
    )


def _meet(one, other):
    (low, high), (least, most) = ends(one), ends(other)
    return not (low is not None and most is not None and most < low) and not (
        high is not None and least is not None and least > high
    )


def as_bytes(verdict):
    return json.dumps(verdict.to_dict(proofs="all"), ensure_ascii=False, sort_keys=True)


def _turned(rulesets: Rulesets) -> Rulesets:
    """Return the same law with every chapter, and the rules within it, in reverse order."""

    def chapter(old):
        names = (
            "circumstances",
            "requirements",
            "penalties",
            "benchmarks",
            "listings",
            "definitions",
            "questions",
            "gaps",
        )
        return old.model_copy(update={name: tuple(reversed(getattr(old, name))) for name in names})

    return Rulesets(
        {
            name: tuple(
                Version(v.head, {file: chapter(c) for file, c in reversed(v.chapters.items())}, v.sha256)
                for v in versions
            )
            for name, versions in reversed(rulesets.versions.items())
        },
        rulesets.vocabulary,
        rulesets.vocabulary_sha256,
    )


TURNED = _turned(RULESETS)


@given(FILES)
def test_rule_order_does_not_matter(file):
    assert as_bytes(verdict_on(file)) == as_bytes(verdict_on(file, TURNED))


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(st.data(), FILES)
def test_a_settled_axis_stays_settled_whatever_unknown_fact_becomes_known(data, full):
    sparse = data.draw(sparser(full))
    before, after = verdict_on(sparse), verdict_on(full)
    assume(in_order(sparse, full) and not contradicted(after))
    if before.settled_procedure and not any(finding.assumes_version for finding in after.findings):
        assert after.settled_procedure
    for less, more in zip(before.results, after.results, strict=True):
        if less.settled_treatment:
            assert more.settled_treatment
            assert more.treatment.outcome == less.treatment.outcome
        if less.settled_amount:
            assert more.settled_amount
            assert more.proposal.statute == less.proposal.statute


@given(st.data(), FILES)
def test_learning_a_fact_never_removes_a_ground(data, full):
    sparse = data.draw(sparser(full))
    for less, more in zip(verdict_on(sparse).results, verdict_on(full).results, strict=True):
        assert set(less.treatment.names("yes")) <= set(more.treatment.names("yes"))


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(st.data(), FILES)
def test_a_breach_that_is_shown_stays_shown_unless_it_rests_on_an_assumed_version(data, full):
    sparse = data.draw(sparser(full))
    found, after = verdict_on(sparse).findings, verdict_on(full)
    shown = {f.ref.rule for f in found if f.status == "breached" and not f.assumes_version}
    known = after.findings
    assume(in_order(sparse, full) and not contradicted(after))
    # Days that contradict each other leave the version of a step open again: such a file shows nothing of it.
    assert shown <= {f.ref.rule for f in known if f.status == "breached" or f.assumes_version}


@given(FILES)
def test_no_range_leaves_the_statute_unless_mitigated(file):
    for result in verdict_on(file).results:
        statute, permitted = result.statutory.range, result.permitted
        if statute is None or permitted is None or result.treatment.outcome == "no_penalty":
            continue
        assert permitted.high is None or permitted.high <= statute.high
        mitigating = {"mitigated", "no_penalty", "fine_waived", "warning_release", "case_withdrawn"}
        possible = [
            g for g in result.treatment.grounds if g.status in ("yes", "unknown") and mitigating & set(g.effects)
        ]
        if not possible:
            assert permitted.low == statute.low


@given(FILES, st.dates(dt.date(2023, 6, 1), dt.date(2024, 6, 1)))
def test_a_defence_never_makes_a_penalty_heavier(file, day):
    file = file | {"steps": [step for step in file["steps"] if step["step"] != "statement_and_defence"]}
    defended = copy.deepcopy(file)
    defended["steps"].append({"step": "statement_and_defence", "on": day.isoformat(), "reviewed": True})
    for silent, heard in zip(verdict_on(file).results, verdict_on(defended).results, strict=True):
        assert heard.permitted == silent.permitted
        assert heard.treatment.outcome == silent.treatment.outcome


@given(FILES)
def test_same_input_same_bytes(file):
    assert as_bytes(verdict_on(file)) == as_bytes(verdict_on(file))


@given(st.randoms(use_true_random=False), FILES)
def test_the_order_of_steps_in_the_file_does_not_matter(random, file):
    shuffled = copy.deepcopy(file)
    random.shuffle(shuffled["steps"])
    one, other = verdict_on(file), verdict_on(shuffled)
    assert one.outcome == other.outcome
    assert [(f.ref.rule, f.status) for f in one.findings] == [(f.ref.rule, f.status) for f in other.findings]


@given(FILES)
def test_every_reason_cites_a_provision_in_force(file):
    verdict = verdict_on(file)
    heads = {(v.head.instrument, v.head.version): v.head for v in RULESETS.all_versions()}
    decided = [step["on"] for step in file["steps"] if step["step"] == "decision"] or [ON.isoformat()]
    for ground in (ground for result in verdict.results for ground in result.treatment.grounds):
        head = heads[ground.ref.instrument, ground.ref.version]
        assert any(_perhaps_in_force(head, each) for each in [file["violations"][0]["ended"], *decided])
    for finding in verdict.findings:
        head = heads[finding.ref.instrument, finding.ref.version]
        taken = [step["on"] for step in file["steps"] if step["step"] == finding.step]
        assert any(_perhaps_in_force(head, each) for each in [*taken, *decided])


def _perhaps_in_force(head, written):
    """Say whether a version was in force on some day that a date of a file may be."""
    first, last = ends(FactType("date").parse(written))
    begun = head.earliest is None or last is None or head.earliest <= last
    return begun and (head.in_force.to is None or first is None or first <= head.in_force.to)


CLEAN = load_case("cases/made_up/clean_fine.yaml")


def _without(case, index):
    return case.model_copy(update={"steps": case.steps[:index] + case.steps[index + 1 :]})


def test_a_clean_case_may_be_decided():
    assert review(CLEAN, RULESETS).outcome == "may_decide"


@pytest.mark.parametrize("kind", ["notice", "legal_review", "collective_discussion", "inspection"])
@pytest.mark.parametrize("record", ["complete", "working", "excerpt"])
def test_a_missing_fatal_step_never_yields_may_decide(kind, record):
    index = next(n for n, step in enumerate(CLEAN.steps) if step.step == kind)
    case = _without(CLEAN, index).model_copy(update={"record": record})
    assert review(case, RULESETS, dt.date(2024, 4, 10)).outcome != "may_decide"


@pytest.mark.parametrize("record", ["working", "excerpt"])
def test_an_incomplete_record_of_a_clean_case_is_never_waved_through(record):
    case = CLEAN.model_copy(update={"record": record, "complete": ()})
    assert review(case, RULESETS).outcome == "undetermined"


@given(st.integers(0, 20))
def test_a_fine_is_lawful_exactly_inside_the_closed_range(step):
    fine = Decimal(49_999) + Decimal(step) / 10
    proposal = CLEAN.proposed[0]
    (penalty,) = proposal.penalties
    changed = proposal.model_copy(update={"penalties": (penalty.model_copy(update={"amount": fine}),)})
    verdict = review(CLEAN.model_copy(update={"proposed": (changed,)}), RULESETS)
    assert verdict.results[0].proposal.statute is (fine >= 50_000)
