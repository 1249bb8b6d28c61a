"""Both readers on made-up clauses (虚构), and on the statute texts beside the checkout."""

from __future__ import annotations

import pytest

from enforcement_rules.statutes.agreement import read_article, read_both, reading
from enforcement_rules.statutes.clauses import units_of
from enforcement_rules.statutes.penalty_articles import classified
from enforcement_rules.statutes.text import split_statute


def articles(*clauses: str):
    text = "# 虚构放鸽条例\n\n" + "\n\n".join(f"第{n}条 {each}" for n, each in zip("一二三四五", clauses, strict=False))
    return split_statute(text, "虚构.md").articles


def unit_of(clause: str):
    return next(iter(units_of(articles(clause)[0])))


def test_a_clause_that_both_read_alike_is_accepted_with_its_lines():
    found = read_both(
        unit_of("夜间放飞信鸽的，由鸽管部门责令改正，可以处五百元以下罚款；拒不改正的，处一千元以上二千元以下罚款。")
    )
    assert found.accepted and found.reasons == ()
    order, may, shall = found.lines
    assert (order.kind, order.organ) == ("order", "鸽管部门")
    assert (may.force, may.ranges, may.conditions) == ("may", ("[,500]",), ())
    assert (shall.force, shall.ranges, shall.conditions) == ("shall", ("[1000,2000]",), ("failure:refused",))


def test_a_clause_that_one_refuses_is_refused_with_its_reason():
    found = read_both(unit_of("夜间放飞信鸽的，处二千元以上二万以下罚款。"))
    assert not found.accepted and found.lines == () and found.reasons


def test_readers_that_differ_refuse(monkeypatch):
    unit = unit_of("夜间放飞信鸽的，处五百元以下罚款。")
    assert read_both(unit).accepted
    monkeypatch.setattr(reading, "atoms_in", lambda text: ())
    found = read_both(unit)
    assert (found.refuser, found.reasons, found.lines) == ("disagreement", ("lines",), ())


def test_a_tree_that_does_not_hold_is_refused(monkeypatch):
    unit = unit_of("夜间放飞信鸽的，处五百元以下罚款。")
    monkeypatch.setattr(reading, "faults_of", lambda tree, text: ("fault",))
    assert (read_both(unit).refuser, read_both(unit).reasons) == ("first", ("not_in_grammar",))


def test_an_article_is_accepted_where_no_part_of_it_is_refused():
    whole, part = articles("夜间放飞的，给予警告。", "夜间放飞的，给予警告。\n\n在塔边放飞的，按照附表罚款。")
    assert read_article(whole).accepted
    assert [each.accepted for each in read_article(part).units] == [True, False]
    assert not read_article(part).accepted


@pytest.mark.long
def test_where_both_read_a_clause_of_the_statutes_they_hardly_ever_differ(law_texts):
    disagreed, accepted = [], 0
    for entry in law_texts.entries:
        for article in law_texts.wording(entry).articles:
            if classified(article, entry.title).is_penalty_article:
                found = read_article(article)
                accepted += found.accepted
                disagreed += [each for each in found.units if each.refuser == "disagreement"]
    # Whether a later sentence names a case or an act of its own, and what of a sum is a threshold.
    fields = {reason.partition(".")[2] for each in disagreed for reason in each.reasons}
    assert not fields & {"force", "party", "choice", "step"}
    assert len(disagreed) <= 30
    assert accepted >= 1200
