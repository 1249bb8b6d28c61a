"""What the file states stands on the page where a reviewer looks, in both languages (made-up cases, 虚构)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.explanation.verdict import as_markdown, as_text

RULESETS = load_rulesets()
OLD = {"record": "excerpt", "organ": {"field": "ecology_environment", "rank": "county", "place": "110116"}}
OLD_PARTS = {
    "parties": [{"id": "p1", "kind": "legal_person"}],
    "violations": [{"id": "v1", "parties": ["p1"], "ended": "2019-03-01", "discovered": "2019-03-02"}],
}


def verdict_of(data: dict[str, Any], on: dt.date | None = None) -> Any:
    return review(load_case({"number": "虚构", **data}, RULESETS), RULESETS, on)


def old(steps: list[Any], **more: Any) -> Any:
    proposed = [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 1200000}]}]
    return verdict_of(
        {**OLD, **OLD_PARTS, "steps": [*steps, {"step": "decision", "on": "2019-05-06"}], "proposed": proposed, **more}
    )


def problems_of(page: str) -> str:
    return page.partition("一、")[2].partition("二、")[0]


@pytest.mark.parametrize(
    ("steps", "more", "said"),
    [
        ([{"step": "collective_discussion", "on": "2019-04-20", "heads_present": 0}], {}, "参加的机关负责人人数  0人"),
        ([{"step": "notice", "on": "2019-04-01", "written": {"fine": 120}}], {}, "告知的罚款（合计）  120.00元"),
        ([{"step": "notice", "on": "2019-04-01", "written": {"fine": 99}}], {}, "告知的罚款（合计）  99.00元"),
        ([], {"evidence": [{"id": "e1", "kind": "physical", "verified": False}]}, "证据e1：已查证属实  否"),
        ([{"step": "legal_review", "on": "2019-04-02", "result": "failed"}], {}, "未通过"),
        ([{"step": "hearing", "on": "2019-04-09", "fee": True}], {}, "向当事人收取听证费用  是"),
        ([{"step": "notice", "on": "2019-04-01", "content": {"facts": False}}], {}, "告知书载明事实  否"),
    ],
)
def test_under_old_law_what_denies_stands_among_the_problems(steps, more, said):
    verdict = old(steps, **more)
    page = as_text(verdict, "zh")
    assert "材料所载而无从核对：" in problems_of(page)
    assert said in problems_of(page)
    assert said.partition("  ")[0] in as_markdown(verdict, "zh")
    assert "材料有1处与程序要求不符，无从核对" in page.partition("一、")[0]
    assert "stated, and held against no law" in as_text(verdict, "en")
    assert verdict.outcome == "undetermined"
    assert not [each for each in verdict.findings if each.status == "breached"]


@pytest.mark.parametrize(
    "steps",
    [
        [{"step": "collective_discussion", "on": "2019-04-20", "heads_present": 3}],
        [{"step": "notice", "on": "2019-04-01", "written": {"fine": 1200000}}],
        [{"step": "legal_review", "on": "2019-04-02", "result": "passed"}],
    ],
)
def test_what_agrees_with_the_duties_is_no_denial(steps):
    assert "材料所载而无从核对" not in as_text(old(steps), "zh")


def test_a_number_that_denies_names_what_it_was_to_agree_with():
    verdict = old([{"step": "notice", "on": "2019-04-01", "written": {"fine": 120}}])
    (denied,) = [each for entry in verdict.not_checked for each in entry.to_dict()["denied"] if each["against"]]
    assert (denied["fact"], denied["value"]) == ("party.fines", "1200000.00")
    assert denied["against"] == {"fact": "notice.written.fine", "value": "120.00"}


NEW = {
    "record": "excerpt",
    "organ": {"field": "market_regulation", "rank": "county", "place": "330902"},
    "parties": [{"id": "p1", "kind": "legal_person"}],
    "steps": [{"step": "decision", "on": "2024-04-01"}],
}
UNLOADED = {"title": "某法", "rank": "law", "article": "第十条"}


def new(violation: dict[str, Any] | None = None, **proposal: Any) -> Any:
    violations = [
        {"id": "v1", "parties": ["p1"], "ended": "2024-02-01", "discovered": "2024-02-01", **(violation or {})}
    ]
    proposed = [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 30000}], **proposal}]
    return verdict_of({**NEW, "violations": violations, "proposed": proposed})


@pytest.mark.parametrize(
    ("proposal", "said"),
    [
        (
            {"basis": [{"title": "某省不予处罚目录", "article": "第三项"}]},
            "机关所持依据：某省不予处罚目录第三项（未载入，未核对）",
        ),
        ({"basis": ["社区服务"]}, "机关所持依据：“社区服务”"),
        ({"benchmark": {"title": "某市基准", "article": "第三条"}}, "基准  某市基准第三条（该文件未载入，未核对）"),
        ({"benchmark": {"title": "基准（二）"}}, "基准  基准（二）（该文件未载入，未核对）"),
        ({"benchmark_used": True}, "材料称适用了裁量基准，未写明是哪一文件"),
        ({"benchmark_used": False}, "材料称未适用裁量基准"),
        ({"declined": [{"ground": "初次", "reason": "影响恶劣"}]}, "机关未采纳“初次”，理由：影响恶劣"),
        ({"declined": [{"ground": "初次"}]}, "机关未采纳“初次”，未载明理由"),
        ({"declined": []}, "没有说明理由"),
        ({"deviation": {"reason": "首案", "approved_by": "局长"}}, "机关偏离基准的理由：首案；批准：局长"),
        ({"stated_tier": {"name": "较轻", "at_least": 1000, "at_most": 40000}}, "材料所述的阶次：较轻"),
        ({"stated_tier": {"name": "较重", "at_least": 90000}}, "拟罚款不在所述幅度内（未核对）"),
    ],
)
def test_what_the_organ_says_for_its_proposal_stands_beside_it(proposal, said):
    page = as_text(new(**proposal), "zh")
    assert said in page.partition("二、")[2].partition("三、")[0]
    assert said.split("（")[0].split("  ")[-1] in as_markdown(new(**proposal), "zh").replace("\\", "")


@pytest.mark.parametrize("title", ["某市基准", "海关行政处罚裁量基准（示例）", "Guangdong Benchmark"])
def test_a_benchmark_that_is_named_is_not_asked_for_and_stands_under_not_checked(title):
    verdict = new(benchmark={"title": title, "article": "第二条"})
    page = as_text(verdict, "zh")
    assert "未说明是否适用裁量基准" not in page
    assert title in page.partition("四、")[2]
    assert verdict.results[0].to_dict(lambda node: None)["proposal"]["stated"]["benchmark"]["loaded"] is False


@pytest.mark.parametrize(("cited", "shown"), [([UNLOADED], "某法第十条"), ([], "材料未写明名称的规定")])
def test_a_range_that_only_the_file_states_names_its_law(cited, shown):
    page = as_text(new({"penalised_by": cited, "stated_range": {"at_least": 30000, "at_most": 300000}}), "zh")
    assert f"{shown}：处罚决定（罚则原文未载入，幅度仅据案卷所述）" in page
    assert "✗ ?" not in page


def test_the_edition_cited_stands_beside_the_one_applied():
    cited = {"title": "食品安全法（2015修订）", "article": "第一百二十四条第一款"}
    verdict = new({"penalised_by": [cited]})
    assert verdict.to_dict()["results"][0]["law"][0]["cited_editions"] == [2015]
    assert "2015年版本" in as_text(verdict, "zh")


@pytest.mark.parametrize("kind", ["goods_value", "turnover", "tax"])
def test_multiples_of_an_untold_base_are_shown_and_the_base_is_asked_first(kind):
    verdict = new({"penalised_by": [UNLOADED], "stated_range": {"at_least": 1, "at_most": 3, "times": kind}})
    name = RULESETS.vocabulary.facts[f"violation.{kind}"].entry.zh
    page = as_text(verdict, "zh")
    assert f"{name}1倍以上3倍以下，{name}未载明" in page
    asked = [fact.fact for ask in verdict.asks[:5] for fact in ask.facts]
    assert f"violation.{kind}" in asked


def test_both_sides_of_what_two_speakers_say_are_named():
    said = [{"value": True, "by": "organ"}, {"value": False, "by": "party"}]
    page = as_text(new({"corrected_in_time": said}), "zh")
    assert "是（行政机关）" in page
    assert "否（当事人）" in page


def test_everything_stated_in_the_two_languages_has_the_same_lines():
    verdict = new(
        {"bases": {"goods_value": {"at_most": 5000}, "turnover": {"amount": 9, "currency": "USD"}}, "harm": "occurred"}
    )
    chinese, english = (as_text(verdict, lang, everything=True) for lang in ("zh", "en"))
    assert "货值金额  5,000.00元以下" in chinese
    assert "已造成（程度不明）" in chinese
    assert "9 USD（未折算为人民币" in chinese
    assert "occurred, degree unknown" in english
    assert "not converted into yuan" in english
