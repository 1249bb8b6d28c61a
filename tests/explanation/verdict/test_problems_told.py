"""What bars a decision stands under the problems; what leaves it as it is says so; nothing is said twice."""

from __future__ import annotations

import copy
import datetime as dt

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.explanation.verdict import as_text

RULESETS = load_rulesets()
ON = dt.date(2024, 6, 3)
CASE = {
    "number": "虚构〔2024〕2号",
    "record": "working",
    "procedure": "ordinary",
    "organ": {"name": "某县市场监督管理局", "field": "market_regulation", "rank": "county", "place": "350121"},
    "parties": [{"id": "p1", "kind": "legal_person", "name": "某公司"}],
    "violations": [
        {
            "id": "v1",
            "parties": ["p1"],
            "cause": "food_residue_over_limit",
            "penalised_by": [{"instrument": "food_safety_law", "article": "第一百二十四条第一款"}],
            "began": "2024-03-01",
            "ended": "2024-03-01",
            "discovered": "2024-03-05",
            "bases": {"goods_value": 3000, "illegal_gains": 0},
        }
    ],
    "steps": [{"step": "decision", "on": "2024-05-10"}],
}


def page(proposal, lang="zh", *, steps=(), **facts):
    data = copy.deepcopy(CASE)
    data["violations"][0] |= facts
    data["steps"] += steps
    data["proposed"] = [{"violation": "v1", "party": "p1"} | proposal]
    return as_text(review(load_case(data, RULESETS), RULESETS, ON), lang)


def section(text, title, after):
    return text[text.index(title) : text.index(after)]


def fined(amount, **more):
    return {"penalties": [{"kind": "fine", "amount": amount}]} | more


SPARED = {"gravity": "minor", "harm": "none", "corrected_in_time": True}


@pytest.mark.parametrize(
    ("proposal", "facts", "reason"),
    [
        # 食品安全法第一百二十四条第一款: 货值不足一万元的，并处五万元以上十万元以下罚款
        (fined(120000), {}, "拟作处理不合法：罚款120,000.00元高于法定上限100,000.00元"),
        # 行政处罚法第三十三条第一款: 不予行政处罚
        (fined(60000), SPARED, "拟作处理不合法：与应当适用的情节相抵触：行政处罚法（2021）第三十三条第一款"),
    ],
)
def test_what_makes_a_proposal_unlawful_stands_under_the_problems(proposal, facts, reason):
    text = page(proposal, **facts)
    assert "结论  不得作出决定：拟作处理有1项不合法；" in text
    assert f"✗ {reason}" in section(text, "一、问题", "二、处理与金额")
    # Section two refers to it; it is not said again.
    assert "不合法（见“问题”）" in text
    assert text.count(reason.partition("：")[2]) == 1


def test_english_gives_the_reason_there_too():
    text = page(fined(120000), "en")
    problems = section(text, "1. Problems", "2. Treatment and amount")
    assert "the proposal is unlawful: fine 120,000.00 yuan is above the statutory ceiling 100,000.00 yuan" in problems


def test_no_decision_is_barred_without_a_reason_among_the_problems():
    for amount in (1, "100000.01", 10**9):
        text = page(fined(amount))
        if "结论  不得作出决定" in text:
            assert "\n  无\n" not in section(text, "一、问题", "二、处理与金额")


def test_a_stop_without_a_fine_is_not_called_a_fine_of_nothing():
    text = page({"treatment": "ordinary", "penalties": [{"kind": "order_to_suspend_business"}]}, **SPARED)
    assert "罚款0.00元" not in text
    assert "未拟罚款，法定罚款不低于50,000.00元" in text
    assert "拟罚  责令停产停业；不合法" in text
    assert "拟罚款合计  0.00" not in text


def test_a_ground_does_not_say_its_effect_twice():
    text = page(fined(60000), first=True, harm="slight", corrected_in_time=True)
    assert "● 初次违法、危害后果轻微且及时改正的，可以不予处罚    [" in text
    assert "不予处罚的，不予处罚" not in text
    both = page(fined(60000), **SPARED)
    assert "● 违法轻微、及时改正且没有危害后果的，不予处罚（应当）    [" in both


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (2500, "低于法定下限，有减轻情节（行政处罚法（2021）第三十二条第一项）"),
        (60000, "在法定幅度内"),
    ],
)
def test_a_mitigated_fine_is_not_said_to_lie_in_the_range(amount, said):
    facts = {"removed_or_reduced_harm": True, "bases": {"goods_value": 100, "illegal_gains": 0}}
    text = page(fined(amount, basis=["administrative_penalty_law/removed_or_reduced_harm"]), **facts)
    assert said in text
    if amount == 2500:
        assert "在法定幅度内" not in text
        assert text.count("有减轻情节") == (2 if "罚款低于法定下限，有减轻情节" in text else 1)


@pytest.mark.parametrize(
    ("gains", "said"),
    [
        # 行政处罚法第二十八条第二款: 当事人有违法所得 …
        (0, "违法所得  没有违法所得，无须没收"),
        (1000, "违法所得  应没收1,000.00元"),
    ],
)
def test_nothing_is_confiscated_where_there_is_nothing(gains, said):
    text = page(fined(60000), bases={"goods_value": 3000, "illegal_gains": gains})
    assert said in text
    assert "应没收0.00" not in text


@pytest.mark.parametrize(
    ("step", "article"),
    [
        # 第六十七条第一款: 作出处罚决定的机关与收缴罚款的机构分离
        ({"step": "payment", "on": "2024-05-20", "amount": 60000, "collector": "organ"}, "第六十七条第一款"),
        # 第七十条: 当场收缴的，必须出具专用票据
        (
            {"step": "collection_on_the_spot", "on": "2024-05-20", "amount": 60000, "receipt": False},
            "第七十条",
        ),
    ],
)
def test_a_breach_after_the_decision_leaves_the_decision_as_it_is(step, article):
    text = page(fined(60000), steps=[step])
    (line,) = [
        each for each in section(text, "一、问题", "二、处理").splitlines() if f"行政处罚法（2021）{article}]" in each
    ]
    assert "不影响处罚决定的效力；应予纠正：" in line
    assert "足以撤销" not in line
    assert "补正" not in line


def test_no_bracket_says_both_that_a_breach_can_and_that_it_cannot_be_put_right():
    steps = [{"step": "case_filing", "on": "2023-01-05"}, {"step": "notice", "done": False}]
    lines = section(page(fined(60000), steps=steps), "一、问题", "二、处理").splitlines()
    marked = [line for line in lines if line.lstrip().startswith(("✗", "◐"))]
    assert len(marked) > 1
    for line in marked:
        assert not ("应予补正" in line and "不能补正" in line)
        assert line.count("足以撤销") + line.count("可能被撤销") <= 1


def customs(tax, fine):
    data = {
        "number": "虚构〔2024〕3号",
        "record": "excerpt",
        "organ": {"field": "customs", "place": "37"},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "cause": "customs_misdeclaration_tax",
                "penalised_by": [{"instrument": "customs_penalty_regulations", "article": "第十五条第四项"}],
                "bases": {"tax": tax},
                "ended": "2024-05-10",
            }
        ],
        "steps": [{"step": "decision", "on": "2024-09-10"}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": fine}]}],
    }
    return review(load_case(data, RULESETS), RULESETS)


@pytest.mark.parametrize(
    ("tax", "fine", "shown", "lawful"),
    [
        # 海关行政处罚实施条例第十五条第四项: 漏缴税款百分之三十以上二倍以下
        ("592800.73", "270000", "177,840.22元以上1,185,601.46元以下", True),
        ("89492.83", "26847.85", "26,847.85元以上178,985.66元以下", True),
        # The comparison is exact: one fen less lies below 26 847.849 yuan, although by less than a fen.
        ("89492.83", "26847.84", "26,847.85元以上178,985.66元以下", None),
        ("0.05", "0.02", "0.02元以上0.10元以下", True),
    ],
)
def test_ranges_are_shown_to_the_fen_and_compared_exactly(tax, fine, shown, lawful):
    verdict = customs(tax, fine)
    assert verdict.results[0].proposal.within is lawful
    text = as_text(verdict, "zh")
    assert f"的30%以上200%以下，即{shown}" in text
    assert not [line for line in text.splitlines() if "." in line and any(len(each) > 2 for each in thirds(line))]


def thirds(line):
    """Return what stands behind the points of the amounts of a line."""
    return [part.partition("元")[0] for part in line.split(".")[1:] if "元" in part and part[0].isdigit()]


@pytest.mark.parametrize(
    ("organ", "party", "law", "said"),
    [
        # 出境入境管理法第八十三条第一款: 对其负责人处五千元以上五万元以下罚款 — a natural person, not the carrier itself.
        ("immigration", "legal_person", ("exit_entry_law", "第八十三条第一款"), "只能由符合下列条件的当事人承担"),
        # 农药管理条例第五十一条: 由省、自治区、直辖市人民政府农业主管部门 …
        ("agriculture", "legal_person", ("pesticide_regulations", "第五十一条"), "只能由符合下列条件的机关作出"),
    ],
)
def test_the_wrong_organ_or_party_is_said_once(organ, party, law, said):
    data = copy.deepcopy(CASE)
    data["organ"] |= {"field": organ}
    data["parties"][0]["kind"] = party
    del data["violations"][0]["cause"]
    data["violations"][0]["penalised_by"] = [{"instrument": law[0], "article": law[1]}]
    data["proposed"] = [{"violation": "v1", "party": "p1"} | fined(6000)]
    text = as_text(review(load_case(data, RULESETS), RULESETS, ON), "zh")
    assert text.count(said) == 1
    assert "所引条文未规定：罚款" not in text


def test_what_was_assumed_and_what_did_not_arise_is_one_line_each():
    data = copy.deepcopy(CASE) | {"proposed": [{"violation": "v1", "party": "p1"} | fined(60000)]}
    verdict = review(load_case(data, RULESETS), RULESETS, ON)
    short, full = as_text(verdict, "zh"), as_text(verdict, "zh", everything=True)
    assert [line for line in short.splitlines() if line.startswith("假定未发生")] == [
        f"假定未发生：{sum('=' not in each for each in verdict.assumed)}项，从略"
    ]
    (dormant,) = [line for line in short.splitlines() if line.startswith("未涉及的程序义务")]
    assert dormant.endswith("从略")
    assert "查封、扣押" not in short.rpartition("假定未发生")[2]
    assert "查封、扣押" in full.rpartition("假定未发生")[2]
    assert "从略" not in full.rpartition("假定未发生")[2]
    duties = sum(finding.status == "dormant" for finding in verdict.findings)
    listed = full[full.index("、未涉及的程序义务") :].split("\n\n")[0]
    assert listed.count("\n  · ") == duties
