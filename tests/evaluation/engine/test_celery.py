"""The case of the celery: what the court found is found, and how the answer turns with each fact."""

from __future__ import annotations

import copy
import datetime as dt

import pytest
import yaml

from enforcement_rules import load_case, load_rulesets, review

RULESETS = load_rulesets()
NINETY = "administrative_penalty_law/decided_within_90_days"


def file():
    with open("cases/market_regulation/celery_2022.yaml", encoding="utf-8") as stream:
        return yaml.load(stream, Loader=yaml.BaseLoader)  # noqa: S506 - the base loader makes nothing but text


def verdict_on(case, on=None):
    return review(load_case(case, RULESETS), RULESETS, on)


def finding(verdict, rule):
    (found,) = [each for each in verdict.findings if each.ref.rule == rule]
    return found


def step(case, kind):
    return next(each for each in case["steps"] if each["step"] == kind)


def test_the_ninety_days_are_apparently_exceeded_with_both_counts():
    found = finding(verdict_on(file()), NINETY)
    assert found.status == "apparent"
    assert found.ref.article == "第六十条"
    ((code, args),) = found.notes
    assert code == "counts_agree"
    assert (args["whole"], args["since"], args["from"]) == (438, 281, "2021-07-15")


def test_disproportion_is_a_question_with_its_numbers_never_a_breach():
    verdict = verdict_on(file())
    (question,) = [each for each in verdict.questions if each.ref.rule == "administrative_penalty_law/proportion"]
    numbers = dict(question.numbers)
    assert numbers["proposal.fine"] == "50000.00"
    assert numbers["violation.goods_value"] == "136.50"
    assert numbers["proposal.fine_to_goods_value"] == "366.30"
    assert question.ref.article == "第五条第二款"
    assert not any("proportion" in each.ref.rule for each in verdict.findings)


def test_the_fine_lies_inside_the_statute_at_its_floor():
    (result,) = verdict_on(file()).results
    assert result.statutory.to_dict()["range"] == {
        "low": "50000.00",
        "low_open": False,
        "high": "100000.00",
        "high_open": False,
    }
    assert result.proposal.within is True
    # The text of the time was not supplied: whether the warning beside the fine has a basis cannot be told (art. 4).
    assert result.proposal.statute is None
    assert [code for code, _ in result.proposal.findings] == ["kind_not_read"]
    assert result.law[0].instrument == "food_safety_law"
    assert result.law[0].applied == "2015"
    assert result.law[0].alternatives == (("2021", "not_applied", "same_range"),)


def test_the_outcome_is_undetermined_and_says_what_is_worst():
    verdict = verdict_on(file())
    assert verdict.outcome == "undetermined"
    assert verdict.headline[0] == "apparent_breach"
    assert verdict.if_regular is not None
    assert verdict.if_regular[0] != "may_decide"


def test_correction_and_harm_are_asked_with_what_they_would_do():
    paths = {fact.path: fact for ask in verdict_on(file()).asks for fact in ask.facts}
    assert paths["violations.v1.corrected_in_time"].effect.endswith("no_penalty")
    assert paths["violations.v1.harm"].effect.endswith("no_penalty")


def test_an_extension_on_file_closes_the_ninety_days():
    case = file()
    case["steps"].append({"step": "extension", "on": "2021-05-01", "until": "2022-05-01", "approved_by": "机关负责人"})
    assert finding(verdict_on(case), NINETY).status in ("not_applicable", "undetermined")


def test_a_complete_record_without_extension_shows_the_breach():
    case = file()
    case["record"] = "complete"
    case["decision_period_otherwise_set"] = "false"
    assert finding(verdict_on(case), NINETY).status == "breached"


@pytest.mark.parametrize(
    ("day", "status"),
    [("2022-05-01", "satisfied"), ("2022-05-02", "apparent")],
)
def test_the_ninetieth_day_is_in_time(day, status):
    case = file()
    step(case, "case_filing")["on"] = "2022-01-31"
    step(case, "decision")["on"] = day
    assert finding(verdict_on(case), NINETY).status == status


def test_a_month_without_a_day_decides_when_it_can():
    case = file()
    step(case, "decision")["on"] = "2022-04"
    assert finding(verdict_on(case, dt.date(2022, 5, 1)), NINETY).status == "apparent"
    step(case, "case_filing")["on"] = "2022-01-15"
    assert finding(verdict_on(case, dt.date(2022, 5, 1)), NINETY).status == "undetermined"


def test_counts_that_disagree_across_a_change_of_law_leave_the_limit_open():
    case = file()
    step(case, "case_filing")["on"] = "2021-06-01"
    step(case, "decision")["on"] = "2021-09-15"
    found = finding(verdict_on(case), NINETY)
    assert found.status == "undetermined"
    assert found.notes[0][0] == "counts_disagree"


def test_two_speakers_who_disagree_leave_a_fact_contested():
    case = file()
    violation = case["violations"][0]
    violation["harm"] = [{"value": "none", "by": "party"}, {"value": "serious", "by": "organ"}]
    verdict = verdict_on(case)
    (harm,) = [fact for ask in verdict.asks for fact in ask.facts if fact.path.endswith(".harm")]
    assert harm.contested


def spared():
    case = file()
    case["violations"][0] |= {"gravity": "minor", "harm": "none", "corrected_in_time": "true"}
    return case


def test_a_binding_ground_against_a_fine_bars_the_decision():
    verdict = verdict_on(spared())
    (result,) = verdict.results
    assert result.treatment.outcome == "no_penalty"
    assert result.settled_treatment
    assert verdict.outcome == "must_not_decide"
    assert ("contradicts_binding_ground") in [code for code, _ in result.proposal.findings]


def test_may_is_reported_and_never_applied():
    case = spared()
    case["violations"][0]["harm"] = "slight"
    (result,) = verdict_on(case).results
    assert "administrative_penalty_law/first_violation_slight_harm_corrected" in result.treatment.names(
        "yes", binding=False
    )
    assert result.treatment.outcome != "no_penalty"
    assert result.proposal.within is True


def test_a_fine_below_the_floor_needs_a_ground():
    case = spared()
    case["violations"][0] |= {"harm": "ordinary", "removed_or_reduced_harm": "false", "absence_of_fault": "false"}
    case["violations"][0]["facts"] |= {"purchase_inspected": "false"}
    case["parties"][0]["birth_date"] = "1980-01-01"
    case["proposed"][0]["penalties"][2]["amount"] = "49999.99"
    (result,) = verdict_on(case).results
    assert result.proposal.statute is False
    assert [code for code, _ in result.proposal.findings] == [
        "below_floor_without_ground",
        "no_stated_basis",
        "kind_not_read",
    ]


def test_an_unknown_goods_value_gives_no_default_range():
    case = file()
    del case["violations"][0]["bases"]["goods_value"]
    (result,) = verdict_on(case).results
    assert not result.statutory.decided
    assert "violations.v1.bases.goods_value" in {f.path for ask in verdict_on(case).asks for f in ask.facts}


def test_the_switch_belongs_to_the_upper_range():
    for value, low in (("9999.99", "50000.00"), ("10000", "100000.00"), ("10000.01", "100000.10")):
        case = copy.deepcopy(file())
        case["violations"][0]["bases"]["goods_value"] = value
        (result,) = verdict_on(case).results
        assert result.statutory.to_dict()["range"]["low"] == low
