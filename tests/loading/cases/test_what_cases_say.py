"""What published cases say and the format could not: each is read, shown, and decides no more than is stated (虚构)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from enforcement_rules import InputError, load_case, load_rulesets, review
from enforcement_rules.explanation.verdict import as_text
from enforcement_rules.values.alternatives import Alternatives, among, not_among
from enforcement_rules.values.fact_type import FactType
from enforcement_rules.values.truth import UNKNOWN

RULESETS = load_rulesets()
ON = dt.date(2024, 4, 26)


def case_of(
    violation: dict[str, Any] | None = None, party: dict[str, Any] | None = None, **more: Any
) -> dict[str, Any]:
    return {
        "number": "虚构",
        "record": "excerpt",
        "organ": {"field": "emergency_management", "rank": "county", "place": "110116"},
        "parties": [{"id": "p1", **(party or {})}],
        "violations": [
            {"id": "v1", "parties": ["p1"], "ended": "2024-02-27", "discovered": "2024-02-27", **(violation or {})}
        ],
        "steps": [{"step": "decision", "on": "2024-04-26"}],
        "proposed": [{"violation": "v1", "party": "p1", "treatment": "no_penalty"}],
        **more,
    }


def reviewed(*args: Any, **more: Any) -> Any:
    return review(load_case(case_of(*args, **more), RULESETS), RULESETS, ON)


def shown(verdict: Any) -> str:
    return as_text(verdict, "zh", everything=True).partition("材料所载（逐项）")[2]


@pytest.mark.parametrize(
    ("violation", "said"),
    [
        ({"harm": "occurred"}, "危害后果  已造成（程度不明）"),
        ({"cooperated": True}, "配合调查  是"),
        ({"admitted": True}, "承认违法事实并愿意接受处罚  是"),
        ({"licence": "out_of_scope"}, "许可证件的状况  持有许可但超出许可范围"),
        ({"licence": "not_valid_for_this"}, "没有对该事项有效的许可（情形不明）"),
        ({"duration_days": {"at_least": 10, "at_most": 15}}, "10日以上15日以下"),
        ({"bases": {"goods_value": {"at_most": 10000}}}, "货值金额  10,000.00元以下"),
        ({"bases": {"goods_value": {"amount": 500, "currency": "USD"}}}, "500 USD（未折算为人民币"),
        ({"quantities": [{"of": "废水", "number": "3.125", "unit": "吨"}]}, "3.125"),
        ({"quantities": [{"of": "气瓶", "number": {"at_most": 12}, "unit": "只"}]}, "不超过12"),
    ],
)
def test_what_is_said_of_the_violation_is_shown(violation, said):
    assert said in shown(reviewed(violation))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"parties": [{"id": "p1", "enterprise_size": "small_or_micro"}]}, "小型或者微型"),
        ({"parties": [{"id": "p1", "enterprise_size": "medium"}]}, "企业规模  中型"),
        ({"parties": [{"id": "p1", "ability_to_pay": "limited"}]}, "缴纳有困难或者没有能力缴纳"),
        ({"parties": [{"id": "p1", "kind": "organization"}]}, "单位或者企业（组织形式不明）"),
        ({"organ": {"internal_body": True, "part_of": "某局"}}, "所属机关  某局"),
        ({"organ": {"subordinate_unit": True}}, "下属单位（执法队、中心等）  是"),
        ({"prior_penalties": [{"same_act": True, "covers_part": True, "part": "三月的排放"}]}, "三月的排放"),
        ({"prior_penalties": [{"revoked": True, "revoked_by": "court", "revoked_on": "2022-01-01"}]}, "人民法院"),
    ],
)
def test_what_is_said_of_others_is_shown(more, said):
    assert said in shown(reviewed(**more))


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ({"step": "test_report", "on": "2024-03-01", "served": "2024-03-04"}, "送达当事人之日  2024-03-04"),
        ({"step": "inspection", "on": "2024-03-01", "until": "2024-03-03"}, "现场检查的最后一日  2024-03-03"),
        ({"step": "transfer", "on": "2024-03-01", "purpose": "detention"}, "由公安机关拘留"),
        ({"step": "lead", "on": "--03-05"}, "03-05（年份未载明）"),
        ({"step": "extension", "on": "2024-03-01", "days": {"at_least": 30, "at_most": 60}}, "30日以上60日以下"),
    ],
)
def test_what_is_said_of_steps_is_shown(step, said):
    assert said in shown(reviewed(steps=[step, {"step": "decision", "on": "2024-04-26"}]))


@pytest.mark.parametrize("name", ["某机械厂", "某企业", "某单位", "某合作社"])
def test_an_organisation_of_unknown_form_is_asked_for_no_birthday(name):
    verdict = reviewed({"harm": "none", "corrected_in_time": True}, {"kind": "organization", "name": name})
    asked = {fact.fact for ask in verdict.asks for fact in ask.facts}
    assert "party.birth_date" not in asked
    open_ = {ground.ref.article for ground in verdict.results[0].treatment.grounds if ground.status == "unknown"}
    assert not {"第三十条", "第三十一条"} & open_
    silent = reviewed({"harm": "none", "corrected_in_time": True}, {"name": name})
    open_ = {ground.ref.article for ground in silent.results[0].treatment.grounds if ground.status == "unknown"}
    assert "第三十条" in open_


def test_what_depends_on_the_form_stays_open_between_organisation_and_individual_business():
    """Art. 51: 3,000 yuan on the spot for a legal person or other organisation, 200 for a citizen."""
    steps = [{"step": "decision", "on": "2024-04-26"}]
    proposed = [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 1000}]}]
    found = {}
    for kind in ("natural_person", "legal_person", "organization"):
        verdict = reviewed(party={"kind": kind}, procedure="summary", steps=steps, proposed=proposed)
        (found[kind],) = {each.status for each in verdict.findings if each.ref.rule.endswith("/summary_fine_limit")}
    # Above 200 yuan only another law can save the citizen's; what the organisation is decides of the same sum.
    assert found == {"natural_person": "apparent", "legal_person": "satisfied", "organization": "undetermined"}


def test_harm_of_unknown_degree_is_not_none_and_may_be_slight():
    """Art. 33(1): harm that is slight; of harm that occurred it is open, of none it is met."""
    for harm, status in (("none", "yes"), ("occurred", "unknown"), ("serious", "no")):
        verdict = reviewed({"harm": harm, "first": True, "corrected_in_time": True})
        grounds = {g.ref.rule.partition("/")[2]: g.status for g in verdict.results[0].treatment.grounds}
        assert grounds.get("first_violation_slight_harm_corrected", "no") == status


@pytest.mark.parametrize("kind", ["organization", "legal_person"])
@pytest.mark.parametrize("harm", ["occurred", "slight"])
def test_both_evaluators_agree_on_what_is_only_partly_known(kind, harm):
    violation = {"harm": harm, "bases": {"goods_value": {"at_most": 10000}}, "licence": "not_valid_for_this"}
    case = load_case(case_of(violation, {"kind": kind, "enterprise_size": "small_or_micro"}), RULESETS)
    told = [
        {key: value for key, value in review(case, RULESETS, ON, evaluator=each).to_dict().items() if key != "receipt"}
        for each in ("compiled", "durable")
    ]
    assert told[0] == told[1]


def test_a_decision_without_its_year_dates_no_review():
    case = load_case(case_of(steps=[{"step": "decision", "on": "--06-03"}]), RULESETS)
    with pytest.raises(InputError):
        review(case, RULESETS)
    assert review(case, RULESETS, ON).outcome == "undetermined"


@pytest.mark.parametrize(
    ("kind", "raw", "low", "high"),
    [
        ("amount", {"at_most": 5}, None, Decimal(5)),
        ("amount", {"below": 5}, None, Decimal("4.99")),
        ("amount", {"more_than": 5, "below": 6}, Decimal("5.01"), Decimal("5.99")),
        ("count", {"below": 5}, None, 4),
        ("days", {"at_least": 10, "at_most": 15}, 10, 15),
        ("number", {"below": 5}, None, Decimal(5)),
    ],
)
def test_bounds_are_read_as_the_outermost_values_they_admit(kind, raw, low, high):
    value = FactType(kind).stated(raw)
    assert (value.low, value.high) == (low, high)


@pytest.mark.parametrize(
    "raw", [{}, {"at_most": 1, "below": 2}, {"at_least": 3, "at_most": 2}, {"atmost": 1}, {"at_most": "x"}]
)
def test_bounds_that_bound_nothing_are_refused(raw):
    with pytest.raises(ValueError, match=r"."):
        FactType("amount").stated(raw)


@pytest.mark.parametrize("raw", [{"at_most": 5}, "organization"])
def test_rules_may_not_write_what_files_may(raw):
    type_ = FactType("choice", {"a": ("甲", "a"), "b": ("乙", "b")}, {"organization": ("a", "b")})
    with pytest.raises(ValueError, match=r"."):
        type_.parse(raw)


def test_alternatives_say_only_what_is_sure():
    either = Alternatives("either", frozenset({"a", "b"}))
    assert [either == "a", either != "a", either != "c"] == [False, False, True]
    assert [among(either, frozenset("abc")), among(either, frozenset("ac"))] == [True, False]
    assert [not_among(either, frozenset("cd")), not_among(either, frozenset("ac"))] == [True, False]
    assert [among(UNKNOWN, frozenset("a")), not_among(UNKNOWN, frozenset("a"))] == [False, False]


@pytest.mark.parametrize(
    ("violation", "code"),
    [
        ({"bases": {"goods_value": {"at_most": 5, "below": 9}}}, "expected_bounds"),
        ({"bases": {"goods_value": {"amount": 5, "currency": ""}}}, "expected_foreign"),
        ({"bases": {"goods_value": {"currency": "USD"}}}, "expected_amount"),
        ({"quantities": [{"of": "水", "number": {"most": 5}}]}, "expected_bounds"),
        ({"quantities": [{"number": 5}]}, "missing_key"),
        ({"harm": {"at_least": "serious", "at_most": "none"}}, "expected_bounds"),
        ({"units": {"at_mst": 5}}, "expected_bounds"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_write(violation, code):
    with pytest.raises(InputError) as refused:
        load_case(case_of(violation), RULESETS)
    assert [problem.code for problem in refused.value.problems] == [code]
    assert all(problem.text("zh") and problem.text("en") for problem in refused.value.problems)


ENGLISH = {
    "bases": {"goods_value": {"at_most": 10000}, "illegal_gains": {"amount": 5, "currency": "USD", "yuan": 36}},
    "quantities": [{"of": "废水", "number": {"at_least": 3}, "unit": "吨"}],
    "stated_range": {"switch": {"base": "goods_value", "at": 9}, "below": {"exactly": 5}, "otherwise": {"exactly": 6}},
    "harm": "occurred",
    "licence": "not_valid_for_this",
    "duration_days": {"at_least": 10, "below": 15},
}
CHINESE = {
    "计罚基数": {"货值金额": {"不高于": 10000}, "违法所得": {"外币数额": 5, "币种": "USD", "折合人民币": 36}},
    "数量": [{"事项": "废水", "数量": {"不低于": 3}, "单位": "吨"}],
    "所述幅度": {"分段": {"基数": "货值金额", "分界": 9}, "低于": {"定额": 5}, "上段": {"定额": 6}},
    "危害后果": "已造成",
    "许可证件": "无有效许可",
    "持续日数": {"不低于": 10, "低于": 15},
}


def test_all_of_it_can_be_written_in_chinese():
    english, chinese = (reviewed(violation, {"kind": "organization"}) for violation in (ENGLISH, CHINESE))
    assert english.to_dict()["stated"] == chinese.to_dict()["stated"]
    assert english.outcome == chinese.outcome
