"""What the proof reads in clauses, all made up (虚构): kind, force, range, party; what it does not read it says."""

from __future__ import annotations

import pytest

from enforcement_rules.statutes.proving import Passages, scanned
from enforcement_rules.statutes.text import split_statute


def scan(clause):
    text = f"# 虚构条例\n\n第一条 {clause}\n"
    article = split_statute(text, "虚构条例.md").articles[0]
    return scanned(Passages(article, 1))


def read(clause):
    found = scan(clause)
    assert [each.code for each in found.unread] == []
    return [
        (
            each.kinds[0],
            each.force,
            *(map(str, (each.range.low, each.range.high, each.range.unit)) if each.range else ()),
        )
        for each in found.atoms
    ]


@pytest.mark.parametrize(
    ("clause", "atoms"),
    [
        ("养鸽扰民的，处五百元罚款。", [("fine", "shall", "500", "500", "yuan")]),
        ("养鸽扰民的，可以并处2000元以上1万元以下罚款。", [("fine", "may", "2000", "10000", "yuan")]),
        ("养鸽扰民的，可并处二百元以下的罚款。", [("fine", "may", "None", "200", "yuan")]),
        ("养鸽扰民的，处五百元至一千元罚款。", [("fine", "shall", "500", "1000", "yuan")]),
        ("养鸽扰民的，处合同价款千分之五以上千分之十以下的罚款。", [("fine", "shall", "0.005", "0.01", "factor")]),
        ("养鸽扰民的，处货值金额百分之三十以上三倍以下的罚款。", [("fine", "shall", "0.3", "3", "factor")]),
        ("养鸽扰民的，以每羽五元以上十元以下的标准处以罚款。", [("fine", "shall", "5", "10", "yuan")]),
        ("养鸽扰民的，处十五日拘留。", [("administrative_detention", "shall", "15", "15", "days")]),
        ("养鸽扰民的，暂扣一个月以上六个月以下许可证。", [("licence_suspension", "shall", "1", "6", "months")]),
        ("养鸽扰民的，五年内不得从事养鸽。", [("occupation_restriction", "shall", "60", "60", "months")]),
        ("养鸽扰民的，终身禁止从事养鸽活动。", [("occupation_restriction", "shall", "None", "None", "life")]),
        (
            "养鸽扰民的，可以责令停业整顿，直至吊销许可证。",
            [("order_to_suspend_business", "may"), ("licence_revocation", "may")],
        ),
        ("对养鸽扰民的单位的信鸽予以没收。", [("confiscation_of_illegal_property", "shall")]),
        (
            "养鸽扰民的，暂扣或者吊销许可证。",
            [("licence_suspension", "shall"), ("licence_revocation", "shall")],
        ),
        ("养鸽扰民的，暂扣六个月以内许可证。", [("licence_suspension", "shall", "None", "6", "months")]),
        ("养鸽有违法所得的予以没收。", [("confiscation_of_illegal_gains", "shall")]),
        (
            "养鸽扰民的，可以将案件移送公安机关，处五日以下拘留。",
            [("administrative_detention", "shall", "None", "5", "days")],
        ),
        ("养鸽扰民的，没收全部违法所得。", [("confiscation_of_illegal_gains", "shall")]),
        ("被吊销许可证的，处一千元以下的罚款。", [("fine", "shall", "None", "1000", "yuan")]),
        ("养鸽扰民的，责令停止建设，处一千元以下的罚款。", [("fine", "shall", "None", "1000", "yuan")]),
        (
            "养鸽扰民的，责令停止经营，没收违法所得；情节严重的，责令停止经营。",
            [("confiscation_of_illegal_gains", "shall"), ("order_to_suspend_business", "shall")],
        ),
        ("养鸽出具虚假证明，由主管部门没收违法所得。", [("confiscation_of_illegal_gains", "shall")]),
        ("关闭、破坏鸽舍的设备的，处一千元以下的罚款。", [("fine", "shall", "None", "1000", "yuan")]),
    ],
)
def test_clauses_are_read(clause, atoms):
    assert read(clause) == atoms


@pytest.mark.parametrize(
    ("clause", "codes"),
    [
        ("养鸽扰民的，处二千元以上二万以下罚款。", ["word_not_read", "numeral_not_read", "numeral_unknown"]),
        ("养鸽扰民的，责令停航。", ["word_not_read"]),
        ("养鸽扰民的，依照《虚构养殖法》第五条的规定处罚。", ["reference"]),
        ("养鸽扰民的，处一倍以上三倍以下的罚款。", ["no_base"]),
        ("养鸽扰民的，对鸽舍看守人处一千元以下的罚款。", ["party_unknown"]),
    ],
)
def test_what_is_not_read_is_said(clause, codes):
    assert [each.code for each in scan(clause).unread] == codes


def test_parties_and_conditions():
    atoms = scan(
        "养鸽扰民的，对违法的单位处一千元以下的罚款，对违法的个人处一百元以下的罚款；逾期不改正的，对其主要负责人处五百元以下的罚款。"
    ).atoms
    assert [each.party for each in atoms] == ["unit", "person", "principal"]
    assert [[ground.key[:2] for ground in each.grounds] for each in atoms] == [[], [], [("refused", "overdue")]]
