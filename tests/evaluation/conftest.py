"""A small made-up law, built as files so that tests read like rulesets; a made-up act beside the law that is shipped."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import textwrap
from pathlib import Path

import pytest
import yaml

from enforcement_rules import load_case, load_rulesets, review

VOCABULARY = """
steps:
  notice: {zh: 告知, en: notice, group: notice}
  decision: {zh: 决定, en: decision, group: decision}
  extension: {zh: 延长, en: extension, group: time}
  exclusion: {zh: 扣除, en: exclusion, group: time}
  suspension: {zh: 中止, en: suspension, group: time}
  resumption: {zh: 恢复, en: resumption, group: time}
  inspection: {zh: 检查, en: inspection, act: true, group: officers}
  service: {zh: 送达, en: service, after_decision: true, group: service}
facts:
  organ.field: {type: text, zh: 领域, en: field}
  organ.place: {type: text, zh: 地方, en: place}
  party.kind:
    type: choice
    values: {natural_person: [自然人, person], legal_person: [法人, legal person]}
    zh: 类别
    en: kind
  party.asserted: {type: yes_no, zh: 当事人主张, en: asserted, shown_by: party, group: party}
  violation.cause: {type: text, zh: 案由, en: cause}
  violation.began: {type: date, zh: 开始, en: began}
  violation.ended: {type: date, zh: 结束, en: ended, bounds: {earliest: [violation.began]}}
  violation.goods_value: {type: amount, zh: 货值, en: goods value, group: amounts}
  violation.gravity:
    type: graded
    values: {minor: [轻微, minor], ordinary: [一般, ordinary], serious: [严重, serious]}
    zh: 情节
    en: gravity
    group: circumstances
  violation.sorry: {type: yes_no, zh: 悔改, en: sorry, group: circumstances}
  violation.insane:
    {type: yes_no, zh: 精神病, en: insane, group: circumstances, dormant: {event: insanity, value: false}}
  violation.first: {type: yes_no, zh: 初次, en: first, group: circumstances}
  proposal.kinds: {type: choices, zh: 种类, en: kinds}
  proposal.fine: {type: amount, zh: 罚款, en: fine}
  proposal.treatment:
    type: choice
    values:
      {no_penalty: [不罚, none], mitigated: [减轻, m], lighter: [从轻, l], ordinary: [一般, o], heavier: [从重, h]}
    zh: 处理
    en: treatment
  proposal.orders: {type: choices, zh: 命令, en: orders}
  extension.days: {type: days, zh: 日, en: days}
  extension.until: {type: date, zh: 至, en: until}
  exclusion.days: {type: days, zh: 日, en: days}
  exclusion.until: {type: date, zh: 至, en: until}
  suspension.until: {type: date, zh: 至, en: until}
  notice.shown: {type: yes_no, zh: 出示, en: shown, shown_by: organ, group: notice}
  service.days: {type: days, zh: 日数, en: days, derived: {days: [decision.on, service.on]}}
  case.days: {type: days, zh: 日数, en: days, derived: {days: [notice.on, decision.on]}}
  act.officer_count: {type: count, zh: 人数, en: officers, shown_by: organ, group: officers}
  act.kind: {type: text, zh: 种类, en: kind}
  act.on: {type: date, zh: 日期, en: day}
  act.certificates_valid: {type: yes_no, zh: 证件有效, en: valid certificates, shown_by: organ, group: officers}
  officer.kind: {type: choice, values: {officer: [人员, officer], assistant: [辅助, assistant]}, zh: 类, en: kind}
  officer.certificate_from: {type: date, zh: 起, en: valid from}
  officer.left_on: {type: date, zh: 离岗, en: left}
  notice.chair: {type: text, zh: 主持人, en: chair}
  notice.approved_at: {type: time, zh: 批准, en: approved, shown_by: organ, group: notice}
  notice.hours: {type: number, zh: 小时, en: hours, derived: {hours: [notice.approved_at, notice.moment]}}
  notice.chair_took_part:
    {type: yes_no, zh: 参加, en: took part, derived: {took_part: [notice.chair, "@performers", "@officers"]}, stated: true}
  case.stopped: {type: days, zh: 停, en: stopped, derived: {days_stopped: [notice.on, decision.on, "@steps"]}}
  case.workdays: {type: days, zh: 工作日, en: working days, derived: {workdays: [notice.on, decision.on]}}
  case.more: {type: days, zh: 延, en: extended, derived: {days_extended: ["@steps"]}}
  case.until: {type: date, zh: 至, en: until, derived: {extended_until: [notice.on, "@steps"]}}
  prior.on: {type: date, zh: 日期, en: day}
  prior.same_kind: {type: yes_no, zh: 同类, en: same kind}
groups:
  notice: {zh: 告知, en: notice}
  time: {zh: 时间, en: time}
  amounts: {zh: 金额, en: amounts}
  decision: {zh: 决定, en: decision}
  officers: {zh: 人员, en: officers}
  service: {zh: 送达, en: service}
  party: {zh: 当事人, en: party}
  circumstances: {zh: 情节, en: circumstances}
events:
  insanity: {zh: 精神病, en: insanity}
"""

HEAD = """
instrument: {name}
version: "{version}"
title: {{zh: 虚构条例, en: made-up act}}
short: {{zh: 虚构条例, en: made-up act}}
rank: {rank}
issuer: 虚构机关
fields: {fields}
indispensable: {indispensable}
in_force: {{from: {start}, to: {end}}}
sources: [{{title: 虚构, verification: full_text}}]
checked: 2026-11-24
articles: {{第一条: encoded, 第二条: encoded, 第三条: encoded, 第四条: encoded}}
articles_complete: false
"""


def declare_causes(folder):
    """Declare the causes that the rules of a made-up law name, each in words of its own, beside them."""
    rules = (folder / "rules.yaml").read_text(encoding="utf-8")
    lists = re.findall(r"causes: \[([^\]]*)\]|\bcause: (?:\{one_of: \[([^\]]*)\]|(\w+))", rules)
    causes = {cause.strip() for found in lists for some in found for cause in some.split(",")} - {""}
    causes -= load_rulesets().vocabulary.causes.keys()
    if causes:
        declared = "".join(f"  {cause}: {{zh: {cause}, en: {cause}}}\n" for cause in sorted(causes))
        (folder / "causes.yaml").write_text(f"causes:\n{declared}", encoding="utf-8")


USUAL = {"start": "2000-01-01", "end": "null", "fields": "[]", "rank": "law", "indispensable": "true"}


class Law:
    """A made-up law under construction."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "vocabulary.yaml").write_text(VOCABULARY, encoding="utf-8")

    def version(self, rules, *, name="act", version="1", **head):
        folder = self.folder / f"{name}_{version}"
        folder.mkdir()
        head = HEAD.format(**USUAL | head | {"name": name, "version": version})
        (folder / "instrument.yaml").write_text(head, encoding="utf-8")
        (folder / "rules.yaml").write_text(textwrap.dedent(rules), encoding="utf-8")
        declare_causes(folder)
        return self

    def review(self, case, on="2024-06-01"):
        rulesets = load_rulesets(self.folder, only=True)
        full = {
            "organ": {"field": "market_regulation", "place": "14"},
            "parties": [{"id": "p1", "kind": "legal_person"}],
            "violations": [{"id": "v1", "cause": "a", "began": "2024-01-01", "ended": "2024-01-01"}],
        }
        merged = full | case
        return review(load_case(merged, rulesets), rulesets, dt.date.fromisoformat(on))

    def statuses(self, case, on="2024-06-01"):
        return {each.ref.rule.partition("/")[2]: each.status for each in self.review(case, on).findings}


@pytest.fixture
def declared():
    """Return the function that declares the causes of a made-up law, for fixtures of the folders below."""
    return declare_causes


@pytest.fixture
def law(tmp_path):
    return Law(tmp_path)


ACT_HEAD = """
instrument: {name}
version: "{version}"
title: {{zh: 虚构条例, en: made-up act}}
short: {{zh: 虚构条例, en: made-up act}}
rank: law
issuer: 虚构机关
in_force: {{from: {start}, to: {end}}}
sources: [{{title: 虚构, verification: full_text}}]
checked: 2026-11-24
articles_complete: false
articles: {articles}
"""
GENERAL = Path("rulesets/general/administrative_penalty_law_2021")


@pytest.fixture(scope="session")
def loaded():
    """What was loaded, by the texts of the acts that were written: many tests write the same, and loading is dear."""
    return {}


def read_whole(rules):
    """Return the chapter with its provisions marked as read whole: kinds decide, as in the law that is shipped."""
    chapter = yaml.safe_load(rules)
    for provision in chapter.get("penalties", ()):
        provision.setdefault("whole", True)
    return yaml.safe_dump(chapter, allow_unicode=True, sort_keys=False, default_flow_style=None)


@pytest.fixture
def act(tmp_path, loaded, declared):
    """Return a function that writes versions of made-up acts and loads them with the general law."""
    written = {}

    def load(
        rules,
        *,
        name="act",
        version="1",
        start="2000-01-01",
        end="null",
        articles="{第一条: encoded}",
        load=True,
        whole=True,
    ):
        rules = read_whole(rules) if whole else rules
        folder = tmp_path / f"{name}_{version}"
        folder.mkdir(exist_ok=True)
        head = ACT_HEAD.format(name=name, version=version, start=start, end=end, articles=articles)
        (folder / "instrument.yaml").write_text(head, "utf-8")
        (folder / "rules.yaml").write_text(rules, "utf-8")
        declared(folder)
        if not (tmp_path / GENERAL.name).exists():
            shutil.copytree(GENERAL, tmp_path / GENERAL.name)
        written[folder.name] = (head, rules)
        texts = tuple(written.items())
        if load and texts not in loaded:
            loaded[texts] = load_rulesets(tmp_path, only=True)
        return loaded[texts] if load else None

    return load


@pytest.fixture
def result():
    """Return a function that reviews one violation of one party and returns its result."""

    def run(
        rulesets,
        *,
        act="2024-01-10",
        decided="2024-03-01",
        cite="act",
        party=None,
        proposed=None,
        record=None,
        **violation,
    ):
        cited = {"penalised_by": [{"instrument": cite, "article": "第一条"}]} if cite else {}
        case = {
            "schema": "enforcement_rules/case/1",
            "parties": [{"id": "p1", "kind": "legal_person", **(party or {})}],
            "violations": [{"id": "v1", "parties": ["p1"], "began": act, "ended": act, **cited, **violation}],
            "steps": [{"step": "decision", "on": decided}],
        }
        if record is not None:
            case["record"] = record
        if proposed is not None:
            case["proposed"] = [{"violation": "v1", "party": "p1", **proposed}]
        loaded = load_case(case, rulesets)
        return review(loaded, rulesets, dt.date.fromisoformat(decided)).results[0]

    return run
