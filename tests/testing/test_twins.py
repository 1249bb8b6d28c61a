"""Proof by twins: of every whole provision the clean twin may be decided, of no provision an unlawful one may.

Each run tries another share of the provisions, by the day; its name says which, so that `TWINS_SHARE=n` repeats it.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import os
from pathlib import Path

import pytest

from enforcement_rules import load_rulesets
from enforcement_rules.testing.twins import (
    CHANGES,
    Tally,
    Trial,
    Unlawful,
    clean_twin,
    provisions_of,
    tally,
    tried,
    unlawful_twins,
)
from enforcement_rules.testing.twins.duties_missing import kept_duties

ROOT = Path(__file__).parents[2]
SHARES = 12
TODAY = int(os.environ.get("TWINS_SHARE", dt.date.today().toordinal() % SHARES))


@pytest.fixture(scope="module")
def rulesets():
    return load_rulesets()


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("twins_tool", ROOT / "tools" / "twins.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def a_twin(rulesets, instrument, name, *, full=False):
    [(version, provision), *_] = [
        (version, provision)
        for version, provision in provisions_of(rulesets)
        if (version.head.instrument, provision.name) == (instrument, name)
    ]
    return clean_twin(rulesets, version, provision, full=full)


@pytest.mark.parametrize("share", [pytest.param(TODAY, id=f"share-{TODAY}-of-{SHARES}")])
def test_twins(rulesets, tool, share):
    made = tally(rulesets, list(provisions_of(rulesets))[share::SHARES])

    assert made.clean
    assert sum(sum(each.values()) for each in made.outcomes.values()) > 100
    assert list(tool.faults(made)) == []


@pytest.mark.long
def test_every_twin_and_the_page(rulesets, tool):
    made = tally(rulesets)

    assert list(tool.faults(made)) == []
    page = tool.PAGE.read_text(encoding="utf-8")
    assert tool.page_with(page, made) == page, "python tools/twins.py --write"


def test_every_change_names_its_law_in_both_languages():
    for change in CHANGES.values():
        assert "条" in change.zh or "法" in change.zh
        assert "art" in change.en


def test_the_changes_of_the_issue_are_all_there():
    assert set(CHANGES) >= {
        "kind_not_given",
        "kind_left_out",
        "alternatives_together",
        "approval_missing",
        "amount_below_floor",
        "amount_above_ceiling",
        "days_below",
        "days_above",
        "wrong_party",
        "wrong_organ",
        "act_before_the_law",
        "binding_ground_ignored",
        "duty_missing",
        "certificate_expired",
        "limit_missed",
        "notice_lighter",
    }


def test_a_clean_twin_states_no_more_than_it_takes(rulesets):
    twin = a_twin(rulesets, "pesticide_regulations", "unlicensed_or_fake_pesticide")

    assert twin.outcome == "may_decide"
    assert 10 < twin.needed <= 40
    assert twin.unasked == ()
    assert "虚构" in twin.data["number"]


def test_goods_are_worth_less_than_the_switch_and_the_fine_lies_between_its_ends(rulesets):
    # 农药管理条例第五十二条第一款: 货值不足一万元的，五万元以上十万元以下
    twin = a_twin(rulesets, "pesticide_regulations", "unlicensed_or_fake_pesticide")

    [fine] = [each for each in twin.data["proposed"][0]["penalties"] if each["kind"] == "fine"]
    assert float(twin.data["violations"][0]["bases"]["goods_value"]) < 10_000
    assert 50_000 <= float(fine["amount"]) <= 100_000


def test_detention_is_of_a_person(rulesets):
    twin = a_twin(rulesets, "public_security_penalty_law", "assault")

    assert twin.data["parties"][0]["kind"] == "natural_person"


def test_amounts_lie_a_cent_beyond_the_ends(rulesets):
    twin = a_twin(rulesets, "pesticide_regulations", "unlicensed_or_fake_pesticide")

    beyond = {each.change: each.detail for each in unlawful_twins(twin, ["amount_below_floor", "amount_above_ceiling"])}
    assert beyond == {"amount_below_floor": "49999.99", "amount_above_ceiling": "100000.01"}


def test_a_version_before_the_law_of_the_procedure_has_no_twin(rulesets):
    # 行政处罚法（2021）自2021年7月15日起施行；食品安全法（2015）文本止于2021年4月28日
    [old] = [each for each in rulesets.versions["food_safety_law"] if each.head.version == "2015"]

    assert clean_twin(rulesets, old, old.penalties[0]) is None


def test_every_void_or_fatal_duty_that_a_clean_twin_kept_is_broken_by_some_change(rulesets):
    twin = a_twin(rulesets, "pesticide_regulations", "unlicensed_or_fake_pesticide", full=True)
    broken = set().union(*(tried(unlawful, twin).breached for unlawful in unlawful_twins(twin)))

    kept = {duty.finding.ref.rule for duty in kept_duties(twin)}
    assert len(kept) > 25
    assert kept <= broken


def test_a_binding_ground_is_made_to_hold_and_set_aside(rulesets):
    # 行政处罚法第三十条、第三十三条、第三十六条
    twin = a_twin(rulesets, "pesticide_regulations", "unlicensed_or_fake_pesticide")
    trials = {each.detail: tried(each, twin).outcome for each in CHANGES["binding_ground_ignored"](twin)}

    law = "administrative_penalty_law/"
    for rule in ("under_fourteen", "minor_corrected_no_harm", "no_fault_shown", "limitation_two_years"):
        assert trials[law + rule] == "must_not_decide", rule


def test_a_certificate_is_missing_on_the_day_of_one_act_only(rulesets):
    twin = a_twin(rulesets, "pesticide_regulations", "unlicensed_or_fake_pesticide")

    for unlawful in CHANGES["certificate_expired"](twin):
        [before, after] = unlawful.data["officers"][0]["certificate"]
        [day] = {step["on"] for step in unlawful.data["steps"] if step["step"] == unlawful.detail}
        assert before["to"] < day < after["from"]
        assert tried(unlawful, twin).outcome == "must_not_decide"


def test_a_decision_on_the_fifth_working_day_leaves_no_time_for_a_hearing(rulesets):
    # 行政处罚法第六十四条第一项：告知后五个工作日内提出
    twin = a_twin(rulesets, "pesticide_regulations", "unlicensed_or_fake_pesticide", full=True)
    [early] = [
        each
        for each in CHANGES["limit_missed"](twin)
        if each.breaches == "administrative_penalty_law/hearing_period_left_open"
    ]

    assert early.bars
    assert tried(early, twin).outcome == "must_not_decide"


def test_what_only_a_province_may_impose_no_county_may(rulesets):
    # 农药管理条例第五十一条：由省、自治区、直辖市人民政府农业主管部门
    twin = a_twin(rulesets, "pesticide_regulations", "false_trial_report")

    assert twin.data["organ"]["rank"] == "province"
    outcomes = {each.detail: tried(each, twin).outcome for each in CHANGES["wrong_organ"](twin)}
    assert outcomes
    assert set(outcomes.values()) == {"must_not_decide"}


def test_the_tool_names_what_is_wrong(tool):
    made = Tally(provisions={"law@1/a": True, "law@1/b": False}, clean={("law@1/a", False): "undetermined"})
    made.clean["law@1/b", True] = "undetermined"
    unlawful = Unlawful("kind_not_given", "warning", {})
    made.wrong.append(("law@1/b", Trial(unlawful, "may_decide", wrong=True)))

    assert list(tool.faults(made)) == [
        "law@1/a (plain): the clean twin is undetermined",
        "law@1/b: kind_not_given: warning: may_decide",
    ]


def test_the_page_is_written_between_its_marks(tool):
    made = Tally(provisions={"law@1/a": True}, clean={("law@1/a", False): "may_decide"})
    text = f"above\n{tool.START}gone before\n{tool.END}below\n"
    written = tool.page_with(text, made)

    assert written.startswith(f"above\n{tool.START}| | plain | full |\n")
    assert written.endswith(f"{tool.END}below\n")
    assert "gone before" not in written
    assert tool.page_with(written, made) == written
