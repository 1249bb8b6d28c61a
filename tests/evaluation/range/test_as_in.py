"""Provisions whose penalties are those of another article: resolved in the version in force at the act (虚构)."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import InputError, load_case, review
from enforcement_rules.checking import check_rulesets

BASE = """
penalties:
  - article: 第九条第一款
    name: first
    says: 罚款，可以并处警告
    says_en: a fine, possibly a warning
    when: {violation.first: true}
    then:
      - {kind: fine, fine: {at_least: 100, at_most: 900}}
      - {kind: warning, force: may}
      - {kind: licence_revocation, when: {violation.harm: serious}}
  - article: 第九条第二款
    name: second
    says: 依照第一款处罚
    says_en: as in paragraph 1
    as_in: {instrument: act, article: 第九条第一款}
  - article: 第十条
    name: third
    says: 依照前条处罚，并关闭
    says_en: as in the article before, and closed
    as_in: {instrument: act, article: 第九条}
    then: [{kind: order_to_close, when: {violation.harm: serious}}]
"""
ARTICLES = "{第九条: encoded, 第十条: encoded}"


def reviewed(
    rules, article, *, kinds=(("fine", 500),), act="2024-01-10", on="2024-03-01", instrument="act", **violation
):
    dated = act if isinstance(act, dict) else {"began": act, "ended": act}
    penalties = [{"kind": kind} | ({"amount": amount} if amount else {}) for kind, amount in kinds]
    case = {
        "schema": "enforcement_rules/case/1",
        "record": "working",
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "harm": "ordinary",
                "penalised_by": [{"instrument": instrument, "article": article}],
                **dated,
                **violation,
            }
        ],
        "steps": [{"step": "decision", "on": on}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": penalties}],
    }
    return review(load_case(case, rules), rules, dt.date.fromisoformat(on))


def unresolved(found):
    return [each for each in found.not_checked if each.reason == "unresolved"]


@pytest.mark.parametrize("article", ["第九条第二款", "第十条"])
@pytest.mark.parametrize(
    ("kinds", "statute"),
    [
        ([("fine", 500)], True),
        ([("fine", 500), ("warning", None)], True),
        ([("fine", 901)], False),
        ([("fine", 99)], None),
        ([("fine", 500), ("order_to_suspend_business", None)], False),
        ([("warning", None)], None),
    ],
)
def test_the_penalties_are_those_of_the_article_referred_to(act, article, kinds, statute):
    """The condition of that article is not taken along: it was another act.

    Less than it commands is open while a mitigating ground is.
    """
    (result,) = reviewed(act(BASE, articles=ARTICLES), article, kinds=kinds).results
    assert (result.statutory.range.low, result.statutory.range.high) == (100, 900)
    assert result.proposal.statute is statute


def test_what_an_article_adds_of_its_own_stands_beside(act):
    rules = act(BASE, articles=ARTICLES)
    grave = [("fine", 500), ("licence_revocation", None), ("order_to_close", None)]
    assert reviewed(rules, "第十条", kinds=grave, harm="serious").results[0].proposal.statute is True
    assert reviewed(rules, "第九条第二款", kinds=grave, harm="serious").results[0].proposal.statute is False
    assert reviewed(rules, "第十条", kinds=grave[:2], harm="serious").results[0].proposal.statute is None


def test_a_reference_inside_a_law_means_the_wording_it_stands_in(act):
    act(BASE, articles=ARTICLES, version="2000", end="2023-12-31", load=False)
    rules = act(BASE.replace("at_most: 900", "at_most: 5000"), articles=ARTICLES, version="2024", start="2024-01-01")
    assert reviewed(rules, "第九条第二款").results[0].statutory.range.high == 5000
    before = reviewed(rules, "第九条第二款", act="2023-05-01").results[0]
    assert (before.statutory.range.high, before.law[0].applied) == (900, "2000")


OTHER = """
penalties:
  - article: 第三条
    name: referring
    says: 依照虚构条例第九条第一款处罚
    says_en: as in article 9(1) of the made-up act
    as_in: {instrument: act, article: 第九条第一款}
"""


@pytest.fixture
def two(act):
    act(BASE, articles=ARTICLES, version="2000", end="2023-12-31", load=False)
    higher = BASE.replace("at_most: 900", "at_most: 5000")
    act(higher, articles=ARTICLES, version="2024", start="2024-01-01", load=False)
    return act(OTHER, name="other", articles="{第三条: encoded}")


@pytest.mark.parametrize(("day", "high"), [("2023-12-31", 900), ("2024-01-01", 5000)])
def test_a_reference_to_another_law_means_its_version_at_the_act(two, day, high):
    found = reviewed(two, "第三条", act=day, instrument="other")
    assert found.results[0].statutory.range.high == high
    assert found.results[0].proposal.statute is True
    assert unresolved(found) == []


def test_while_the_day_is_open_different_versions_tell_nothing(two):
    found = reviewed(two, "第三条", act={"ended": {"from": "2023-12-01", "to": "2024-01-31"}}, instrument="other")
    assert [(each.article, each.blocks) for each in unresolved(found)] == [("第三条", True)]
    assert found.results[0].statutory.range is None
    assert found.results[0].proposal.statute is None
    within = reviewed(two, "第三条", act={"ended": {"from": "2023-11-01", "to": "2023-12-31"}}, instrument="other")
    assert within.results[0].statutory.range.high == 900


def test_before_the_first_loaded_version_nothing_is_told(act):
    act(BASE, articles=ARTICLES, version="2024", start="2024-01-01", load=False)
    rules = act(OTHER, name="other", articles="{第三条: encoded}")
    found = reviewed(rules, "第三条", act="2023-06-01", instrument="other")
    assert unresolved(found)
    assert found.results[0].proposal.statute is None


@pytest.mark.parametrize(
    "reference",
    [
        "{instrument: act, article: 第十一条}",
        "{title: 虚构而未载入的法, article: 第一条}",
        "{instrument: act, article: 第九条第二款}",
        "{instrument: act, article: 第十二条}",
    ],
)
def test_a_reference_that_leads_nowhere_is_found_by_check_and_told_as_a_gap(act, tmp_path, reference):
    """Nothing encoded, a law that is not loaded, itself, and two provisions that differ."""
    text = BASE.replace("{instrument: act, article: 第九条第一款}", reference)
    text += "  - {article: 第十二条第一款, name: a, says: a, says_en: b, then: [{kind: warning}]}\n"
    text += "  - {article: 第十二条第二款, name: b, says: a, says_en: b, then: [{kind: fine, fine: {at_most: 5}}]}\n"
    rules = act(text, articles="{第九条: encoded, 第十条: encoded, 第十一条: pending, 第十二条: encoded}")
    found = reviewed(rules, "第九条第二款")
    assert [each.reason for each in found.not_checked if each.article == "第九条第二款" and each.says] == ["unresolved"]
    assert found.results[0].proposal.statute is None
    assert found.outcome == "undetermined"
    remarks = [each for each in check_rulesets(rules) if each.code == "reference_unresolved"]
    assert "act/second" in {each.args["rule"] for each in remarks}
    assert all("rules.yaml" in str(each.place) for each in remarks)


def test_a_reference_to_a_provision_that_is_itself_unresolved_is_unresolved(act):
    text = BASE.replace("{instrument: act, article: 第九条第一款}", "{instrument: act, article: 第十一条}")
    rules = act(text, articles="{第九条: encoded, 第十条: encoded, 第十一条: pending}")
    (version,) = [each for each in rules.all_versions() if each.head.instrument == "act"]
    assert {each.name for each in version.unresolved} == {"second", "third"}
    assert {each.name for each in version.penalties} == {"first"}


def test_a_circle_of_references_ends(act):
    text = BASE.replace("article: 第九条}", "article: 第九条第二款}").replace(
        "as_in: {instrument: act, article: 第九条第一款}", "as_in: {instrument: act, article: 第十条}"
    )
    rules = act(text, articles=ARTICLES)
    (version,) = [each for each in rules.all_versions() if each.head.instrument == "act"]
    assert {each.name for each in version.unresolved} == {"second", "third"}


@pytest.mark.parametrize(
    ("written", "code", "line", "column"),
    [
        ("as_in: {instrument: act}", "as_in_without_article", 12, 5),
        ("as_in: {article: 第九条第一款}", "instrument_or_title", 16, 12),
        ("as_in: {instrument: acts, article: 第九条第一款}", "unknown_instrument_near", 16, 25),
        ("as_in: {instrument: act, article: 第九十条}", "unknown_article", 16, 39),
        ("causes: []", "then_or_as_in", 12, 5),
    ],
)
def test_a_reference_that_is_none_is_told_with_its_place(act, written, code, line, column):
    text = BASE.replace("as_in: {instrument: act, article: 第九条第一款}", written)
    with pytest.raises(InputError) as caught:
        act(text, articles=ARTICLES, whole=False)
    assert (code, line, column) in {(e.code, e.place.line, e.place.column) for e in caught.value.problems}, (
        caught.value.lines()
    )


def test_the_organ_of_the_article_referred_to_goes_along_where_none_is_named(act):
    text = BASE.replace("    when: {violation.first: true}\n", "    imposed_by: {organ.rank: province}\n", 1)
    rules = act(text, articles=ARTICLES)
    (version,) = [each for each in rules.all_versions() if each.head.instrument == "act"]
    second = next(each for each in version.penalties if each.name == "second")
    assert second.imposed_by is None
    assert all(each.imposed_by is not None for each in second.then)
