"""The JSON of a verdict: short where nothing is to be said, described by its types, hashed without places."""

from __future__ import annotations

import copy
import datetime as dt
import hashlib
import json
from pathlib import Path

import jsonschema
import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.evaluation.verdict import PASSED
from enforcement_rules.explanation.appraisal import appraisal_schema
from enforcement_rules.explanation.verdict import verdict_schema
from enforcement_rules.explanation.verdict.described import CHINESE
from enforcement_rules.values.json_text import json_text

RULESETS = load_rulesets()
ON = dt.date(2026, 11, 24)
NO_CASES = ("library.yaml", "defects.yaml")
CASES = sorted(
    path for path in Path("cases").rglob("*.yaml") if path.name not in NO_CASES and not path.name.endswith("cases.yaml")
)
CELERY = next(path for path in CASES if path.name == "celery_2022.yaml")
RECORDED = json.loads(json.dumps(review(load_case(CELERY, RULESETS), RULESETS).to_dict()))


def reviewed(path):
    return review(load_case(path, RULESETS), RULESETS, ON)


def without_places(record):
    if isinstance(record, dict):
        return {key: None if key in ("where", "place") else without_places(each) for key, each in record.items()}
    return [without_places(each) for each in record] if isinstance(record, list) else record


def trace(record):
    judged = {key: each for key, each in record.items() if key != "receipt"}
    return hashlib.sha256(
        json.dumps(without_places(judged), ensure_ascii=False, separators=(",", ":")).encode()
    ).hexdigest()


@pytest.mark.parametrize("path", CASES[::9], ids=lambda path: path.stem)
def test_json_fits_its_schema_whichever_proofs_it_holds(path):
    check = jsonschema.Draft202012Validator(verdict_schema())
    verdict = reviewed(path)
    for proofs in ("applicable", "all"):
        record = verdict.to_dict(proofs)
        text = json_text(record)
        assert text == json.dumps(record, ensure_ascii=False, indent=2) + "\n"
        check.validate(json.loads(text))


@pytest.mark.parametrize("path", CASES[4::20], ids=lambda path: path.stem)
def test_duties_that_are_dormant_or_do_not_apply_stand_in_short(path):
    verdict = reviewed(path)
    short, full = verdict.to_dict(), verdict.to_dict("all")
    seen = 0
    for found, finding, whole in zip(verdict.findings, short["findings"], full["findings"], strict=True):
        if found.status in PASSED:
            seen += 1
            keys = ["rule", "status", "article", "violation", "party"]
            assert finding == {key: whole[key] for key in keys if whole[key] is not None}
            assert whole["because"]["kind"] == "requirement"
        else:
            assert finding == whole
    assert seen
    assert {**short, "findings": 0} == {**full, "findings": 0}


def test_other_proofs_are_refused():
    with pytest.raises(ValueError, match="expected one of applicable, all"):
        reviewed(CELERY).to_dict("some")


@pytest.mark.parametrize("path", CASES[2::30], ids=lambda path: path.stem)
def test_anyone_can_repeat_the_hash_of_the_trace(path):
    record = json.loads(json_text(reviewed(path).to_dict()))
    assert record["receipt"]["trace_sha256"] == trace(record)


def test_the_hash_of_the_trace_stands_for_all_else():
    changed = copy.deepcopy(RECORDED)
    (each for each in changed["findings"] if "kept" in each).__next__()["kept"] = "?"
    assert trace(changed) != RECORDED["receipt"]["trace_sha256"]


def test_no_hash_depends_on_how_a_path_is_typed(tmp_path, monkeypatch):
    law = tmp_path / "law"
    for file in Path("benchmarks/penalty_60/ruleset").rglob("*.yaml"):
        copied = law / file.relative_to("benchmarks/penalty_60/ruleset")
        copied.parent.mkdir(parents=True, exist_ok=True)
        copied.write_bytes(file.read_bytes())
    strange = tmp_path / 'a "quoted\\" place": [x]'
    strange.mkdir()
    number = 'number: \'a "where": "b" c\'\n'
    (strange / "case.yaml").write_text(number, "utf-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "case.yaml").write_text(number, "utf-8")
    (tmp_path / "other").mkdir()
    spellings = [
        ("case.yaml", "law"),
        ("./case.yaml", "./law"),
        (tmp_path / "case.yaml", law),
        (strange / "case.yaml", law),
    ]
    found = [receipt_and_text(*each) for each in spellings]
    monkeypatch.chdir(tmp_path / "other")
    found.append(receipt_and_text("../case.yaml", "../law/../law"))
    assert len({json.dumps(receipt) for receipt, _ in found}) == 1
    assert len({text for _, text in found}) > 1


def receipt_and_text(case, law):
    rulesets = load_rulesets(law, only=True)
    record = review(load_case(case, rulesets), rulesets, ON).to_dict("all")
    return record["receipt"], json_text(record)


def test_the_celery_case_has_one_receipt_by_any_name(tmp_path, monkeypatch):
    names = [CELERY, Path.cwd() / CELERY, f"./{CELERY}"]
    records = [reviewed(name).to_dict() for name in names]
    assert len({json.dumps(record["receipt"]) for record in records}) == 1
    places = {node["where"] for record in records for node in nodes(record) if node.get("where")}
    assert {place.rpartition("/")[0] for place in places} == {str(Path(name).parent) for name in names[:2]} | {
        f"./{CELERY.parent}"
    }


def nodes(record):
    if isinstance(record, dict):
        yield record
    for each in record.values() if isinstance(record, dict) else record if isinstance(record, list) else ():
        yield from nodes(each)


def objects(shape):
    return [each for each in nodes(shape) if isinstance(each.get("properties"), dict)]


def test_every_property_is_described():
    found = objects(verdict_schema())
    assert len(found) > 30
    for shape in found:
        assert shape["description"]
        assert shape["additionalProperties"] is False
        for name, each in shape["properties"].items():
            assert each.get("description"), name


def test_every_description_stands_in_both_languages():
    said = {each["description"] for each in nodes(verdict_schema()) if isinstance(each.get("description"), str)}
    lacking = [each for each in said if " / " not in each]
    stale = set(CHINESE) - {each.rpartition(" / ")[2] for each in said}
    # A description that was just added or reworded may stand in English alone for a while, not many of them.
    assert len(lacking) + len(stale) < len(said) / 20, f"explanation/verdict/described.py: {lacking} {stale}"


def test_the_document_says_what_the_schema_says():
    text = Path("docs/verdict-json.md").read_text("utf-8")
    english = {name: each["description"].rpartition(" / ")[2] for name, each in verdict_schema()["properties"].items()}
    rows = [f"| `{name}` | {said} |" for name, said in english.items()]
    assert "\n".join(rows) in text


def test_the_schema_says_that_it_is_open_for_additions():
    assert "open for additions" in verdict_schema()["description"]


@pytest.mark.parametrize("schema", [verdict_schema(), appraisal_schema()], ids=["verdict", "appraisal"])
def test_schemas_are_schemas(schema):
    jsonschema.Draft202012Validator.check_schema(schema)
    names = {each["$ref"].removeprefix("#/$defs/") for each in nodes(schema) if "$ref" in each}
    assert names <= set(schema["$defs"])


def test_a_key_that_no_type_names_does_not_fit():
    check = jsonschema.Draft202012Validator(verdict_schema())
    check.validate(RECORDED)
    free = {"args", "element", "test", "title", "numbers", "settings"}
    places = [each for each in _records(RECORDED, free) if each]
    assert len(places) > 100
    for each in places[::60]:
        each["added"] = 1
        assert not check.is_valid(RECORDED), each
        del each["added"]


def _records(record, free):
    if isinstance(record, dict):
        yield record
        yield from (part for key, each in record.items() if key not in free for part in _records(each, free))
    elif isinstance(record, list):
        yield from (part for each in record for part in _records(each, free))
