"""What the first reader takes beside the plain class, on made-up sentences (虚构): kinds of clauses, three of each."""

from __future__ import annotations

import pytest

from enforcement_rules.statutes.clauses import (
    UnitText,
    atoms_of,
    faults_of,
    in_digits,
    lines_of,
    printed,
    refusals_of,
    units_of,
)
from enforcement_rules.statutes.grammar import read_unit
from enforcement_rules.values.errors import Place

HERE = Place("made-up.md", 1)


def lines(text, head=""):
    tree = read_unit(UnitText("第一条第一款", text, HERE, head))
    assert faults_of(tree, text) == ()
    assert printed(tree.root, text) == in_digits(text)
    assert refusals_of(tree.root) == (), text
    return lines_of(atoms_of(tree.root), text)


def refused(text):
    return bool(refusals_of(read_unit(UnitText("第一条第一款", text, HERE)).root))


def kinds(text, head=""):
    return [each.kind for each in lines(text, head)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("擅自建塔的,责令停止违法行为,采取补救措施,处一元罚款。", ["order", "fine"]),
        ("擅自建塔的,责令限期改正,恢复原状或者采取其他补救措施,可以处一元罚款。", ["order", "fine"]),
        ("擅自建塔的,责令其停止违法行为、消除危害,处一元罚款。", ["order", "fine"]),
        ("擅自建塔的,予以取缔,没收违法所得。", ["order", "confiscation_of_illegal_gains"]),
        ("伪造鸽证的,由鸽局撤销鸽证,处一元罚款。", ["licence_withdrawal", "fine"]),
        (
            "伪造鸽证的,由鸽局予以收缴或者吊销,没收违法所得。",
            ["other", "licence_revocation", "confiscation_of_illegal_gains"],
        ),
        (
            "擅自捕鸽的,没收鸽子、违法所得和网具。",
            ["confiscation_of_illegal_property", "confiscation_of_illegal_gains"],
        ),
        ("出具虚假鸽龄报告的,没收所收取的检测费用,处一元罚款。", ["confiscation_of_illegal_property", "fine"]),
        ("擅自建塔的,处一元罚款,并向社会公布。", ["fine", "publicity"]),
        ("逾期缴费的,由鸽局追缴欠缴的费用,处一元罚款。", ["recovery", "fine"]),
        ("阻碍检查的,从重处罚。", ["heavier"]),
        ("主动报告的,不予处罚。", ["no_penalty"]),
    ],
)
def test_measures_have_their_kinds(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "clause",
    ["代为治理,所需费用由违法者承担", "指定有能力的单位代为拆除,所需费用由违法者承担", "强制拆除,所需费用由违法者承担"],
)
def test_what_is_done_in_the_place_of_the_party_is_execution_at_its_cost(clause):
    found = lines(f"擅自建塔的,由鸽局责令限期拆除;逾期不拆除的,{clause}。")
    assert [each.kind for each in found] == ["order", "enforcement", "recovery"]
    assert {each.conditions for each in found[1:]} == {("failure:overdue(拆除)",)}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("有前款行为的,依照前款规定处罚。", ("前款",)),
        ("擅自放飞的,依照《鸽法》第三条第二款的规定予以处罚。", ("《鸽法》第3条第2款",)),
        ("擅自放飞的,依照本条第一款规定处以罚款。", ("本条第1款",)),
        ("擅自放飞的,由鸽局依照有关鸽舍管理的法律、行政法规的规定处理、处罚。", ()),
        ("擅自放飞的,依法给予行政处罚。", ()),
    ],
)
def test_what_applies_stands_elsewhere(text, places):
    (found,) = lines(text)
    assert (found.kind, found.as_in) == ("as_referenced", places)


def test_an_organ_is_named_with_and_without_by_and_reaches_on_to_the_next():
    text = "擅自建塔的,鸽局依据职权,责令改正;情节严重的,处一元罚款;拒不改正的,由塔局吊销建塔证。"
    assert [each.organ for each in lines(text)] == ["鸽局", "鸽局", "塔局"]
    assert [each.organ for each in lines("擅自建塔的,分别由鸽局责令改正;情节严重的,报经市人民政府批准,责令关闭。")] == [
        "鸽局"
    ] * 2


@pytest.mark.parametrize(
    "text",
    [
        "擅自建塔的,由鸽局处一元罚款,并可以将案件移送公安机关,对负责人处五日以下拘留。",
        "情节严重的,责令停业、由鸽局取消备案或者由塔局吊销许可证。",
        "擅自建塔的,由鸽局处一元罚款,并由塔局吊销建塔证,给予警告。",
        "擅自建塔的,对鸽主处一元罚款;情节严重的,吊销建塔证。",
        "擅自建塔的,给予警告、通报批评,或者处一元罚款。",
        "对养鸽人依法给予处分;有鸽证的,由鸽局吊销鸽证。",
        "饲养假鸽,或者饲养劣鸽且情节严重的,处一元罚款。",
    ],
)
def test_where_the_scope_is_not_sure_it_is_refused(text):
    assert refused(text)


def test_what_is_no_crime_reaches_the_tiers_behind_it():
    text = "倒卖信鸽,构成犯罪的,依法追究刑事责任;尚不够刑事处罚的,由鸽局给予警告;情节严重的,吊销鸽证。"
    assert [each.conditions for each in lines(text)] == [("crime:no",), ("crime:no", "tier:serious")]


def test_tiers_that_say_how_grave_it_was_are_for_the_party_of_the_first():
    text = "擅自放飞的,对养鸽人处一元罚款;情节严重的,处五日以下拘留。"
    assert [each.party for each in lines(text)] == ["养鸽人"] * 2


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("拒不改正或者造成信鸽走失的", "failure:refused | own(造成信鸽走失)"),
        ("逾期不拆除或者不恢复原状的", "failure:overdue(恢复原状) | failure:overdue(拆除)"),
        ("没有违法经营额或者违法经营额不足一万元的", "own(没有违法经营额) | turnover<10000"),
        ("造成信鸽走失、受伤或者其他严重后果的", "own(造成信鸽走失、受伤或者其他严重后果)"),
        ("拒不停止放飞,情节严重的", ("failure:refused(停止放飞)", "tier:serious")),
    ],
)
def test_conditions_have_their_alternatives_and_premises(text, conditions):
    assert lines(f"擅自建塔的,给予警告;{text},处一元罚款。")[1].conditions == (
        conditions if isinstance(conditions, tuple) else (conditions,)
    )


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("处每平方米二元以上十元以下罚款", ("[2,10] per(平方米)",)),
        ("处以违法所得三倍以下罚款,但最高不超过三万元", ("[,30000]", "x illegal_gains [,3]")),
        ("按照直接损失的百分之二十计算罚款", ("% [20,20]",)),
        ("责令停业整顿三个月至六个月", ("months [3,6]",)),
        ("暂扣六个月鸽证", ("months [6,6]",)),
        ("十年直至终身禁止从事养鸽活动", ("life", "years [10,]")),
    ],
)
def test_ranges_are_by_unit_capped_counted_and_in_terms(text, ranges):
    (found,) = lines(f"擅自建塔的,{text}。")
    assert tuple(sorted(found.ranges)) == tuple(sorted(ranges))


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("责令停业、关闭", [1, 1]),
        ("责令限制生产、停产整治", [1, 1]),
        ("责令改正或者限制生产、停产整治", [1, 1, 1]),
        ("责令停业整顿或者吊销营业执照、吊销相关许可证", [1, 1, 1]),
        ("吊销鸽证、塔证或者批准文件", [0]),
    ],
)
def test_of_kinds_that_shut_each_other_out_one_is_chosen(text, choice):
    assert [each.choice for each in lines(f"擅自建塔的,{text}。")] == choice


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("养鸽企业被吊销鸽证的,其法定代表人五年内不得担任鸽局顾问。", "法定代表人"),
        ("造成信鸽走失的,吊销有关责任人员的执业证书。", "有关责任人员"),
        ("造成信鸽走失的,由鸽局对其主要负责人处一元罚款。", "主要负责人"),
        ("骗取鸽证的,十年内不受理相关责任人以及单位提出的鸽证申请。", "相关责任人以及单位"),
    ],
)
def test_who_is_punished_is_named_in_three_places(text, party):
    assert lines(text)[-1].party == party


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("未取得鸽证或者鸽证被吊销后放飞的;", "有下列行为之一的,给予警告:"),
        ("造成信鸽走失,尚不构成犯罪的;", "有下列行为之一的,给予警告:"),
        ("违反第三条至第五条规定放飞的;", "有下列行为之一的,给予警告:"),
        ("鸽局应当建立信鸽名录。", ""),
    ],
)
def test_acts_and_duties_threaten_nothing(text, head):
    assert lines(text, head) == ()


def test_items_of_penalties_are_read_under_a_head_that_has_none():
    """The head names the fine, who bears and who imposes it; the amounts stand in the items."""
    head = "鸽塔发生事故的,由鸽局依照下列规定处以罚款:"
    (named,) = lines(head)
    assert (named.kind, named.organ, named.ranges) == ("fine", "鸽局", ())
    (borne,) = lines("发生事故,对负有责任的鸽站除要求其赔偿等责任外,由鸽局依照下列规定处以罚款:")
    assert (borne.kind, borne.party, borne.organ) == ("fine", "负有责任的鸽站", "鸽局")
    (found,) = lines("发生一般事故,处十元以上二十元以下罚款;", head)
    assert found.ranges == ("[10,20]",)


@pytest.mark.long
def test_every_clause_that_is_read_is_printed_again(law_texts):
    read = 0
    for entry in law_texts.entries:
        for article in law_texts.wording(entry).articles:
            for unit in units_of(article):
                tree = read_unit(unit)
                if not refusals_of(tree.root):
                    assert printed(tree.root, unit.text) == in_digits(unit.text)
                    read += 1
    assert read > 3000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("擅自建塔的,由鸽局予以关闭或者责令停止放鸽活动。", ["order_to_close", "order_to_suspend_business"]),
        ("伪造鸽证的,由鸽局吊销、撤销相关许可证明文件。", ["licence_revocation", "licence_withdrawal"]),
        (
            "擅自建塔的,责令改正;逾期不改正的,经税务机关提请,由鸽局吊销其营业执照。",
            ["order", "business_licence_revocation"],
        ),
        ("违反本法第五条规定,法律、行政法规有规定的,依照其规定。", ["as_referenced"]),
    ],
)
def test_later_kinds(text, expected):
    assert kinds(text) == expected


def test_a_case_that_mentions_a_kind_keeps_its_words():
    found = lines("擅自建塔的,处一元罚款;许可证件被吊销的,由鸽局吊销其营业执照。")
    assert found[1].conditions == ("own(许可证件被吊销)",)


def test_persons_behind_a_refusal_are_punished_without_it_where_the_first_tier_fines():
    found = lines("擅自建塔的,处二元罚款;拒不改正的,处三元罚款;对直接负责的主管人员处一元罚款。")
    assert [each.conditions for each in found] == [(), ("failure:refused",), ()]


def test_a_sanction_of_the_superior_is_no_warning():
    assert kinds("擅自建塔的,处一元罚款,对直接负责的主管人员依法给予警告直至撤职处分。") == ["fine"]


@pytest.mark.parametrize(
    "text",
    [
        "擅自建塔的,责令改正;情节严重的,对直接负责的主管人员,依法给予处分,并可以依法吊销鸽站机构的执业许可证。",
        "擅自建塔的,责令限期拆除,逾期不拆除的,强制拆除,所需费用由违法者承担,由鸽局处一元罚款。",
        "擅自建塔的行为在五年内被发现的,应当依法给予行政处罚。",
    ],
)
def test_what_may_be_meant_otherwise_is_refused(text):
    assert refused(text)
