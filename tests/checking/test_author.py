"""What the author of a city's benchmark (made up, 虚构) gets wrong: each message with the line, the numbers, the name meant."""

import textwrap

import pytest

from enforcement_rules import InputError, load_rulesets
from enforcement_rules.checking import check_rulesets

HEAD = """\
instrument: made_up_city_benchmark
version: "2026"
title: {zh: 虚构市食品处罚裁量基准, en: made-up food benchmark}
short: {zh: 虚构基准, en: made-up benchmark}
rank: normative_document
issuer: 虚构市市场监督管理局
fields: [market_regulation]
places: ["110105"]
in_force: {from: 2026-01-01, to: null}
sources: [{title: 虚构, verification: full_text}]
checked: 2026-11-24
articles: {第一条: encoded, 第二条: encoded, 第三条: encoded}
articles_complete: false
"""
RULES = """\
benchmarks:
  - article: 第一条
    name: expired_food
    says: 经营过期食品
    says_en: expired food
    causes: [food_expired]
    penalised_by: {instrument: food_safety_law, article: 第一百二十四条第一款}
    statute_verified: true
    statutory: {fine: {at_least: 50000, at_most: 100000}}
    tiers:
      - name: minor
        says: 轻微
        says_en: minor
        when: {violation.gravity: minor}
        fine: {at_least: 50000, below: 60000}
      - name: ordinary
        says: 一般
        says_en: ordinary
        when: {violation.gravity: ordinary}
        fine: {at_least: 60000, below: 80000}
      - name: serious
        says: 严重
        says_en: serious
        when: {violation.gravity: serious}
        fine: {at_least: 80000, at_most: 100000}
listings:
  - name: first_list
    says: 清单
    says_en: list
    list: first_violation_no_penalty
    then: {may: no_penalty}
    ground: {instrument: administrative_penalty_law, article: 第三十三条第一款}
    entries:
      - article: 第二条
        name: small
        says: 货值不足五百元
        says_en: small
        causes: [food_expired]
        penalised_by: [{instrument: food_safety_law, article: 第一百二十四条第一款}]
        when: {violation.first: true, violation.corrected_in_time: true, violation.goods_value: {below: 500}}
requirements:
  - article: 第三条
    name: photos_in_file
    says: 现场照片
    says_en: photos
    at: decision
    when: {inspection.done: true}
    then: {notice.done: true}
    severity: minor
"""
MANY = {
    "causes: [food_expired]": "causes: [food_expird]",
    "instrument: food_safety_law": "instrument: food_safty_law",
    "80000": "8万",
    "violation.first: true": "violation.first: 是",
    "at: decision": "at：decission",
    "says_en: small": "says_eng: small",
    "inspection.done": "inspektion.done",
}


@pytest.fixture
def folder(tmp_path):
    def made(changes=(), head=HEAD):
        home = tmp_path / "benchmark_2026"
        home.mkdir(exist_ok=True)
        rules = RULES
        for old, new in dict(changes).items():
            assert old in rules
            rules = rules.replace(old, new)
        (home / "instrument.yaml").write_text(head, "utf-8")
        (home / "rules.yaml").write_text(rules, "utf-8")
        return tmp_path

    return made


@pytest.fixture
def remarks(folder):
    def found(changes, lang="zh"):
        return [
            each.line(lang).rpartition("/benchmark_2026/")[2].replace("made_up_city_benchmark/", "")
            for each in check_rulesets(load_rulesets(folder(changes), only=True, cache=False))
        ]

    return found


def test_as_it_should_be_nothing_is_said(remarks):
    assert remarks({}) == []


@pytest.mark.parametrize(
    ("changes", "chinese", "english"),
    [
        (
            {"below: 60000": "at_most: 65000"},
            "rules.yaml:16: tier_overlap expired_food：阶次 ordinary（60000 元以上不足 80000 元）"
            "与 minor（50000 元以上 65000 元以下）重叠于 60000",
            "rules.yaml:16: tier_overlap expired_food: tiers ordinary (at least 60000 yuan, below 80000 yuan) and minor "
            "(at least 50000 yuan, at most 65000 yuan) both hold 60000",
        ),
        (
            {"at_least: 60000": "at_least: 70000"},
            "rules.yaml:16: tier_gap expired_food：阶次 minor（50000 元以上不足 60000 元）"
            "与 ordinary（70000 元以上不足 80000 元）之间有空隙：60000 元 至 70000 元",
            "rules.yaml:16: tier_gap expired_food: there is a gap between tiers minor (at least 50000 yuan, below 60000 "
            "yuan) and ordinary (at least 70000 yuan, below 80000 yuan): 60000 yuan to 70000 yuan",
        ),
        (
            {"80000, at_most: 100000": "80000, at_most: 120000"},
            "rules.yaml:21: tier_outside expired_food：阶次 serious（80000 元以上 120000 元以下）"
            "越出法定幅度（50000 元以上 100000 元以下）",
            "rules.yaml:21: tier_outside expired_food: tier serious (at least 80000 yuan, at most 120000 yuan) leaves "
            "the statutory range (at least 50000 yuan, at most 100000 yuan)",
        ),
        (
            {"statutory: {fine: {at_least: 50000": "statutory: {fine: {at_least: 30000"},
            "rules.yaml:2: tiers_begin_late expired_food：各阶次从 50000 起，法定下限 30000 更低",
            "rules.yaml:2: tiers_begin_late expired_food: the tiers begin at 50000, above the statutory floor of 30000",
        ),
        (
            {"article: 第三条": "article: 第三十条"},
            "rules.yaml:42: article_not_listed photos_in_file：instrument.yaml 没有 第三十条",
            "rules.yaml:42: article_not_listed photos_in_file: 第三十条 is not listed in instrument.yaml",
        ),
        (
            {"article: 第三条": "article: 3"},
            "rules.yaml:42: no_citation photos_in_file：“3”不是条文引注；应如 第三条 或者 第三条第一款",
            "rules.yaml:42: no_citation photos_in_file: 3 is no citation of an article; expected one such as 第三条 or "
            "第三条第一款",
        ),
    ],
)
def test_remarks_stand_at_the_tier_and_name_the_numbers(remarks, changes, chinese, english):
    assert chinese in remarks(changes)
    assert english in remarks(changes, "en")


def test_which_half_of_a_range_is_meant(remarks):
    halves = {
        "statutory: {fine: {at_least: 50000, at_most: 100000}}": (
            "statutory: {switch: {base: violation.goods_value, at: 10000}, "
            "below: {at_least: 50000, at_most: 100000}, "
            "otherwise: {times: violation.goods_value, at_least: 10, at_most: 20}}"
        ),
        "fine: {at_least: 50000, below: 60000}": (
            "below: {at_least: 50000, below: 60000}\n"
            "        otherwise: {times: violation.goods_value, at_least: 10, below: 12}"
        ),
        "fine: {at_least: 60000, below: 80000}": (
            "below: {at_least: 60000, below: 80000}\n"
            "        otherwise: {times: violation.goods_value, at_least: 13, below: 15}"
        ),
        "fine: {at_least: 80000, at_most: 100000}": (
            "below: {at_least: 80000, at_most: 100000}\n"
            "        otherwise: {times: violation.goods_value, at_least: 15, at_most: 30}"
        ),
    }
    found = remarks(halves)
    assert any(
        "tier_outside" in each
        and "otherwise" in each
        and "15 倍以上 30 倍以下" in each
        and "10 倍以上 20 倍以下" in each
        for each in found
    )
    assert any("tier_gap" in each and "otherwise" in each and "12 倍 至 13 倍" in each for each in found)


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            {"instrument: food_safety_law": "instrument: food_safty_law"},
            "没有装入法规 food_safty_law；是否指 food_safety_law？",
        ),
        ({"causes: [food_expired]": "causes: [food_expird]"}, "没有案由 food_expird；是否指 food_expired？"),
        ({"at: decision": "at: decission"}, "没有步骤 decission；是否指 decision？"),
        ({"severity: minor": "severity: 轻微"}, "轻微 不是可用的值；应为：void, fatal, material, minor, advisory"),
        ({"at_least: 80000": "at_least: 8万"}, "8万 不是金额；应写作 80000"),
        ({"causes: [food_expired]": "causes: food_expired"}, "应为列表；应写作 [food_expired]"),
        ({"  - article: 第三条": "\t- article: 第三条"}, "不是有效的 YAML；制表符（Tab）不能用于缩进，应改为空格"),
    ],
)
def test_what_is_refused(folder, changes, line):
    with pytest.raises(InputError) as caught:
        load_rulesets(folder(changes), only=True, cache=False)
    assert {each.split(": ", 1)[1] for each in caught.value.lines("zh")} == {line}


def test_a_date_with_slashes_is_told_how_to_be_written(folder):
    with pytest.raises(InputError, match="2026/1/1 is no day; expected 2026-01-01"):
        load_rulesets(folder(head=HEAD.replace("from: 2026-01-01", "from: 2026/1/1")), only=True, cache=False)


def test_everything_wrong_with_a_rule_file_is_said_at_once(folder):
    with pytest.raises(InputError) as caught:
        load_rulesets(folder(MANY), only=True, cache=False)
    assert [each.rpartition("/rules.yaml:")[2] for each in caught.value.lines("zh")] == textwrap.dedent(
        """\
        6:14: 没有案由 food_expird；是否指 food_expired？
        7:32: 没有装入法规 food_safty_law；是否指 food_safety_law？
        20:40: 8万 不是金额；应写作 80000
        25:26: 8万 不是金额；应写作 80000
        37:9: 未知的键 says_eng；是否指 says_en？
        38:18: 没有案由 food_expird；是否指 food_expired？
        39:37: 没有装入法规 food_safty_law；是否指 food_safety_law？
        40:33: 是 不是真假值；应写作 true
        46:7: 不是有效的 YAML；“：”应为半角冒号加空格
        46:8: 没有步骤 decission；是否指 decision？
        47:12: 未知的键 inspektion.done；是否指 inspection.done？
        """
    ).splitlines()
