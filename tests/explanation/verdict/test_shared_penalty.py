"""One penalty for several parties stands on the page of each of them, who are named."""

from __future__ import annotations

from enforcement_rules import as_text, load_case, load_rulesets, review

RULESETS = load_rulesets()
# 虚构
CASE = {
    "number": "虚构",
    "organ": {"field": "market_regulation", "rank": "county"},
    "parties": [
        {"id": "p1", "kind": "legal_person", "name": "甲公司"},
        {"id": "p2", "kind": "legal_person", "name": "乙公司"},
        {"id": "p3", "kind": "legal_person", "name": "丙公司"},
    ],
    "violations": [
        {
            "id": "v1",
            "parties": ["p1", "p2", "p3"],
            "penalised_by": [{"instrument": "food_safety_law", "article": "第一百二十四条第一款"}],
            "began": "2024-03-01",
            "ended": "2024-03-01",
            "bases": {"goods_value": 100},
        }
    ],
    "steps": [{"step": "decision", "on": "2024-06-01"}],
    "proposed": [
        {"violation": "v1", "party": "p1", "shared_with": ["p2"], "penalties": [{"kind": "fine", "amount": 60000}]}
    ],
}


def test_each_of_those_who_share_a_penalty_reads_it_and_nobody_else():
    page = as_text(review(load_case(CASE, RULESETS), RULESETS), "zh")
    proposed = [line.strip() for line in page.splitlines() if line.strip().startswith("拟罚  ")]
    assert [line.startswith("拟罚  罚款60,000.00元") for line in proposed] == [True, True, False]
    assert page.count("该罚款由甲公司、乙公司共同承担") == 2
