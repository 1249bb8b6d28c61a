"""Who is who in a unit (行政处罚法 art. 4; 药品管理法 art. 118): one person may be several of its people (虚构)."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.evaluation.engine import frames_of

RULESETS = load_rulesets()
DAY = dt.date(2024, 6, 10)
REPRESENTS, CHIEF, SUPERVISOR, RESPONSIBLE = (
    f"party.is_{role}"
    for role in ("legal_representative", "principal_in_charge", "responsible_supervisor", "responsible_person")
)


def _case(party):
    return load_case(
        {
            "schema": "enforcement_rules/case/1",
            "organ": {"field": "drug_administration"},
            "parties": [{"id": "p1", **party}],
            "violations": [
                {
                    "id": "v1",
                    "parties": ["p1"],
                    "cause": "drug_counterfeit_made_or_sold",
                    "penalised_by": [{"instrument": "drug_administration_law", "article": "第一百一十八条第一款"}],
                    "began": "2024-05-06",
                    "ended": "2024-05-06",
                }
            ],
            "steps": [{"step": "decision", "on": "2024-06-10"}],
            "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "occupation_restriction"}]}],
        },
        RULESETS,
    )


def _known(party, fact):
    [pair] = frames_of(_case(party), RULESETS, DAY)[2]
    value = pair.facts[fact]
    return value if isinstance(value, bool) else None


CHINESE = """\
格式: enforcement_rules/case/1
当事人: [{编号: p1, 类别: 自然人, 违法身份: 主要负责人, 兼有身份: [法定代表人]}]
违法行为: [{编号: v1, 当事人: [p1]}]
程序步骤: [{步骤: 处罚决定, 日期: 2024-06-10}]
处理意见:
  - 处罚:
      - {种类: 限制从业, 期限: {终身: 是}}
      - {种类: 暂扣许可证件, 期限: {年数: 1, 月数: 6}}
      - {种类: 行政拘留, 日数: 15}
"""
PERSON = {"kind": "natural_person"}


@pytest.mark.parametrize(
    ("party", "known"),
    [
        ({"role": "legal_representative"}, {REPRESENTS: True, CHIEF: None, SUPERVISOR: None, RESPONSIBLE: None}),
        ({"role": "principal_in_charge"}, {REPRESENTS: None, CHIEF: True, SUPERVISOR: None, RESPONSIBLE: None}),
        ({"role": "responsible_supervisor"}, {REPRESENTS: None, CHIEF: None, SUPERVISOR: True, RESPONSIBLE: True}),
        ({"role": "responsible_person"}, {REPRESENTS: None, CHIEF: None, SUPERVISOR: None, RESPONSIBLE: True}),
        (
            {"role": "principal_in_charge", "other_roles": ["legal_representative", "responsible_supervisor"]},
            {REPRESENTS: True, CHIEF: True, SUPERVISOR: True, RESPONSIBLE: True},
        ),
        (
            {"role": "legal_representative", "other_roles": []},
            {REPRESENTS: True, CHIEF: False, SUPERVISOR: False, RESPONSIBLE: False},
        ),
        (
            {"role": "legal_representative", "other_roles": ["responsible_person"]},
            {REPRESENTS: True, CHIEF: False, SUPERVISOR: False, RESPONSIBLE: True},
        ),
        ({"role": "unit"}, {REPRESENTS: False, CHIEF: False, SUPERVISOR: False, RESPONSIBLE: False}),
        ({}, {REPRESENTS: None, CHIEF: None, SUPERVISOR: None, RESPONSIBLE: None}),
        ({"is_principal_in_charge": True}, {REPRESENTS: None, CHIEF: True, SUPERVISOR: None, RESPONSIBLE: None}),
    ],
)
def test_what_a_role_says_of_the_others(party, known):
    assert {fact: _known(PERSON | party, fact) for fact in known} == known


@pytest.mark.parametrize("kind", ["legal_person", "other_organization", "individual_business"])
def test_a_unit_is_none_of_its_people(kind):
    assert [_known({"kind": kind}, fact) for fact in (REPRESENTS, CHIEF, SUPERVISOR, RESPONSIBLE)] == [False] * 4


def test_the_role_is_asked():
    verdict = review(_case(PERSON), RULESETS, DAY)
    assert "parties.p1.role" in [fact.path for ask in verdict.asks for fact in ask.facts]


def test_roles_and_terms_are_written_in_chinese(tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text(CHINESE, encoding="utf-8")
    case = load_case(file, RULESETS)
    assert [party.facts for party in case.parties]
    [pair] = frames_of(case, RULESETS, DAY)[2]
    assert (pair.facts[REPRESENTS], pair.facts[CHIEF], pair.facts[SUPERVISOR]) == (True, True, False)
    terms = [penalty.length for penalty in case.proposed[0].penalties]
    assert [str(term) for term in terms] == ["life", "P1Y6M", "15"]


@pytest.mark.parametrize("role", ["legal_representative", "principal_in_charge", "responsible_supervisor"])
def test_what_else_somebody_is_is_not_asked_where_it_does_not_matter(role):
    verdict = review(_case(PERSON | {"role": role}), RULESETS, DAY)
    assert "parties.p1.other_roles" not in [fact.path for ask in verdict.asks for fact in ask.facts]
