"""What is laid out of a case is laid out once, however many violations and parties see it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import given, settings, strategies as st

from enforcement_rules import load_case, load_rulesets
from enforcement_rules.evaluation.layout import case_facts, pair_facts, pairs_of, proposal_for
from enforcement_rules.model.case import Case, Party, Proposal, Violation
from enforcement_rules.values.truth import UNKNOWN

RULESETS = load_rulesets()
COLLECTIONS = ["@officers", "@acts", "@performers", "@evidence", "@prior_penalties", "@steps"]
CASE = {
    "parties": [{"id": "p"}, {"id": "q"}],
    "officers": [{"id": "o", "certificate": {"from": "2022-03-05"}}],
    "violations": [{"id": "v", "gravity": "minor"}, {"id": "w", "cause": "advertising_language_not_standard"}],
    "steps": [
        {"step": "inspection", "on": "2022-03-04", "by": ["o"]},
        {"step": "notice", "at": "2022-04-01T09:00", "written": {"fine": 900}},
    ],
    "evidence": [{"id": "e"}],
    "prior_penalties": [{"on": "2021", "fine": 50}],
    "proposed": [
        {"violation": "v", "party": "p", "penalties": [{"kind": "fine", "amount": "10"}]},
        {"violation": "w", "penalties": [{"kind": "fine", "amount": "5"}]},
    ],
}


def pairs():
    """Return the facts of the case, and those of every violation and party by their ids."""
    case = load_case(CASE, RULESETS)
    base = case_facts(case, RULESETS.vocabulary)
    base["hearing.moment"]  # asked for and unknown: nothing that violations would state
    return base, {(v.id, p.id): pair_facts(base, (v, p, q), {}) for v, p, q in pairs_of(case)}


def test_elements_are_laid_out_once_and_seen_with_the_facts_around_them():
    """The same statements for all, each with its own violation around."""
    base, found = pairs()
    for facts in found.values():
        for name in COLLECTIONS:
            assert [each.statements for each in facts[name]] == [each.statements for each in base[name]]
            assert all(mine.given is its.given for mine, its in zip(facts[name], base[name], strict=True))
            assert all(each.around is facts for each in facts[name])
            assert facts[name].complete == base[name].complete
    assert found["v", "p"]["@acts"][0]["violation.gravity"] == 0
    assert found["w", "p"]["@acts"][0]["violation.gravity"] is UNKNOWN
    assert found["v", "p"]["@acts"][0]["act.certificates_valid"] is False


def test_what_is_said_of_a_violation_stays_with_it():
    """The case and the other violations know nothing of it."""
    base, found = pairs()
    assert "violation.gravity" in found["v", "q"].statements
    assert "violation.gravity" not in found["w", "q"].statements
    assert "violation.gravity" not in base.statements
    assert found["w", "q"]["notice.written.fine"] == Decimal(900)
    assert found["w", "q"]["notice.moment"].earliest == dt.datetime(2022, 4, 1, 9)
    assert "hearing.moment" not in found["w", "q"].given


def test_sums_are_those_of_the_party():
    """What names no party is asked of each."""
    _, found = pairs()
    assert [found["v", id_]["party.fines"] for id_ in "pq"] == [Decimal(15), Decimal(5)]


def test_ten_times_the_violations_cost_at_most_eleven_times_the_calls(calls):
    """Each with a proposal of its own, of which the party answers for the sum."""

    def laid(number):
        ids = [f"v{n}" for n in range(number)]
        proposed = [{"violation": id_, "party": "p", "penalties": [{"kind": "fine", "amount": "1"}]} for id_ in ids]
        case = load_case(CASE | {"violations": [{"id": id_} for id_ in ids], "proposed": proposed}, RULESETS)

        def work():
            base = case_facts(case, RULESETS.vocabulary)
            return [pair_facts(base, chosen, {}) for chosen in pairs_of(case)]

        return work

    few, lots = laid(10), laid(100)
    assert lots()[0]["party.fines"] == Decimal(100)
    assert calls(lots) <= 11 * calls(few)


ids = st.sampled_from(["a", "b", None])
proposed = st.lists(st.builds(Proposal, violation=ids, party=ids), max_size=6)


@settings(max_examples=300, deadline=None)
@given(proposed, st.lists(st.sampled_from("ab"), max_size=2, unique=True), st.booleans())
def test_the_proposal_for_a_pair(proposed, named, parties):
    """Looked up for all pairs, as found by going through them for one."""
    violations = tuple(Violation(id=id_, parties=tuple(named)) for id_ in "abc")
    listed = tuple(Party(id=id_) for id_ in "abc") if parties else ()
    case = Case(violations=violations, parties=listed, proposed=tuple(proposed))
    found = list(pairs_of(case))
    assert [proposal for *_, proposal in found] == [proposal_for(case, v, p) for v, p, _ in found]
    expected = [p for p in listed if not named or p.id in named] or [None]
    assert [(v.id, p) for v, p, _ in found] == [(v.id, p) for v in violations for p in expected]
