"""What is found while a day is known only within bounds is found on every day between them: properties.

Made-up files: a violation and a procedure whose days follow one another as they can. One day is then told less exactly,
by its month, its year, a bound or not at all; the days inside are those that fit the other dates of the file.
"""

from __future__ import annotations

import copy
import datetime as dt
import itertools

import pytest
from hypothesis import assume, given, strategies as st

from enforcement_rules import InputError, load_case, load_rulesets, review

RULESETS = load_rulesets()
ON = dt.date(2026, 11, 2)
FIRST, LAST = dt.date(2020, 10, 1), dt.date(2026, 10, 30)
CHANGES = [dt.date(2021, 4, 29), dt.date(2021, 7, 15), dt.date(2022, 6, 5), dt.date(2024, 1, 1), dt.date(2025, 12, 1)]
"""Days on which law that is loaded changes: generated days lie near them."""
SLOTS = [
    ("violations", 0, "ended"),
    ("violations", 0, "discovered"),
    ("steps", "case_filing", "on"),
    ("steps", "notice", "on"),
    ("steps", "notice", "served"),
    ("steps", "decision", "on"),
    ("steps", "service", "on"),
]
FIELDS = [
    ("market_regulation", {"instrument": "food_safety_law", "article": "第一百二十四条第一款"}, "food_expired"),
    ("ecology_environment", {"instrument": "noise_pollution_law", "article": "第八十一条"}, None),
    ("market_regulation", {"instrument": "product_quality_law", "article": "第四十九条"}, None),
    ("urban_management", None, None),
]
near = st.tuples(st.sampled_from(CHANGES), st.integers(-60, 60)).map(lambda pair: pair[0] + dt.timedelta(days=pair[1]))
FACTS = {
    "first": st.booleans(),
    "gravity": st.sampled_from(["minor", "ordinary"]),
    "harm": st.sampled_from(["none", "slight", "ordinary"]),
    "corrected_in_time": st.booleans(),
}


@st.composite
def files(draw):
    """Return a file of exact days in their order; some steps and days are left out."""
    start, gaps = draw(near), draw(st.lists(st.integers(0, 70), min_size=6, max_size=6))
    days = [start + dt.timedelta(days=gap) for gap in itertools.accumulate(gaps, initial=0)]
    ended, discovered, filed, told, served, decided, delivered = map(dt.date.isoformat, days)
    field, cited, cause = draw(st.sampled_from(FIELDS))
    violation = {"id": "v1", "parties": ["p1"], "ended": ended, "discovered": discovered, "bases": {"goods_value": 100}}
    violation |= {name: draw(value) for name, value in FACTS.items() if draw(st.booleans())}
    violation |= {"penalised_by": [cited]} if cited else {}
    violation |= {"cause": cause} if cause else {}
    steps = [
        {"step": "case_filing", "on": filed},
        {"step": "notice", "on": told, "served": served, "content": {"right_to_state": draw(st.booleans())}},
        {"step": "decision", "on": decided, "content": {"facts": draw(st.booleans())}},
        {"step": "service", "on": delivered},
    ]
    kept = [step for step in steps if step["step"] == "decision" or draw(st.integers(0, 3))]
    return {
        "number": "虚构",
        "record": draw(st.sampled_from(["excerpt", "working", "complete"])),
        "procedure": "ordinary",
        "organ": {"field": field, "rank": "county", "place": "350121"},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [violation],
        "steps": kept,
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": draw(FINES)}]}],
    }


FINES = st.sampled_from(["5000", "60000", "120000"])


def part(file, slot):
    """Return the part of a file that a slot is in, if it has it."""
    key, which, name = slot
    found = [each for n, each in enumerate(file[key]) if which in (n, each.get("step"))]
    return found[0] if found and name in found[0] else None


def told(file, slot, day):
    """Return the file with another day in a slot; without one where it is `None`.

    A notice has one day here: which of two is meant where one is not told would be another question.
    """
    made = copy.deepcopy(file)
    where = part(made, slot)
    for name in ("on", "served") if slot[1] == "notice" else (slot[2],):
        where.pop(name, None)
    if day is not None:
        where[slot[2]] = day
    return made


def wider(day):
    """Return what a day is told as, less and less exactly, with the bounds of each."""
    month = day.replace(day=1), (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    year = day.replace(month=1, day=1), day.replace(month=12, day=31)
    return [
        (day.isoformat()[:7], *month),
        (day.isoformat()[:4], *year),
        ({"to": month[1].isoformat()}, FIRST, month[1]),
        ({"from": month[0].isoformat()}, month[0], LAST),
        (None, FIRST, LAST),
    ]


def fits(file):
    """Say whether the days of a file can be as they are: no later one is before an earlier one."""
    steps = {step["step"]: step for step in file["steps"]}
    notice = steps.get("notice", {})
    violation = file["violations"][0]
    ends = [violation.get("ended"), violation.get("discovered"), steps.get("case_filing", {}).get("on")]
    rest = [notice.get("on"), notice.get("served"), steps["decision"].get("on"), steps.get("service", {}).get("on")]
    days = [day for day in (*ends, *rest) if day is not None]
    return days == sorted(days)


def verdict_on(file):
    try:
        return review(load_case(copy.deepcopy(file), RULESETS), RULESETS, ON)
    except InputError:
        assume(False)


def decided(verdict):
    """Return everything that is decided, by its name."""
    found = {f.ref.rule: f.status for f in verdict.findings if f.status in ("breached", "satisfied", "apparent")}
    (result,) = verdict.results
    found |= {g.ref.rule: g.status for g in result.treatment.grounds if g.status == "yes"}
    if result.settled_treatment:
        found["treatment"] = result.treatment.outcome
    if result.proposal.statute is not None:
        found["statute"] = result.proposal.statute
    return found


@given(st.data(), files(), st.sampled_from(SLOTS))
def test_what_is_decided_within_bounds_is_decided_so_on_every_day_between_them(data, file, slot):
    where = part(file, slot)
    assume(where is not None)
    day = dt.date.fromisoformat(where[slot[2]])
    stated, low, high = data.draw(st.sampled_from(wider(day)))
    assume(stated is not None or file["record"] != "complete")
    found = decided(verdict_on(told(file, slot, stated)))
    length = (high - low).days
    inside = data.draw(st.lists(st.integers(0, length), min_size=2, max_size=4))
    for other in {day, low, high, *(low + dt.timedelta(days=n) for n in inside)}:
        exact = told(file, slot, other.isoformat())
        if fits(exact):
            known = decided(verdict_on(exact))
            assert {name: known.get(name) for name in found} == found, (slot, stated, other)


@pytest.mark.parametrize("record", ["excerpt", "working", "complete"])
@pytest.mark.parametrize("mode", [None, "announcement", "direct", "postal"])
@pytest.mark.parametrize("stated", [{"from": "2023-01-01"}, "2023", {"from": "2023-12-01"}, {"to": "2024-02-29"}])
def test_service_that_only_a_later_law_lets_be_late_is_decided_on_no_bound(record, mode, stated):
    """The Civil Procedure Law is loaded from 2024-01-01; service by announcement under it is not bound to seven days."""
    steps = [{"step": "decision", "on": "2021-03-01"}, {"step": "service"} | ({"mode": mode} if mode else {})]
    file = {
        "number": "虚构",
        "record": record,
        "procedure": "ordinary",
        "organ": {"field": "urban_management", "rank": "county", "place": "350121"},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [{"id": "v1", "parties": ["p1"], "ended": "2021-01-05"}],
        "steps": steps,
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": "5000"}]}],
    }
    slot, low, high = ("steps", "service", "on"), dt.date(2021, 3, 1), LAST
    steps[1]["on"] = "2021-03-02"
    if isinstance(stated, dict):
        low, high = (dt.date.fromisoformat(stated.get(k, d.isoformat())) for k, d in (("from", low), ("to", high)))
    else:
        low, high = dt.date(2023, 1, 1), dt.date(2023, 12, 31)
    found = decided(verdict_on(told(file, slot, stated)))
    for day in {low, low + dt.timedelta(days=245), dt.date(2023, 9, 3), dt.date(2024, 1, 1), high}:
        if low <= day <= high:
            known = decided(verdict_on(told(file, slot, day.isoformat())))
            assert {name: known.get(name) for name in found} == found, (stated, day)


@pytest.mark.parametrize("fine", ["5000", "60000"])
@pytest.mark.parametrize(
    "stated", ["2021", {"from": "2021-05-01"}, {"from": "2021-07-14", "to": "2021-07-15"}, "2021-07"]
)
def test_a_ground_that_binds_only_by_a_later_law_leaves_the_penalty_open(stated, fine):
    """What is minor, corrected and harmless is not punished (行政处罚法 art. 33), loaded from 2021-07-15."""
    violation = {"id": "v1", "parties": ["p1"], "ended": "2021-04-29", "bases": {"goods_value": 100}}
    violation |= {"gravity": "minor", "harm": "none", "corrected_in_time": True, "cause": "food_expired"}
    violation |= {"penalised_by": [{"instrument": "food_safety_law", "article": "第一百二十四条第一款"}]}
    file = {
        "number": "虚构",
        "record": "excerpt",
        "organ": {"field": "market_regulation", "rank": "county", "place": "350121"},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [violation],
        "steps": [{"step": "decision", "on": "2021-08-01"}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": fine}]}],
    }
    slot = ("steps", "decision", "on")
    found = decided(verdict_on(told(file, slot, stated)))
    assert found.get("statute") is not True
    assert decided(verdict_on(told(file, slot, "2021-07-15")))["statute"] is False
    assert decided(verdict_on(told(file, slot, "2021-08-01")))["statute"] is False


@given(files(), st.sampled_from(SLOTS))
def test_less_exact_days_never_decide_more(file, slot):
    """A month decides what a day does or less, a year what a month does or less, none what any bound does or less.

    On a complete record no day at all is more: it is not shown.
    """
    where = part(file, slot)
    assume(where is not None and file["record"] != "complete")
    day = dt.date.fromisoformat(where[slot[2]])
    month, year, before, since, none = [decided(verdict_on(told(file, slot, each))) for each, *_ in wider(day)]
    exact = decided(verdict_on(told(file, slot, day.isoformat())))
    for less, more in ((none, before), (none, since), (none, year), (year, month), (before, month), (month, exact)):
        assert [name for name in less if more.get(name) != less[name]] == [], slot
