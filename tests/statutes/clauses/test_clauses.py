"""Trees of made-up clauses (虚构): what they come to, that they print themselves, and that faults are found."""

from __future__ import annotations

import hashlib
from decimal import Decimal

import msgspec
import pytest

from enforcement_rules.statutes.clauses import (
    MEASURES,
    WORDS,
    Aside,
    Atom,
    Bound,
    Bounds,
    Condition,
    Fault,
    Group,
    Measure,
    Premise,
    Quantity,
    Range,
    Reference,
    Span,
    Unit,
    UnitText,
    Word,
    atoms_of,
    faults_of,
    in_digits,
    leaves,
    numerals_in,
    printed,
    refusals_of,
    units_of,
)
from enforcement_rules.statutes.text import split_statute
from enforcement_rules.values.kinds import PENALTY_KINDS

CLAUSES = {
    "range": "{G:{act:夜间放飞信鸽}的,{M:处{R:{q:一百元}以上{q:五百元}以下}的{k.fine:罚款}}。}",
    "exact": "{G:{act:夜间放飞信鸽}的,{M:处{R:{q:200元}}{k.fine:罚款}}。}",
    "tiers": "{T:{party:养鸽人}{act:夜间放飞}的,由{organ:鸽管部门}{G:{M:{k.order:责令}{duty:改正}},{M:可以处{R:{q:五百元}以下}{k.fine:罚款}}};"
    "{G:{C:拒不改正的},{M:处{R:{q:1千元}以上{q:2千元}以下}{k.fine:罚款}}}。}",
    "alternatives": "{A:{act:夜间放飞}的,处{M:{k.warning:警告}}或者{M:{R:{q:二百元}以下}{k.fine:罚款}}。}",
    "steps": "{P:{C:情节严重的},{M:{k.order_to_suspend_business:责令停业整顿}},直至{M:{k.licence_revocation:吊销}{thing:养鸽证}}。}",
    "both": "{G:{party:养鸽场}{act:夜间放飞}的,{M:处{R:{q:一万元}以下}{k.fine:罚款}},{G:对{party:直接负责的主管人员}{M:处{R:{q:一千元}以下}{k.fine:罚款}}}。}",
    "multiple": "{G:{C:没有违法所得或者{R:{b.illegal_gains:违法所得}不足{q:一万元}}的},{M:并处{R:{b.goods_value:货值金额}{q:百分之五十}以上{q:三倍}以下}{k.fine:罚款}}。}",
    "conditions": "{G:{C:{condition:放飞信鸽}或者{condition:放飞雏鸽},情节严重的},{G:{C:逾期不{duty:关笼}的},{M:给予{k.warning:警告}}}。}",
    "terms": "{G:{act:夜间放飞}的,{M:{k.licence_suspension:暂扣}{thing:养鸽证}{R:{q:一个月}至{q:三个月}}},{M:{R:{q:终身}}{k.occupation_restriction:不得从事}{thing:养鸽}}。}",
    "per unit": "{G:{act:夜间放飞}的,{M:处{R:每{unit:只}{q:五元}以上{q:十元}以下}的{k.fine:罚款}}。}",
    "reference": "{G:{act:夜间放飞}的,{M:依照{r:本法第十二条之一第二款第（三）项}的规定{k.as_referenced:处罚}}。}",
    "misprint": "{G:{act:夜间放飞}的,{M:处{R:{q:二千元}以上{q.amount:二万}以下}{k.fine:罚款}}。}",
    "two things": "{G:{act:夜间放飞}的,{M:{k.confiscation_of_illegal_gains:没收}{b.illegal_gains:违法所得}}和{M:{k.confiscation_of_illegal_property:}{thing:信鸽}}。}",
    "numbers in acts": "{G:{act/years,count:两年内三次夜间放飞}的,{M:给予{k.warning:警告}}。}",
    "no penalty": "{S:{x.civil:造成损失的,依法赔偿。}{x.disciplinary:工作人员失职的,给予处分。}}",
    "refused": "{S:{refused.formula:按照附表所列公式计算罚款。}}",
}


def clause(tree, name):
    return tree(CLAUSES[name].replace("（", "(").replace("）", ")"))


def atoms(tree, name):
    unit, _ = clause(tree, name)
    return atoms_of(unit.root)


@pytest.mark.parametrize("name", CLAUSES)
def test_a_tree_prints_its_clause_and_holds(tree, name):
    unit, text = clause(tree, name)
    assert printed(unit.root, text) == in_digits(text)
    assert faults_of(unit, text) == ()


@pytest.mark.parametrize("name", CLAUSES)
def test_a_tree_is_data(tree, name):
    unit, _ = clause(tree, name)
    assert msgspec.json.decode(msgspec.json.encode(unit), type=Unit) == unit


def amounts(found):
    return [(each.low and each.low.value, each.high and each.high.value) for each in found.ranges]


def test_ranges_are_closed_exact_or_have_one_end(tree):
    assert amounts(atoms(tree, "range")[0]) == [("100", "500")]
    assert amounts(atoms(tree, "exact")[0]) == [("200", "200")]
    assert amounts(atoms(tree, "tiers")[1]) == [(None, "500")]
    low = Bounds(Bound("amount", "1000", True), Bound("amount", "2000", True))
    assert atoms(tree, "tiers")[2].ranges == (low,)


def test_force_conditions_and_organs_reach_what_they_stand_beside(tree):
    order, fine, heavier = atoms(tree, "tiers")
    assert [each.kind for each in (order, fine, heavier)] == ["order", "fine", "fine"]
    assert [each.force for each in (order, fine, heavier)] == ["shall", "may", "shall"]
    assert [each.conditions for each in (order, fine, heavier)] == [(), (), (((Premise("failure", "refused"),),),)]
    _, text = clause(tree, "tiers")
    assert {text[start:end] for each in (order, fine, heavier) for start, end in each.organs} == {"鸽管部门"}
    assert {text[start:end] for each in (order, fine, heavier) for start, end in each.acts} == {"夜间放飞"}


def test_alternatives_share_a_choice_and_steps_are_counted(tree):
    assert [(each.kind, each.choice, each.step) for each in atoms(tree, "alternatives")] == [
        ("warning", 0, None),
        ("fine", 0, None),
    ]
    assert [(each.kind, each.choice, each.step) for each in atoms(tree, "steps")] == [
        ("order_to_suspend_business", None, 0),
        ("licence_revocation", None, 1),
    ]


def test_the_narrowest_party_is_punished(tree):
    unit, person = atoms(tree, "both")
    _, text = clause(tree, "both")
    assert [text[start:end] for start, end in unit.parties] == ["养鸽场"]
    assert [text[start:end] for start, end in person.parties] == ["直接负责的主管人员"]
    assert [text[start:end] for start, end in person.around] == ["养鸽场"]


def test_bases_thresholds_and_their_open_ends(tree):
    (fine,) = atoms(tree, "multiple")
    below = Bounds(None, Bound("amount", "10000", False), ("illegal_gains",))
    assert fine.conditions == (((Premise("gains", "none"),), (Premise("threshold", bounds=below),)),)
    assert fine.ranges == (Bounds(Bound("percent", "50", True), Bound("multiple", "3", True), ("goods_value",)),)


def test_of_a_condition_one_alternative_holds_with_all_its_premises(tree):
    either, both = atoms(tree, "conditions")[0].conditions
    assert [[each.kind for each in premises] for premises in either] == [["own"], ["own", "tier"]]
    assert [[each.kind for each in premises] for premises in both] == [["failure"]]


def test_terms_units_references_and_misprints(tree):
    suspended, banned = atoms(tree, "terms")
    assert suspended.ranges == (Bounds(Bound("months", "1", True), Bound("months", "3", True)),)
    assert banned.ranges[0].low.type == "life"
    assert atoms(tree, "per unit")[0].ranges[0].per is not None
    assert atoms(tree, "reference")[0].as_in == ("本法第12条之1第2款第(3)项",)
    assert [each.ranges[0].unit_missing for each in atoms(tree, "misprint")] == [True]
    assert [each.ranges[0].unit_missing for each in atoms(tree, "range")] == [False]


def test_what_is_confiscated_twice_is_two_atoms(tree):
    assert [each.kind for each in atoms(tree, "two things")] == [
        "confiscation_of_illegal_gains",
        "confiscation_of_illegal_property",
    ]


def test_what_threatens_nothing_has_no_atoms(tree):
    assert atoms(tree, "no penalty") == ()
    unit, _ = clause(tree, "refused")
    assert [each.reason for each in refusals_of(unit.root)] == ["formula"]


FAULTS = {
    "print_differs": "{G:{act:夜间放飞}的,{M:处{R:{q:一百元}以下}{k.fine:罚款}}。}",
    "unknown_word": "{G:{act:夜间放飞}的,{M:处{R:{q:一百元}以下}{k.warning:罚款}}。}",
    "span_holds_amount": "{G:{act/amount:放飞价值五百元的信鸽}的,{M:给予{k.warning:警告}}。}",
    "span_holds_kind": "{G:{act:放飞被没收的信鸽}的,{M:给予{k.warning:警告}}。}",
    "span_holds_force": "{G:{act:应当关笼而未关}的,{M:给予{k.warning:警告}}。}",
    "span_holds_condition": "{G:{act:夜间放飞且情节严重}的,{M:给予{k.warning:警告}}。}",
    "condition_without_premise": "{G:{C:的},{M:给予{k.warning:警告}}。}",
    "measure_without_kind": "{G:{act:夜间放飞}的,{M:处{R:{q:一百元}以下}}。}",
    "measure_with_kinds": "{G:{act:夜间放飞}的,{M:处{k.warning:警告}、{R:{q:一百元}以下}{k.fine:罚款}}。}",
    "kind_outside_measure": "{G:{act:夜间放飞}的,给予{k.warning:警告}。}",
    "range_without_number": "{G:{act:夜间放飞}的,{M:处{R:{b.illegal_gains:违法所得}}的{k.fine:罚款}}。}",
    "bounds_upside_down": "{G:{act:夜间放飞}的,{M:处{R:{q:五百元}以上{q:一百元}以下}{k.fine:罚款}}。}",
    "no_alternative": "{A:{act:夜间放飞}的,{M:给予{k.warning:警告}},{M:处{R:{q:一百元}以下}{k.fine:罚款}}。}",
    "no_step": "{P:{act:夜间放飞}的,{M:给予{k.warning:警告}},{M:处{R:{q:一百元}以下}{k.fine:罚款}}。}",
    "aside_without_cue": "{S:{x.hearing:造成损失的,依法赔偿。}}",
    "aside_threatens": "{S:{x.civil/amount:造成损失的,依法赔偿,处五百元以下罚款。}}",
}


@pytest.mark.parametrize("code", [each for each in FAULTS if each != "print_differs"])
def test_faults_are_found(tree, code):
    assert code in [each.code for each in faults_of(*tree(FAULTS[code]))]


def test_another_value_another_kind_of_form_and_another_text_are_found(tree):
    unit, text = tree(FAULTS["print_differs"])
    assert faults_of(unit, text) == ()
    for old, new, code in [
        ('"value":"100"', '"value":"1000"', "print_differs"),
        ('"form":"{}元"', '"form":"{}倍"', "unknown_form"),
        ('"word":"以下"', '"word":"以上"', "print_differs"),
    ]:
        changed = msgspec.json.encode(unit).decode().replace(old, new, 1)
        other = msgspec.json.decode(changed, type=Unit)
        assert code in [each.code for each in faults_of(other, text)]
    assert faults_of(unit, text.replace("夜", "日")) == (Fault("other_text", 0, len(text)),)


@pytest.mark.parametrize("change", [1, -1])
def test_leaves_lie_side_by_side(change):
    text = "放飞的,给予警告。"
    leaf = [
        Span(role="act", start=0, end=2),
        Word(role="link", means="of", word="的", start=2, end=3),
        Word(role="mark", means="", word=",", start=3, end=4),
        Word(role="verb", means="", word="给予", start=4, end=6),
        Word(role="kind", means="warning", word="警告", start=6, end=8),
        Word(role="mark", means="", word="。", start=8, end=9),
    ]
    root = Group(joined="together", parts=(*leaf[:3], Measure(parts=tuple(leaf[3:5])), leaf[5]))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    assert faults_of(Unit(citation="第一条第一款", sha256=sha256, root=root), text) == ()
    moved = msgspec.structs.replace(leaf[0], end=2 + change)
    root = Group(joined="together", parts=(moved, *leaf[1:3], Measure(parts=tuple(leaf[3:5])), leaf[5]))
    found = faults_of(Unit(citation="第一条第一款", sha256=sha256, root=root), text)
    assert {each.code for each in found} == {"gap_or_overlap"}


@pytest.mark.parametrize(
    ("numerals", "code"),
    [((), "numeral_untyped"), ((("count", 2, 3, "4"),), "numeral_value"), ((("count", 0, 1, "3"),), "numeral_untyped")],
)
def test_every_numeral_of_a_span_is_typed_and_right(tree, numerals, code):
    from enforcement_rules.statutes.clauses import Numeral

    unit, text = tree("{G:{act/count:放飞三次}的,{M:给予{k.warning:警告}}。}")
    assert faults_of(unit, text) == ()
    span = unit.root.parts[0]
    typed = tuple(Numeral(type=kind, start=start, end=end, value=value) for kind, start, end, value in numerals)
    root = msgspec.structs.replace(
        unit.root, parts=(msgspec.structs.replace(span, numerals=typed), *unit.root.parts[1:])
    )
    assert code in [each.code for each in faults_of(msgspec.structs.replace(unit, root=root), text)]


def test_a_numeral_belongs_to_one_leaf(tree):
    unit, text = tree("{G:{act/count:放飞三十次}的,{M:给予{k.warning:警告}}。}")
    span = unit.root.parts[0]
    first = Span(role="act", start=0, end=3, numerals=())
    second = Span(role="act", start=3, end=span.end, numerals=())
    root = msgspec.structs.replace(unit.root, parts=(first, second, *unit.root.parts[1:]))
    codes = [each.code for each in faults_of(msgspec.structs.replace(unit, root=root), text)]
    assert "numeral_divided" in codes


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("处一万五千元", ["15000"]),
        ("1.5万元以上3万元以下", ["15000", "30000"]),
        ("百分之五十以上三倍以下", ["50", "3"]),
        ("千分之五", ["5"]),
        ("第一百二十四条之一", ["124", "1"]),
        ("统一标准", ["1"]),
        ("二〇二一年", ["2021"]),
        ("数万元", [None]),
        ("一百二元", [None]),
        ("二百零五元", ["205"]),
        ("十亿零五元", ["1000000005"]),
    ],
)
def test_numerals_are_found_with_what_they_come_to(text, values):
    assert [each.value for each in numerals_in(text)] == [None if value is None else Decimal(value) for value in values]


def test_the_kinds_of_the_law_all_have_words():
    assert set(MEASURES) == set(WORDS["kind"])
    assert set(PENALTY_KINDS) <= set(MEASURES)


def test_words_are_normal_text():
    from enforcement_rules.statutes.text import normal_text

    for table in WORDS.values():
        for words in table.values():
            assert [normal_text(each) for each in words] == [*words]


def test_the_types_are_frozen(tree):
    unit, _ = clause(tree, "range")
    every = [unit, unit.root, *leaves(unit.root), *atoms_of(unit.root)]
    assert {type(each) for each in every} >= {Unit, Group, Span, Word, Quantity, Atom}
    for each in every:
        with pytest.raises(AttributeError):
            each.start = 3
    assert {Aside, Condition, Range, Reference}


def test_the_units_of_an_article_are_its_heads_items_and_sub_items():
    text = "第一条 登记。\n\n有下列行为之一的，处罚款：\n（一）放飞；\n（二）喂养：\n1.鸽；\n2.鹤。\n第二条\n（一）甲。"
    first, second = split_statute(text, "虚构条例.md").articles
    found = [UnitText(each.citation, each.text, each.place, each.head) for each in units_of(first)]
    assert [(each.citation, each.text) for each in found] == [
        ("第一条第一款", "登记。"),
        ("第一条第二款", "有下列行为之一的,处罚款:"),
        ("第一条第二款第一项", "放飞;"),
        ("第一条第二款第二项", "喂养:"),
        ("第一条第二款第二项第一目", "鸽;"),
        ("第一条第二款第二项第二目", "鹤。"),
    ]
    assert [each.head for each in found] == ["", "", *["有下列行为之一的,处罚款:"] * 4]
    assert [each.place.line for each in found] == [1, 3, 4, 5, 6, 7]
    assert [each.citation for each in units_of(second)] == ["第二条第一款第一项"]
    assert found[0].sha256 == hashlib.sha256("登记。".encode()).hexdigest()
