"""A standard that does not hold together is refused, at its place; one that does may deserve remarks."""

from __future__ import annotations

import pytest

from enforcement_rules import load_rulesets
from enforcement_rules.checking import check_rulesets
from enforcement_rules.values.errors import InputError

GOOD = """- {name: a, says: 甲, says_en: a, group: legality, points: 100, requires: {rules: [act/competent]}}"""


def refused(world):
    with pytest.raises(InputError) as caught:
        world.load()
    return caught.value


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("points: 100", "points: -1", "expected_points"),
        ("points: 100", "points: 1.005", "expected_points"),
        ("points: 100", "points: 1e2", "expected_points"),
        ("group: legality", "group: legalty", "unknown_group"),
        ("requires: {rules: [act/competent]}", "requires: {}", "one_requirement"),
        ("{rules: [act/competent]}", "{rules: [act/competent], documents: [form]}", "one_requirement"),
        ("{rules: [act/competent]}", "{rules: [competent]}", "expected_rule_id"),
        ("{rules: [act/competent]}", "{documents: [frm]}", "unknown_document"),
        ("{rules: [act/competent]}", "{holds: {decision.seel: true}}", "unknown_key"),
        ("{rules: [act/competent]}", "{rule: [act/competent]}", "unknown_key"),
        ("points: 100", "points: 100, deduct: 101", "deduct_above_points"),
        ("points: 100", "points: 100, most: 50, deduct: 51", "deduct_above_points"),
        ("points: 100", "points: 100, most: 101", "deduct_above_points"),
        ("points: 100", "veto: true, deduct: 1", "deduct_without_points"),
        ("points: 100", "points: 100, verification: secondary", "secondary_item"),
        ("points: 100", "veto: true, verification: secondary", "secondary_item"),
        ("veto: true", "veto: yes", "expected_yes_no"),
        ("says: 甲, ", "", "missing_key"),
        ("name: a,", "name: a, place: {file: x},", "unexpected_key"),
    ],
)
def test_a_bad_item_is_refused_at_its_place(world, old, new, code):
    text = GOOD.replace("points: 100", "points: 100, veto: true") if old == "veto: true" else GOOD
    assert old in text
    error = refused(world.standard(text.replace(old, new)))
    problem = error.problems[0]
    assert problem.code == code
    assert problem.place.file.endswith("std_1/rules.yaml")
    lines = (world.folder / "std_1/rules.yaml").read_text("utf-8").splitlines()
    assert lines[problem.place.line - 1].lstrip().startswith("- {name: a")
    assert problem.line("zh") != problem.line("en")


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("    grades: [{name: g, zh: 优, en: g, at_least: 101}]\n", "grade_above_total"),
        (
            "    grades: [{name: g, zh: 优, en: g, at_least: 90}, {name: h, zh: 良, en: h, at_least: 90}]\n",
            "grade_twice",
        ),
        ("    inapplicable: scaled\n", "expected_one_of"),
        ("    groups: {legal: {en: legal}}\n", "missing_key"),
        ("    groups: {legality: {zh: 合法, en: legality, most: -1}}\n", "expected_points"),
    ],
)
def test_a_bad_standard_is_refused(world, more, code):
    assert refused(world.standard(GOOD, more=more)).problems[0].code == code


def test_points_and_grades_need_a_total(world):
    more = "    grades: [{name: g, zh: 优, en: g, at_least: 1}]\n"
    error = refused(world.standard(GOOD, total=None, more=more))
    assert {problem.code for problem in error.problems} == {"points_without_total", "grades_without_total"}
    capped = "    groups: {legality: {zh: 合法, en: legality, most: 10}}\n"
    error = refused(world.standard(GOOD.replace("points: 100, ", ""), total=None, more=capped))
    assert [problem.code for problem in error.problems] == ["points_without_total"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("zh: 决定书", "zh: 现场 笔录", "alias_twice"),
        ("zh: 决定书", "zh: 现场检查【勘验】笔录", "alias_twice"),
        ("en: decision paper", "en: Filing  Form", "alias_twice"),
        ("aliases: [立案（不予立案）审批表]", "aliases: [立案审批表]", "alias_twice"),
        ("document: paper", "document: record", "document_twice"),
        ("step: decision", "step: descision", "unknown_step_near"),
    ],
)
def test_every_title_means_one_document(world, old, new, code):
    world.standard(GOOD)
    path = world.folder / "std_1/rules.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    (problem,) = refused(world).problems
    assert problem.code == code
    assert str(problem.place).endswith(tuple(f"rules.yaml:{problem.place.line}:{n}" for n in range(1, 200)))


def test_items_have_names_of_their_own(world):
    assert refused(world.standard(GOOD + "\n" + GOOD)).problems[0].code == "duplicate_rule"
    assert refused(world.standard(GOOD, name="a")).problems[0].code == "duplicate_rule"


def remarks(world):
    # The vocabulary of these made-up laws has no Chinese keys; what is tried here are standards.
    return [remark for remark in check_rulesets(world.load()) if remark.code != "key_zh_missing"]


def codes(world):
    return sorted(remark.code for remark in remarks(world))


def test_a_sound_standard_has_no_remarks(world):
    assert codes(world.standard(GOOD)) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("points: 100", "points: 99.5", ["points_differ_from_total"]),
        ("act/competent", "act/competnt", ["appraised_rule_unknown"]),
        ("act/competent", "act/sheet", ["appraised_rule_unknown"]),
        ("act/competent", "other/competent", ["appraised_instrument_not_loaded"]),
        ("points: 100, ", "", ["item_without_points", "points_differ_from_total"]),
        ("points: 100, ", "veto: true, ", ["points_differ_from_total"]),
        ("says_en: a", "says_en: 甲", ["same_in_both"]),
        (
            "requires:",
            "when: {organ.competent: true, all: [{organ.competent: false}]}, requires:",
            ["never_holds"],
        ),
    ],
)
def test_what_the_static_checks_find(world, old, new, expected):
    assert old in GOOD
    assert codes(world.standard(GOOD.replace(old, new))) == expected
    for remark in remarks(world):
        assert "{" not in remark.line("zh") + remark.line("en")
        assert remark.place.file.endswith("std_1/rules.yaml")


def test_the_points_of_a_group_with_a_cap_count_up_to_it(world):
    capped = "    groups: {legality: {zh: 合法, en: legality, most: 60}}\n"
    assert codes(world.standard(GOOD, more=capped)) == ["points_differ_from_total"]
    assert codes(world.standard(GOOD, more=capped, total="60")) == []


def test_a_veto_needs_no_points_and_a_standard_may_keep_its_faults(world):
    world.standard(GOOD + "\n" + GOOD.replace("name: a", "name: b").replace("points: 100", "veto: true"))
    assert codes(world) == []
    world.standard(GOOD.replace("100", "90"), more="    accepted: {points_differ_from_total: 公布时即如此}\n")
    assert codes(world) == []


def test_a_standard_without_its_law_says_that_duties_were_not_checked(world, tmp_path):
    world.standard(GOOD)
    alone = load_rulesets(world.folder / "std_1", only=True)
    assert [remark.code for remark in check_rulesets(alone)] == ["appraised_instrument_not_loaded"]
