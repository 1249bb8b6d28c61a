"""Names that nobody knows: a cause or an instrument is refused, a field or a place warned of, and nothing is decided."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from enforcement_rules import InputError, load_case, load_rulesets, review, shipped_directory
from enforcement_rules.cli.app import app
from enforcement_rules.explanation.verdict import as_text
from enforcement_rules.loading.reading import read_document

LAW = load_rulesets()
CLEAN = dict(read_document(shipped_directory().parent / "cases" / "made_up" / "clean_fine.yaml").data)
FOOD = """\
violations:
  - {id: v1, cause: CAUSE, penalised_by: [{instrument: INSTRUMENT, article: 第一百二十四条}], began: 2022-09-01}
steps: [{step: decision, on: 2022-12-20}]
proposed: [{violation: v1, penalties: [{kind: fine, amount: 5}], basis: [{instrument: BASIS}]}]
"""
RIGHT = {"CAUSE": "food_residue_over_limit", "INSTRUMENT": "food_safety_law", "BASIS": "administrative_penalty_law"}


def written(tmp_path, **names):
    text = FOOD
    for key, name in (RIGHT | names).items():
        text = text.replace(key, name)
    file = tmp_path / "case.yaml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("names", "place", "said"),
    [
        ({"CAUSE": "food_residue_over_limt"}, "2:21", "did you mean food_residue_over_limit?"),
        ({"CAUSE": "Food_Residue_Over_Limit"}, "2:21", "there is no cause Food_Residue_Over_Limit"),
        ({"CAUSE": "{value: food_residu_over_limit, by: party}"}, "2:", "did you mean food_residue_over_limit?"),
        ({"CAUSE": "qqq"}, "2:21", "there is no cause qqq; expected one of causes.yaml"),
        ({"INSTRUMENT": "food_safty_law"}, "2:74", "did you mean food_safety_law?"),
        ({"INSTRUMENT": "food_safety_law_2021"}, "2:74", "did you mean food_safety_law?"),
        ({"INSTRUMENT": "qqq"}, "2:74", "expected the name of one that is, or the title of another"),
        ({"BASIS": "administrative_penalty_lew"}, "4:87", "did you mean administrative_penalty_law?"),
    ],
)
def test_a_cause_or_an_instrument_that_nobody_holds_is_refused_in_its_place(tmp_path, names, place, said):
    file = written(tmp_path, **names)
    with pytest.raises(InputError) as caught:
        load_case(file, LAW)
    (line,) = caught.value.lines()
    assert line.startswith(f"{file}:{place}")
    assert said in line
    for command in (["review"], ["deadlines"], ["appraise", "--on", "2023-01-01"]):
        done = CliRunner().invoke(app, [command[0], str(file), *command[1:], "--lang", "en"])
        assert (done.exit_code, said in done.stderr) == (2, True)


def test_what_is_right_or_cited_by_title_is_read(tmp_path):
    load_case(written(tmp_path), LAW)
    cited = {"title": "某市没有装入的条例", "article": "第三条"}
    load_case(
        {"violations": [{"id": "v1", "penalised_by": [cited]}], "proposed": [{"basis": [cited, "随便写的理由"]}]}, LAW
    )


def warned(organ):
    verdict = review(load_case(CLEAN | {"organ": CLEAN["organ"] | organ}, LAW), LAW)
    return verdict, [(each.code, each.args.get("near"), each.path) for each in verdict.warnings]


def test_the_clean_case_has_no_warning_and_may_be_decided():
    verdict, found = warned({})
    assert (verdict.outcome, found) == ("may_decide", [])


@pytest.mark.parametrize(
    ("organ", "code", "near"),
    [
        ({"field": "market_regulaton"}, "unknown_field", "market_regulation"),
        ({"field": "marketregulation"}, "unknown_field", "market_regulation"),
        ({"field": "education"}, "unknown_field", None),
        ({"field": "Tax"}, "unknown_field", None),
        ({"place": "33O402"}, "unknown_place", "3304"),
        ({"place": "140105 "}, "unknown_place", "1401"),
        ({"place": "990105"}, "unknown_place", None),
        ({"place": "14010"}, "unknown_place", "1401"),
        ({"place": "太原市小店区"}, "unknown_place", None),
    ],
)
def test_a_field_or_a_place_that_nobody_knows_is_warned_of_and_nothing_is_decided(organ, code, near):
    verdict, found = warned(organ)
    ((key, name),) = organ.items()
    assert [(each, path) for each, _, path in found] == [(code, ("organ", key))]
    if near is not None:
        assert found[0][1] is not None
        assert found[0][1].startswith(near[:2])
    assert verdict.outcome == "undetermined"
    for lang, title in (("zh", "提示"), ("en", "Warnings")):
        page = as_text(verdict, lang)
        assert title in page
        assert name.strip() in page
    (record,) = json.loads(json.dumps(verdict.to_dict()))["warnings"]
    assert (record["code"], record["path"], record["args"]["name"], record["blocks"]) == (
        code,
        f"organ.{key}",
        name,
        True,
    )


@pytest.mark.parametrize("organ", [{"place": "140105001"}, {"place": "14"}, {"field": "fire_rescue"}])
def test_codes_of_any_level_and_every_field_of_the_list_are_known(organ):
    assert warned(organ)[1] == []


def test_only_says_what_is_missing(tmp_path):
    law = load_rulesets(shipped_directory() / "market_regulation", only=True)
    verdict = review(load_case(written(tmp_path, CAUSE="food_residue_over_limt", BASIS="penalty_law"), law), law)
    assert [(each.code, each.args.get("name")) for each in verdict.warnings] == [
        ("penalty_law_missing", None),
        ("only_named_rulesets", None),
        ("unknown_cause", "food_residue_over_limt"),
        ("unknown_instrument", "penalty_law"),
    ]
    assert verdict.outcome != "may_decide"
    assert "是否指“food_residue_over_limit”？" in as_text(verdict, "zh")


def test_a_clean_case_is_not_decided_without_the_penalty_law():
    alone = load_rulesets(shipped_directory() / "market_regulation", only=True)
    decision = [{"step": "decision", "on": "2024-05-10"}]
    verdict = review(load_case(CLEAN | {"steps": decision, "documents": []}, alone), alone)
    assert [each.code for each in verdict.warnings] == ["penalty_law_missing", "only_named_rulesets"]
    assert verdict.outcome != "may_decide"


@pytest.mark.parametrize("step", ["lead", "inspection", "case_filing"])
def test_a_step_of_before_the_law_of_the_library_keeps_a_case_open(step):
    steps = [{"step": step, "on": "2021-07-14"}, *[each for each in CLEAN["steps"] if each["step"] != step]]
    verdict = review(load_case(CLEAN | {"steps": steps}, LAW), LAW)
    entries = [each for each in verdict.not_checked if each.instrument == "administrative_penalty_law" and each.blocks]
    assert verdict.outcome != "may_decide"
    assert any(step in each.steps for each in entries)


def test_the_command_line_says_that_only_needs_rulesets():
    done = CliRunner().invoke(app, ["review", "--only", "cases/made_up/clean_fine.yaml", "--lang", "en"])
    assert done.exit_code == 2
    assert "--only: no rulesets are named; expected a directory as well" in done.stderr
