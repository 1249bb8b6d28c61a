"""A case file rewritten: the same case, the same comments and layout, and back again."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings, strategies as st

from enforcement_rules import InputError, convert, load_case, load_rulesets, review
from enforcement_rules.loading.naming import case_names, data_in
from enforcement_rules.loading.reading import read_document
from enforcement_rules.testing.cases import case_files
from enforcement_rules.writing import converted

TODAY = dt.date(2026, 11, 28)
ROOT = Path(__file__).parents[2]
LAW = load_rulesets()
NAMES = case_names(LAW)
CASES = sorted(path for path in (ROOT / "cases").rglob("*.yaml") if path.name not in ("library.yaml", "defects.yaml"))
SOME = CASES[::25]
TEXT = """\
# 虚构案例：注释在此
number: "虚构〔2024〕1号"   # 行末
record:   working

organ: {field: market_regulation, "rank": 'county',
        place: "350121"}
violations:
- id: v1          # 违法行为一
  penalised_by:
  - instrument: food_safety_law
    article: 第一百二十四条第一款
  began: 2024-01-02
  gravity: {value: minor, by: party}
  first: true
steps:
  - step: decision
    on: 2024-04-01
"""


@pytest.fixture
def case_file(tmp_path):
    def run(text, name="case.yaml"):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8", newline="")
        return file

    return run


def test_only_the_names_change(case_file):
    found = convert(case_file(TEXT), LAW)
    assert found == (
        "# 虚构案例：注释在此\n"
        '案号: "虚构〔2024〕1号"   # 行末\n'
        "材料:   办理中\n"
        "\n"
        "执法机关: {执法领域: 市场监管, \"层级\": '县级',\n"
        '        行政区划: "350121"}\n'
        "违法行为:\n"
        "- 编号: v1          # 违法行为一\n"
        "  处罚依据:\n"
        "  - 法规: 食品安全法\n"
        "    条款: 第一百二十四条第一款\n"
        "  开始日期: 2024-01-02\n"
        "  情节: {取值: 轻微, 陈述人: 当事人}\n"
        "  初次违法: 是\n"
        "程序步骤:\n"
        "  - 步骤: 处罚决定\n"
        "    日期: 2024-04-01\n"
    )
    assert convert(case_file(found), LAW, lang="en") == TEXT


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_the_ends_of_lines_stay(case_file, end):
    text = TEXT.replace("\n", end)
    assert convert(case_file(convert(case_file(text), LAW)), LAW, lang="en") == text


def test_a_file_in_both_languages_comes_out_in_one(case_file):
    mixed = TEXT.replace("number", "案号").replace("gravity: {value: minor", "情节: {value: 轻微")
    assert convert(case_file(mixed), LAW, lang="en") == TEXT
    assert convert(case_file(mixed), LAW) == convert(case_file(TEXT), LAW)


def test_json_stays_json(case_file):
    text = (
        '{"number": "a", "violations": [{"id": "v1", "first": true, "bases": {"goods_value": 1.50}}],\n "steps": []}\n'
    )
    found = convert(case_file(text, "case.json"), LAW)
    assert found == (
        '{"案号": "a", "违法行为": [{"编号": "v1", "初次违法": "是", "计罚基数": {"货值金额": 1.50}}],\n "程序步骤": []}\n'
    )
    assert convert(case_file(found, "zh.json"), LAW, lang="en") == text


def test_yaml_becomes_json_and_json_yaml(case_file):
    made = convert(case_file(TEXT), LAW, lang="en", format="json")
    assert json.loads(made)["violations"][0]["first"] is True
    assert json.loads(made)["organ"] == {"field": "market_regulation", "rank": "county", "place": "350121"}
    back = convert(case_file(made, "case.json"), LAW, lang="en", format="yaml")
    assert said(load_case(case_file(back, "back.yaml"), LAW)) == said(load_case(case_file(TEXT), LAW))
    assert yaml.safe_load(back)["organ"]["place"] == "350121"


def test_amounts_become_numbers_with_every_digit(case_file):
    text = (
        "violations: [{id: v1, bases: {goods_value: 136.50}}]\nproposed: [{penalties: [{kind: fine, amount: 50000}]}]\n"
    )
    made = convert(case_file(text), LAW, lang="en", format="json")
    assert '"goods_value": 136.50' in made
    assert '"amount": 50000' in made


def test_bad_input_is_said_as_review_says_it(case_file):
    file = case_file("number: a\nstepps: []\n")
    with pytest.raises(InputError) as loaded:
        load_case(file, LAW)
    with pytest.raises(InputError) as refused:
        convert(file, LAW)
    assert refused.value.lines("zh") == loaded.value.lines("zh")


def said(case):
    """Return what a case says; two intervals are never equal, their texts are."""
    return repr(case.model_dump())


def as_twin(path, tmp_path, form=None):
    ending = "json" if form == "json" else "yaml"
    file = tmp_path / f"twin.{ending}"
    file.write_text(convert(path, LAW, format=form), encoding="utf-8", newline="")
    return file


def judged(case):
    """Return everything a verdict says, but for the hash of the file and the places in it."""
    verdict = review(case, LAW, TODAY).to_dict()
    verdict.pop("receipt", None)
    return without_places(verdict)


def without_places(node):
    if isinstance(node, list):
        return [without_places(each) for each in node]
    return (
        {key: without_places(each) for key, each in node.items() if key != "where"} if isinstance(node, dict) else node
    )


def holds_both_ways(path, tmp_path):
    text = path.read_text(encoding="utf-8")
    chinese = converted(text, path.name, LAW, "zh")
    assert converted(chinese, path.name, LAW, "en") == converted(text, path.name, LAW, "en")
    twin = load_case(as_twin(path, tmp_path), LAW)
    case = load_case(path, LAW)
    assert said(twin) == said(case)
    assert judged(twin) == judged(case)


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.stem)
def test_a_chinese_file_and_its_twin_give_the_same_verdict(path, tmp_path):
    holds_both_ways(path, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_chinese_file_and_its_twin_give_the_same_verdict(path, tmp_path):
    holds_both_ways(path, tmp_path)
    again = load_case(as_twin(path, tmp_path, "json"), LAW)
    assert said(again) == said(load_case(path, LAW))


CASES_OF_RULES = sorted((ROOT / "rulesets").rglob("*.cases.yaml"))


def inner_cases(path):
    """Yield the cases that stand inside a file of cases."""
    for each in read_document(path).data:
        if isinstance(each, dict) and isinstance(each.get("case"), dict):
            yield each["case"]


def twins_agree(raw):
    chinese = data_in("zh", raw, NAMES)
    assert data_in("en", chinese, NAMES) == data_in("en", raw, NAMES)
    assert said(load_case(chinese, LAW)) == said(load_case(raw, LAW))


def test_some_cases_inside_files_of_rules():
    for path in CASES_OF_RULES[::12]:
        for raw in list(inner_cases(path))[:3]:
            agree_or_both_refused(raw)


@pytest.mark.long
@pytest.mark.parametrize("path", CASES_OF_RULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_all_cases_inside_files_of_rules(path):
    for raw in inner_cases(path):
        agree_or_both_refused(raw)


def agree_or_both_refused(raw):
    try:
        load_case(raw, LAW)
    except InputError:
        with pytest.raises(InputError):
            load_case(data_in("zh", raw, NAMES), LAW)
        return
    twins_agree(raw)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(case_files(LAW.vocabulary), case_files(LAW.vocabulary, record="complete")))
def test_generated_files_have_twins(raw):
    agree_or_both_refused(raw)


@given(case_files(LAW.vocabulary, most=4))
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
def test_the_verdict_on_a_generated_twin_is_the_same(raw):
    try:
        case = load_case(raw, LAW)
    except InputError:
        return
    assert judged(load_case(data_in("zh", raw, NAMES), LAW)) == judged(case)
