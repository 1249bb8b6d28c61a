"""A case as it proceeds: changes, corrections, withdrawals, orders of steps, and nothing left behind."""

from __future__ import annotations

import datetime as dt
import itertools
import json

import pytest
from hypothesis import given, strategies as st

from enforcement_rules import CaseSession, load_case, load_rulesets, review
from enforcement_rules.proceeding.change import change
from enforcement_rules.values.errors import InputError

RULESETS = load_rulesets()
ON = dt.date(2026, 9, 1)
BARE = {
    "procedure": "ordinary",
    "complete": ["steps"],
    "parties": [{"id": "p1", "kind": "legal_person"}],
    "violations": [{"id": "v1", "parties": ["p1"]}],
}
FINED = BARE | {
    "proposed": [
        {"violation": "v1", "party": "p1", "treatment": "ordinary", "penalties": [{"kind": "fine", "amount": "500"}]}
    ]
}


def session(data=None, on=ON):
    return CaseSession(BARE if data is None else data, RULESETS, on=on)


def rules(found):
    return {each.ref.rule.partition("/")[2] for each in found}


def written(verdict):
    return json.dumps(verdict.to_dict(proofs="all"), ensure_ascii=False)


def limits(under_way):
    return [each.to_dict() for each in under_way.state.deadlines]


def test_filing_begins_the_ninety_days():
    found = session().take({"step": "case_filing", "on": "2026-09-01"})
    last = {each.ref.article: each.last for each in found.due}
    assert last["第六十条"] == dt.date(2026, 11, 30)
    assert found.outcome == ("undetermined", "undetermined")


def test_a_step_breaks_a_duty_and_its_correction_cures_it():
    under_way = session(FINED)
    under_way.take({"step": "notice", "id": "n1", "on": "2026-08-20", "content": {"facts": True}})
    broken = under_way.say("steps.n1.content.facts", False)
    assert "notice_content" in rules(broken.breached)
    assert "notice_content" in rules(each.finding for each in broken.curable)
    cured = under_way.say("steps.n1.content.facts", True)
    assert "notice_content" in rules(cured.cured)
    assert "notice_content" not in rules(each.finding for each in cured.curable)


def test_until_when_a_duty_can_be_cured():
    under_way = session(FINED)
    broken = under_way.take({"step": "notice", "id": "n1", "on": "2026-08-20", "content": {"facts": False}})
    assert until(broken) == {"step": "decision", "last": None}
    filed = under_way.take({"step": "case_filing", "on": "2026-07-01"})
    assert until(filed) == {"step": "decision", "last": "2026-09-29"}
    planned = under_way.take({"step": "decision", "id": "d1", "on": "2026-09-20"})
    assert until(planned) == {"step": "decision", "last": None}
    decided = under_way.proceed(dt.date(2026, 9, 20))
    assert "notice_content" in rules(f for f in under_way.verdict.findings if f.status == "breached")
    assert until(decided) is None


def until(found):
    each = [each for each in found.to_dict()["curable"] if each["rule"].endswith("notice_content")]
    return each[0]["until"] if each else None


def test_time_alone_makes_a_limit_run_out():
    under_way = session()
    under_way.take({"step": "case_filing", "on": "2026-09-01"})
    assert rules(under_way.proceed(dt.date(2026, 11, 30)).over) == set()
    late = under_way.proceed(dt.date(2026, 12, 1))
    assert rules(late.over) == {"decided_within_90_days"}
    assert under_way.on == dt.date(2026, 12, 1)


def test_a_step_in_time_meets_its_limit():
    under_way = session()
    under_way.take({"step": "case_filing", "on": "2026-06-01"})
    assert "decided_within_90_days" in rules(under_way.take({"step": "decision", "on": "2026-08-30"}).met)


def test_corrections_and_withdrawals_leave_no_trace():
    plain = session()
    changed = session()
    changed.take({"step": "case_filing", "id": "f", "on": "2025-01-01"})
    changed.say("violations.v1.gravity", "serious")
    changed.say("violations.v1.harm", [{"value": "none", "by": "party"}, {"value": "serious", "by": "organ"}])
    changed.say("steps.f.on", "2026-08-01")
    changed.withdraw("violations.v1.gravity")
    changed.withdraw("violations.v1.harm")
    changed.withdraw("steps.f")
    changed.withdraw("steps")
    assert changed.data == plain.data
    assert written(changed.verdict) == written(plain.verdict)
    assert limits(changed) == limits(plain)


@pytest.mark.parametrize(
    ("method", "with_what"),
    [
        ("take", ({"step": "no_such_step"},)),
        ("take", ({"step": "notice", "on": "2026-02-30"},)),
        ("take", ({},)),
        ("say", ("violations.v9.harm", "none")),
        ("say", ("violations.v1.harm", "nonsense")),
        ("say", ("violations.v1.harm", 1.5)),
        ("say", ("", 1)),
        ("say", ("a..b", 1)),
        ("say", (".".join("a" * 20), 1)),
        ("say", ("violations", "none")),
        ("say", ("violations.v1", "none")),
        ("withdraw", ("steps.n1",)),
        ("withdraw", ("violations.v1.harm",)),
        ("add", ("parties", {"id": "p1"})),
        ("add", ("no_such_list", {"id": "p1"})),
    ],
)
def test_a_refused_change_changes_nothing(method, with_what):
    under_way = session()
    before, verdict = under_way.as_json(), under_way.verdict
    with pytest.raises(InputError) as caught:
        getattr(under_way, method)(*with_what)
    assert all(line.isprintable() for line in caught.value.lines() + caught.value.lines("zh"))
    assert under_way.as_json() == before
    assert under_way.verdict is verdict


def test_a_session_is_rebuilt_from_its_case_file(tmp_path):
    under_way = session(FINED)
    under_way.take({"step": "case_filing", "on": "2026-08-01"})
    file = tmp_path / "case.json"
    file.write_text(under_way.as_json(), encoding="utf-8")
    rebuilt = CaseSession(file, RULESETS, on=ON)
    assert rebuilt.data == under_way.data
    assert written(rebuilt.verdict) == written(under_way.verdict)
    assert limits(rebuilt) == limits(under_way)


STEPS = [
    {"step": "case_filing", "on": "2026-06-01"},
    {"step": "inspection", "on": "2026-06-02", "certificates_shown": True, "record": True},
    {"step": "inquiry", "on": "2026-06-03", "certificates_shown": True, "record": False},
    {"step": "notice", "id": "n1", "on": "2026-07-01", "served": "2026-07-01"},
    {"step": "notice", "id": "n2", "on": "2026-07-10", "served": "2026-07-10", "replaces": ["n1"]},
    {"step": "exclusion", "on": "2026-06-20", "until": "2026-06-25"},
    {"step": "decision", "on": "2026-08-28"},
    {"step": "service", "on": "2026-09-01"},
]


def reviewed(data):
    return review(load_case(data, RULESETS), RULESETS, ON)


def findings(verdict):
    return [(f.ref.rule, f.status, f.violation, f.party, f.notes) for f in verdict.findings]


@given(st.permutations(STEPS))
def test_any_order_of_entering_ends_in_the_verdict_of_the_whole_case(steps):
    whole = reviewed(FINED | {"steps": STEPS})
    under_way = session(FINED)
    for step in steps:
        under_way.take(step)
    assert findings(under_way.verdict) == findings(whole)
    assert under_way.verdict.outcome == whole.outcome
    assert written(under_way.verdict) == written(reviewed(under_way.data))


def test_changes_add_up_to_what_is_so_in_the_end():
    under_way = session(FINED)
    broken = set(rules(under_way.so_far().breached))
    for step in STEPS:
        found = under_way.take(step)
        broken = (broken | rules(found.breached)) - rules(found.cured)
    assert broken == rules(under_way.so_far().breached)
    again = change(under_way.state, under_way.state)
    assert (again.breached, again.cured, again.due, again.over, again.met) == ((), (), (), (), ())


def test_a_change_is_json_and_the_same_twice():
    one, other = (json.dumps(session().take(STEPS[0]).to_dict(), ensure_ascii=False) for _ in range(2))
    assert one == other
    assert json.loads(one)["outcome"] == {"before": "undetermined", "after": "undetermined"}


@pytest.mark.parametrize(("first", "second"), list(itertools.permutations(("steps.notice", "steps.0", "steps.n1"), 2)))
def test_a_step_can_be_named_by_id_kind_or_number(first, second):
    found = []
    for path in (first, second):
        under_way = session()
        under_way.take({"step": "notice", "id": "n1", "on": "2026-08-20"})
        under_way.say(f"{path}.content.facts", True)
        found.append(under_way.data)
    assert found[0] == found[1]


def test_a_step_may_name_what_is_still_to_come():
    under_way = session()
    under_way.take({"step": "notice", "id": "n2", "on": "2026-08-21", "replaces": ["n1"], "by": ["o1"]})
    assert under_way.pending == ("steps.0.replaces", "steps.0.by")
    under_way.take({"step": "notice", "id": "n1", "on": "2026-08-20"})
    under_way.add("officers", {"id": "o1"})
    assert under_way.pending == ()
    assert under_way.case.steps[0].replaces == ("n1",)


def test_a_session_takes_chinese_data_paths_and_values():
    english = CaseSession({"procedure": "ordinary", "violations": [{"id": "v1"}]}, on=dt.date(2026, 9, 1))
    chinese = CaseSession({"程序": "普通程序", "违法行为": [{"编号": "v1"}]}, on=dt.date(2026, 9, 1))
    english.take({"step": "case_filing", "on": "2026-09-01"})
    taken = chinese.take({"步骤": "立案", "日期": "2026-09-01"})
    assert [limit.last.isoformat() for limit in taken.due] == ["2026-11-30"]
    english.say("violations.v1.harm", "slight")
    chinese.say("违法行为.v1.危害后果", "轻微")
    english.add("parties", {"id": "甲", "kind": "legal_person"})
    chinese.add("当事人", {"编号": "甲", "类别": "法人"})
    assert chinese.data == english.data
    assert chinese.verdict.to_dict() == english.verdict.to_dict()
    chinese.say("违法行为.v1.harm", "严重")
    assert chinese.data["violations"][0]["harm"] == "serious"
    chinese.withdraw("违法行为.v1.危害后果")
    assert "harm" not in chinese.data["violations"][0]


def test_one_thing_in_both_languages_leaves_a_session_as_it_was():
    session = CaseSession({"number": "a"}, on=dt.date(2026, 9, 1))
    with pytest.raises(InputError, match="one and the same"):
        session.take({"步骤": "立案", "step": "case_filing"})
    assert session.data == {"number": "a"}
