"""Atoms in short words, by which two readings are held against each other (made-up clauses, 虚构)."""

from __future__ import annotations

from enforcement_rules.statutes.clauses import Line, atoms_of, differences, lines_of

from .notation import tree

PIGEONS = (
    "{T:{party:养鸽人}{act:夜间放飞}的,由{organ:鸽管部门}{G:{M:{k.order:责令}{duty:改正}},{M:可以处{R:{q:五百元}以下}{k.fine:罚款}}};"
    "{G:{C:拒不改正的},{M:处{R:{q:1千元}以上{q:2千元}以下}{k.fine:罚款}}}。}"
)


def test_a_line_says_kind_force_party_organ_conditions_and_range():
    unit, text = tree(PIGEONS)
    order, light, heavy = lines_of(atoms_of(unit.root), text)
    assert (order.kind, light.force, light.ranges) == ("order", "may", ("[,500]",))
    assert (heavy.party, heavy.organ) == ("", "鸽管部门")
    assert (heavy.conditions, heavy.ranges) == (("failure:refused",), ("[1000,2000]",))


def test_the_party_of_a_part_is_named_beside_who_did_the_act():
    both = (
        "{G:{party:养鸽场}{act:夜间放飞}的,{M:处{R:{q:一万元}以下}{k.fine:罚款}},"
        "{G:对{party:直接负责的主管人员}{M:处{R:{q:一千元}以下}{k.fine:罚款}}}。}"
    )
    unit, text = tree(both)
    assert [line.party for line in lines_of(atoms_of(unit.root), text)] == ["", "直接负责的主管人员"]


def test_alternatives_within_a_condition_and_ranges_of_several_units():
    multiple = (
        "{G:{C:没有违法所得或者{R:{b.illegal_gains:违法所得}不足{q:一万元}}的},"
        "{M:并处{R:{b.goods_value:货值金额}{q:百分之五十}以上{q:三倍}以下}{k.fine:罚款}}。}"
    )
    unit, text = tree(multiple)
    (line,) = lines_of(atoms_of(unit.root), text)
    assert line.conditions == ("gains:none | illegal_gains<10000",)
    assert line.ranges == ("x goods_value [50 percent,3 multiple]",)


def test_two_readings_differ_where_a_reviewer_would_say_so():
    light = Line(kind="fine", ranges=("[,500]",))
    assert differences((light,), (light,)) == ()
    assert differences((light,), ()) == ("lines",)
    assert differences((light, light), (light, Line(kind="fine", force="may", ranges=("[,50]",)))) == (
        "2.force",
        "2.ranges",
    )
