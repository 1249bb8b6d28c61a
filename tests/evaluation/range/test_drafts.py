"""A provision that is a draft is loaded and listed, and never applied (a made-up statute, 虚构)."""

from __future__ import annotations

from typing import Any

import pytest

from enforcement_rules import InputError, load_case, load_rulesets, review
from enforcement_rules.explanation.verdict import as_text

HEAD = """instrument: pigeon_regulations
version: "2020"
title: {zh: 虚构放鸽条例, en: Pigeon Regulations (made up)}
short: {zh: 虚构放鸽条例, en: Pigeon Regulations}
rank: administrative_regulation
issuer: 虚构会议
fields: [market_regulation]
in_force: {from: 2020-03-01}
sources: [{title: 全文, verification: full_text}]
checked: 2026-11-01
reach: own
articles_complete: false
articles: {第一条: STATUS, 第二条: encoded}
"""
RULES = """penalties:
  - article: 第一条
    name: night_flight
    says: 夜间放飞的罚款
    says_en: a fine for flying at night
    then: [{kind: fine, fine: {at_least: 100, at_most: 500}}]
    whole: true
    status: STATUS
  - article: 第二条
    name: near_airport
    says: 机场附近放飞的罚款
    says_en: a fine for flying near an airport
    then: [{kind: fine, fine: {at_least: 100, at_most: 500}}]
    whole: true
"""


@pytest.fixture
def law(tmp_path):
    def loaded(status: str) -> Any:
        folder = tmp_path / status / "pigeons"
        folder.mkdir(parents=True)
        listed = "encoded" if status == "applied" else "pending"
        (folder / "instrument.yaml").write_text(HEAD.replace("STATUS", listed), encoding="utf-8")
        (folder / "penalties.yaml").write_text(RULES.replace("STATUS", status), encoding="utf-8")
        return load_rulesets(tmp_path / status)

    return loaded


def verdict_on(law, article: str, amount: int):
    case: dict[str, Any] = {
        "number": "虚构",
        "record": "excerpt",
        "organ": {"field": "market_regulation", "rank": "county", "place": "330902"},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "penalised_by": [{"instrument": "pigeon_regulations", "article": article}],
                "ended": "2024-02-01",
                "discovered": "2024-02-01",
                "first": False,
                "gravity": "ordinary",
            }
        ],
        "steps": [{"step": "decision", "on": "2024-04-01"}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": amount}]}],
    }
    return review(load_case(case, law), law)


def drafts_of(verdict) -> list[str]:
    return [each.article for each in verdict.not_checked if each.reason == "draft"]


@pytest.mark.parametrize("amount", [300, 900])
def test_a_draft_is_not_applied_and_a_case_that_cites_it_is_told(law, amount):
    applied, draft = verdict_on(law("applied"), "第一条", amount), verdict_on(law("draft"), "第一条", amount)
    assert (applied.results[0].proposal.within, drafts_of(applied)) == (amount == 300, [])
    assert draft.results[0].proposal.within is None
    assert draft.outcome != "may_decide"
    assert drafts_of(draft) == ["第一条"]
    assert "草稿，未适用" in as_text(draft, "zh") and "a draft, not applied" in as_text(draft, "en")


def test_a_case_that_cites_another_article_hears_nothing_of_the_draft(law):
    verdict = verdict_on(law("draft"), "第二条", 300)
    assert verdict.results[0].proposal.within is True and drafts_of(verdict) == []


def test_a_draft_beside_an_applied_provision_leaves_open_what_it_would_say(law):
    drafted = law("draft")
    version = drafted.versions["pigeon_regulations"][0]
    assert [each.name for each in version.penalties] == ["near_airport"]
    assert [each.name for each in version.drafts] == ["night_flight"]
    assert "night_flight" not in {rule.name for rule in version.rules()}


def test_another_status_is_refused_with_its_place(law):
    with pytest.raises(InputError) as refused:
        law("signed")
    (line,) = [each for each in refused.value.lines("en") if "status" in each]
    assert "penalties.yaml:8" in line and "draft" in line
