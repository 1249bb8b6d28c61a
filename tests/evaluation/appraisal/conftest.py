"""A made-up law with a made-up standard of appraisal, written as files so that tests read like rulesets."""

from __future__ import annotations

import datetime as dt
import textwrap

import pytest

from enforcement_rules import appraise, load_case, load_rulesets

VOCABULARY = """
steps:
  case_filing: {zh: 立案, en: case filing, which: first}
  inspection: {zh: 检查, en: inspection, act: true}
  notice: {zh: 告知, en: notice}
  hearing: {zh: 听证, en: hearing}
  decision: {zh: 决定, en: decision}
  service: {zh: 送达, en: service, after_decision: true}
  extension: {zh: 延长, en: extension}
facts:
  organ.field: {type: text, zh: 领域, en: field}
  organ.place: {type: text, zh: 地方, en: place}
  organ.competent: {type: yes_no, zh: 有权, en: competent, shown_by: organ}
  violation.cause: {type: text, zh: 案由, en: cause}
  violation.began: {type: date, zh: 开始, en: began}
  violation.ended: {type: date, zh: 结束, en: ended}
  violation.clear: {type: yes_no, zh: 事实清楚, en: facts clear, shown_by: organ}
  violation.harm: {type: yes_no, zh: 有危害, en: harm}
  notice.shown: {type: yes_no, zh: 出示, en: shown, shown_by: organ}
  decision.seal: {type: yes_no, zh: 盖章, en: sealed, shown_by: organ}
  service.receipt: {type: yes_no, zh: 签收, en: receipt, shown_by: organ}
  proposal.kinds: {type: choices, zh: 种类, en: kinds}
"""
HEAD = """
instrument: {name}
version: "{version}"
title: {{zh: 虚构文件, en: made-up text}}
short: {{zh: 虚构, en: made up}}
rank: law
issuer: 虚构机关
fields: {fields}
in_force: {{from: {start}, to: {end}}}
sources: [{{title: 虚构, verification: full_text}}]
checked: 2026-11-24
articles: {{第一条: encoded}}
articles_complete: false
"""
LAW = """
requirements:
  - {article: 第一条, name: competent, says: 有权, says_en: competent, then: {organ.competent: true}, severity: material}
  - article: 第一条
    name: shown
    says: 出示告知
    says_en: notice shown
    when: {notice.done: true}
    unless: [{name: extended, says: 延长, says_en: extended, when: {extension.done: true}, shown_by: organ}]
    then: {notice.shown: true}
    severity: material
  - {article: 第一条, name: clear, says: 清楚, says_en: clear, then: {violation.clear: true}, severity: material}
  - {article: 第一条, name: received, says: 签收, says_en: received, at: decision, due: service, then: {service.receipt: true}, severity: minor}
"""
TABLE = """
    documents:
      - {document: form, zh: 立案审批表, en: filing form, aliases: [立案（不予立案）审批表], step: case_filing}
      - {document: record, zh: 检查笔录, en: inspection record, aliases: [现场检查(勘验)笔录, 现场笔录], step: inspection}
      - {document: paper, zh: 决定书, en: decision paper, step: decision}
"""


class World:
    """A made-up law and standards under construction."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "vocabulary.yaml").write_text(VOCABULARY, encoding="utf-8")
        self.add("act", LAW)

    def add(self, name, rules, *, version="1", start="2000-01-01", end="null", fields="[]"):
        folder = self.folder / f"{name}_{version}"
        folder.mkdir(exist_ok=True)
        head = HEAD.format(name=name, version=version, start=start, end=end, fields=fields)
        (folder / "instrument.yaml").write_text(head, encoding="utf-8")
        (folder / "rules.yaml").write_text(rules, encoding="utf-8")
        return self

    def standard(self, items, *, total="100", more="", name="sheet", instrument="std", **when):
        body = textwrap.indent(textwrap.dedent(items).strip("\n"), "      ")
        stated = "" if total is None else f"    total: {total}\n"
        head = f"appraisals:\n  - article: 第一条\n    name: {name}\n    says: 标准\n    says_en: standard\n{stated}"
        return self.add(instrument, head + TABLE.strip("\n") + f"\n{more}    items:\n{body}\n", **when)

    def load(self):
        return load_rulesets(self.folder, only=True)

    def appraise(self, case, standard=None, on="2024-06-01"):
        rulesets = self.load()
        loaded = load_case(full(case), rulesets)
        return appraise(loaded, rulesets, standard, dt.date.fromisoformat(on))

    def statuses(self, case, **more):
        return {item.item.name: item.status for item in self.appraise(case, **more).items}


def full(case):
    return {
        "number": "虚构〔2024〕1号",
        "organ": {"name": "某局", "field": "market_regulation", "place": "14"},
        "parties": [{"id": "p1"}],
        "violations": [{"id": "v1", "cause": "a", "began": "2024-01-01", "ended": "2024-01-01"}],
    } | case


@pytest.fixture
def world(tmp_path):
    return World(tmp_path)
