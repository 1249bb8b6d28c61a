"""A draft as somebody writes it who does not code (made up, 虚构): everything wrong with it is said in one round."""

import time

import pytest

from enforcement_rules.loading import load_case, load_rulesets
from enforcement_rules.values.errors import InputError

DRAFT = """\
number：虚构〔2024〕7号
organ: {name: 虚构县某局, field: market_regulation, rank: conty}
parties:
  - {id: p1, kind: natural, name: 甲某}
  - {id: p 2， kind: natural_person}
  - 乙某
violations:
  - id: v1
    parties: [p1, p9]
    cause: food_expird
    penalised_by: [{instrument: food_safty_law, article: 第一百二十四条第一款}]
    began: 2024/3/5
    ended: 2024年3月4日
    discovered: 2024.2.30
    first: yes
    stated_range: {at_least: 5万, times: goods_valu}
    bases: {goods_value: 1,200, illegal_gains: 300元}
steps:
\t- {step: case_filling, on: 2024-03-06}
\t- {step: notice, on: 2024/4/1, content: {penalty: Y}}
proposed:
  - violation: v3
    party: p2
    penalties: [{kind: fine, amount: 伍万元整}, {amount: 5}]
number: 1
"""
CHINESE = """\
1:7: 不是有效的 YAML；“：”应为半角冒号加空格
2:54: conty 不是可用的值；应为：township, county, prefecture, province, national
4:20: natural 不是可用的值；应为：natural_person, legal_person, other_organization, individual_business, organization
5:10: p 2 不能作为编号；应写作 p_2
5:13: 不是有效的 YAML；“，”应为半角逗号加空格
6:5: 应为“键: 值”的映射
9:19: parties 中没有 p9；应为其中一项的编号
10:12: 没有案由 food_expird；是否指 food_expired？
11:33: 没有装入法规 food_safty_law；是否指 food_safety_law？
12:12: 2024/3/5 不是日期；应写作 2024-03-05
13:12: 2024年3月4日 不是日期；应写作 2024-03-04
13:12: 违法行为结束早于开始（2024-03-05）；应在其后
14:17: 2024.2.30 不是日期；应为存在的日期，2024-02 只有 29 天
15:12: yes 不是真假值；应写作 true
16:30: 5万 不是金额；应写作 50000
16:41: 没有数额基数 goods_valu；应为违法行为的数额事实
17:27: 不是有效的 YAML；逗号会截断数字，应写作 1200
17:48: 300元 不是金额；应写作 300
19:1: 不是有效的 YAML；制表符（Tab）不能用于缩进，应改为空格
19:11: 没有步骤 case_filling；是否指 case_filing？
20:1: 不是有效的 YAML；制表符（Tab）不能用于缩进，应改为空格
20:23: 2024/4/1 不是日期；应写作 2024-04-01
20:52: Y 不是真假值；应写作 true
22:16: violations 中没有 v3；应为其中一项的编号
23:12: parties 中没有 p2；是否指 p_2？
24:38: 伍万元整 不是金额；应写作 50000
24:45: 缺少 kind；应在此处写明
25:1: 键 number 重复；每个键应只出现一次
"""
ENGLISH = """\
1:7: not valid YAML; expected a colon and a blank for “：”
5:10: p 2 is no id; expected p_2
6:5: not a mapping; expected `key: value` entries
9:19: p9 is not among parties; expected the id of one of them
10:12: there is no cause food_expird; did you mean food_expired?
13:12: ended before it began (2024-03-05); expected it afterwards
14:17: 2024.2.30 is no date; expected an existing one, 2024-02 has 29 days
15:12: yes is no truth value; expected true
17:27: not valid YAML; a comma ends the number; expected 1200
19:1: not valid YAML; a tab cannot indent; expected blanks
24:38: 伍万元整 is no amount; expected 50000
"""


@pytest.fixture(scope="module")
def law():
    return load_rulesets()


@pytest.fixture
def said(law, tmp_path):
    def lines(text, lang="zh"):
        path = tmp_path / "draft.yaml"
        path.write_text(text, "utf-8")
        with pytest.raises(InputError) as caught:
            load_case(path, law)
        return [line.removeprefix(f"{path}:") for line in caught.value.lines(lang)]

    return lines


def test_a_draft_with_slips_of_every_kind(said):
    assert said(DRAFT) == CHINESE.splitlines()
    english = said(DRAFT, "en")
    assert len(english) == len(CHINESE.splitlines())
    assert [line for line in ENGLISH.splitlines() if line not in english] == []


def test_a_draft_with_full_width_colons_alone_is_read_on(said):
    lines = said(
        "number：虚构\nparties：\n  - id：p1\n    kind：natural\nviolations：\n  - id：v1\n    parties: [p7]\n"
    )
    assert [line.split(":")[:2] for line in lines] == [
        ["1", "7"], ["2", "8"], ["3", "7"], ["4", "9"], ["4", "10"], ["5", "11"], ["6", "7"], ["7", "15"],
    ]  # fmt: skip
    assert lines[4].startswith("4:10: natural 不是可用的值") and lines[7].startswith("7:15: parties 中没有 p7")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        # what was refused hides nothing else …
        (
            "parties: [{id: p1, kind: x}]\nviolations: [{id: v1, parties: [p2]}]\n",
            ["expected_one_of", "unknown_reference"],
        ),
        (
            "steps: [{step: notce, on: 2024/1/5, by: [o1]}]\n",
            ["unknown_step_near", "expected_date", "unknown_reference"],
        ),
        ("total: {amount: x}\nviolations: [{id: v1, cause: nothing_like_it}]\n", ["expected_amount", "unknown_cause"]),
        ("organ: {rank: top}\nrecord: full\n", ["expected_one_of", "expected_one_of"]),
        # … and nothing is said that only follows from it
        (
            "parties: [{id: p/1}]\nviolations: [{id: v1, parties: [p/1]}]\n",
            ["expected_identifier", "expected_identifier"],
        ),
        ("parties: x1\nviolations: [{id: v1, parties: [p1]}]\n", ["expected_list"]),
        ("parties: [{name: a}]\nviolations: [{id: v1, parties: [p1]}]\n", ["missing_key", "unknown_reference"]),
        ("violations: [{id: v1, stated_range: {at_least: x}}]\n", ["expected_amount"]),
        ("violations: [{id: v1, began: x, ended: 2024-01-01}]\n", ["expected_date"]),
        (
            "parties: [{id: p1}]\nviolations: [{id: v1}]\nproposed: [{violation: v/1}, {violation: v1, party: p1}]\n",
            ["expected_identifier"],
        ),
        (
            "evidence: [{id: e1, kind: [x]}]\nviolations: [{id: v1, elements: {}, first: {value: true, evidence: [e1]}}]\n",
            ["not_text"],
        ),
    ],
)
def test_what_stands_by_itself_is_said_and_what_follows_is_not(law, text, codes, tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        load_case(path, law)
    assert [each.code for each in caught.value.problems] == codes


def test_python_values_are_looked_through_in_one_round(law):
    with pytest.raises(InputError) as caught:
        load_case({"parties": [{"id": "p1", "kind": "x"}], "violations": [{"id": "v1", "parties": ["p7"]}]}, law)
    assert [each.path for each in caught.value.problems] == [("parties", 0, "kind"), ("violations", 0, "parties", 0)]


CHINESE_DRAFT = """\
案号：虚构〔2024〕9号
当事人:
  - 编号: 当事人1
    类别: 自然人
  -编号: 当事人2
   类别: 法人
违法行为:
  - 编号: 行为1
    当事人: [当事人1，当事人3]
    开始日期: 2024年3月5日
    初次违法: 有
程序步骤:
  - {步骤: 立案，日期: 2024/3/6}
  - {步骤: 处罚告知, 日期: 2024-4-1
"""


def test_a_draft_in_chinese_is_answered_in_its_own_words(said):
    assert said(CHINESE_DRAFT) == [
        "1:3: 不是有效的 YAML；“：”应为半角冒号加空格",
        "5:3: 不是有效的 YAML；“-”之后应有一个空格",
        "6:4: 不是有效的 YAML；缩进没有对齐：此行前有 3 个空格，应为 4 个",
        "9:11: 当事人1，当事人3 不能作为编号；应写作 [当事人1, 当事人3]",
        "10:11: 2024年3月5日 不是日期；应写作 2024-03-05",
        "11:11: 有 不是真假值；应写作 是",
        "13:12: 不是有效的 YAML；“，”应为半角逗号加空格",
        "13:17: 2024/3/6 不是日期；应写作 2024-03-06",
        "14:5: 不是有效的 YAML；此处的 { 没有配对，应以 } 结束",
        "14:20: 2024-4-1 不是日期；应写作 2024-04-01",
    ]


def test_thousands_of_faults_do_not_keep_the_reader_busy(law):
    wrong = {
        "evidence": [{"id": f"e {n}", "kind": ["x"]} for n in range(4000)],
        "documents": [{"title": "", "on": "x"} for _ in range(4000)],
    }
    started = time.process_time()
    with pytest.raises(InputError) as caught:
        load_case(wrong, law)
    assert len(caught.value.problems) == 201
    assert time.process_time() - started < 5
