"""A small made-up world, so that these tests do not depend on the rulesets of the library."""

import textwrap
from pathlib import Path

import pytest

from enforcement_rules.loading import load_rulesets

VOCABULARY = """\
steps:
  case_filing: {zh: 立案, en: case filing, which: first, group: papers}
  inspection: {zh: 检查, en: inspection, act: true}
  notice: {zh: 告知, en: notice}
  decision: {zh: 决定, en: decision}
facts:
  case.procedure:
    {type: choice, values: {ordinary: [普通, ordinary], summary: [简易, summary]}, zh: 程序, en: procedure}
  case.days_to_decision: {type: days, zh: 日数, en: days, derived: {days: [case_filing.on, decision.on]}}
  organ.competent: {type: yes_no, zh: 有权, en: competent}
  party.birth_date: {type: date, zh: 出生, en: birth}
  party.ill: {type: yes_no, zh: 患病, en: ill, dormant: {event: illness, value: false}}
  violation.began: {type: date, zh: 开始, en: began}
  violation.ended: {type: date, zh: 结束, en: ended, bounds: {earliest: [violation.began]}}
  violation.cause: {type: choice, zh: 案由, en: cause}
  violation.first: {type: yes_no, zh: 初次, en: first}
  violation.gravity:
    {type: graded, values: {minor: [轻微, minor], ordinary: [一般, ordinary], serious: [严重, serious]}, zh: 情, en: g}
  violation.harm:
    {type: graded, values: {none: [无, none], slight: [轻微, slight], serious: [严重, serious]}, zh: 后果, en: harm}
  violation.goods_value: {type: amount, zh: 货值, en: goods}
  violation.earlier: {type: count, zh: 次数, en: earlier}
  violation.marks: {type: choices, values: {late: [迟, late], fake: [假, fake]}, zh: 标记, en: marks}
  violation.note: {type: text, zh: 说明, en: note}
  notice.content.penalty: {type: yes_no, zh: 告知处罚, en: penalty told}
  notice.content.basis: {type: yes_no, zh: 告知依据, en: basis told}
  notice.served: {type: date, zh: 送达, en: served}
  act.kind: {type: choice, zh: 活动, en: kind}
  act.record: {type: yes_no, zh: 有笔录, en: record kept}
  officer.role: {type: choice, zh: 角色, en: role}
  evidence.verified: {type: yes_no, zh: 查证, en: verified}
  prior.on: {type: date, zh: 日期, en: day}
  step.kind: {type: choice, zh: 步骤, en: kind}
  proposal.fine: {type: amount, zh: 罚款, en: fine}
  proposal.to_goods: {type: number, zh: 倍数, en: times, derived: {ratio: [proposal.fine, violation.goods_value]}}
groups:
  papers: {zh: 材料, en: papers}
events:
  illness: {zh: 疾病, en: illness}
"""

CAUSES = """\
causes:
  stale_bread: {zh: 出售过期面包, en: stale bread sold}
  false_scales: {zh: 使用不合格的秤, en: false scales used}
"""

INSTRUMENT = """\
instrument: bread_law
version: "2020"
title: {zh: 面包法, en: Bread Law}
short: {zh: 面包法, en: Bread Law}
rank: law
issuer: 某机关
in_force: {from: 2020-01-01, to: 2022-12-31}
sources: [{title: 虚构, verification: full_text}]
checked: 2026-01-01
articles:
  第一条: encoded
"""

RULES = """\
circumstances:
  - article: 第一条
    name: first_slight
    says: 初次且轻微的，可以不予处罚
    says_en: a first and slight violation may be spared
    when: {violation.first: true, violation.harm: {at_most: slight}}
    then: {may: no_penalty}
requirements:
  - article: 第二条
    name: decided_in_time
    says: 九十日内决定
    says_en: decided within 90 days
    then: {case.days_to_decision: {at_most: 90}}
    severity: material
penalties:
  - article: 第三条
    name: bread_fine
    says: 罚款
    says_en: a fine
    causes: [stale_bread]
    then:
      - kind: fine
        switch: {base: violation.goods_value, at: 10000}
        below: {at_least: 100, at_most: 500.50}
        otherwise: {at_least: 2, at_most: 3, times: violation.goods_value}
listings:
  - name: bread_list
    says: 清单
    says_en: a list
    list: minor_no_penalty
    exhaustive: false
    then: {may: no_penalty}
    entries:
      - {article: 第1项, name: bread_entry, says: 面包, says_en: bread, causes: [stale_bread]}
questions:
  - article: 第四条
    name: proportion
    says: 是否相当
    says_en: in proportion?
    when: {violation.goods_value: {known: true}}
    numbers: [proposal.fine, proposal.to_goods]
"""

CASE = """\
schema: enforcement_rules/case/1
number: 某〔2021〕1号
parties:
  - {id: p1, kind: natural_person}
violations:
  - id: v1
    parties: [p1]
    cause: stale_bread
    began: 2021-03-01
    first: true
    bases: {goods_value: 136.50}
steps:
  - {step: case_filing, on: 2021-03-02}
  - {step: notice, on: 2021-03-05, content: {penalty: true}}
  - {step: decision, on: 2021-03-10}
"""


WORLD = {
    "vocabulary.yaml": VOCABULARY,
    "causes.yaml": CAUSES,
    "bread_law_2020/instrument.yaml": INSTRUMENT,
    "bread_law_2020/rules.yaml": RULES,
}


def write(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def made_up(tmp_path):
    """Return a function that writes the made-up rulesets.

    By file name: a text replaces or adds a file, `None` leaves it out, a pair replaces the first text by the second.
    """

    def written(changes=None, folder="world"):
        files = dict(WORLD)
        for name, change in (changes or {}).items():
            if isinstance(change, tuple):
                old, new = change
                assert old in files[name]
                files[name] = files[name].replace(old, new, 1)
            elif change is None:
                del files[name]
            else:
                files[name] = change
        return write(tmp_path / folder, files)

    return written


@pytest.fixture(scope="session")
def rulesets(tmp_path_factory):
    """Return the made-up rulesets, loaded."""
    return load_rulesets(write(tmp_path_factory.mktemp("world"), WORLD), only=True)


@pytest.fixture(scope="session")
def case_text():
    """Return a case without fault."""
    return CASE


@pytest.fixture
def case_file(tmp_path):
    """Return a function that writes a case file and returns its path."""

    def write(text, name="case.yaml"):
        path = Path(tmp_path) / name
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return path

    return write
