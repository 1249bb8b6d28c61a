"""What the second reader takes for which measure, on made-up clauses (虚构)."""

from __future__ import annotations

import pytest

from enforcement_rules.statutes.clauses import lines_of
from enforcement_rules.statutes.outwards import Refused, atoms_in


def said(text):
    """Return the lines of a clause in words: kind, force where it is not shall, party, organ, ranges, conditions."""
    atoms = atoms_in(text)
    assert not isinstance(atoms, Refused), (atoms.reason, text[atoms.start : atoms.end])
    return [
        " ".join(
            [
                line.kind,
                *([line.force] if line.force != "shall" else []),
                *([f"p={line.party}"] if line.party else []),
                *([f"o={line.organ}"] if line.organ else []),
                *line.ranges,
                *(f"c={each}" for each in line.conditions),
                *([f"x{line.choice}"] if line.choice else []),
                *([f"s{line.step}"] if line.step >= 0 else []),
                *(f"as={each}" for each in line.as_in),
            ]
        )
        for line in lines_of(atoms, text)
    ]


READ = {
    # A fine whose amount stands nowhere in the unit has no range.
    "夜间放飞信鸽的,处以罚款。": ["fine"],
    "夜间放飞信鸽的,责令改正,可以处罚款。": ["order", "fine may"],
    "夜间放飞信鸽的,没收信鸽,并处罚款。": ["confiscation_of_illegal_property", "fine"],
    # A head that leaves the sums to its items threatens all the same.
    "夜间放飞信鸽的,依照下列规定处以罚款:": ["fine"],
    "发生事故,对负有责任的单位除要求其依法承担赔偿责任外,依照下列规定处以罚款:": ["fine p=负有责任的单位"],
    # By the piece, by the last year's income, with a highest sum.
    "夜间放飞信鸽的,处每只十元以上五十元以下罚款。": ["fine [10,50] per(只)"],
    "夜间放飞信鸽的,以每只十元以上五十元以下的标准处以罚款。": ["fine [10,50] per(只)"],
    "夜间放飞信鸽的,按次处一百元以上五百元以下的罚款。": ["fine [100,500] per(次)"],
    "发生一般飞失的,处上一年年收入百分之四十的罚款。": ["fine % income [40,40]"],
    "夜间放飞信鸽的,处违法所得三倍以下罚款,但最高不超过三万元。": ["fine [,30000] x illegal_gains [,3]"],
    "夜间放飞信鸽的,处信鸽货值金额等值以上三倍以下的罚款。": ["fine x goods_value [1,3]"],
    "夜间放飞信鸽的,按照直接经济损失的百分之二十计算罚款。": ["fine % cost [20,20]"],
    # 没收: gains by any of their names, things beside and around them (decision of the round, no. 4).
    "无证养鸽的,没收非法收入。": ["confiscation_of_illegal_gains"],
    "无证养鸽的,没收信鸽、违法所得和鸽笼。": [
        "confiscation_of_illegal_property",
        "confiscation_of_illegal_gains",
    ],
    "无证养鸽的,没收违法养殖或者贩卖的信鸽。": ["confiscation_of_illegal_property"],
    "无证养鸽的,处一千元罚款,有违法所得的予以没收。": [
        "fine [1000,1000]",
        "confiscation_of_illegal_gains c=gains:some",
    ],
    "无证养鸽的,由鸽管部门收缴养鸽证。": ["other o=鸽管部门"],
    "出借养鸽证的,由鸽管部门予以收缴或者吊销。": ["other o=鸽管部门 x1", "licence_revocation o=鸽管部门 x1"],
    # A licence may be suspended for a term that stands before or behind it.
    "夜间放飞信鸽的,暂扣养鸽证三个月至六个月。": ["licence_suspension months [3,6]"],
    "夜间放飞信鸽的,处暂扣六个月养鸽证。": ["licence_suspension months [6,6]"],
    "夜间放飞信鸽的,暂停或者吊销其养鸽资格。": ["licence_suspension x1", "licence_revocation x1"],
    # Whose certificate it is, and who is told to stop, are named by words of the measure.
    "夜间放飞信鸽的,处一千元罚款;情节严重的,吊销责任人员的养鸽证书。": [
        "fine [1000,1000]",
        "licence_revocation p=责任人员 c=tier:serious",
    ],
    "夜间放飞信鸽的,暂扣船长、责任船员的适任证书三个月至六个月,直至吊销适任证书。": [
        "licence_suspension p=船长、责任船员 months [3,6] s0",
        "licence_revocation p=船长、责任船员 s1",
    ],
    "夜间放飞信鸽的,责令改正;情节严重的,责令有关责任人员暂停六个月以上一年以下执业活动直至吊销执业证书。": [
        "order",
        "order_to_suspend_business p=有关责任人员 months [6,12] c=tier:serious s0",
        "licence_revocation p=有关责任人员 c=tier:serious s1",
    ],
    "养鸽单位负责人夜间放飞信鸽的,责令改正;逾期不改正的,责令养鸽单位停业整顿。": [
        "order",
        "order_to_suspend_business p=养鸽单位 c=failure:overdue",
    ],
    # Of two that nobody bears at once one is chosen; an order may be among those to be chosen from.
    "夜间放飞信鸽的,责令限制生产、停产整治。": ["business_restriction x1", "order_to_suspend_business x1"],
    "夜间放飞信鸽的,责令改正或者限制生产、停产整治。": [
        "order x1",
        "business_restriction x1",
        "order_to_suspend_business x1",
    ],
    "夜间放飞信鸽的,可以责令暂停相关业务、停业整顿、关闭网站、吊销养鸽许可证或者吊销营业执照。": [
        "order_to_suspend_business may x1",
        "order_to_suspend_business may x1",
        "order_to_close may x1",
        "licence_revocation may x1",
        "business_licence_revocation may x1",
    ],
    # 、 alone joins what can be borne at once.
    "夜间放飞信鸽的,责令停业整顿、暂停相关业务。": ["order_to_suspend_business", "order_to_suspend_business"],
    # A comma binds less than 或者; 直至 goes on with all steps beside it.
    "夜间放飞信鸽的,责令停业整顿,降低资质等级或者吊销资质证书。": [
        "order_to_suspend_business",
        "qualification_lowering x1",
        "licence_revocation x1",
    ],
    "夜间放飞信鸽的,责令停业整顿,降低资质等级,直至吊销资质证书。": [
        "order_to_suspend_business s0",
        "qualification_lowering s1",
        "licence_revocation s2",
    ],
    # 责令停止 among the first measures ends the act; in a further tier or with 可以 it suspends (decision no. 2).
    "夜间放飞信鸽的,责令停止使用,处一千元罚款。": ["order", "fine [1000,1000]"],
    "夜间放飞信鸽的,责令停止违法行为、停止使用,处一千元罚款。": ["order", "fine [1000,1000]"],
    "夜间放飞信鸽的,责令改正;拒不改正的,责令停止使用。": ["order", "order_to_suspend_business c=failure:refused"],
    "夜间放飞信鸽的,处一千元罚款,可以责令停止经营。": ["fine [1000,1000]", "order_to_suspend_business may"],
    # Bans: an office or a trade for persons, a business for bodies, applications.
    "夜间放飞信鸽的,对直接责任人员处一千元罚款,五年内禁止从事养鸽业务。": [
        "fine p=直接责任人员 [1000,1000]",
        "occupation_restriction p=直接责任人员 years [5,5]",
    ],
    "养鸽企业夜间放飞信鸽的,处一千元罚款;情节严重的,禁止从事养鸽业务。": [
        "fine [1000,1000]",
        "occupation_restriction c=tier:serious",
    ],
    "骗取养鸽证的,撤销养鸽许可,三年内不受理其养鸽许可申请。": [
        "licence_withdrawal",
        "no_application years [3,3]",
    ],
    "养鸽企业被吊销养鸽证的,其法定代表人五年内不得担任养鸽企业的负责人。": [
        "occupation_restriction p=法定代表人 years [5,5]"
    ],
    "夜间放飞信鸽的,对直接责任人员终身禁止从事养鸽业务。": ["occupation_restriction p=直接责任人员 life"],
    # What is done in somebody's stead, and who pays for it.
    "夜间放飞信鸽的,责令限期召回;逾期不召回的,由鸽管部门指定有能力的单位代为召回,所需费用由违法者承担。": [
        "order",
        "enforcement o=鸽管部门 c=failure:overdue(召回)",
        "recovery c=failure:overdue(召回)",
    ],
    "夜间放飞信鸽的,责令限期拆除;逾期不拆除的,强制拆除或者代为恢复原状。": [
        "order",
        "enforcement c=failure:overdue(拆除) x1",
        "enforcement c=failure:overdue(拆除) x1",
    ],
    "夜间放飞信鸽的,处一千元罚款,并予以公告。": ["fine [1000,1000]", "publicity"],
    "夜间放飞信鸽的,没收信鸽,将有关违法信息记入社会信用记录,并向社会公布。": [
        "confiscation_of_illegal_property",
        "credit_record",
        "publicity",
    ],
    "夜间放飞信鸽的,吊销养鸽证,并通知登记机关,由登记机关吊销营业执照。": [
        "licence_revocation",
        "business_licence_revocation o=登记机关",
    ],
    "偷逃鸽税的,由税务机关追缴其不缴的税款、滞纳金,并处税款一倍以下的罚款。": [
        "recovery o=税务机关",
        "fine o=税务机关 x tax [,1]",
    ],
    "阻碍检查的,从重处罚。": ["heavier"],
    # What a government orders or approves that somebody proposed.
    "夜间放飞信鸽的,由鸽管部门提出意见,报请本级人民政府责令停业。": ["order_to_suspend_business o=本级人民政府"],
    "夜间放飞信鸽的,由鸽管部门提出意见,报经本级人民政府批准,责令停业。": ["order_to_suspend_business o=鸽管部门"],
    # Practice without a licence has to stop: an order. With one it is a suspension.
    "未取得养鸽证擅自执业的,责令停止执业活动,没收违法所得。": ["order", "confiscation_of_illegal_gains"],
    "夜间放飞信鸽的,处一千元罚款;情节严重的,责令停止执业。": [
        "fine [1000,1000]",
        "order_to_suspend_business c=tier:serious",
    ],
    # What another place says, with the law's name where it has one; a harder penalty stands beside it.
    "夜间放飞信鸽的,依照《养鸽法》第三条的规定处罚。": ["as_referenced as=《养鸽法》第3条"],
    "夜间放飞信鸽的,依照养鸽法第三条第二款的规定从重处罚。": ["as_referenced as=养鸽法第3条第2款", "heavier"],
    "夜间放飞信鸽的,由鸽管部门责令改正,予以没收。": ["order o=鸽管部门", "confiscation_of_illegal_property o=鸽管部门"],
    "夜间放飞信鸽的,责令改正,有违法收入的予以没收。": ["order", "confiscation_of_illegal_gains c=gains:some"],
    "夜间放飞信鸽,构成违反治安管理行为的,由公安机关依法予以处罚。": ["as_public_order o=公安机关"],
    "夜间放飞信鸽的,责令改正;拒不改正的,可以责令暂停施工。": [
        "order",
        "order_to_suspend_business may c=failure:refused",
    ],
    # 可以 belongs to the measure before which it stands (decision no. 6).
    "夜间放飞信鸽的,可以没收信鸽,吊销养鸽许可证。": ["confiscation_of_illegal_property may", "licence_revocation"],
    "夜间放飞信鸽的,可以处一千元罚款,责令责任人员暂停三个月执业活动。": [
        "fine may [1000,1000]",
        "order_to_suspend_business p=责任人员 months [3,3]",
    ],
    # A trade is barred as a whole, for whomever it is.
    "夜间放飞信鸽的,五年内禁止从事养鸽业务。": ["occupation_restriction years [5,5]"],
    "夜间放飞信鸽的,不予行政许可。": ["other_measure"],
    "夜间放飞信鸽的,予以收缴,强制报废。": ["other", "enforcement"],
    "夜间放飞信鸽的,责令其承担清理费用。": ["order"],
    "夜间放飞信鸽的,依照前款规定承担责任。": ["as_referenced as=前款"],
    "夜间放飞信鸽的,十年内禁止其信鸽进口。": ["business_restriction years [10,10]"],
    "夜间放飞信鸽的,对农户,并处一千元罚款。": ["fine p=农户 [1000,1000]"],
    "夜间放飞信鸽的,十年内不受理相关责任人以及单位提出的养鸽许可申请。": [
        "no_application p=相关责任人以及单位 years [10,10]"
    ],
    "夜间放飞信鸽的,由公安机关约束至酒醒,吊销养鸽证;五年内不得重新取得养鸽证。": [
        "enforcement o=公安机关",
        "licence_revocation o=公安机关",
        "no_application o=公安机关 years [5,5]",
    ],
    "夜间放飞信鸽的,依照《养鸽法》的规定限制从业。": ["occupation_restriction"],
    "夜间放飞信鸽的,吊销养鸽证,五年以内不予注册。": ["licence_revocation", "no_application years [5,5]"],
    # Persons who are the subject did the act.
    "违反本法规定,受到开除处分的训鸽人员,自处分决定作出之日起十年内不得从事训鸽。": [
        "occupation_restriction years [10,10]"
    ],
    "夜间放飞信鸽的,对直接责任人员处一千元罚款,依法给予处分;受到开除处分的,十年内禁止其从事养鸽。": [
        "fine p=直接责任人员 [1000,1000]",
        "occupation_restriction p=直接责任人员 years [10,10] c=own(受到开除处分)",
    ],
    # Of a suspension and the revocation of one licence or another, one is chosen.
    "夜间放飞信鸽的,责令停业整顿或者吊销营业执照、吊销养鸽许可证。": [
        "order_to_suspend_business x1",
        "business_licence_revocation x1",
        "licence_revocation x1",
    ],
    # Licences other than that of the business are one measure (decision no. 3).
    "夜间放飞信鸽的,吊销养鸽许可证或者训鸽许可证。": ["licence_revocation"],
    "夜间放飞信鸽的,处一千元罚款,五年内禁止其法定代表人、直接责任人员从事养鸽。": [
        "fine [1000,1000]",
        "occupation_restriction p=法定代表人、直接责任人员 years [5,5]",
    ],
    "夜间放飞信鸽的,处一千元罚款,鸽场的主要负责人十年内不得从事养鸽。": [
        "fine [1000,1000]",
        "occupation_restriction p=鸽场的主要负责人 years [10,10]",
    ],
    "夜间放飞信鸽的,对直接责任人员处一千元罚款,十年直至终身禁止从事养鸽。": [
        "fine p=直接责任人员 [1000,1000]",
        "occupation_restriction p=直接责任人员 life years [10,]",
    ],
    "夜间放飞信鸽的,由鸽管部门对其处一千元罚款。": ["fine o=鸽管部门 [1000,1000]"],
    "夜间放飞信鸽的,由鸽管部门说服教育,责令改正。": ["other_measure o=鸽管部门", "order o=鸽管部门"],
    "夜间放飞信鸽的,责令改正,拆除鸽舍,处一千元罚款。": ["order", "fine [1000,1000]"],
    "夜间放飞信鸽的,可以责令停止违法行为,恢复原状。": ["order may"],
    "发生事故,情节严重的,鸽管部门可以按照前款罚款数额的二倍以上五倍以下对负有责任的单位处以罚款。": [
        "fine may p=负有责任的单位 o=鸽管部门 x fine [2,5] c=tier:serious"
    ],
    "发生事故,情节特别严重、影响特别恶劣的,处一千元罚款。": [
        "fine [1000,1000] c=own(影响特别恶劣) c=tier:very_serious"
    ],
    "夜间放飞信鸽的,撤销养鸽证,申请人三年内不得再次申请养鸽证。": [
        "licence_withdrawal",
        "no_application p=申请人 years [3,3]",
    ],
    "夜间放飞信鸽,造成损失的,责令赔偿损失,没收信鸽。": ["order", "confiscation_of_illegal_property"],
    "夜间放飞信鸽的,吊销相关人员的资格。": ["licence_revocation p=相关人员"],
    # A sum is counted once for all that goes by it.
    "夜间放飞信鸽,违法所得不足一万元的,处一千元罚款,情节严重的,处二千元罚款。": [
        "fine [1000,1000] c=illegal_gains<10000",
        "fine [2000,2000] c=illegal_gains<10000 c=tier:serious",
    ],
    # Who pays for the loss is no penalty.
    "鸽主放飞病鸽的,应当赔偿损失;不履行的,养鸽人可以请求调解。": [],
    "夜间放飞信鸽的,依照前款规定处以罚款。": ["as_referenced as=前款"],
    "夜间放飞信鸽的,由鸽管部门依照本法第三条、第四条的规定给予行政处罚。": [
        "as_referenced o=鸽管部门 as=本法第3条 as=第4条"
    ],
    "夜间放飞信鸽的,除依照前款规定处罚外,责令停业整顿。": ["as_referenced as=前款", "order_to_suspend_business"],
    "夜间放飞信鸽的,由公安机关依法给予治安管理处罚。": ["as_public_order o=公安机关"],
    # Liability and 处分 have no line, whoever they concern.
    "夜间放飞信鸽的,责令改正;造成损失的,养鸽人与鸽主承担连带责任;属于公职人员的,依法给予处分。": ["order"],
    "夜间放飞信鸽的,责令改正;构成犯罪的,对直接责任人员依照刑法关于放鸽罪的规定,依法追究刑事责任。": ["order"],
    "夜间放飞信鸽的,责令改正,对直接责任人员给予处分;情节严重的,给予开除处分。": ["order"],
}


@pytest.mark.parametrize("text", READ)
def test_read(text):
    assert said(text) == READ[text]


SILENT = [
    "养鸽人应当自放飞之日起五日内,持鸽证向鸽管部门申报。",
    "本法规定的行政处罚,由鸽管部门按照职责分工决定。",
    "罚款一律上缴国库。",
    "养鸽人被吊销养鸽证的,应当自接到通知之日起五日内,持鸽证向鸽管部门申报。",
    "鸽主在鸽管部门责令其召回后,仍拒不召回。",
    "被依法吊销养鸽证后放飞信鸽;",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_binds_without_a_penalty_threatens_nothing(text):
    assert atoms_in(text) == ()


REFUSED = {
    "夜间放飞信鸽的,责令鸽管单位取消养鸽资格。": "unknown_word",
    "夜间放飞信鸽的,没收信鸽或者鸽笼。": "unclear_scope",
    "夜间放飞信鸽的,处信鸽价值或者鸽舍造价一倍以下罚款。": "unclear_base",
    "夜间放飞信鸽的,取消其养鸽资格。": "unknown_word",
    "夜间放飞信鸽的,可以减轻或者免予处罚。": "unknown_word",
    "夜间放飞信鸽的,转让、分包无效。": "unknown_word",
    # Whether what is added to a conditioned fine shares its condition.
    "夜间放飞信鸽的,责令改正;情节严重的,处一千元罚款;有违法所得的,并处没收违法所得。": "unclear_scope",
    "夜间放飞信鸽的,责令关闭停业。": "unknown_word",
    "夜间放飞信鸽的,责令改正、停业整顿。": "unclear_scope",
    "夜间放飞信鸽的,处罚款数额由鸽管部门确定。": "unknown_word",
    # 可以 in the clause before may reach whom the words of the next one name.
    "夜间放飞信鸽的,吊销鸽场资质和有关人员的资格。": "unclear_party",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_doubtful_is_refused(text):
    refused = atoms_in(text)
    assert isinstance(refused, Refused), refused
    assert refused.reason == REFUSED[text]
