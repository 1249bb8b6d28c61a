"""The item catalogue: what of an item holds on the day of a decision, township powers, and proposals for clean-up."""

from __future__ import annotations

import datetime as dt
import json
import textwrap

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.cli.app import app
from enforcement_rules.evaluation.cleanup import states_of
from enforcement_rules.explanation.catalogue import as_catalogue_text
from enforcement_rules.loading.rulesets import shipped_directory
from enforcement_rules.values.errors import InputError

HEAD = """
instrument: made_up_catalogue
version: "2024"
title: {zh: 虚构事项目录, en: made-up catalogue}
short: {zh: 虚构目录, en: Made-up Catalogue}
rank: normative_document
issuer: 虚构机关
fields: [market_regulation]
places: ["14"]
in_force: {from: null, to: null}
sources: [{title: 虚构, verification: secondary}]
checked: 2026-11-24
articles: {目录: encoded}
"""
ITEMS = """
catalogues:
  - article: 目录
    name: market_items
    says: 虚构的事项目录
    says_en: a made-up catalogue
    complete: true
    items:
      - name: bread
        title: {zh: 处罚甲, en: penalty A}
        kind: administrative_penalty
        basis: [{instrument: food_safety_law, article: 第一百二十四条}]
        levels: [county, prefecture]
        causes: [food_residue_over_limit]
        from: 2024-01-02
        cancelled_on: 2024-06-01
        townships:
          - {place: "140105101", decision: 省政府决定（虚构）, published_on: 2024-02-01, from: 2024-03-01, to: 2024-04-30}
          - {place: "140105102", published_on: 2024-02-01, from: 2024-03-01}
      - name: no_law
        title: {zh: 处罚乙, en: penalty B}
        kind: administrative_penalty
        basis: [{title: 某条例, rank: local_regulation, repealed_on: 2024-03-01}]
      - name: unused
        title: {zh: 检查丙, en: inspection C}
        kind: administrative_inspection
        basis: [{title: 某规章, rank: local_government_rule}]
        cases_last_five_years: 0
        townships: [{place: "140105101", decision: 省政府决定（虚构）, published_on: 2024-02-01}]
      - {name: rare, title: {zh: 丁, en: D}, kind: administrative_licence, basis: [{title: 某规章, rank: local_government_rule}], cases_last_five_years: 1, necessary: false}
      - {name: needed, title: {zh: 戊, en: E}, kind: administrative_payment, basis: [{title: 某规章, rank: local_government_rule}], cases_last_five_years: 1, necessary: true}
      - {name: twice, title: {zh: 己, en: F}, kind: administrative_levy, basis: [{title: 某规章, rank: local_government_rule}], duplicate_of: rare}
      - {name: national, title: {zh: 庚, en: G}, kind: administrative_compulsion, basis: [{instrument: food_safety_law}], cases_last_five_years: 0}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("catalogue") / "made_up_catalogue_2024"
    made.mkdir()
    (made / "instrument.yaml").write_text(HEAD, encoding="utf-8")
    (made / "items.yaml").write_text(textwrap.dedent(ITEMS), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def rulesets(folder):
    return load_rulesets(shipped_directory(), folder)


def statuses(rulesets, on="2024-03-15", organ=None, **violation):
    case = {
        "procedure": "ordinary",
        "organ": {"field": "market_regulation", "rank": "county", "place": "140105"} | (organ or {}),
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [{"id": "v1", "parties": ["p1"], **violation}],
        "steps": [{"step": "decision", "on": on}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": "500"}]}],
    }
    verdict = review(load_case(case, rulesets), rulesets, dt.date(2025, 1, 1))
    return {f.ref.rule.partition("/")[2]: f.status for f in verdict.findings}, verdict


@pytest.mark.parametrize(
    ("on", "status"),
    [
        ("2024-01-01", "breached"),
        ("2024-01-02", "satisfied"),
        ("2024-01-03", "satisfied"),
        ("2024-05-31", "satisfied"),
        ("2024-06-01", "breached"),
        ("2024-05", "satisfied"),
    ],
)
def test_an_item_is_held_on_the_days_it_is_valid(rulesets, on, status):
    assert statuses(rulesets, on, item="bread")[0]["item_held_by_organ"] == status


@pytest.mark.parametrize(
    ("on", "status"), [("2024-02-28", "satisfied"), ("2024-02-29", "satisfied"), ("2024-03-01", "breached")]
)
def test_an_item_without_basis_is_void(rulesets, on, status):
    found, verdict = statuses(rulesets, on, item="no_law")
    assert found["item_has_basis"] == status
    (finding,) = [f for f in verdict.findings if f.ref.rule.endswith("/item_has_basis")]
    assert finding.severity == "void"


def test_the_level_and_what_is_not_on_a_complete_catalogue(rulesets):
    assert statuses(rulesets, organ={"rank": "province"}, item="bread")[0]["item_held_by_organ"] == "breached"
    assert statuses(rulesets, item="unheard_of")[0]["item_held_by_organ"] == "breached"


def test_an_item_is_found_by_the_one_that_covers_the_cause(rulesets):
    found, _ = statuses(rulesets, "2024-07-01", cause="food_residue_over_limit")
    assert found["item_held_by_organ"] == "breached"


@pytest.mark.parametrize("organ", [{"field": "tax"}, {"place": "440100"}])
def test_another_field_or_place_is_not_measured_by_it(rulesets, organ):
    found, verdict = statuses(rulesets, "2024-07-01", organ=organ, item="bread")
    assert found["item_held_by_organ"] == "dormant"
    assert "item_catalogue" in verdict.assumed


def test_what_the_file_states_itself_stands(rulesets):
    assert statuses(rulesets, "2024-07-01", item="bread", item_valid=True)[0]["item_held_by_organ"] == "satisfied"


@pytest.mark.parametrize(
    ("place", "on", "status"),
    [
        ("140105101", "2024-02-29", "breached"),
        ("140105101", "2024-03-01", "not_applicable"),
        ("140105101", "2024-04-30", "not_applicable"),
        ("140105101", "2024-05-01", "breached"),
        ("140105102", "2024-03-15", "breached"),
        ("140105103", "2024-03-15", "breached"),
    ],
)
def test_townships_hold_what_was_handed_to_them_by_a_published_decision(rulesets, place, on, status):
    organ = {"rank": "township", "place": place, "township_empowered": False, "jurisdiction_otherwise_set": False}
    assert statuses(rulesets, on, organ=organ, item="bread")[0]["county_level_or_above"] == status


def test_proposals_for_clean_up(rulesets):
    found = {state.item: state.proposals for state in states_of(rulesets, dt.date(2024, 4, 1))}
    assert found == {
        "bread": (),
        "no_law": ("no_basis",),
        "unused": ("unused_for_five_years", "not_for_townships"),
        "rare": ("rare_and_not_needed",),
        "needed": (),
        "twice": ("duplicate",),
        "national": (),
    }


def test_the_list_says_the_same_in_both_languages(rulesets):
    states = states_of(rulesets, dt.date(2024, 4, 1))
    chinese, english = (as_catalogue_text(states, dt.date(2024, 4, 1), lang) for lang in ("zh", "en"))
    assert [line[:3] for line in chinese.splitlines()[1:-1]] == [line[:3] for line in english.splitlines()[1:-1]]
    assert "建议取消" in chinese
    assert "cancel" in english


def test_the_command(folder, capsys):
    with pytest.raises(SystemExit) as ended:
        app(["catalogue", "--rulesets", str(folder), "--on", "2024-04-01", "--format", "json"])
    assert ended.value.code == 1
    assert len(json.loads(capsys.readouterr().out)["items"]) == 7
    with pytest.raises(SystemExit) as ended:
        app(["catalogue", "--on", "2024-04-01"])
    assert ended.value.code == 0


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("kind: administrative_licence", "kind: administrative_magic", "administrative_magic"),
        ("from: 2024-01-02", "from: 2024-13-02", "2024-13-02"),
        ("levels: [county, prefecture]", "levels: [moon]", "moon"),
        ("cases_last_five_years: 0", "cases_last_five_years: -1", "items.yaml"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(tmp_path, old, new, found):
    made = tmp_path / "made_up_catalogue_2024"
    made.mkdir()
    (made / "instrument.yaml").write_text(HEAD, encoding="utf-8")
    (made / "items.yaml").write_text(textwrap.dedent(ITEMS).replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_rulesets(made)
    assert any(found in line and "items.yaml:" in line for line in caught.value.lines())
