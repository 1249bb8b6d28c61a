"""Whatever a case file states comes back, on the page with everything and in the JSON: every key, every fact (虚构)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.evaluation.engine.stated import UNTOLD
from enforcement_rules.explanation.verdict import as_text
from enforcement_rules.loading.naming import may_be_stated
from enforcement_rules.model.case import (
    Case,
    Evidence,
    Officer,
    Organ,
    Part,
    Party,
    PriorPenalty,
    Proposal,
    Step,
    Violation,
)

RULESETS = load_rulesets()
DAY = dt.date(2024, 9, 9)
EVERYTHING: dict[str, Any] = {
    "schema": "enforcement_rules/case/1",
    "number": "虚构〔2024〕甲号",
    "record": "excerpt",
    "complete": ["officers"],
    "procedure": "ordinary",
    "organ": {
        "name": "乙局",
        "field": "market_regulation",
        "rank": "county",
        "place": "350121",
        "capacity": "entrusted",
        "in_name_of": "丙局",
        "entrusted_by": "丁局",
    },
    "parties": [
        {
            "id": "p1",
            "kind": "natural_person",
            "name": "戊某",
            "birth_date": "1981-02-03",
            "identity_number": "11010519491231002X",
            "credit_code": "91350100M000100Y43",
        },
        {"id": "p2", "kind": "organization"},
    ],
    "violations": [
        {
            "id": "v1",
            "parties": ["p1", "p2"],
            "cause": "food_residue_over_limit",
            "item": "己01",
            "penalised_by": [
                {"title": "庚法（2015修正）", "rank": "law", "article": "第七十一条"},
                {"instrument": "food_safety_law", "article": "第一百二十四条第一款"},
            ],
            "began": "2024-01-02",
            "ended": "2024-01-03",
            "discovered": "2024-01-04",
            "bases": {
                "goods_value": "301.01",
                "turnover": {"at_most": "302.02"},
                "illegal_gains": {"amount": 303, "currency": "辛元", "yuan": "304.04"},
                "advertising_cost": "not_calculable",
            },
            "quantities": [{"of": "壬物", "number": "305.125", "unit": "癸吨"}],
            "stated_range": {
                "switch": {"base": "goods_value", "at": 306},
                "below": {"at_least": 307, "at_most": 308},
                "otherwise": {
                    "more_than": 3,
                    "below": 9,
                    "times": "goods_value",
                    "per": "units",
                    "deemed_at_least": 309,
                    "capped_at": 310,
                },
                "by": "子处",
            },
            "same_act_as": ["v2"],
            "elements": {"act": [{"proven_by": ["e1"], "refuted_by": ["e2"], "by": "organ", "says": "丑事"}]},
        },
        {"id": "v2", "stated_range": {"exactly": 5, "percent_of": "turnover"}},
        {"id": "v3", "stated_range": {"more_than": 311, "below": 312, "per": "units"}},
        {
            "id": "v4",
            "stated_range": {"at_least": 2, "at_most": 4, "times": "tax", "deemed_at_least": 9, "capped_at": 99},
        },
        {
            "id": "v5",
            "stated_range": {
                "switch": {"base": "tax", "at": 9},
                "below": {"exactly": 5, "percent_of": "tax"},
                "otherwise": {"at_least": 1},
            },
        },
    ],
    "officers": [
        {
            "id": "o1",
            "name": "寅某",
            "role": "investigator",
            "certificate": {"number": "卯号", "from": "2020-01-05", "to": "2030-01-06"},
        }
    ],
    "evidence": [{"id": "e1", "kind": "physical", "title": "辰证", "number": "巳号"}, {"id": "e2"}],
    "prior_penalties": [
        {"on": "2022-02-07", "organ": "午局", "fine": 313, "violation": "未事", "same_kind": True, "same_act": False}
    ],
    "steps": [
        {"step": "case_filing", "id": "s1", "on": "--03-08"},
        {
            "step": "inspection",
            "at": "2024-02-09T10:30",
            "by": ["o1"],
            "done": True,
            "after": ["s1"],
            "replaces": ["s1"],
            "violations": ["v1"],
        },
        {"step": "decision", "on": "2024-09-09"},
    ],
    "documents": [{"id": "d1", "title": "申文书", "on": "2024-02-10", "pages": "11-12", "step": "inspection"}],
    "proposed": [
        {
            "violation": "v1",
            "party": "p1",
            "shared_with": ["p2"],
            "treatment": "lighter",
            "penalties": [
                {
                    "kind": "fine",
                    "amount": 314,
                    "times": 2,
                    "of": "goods_value",
                    "each": 157,
                    "units": 3,
                    "in_words": "叁佰元整",
                    "wan": "0.0315",
                    "note": "酉注",
                },
                {"kind": "confiscation_of_illegal_property", "items": "戌物"},
                {"kind": "administrative_detention", "days": 6},
                {"kind": "licence_suspension", "term": {"years": 322, "months": 323, "days": 324}},
                {"kind": "occupation_restriction", "term": {"for_life": True}},
            ],
            "basis": ["亥由", {"title": "天目录", "article": "第八项"}],
            "declined": [{"ground": "地由", "reason": "玄因"}],
            "deviation": {"reason": "黄因", "approved_by": "宇某"},
            "benchmark": {"title": "宙基准", "article": "第九条"},
            "stated_tier": {"name": "洪档", "by": "荒处", "exactly": 315},
            "orders": ["order_to_recall"],
            "total": {"amount": 316, "fines": 317, "confiscated": 318, "in_words": "叁佰元", "wan": "0.0319"},
        },
        {
            "violation": "v2",
            "stated_tier": {"at_least": 2, "at_most": 3, "times": "turnover", "deemed_at_least": 7, "capped_at": 320},
        },
        {"violation": "v3", "stated_tier": {"more_than": 4, "below": 6, "percent_of": "tax", "per": "units"}},
    ],
    "total": {"amount": 321},
}
"""One case with every key of the model; what is written in it is recognised by its odd signs and numbers."""
NO_FACTS = "facts"
"""The key under which facts may stand too: they come back one by one."""


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Annotated, Union, UnionType, tuple, dict):
        for inner in get_args(annotation):
            yield from _models(inner)


def _keys(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[tuple[type[BaseModel], str]]:
    seen.add(model)
    for name, field in model.model_fields.items():
        yield model, name
        for inner in _models(field.annotation):
            if inner not in seen:
                yield from _keys(inner, seen)


def _set(part: Any) -> Iterator[tuple[type[BaseModel], str]]:
    if isinstance(part, BaseModel):
        for name in part.model_fields_set:
            yield type(part), name
            yield from _set(getattr(part, name))
    elif isinstance(part, tuple | dict):
        for each in part.values() if isinstance(part, dict) else part:
            yield from _set(each)


def _leaves(raw: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[str, Any]]:
    if isinstance(raw, dict) and not _is_value(raw):
        for key, each in raw.items():
            yield from _leaves(each, (*path, key))
    elif isinstance(raw, list) and any(isinstance(each, dict) for each in raw):
        for n, each in enumerate(raw):
            yield from _leaves(each, (*path, n))
    else:
        yield ".".join(map(str, path)), raw


def _is_value(raw: dict[str, Any]) -> bool:
    return "currency" in raw or raw.keys() == {"at_most"}


@pytest.fixture(scope="module")
def verdict() -> Any:
    return review(load_case(EVERYTHING, RULESETS), RULESETS, DAY)


def test_the_case_has_every_key_of_the_model():
    missing = set(_keys(Case, set())) - set(_set(load_case(EVERYTHING, RULESETS)))
    assert {(model.__name__, name) for model, name in missing} == set()


def test_every_value_of_the_model_comes_back_in_the_json(verdict):
    told = {each["path"]: each["value"] for each in verdict.to_dict()["stated"]}
    for path, _ in _leaves(EVERYTHING):
        if path.rpartition(".")[2] not in UNTOLD and not path.startswith(("proposed.0.basis.0", "schema")):
            assert path in told, path
    assert told["violations.0.bases.goods_value"] == "301.01"
    assert told["violations.0.bases.turnover"] == {"from": None, "to": "302.02"}
    assert told["steps.0.on"] == "--03-08"
    assert told["proposed.0.stated_tier.exactly"] == "315.00"


def test_every_odd_sign_and_number_comes_back_on_the_page(verdict):
    page = as_text(verdict, "zh", everything=True).replace(",", "")
    for path, value in _leaves(EVERYTHING):
        if path.rpartition(".")[2] in UNTOLD:
            assert str(value) not in page
        elif isinstance(value, int | float) and not isinstance(value, bool) and value > 100:
            assert f"{Decimal(str(value)).normalize():f}" in page, path
        elif isinstance(value, str) and not value.isascii():
            assert value in page, path
        elif isinstance(value, str) and value[:2] in ("20", "19"):
            assert value.partition("T")[0] in page, path


def test_what_is_held_back_has_its_reason():
    assert set(UNTOLD) == {"schema", "identity_number"}
    assert all(UNTOLD.values())


_VALUES: dict[str, Any] = {
    "yes_no": True,
    "amount": "777.07",
    "number": "7.07",
    "count": 7,
    "days": 7,
    "date": "2024-05-07",
    "time": "2024-05-07",
}
_PARTS = {
    "organ": ("organ",),
    "party": ("parties", 0),
    "violation": ("violations", 0),
    "officer": ("officers", 0),
    "evidence": ("evidence", 0),
    "prior": ("prior_penalties", 0),
    "proposal": ("proposed", 0),
}


_MODELS: dict[str, type[Part]] = {
    "case": Case,
    "organ": Organ,
    "party": Party,
    "violation": Violation,
    "officer": Officer,
    "evidence": Evidence,
    "prior": PriorPenalty,
    "proposal": Proposal,
}


def _with_facts() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a case that states every fact that no field of the model holds, and the value of each."""
    data: dict[str, Any] = {
        "record": "excerpt",
        "organ": {},
        "parties": [{"id": "p1"}],
        "violations": [{"id": "v1"}],
        "officers": [{"id": "o1"}],
        "evidence": [{"id": "e1"}],
        "prior_penalties": [{}],
        "proposed": [{"violation": "v1", "penalties": []}],
        "steps": [{"step": kind, "on": "2024-05-06"} for kind in RULESETS.vocabulary.steps],
    }
    values: dict[str, Any] = {}
    for fact in RULESETS.vocabulary.facts.values():
        part, fields = _part(data, fact.scope), _MODELS.get(fact.scope, Step).model_fields
        if part is not None and may_be_stated(fact) and fact.name not in fields:
            kind = fact.type.kind
            values[fact.id] = part[fact.name] = (
                _VALUES[kind] if kind in _VALUES else next(iter(fact.type.values), f"甲{len(values)}")
            )
    return data, values


def _part(data: dict[str, Any], scope: str) -> Any:
    if scope == "case":
        return data
    if scope in _PARTS:
        part: Any = data
        for key in _PARTS[scope]:
            part = part[key]
        return part
    return next((step for step in data["steps"] if step["step"] == scope), None)


def test_every_fact_that_may_be_stated_comes_back():
    data, values = _with_facts()
    case = load_case(data, RULESETS)
    verdict = review(case, RULESETS, DAY)
    told = {each["fact"]: each["value"] for each in verdict.to_dict()["stated"]}
    lost = [id_ for id_ in values if id_ not in told]
    assert lost == []
    page = as_text(verdict, "zh", everything=True)
    for id_, value in values.items():
        fact = RULESETS.vocabulary.fact(id_)
        assert fact is not None
        assert fact.entry.zh in page, id_
        if fact.type.kind == "text":
            assert value in page, id_
