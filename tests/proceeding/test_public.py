"""What programs meet: wrong arguments, cases built in Python, other processes, the log; all cases made up (虚构)."""

import datetime as dt
import json
import logging
import multiprocessing
import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal

import pytest

import enforcement_rules
from enforcement_rules import (
    Case,
    CaseSession,
    InputError,
    as_change_text,
    as_deadline_text,
    as_markdown,
    as_text,
    deadlines,
    load_case,
    load_rulesets,
    review,
)
from enforcement_rules.model.statement import Statement

DAY = dt.date(2024, 6, 3)
DATA = {
    "number": "虚构〔2024〕7号",
    "organ": {"field": "market_regulation", "rank": "county"},
    "parties": [{"id": "p1", "kind": "legal_person"}],
    "violations": [{"id": "v1", "parties": ["p1"], "cause": "food_expired", "began": "2024-03-05", "first": True}],
    "steps": [{"step": "case_filing", "on": "2024-03-06"}],
}


@pytest.fixture(scope="module")
def law():
    return load_rulesets()


@pytest.fixture(scope="module")
def case(law):
    return load_case(DATA, law)


def problem(call):
    with pytest.raises(InputError) as caught:
        call()
    assert all(line.isprintable() for line in caught.value.lines("zh") + caught.value.lines("en"))
    return [(each.code, each.path) for each in caught.value.problems]


@pytest.mark.parametrize("wrong", [None, b"number: x", 7, ["case.yaml"]])
def test_load_case_names_a_wrong_source(law, wrong):
    assert problem(lambda: load_case(wrong, law)) == [("wrong_argument", ("source",))]


def test_load_case_knows_a_text_from_a_path(law, tmp_path):
    assert problem(lambda: load_case("number: x\nparties: []\n", law)) == [("content_for_path", ("source",))]
    with (tmp_path / "case.yaml").open("w+") as stream:
        assert problem(lambda: load_case(stream, law)) == [("wrong_argument", ("source",))]


def test_review_names_a_wrong_argument(case, law):
    assert problem(lambda: review("case.yaml", law)) == [("wrong_argument", ("case",))]
    assert problem(lambda: review(DATA, law)) == [("wrong_argument", ("case",))]
    assert problem(lambda: review(case, "rulesets")) == [("wrong_argument", ("rulesets",))]
    assert problem(lambda: review(case, law, "2024-06-03")) == [("wrong_argument", ("on",))]
    assert problem(lambda: review(case, law, dt.datetime(2024, 6, 3, 9))) == [("wrong_argument", ("on",))]
    assert problem(lambda: review(case, law, DAY, calendar={})) == [("wrong_argument", ("calendar",))]
    assert problem(lambda: review(case, law, DAY, evaluator="fast")) == [("expected_one_of", ("evaluator",))]
    assert problem(lambda: deadlines(case, law, None)) == [("wrong_argument", ("on",))]
    assert problem(lambda: load_case(DATA, "rulesets")) == [("wrong_argument", ("rulesets",))]
    assert problem(lambda: load_rulesets(None)) == [("wrong_argument", ("directories",))]
    assert problem(lambda: enforcement_rules.appraise(DATA, law)) == [("wrong_argument", ("case",))]


def test_a_session_names_a_wrong_argument(law):
    assert problem(lambda: CaseSession(7, law, on=DAY)) == [("wrong_argument", ("case",))]
    assert problem(lambda: CaseSession(DATA, law, on="2024-06-03")) == [("wrong_argument", ("on",))]
    session = CaseSession(DATA, law, on=DAY)
    assert problem(lambda: session.proceed("2024-06-04")) == [("wrong_argument", ("on",))]
    assert problem(lambda: session.take("notice")) == [("wrong_argument", ("step",))]
    assert problem(lambda: session.say(("violations", 0), True)) == [("wrong_argument", ("path",))]
    assert session.data == CaseSession(DATA, law, on=DAY).data


def test_the_message_names_both_types_in_both_languages(law):
    with pytest.raises(InputError) as caught:
        load_case(None, law)
    assert caught.value.lines("en") == [
        "source: this argument is of type NoneType; expected a path (str or pathlib.Path) or a mapping"
    ]
    assert caught.value.lines("zh")[0].startswith("source: 参数的类型是 NoneType；应为 ")


@pytest.mark.parametrize(
    ("built", "code"),
    [
        ({"violations": [{"id": "v1", "cause": "food_expird"}]}, "unknown_cause_near"),
        ({"violations": [{"id": "v1", "parties": ["p9"]}]}, "unknown_reference"),
        ({"steps": [{"step": "notce"}]}, "unknown_step_near"),
        ({"organ": {"rank": "conty"}}, "expected_one_of"),
        ({"violations": [{"id": "v1", "began": "2024-03-05", "ended": "2024-03-01"}]}, "ended_before_began"),
        ({"violations": [{"id": "v1", "bases": {"goods_valu": 5}}]}, "unknown_key"),
        ({"violations": [{"id": "v1", "facts": {"grvity": (Statement(0),)}}]}, "unknown_key"),
        ({"violations": [{"id": "v1", "facts": {"gravity": (Statement("minor"),)}}]}, "expected_graded"),
        ({"violations": [{"id": "v1", "facts": {"first": (Statement("true"),)}}]}, "expected_yes_no"),
        ({"steps": [{"step": "notice", "facts": {"done": (Statement(True),)}}]}, "computed_fact"),
    ],
)
def test_a_case_built_by_hand_is_checked_when_it_is_reviewed(law, built, code):
    case = Case.model_validate(built)
    assert [each for each, _ in problem(lambda: review(case, law, DAY))] == [code]
    assert [each for each, _ in problem(lambda: deadlines(case, law, DAY))] == [code]


def test_a_sound_case_built_by_hand_says_what_its_file_says(law):
    built = Case(
        number="虚构〔2024〕8号",
        violations=(
            {
                "id": "v1",
                "cause": "food_expired",
                "facts": {"first": (Statement(True, path=("violations", 0, "first")),)},
            },
        ),
    )
    read = load_case(
        {"number": "虚构〔2024〕8号", "violations": [{"id": "v1", "cause": "food_expired", "first": True}]}, law
    )
    assert review(built, law, DAY).to_dict() == review(read, law, DAY).to_dict()


def test_a_copy_that_was_changed_is_checked_again(case, law):
    review(case, law, DAY)
    changed = case.model_copy(update={"violations": (case.violations[0].model_copy(update={"cause": "food_expird"}),)})
    assert problem(lambda: review(changed, law, DAY)) == [("unknown_cause_near", ("violations", 0, "cause"))]


def test_a_dumped_model_is_told_from_a_case_file(case, law):
    dumped = Case(number="x").model_dump(mode="json")
    assert problem(lambda: load_case(json.loads(json.dumps(dumped)), law)) == [("dumped_case", ("format",))]


def test_floats_that_json_was_read_into_are_what_the_file_says(law):
    text = '{"violations": [{"id": "v1", "bases": {"goods_value": 136.5, "illegal_gains": 1234567890123.45}}]}'
    bases = load_case(json.loads(text), law).violations[0].bases
    assert bases == {"goods_value": Decimal("136.5"), "illegal_gains": Decimal("1234567890123.45")}
    whole = load_case({"proposed": [{"penalties": [{"kind": "fine", "amount": 50000.0}]}]}, law)
    assert whole.proposed[0].penalties[0].amount == 50000


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (0.1 + 0.2, "float"),
        (float("nan"), "float"),
        (float("inf"), "float"),
        (1e300, "number_out_of_bounds"),
        (136.555, "expected_amount"),
        (-5.5, "expected_amount"),
        (100 / 3, "float"),
    ],
)
def test_floats_that_are_no_amount_are_refused(law, value, code):
    found = problem(lambda: load_case({"violations": [{"id": "v1", "bases": {"goods_value": value}}]}, law))
    assert found == [(code, ("violations", 0, "bases", "goods_value"))]


@pytest.mark.parametrize("key", [True, False])
def test_a_key_that_yaml_1_1_read_as_a_truth_value_is_named(law, key):
    with pytest.raises(InputError) as caught:
        load_case({"steps": [{"step": "decision", key: "2024-06-03"}]}, law)
    assert [(each.code, each.path) for each in caught.value.problems] == [("key_true", ("steps", 0))]
    assert "unquoted `on`" in str(caught.value)
    assert "YAML 1.1" in caught.value.lines("zh")[0]


def _load(path):
    return load_case(path, load_rulesets())


def _outcome(case, rulesets):
    return review(case, rulesets, DAY).outcome


def _verdict(case):
    return review(case, load_rulesets(), DAY)


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_everything_crosses_a_pool_of_processes(case, law, start, tmp_path):
    review(case, law, DAY)  # its rules are compiled here, and do not go along
    bad = tmp_path / "case.yaml"
    bad.write_text("number: x\nrecord: full\n", "utf-8")
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context(start)) as pool:
        with pytest.raises(InputError) as caught:
            pool.submit(_load, bad).result(timeout=150)
        assert caught.value.lines("zh")[0].endswith("record 不是可用的值；应为：complete, working, excerpt") or (
            "full 不是可用的值" in caught.value.lines("zh")[0]
        )
        assert pool.submit(_outcome, case, law).result(timeout=150) == review(case, law, DAY).outcome
        assert pool.submit(_verdict, case).result(timeout=150).to_dict() == review(case, law, DAY).to_dict()


def test_what_is_pickled_comes_back_the_same(case, law):
    verdict = review(case, law, DAY)
    again = pickle.loads(pickle.dumps(verdict))  # noqa: S301 - made on this line
    assert again == verdict
    assert as_text(again) == as_text(verdict)
    other = pickle.loads(pickle.dumps(law))  # noqa: S301
    assert review(case, other, DAY) == verdict
    with pytest.raises(InputError) as caught:
        load_case({"numbr": "x"}, law)
    copied = pickle.loads(pickle.dumps(caught.value))  # noqa: S301
    assert (copied.problems, str(copied)) == (caught.value.problems, str(caught.value))


def test_what_the_docs_use_is_public(case, law):
    verdict = review(case, law, DAY)
    assert as_markdown(verdict, "en").startswith("#")
    session = CaseSession(DATA, law, on=DAY)
    change = session.take({"step": "notice", "on": "2024-05-06"})
    assert isinstance(change, enforcement_rules.Change)
    assert as_change_text(change, session.verdict).endswith("\n")
    found = deadlines(case, law, DAY)
    assert all(isinstance(each, enforcement_rules.Deadline) for each in found)
    assert callable(as_deadline_text)
    assert set(enforcement_rules.__all__) == {*enforcement_rules._HOMES, "__version__"}


def test_the_log_is_silent_unless_asked(case, law, caplog):
    code = "from enforcement_rules import load_rulesets, load_case, review\nimport datetime as dt\n"
    code += "law = load_rulesets(); review(load_case({'number': 'x'}, law), law, dt.date(2024, 6, 3))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout + done.stderr == ""
    with caplog.at_level(logging.DEBUG, logger="enforcement_rules"):
        load_rulesets("rulesets/tax", only=True, cache=False)
        review(load_case(DATA, law), law, DAY)
    told = [each.getMessage() for each in caplog.records]
    assert any("versions from the files in" in each for each in told)
    assert any(each.startswith("case 虚构〔2024〕7号 read from a mapping") for each in told)
    assert any("reviewed for 2024-06-03" in each for each in told)
