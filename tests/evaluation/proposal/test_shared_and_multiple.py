"""One fine for several parties, fines as multiples of a base, grounds that are not loaded (made-up cases, 虚构)."""

from __future__ import annotations

from typing import Any

import pytest

from enforcement_rules import InputError, load_case, load_rulesets, review
from enforcement_rules.explanation.verdict import as_text

RULESETS = load_rulesets()


def case_of(penalties: list[Any], **proposal: Any) -> dict[str, Any]:
    return {
        "number": "虚构",
        "record": "excerpt",
        "organ": {"field": "market_regulation", "rank": "county", "place": "330902"},
        "parties": [{"id": "p1", "kind": "legal_person"}, {"id": "p2", "kind": "organization"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1", "p2"],
                "penalised_by": [{"title": "某法", "rank": "law", "article": "第十条"}],
                "stated_range": {"at_least": 20000, "at_most": 60000},
                "bases": {"goods_value": 20000},
                "ended": "2024-02-01",
                "discovered": "2024-02-01",
            }
        ],
        "steps": [{"step": "decision", "on": "2024-04-01"}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": penalties, **proposal}],
    }


def reviewed(penalties: list[Any], **proposal: Any) -> Any:
    return review(load_case(case_of(penalties, **proposal), RULESETS), RULESETS)


SPARED: dict[str, Any] = {
    "first": False,
    "gravity": "serious",
    "harm": "serious",
    "absence_of_fault": False,
    "corrected_in_time": False,
    "removed_or_reduced_harm": False,
}


@pytest.mark.parametrize(("amount", "within"), [(10000, False), (40000, None), (90000, None)])
def test_a_fine_that_several_bear_is_surely_wrong_only_where_every_share_is(amount, within):
    case = case_of([{"kind": "fine", "amount": amount}], shared_with=["p2"])
    case["violations"][0] |= SPARED  # no ground to go below the floor
    verdict = review(load_case(case, RULESETS), RULESETS)
    assert [result.proposal.within for result in verdict.results] == [within, within]
    assert verdict.outcome != "may_decide"
    page = as_text(verdict, "zh")
    assert f"该罚款由当事人p1、当事人p2共同承担，合计{amount:,}.00元" in page
    assert "one fine for party p1, party p2 together" in as_text(verdict, "en")


def test_without_sharing_the_other_party_has_no_proposal():
    verdict = reviewed([{"kind": "fine", "amount": 40000}])
    assert [result.proposal is None for result in verdict.results] == [False, True]


@pytest.mark.parametrize(
    ("penalty", "fine"),
    [
        ({"times": 2, "of": "goods_value"}, "40000.00"),
        ({"times": "0.05", "of": "goods_value"}, "1000.00"),
        ({"times": 2, "of": "turnover"}, None),
        ({"times": 2, "of": "goods_value", "amount": 30000}, "30000.00"),
    ],
)
def test_a_fine_may_be_stated_as_a_multiple_of_a_base(penalty, fine):
    verdict = reviewed([{"kind": "fine", **penalty}])
    assert verdict.results[0].proposal.fine == fine
    codes = [code for code, _ in verdict.results[0].proposal.findings]
    assert ("multiple_differs" in codes) is ("amount" in penalty)
    assert "multiple_differs" not in as_text(verdict, "zh")


@pytest.mark.parametrize(
    ("penalty", "code"),
    [
        ({"times": 2}, "times_and_of"),
        ({"of": "goods_value"}, "times_and_of"),
        ({"times": 2, "of": "cause"}, "unknown_base"),
    ],
)
def test_a_multiple_needs_its_base(penalty, code):
    with pytest.raises(InputError) as refused:
        reviewed([{"kind": "fine", **penalty}])
    assert [problem.code for problem in refused.value.problems] == [code]


@pytest.mark.parametrize("shared", [["p1"], ["p9"], ["p3"]])
def test_who_shares_a_penalty_is_another_party_of_the_violation(shared):
    case = case_of([{"kind": "fine", "amount": 1}], shared_with=shared)
    case["parties"].append({"id": "p3"})
    with pytest.raises(InputError):
        load_case(case, RULESETS)


@pytest.mark.parametrize(
    ("basis", "statute"),
    [
        ([{"title": "某条例", "article": "第三条"}], None),
        ([{"title": "某省规定", "rank": "local_government_rule"}], None),
        ([{"title": "某通知", "rank": "normative_document"}], False),
        (["情有可原"], False),
        ([], False),
    ],
)
def test_a_basis_that_nobody_read_neither_clears_nor_bars(basis, statute):
    case = case_of([], treatment="no_penalty", basis=basis)
    case["parties"] = [{"id": "p1", "kind": "legal_person"}]
    case["violations"][0] |= {"parties": ["p1"], **SPARED}
    verdict = review(load_case(case, RULESETS), RULESETS)
    assert verdict.results[0].proposal.statute is statute
    assert verdict.outcome != "may_decide"


def test_an_empty_list_of_what_was_declined_says_that_no_reason_is_given():
    spared = {"first": True, "harm": "slight", "corrected_in_time": True}
    told = {}
    for declined in (
        None,
        [],
        [{"ground": "administrative_penalty_law/first_violation_slight_harm_corrected", "reason": "影响大"}],
    ):
        case = case_of([{"kind": "fine", "amount": 30000}], **({} if declined is None else {"declined": declined}))
        case["violations"][0] |= spared
        found = review(load_case(case, RULESETS), RULESETS).results[0].proposal
        told[str(declined)[:4]] = [code for code, _ in found.findings if code == "may_declined_without_reason"]
    assert list(told.values()) == [[], ["may_declined_without_reason"], []]
