"""The JSON Schemas accept what the loader accepts, and refuse what people get wrong."""

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from enforcement_rules.library import library_schema
from enforcement_rules.loading import load_case, load_rulesets
from enforcement_rules.loading.naming import case_names, data_in
from enforcement_rules.loading.schemas import json_schema, of_field
from enforcement_rules.model.case import Case
from enforcement_rules.model.key import keys_of_model, models_of
from enforcement_rules.values.errors import InputError

ROOT = Path(__file__).parents[3]
KINDS = ["case", "ruleset", "instrument", "vocabulary"]


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it (the core schema of YAML 1.2): numbers, true and false, null; dates are text."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - as in its base class


for tag, pattern, first in [
    ("bool", r"(?:true|false)$", "tf"),
    ("null", r"(?:~|null|)$", ["~", "n", ""]),
    ("int", r"-?[0-9]+$", "-0123456789"),
    ("float", r"-?[0-9]+\.[0-9]+$", "-0123456789"),
]:
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def as_editors_read(text):
    return yaml.load(text, Loader=EditorLoader)  # noqa: S506 - a safe loader with fewer types


def faults(schema, text):
    return [error.json_path for error in Draft202012Validator(schema).iter_errors(as_editors_read(text))]


@pytest.fixture(scope="module")
def schemas(rulesets):
    return {kind: json_schema(kind, rulesets) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_every_schema_is_one(schemas, kind):
    Draft202012Validator.check_schema(schemas[kind])
    assert schemas[kind]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(json.dumps(schemas[kind])) == schemas[kind]


def references(node):
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"]
        for each in node.values():
            yield from references(each)
    elif isinstance(node, list):
        for each in node:
            yield from references(each)


@pytest.mark.parametrize("kind", KINDS)
def test_every_reference_leads_somewhere(schemas, kind):
    defined = schemas[kind].get("$defs", {})
    assert {reference.removeprefix("#/$defs/") for reference in references(schemas[kind])} <= defined.keys()


def test_the_made_up_files_fit(schemas, made_up, case_text):
    root = made_up()
    assert faults(schemas["vocabulary"], (root / "vocabulary.yaml").read_text("utf-8")) == []
    assert faults(schemas["instrument"], (root / "bread_law_2020/instrument.yaml").read_text("utf-8")) == []
    assert faults(schemas["ruleset"], (root / "bread_law_2020/rules.yaml").read_text("utf-8")) == []
    assert faults(schemas["case"], case_text) == []


@pytest.mark.parametrize(
    "text",
    [
        "violations: [{id: v1, gravity: {value: minor, by: party, evidence: [e1]}}]",
        "violations: [{id: v1, harm: [{value: none, by: party}, {value: slight, by: organ}]}]",
        "violations: [{id: v1, facts: {first: true, earlier: 2}, marks: [late], began: 2021}]",
        "violations: [{id: v1, began: {value: 2021-01, by: party}, ended: {from: 2021-01, to: 2021-03}}]",
        "violations: [{id: v1, bases: {goods_value: not_calculable, earlier: '3'}}]",
        "steps: [{step: notice, at: 2022-03-01T09:30, served: 2022, facts: {content: {basis: false}}}]",
        "steps: [{step: inspection, record: true, by: [o1], done: false}]",
        "proposed: [{basis: [{title: 某清单}, law/rule], penalties: [{kind: fine, amount: 50000.50}]}]",
        "officers: [{id: o1, certificate: {number: '1', from: 2020-01-01, to: 2025-12-31}}]",
    ],
)
def test_what_the_case_schema_and_the_loader_accept(schemas, rulesets, case_file, text):
    assert faults(schemas["case"], text) == []
    codes = set()
    try:
        load_case(case_file(text), rulesets)
    except InputError as error:
        codes = {problem.code for problem in error.problems}
    assert codes <= {"unknown_reference"}


@pytest.mark.parametrize(
    "text",
    [
        "numbr: 1",
        "violations: [{id: v1, gravty: minor}]",
        "violations: [{id: v1, gravity: grave}]",
        "violations: [{id: v1, first: yes}]",
        "violations: [{id: v1, gravity: {value: minor, vy: party}}]",
        "violations: [{id: v1, began: 2023-2-3}]",
        "violations: [{id: v1, bases: {good_value: 1}}]",
        "violations: [{id: v1, bases: {goods_value: -1}}]",
        "violations: [{id: v1, facts: {began: 2021}}]",
        "violations: [{gravity: minor}]",
        "steps: [{step: notce}]",
        "steps: [{step: notice, record: true}]",
        "steps: [{step: notice, content: {penlty: true}}]",
        "days_to_decision: 5",
        "schema: enforcement_rules/case/2",
        "proposed: [{penalties: [{kind: fines}]}]",
    ],
)
def test_what_the_case_schema_refuses(schemas, text):
    assert faults(schemas["case"], text)


RULE = "circumstances: [{article: a, name: b, says: c, says_en: d, then: {may: no_penalty}, when: %s}]"


@pytest.mark.parametrize(
    "when",
    [
        "{violation.harm: {at_most: slight}, any: [{violation.first: true}, {not: {violation.note: a}}]}",
        "{every: {of: acts, where: {act.kind: a}, holds: {act.record: true}}, some: {of: evidence}}",
        "{decision.on: {at_most: {fact: notice.on, plus: {days: 3}}}, violation.marks: {has_any: [late]}}",
        "{violation.goods_value: {at_least: 1, below: {fact: proposal.fine, times: 2}}}",
        "{notice.moment: {precedes: decision.moment}, violation.began: {more_than: 2021-07-14}}",
    ],
)
def test_conditions_the_schema_accepts(schemas, when):
    assert faults(schemas["ruleset"], RULE % when) == []


@pytest.mark.parametrize(
    "when",
    [
        "{}",
        "[]",
        "{violation.hram: none}",
        "{violation.harm: grave}",
        "{violation.harm: {atleast: none}}",
        "{violation.first: {at_most: true}}",
        "{violation.marks: late}",
        "{any: []}",
        "{every: {of: acts}}",
        "{every: {of: act, holds: {act.record: true}}}",
        "{decision.on: {at_most: {fact: notice.on, plus: {amount: 3}}}}",
        "{violation.began: {more_than: 2021-07}}",
    ],
)
def test_conditions_the_schema_refuses(schemas, when):
    assert faults(schemas["ruleset"], RULE % when)


def test_a_fact_may_have_a_name_that_begins_another(made_up):
    inner = "  notice.content.penalty.kind: {type: text, zh: 种类, en: kind}\n"
    outer = "  notice.content: {type: text, zh: 内容, en: all}\n"
    for n, facts in enumerate([inner + outer, outer + inner]):
        loaded = load_rulesets(made_up({"vocabulary.yaml": ("groups:\n", facts + "groups:\n")}, f"world{n}"), only=True)
        schema = json_schema("case", loaded)
        assert faults(schema, "steps: [{step: notice, content: {penalty: {kind: a}}}]") == []
        assert faults(schema, "steps: [{step: notice, content: {penalty: true}}]") == []
        assert faults(schema, "steps: [{step: notice, content: 某文}]") == []
        assert faults(schema, "steps: [{step: notice, content: {penalty: {kin: a}}}]")
        for content in ({"penalty": {"kind": "a"}}, {"penalty": "true"}, "某文", {"value": "某文", "by": "party"}):
            case = load_case({"steps": [{"step": "notice", "content": content}]}, loaded)
            assert len(case.steps[0].facts) == 1


def test_places_are_nothing_to_write(schemas):
    assert faults(schemas["ruleset"], RULE.replace("says: c", "says: c, place: {file: x}") % "{violation.first: true}")


def shipped(kind):
    if kind == "case":
        files = [path for path in ROOT.glob("cases/*/*.yaml") if path.name != "library.yaml"]
    else:
        others = (".cases.yaml", "causes.yaml", "fields.yaml")
        files = [path for path in ROOT.glob("rulesets/**/*.yaml") if not path.name.endswith(others)]
    names = {"instrument": ["instrument.yaml"], "vocabulary": ["vocabulary.yaml"]}
    heads = [name for each in names.values() for name in each]
    return [path for path in files if (path.name in names[kind] if kind in names else path.name not in heads)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_of_the_library_fit(kind):
    validator = Draft202012Validator(json_schema(kind, load_rulesets()))
    assert shipped(kind)
    for path in shipped(kind):
        raw = as_editors_read(path.read_text("utf-8"))
        if kind == "case":  # the schema knows the English names, the canonical ones
            raw = data_in("en", raw, case_names(load_rulesets()))
        assert [error.json_path for error in validator.iter_errors(raw)] == [], path.relative_to(ROOT)


CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = re.compile(r"[a-z]{2,}")


@pytest.fixture(scope="module")
def law():
    return load_rulesets()


def small(law, field):
    return json_schema("case", of_field(law, field), brief=True)


def undescribed(schema, names):
    """Return the properties of definitions that do not say in both languages what they hold."""
    for name in names:
        record = schema if name == "Case" and "properties" in schema else schema["$defs"][name]
        for key, shape in record["properties"].items():
            said = f"{shape.get('title', '')} {shape.get('description', '')}"
            inner = shape.get("properties", {})  # `content` of a step: its facts say it
            if not inner and not (CHINESE.search(said) and ENGLISH.search(said)) and key != "schema":
                yield f"{name}.{key}"


def models(model):
    yield model
    for name in model.model_fields:
        for inner in models_of(model, name):
            yield from models(inner)


@pytest.mark.parametrize("brief", [False, True])
def test_every_key_of_a_case_says_what_it_holds_in_both_languages(law, brief):
    schema = small(law, "market_regulation") if brief else json_schema("case", law)
    facts = [name for name in schema["$defs"] if name.startswith("facts.")]
    assert list(undescribed(schema, [*{model.__name__ for model in models(Case)}, *facts])) == []


def test_keys_say_how_a_chinese_file_writes_them(law):
    schema = json_schema("case", law)
    for name, key in keys_of_model(Case).items():
        assert f"键 {key.zh}" in schema["properties"][name]["description"]
    assert "情节" in schema["$defs"]["facts.violation"]["properties"]["gravity"]["description"]


def test_causes_stand_in_the_schema_with_their_labels(law):
    text = json.dumps(json_schema("case", law), ensure_ascii=False)
    assert "food_residue_over_limit" in text
    assert "经营农药残留" in text


@pytest.mark.parametrize("field", ["market_regulation", "ecology_environment", "tax", "urban_management"])
def test_the_schema_of_one_field_is_small_and_one(law, field):
    schema = small(law, field)
    Draft202012Validator.check_schema(schema)
    assert len(json.dumps(schema, ensure_ascii=False, separators=(",", ":")).encode()) < 175_000


def test_the_schema_of_one_field_holds_its_own_and_the_general_words(law):
    food, tax = (json.dumps(small(law, field)) for field in ("market_regulation", "tax"))
    assert '"unsafe_food_remaining"' in food
    assert '"unsafe_food_remaining"' not in tax
    assert '"food_expired"' in food
    assert '"food_expired"' not in tax
    for general in ('"corrected_in_time"', '"uncatalogued"', '"served"', '"rank"'):
        assert general in food
        assert general in tax


@pytest.mark.parametrize("field", ["market_regulation", "ecology_environment"])
def test_cases_of_a_field_fit_its_schema(law, field):
    validator = Draft202012Validator(small(law, field))
    checked = 0
    for path in ROOT.glob("cases/*/*.yaml"):
        text = path.read_text("utf-8")
        if path.name != "library.yaml" and re.search(rf"^ *(organ:.*)?field: {field}\b", text, re.MULTILINE):
            found = [error.json_path for error in validator.iter_errors(as_editors_read(text))]
            assert found == [], path.relative_to(ROOT)
            checked += 1
    assert checked


@pytest.mark.parametrize(
    "text",
    [
        "{number: null, parties: null, steps: null, organ: {name: null, rank: null}}",
        "violations: [{id: v1, first: null, gravity: null, cause: null, bases: {goods_value: null}, facts: null}]",
        "steps: [{step: notice, on: null, served: null, content: {penalty: null}, written: null}]",
    ],
)
def test_null_is_what_is_not_known_for_schema_and_loader(law, case_file, text):
    assert list(Draft202012Validator(json_schema("case", law)).iter_errors(as_editors_read(text))) == []
    load_case(case_file(text), law)


def test_libraries_have_a_schema_that_says_what_may_be_expected(law):
    schema = library_schema(law)
    Draft202012Validator.check_schema(schema)
    records = ["Entry", "Expectation", "ExpectedRange", "ExpectedProposal", "ExpectedAppraisal"]
    assert list(undescribed(schema, records)) == []


def test_the_libraries_that_are_shipped_fit(law):
    validator = Draft202012Validator(library_schema(law))
    files = [*ROOT.glob("cases/*/library.yaml"), *ROOT.glob("rulesets/market_regulation/**/*.cases.yaml")]
    assert len(files) > 5
    for path in files:
        found = [error.json_path for error in validator.iter_errors(as_editors_read(path.read_text("utf-8")))]
        assert found == [], path.relative_to(ROOT)


@pytest.mark.parametrize(
    "text",
    [
        "cases: [{file: a.yaml, expect: {outcom: may_decide}}]",
        "cases: [{file: a.yaml, expect: {outcome: may_be}}]",
        "cases: [{file: a.yaml}]",
        "cases: [{case: {numbr: x}, expect: {}}]",
        "[]",
    ],
)
def test_what_the_schema_of_libraries_refuses(law, text):
    assert list(Draft202012Validator(library_schema(law)).iter_errors(as_editors_read(text)))
