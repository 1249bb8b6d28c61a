"""How a case cites: by the title of what is loaded, as a whole, or what is not loaded; and what no loaded law judges."""

from __future__ import annotations

import copy
import datetime as dt

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.explanation.verdict import as_text

RULESETS = load_rulesets()
BASE = {
    "record": "excerpt",
    "organ": {"field": "ecology_environment", "place": "3501"},
    "parties": [{"id": "p1", "kind": "legal_person"}],
    "violations": [{"id": "v1", "parties": ["p1"], "began": "2023-05-01", "ended": "2023-05-01"}],
    "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": "500000"}]}],
}


def reviewed(*cited, **more):
    data = copy.deepcopy(BASE) | more
    data["violations"][0]["penalised_by"] = list(cited)
    return review(load_case(data, RULESETS), RULESETS, dt.date(2024, 6, 1))


@pytest.mark.parametrize(
    "title",
    ["水污染防治法", "中华人民共和国水污染防治法", "《水污染防治法》", "《中华人民共和国水污染防治法》（2017修正）"],
)
def test_a_loaded_law_is_known_by_its_title(title):
    (result,) = reviewed({"title": title, "article": "第八十三条第三项"}).results
    assert (result.statutory.range.low, result.statutory.range.high) == (100000, 1000000)
    assert result.statutory.ref.instrument == "water_pollution_law"


def test_a_title_that_only_resembles_one_is_not_it():
    verdict = reviewed({"title": "水污染防治法实施细则", "article": "第三十九条"})
    assert verdict.results[0].statutory.range is None
    (entry,) = [each for each in verdict.not_checked if each.instrument == "水污染防治法实施细则"]
    assert (entry.article, entry.reason, entry.blocks) == ("第三十九条", "not_loaded", False)


def test_what_is_cited_beside_a_loaded_law_and_is_not_loaded_may_threaten_more():
    loaded = {"instrument": "water_pollution_law", "article": "第八十三条第三项"}
    verdict = reviewed(loaded, {"title": "某省水污染防治条例", "article": "第五十条"})
    (entry,) = [each for each in verdict.not_checked if each.instrument == "某省水污染防治条例"]
    assert entry.blocks


def test_an_instrument_cited_as_a_whole_names_no_provision():
    verdict = reviewed({"instrument": "water_pollution_law"})
    assert verdict.results[0].statutory.range is None
    assert "provision_not_named" in {each.reason for each in verdict.not_checked}
    assert verdict.outcome == "undetermined"


def test_an_act_before_the_year_of_an_edition_is_not_measured_by_it():
    early = copy.deepcopy(BASE["violations"])
    early[0] |= {"began": "2015-08-21", "ended": "2015-08-21"}
    cited = {"title": "安全生产法", "article": "第九十七条"}
    verdict = reviewed(cited, violations=early, organ={"field": "emergency_management"})
    assert verdict.results[0].statutory.range is None
    assert verdict.outcome == "undetermined"


def test_what_the_file_denies_under_a_law_that_is_not_loaded_is_told_and_judged_by_none():
    early = copy.deepcopy(BASE["violations"])
    early[0] |= {"began": "2005-06-02", "ended": "2005-06-02"}
    steps = [{"step": "notice", "content": {"right_to_hearing": False}}, {"step": "decision", "on": "2005-10-12"}]
    verdict = reviewed(violations=early, steps=steps)
    (entry,) = [
        each for each in verdict.not_checked if each.instrument == "administrative_penalty_law" and each.unjudged
    ]
    assert entry.to_dict()["unjudged"] == ["notice.content.right_to_hearing"]
    assert [each for each in verdict.findings if each.status == "breached"] == []
    assert verdict.headline[1]["not_loaded"] >= 1
    page = as_text(verdict, "zh")
    assert "材料所载而无从核对：告知书载明听证权  否" in page
    assert "部法律未载入，所管程序未核对" in page
    assert "stated, and held against no law" in as_text(verdict, "en")


def test_a_proposal_without_a_fine_is_named_by_what_it_imposes():
    proposed = [{"violation": "v1", "party": "p1", "penalties": [{"kind": "confiscation_of_illegal_property"}]}]
    page = as_text(reviewed(proposed=proposed), "zh")
    assert "拟罚  没收非法财物" in page
    assert "拟罚  0.00" not in page
