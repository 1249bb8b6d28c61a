"""Every status a duty can have, and what silence means in each record mode."""

from __future__ import annotations

import pytest

DUTY = """
requirements:
  - article: 第一条
    name: notice_shown
    says: 告知须出示
    says_en: the notice is shown
    at: notice
    due: decision
    when: {proposal.kinds: {has: fine}}
    unless:
      - {name: extended, says: 延长, says_en: extended, when: {extension.done: true}, shown_by: organ}
    then: {notice.shown: true}
    severity: fatal
    consequence: revoked
"""
FINE = {"proposed": [{"penalties": [{"kind": "fine", "amount": "100"}]}]}
WARNING = {"proposed": [{"penalties": [{"kind": "warning"}]}]}


def on(kind, when, **more):
    return {"step": kind, ("at" if "T" in when else "on"): when, **more}


def notice(**facts):
    return {"steps": [{"step": "notice", "on": "2024-02-01", **facts}]}


@pytest.mark.parametrize(
    ("case", "record", "status"),
    [
        (FINE | notice(shown=True), "working", "satisfied"),
        (FINE | notice(shown=False), "working", "apparent"),
        (FINE | notice(shown=False), "excerpt", "apparent"),
        (FINE | notice(shown=False), "complete", "breached"),
        (FINE | notice(), "working", "undetermined"),
        (FINE | notice(), "excerpt", "undetermined"),
        (FINE | notice(), "complete", "breached"),
        (WARNING | notice(shown=False), "working", "not_applicable"),
        (notice(shown=False), "working", "undetermined"),
        (notice(shown=True), "working", "satisfied"),
    ],
)
def test_statuses_by_record_mode(law, case, record, status):
    law.version(DUTY)
    assert law.statuses(case | {"record": record})["notice_shown"] == status


def test_an_exception_that_holds_ends_the_duty(law):
    law.version(DUTY)
    case = FINE | {"steps": [*notice(shown=False)["steps"], {"step": "extension", "on": "2024-02-02"}]}
    assert law.statuses(case)["notice_shown"] == "not_applicable"


def test_an_exception_known_not_to_hold_shows_the_breach(law):
    law.version(DUTY)
    case = FINE | {"steps": [*notice(shown=False)["steps"], {"step": "extension", "done": False}]}
    assert law.statuses(case)["notice_shown"] == "breached"


def test_a_shown_fatal_breach_bars_and_settles(law):
    law.version(DUTY)
    verdict = law.review(FINE | notice(shown=False) | {"record": "complete"})
    assert verdict.outcome == "must_not_decide"
    assert verdict.settled_procedure
    assert verdict.headline[0] == "shown_fatal"


def test_a_breach_that_not_deciding_cannot_cure_does_not_bar(law):
    law.version(DUTY.replace("consequence: revoked", "consequence: revoked\n    curable: never"))
    verdict = law.review(FINE | notice(shown=False) | {"record": "complete"})
    assert verdict.outcome != "must_not_decide"
    assert [each.status for each in verdict.findings] == ["breached"]


def test_an_apparent_breach_asks_for_its_exception(law):
    law.version(DUTY)
    verdict = law.review(FINE | notice(shown=False))
    (fact,) = [fact for ask in verdict.asks for fact in ask.facts if fact.effect == "closes_apparent"]
    assert fact.path == "steps.extension.done"


def test_a_step_that_is_missing_is_asked_for_before_its_detail(law):
    law.version(DUTY)
    verdict = law.review(FINE | {"record": "working"})
    paths = [fact.path for ask in verdict.asks for fact in ask.facts if fact.path.startswith("steps.notice")]
    assert paths == ["steps.notice.done"]


DORMANT = """
requirements:
  - article: 第一条
    name: guardian_told
    says: 告知监护人
    says_en: the guardian is told
    at: notice
    when: {violation.insane: true}
    then: {notice.shown: true}
    severity: fatal
"""


def test_a_duty_on_an_event_nobody_raised_is_dormant_and_the_event_assumed(law):
    law.version(DORMANT)
    verdict = law.review(notice(shown=False))
    assert [each.status for each in verdict.findings] == ["dormant"]
    assert verdict.assumed == ("insanity",)


def test_a_raised_event_wakes_its_duty(law):
    law.version(DORMANT)
    violation = {"id": "v1", "cause": "a", "began": "2024-01-01", "ended": "2024-01-01", "insane": True}
    verdict = law.review(notice(shown=False) | {"violations": [violation]})
    assert [each.status for each in verdict.findings] == ["breached"]
    assert verdict.assumed == ()


LATE = """
requirements:
  - article: 第二条
    name: served_in_seven_days
    says: 七日内送达
    says_en: served within seven days
    at: service
    when: {decision.done: true}
    then: {service.days: {at_most: 7}}
    severity: material
"""


@pytest.mark.parametrize(
    ("steps", "record", "on", "status"),
    [
        ([], "working", "2024-06-01", "not_applicable"),
        ([], "excerpt", "2024-06-01", "not_yet_due"),
        ([{"step": "decision", "on": "2024-05-30"}], "complete", "2024-06-01", "not_yet_due"),
        ([{"step": "decision", "on": "2024-05-20"}], "complete", "2024-06-01", "breached"),
        ([{"step": "decision", "on": "2024-05-20"}], "working", "2024-06-01", "undetermined"),
        (
            [{"step": "decision", "on": "2024-05-20"}, {"step": "service", "on": "2024-05-27"}],
            "working",
            "2024-06-01",
            "satisfied",
        ),
        (
            [{"step": "decision", "on": "2024-05-20"}, {"step": "service", "on": "2024-05-28"}],
            "working",
            "2024-06-01",
            "breached",
        ),
    ],
)
def test_duties_after_the_decision_come_due_when_they_do(law, steps, record, on, status):
    law.version(LATE)
    case = {"steps": steps, "record": record}
    assert law.statuses(case, on)["served_in_seven_days"] == status


ORDER = """
requirements:
  - article: 第一条
    name: notice_first
    says: 先告知后决定
    says_en: notice comes before the decision
    at: decision
    then: {notice.moment: {precedes: decision.moment}}
    severity: fatal
"""


@pytest.mark.parametrize(
    ("steps", "status"),
    [
        ([on("notice", "2024-02-01"), on("decision", "2024-02-02")], "satisfied"),
        ([on("notice", "2024-02-02"), on("decision", "2024-02-01")], "breached"),
        ([on("notice", "2024-02-01"), on("decision", "2024-02-01")], "undetermined"),
        ([on("notice", "2024-02-01T09:00"), on("decision", "2024-02-01T10:00")], "satisfied"),
        ([on("notice", "2024-02-01T11:00"), on("decision", "2024-02-01T10:00")], "breached"),
        ([on("notice", "2024-02-01", id="n"), on("decision", "2024-02-01", after=["n"])], "satisfied"),
        ([on("notice", "2024-02"), on("decision", "2024-02-20")], "undetermined"),
        ([on("notice", "2024-01"), on("decision", "2024-02-20")], "satisfied"),
        ([on("notice", "2024-01-05"), on("notice", "2024-03-05"), on("decision", "2024-02-20")], "breached"),
    ],
)
def test_order_is_unknown_until_something_tells_it(law, steps, status):
    law.version(ORDER)
    assert law.statuses({"steps": steps})["notice_first"] == status


TWO = """
requirements:
  - article: 第一条
    name: two_officers
    says: 不少于两人
    says_en: at least two officers
    at: decision
    then: {every: {of: acts, holds: {act.officer_count: {at_least: 2}}}}
    severity: fatal
"""
PEOPLE = {"officers": [{"id": "o1"}, {"id": "o2"}]}


def visit(**more):
    return {"step": "inspection", "on": "2024-01-05", **more}


@pytest.mark.parametrize(
    ("case", "status"),
    [
        ({"steps": [visit(by=["o1", "o2"])], "complete": ["steps"]}, "satisfied"),
        ({"steps": [visit(by=["o1", "o2"])]}, "undetermined"),
        ({"steps": [visit(by=["o1"])], "complete": ["officers"]}, "breached"),
        ({"steps": [visit(by=["o1", "o1"])], "complete": ["officers"]}, "breached"),
        ({"steps": [visit(by=["o1"], officer_count=1)]}, "breached"),
        ({"steps": [visit(by=["o1"])]}, "undetermined"),
        ({"steps": [visit(by=["o1"])], "record": "excerpt"}, "undetermined"),
        ({"steps": [visit(by=["o1"], officer_count=2)], "complete": ["steps"]}, "satisfied"),
        ({"steps": [visit(by=["o1"])], "record": "complete"}, "breached"),
        ({"steps": [visit(by=["o1", "o2"]), visit()], "complete": ["steps"]}, "undetermined"),
        ({"steps": []}, "undetermined"),
        ({"steps": [visit(done=False)], "complete": ["steps"]}, "satisfied"),
    ],
)
def test_every_over_an_open_list_is_not_true(law, case, status):
    law.version(TWO)
    assert law.statuses(PEOPLE | case)["two_officers"] == status


def test_procedure_follows_the_law_in_force_when_the_step_is_taken(law):
    old = DUTY.replace("then: {notice.shown: true}", "then: {notice.shown: false}")
    law.version(old, version="1", end="2024-01-31").version(DUTY, version="2", start="2024-02-01")
    before = law.review(FINE | {"steps": [{"step": "notice", "on": "2024-01-31", "shown": False}]})
    after = law.review(FINE | {"steps": [{"step": "notice", "on": "2024-02-01", "shown": True}]})
    assert [(f.ref.version, f.status) for f in (*before.findings, *after.findings)] == [
        ("1", "satisfied"),
        ("2", "satisfied"),
    ]


def test_no_version_for_a_step_is_not_checked_never_the_nearest(law):
    law.version(DUTY, start="2024-03-01")
    verdict = law.review(FINE | notice(shown=False))
    assert verdict.findings == ()
    (entry,) = verdict.not_checked
    assert (entry.instrument, entry.reason, entry.steps, entry.blocks) == (
        "act",
        "no_version_in_force",
        ("notice",),
        True,
    )


def test_a_step_in_a_month_that_crosses_a_change_of_law_is_not_checked(law):
    law.version(DUTY, version="1", end="2024-02-14").version(DUTY, version="2", start="2024-02-15")
    verdict = law.review(FINE | {"steps": [{"step": "notice", "on": "2024-02", "shown": False}]})
    assert [entry.reason for entry in verdict.not_checked] == ["date_spans_versions"]


@pytest.mark.parametrize("shown", [False, True])
def test_an_undated_step_is_not_judged_by_the_law_of_the_review(law, shown):
    """The act began in January, the law in March: the notice may be older, and what it was measured by open."""
    law.version(DUTY, start="2024-03-01")
    steps = [{"step": "notice", "shown": shown}, {"step": "extension", "done": False}]
    verdict = law.review(FINE | {"steps": steps})
    (found,) = verdict.findings
    assert (found.status, found.kept) == ("undetermined", shown)
    assert found.assumes_version
    assert not verdict.settled_procedure
    assert [(entry.reason, entry.steps) for entry in verdict.not_checked] == [("date_unknown", ("notice",))]
    assert verdict.asks[0].facts[0].path == "steps.notice.on"


def test_an_undated_step_is_judged_where_every_day_it_can_have_is_of_one_version(law):
    law.version(DUTY, start="2024-01-01")
    verdict = law.review(FINE | {"steps": [{"step": "notice", "shown": False}, {"step": "extension", "done": False}]})
    (found,) = verdict.findings
    assert (found.status, found.notes) == ("breached", ())


@pytest.mark.parametrize(
    ("severity", "blocks"), [("void", True), ("fatal", True), ("material", False), ("minor", False)]
)
def test_a_version_that_is_not_loaded_blocks_only_where_it_may_hold_grave_duties(law, severity, blocks):
    law.version(
        f"""
        requirements:
          - article: 第一条
            name: noticed
            says: 已告知
            says_en: noticed
            at: decision
            then: {{notice.done: true}}
            severity: {severity}
            consequence: revoked
        """,
        start="2024-05-01",
        indispensable="false",
    )
    verdict = law.review({"steps": [{"step": "decision", "on": "2024-04-30"}]})
    (entry,) = [each for each in verdict.not_checked if each.steps == ("decision",)]
    assert (entry.reason, entry.blocks) == ("no_version_in_force", blocks)
