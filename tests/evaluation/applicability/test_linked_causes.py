"""Causes that other laws know the same act by, and those an act became in a later wording (made-up acts, 虚构)."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import InputError, load_case, load_rulesets, review
from enforcement_rules.explanation.names import find_names, names_record, names_text
from enforcement_rules.explanation.verdict import as_text
from enforcement_rules.writing import Interview

RULES = """
penalties:
  - article: 第九条
    name: items
    says: 两项
    says_en: two items
    acts: [{item: 第一项, cause: one_kept}, {item: 第二项, cause: one_sold}, {item: 第三项, cause: one_sold_anew}]
    then: [{kind: fine, fine: {at_least: 100, at_most: 900}}]
"""
OTHER = """
penalties:
  - article: 第三条第一项
    name: other
    says: 另一法律的同一行为
    says_en: the same act in another law
    causes: [other_sold]
    then: [{kind: fine, fine: {at_least: 200, at_most: 800}}]
"""
CAUSES = """causes:
  one_kept: {zh: 藏有, en: kept, key_zh: 藏有物}
  one_sold: {zh: 出售, en: sold, key_zh: 出售物, also: [other_sold], becomes: one_sold_anew}
  one_sold_anew: {zh: 出售或者出租, en: sold or let, key_zh: 出售出租}
"""
OTHERS = "causes:\n  other_sold: {zh: 贩卖, en: traded, key_zh: 贩卖物}\n"


@pytest.fixture
def law(act, tmp_path):
    def load(causes=CAUSES, others=OTHERS):
        act(RULES, articles="{第九条: encoded}", load=False)
        act(OTHER, name="other", articles="{第三条: encoded}", load=False)
        (tmp_path / "act_1" / "causes.yaml").write_text(causes, "utf-8")
        (tmp_path / "other_1" / "causes.yaml").write_text(others, "utf-8")
        return load_rulesets(tmp_path, only=True)

    return load


def case(cited, cause=None):
    return {
        "number": "虚构",
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "began": "2024-01-10",
                "ended": "2024-01-10",
                "penalised_by": [{"instrument": name, "article": article} for name, article in cited],
                **({"cause": cause} if cause else {}),
            }
        ],
        "steps": [{"step": "decision", "on": "2024-03-01"}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 500}]}],
    }


def reviewed(rules, cited, cause=None):
    return review(load_case(case(cited, cause), rules), rules, dt.date(2024, 3, 1))


def clashes(found):
    return [each.args for each in found.warnings if each.code == "cause_of_other_item"]


@pytest.mark.parametrize(
    ("cited", "cause", "later"),
    [
        ([("act", "第九条第二项")], "other_sold", None),
        ([("other", "第三条第一项")], "one_sold", None),
        ([("act", "第九条第一项")], "other_sold", []),
        ([("other", "第三条第一项")], "one_kept", []),
        ([("act", "第九条第三项")], "one_sold", ["one_sold_anew"]),
        ([("act", "第九条第二项")], "one_sold_anew", []),
    ],
)
def test_the_same_act_in_another_law_agrees_and_a_changed_act_does_not(law, cited, cause, later):
    found = reviewed(law(), cited, cause)
    if later is None:
        assert clashes(found) == []
    else:
        assert [each.get("later", []) for each in clashes(found)] == [later]


@pytest.mark.parametrize(
    ("cited", "known"),
    [
        ([("act", "第九条第二项"), ("other", "第三条第一项")], True),
        ([("other", "第三条第一项"), ("act", "第九条第二项")], True),
        ([("act", "第九条第一项"), ("other", "第三条第一项")], False),
    ],
)
def test_the_cause_of_one_act_in_two_laws_is_known_from_their_items(law, cited, known):
    asked = {fact.path for ask in reviewed(law(), cited).asks for fact in ask.facts}
    assert ("violations.v1.cause" in asked) is not known


def test_the_page_says_that_a_cause_was_replaced(law):
    found = reviewed(law(), [("act", "第九条第三项")], "one_sold")
    assert "前者已由后者取代" in as_text(found, "zh")
    assert "was replaced by the other" in as_text(found, "en")


def test_names_show_what_a_cause_is_linked_to(law):
    rules = law()
    record = {each["id"]: each for each in names_record(find_names(rules, "", ["causes"]))["names"]}
    assert (record["one_sold"]["also"], record["one_sold"]["becomes"]) == (["other_sold"], ["one_sold_anew"])
    assert record["other_sold"]["also"] == ["one_sold"]
    assert record["one_sold_anew"]["before"] == ["one_sold"]
    shown = names_text(find_names(rules, "贩卖", ["causes"]), "贩卖", "zh")
    assert "同一行为在其他法律中  出售（出售物）" in shown
    assert "later became  sold or let (one_sold_anew)" in names_text(
        find_names(rules, "one_sold", ["causes"]), "", "en"
    )


def test_the_question_for_a_cause_offers_those_of_what_is_cited(law):
    rules = law()
    text = "\n".join(f"{key}: {value!r}" for key, value in case([("act", "第九条")]).items()).replace("'", '"')
    interview = Interview(text, "case.yaml", rules, on=dt.date(2024, 3, 1))
    (asked,) = [each for each in interview.open if each.kind == "cause"]
    assert [id_ for id_, *_ in asked.values] == ["one_kept", "one_sold", "one_sold_anew"]
    assert asked.values[1][1] == "出售（同一行为：贩卖；后来为：出售或者出租）"
    assert interview.answer(asked, "2") == ()
    assert "one_sold" in interview.text


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column"),
    [
        ("also: [other_sold]", "also: [other_sald]", "unknown_cause_near", 3, 52),
        ("also: [other_sold]", "also: [one_sold]", "cause_itself", 3, 52),
        ("becomes: one_sold_anew", "becomes: one_sold", "cause_itself", 3, 74),
        ("becomes: one_sold_anew", "becomes: nothing_at_all", "unknown_cause", 3, 74),
        ("becomes: one_sold_anew", "becomes: other_sold", "causes_in_a_circle", 3, 74),
        ("出售出租}", "出售出租, becomes: one_sold}", "causes_in_a_circle", 3, 74),
        ("also: [other_sold]", "same: [other_sold]", "unexpected_key", 3, 45),
    ],
)
def test_links_that_lead_nowhere_or_in_a_circle_are_told(law, old, new, code, line, column):
    with pytest.raises(InputError) as caught:
        law(CAUSES.replace(old, new))
    found = {(each.code, each.place.line, each.place.column) for each in caught.value.problems}
    assert (code, line, column) in found, caught.value.lines()
    assert "causes.yaml" in caught.value.lines()[0]


def test_a_cause_may_be_declared_again_without_its_links(law):
    rules = law(others=OTHERS + "  one_sold: {zh: 出售, en: sold, also: [one_kept]}\n")
    assert set(rules.vocabulary.causes["one_sold"].also) == {"other_sold", "one_kept"}
    assert rules.vocabulary.same_act("one_kept") == {"one_sold", "other_sold", "one_kept"}


def test_a_cause_that_becomes_two_things_is_refused(law):
    with pytest.raises(InputError) as caught:
        law(others=OTHERS + "  one_sold: {zh: 出售, en: sold, becomes: one_kept}\n")
    assert caught.value.problems[0].code == "conflicting_cause"
