"""Items of a standard: veto before points, intervals while something is open, every status."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from enforcement_rules import appraise, load_case, load_rulesets
from enforcement_rules.values.errors import InputError

TWO = """
- {name: may, says: 有权, says_en: competent, group: legality, veto: true, requires: {rules: [act/competent]}}
- {name: seal, says: 盖章, says_en: sealed, group: legality, points: 100, requires: {holds: {decision.seal: true}}}
"""
DECIDED = {"steps": [{"step": "decision", "on": "2024-05-01", "seal": True}]}


def organ(**facts):
    return {"organ": {"name": "某局", "field": "market_regulation", "place": "14", **facts}}


def test_a_veto_beats_the_points(world):
    made = world.standard(TWO).appraise(DECIDED | organ(competent=False))
    assert made.outcome == "fails_by_veto"
    assert made.score.to_dict() | {"grades": []} == made.score.to_dict()
    assert made.score.points.lowest == made.score.points.highest == Decimal(100)


def test_a_clean_file_has_all_points(world):
    made = world.standard(TWO).appraise(DECIDED | organ(competent=True))
    assert (made.outcome, made.score.to_dict()["lowest"]) == ("clean", "100")


def test_a_veto_that_is_open_leaves_the_file_open(world):
    made = world.standard(TWO).appraise(DECIDED)
    assert made.outcome == "open"
    assert [item.status for item in made.items] == ["open", "passed"]


def test_a_veto_item_with_points_costs_them_too(world):
    items = TWO.replace("veto: true", "veto: true, points: 40").replace("points: 100", "points: 60")
    made = world.standard(items).appraise(DECIDED | organ(competent=False))
    assert made.outcome == "fails_by_veto"
    assert made.score.to_dict()["highest"] == "60"


SEVERAL = """
- name: several
  says: 两项义务
  says_en: two duties
  group: legality
  points: 100
  deduct: 30.5
  most: 50
  requires: {rules: [act/competent, act/shown]}
"""


@pytest.mark.parametrize(
    ("stated", "status", "score"),
    [
        ((True, True, False), "passed", ("100", "100")),
        ((False, True, False), "failed", ("69.5", "69.5")),
        ((False, False, False), "failed", ("50", "50")),  # two faults would cost 61, at most 50 are deducted
        ((True, None, False), "open", ("69.5", "100")),
        ((False, None, False), "failed", ("50", "69.5")),
        ((None, None, False), "open", ("50", "100")),
        ((True, False, None), "open", ("69.5", "100")),  # breached on the face of the file
        ((True, False, True), "passed", ("100", "100")),
    ],
)
def test_points_are_an_interval_while_something_is_open(world, stated, status, score):
    competent, shown, extended = stated
    steps = [{"step": "notice", "on": "2024-04-01"}]
    if shown is not None:
        steps[0]["shown"] = shown
    if extended is not None:
        steps.append({"step": "extension", "done": extended, **({"on": "2024-04-02"} if extended else {})})
    case = {"steps": steps} | (organ() if competent is None else organ(competent=competent))
    made = world.standard(SEVERAL).appraise(case)
    assert made.items[0].status == status
    got = made.score.to_dict()
    assert (got["lowest"], got["highest"]) == score


def test_every_violation_of_every_party_is_a_fault_of_its_own(world):
    world.standard(
        """
        - {name: clear, says: 清楚, says_en: clear, group: legality, points: 100, deduct: 10, requires: {rules: [act/clear]}}
        """
    )
    violation = {"cause": "a", "began": "2024-01-01", "ended": "2024-01-01"}
    violations = [{"id": f"v{n}", "clear": n == 0, **violation} for n in range(4)]
    made = world.appraise({"violations": violations})
    assert made.score.to_dict()["highest"] == "70"
    assert sorted(reason.key for reason in made.items[0].reasons) == [("v1", "p1"), ("v2", "p1"), ("v3", "p1")]


STATUSES = """
- {name: duty, says: 义务, says_en: duty, group: legality, points: 20, requires: {rules: [act/competent]}}
- {name: later, says: 签收, says_en: receipt, group: legality, points: 20, requires: {rules: [act/received]}}
- {name: never, says: 听证, says_en: hearing, group: legality, points: 20, when: {hearing.done: true}, requires: {documents: [record]}}
- {name: told, says: 出示, says_en: shown, group: legality, points: 20, when: {notice.done: true}, requires: {holds: {notice.shown: true}}}
- {name: person, says: 规范, says_en: well done, group: legality, points: 10}
- {name: harm, says: 危害, says_en: harm, group: legality, points: 10, when: {violation.harm: true}, requires: {holds: {violation.clear: true}}}
"""


def test_each_status(world):
    case = organ(competent=True) | {
        "complete": ["steps"],
        "steps": [{"step": "notice", "on": "2024-04-01", "shown": False}, {"step": "decision", "on": "2024-05-01"}],
    }
    made = world.standard(STATUSES).appraise(case)
    assert {item.item.name: item.status for item in made.items} == {
        "duty": "passed",
        "later": "open",
        "never": "not_applicable",
        "told": "failed",
        "person": "open",
        "harm": "open",
    }
    codes = {item.item.name: [reason.code for reason in item.reasons] for item in made.items}
    assert codes["later"] == ["not_yet_due"]
    assert codes["told"] == ["condition_fails"]
    assert codes["person"] == ["by_hand"]
    assert codes["harm"] == ["condition_open"]
    assert made.outcome == "faults"
    # 20 kept; 0–20 and 0–10 open; the open condition may not apply at all; what does not apply counts for nothing
    assert made.score.points.to_dict() == {"lowest": "20", "highest": "60"}
    assert made.score.of.to_dict() == {"lowest": "70", "highest": "80"}
    assert [code for code, _ in made.remarks if code == "fewer_points"]


def test_what_does_not_apply_may_count_as_kept(world):
    case = {"complete": ["steps"], "steps": [{"step": "decision", "on": "2024-05-01", "seal": True}]}
    items = """
    - {name: never, says: 听证, says_en: hearing, group: legality, points: 20, when: {hearing.done: true}, requires: {documents: [record]}}
    - {name: seal, says: 盖章, says_en: sealed, group: legality, points: 80, requires: {holds: {decision.seal: true}}}
    """
    grades = "    grades: [{name: good, zh: 良, en: good, at_least: 90}]\n"
    left_out = world.standard(items, more=grades).appraise(case)
    assert (left_out.score.to_dict()["highest"], left_out.score.grades) == ("80", ())
    assert "fewer_points" in [code for code, _ in left_out.remarks]
    kept = world.standard(items, more=grades + "    inapplicable: full\n").appraise(case)
    assert (kept.score.to_dict()["lowest"], kept.score.grades) == ("100", ("good",))


GRADES = """    grades:
      - {name: passed, zh: 合格, en: pass, at_least: 60}
      - {name: good, zh: 良, en: good, at_least: 80}
"""


@pytest.mark.parametrize(
    ("deduct", "grades"),
    [("19.99", ("good",)), ("20", ("good",)), ("20.01", ("passed",)), ("40", ("passed",)), ("40.01", (None,))],
)
def test_grades_begin_at_their_bound(world, deduct, grades):
    items = f"""
    - {{name: may, says: 有权, says_en: competent, group: legality, points: 100, deduct: {deduct}, requires: {{rules: [act/competent]}}}}
    """
    made = world.standard(items, more=GRADES).appraise(organ(competent=False))
    assert made.score.grades == grades


def test_an_open_score_has_all_the_grades_it_may_come_to(world):
    items = """
    - {name: may, says: 有权, says_en: competent, group: legality, points: 50, deduct: 45, requires: {rules: [act/competent]}}
    - {name: seal, says: 盖章, says_en: sealed, group: legality, points: 50}
    """
    assert world.standard(items, more=GRADES).appraise({}).score.grades == ("good", "passed", None)


def test_without_a_total_there_is_no_score(world):
    items = "- {name: may, says: 有权, says_en: competent, group: legality, requires: {rules: [act/competent]}}"
    made = world.standard(items, total=None).appraise(organ(competent=True))
    assert made.score is None
    assert made.outcome == "clean"
    assert ("no_points", {}) in made.remarks


def test_an_unverified_item_decides_nothing(world):
    items = """
    - {name: may, says: 有权, says_en: competent, group: legality, points: 100, requires: {rules: [act/competent]}}
    - {name: paper, says: 文书, says_en: paper, group: archive, verification: secondary, requires: {documents: [paper]}}
    """
    case = organ(competent=True) | {"complete": ["documents"]}
    made = world.standard(items, more="    groups: {archive: {zh: 归档, en: archive}}\n").appraise(case)
    assert [item.status for item in made.items] == ["passed", "failed"]
    assert made.outcome == "open"
    assert made.score.to_dict()["lowest"] == "100"


def test_a_duty_that_the_review_did_not_reach_is_open(world):
    items = """
    - {name: a, says: 甲, says_en: a, group: legality, points: 50, requires: {rules: [act/nothing]}}
    - {name: b, says: 乙, says_en: b, group: legality, points: 50, requires: {rules: [elsewhere/duty]}}
    """
    made = world.standard(items).appraise({})
    assert [[reason.code for reason in item.reasons] for item in made.items] == [["not_checked"], ["not_checked"]]
    assert made.score.points.to_dict() == {"lowest": "0", "highest": "100"}


def test_a_duty_of_another_field_does_not_apply(world):
    world.add("tax", LAW_OF_TAX, fields="[tax]")
    items = "- {name: a, says: 甲, says_en: a, group: legality, points: 100, requires: {rules: [tax/tax_duty]}}"
    assert world.standard(items).statuses({}) == {"a": "not_applicable"}


LAW_OF_TAX = """
requirements:
  - {article: 第一条, name: tax_duty, says: 税, says_en: tax, then: {organ.competent: true}, severity: material}
"""


def test_a_special_duty_answers_for_the_general_one_whose_place_it_takes(world):
    world.add("special", LAW_OF_TAX.replace("then:", "replaces: [act/competent], then:"))
    items = "- {name: a, says: 甲, says_en: a, group: legality, points: 100, requires: {rules: [act/competent]}}"
    made = world.standard(items).appraise(organ(competent=False))
    assert made.items[0].status == "failed"
    assert [reason.ref.rule for reason in made.items[0].reasons] == ["special/tax_duty"]


def test_items_about_violations_are_open_where_the_case_states_none(world):
    items = (
        "- {name: a, says: 甲, says_en: a, group: legality, points: 100, requires: {holds: {violation.clear: true}}}"
    )
    made = world.standard(items).appraise({"violations": []})
    assert [reason.code for reason in made.items[0].reasons] == ["applies_unknown"]


SILENT = """
- {name: duty, says: 义务, says_en: duty, group: legality, points: 40, requires: {rules: [act/competent]}}
- {name: fact, says: 盖章, says_en: sealed, group: legality, points: 40, requires: {holds: {decision.seal: true}}}
- {name: paper, says: 文书, says_en: paper, group: legality, points: 20, requires: {documents: [paper]}}
"""
STATED = organ(competent=True) | DECIDED | {"documents": [{"title": "决定书"}]}
SILENCE = {"steps": [{"step": "decision", "on": "2024-05-01"}]}


@pytest.mark.parametrize(
    ("record", "listed", "statuses"),
    [
        ("working", False, ["open", "open", "open"]),
        ("excerpt", False, ["open", "open", "open"]),
        ("complete", False, ["failed", "failed", "open"]),  # a complete record without any list of documents
        ("complete", True, ["failed", "failed", "failed"]),
    ],
)
def test_the_silent_twin_of_a_clean_file(world, record, listed, statuses):
    world.standard(SILENT)
    more = {"documents": [{"title": "立案审批表"}]} if listed else {}
    assert [item.status for item in world.appraise(STATED | {"record": record}).items] == ["passed"] * 3
    assert [item.status for item in world.appraise(SILENCE | more | {"record": record}).items] == statuses


def test_a_working_file_lists_documents_openly_unless_it_says_so(world):
    world.standard(SILENT)
    case = STATED | {"documents": [{"title": "立案审批表"}]}
    assert world.statuses(case)["paper"] == "open"
    assert world.statuses(case | {"complete": ["documents"]})["paper"] == "failed"


def test_the_standard_must_be_told_apart(world):
    rules = "- {name: %s, says: 甲, says_en: a, group: legality, points: 100}"
    with pytest.raises(InputError, match="no standard of appraisal is loaded"):
        world.appraise({})
    world.standard(rules % "a").standard(rules % "b", instrument="other", name="other_sheet")
    with pytest.raises(InputError, match=r"several standards are loaded.*other/other_sheet, std/sheet"):
        world.appraise({})
    assert world.appraise({}, standard="std/sheet").id == "std/sheet"
    assert world.appraise({}, standard="other_sheet").id == "other/other_sheet"
    with pytest.raises(InputError, match="no standard sheeet; expected one of: other/other_sheet, std/sheet"):
        world.appraise({}, standard="sheeet")


def test_of_two_versions_the_one_in_force_is_taken(world):
    rules = "- {name: a, says: 甲, says_en: a, group: legality, points: 100}"
    world.standard(rules, version="1", end="2023-12-31").standard(rules, version="2", start="2024-02-01")
    assert world.appraise({}, on="2023-12-31").version.head.version == "1"
    assert world.appraise({}, on="2024-02-01").version.head.version == "2"
    with pytest.raises(
        InputError, match="no version of standard std/sheet is in force on 2024-01-15; loaded: std@1, std@2"
    ):
        world.appraise({}, on="2024-01-15")


def test_without_a_day_it_is_that_of_the_decision(world):
    rulesets = world.standard(TWO).load()
    assert appraise(load_case(DECIDED, rulesets), rulesets).on.isoformat() == "2024-05-01"
    with pytest.raises(InputError, match="date of decision"):
        appraise(load_case({}, rulesets), rulesets)


def test_the_same_input_gives_the_same_bytes(world):
    world.standard(STATUSES)
    one, other = (world.appraise(DECIDED).to_dict() for _ in range(2))
    assert one == other
    assert {each["id"] for each in one["receipt"]["rulesets"]} == {"act", "std"}


def test_no_hash_depends_on_how_a_path_is_typed():
    made = []
    for here in (Path(), Path.cwd()):
        law = load_rulesets("rulesets", here / "docs/made_up/standard")
        case = load_case(here / "docs/made_up/case.yaml", law)
        made.append(appraise(case, law, "made_up_appraisal_standard/sheet").to_dict())
    assert made[0]["items"] != made[1]["items"]
    assert made[0]["receipt"] == made[1]["receipt"]


def test_learning_a_fact_only_narrows_the_score(world):
    world.standard(STATUSES)
    steps = [{"step": "notice", "on": "2024-04-01"}, {"step": "decision", "on": "2024-05-01"}]
    before = world.appraise({"steps": steps}).score.points
    for shown in (True, False):
        after = world.appraise({"steps": [steps[0] | {"shown": shown}, steps[1]]} | organ(competent=True)).score.points
        assert before.lowest <= after.lowest <= after.highest <= before.highest


CAPPED = """
- {name: may, says: 有权, says_en: competent, group: own, points: 20, deduct: 6, requires: {rules: [act/competent]}}
- {name: told, says: 出示, says_en: shown, group: own, points: 20, deduct: 6, requires: {rules: [act/shown]}}
- {name: person, says: 规范, says_en: well done, group: own, points: 20, deduct: 5}
- {name: seal, says: 盖章, says_en: sealed, group: legality, points: 90, requires: {holds: {decision.seal: true}}}
"""
CAP = "    groups: {own: {zh: 自设, en: own, most: 10}}\n" + GRADES


@pytest.mark.parametrize(
    ("competent", "shown", "own", "score"),
    [
        (True, True, ("0", "10"), ("90", "100")),  # the item for a person may still take all that the group has
        (False, True, ("0", "4"), ("90", "94")),
        (False, False, ("0", "0"), ("90", "90")),  # 12 points of faults cost the 10 of the group
    ],
)
def test_the_faults_of_a_group_cost_no_more_than_its_cap(world, competent, shown, own, score):
    steps = [
        {"step": "notice", "on": "2024-04-01", "shown": shown},
        {"step": "extension", "done": False},
        {"step": "decision", "on": "2024-05-01", "seal": True},
    ]
    made = world.standard(CAPPED, more=CAP).appraise(organ(competent=competent) | {"steps": steps})
    first, second = made.score.groups
    assert (first.group, second.group) == ("own", "legality")
    assert tuple(first.points.to_dict().values()) == own
    assert first.of.to_dict()["highest"] == "10"
    assert tuple(made.score.points.to_dict().values()) == score
    assert made.score.of.to_dict() == {"lowest": "100", "highest": "100"}
    assert made.score.grades == ("good",)


def test_groups_add_up_to_the_whole(world):
    made = world.standard(STATUSES).appraise(DECIDED | organ(competent=False))
    for end in ("lowest", "highest"):
        assert sum(getattr(each.points, end) for each in made.score.groups) == getattr(made.score.points, end)
        assert sum(getattr(each.deducted, end) for each in made.score.groups) == getattr(made.score.deducted, end)
