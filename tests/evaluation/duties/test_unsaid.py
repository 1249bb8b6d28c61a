"""Exceptions that are merely possible, and what sleeps without a value: a value nobody stated decides nothing."""

from __future__ import annotations

import pytest

from enforcement_rules.values.errors import InputError

MORE = """
  act.days: {type: days, zh: 日数, en: days, shown_by: organ, group: officers}
  act.extended: {type: yes_no, zh: 延长, en: extended, shown_by: organ, group: officers}
  act.test_days: {type: days, zh: 检测, en: tests, shown_by: organ, group: officers, dormant: {event: tests}}
  act.counted: {type: days, zh: 计入, en: counted, derived: {difference: [act.days, act.test_days]}}
  prior.fine: {type: amount, zh: 既往罚款, en: prior fine, shown_by: organ, group: notice}
  prior.same_act: {type: yes_no, zh: 同一行为, en: same act, shown_by: organ, group: notice}
  notice.heads: {type: count, zh: 人数, en: heads, shown_by: organ, group: notice, dormant: {event: heads}}
  notice.until:
    {type: date, zh: 届满, en: until, shown_by: organ, group: notice, dormant: {event: until, records: [complete]}}
  notice.heard: {type: yes_no, zh: 听取, en: heard, shown_by: organ, group: notice}
  notice.agreed: {type: yes_no, zh: 同意, en: agreed, shown_by: party, group: notice}
  service.mode:
    {type: choice, values: {direct: [直接, direct], announced: [公告, announced]}, zh: 方式, en: mode, shown_by: organ, group: notice}
groups:
"""
EVENTS = """events:
  tests: {zh: 检测, en: tests}
  heads: {zh: 人数, en: heads}
  until: {zh: 届满, en: until}
"""


@pytest.fixture
def more(law):
    file = law.folder / "vocabulary.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("groups:\n", MORE.lstrip("\n"), 1).replace("events:\n", EVENTS, 1), encoding="utf-8")
    return law


def duty(then, *, more="", when="{}", severity="fatal"):
    when = "" if when == "{}" else f"\n    when: {when}"
    return f"""
requirements:
  - article: 第一条
    name: duty
    says: 义务
    says_en: a duty
    at: decision{when}
    then: {then}
    severity: {severity}
    {more}
"""


def held(record="excerpt", **facts):
    return {"record": record, "steps": [{"step": "inspection", "on": "2024-01-05", **facts}]}


TERM = duty(
    "{every: {of: acts, holds: {any: [{act.days: {at_most: 30}}, {act.counted: {at_most: 30}}, {act.extended: true}]}}}",
    more="excused_by: [act.extended, act.test_days]",
)


@pytest.mark.parametrize(
    ("case", "status"),
    [
        (held(days=155), "apparent"),
        (held(days=31), "apparent"),
        (held("working", days=31), "apparent"),
        (held("complete", days=31), "breached"),
        (held("complete", days=30), "satisfied"),
        (held(days=31, extended=False, test_days=0), "breached"),
        (held(days=31, extended=False), "apparent"),
        (held("complete", days=31, extended=True), "satisfied"),
        (held("complete", days=40, test_days=10), "satisfied"),
        (
            held(days=40, test_days=9, extended=[{"value": True, "by": "organ"}, {"value": False, "by": "party"}]),
            "undetermined",
        ),
        (held(), "undetermined"),
    ],
)
def test_an_exception_inside_what_must_be_so_is_the_organs_to_show(more, case, status):
    more.version(TERM)
    assert more.statuses(case)["duty"] == status


def test_an_apparent_breach_names_and_asks_for_the_exceptions_nobody_states(more):
    more.version(TERM)
    verdict = more.review(held(days=31))
    (finding,) = verdict.findings
    assert [(name, status) for name, _, _, status in finding.exceptions] == [
        ("act.test_days", "unknown"),
        ("act.extended", "unknown"),
    ]
    asked = {fact.path: fact.effect for ask in verdict.asks for fact in ask.facts}
    assert asked == {"steps.0.extended": "closes_apparent", "steps.0.test_days": "closes_apparent"}
    assert verdict.headline[0] == "apparent_breach"


@pytest.mark.parametrize(
    ("prior", "status"),
    [
        ({"same_act": True}, "apparent"),
        ({"same_act": True, "fine": "300"}, "breached"),
        ({"same_act": True, "fine": "0"}, "satisfied"),
        ({"same_act": False}, "satisfied"),
        ({}, "undetermined"),
    ],
)
def test_it_holds_below_a_negation_too(more, prior, status):
    more.version(
        duty(
            "{not: {some: {of: prior_penalties, where: {prior.same_act: true}, holds: {prior.fine: {more_than: 0}}}}}",
            more="excused_by: [prior.fine]",
        )
    )
    case = {"record": "excerpt", "complete": ["prior_penalties"], "prior_penalties": [prior]}
    assert more.statuses(case)["duty"] == status


def test_the_exception_is_asked_for_even_while_it_is_open_whether_the_duty_applies(more):
    more.version(
        duty(
            "{every: {of: prior_penalties, where: {prior.same_act: true}, holds: {prior.fine: {at_most: 0}}}}",
            when="{proposal.kinds: {has: fine}}",
            more="excused_by: [prior.fine]",
        )
    )
    verdict = more.review({"record": "excerpt", "prior_penalties": [{"same_act": True}], "proposed": [{}]})
    assert [each.status for each in verdict.findings] == ["undetermined"]
    asked = [fact.path for ask in verdict.asks for fact in ask.facts]
    assert "prior_penalties.0.fine" in asked
    assert {ask.rank for ask in verdict.asks for fact in ask.facts if fact.path.endswith(("fine", "kind"))} == {
        1,
        2,
    }


def test_only_what_the_organ_must_show_is_named_as_an_exception(more):
    more.version(duty("{any: [{notice.shown: true}, {notice.agreed: true}]}", more="excused_by: [notice.agreed]"))
    with pytest.raises(InputError) as caught:
        more.statuses({})
    assert "notice.agreed is for party to show" in str(caught.value)


def notice(record="excerpt", **facts):
    steps = [{"step": "notice", "on": "2024-02-01", **facts}, {"step": "decision", "on": "2024-02-02"}]
    return {"record": record, "steps": steps}


AFTER = duty("{decision.on: {more_than: {fact: notice.until}}}", when="{notice.done: true}")


@pytest.mark.parametrize(
    ("case", "status"),
    [
        (notice(), "undetermined"),
        (notice("working"), "undetermined"),
        (notice("complete"), "dormant"),
        (notice(until="2024-02-01"), "satisfied"),
        (notice(until="2024-02-02"), "breached"),
        (notice("complete", until="2024-02-02"), "breached"),
        (notice(until="2024-02"), "undetermined"),
        (
            notice("complete", until=[{"value": "2024-02-01", "by": "a"}, {"value": "2024-02-09", "by": "b"}]),
            "undetermined",
        ),
    ],
)
def test_a_day_nobody_stated_neither_keeps_nor_breaks_a_limit(more, case, status):
    more.version(AFTER)
    assert more.statuses(case)["duty"] == status


def test_no_proof_shows_a_day_that_nobody_stated(more):
    more.version(AFTER)
    for record in ("excerpt", "complete"):
        (finding,) = more.review(notice(record)).findings
        assert "1949" not in str(finding.because())
        assert "1900" not in str(finding.because())


def test_what_is_open_is_asked_for_and_what_sleeps_is_not(more):
    more.version(AFTER)
    assert {fact.path for ask in more.review(notice()).asks for fact in ask.facts} >= {"steps.notice.until"}
    assert {fact.path for ask in more.review(notice("complete")).asks for fact in ask.facts} == set()


HEADS = duty("{notice.shown: true, notice.heads: {at_least: 1}}", when="{notice.done: true}")


@pytest.mark.parametrize("record", ["working", "complete", "excerpt"])
@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({"shown": True}, "satisfied"),
        ({"shown": True, "heads": 1}, "satisfied"),
        ({"shown": True, "heads": 0}, "breached"),
        ({"shown": False}, "breached"),
        ({"shown": True, "heads": [{"value": 0, "by": "a"}, {"value": 2, "by": "b"}]}, "undetermined"),
    ],
)
def test_what_sleeps_leaves_the_rest_of_a_duty_as_it_is(more, record, facts, status):
    more.version(HEADS)
    assert more.statuses(notice(record, **facts))["duty"] == status


def test_a_duty_that_turns_on_what_nobody_raised_is_dormant(more):
    more.version(duty("{notice.shown: true}", when="{notice.heads: {at_least: 5}}"))
    assert more.statuses(notice(shown=False))["duty"] == "dormant"
    assert more.statuses(notice(shown=False, heads=5))["duty"] == "breached"
    assert more.statuses(notice(shown=False, heads=4))["duty"] == "not_applicable"


def test_elements_of_which_nobody_raised_anything_are_none_of_those_asked_about(more):
    more.version(duty("{every: {of: acts, where: {act.test_days: {more_than: 0}}, holds: {act.extended: true}}}"))
    assert more.statuses(held("complete", days=5))["duty"] == "dormant"
    assert more.statuses(held("complete", test_days=5))["duty"] == "breached"
    assert more.statuses(held("complete", test_days=0))["duty"] == "satisfied"


GENERAL = duty("{service.days: {at_most: 7}}", severity="material").replace("name: duty", "name: general")
SPECIAL = duty(
    "{service.days: {at_least: 30}}",
    when="{service.mode: announced}",
    more="replaces: [act/general]",
    severity="material",
).replace("name: duty", "name: special")


@pytest.mark.parametrize("record", ["working", "excerpt", "complete"])
@pytest.mark.parametrize(
    ("day", "mode", "general"),
    [
        ("2024-02-10", None, "apparent"),
        ("2024-02-08", None, "satisfied"),
        ("2024-02-10", "direct", "breached"),
        ("2024-03-20", "announced", "not_applicable"),
        ("2024-03-20", None, "apparent"),
    ],
)
def test_a_special_duty_that_is_the_organs_to_show_leaves_an_apparent_breach(more, record, day, mode, general):
    more.version(GENERAL).version(SPECIAL, name="special")
    step = {"step": "service", "on": day} | ({"mode": mode} if mode else {})
    case = {"record": record, "steps": [{"step": "decision", "on": "2024-02-01"}, step]}
    expected = "breached" if general == "apparent" and record == "complete" else general
    assert more.statuses(case)["general"] == expected
    if expected == "apparent":
        verdict = more.review(case)
        (asked,) = [fact for ask in verdict.asks for fact in ask.facts if fact.effect == "closes_apparent"]
        assert asked.path == "steps.service.mode"
        (finding,) = [each for each in verdict.findings if each.ref.rule == "act/general"]
        assert ("special", "义务", "a duty", "unknown") in finding.exceptions


def test_what_the_party_must_show_still_leaves_a_replaced_duty_open(more):
    special = SPECIAL.replace("{service.mode: announced}", "{party.asserted: true}")
    more.version(GENERAL).version(special, name="special")
    case = {"steps": [{"step": "decision", "on": "2024-02-01"}, {"step": "service", "on": "2024-03-20"}]}
    assert more.statuses(case)["general"] == "undetermined"
