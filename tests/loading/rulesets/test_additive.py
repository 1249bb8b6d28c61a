"""Rulesets of one's own add to the law of the library; `only` leaves that out."""

from __future__ import annotations

import shutil

import pytest

from enforcement_rules import InputError, load_case, load_rulesets, review
from enforcement_rules.loading import shipped_directory

SHIPPED = load_rulesets()
ADVERTISING = "market_regulation/advertising_law_2021"
HEAD = """\
instrument: stall_rules
version: "2020"
title: {zh: 摊贩办法（虚构）, en: Stall Rules (made up)}
short: {zh: 摊贩办法, en: Stall Rules}
rank: departmental_rule
issuer: 某部
in_force: {from: 2020-01-01, to: null}
sources: [{title: 虚构, verification: full_text}]
checked: 2026-01-01
articles: {第一条: encoded}
"""
RULES = """\
penalties:
  - article: 第一条
    name: stall_in_the_road
    says: 占道经营的，处一百元以上五百元以下罚款
    says_en: a stall in the road, a fine of 100 to 500
    causes: [stall_in_the_road]
    then: [{kind: fine, force: shall, fine: {at_least: 100, at_most: 500}}]
"""
CAUSES = "causes:\n  stall_in_the_road: {zh: 占道经营（虚构）, en: stall in the road (made up)}\n"


@pytest.fixture
def own(tmp_path):
    """Return a folder of one instrument of one's own, with changes of its files (text to be replaced, or `None`)."""

    def written(head=HEAD, rules=RULES, causes=CAUSES, name="own"):
        root = tmp_path / name
        (root / "stall_rules_2020").mkdir(parents=True)
        (root / "stall_rules_2020" / "instrument.yaml").write_text(head, "utf-8")
        (root / "stall_rules_2020" / "rules.yaml").write_text(rules, "utf-8")
        (root / "causes.yaml").write_text(causes, "utf-8")
        return root

    return written


def ids(law):
    return {version.head.id for version in law.all_versions()}


def test_a_folder_of_ones_own_adds_to_the_law_of_the_library(own):
    law = load_rulesets(own())
    assert ids(law) == ids(SHIPPED) | {"stall_rules@2020"}
    assert not law.only
    assert law.vocabulary.causes.keys() == SHIPPED.vocabulary.causes.keys() | {"stall_in_the_road"}
    assert load_rulesets(own(name="two"), cache=False).vocabulary.facts.keys() == SHIPPED.vocabulary.facts.keys()


def test_the_library_named_besides_counts_once(own):
    root = own()
    for named in ([shipped_directory(), root], [root, shipped_directory()], [root, str(root), f"{root}/."]):
        assert ids(load_rulesets(*named)) == ids(SHIPPED) | {"stall_rules@2020"}
    assert load_rulesets(shipped_directory()) is load_rulesets(f"{shipped_directory()}/.") is load_rulesets()


def test_a_copy_of_what_the_library_holds_counts_once(tmp_path):
    shutil.copytree(shipped_directory() / ADVERTISING, tmp_path / "copy")
    law = load_rulesets(tmp_path)
    assert ids(law) == ids(SHIPPED)
    (version,) = law.versions["advertising_law"]
    assert version.penalties[0].place.file.startswith("rulesets/")


def test_a_changed_copy_is_refused_and_needs_only(tmp_path):
    shutil.copytree(shipped_directory() / ADVERTISING, tmp_path / "copy")
    head = tmp_path / "copy" / "instrument.yaml"
    head.write_text(head.read_text("utf-8") + "# 改\n", "utf-8")
    with pytest.raises(InputError) as caught:
        load_rulesets(tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["duplicate_version"]
    assert str(tmp_path) in caught.value.lines()[0]
    assert ids(load_rulesets(tmp_path, only=True)) == {"advertising_law@2021"}


def test_only_needs_a_directory():
    with pytest.raises(InputError) as caught:
        load_rulesets(only=True)
    assert caught.value.problems[0].code == "only_without_rulesets"


SLIPS = [
    ("rules", "causes: [stall_in_the_road]", "causes: [stall_in_the_raod]", "rules.yaml:6:14", "stall_in_the_road"),
    ("rules", "causes: [stall_in_the_road]", "when: {violation.cause: stall_in_the_raod}", ":6:29", "in_the_road"),
    ("rules", "causes: [", "when: {not: {violation.cause: {one_of: [false_advertisng]}}}\n    causes: [", ":6:45", "false_"),
    ("rules", "causes: [", "when: {violation.cited_instruments: {has: advertisng_law}}\n    causes: [", ":6:47", "_law"),
    ("rules", "causes: [", "when: {organ.field: market_regulaton}\n    causes: [", ":6:25", "market_regulation"),
    ("rules", "causes: [", "becomes: [{instrument: advertisng_law}]\n    causes: [", ":6:28", "advertising_law"),
    ("rules", "causes: [", "becomes: [{instrument: advertising_law, article: 第九百条}]\n    causes: [", ":6:54", "第九百条"),
    ("rules", "causes: [", "when: {violation.illegal_gain: {more_than: 5}}\n    causes: [", ":6:12", "illegal_gains"),
    ("head", "checked:", "fields: [market_regulaton]\nchecked:", "instrument.yaml:9:10", "market_regulation"),
    ("head", "checked:", 'places: ["33O6"]\nchecked:', "instrument.yaml:9:10", "33O6"),
]  # fmt: skip


@pytest.mark.parametrize("only", [False, True])
@pytest.mark.parametrize("slip", SLIPS)
def test_what_nobody_holds_is_refused_with_its_place(own, slip, only):
    file, old, new, place, near = slip
    text = {"rules": RULES, "head": HEAD}[file]
    assert old in text
    with pytest.raises(InputError) as caught:
        load_rulesets(own(**{file: text.replace(old, new)}), only=only)
    (line,) = caught.value.lines()
    assert place in line
    assert near in line


DUTY = """\
requirements:
  - article: 第一条
    name: told_in_writing
    says: 应当书面告知
    says_en: told in writing
    at: decision
    then: {notice.done: true}
    severity: minor
    replaces: [administrative_penalty_law/decided_within_90_days]
"""


@pytest.mark.parametrize("only", [False, True])
@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("administrative_penalty_law/decided_within_90_dayz", "decided_within_90_days"),
        ("administrative_penalty_lew/decided_within_90_days", "administrative_penalty_law"),
        ("nobody/xyz", "nobody"),
    ],
)
def test_a_duty_that_nobody_holds_is_no_duty_to_replace(own, named, said, only):
    load_rulesets(own(rules=RULES + DUTY, name="right"), only=only)
    wrong = DUTY.replace("administrative_penalty_law/decided_within_90_days", named)
    with pytest.raises(InputError) as caught:
        load_rulesets(own(rules=RULES + wrong), only=only)
    (line,) = caught.value.lines()
    assert "rules.yaml:16:16: " in line
    assert said in line


LIST = """\
listings:
  - name: spared
    says: 免罚（虚构）
    says_en: spared (made up)
    list: first_violation_no_penalty
    when: {violation.first: true}
    then: {may: no_penalty}
    ground: {instrument: administrative_penalty_law, article: 第三十三条第一款}
    entries:
      - article: 第一条
        name: stall
        says: 摆摊
        says_en: a stall
        causes: [stall_in_the_road]
        penalised_by: [{instrument: food_safety_law, article: 第一百二十四条第一款}]
"""


@pytest.mark.parametrize("only", [False, True])
@pytest.mark.parametrize(
    ("held", "named", "said"),
    [
        ("administrative_penalty_law", "administrative_penaltylaw", "administrative_penalty_law"),
        ("administrative_penalty_law", "nobody", "nobody"),
        ("food_safety_law", "food_safty_law", "food_safety_law"),
        ("第三十三条第一款", "第三百三十条第一款", "第三百三十条第一款"),
    ],
)
def test_a_law_that_nobody_holds_is_no_ground_of_a_list(own, held, named, said, only):
    load_rulesets(own(rules=RULES + LIST, name="right"), only=only)
    with pytest.raises(InputError) as caught:
        load_rulesets(own(rules=RULES + LIST.replace(held, named)), only=only)
    (line,) = caught.value.lines()
    assert "rules.yaml:" in line
    assert said in line


def test_what_another_folder_holds_is_held(own, tmp_path):
    """Each folder names what only the other has."""
    more = CAUSES + "  stall_on_the_bridge: {zh: 桥上设摊（虚构）, en: stall on the bridge (made up)}\n"
    one = own(causes=more, name="one")
    other = own(
        HEAD.replace("stall_rules", "bridge_rules"),
        RULES.replace("[stall_in_the_road]", "[stall_on_the_bridge]")
        + "    becomes: [{instrument: stall_rules, article: 第一条}]\n",
        name="other",
    )
    assert {"stall_rules", "bridge_rules"} <= load_rulesets(one, other).versions.keys()
    with pytest.raises(InputError) as caught:
        load_rulesets(other)
    assert {problem.code for problem in caught.value.problems} == {"unknown_cause_near", "unknown_instrument"}


CASE = {
    "parties": [{"id": "p1", "kind": "natural_person"}],
    "violations": [{"id": "v1", "parties": ["p1"], "cause": "stall_in_the_road", "began": "2023-01-05"}],
    "steps": [{"step": "decision", "on": "2023-02-01"}],
}


def test_without_the_penalty_law_nothing_may_be_decided(own):
    alone, both = (load_rulesets(own(name=name), only=name == "alone") for name in ("alone", "both"))
    verdict = review(load_case(CASE, alone), alone)
    assert {warning.code: warning.blocks for warning in verdict.warnings} == {
        "only_named_rulesets": False,
        "penalty_law_missing": True,
    }
    assert verdict.outcome != "may_decide"
    assert review(load_case(CASE, both), both).warnings == ()
