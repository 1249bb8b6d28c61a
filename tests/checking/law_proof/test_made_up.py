"""A made-up ruleset (虚构) is proved whole; what the proof cannot say it says; both sides have their places."""

from __future__ import annotations

import pytest
from made_up import LAW, RULES, proof_of, written

from enforcement_rules import InputError, check, load_law_text, load_rulesets


def codes(proof):
    return [each.code for each in proof.findings]


def test_a_ruleset_that_says_what_the_text_says_is_proved(tmp_path):
    proof = proof_of(tmp_path)
    assert [each.line() for each in proof.findings] == []
    assert (proof.count("proved"), proof.accepted, proof.without_text) == (9, (), ())


def test_a_finding_names_both_places(tmp_path):
    found = proof_of(tmp_path, RULES.replace("at_least: 5, at_most: 10, times", "at_least: 5, at_most: 20, times"))
    (one,) = found.findings
    words = "货值金额五倍以上十倍以下罚款"
    begins = LAW.replace("第十条 ", "第十条 \n").split("\n")
    clause = next(each for each in begins if words in each).index(words)
    line = RULES.splitlines().index("      - kind: fine") + 1
    assert one.line("en").endswith(
        f"penalties.yaml:{line}:9: contradiction range made_up_business_regulations/unlicensed: range differs: the rule "
        "says at least 5 times of violation.goods_value, at most 20 times of violation.goods_value, the text at least 5 "
        "times, at most 10 times of 货值金额 [《虚构经营管理条例》第十条第一款, sentence 1, characters "
        f"{clause + 1}-{clause + len(words)}, {one.text.file}:7]"
    )
    assert one.line("zh").split(": ")[1].startswith("矛盾 range made_up_business_regulations/unlicensed")
    assert f"第1句，第{clause + 1}—{clause + len(words)}字" in one.line("zh")


def test_what_no_rule_and_no_gap_holds_is_found(tmp_path):
    without = RULES[: RULES.index("gaps:")]
    found = proof_of(tmp_path, without).findings
    assert [(each.code, each.passage) for each in found] == [("atom_not_encoded", "第十二条第一款第三项")] * 2


def test_a_gap_names_each_penalty_and_only_what_is_open(tmp_path):
    one = "      - {article: 第十二条第三项, kind: order_to_suspend_business}\n"
    assert codes(proof_of(tmp_path, RULES.replace(one, ""))) == ["atom_not_encoded"]
    assert codes(
        proof_of(tmp_path, RULES.replace("第三项, kind: fine, at_most: 30000", "第三项, kind: fine, at_most: 1"))
    ) == [
        "atom_not_encoded",
        "gap_names_nothing",
    ]
    twice = RULES + "      - {article: 第十条, kind: warning}\n"
    assert codes(proof_of(tmp_path, twice)) == ["gap_names_nothing"]


def test_a_gap_may_name_what_a_rule_lacks(tmp_path):
    lacking = RULES.replace("      - {kind: licence_suspension, force: shall, term: {exactly: {months: 6}}}\n", "")
    assert codes(proof_of(tmp_path, lacking)) == ["missing"]
    named = lacking + "      - {article: 第十六条, kind: licence_suspension}\n"
    assert codes(proof_of(tmp_path, named)) == []


def test_an_unknown_fact_is_said_and_may_be_accepted_with_a_reason(tmp_path):
    fact = "{violation.corrected_in_time: true}"
    strange = RULES.replace(
        "{kind: fine, force: shall, fine: {at_least: 1000,",
        "{kind: fine, force: shall, when: " + fact + ", fine: {at_least: 1000,",
    )
    assert codes(proof_of(tmp_path, strange)) == ["condition_unknown"]
    assert proof_of(tmp_path, strange).count("not_proved") == 1
    kept = strange.replace(
        "    name: overloaded\n", "    name: overloaded\n    accepted: {condition_unknown: 虚构的理由}\n"
    )
    proof = proof_of(tmp_path, kept)
    assert (codes(proof), [each.accepted for each in proof.accepted]) == ([], ["虚构的理由"])
    needless = RULES.replace(
        "    name: overloaded\n", "    name: overloaded\n    accepted: {condition_unknown: 虚构的理由}\n"
    )
    assert codes(proof_of(tmp_path, needless)) == ["accepted_needlessly"]


def test_a_contradiction_is_never_accepted(tmp_path):
    wrong = RULES.replace("    name: overloaded\n", "    name: overloaded\n    accepted: {range: 虚构的理由}\n")
    wrong = wrong.replace("{at_least: 1000, at_most: 2000}", "{at_least: 1000, at_most: 3000}")
    assert sorted(codes(proof_of(tmp_path, wrong))) == ["accepted_needlessly", "range"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("处一万元以下的罚款", "处一万元以下或者一倍的罚款", "numeral_not_read"),
        ("并处一千元以上二千元以下罚款", "并处一千元以上二千以下罚款", "numeral_unknown"),
        ("并处一千元以上二千元以下罚款", "并处罚款", "no_amount"),
        ("暂扣六个月营运证", "取消营运证，责令停航", "word_not_read"),
        ("对单位处一万元", "对船舶所有人处一万元", "party_unknown"),
        ("拒不改正的，责令停业整顿", "拒不改正、造成影响较大的，责令停业整顿", "condition"),
    ],
)
def test_what_the_text_says_otherwise_is_told(tmp_path, old, new, code):
    assert old in LAW
    assert code in codes(proof_of(tmp_path, law=LAW.replace(old, new)))


def test_a_text_that_is_not_there_is_said(tmp_path):
    where, texts = written(tmp_path)
    next(texts.iterdir()).unlink()
    (texts / "虚构别的条例(2024-01-02).md").write_text(LAW.replace("虚构经营", "虚构别的"), "utf-8")
    from enforcement_rules.checking import prove

    proof = prove(load_rulesets(where, only=True, cache=False), load_law_text(texts))
    assert (proof.without_text, proof.provisions, proof.findings) == (("made_up_business_regulations@2024",), (), ())


def test_check_of_the_library_proves_where_a_text_is_given(tmp_path):
    where, texts = written(tmp_path, RULES.replace("at_most: 2000}", "at_most: 9000}"))
    law = load_rulesets(where, only=True, cache=False)
    assert [each.code for each in check(law)] == []
    assert [each.code for each in check(law, law_text=load_law_text(texts))] == ["range", "range"]
    with pytest.raises(InputError):
        check(law, law_text=str(texts))


def test_the_command_proves_and_counts(tmp_path, run):
    where, texts = written(tmp_path)
    done = run("check", where, "--law-text", texts, "--lang", "en")
    assert (done.returncode, done.stdout) == (0, "")
    assert "against the texts: 9 provisions, 9 proved, 0 contradicted, 0 not proved" in done.stderr
    where, texts = written(tmp_path, RULES.replace("force: may, borne_by", "force: shall, borne_by"))
    done = run("check", where, "--law-text", texts)
    assert done.returncode == 1
    assert "矛盾 force made_up_business_regulations/burning: 应当、可以不同：规则为 应当，文本为 可以" in done.stdout
    assert "9 条罚则，8 条已证，1 条矛盾，0 条未证" in done.stderr


def test_the_command_refuses_a_folder_that_is_none(tmp_path, run):
    where, _ = written(tmp_path)
    done = run("check", where, "--law-text", tmp_path / "nowhere")
    assert (done.returncode, done.stdout) == (2, "")
