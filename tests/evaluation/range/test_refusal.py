"""A penalty for refusing an order needs the order and that its time ran out (made-up cases, 虚构).

The provisions: 噪声污染防治法 art. 81 (拒不改正), 建设项目环境保护管理条例 art. 23 (逾期不改正), 大气污染防治法 art. 118.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from enforcement_rules import InputError, load_case, load_rulesets, review
from enforcement_rules.explanation.verdict import as_text

RULESETS = load_rulesets("rulesets")
DECIDED = "2024-06-20"


def verdict_on(
    *steps: dict[str, Any],
    fine: int = 60_000,
    law: str = "noise_pollution_law",
    article: str = "第八十一条",
    **said: Any,
):
    case: dict[str, Any] = {
        "number": "虚构",
        "record": said.pop("record", "working"),
        "procedure": "ordinary",
        "organ": {"field": "ecology_environment", "rank": "county", "place": "140105"},
        "parties": [{"id": "p1", "kind": "legal_person", "role": "unit"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "penalised_by": [{"instrument": law, "article": article}],
                "began": "2024-05-06",
                "ended": "2024-05-06",
                "discovered": "2024-05-06",
            }
            | said
        ],
        "steps": [*steps],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": fine}]}],
    }
    if not any(step["step"] == "decision" for step in steps):
        case["steps"].append({"step": "decision", "on": DECIDED})
    return review(load_case(case, RULESETS), RULESETS)


def order(**more: Any) -> dict[str, Any]:
    return {"step": "correction_order", **more}


RAN_OUT = order(on="2024-05-07", deadline="2024-06-01")
REFUSED: dict[str, Any] = {"refused_to_correct": True}
OVERDUE = {"law": "construction_environment_regulations", "article": "第二十三条第一款", "fine": 1_200_000}


def remarks(verdict) -> list[str]:
    return [code for code, _ in verdict.results[0].proposal.findings]


@pytest.mark.parametrize(
    ("steps", "lawful"),
    [
        ([RAN_OUT], True),
        ([order(on="2024-05-07", at_once=True)], True),
        ([order(on="2024-05-07", deadline="2024-06-19")], True),
        # The last day counts in full.
        ([order(on="2024-05-07", deadline=DECIDED)], False),
        ([order(on="2024-05-07", deadline="2024-07-07")], False),
        ([order(done=False)], False),
        ([order(on="2024-06-21", at_once=True)], False),
        ([], None),
        ([order(on="2024-05-07")], None),
        # A later order does not take back that the time of the first ran out.
        ([RAN_OUT, order(on=DECIDED, deadline="2024-08-01")], True),
    ],
)
def test_a_fine_for_refusal_needs_an_order_whose_time_ran_out(steps, lawful):
    found = verdict_on(*steps, **REFUSED).results[0]
    assert found.proposal.within is lawful


def test_in_a_complete_file_without_an_order_nobody_refused_one():
    verdict = verdict_on(record="complete", **REFUSED)
    assert verdict.results[0].proposal.statute is False
    assert "presupposed_fails" in remarks(verdict)
    assert "案卷载明“拒不改正”" in as_text(verdict)


def test_the_lower_fine_stands_where_there_was_no_order():
    found = verdict_on(order(done=False), fine=20_000, **REFUSED).results[0]
    assert (found.statutory.range.low, found.statutory.range.high) == (5_000, 50_000)
    assert found.proposal.within is True


def test_a_kind_that_refusal_would_command_is_not_passed_over_in_silence():
    """大气污染防治法 art. 118(1): whoever refuses shall be suspended; the file says so and shows no order."""
    law = {"law": "air_pollution_law", "article": "第一百一十八条第一款"}
    verdict = verdict_on(order(done=False), fine=20_000, **law, **REFUSED)
    assert verdict.results[0].proposal.statute is None
    assert "presupposed_fails_open" in remarks(verdict)


def test_before_the_decision_the_day_of_the_review_counts():
    case: dict[str, Any] = {
        "record": "working",
        "organ": {"field": "ecology_environment", "rank": "county", "place": "140105"},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "penalised_by": [{"instrument": "noise_pollution_law", "article": "第八十一条"}],
                "ended": "2024-05-06",
                **REFUSED,
            }
        ],
        "steps": [RAN_OUT],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 60_000}]}],
    }

    def on(day: str) -> bool | None:
        return review(load_case(case, RULESETS), RULESETS, on=dt.date.fromisoformat(day)).results[0].proposal.within

    assert on("2024-06-02") is True
    assert on("2024-06-01") is None  # it may yet run out before the decision


def test_an_order_on_another_violation_is_no_order_on_this_one():
    assert verdict_on(RAN_OUT | {"violations": ["v1"]}, **REFUSED).results[0].proposal.within is True
    with pytest.raises(InputError, match="v9"):
        verdict_on(RAN_OUT | {"violations": ["v9"]}, **REFUSED)


def test_an_order_that_names_only_another_violation_leaves_this_one_without():
    case = load_case(
        {
            "record": "complete",
            "organ": {"field": "ecology_environment", "rank": "county", "place": "140105"},
            "parties": [{"id": "p1", "kind": "legal_person"}],
            "violations": [
                {
                    "id": id_,
                    "parties": ["p1"],
                    "penalised_by": [{"instrument": "noise_pollution_law", "article": "第八十一条"}],
                    "ended": "2024-05-06",
                    **REFUSED,
                }
                for id_ in ("v1", "v2")
            ],
            "steps": [RAN_OUT | {"violations": ["v2"]}, {"step": "decision", "on": DECIDED}],
            "proposed": [
                {"violation": id_, "party": "p1", "penalties": [{"kind": "fine", "amount": 60_000}]}
                for id_ in ("v1", "v2")
            ],
        },
        RULESETS,
    )
    found = {each.violation: each.proposal.within for each in review(case, RULESETS).results}
    assert found == {"v1": False, "v2": True}


@pytest.mark.parametrize(
    ("said", "steps", "lawful"),
    [
        ({"overdue_correction": True}, [RAN_OUT], True),
        ({"overdue_correction": True}, [order(done=False)], False),
        # Who refuses until the time runs out has let it run out; who corrects behind the last day was late.
        (REFUSED, [RAN_OUT], True),
        ({}, [RAN_OUT, {"step": "correction", "on": "2024-06-10"}], True),
        ({}, [RAN_OUT, {"step": "correction", "on": "2024-06-01"}], False),
        # Nobody who did not refuse was therefore in time.
        ({"refused_to_correct": False}, [RAN_OUT], None),
        ({}, [RAN_OUT], None),
        ({}, [order(done=False)], False),
    ],
)
def test_what_was_not_done_in_the_time_ordered_is_another_fact_than_a_refusal(said, steps, lawful):
    assert verdict_on(*steps, **OVERDUE, **said).results[0].proposal.within is lawful


def test_letting_the_time_run_out_is_no_refusal():
    assert verdict_on(RAN_OUT, overdue_correction=True).results[0].proposal.within is not True


def test_what_is_missing_is_asked_for():
    asked = {fact.fact for ask in verdict_on(**REFUSED).asks for fact in ask.facts}
    assert "correction_order.done" in asked
    asked = {fact.fact for ask in verdict_on(order(on="2024-05-07"), **REFUSED).asks for fact in ask.facts}
    assert "correction_order.deadline" in asked


@pytest.mark.parametrize(
    ("steps", "said", "lawful"),
    [
        # An order from before the violation is none on it.
        ([order(on="2024-04-01", deadline="2024-04-10")], {}, False),
        # Who corrected in time refused nothing, whatever the file says.
        ([RAN_OUT, {"step": "correction", "on": "2024-05-20"}], {}, False),
        ([RAN_OUT], {"corrected_in_time": True}, False),
        # A later order extends the time of the first only while that still runs.
        ([order(on="2024-05-07", deadline="2024-06-01"), order(on="2024-05-30", deadline="2024-07-01")], {}, False),
        ([order(on="2024-05-07", deadline="2024-06-01"), order(on="2024-06-03", deadline="2024-07-01")], {}, True),
        # A deadline tells when the time ran out, also beside `at_once`; nobody sets one before the order.
        ([order(on="2024-05-07", deadline="2024-07-01", at_once=True)], {}, False),
        ([order(on="2024-05-07", deadline="2024-05-01")], {}, None),
        ([order(on=DECIDED, at_once=True)], {}, None),
    ],
)
def test_the_order_was_on_this_violation_and_was_not_followed(steps, said, lawful):
    assert verdict_on(*steps, **REFUSED, **said).results[0].proposal.within is lawful


def test_a_correction_of_another_violation_is_none_of_this_one():
    other = {"step": "correction", "on": "2024-05-20", "violations": ["v1"]}
    assert verdict_on(RAN_OUT, other, **REFUSED).results[0].proposal.within is False


@pytest.mark.parametrize("ground", ["", " ", "。", "?", "无", "不明", "情节严重", "1"])
def test_what_says_nothing_is_no_ground(ground):
    facts = RULESETS.vocabulary.fact("violation.gravity_grounded")
    assert facts is not None
    from enforcement_rules.evaluation.facts.derived import DERIVATIONS

    assert DERIVATIONS["told"](ground) is not True
    assert DERIVATIONS["told"]("一年内因同类行为三次被罚") is True


def test_where_the_law_threatens_nothing_yet_nothing_is_spared_and_no_ground_is_needed():
    """噪声污染防治法 art. 82: before it was refused to correct there is no penalty at all."""
    case = load_case(
        {
            "record": "working",
            "organ": {"field": "ecology_environment", "rank": "county", "place": "140105"},
            "parties": [{"id": "p1", "kind": "natural_person"}],
            "violations": [
                {
                    "id": "v1",
                    "parties": ["p1"],
                    "penalised_by": [{"instrument": "noise_pollution_law", "article": "第八十二条"}],
                    "ended": "2024-05-06",
                    "refused_to_correct": False,
                }
            ],
            "steps": [{"step": "decision", "on": DECIDED}],
            "proposed": [{"violation": "v1", "party": "p1", "treatment": "no_penalty", "penalties": []}],
        },
        RULESETS,
    )
    (found,) = review(case, RULESETS).results
    assert "sparing_without_ground" not in [code for code, _ in found.proposal.findings]
    assert found.proposal.statute is not False


def test_a_cause_of_another_provision_than_the_one_cited_is_told():
    """噪声污染防治法 art. 82 cited for commercial noise, which art. 81 punishes."""
    verdict = verdict_on(RAN_OUT, **REFUSED, article="第八十二条", cause="commercial_noise_over_standard")
    assert "cause_of_other_item" in {each.code for each in verdict.warnings}
