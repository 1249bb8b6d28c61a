"""Drafts of a made-up statute (虚构养鸽条例): what is read becomes rules that load and are never applied."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import yaml

from enforcement_rules import InputError, load_case, load_law_text, load_rulesets, review
from enforcement_rules.drafting import draft_of

TODAY = dt.date(2026, 11, 1)
TEXT = """# 虚构养鸽条例

第一条 为了规范养鸽，制定本条例。

第二条 违反本条例规定，擅自放飞信鸽的，由养鸽主管部门责令改正，处一千元以上五千元以下的罚款；情节严重的，处五千元以上二万元以下的罚款，并吊销养鸽许可证。

第三条 有下列行为之一的，由养鸽主管部门没收违法所得，货值金额不足一万元的，可以并处一万元以上五万元以下的罚款；货值金额一万元以上的，并处货值金额五倍以上十倍以下的罚款：

（一）销售病鸽的；

（二）销售死鸽的。

第四条 养鸽单位未建立档案的，由养鸽主管部门责令限期改正，给予警告；逾期不改正的，处五千元以上一万元以下的罚款，对其直接负责的主管人员和其他直接责任人员处一千元以上二千元以下的罚款。

第五条 违反本条例规定，遮挡鸽舍的，处二千元以上二万以下的罚款。
"""


@pytest.fixture
def draft(tmp_path):
    def made(text: str = TEXT, instrument: str = "pigeon_regulations", field: str | None = "market_regulation"):
        file = tmp_path / "虚构养鸽条例(2020-03-01).md"
        file.write_text(text, encoding="utf-8")
        texts = load_law_text(file)
        (entry,) = texts.entries
        return draft_of(texts.wording(entry), entry, instrument, today=TODAY, field=field)

    return made


@pytest.fixture
def loaded(draft, tmp_path):
    folder = tmp_path / "rulesets" / "pigeon_regulations"
    folder.mkdir(parents=True)
    for name, text in draft().files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_rulesets(folder.parent)


def rules_in(files: Any, section: str = "penalties") -> dict[str, dict[str, Any]]:
    return {rule["name"]: rule for rule in yaml.safe_load(files["penalties.yaml"])[section]}


def test_each_penalty_has_its_kind_force_range_and_condition(draft):
    then = rules_in(draft().files)["article_2_paragraph_1"]["then"]
    serious = {"violation.gravity": "serious"}
    assert then == [
        {
            "kind": "fine",
            "force": "shall",
            "when": {"not": serious},
            "fine": {"at_least": 1000, "at_most": 5000},
        },
        {"kind": "fine", "force": "shall", "when": serious, "fine": {"at_least": 5000, "at_most": 20000}},
        {"kind": "licence_revocation", "force": "shall", "when": serious},
    ]


def test_a_head_takes_its_items_as_acts_with_a_cause_each(draft):
    files = draft().files
    rule = rules_in(files)["article_3_paragraph_1"]
    assert [each["item"] for each in rule["acts"]] == ["第一项", "第二项"]
    assert {each["cause"] for each in rule["acts"]} <= yaml.safe_load(files["causes.yaml"])["causes"].keys()
    assert [(each["kind"], each["force"]) for each in rule["then"]] == [
        ("confiscation_of_illegal_gains", "shall"),
        ("fine", "may"),
        ("fine", "shall"),
    ]
    assert rule["then"][2]["fine"] == {"at_least": 5, "at_most": 10, "times": "violation.goods_value"}


def test_a_refusal_to_act_in_time_and_persons_responsible_are_known_facts(draft):
    then = rules_in(draft().files)["article_4_paragraph_1"]["then"]
    assert [each["kind"] for each in then] == ["warning", "fine", "fine"]
    assert then[1]["when"] == {"violation.overdue_correction": True}
    assert then[2]["borne_by"] == {"party.is_responsible_person": True}


def test_what_the_readers_refuse_is_a_gap_and_no_rule(draft):
    made = draft()
    assert "article_5_paragraph_1" not in rules_in(made.files)
    assert "article_5_paragraph_1_refused" in rules_in(made.files, "gaps")
    assert (made.provisions, made.gaps) == (3, 1)
    assert sum(made.refused.values()) == 1


def test_the_text_stands_beside_and_every_blank_says_so(draft):
    files = draft().files
    assert "  # 违反本条例规定,擅自放飞信鸽的" in files["penalties.yaml"]
    assert "（待写）" in files["penalties.yaml"]
    assert "（待写）" in files["causes.yaml"]
    assert yaml.safe_load(files["instrument.yaml"])["articles"] == dict.fromkeys(
        ["第二条", "第三条", "第四条", "第五条"], "pending"
    )


def test_drafts_load_and_are_never_applied(loaded):
    (version,) = [each for each in loaded.all_versions() if each.head.instrument == "pigeon_regulations"]
    assert len(version.drafts) == 3
    assert not version.penalties
    case = {
        "record": "excerpt",
        "organ": {"field": "market_regulation", "rank": "county", "place": "330902"},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "ended": "2024-05-06",
                "penalised_by": [{"instrument": "pigeon_regulations", "article": "第二条"}],
            }
        ],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 2000}]}],
    }
    verdict = review(load_case(case, loaded), loaded, on=dt.date(2024, 7, 1))
    assert verdict.results[0].statutory.range is None
    assert "draft" in {each.reason for each in verdict.not_checked}


@pytest.mark.parametrize("instrument", ["", "Pigeon", "鸽", "a", "../a", "1a", "x" * 80])
def test_an_id_that_is_none_is_refused(draft, instrument):
    with pytest.raises(InputError, match="noise_pollution_law"):
        draft(instrument=instrument)


@pytest.mark.parametrize("text", ["", "# 虚构\n\n没有条文。\n", "第一条 为了养鸽。\n"])
def test_a_text_without_penalties_makes_no_draft(draft, text):
    with pytest.raises(InputError):
        draft(text)


def test_another_act_and_another_law_are_not_those_of_the_head(draft):
    text = (
        "# 虚构养鸽条例\n\n第二条 违反本条例规定，擅自放飞信鸽的，处一千元以上五千元以下的罚款。\n\n"
        "第三条 违反本条例规定，销售病鸽的，依照《虚构兽医法》第二条的规定处罚。\n"
    )
    made = draft(text)
    assert "article_3_paragraph_1" not in rules_in(made.files)
    assert all("as_in" not in rule for rule in rules_in(made.files).values())
    assert {rule["article"] for rule in rules_in(made.files, "gaps").values()} == {"第三条第一款"}


def test_a_ban_for_years_or_for_life_keeps_its_condition_and_its_party(draft):
    made = draft(
        "# 虚构养鸽条例\n\n第二条 违反本条例规定，销售病鸽的，处一千元以上五千元以下的罚款；情节严重的，"
        "对直接负责的主管人员和其他直接责任人员，十年直至终身禁止从事养鸽活动。\n"
    )
    (ban,) = [
        each
        for rule in rules_in(made.files).values()
        for each in rule["then"]
        if each["kind"] == "occupation_restriction"
    ]
    assert ban["term"] == {"at_least": {"years": 10}, "or_for_life": True}
    assert ban["when"] == {"violation.gravity": "serious"}
    assert ban["borne_by"] == {"party.is_responsible_person": True}
