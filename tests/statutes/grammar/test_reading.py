"""The first reader of penalty clauses on made-up sentences (虚构): what it reads, and what it must refuse."""

from __future__ import annotations

import time

import pytest

from enforcement_rules.statutes.clauses import UnitText, atoms_of, faults_of, in_digits, printed, refusals_of
from enforcement_rules.statutes.grammar import LONGEST, read_unit
from enforcement_rules.values.errors import Place

HERE = Place("made-up.md", 1)


def read(text, head=""):
    unit = UnitText("第一条第一款", text, HERE, head)
    tree = read_unit(unit)
    assert faults_of(tree, text) == ()
    assert printed(tree.root, text) == in_digits(text)
    return tree


def atoms(text, head=""):
    tree = read(text, head)
    assert refusals_of(tree.root) == ()
    return atoms_of(tree.root)


def refused(text, head=""):
    return {each.reason for each in refusals_of(read(text, head).root)}


def words(text, places):
    return [text[start:end] for start, end in places]


def bounds(atom):
    return [(each.low and each.low.value, each.high and each.high.value) for each in atom.ranges]


def kinds(found):
    return [each.kind for each in found]


def test_the_plain_class_is_read_with_party_act_organ_and_range():
    text = "养鸽企业未给信鸽登记的,由鸽管部门责令改正,处五百元以上二千元以下的罚款。"
    order, fine = atoms(text)
    assert (order.kind, fine.kind) == ("order", "fine")
    assert words(text, fine.parties) == ["养鸽企业"]
    assert words(text, fine.acts) == ["未给信鸽登记"]
    assert words(text, fine.organs) == ["鸽管部门"]
    assert words(text, order.things) == ["改正"]
    assert bounds(fine) == [("500", "2000")]
    assert fine.force == "shall"


def test_may_belongs_to_the_kind_it_stands_before():
    found = atoms("夜间放飞信鸽的,没收违法所得,可以并处1万元以下罚款。".replace("夜间", "擅自"))
    assert [(each.kind, each.force) for each in found] == [
        ("confiscation_of_illegal_gains", "shall"),
        ("fine", "may"),
    ]
    assert bounds(found[1]) == [(None, "10000")]


def test_a_measure_behind_one_with_may_is_refused_where_it_may_be_meant_too():
    assert refused("擅自放飞信鸽的,可以给予警告,处一千元以下罚款。") == {"unclear_scope"}


def test_tiers_have_their_conditions_and_no_others():
    text = "擅自放飞信鸽的,由鸽管部门责令限期改正;逾期不改正的,处一千元以下罚款;情节严重的,责令停业整顿。"
    order, fine, closing = atoms(text)
    assert order.conditions == ()
    assert [[each.means for one in atom.conditions for each in one[0]] for atom in (fine, closing)] == [
        ["overdue"],
        ["serious"],
    ]
    assert {words(text, each.organs)[0] for each in (order, fine, closing)} == {"鸽管部门"}


def test_the_organ_does_not_decide_on_crimes_and_dismissals():
    text = "擅自放飞信鸽的,由鸽管部门给予警告;对直接负责的主管人员,依法给予处分;构成犯罪的,依法追究刑事责任。"
    found = atoms(text)
    assert kinds(found) == ["warning", "disciplinary", "criminal"]
    assert [words(text, each.organs) for each in found] == [["鸽管部门"], [], []]


def test_both_the_unit_and_its_persons_are_punished():
    text = "养鸽企业未给信鸽登记的,处十万元以下罚款,对直接负责的主管人员和其他直接责任人员处一万元以下罚款。"
    unit, persons = atoms(text)
    assert words(text, unit.parties) == ["养鸽企业"]
    assert words(text, persons.parties) == ["直接负责的主管人员和其他直接责任人员"]
    assert words(text, persons.around) == ["养鸽企业"]


def test_multiples_have_their_base_and_thresholds_their_bound():
    text = (
        "擅自出售信鸽的,由鸽管部门没收违法所得;违法所得一万元以上的,并处违法所得二倍以上五倍以下罚款;"
        "没有违法所得或者违法所得不足一万元的,并处二万元以下罚款。"
    )
    _, multiple, fixed = atoms(text)
    assert bounds(multiple) == [("2", "5")]
    assert multiple.ranges[0].bases == ("illegal_gains",)
    ((threshold,),) = multiple.conditions[0]
    assert (threshold.bounds.low.value, threshold.bounds.low.closed) == ("10000", True)
    none, below = fixed.conditions[0]
    assert (none[0].kind, none[0].means) == ("gains", "none")
    assert (below[0].bounds.high.value, below[0].bounds.high.closed) == ("10000", False)


def test_per_cent_keep_their_form():
    text = "擅自出售信鸽的,处合同价款百分之二以上百分之四以下的罚款。"
    (fine,) = atoms(text)
    assert (fine.ranges[0].low.type, bounds(fine)) == ("percent", [("2", "4")])
    assert fine.ranges[0].bases == ("cost",)


def test_gains_and_property_are_told_apart():
    text = "擅自出售信鸽的,没收违法所得和违法出售的信鸽,并处一千元以下罚款。"
    found = atoms(text)
    assert kinds(found) == ["confiscation_of_illegal_gains", "confiscation_of_illegal_property", "fine"]
    assert words(text, found[1].things) == ["违法出售的信鸽"]


def test_alternatives_and_steps():
    warning, fine = atoms("擅自放飞信鸽的,处警告或者二百元以下罚款。")
    assert warning.choice == fine.choice == 0
    stop, licence = atoms("擅自放飞信鸽的,责令停业整顿直至吊销养鸽许可证。")
    assert (stop.step, licence.step) == (0, 1)
    one, other = atoms("擅自放飞信鸽的,吊销养鸽许可证或者营业执照。")
    assert (one.kind, other.kind) == ("licence_revocation", "business_licence_revocation")


def test_detention_terms_bans_and_deemed_amounts():
    (detained,) = atoms("擅自放飞信鸽的,处五日以上十日以下拘留。")
    assert (detained.kind, bounds(detained)) == ("administrative_detention", [("5", "10")])
    text = "擅自放飞信鸽的,处一千元罚款;情节严重的,十年内不得从事养鸽活动。"
    _, ban = atoms(text)
    assert (ban.kind, bounds(ban), words(text, ban.things)) == (
        "occupation_restriction",
        [("10", "10")],
        ["从事养鸽活动"],
    )
    found = atoms("擅自出售信鸽的,并处货值金额二倍以下罚款,货值金额不足一万元的,按一万元计算。")
    assert kinds(found) == ["fine", "deemed"]


def test_a_reference_is_data():
    (atom,) = atoms("擅自放飞信鸽的,依照本法第十二条之一第二款第(三)项的规定处罚。")
    assert (atom.kind, atom.as_in) == ("as_referenced", ("本法第12条之1第2款第(3)项",))
    text = "违反本法第五条、第六条规定,擅自放飞信鸽的,给予警告。"
    (warning,) = atoms(text)
    assert warning.references == ("本法第5条", "第6条")


def test_heads_with_lists_and_their_items():
    head = "养鸽企业有下列行为之一的,由鸽管部门责令改正,处一千元以下罚款:"
    _, fine = atoms(head)
    assert fine.listed
    assert atoms("未给信鸽登记的;", head) == ()
    (own,) = atoms("未给信鸽登记的,处二千元以下罚款;", head)
    assert bounds(own) == [(None, "2000")]


@pytest.mark.parametrize(
    "text",
    [
        "不具有养鸽资格的单位购买信鸽的,给予警告。",
        "养鸽者对外放飞的,给予警告。",
        "养殖者对外放飞的,给予警告。",
        "鸽舍不合格的,给予警告。",
        "从事养鸽的企业,在夜间放飞的,给予警告。",
    ],
)
def test_where_it_is_not_plain_where_the_party_ends_it_stays_in_the_act(text):
    (warning,) = atoms(text)
    assert (warning.kind, warning.parties) == ("warning", ())
    assert words(text, warning.acts) == [text[: text.rindex("的,")]]


def test_what_is_stopped_is_ordered_first_and_suspended_in_a_further_tier():
    order, suspension = atoms("养鸽企业擅自放飞信鸽的,责令停止经营;情节严重的,责令停止经营。")
    assert (order.kind, suspension.kind) == ("order", "order_to_suspend_business")
    assert kinds(atoms("养鸽企业不合格的,可以责令停止经营。")) == ["order_to_suspend_business"]
    assert kinds(atoms("养鸽企业不合格的,责令停止经营或者关闭。"))[0] == "order_to_suspend_business"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("擅自放飞信鸽的,处二千元以上二万以下罚款。", "misprint"),
        ("擅自放飞信鸽的,处五千元以上一千元以下罚款。", "misprint"),
        ("擅自放飞信鸽的,处鸽食或者鸽笼价值二倍以下罚款。", "unclear_base"),
        ("擅自放飞信鸽的,责令停业,关笼反省。", "unknown_word"),
        ("擅自放飞信鸽的,没收信鸽并组织放生,处一千元以下罚款。", "unclear_base"),
        ("养鸽企业不合格的,责令改正或者限缩业务。", "unknown_word"),
        ("擅自放飞信鸽的,没收违法所得,处一千元以下罚款,或者吊销养鸽许可证。", "unclear_alternative"),
        ("擅自放飞信鸽的,吊销养鸽许可证或者取消备案。", "unknown_word"),
        ("擅自放飞信鸽的,给予警告;情节严重的,处一千元以下罚款;没有违法所得的,处五百元以下罚款。", "nested_condition"),
        ("擅自放飞信鸽,情节严重的,处一千元以下罚款;逾期不改正的,吊销养鸽许可证。", "nested_condition"),
        ("擅自放飞信鸽的,对单位处一万元以下罚款,吊销养鸽许可证。", "unclear_scope"),
        (
            "擅自出售信鸽的,给予警告;货值金额不足一万元的,处一千元以下罚款,货值金额一万元以上的,处二千元以下罚款。",
            "nested_condition",
        ),
        (
            "擅自放飞信鸽的,对单位处一万元以下罚款,对个人处一千元以下罚款,情节严重的,处二万元以下罚款。",
            "unclear_scope",
        ),
        ("擅自放飞信鸽的,责令改正,对主要负责人处一千元以下罚款;情节严重的,处二千元以下罚款。", "unclear_party"),
        ("擅自放飞信鸽的,给予警告,对主要负责人处一千元以下罚款,并吊销养鸽许可证。", "unclear_scope"),
        ("有下列行为之一的,给予警告。", "open_list"),
        ("处罚由鸽管部门决定。", "not_in_grammar"),
    ],
)
def test_what_is_doubtful_is_refused(text, reason):
    assert refused(text) == {reason}


def test_a_condition_of_the_act_is_not_carried_to_a_tier_for_the_other_case():
    text = "擅自放飞信鸽,构成犯罪的,依法追究刑事责任;尚不构成犯罪的,给予警告。"
    criminal, warning = atoms(text)
    assert [[each.means for one in atom.conditions for each in one[0]] for atom in (criminal, warning)] == [
        ["yes"],
        ["no"],
    ]


def test_tiers_with_acts_of_their_own():
    text = "有前款第一项行为的,处一千元以下罚款;有前款第二项、第三项行为之一的,处二千元以下罚款。"
    one, other = atoms(text)
    assert (one.references, other.references) == (("前款第1项",), ("前款第2项", "第3项"))
    assert (bounds(one), bounds(other)) == ([(None, "1000")], [(None, "2000")])


def test_sentences_that_threaten_nothing_are_asides():
    assert atoms("本条例规定的行政处罚,由鸽管部门决定。") == ()
    assert atoms("信鸽造成他人损失的,养鸽人应当赔偿。") == ()
    assert refused("本条例规定的行政处罚,由鸽管部门决定,可以处一千元以下罚款。") == {"not_in_grammar"}


def test_one_sentence_is_refused_and_the_other_read():
    tree = read("擅自放飞信鸽的,给予警告。处罚由鸽管部门决定。")
    assert [each.reason for each in refusals_of(tree.root)] == ["not_in_grammar"]
    assert kinds(atoms_of(tree.root)) == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "的,",
        "的," * 900,
        "处" * LONGEST,
        "擅自" + "或者" * 900 + "的,处一元罚款。",
        "擅自放飞的,处" + "一" * 1500 + "元罚款。",
        "擅自放飞的," + "处一元罚款," * 300 + "处一元罚款。",
        "擅自放飞的," + "责令改正;" * 300 + "给予警告。",
        "第" * 1000 + "条",
        "养" * (LONGEST + 1),
        "a\u0000{}[]的,处²元罚款。",
    ],
)
def test_hostile_texts_end_soon_and_never_raise(text):
    began = time.process_time()
    read_unit(UnitText("第一条第一款", text, HERE))
    assert time.process_time() - began < 5


def test_a_longer_text_than_any_clause_is_refused():
    assert refused("养" * (LONGEST + 1)) == {"not_in_grammar"}
