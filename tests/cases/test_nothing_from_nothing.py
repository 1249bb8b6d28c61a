"""Whole files, made up: what they do not state decides nothing, and what is merely possible is said to be so."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import load_case, load_rulesets, review

RULESETS = load_rulesets()
PENALTY_LAW = "administrative_penalty_law/"


def reviewed(on="2023-11-22", **parts):
    data = {
        "record": "excerpt",
        "procedure": "ordinary",
        "organ": {"field": "forestry", "rank": "county", "place": "211421"},
        "parties": [{"id": "p1", "kind": "natural_person"}],
        "violations": [{"id": "v1", "parties": ["p1"], "began": "2022-11-20", "ended": "2022-12-12"}],
        "steps": [{"step": "decision", "on": on}],
    } | parts
    return review(load_case(data, RULESETS), RULESETS, dt.date.fromisoformat(on))


def status(verdict, rule):
    (found,) = {finding.status for finding in verdict.findings if finding.ref.rule == PENALTY_LAW + rule}
    return found


def remarks(verdict):
    return {code: args for result in verdict.results if result.proposal for code, args in result.proposal.findings}


def fine(amount="8000", **more):
    return [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": amount}], **more}]


# --- a total and its parts ---------------------------------------------------------------------------------------

TWO = [{"id": "v1", "parties": ["p1"]}, {"id": "v2", "parties": ["p1"]}]


@pytest.mark.parametrize(
    ("proposed", "violations", "differs"),
    [
        ([{"violation": "v1", "party": "p1", "imposes_penalty": True}], TWO[:1], False),
        ([], TWO[:1], False),
        ([{"violation": "v1", "party": "p1", "treatment": "ordinary"}], TWO[:1], False),
        (fine(), TWO, False),
        ([*fine(), {"violation": "v2", "party": "p1", "imposes_penalty": True}], TWO, False),
        ([*fine(), {"violation": "v2", "party": "p1", "treatment": "no_penalty"}], TWO, True),
        (fine(), TWO[:1], True),
        ([{"violation": "v1", "party": "p1", "penalties": []}], TWO[:1], True),
        ([{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine"}]}], TWO[:1], False),
    ],
)
def test_a_total_is_held_against_parts_only_where_all_are_told(proposed, violations, differs):
    verdict = reviewed(proposed=proposed, violations=violations, total={"amount": "1000000"})
    assert ("total_differs" in remarks(verdict)) is (differs and bool(proposed))


def test_the_total_of_one_proposal_needs_its_penalties_too():
    untold = [{"violation": "v1", "party": "p1", "imposes_penalty": True, "total": {"fines": "5"}}]
    assert "total_differs" not in remarks(reviewed(proposed=untold))
    assert "total_differs" in remarks(reviewed(proposed=fine(total={"fines": "5"})))


# --- sparing under a law that was not looked at -------------------------------------------------------------------

SPARED = [{"violation": "v1", "party": "p1", "treatment": "no_penalty"}]


@pytest.mark.parametrize("day", ["2021-03-05", "2015-06-01", "2021-07-14"])
def test_no_ground_is_missing_where_the_law_of_the_time_was_not_looked_at(day):
    violation = {
        "id": "v1",
        "parties": ["p1"],
        "ended": "2014-02-01",
        "first": True,
        "gravity": "minor",
        "harm": "none",
    }
    verdict = reviewed(day, proposed=SPARED, violations=[violation], organ={"field": "urban_management", "place": "11"})
    assert "sparing_not_checked" in remarks(verdict)
    assert "sparing_without_ground" not in remarks(verdict)
    assert not {"proposed.v1.p1.imposes_penalty"} & {fact.path for ask in verdict.asks for fact in ask.facts}


def test_where_it_was_looked_at_and_none_holds_that_is_said():
    violation = {
        "id": "v1",
        "parties": ["p1"],
        "ended": "2022-02-01",
        "discovered": "2022-02-01",
        "first": False,
        "gravity": "serious",
        "harm": "serious",
        "corrected_in_time": False,
        "absence_of_fault": False,
    }
    grown = {"id": "p1", "kind": "natural_person", "birth_date": "1980-01-01"}
    organ = {"field": "urban_management", "place": "11"}
    verdict = reviewed(proposed=SPARED, violations=[violation], parties=[grown], organ=organ)
    assert "sparing_without_ground" in remarks(verdict)


def test_an_open_ground_of_the_law_that_governs_is_named():
    verdict = reviewed(proposed=SPARED, organ={"field": "urban_management", "place": "11"})
    assert PENALTY_LAW + "minor_corrected_no_harm" in remarks(verdict)["sparing_ground_open"]["rules"]


# --- the same act penalised before ----------------------------------------------------------------------------------


def test_whether_the_earlier_penalty_was_a_fine_is_asked_first():
    verdict = reviewed(prior_penalties=[{"on": "2022-12-02", "same_act": True}], proposed=fine())
    assert status(verdict, "no_second_fine") == "apparent"
    assert verdict.asks[0].facts[0].path == "prior_penalties.0.fine"
    assert verdict.headline[0] == "apparent_breach"


@pytest.mark.parametrize("more", [{"revoked": True}, {"same_act": False}, {"fine": "0"}])
def test_what_was_set_aside_or_no_fine_bars_no_fine(more):
    prior = {"on": "2022-12-02", "same_act": True, "fine": "300"} | more
    verdict = reviewed(prior_penalties=[prior], complete=["prior_penalties"], proposed=fine())
    assert status(verdict, "no_second_fine") == "satisfied"


# --- who was there ----------------------------------------------------------------------------------------------------

VALID = {"from": "2020-01-01", "to": "2025-12-31"}
OLD = {"from": "2018-01-01", "to": "2020-12-31"}


@pytest.mark.parametrize(
    ("record", "complete", "officers", "two", "certified"),
    [
        ("excerpt", ["steps"], {"o1": VALID}, "undetermined", "undetermined"),
        ("excerpt", ["steps", "officers"], {"o1": VALID}, "apparent", "satisfied"),
        ("complete", [], {"o1": VALID}, "breached", "satisfied"),
        ("excerpt", ["steps"], {"o1": VALID, "o2": VALID}, "satisfied", "satisfied"),
        ("excerpt", ["steps"], {"o1": VALID, "o2": OLD}, "satisfied", "undetermined"),
        ("excerpt", ["steps", "officers"], {"o1": VALID, "o2": OLD}, "satisfied", "breached"),
        ("complete", [], {"o1": OLD, "o2": VALID}, "satisfied", "breached"),
    ],
)
def test_officers_who_are_named_are_all_only_where_the_file_says_so(record, complete, officers, two, certified):
    verdict = reviewed(
        record=record,
        complete=complete,
        officers=[{"id": id_, "certificate": held} for id_, held in officers.items()],
        steps=[
            {"step": "inspection", "on": "2023-02-01", "by": list(officers)},
            {"step": "decision", "on": "2023-11-22"},
        ],
    )
    assert status(verdict, "two_officers") == two
    assert status(verdict, "officers_certified") == certified


def test_how_many_officers_there_were_is_asked_where_one_is_named():
    verdict = reviewed(
        officers=[{"id": "o1", "certificate": VALID}],
        steps=[{"step": "inspection", "on": "2023-02-01", "by": ["o1"]}, {"step": "decision", "on": "2023-11-22"}],
    )
    asked = {fact.path for ask in verdict.asks for fact in ask.facts}
    assert "steps.0.officer_count" in asked


def test_a_person_not_named_among_the_officers_may_still_have_been_there():
    steps = [
        {"step": "inspection", "on": "2023-02-01", "by": ["o1"]},
        {"step": "hearing", "on": "2023-10-01", "chair": "o2"},
        {"step": "decision", "on": "2023-11-22"},
    ]
    officers = [{"id": "o1"}, {"id": "o2"}]
    closed = reviewed(steps=steps, officers=officers, complete=["steps", "officers"])
    opened = reviewed(steps=steps, officers=officers, complete=["steps"])
    assert status(closed, "hearing_chair_impartial") == "satisfied"
    assert status(opened, "hearing_chair_impartial") == "undetermined"


# --- sums of which a part is not told -------------------------------------------------------------------------------


def detained(*days):
    kinds = [{"kind": "administrative_detention"} | ({} if each is None else {"days": each}) for each in days]
    return [{"violation": f"v{n}", "party": "p1", "penalties": [each]} for n, each in enumerate(kinds, start=1)]


@pytest.mark.parametrize(
    ("days", "found"),
    [((15, 5), "satisfied"), ((15, 6), "breached"), ((15, None), "undetermined"), ((15, 6, None), "breached")],
)
def test_days_of_detention_that_are_not_told_do_not_keep_the_cap(days, found):
    violations = [{"id": f"v{n}", "parties": ["p1"], "ended": "2023-10-01"} for n in range(1, len(days) + 1)]
    organ = {"field": "public_security", "rank": "county", "place": "350121"}
    verdict = reviewed(violations=violations, organ=organ, proposed=detained(*days))
    (status_,) = {f.status for f in verdict.findings if f.ref.rule.endswith("/detention_capped_at_twenty_days")}
    assert status_ == found


# --- other periods that a law may set --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("record", "more", "found"),
    [
        ("excerpt", {}, "apparent"),
        ("working", {}, "apparent"),
        ("complete", {}, "breached"),
        ("excerpt", {"litigation_period_otherwise_set": False}, "breached"),
        ("excerpt", {"litigation_period_otherwise_set": True}, "not_applicable"),
    ],
)
def test_a_shorter_time_to_sue_is_apparent_until_the_organ_names_its_law(record, more, found):
    content = {"court": True, "litigation_months": "3"}
    steps = [{"step": "decision", "on": "2023-11-22", "content": content}]
    verdict = reviewed(record=record, steps=steps, proposed=fine(), **more)
    (status_,) = {f.status for f in verdict.findings if f.ref.rule == "administrative_litigation_law/litigation_told"}
    assert status_ == found
