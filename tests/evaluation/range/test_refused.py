"""A penalty that rests on a provision whose condition surely fails is unlawful, however the provision is reached.

Made-up acts (虚构). What is not encoded stays what it is: open.
"""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import load_case, review

NIGHT = """
penalties:
  - {article: 第九条第一款, name: grave, says: 情节严重的, says_en: where grave, when: {violation.gravity: serious},
     then: [{kind: fine, fine: {at_least: 100, at_most: 900}}]}
  - {article: 第十条, name: plain, says: 罚款, says_en: fine, then: [{kind: fine, fine: {at_least: 100, at_most: 900}},
     {kind: warning, force: may}]}
"""
ARTICLES = "{第九条: encoded, 第十条: encoded, 第十一条: pending}"
REFUSED = "provision_not_met"
UNREAD = {"provision_not_encoded", "date_unknown", "date_spans_versions", "not_loaded", "no_version_in_force"}


def reviewed(rules, cited, *, act="2024-01-10", kinds=(("fine", 500),), on="2024-03-01", **violation):
    """Return the verdict on a made-up act whose gravity is ordinary."""
    dated = {"began": act, "ended": act} if act else {}
    penalties = [{"kind": kind} | ({"amount": amount} if amount else {}) for kind, amount in kinds]
    case = {
        "schema": "enforcement_rules/case/1",
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "gravity": "ordinary",
                "penalised_by": [{"instrument": law, "article": article} for law, article in cited],
                **dated,
                **violation,
            }
        ],
        "steps": [{"step": "decision", "on": on}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": penalties}],
    }
    return review(load_case(case, rules), rules, dt.date.fromisoformat(on))


def codes(found):
    return {code for code, _ in found.results[0].proposal.findings}


def refused(found):
    """Say whether a verdict refuses because a provision is not met, and leaves nothing unread."""
    told = {each.reason for each in found.not_checked if each.steps == ("violation",)}
    return found.results[0].proposal.statute is False and REFUSED in codes(found) and not told & UNREAD


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("article", ["第九条第一款", "第九条", "第九条第一款第二项"])
def test_a_provision_that_is_not_met_refuses(act, article, whole):
    rules = act(NIGHT, articles=ARTICLES, whole=whole)
    assert refused(reviewed(rules, [("act", article)]))
    assert reviewed(rules, [("act", article)], gravity="serious").results[0].proposal.statute is not False


def test_it_is_named_beside_another_that_applies_and_that_one_gives_the_penalty(act):
    rules = act(NIGHT, articles=ARTICLES)
    found = reviewed(rules, [("act", "第九条第一款"), ("act", "第十条")])
    assert found.results[0].proposal.statute is True
    assert REFUSED in codes(found)
    beyond = reviewed(
        rules, [("act", "第九条第一款"), ("act", "第十条")], kinds=[("fine", 500), ("order_to_close", None)]
    )
    assert beyond.results[0].proposal.statute is False


def test_beside_an_article_that_is_not_encoded_it_refuses_nothing(act):
    rules = act(NIGHT, articles=ARTICLES)
    found = reviewed(rules, [("act", "第九条第一款"), ("act", "第十一条")])
    assert found.results[0].proposal.statute is None
    unread = {(each.article, each.reason) for each in found.not_checked if each.instrument == "act"}
    assert unread == {("第十一条", "provision_not_encoded")}


def test_an_article_cited_whole_of_which_one_paragraph_is_encoded_refuses_nothing(act):
    rules = act(NIGHT, articles="{第九条: partly, 第十条: encoded}")
    assert reviewed(rules, [("act", "第九条")]).results[0].proposal.statute is None


@pytest.mark.parametrize("act_day", ["2024", {"from": "2023-06-01", "to": "2024-02-01"}, {"to": "2024-02-01"}, None])
def test_an_open_day_does_not_hide_it_where_every_version_refuses(act, act_day):
    later = NIGHT.replace("at_most: 900", "at_most: 700")
    act(NIGHT, articles=ARTICLES, version="2000", end="2023-12-31", load=False)
    rules = act(later, articles=ARTICLES, version="2024", start="2024-01-01")
    found = reviewed(rules, [("act", "第九条第一款")], act=act_day)
    since = act_day not in (None, {"to": "2024-02-01"})
    assert REFUSED in codes(found)
    assert "provision_not_encoded" not in {each.reason for each in found.not_checked}
    assert found.results[0].proposal.statute is (False if since else None)


def test_an_open_day_does_not_hide_it_beside_another_that_applies(act):
    act(NIGHT, articles=ARTICLES, version="2000", end="2023-12-31", load=False)
    rules = act(NIGHT, articles=ARTICLES, version="2024", start="2024-01-01")
    cited = [("act", "第九条第一款"), ("act", "第十条")]
    found = reviewed(rules, cited, act={"from": "2023-06-01", "to": "2024-02-01"})
    assert REFUSED in codes(found)
    assert found.results[0].proposal.statute is not False
    beyond = reviewed(rules, cited, act={"from": "2023-06-01", "to": "2024-02-01"}, kinds=[("fine", 901)])
    assert beyond.results[0].proposal.statute is False


def test_where_one_of_the_versions_that_may_govern_is_met_it_is_open(act):
    act(NIGHT, articles=ARTICLES, version="2000", end="2023-12-31", load=False)
    rules = act(NIGHT.replace("serious", "ordinary"), articles=ARTICLES, version="2024", start="2024-01-01")
    found = reviewed(rules, [("act", "第九条第一款")], act={"from": "2023-06-01", "to": "2024-02-01"})
    assert found.results[0].proposal.statute is None


OLD = """
penalties:
  - {article: 第三条, name: old_grave, says: 情节严重的, says_en: where grave, when: {violation.gravity: serious},
     becomes: [{instrument: new, article: 第九条第一款}], then: [{kind: fine, fine: {at_least: 100, at_most: 900}}]}
"""


@pytest.fixture
def both(act):
    act(OLD, name="old", version="2000", end="2023-12-31", articles="{第三条: encoded}", load=False)
    return act(NIGHT, name="new", version="2024", start="2024-01-01", articles=ARTICLES)


@pytest.mark.parametrize(
    ("cited", "day"),
    [
        (("new", "第九条第一款"), "2023-05-01"),
        (("old", "第三条"), "2023-05-01"),
        (("old", "第三条"), "2024-01-10"),
        (("new", "第九条第一款"), "2024-01-10"),
    ],
)
def test_predecessors_and_heirs_refuse_as_well(both, cited, day):
    assert refused(reviewed(both, [cited], act=day))
    assert REFUSED not in codes(reviewed(both, [cited], act=day, gravity="serious"))


def test_an_heir_that_is_met_is_found_though_the_old_provision_was_not(act):
    act(OLD, name="old", version="2000", end="2023-12-31", articles="{第三条: encoded}", load=False)
    text = NIGHT.replace("violation.gravity: serious", "violation.gravity: ordinary")
    rules = act(text, name="new", version="2024", start="2024-01-01", articles=ARTICLES)
    found = reviewed(rules, [("old", "第三条")])
    assert found.results[0].statutory.ref.rule == "new/grave"
    assert REFUSED not in codes(found)


def test_what_was_no_act_of_a_provision_at_the_time_is_none_by_a_later_wording(act):
    """At the act only what is grave is fined; a wider later text is harsher and reaches nothing back (art. 37)."""
    act(NIGHT, articles=ARTICLES, version="2000", end="2023-12-31", load=False)
    rules = act(NIGHT.replace("serious", "ordinary"), articles=ARTICLES, version="2024", start="2024-01-01")
    assert refused(reviewed(rules, [("act", "第九条第一款")], act="2023-05-01"))


CAUSES = """
penalties:
  - {article: 第九条第一项, name: one, says: 一, says_en: one, causes: [made_up_one], when: {violation.gravity: serious},
     then: [{kind: fine, fine: {at_most: 900}}]}
  - {article: 第九条第二项, name: two, says: 二, says_en: two, causes: [made_up_two],
     then: [{kind: fine, fine: {at_most: 900}}]}
"""


@pytest.mark.parametrize(("cause", "statute"), [("made_up_one", False), ("made_up_two", True), (None, None)])
def test_the_provision_that_the_cause_names_is_not_left_for_its_neighbour(act, cause, statute):
    rules = act(CAUSES, articles="{第九条: encoded}")
    found = reviewed(rules, [("act", "第九条")], **({"cause": cause} if cause else {}))
    assert found.results[0].proposal.statute is (statute if cause else True)
    assert (REFUSED in codes(found)) is (statute is False)


def test_what_fails_only_by_an_event_that_nobody_raised_refuses_nothing(act):
    text = NIGHT.replace("violation.gravity: serious", "party.mental_capacity: none")
    found = reviewed(act(text, articles=ARTICLES), [("act", "第九条第一款")])
    assert found.results[0].proposal.statute is None
