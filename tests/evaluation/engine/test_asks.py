"""What is asked for, in which order, and what is not."""

from __future__ import annotations

import pytest

RULES = """
circumstances:
  - article: 第一条
    name: spare
    says: 不罚
    says_en: spare
    when: {violation.gravity: minor, violation.sorry: true}
    then: {shall: no_penalty}
  - article: 第一条
    name: light
    says: 从轻
    says_en: light
    when: {party.asserted: true}
    then: {may: lighter}
requirements:
  - article: 第二条
    name: shown
    says: 出示
    says_en: shown
    at: notice
    due: decision
    then: {notice.shown: true}
    severity: fatal
  - article: 第二条
    name: small
    says: 小事
    says_en: small
    at: notice
    due: decision
    when: {violation.first: true}
    then: {notice.shown: true}
    severity: minor
"""


def violation(**facts):
    made = {"id": "v1", "cause": "a", "began": "2024-01-01", "ended": "2024-01-01"}
    return {"violations": [made | facts]}


def groups(verdict):
    return [ask.group for ask in verdict.asks]


def paths(verdict):
    return [fact.path for ask in verdict.asks for fact in ask.facts]


def test_a_working_file_asks_for_fatal_duties_first_and_an_excerpt_for_exemptions(law):
    law.version(RULES)
    notice = {"steps": [{"step": "notice", "on": "2024-02-01"}]}
    working = law.review(violation(gravity="minor") | notice)
    excerpt = law.review(violation(gravity="minor") | notice | {"record": "excerpt"})
    assert groups(working).index("notice") < len(groups(working))
    assert groups(excerpt)[0] == "circumstances"
    assert groups(excerpt).index("circumstances") < groups(excerpt).index("notice")


def test_the_trigger_is_asked_before_the_detail(law):
    law.version(RULES)
    verdict = law.review(violation())
    assert "steps.notice.done" in paths(verdict)
    assert "steps.notice.shown" not in paths(verdict)
    (first,) = [f for ask in verdict.asks for f in ask.facts if f.path == "violations.v1.first"]
    assert first.rules == ("act/small",)


def test_what_can_no_longer_matter_is_not_asked(law):
    law.version(RULES)
    verdict = law.review(violation(gravity="serious"))
    assert "violations.v1.sorry" not in paths(verdict)


def test_nothing_about_circumstances_is_asked_once_the_party_must_be_spared(law):
    law.version(RULES)
    verdict = law.review(violation(gravity="minor", sorry=True))
    assert "parties.p1.asserted" not in paths(verdict)


def test_what_the_file_supports_in_part_comes_before_what_it_does_not_touch(law):
    more = (
        RULES.replace("requirements:", "other:").split("other:")[0]
        + """
  - article: 第三条
    name: untouched
    says: 未触及
    says_en: untouched
    when: {violation.first: true}
    then: {shall: no_penalty}
"""
    )
    law.version(more)
    verdict = law.review(violation(gravity="minor"))
    facts = [fact.path for ask in verdict.asks for fact in ask.facts]
    assert facts.index("violations.v1.sorry") < facts.index("violations.v1.first")


UNKEPT = """
requirements:
  - article: 第一条
    name: reviewed
    says: 应当出示
    says_en: to be shown
    at: notice
    due: decision
    when: {violation.first: true}
    then: {notice.shown: true}
    severity: fatal
"""


def test_what_the_file_says_was_not_done_is_asked_first_whatever_the_record(law):
    law.version(UNKEPT + RULES.split("requirements:", maxsplit=1)[0])
    for record in ("working", "excerpt"):
        case = violation() | {"record": record, "steps": [{"step": "notice", "on": "2024-02-01", "shown": False}]}
        verdict = law.review(case)
        assert verdict.asks[0].facts[0].path == "violations.v1.first"
        assert verdict.asks[0].facts[0].effect == "unkept:fatal"


def test_an_excerpt_does_not_presume_kept_what_it_says_was_not_done(law):
    law.version(UNKEPT)
    silent = law.review(violation() | {"record": "excerpt", "steps": [{"step": "notice", "on": "2024-02-01"}]})
    denied = {"record": "excerpt", "steps": [{"step": "notice", "on": "2024-02-01", "shown": False}]}
    assert silent.if_regular[1] == 1
    assert law.review(violation() | denied).if_regular[1] == 0


def test_every_ask_names_rules_of_the_verdict(law):
    law.version(RULES)
    verdict = law.review(violation())
    known = {f.ref.rule for f in verdict.findings}
    known |= {g.ref.rule for r in verdict.results for g in r.treatment.grounds}
    for ask in verdict.asks:
        for fact in ask.facts:
            assert set(fact.rules) <= known | {"scope"}
            assert fact.decides in fact.rules


EVERY_ACT = """
requirements:
  - article: 第一条
    name: two_officers
    says: 每次活动不少于两人
    says_en: two officers at every act
    at: decision
    then: {every: {of: acts, holds: {act.officer_count: {at_least: 2}}}}
    severity: fatal
    consequence: revoked
"""


def acts(record, *counts):
    steps = [
        {"step": "inspection", "on": f"2024-01-0{n}"} | ({} if count is None else {"officer_count": count})
        for n, count in enumerate(counts, start=2)
    ]
    return {"record": record, "complete": ["steps"], "steps": [*steps, {"step": "decision", "on": "2024-02-01"}]}


def test_what_is_missing_of_an_act_names_the_act_and_its_place(law):
    law.version(EVERY_ACT)
    asked = [fact for ask in law.review(acts("working", 2, None, None)).asks for fact in ask.facts]
    assert [fact.path for fact in asked] == ["steps.1.officer_count", "steps.2.officer_count"]
    assert dict(asked[0].element)["act.kind"] == "inspection"


@pytest.mark.parametrize(
    ("record", "counts", "status"),
    [
        ("working", (2, None), "undetermined"),
        ("excerpt", (2, None), "undetermined"),
        ("complete", (2, None), "breached"),
        ("complete", (2, 2), "satisfied"),
        ("working", (1, None), "breached"),
    ],
)
def test_silence_on_one_of_several_acts(law, record, counts, status):
    law.version(EVERY_ACT)
    (finding,) = law.review(acts(record, *counts)).findings
    assert finding.status == status
    assert (finding.notes == (("not_shown", {}),)) is (record == "complete" and status == "breached")
