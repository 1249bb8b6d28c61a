"""Which of several steps governs, against the definition that compares every step with every other."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given, settings, strategies as st

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.evaluation.layout.governing_steps import governing
from enforcement_rules.evaluation.layout.steps import lay_steps
from enforcement_rules.model.case import Case, Step

IDS = ["a", "b", "c", "d"]
TIMES = ["2024-03-01T09:00", "2024-03-01T17:30", "2024-03-02T00:00", "2024-03-02T09:00"]
DAYS = ["2024-03-01", "2024-03-02", "2024-03", "2024", {"from": "2024-03-02"}, {"to": "2024-03-01"}, None]


def compared(steps, which):
    """Return what governs by its definition: no other step surely lies before it, or behind it."""
    replaced = {id_ for each in steps for id_ in each.step.replaces}
    left = [each for each in steps if each.step.id is None or each.step.id not in replaced] or steps

    def before(one, other):
        return one is not other and one.moment.precedes(other.moment) is True

    if which == "first":
        kept = [one for one in left if not any(before(other, one) for other in left)]
    else:
        kept = [one for one in left if not any(before(one, other) for other in left)]
    return kept or list(left)


def laid(steps):
    """Return steps of one kind, laid out; of those with one id only the first keeps it."""
    seen, made = set(), []
    for id_, when, after, replaces in steps:
        key = "at" if isinstance(when, str) and "T" in when else "on"
        own = None if id_ in seen else id_
        made.append(Step(step="notice", id=own, after=after, replaces=replaces, **{key: when}))
        seen.add(id_)
    return lay_steps(Case(steps=tuple(made)), {})


refs = st.lists(st.sampled_from(IDS), max_size=2, unique=True)
rare = st.one_of(st.just([]), st.just([]), refs)
steps = st.lists(st.tuples(st.sampled_from([*IDS, None]), st.sampled_from(TIMES + DAYS), refs, rare), max_size=7)


@settings(max_examples=600, deadline=None)
@given(steps.filter(bool), st.sampled_from(["first", "last"]))
@example([("a", TIMES[0], [], []), ("b", TIMES[0], [], [])], "last")
@example([("a", None, ["b"], []), ("b", None, ["a"], [])], "first")
@example([("a", TIMES[0], ["b"], []), ("b", TIMES[1], [], [])], "first")
@example([("a", TIMES[0], [], ["b"]), ("b", TIMES[1], [], ["a"])], "last")
def test_sorted_by_time_as_compared_with_every_other(steps, which):
    """Days, months, minutes, nothing known, `after` and `replaces`, also in a circle and against the time."""
    found = laid(steps)
    assert [each.n for each in governing(found, which)] == [each.n for each in compared(found, which)]


def test_steps_of_one_minute_have_no_order():
    """Neither governs alone, so that what only one of them says is open; a later one governs both."""
    two = [("a", TIMES[0], [], []), ("b", TIMES[0], [], [])]
    assert [each.n for each in governing(laid(two), "last")] == [0, 1]
    assert [each.n for each in governing(laid([*two, ("c", TIMES[1], [], [])]), "last")] == [2]


def test_a_case_with_two_steps_of_one_minute_is_reviewed():
    """It ended in a traceback once."""
    rulesets = load_rulesets()
    notices = [{"step": "notice", "at": TIMES[0]}, {"step": "notice", "at": TIMES[0]}]
    case = load_case({"violations": [{"id": "v"}], "steps": notices}, rulesets)
    assert review(case, rulesets, dt.date(2026, 1, 1)).outcome


def many(number, case):
    """Return steps of one kind: on days of their own, all on one day, in a chain, or without any day."""
    chain = [f"s{n - 1}" for n in range(number)]
    day = dt.date(2000, 1, 1)
    return laid(
        {
            "days": [(None, (day + dt.timedelta(n * 7 % number)).isoformat(), [], []) for n in range(number)],
            "one day": [(f"s{n}", "2024-03-01", [], []) for n in range(number)],
            "chain": [(f"s{n}", "2024-03-01", chain[n : n + 1] if n else [], []) for n in range(number)],
            "no day": [(f"s{n}", None, [], []) for n in range(number)],
            "one after all": [(f"s{n}", None, [], []) for n in range(number)] + [("z", None, chain[1:], [])],
            "all after one": [(f"s{n}", "2024-03-01", ["z"], []) for n in range(number)] + [("z", "2024-03", [], [])],
        }[case]
    )


@pytest.mark.parametrize("which", ["first", "last"])
@pytest.mark.parametrize("case", ["days", "one day", "chain", "no day", "one after all", "all after one"])
def test_ten_times_the_steps_cost_at_most_twelve_times_the_calls(calls, case, which):
    """Every step compared with every other were a hundred times."""
    few, lots = many(40, case), many(400, case)
    assert calls(lambda: governing(lots, which)) <= 12 * calls(lambda: governing(few, which))
