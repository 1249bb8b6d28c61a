"""A statute and a ruleset on it, all made up (虚构): what the proof finds in them and in copies with errors planted."""

from __future__ import annotations

from enforcement_rules import load_law_text, load_rulesets
from enforcement_rules.checking import prove

LAW = """\
# 虚构经营管理条例

（2024年1月2日虚构市通过）

第一条 本条例自2024年3月1日起施行。

第十条 未取得经营许可证从事虚构经营的，由主管部门没收违法所得和违法经营的物品，并可以没收用于经营的工具；货值金额不足一万元的，并处二万元以上五万元以下罚款；货值金额一万元以上的，并处货值金额五倍以上十倍以下罚款；情节严重的，责令停产停业或者吊销经营许可证。

第十一条 经营单位未建立台账的，责令限期改正，给予警告，处一万元以上五万元以下的罚款；逾期不改正的，处五万元以上二十万元以下的罚款，对其直接负责的主管人员和其他直接责任人员处五千元以上二万元以下的罚款。

第十二条 有下列行为之一的，责令改正，处三千元以上三万元以下的罚款；拒不改正的，责令停业整顿：

（一）伪造检验记录的；

（二）拒绝接受监督检查的；

（三）转让登记证书的。

第十三条 在禁止区域露天焚烧废物的，对单位处一万元以上十万元以下的罚款，对个人可以处五百元以上二千元以下的罚款。

第十四条 阻碍执法人员检查的，处警告或者五百元以下罚款；情节较重的，处五日以上十日以下拘留。

第十五条 出租经营许可证的，没收违法所得，并处违法所得一倍以上三倍以下的罚款；没有违法所得的，处一万元以下的罚款。

有前款行为，情节严重的，由发证机关责令停业整顿，直至吊销经营许可证。

第十六条 超载运输的，暂扣六个月营运证，并处一千元以上二千元以下罚款。

第十七条 擅自转让经营许可证的，依照本条例第十条的规定处罚。
"""
HEAD = """\
instrument: made_up_business_regulations
version: "2024"
title: {zh: 虚构经营管理条例, en: made-up business regulations}
short: {zh: 虚构条例, en: made-up regulations}
rank: local_regulation
issuer: 虚构市
fields: [market_regulation]
places: ["110105"]
in_force: {from: 2024-03-01, to: null}
sources: [{title: 虚构, verification: full_text}]
checked: 2026-11-24
articles: {第十条: encoded, 第十一条: encoded, 第十二条: encoded, 第十三条: encoded, 第十四条: encoded, 第十五条: encoded, 第十六条: encoded, 第十七条: encoded}
articles_complete: false
"""
CAUSES = """\
causes:
  made_up_unlicensed: {key_zh: 虚构无证经营, zh: 未取得经营许可证从事虚构经营, en: made-up business without a licence}
  made_up_records_forged: {key_zh: 虚构伪造记录, zh: 伪造检验记录, en: forged records of inspection}
  made_up_check_refused: {key_zh: 虚构拒绝检查, zh: 拒绝接受监督检查, en: inspection refused}
"""
RULES = """\
penalties:
  - article: 第十条
    name: unlicensed
    says: 未取得经营许可证从事虚构经营的，没收、罚款
    causes: [made_up_unlicensed]
    then:
      - {kind: confiscation_of_illegal_gains, force: shall}
      - {kind: confiscation_of_illegal_property, force: shall}
      - {kind: confiscation_of_illegal_property, force: may}
      - kind: fine
        force: shall
        switch: {base: violation.goods_value, at: 10000}
        below: {at_least: 20000, at_most: 50000}
        otherwise: {at_least: 5, at_most: 10, times: violation.goods_value}
      - {kind: order_to_suspend_business, force: shall, either: step, when: {violation.gravity: serious}}
      - {kind: licence_revocation, force: shall, either: step, when: {violation.gravity: serious}}
  - article: 第十一条
    name: no_ledger
    says: 未建立台账的，警告、罚款
    then:
      - {kind: warning, force: shall, borne_by: {party.is_unit: true}}
      - {kind: fine, force: shall, borne_by: {party.is_unit: true}, when: {violation.overdue_correction: false}, fine: {at_least: 10000, at_most: 50000}}
      - {kind: fine, force: shall, borne_by: {party.is_unit: true}, when: {violation.overdue_correction: true}, fine: {at_least: 50000, at_most: 200000}}
      - {kind: fine, force: shall, borne_by: {party.is_responsible_person: true}, when: {violation.overdue_correction: true}, fine: {at_least: 5000, at_most: 20000}}
  - article: 第十二条第一项
    name: records_forged
    says: 伪造检验记录的，罚款
    causes: [made_up_records_forged]
    then:
      - {kind: fine, force: shall, fine: {at_least: 3000, at_most: 30000}}
      - {kind: order_to_suspend_business, force: shall, when: {violation.refused_to_correct: true}}
  - article: 第十二条第二项
    name: check_refused
    says: 拒绝接受监督检查的，罚款
    causes: [made_up_check_refused]
    then:
      - {kind: fine, force: shall, fine: {at_least: 3000, at_most: 30000}} # of 12(2)
      - {kind: order_to_suspend_business, force: shall, when: {violation.refused_to_correct: true}} # of 12(2)
  - article: 第十三条
    name: burning
    says: 在禁止区域露天焚烧废物的，罚款
    then:
      - {kind: fine, force: shall, borne_by: {party.counted_as_organization: true}, fine: {at_least: 10000, at_most: 100000}}
      - {kind: fine, force: may, borne_by: {party.counted_as_organization: false}, fine: {at_least: 500, at_most: 2000}}
  - article: 第十四条
    name: check_obstructed
    says: 阻碍执法人员检查的，警告、罚款或者拘留
    then:
      - {kind: warning, force: shall, either: light}
      - {kind: fine, force: shall, either: light, fine: {at_most: 500}}
      - {kind: administrative_detention, force: shall, when: {violation.gravity: serious}, days: {at_least: 5, at_most: 10}}
  - article: 第十五条第一款
    name: licence_let
    says: 出租经营许可证的，没收违法所得、罚款、吊销
    rests_on: [第二款]
    then:
      - {kind: confiscation_of_illegal_gains, force: shall, when: {violation.illegal_gains: {more_than: 0}}}
      - kind: fine
        force: shall
        branches:
          - {name: some, says: 有违法所得, when: {violation.illegal_gains: {more_than: 0}}, fine: {at_least: 1, at_most: 3, times: violation.illegal_gains}}
          - {name: none, says: 没有违法所得, when: {violation.illegal_gains: {at_most: 0}}, fine: {at_most: 10000}}
      - {kind: order_to_suspend_business, force: shall, up_to: grave, when: {violation.gravity: serious}} # of 15(2)
      - {kind: licence_revocation, force: shall, up_to: grave, when: {violation.gravity: serious}} # of 15(2)
  - article: 第十六条
    name: overloaded
    says: 超载运输的，暂扣营运证、罚款
    then:
      - {kind: licence_suspension, force: shall, term: {exactly: {months: 6}}}
      - {kind: fine, force: shall, fine: {at_least: 1000, at_most: 2000}}
  - article: 第十七条
    name: licence_transferred
    says: 擅自转让经营许可证的，同第十条
    as_in: {instrument: made_up_business_regulations, article: 第十条}
gaps:
  - article: 第十二条第三项
    name: certificates_transferred
    reason: pending
    says: 转让登记证书的罚则未编码
    when: {violation.cited_provisions: {has: made_up_business_regulations 第十二条第一款第三项}}
    leaves_out:
      - {article: 第十二条第三项, kind: fine, at_most: 30000}
      - {article: 第十二条第三项, kind: order_to_suspend_business}
"""


def written(folder, rules=RULES, law=LAW):
    """Write the ruleset and the text into a folder; return both folders."""
    home, texts = folder / "rules" / "made_up_business_regulations_2024", folder / "texts"
    home.mkdir(parents=True, exist_ok=True)
    texts.mkdir(exist_ok=True)
    for name, text in {"instrument.yaml": HEAD, "causes.yaml": CAUSES, "penalties.yaml": rules}.items():
        (home / name).write_text(text, "utf-8")
    (texts / "虚构经营管理条例(2024-01-02).md").write_text(law, "utf-8")
    return folder / "rules", texts


def proof_of(folder, rules=RULES, law=LAW):
    """Return the proof of the ruleset, as given, against the text."""
    where, texts = written(folder, rules, law)
    return prove(load_rulesets(where, only=True, cache=False), load_law_text(texts))
