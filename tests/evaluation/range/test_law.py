"""Which law: several provisions for one act (art. 29), old and new law (art. 37), repeal, several acts and parties."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from enforcement_rules import load_case, review

TWO = """
penalties:
  - {article: 第一条第一款, name: low, says: 低, says_en: low, then: [{kind: fine, fine: {at_least: 1000, at_most: 5000}}]}
  - {article: 第一条第二款, name: high, says: 高, says_en: high, then: [{kind: warning}, {kind: fine, fine: HIGH}]}
"""
CITED = [{"instrument": "act", "article": "第一条第一款"}, {"instrument": "act", "article": "第一条第二款"}]


@pytest.mark.parametrize(
    ("high", "range_", "standing", "decided"),
    [
        ("{at_least: 2000, at_most: 9000}", (2000, 9000), ["lower", "governs"], True),
        ("{at_least: 1000, at_most: 5000}", (1000, 5000), ["governs", "same"], True),
        ("{at_least: 500, at_most: 4000}", (1000, 5000), ["governs", "lower"], True),
        ("{at_least: 500, at_most: 9000}", (500, 9000), ["governs", "incomparable"], False),
    ],
)
def test_of_several_provisions_the_higher_fine_governs(act, result, high, range_, standing, decided):
    found = result(act(TWO.replace("HIGH", high)), cite=None, penalised_by=CITED)
    assert (found.statutory.range.low, found.statutory.range.high) == range_
    assert [candidate.standing for candidate in found.candidates] == standing
    assert found.statutory.decided is decided


def test_the_other_kinds_of_every_provision_stand_beside(act, result):
    rules = act(TWO.replace("HIGH", "{at_least: 500, at_most: 4000}"))
    proposed = {"penalties": [{"kind": "fine", "amount": 1000}]}
    found = result(rules, cite=None, penalised_by=CITED, proposed=proposed)
    assert [code for code, _ in found.proposal.findings] == ["mandatory_penalty_missing"]


ONE = """
penalties:
  - article: 第一条
    name: threat
    says: 罚则
    says_en: threat
    BECOMES
    then: [{kind: fine, force: FORCE, fine: FINE}OTHER]
"""


def version(fine, *, force="shall", other="", becomes=""):
    text = ONE.replace("FINE", fine).replace("FORCE", force).replace("OTHER", other)
    return text.replace("    BECOMES\n", f"    becomes: {becomes}\n" if becomes else "")


@pytest.mark.parametrize(
    ("new", "applied", "why"),
    [
        (version("{at_least: 500, at_most: 4000}"), "2", "milder_at_decision"),
        (version("{at_least: 1000, at_most: 4000}"), "2", "milder_at_decision"),
        (version("{at_least: 1000, at_most: 5000}"), "1", "same_range"),
        (version("{at_least: 2000, at_most: 9000}"), "1", "heavier"),
        (version("{at_least: 500, at_most: 9000}"), "1", "not_comparable"),
        (version("{at_least: 1000, at_most: 5000}", force="may"), "2", "milder_at_decision"),
        (version("{at_least: 1000, at_most: 5000}", other=", {kind: licence_revocation, force: may}"), "1", "heavier"),
        (version("{at_least: 500, at_most: 4000}", other=", {kind: licence_revocation}"), "1", "not_comparable"),
    ],
)
def test_the_milder_of_two_versions_applies_and_both_are_shown(act, result, new, applied, why):
    act(version("{at_least: 1000, at_most: 5000}"), end="2024-06-30", load=False)
    found = result(act(new, version="2", start="2024-07-01"), act="2024-05-06", decided="2024-08-01")
    choice = next(choice for choice in found.law if choice.instrument == "act")
    assert choice.applied == applied
    assert why in (choice.why, *(alternative[2] for alternative in choice.alternatives))
    assert [column.side for column in choice.columns] == ["act", "decision"]


def test_an_act_that_goes_on_is_judged_by_its_end(act, result):
    act(version("{at_least: 1000, at_most: 5000}"), end="2024-06-30", load=False)
    rules = act(version("{at_least: 2000, at_most: 9000}"), version="2", start="2024-07-01")
    found = result(rules, act="2024-05-06", ended="2024-07-02", decided="2024-08-01")
    assert found.statutory.range.high == 9000


BECOMES = "[{instrument: code, article: 第一条}]"


def repealed(act, new):
    act(version("{at_least: 1000, at_most: 5000}", becomes=BECOMES), end="2024-06-30", load=False)
    return act(version(new), name="code", start="2024-07-01")


@pytest.mark.parametrize(
    ("new", "high", "applied"),
    [("{at_least: 500, at_most: 4000}", 4000, "code@1"), ("{at_least: 2000, at_most: 9000}", 5000, "1")],
)
@pytest.mark.parametrize("cite", ["act", "code"])
def test_a_repealed_provision_is_compared_with_what_took_its_place(act, result, new, high, applied, cite):
    found = result(repealed(act, new), act="2024-05-06", decided="2024-08-01", cite=cite)
    assert found.statutory.range.high == high
    if cite == "act":
        assert found.law[0].applied == applied
    assert found.statutory.closed


def test_a_repealed_provision_cited_for_a_later_act_leads_to_its_successor(act, result):
    rules = repealed(act, "{at_least: 2000, at_most: 9000}")
    found = result(rules, act="2024-07-02", decided="2024-08-01")
    assert found.law[0].why == "repealed"
    assert found.statutory.range.high == 9000


def test_a_repealed_provision_without_successor_leaves_the_range_open(act, result):
    rules = act(version("{at_least: 1000, at_most: 5000}"), end="2024-06-30")
    found = result(rules, act="2024-05-06", decided="2024-08-01")
    assert found.statutory.range.high == 5000
    assert not found.statutory.closed


def reviewed(rules, case):
    return review(load_case(case, rules), rules, dt.date(2024, 8, 1))


def test_several_acts_and_parties_each_have_their_result(act):
    rules = act(version("{at_least: 1000, at_most: 5000}"))
    case = {
        "schema": "enforcement_rules/case/1",
        "parties": [{"id": "p1"}, {"id": "p2"}],
        "violations": [
            {"id": name, "ended": "2024-05-06", "penalised_by": [{"instrument": "act", "article": "第一条"}]}
            for name in ("v1", "v2")
        ],
        "proposed": [
            {"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 1000}]},
            {"violation": "v2", "party": "p1", "penalties": [{"kind": "fine", "amount": 9000}]},
        ],
        "total": {"amount": 10001, "in_words": "壹万元整"},
    }
    verdict = reviewed(rules, case)
    assert [(r.violation, r.party) for r in verdict.results] == [("v1", "p1"), ("v1", "p2"), ("v2", "p1"), ("v2", "p2")]
    answers = [None if r.proposal is None else r.proposal.statute for r in verdict.results]
    # Which sum is imposed is open while the total agrees neither with its words nor with its parts.
    assert answers == [None, None, False, None]
    del case["total"]
    answers = [None if r.proposal is None else r.proposal.statute for r in reviewed(rules, case).results]
    assert answers == [True, None, False, None]
    codes = [code for r in verdict.results if r.proposal for code, _ in r.proposal.findings]
    assert codes == ["total_differs", "words_differ", "above_ceiling"]


def test_one_act_is_not_fined_twice(act):
    rules = act(version("{at_least: 1000, at_most: 5000}"))
    cited = [{"instrument": "act", "article": "第一条"}]
    case = {
        "schema": "enforcement_rules/case/1",
        "parties": [{"id": "p1"}],
        "violations": [
            {"id": "v1", "ended": "2024-05-06", "penalised_by": cited, "same_act_as": ["v2"]},
            {"id": "v2", "ended": "2024-05-06", "penalised_by": cited},
        ],
        "proposed": [
            {"violation": name, "party": "p1", "penalties": [{"kind": "fine", "amount": 2000}]} for name in ("v1", "v2")
        ],
    }
    verdict = reviewed(rules, case)
    assert [result.proposal.statute for result in verdict.results] == [False, False]
    assert verdict.outcome == "must_not_decide"
    del case["violations"][0]["same_act_as"]
    assert [result.proposal.statute for result in reviewed(rules, case).results] == [True, True]


@pytest.mark.parametrize(
    ("stated", "fine", "statute", "range_"),
    [
        ({"at_least": 1000, "at_most": 5000}, 5000, True, (Decimal(1000), Decimal(5000))),
        ({"at_least": 1000, "at_most": 5000}, 5001, False, (Decimal(1000), Decimal(5000))),
        ({"at_least": 1, "at_most": 3, "times": "goods_value"}, 409, True, (Decimal("136.50"), Decimal("409.50"))),
        ({"at_least": 1, "at_most": 3, "times": "tax"}, 409, None, None),
    ],
)
def test_a_range_that_only_the_file_states_can_show_a_breach_but_never_clears(
    act, result, stated, fine, statute, range_
):
    rules = act(version("{at_least: 1, at_most: 2}"))
    found = result(
        rules,
        cite=None,
        penalised_by=[{"title": "未装入的条例"}],
        stated_range=stated,
        bases={"goods_value": "136.50"},
        proposed={"penalties": [{"kind": "fine", "amount": fine}]},
    )
    assert found.proposal.statute is statute
    if range_ is not None:
        assert found.statutory.source == "file"
        assert (found.statutory.range.low, found.statutory.range.high) == range_
