"""The matrix in words: the same tables in both languages, text and Markdown, and nothing where nothing is said."""

from __future__ import annotations

import json
import re

import pytest
from jsonschema import Draft202012Validator

from enforcement_rules.explanation.verdict import (
    as_markdown,
    as_text,
    explain_text,
    matching,
    verdict_schema,
)

GOOD = {"kind": "site_record", "verified": True, "lawful": True}
EVIDENCE = [
    {"id": "e1"} | GOOD,
    {"id": "e2", "title": "检|验报告", "number": "检〔2024〕1号"} | GOOD,
    {"id": "e3"} | GOOD | {"lawful": False},
    {"id": "e4", "kind": "witness", "lawful": True},
    {"id": "e5"} | GOOD | {"collected_on": "2024-08-01"},
]
ELEMENTS = {
    "act": ["e1", "e2"],
    "committed_by_party": {"proven_by": ["e3", "e4"], "says": "门店招牌"},
    "time_and_place": {"proven_by": ["e1"], "refuted_by": ["e2", "e5"]},
}
CHINESE_TEXT = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def full(reviewed):
    gravity = {"value": "minor", "by": "party", "evidence": ["e1"]}
    return reviewed(ELEMENTS, EVIDENCE, gravity=gravity, facts_clear=True)


def section(text, title):
    lines = text.splitlines()
    start = next(n for n, line in enumerate(lines) if title in line)
    end = next(n for n in range(start + 1, len(lines)) if re.match(r"(## )?([一二三四五六]、|\d\. )", lines[n]))
    return [line for line in lines[start + 1 : end] if line.strip()]


SITE = "e1（勘验笔录、现场笔录）"
ROWS = [
    ["要件", "状态", "证据", "举证责任"],
    ["违反行政管理秩序的行为", "已证明", f"{SITE}、e2（检|验报告", "检〔2024〕1号）", "行政机关"],
    ["该行为由当事人实施", "尚未证明", "—", "行政机关"],
    ["行为的时间和地点", "有争议", f"{SITE}；反证", "e2（检|验报告", "检〔2024〕1号）", "行政机关"],
    ["违法行为的情节：轻微", "已证明", SITE, "依职权查明"],
]
BELOW = [
    "  · 该行为由当事人实施：门店招牌",
    "  ✗ e3（勘验笔录、现场笔录）不作为定案根据，不合要求：以非法手段取得的证据不得用于定案"
    "    [行政处罚法（2021）第四十六条第三款]",
    "  ? e4（证人证言）能否作为定案根据，待查：定案证据均已查证属实    [行政处罚法（2021）第四十六条第二款]",
    "  ✗ e5（勘验笔录、现场笔录）不作为定案根据：作出决定之后才收集",
    "  · 未指明证据的要件：没有主观过错（法律、行政法规另有规定的除外）",
]


def test_the_table_in_chinese(full):
    lines = section(as_text(full.verdict, "zh"), "三、证据")
    assert [line.split() for line in lines[:5]] == ROWS
    assert lines[5:] == BELOW


def test_speakers_who_disagree_are_named_where_only_one_side_counts(reviewed):
    said = ELEMENTS | {"act": [{"by": "organ", "proven_by": ["e1"]}, {"by": "party", "refuted_by": ["e3"]}]}
    lines = section(as_text(reviewed(said, EVIDENCE).verdict, "zh"), "三、证据")
    assert lines[1].split() == ["违反行政管理秩序的行为", "有争议", f"{SITE}；说法不一", "行政机关"]


def test_the_table_in_english(full):
    lines = section(as_text(full.verdict, "en"), "3. Evidence")
    assert lines[0].split() == ["Element", "Status", "Evidence", "Burden"]
    assert re.search(r"the act that breaks the law +proven +e1 \(record of the site\), e2", lines[1])
    assert "proves nothing: collected only after the decision" in "\n".join(lines)
    own = [line.replace("检|验报告 检〔2024〕1号", "").replace("门店招牌", "").partition("    [")[0] for line in lines]
    assert not [line for line in own if CHINESE_TEXT.search(line)]


def test_both_languages_have_the_same_lines_and_rows(full):
    for view in (as_text, as_markdown):
        assert view(full.verdict, "zh").count("\n") == view(full.verdict, "en").count("\n")


def test_the_table_in_markdown_is_one_whatever_titles_hold(full):
    rows = [line for line in section(as_markdown(full.verdict, "zh"), "三、证据") if line.startswith("|")]
    assert rows[1] == "| --- | --- | --- | --- |"
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5}
    assert r"检\|验报告" in rows[2]


def test_columns_line_up_in_text(full):
    lines = section(as_text(full.verdict, "en"), "3. Evidence")[:4]
    words = ("Status", "proven", "not yet", "contested")
    assert len({line.index(word) for line, word in zip(lines, words, strict=True)}) == 1


def test_the_sections_are_counted_on(full):
    text = as_text(full.verdict, "zh", everything=True)
    places = [text.index(title) for title in ("二、处理与金额", "三、证据", "四、待查", "五、未检查", "六、已履行")]
    assert places == sorted(places)


def test_a_case_that_says_nothing_has_no_section(reviewed):
    text = as_text(reviewed().verdict, "zh")
    assert "三、待查" in text
    assert "举证责任" not in text


def test_evidence_that_is_assigned_to_nothing_is_one_line(reviewed):
    lines = section(as_text(reviewed(None, EVIDENCE).verdict, "zh"), "三、证据")
    assert lines == ["  · 列有5项证据，没有写明各证明哪一要件"]


def test_a_complete_record_shows_what_the_organ_did_not_prove(reviewed):
    lines = section(as_text(reviewed({"act": ["e1"]}, EVIDENCE[:1], record="complete").verdict, "zh"), "三、证据")
    assert ["该行为由当事人实施", "未证明", "—", "行政机关"] in [line.split() for line in lines]


def test_a_problem_names_the_elements_it_rests_on(reviewed):
    said = ELEMENTS | {"act": {"refuted_by": ["e1"]}}
    seen = reviewed(said, EVIDENCE)
    assert "违反行政管理秩序的行为  已被反驳" in as_text(seen.verdict, "zh")
    (subject,) = matching(seen.verdict, "facts_clear")
    assert "the act that breaks the law  refuted" in explain_text(seen.verdict, subject, "en")


def test_a_question_names_the_elements_that_contradict_the_file(reviewed):
    seen = reviewed(ELEMENTS | {"act": {"refuted_by": ["e1"]}}, EVIDENCE, facts_clear=True)
    text = as_text(seen.verdict, "en")
    assert "the facts are clear and proved  yes" in text
    assert "the act that breaks the law  refuted" in text


def test_asks_for_elements_are_questions_in_both_languages(reviewed):
    record = reviewed({"act": ["e1"]}, EVIDENCE[:1]).verdict.to_dict()
    asked = {fact["path"]: fact["question"] for ask in record["asks"] for fact in ask["facts"]}
    assert asked["violations.v1.elements.time_and_place"] == {
        "zh": "有哪些证据证明（或者否定）：行为的时间和地点？",
        "en": "Which evidence proves (or refutes): when and where it was committed?",
    }


def test_the_json_fits_its_schema_and_keeps_its_order(full):
    record = full.verdict.to_dict()
    Draft202012Validator(verdict_schema()).validate(json.loads(json.dumps(record)))
    row = record["results"][0]["evidence"][2]
    assert list(row)[:9] == [
        "element",
        "says",
        "says_en",
        "status",
        "open",
        "burden",
        "proven_by",
        "refuted_by",
        "excluded",
    ]
    assert row["excluded"] == [{"id": "e5", "side": "refuted_by", "reason": "collected_after_decision", "status": "no"}]
    assert row["rule"] == "administrative_penalty_law/facts_to_establish"


def test_a_case_that_says_nothing_has_an_empty_list(reviewed):
    assert reviewed().verdict.to_dict()["results"][0]["evidence"] == []
