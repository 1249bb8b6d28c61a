"""The second reader on made-up clauses (虚构): what it takes out of them, and what it refuses to guess."""

from __future__ import annotations

import time

import pytest

from enforcement_rules.statutes.clauses.words import MEASURES, WORDS
from enforcement_rules.statutes.outwards import Refused, atoms_in, codes


def said(text):
    """Return what the atoms of a clause say, in words: kind, force, range, party, conditions."""
    atoms = atoms_in(text)
    assert not isinstance(atoms, Refused), atoms
    return [
        (
            atom.kind,
            atom.force,
            *(
                "-".join("" if end is None else end.value for end in (bounds.low, bounds.high))
                for bounds in atom.ranges
            ),
            *(text[start:end] for start, end in atom.parties),
            *(
                "|".join("+".join(one.means or one.kind for one in each) for each in condition)
                for condition in atom.conditions
            ),
        )
        for atom in atoms
    ]


def words(text, places):
    return [text[start:end] for start, end in places]


READ = {
    "夜间放飞信鸽的,处一百元以上五百元以下的罚款。": [("fine", "shall", "100-500")],
    "夜间放飞信鸽的,给予警告,可以并处五百元以下罚款。": [
        ("warning", "shall"),
        ("fine", "may", "-500"),
    ],
    "夜间放飞信鸽的,没收违法所得和信鸽,并处违法所得一倍以上三倍以下的罚款。": [
        ("confiscation_of_illegal_gains", "shall"),
        ("confiscation_of_illegal_property", "shall"),
        ("fine", "shall", "1-3"),
    ],
    # 责令停止 ends the unlawful act beside 没收 or 改正; in a further tier or with 可以 it is a penalty (decision 19).
    "无证养鸽的,责令停止经营,没收违法所得。": [("order", "shall"), ("confiscation_of_illegal_gains", "shall")],
    "无证养鸽的,责令改正;情节严重的,责令停止经营。": [
        ("order", "shall"),
        ("order_to_suspend_business", "shall", "serious"),
    ],
    "无证养鸽的,责令改正;拒不改正的,责令停止生产。": [
        ("order", "shall"),
        ("order_to_suspend_business", "shall", "refused"),
    ],
    "无证养鸽的,可以责令停止营业。": [("order_to_suspend_business", "may")],
    "夜间放飞信鸽的,责令其限期改正。": [("order", "shall")],
    "夜间放飞信鸽的,责令停工整治。": [("order_to_suspend_business", "shall")],
    "夜间放飞信鸽的,依照《养鸽法》的有关规定追究法律责任。": [("as_referenced", "shall")],
    "夜间放飞信鸽的,吊销《养鸽经营许可证》。": [("licence_revocation", "shall")],
    "夜间放飞信鸽的,责令停业整顿一个月至三个月。": [("order_to_suspend_business", "shall", "1-3")],
    "夜间放飞信鸽的,责令改正;拒不改正的,处五百元罚款;情节严重的,吊销养鸽许可证。": [
        ("order", "shall"),
        ("fine", "shall", "500-500", "refused"),
        ("licence_revocation", "shall", "serious"),
    ],
    "夜间放飞信鸽的,责令限期改正;逾期不改正的,对单位处一千元以上五千元以下罚款,对个人处一百元以下罚款。": [
        ("order", "shall"),
        ("fine", "shall", "1000-5000", "单位", "overdue"),
        ("fine", "shall", "-100", "个人", "overdue"),
    ],
    "夜间放飞信鸽的,没收违法所得;没有违法所得或者违法所得不足一万元的,处五千元以下罚款。": [
        ("confiscation_of_illegal_gains", "shall"),
        ("fine", "shall", "-5000", "none|threshold"),
    ],
    "夜间放飞信鸽,构成犯罪的,依法追究刑事责任;尚不构成犯罪的,处五日以下拘留。": [
        ("criminal", "shall", "yes"),
        ("administrative_detention", "shall", "-5", "no"),
    ],
    "夜间放飞信鸽,尚不构成犯罪的,处五日以下拘留;情节严重的,处十日以上十五日以下拘留。": [
        ("administrative_detention", "shall", "-5", "no"),
        ("administrative_detention", "shall", "10-15", "no", "serious"),
    ],
}


@pytest.mark.parametrize("text", READ)
def test_read(text):
    assert said(text) == READ[text]


def test_names_of_meanings_are_those_of_the_types():
    """Atoms of two readers compare without a mapping: each name that this reader gives is one of the list."""
    assert {*codes.SUSPENSIONS.values(), *codes.PLAIN_KINDS.values(), *codes.LICENCE_VERBS.values()} <= set(MEASURES)
    for role, table in (
        ("tier", codes.TIERS),
        ("failure", codes.FAILURES),
        ("gains", codes.GAINS),
        ("crime", codes.CRIMES),
        ("base", codes.BASES),
    ):
        assert set(table.values()) <= set(WORDS[role])


def test_disciplinary_measures_behind_a_condition_are_an_aside():
    text = "夜间放飞信鸽的,责令改正;拒不改正的,处一千元罚款;对直接责任人员依法给予处分。"
    assert [kind for kind, *_ in said(text)] == ["order", "fine", "disciplinary"]


def test_alternatives_share_a_number_and_others_have_none():
    atoms = atoms_in("夜间放飞信鸽的,责令改正,处警告或者五百元以下罚款。")
    assert [atom.choice for atom in atoms] == [None, 0, 0]


def test_an_alternative_may_stand_behind_a_comma_with_its_own_organ():
    text = "夜间放飞信鸽的,由鸽管部门责令改正;情节严重的,责令停业整顿,或者由登记机关吊销营业执照。"
    atoms = atoms_in(text)
    assert [atom.choice for atom in atoms] == [None, 0, 0]
    assert [words(text, atom.organs) for atom in atoms] == [["鸽管部门"], ["鸽管部门"], ["登记机关"]]


def test_who_approves_a_closing_is_kept_and_one_of_the_two_is_chosen():
    text = "夜间放飞信鸽的,责令改正;情节严重的,报经有批准权的人民政府批准,责令停业、关闭。"
    atoms = atoms_in(text)
    assert [atom.kind for atom in atoms] == ["order", "order_to_suspend_business", "order_to_close"]
    assert [atom.choice for atom in atoms] == [None, 0, 0]
    assert [words(text, atom.approvers) for atom in atoms] == [[], *[["有批准权的人民政府"]] * 2]


def test_an_order_may_offer_two_duties():
    text = "夜间放飞信鸽的,责令限期拆除或者恢复原状。"
    (atom,) = atoms_in(text)
    assert (atom.kind, words(text, atom.things)) == ("order", ["限期拆除或者恢复原状"])
    assert isinstance(atoms_in("夜间放飞信鸽的,责令限期拆除或者停业整顿、关闭鸽舍。"), Refused)


def test_a_clause_without_its_own_word_goes_on_with_the_order_before_it():
    text = "夜间放飞信鸽的,责令停止违法行为,恢复原状或者采取其他补救措施,处一千元罚款,并向社会公告。"
    assert [atom.kind for atom in atoms_in(text)] == ["order", "order", "fine", "publicity"]
    assert isinstance(atoms_in("夜间放飞信鸽的,处一千元罚款,恢复原状。"), Refused)


def test_steps_are_counted_from_the_lowest():
    atoms = atoms_in("夜间放飞信鸽的,责令停产停业直至吊销养鸽许可证。")
    assert [(atom.kind, atom.step) for atom in atoms] == [
        ("order_to_suspend_business", 0),
        ("licence_revocation", 1),
    ]


def test_act_list_reference_and_thing():
    text = "违反本条例第三条第二款规定,养鸽场有下列行为之一的,由鸽管部门责令限期改正:"
    (atom,) = atoms_in(text)
    assert atom.listed
    assert atom.references == ("本条例第3条第2款",)
    assert words(text, atom.acts) == ["养鸽场有下列行为之一"]
    assert words(text, atom.things) == ["限期改正"]
    assert words(text, atom.organs) == ["鸽管部门"]


def test_the_base_of_a_multiple_is_a_place_or_a_known_base():
    text = "夜间放飞信鸽的,处信鸽价值百分之十以上百分之三十以下的罚款。"
    (atom,) = atoms_in(text)
    assert words(text, atom.ranges[0].of) == ["信鸽价值"]
    (_, atom) = atoms_in("夜间放飞信鸽的,没收违法所得,并处违法所得三倍以下的罚款。")
    assert atom.ranges[0].bases == ("illegal_gains",)


def test_several_places_at_once_are_written_with_digits():
    (atom,) = atoms_in("夜间放飞信鸽的,依照前两款规定处罚。")
    assert atom.as_in == ("前2款",)


def test_a_reference_to_what_punishes_is_kept():
    (atom,) = atoms_in("有前款第二项行为的,由鸽管部门依照本条例第九条的规定处罚。")
    assert (atom.kind, atom.references, atom.as_in) == ("as_referenced", ("前款第2项",), ("本条例第9条",))


@pytest.mark.parametrize(
    "text",
    [
        "夜间放飞信鸽;",
        "拒绝检查的;",
        "养鸽人应当登记。",
        "明知是禁止放飞的信鸽而放飞的;",
        "放飞明令禁止放飞的信鸽;",
        "责令召回信鸽后,仍拒不召回的,或者隐瞒的;",
    ],
)
def test_what_threatens_nothing_has_no_atoms(text):
    assert atoms_in(text) == ()


REFUSED = {
    # Kinds that this reader has no word for are no silence.
    "有前款行为的,五年内不得养鸽。": "unknown_word",
    "行政拘留;": "not_in_grammar",
    "终身不得养鸽。": "not_in_grammar",
    # 可以 in one clause: whether it reaches what 并 adds in the next is not said.
    "夜间放飞信鸽的,可以没收信鸽,并吊销养鸽许可证。": "unclear_scope",
    # Whether the party of one clause is that of the next is not said.
    "夜间放飞信鸽的,对单位处一千元罚款,吊销养鸽许可证。": "unclear_party",
    # Whether the tier before it holds for the responsible persons is not said.
    "夜间放飞信鸽的,责令改正;拒不改正的,处一千元罚款;对直接责任人员处一百元罚款。": "unclear_scope",
    # 有违法所得 governs the confiscation; whether also what follows is not said.
    "夜间放飞信鸽的,处一千元罚款,有违法所得的,没收违法所得,并处一百元罚款。": "unclear_scope",
    "夜间放飞信鸽的,处二千元以上二万以下罚款。": "misprint",
    "夜间放飞信鸽的,没收和违法所得。": "unclear_base",
    "夜间放飞信鸽的,处三倍以下罚款。": "unclear_base",
    "夜间放飞信鸽的,责令停止使用。": "unknown_word",
    "夜间放飞信鸽的,责令停止生产。": "unknown_word",
    "有前款除第三项以外情形之一的,处一千元罚款。": "exception",
    "携带信鸽价值超过一万元的货物夜间放飞,拒绝检查的,处一千元罚款。": "unclear_numeral",
    "没收、销毁信鸽(未批准的,处一千元罚款。": "not_in_grammar",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_doubtful_is_refused_with_its_reason(text):
    refused = atoms_in(text)
    assert isinstance(refused, Refused), refused
    assert refused.reason == REFUSED[text]
    assert 0 <= refused.start <= refused.end <= len(text)


HOSTILE = [
    "罚款" * 1500,
    "的,处一元罚款;" * 500,
    "十" * 3900 + "元罚款",
    "依照" + "《甲》、" * 900 + "处罚",
    "的," * 1900 + "处罚款",
    "由" * 1900 + "对" * 1900 + "罚款",
    "违反" * 1900 + "第一条第" * 10 + "罚款",
    "(((((罚款",
    "夜间放飞信鸽的,处一元罚款;,。,罚款",
    ",;。:罚款",
    "罚款" * 10**6,
    "\ud800罚款",
    "",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_is_answered_soon(text):
    before = time.process_time()
    answer = atoms_in(text)
    assert isinstance(answer, Refused | tuple)
    assert time.process_time() - before < 2
