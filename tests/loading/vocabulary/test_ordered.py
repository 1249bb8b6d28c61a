"""责令…: one table says what is a kind of penalty (行政处罚法 art. 9) and what an order; loaders and readers agree."""

from __future__ import annotations

import pytest

from enforcement_rules.loading import load_case, load_rulesets
from enforcement_rules.loading.vocabulary import ordered_as
from enforcement_rules.statutes.grammar import orders as grammar
from enforcement_rules.statutes.outwards import codes as outwards
from enforcement_rules.values.errors import InputError

RULESETS = load_rulesets()
TABLE = RULESETS.vocabulary.ordered
CASE = """\
schema: enforcement_rules/case/1
parties: [{id: p1, kind: legal_person}]
violations: [{id: v1, parties: [p1]}]
steps: [{step: decision, on: 2024-06-10}]
proposed:
  - penalties: [{kind: KIND}]
    orders: [ORDER]
"""
CHINESE = """\
格式: enforcement_rules/case/1
当事人: [{编号: p1, 类别: 法人}]
违法行为: [{编号: v1, 当事人: [p1]}]
程序步骤: [{步骤: 处罚决定, 日期: 2024-06-10}]
处理意见:
  - 处罚: [{种类: KIND}]
    责令: [ORDER]
"""
WORDS = {"kind": "order_to_suspend_business (责令停产停业)", "order": "order_to_stop_violation (责令停止违法行为)"}


@pytest.mark.parametrize("text", [CASE, CHINESE])
@pytest.mark.parametrize(
    ("kind", "order", "line", "said"),
    [
        ("责令停业整顿", None, 6, f"a kind of penalty; expected {WORDS['kind']}"),
        ("停产停业", None, 6, f"a kind of penalty; expected {WORDS['kind']}"),
        ("责令限期停业整顿", None, 6, f"a kind of penalty; expected {WORDS['kind']}"),
        ("责令停止建设", None, 6, f"no kind of penalty; expected under orders: {WORDS['order']}"),
        ("责令限期拆除", None, 6, "expected under orders: order_to_demolish"),
        ("取缔", None, 6, "expected under orders: other"),
        ("责令停止生产", None, 6, "in a further tier it is a penalty"),
        (None, "责令停产停业", 7, f"no order; expected under penalties: {WORDS['kind']}"),
        (None, "责令关闭", 7, "no order; expected under penalties: order_to_close"),
        (None, "责令停止施工", 7, f"an order; expected {WORDS['order']}"),
        (None, "责令立即改正", 7, "an order; expected order_to_correct"),
        (None, "责令停止经营", 7, "an order where it ends the unlawful act"),
    ],
)
def test_words_in_the_wrong_place_are_told_where_they_belong(tmp_path, text, kind, order, line, said):
    usual = ("警告", "责令改正") if text is CHINESE else ("warning", "order_to_correct")
    file = tmp_path / "case.yaml"
    file.write_text(text.replace("KIND", kind or usual[0]).replace("ORDER", order or usual[1]), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_case(file, RULESETS)
    [problem] = refused.value.problems
    assert (problem.place.line, problem.place.column > 0) == (line, True)
    assert said in problem.text("en")
    assert problem.args["value"] == (kind or order)
    assert problem.text("zh") != problem.text("en")


def test_other_words_are_answered_as_before(tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text(CASE.replace("KIND", "责令赔偿").replace("ORDER", "order_to_correct"), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_case(file, RULESETS)
    assert [problem.code for problem in refused.value.problems] == ["expected_one_of"]


def test_a_rule_that_threatens_an_order_is_told_so(made_up):
    rules = """\
penalties:
  - article: 第一条
    name: threat
    says: 罚则
    says_en: made-up provision
    causes: [stale_bread]
    then:
      - {kind: 责令停止建设}
      - {kind: 责令停产整顿}
"""
    with pytest.raises(InputError) as refused:
        load_rulesets(made_up({"bread_law_2020/rules.yaml": rules, "vocabulary.yaml": None}), only=True)
    found = {
        problem.place.line: problem.text("en") for problem in refused.value.problems if problem.place.line in (8, 9)
    }
    assert "no kind of penalty; expected no entry of then" in found[8]
    assert "expected order_to_suspend_business" in found[9]


def test_every_entry_is_a_kind_or_an_order_of_the_vocabulary():
    kinds = RULESETS.vocabulary.fact("proposal.kinds").type.values
    orders = RULESETS.vocabulary.fact("proposal.orders").type.values
    for words, entry in TABLE.items():
        assert entry.kind in (None, *kinds), words
        assert entry.order in (None, *orders), words
        assert entry.kind or entry.order, words


def test_an_entry_that_is_nothing_or_no_order_is_refused(made_up):
    text = "ordered:\n  停产停业: {}\n  改正: {order: order_to_corect}\n  关闭: {kind: order_to_shut}\n"
    with pytest.raises(InputError) as refused:
        load_rulesets(made_up({"bread_law_2020/vocabulary.yaml": text, "vocabulary.yaml": None}), only=True)
    assert refused.value.problems
    assert all(problem.place.line and problem.place.column for problem in refused.value.problems)


@pytest.mark.parametrize("words", [*outwards.SUSPENSIONS])
def test_the_second_reader_takes_what_the_table_has_as_the_table_does(words):
    entry = ordered_as(words, TABLE)
    meant = outwards.SUSPENSIONS[words]
    assert entry is None or (entry.kind == meant if meant != "order" else entry.order is not None)


@pytest.mark.parametrize("words", [*grammar._SUSPENSIONS])
def test_the_first_reader_takes_what_the_table_has_as_the_table_does(words):
    entry = ordered_as(words, TABLE)
    assert entry is None or entry.kind == grammar._SUSPENSIONS[words]


def test_the_table_holds_what_both_readers_know_behind_an_order_to_stop():
    both = {words.removeprefix("责令").removeprefix("限期") for words in grammar._SUSPENSIONS} & set(
        outwards.SUSPENSIONS
    )
    assert both - set(TABLE) == set()
