"""An interview: what still matters is asked, answers go into the file, and nothing of it is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from enforcement_rules import load_rulesets
from enforcement_rules.values.errors import InputError
from enforcement_rules.writing import CaseText, Interview, converted, read_answer

RULESETS = load_rulesets()
FILE = """\
# 虚构
number: 虚构1   # 号
record: excerpt
organ: {field: ecology_environment, rank: county, place: "460400"}
parties: [{id: p1, kind: legal_person}]
violations:
  - id: v1   # 排污
    parties: [p1]
    cause: water_discharge_over_standard
    penalised_by: [{instrument: water_pollution_law, article: 第八十三条第二项}]
    ended: 2021-09-01
    discovered: 2021-09-01
steps:
  - {step: correction_order, done: false}
  - {step: decision, on: 2022-02-16}
proposed:
  - {violation: v1, party: p1, penalties: [{kind: fine, amount: 177719}]}
"""


def under_way(text=FILE, name="case.yaml"):
    return Interview(text, name, RULESETS)


def first(interview, path):
    return next(each for each in interview.open if each.fact.path == path)


def test_what_the_file_denies_is_the_first_question():
    assert under_way().open[0].fact.path == "proposed.v1.p1.orders"


@pytest.mark.parametrize("typed", ["order_to_correct", "1", "责令改正或者限期改正"])
def test_a_choice_is_answered_by_its_id_its_number_or_its_label(typed):
    interview = under_way()
    assert interview.answer(interview.open[0], typed) == ()
    assert "orders: [order_to_correct]" in interview.text


@pytest.mark.parametrize(("typed", "written"), [("是", "是"), ("否", "否"), ("yes", "是"), ("false", "否")])
@pytest.mark.parametrize(
    ("path", "at"),
    [
        ("violations.v1.removed_or_reduced_harm", "消除或者减轻危害: "),
        ("violations.v1.corrected_in_time", "及时改正: "),
        ("steps.decision.approved_by_head", "负责人决定: "),
    ],
)
def test_yes_and_no_are_chinese_in_a_chinese_file(path, at, typed, written):
    interview = under_way(converted(FILE, "case.yaml", RULESETS, "zh", "yaml"))
    assert interview.answer(first(interview, path), typed) == ()
    assert at + written in interview.text
    assert ": true" not in interview.text
    assert ": false" not in interview.text


def test_an_answer_stands_at_its_place_and_everything_else_is_as_it_was():
    interview = under_way()
    interview.answer(first(interview, "violations.v1.harm"), "轻微")
    before, after = FILE.splitlines(), interview.text.splitlines()
    assert [line for line in after if line not in before] == ["    harm: slight"]
    assert [line for line in before if line not in after] == []


def test_a_step_that_was_not_listed_is_added_as_taken_or_as_not_taken():
    interview = under_way()
    for typed, line in (
        ("是", "{step: notice}"),
        ("否", "{step: notice, done: false}"),
        ("2022-01-05", "on: 2022-01-05}"),
    ):
        interview.answer(first(interview, "steps.notice.done"), typed)
        assert line in interview.text
        assert interview.back()
    assert interview.text == FILE


def test_a_list_that_is_complete_is_said_to_be_and_one_that_is_not_stays_as_it_is():
    interview = under_way()
    assert interview.answer(first(interview, "evidence"), "否") == ()
    assert interview.text == FILE
    interview = under_way()
    interview.answer(first(interview, "evidence"), "是")
    assert "complete: [evidence]" in interview.text


def test_what_one_paper_is_to_contain_is_one_question_and_a_no_asks_for_each():
    text = FILE.replace("  - {step: decision", "  - {step: notice, on: 2022-01-05}\n  - {step: decision")
    text = text.replace("record: excerpt", "record: working")
    interview = under_way(text)
    together = next(each for each in interview.open if each.fact.path.startswith("steps.notice.content."))
    assert together.together
    assert interview.answer(together, "是") == ()
    content = next(line for line in interview.text.splitlines() if "content" in line)
    assert content.count(": true") >= 3
    interview = under_way(text)
    assert interview.answer(together, "否") == ()
    assert interview.text == text
    single = [each for each in interview.open if each.fact.path.startswith("steps.notice.content.")]
    assert len(single) == 1 + len(together.also)


def test_facts_of_a_violation_are_asked_one_by_one_though_they_stand_together():
    """Whether it sells or produces food and whether any is left are two questions, under `facts` as elsewhere."""
    food = FILE.replace("ecology_environment", "market_regulation").replace("water_discharge_over_standard", FOOD)
    food = food.replace(
        "water_pollution_law, article: 第八十三条第二项", "food_safety_law, article: 第一百二十四条第一款"
    )
    facts = "    facts: {unaware_of_defect: true}\n"
    interview = under_way(food.replace("    ended:", facts + "    ended:", 1))
    asked = [each for each in interview.open if each.fact.fact == "violation.by_food_seller"]
    assert len(asked) == 1
    assert not asked[0].together


FOOD = "food_residue_over_limit"


def test_a_list_that_lacks_something_is_added_to():
    interview = under_way()
    interview.answer(first(interview, "evidence"), "否")
    (lacking,) = [each for each in interview.open if each.fact.path == "evidence[].kind"]
    assert interview.answer(lacking, "书证") == ()
    assert "{id: e1, kind: documentary}" in interview.text
    interview.answer(first(interview, "acts"), "否")
    (lacking,) = [each for each in interview.open if each.fact.path == "steps[].step"]
    assert interview.answer(lacking, "现场检查、询问") == ()
    assert "{step: inspection}" in interview.text
    assert "{step: inquiry}" in interview.text
    same = next(each for each in interview.open if each.fact.fact == "act.officer_count")
    assert interview.answer(same, "2") == ()
    assert interview.text.count("officer_count: 2") == 2
    assert interview.back()
    assert "officer_count" not in interview.text


def test_what_the_loader_refuses_is_refused_in_its_words_and_the_text_stays():
    interview = under_way()
    gains = first(interview, "violations.v1.bases.illegal_gains")
    refused = interview.answer(gains, "5000元")
    assert isinstance(refused, InputError)
    assert "5000元" in refused.lines("zh")[0]
    assert interview.text == FILE
    assert interview.answer(gains, "0") == ()


def test_a_question_that_nobody_can_answer_is_not_asked_again():
    interview = under_way()
    asked = interview.open[0]
    interview.skip(asked)
    assert asked.fact.path not in {each.fact.path for each in interview.open}


def test_nothing_is_asked_once_the_outcome_is_settled():
    interview = under_way()
    assert interview.answer(first(interview, "steps.notice.done"), "否") == ()
    assert interview.verdict.outcome == "must_not_decide"
    assert interview.settled
    assert interview.open == ()


def test_a_json_file_stays_one_with_its_indent():
    data = {
        "number": "虚构2",
        "organ": {"field": "market_regulation", "rank": "county", "place": "350121"},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [{"id": "v1", "parties": ["p1"], "ended": "2024-01-05", "discovered": "2024-01-05"}],
        "steps": [{"step": "decision", "on": "2024-03-01"}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 5000}]}],
    }
    interview = under_way(json.dumps(data, ensure_ascii=False, indent=4), "case.json")
    assert interview.answer(first(interview, "violations.v1.harm"), "none") == ()
    assert interview.text.startswith('{\n    "number": "虚构2"')
    assert json.loads(interview.text)["violations"][0]["harm"] == "none"


def test_windows_line_ends_stay():
    interview = under_way(FILE.replace("\n", "\r\n"))
    interview.answer(first(interview, "violations.v1.harm"), "none")
    assert interview.text.count("\n") == interview.text.count("\r\n") == FILE.count("\n") + 1


@pytest.mark.parametrize(
    ("path", "value", "found"),
    [
        ("organ.competent", True, ("organ", "competent")),
        ("procedure", "summary", ("procedure",)),
        ("violations.v1.bases.goods_value", "136.50", ("violations", 0, "bases", "goods_value")),
        ("violations.v1.facts.by_food_seller", False, ("violations", 0, "facts", "by_food_seller")),
        ("steps.notice.content.facts", True, ("steps", 2, "content", "facts")),
        ("steps.decision.seal", True, ("steps", 1, "seal")),
        ("proposed.v1.p1.treatment", "lighter", ("proposed", 0, "treatment")),
        ("proposed.v1.p2.treatment", "lighter", ("proposed", 1, "treatment")),
        ("parties.p1.birth_date", "1990-05-01", ("parties", 0, "birth_date")),
    ],
)
def test_every_kind_of_place(path, value, found):
    case = CaseText(FILE, "case.yaml", RULESETS)
    case.put(path, value)
    here = case.data
    for part in found:
        here = here[part]
    assert str(here) == str(value) or f": {value}" in case.text()


def test_what_needs_a_table_of_its_own_is_not_asked():
    case = CaseText(FILE, "case.yaml", RULESETS)
    assert not case.can_take("proposed.v1.p1.penalties[].amount")
    assert not case.can_take("violations.v1.elements.act")
    assert case.can_take("acts")


@pytest.mark.parametrize(("typed", "value"), [("是", True), ("N", False), ("没有", False), ("也许", "也许")])
def test_yes_and_no_in_either_language(typed, value):
    asked = next(each for each in under_way().open if each.kind == "yes_no")
    assert read_answer(asked, typed) == value


def run(file, typed, *options):
    command = [sys.executable, "-m", "enforcement_rules", "interview", str(file), *options]
    return subprocess.run(
        command, input=typed, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
    )


def test_the_command_reads_a_line_for_every_question_and_writes_each_answer(tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text(FILE, encoding="utf-8")
    found = run(file, "也许\norder_to_correct\n?\n<\nq\n")
    assert found.returncode == 3
    assert "case.yaml:" in found.stderr
    assert "也许" in found.stderr
    assert "未做到" in found.stdout
    assert file.read_text(encoding="utf-8") == FILE  # the one answer was taken back


def test_the_command_ends_where_the_input_does_and_says_so_in_english(tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text(FILE, encoding="utf-8")
    found = run(file, "order_to_correct\n", "--lang", "en")
    assert found.returncode == 3
    assert "1 answered, all written to" in found.stdout
    assert "order_to_correct" in file.read_text(encoding="utf-8")
    assert "Traceback" not in found.stderr


def test_a_file_that_is_no_case_is_refused_and_stays_what_it_is(tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text("number: [\n", encoding="utf-8")
    found = run(file, "")
    assert found.returncode == 2
    assert file.read_text(encoding="utf-8") == "number: [\n"


def test_whoever_interrupts_keeps_what_was_answered(tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text(FILE, encoding="utf-8")
    command = [sys.executable, "-m", "enforcement_rules", "interview", str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        started.stdin.write(b"order_to_correct\n")
        started.stdin.flush()
        for _ in range(600):
            if "order_to_correct" in file.read_text(encoding="utf-8"):
                break
            time.sleep(0.05)
        time.sleep(0.5)
        os.kill(started.pid, signal.SIGINT)
        _, errors = started.communicate(timeout=60)
    assert started.returncode == 3
    assert b"Traceback" not in errors
    assert "order_to_correct" in file.read_text(encoding="utf-8")


def test_a_chinese_file_is_asked_and_answered_in_chinese():
    text = converted(FILE, "case.yaml", RULESETS, "zh")
    interview = under_way(text)
    for path, typed in (
        ("proposed.v1.p1.orders", "责令改正或者限期改正"),
        ("violations.v1.harm", "slight"),
        ("steps.notice.done", "2022-01-05"),
        ("violations.v1.bases.illegal_gains", "0"),
    ):
        assert interview.answer(first(interview, path), typed) == (), path
    assert "# 排污" in interview.text
    new = set(interview.text.splitlines()) - set(text.splitlines())
    assert not [line for line in new if "harm" in line or "notice" in line or "order_to_correct" in line], new
    english = under_way(FILE)
    for path, typed in (
        ("proposed.v1.p1.orders", "1"),
        ("violations.v1.harm", "slight"),
        ("steps.notice.done", "2022-01-05"),
        ("violations.v1.bases.illegal_gains", "0"),
    ):
        assert english.answer(first(english, path), typed) == ()
    assert converted(interview.text, "case.yaml", RULESETS, "en").split() == english.text.split()
