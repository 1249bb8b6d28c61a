"""What a change says in words, in both languages."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from enforcement_rules import CaseSession, load_rulesets
from enforcement_rules.proceeding.text import as_change_text

RULESETS = load_rulesets()
FINED = {
    "number": "虚构〔2026〕3号",
    "procedure": "ordinary",
    "parties": [{"id": "p1", "kind": "legal_person"}],
    "violations": [{"id": "v1", "parties": ["p1"]}],
    "proposed": [
        {"violation": "v1", "party": "p1", "treatment": "ordinary", "penalties": [{"kind": "fine", "amount": "500"}]}
    ],
}
NOTICE = {"step": "notice", "id": "n1", "on": "2026-08-20", "content": {"facts": False}}


@pytest.fixture
def session():
    return CaseSession(FINED, RULESETS, on=dt.date(2026, 9, 1))


def test_a_breach_says_how_grave_it_is_and_until_when_it_can_be_cured(session):
    session.take({"step": "case_filing", "on": "2026-07-01"})
    found = session.take(NOTICE)
    chinese, english = (as_change_text(found, session.verdict, lang) for lang in ("zh", "en"))
    assert "✗ 新发现：" in chinese
    assert "（足以撤销）    [行政处罚法（2021）第四十四条]" in chinese
    assert "处罚决定前可以补正，最后一日 2026-09-29" in chinese
    assert "before: decision, last day 2026-09-29" in english
    cured = as_change_text(session.say("steps.n1.content.facts", True), session.verdict)
    assert "✓ 已消除：" in cured
    assert "尚可补正" not in cured


def test_the_outcome_is_told_before_and_after(session):
    session.take({"step": "case_filing", "on": "2026-07-01"})
    first = as_change_text(session.so_far(), session.verdict)
    assert first.splitlines()[0] == "结论  尚不能断定"
    found = as_change_text(session.take(NOTICE), session.verdict)
    assert found.splitlines()[0] == "结论  尚不能断定 → 不得作出决定"


def test_a_day_that_changes_nothing_says_so(session):
    assert as_change_text(session.proceed(dt.date(2026, 9, 2)), session.verdict) == (
        "结论  尚不能断定（不变）\n  没有其他变化\n"
    )
    text = as_change_text(session.proceed(dt.date(2026, 9, 3)), session.verdict, "en")
    assert text == "Outcome  cannot be said yet (as before)\n  nothing else changed\n"


def test_limits_say_the_last_day(session):
    text = as_change_text(session.take({"step": "case_filing", "on": "2026-08-31"}), session.verdict)
    assert "→ 未到期：自立案之日起九十日内作出处罚决定" in text
    assert "最后一日 2026-11-29，还有 89 日" in text
    late = as_change_text(session.proceed(dt.date(2026, 11, 30)), session.verdict)
    assert "✗ 逾期：自立案之日起九十日内作出处罚决定" in late


def test_what_was_asked_before_is_not_asked_again_but_on_demand(session):
    session.take(NOTICE)
    text = as_change_text(session.so_far(), session.verdict)
    assert "? 新提出的问题：" in text
    more = int(re.search(r"另有 (\d+) 个问题", text)[1])
    everything = as_change_text(session.so_far(), session.verdict, everything=True)
    assert len(everything.splitlines()) >= len(text.splitlines()) + more - 1
    again = as_change_text(session.proceed(dt.date(2026, 9, 2)), session.verdict)
    assert "新提出的问题" not in again


def test_both_languages_say_the_same_and_leave_no_gap(session):
    for step in ({"step": "case_filing", "on": "2026-07-01"}, NOTICE, {"step": "decision", "on": "2026-08-30"}):
        found = session.take(step)
        chinese, english = (as_change_text(found, session.verdict, lang).splitlines() for lang in ("zh", "en"))
        assert [line[:3] for line in chinese[1:]] == [line[:3] for line in english[1:]]
        assert "{" not in "".join(chinese + english)
        assert all(line == line.rstrip() for line in chinese + english)
