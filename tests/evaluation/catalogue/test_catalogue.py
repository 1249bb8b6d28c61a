"""The item catalogue: what of an item holds on the day of a decision, township powers, and proposals for clean-up."""

from __future__ import annotations

import datetime as dt
import json
import textwrap

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.cli.app import app
from enforcement_rules.evaluation.catalogue import catalogues_on
from enforcement_rules.explanation.catalogue import as_catalogue_text
from enforcement_rules.explanation.verdict import as_text
from enforcement_rules.loading.rulesets.folders import shipped_directory
from enforcement_rules.values.errors import InputError

HEAD = """
instrument: made_up_catalogue
version: "2020"
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
          - {place: "140105104", decision: 县政府决定（虚构）, decided_by: county, published_on: 2024-02-01}
          - {place: "140105105", decision: 省政府决定（虚构）, published_on: 2024-02-01, withdrawn_on: 2024-04-01}
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
      - {name: rare, title: {zh: 丁, en: D}, kind: administrative_licence, basis: [{title: 某规章, rank: local_government_rule}], cases_last_five_years: 1, rare: true, necessary: false}
      - {name: needed, title: {zh: 戊, en: E}, kind: administrative_payment, basis: [{title: 某规章, rank: local_government_rule}], cases_last_five_years: 1, necessary: true}
      - {name: twice, title: {zh: 己, en: F}, kind: administrative_levy, basis: [{title: 某规章, rank: local_government_rule}], duplicate_of: rare}
      - {name: often, title: {zh: 辛, en: H}, kind: administrative_penalty, basis: [{title: 某规章, rank: local_government_rule}], cases_last_five_years: 800, necessary: false}
      - {name: document, title: {zh: 壬, en: I}, kind: administrative_penalty, basis: [{title: 某通知, rank: normative_document}]}
      - {name: both, title: {zh: 癸, en: J}, kind: administrative_penalty, basis: [{title: 某条例, rank: local_regulation}, {title: 某通知, rank: normative_document}], cases_last_five_years: 0}
      - {name: untold, title: {zh: 子, en: K}, kind: administrative_penalty, basis: [{title: 某法}]}
      - {name: silent, title: {zh: 丑, en: L}, kind: administrative_penalty, basis: [{title: 某条例, rank: local_regulation}]}
      - {name: elsewhere, title: {zh: 寅, en: M}, kind: administrative_penalty, basis: [{title: 某法, rank: law}], organs: [某县农业农村局], fields: [market_regulation]}
      - {name: other_field, title: {zh: 卯, en: N}, kind: administrative_penalty, basis: [{title: 某法, rank: law}], fields: [tax]}
      - {name: gone, title: {zh: 辰, en: O}, kind: administrative_penalty, basis: [{instrument: food_safety_law}, {instrument: made_up_repealed_law}]}
      - {name: short, title: {zh: 巳, en: P}, kind: administrative_penalty, basis: [{title: 某法, rank: law}], from: 2024-03-10, to: 2024-03-20}
      - {name: one, title: {zh: 午, en: Q}, kind: administrative_penalty, basis: [{title: 某法, rank: law}], causes: [bridge_or_lamp_advertising_unapproved], to: 2024-03-10}
      - {name: other, title: {zh: 未, en: R}, kind: administrative_penalty, basis: [{title: 某法, rank: law}], causes: [bridge_or_lamp_advertising_unapproved]}
      - {name: national, title: {zh: 庚, en: G}, kind: administrative_compulsion, basis: [{instrument: food_safety_law}], cases_last_five_years: 0}
"""


ORGAN = {"field": "market_regulation", "rank": "county", "place": "140105"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("catalogue") / "made_up_catalogue_2024"
    made.mkdir()
    (made / "instrument.yaml").write_text(HEAD, encoding="utf-8")
    (made / "items.yaml").write_text(textwrap.dedent(ITEMS), encoding="utf-8")
    repealed = made.parent / "made_up_repealed_law_2000"
    repealed.mkdir()
    head = HEAD.replace("made_up_catalogue", "made_up_repealed_law").replace("normative_document", "law")
    head = head.replace("to: null", "to: 2023-12-31").replace("目录", "第一条")
    (repealed / "instrument.yaml").write_text(head, encoding="utf-8")
    return made.parent


@pytest.fixture(scope="module")
def rulesets(folder):
    return load_rulesets(folder)


def statuses(rulesets, on="2024-03-15", organ=None, day="2025-01-01", **violation):
    case = {
        "procedure": "ordinary",
        "organ": {key: value for key, value in (ORGAN | (organ or {})).items() if value is not None},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [{"id": "v1", "parties": ["p1"], **violation}],
        "steps": [{"step": "decision", "on": on}] if on else [],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": "500"}]}],
    }
    verdict = review(load_case(case, rulesets), rulesets, dt.date.fromisoformat(day))
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


@pytest.mark.parametrize(
    ("item", "status"),
    [
        ("document", "breached"),
        ("both", "satisfied"),
        ("untold", "undetermined"),
    ],
)
def test_a_document_is_no_basis_and_an_unknown_rank_is_open(rulesets, item, status):
    assert statuses(rulesets, item=item)[0]["item_has_basis"] == status


@pytest.mark.parametrize(
    ("on", "item", "status"),
    [
        ({"from": "2024-05-15", "to": "2024-06-15"}, "bread", "undetermined"),
        ("2024-03", "short", "undetermined"),
        ({"from": "2024-03-11", "to": "2024-03-19"}, "short", "satisfied"),
        ("2024-04", "short", "breached"),
    ],
)
def test_a_change_inside_what_is_known_of_the_day_leaves_it_open(rulesets, on, item, status):
    assert statuses(rulesets, on, item=item)[0]["item_held_by_organ"] == status


@pytest.mark.parametrize(
    ("organ", "item", "status"),
    [
        ({"name": "某县农业农村局"}, "elsewhere", "satisfied"),
        ({"name": "某执法队", "in_name_of": "某县农业农村局"}, "elsewhere", "satisfied"),
        ({"name": "某县市场监督管理局"}, "elsewhere", "undetermined"),
        ({"name": "某县市场监督管理局"}, "other_field", "breached"),
    ],
)
def test_an_item_of_another_organ(rulesets, organ, item, status):
    assert statuses(rulesets, organ=organ, item=item)[0]["item_held_by_organ"] == status


def test_what_a_catalogue_leaves_open_is_asked_for_and_not_assumed(rulesets):
    for organ, item, asked in (
        ({"rank": None}, "bread", "organ.rank"),
        ({"field": None}, "short", "organ.field"),
        ({}, "untold", "violations.v1.item_has_basis"),
        ({}, None, "violations.v1.item_listed"),
    ):
        verdict = statuses(rulesets, "2024-04-15", organ=organ, **({"item": item} if item else {}))[1]
        assert "item_catalogue" not in verdict.assumed
        assert asked in {fact.path for ask in verdict.asks for fact in ask.facts}


def test_items_that_cover_one_cause_decide_only_where_they_agree(rulesets):
    assert (
        statuses(rulesets, "2024-03-10", cause="bridge_or_lamp_advertising_unapproved")[0]["item_held_by_organ"]
        == "satisfied"
    )
    assert (
        statuses(rulesets, "2024-03-11", cause="bridge_or_lamp_advertising_unapproved")[0]["item_held_by_organ"]
        == "undetermined"
    )


def test_nobody_is_penalised_under_an_item_of_another_kind(rulesets):
    assert statuses(rulesets, item="unused")[0]["item_held_by_organ"] == "breached"


def test_before_a_decision_the_day_of_the_review_counts(rulesets):
    assert statuses(rulesets, None, item="bread", day="2024-05-31")[0]["item_held_by_organ"] == "satisfied"
    assert statuses(rulesets, None, item="bread", day="2024-06-01")[0]["item_held_by_organ"] == "breached"


def test_the_item_is_shown_with_its_place(rulesets):
    verdict = statuses(rulesets, "2024-07-01", item="bread")[1]
    text = as_text(verdict, "zh")
    assert "事项目录 bread：处罚甲（行政处罚；自 2024-01-02 起；2024-06-01 取消；县级、设区的市级）" in text
    assert "[items.yaml:9]" in text
    (finding,) = [f for f in verdict.to_dict()["findings"] if f["rule"].endswith("/item_held_by_organ")]
    assert '"item": "bread"' in json.dumps(finding["because"])


def test_a_file_that_says_otherwise_than_the_catalogue_raises_a_question(rulesets):
    verdict = statuses(rulesets, "2024-07-01", item="bread", item_valid=True)[1]
    (question,) = [each for each in verdict.questions if each.ref.rule == "made_up_catalogue/market_items"]
    assert question.numbers == (("violation.item_valid", True),)
    agreed = statuses(rulesets, "2024-05-01", item="bread", item_valid=True)[1]
    assert not [each for each in agreed.questions if each.ref.rule == "made_up_catalogue/market_items"]


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
        ("140105102", "2024-03-15", "apparent"),
        ("140105102", "2024-02-29", "breached"),
        ("140105103", "2024-03-15", "breached"),
        ("140105104", "2024-03-15", "breached"),
        ("140105105", "2024-03-31", "not_applicable"),
        ("140105105", "2024-04-01", "breached"),
        ("140105", "2024-03-15", "apparent"),
        ("140106", "2024-03-15", "breached"),
    ],
)
def test_townships_hold_what_was_handed_to_them_by_a_published_decision(rulesets, place, on, status):
    organ = {"rank": "township", "place": place, "township_empowered": False, "level_otherwise_set": False}
    assert statuses(rulesets, on, organ=organ, item="bread")[0]["county_level_or_above"] == status


def test_proposals_for_clean_up(rulesets):
    (state,) = catalogues_on(rulesets, dt.date(2024, 4, 1))
    assert {each.item.name: each.proposals for each in state.items if each.proposals} == {
        "no_law": ("no_basis",),
        "unused": ("unused_for_five_years", "not_for_townships"),
        "rare": ("rare_and_not_needed",),
        "twice": ("duplicate",),
        "document": ("no_basis",),
        "both": ("unused_for_five_years",),
    }


def test_what_the_clean_up_does_not_know_is_asked_for(rulesets):
    (state,) = catalogues_on(rulesets, dt.date(2024, 3, 1))
    assert {each.item.name: each.open for each in state.items if each.open} == {
        "bread": ("handover_unknown",),
        "twice": ("use_unknown",),
        "often": ("rare_unknown",),
        "untold": ("basis_unknown",),
        "silent": ("use_unknown",),
    }
    assert state.kinds["administrative_requisition"] == 0


@pytest.mark.parametrize(("on", "based"), [("2023-12-31", True), ("2024-01-01", False)])
def test_a_loaded_law_that_is_no_longer_in_force_is_no_basis(folder, on, based):
    (state,) = catalogues_on(load_rulesets(folder, only=True), dt.date.fromisoformat(on))
    (gone,) = [each for each in state.items if each.item.name == "gone"]
    # The other basis is not loaded here: its rank is open, so that only the sure one decides.
    assert gone.open == (() if based else ("basis_unknown",))


def test_the_list_says_the_same_in_both_languages(rulesets):
    on, states = dt.date(2024, 4, 1), catalogues_on(rulesets, dt.date(2024, 4, 1))
    titles = {"food_safety_law": ("食品安全法", "Food Safety Law")}
    chinese, english = (as_catalogue_text(states, on, titles, lang) for lang in ("zh", "en"))
    assert [line[:8] for line in chinese.splitlines()[3:-1] if line[2:3].strip()] == [
        line[:8] for line in english.splitlines()[3:-1] if line[2:3].strip()
    ]
    assert len(chinese.splitlines()) == len(english.splitlines())
    assert "食品安全法第一百二十四条" in chinese
    assert "建议取消" in chinese
    assert "Food Safety Law art. 124" in english
    assert "cancel" in english


def run(*arguments):
    with pytest.raises(SystemExit) as ended:
        app(["catalogue", *arguments])
    return ended.value.code


def test_the_command(folder, tmp_path, capsys):
    assert run("--rulesets", str(folder), "--on", "2024-04-01", "--format", "json") == 1
    (catalogue,) = json.loads(capsys.readouterr().out)["catalogues"]
    assert len(catalogue["items"]) == sum(catalogue["kinds"].values()) == 18
    assert catalogue["items"][0]["townships"][0] == {"place": "140105101", "held": True}
    assert run("--on", "2024-04-01") == 0
    assert "没有加载" in capsys.readouterr().out
    assert run("--rulesets", str(folder), "--on", "2024-04-01", "-o", str(tmp_path / "list.txt")) == 1
    assert "市场" not in capsys.readouterr().out
    assert "虚构的事项目录" in (tmp_path / "list.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("kind: administrative_licence", "kind: administrative_magic", "administrative_magic"),
        ("from: 2024-01-02", "from: 2024-13-02", "2024-13-02"),
        ("levels: [county, prefecture]", "levels: [moon]", "moon"),
        ("cases_last_five_years: 0", "cases_last_five_years: -1", "items.yaml"),
        ("name: unused", "name: no_law", "no_law"),
        ("duplicate_of: rare", "duplicate_of: rear", "rare"),
        ("duplicate_of: rare", "duplicate_of: twice", "twice"),
        ("rank: local_regulation", "rank: local_regulaton", "local_regulaton"),
        ("{title: 某条例, rank", "{rank", "instrument"),
        ("to: 2024-04-30", "to: 2024-02-28", "ends before it begins"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(tmp_path, old, new, found):
    made = tmp_path / "made_up_catalogue_2024"
    made.mkdir()
    (made / "instrument.yaml").write_text(HEAD, encoding="utf-8")
    (made / "items.yaml").write_text(textwrap.dedent(ITEMS).replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_rulesets(made, only=True)
    assert any(found in line and "items.yaml:" in line for line in caught.value.lines())


def test_an_item_names_causes_that_there_are(tmp_path):
    made = tmp_path / "made_up_catalogue_2024"
    made.mkdir()
    (made / "instrument.yaml").write_text(HEAD, encoding="utf-8")
    wrong = textwrap.dedent(ITEMS).replace("food_residue_over_limit", "food_residue_over_limits")
    (made / "items.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_rulesets(shipped_directory(), made)
    assert any("food_residue_over_limit" in line and "items.yaml:14" in line for line in caught.value.lines())
