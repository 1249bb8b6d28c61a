"""Case files in Chinese: read like their English twins, refused in the words that were written."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import InputError, load_case, load_rulesets
from enforcement_rules.loading.naming import case_names, data_in

LAW = load_rulesets()
ENGLISH = """\
number: 虚构〔2024〕1号
record: complete
complete: [officers, steps]
organ: {field: market_regulation, rank: county}
parties: [{id: 当事人1, kind: legal_person, name: 某公司}]
violations:
  - id: 违法1
    parties: [当事人1]
    cause: food_expired
    penalised_by: [{instrument: food_safety_law, article: 第一百二十四条第一款}, {title: 某市条例, rank: local_regulation}]
    began: {from: 2024-01-01, to: 2024-02}
    bases: {goods_value: 300, illegal_gains: not_calculable}
    gravity: [{value: minor, by: 当事人1, evidence: [证1]}, {value: serious, by: organ}]
    elements: {act: {proven_by: [证1], by: 甲}}
    stated_range: {at_least: 5, at_most: 10, times: goods_value}
    first: true
evidence: [{id: 证1, kind: documentary, lawful: false}]
steps:
  - {step: notice, on: 2024-03-01, id: 告知, content: {penalty: true, facts: true}, content.basis: false}
  - {step: decision, on: 2024-04-01, done: true, after: [告知]}
documents: [{title: 告知书, step: notice}]
proposed:
  - violation: 违法1
    party: 当事人1
    treatment: lighter
    penalties: [{kind: fine, amount: 50000}, {kind: confiscation_of_illegal_property, items: 食品}]
    orders: [order_to_correct]
process_recorded: true
"""
CHINESE = """\
案号: 虚构〔2024〕1号
材料: 完整
已列全: [执法人员, 程序步骤]
执法机关: {执法领域: 市场监管, 层级: 县级}
当事人: [{编号: 当事人1, 类别: 法人, 名称: 某公司}]
违法行为:
  - 编号: 违法1
    当事人: [当事人1]
    案由: 经营过期食品
    处罚依据: [{法规: 食品安全法, 条款: 第一百二十四条第一款}, {文件名称: 某市条例, 效力位阶: 地方性法规}]
    开始日期: {起日: 2024-01-01, 止日: 2024-02}
    计罚基数: {货值金额: 300, 违法所得: 无法计算}
    情节: [{取值: 轻微, 陈述人: 当事人1, 证据: [证1]}, {取值: 严重, 陈述人: organ}]
    构成要件: {违法行为: {证明: [证1], 陈述人: 甲}}
    所述幅度: {不低于: 5, 不高于: 10, 倍数基数: 货值金额}
    初次违法: 是
证据: [{编号: 证1, 种类: 书证, 合法取得: 否}]
程序步骤:
  - {步骤: 处罚告知, 日期: 2024-03-01, 编号: 告知, 载明: {处罚内容: 是, 事实: 是}, 载明.依据: 否}
  - {步骤: 处罚决定, 日期: 2024-04-01, 已进行: 是, 后于: [告知]}
案卷文书: [{名称: 告知书, 步骤: 处罚告知}]
处理意见:
  - 违法行为: 违法1
    当事人: 当事人1
    处理: 从轻
    处罚: [{种类: 罚款, 金额: 50000}, {种类: 没收非法财物, 物品: 食品}]
    责令: [责令改正]
全过程记录: 是
"""


@pytest.fixture
def load(tmp_path):
    def run(text, name="案件.yaml"):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return load_case(file, LAW)

    return run


@pytest.fixture
def refused(load):
    def run(text, lang="zh", name="案件.yaml"):
        with pytest.raises(InputError) as caught:
            load(text, name)
        return [line[line.index(name) :] for line in caught.value.lines(lang)]

    return run


def test_chinese_and_english_say_the_same(load):
    english, chinese = load(ENGLISH), load(CHINESE)
    assert chinese.model_dump() == english.model_dump()
    assert chinese.violations[0].cause == "food_expired"
    assert chinese.steps[0].facts["content.basis"][0].value is False


def test_a_mapping_may_be_chinese_too():
    case = load_case(
        {
            "程序": "简易程序",
            "程序步骤": [{"步骤": "处罚决定", "日期": dt.date(2024, 1, 2), "已进行": True}],
            "全过程记录": "是",
        },
        LAW,
    )
    assert (case.procedure, case.steps[0].step, case.steps[0].on) == ("summary", "decision", dt.date(2024, 1, 2))
    assert case.facts["process_recorded"][0].value is True


def test_languages_may_be_mixed(load):
    mixed = CHINESE.replace("步骤: 处罚决定", "step: 处罚决定").replace("情节: [{取值: 轻微", "gravity: [{取值: minor")
    assert load(mixed).model_dump() == load(ENGLISH).model_dump()


def test_places_are_those_of_what_was_written(load):
    case = load(CHINESE)
    where = case.place(("violations", 0, "gravity", 1))
    line = CHINESE.splitlines()[where.line - 1]
    assert line[where.column - 1 :].startswith("{取值: 严重")
    assert case.where(("steps", 1, "step")).endswith("案件.yaml:20")
    (said,) = case.facts["process_recorded"]
    assert case.where(said.path).endswith(":28")


def marked(text):
    """Return a text without the mark ▲, and where it stood."""
    before = text.partition("▲")[0]
    return text.replace("▲", ""), f"案件.yaml:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}: "


TWICE = [
    ("案号: a\n▲number: b\n", "number 与 案号 是同一项；应只写一个"),
    ("number: b\n▲案号: a\n", "案号 与 number 是同一项；应只写一个"),
    ("违法行为: [{编号: v1, 情节: 轻微, ▲gravity: minor}]", "gravity 与 情节 是同一项；应只写一个"),
    ("程序步骤: [{步骤: 听证, 主持人: 甲, ▲chair: 甲}]", "chair 与 主持人 是同一项；应只写一个"),
    ("违法行为: [{编号: v1, 情节: {取值: 轻微, ▲value: minor}}]", "value 与 取值 是同一项；应只写一个"),
    (
        "程序步骤: [{step: notice, 载明: {事实: 是}, ▲content: {basis: true}}]",
        "content 与 载明 是同一项；应只写一个",
    ),
]


@pytest.mark.parametrize(("text", "said"), TWICE)
def test_one_thing_in_both_languages_is_stated_twice(refused, text, said):
    written, where = marked(text)
    assert refused(written) == [where + said]


def test_stated_twice_in_english(refused):
    assert refused("案号: a\nnumber: b\n", "en") == [
        "案件.yaml:2:1: number and 案号 are one and the same; expected one of them"
    ]


SLIPS = [
    # keys: the nearest in the language of what was written
    ("违法行为: [{编号: v1, ▲情结: 轻微}]", "未知的键 情结；是否指 情节？"),
    ("violations: [{id: v1, ▲情结: 轻微}]", "未知的键 情结；是否指 情节？"),
    ("违法行为: [{编号: v1, ▲gravty: minor}]", "未知的键 gravty；是否指 gravity？"),
    ("执法机关: {▲执法领城: 市场监管}", "未知的键 执法领城；是否指 执法领域？"),
    ("▲程序步凑: []", "未知的键 程序步凑；是否指 程序步骤？"),
    ("程序步骤: [{步骤: 听证, ▲主特人: 甲}]", "未知的键 主特人；是否指 主持人？"),
    ("程序步骤: [{步骤: 处罚告知, 载明: {▲处罚内荣: 是}}]", "未知的键 处罚内荣；是否指 处罚内容？"),
    ("处理意见: [{处罚: [{种类: 罚款, ▲金客: 3}]}]", "未知的键 金客；是否指 金额？"),
    ("违法行为: [{编号: v1, 计罚基数: {▲货值金客: 3}}]", "未知的键 货值金客；是否指 货值金额？"),
    # a label that is not the key
    ("违法行为: [{编号: v1, ▲first_violation: true}]", "未知的键 first_violation；是否指 first？"),
    ("违法行为: [{编号: v1, ▲value_of_the_goods: 3}]", "未知的键 value_of_the_goods；是否指 goods_value？"),
    ("违法行为: [{编号: v1, ▲违法行为的情节: 轻微}]", "未知的键 违法行为的情节；是否指 情节？"),
    ("违法行为: [{编号: v1, ▲违法行为开始之日: 2023}]", "未知的键 违法行为开始之日；是否指 开始日期？"),
    # values
    ("违法行为: [{编号: v1, 情节: ▲轻徽}]", "轻徽 不是等级；应为：轻微, 一般, 严重"),
    ("违法行为: [{编号: v1, gravity: ▲轻徽}]", "轻徽 不是等级；应为：轻微, 一般, 严重"),
    ("违法行为: [{编号: v1, gravity: ▲mild}]", "mild 不是等级；应为：minor, ordinary, serious"),
    ("程序步骤: [{步骤: ▲立安}]", "没有步骤 立安；是否指 立案？"),
    ("程序步骤: [{步骤: ▲case_filling}]", "没有步骤 case_filling；是否指 case_filing？"),
    ("违法行为: [{编号: v1, 案由: ▲经营过其食品}]", "没有案由 经营过其食品；是否指 经营过期食品？"),
    ("违法行为: [{编号: v1, 处罚依据: [{法规: ▲食品安全发}]}]", "没有装入法规 食品安全发；是否指 食品安全法？"),
    ("执法机关: {层级: ▲县及}", "县及 不是可用的值；应为：乡镇街道, 县级, 市级, 省级, 国家级"),
    ("已列全: [▲人员]", "人员 不是可用的值；应为：执法人员, 证据, 既往处罚, 程序步骤, 案卷文书"),
    # references and what is computed
    ("违法行为: [{编号: v1, 当事人: [▲乙]}]", "当事人 中没有 乙；应为其中一项的编号"),
    (
        "当事人: [{编号: 某甲公司}]\n违法行为: [{编号: v1, 当事人: [▲某乙公司]}]",
        "当事人 中没有 某乙公司；是否指 某甲公司？",
    ),
    ("▲最高罚款: 3", "最高罚款 由 处理意见[].处罚[].金额 得出，不能填写；应填写 处理意见[].处罚[].金额"),
    (
        "违法行为: [{编号: v1, 情节: [{取值: 轻微}, ▲{取值: 严重}]}]",
        "情节 已由同一人陈述过；每人应只陈述一次",
    ),
    # ids
    ("当事人: [{编号: ▲甲 乙}]", "甲 乙 不能作为编号；应为 1 至 60 个汉字、字母、数字、_ 或 -"),
    ("当事人: [{编号: ▲甲。}]", "甲。 不能作为编号；应为 1 至 60 个汉字、字母、数字、_ 或 -"),
    ("当事人: [{编号: ▲\uff41\uff11}]", "\uff41\uff11 不能作为编号；应写作 a1"),
]


@pytest.mark.parametrize(("text", "said"), SLIPS)
def test_a_slip_is_met_in_its_own_language(refused, text, said):
    written, where = marked(text)
    assert where + said in refused(written)


def test_no_english_name_stands_in_what_a_chinese_file_is_told(refused):
    lines = refused("违法行为: [{编号: v1, 没有这个键: 轻微}]\n什么都不是: 1\n执法机关: {奇怪: 1}\n")
    assert len(lines) == 3
    assert all(line.isascii() is False and "_" not in line.partition(": ")[2] for line in lines)


@pytest.mark.parametrize("id_", ["甲", "当事人1", "某公司-2", "违法_一", "𠮷", "\u3007", "字" * 60])
def test_ids_may_be_ideographs_wherever_an_id_stands(id_):
    data = {
        "parties": [{"id": id_}],
        "violations": [{"id": "v", "parties": [id_], "gravity": {"value": "minor", "by": id_, "evidence": [id_]}}],
        "evidence": [{"id": id_}],
        "officers": [{"id": id_}],
        "steps": [{"step": "inspection", "id": id_, "by": [id_]}, {"step": "notice", "after": [id_]}],
        "proposed": [{"violation": "v", "party": id_, "penalties": []}],
    }
    case = load_case(data, LAW)
    assert case.parties[0].id == case.violations[0].facts["gravity"][0].by == case.proposed[0].party == id_


@pytest.mark.parametrize(
    "id_", ["", "字" * 61, "甲\u200b", "e\u0301", "甲·乙", "（甲）", "a.b", "Ω", "한", "ア", "\uff11"]
)
def test_ids_hold_nothing_odd(id_):
    with pytest.raises(InputError):
        load_case({"parties": [{"id": id_}]}, LAW)


def test_the_path_of_a_problem_is_the_one_that_was_written():
    with pytest.raises(InputError) as caught:
        load_case({"违法行为": [{"编号": "v1", "gravity": "轻徽"}]}, LAW)
    assert [problem.path for problem in caught.value.problems] == [("违法行为", 0, "gravity")]


BOUNDS_ENGLISH = {
    "violations": [
        {
            "id": "v1",
            "bases": {
                "goods_value": {"at_least": 3, "below": 5},
                "turnover": {"amount": 10, "currency": "USD", "yuan": 70},
            },
            "quantities": [{"of": "海砂", "number": {"more_than": 5}, "unit": "吨"}],
            "stated_range": {
                "switch": {"base": "goods_value", "at": 10000},
                "below": {"at_least": 50000, "at_most": 100000},
                "otherwise": {"at_least": 10, "at_most": 20, "times": "goods_value"},
                "by": "某条",
            },
            "road_occupied_days": {"at_most": 5},
        }
    ],
    "proposed": [
        {
            "violation": "v1",
            "penalties": [{"kind": "fine", "times": 2, "of": "goods_value"}],
            "stated_tier": {"name": "一般", "at_least": 3, "at_most": 5},
        }
    ],
    "steps": [{"step": "notice", "on": {"from": "2024-01-01"}, "served": {"value": {"to": "2024-03-01"}, "by": "甲"}}],
}
BOUNDS_CHINESE = {
    "违法行为": [
        {
            "编号": "v1",
            "计罚基数": {
                "货值金额": {"不低于": 3, "低于": 5},
                "营业收入": {"外币数额": 10, "币种": "USD", "折合人民币": 70},
            },
            "数量": [{"事项": "海砂", "数量": {"高于": 5}, "单位": "吨"}],
            "所述幅度": {
                "分段": {"基数": "货值金额", "分界": 10000},
                "低于": {"不低于": 50000, "不高于": 100000},
                "上段": {"不低于": 10, "不高于": 20, "倍数基数": "货值金额"},
                "出处": "某条",
            },
            "占路天数": {"不高于": 5},
        }
    ],
    "处理意见": [
        {
            "违法行为": "v1",
            "处罚": [{"种类": "罚款", "倍数": 2, "倍数基数": "货值金额"}],
            "所述阶次": {"名称": "一般", "不低于": 3, "不高于": 5},
        }
    ],
    "程序步骤": [
        {
            "步骤": "处罚告知",
            "日期": {"起日": "2024-01-01"},
            "送达日期": {"取值": {"止日": "2024-03-01"}, "陈述人": "甲"},
        }
    ],
}


def test_bounds_sums_and_ranges_have_their_keys():
    english = repr(load_case(BOUNDS_ENGLISH, LAW).model_dump())
    assert repr(load_case(BOUNDS_CHINESE, LAW).model_dump()) == english
    assert data_in("zh", BOUNDS_ENGLISH, case_names(LAW)) == BOUNDS_CHINESE
