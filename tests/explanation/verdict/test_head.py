"""The head of a page: who, what for, by whom, at which stage, what is put to the reviewer; nothing is made up."""

from __future__ import annotations

import copy
import datetime as dt

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.explanation.verdict import as_markdown, as_text

RULESETS = load_rulesets()
ON = dt.date(2024, 6, 3)
CASE = {
    "number": "虚构〔2024〕1号",
    "record": "working",
    "organ": {"name": "某县市场监督管理局", "field": "market_regulation", "rank": "county", "place": "350121"},
    "parties": [{"id": "p1", "kind": "legal_person", "name": "某公司"}],
    "violations": [{"id": "v1", "parties": ["p1"], "cause": "food_expired", "ended": "2024-03-01"}],
    "steps": [{"step": "case_filing", "on": "2024-03-06"}, {"step": "inspection", "on": "2024-03-07"}],
    "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 60000}]}],
}


def head(lang="zh", **changes):
    data = copy.deepcopy(CASE) | changes
    verdict = review(
        load_case({key: value for key, value in data.items() if value is not None}, RULESETS), RULESETS, ON
    )
    rows = as_text(verdict, lang).partition("\n\n")[0].splitlines()
    return dict(row.split("  ", 1) for row in rows)


def test_the_head_says_who_for_what_by_whom_and_what_is_asked():
    rows = head()
    assert list(rows)[:9] == [
        "案件",
        "当事人",
        "案由",
        "机关",
        "阶段",
        "提请审核",
        "审查基准日",
        "材料",
        "结论",
    ]
    assert rows["当事人"] == "某公司（法人）"
    assert rows["案由"] == RULESETS.vocabulary.causes["food_expired"].zh
    assert rows["机关"] == "某县市场监督管理局（市场监督管理、县级）"
    assert rows["阶段"] == "在办，未见处罚决定；最近一步：现场检查（2024-03-07）"
    assert rows["提请审核"] == "罚款60,000.00元"


def test_english_says_the_same():
    rows = head("en")
    assert rows["Party"] == "某公司 (legal person)"
    assert rows["Organ"] == "某县市场监督管理局 (market regulation, county)"
    assert rows["Stage"] == "under way, no decision seen; latest step: inspection (2024-03-07)"
    assert rows["Submitted for review"] == "fine of 60,000.00 yuan"


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("当事人", {"parties": None, "violations": None, "proposed": None}),
        ("案由", {"violations": [{"id": "v1", "parties": ["p1"]}]}),
        ("机关", {"organ": None}),
    ],
)
def test_what_the_file_does_not_say_is_said_to_be_unstated(name, changes):
    assert head(**changes)[name] == "未载明"


def test_names_that_are_missing_are_not_replaced_by_ids():
    rows = head(parties=[{"id": "p1", "kind": "individual_business"}], organ={"field": "market_regulation"})
    assert rows["当事人"] == "未载明姓名或者名称（个体工商户）"
    assert rows["机关"] == "名称未载明（市场监督管理）"


@pytest.mark.parametrize(
    ("steps", "stage"),
    [
        ([], "未载明任何程序步骤"),
        ([{"step": "notice", "done": False}], "未载明任何程序步骤"),
        ([{"step": "case_filing"}], "在办，未见处罚决定；最近一步：立案"),
        # The order of the file does not count.
        (
            [{"step": "notice", "on": "2024-04-02"}, {"step": "case_filing", "on": "2024-03-06"}],
            "在办，未见处罚决定；最近一步：行政处罚告知（2024-04-02）",
        ),
        # A decision that is known not to have been made is none.
        ([{"step": "decision", "done": False}, {"step": "case_filing"}], "在办，未见处罚决定；最近一步：立案"),
        ([{"step": "decision"}], "处罚决定已作出（日期未载明）"),
        ([{"step": "decision", "on": "2024-05"}], "处罚决定已作出（2024-05）"),
        ([{"step": "decision", "on": {"from": "2024-05-10"}}], "处罚决定已作出（不早于2024-05-10）"),
        (
            [
                {"step": "decision", "on": "2024-05-10"},
                {"step": "service", "on": "2024-05-13"},
                {"step": "payment", "on": "2024-05-20", "amount": 60000, "collector": "bank"},
            ],
            "处罚决定已作出（2024-05-10）；其后：决定书送达（2024-05-13）、缴纳罚款（2024-05-20）",
        ),
    ],
)
def test_the_stage_is_what_the_steps_tell(steps, stage):
    assert head(steps=steps)["阶段"] == stage


@pytest.mark.parametrize(
    ("proposed", "question"),
    [
        (None, "未载明拟作处理"),
        ([{"penalties": [{"kind": "warning"}, {"kind": "fine", "amount": 500}]}], "警告、罚款500.00元"),
        ([{"treatment": "no_penalty", "penalties": []}], "不予处罚"),
        (
            [{"treatment": "mitigated", "penalties": [{"kind": "fine", "amount": 5000}]}],
            "减轻处罚，罚款5,000.00元",
        ),
        (
            [
                {
                    "penalties": [
                        {"kind": "confiscation_of_illegal_gains", "amount": 14},
                        {"kind": "confiscation_of_illegal_property", "items": "过期饼干十包"},
                        {"kind": "licence_revocation"},
                    ],
                    "orders": ["order_to_correct"],
                }
            ],
            "没收违法所得14.00元、没收非法财物（过期饼干十包）、吊销许可证、责令改正或者限期改正",
        ),
        # A fine of nothing is none.
        ([{"penalties": [{"kind": "warning"}, {"kind": "fine", "amount": 0}]}], "警告"),
        ([{"penalties": [{"kind": "other", "note": "扣减积分"}]}], "扣减积分"),
    ],
)
def test_every_kind_that_is_proposed_is_put_to_the_reviewer(proposed, question):
    entries = None if proposed is None else [{"violation": "v1", "party": "p1"} | each for each in proposed]
    assert head(proposed=entries)["提请审核"] == question


def test_of_several_parties_each_has_its_own():
    rows = head(
        parties=[{"id": "p1", "name": "某公司"}, {"id": "p2", "kind": "natural_person", "name": "李某"}],
        violations=[{"id": "v1", "parties": ["p1", "p2"], "ended": "2024-03-01"}],
        proposed=[
            {"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 60000}]},
            {"violation": "v1", "party": "p2", "penalties": [{"kind": "fine", "amount": 6000}]},
        ],
    )
    assert rows["提请审核"] == "某公司：罚款60,000.00元；李某：罚款6,000.00元"


def test_the_matters_of_review_are_told_and_none_is_clean_while_a_duty_is_open():
    rows = head()
    matters = ("主体与权限", "执法人员", "事实证据", "法律适用", "程序", "裁量", "文书", "移送")
    assert all(rows["审核事项"].count(each) == 1 for each in matters)
    told = dict(part.split("：") for part in rows["审核事项"].split("；"))
    assert {"主体与权限", "程序"} <= set(told["待查"].split("、"))


@pytest.mark.parametrize("view", [as_text, as_markdown])
def test_warnings_bear_no_number_so_that_problems_are_the_first_section(view):
    data = copy.deepcopy(CASE) | {"organ": {"field": "fire"}}
    page = view(review(load_case(data, RULESETS), RULESETS, ON), "zh")
    assert "一、问题" in page
    assert page.index("提示") < page.index("一、问题")


def test_an_excerpt_that_tells_of_no_officer_does_not_say_that_the_officers_are_in_order():
    rows = head(record="excerpt", steps=[{"step": "decision", "on": "2024-05-10"}])
    told = dict(part.split("：") for part in rows["审核事项"].split("；"))
    assert "执法人员" in told["待查"].split("、")
