"""How far conditions, parties and organs reach for the second reader, on made-up clauses (虚构)."""

from __future__ import annotations

import pytest

from enforcement_rules.statutes.clauses import lines_of
from enforcement_rules.statutes.outwards import Refused, atoms_in


def said(text):
    """Return what each line says of kind, party, organ and conditions."""
    atoms = atoms_in(text)
    assert not isinstance(atoms, Refused), (atoms.reason, text[atoms.start : atoms.end])
    return [(line.kind, line.party, line.organ, *line.conditions) for line in lines_of(atoms, text)]


READ = {
    # An organ reaches later tiers until another is named (decision no. 1), and no new sentence.
    "夜间放飞信鸽的,由鸽管部门责令改正;情节严重的,由登记机关吊销养鸽证;造成损失的,处一千元罚款。": [
        ("order", "", "鸽管部门"),
        ("licence_revocation", "", "登记机关", "tier:serious"),
        ("fine", "", "登记机关", "own(造成损失)"),
    ],
    # The police detain, and nothing else.
    "夜间放飞信鸽的,由鸽管部门处一千元罚款,由公安机关对责任人员处五日以下拘留;情节严重的,吊销养鸽证。": [
        ("fine", "", "鸽管部门"),
        ("administrative_detention", "责任人员", "公安机关"),
        ("licence_revocation", "", "鸽管部门", "tier:serious"),
    ],
    "夜间放飞信鸽的,由鸽管部门责令改正,由公安机关对责任人员处五日以下拘留;情节较轻的,处三日以下拘留。": [
        ("order", "", "鸽管部门"),
        ("administrative_detention", "责任人员", "公安机关"),
        ("administrative_detention", "责任人员", "公安机关", "tier:lighter"),
    ],
    # To whom a case is sent detains.
    "夜间放飞信鸽的,由鸽管部门将案件移送公安机关,对责任人员处五日拘留;情节较轻的,处三日拘留。": [
        ("transfer", "", "鸽管部门"),
        ("administrative_detention", "责任人员", "公安机关"),
        ("administrative_detention", "责任人员", "公安机关", "tier:lighter"),
    ],
    "夜间放飞信鸽的,对船长、责任船员处一千元罚款,暂扣船员适任证书三个月。": [
        ("fine", "船长、责任船员", ""),
        ("licence_suspension", "船长、责任船员", ""),
    ],
    "夜间放飞信鸽的,对直接责任人员给予处分,对有关医务人员由原发证部门吊销执业证书。": [
        ("licence_revocation", "有关医务人员", "原发证部门"),
    ],
    # What another paragraph is about is part of the act; what the law says otherwise is an exception to all tiers.
    "除前款规定外,夜间放飞信鸽的,处一千元罚款。": [("fine", "", "")],
    "除依法应当按照病鸽处罚的外,夜间放飞信鸽的,处一千元罚款。": [("fine", "", "", "except(依法应当按照病鸽处罚)")],
    "除本法另有规定的情形外,夜间放飞信鸽的,处一千元罚款;情节严重的,吊销养鸽证。": [
        ("fine", "", "", "except(本法另有规定的情形)"),
        ("licence_revocation", "", "", "except(本法另有规定的情形)", "tier:serious"),
    ],
    # A graver tier of the only fine is for whom that fine is for.
    "夜间放飞信鸽的,由鸽管部门对养鸽单位处一千元罚款;情节严重的,处二千元罚款。": [
        ("fine", "养鸽单位", "鸽管部门"),
        ("fine", "养鸽单位", "鸽管部门", "tier:serious"),
    ],
    # The act of a further sentence limits it, and goes without saying in lines.
    "夜间放飞信鸽的,处一千元罚款。因夜间放飞信鸽被处罚,再次放飞的,吊销养鸽证。": [
        ("fine", "", ""),
        ("licence_revocation", "", ""),
    ],
    "夜间放飞信鸽的,处一千元罚款。对五年内两次放飞或者有其他严重情节的,从重处罚。": [
        ("fine", "", ""),
        ("heavier", "", ""),
    ],
    "夜间放飞信鸽的,由鸽管部门责令改正。情节严重的,处一千元罚款。": [
        ("order", "", "鸽管部门"),
        ("fine", "", "", "tier:serious"),
    ],
    "夜间放飞信鸽,构成犯罪的,依法追究刑事责任;尚不够刑事处罚的,由鸽管部门依据职权责令改正,没收信鸽。": [
        ("order", "", "鸽管部门", "crime:no"),
        ("confiscation_of_illegal_property", "", "鸽管部门", "crime:no"),
    ],
    "夜间放飞信鸽的,鸽管部门可以责令改正,并可以处一千元以下罚款。": [
        ("order", "", "鸽管部门"),
        ("fine", "", "鸽管部门"),
    ],
    # One who imposes an alternative or a step imposes it alone.
    "夜间放飞信鸽的,由鸽管部门责令停业整顿,直至由登记机关吊销营业执照;造成损失的,处一千元罚款。": [
        ("order_to_suspend_business", "", "鸽管部门"),
        ("business_licence_revocation", "", "登记机关"),
        ("fine", "", "鸽管部门", "own(造成损失)"),
    ],
    # 尚不够刑事处罚的 holds for what goes on with it.
    "放飞信鸽,触犯刑律的,依法追究刑事责任;尚不够刑事处罚的,没收信鸽;情节严重的,吊销养鸽证。": [
        ("confiscation_of_illegal_property", "", "", "crime:no"),
        ("licence_revocation", "", "", "crime:no", "tier:serious"),
    ],
    # A tier with an act of its own: the words limit it.
    "夜间放飞信鸽的,处一千元罚款;喂养野鸽的,处一百元罚款。": [("fine", "", ""), ("fine", "", "", "own(喂养野鸽)")],
    "养鸽,干扰他人生活的,处警告;警告后不改正的,或者放任信鸽恐吓他人的,处一百元罚款。": [
        ("warning", "", ""),
        ("fine", "", "", "own(放任信鸽恐吓他人) | own(警告后不改正)"),
    ],
    "养鸽,构成养鸽罪的,依法追究刑事责任;养鸽,数量不大,不构成养鸽罪的,没收信鸽。": [
        ("confiscation_of_illegal_property", "", "", "crime:no", "own(数量不大)"),
    ],
    # Sums within a tier govern what follows at once.
    "夜间放飞信鸽的,没收违法所得,违法所得一万元以上的,并处违法所得二倍以下罚款,没有违法所得或者违法所得不足一万元的,处一千元罚款。": [
        ("confiscation_of_illegal_gains", "", ""),
        ("fine", "", "", "illegal_gains>=10000"),
        ("fine", "", "", "gains:none | illegal_gains<10000"),
    ],
    # A tier word within a tier adds to its condition.
    "夜间放飞信鸽的,没收违法所得;没有违法所得的,处一千元罚款,情节较重的处二千元罚款。": [
        ("confiscation_of_illegal_gains", "", ""),
        ("fine", "", "", "gains:none"),
        ("fine", "", "", "gains:none", "tier:heavier"),
    ],
    "夜间放飞信鸽的,责令改正,在公园放飞的,处一千元罚款,情节严重的,处二千元罚款;在塔边放飞的,处一百元罚款。": [
        ("order", "", ""),
        ("fine", "", "", "own(在公园放飞)"),
        ("fine", "", "", "own(在公园放飞)", "tier:serious"),
        ("fine", "", "", "own(在塔边放飞)"),
    ],
    "夜间放飞信鸽的,责令改正,拒不改正的,处一千元罚款。": [("order", "", ""), ("fine", "", "", "failure:refused")],
    "夜间放飞信鸽的,责令限期拆除鸽舍或者恢复原状;逾期不拆除或者不恢复原状的,处一千元罚款。": [
        ("order", "", ""),
        ("fine", "", "", "failure:overdue(恢复原状) | failure:overdue(拆除)"),
    ],
    "夜间放飞信鸽的,法律、行政法规有规定的,依照其规定;法律、行政法规没有规定的,处一千元罚款。": [
        ("as_referenced", "", "", "own(法律、行政法规有规定)"),
        ("fine", "", "", "own(法律、行政法规没有规定)"),
    ],
    "夜间放飞信鸽的,处一千元罚款。其中,信鸽为保护鸽种的,罚款数额为二千元以上五千元以下。": [
        ("fine", "", ""),
        ("fine", "", "", "own(信鸽为保护鸽种)"),
    ],
    "夜间放飞信鸽的,检测费用不足一万元的,处一千元罚款。": [("fine", "", "", "cost<10000")],
    "夜间放飞信鸽的,由鸽管部门责令改正;法律另有规定的,依照其规定。": [
        ("order", "", "鸽管部门"),
        ("as_referenced", "", "", "own(法律另有规定)"),
    ],
    "放飞信鸽造成事故的,处一千元罚款;对造成重大事故的,处二千元罚款。": [
        ("fine", "", ""),
        ("fine", "", "", "own(造成重大事故)"),
    ],
    "放飞信鸽超过限量的,处一千元罚款;超过限量百分之二十的,处二千元罚款。": [
        ("fine", "", ""),
        ("fine", "", "", "own(超过限量百分之二十)"),
    ],
    # Persons named behind the body in a tier of their own, where the body pays in any case.
    "夜间放飞信鸽的,处一千元罚款;情节严重的,吊销养鸽证;对直接责任人员处一百元罚款。": [
        ("fine", "", ""),
        ("licence_revocation", "", "", "tier:serious"),
        ("fine", "直接责任人员", ""),
    ],
    # A party named before a comma is the matter of what follows; a ban goes on with persons.
    "夜间放飞信鸽的,责令停业整顿,对直接责任人员,没收其收入,并处一千元罚款,五年内禁止从事养鸽业务。": [
        ("order_to_suspend_business", "", ""),
        ("confiscation_of_illegal_property", "直接责任人员", ""),
        ("fine", "直接责任人员", ""),
        ("occupation_restriction", "直接责任人员", ""),
    ],
    "夜间放飞信鸽的,对直接责任人员处一千元罚款;情节严重的,处二千元罚款。": [
        ("fine", "直接责任人员", ""),
        ("fine", "直接责任人员", "", "tier:serious"),
    ],
    "夜间放飞信鸽的,对组织者处五日拘留,并处一百元罚款;情节较重的,处十日拘留,并处二百元罚款。": [
        ("administrative_detention", "组织者", ""),
        ("fine", "组织者", ""),
        ("administrative_detention", "组织者", "", "tier:heavier"),
        ("fine", "组织者", "", "tier:heavier"),
    ],
}


@pytest.mark.parametrize("text", READ)
def test_read(text):
    assert said(text) == READ[text]


REFUSED = {
    "夜间放飞信鸽的,由鸽管部门将案件移送司法机关,对责任人员处五日拘留。": "unclear_party",
    "有前款除第三项以外情形之一的,处一千元罚款。": "exception",
    # Whether what clears is a condition beside the act of a further sentence.
    "夜间放飞信鸽的,处一千元罚款。放飞病鸽,能证明合法取得的,责令停止放飞。": "nested_condition",
    # The property may be taken whether there are gains or not.
    "夜间放飞信鸽的,责令改正,有违法所得的,没收违法所得,并没收信鸽。": "unclear_scope",
    "夜间放飞信鸽的,有违法所得的,没收违法所得,并处一千元罚款。": "unclear_scope",
    "夜间放飞信鸽的,责令改正,没有违法所得的,处一千元罚款,对直接责任人员处一百元罚款。": "unclear_scope",
    # The body does not pay unless it refuses, and the persons would.
    "夜间放飞信鸽的,责令改正;拒不改正的,处一千元罚款;对直接责任人员处一百元罚款。": "unclear_scope",
    # Police that one of two parties meets: which, is not said.
    "夜间放飞信鸽的,对个人处一百元罚款,对单位处一千元罚款,并可以由公安机关依法给予治安管理处罚。": "unclear_party",
    "夜间放飞信鸽的,对养鸽场处一千元罚款;情节严重的,处二千元罚款。": "unclear_party",
    # An order alone does not make who did the act the one who pays.
    "夜间放飞信鸽的,责令改正,对责任人员处一百元罚款;情节严重的,处二百元罚款,吊销养鸽证。": "unclear_party",
    "夜间放飞信鸽的,吊销责任人员的养鸽证书,没收信鸽。": "unclear_party",
    # Whose licence is lost where persons were named for something else.
    "夜间放飞信鸽的,对责任人员依法给予处分,并可以吊销养鸽许可证。": "unclear_party",
    # Gains and things: whether the fine asks for them.
    "夜间放飞信鸽的,责令改正;有违法所得、非法财物的,没收违法所得和非法财物,并处一千元罚款。": "unclear_scope",
    # How much more the words in the middle of a tier govern is not said.
    "夜间放飞信鸽的,责令改正,已经取得养鸽证的,撤销养鸽证,没收信鸽。": "nested_condition",
    "夜间放飞信鸽的,责令拆除鸽舍;拒不拆除或者搬迁的,处一千元罚款。": "nested_condition",
    "夜间放飞信鸽,在鸽管部门责令召回后,拒不召回的,处一千元罚款。": "nested_condition",
    "夜间放飞信鸽的,处一千元罚款;除夜间放飞以外的,处一百元罚款。": "exception",
    "夜间放飞信鸽的,责令改正,取消养鸽名额,情节严重的,处一千元罚款。": "unknown_word",
    "夜间放飞信鸽的,由鸽管部门提出意见,报请市政府责令停业。": "unknown_word",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_doubtful_is_refused(text):
    refused = atoms_in(text)
    assert isinstance(refused, Refused), said(text)
    assert refused.reason == REFUSED[text]


def test_further_sentence():
    """The act of a further sentence limits it, as that of a further tier does."""
    text = "夜间放飞信鸽的,处一千元罚款。对五年内两次放飞或者有其他严重情节的,从重处罚。"
    atoms = atoms_in(text)
    assert not isinstance(atoms, Refused)
    assert atoms[0].conditions == ()
    said = [[text[start:end] for premise in one for start, end in premise.places] for one in atoms[1].conditions[0]]
    assert said == [["五年内两次放飞"], ["有其他严重情节"]]
